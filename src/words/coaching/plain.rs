//! Words of coaching, in plain Chinese.
use super::{CHINESE, List, Thread, Words};
use crate::words::{Room, Tone};

/// Words of coaching, in plain Chinese.
pub const PLAIN: Words = Words {
    means: "志愿者陪您想怎么写。改不改,您说了算。说的话别人看不到,只有居委会能看。",
    need: "想请人帮什么?不写也行",
    not_now: "提案已经定了,不用再请人帮。",
    list: Room::apart(Tone::Plain),
    thread: Room::apart(Tone::Plain),
    ..CHINESE
};

pub(super) const LIST: List =
    List { join_means: "报了名,就能看到谁在等您帮。", ..super::zh::LIST };

pub(super) const THREAD: Thread =
    Thread { say_hint: "想到什么说什么。别写密码。", ..super::zh::THREAD };
