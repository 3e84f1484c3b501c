//! Words of projects in Chinese.
use super::{Closing, Desk, Fields, List, Money, Plan, Team, Voices, Words, Work};
use crate::delivery::act::Act;
use crate::words::{Room, Tone};
use huiyin_domain::delivery::{ReportBy, StageKind};

/// In Chinese.
pub const CHINESE: Words = Words {
    list: Room::apart(Tone::Chinese),
    number: |n| format!("第{n}号项目"),
    stage,
    to_proposal: "看原来的提案",
    to_project: |n| format!("回到第{n}号项目"),
    not_now: "现在不能办这件事。请回到项目页看看。",
    act,
    means,
    send,
    done,
    fields: Room::apart(Tone::Chinese),
    money: Room::apart(Tone::Chinese),
    plan: Room::apart(Tone::Chinese),
    work: Room::apart(Tone::Chinese),
    team: Room::apart(Tone::Chinese),
    voices: Room::apart(Tone::Chinese),
    closing: Room::apart(Tone::Chinese),
    desk: Room::apart(Tone::Chinese),
};

pub(super) const LIST: List = List {
    heading: "项目",
    nothing: "现在还没有项目。当选的提案立项以后会在这里。",
};

pub(super) const FIELDS: Fields = Fields {
    number,
    no_step: "没有完成哪一步",
    amount: "多少钱(元)",
    day,
    day_hint: "例如 2026-12-01",
    plan: "步骤,一行一步",
    plan_hint: "每行先写日期,空一格,再写做什么。例如:2026-12-01 买材料",
    words,
    more,
    receipt: "凭据",
    receipt_hint: "例如发票号,或者谁签收的",
};

pub(super) const MONEY: Money = Money {
    heading: "公开账目",
    award: "资助",
    spent: "用了",
    left: "还剩",
    nothing: "还没有支出。",
    table: "看每一笔账",
    n: "第几笔",
    on: "日期",
    what: "用途",
    amount: "金额",
    receipt: "凭据",
    nth: |n| format!("第 {n} 笔"),
    corrects: |n| format!("冲销第 {n} 笔"),
};

pub(super) const PLAN: Plan = Plan {
    heading: "计划",
    by: |day| format!("{day}前完成"),
    open: "还没完成",
    reached: |day| format!("{day}完成"),
    next: |title, day| format!("下一步:{title},{day}前"),
    progress: |n, of| format!("{of} 步里完成了 {n} 步"),
};

pub(super) const WORK: Work =
    Work {
        heading: "进展", nothing: "还没有进展。", by, reached: |step| format!("完成:{step}")
    };

pub(super) const TEAM: Team = Team {
    heading: "项目组",
    yours: "您在项目组里。",
    asked: "您申请了加入,等提案人或居委会同意。",
    authors: |names| format!("提案人:{names}"),
    joined: |names| format!("一起做的居民:{names}"),
    responsible: |name| format!("居委会负责人:{name}"),
    let_in: |name| format!("同意{name}加入"),
    turn_away: |name| format!("不同意{name}加入"),
    said: "记下了。",
};

pub(super) const VOICES: Voices = Voices {
    heading: "验收",
    until: |day| format!("{day}前,每位居民都可以说做好了没有。"),
    counts: |yes, no| format!("{yes} 人说做好了,{no} 人说还没做好。"),
    done: "做好了",
    not_done: "还没做好",
    yours: "(您说的)",
    answer: |words| format!("答复:{words}"),
    unanswered: |n| format!("{n} 条“还没做好”等答复"),
};

pub(super) const CLOSING: Closing = Closing {
    done: |words| format!("做了什么:{words}"),
    cost: |amount| format!("花了 {amount}"),
    learnt: |words| format!("学到什么:{words}"),
    why: |words| format!("为什么中止:{words}"),
    rest: |words| format!("剩下的钱:{words}"),
};

pub(super) const DESK: Desk = Desk {
    heading: "项目",
    to_begin: "当选了,等立项",
    nothing_to_begin: "没有等立项的提案。",
    not_yet: "异议期过后才能立项。",
    begin: "立项",
    begin_heading: |n| format!("第{n}号提案立项"),
    begin_means: "提案人自动在项目组里,由您负责。请先写计划,大家都看得到。",
    begun: "立项了,提案人、联名和关注的居民都会收到通知。",
};

fn stage(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Underway => "正在实施",
        StageKind::Accepting => "正在验收",
        StageKind::Delivered => "已经结项",
        StageKind::Stopped => "已经中止",
    }
}

fn by(by: ReportBy) -> &'static str {
    match by {
        ReportBy::Office => "居委会",
        ReportBy::Team => "项目组居民",
    }
}

