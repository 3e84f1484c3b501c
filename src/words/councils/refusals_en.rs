//! Why a rule of councils says no, in English.
use crate::words::Language;
use huiyin_domain::councils::{CouncilRefusal, series::StageKind};

const LANGUAGE: Language = Language::English;

/// What is so, and what to do next.
pub fn refusal(refusal: &CouncilRefusal) -> String {
    match refusal {
        CouncilRefusal::SeriesNotAtThisStage { stage } => {
            let stage = series_stage(*stage);
            format!(
                "These councils are now at “{stage}”, so this cannot be done any more. Reload to see where they stand."
            )
        }
        CouncilRefusal::PollClosed { at } => {
            let at = LANGUAGE.moment(*at);
            format!("Times could be told until {at}. If you missed it, call the number above.")
        }
        CouncilRefusal::PollStillOpen { until } => {
            let until = LANGUAGE.moment(*until);
            format!(
                "Residents can still say when they can come, until {until}. Choose the times after that."
            )
        }
        CouncilRefusal::NobodyAnswered => {
            "Nobody has said yet when they can come. Ask longer, or call residents.".into()
        }
        CouncilRefusal::NoSlots => "There are no times to choose from. Add some first.".into(),
        CouncilRefusal::FewerSlotsThanSessions { offered, needed } => format!(
            "There are to be {needed} councils, but only {offered} times. Add times, or hold fewer councils."
        ),
        CouncilRefusal::CouncilsNotOver => {
            "A council of this series is not over. End it after all minutes are published.".into()
        }
        CouncilRefusal::UnknownSlot => {
            "There is no such time, or it was taken out. Reload the page.".into()
        }
        CouncilRefusal::TopicTwice => "A topic is chosen twice. Take one out.".into(),
        CouncilRefusal::NotATopic => {
            "What was chosen is no topic residents suggested. Choose from the list.".into()
        }
        CouncilRefusal::AnswersChanged => {
            "Somebody changed their times since this was planned. Plan once more, then choose."
                .into()
        }
        CouncilRefusal::PlanBreaksNeeds => {
            "These times break one of the needs. Choose others, or change the needs first.".into()
        }
        CouncilRefusal::OtherPlanNeedsReason { best, chosen } => format!(
            "Another plan is better: {}% of the worst-off group can come (here {}%), {} people in all (here {}). To keep this one, say why.",
            best.worst_group_percent, chosen.worst_group_percent, best.n_seated, chosen.n_seated,
        ),
    }
}

/// Where a series stands.
pub fn series_stage(stage: StageKind) -> &'static str {
    match stage {
        StageKind::TopicsOpen => "collecting topics",
        StageKind::Polling => "asking for times",
        StageKind::Scheduled => "times chosen",
        StageKind::Closed => "ended",
        StageKind::Cancelled => "cancelled",
    }
}
