//! Words of objections, in Chinese.
use super::Words;
use crate::words::isolated;
use huiyin_domain::objections::Against;

/// Words of objections, in Chinese.
pub const CHINESE: Words = Words {
    heading: "异议",
    means: "居民可以对入围名单、不入围的决定、规则或者结果提出异议。每条都公开答复,不写谁提的。",
    waits: |n| {
        format!("时间到了,还有 {n} 条异议没有答复。全部答复以后,才进入下一阶段,投票天数不会少。")
    },
    until: |until| format!("{until}以前可以提。"),
    none: "还没有人提异议。",
    object: "提异议",
    sign_in: "先登录,再提异议",
    not_now: "现在没有可以提异议的。",
    against,
    against_what: "对哪一项有异议?",
    said: "哪里不对?",
    said_hint: "说清楚事实。内容会公开,请不要写姓名和电话。",
    send: "提交异议",
    sent: "异议收到了,会公开答复。",
    mine: "这条是您提的。",
    due: |day| format!("最晚{day}答复。"),
    late: |days| format!("答复超期 {days} 个工作日。"),
    upheld: "异议成立。",
    not_upheld: "异议不成立。",
    taken_off: "提案已从入围名单去掉。",
    put_on: |amount| format!("提案已列入入围名单,核定 {amount}。"),
    see: |n| match n {
        0 => "异议".into(),
        n => format!("异议({n} 条等答复)"),
    },
    more: |n| format!("还有 {n} 条没有列在这里,答复了这些就会列出来。"),
    all_answered: "异议都答复了。",
    answer: "答复异议",
    do_you_agree: "异议成立吗?",
    what_changes: "改什么?",
    as_said: "按下面写的办",
    take_off: "从入围名单去掉",
    come_on: "列入入围名单",
    cost: "核定多少钱?",
    cost_hint: |cap| format!("最多 {cap}。"),
    words: "理由,或者改了什么",
    words_hint: "所有人都看得到。",
    send_answer: "公开答复",
    answered: "答复已经公开。",
    only_one: "这些提案只能办一个",
    number: |id| format!("第{id}号"),
    numbers: "哪几个提案?(写号码)",
    numbers_hint: "例如:3 和 7。",
    group_why: "原因",
    name_group: "定为互斥提案",
    reserve_heading: "退出和递补",
    reserve_means: "当选的退出以后,钱够的时候,按储备名单的先后递补。",
    come_up: "储备的递补当选",
    drop_out: "当选的退出",
    which: "第几号提案?",
    reserve_do: "确定",
    reserve_done: "办好了,已经公开。",
    take_group_back: |n| format!("撤销第 {n} 组"),
    result_table: "下载结果表格(CSV)",
    proposals_table: "下载全部提案(CSV)",
    result_data: "结果数据(JSON)",
};

fn against(against: Against, title: Option<&str>) -> String {
    let title = isolated(title.unwrap_or(""));
    match against {
        Against::Shortlisted { proposal } => format!("第{proposal}号“{title}”入围"),
        Against::Refused { proposal } => format!("第{proposal}号“{title}”没有入围"),
        Against::Rules => "规则".into(),
        Against::Result => "投票结果".into(),
    }
}
