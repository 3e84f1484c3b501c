//! Words of proposals, in plain Chinese.
use super::{CHINESE, Words, Writing, zh};
use crate::words::{Room, Tone};

/// Words of proposals, in plain Chinese.
pub const PLAIN: Words = Words {
    heading: "这次活动的建议",
    total: |n| format!("一共 {n} 个建议"),
    none: "还没有建议。您来提第一个吧。",
    none_now: "没有建议。",
    sort: "换个顺序",
    newest: "新的在前面",
    most_co_signed: "支持多的在前面",
    by_number: "按号码排",
    co_signs: |n| format!("{n} 人支持"),
    requests: "想要什么",
    about: |amount| format!("提的人估计要 {amount}"),
    cost_unknown: "提的人不知道",
    by: |name| format!("谁提的:{name}"),
    by_elsewhere: "谁提的:没有记录",
    contest: "哪次活动",
    co_signs_of: |n, needed| match needed {
        0 => format!("{n} 人支持。"),
        needed if n >= needed => format!("{n} 人支持,够了。"),
        needed => format!("{n} 人支持,还差 {} 人。", needed - n),
    },
    you_co_signed: "您已经支持了。",
    yours: "这是您提的。可以请邻居来支持。",
    co_sign: "我也支持",
    co_sign_means: "别人只看到多少人支持,看不到是谁。",
    sign_in_to_co_sign: "登录以后支持",
    co_signed: "算上您了,谢谢。",
    withdraw_co_sign: "不支持了",
    co_sign_withdrawn: "已经去掉您的支持。",
    withdraw: "收回我的建议",
    withdraw_ask: "要收回吗?收回就没有了,不能恢复。",
    withdraw_sure: "收回",
    withdraw_not: "不收回",
    withdrawn: "已经收回。",
    writing: Room::apart(Tone::Plain),
    life: Room::apart(Tone::Plain),
    ..CHINESE
};

pub(super) const WRITING: Writing = Writing {
    what: "您想提什么?",
    what_hint: |_| "写一句话就行。比如:给3号楼装扶手。".to_owned(),
    place_hint: "比如:3号楼1单元门口。",
    why_hint: |_| "现在哪里不方便?说一两句。".to_owned(),
    photo_hint: |_| "没有也行。不要拍到别人的脸。".to_owned(),
    autosaved: "写的内容会自动保存。",
    check: "再看一遍",
    check_hint: "没问题就交上去。要改,点“修改”。",
    send: "交上去",
    send_means: "交上去以后,大家都能看到。以后还能收回。",
    sign_in_first: "交上去要先登录。写的内容不会丢。",
    sign_in: "登录以后交",
    sent: "交上去了",
    your_number: "您的号码",
    number_means: "请记下来。打电话说这个号码,就能问到。",
    next_co_signs: |n| format!("请邻居来支持,要 {n} 个人。把号码告诉他们。"),
    next_find: "有了进展,这里能看到。",
    look_at_it: "看我的建议",
    ..zh::WRITING
};
