//! Words of councils, in Chinese.
use super::{Answer, Hub, Plan, Sheet, Show, Standing, Topics, Words, refusals_zh};
use crate::words::{Language, Room, Tone};
use huiyin_domain::councils::{
    Group,
    series::{
        Event, Mark, Worth,
        wire::{Instead, Why},
    },
};

const LANGUAGE: Language = Language::Chinese;

/// Words of councils, in Chinese.
pub const CHINESE: Words = Words {
    heading: "议事会",
    what_for: "大家坐在一起商量小区的事。只在晚上和休息日开,您什么时候能来,您说了算。",
    stage: refusals_zh::series_stage,
    group,
    mark,
    hub: Room::apart(Tone::Chinese),
    topics: Room::apart(Tone::Chinese),
    show: Room::apart(Tone::Chinese),
    answer: Room::apart(Tone::Chinese),
    plan: Room::apart(Tone::Chinese),
    again: Room::apart(Tone::Chinese),
    sheet: Room::apart(Tone::Chinese),
};

pub(in crate::words) const HUB: Hub = Hub {
    waiting: |n| match n {
        1 => "有一次议事会等您:告诉我们您什么时候能来。".to_owned(),
        n => format!("有 {n} 次议事会等您:告诉我们您什么时候能来。"),
    },
    ask: "等您来填",
    answer: "告诉我们您什么时候能来",
    until: |until| format!("到 {until} 为止。"),
    next: "接下来的议事会",
    council: |id| format!("看议事会第 {id} 号"),
    all: "所有的议事会",
    none: "现在没有议事会。您可以先提一个议题。",
    titled: |id, title| format!("{title}(第 {id} 次)"),
    n_sessions: |n| format!("一共 {n} 场"),
    answered: "您填过了",
};

pub(super) const TOPICS: Topics = Topics {
    heading: "议题",
    what_for: "大家想在议事会上商量的事。支持的人多的排在前面。",
    none: "还没有议题。您来提第一个。",
    n_supports: |n| match n {
        0 => "还没有人支持".to_owned(),
        n => format!("{n} 人支持"),
    },
    mine: "这是您提的",
    support: |id| format!("支持第 {id} 号"),
    take_back: |id| format!("不再支持第 {id} 号"),
    supported: "已经算上您的支持。",
    taken_back: "您的支持已经收回。",
    taken_up: |id| format!("已经列入议事会,看第 {id} 次"),
    sign_in_first: "要支持议题,请先登录。",
    suggest: "提一个议题",
    suggest_means: "写一句话就行。每个议题都有编号,有人答复。",
};

pub(super) const SHOW: Show = Show {
    standing,
    answer: "填我能来的时间",
    answer_new: |n| format!("只答新加的 {n} 个时间"),
    change: "改我的时间",
    about: "为什么开",
    topics: "商量什么",
    no_topics: "议题还没有定。",
    times: "可以选的时间",
    no_times: "还没有可以选的时间。",
    room: |room, seats, online| match online {
        0 => format!("{room},{seats} 个座位"),
        online => format!("{room},{seats} 个座位,网上还能进 {online} 人"),
    },
    provisional: "这一天放不放假还没有最后定,可能会变。",
    holiday: |name| format!("这一天是节假日:{}。", name.zh),
    in_working_hours: |reason| format!("这是上班时间。原因:{reason}"),
    withdrawn: |reason| format!("这个时间撤下了。原因:{reason}"),
    my_mark: |mark_of| format!("您填的:{}", mark(mark_of)),
    n_answers: |n| match n {
        0 => "还没有人填。".to_owned(),
        n => format!("已经有 {n} 人填了。"),
    },
    hidden: "您填好以后,就能看到大家填的。",
    totals: "大家填的",
    n_marks: |mark_of, n| format!("{} {n} 人", mark(mark_of)),
    as_table: "用表格看大家填的",
    columns: ["时间", "能来", "勉强能来", "不能来"],
    chosen: "定下的时间",
    why: "为什么是这些时间",
    others: "没有选上的时间",
    why_not: |at| format!("为什么不是 {at}"),
    story: "经过",
    event,
};

