//! Words of one council, in Chinese.
use super::{
    ActWords, CalendarWords, Figures, MinutesWords, Poster, Show, WordWords, Words, is_settled,
};
use crate::words::{Language, Room, Tone};
use huiyin_domain::{
    councils::{
        meeting::{
            Left, Outcome, Reminder, Resolution, Stage, StageKind, Standing, Way,
            statistics::Trend,
            wire::{CouncilPage, MySeat},
        },
        rules::Clash,
    },
    feedback::figures::Share,
};

const LANGUAGE: Language = Language::Chinese;

/// Words of one council, in Chinese.
pub const CHINESE: Words = Words {
    heading: "议事会",
    stage,
    way: |way| match way {
        Way::InPerson => "到现场",
        Way::Online => "网上参加",
    },
    reminder,
    standing,
    my_seat,
    left: |left, has_line| match has_line {
        true => format!("现场还有 {} 个座位,网上还有 {} 个名额。", left.in_person, left.online),
        false => format!("现场还有 {} 个座位。", left.in_person),
    },
    votes: |votes| format!("赞成 {} 票,反对 {} 票,弃权 {} 票", votes.yes, votes.no, votes.abstain),
    resolved,
    show: Room::apart(Tone::Chinese),
    acts: Room::apart(Tone::Chinese),
    calendar: Room::apart(Tone::Chinese),
    minutes: Room::apart(Tone::Chinese),
    figures: Room::apart(Tone::Chinese),
    poster: Room::apart(Tone::Chinese),
};

pub(super) const SHOW: Show = Show {
    agenda: "谈什么",
    no_agenda: "议程还没有定。定了以后写在这里。",
    item: |title, minutes| format!("{title}({minutes} 分钟)"),
    from_number: |number| format!("看第{number}号"),
    left_open: "上次议事会没办完,这次接着谈。",
    attend: "怎么参加",
    room: |room| format!("地点:{room}"),
    join: "打开网上会议",
    link: "网上会议的地址",
    link_later: "也可以在网上参加。会议地址还没有定,定了会写在这里。",
    link_signed_in: "也可以在网上参加。登录以后能看到会议地址。",
    moved: |when, room, reason| format!("原来定在{when},{room}。后来改了,原因:{reason}"),
    holiday: |name| format!("这一天是节假日:{}。", name.zh),
    day_checked: |clash| {
        format!("{}居委会正在核对要不要改期。改了会通知您,没有通知就照原来的时间。", became(clash))
    },
    in_working_hours: |reason| format!("这一场在上班时间。原因:{reason}"),
    quorum: |n| format!("到场满 {n} 人,表决才算数。"),
    code: "我的签到码",
    code_means: "到了门口,给工作人员看这个码,或者念出来。",
    code_qr: "我的签到二维码,给工作人员扫",
    only_chance: "几场里您只有这一场能来。候补时您排在前面。",
    offer: |way, has_seat| match (way, has_seat) {
        (Way::InPerson, true) => "我来,到现场",
        (Way::InPerson, false) => "现场满了,我要候补",
        (Way::Online, true) => "我来,网上参加",
        (Way::Online, false) => "网上满了,我要候补",
    },
    offer_decline: "我不去",
    offer_remind: "什么时候提醒我",
    offer_word: |n| format!("说说决议 {n} 办好没有"),
    sign_in: "登录以后报名",
    more: "还可以",
    to_calendar: "加到手机日历",
    to_minutes: "看会议纪要",
    to_previous: "看上一场",
    to_next: "看下一场",
    to_poster: "打印海报",
    to_figures: "看历次议事会的数字",
    to_desk: "去办理这场议事会",
};

/// What a council's day has become.
pub fn became(clash: &Clash) -> String {
    match clash {
        Clash::Holiday { name } => format!("新的放假安排里,这一天是节假日({})。", name.zh),
        Clash::WorkingHours { name: Some(name) } => {
            format!("新的放假安排里,这一天要上班(为{}调休)。", name.zh)
        }
        Clash::WorkingHours { name: None } => "新的放假安排里,这一天要上班。".to_owned(),
    }
}