fn act(act: Act) -> &'static str {
    match act {
        Act::Done => "做好了",
        Act::NotDone => "还没做好",
        Act::Join => "加入项目组",
        Act::Leave => "退出项目组",
        Act::Report => "写进展",
        Act::Pay => "记一笔支出",
        Act::Correct => "冲销一笔支出",
        Act::Plan => "改计划",
        Act::Finish => "提请验收",
        Act::Answer => "答复没做好",
        Act::Close => "结项",
        Act::Resume => "接着做",
        Act::TakeOver => "由我负责",
        Act::Stop => "中止项目",
    }
}

fn means(act: Act) -> &'static str {
    match act {
        Act::Done => "您看过了,觉得做好了。可以写几句,也可以不写。",
        Act::NotDone => "请写还缺什么。居委会会答复您。",
        Act::Join => "提案人或居委会同意以后,您就在项目组里。",
        Act::Leave => "您不再在项目组里。做过的都留着。",
        Act::Report => "写做了什么,大家都看得到。",
        Act::Pay => "每一笔都公开,合起来不能超过资助。",
        Act::Correct => "原来那一笔留着,另记一笔冲销。",
        Act::Plan => "做完的步骤不变,没做完的换成新的。",
        Act::Finish => "请每位居民来看,说做好了没有。",
        Act::Answer => "答复公开,说的人会收到通知。",
        Act::Close => "报告公开,之后账目和计划都不再改。",
        Act::Resume => "有人说还没做好,接着做。请写新的计划。",
        Act::TakeOver => "大家会看到由您负责。",
        Act::Stop => "项目不再做。原因和剩下的钱怎么办都公开。",
    }
}

fn send(act: Act) -> &'static str {
    match act {
        Act::Done => "我说做好了",
        Act::NotDone => "我说还没做好",
        Act::Join => "申请加入",
        Act::Leave => "退出",
        Act::Report => "写上",
        Act::Pay => "记上",
        Act::Correct => "冲销",
        Act::Plan => "换成新计划",
        Act::Finish => "请大家验收",
        Act::Answer => "公开答复",
        Act::Close => "公开报告,结项",
        Act::Resume => "接着做",
        Act::TakeOver => "由我负责",
        Act::Stop => "中止",
    }
}

fn done(act: Act) -> &'static str {
    match act {
        Act::Done => "谢谢,记下了。",
        Act::NotDone => "谢谢,记下了。居委会会答复。",
        Act::Join => "申请了,等提案人或居委会同意。",
        Act::Leave => "退出了。",
        Act::Report => "写上了。",
        Act::Pay => "记上了,大家都看得到。",
        Act::Correct => "冲销了,大家都看得到。",
        Act::Plan => "计划换好了。",
        Act::Finish => "提请验收了,大家会收到通知。",
        Act::Answer => "答复了。",
        Act::Close => "结项了。",
        Act::Resume => "接着做了。",
        Act::TakeOver => "现在由您负责。",
        Act::Stop => "中止了,原因已经公开。",
    }
}

fn number(act: Act) -> &'static str {
    match act {
        Act::Report => "完成了哪一步?",
        Act::Correct => "冲销哪一笔?",
        Act::Answer => "答复哪一条?",
        Act::Done
        | Act::NotDone
        | Act::Join
        | Act::Leave
        | Act::Pay
        | Act::Plan
        | Act::Finish
        | Act::Close
        | Act::Resume
        | Act::TakeOver
        | Act::Stop => "哪一个?",
    }
}

fn day(act: Act) -> &'static str {
    match act {
        Act::Pay => "哪天付的",
        Act::Finish => "验收到哪天为止",
        Act::Done
        | Act::NotDone
        | Act::Join
        | Act::Leave
        | Act::Report
        | Act::Correct
        | Act::Plan
        | Act::Answer
        | Act::Close
        | Act::Resume
        | Act::TakeOver
        | Act::Stop => "哪一天",
    }
}

fn words(act: Act) -> &'static str {
    match act {
        Act::Done => "想说的话(可以不写)",
        Act::NotDone => "还缺什么",
        Act::Pay => "用途",
        Act::Correct => "为什么冲销",
        Act::Answer => "答复",
        Act::Plan => "为什么改",
        Act::Resume => "为什么接着做",
        Act::Stop => "为什么中止",
        Act::Join | Act::Leave | Act::Report | Act::Finish | Act::Close | Act::TakeOver => {
            "做了什么"
        }
    }
}

fn more(act: Act) -> &'static str {
    match act {
        Act::Close => "学到什么",
        Act::Stop => "剩下的钱怎么办",
        Act::Done
        | Act::NotDone
        | Act::Join
        | Act::Leave
        | Act::Report
        | Act::Pay
        | Act::Correct
        | Act::Plan
        | Act::Finish
        | Act::Answer
        | Act::Resume
        | Act::TakeOver => "还有什么",
    }
}
