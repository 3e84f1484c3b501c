//! Words of signing in.
mod en;
mod plain;
mod zh;

pub use en::ENGLISH;
pub use plain::PLAIN;
pub use zh::CHINESE;

/// Words of signing in, in one language.
pub struct Words {
    /// The heading of what one has sent, co-signed or follows.
    pub mine: &'static str,
    /// What is needed to see it.
    pub mine_sign_in: &'static str,
    /// To one's recordings.
    pub to_recordings: &'static str,
    /// To when one can usually come.
    pub to_times: &'static str,
    /// To the people who help.
    pub to_help: &'static str,
    /// To the devices one is signed in on.
    pub to_devices: &'static str,
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
