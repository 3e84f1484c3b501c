//! Words of the first screen, and of the page with all ways to get help.
mod en;
mod plain;
mod zh;

pub use en::ENGLISH;
pub use plain::PLAIN;
pub use zh::CHINESE;

use crate::words::Room;

said!(Ask: zh::ASK, en::ASK);

/// Words of the first screen and of the page with all ways to get help, in one language.
pub struct Words {
    /// The heading.
    pub heading: &'static str,
    /// Greets a person by name.
    pub hello: fn(&str) -> String,
    /// For those who are not signed in.
    pub guest: &'static str,
    /// Opens the elder mode.
    pub to_elder: &'static str,
    /// What it is, beside the button.
    pub to_elder_means: &'static str,
    /// When there is nothing.
    pub nothing: &'static str,
    /// Over what is past.
    pub past: &'static str,
    /// I have something to say.
    pub say: &'static str,
    /// Read the proposals of a contest.
    pub read_proposals: fn(u32) -> String,
    /// What waits for members of staff.
    pub desk: &'static str,
    /// The heading of the page with all ways to get help, and of the button that leads there.
    pub ask_heading: &'static str,
    /// That page.
    pub ask: Room<Ask>,
}

/// Words of the page with all ways to get help.
pub struct Ask {
    /// What it is.
    pub hint: &'static str,
    /// Telephone.
    pub call: &'static str,
    /// When somebody answers, and where the office is.
    pub hours: fn(&str, &str) -> String,
    /// Be called back.
    pub call_me: &'static str,
    /// What that means.
    pub call_me_means: &'static str,
    /// Let somebody help in the app.
    pub helper: &'static str,
    /// What that means.
    pub helper_means: &'static str,
    /// Say something now.
    pub say: &'static str,
    /// What that means.
    pub say_means: &'static str,
    /// Speak instead of typing.
    pub speak: &'static str,
    /// What that means.
    pub speak_means: &'static str,
    /// Say commands instead of pressing.
    pub voice: &'static str,
    /// What that means.
    pub voice_means: &'static str,
    /// On paper.
    pub paper: &'static str,
    /// What that means.
    pub paper_means: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{councils, frame};

    #[test]
    fn the_page_before_the_app_says_what_the_first_screen_says() {
        let page = include_str!("../../../index.html");
        let said = |words: &str| page.contains(&format!(">{words}<"));
        for home in [&CHINESE, &PLAIN, &ENGLISH] {
            for words in [home.heading, home.guest, home.say, home.to_elder, home.to_elder_means] {
                assert!(said(words), "{words}");
            }
            let greeting = (home.hello)("<bdi data-hello></bdi>");
            assert!(said(&greeting), "{greeting}");
        }
        for frame in [&frame::CHINESE, &frame::ENGLISH] {
            assert!(said(frame.sign_in) && said(frame.opening), "{}", frame.opening);
        }
        for councils in [&councils::CHINESE, &councils::ENGLISH] {
            assert!(said(councils.heading), "{}", councils.heading);
        }
    }
}
