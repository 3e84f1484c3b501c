//! Words of one council, in plain Chinese.
use super::{
    ActWords, CHINESE, CalendarWords, MinutesWords, Show, WordWords, Words,
    zh::{WORD, short_left},
};
use crate::words::{Room, Tone};

/// Words of one council, in plain Chinese.
pub const PLAIN: Words = Words {
    left: short_left,
    show: Room::apart(Tone::Plain),
    acts: Room::apart(Tone::Plain),
    calendar: Room::apart(Tone::Plain),
    minutes: Room::apart(Tone::Plain),
    ..CHINESE
};

pub(super) const SHOW: Show = Show {
    attend: "怎么去",
    no_agenda: "谈什么还没定。定了写在这里。",
    code_means: "到了门口,给工作人员看。念出来也行。",
    link_later: "在家用手机也能参加。地址还没定。",
    link_signed_in: "在家用手机也能参加。登录后看地址。",
    to_minutes: "看会上说了什么",
    ..super::zh::SHOW
};

pub(super) const ACTS: ActWords = ActWords {
    decline_means: "座位让给别人。想去了,再报名就行。",
    word: WordWords {
        until: |day| format!("最晚{day}说。不写您的名字。"),
        counts: "您的话会算上,也会公布。要有人答复您,请提一条意见。",
        ..WORD
    },
    ..super::zh::ACTS
};

pub(super) const CALENDAR: CalendarWords = CalendarWords {
    file_means: "按下面的大按钮,手机会记住这场会。",
    copy_means: "按了没反应?复制下面的字,或者找人帮忙。",
    feed_means: "订一次,以后每场会都在日历里。",
    ..super::zh::CALENDAR
};

pub(super) const MINUTES: MinutesWords = MinutesWords {
    heading: "会上说了什么",
    not_yet: "还没写好。写好了放在这里。",
    summary: "主要说了这些",
    opinions_mean: "每条意见都会答复。",
    ..super::zh::MINUTES
};
