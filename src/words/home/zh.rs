//! Words of the first screen, in Chinese.
use super::{Ask, Words};
use crate::words::{Room, Tone};

/// Words of the first screen, in Chinese.
pub const CHINESE: Words = Words {
    heading: "现在可以做的事",
    hello: |name| format!("{name},您好!"),
    guest: "您还没有登录。看内容不用登录;提建议、联名、投票要先用信函上的号码登录。",
    to_elder: "长辈版",
    to_elder_means: "字大、按钮大",
    nothing: "现在没有进行中的活动。有新的活动,居委会会贴通知。",
    past: "以前的活动",
    say: "我有话说",
    read_proposals: |n| format!("看 {n} 个提案"),
    desk: "打开值班台",
    ask_heading: "找人帮忙",
    ask: Room::apart(Tone::Chinese),
};

pub(super) const ASK: Ask = Ask {
    hint: "选一个您觉得方便的办法。哪一种都一样算数。",
    call: "打电话",
    hours: |hours, office| format!("有人接电话的时间:{hours}。也可以来:{office}"),
    call_me: "请给我回电话",
    call_me_means: "留个号码,我们打给您,不花您的电话费。",
    helper: "请人帮我办",
    helper_means: "家里人、志愿者、网格员都可以。您说了算,随时能停。",
    say: "提意见建议",
    say_means: "写一句话就行,每一条都有编号,有人答复。",
    speak: "不打字,说一段话",
    speak_means: "您说,工作人员写下来,念给您听,您说对了才算。",
    voice: "说话来操作",
    voice_means: "说“打开第几号”“下一步”“返回”。",
    paper: "写在纸上",
    paper_means: "打印大字表格,填好交到居委会。",
};