pub(super) const ANSWER: Answer = Answer {
    how: "您想怎么填?",
    how_hint: |until| format!("填到 {until} 为止,以前随时能改。别人填的,您填好以后才看得到。"),
    week: "用我一般的时间",
    week_means: "按您平时填的先填好,您只改例外的日子。",
    always: "这些时间都可以",
    never: "都不行,来不了",
    each: "我一个一个选",
    each_again: "在我填过的上面改",
    only_new: |n| format!("只答新加的 {n} 个时间"),
    only_new_means: "以前填的都不变。",
    to_week: "先填一般什么时候能来",
    to_week_means: "填一次,以后每次议事会都用得上,不用从头选。",
    days: "这些时间,您能来吗?",
    days_hint: "每个时间选一个。",
    from_week: "已经按您一般的时间填好。有例外就改,没有就继续。",
    whole_day: |day| format!("{day},都可以"),
    no_day: |day| format!("{day},都不行"),
    part_mark: |part, mark_of| format!("{part}{}", mark(mark_of)),
    open: |at| format!("{at}:还没有选"),
    some_open: "还有时间没有选",
    group: "您的日子和谁差不多?",
    group_hint: "为了让每一种人都有机会来。公开的只有人数。办会的人打电话时看得到。可以不说。",
    no_group: "不想说",
    check: "请看一遍您的时间",
    short_days: "时间",
    short_attend: "怎么参加",
    short_group: "和谁差不多",
    line: |at, mark_of| format!("{at}:{}", mark(mark_of)),
    not_said: "您还没有填。",
    begin: "开始填",
    send_means: "只有居委会排时间用。别人只看得到人数,看不到是谁。",
    send: "交上去",
    not_now: "现在不能填时间。",
    sign_in_first: "要先登录,才知道是您的时间。",
    staff: "这一页是居民填自己的时间。替居民填,请用“代录”。",
    to_series: "看这次议事会",
    sent: "收到了,谢谢您",
    said: "您填的",
    until: |until| format!("{until} 以前,随时能改。"),
    next: "接下来",
    next_means: "到期以后排时间,让每一种人都有机会来。定好了会通知您。",
    call: "有问题,打电话",
};

pub(super) const PLAN: Plan = Plan {
    heading: "为什么是这些时间",
    not_yet: "时间还没有定。定好以后,这里写明原因。",
    rule: "先让机会最少的人群有尽量多的人能来,再让能来的人尽量多,最后看填“能来”的多不多。",
    worth: |worth| {
        format!(
            "机会最少的人群,有 {}% 的人能来。一共 {} 人有座位。",
            worth.worst_group_percent, worth.n_seated
        )
    },
    best: "电脑把所有排法都比过:没有更好的。",
    within,
    other: |best, reason| {
        format!(
            "还有一种排法:机会最少的人群 {}% 能来,共 {} 人。没有用它,原因:{reason}",
            best.worst_group_percent, best.n_seated
        )
    },
    each: "每一场,少了它会怎样",
    only_chance: |n| match n {
        0 => "若取消这一场,大家都还有别的机会。".to_owned(),
        n => format!("若取消这一场,{n} 人会失去唯一机会。"),
    },
    of_group: |of, n| format!("其中{} {n} 人", group(of)),
    groups: "每一种人,有多少能来",
    seats: |of, seated, n| format!("{}:{n} 人里有 {seated} 人能来", group(of)),
    small: |of, n| format!("{}:只有 {n} 人,人太少,不单独公布", group(of)),
    nowhere: |n, all| format!("{all} 人里,有 {n} 人哪个时间都来不了。"),
    as_table: "用表格看每一种人",
    columns: ["人群", "能来", "一共"],
    not_told: "不公布",
    again: "您也可以自己算一遍",
    again_means: "下载排时间用的数据,里面没有名字。在电脑上运行 huiyin plan,结果应当一样。",
    checksum: "数据的校验码(SHA-256):",
    download: "下载排时间的数据",
    why_not: |at| format!("为什么不是 {at}?"),
    why,
    instead: "如果一定要有这个时间,最好是这样排",
    best_with_it: "有这个时间的排法都比过:没有更好的。",
    swap,
    who_gains: "谁多了机会",
    gains: |of, n| match n {
        Some(n) => format!("{}:多 {n} 人有机会", group(of)),
        None => format!("{}:多几个人有机会,不到 5 人", group(of)),
    },
    who_loses: "谁少了机会",
    loses: |of, n| match n {
        Some(n) => format!("{}:{n} 人失去唯一机会", group(of)),
        None => format!("{}:几个人失去唯一机会,不到 5 人", group(of)),
    },
    compare: |chosen, instead| {
        format!(
            "机会最少的人群,从 {}% 变成 {}%。有座位的,从 {} 人变成 {} 人。",
            chosen.worst_group_percent,
            instead.worst_group_percent,
            chosen.n_seated,
            instead.n_seated,
        )
    },
    to_plan: "看全部原因",
};

pub(super) const SHEET: Sheet = Sheet {
    title: "这次议事会,您什么时候能来",
    open: "打印这张表,用笔填",
    how: "每个时间打一个勾。",
    times: "这些时间,您能来吗?",
    change: "以后变了,再交一张,或者打电话说。以最后一次为准。",
    closed: "现在不收时间了,所以没有表。",
};

