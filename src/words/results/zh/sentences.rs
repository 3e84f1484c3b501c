//! Longer sentences about results, in Chinese.
use crate::words::results::Teller;
use huiyin_domain::{
    counting::{
        BallotStyle, Completion, CountingRule, Decided, Fate, PointsLimit, Shares, StopReason,
        TallyStep, TieNote, TieReason, Turn, Utility,
        pb::{Expected, PbProblem},
    },
    money::group_thousands,
};

/// Between the things of a list.
pub(in crate::words::results) const AND: &str = "、";

/// Votes or points.
pub(in crate::words::results) fn unit_of(style: BallotStyle) -> &'static str {
    match style {
        BallotStyle::Approval { .. } | BallotStyle::Knapsack => "票",
        BallotStyle::Points { .. } | BallotStyle::Ranking { .. } => "分",
    }
}

pub(super) fn turnout_is(voters: u64, eligible: u32, blank: u64) -> String {
    let voters_said = group_thousands(voters);
    let part = match eligible {
        0 => format!("{voters_said} 人投了票"),
        eligible => {
            let whole = u64::from(eligible);
            let percent = voters.saturating_mul(100) / whole;
            let whole = group_thousands(whole);
            format!("{whole} 位可以投票的人里,{voters_said} 位投了票(约 {percent}%)")
        }
    };
    match blank {
        0 => format!("{part}。"),
        blank => format!("{part},其中空白票 {} 张。", group_thousands(blank)),
    }
}

pub(super) fn fate_word(fate: &Fate) -> &'static str {
    match fate {
        Fate::Won { .. } => "当选",
        Fate::TooDear { .. } => "余额不够",
        Fate::NotAfforded { .. } => "支持者的钱不够",
        Fate::NoPoints => "没有人支持",
        Fate::Dropped => "超过总资金",
        Fate::Excluded { .. } => "与当选的互斥",
    }
}

pub(super) fn fate(fate: &Fate, cost: u64, teller: &Teller) -> String {
    let cost = teller.amount(cost);
    match fate {
        Fate::Won { place } => format!("当选,是第 {place} 个选上的。需要 {cost}。"),
        Fate::TooDear { left } => {
            let left = teller.amount(*left);
            format!("没有当选:轮到它时,余额只有 {left},它需要 {cost}。")
        }
        Fate::NotAfforded { supporters_money } => {
            let money = teller.fraction(supporters_money);
            format!("没有当选:支持者手里一共只剩 {money},它需要 {cost}。")
        }
        Fate::NoPoints => {
            format!("没有当选:没有一张选票支持它。没有人支持的提案,钱有剩也不资助。需要 {cost}。")
        }
        Fate::Excluded { by } => {
            format!("没有当选:它和{}只能办一个,那个先选上了。需要 {cost}。", teller.name(by))
        }
        Fate::Dropped => format!("计票前就排除了:它需要 {cost},超过总资金。"),
    }
}

