//! Words of voting, in Chinese.
use super::{Words, styles};
use crate::words::Language;
use huiyin_domain::ballots::BallotProblem;

const LANGUAGE: Language = Language::Chinese;

/// Words of voting, in Chinese.
pub const CHINESE: Words = Words {
    heading: |title| format!("投票:{title}"),
    to_contest: "回到活动页",
    how: |max| {
        format!("最多选 {max} 个,少选也可以。提案的顺序是打乱的,每台手机不一样;号码是固定的。")
    },
    until: |when, left| format!("{when}截止({left})。截止以前可以改。"),
    wrong,
    secrecy: "投票是秘密的。选票和您的名字分开存放,居委会也看不到您选了谁。",
    question: "您支持哪些提案?",
    number: |key| format!("第 {key} 号"),
    cost: |cost| format!("需要 {cost}"),
    read_more: |key| format!("看第 {key} 号的全文"),
    chosen: "✓ 已选",
    so_far: |chosen, max| match max.saturating_sub(chosen) {
        0 => format!("您选了 {chosen} 个,已经选满。"),
        left => format!("您选了 {chosen} 个,还可以选 {left} 个。"),
    },
    too_many: |max| format!("已经选满 {max} 个,这个没有选上。要选它,请先去掉一个。"),
    look_again: "继续:检查我的选择",
    sign_in_first: "投票前要先登录,登录后才能领选票。您现在选的会保留,登录后接着投。",
    sign_in: "登录,然后投票",
    residents_only: "工作人员的账号不能投票。您如果也是居民,请用自己的信函号码登录。",
    elsewhere: "您的选票已经在另一台手机或浏览器上领过了。要改票,请用那一台;那一台丢了,请打上面的电话。",
    already: |number| format!("您已经投过票,回执号 {number}。现在可以改;改了以后,只算最后一次。"),
    not_yet: |phase| format!("现在是“{phase}”阶段,还没有开始投票。可以先看提案。"),
    closed: |when| match when {
        Some(when) => format!("投票已经在{when}截止,不能再投或再改。之前投进去的票有效。"),
        None => "投票已经截止,不能再投或再改。之前投进去的票有效。".to_owned(),
    },
    read_proposals: "看提案",
    see_result: "看计票结果",
    check_heading: "投出以前再看一遍",
    to_cards: "回到选票",
    you_vote_for: "您要投:",
    nothing_chosen: "您没有选任何提案",
    blank_means: "可以回去选,也可以投空白票:表示您来投了,但哪个都不选。空白票也计入投票人数。",
    blank: "不选任何一项,投空白票",
    blank_first: "还没有选。请点“修改选择”回去选,或者勾选“投空白票”。",
    change: "修改选择",
    cast: "投出选票",
    casting: "正在投出……",
    cannot_keep: "这台手机不能保存内容(可能是无痕模式)。票可以投,但离开以后就不能改票,也查不到回执号;请把回执号抄下来。",
    newer: "您在另一个窗口里投过更新的一次。上面显示的是那一次的选择;要改,请修改后再投一次。",
    done_heading: "选票已投进票箱",
    done: |title, chosen| match chosen {
        0 => format!("您在“{title}”中投了空白票。"),
        n => format!("您在“{title}”中投了 {n} 个提案。"),
    },
    what_was_cast: "看我投了什么",
    receipt: "您的回执号",
    receipt_is_for: "请抄下来或者存好。公布结果以后,用这个号码能在公布的选票里找到您自己的票,看看有没有算对。不要告诉别人:知道号码的人也能看到这张票选了什么。",
    may_change: |when| match when {
        Some(when) => format!("{when}以前可以改票,只算最后一次。改票要用这台手机、这个浏览器。"),
        None => "截止以前可以改票,只算最后一次。改票要用这台手机、这个浏览器。".to_owned(),
    },
    change_vote: "改票",
    save_receipt: "把回执存成文件",
    saved: "回执已经存到手机的下载里。",
    not_saved: "这个浏览器不能存文件。请把回执号抄下来。",
    file_name: "投票回执.txt",
    receipt_file: |title, number| {
        format!(
            "{title}\n投票回执号:{number}\n公布结果以后,用这个号码可以在公布的选票里找到自己的票。\n请不要给别人看。\n"
        )
    },
    nothing_cast: "这里还没有投出的选票",
    nothing_cast_here: "您还没有投票;或者是用另一台手机、另一个浏览器、另一个账号投的。回执号在投票用的那一台上。",
    go_vote: "去投票",
    styles: styles::CHINESE,
};

pub(in crate::words) fn wrong(problem: &BallotProblem) -> String {
    match problem {
        BallotProblem::NotOnTheBallot { key } => {
            format!("第 {key} 号不在选票上。请回到投票页重新选。")
        }
        BallotProblem::NamedTwice { key } => format!("第 {key} 号选了两次。请只选一次。"),
        BallotProblem::TooMany { max } => format!("最多选 {max} 个。请去掉几个再投。"),
        BallotProblem::OverBudget { over } => {
            format!("选的提案加起来比总金额多 {}。请去掉几个。", LANGUAGE.yuan(*over))
        }
        BallotProblem::TooManyPoints { over, total } => {
            format!("一共只有 {total} 分,多给了 {over} 分。请从别的提案减下来。")
        }
        BallotProblem::TooManyOnOne { key, each } => {
            format!("第 {key} 号最多给 {each} 分。余下的分可以给别的提案。")
        }
        BallotProblem::OtherStyle => "这次活动不是这样投票的。请刷新页面。".into(),
    }
}
