//! Words of signing in.
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

/// Words of signing in, in one language.
pub struct Words {
    /// The heading.
    pub heading: &'static str,
    /// The field for the code.
    pub code: &'static str,
    /// Where the code is found.
    pub code_hint: &'static str,
    /// Signs in.
    pub sign_in: &'static str,
    /// While signing in.
    pub signing_in: &'static str,
    /// For those without a letter.
    pub no_letter: &'static str,
    /// To the form for staff.
    pub staff: &'static str,
    /// To the form for residents.
    pub residents: &'static str,
    /// The name of staff.
    pub name: &'static str,
    /// The password of staff.
    pub password: &'static str,
    /// A field left empty.
    pub fill_in: &'static str,
    /// Signed in already.
    pub already: fn(&str) -> String,
    /// The heading of the devices page.
    pub devices: &'static str,
    /// What it is for.
    pub devices_hint: &'static str,
    /// Marks the device in use.
    pub this_device: &'static str,
    /// Since when, and when last used.
    pub since: fn(&str, &str) -> String,
    /// Ends a session elsewhere.
    pub sign_out_there: fn(&str) -> String,
    /// Ends this session.
    pub sign_out: &'static str,
    /// After that.
    pub signed_out_there: &'static str,
}