pub(super) const ACTS: ActWords = ActWords {
    back: "回到议事会",
    seat: "您怎么参加?",
    seat_hint: |way, has_seat, left| match (way, has_seat) {
        (Way::InPerson, true) => format!("还有 {} 个座位。", left.in_person),
        (Way::Online, true) => format!("还有 {} 个名额。", left.online),
        (Way::InPerson | Way::Online, false) => "已经满了。先候补,有空位自动轮到您。".to_owned(),
    },
    seat_send: "报名",
    seated: "记下了。",
    decline: "您确定不去吗?",
    decline_means: "您的座位会让给候补的人。以后想去,可以再报名。",
    decline_sure: "确定,我不去",
    decline_not: "先不改",
    declined: "记下了:您不去。",
    remind: "什么时候提醒您?",
    remind_hint: |reminder| match reminder {
        Reminder::DayBefore | Reminder::TwoHoursBefore => "提醒会出现在“消息”里。",
        Reminder::Never => "改期或取消时,仍然会告诉您。",
    },
    remind_send: "保存",
    reminded: "记下了提醒的时间。",
    not_now: "现在不能这样做了。看看它现在怎么样:",
    word: WORD,
};

pub(super) const WORD: WordWords = WordWords {
    question: |n| format!("决议 {n} 办好了吗?"),
    report: |words| format!("居委会说:{words}"),
    until: |day| format!("最晚{day}说。大家只看到有几个人说,看不到名字。"),
    is_done: "办好了",
    not_done: "还没办好",
    missing: "还差什么?",
    missing_hint: "您写的话大家都能看到。不要写姓名。",
    reopens: "您说了以后,居委会要接着办。",
    counts: "这件事已经重新办过一次,或者会已经办结。您的话照样算上,也会公布,但不会再重新办。要有人答复您,请提一条意见。",
    to_opinion: "提一条意见",
    send: "说还没办好",
    said: "记下了,谢谢您。",
};

pub(super) const CALENDAR: CalendarWords = CalendarWords {
    heading: "加到手机日历",
    file_means: "下载一个日历文件,打开它,手机就会记住这场会。",
    download: "下载日历文件",
    copy_means: "在微信里下载不了?复制下面的字,贴到日历或备忘录里。",
    facts: "这场会的时间和地点",
    copy: "复制时间和地点",
    copied: "复制好了,去粘贴就行。",
    copy_by_hand: "没有复制成。请按住上面的字,选“全选”,再选“复制”。",
    agenda: "谈什么:",
    line: |link| format!("网上会议:{link}"),
    line_copy: "复制会议地址",
    qr_file: "用另一部手机的相机扫一扫,下载日历文件",
    feed: "订阅所有议事会",
    feed_means: "订阅一次,以后的议事会自动出现在日历里,改期也会跟着改。",
    feed_open: "用手机日历订阅",
    feed_address: "订阅地址",
    feed_copy: "复制订阅地址",
    qr_feed: "用相机扫一扫,打开订阅地址",
    mine: "只订阅我参加的",
    mine_means: "给您一个自己的地址,不要发给别人。再做一个,以前的就不能用了。",
    mine_make: "做一个我的订阅地址",
    mine_address: "我的订阅地址",
    mine_copy: "复制我的订阅地址",
};

