//! The words of messages that leave the house. They say that something happened and where to
//! read it, never what was said: mails and text messages are read by others, too.

use huiyin_domain::{
    communities::Community,
    feedback::{Event, Verdict},
    moderation::Step as Moderation,
    notices::{Why, asked_to_review},
    proposals::Event as Step,
    web_address::WebAddress,
};
use serde_json::{Value, json};

use super::{
    case_words, coaching_words, council_words,
    email::Letter,
    outbox::{About, Said},
    project_words, series_words,
};

/// What is told of.
pub(super) struct Told<'a> {
    /// In which community.
    pub community: &'a Community,
    /// Of what.
    pub about: About,
    /// What happened, or how it is.
    pub said: &'a Said,
    /// Where the app is.
    pub app: Option<&'a WebAddress>,
}

impl Told<'_> {
    /// As a mail, in both languages.
    pub(super) fn letter(&self, id: String) -> Letter {
        let (zh, en) = (self.chinese(), self.english());
        let Community { name, hot_line, hot_line_hours, .. } = self.community;
        let link = self.link().map(|link| format!("{link}\n")).unwrap_or_default();
        Letter {
            from_name: name.zh.clone(),
            subject: format!("{}:{zh}", name.zh),
            body: format!(
                "{zh}。\n{link}不方便上网,请打 {hot_line}({})。\n\n{en}.\n{link}Or call \
                 {hot_line} ({}).\n",
                hot_line_hours.zh, hot_line_hours.en
            ),
            id,
        }
    }

    /// As a text message.
    pub(super) fn sms(&self) -> String {
        let Community { name, hot_line, .. } = self.community;
        let link = self.link().map(|link| format!("查看:{link} ")).unwrap_or_default();
        format!("【{}】{}。{link}电话:{hot_line}", name.zh, self.chinese())
    }

    /// As a browser shows it, and where it leads.
    pub(super) fn push(&self) -> Value {
        json!({
            "title": self.community.name.zh,
            "body": self.chinese(),
            "tag": self.tag(),
            "path": self.path(),
        })
    }

    /// By which a browser knows what takes the place of an earlier notice.
    fn tag(&self) -> String {
        let (room, number, _) = self.about.columns();
        format!("{room}-{number}")
    }

    fn path(&self) -> String {
        match (self.about, self.said) {
            (About::Submission(id), Said::Submission(Why::Duty, event))
                if !asked_to_review(event).is_empty() =>
            {
                format!("/desk/proposals/{id}")
            }
            (About::Submission(_), Said::Submission(Why::Duty | Why::Oversight, _)) => {
                "/desk/feedback".to_owned()
            }
            (About::Submission(id), Said::Submission(why, event)) if is_of_contest(*why, event) => {
                format!("/proposals/{id}")
            }
            (About::Submission(id), _) => format!("/feedback/{id}"),
            (About::Council(id, _), _) => format!("/councils/{id}"),
            (About::Series(id, _), _) => format!("/series/{id}"),
            (About::Coaching(id, _), _) => format!("/coaching/{id}"),
            (About::Case(id, _), _) => format!("/moderation/{id}"),
        }
    }

    fn link(&self) -> Option<String> {
        let app = self.app?;
        Some(format!("{}{}", app.as_str().trim_end_matches('/'), self.path()))
    }

    fn chinese(&self) -> String {
        match self.said {
            Said::Submission(why, event) => {
                chinese_of_submission(self.about.columns().1, *why, event)
            }
            Said::Council(council, told) => council_words::chinese(council, *told),
            Said::Series(series, told, hours) => series_words::chinese(series, *told, hours),
            Said::Coaching(title, told) => coaching_words::chinese(title, *told),
            Said::Case(about, told) => case_words::chinese(*about, *told),
        }
    }

    fn english(&self) -> String {
        match self.said {
            Said::Submission(why, event) => {
                english_of_submission(self.about.columns().1, *why, event)
            }
            Said::Council(council, told) => council_words::english(council, *told),
            Said::Series(series, told, hours) => series_words::english(series, *told, hours),
            Said::Coaching(title, told) => coaching_words::english(title, *told),
            Said::Case(about, told) => case_words::english(*about, *told),
        }
    }
}

