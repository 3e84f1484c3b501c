//! Words of objections, in plain Chinese.
use super::{CHINESE, Words};

/// Words of objections, in plain Chinese.
pub const PLAIN: Words = Words {
    heading: "有意见",
    means: "觉得名单、规则或者结果不对,就说出来。居委会都会答复,不写是谁说的。",
    waits: |n| format!("还有 {n} 条意见没答复。都答复了才往下走,投票的天数不会少。"),
    none: "还没有人说不对。",
    object: "我觉得不对",
    sign_in: "先登录,再说",
    not_now: "现在没有可以说的。",
    against_what: "哪一个不对?",
    said_hint: "大家都看得到,别写名字和电话。",
    send: "交上去",
    sent: "收到了,会答复。",
    upheld: "居委会说:您说得对。",
    not_upheld: "居委会说:不用改。",
    ..CHINESE
};
