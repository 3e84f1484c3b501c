//! Words of the desk of whoever plans councils, in Chinese.
use super::{
    List, Needs, New, Poll, Show, Slots, Topics, Words, acts_zh,
    day_mark::{DayMark, day_mark},
    plan_zh::{PLAN, WHO},
};
use crate::words::{Language, councils::refusals_zh::series_stage};
use huiyin_domain::{
    councils::{
        SlotKind,
        rules::RulePart,
        series::{self, Event, StageKind, wire::SeriesCard},
    },
    money::group_thousands,
    problems::FieldFault,
    words::WordsProblem,
};

const LANGUAGE: Language = Language::Chinese;

/// Words of the desk of whoever plans councils, in Chinese.
pub const CHINESE: Words = Words {
    list: LIST,
    new: NEW,
    show: SHOW,
    stage: series_stage,
    kind,
    day_mark: |hours, kind| {
        day_mark(hours, kind).map(|mark| match mark {
            DayMark::Holiday => "这天是节假日,很多人要陪家人。",
            DayMark::MakeUpDay => "这天调休上班,只有晚上有空。",
        })
    },
    holiday: |name| format!("这天是节假日({}),很多人要陪家人。", name.zh),
    provisional: "这天的放假安排还没有公布,以后可能要改。",
    act: acts_zh::act,
    heading: acts_zh::heading,
    means: acts_zh::means,
    send: acts_zh::send,
    done: acts_zh::done,
    not_now: "现在不能做这件事,或者不用再做了。可能刚才有人做了。",
    typed: "您写的:",
    to_series: "回到这次议事会",
    fault,
    reason: acts_zh::reason,
    reason_hint: "所有人都能看到。写清楚,不写人名和电话。",
    topics: TOPICS,
    needs: NEEDS,
    slots: SLOTS,
    poll: Poll {
        until: "居民填到什么时候?(中国时间)",
        before: |first, days, latest| {
            format!(
                "第一个时间是{first}。留一天定时间,再提前 {} 天公告,所以最晚到{latest}。",
                n(days)
            )
        },
        so_far: |until| format!("现在到{until}为止。"),
    },
    plan: PLAN,
    who: WHO,
};

/// A number with its thousands grouped.
pub(super) fn n(number: u32) -> String {
    group_thousands(number.into())
}

const LIST: List = List {
    heading: "安排议事会",
    see: "安排议事会:选时间、定时间",
    lead: "先选议题和时间,请居民填能不能来,再定下大家都有机会来的时间。",
    none: "还没有安排过议事会。",
    cards: "所有的议事会安排",
    stands,
    begin: "安排新的议事会",
};

fn stands(card: &SeriesCard) -> String {
    let sessions = format!("共 {} 场", n(card.n_sessions));
    let until = card.until.map(|until| LANGUAGE.moment(until));
    let next = card.next.map(|next| LANGUAGE.hours(next.hours));
    match (card.stage, until, next) {
        (StageKind::Polling, Some(until), _) => format!("{sessions}。居民填时间到{until}为止。"),
        (StageKind::Scheduled, _, Some(next)) => format!("{sessions}。下一场:{next}。"),
        (
            StageKind::TopicsOpen
            | StageKind::Polling
            | StageKind::Scheduled
            | StageKind::Closed
            | StageKind::Cancelled,
            _,
            _,
        ) => format!("{sessions}。"),
    }
}

const NEW: New = New {
    heading: "安排新的议事会",
    means: "先起个名字,说清楚为什么开。议题、时间和场数后面再选,都可以改。",
    title: "这次议事会叫什么?",
    title_hint: "一句话,例如:12 月议事会,商量停车和电动车。",
    about: "为什么开?",
    about_hint: "所有居民都能看到。说说要商量什么、希望定下什么。",
    begin: "建好,接着选时间",
};

