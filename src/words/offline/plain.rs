//! Words for when there is no network, in plain Chinese.
use super::{CHINESE, Told, Words};
use crate::words::{Room, Tone};

/// Words for when there is no network, in plain Chinese.
pub const PLAIN: Words = Words {
    kept: "已经存好了。有网络就自动发,不用再按。",
    kept_here: "请不要关掉这一页。有网络就自动发。",
    told: Room::apart(Tone::Plain),
    ..CHINESE
};

pub(super) const TOLD: Told = Told {
    read_at: |at| format!("现在没连上。这是 {at} 看到的内容。"),
    new_version: "有新版本了。先做完手上的事,再按下面的按钮。",
    taken_elsewhere: "另一个窗口已经更新了。做完手上的事,这里也请更新。",
    waiting_means: "这些还没送到。有网络就自动发。",
    ..super::zh::TOLD
};
