//! Why a rule of councils says no, in Chinese.
use crate::words::Language;
use huiyin_domain::councils::{CouncilRefusal, series::StageKind};

const LANGUAGE: Language = Language::Chinese;

/// What is so, and what to do next.
pub fn refusal(refusal: &CouncilRefusal) -> String {
    match refusal {
        CouncilRefusal::SeriesNotAtThisStage { stage } => {
            let stage = series_stage(*stage);
            format!("这次议事会现在是“{stage}”,不能再这样做了。请刷新看最新的进度。")
        }
        CouncilRefusal::PollClosed { at } => {
            let at = LANGUAGE.moment(*at);
            format!("填时间已经在{at}截止。来不及填的,请打上面的电话。")
        }
        CouncilRefusal::PollStillOpen { until } => {
            let until = LANGUAGE.moment(*until);
            format!("居民还在填时间,到{until}为止。请在那以后再定时间。")
        }
        CouncilRefusal::NobodyAnswered => {
            "还没有人填时间。请延长征集,或者打电话请居民来填。".into()
        }
        CouncilRefusal::NoSlots => "还没有可选的时间。请先加几个时间。".into(),
        CouncilRefusal::FewerSlotsThanSessions { offered, needed } => {
            format!("要开 {needed} 场,只有 {offered} 个时间可选。请多加几个时间,或者少开几场。")
        }
        CouncilRefusal::CouncilsNotOver => {
            "还有没开完的议事会。请等都开完、纪要公布以后再结束。".into()
        }
        CouncilRefusal::UnknownSlot => "没有这个时间,或者已经撤下了。请刷新再看。".into(),
        CouncilRefusal::TopicTwice => "同一个议题选了两次。请去掉一个。".into(),
        CouncilRefusal::NotATopic => "选的不是居民提的议题。请从议题列表里选。".into(),
        CouncilRefusal::AnswersChanged => {
            "排好以后又有居民改了时间。请重新排一次,再定下来。".into()
        }
        CouncilRefusal::PlanBreaksNeeds => {
            "选的时间不符合排会要求。请换几个时间,或者先改要求。".into()
        }
        CouncilRefusal::OtherPlanNeedsReason { best, chosen } => format!(
            "还有更好的方案:最弱的人群有 {}% 能来(现在 {}%),共 {} 人能来(现在 {} 人)。要用现在的,请写明原因。",
            best.worst_group_percent, chosen.worst_group_percent, best.n_seated, chosen.n_seated,
        ),
    }
}

/// Where a series stands.
pub fn series_stage(stage: StageKind) -> &'static str {
    match stage {
        StageKind::TopicsOpen => "征集议题",
        StageKind::Polling => "征集时间",
        StageKind::Scheduled => "时间已定",
        StageKind::Closed => "已结束",
        StageKind::Cancelled => "已取消",
    }
}
