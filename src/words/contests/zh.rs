//! Words of contests, in Chinese.
use super::{Draft, Manage, Page, Words};
use crate::words::{Language, Room, Tone};
use huiyin_domain::{
    contests::{BallotForm, Event, Exclusive, Phase, Screening},
    counting::{BallotStyle, Completion, CountingRule, PointsLimit, Utility},
    proposals::StageKind,
};

const LANGUAGE: Language = Language::Chinese;

/// Words of contests, in Chinese.
pub const CHINESE: Words = Words {
    heading: "提案大赛",
    none: "还没有提案大赛。有新的活动,居委会会贴通知。",
    phase,
    stage,
    propose: "提一个建议",
    vote: "去投票",
    see_result: "看结果",
    run: "管理这次活动",
    until: |when, left| format!("到{when}截止({left})"),
    imported: |place| format!("外地的真实选举:{place}"),
    generated: "演示数据(由程序生成)",
    story: "经过",
    new: "新建提案大赛",
    manage: Room::apart(Tone::Chinese),
    draft: Room::apart(Tone::Chinese),
    page: Room::apart(Tone::Chinese),
};

pub(super) const PAGE: Page = Page {
    phase_means,
    rules: "规则",
    budget: "总金额",
    cap: "每个提案最多",
    votes: "每人的票",
    votes_each,
    co_signs: "联名",
    co_signs_needed: |n| match n {
        0 => "不要求联名".into(),
        n => format!("至少 {n} 位居民联名,才进入会审"),
    },
    rule: "怎么计票",
    rule_name,
    rule_means,
    ties: "票数一样时",
    ties_mean: |draw| format!("先选花钱少的,再选票多的;还一样,按公开抽签决定。抽签结果:“{draw}”。"),
    reserve: "储备名单",
    reserve_places: |n| match n {
        0 => "没有储备名单".into(),
        n => format!("最多 {n} 个。当选的退出,钱够的时候,按先后递补。"),
    },
    unsupported: "没有人投票的提案不资助,钱有剩也不资助。",
    negative_list: "不能资助的",
    negative_list_empty: "没有写明。",
    seal: "规则封存码",
    seal_means: "规则已经封存。规则改一个字,这串封存码就会变,谁都可以核对。",
    not_sealed: "规则在公示开始时封存,以后不能再改。",
    dates: "日程",
    no_date: "日期由组织者公布",
    n_shortlisted: |n| format!("入围 {n} 个"),
    event,
    because: |reason| format!("原因:{reason}"),
};

pub(super) const DRAFT: Draft = Draft {
    heading: "没写完的提案",
    draft_saved: |title, when| format!("《{title}》,{when}保存在这台手机上,保留 30 天。"),
    draft_untitled: "还没有写要做什么",
    write_on: "继续写",
    drop_draft: "删掉草稿",
    drop_draft_ask: "要删掉这份草稿吗?删掉以后找不回来。",
    drop_draft_sure: "确定删掉",
    keep_draft: "留着草稿",
};

