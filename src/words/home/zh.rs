//! Words of the first screen, in Chinese.
use super::Words;

/// Words of the first screen, in Chinese.
pub const CHINESE: Words = Words {
    heading: "现在可以做的事",
    hello: |name| format!("{name},您好!"),
    guest: "您还没有登录。看内容不用登录;提建议、联名、投票要先用信函上的号码登录。",
    nothing: "现在没有进行中的活动。有新的活动,居委会会贴通知。",
    past: "以前的活动",
    read_proposals: |n| format!("看 {n} 个提案"),
};
