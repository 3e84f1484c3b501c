//! Words of a proposal's way, in plain Chinese.
use super::{
    life::{Editing, Joining, Life, Merging, Similar, Texts},
    life_zh::{self, LIFE as CHINESE},
};
use crate::words::{Language, Room, Tone};
use huiyin_domain::proposals::{Event, Finding, Stage};

const LANGUAGE: Language = Language::Chinese;

pub(super) const LIFE: Life = Life {
    status,
    event,
    co_authors: |names| format!("一起提的人:{names}"),
    review: "谁在看",
    lead: |name| format!("{name}负责答复。"),
    others: |names| format!("一起看的:{names}。"),
    due: |day| format!("最晚{day}有结果。"),
    days_late: |n| format!("晚了 {n} 个工作日。可以打上面的电话催。"),
    answered: |n, all| format!("{all} 个部门,{n} 个说好了。"),
    text_n: |n| format!("改过,现在是第 {n} 版。"),
    see_texts: "看改了哪里",
    merged: "并进来的建议",
    asked_merge: |n, title| format!("有人说,您的可以和第{n}号《{title}》一起办。您说了算。"),
    awaits_author: |n, title| format!("有人说可以和第{n}号《{title}》一起办,等提的人决定。"),
    answer_merge: "去决定",
    yours: "这是您提的。",
    edit: "改一改",
    edit_on: "接着改",
    invite: "找人一起提",
    leave: "我不一起提了",
    leave_ask: "不一起提了吗?建议还在,只是没有您的名字。",
    leave_sure: "不一起提了",
    leave_not: "还是一起提",
    left: "好了,去掉您了。",
    move_ask: |n| format!("您支持的这个,并到第{n}号里了。那一个也支持吗?"),
    move_means: "不点就不算。",
    move_co_sign: |n| format!("也支持第{n}号"),
    co_sign_moved: "算上您了。",
    edited: "改好了。",
    joined: "好了,您也是提的人了。",
    was_merged: "好,两个一起办。",
    merge_declined: "好,不合在一起。",
    next_screening: "居委会先看一看能不能给钱办,再请邻居支持。",
    similar: Room::apart(Tone::Plain),
    editing: Room::apart(Tone::Plain),
    texts: Room::apart(Tone::Plain),
    joining: Room::apart(Tone::Plain),
    merging: Room::apart(Tone::Plain),
    ..CHINESE
};

pub(super) const SIMILAR: Similar = Similar {
    heading: "有人也提过,要不要一起?",
    told: |n| format!("有 {n} 个差不多的,在下面。您可以接着写。"),
    co_sign: |n| format!("支持第{n}号"),
    co_signed: "算上您了。您写的还在,接着写也行,不写了也行。",
    sign_in: "登录以后支持",
    ..life_zh::SIMILAR
};

pub(super) const EDITING: Editing = Editing {
    heading: "改一改",
    hint: "要改哪个,点哪个的“修改”。改好了,点最下面。",
    mend: |what| format!("请您改:{what}"),
    why_needed: |n| format!("已经有 {n} 人支持。请写一句,告诉他们。"),
    why_free: "不写也行。",
    send_means: "交上去,大家就看到新的。",
    send: "交上去",
    not_now: "现在不能改",
    ..life_zh::EDITING
};

pub(super) const TEXTS: Texts = Texts { heading: "改了哪里", ..life_zh::TEXTS };

pub(super) const JOINING: Joining = Joining {
    invite: "找人一起提",
    invite_means: |max| {
        format!("加进来的人,大家看得到称呼,也能改这个建议。最多 {max} 个人。号码别给生人。")
    },
    make: "要一个号码",
    make_another: "换一个号码",
    code: "号码",
    until: |until| format!("{until}以前有用,只能用一次。"),
    not_again: "请现在记下来,或者打印。",
    join: "一起提",
    join_means: "加进来,大家看得到您的称呼,您也能改这个建议。",
    code_label: "号码",
    code_hint: "对方告诉您的 8 位数字。",
    code_wrong: "号码是 8 位数字。请再对一遍。",
    ..life_zh::JOINING
};

pub(super) const MERGING: Merging = Merging {
    question: |n| format!("和第{n}号一起办,好吗?"),
    why: |why| format!("为什么:{why}"),
    means: "同意,您的就并到那一个里,不能再分开。不同意,就各办各的。",
    agree: "同意,一起办",
    decline: "不同意",
    yours: "您提的",
    other: "那一个",
    ..life_zh::MERGING
};

