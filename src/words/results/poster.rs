//! Words of the poster with a result.

/// Words of the poster, in one language.
pub struct Poster {
    /// To it, from the result.
    pub open: &'static str,
    /// What the page is called.
    pub title: &'static str,
    /// What there was, what the winners cost, and what is left.
    pub money: fn(&str, &str, &str) -> String,
    /// Over how it was counted.
    pub rule: &'static str,
    /// How many ties decided who won.
    pub ties: fn(usize) -> String,
    /// Anybody counts again.
    pub recount: &'static str,
}

/// Words of the poster, in Chinese.
pub const CHINESE: Poster = Poster {
    open: "打印结果海报",
    title: "结果海报",
    money: |budget, spent, left| format!("总资金 {budget},当选提案共用 {spent},剩下 {left}。"),
    rule: "怎么数的",
    ties: |n| match n {
        0 => "没有靠同票规则决定的。".to_owned(),
        n => format!("有 {n} 处同票,按投票前公布的办法决定。"),
    },
    recount: "不放心?用手机扫码,自己把所有选票再数一遍。",
};

/// Words of the poster, in English.
pub const ENGLISH: Poster = Poster {
    open: "Print the result as a poster",
    title: "The result as a poster",
    money: |budget, spent, left| {
        format!("There was {budget} to spend; the winners cost {spent}; {left} is left.")
    },
    rule: "How it was counted",
    ties: |n| match n {
        0 => "No winner was decided by a tie-break.".to_owned(),
        1 => "One tie was decided as announced before the vote.".to_owned(),
        n => format!("{n} ties were decided as announced before the vote."),
    },
    recount: "Not sure? Scan this and count all ballots again on your phone.",
};
