//! Words of helping, in Chinese.
use super::{Banner, Help, Helping, Start, Words};
use crate::words::{Room, Tone};
use huiyin_domain::helping::{Act, Event, Lasting, Party, Scope, Standing};

/// Words of helping, in Chinese.
pub const CHINESE: Words = Words {
    help: Room::apart(Tone::Chinese),
    start: Room::apart(Tone::Chinese),
    helping: Room::apart(Tone::Chinese),
    scope: |scope| match scope {
        Scope::Propose => "提建议",
        Scope::CoSign => "联名",
        Scope::Answer => "填开会时间",
        Scope::Follow => "看进度",
    },
    comma: "、",
};

pub(super) const HELP: Help = Help {
    heading: "找人帮忙",
    what: [
        "您信得过的人,可以替您在这里办事。",
        "能办什么、办多久,都由您定,随时可以停。",
        "投票只能您自己投,别人看不到也投不了。",
    ],
    sign_in_first: "要先登录,才能找人帮忙。用信函上的 12 位号码登录。",
    residents_only: "这一页给居民用。您是工作人员,可以帮居民办事。",
    in_person: "您正在帮别人办事。这一页只有本人能看。",
    begin: "开始找人帮忙",
    by: |helper, until| format!("{helper} 在帮您,到{until}止。"),
    may: |scopes| format!("可以办:{scopes}。"),
    stop: |helper| format!("停止让 {helper} 帮忙"),
    stopped: "已经停了,对方马上就不能再替您办事。想再找人帮忙,随时可以重新开始。",
    waiting: |until| format!("号码已经给您,还没有人用。{until}前有效。"),
    show_code: "再看一次号码",
    cancel: "取消这个号码",
    past: "以前的帮忙",
    was_helped: |helper| match helper {
        Some(helper) => format!("{helper} 帮过您"),
        None => "没有人用过号码".to_owned(),
    },
    see_log: |helper, day| match helper {
        Some(helper) => format!("看 {helper} 办了什么({day}起)"),
        None => format!("看这一次的记录({day})"),
    },
    back: "回到找人帮忙",
    log_heading: |helper| match helper {
        Some(helper) => format!("{helper} 替您办了什么"),
        None => "这一次找人帮忙".to_owned(),
    },
    log: "记录,新的在上面",
    line,
    standing,
    see_proposal: |id| format!("看第 {id} 号提案"),
};

fn line(event: &Event, helper: &str) -> String {
    match event {
        Event::Offered { .. } => "您点了同意,拿到了号码。".to_owned(),
        Event::Withdrawn => "您取消了号码,没有人用过。".to_owned(),
        Event::Taken { .. } => format!("{helper} 填了号码,开始帮您。"),
        Event::Acted { act } => match act {
            Act::Submitted { proposal } => format!("{helper} 替您提交了第 {proposal} 号提案。"),
            Act::Withdrew { proposal } => format!("{helper} 替您撤回了第 {proposal} 号提案。"),
            Act::CoSigned { proposal } => format!("{helper} 替您给第 {proposal} 号提案联名。"),
            Act::CoSignWithdrawn { proposal } => {
                format!("{helper} 替您撤回了给第 {proposal} 号提案的联名。")
            }
            Act::EditedProposal { proposal } => {
                format!("{helper} 替您改了第 {proposal} 号提案的内容。")
            }
            Act::MovedCoSign { proposal } => {
                format!("{helper} 替您把第 {proposal} 号提案的联名转了过去。")
            }
            Act::AgreedMerge { proposal } => {
                format!("{helper} 替您同意了合并第 {proposal} 号提案。")
            }
            Act::DeclinedMerge { proposal } => {
                format!("{helper} 替您说了不合并第 {proposal} 号提案。")
            }
            Act::GaveTimes => format!("{helper} 替您填了能开会的时间。"),
            Act::AnsweredSeries { series } => {
                format!("{helper} 替您填了第 {series} 号系列会哪几场能来。")
            }
            Act::SaidComing { council } => {
                format!("{helper} 替您报名参加第{council}次议事会。")
            }
            Act::SaidNotComing { council } => {
                format!("{helper} 替您说了不去第{council}次议事会。")
            }
            Act::SaidDone { council } => {
                format!("{helper} 替您说了第{council}次议事会的决议办好了。")
            }
            Act::SaidNotDone { council } => {
                format!("{helper} 替您说了第{council}次议事会的决议还没办好。")
            }
            Act::Sent { submission } => format!("{helper} 替您提交了第 {submission} 号意见。"),
            Act::Confirmed { submission } => format!("{helper} 替您确认了第 {submission} 号。"),
            Act::Appealed { submission } => {
                format!("{helper} 替您对第 {submission} 号的答复提出申诉。")
            }
            Act::Reopened { submission } => {
                format!("{helper} 替您说第 {submission} 号还没办好。")
            }
            Act::TookBack { submission } => format!("{helper} 替您撤回了第 {submission} 号意见。"),
            Act::Followed { submission } => format!("{helper} 替您关注了第 {submission} 号。"),
            Act::Unfollowed { submission } => {
                format!("{helper} 替您取消关注第 {submission} 号。")
            }
        },
        Event::Stopped { by: Party::Resident } => format!("您停止了 {helper} 的帮忙。"),
        Event::Stopped { by: Party::Helper } => format!("{helper} 不再帮忙了。"),
    }
}