pub(super) const MINUTES: MinutesWords = MinutesWords {
    heading: "会议纪要",
    not_yet: "纪要还没有公布。公布以后写在这里。",
    summary: "会上说了什么",
    published: |day| format!("{day}公布"),
    came: |room, line, quorum| {
        format!("现场来了 {room} 人,网上 {line} 人;要 {quorum} 人才能表决。")
    },
    outcome,
    by_group: "来的是哪些人",
    group: |group, n| match n {
        Some(n) => format!("{group}:{n} 人"),
        None => format!("{group}:人数太少,不显示"),
    },
    opinions: "大家的意见",
    no_opinions: "这次没有记下意见。",
    opinions_mean: "每条意见都有编号,都会得到答复。",
    to_opinion: |number| format!("看第{number}号怎么答复"),
    resolutions: "决议",
    no_resolutions: "这次没有表决。",
    resolution: |number| format!("决议 {number}"),
    present: |n| format!("当时到场 {n} 人"),
    step: |day, words| format!("{day}:{words}"),
    to_later: "看接着谈的那一场",
    said: |done, not_done| format!("说办好了的 {done} 人,说还没办好的 {not_done} 人"),
    missing: |day, words| format!("{day}有人说还没办好:{words}"),
};

pub(super) const FIGURES: Figures = Figures {
    heading: "议事会的数字",
    first_time: |n| format!("{n} 人第一次来议事会"),
    first_chance: |n| match n {
        Some(n) => format!("其中 {n} 人以前一直没机会来。"),
        None => "其中以前一直没机会的人很少,不显示人数。".to_owned(),
    },
    on: |day| format!("截至{day}"),
    trend,
    none: "还没有开过议事会。开过以后,数字写在这里。",
    sessions: "一场一场看",
    of_invited: |part, whole| format!("请了 {whole} 人,来了 {part} 人"),
    of_able: |part, whole| format!("说能来的有 {whole} 人,来了 {part} 人"),
    session_first: |n| format!("第一次来:{n} 人"),
    walk_ins: |n| format!("没报名、直接来的:{n} 人"),
    by_group: "分人群看",
    group: |group, share| match share {
        Some((part, whole)) => format!("{group}:说能来的 {whole} 人,来了 {part} 人"),
        None => format!("{group}:人数太少,不显示"),
    },
    hidden_means: "少于 5 人的人群不显示,免得认出是谁。",
    as_table: "用表格看每一场",
    columns: ["日期", "来的居民", "请的人", "能来且来了", "说能来的", "第一次来"],
    chances: "谁一直没机会来",
    without: |part, whole| format!("{whole} 人回答了,{part} 人哪一场都来不了"),
    few_without: "哪一场都来不了的:人数太少,不显示",
    reached: |part, whole| format!("以前一直没机会的 {whole} 人里,来了 {part} 人"),
    few_reached: "以前一直没机会、这次来了的:人数太少,不显示",
    hidden: "不显示",
    chances_table: "用表格看每一轮",
    chance_columns: ["哪一轮", "都来不了", "回答了", "这次来了", "以前没机会"],
    to_council: "看这场议事会",
    show_all: |n| format!("全部显示,共 {n} 场"),
};

pub(super) const POSTER: Poster = Poster {
    title: "打印议事会海报",
    heading: "居民议事会",
    when: "时间",
    place: "地点",
    agenda: "谈什么",
    online: "也可以在网上参加。",
    welcome: "没有手机也能来,不用报名。座位不够时,先报名的先坐。",
    qr: "扫一扫:报名、看议程",
    cancelled: "这场议事会取消了",
};

fn reminder(reminder: Reminder) -> &'static str {
    match reminder {
        Reminder::DayBefore => "前一天",
        Reminder::TwoHoursBefore => "前两个小时",
        Reminder::Never => "不用提醒",
    }
}

fn stage(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Scheduled => "已定时间",
        StageKind::Noticed => "已公告",
        StageKind::InSession => "正在开会",
        StageKind::Held => "开过了",
        StageKind::NoQuorum => "人数不够",
        StageKind::MinutesPublished => "纪要已公布",
        StageKind::Closed => "已办结",
        StageKind::Cancelled => "已取消",
    }
}

