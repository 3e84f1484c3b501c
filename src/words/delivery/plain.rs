//! Words of projects in plain Chinese, for the elder mode.
use super::{CHINESE, List, Voices, Words};
use crate::words::{Room, Tone};

/// In plain Chinese.
pub const PLAIN: Words = Words {
    list: Room::apart(Tone::Plain),
    number: |n| format!("第{n}号"),
    to_proposal: "看原来的建议",
    to_project: |n| format!("回到第{n}号"),
    voices: Room::apart(Tone::Plain),
    ..CHINESE
};

pub(super) const LIST: List = List {
    heading: "正在做的事",
    nothing: "现在没有。选上的事开始做了,会在这里。",
};

pub(super) const VOICES: Voices = Voices {
    heading: "做好了没有?",
    until: |day| format!("{day}前,请您说做好了没有。"),
    ..super::zh::VOICES
};