fn standing(standing: &Standing, until: &str, at: &str) -> String {
    match standing {
        Standing::Waiting { .. } => format!("号码还没有人用,{at}前有效。"),
        Standing::Lapsed => "号码过期了,没有人用过。".to_owned(),
        Standing::Withdrawn => "号码取消了,没有人用过。".to_owned(),
        Standing::Running => format!("正在帮忙,到{until}止。"),
        Standing::TimeOver => format!("时间到了,{until}已经自动停止。"),
        Standing::Ended { by: Party::Resident, .. } => format!("{at}您停止了。"),
        Standing::Ended { by: Party::Helper, .. } => format!("{at}对方不再帮忙了。"),
    }
}

pub(super) const START: Start = Start {
    step: |step| format!("第 {step} 步,共 3 步"),
    what: "可以替您办什么?",
    what_hint: "可以选几样。投票不能找人代办。",
    scope_hint: |scope| match scope {
        Scope::Propose => "替您写建议、交上去,也能撤回。",
        Scope::CoSign => "替您给邻居的提案联名,也能撤回。",
        Scope::Answer => "替您填什么时候能来开会。",
        Scope::Follow => "看您交过、支持过什么,办到哪一步。",
    },
    nothing: "还没有选。至少选一样。",
    how_long: "帮多久?",
    how_long_hint: "时间一到自动停。您也可以随时停。",
    lasting: |lasting| match lasting {
        Lasting::OneHour => "一个小时",
        Lasting::Today => "到今天半夜 12 点",
        Lasting::ThirtyDays => "30 天",
    },
    no_limit: "还没有选。选一个时间。",
    agree_heading: "读一遍,同意再点",
    agree: |scopes, lasting| {
        vec![
            format!("我让拿到号码的人替我办:{scopes}。"),
            format!("时间:{lasting}。"),
            "投票我自己投。".to_owned(),
            "办了什么,我都能看到,也随时能停。".to_owned(),
        ]
    },
    agree_now: "我同意",
    change: "修改",
    code_heading: "把号码告诉帮您的人",
    said: |digits| format!("念:{}", spoken(digits)),
    code_until: |until| format!("{until}前有效,只能用一次。"),
    careful: "只告诉您信得过的人。居委会不会打电话来要这个号码。",
    next_heading: "接下来",
    next: [
        "对方登录自己的账号,打开“我帮人办”,填这个号码。",
        "对方开始以后,您的页面上会写着谁在帮您。",
        "想停的时候,点一下“停止”就行。",
    ],
    see_helpers: "看谁在帮我",
    gone_heading: "没有可用的号码",
    gone: "号码过期了,或者已经有人用了。要再找人帮忙,可以拿一个新号码。",
    again: "重新拿号码",
};

/// As digits are read out on the telephone in China.
fn spoken(digits: &str) -> String {
    let names = ["零", "幺", "二", "三", "四", "五", "六", "七", "八", "九"];
    let say = |digit: char| match digit.to_digit(10) {
        Some(digit) => names[digit as usize],
        None => ",",
    };
    digits.chars().map(say).collect::<Vec<_>>().join(" ").replace(" , ", ",")
}

pub(in crate::words) const HELPING: Helping = Helping {
    heading: "我帮人办",
    what: "家人或邻居信得过您,会告诉您一个 6 位号码。填了号码,就能替他办他同意的事。",
    code: "对方告诉您的 6 位号码",
    code_hint: "在对方“找人帮忙”的页面上。有没有空格都可以。",
    look: "查看号码",
    would_help: |name| format!("您要帮的是:{name}"),
    until: |until| format!("到{until}止。"),
    keep_to_it: "您办的每件事,对方都看得到。不能替别人投票。",
    begin: |name| format!("开始帮 {name}"),
    other: "换一个号码",
    can_help: "您正在帮的人",
    nobody: "现在没有。",
    go_on: |name| format!("继续帮 {name}"),
    give_back: |name| format!("不再帮 {name}"),
    given_back: "好了,您不再帮这位居民。要再帮,请对方给您新的号码。",
    acting: |name| format!("您正在帮 {name} 办事"),
    sent: |name| format!("看 {name} 交过的提案"),
    go_home: "去首页办事",
    not_among: "这件事不在您能帮办的里面",
    not_among_means: |name| format!("您正在帮 {name} 办事,这一页您打不开。"),
    see_may: "看看我能帮办什么",
    no_vote: "投票要本人来",
    no_vote_why: |name| {
        [
            format!("您正在帮 {name} 办事。谁也不能替别人投票,也看不到别人投没投。"),
            "先点上面的“结束帮忙”。再把手机交给本人,用信函上的号码登录后投票。".to_owned(),
            "不方便用手机,本人可以到居委会投纸质票,或打上面的电话问。".to_owned(),
        ]
    },
    to_contest: "回到活动",
};

pub(in crate::words) const BANNER: Banner = Banner {
    label: "帮忙",
    helping: |helper, resident, until| format!("{helper} 正在帮 {resident} 办事,到{until}止"),
    finish: "结束帮忙",
    finished: "已经回到您自己的账号。",
    helped: |helper, until| format!("{helper} 正在帮您办事,到{until}止"),
    look: "看一看,或者停止",
};
