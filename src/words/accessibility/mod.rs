//! Words of the page on which one chooses how the app looks and sounds.
mod en;
mod plain;
mod zh;

pub use en::ENGLISH;
pub use plain::PLAIN;
pub use zh::CHINESE;

use huiyin_domain::accessibility::{Contrast, Layout, Light, Motion, Pace, Size};

/// Words of the page on which one chooses how the app looks and sounds, in one language.
pub struct Words {
    /// The heading.
    pub heading: &'static str,
    /// What happens with a choice.
    pub hint: &'static str,
    /// The question which path.
    pub layout: &'static str,
    /// A path by its name.
    pub layout_is: fn(Layout) -> &'static str,
    /// What a path is like.
    pub layout_means: fn(Layout) -> &'static str,
    /// The question how large.
    pub size: &'static str,
    /// A size by its name.
    pub size_is: fn(Size) -> &'static str,
    /// Smaller sizes and the elder mode.
    pub size_elder: &'static str,
    /// The question how clear.
    pub contrast: &'static str,
    /// A contrast by its name; `None` follows the device.
    pub contrast_is: fn(Option<Contrast>) -> &'static str,
    /// The question how light.
    pub light: &'static str,
    /// A light by its name; `None` follows the device.
    pub light_is: fn(Option<Light>) -> &'static str,
    /// The question how fast.
    pub pace: &'static str,
    /// A pace by its name.
    pub pace_is: fn(Pace) -> &'static str,
    /// The question whether anything moves.
    pub motion: &'static str,
    /// A motion by its name; `None` follows the device.
    pub motion_is: fn(Option<Motion>) -> &'static str,
    /// In the elder mode nothing moves.
    pub motion_elder: &'static str,
    /// A sentence that shows itself.
    pub sample: &'static str,
    /// Told when a choice is made.
    pub chosen: fn(&str) -> String,
    /// Over the link that carries the choices.
    pub carry: &'static str,
    /// What the link is for.
    pub carry_means: &'static str,
    /// The link is about.
    pub carry_about: &'static str,
    /// Where the choices are kept: for those who are signed in.
    pub kept_in_profile: &'static str,
    /// Where the choices are kept: for guests.
    pub kept_on_phone: &'static str,
}
