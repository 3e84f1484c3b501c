//! Words of usual times, in Chinese.
use super::Words;
use huiyin_domain::times::{Attend, DayPart, WeekDay, WeekTime, WeekTimes};
use std::collections::BTreeSet;

/// Words of usual times, in Chinese.
pub const CHINESE: Words = Words {
    heading: "一般什么时候能来",
    what_for: "议事会安排在能来的人多的时候。告诉我们您一般什么时候能来。",
    sign_in_first: "要先登录,才知道是您的时间。",
    staff: "这一页是居民填自己的时间。替居民填,请用“代录”。",
    not_said: "您还没有填。",
    said: "您填的时间",
    said_on: |day| format!("{day} 填的。随时可以改。"),
    say: "填我的时间",
    change: "改我的时间",
    when: "一般什么时候能来?",
    when_hint: "选一个。",
    always: "什么时候都可以",
    never: "都不行,来不了",
    some: "有的时候可以,我来选",
    weekdays: "星期一到星期五,哪天晚上能来?",
    weekdays_hint: "白天大家要上班,所以只有晚上 7 点到 9 点。可以选很多个,也可以不选。",
    on_day: |day| format!("{day},什么时候能来?"),
    day_hint: "可以选很多个,也可以不选。",
    attend: "您想怎么参加?",
    attend_hint: "选一个。",
    check: "请看一遍您的时间",
    send: "保存时间",
    kept: "保存好了。",
    day,
    part: |part| match part {
        DayPart::Morning => "上午(9 点到 12 点)",
        DayPart::Afternoon => "下午(2 点到 5 点)",
        DayPart::Evening => "晚上(7 点到 9 点)",
    },
    part_short,
    attending,
    answer,
};

fn day(day: WeekDay) -> &'static str {
    match day {
        WeekDay::Monday => "星期一",
        WeekDay::Tuesday => "星期二",
        WeekDay::Wednesday => "星期三",
        WeekDay::Thursday => "星期四",
        WeekDay::Friday => "星期五",
        WeekDay::Saturday => "星期六",
        WeekDay::Sunday => "星期日",
    }
}

fn part_short(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "上午",
        DayPart::Afternoon => "下午",
        DayPart::Evening => "晚上",
    }
}

fn attending(attend: Attend) -> &'static str {
    match attend {
        Attend::InPerson => "到现场",
        Attend::Online => "在网上",
        Attend::Either => "现场和网上都可以",
    }
}

fn answer(times: &WeekTimes) -> Vec<String> {
    let attends = |attend: &Attend| format!("参加方式:{}。", attending(*attend));
    match times {
        WeekTimes::Never => vec!["都不行,来不了。".to_owned()],
        WeekTimes::Always { attend } => vec!["什么时候都可以。".to_owned(), attends(attend)],
        WeekTimes::At { times, attend } => {
            let mut lines: Vec<_> =
                WeekDay::ALL.into_iter().filter_map(|it| on(it, times)).collect();
            lines.push(attends(attend));
            lines
        }
    }
}

fn on(on: WeekDay, times: &BTreeSet<WeekTime>) -> Option<String> {
    let parts: Vec<_> =
        times.iter().filter(|it| it.day() == on).map(|it| part_short(it.part())).collect();
    (!parts.is_empty()).then(|| format!("{}:{}。", day(on), parts.join("、")))
}
