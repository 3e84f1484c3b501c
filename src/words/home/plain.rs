//! Words of the first screen, in plain Chinese.
use super::{CHINESE, Words};

/// Words of the first screen, in plain Chinese.
pub const PLAIN: Words = Words {
    heading: "您想做什么?",
    guest: "您还没有登录。看内容不用登录。",
    nothing: "现在没有活动。有了会贴通知。",
    read_proposals: |n| format!("看大家的 {n} 个建议"),
    ..CHINESE
};