fn status(stage: &Stage, amount: &str) -> String {
    match stage {
        Stage::Submitted => "居委会先看一看。".into(),
        Stage::Returned { what } => format!("请提的人改一改:{what}"),
        Stage::CoSigning => "正在等邻居支持。".into(),
        Stage::Qualified => "支持的人够了,等部门来看。".into(),
        Stage::UnderReview => "部门正在看能不能办。".into(),
        Stage::Shortlisted { months: None, .. } => format!("可以办,要 {amount},等大家投票。"),
        Stage::Shortlisted { months: Some(months), .. } => {
            format!("可以办,要 {amount},{months} 个月,等大家投票。")
        }
        Stage::NotFeasible { reason } => format!("部门看过,不能办。原因:{reason}"),
        Stage::OutOfScope { item, reason } => {
            format!("这次的钱不能办这个。规定是:“{item}”。原因:{reason}")
        }
        Stage::MergedInto { into } => format!("和第{into}号一起办了。"),
        Stage::Withdrawn => "提的人收回了。".into(),
        Stage::Won { .. } => format!("选上了,给 {amount} 去办。"),
        Stage::NotSelected { .. } => format!("这次没选上(要 {amount})。"),
        Stage::InDelivery { .. } => format!("选上了,给 {amount},正在做。"),
        Stage::Delivered { .. } => "做好了。".into(),
        Stage::Stopped { reason, .. } => format!("不做了。原因:{reason}"),
        Stage::Reserve { place, .. } => {
            format!("这次没选上,在后备第 {place} 位。前面有人退出,就可能轮到它。")
        }
        Stage::GivenBack { reason, .. } => format!("选上以后又不办了。原因:{reason}"),
    }
}

fn found(finding: &Finding, amount: &str) -> String {
    match finding {
        Finding::Feasible { months, .. } => format!("能办,要 {amount},{months} 个月。"),
        Finding::NotFeasible { reason } => format!("不能办。原因:{reason}"),
    }
}

fn event(event: &Event, n_times: u32, amount: &str) -> String {
    match event {
        Event::Submitted => "建议交上来了。".into(),
        Event::CoSigned => format!("{n_times} 个人支持。"),
        Event::CoSignWithdrawn => format!("{n_times} 个人不再支持。"),
        Event::CoSignMoved => format!("{n_times} 个人改为支持合在一起的那个。"),
        Event::Withdrawn => "提的人收回了。".into(),
        Event::AuthorJoined => "多了一个人一起提。".into(),
        Event::AuthorLeft => "一个人不一起提了。".into(),
        Event::Passed => "居委会看过了,可以支持了。".into(),
        Event::Returned { what } => format!("请提的人改:{what}"),
        Event::RuledOut { item, reason } => {
            format!("这次的钱不能办这个。规定是:“{item}”。原因:{reason}")
        }
        Event::Edited { n, why: Some(why), .. } => format!("改了,第 {n} 版。为什么:{why}"),
        Event::Edited { n, why: None, .. } => format!("改了,第 {n} 版。"),
        Event::Qualified => "支持的人够了。".into(),
        Event::Admitted { reason } => format!("支持的人还不够,也先请部门看。原因:{reason}"),
        Event::SentToReview { due, .. } => {
            format!("请部门看,最晚{}有结果。", LANGUAGE.date(*due))
        }
        Event::Assessed { finding, .. } => format!("一个部门说:{}", found(finding, amount)),
        Event::Shortlisted { .. } => format!("可以投票了,要 {amount}。"),
        Event::SetAside { reason } => format!("不能办。原因:{reason}"),
        Event::MergeOffered { into, why } => {
            format!("问提的人:和第{into}号一起办好吗?因为:{why}")
        }
        Event::MergeTakenBack => "不问合在一起的事了。".into(),
        Event::MergeDeclined => "提的人不想合在一起。".into(),
        Event::Merged { into, .. } => format!("和第{into}号一起办了。"),
        Event::Won { .. } => format!("选上了,给 {amount}。"),
        Event::NotSelected => "结果出来了,没选上。".into(),
        Event::Begun => "开始做了。".into(),
        Event::Delivered => "做好了。".into(),
        Event::Stopped { reason } => format!("不做了。原因:{reason}"),
        Event::Reserved { place } => format!("结果出来了,在后备第 {place} 位。"),
        Event::CalledUp { reason, .. } => format!("从后备补上了,给 {amount}。原因:{reason}"),
        Event::GivenBack { reason, .. } => format!("不办了,钱退回。原因:{reason}"),
    }
}