const SHOW: Show = Show {
    no_times_yet: "还没有可选的时间。请先加时间,再请居民来填。",
    not_asked: |slots| format!("有 {} 个时间可选,还没有请居民填。", n(slots)),
    asking: |until, answers| format!("居民正在填时间,到{until}为止。已有 {} 人填了。", n(answers)),
    asked: |until, answers| match answers {
        0 => format!("填时间已经在{until}截止,没有人填。请延长,或者打电话请居民填。"),
        answers => format!("填时间已经在{until}截止,{} 人填了。请定下时间。", n(answers)),
    },
    scheduled: |sessions, first| match first {
        Some(first) => format!("时间已定,共 {} 场。第一场:{first}。", n(sessions)),
        None => format!("时间已定,共 {} 场。", n(sessions)),
    },
    closed: |at| format!("已经在{at}结束。"),
    cancelled: |reason| format!("已经取消。原因:{reason}"),
    acts: "现在可以做的",
    nothing: "现在没有要办的。",
    who: "看谁填了、谁没填",
    why: "看为什么定这些时间",
    times: "可选的时间",
    no_times: "还没有。",
    marks: |marks| {
        let (can, if_need_be, cannot) = (n(marks.can), n(marks.if_need_be), n(marks.cannot));
        format!("{can} 人能来,{if_need_be} 人勉强能来,{cannot} 人不能来。")
    },
    room: |room, seats, online| match online {
        0 => format!("{room},{} 个座位", n(seats)),
        online => format!("{room},{} 个座位,线上 {} 个位置", n(seats), n(online)),
    },
    working_hours: |why| format!("在上班时间,原因:{why}"),
    chosen: "定在这个时间",
    withdrawn: "撤下的时间",
    because: |reason| format!("原因:{reason}"),
    topics: "议题",
    no_topics: "还没有选议题。",
    topic,
    needs: "排会要求",
    story: "经过",
    event,
};

fn topic(title: &str, supports: u32) -> String {
    format!("{title}({} 人支持)", n(supports))
}

fn event(event: &Event) -> String {
    match event {
        Event::Begun(_) => "建好了。".into(),
        Event::Described { .. } => "改了名字或说明。".into(),
        Event::TopicsChosen { topics } => format!("选了 {} 个议题。", topics.len()),
        Event::NeedsSet { .. } => "改了排会要求。".into(),
        Event::SlotsAdded { slots } => format!("加了 {} 个时间。", slots.len()),
        Event::SlotWithdrawn { reason, .. } => format!("撤下了一个时间。原因:{reason}"),
        Event::PollOpened { until } => {
            format!("开始请居民填时间,到{}为止。", LANGUAGE.moment(*until))
        }
        Event::PollExtended { to, reason, .. } => {
            format!("填时间延长到{}。原因:{reason}", LANGUAGE.moment(*to))
        }
        Event::Scheduled { plan, .. } => format!("定下了 {} 场的时间。", plan.slots.len()),
        Event::Closed => "全部结束。".into(),
        Event::Cancelled { reason } => format!("取消了。原因:{reason}"),
    }
}

pub(super) fn kind(kind: SlotKind) -> &'static str {
    match kind {
        SlotKind::WorkdayEvening => "工作日晚上",
        SlotKind::FridayEvening => "星期五晚上",
        SlotKind::WeekendMorning => "休息日上午",
        SlotKind::WeekendAfternoon => "休息日下午",
        SlotKind::WeekendEvening => "休息日晚上",
        SlotKind::WorkingHours => "上班时间",
    }
}

fn fault(field: &str, fault: &FieldFault) -> Option<&'static str> {
    let sentence = match (field, fault) {
        ("title", FieldFault::Words(WordsProblem::Empty)) => "还没有写叫什么。写一句话就行。",
        ("about", FieldFault::Words(WordsProblem::Empty)) => "还没有写为什么开。写一两句就行。",
        ("room", FieldFault::Words(WordsProblem::Empty)) => "还没有写在哪里。例如:社区活动室。",
        ("day", FieldFault::Date) => "还没有选日期。请选一天。",
        ("from", FieldFault::Date) => "还没有填开始时间。",
        ("until", FieldFault::Date) => "还没有填结束时间,或者比开始还早。请重新填。",
        ("poll_until", FieldFault::Date) => "截止时间要在现在以后,也要在第一个时间以前。请重新选。",
        ("extend_until", FieldFault::Date) => {
            "新的截止时间要比原来晚,也要在第一个时间以前。请重新选。"
        }
        ("proposed", FieldFault::NothingChosen) => "还没有选时间。请至少选一个。",
        ("which", FieldFault::NothingChosen) => "还没有选撤下哪个时间。请选一个。",
        ("others", FieldFault::NothingChosen) => "还没有选时间。请照要开的场数选。",
        _ => return None,
    };
    Some(sentence)
}

