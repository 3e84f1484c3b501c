//! Words of feedback, in Chinese.
pub(super) mod pages;
mod sentences;

use super::Words;
use crate::words::{Room, Tone};
use huiyin_domain::feedback::{Kind, ReasonCode, StageKind, Theme, What};

/// Words of feedback, in Chinese.
pub const CHINESE: Words = Words {
    kind,
    stage,
    theme,
    reason,
    owed,
    standing: sentences::standing,
    event: sentences::event,
    say: Room::apart(Tone::Chinese),
    show: Room::apart(Tone::Chinese),
    acts: Room::apart(Tone::Chinese),
    mine: Room::apart(Tone::Chinese),
};

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::InContest { .. } => "大赛提案",
        Kind::Proposal => "建议",
        Kind::Opinion => "意见",
        Kind::Topic => "议题",
    }
}

fn stage(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Waiting => "等答复",
        StageKind::Answered => "已答复",
        StageKind::Deferred => "暂缓办理",
        StageKind::Appealed => "申诉中",
        StageKind::InDelivery => "正在办",
        StageKind::Delivered => "等居民确认",
        StageKind::Confirmed => "居民已确认",
        StageKind::Withdrawn => "已撤回",
        StageKind::WithoutAuthor => "已公开办结",
    }
}

fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Safety => "安全",
        Theme::Repairs => "维修",
        Theme::Surroundings => "环境卫生",
        Theme::Parking => "停车充电",
        Theme::Elderly => "为老服务",
        Theme::Children => "儿童青少年",
        Theme::Culture => "文化体育",
        Theme::Services => "物业和办事",
        Theme::Other => "其他",
    }
}

fn reason(reason: ReasonCode) -> &'static str {
    match reason {
        ReasonCode::NoMoney => "资金不够",
        ReasonCode::NotAllowed => "政策不允许",
        ReasonCode::NotOurs => "不归社区管",
        ReasonCode::Unsafe => "不安全",
        ReasonCode::CannotBeBuilt => "做不了",
        ReasonCode::NeighboursDisagree => "邻居意见不一",
        ReasonCode::UnderWay => "已经在安排",
        ReasonCode::AskedBefore => "已有人提过",
        ReasonCode::NeedsTime => "需要更多时间",
        ReasonCode::Other => "其他原因",
    }
}

fn owed(what: What) -> &'static str {
    match what {
        What::FirstAnswer => "第一次回话",
        What::Decision => "答复",
        What::PutOff => "重新答复",
        What::AppealAnswer => "答复申诉",
        What::Delivery => "办好",
    }
}
