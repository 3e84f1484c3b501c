//! The words of messages about cases of moderation: that something was decided, and never what
//! was said.

use huiyin_domain::moderation::{About, Told, VoiceRef};

/// In Chinese.
pub(super) fn chinese(about: About, told: Told) -> String {
    let whose = match about {
        About::Submission(id) => format!("您提的第{id}号"),
        About::Objection(id) => format!("您提的异议(第{id}条)"),
        About::Voice(VoiceRef { project, n }) => {
            format!("您对第{project}号项目说的话(第{n}条)")
        }
    };
    let what = match told {
        Told::Hidden => "被隐藏了,您可以申诉",
        Told::Upheld => "继续隐藏,您的申诉有答复了",
        Told::Restored => "恢复了",
    };
    format!("{whose}{what}")
}

/// In English.
pub(super) fn english(about: About, told: Told) -> String {
    let whose = match about {
        About::Submission(id) => format!("No. {id}, which you sent,"),
        About::Objection(id) => format!("Your objection No. {id}"),
        About::Voice(VoiceRef { project, n }) => {
            format!("What you said of project No. {project} (word {n})")
        }
    };
    let what = match told {
        Told::Hidden => "was hidden; you may appeal",
        Told::Upheld => "stays hidden; your appeal was answered",
        Told::Restored => "is to be read again",
    };
    format!("{whose} {what}")
}