const TOPICS: Topics = Topics {
    which: "选哪些议题?",
    hint: |most| format!("最多 {most} 个。先选的排在前面,下面可以往前移。"),
    topic,
    taken: "已经排进别的议事会",
    none: "居民还没有提议题。可以先加时间,议题以后再选。",
    order: "选好的议题,先后就是会上的先后",
    nothing: "还没有选。",
    forward: "往前移",
};

const NEEDS: Needs = Needs {
    n_sessions: "开几场?",
    n_sessions_hint: "几场都商量同样的议题,让更多人能来一场。",
    gap: "两场之间至少隔几天?",
    gap_hint: "写 0 就是同一天也可以。",
    quorum: "每场至少要有多少人能来?",
    quorum_hint: "写 0 就是不限。",
    notice: "提前几天发通知?",
    notice_hint: "按法律和约定,提前把时间、地点和议题告诉居民。",
    most: "每种时间最多开几场?",
    most_hint: "免得每次都在同一种时间。空着就是不限。",
    most_of: |kind| format!("{kind},最多几场?"),
    leads: "谁来主持,最多几场?",
    leads_hint: "都不选,就由居委会再找人。",
    leads_of: |name| format!("{name}主持几场?"),
    leads_none: "不主持",
    leads_most: |most| format!("最多 {most} 场"),
    sentences,
};

fn sentences(needs: &series::Needs) -> Vec<String> {
    let mut lines = vec![format!("开 {} 场。", n(needs.n_sessions))];
    if needs.min_gap_days > 0 {
        lines.push(format!("两场之间至少隔 {} 天。", n(needs.min_gap_days)));
    }
    if needs.quorum > 0 {
        lines.push(format!("每场至少要有 {} 人能来。", n(needs.quorum)));
    }
    lines.push(format!("提前 {} 天发通知。", n(needs.notice_days)));
    let most = needs.most_of_kind.iter();
    lines.extend(most.map(|(it, most)| format!("{}最多 {} 场。", kind(*it), n(*most))));
    if !needs.facilitators.is_empty() {
        lines.push(format!("有 {} 个人可以主持。", needs.facilitators.len()));
    }
    lines
}

const SLOTS: Slots = Slots {
    from_day: "从哪一天开始?",
    until_day: "到哪一天为止?",
    parts: "哪些时候可以开会?",
    part: |part| match part {
        RulePart::WorkdayEvening => "工作日晚上",
        RulePart::WeekendMorning => "周末上午",
        RulePart::WeekendAfternoon => "周末下午",
        RulePart::WeekendEvening => "周末晚上",
    },
    begins: |part| match part {
        RulePart::WorkdayEvening => "工作日晚上几点开始?",
        RulePart::WeekendMorning => "周末上午几点开始?",
        RulePart::WeekendAfternoon => "周末下午几点开始?",
        RulePart::WeekendEvening => "周末晚上几点开始?",
    },
    minutes: "一场开多少分钟?",
    room_heading: "在哪里开?",
    room: "地点",
    seats: "有多少个座位?",
    online: "线上有多少个位置?",
    online_hint: "没有线上就空着。",
    link: "会议链接",
    link_hint: "还不知道就空着,以后再补。",
    leads: "谁可以主持?",
    leads_hint: "都不选,就是谁都可以。",
    propose: "看看有哪些时间",
    proposed: |times| format!("找到 {} 个时间", n(times)),
    proposed_hint: "不要的,把勾去掉。",
    none: "这条规则里没有合适的时间。请改日期,或者多选几种时候。",
    add: |times| format!("加上这 {} 个时间", n(times)),
    changed: "规则改过了。请再按一次“看看有哪些时间”。",
    day: "哪一天?",
    from: "几点开始?",
    until: "几点结束?",
    why: "为什么在上班时间?",
    why_hint: "只有工作日白天要写,所有人都能看到。其他时间空着。",
    which: "撤下哪一个?",
};
