//! Words of the pages of feedback, in Chinese.
use super::sentences::who;
use crate::words::feedback::{ActWords, MineWords, Say, Show};
use huiyin_domain::feedback::{
    Built, Offer, Satisfaction, SendAs, Speaks, StageKind, Verdict, wire::Mine,
};

pub(in crate::words::feedback) const SAY: Say = Say {
    door: "您想说哪一种?",
    to_opinion: "提意见建议",
    to_opinion_means: "哪里不好、想请社区做什么、想和大家商量什么,都可以说。每一条都有答复。",
    to_contest: "参加提案大赛",
    to_contest_means: |title| format!("“{title}”正在征集提案,由大家投票,选上的给钱办。"),
    kind: "您要说的是哪一种?",
    kind_tile: |sent_as| match sent_as {
        SendAs::Opinion => ("意见", "哪里有问题,哪里不满意"),
        SendAs::Proposal => ("建议", "想请社区做一件事"),
        SendAs::Topic => ("议题", "想让大家坐下来商量的事"),
    },
    begun: "没写完的话",
    what: "您想说什么?",
    what_hint: |max| format!("一句话就行,最多 {max} 个字。例如:3号楼的楼道灯坏了三个月。"),
    place: "在哪里?",
    elsewhere: "其他地方",
    where_words: "写一写在哪里",
    where_hint: "例如:小区东门外的人行道。",
    check: "请检查您要说的话",
    send: "发出去",
    send_means: "发出去以后所有人都能看到,并且会显示您的称呼。开始办以前,您可以收回。",
    sign_in_first: "发出去要先登录。写的内容存在这台手机上,登录以后点“我有话说”接着办。",
    sign_in: "登录后发出",
    sent_elsewhere: "这些话可能已经从另一个页面发出去了。请先看“我的回音”里有没有;\
        没有的话,再点一次“发出去”。",
    short_kind: "哪一种",
    short_words: "说什么",
    requests_are_words: "没有另外写,就按您说的话",
    sent: "收到您的话了",
    your_number: "您的编号",
    first_by: |day| format!("最晚{day},告诉您由谁来办。"),
    answer_by: |day| format!("最晚{day},给您答复。"),
    call: "打电话问",
    look_at_it: "看办到哪一步",
};

pub(in crate::words::feedback) const SHOW: Show = Show {
    by: |name| format!("提出的人:{name}"),
    by_nobody: "提出的人:已经离开社区",
    hurry: "打电话催一催",
    offer,
    appeal_until: |day| format!("不同意,最晚{day}说。"),
    confirm_until: |day| format!("最晚{day}说一声;过了我们打电话问您。"),
    followed: "关注好了。有进展会告诉您。",
    unfollowed: "不再关注了。",
    sign_in_to_follow: "登录以后关注",
    to_proposal: "看提案的内容",
    from_proposal: "看办理经过",
    said: "说了什么",
    place: |place| format!("在哪里:{place}"),
    between: ",",
    kind: |kind| format!("哪一种:{kind}"),
    answer: "答复",
    answered_by: |by, tell| format!("{}答复", who(tell, by)),
    verdict,
    will: |plan| format!("要做的事:{plan}"),
    by_day: |day| format!("最晚{day}办好。"),
    again_by: |day| format!("最晚{day}再答复。"),
    award: |amount| format!("得到资助 {amount}。"),
    to_result: "看投票结果",
    why: |reason, said| format!("原因:{reason}。{said}"),
    to_merged: |n| format!("看第{n}号"),
    each: "一条一条的答复",
    yes: "办",
    no: "不办",
    appeal: "为什么不同意答复",
    appeal_open: "还没有再答复。",
    upheld: |why| format!("又看了一遍,答复不变:{why}"),
    revised: "又看了一遍,上面是新的答复。",
    steps: "办理的进展",
    side_by_side: "您说的,我们做的",
    you_said: "您说的",
    we_did: "我们做的",
    built: |built| match built {
        Built::AsAsked => "照您说的做了",
        Built::Otherwise { .. } => "换了个做法",
        Built::Not { .. } => "没有做",
    },
    story: "经过",
    counts: "数一数",
    record_means: "每一步都记下来,一环扣一环。有人改过,在您的手机上就能查出来。",
    record: "核对记录",
    record_holds: |n| format!("核对过了:{n} 步记录,没有人改过。"),
    record_broken: |seq| format!("第 {seq} 步的记录对不上。请打上面的电话告诉我们。"),
    record_other: "记录和这一页对不上。请刷新后再核对;还不行,请打上面的电话。",
    followers: |n| format!("{n} 人关注"),
    pass_ons: |n| format!("转办过 {n} 次"),
    extensions: |n| format!("延期 {n} 次"),
    reopened: |n| format!("重新办 {n} 次"),
};