/// Is there something to read or to say on the proposal's own page?
fn is_of_contest(why: Why, event: &Event) -> bool {
    matches!(event, Event::InContest { .. } | Event::Rewritten { .. })
        || (why == Why::CoSigned && is_merge(event))
}

fn is_merge(event: &Event) -> bool {
    matches!(event, Event::Answered { verdict: Verdict::MergedInto { .. }, .. })
}

fn step_in_chinese(step: &Step) -> &'static str {
    match step {
        Step::Passed => "通过了初审,可以联名了",
        Step::Returned { .. } => "退回修改了",
        Step::Qualified => "联名人数够了",
        Step::Admitted { .. } => "联名还不够,居委会也送去会审",
        Step::SentToReview { .. } => "送部门会审了",
        Step::MergeOffered { .. } => "有人建议和另一个提案合并,请您来定",
        Step::MergeTakenBack => "不再问合并的事了",
        Step::MergeDeclined => "不合并,照原样往下走",
        Step::Submitted
        | Step::CoSigned
        | Step::CoSignWithdrawn
        | Step::CoSignMoved
        | Step::Withdrawn
        | Step::AuthorJoined
        | Step::AuthorLeft
        | Step::RuledOut { .. }
        | Step::Edited { .. }
        | Step::Assessed { .. }
        | Step::Shortlisted { .. }
        | Step::SetAside { .. }
        | Step::Merged { .. }
        | Step::Won { .. }
        | Step::Reserved { .. }
        | Step::CalledUp { .. }
        | Step::GivenBack { .. }
        | Step::NotSelected
        | Step::Begun
        | Step::Delivered
        | Step::Stopped { .. } => "有新进展",
    }
}

fn step_in_english(step: &Step) -> &'static str {
    match step {
        Step::Passed => "was let pass and can be co-signed",
        Step::Returned { .. } => "was sent back to be mended",
        Step::Qualified => "has enough co-signatures",
        Step::Admitted { .. } => "goes to review although too few have co-signed",
        Step::SentToReview { .. } => "is with the departments",
        Step::MergeOffered { .. } => "may go on together with another; its author decides",
        Step::MergeTakenBack => "is not asked to be merged any more",
        Step::MergeDeclined => "is not merged and goes on alone",
        Step::Submitted
        | Step::CoSigned
        | Step::CoSignWithdrawn
        | Step::CoSignMoved
        | Step::Withdrawn
        | Step::AuthorJoined
        | Step::AuthorLeft
        | Step::RuledOut { .. }
        | Step::Edited { .. }
        | Step::Assessed { .. }
        | Step::Shortlisted { .. }
        | Step::SetAside { .. }
        | Step::Merged { .. }
        | Step::Won { .. }
        | Step::Reserved { .. }
        | Step::CalledUp { .. }
        | Step::GivenBack { .. }
        | Step::NotSelected
        | Step::Begun
        | Step::Delivered
        | Step::Stopped { .. } => "has news",
    }
}

