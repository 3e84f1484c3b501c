//! The words of messages about coaching: that something happened, and never what was said.

use huiyin_domain::coaching::Told;

/// In Chinese.
pub(super) fn chinese(title: &str, told: Told) -> String {
    match told {
        Told::Wanted => format!("提案“{title}”的提案人在等志愿者辅导"),
        Told::Named => format!("居委会请您辅导提案“{title}”"),
        Told::Found => format!("您的提案“{title}”有志愿者辅导了"),
        Told::Said => format!("提案“{title}”的辅导里有新的话"),
        Told::LaidDown => format!("提案“{title}”的辅导要换人"),
        Told::Ended => format!("提案“{title}”的辅导结束了"),
        Told::Thanked => format!("提案“{title}”的辅导结束了,提案人谢谢您"),
        Told::Over => format!("提案“{title}”定稿了,辅导结束了"),
    }
}

/// In English.
pub(super) fn english(title: &str, told: Told) -> String {
    match told {
        Told::Wanted => {
            format!("The authors of \"{title}\" wait for a volunteer's help")
        }
        Told::Named => format!("The office asks you to help the authors of \"{title}\""),
        Told::Found => format!("A volunteer helps you with your proposal \"{title}\""),
        Told::Said => format!("There are new words about the proposal \"{title}\""),
        Told::LaidDown => format!("Another volunteer will help with the proposal \"{title}\""),
        Told::Ended => format!("The help with the proposal \"{title}\" has ended"),
        Told::Thanked => {
            format!("The help with the proposal \"{title}\" has ended, and its authors thank you")
        }
        Told::Over => {
            format!("The text of the proposal \"{title}\" stands fast, and the help has ended")
        }
    }
}