fn offer(offer: &Offer, stage: StageKind) -> Option<&'static str> {
    match offer {
        Offer::Confirm { speaks: Speaks::Own } if stage == StageKind::Delivered => {
            Some("办好了,我确认")
        }
        Offer::Confirm { speaks: Speaks::Own } => Some("这个答复可以"),
        Offer::Reopen { speaks: Speaks::Own } => Some("还没办好"),
        Offer::Appeal { speaks: Speaks::Own, .. } => Some("不同意这个答复"),
        Offer::Follow => Some("关注这件事"),
        Offer::Unfollow => Some("不再关注"),
        Offer::Withdraw => Some("收回这件事"),
        Offer::Confirm { speaks: Speaks::ForResident }
        | Offer::Reopen { speaks: Speaks::ForResident }
        | Offer::Appeal { speaks: Speaks::ForResident, .. }
        | Offer::Acknowledge
        | Offer::Answer
        | Offer::Uphold
        | Offer::Report
        | Offer::Deliver
        | Offer::PassOn
        | Offer::Extend { .. }
        | Offer::Sort
        | Offer::CloseWithoutAuthor => None,
    }
}

fn verdict(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Adopted { .. } => "采纳:同意办",
        Verdict::PartlyAdopted { .. } => "部分采纳:办一部分",
        Verdict::AlreadyPlanned { .. } => "已有安排:本来就要办",
        Verdict::MergedInto { .. } => "合并办理:和另一件一起办",
        Verdict::Deferred { .. } => "暂缓:现在先不办",
        Verdict::NotAdopted { .. } => "不采纳:不办",
        Verdict::Chosen { .. } => "投票选上了:要办",
        Verdict::NotChosen => "投票没有选上",
    }
}

pub(in crate::words::feedback) const ACTS: ActWords = ActWords {
    not_now: "现在不能这样做了。看看它办到哪一步。",
    back: "回到这件事",
    confirm_answer: "这个答复,您满意吗?",
    confirm_built: "办得怎么样?",
    confirm_means: "您确认以后,这件事就办完了。",
    satisfaction: |satisfaction| match satisfaction {
        Satisfaction::Content => "满意",
        Satisfaction::SoSo => "一般",
        Satisfaction::NotContent => "不满意",
        Satisfaction::NotSaid => "不评价",
    },
    confirm: "确认办完",
    confirmed: "记下了,这件事办完了。谢谢您。",
    appeal: "这个答复哪里不对?",
    appeal_hint: |day| format!("只能说一次,最晚{day}。说清楚哪里不对,会再答复您。"),
    appeal_send: "不同意,请再看",
    appealed: "记下了,会再答复您。",
    reopen: "哪里还没办好?",
    reopen_hint: "说一说缺什么。发出去以后接着办。",
    reopen_send: "没办好,请接着办",
    reopened: "记下了,会接着办。",
    withdraw: "要收回这件事吗?",
    withdraw_means: "收回以后就不办了,不能恢复。写过的话大家还能看到。",
    withdraw_sure: "确定收回",
    withdraw_not: "不收回",
    withdrawn: "已经收回。",
};

pub(in crate::words::feedback) const MINE: MineWords = MineWords {
    none: "您还没有说过什么。有话就说,每一条都有回音。",
    waits: "等您说句话",
    others: "我的事情",
    why: |mine| match mine {
        Mine::Sent => "我提的",
        Mine::CoSigned => "我联名的",
        Mine::Followed => "我关注的",
    },
};
