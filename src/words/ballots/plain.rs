//! Words of voting, in plain Chinese.
use super::{CHINESE, Words, styles};

/// Words of voting, in plain Chinese.
pub const PLAIN: Words = Words {
    how: |max| format!("最多选 {max} 个,少选也行。"),
    until: |when, left| format!("{when}为止({left})。这以前可以改。"),
    secrecy: "谁也不知道您选了什么,居委会也不知道。",
    question: "您支持哪个建议?",
    read_more: |key| format!("看第 {key} 号写了什么"),
    so_far: |chosen, max| match max.saturating_sub(chosen) {
        0 => format!("您选了 {chosen} 个,选满了。"),
        left => format!("您选了 {chosen} 个,还能选 {left} 个。"),
    },
    too_many: |max| format!("已经选满 {max} 个。要选这个,先去掉一个。"),
    look_again: "选好了,看一遍",
    sign_in_first: "投票要先登录。您选的不会丢。",
    already: |number| format!("您投过了,号码是 {number}。可以再改,只算最后一次。"),
    check_heading: "再看一遍",
    you_vote_for: "您要投给:",
    nothing_chosen: "您一个都没选",
    blank_means: "可以回去选。也可以什么都不选,算您来投过了。",
    blank: "什么都不选,就这样投",
    change: "回去改",
    cast: "投出去",
    casting: "正在投……",
    done_heading: "投好了",
    done: |title, chosen| match chosen {
        0 => format!("“{title}”,您一个都没选。"),
        n => format!("“{title}”,您投了 {n} 个。"),
    },
    receipt: "您的选票号码",
    receipt_is_for: "请抄下来。结果出来以后,能用它找到您的票。不要告诉别人。",
    may_change: |when| match when {
        Some(when) => format!("{when}以前可以改。要用这台手机改。"),
        None => "投票结束以前可以改。要用这台手机改。".to_owned(),
    },
    change_vote: "我要改",
    styles: styles::PLAIN,
    ..CHINESE
};