pub(super) const MANAGE: Manage = Manage {
    heading: "管理",
    nothing: "现在没有要您做的事。到了日期,会自动进入下一个阶段。",
    move_on: |to| format!("进入“{}”阶段", phase(to)),
    move_on_means,
    moved_on: |to| format!("活动已经进入“{}”阶段。", phase(to)),
    move_reason: "为什么现在进入下一个阶段",
    reason_hint: "写一句话,所有人都会看到。",
    postpone: "改日期",
    postpone_which: "改哪个阶段的开始时间",
    begins: |when| format!("现在定在{when}"),
    postpone_to: "改到什么时候(中国时间)",
    postpone_reason: "为什么改日期",
    postpone_do: "改这个日期",
    postponed: |it| format!("“{}”的开始时间已经改好。", phase(it)),
    choose_phase: "还没有选哪个阶段。请选一个。",
    count: "开始计票",
    count_means: "系统打开票箱,按封存的规则计票。结果先只有组织者能看到,公布以后大家才看到。\
        票多的时候要等一会儿。",
    counted: "票已经计好。先看一遍结果,再公布。",
    publish: "公布结果",
    publish_means: "结果、每一步计票和全部选票会公开,任何人都可以复核。公布以后不能收回,\
        异议期从现在开始。",
    exclusive_kept: "规则里的互斥提案改好了。",
    published: "结果已经公布。",
    new_heading: "新建提案大赛",
    new_refused: "新建活动要用组织者的账号登录。",
    title: "活动叫什么",
    title_hint: "例如:2026年春季社区提案大赛",
    title_empty: "还没有写活动叫什么。",
    budget: "总共有多少钱(元)",
    money_hint: "写数字就行,例如 200000 或 20万。",
    cap: "每个提案最多多少钱(元)",
    style: "怎么投票",
    style_name,
    style_means,
    points_total: "每人有多少分",
    points_each: "一个提案最多给几分",
    points_each_hint: "不能比每人的分数多。",
    places: "每人最多排几个提案",
    votes: "每人最多选几个提案",
    votes_hint: |most| format!("1 到 {most}。"),
    co_signs: "一个提案要多少人联名",
    co_signs_hint: |most| format!("0 到 {most};0 就是不要求联名。"),
    rule: "怎么计票",
    draw: "抽签结果",
    draw_hint: "票数和金额都一样时用它决定。投票以前当众抽,例如:红 7、蓝 3、白 12。",
    reserve: "储备名单有几个位置",
    reserve_hint: |most| format!("0 到 {most};0 就是没有储备名单。当选的退出时,按先后递补。"),
    negative_list: "不能资助的(一行写一条)",
    negative_list_hint: "常见的已经写好,可以改。",
    negative_list_usual: "只对一家一户有好处的\n物业合同里已经包含的\n个人和单位的日常开销\n\
        违反法律法规或者影响邻居安全的\n政府已经安排好的项目",
    screening: "什么时候初审",
    screening_name: |screening| match screening {
        Screening::Meanwhile => "边联名边初审:提案一交,邻居就能联名",
        Screening::First => "先初审再联名:居委会看过,邻居才能联名",
    },
    dates: "四个日期",
    dates_hint: "都是中国时间,一个要比一个晚。公示由您在会审以后手动开始。",
    collecting: "什么时候开始征集提案",
    reviewing: "什么时候截止征集、开始会审",
    voting: "什么时候开始投票",
    counting_from: "什么时候截止投票、开始计票",
    create: "建立这次活动",
};

fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Preparing => "筹备",
        Phase::Collecting => "征集提案",
        Phase::Reviewing => "部门会审",
        Phase::Notice => "公示",
        Phase::Voting => "投票",
        Phase::Counting => "计票",
        Phase::Objection => "结果公示",
        Phase::Results => "结果确定",
        Phase::Implementing => "实施",
        Phase::Closed => "结束",
    }
}

fn stage(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Submitted => "正在初审",
        StageKind::Returned => "退回修改",
        StageKind::CoSigning => "正在联名",
        StageKind::Qualified => "联名够了",
        StageKind::UnderReview => "部门会审",
        StageKind::Shortlisted => "入围",
        StageKind::NotFeasible => "不能办",
        StageKind::OutOfScope => "不在范围内",
        StageKind::MergedInto => "已合并",
        StageKind::Withdrawn => "已撤回",
        StageKind::Won => "当选",
        StageKind::NotSelected => "未当选",
        StageKind::InDelivery => "正在实施",
        StageKind::Delivered => "已建成",
        StageKind::Stopped => "已中止",
        StageKind::Reserve => "储备",
        StageKind::GivenBack => "已退出",
    }
}

fn phase_means(phase: Phase) -> &'static str {
    match phase {
        Phase::Preparing => "组织者正在准备,居民还看不到。",
        Phase::Collecting => "居民可以提建议,也可以给邻居的提案联名。",
        Phase::Reviewing => "部门正在看每个提案能不能办、要花多少钱。",
        Phase::Notice => "入围的提案和封存的规则正在公示,接下来投票。",
        Phase::Voting => "每位居民都可以投票。截止以前可以改。",
        Phase::Counting => "投票已经截止,正在计票。",
        Phase::Objection => "结果已经公布。有不同意见,可以打上面的电话。",
        Phase::Results => "结果已经确定。",
        Phase::Implementing => "当选的提案正在办。",
        Phase::Closed => "这次活动已经结束。",
    }
}

fn move_on_means(to: Phase) -> &'static str {
    match to {
        Phase::Preparing => "活动回到筹备。",
        Phase::Collecting => "居民马上可以提建议和联名。",
        Phase::Reviewing => "征集马上截止,不能再提建议和联名。",
        Phase::Notice => "规则和入围名单马上封存,以后不能再改。请先核对。",
        Phase::Voting => "居民马上可以投票。",
        Phase::Counting => "投票马上截止,不能再投、不能再改。",
        Phase::Objection => "异议期马上开始。",
        Phase::Results => "异议期马上结束,结果确定下来。",
        Phase::Implementing => "当选的提案开始办理。",
        Phase::Closed => "这次活动结束,内容仍然可以看。",
    }
}

