//! Words of rehearsals, in Chinese.
use super::Words;

/// Words of rehearsals, in Chinese.
pub const CHINESE: Words = Words {
    open: "试算:换一种规则会怎样",
    heading: |title| format!("试算:{title}"),
    hint: "投票以前,先用别的选票把规则算一遍,看看谁会当选、剩多少钱、哪里没有轮到。\
        只在这台设备上算,什么都不会改变。",
    ballots: "用谁的选票",
    invented: "编一批选票",
    invented_hint: "按入围提案随机编出来的,没有人真的这样投;离得近的提案更容易被选。",
    past: |title| format!("用“{title}”的真实选票"),
    from_file: "用我自己的 .pb 文件",
    no_choice: "现在可以投的提案不到两个,编不出选票。可以用以前的选票,或者自己的文件。",
    n_voters: "编多少人投票",
    n_voters_hint: |most| format!("1 到 {most} 人"),
    budget: "一共有多少钱(元)",
    budget_hint: "可以不填:编的选票按大赛的总资金,真实选票按文件里的。",
    start: "算一遍",
    outcome: "几种规则比一比",
    sure: |names| format!("不管用哪种规则都会当选:{names}。"),
    nothing_sure: "没有一个提案在每种规则下都当选。",
    own: "这次大赛的规则",
    funds: |n, spent, left| format!("{n} 个提案当选,共用 {spent},剩下 {left}。"),
    heard: |heard, all| format!("{all} 位投票人里,{heard} 位至少有一个自己选的提案当选。"),
    places_left_out: |places| format!("有提案但没有一个当选的地方:{}。", places.join("、")),
    no_place_left_out: "有提案的地方都有当选的。",
    ties: |n| match n {
        0 => "没有靠同票规则决定的。".to_owned(),
        n => format!("有 {n} 处同票,靠同票规则决定了谁当选:"),
    },
};