pub(super) fn step(step: &TallyStep, teller: &Teller) -> String {
    let (amount, number) = (|fen: &u64| teller.amount(*fen), |n: &u64| teller.number(*n));
    match step {
        TallyStep::Dropped { project, cost } => {
            format!("{}需要 {},超过总资金,先排除。", teller.name(project), amount(cost))
        }
        TallyStep::Elected { project, rank, points, cost, left_before, left_after } => format!(
            "排第 {rank} 的{},{}。余额 {},它需要 {},够,当选;还剩 {}。",
            teller.name(project),
            teller.points(*points),
            amount(left_before),
            amount(cost),
            amount(left_after),
        ),
        TallyStep::SkippedTooDear { project, rank, points, cost, left } => format!(
            "排第 {rank} 的{},{}。余额 {},它需要 {},不够,跳过。",
            teller.name(project),
            teller.points(*points),
            amount(left),
            amount(cost),
        ),
        TallyStep::Shared { voters, share, increments: 0 } => {
            format!("{} 位投票人平分总资金,每人 {}。", number(voters), teller.fraction(share))
        }
        TallyStep::Shared { voters, share, increments } => format!(
            "{} 位投票人每人 {}(份额一共增加了 {increments} 次)。",
            number(voters),
            teller.fraction(share),
        ),
        TallyStep::Bought {
            round,
            project,
            cost,
            supporters,
            gave_all,
            price,
            effective_votes,
            left_before,
            left_after,
        } => format!(
            "第 {round} 个当选的是{},需要 {}。{} 位支持者一起出钱,每票出 {}{},相当于 {} 票。\
             余额从 {} 变成 {}。",
            teller.name(project),
            amount(cost),
            number(supporters),
            teller.fraction(price),
            who_gave_all(*gave_all),
            effective_votes.rounded(1, 2),
            amount(left_before),
            amount(left_after),
        ),
        TallyStep::CannotAfford { project, cost, supporters, supporters_money, .. } => format!(
            "{}需要 {},{} 位支持者手里一共只剩 {},不够,按份额选不上。",
            teller.name(project),
            amount(cost),
            number(supporters),
            teller.fraction(supporters_money),
        ),
        TallyStep::NoPoints { project, cost } => {
            format!("{}需要 {},没有人支持。", teller.name(project), amount(cost))
        }
        TallyStep::Excluded { project, by, .. } => {
            format!("{}和{}只能办一个,后者已经选上,跳过。", teller.name(project), teller.name(by))
        }
        TallyStep::RestByPoints { left } => {
            format!("还剩 {},从这里开始按票数从多到少选。", amount(left))
        }
    }
}

fn who_gave_all(people: u64) -> String {
    match people {
        0 => String::new(),
        people => format!("(其中 {} 位不够,把剩下的都出了)", group_thousands(people)),
    }
}

pub(super) fn shares(shares: &Shares, teller: &Teller) -> String {
    let (first, last) = (teller.fraction(&shares.first), teller.fraction(&shares.last));
    let stop = match shares.stop {
        StopReason::NotRaised => return format!("每位投票人的份额是 {first},规则不增加份额。"),
        StopReason::Exhaustive => "剩下的钱已经不够任何有人支持的提案",
        StopReason::Overspend => "再增加一次,就会超过总资金",
        StopReason::All => "能选的都选上了",
    };
    let times = teller.number(u64::from(shares.increments));
    format!("每位投票人的份额从 {first} 开始,增加了 {times} 次,最后是 {last}。停下的原因:{stop}。")
}

pub(super) fn tie(tie: &TieNote, teller: &Teller) -> String {
    let by = match tie.by {
        TieReason::LowerCost => "它花钱少",
        TieReason::MorePoints => "它票多",
        TieReason::Draw => "公开抽签它在前",
        TieReason::SmallerId => "它的号码在前",
    };
    let weight = match tie.decisive {
        true => "这决定了谁当选、谁落选。",
        false => "它们最后都当选了,只影响先后。",
    };
    let (names, chosen) = (teller.names(&tie.candidates), teller.key(&tie.chosen));
    format!("第 {} 步:{names}完全相同。先选{chosen},因为{by}。{weight}", tie.step + 1)
}

pub(super) fn rule(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::Greedy { utility: Utility::Cost } => {
            "得票优先:从票数最多的开始,余额够就当选,不够就跳过。"
        }
        CountingRule::Greedy { utility: Utility::Cardinality } => {
            "性价比优先:从每元得票最多的开始,余额够就当选,不够就跳过。"
        }
        CountingRule::EqualShares { completion: Completion::None, .. } => {
            "等额份额法:总资金平分给每位投票人;支持者的钱合起来够,提案就当选。剩下的钱不用。"
        }
        CountingRule::EqualShares { completion: Completion::Greedy, .. } => {
            "等额份额法:总资金平分给每位投票人;支持者的钱合起来够,提案就当选。剩下的钱按票数从多到少选。"
        }
        CountingRule::EqualShares {
            completion:
                Completion::Add1 { .. } | Completion::Percent | Completion::Add1Integral { .. },
            ..
        } => {
            "等额份额法:总资金平分给每位投票人;支持者的钱合起来够,提案就当选。钱有剩,就一点一点增加每人的份额再数,直到用完。"
        }
        CountingRule::EqualShares {
            completion:
                Completion::Add1Greedy { .. }
                | Completion::PercentGreedy
                | Completion::Add1IntegralGreedy { .. },
            ..
        } => {
            "等额份额法:总资金平分给每位投票人;支持者的钱合起来够,提案就当选。钱有剩,就一点一点增加每人的份额再数;最后还剩的,按票数从多到少选。"
        }
    }
}