fn chinese_of_submission(id: u32, why: Why, event: &Event) -> String {
    if why == Why::Duty && !asked_to_review(event).is_empty() {
        return format!("请您会审第{id}号提案");
    }
    let whose = match why {
        Why::Sent => "您提的",
        Why::CoSigned => "您联名的",
        Why::Followed => "您关注的",
        Why::Duty => "您承办的",
        Why::Oversight => "请您督办的",
    };
    let what = match event {
        Event::Sent(_) if why == Why::Duty => "刚收到,等您答复",
        Event::Sent(_) => "收到了",
        Event::Acknowledged { .. } => "有人在看了",
        Event::Sorted { .. } => "分好类了",
        Event::PassedOn { .. } if why == Why::Duty => "转给您了",
        Event::PassedOn { .. } => "转给别的部门了",
        Event::Extended { .. } => "答复的日期改了",
        Event::InContest { step } => step_in_chinese(step),
        Event::InProject { step } => project_words::in_chinese(step),
        Event::Moderated { step: Moderation::Hidden { .. }, .. } => "有内容被隐藏了,您可以申诉",
        Event::Moderated { step: Moderation::Upheld { .. }, .. } => "隐藏内容的申诉有答复了",
        Event::Moderated { step: Moderation::Restored { .. }, .. } => "隐藏的内容恢复了",
        Event::Rewritten { .. } => "改了内容,请看看还支持不支持",
        Event::Answered { .. } if why == Why::CoSigned && is_merge(event) => {
            "并到另一个提案里了,请看看您的联名要不要转过去"
        }
        Event::Answered { .. } => "有答复了",
        Event::Upheld { .. } => "申诉有答复了",
        Event::Shortlisted { .. } => "入围了",
        Event::Appealed { .. } => "居民提出了申诉",
        Event::Reported { .. } => "有新进展",
        Event::Delivered { .. } => "办好了,请看看",
        Event::Reopened { .. } => "居民说还没办好",
        Event::Confirmed { .. } => "已经确认",
        Event::Withdrawn => "已经撤回",
        Event::ClosedWithoutAuthor { .. } => "已经办结",
        Event::Escalated { .. } => "超期了,已经督办",
        Event::AuthorLeft => "有变化",
    };
    format!("{whose}第{id}号{what}")
}

fn english_of_submission(id: u32, why: Why, event: &Event) -> String {
    if why == Why::Duty && !asked_to_review(event).is_empty() {
        return format!("Please review proposal No. {id}");
    }
    let whose = match why {
        Why::Sent => "which you sent",
        Why::CoSigned => "which you co-signed",
        Why::Followed => "which you follow",
        Why::Duty => "which is yours to answer",
        Why::Oversight => "which you oversee",
    };
    let what = match event {
        Event::Sent(_) => "has arrived",
        Event::Acknowledged { .. } => "is being looked at",
        Event::Sorted { .. } => "was sorted",
        Event::PassedOn { .. } => "was passed on",
        Event::Extended { .. } => "has another day for its answer",
        Event::InContest { step } => step_in_english(step),
        Event::InProject { step } => project_words::in_english(step),
        Event::Moderated { step: Moderation::Hidden { .. }, .. } => {
            "has something hidden; you may appeal"
        }
        Event::Moderated { step: Moderation::Upheld { .. }, .. } => {
            "has an answer to the appeal about what is hidden"
        }
        Event::Moderated { step: Moderation::Restored { .. }, .. } => "is to be read whole again",
        Event::Rewritten { .. } => "has a new text; please see whether you still support it",
        Event::Answered { .. } if why == Why::CoSigned && is_merge(event) => {
            "goes on in another proposal; please say whether your name shall move there"
        }
        Event::Answered { .. } => "was answered",
        Event::Upheld { .. } => "has an answer to its appeal",
        Event::Shortlisted { .. } => "was shortlisted",
        Event::Appealed { .. } => "was appealed",
        Event::Reported { .. } => "has news",
        Event::Delivered { .. } => "is done; please look at it",
        Event::Reopened { .. } => "was opened again",
        Event::Confirmed { .. } => "was confirmed",
        Event::Withdrawn => "was taken back",
        Event::ClosedWithoutAuthor { .. } => "was closed",
        Event::Escalated { .. } => "is overdue and was taken higher",
        Event::AuthorLeft => "has changed",
    };
    format!("No. {id}, {whose}, {what}")
}

/// The name of a message: the same for the same person and event, and it tells neither.
pub(super) fn message_id(keys: &[&str]) -> String {
    huiyin_domain::hash::sha256_hex(format!("huiyin-message-1\n{}", keys.join("\n")).as_bytes())
        [..32]
        .to_owned()
}
