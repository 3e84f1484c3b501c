//! Words of feedback, in plain Chinese.
use super::{ActWords, CHINESE, MineWords, Say, Show, Words, zh::pages};
use crate::words::{Room, Tone};
use huiyin_domain::feedback::{StageKind, Verdict, wire::Mine};

/// Words of feedback, in plain Chinese.
pub const PLAIN: Words = Words {
    stage,
    say: Room::apart(Tone::Plain),
    show: Room::apart(Tone::Plain),
    acts: Room::apart(Tone::Plain),
    mine: Room::apart(Tone::Plain),
    ..CHINESE
};

pub(super) const SAY: Say = Say {
    to_opinion_means: "有什么都可以说。每一条都有答复。",
    to_contest: "参加投票活动",
    to_contest_means: |_| "提一个建议,大家来投票。".to_owned(),
    what_hint: |_| "说一句话就行。比如:楼道灯坏了。".to_owned(),
    send_means: "发出去以后,大家都能看到,也能看到您的称呼。开始办以前能收回。",
    sign_in_first: "发出去要先登录。写的内容不会丢。",
    sent_elsewhere: "可能已经发出去了。请先看“我的回音”里有没有,没有就再点一次。",
    first_by: |day| format!("最晚{day},告诉您谁来办。"),
    ..pages::SAY
};

pub(super) const SHOW: Show =
    Show { verdict, pass_ons: |n| format!("换过 {n} 次负责的部门"), ..pages::SHOW };

pub(super) const ACTS: ActWords = ActWords {
    appeal_hint: |day| format!("只能说一次,最晚{day}。"),
    withdraw_means: "收回就不办了,不能恢复。",
    ..pages::ACTS
};

pub(super) const MINE: MineWords = MineWords {
    none: "您还没有说过什么。有话就说吧。",
    why: |mine| match mine {
        Mine::Sent => "我提的",
        Mine::CoSigned => "我支持的",
        Mine::Followed => "我关注的",
    },
    ..pages::MINE
};

fn stage(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Appealed => "不同意,再看一遍",
        StageKind::Deferred => "先放一放",
        StageKind::WithoutAuthor => "已公开办完",
        StageKind::Waiting
        | StageKind::Answered
        | StageKind::InDelivery
        | StageKind::Delivered
        | StageKind::Confirmed
        | StageKind::Withdrawn => (CHINESE.stage)(stage),
    }
}

fn verdict(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Adopted { .. } => "同意办",
        Verdict::PartlyAdopted { .. } => "同意办一部分",
        Verdict::AlreadyPlanned { .. } => "本来就要办",
        Verdict::MergedInto { .. } => "和另一件一起办",
        Verdict::Deferred { .. } => "现在先不办",
        Verdict::NotAdopted { .. } => "不办",
        Verdict::Chosen { .. } => "投票选上了,要办",
        Verdict::NotChosen => "投票没有选上",
    }
}