pub(super) fn ballot(style: BallotStyle) -> String {
    match style {
        BallotStyle::Approval { max: Some(max) } => format!("每人最多选 {max} 个提案。"),
        BallotStyle::Approval { max: None } => "每人想选几个就选几个。".to_owned(),
        BallotStyle::Knapsack => {
            "每人想选几个就选几个,加起来不超过总资金;选上一个,就是给它一票。".to_owned()
        }
        BallotStyle::Points { limit: None } => "每人把分数分给提案。".to_owned(),
        BallotStyle::Points { limit: Some(PointsLimit { total, each }) } => {
            format!("每人有 {total} 分,分给提案;一个提案最多给 {each} 分。")
        }
        BallotStyle::Ranking { k } => {
            format!("每人把提案排出先后,第一名得 {k} 分,往后每名少一分。")
        }
    }
}

pub(super) fn turn(turn: &Turn, cost: u64, teller: &Teller) -> String {
    let (left, cost) = (teller.amount(turn.left), teller.amount(cost));
    format!("按票数从多到少,它排第 {}。轮到它时,余额 {left};它需要 {cost}。", turn.rank)
}

pub(super) fn decided(decided: &Decided, teller: &Teller) -> String {
    match decided {
        Decided::Bought { round, money_before, effective_votes } => format!(
            "第 {round} 个选上了它。当时支持者手里一共有 {},够了。相当于 {} 票。",
            teller.fraction(money_before),
            effective_votes.rounded(1, 2),
        ),
        Decided::TooLittle { round, money_left, missing } => format!(
            "选第 {round} 个以前,支持者手里一共只剩 {},还差 {},所以按份额选不上。",
            teller.fraction(money_left),
            teller.fraction(missing),
        ),
        Decided::Excluded { round, by } => {
            format!("第 {round} 个选上的是{},这两个只能办一个,所以它出局。", teller.name(by))
        }
    }
}

pub(super) fn report(ballots: u64, blank: u64, steps: u64, millis: i64) -> String {
    format!(
        "数了 {} 张选票(其中空白票 {} 张),走了 {} 步,用了 {} 毫秒。",
        group_thousands(ballots),
        group_thousands(blank),
        group_thousands(steps),
        group_thousands(millis.unsigned_abs()),
    )
}

pub(super) fn unreadable(problem: &PbProblem) -> String {
    let expected = match &problem.expected {
        Expected::Section { name } => format!("“{name}”一节"),
        Expected::Header { section } => format!("“{section}”一节的栏名"),
        Expected::Column { name } => format!("“{name}”一栏"),
        Expected::MetaKey { key } => format!("META 里的“{key}”一行"),
        Expected::VoteType => "认识的投票方式".to_owned(),
        Expected::Amount => "金额".to_owned(),
        Expected::CostAboveNothing => "大于 0 的金额".to_owned(),
        Expected::Points => "分数".to_owned(),
        Expected::PointsForEach { projects } => format!("{projects} 个提案各自的分数"),
        Expected::Id => "号码".to_owned(),
        Expected::FreshId => "没有用过的号码".to_owned(),
        Expected::KnownProject => "提案表里有的号码".to_owned(),
        Expected::ClosingQuote => "收尾的引号".to_owned(),
        Expected::SmallerTotals => "小一些的总数".to_owned(),
    };
    let found = match problem.found.as_str() {
        "" => "什么也没有".to_owned(),
        found => format!("“{found}”"),
    };
    format!("这个文件不能当选票数。第 {} 行应该是{expected},实际是{found}。", problem.line)
}