fn votes_each(ballot: BallotStyle) -> String {
    match ballot {
        BallotStyle::Approval { max: Some(max) } => format!("最多选 {max} 个提案"),
        BallotStyle::Approval { max: None } => "选几个提案都可以".into(),
        BallotStyle::Knapsack => "想选几个都可以,加起来不超过总金额".into(),
        BallotStyle::Points { limit: None } => "给提案打分".into(),
        BallotStyle::Points { limit: Some(PointsLimit { total, each }) } => {
            format!("{total} 分,一个提案最多给 {each} 分")
        }
        BallotStyle::Ranking { k } => format!("按喜欢的顺序排出 {k} 个提案"),
    }
}

fn style_name(style: BallotForm) -> &'static str {
    match style {
        BallotForm::Approval => "选几个",
        BallotForm::Knapsack => "在总金额里挑选",
        BallotForm::Points { .. } => "打分",
        BallotForm::Ranking { .. } => "排先后",
    }
}

fn style_means(style: BallotForm) -> &'static str {
    match style {
        BallotForm::Approval => "每人选出支持的提案,选一个就是一票。最简单。",
        BallotForm::Knapsack => {
            "每人像花自己的钱一样挑选,加起来不超过总金额;屏幕上一直写着还剩多少钱。选一个就是一票。"
        }
        BallotForm::Points { .. } => "每人有一样多的分,分给支持的提案;更想要的可以多给。",
        BallotForm::Ranking { .. } => {
            "每人把最想要的几个排出先后:排在第一的得分最多,往后每名少一分。"
        }
    }
}

fn rule_name(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::Greedy { utility: Utility::Cost } => "得票多的优先",
        CountingRule::Greedy { utility: Utility::Cardinality } => "每元得票多的优先",
        CountingRule::EqualShares { completion: Completion::None, .. } => "等额份额",
        CountingRule::EqualShares { completion: Completion::Greedy, .. } => "等额份额,余款按得票",
        CountingRule::EqualShares { .. } => "等额份额,份额逐步提高",
    }
}

fn rule_means(rule: CountingRule) -> String {
    let shares = "总金额平均分给每位投票人,大家的份额凑够一个提案的钱,它就当选。\
        这样人少的群体也能分到自己那一份。";
    match rule {
        CountingRule::Greedy { utility: Utility::Cost } => {
            "从得票最多的提案开始,钱够就当选;剩下的钱不够,就跳过,看下一个。".into()
        }
        CountingRule::Greedy { utility: Utility::Cardinality } => {
            "看每花一元得多少票,从最高的开始,钱够就当选,不够就跳过。".into()
        }
        CountingRule::EqualShares { completion: Completion::None, .. } => {
            format!("{shares}用不完的钱留着。")
        }
        CountingRule::EqualShares { completion: Completion::Greedy, .. } => {
            format!("{shares}用不完的钱,再按得票多的优先。")
        }
        CountingRule::EqualShares { .. } => {
            format!("{shares}钱用不完,就把每人的份额提高一点,重新计一遍。")
        }
    }
}

fn event(event: &Event) -> String {
    match event {
        Event::Created => "活动建立。".into(),
        Event::MovedOn { to, seal: None, .. } => format!("进入“{}”阶段。", phase(*to)),
        Event::MovedOn { to, seal: Some(_), .. } => {
            format!("进入“{}”阶段,规则封存。", phase(*to))
        }
        Event::Postponed { phase: it, from, to, .. } => {
            let to = LANGUAGE.moment(*to);
            match from {
                Some(from) => {
                    let from = LANGUAGE.moment(*from);
                    format!("“{}”的开始时间从{from}改到{to}。", phase(*it))
                }
                None => format!("“{}”的开始时间定在{to}。", phase(*it)),
            }
        }
        Event::ExclusiveNamed { group } => {
            format!("定下:{},只能办其中一个。", numbers(group))
        }
        Event::ExclusiveDropped { group } => {
            format!("撤销:{},不再互斥。", numbers(group))
        }
        Event::Objected { n_open } => format!("有居民提出异议,还有 {n_open} 条没有答复。"),
        Event::ObjectionAnswered { n_open: 0 } => "异议全部答复了。".into(),
        Event::ObjectionAnswered { n_open } => {
            format!("答复了一条异议,还有 {n_open} 条没有答复。")
        }
        Event::Counted => "计票完成。".into(),
        Event::Published => "结果公布。".into(),
    }
}

fn numbers(group: &Exclusive) -> String {
    let all: Vec<String> = group.proposals.iter().map(|id| format!("第{id}号")).collect();
    all.join("、")
}