fn standing(page: &CouncilPage) -> String {
    let when = LANGUAGE.hours(page.hours);
    let room = &page.room.name;
    let mine = page.mine.as_ref().map(|mine| my_seat(&mine.seat)).unwrap_or_default();
    match &page.stage {
        Stage::Scheduled | Stage::Noticed { .. } => format!("{when},在{room}。{mine}"),
        Stage::InSession { .. } => format!("正在开会,在{room}。{mine}"),
        Stage::Ended { sitting } => {
            format!("{when},在{room}开过了。{}纪要还在写。", outcome(&sitting.outcome))
        }
        Stage::MinutesPublished { sitting, .. } => {
            format!("{when},在{room}开过了。{}纪要已经公布。", outcome(&sitting.outcome))
        }
        Stage::Closed { sitting, .. } => {
            let came = outcome(&sitting.outcome);
            format!("{when},在{room}开过了。{came}{}", ending(&page.resolutions))
        }
        Stage::Cancelled { reason, .. } => {
            format!("取消了,不开了。原来定在{when}。原因:{reason}")
        }
    }
}

fn my_seat(seat: &MySeat) -> String {
    match seat {
        MySeat::NotAnswered => "您还没有说去不去。".to_owned(),
        MySeat::Coming { way: Way::InPerson } => "您有座位。".to_owned(),
        MySeat::Coming { way: Way::Online } => "您在网上参加,名额留好了。".to_owned(),
        MySeat::Waiting { place, .. } => {
            format!("您在候补,排第 {place} 位。有空位会自动轮到您,并告诉您。")
        }
        MySeat::NotComing => "您说过不去。".to_owned(),
        MySeat::Here { .. } => "您已经签到。".to_owned(),
    }
}

fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Held => "人数够了,会开成了。".to_owned(),
        Outcome::NoQuorum { follow_up: None } => "人数不够,没有表决。意见都记下了。".to_owned(),
        Outcome::NoQuorum { follow_up: Some(next) } => {
            format!("人数不够,没有表决。意见都记下了。接下来:{next}")
        }
    }
}

/// How a council ended, by what has become of its resolutions.
fn ending(resolutions: &[Resolution]) -> &'static str {
    match resolutions.iter().all(is_settled) {
        true => "都办完了。",
        false => "已经办结。每条决议办得怎样,写在纪要里。",
    }
}

fn resolved(standing: &Standing) -> String {
    match standing {
        Standing::NotCarried => "没有通过。".to_owned(),
        Standing::Open => "通过了,正在落实。".to_owned(),
        Standing::ReportedDone { until } => {
            format!("居委会说办好了。等居民回话,最晚{}。", LANGUAGE.date(*until))
        }
        Standing::Confirmed { n_done } => format!("办好了,{n_done} 位居民确认。"),
        Standing::Disputed { n_done, n_not_done, .. } => {
            format!("居委会说办好了。{n_done} 位居民说办好了,{n_not_done} 位说还没办好。")
        }
        Standing::Unconfirmed { until } => {
            format!("居委会说办好了。到{}没有人回话。", LANGUAGE.date(*until))
        }
        Standing::CarriedOver { .. } => "通过了,放到后面的议事会接着谈。".to_owned(),
    }
}

fn trend(trend: &Trend) -> String {
    let of = |share: &Share| format!("{} 人里有 {} 人哪一场都来不了", share.whole, share.part);
    match trend {
        Trend::NothingYet => "要开两轮以后,才能比较有没有变好。".to_owned(),
        Trend::TooFew => "来不了的人太少,不比较,免得认出是谁。".to_owned(),
        Trend::Better { from, to } => {
            format!("变好了:一开始{};最近{}。", of(from), of(to))
        }
        Trend::Same { at } => format!("没有变:{}。", of(at)),
        Trend::Worse { from, to } => {
            format!("变差了:一开始{};最近{}。", of(from), of(to))
        }
    }
}

/// Seats in the room alone; the table of the elder mode says less at once.
pub(super) fn short_left(left: Left, has_line: bool) -> String {
    match has_line {
        true => format!("还有 {} 个座位。网上还能进 {} 人。", left.in_person, left.online),
        false => format!("还有 {} 个座位。", left.in_person),
    }
}
