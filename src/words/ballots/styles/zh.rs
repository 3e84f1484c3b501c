//! Words of the other ways of voting, in Chinese.
use super::Styles;

/// Words of the other ways of voting, in Chinese.
pub const CHINESE: Styles = Styles {
    how_money: |budget| {
        format!(
            "总共有 {budget}。想选几个就选几个,加起来不超过总金额。提案的顺序是打乱的,每台手机不一样;号码是固定的。"
        )
    },
    how_points: |total, each| {
        format!(
            "您有 {total} 分,分给您支持的提案;一个提案最多给 {each} 分,不用全部给完。提案的顺序是打乱的,每台手机不一样;号码是固定的。"
        )
    },
    how_order: |places| {
        format!(
            "最多排 {places} 个,最想要的排第一。先按的排在前面,排好了还可以前后移。提案的顺序是打乱的,每台手机不一样;号码是固定的。"
        )
    },
    left_money: |chosen, left| format!("您选了 {chosen} 个,还剩 {left}。"),
    left_points: |given, left| match left {
        0 => format!("您给了 {given} 分,分已经给完。"),
        left => format!("您给了 {given} 分,还剩 {left} 分。"),
    },
    left_places: |placed, left| match left {
        0 => format!("您排了 {placed} 个,已经排满。"),
        left => format!("您排了 {placed} 个,还可以排 {left} 个。"),
    },
    lacks: |lack| format!("剩下的钱不够,差 {lack}。"),
    too_dear: |lack| format!("差 {lack},这个没有选上。要选它,请先去掉别的。"),
    question_points: "您给每个提案几分?",
    question_order: "您最想要哪些提案?按先后来选",
    given: |points| match points {
        0 => "还没有给分".to_owned(),
        points => format!("✓ 您给了 {points} 分"),
    },
    one_more: |key| format!("第 {key} 号加 1 分"),
    one_fewer: |key| format!("第 {key} 号减 1 分"),
    no_point: |key| format!("第 {key} 号还没有分,不能再减。"),
    place: |place| format!("✓ 第 {place} 选择"),
    no_place: "还没有排",
    take_place: |key, place| format!("第 {key} 号排在第 {place}"),
    take_any: |key| format!("第 {key} 号也要排"),
    take_out: |key| format!("第 {key} 号不排了"),
    earlier: |key| format!("第 {key} 号往前移"),
    later: |key| format!("第 {key} 号往后移"),
    is_first: |key| format!("第 {key} 号已经排在最前面。"),
    is_last: |key| format!("第 {key} 号已经排在最后面。"),
    now_at: |key, place| format!("第 {key} 号现在是第 {place} 选择。"),
    you_give: "您给的分:",
    you_order: "您排的先后:",
    my_points: "我想给 ____ 分",
    my_place: "我想排在第 ____",
};
