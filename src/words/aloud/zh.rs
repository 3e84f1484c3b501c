//! Words of reading aloud, in Chinese.
use super::{Reading, Words};
use crate::{
    browser::passages::FieldWords,
    words::{Room, Tone},
};

/// Words of reading aloud, in Chinese.
pub const CHINESE: Words = Words {
    heading: "朗读",
    read: "朗读本页",
    stop: "停",
    preparing: "正在准备声音……",
    away: "朗读用的部分没有下载下来,手机可能没有网络。过一会儿再按一次,或者打上面的电话,请人念给您听。",
    reading: Room::apart(Tone::Chinese),
};

pub(super) const READING: Reading = Reading {
    again: "从这句重听",
    slower: "慢一点",
    usual: "正常速度",
    reading: |at, all| format!("正在读第 {at} 句,共 {all} 句。点哪一句,就从哪一句读。"),
    finished: "这一页读完了。",
    nothing: "这一页没有可以读的文字。",
    missing: "这个浏览器不能朗读。可以打上面的电话,请人念给您听。",
    other_languages: "这台手机没有中文的声音。可以打上面的电话,请人念给您听。",
    silent: "这台手机的声音没有反应。可以再试一次,或者打上面的电话,请人念给您听。",
    field: FieldWords { empty: "还没有填", chosen: "已选" },
};
