//! Words of the other ways of voting, in plain Chinese.
use super::{CHINESE, Styles};

/// Words of the other ways of voting, in plain Chinese.
pub const PLAIN: Styles = Styles {
    how_money: |budget| format!("一共 {budget}。钱够,想选几个都行。"),
    how_points: |total, each| format!("您有 {total} 分。一个建议最多给 {each} 分。"),
    how_order: |places| format!("最多选 {places} 个。最想要的先按。"),
    left_places: |placed, left| match left {
        0 => format!("您选了 {placed} 个,选满了。"),
        left => format!("您选了 {placed} 个,还能选 {left} 个。"),
    },
    lacks: |lack| format!("钱不够了,差 {lack}。"),
    too_dear: |lack| format!("差 {lack},选不上。先去掉别的。"),
    question_points: "每个建议给几分?",
    question_order: "您最想要哪个?",
    given: |points| match points {
        0 => "还没给分".to_owned(),
        points => format!("✓ 给了 {points} 分"),
    },
    no_point: |key| format!("第 {key} 号还没有分。"),
    no_place: "还没选",
    ..CHINESE
};
