//! Words of what is printed, in Chinese.
use super::{BallotSheet, Office, ProposalSheet, TimesSheet, Who, Words};
use crate::words::{Room, Tone};
use huiyin_domain::channels::Channel;
use std::collections::BTreeMap;

/// Words of what is printed, in Chinese.
pub const CHINESE: Words = Words {
    print: "打印",
    print_means: "点“打印”,用 A4 纸打出来。没有打印机,到居委会领一张。",
    form_number: |number| format!("表号 {number}"),
    proposal_open: "打印提案表,用笔写",
    ballot_open: "打印选票说明",
    times_open: "打印时间表,用笔填",
    how_to_fill: "用黑色的笔写,字大一点。不知道的可以空着。写不下,写在背面。",
    where_to: "交到哪里",
    until: |day| format!("最晚 {day} 交到。"),
    until_any: "什么时候交都可以。",
    or_call: |number, hours| format!("不想写字,可以打电话说:{number}({hours})。效果一样。"),
    on_phone: "也可以用手机扫这个码,在手机上看和填。",
    ways_in,
    way_in: |channel| format!("这个提案是{}提的。", way(channel)),
    who: Room::apart(Tone::Chinese),
    office: Room::apart(Tone::Chinese),
    proposal: Room::apart(Tone::Chinese),
    ballot: Room::apart(Tone::Chinese),
    times: Room::apart(Tone::Chinese),
};

pub(super) const WHO: Who = Who {
    name: "您的名字",
    home: "您的住址,或者信函号码的前 5 位",
    home_hint: "只写前 5 位。后面 7 位是密码,不要写。",
};

pub(super) const OFFICE: Office = Office {
    heading: "居委会填写",
    received: "收到日期:______ 年 ____ 月 ____ 日",
    by_paper: "纸上写的",
    by_phone: "电话里说的",
    entered: "录入为第 __________ 号,____ 月 ____ 日,经手人 __________",
    entered_times: "____ 月 ____ 日录入,经手人 __________",
};

pub(super) const PROPOSAL: ProposalSheet = ProposalSheet {
    title: "提案表",
    what: "您想做什么?写一句话。",
    place: "在哪里?",
    why: "为什么需要?",
    requests: "具体要求有哪些?",
    requests_hint: "一行写一条。没有可以不写。",
    cost: "大概要多少钱?",
    cost_line: "大概 ____________ 元",
    cost_unknown: "不知道",
    reach: "怎么找到您?",
    reach_phone: "打电话:__________________",
    reach_home: "到家里来",
    reach_none: "不用找我,我自己来问",
    consent: "您同意吗?",
    consent_line: "我同意居委会把这个提案录入网上,公开提案内容和我的称呼。住址和电话不公开。",
    sign: "签名 ______________  日期 ____ 月 ____ 日",
    then: "录入以后,居委会告诉您提案的编号。纸上写的和手机上提的,一样算数。",
    closed: "这次活动现在不收提案了,所以没有提案表。",
};

pub(super) const BALLOT: BallotSheet = BallotSheet {
    title: "选票说明",
    not_a_ballot: "这张纸是给您看的,不是选票。可以在上面打勾,自己记着。交上来不算投票。",
    may_change: "名单还没有最后定,公示以后才定。请到公示以后再打印一次。",
    nothing: "名单里还没有提案。公示以后再来打印。",
    how_many: |n, most| match most {
        Some(most) => format!("一共 {n} 个提案。每人最多选 {most} 个。"),
        None => format!("一共 {n} 个提案。"),
    },
    within: |budget| format!("想选几个都可以,加起来不超过 {budget}。"),
    points: |total, each| format!("每人有 {total} 分,一个提案最多给 {each} 分。"),
    order: |places| format!("每人最多排 {places} 个,最想要的排第一。"),
    my_mark: "我想选",
    place: |place| format!("在哪里:{place}"),
    cost: |amount| format!("要多少钱:{amount}"),
    why: |why| format!("为什么:{why}"),
    how: "怎么投票",
    how_phone: "用手机扫下面的码。用信函上的 12 位号码登录,再投票。",
    how_office: |office| format!("不会用手机,带上信函,到{office}。工作人员帮您用居委会的设备投。"),
    secret: "投给谁,不用告诉任何人。",
    opens: |day| format!("{day} 开始投票。"),
    closes: |day| format!("{day} 截止。截止前可以改。"),
    no_date: "截止时间还没有定,居委会会贴通知。",
};

pub(super) const TIMES: TimesSheet = TimesSheet {
    title: "能来开会的时间",
    what_for: "告诉我们您一般什么时候能来。议事会就安排在能来的人多的时候。",
    how: "能来的时间,在方框里打勾。可以勾很多个。",
    any: "什么时候都可以",
    none: "都不行,来不了",
    change: "以后时间变了,再交一张,或者打电话说。以最后一次为准。",
};

fn way(channel: Channel) -> &'static str {
    match channel {
        Channel::App => "在手机或电脑上",
        Channel::Voice => "用语音",
        Channel::Helper => "请人帮忙",
        Channel::Phone => "打电话",
        Channel::Paper => "写在纸上",
        Channel::Council => "在议事会上",
    }
}

fn ways_in(channels: &BTreeMap<Channel, u32>) -> String {
    let all: u32 = channels.values().sum();
    let parts: Vec<_> = channels.iter().map(|(it, n)| format!("{} {n} 个", way(*it))).collect();
    format!("一共 {all} 个提案:{}。不管怎么提的,都一样算数。", parts.join("、"))
}
