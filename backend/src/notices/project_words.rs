//! The words of messages about projects: that something happened, never what was said.

use huiyin_domain::delivery::Event;

/// In Chinese, after “第…号”.
pub(super) fn in_chinese(step: &Event) -> &'static str {
    match step {
        Event::Begun(_) => "立项了,开始实施",
        Event::Joined { .. } => "有人加入了项目组",
        Event::Planned { .. } => "实施计划改了",
        Event::Finished { .. } => "说是做好了,请来验收",
        Event::Answered { .. } => "对“还没做好”有答复了",
        Event::Resumed { .. } => "还没做好,接着做",
        Event::Closed { .. } => "结项了,报告出来了",
        Event::Stopped { .. } => "项目中止了",
        Event::Paid { .. } | Event::Corrected { .. } => "账目有更新",
        Event::Asked { .. }
        | Event::TurnedAway { .. }
        | Event::Left { .. }
        | Event::TakenOver { .. }
        | Event::Reported { .. }
        | Event::Spoken { .. } => "有新进展",
    }
}

/// In English, after “No. …,”.
pub(super) fn in_english(step: &Event) -> &'static str {
    match step {
        Event::Begun(_) => "has become a project",
        Event::Joined { .. } => "has somebody new in its team",
        Event::Planned { .. } => "has another plan",
        Event::Finished { .. } => "is said to be done; please say whether it is",
        Event::Answered { .. } => "has an answer to those who say it is not done",
        Event::Resumed { .. } => "is not done yet and goes on",
        Event::Closed { .. } => "is closed; the report is out",
        Event::Stopped { .. } => "was stopped",
        Event::Paid { .. } | Event::Corrected { .. } => "has news in its book",
        Event::Asked { .. }
        | Event::TurnedAway { .. }
        | Event::Left { .. }
        | Event::TakenOver { .. }
        | Event::Reported { .. }
        | Event::Spoken { .. } => "has news",
    }
}
