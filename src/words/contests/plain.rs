//! Words of contests, in plain Chinese.
use super::{CHINESE, Draft, Page, Words};
use crate::words::{Room, Tone};
use huiyin_domain::{contests::Phase, proposals::StageKind};

/// Words of contests, in plain Chinese.
pub const PLAIN: Words = Words {
    heading: "大家的建议",
    none: "还没有活动。有了会贴通知。",
    phase,
    stage,
    propose: "我要提建议",
    until: |when, left| format!("到{when}为止({left})。"),
    story: "一步一步的经过",
    draft: Room::apart(Tone::Plain),
    page: Room::apart(Tone::Plain),
    ..CHINESE
};

pub(super) const PAGE: Page = Page {
    votes: "每人选几个",
    co_signs: "要多少人支持",
    co_signs_needed: |n| match n {
        0 => "不要求有人支持".into(),
        n => format!("{n} 位居民支持,才送去部门看"),
    },
    reserve: "后备的",
    reserve_places: |n| match n {
        0 => "没有后备的".into(),
        n => format!("最多 {n} 个。选上的不办了,后备的补上。"),
    },
    n_shortlisted: |n| format!("有 {n} 个可以投票。"),
    ..super::zh::PAGE
};

pub(super) const DRAFT: Draft = Draft {
    heading: "没写完的建议",
    draft_saved: |title, when| format!("《{title}》,{when}存在这台手机上,存 30 天。"),
    ..super::zh::DRAFT
};

fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Preparing => "还在准备",
        Phase::Collecting => "正在收建议",
        Phase::Reviewing => "部门在看能不能办",
        Phase::Notice => "马上要投票",
        Phase::Voting => "正在投票",
        Phase::Counting => "正在数票",
        Phase::Objection => "结果出来了",
        Phase::Results => "结果定了",
        Phase::Implementing => "正在办",
        Phase::Closed => "办完了",
    }
}

fn stage(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Submitted => "居委会先看",
        StageKind::Returned => "要改一改",
        StageKind::CoSigning => "等邻居支持",
        StageKind::Qualified => "支持够了",
        StageKind::UnderReview => "部门在看",
        StageKind::Shortlisted => "可以投票",
        StageKind::NotFeasible => "不能办",
        StageKind::OutOfScope => "这次不能办",
        StageKind::MergedInto => "合在一起了",
        StageKind::Withdrawn => "本人收回了",
        StageKind::Won => "选上了",
        StageKind::NotSelected => "没选上",
        StageKind::InDelivery => "正在做",
        StageKind::Delivered => "做好了",
        StageKind::Stopped => "不做了",
        StageKind::Reserve => "后备",
        StageKind::GivenBack => "不办了",
    }
}