fn group(group: Group) -> &'static str {
    match group {
        Group::Commuter => "上班族",
        Group::Shift => "轮班的人",
        Group::Parent => "家有上学孩子的人",
        Group::Retired => "退休老人",
        Group::Tenant => "租房的年轻人",
        Group::Other => "其他人",
        Group::NeverHadAChance => "一直没机会的人",
    }
}

fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Can => "能来",
        Mark::IfNeedBe => "勉强能来",
        Mark::Cannot => "不能来",
    }
}

fn standing(standing: &Standing) -> String {
    let at = |moment| LANGUAGE.moment(moment);
    match standing {
        Standing::Topics => "正在征集议题。您可以提议题,也可以支持别人的。".to_owned(),
        Standing::Asked { until } => {
            format!("请告诉我们您什么时候能来,到 {} 为止。", at(*until))
        }
        Standing::AskedAgain { n, until } => {
            format!("新加了 {n} 个时间,只问这几个。到 {} 为止。", at(*until))
        }
        Standing::Answered { until } => format!("您填好了。{} 以前可以改。", at(*until)),
        Standing::Others { until } => {
            format!("正在问居民什么时候能来,到 {} 为止。", at(*until))
        }
        Standing::Planning => "时间填完了,正在排。定好以后会通知大家。".to_owned(),
        Standing::Scheduled { n, next: Some(next) } => {
            format!("时间定了,一共 {n} 场。下一场:{}。", LANGUAGE.hours(*next))
        }
        Standing::Scheduled { n, next: None } => format!("一共 {n} 场,都开过了。"),
        Standing::Closed => "这次议事会都开完了,纪要已经公布。".to_owned(),
        Standing::Cancelled { reason } => format!("这次议事会取消了。原因:{reason}"),
    }
}

fn swap(gain: u32, lose: u32) -> String {
    format!("换成有这个时间的排法:多 {gain} 人有机会,{lose} 人失去唯一机会。")
}

pub(super) fn why(why: &Why) -> String {
    match why {
        Why::IsChosen => "这个时间已经选上了。".to_owned(),
        Why::NotOffered => "这个时间没有请大家填,所以没有排进去。".to_owned(),
        Why::BelowQuorum { n_seated: 0, quorum } => {
            format!("这个时间没有人能来,要求至少 {quorum} 人。")
        }
        Why::BelowQuorum { n_seated, quorum } => {
            format!("这个时间只有 {n_seated} 人能来,要求至少 {quorum} 人。")
        }
        Why::NobodyLeads => "这个时间没有人能主持。".to_owned(),
        Why::Impossible => {
            "电脑把所有排法都比过:有这个时间的,都不符合要求(场数、间隔、人数)。".to_owned()
        }
        Why::NotFoundInTime => "时间不够,还没有找到有这个时间的排法。不是说一定没有。".to_owned(),
        Why::Instead(Instead { n_gain, n_lose, .. }) => swap(*n_gain, *n_lose),
    }
}

pub(super) fn within(worth: &Worth, bound: &Worth) -> String {
    let percent = bound.worst_group_percent.saturating_sub(worth.worst_group_percent);
    let n = bound.n_seated.saturating_sub(worth.n_seated);
    let gap = match (percent, n) {
        (0, 0) => "能来的人数不会再多,只有填“能来”的个数还没有定。".to_owned(),
        (0, n) => format!("与上限最多差 {n} 人。"),
        (percent, _) => format!("机会最少的人群,与上限最多差 {percent}%。"),
    };
    format!("电脑没有把所有排法都比完。{gap}")
}

fn event(event: &Event) -> String {
    let at = |moment| LANGUAGE.moment(moment);
    match event {
        Event::Begun(_) => "开始筹备这次议事会。".to_owned(),
        Event::Described { .. } => "说明改过了。".to_owned(),
        Event::TopicsChosen { topics } => format!("定了 {} 个议题。", topics.len()),
        Event::NeedsSet { needs } => format!("定了排会要求:开 {} 场。", needs.n_sessions),
        Event::SlotsAdded { slots } => format!("加了 {} 个可以选的时间。", slots.len()),
        Event::SlotWithdrawn { reason, .. } => format!("撤下一个时间。原因:{reason}"),
        Event::PollOpened { until } => format!("开始问大家什么时候能来,到 {} 为止。", at(*until)),
        Event::PollExtended { from, to, reason } => {
            format!("填时间从 {} 延到 {}。原因:{reason}", at(*from), at(*to))
        }
        Event::Scheduled { plan, .. } => format!("定了 {} 场的时间。", plan.slots.len()),
        Event::Closed => "都开完了。".to_owned(),
        Event::Cancelled { reason } => format!("取消了。原因:{reason}"),
    }
}
