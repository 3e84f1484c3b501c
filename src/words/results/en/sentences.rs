//! Longer sentences about results, in English.
use crate::words::{format::counted, results::Teller};
use huiyin_domain::{
    counting::{
        BallotStyle, Completion, CountingRule, Decided, Fate, PointsLimit, Shares, StopReason,
        TallyStep, TieNote, TieReason, Turn, Utility, pb::PbProblem,
    },
    money::group_thousands,
};

fn people(number: u64) -> String {
    counted(number, "supporter", "supporters")
}

pub(super) fn turnout_is(voters: u64, eligible: u32, blank: u64) -> String {
    let part = match eligible {
        0 => counted(voters, "person voted", "people voted"),
        eligible => {
            let whole = u64::from(eligible);
            let percent = voters.saturating_mul(100) / whole;
            let whole = counted(whole, "person", "people");
            format!(
                "{} of {whole} who could have voted (about {percent}%)",
                group_thousands(voters)
            )
        }
    };
    match blank {
        0 => format!("{part}."),
        blank => format!("{part}; {}.", counted(blank, "ballot is blank", "ballots are blank")),
    }
}

pub(super) fn fate_word(fate: &Fate) -> &'static str {
    match fate {
        Fate::Won { .. } => "Won",
        Fate::TooDear { .. } => "Too little left",
        Fate::NotAfforded { .. } => "Supporters had too little",
        Fate::NoPoints => "No supporters",
        Fate::Dropped => "Above the budget",
        Fate::Excluded { .. } => "Cannot go with a winner",
    }
}

pub(super) fn fate(fate: &Fate, cost: u64, teller: &Teller) -> String {
    let cost = teller.amount(cost);
    match fate {
        Fate::Won { place } => format!("It won, as number {place}. It costs {cost}."),
        Fate::TooDear { left } => {
            let left = teller.amount(*left);
            format!("It did not win: when its turn came {left} was left, and it costs {cost}.")
        }
        Fate::NotAfforded { supporters_money } => {
            let money = teller.fraction(supporters_money);
            format!(
                "It did not win: its supporters had {money} left together, and it costs {cost}."
            )
        }
        Fate::NoPoints => format!(
            "It did not win: no ballot supported it, and what nobody supports is not funded, even \
             when money is left. It costs {cost}."
        ),
        Fate::Excluded { by } => format!(
            "It did not win: only one of it and {} can be carried out, and that one was chosen \
             first. It costs {cost}.",
            teller.name(by)
        ),
        Fate::Dropped => {
            format!("It was dropped before the count: it costs {cost}, more than the whole budget.")
        }
    }
}

pub(super) fn step(step: &TallyStep, teller: &Teller) -> String {
    let (amount, name) = (|fen: &u64| teller.amount(*fen), |key: &String| teller.name(key));
    match step {
        TallyStep::Dropped { project, cost } => {
            format!("{} costs {}, more than the budget; dropped.", name(project), amount(cost))
        }
        TallyStep::Elected { project, rank, points, cost, left_before, left_after } => format!(
            "In place {rank} {}, {}. {} is left, it costs {}: it wins; {} remains.",
            name(project),
            teller.points(*points),
            amount(left_before),
            amount(cost),
            amount(left_after),
        ),
        TallyStep::SkippedTooDear { project, rank, points, cost, left } => format!(
            "In place {rank} {}, {}. {} is left, it costs {}: too much, skipped.",
            name(project),
            teller.points(*points),
            amount(left),
            amount(cost),
        ),
        TallyStep::Shared { voters, share, increments } => {
            let voters = counted(*voters, "voter has", "voters have");
            let times = counted(u64::from(*increments), "raise", "raises");
            format!("Each of the {voters} {} to spend (after {times}).", teller.fraction(share))
        }
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
            "Number {round} to win is {}, for {}. {} paid {} for each vote{}: worth {} votes. \
             What is left goes from {} to {}.",
            name(project),
            amount(cost),
            people(*supporters),
            teller.fraction(price),
            who_gave_all(*gave_all),
            effective_votes.rounded(1, 2),
            amount(left_before),
            amount(left_after),
        ),
        TallyStep::CannotAfford { project, cost, supporters, supporters_money, .. } => format!(
            "{} costs {}; its {} have {} left together: too little to win by shares.",
            name(project),
            amount(cost),
            people(*supporters),
            teller.fraction(supporters_money),
        ),
        TallyStep::NoPoints { project, cost } => {
            format!("{} costs {}; nobody supports it.", name(project), amount(cost))
        }
        TallyStep::Excluded { project, by, .. } => {
            format!("{} cannot be done with {}, which has won; skipped.", name(project), name(by))
        }
        TallyStep::RestByPoints { left } => {
            format!("{} is left; from here on the most votes come first.", amount(left))
        }
    }
}

fn who_gave_all(people: u64) -> String {
    match people {
        0 => String::new(),
        people => format!(" ({} of them had less and gave all of it)", group_thousands(people)),
    }
}

pub(super) fn shares(shares: &Shares, teller: &Teller) -> String {
    let (first, last) = (teller.fraction(&shares.first), teller.fraction(&shares.last));
    let stop = match shares.stop {
        StopReason::NotRaised => {
            return format!("Everybody's share is {first}; the rule does not raise it.");
        }
        StopReason::Exhaustive => "nothing with supporters fits into what is left",
        StopReason::Overspend => "one more raise would spend more than the budget",
        StopReason::All => "all that can be bought is bought",
    };
    let times = counted(u64::from(shares.increments), "time", "times");
    format!("Everybody's share began at {first} and was raised {times}, to {last}. Then {stop}.")
}

pub(super) fn tie(tie: &TieNote, teller: &Teller) -> String {
    let by = match tie.by {
        TieReason::LowerCost => "it costs less",
        TieReason::MorePoints => "it has more votes",
        TieReason::Draw => "it comes first in the public draw",
        TieReason::SmallerId => "its number comes first",
    };
    let weight = match tie.decisive {
        true => "This decided who won.",
        false => "All of them won in the end; only the order was decided.",
    };
    let (names, chosen) = (teller.names(&tie.candidates), teller.key(&tie.chosen));
    let step = tie.step + 1;
    format!("Step {step}: exactly equal were {names}. {chosen} came first because {by}. {weight}")
}

pub(super) fn rule(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::Greedy { utility: Utility::Cost } => {
            "Most votes first: from the top, a proposal wins if it fits into what is left, and is \
             skipped if not."
        }
        CountingRule::Greedy { utility: Utility::Cardinality } => {
            "Most votes for the money first: a proposal wins if it fits into what is left, and is \
             skipped if not."
        }
        CountingRule::EqualShares { completion: Completion::None, .. } => {
            "Equal shares: everybody who voted has the same part of the budget; a proposal wins \
             when its supporters have its cost together. The rest stays unspent."
        }
        CountingRule::EqualShares { completion: Completion::Greedy, .. } => {
            "Equal shares: everybody who voted has the same part of the budget; a proposal wins \
             when its supporters have its cost together. The rest goes by most votes first."
        }
        CountingRule::EqualShares {
            completion:
                Completion::Add1 { .. } | Completion::Percent | Completion::Add1Integral { .. },
            ..
        } => {
            "Equal shares: everybody who voted has the same part of the budget; a proposal wins \
             when its supporters have its cost together. While money is left, shares are raised \
             little by little and all is counted again."
        }
        CountingRule::EqualShares {
            completion:
                Completion::Add1Greedy { .. }
                | Completion::PercentGreedy
                | Completion::Add1IntegralGreedy { .. },
            ..
        } => {
            "Equal shares: everybody who voted has the same part of the budget; a proposal wins \
             when its supporters have its cost together. While money is left, shares are raised \
             little by little and all is counted again; what still remains goes by most votes \
             first."
        }
    }
}

pub(super) fn ballot(style: BallotStyle) -> String {
    match style {
        BallotStyle::Approval { max: Some(max) } => {
            let proposals = counted(u64::from(max), "proposal", "proposals");
            format!("Everybody could choose up to {proposals}.")
        }
        BallotStyle::Approval { max: None } => {
            "Everybody could choose as many proposals as they liked.".to_owned()
        }
        BallotStyle::Knapsack => "Everybody could choose as many proposals as the budget can pay \
             for; each choice is one vote."
            .to_owned(),
        BallotStyle::Points { limit: None } => "Everybody gave points to proposals.".to_owned(),
        BallotStyle::Points { limit: Some(PointsLimit { total, each }) } => {
            format!("Everybody had {total} points to give, at most {each} to one proposal.")
        }
        BallotStyle::Ranking { k } => format!(
            "Everybody put proposals in order: {k} points for the first, one fewer for each after."
        ),
    }
}

pub(super) fn turn(turn: &Turn, cost: u64, teller: &Teller) -> String {
    let (left, cost) = (teller.amount(turn.left), teller.amount(cost));
    format!("By votes it was number {} in turn. {left} was left then; it costs {cost}.", turn.rank)
}

pub(super) fn decided(decided: &Decided, teller: &Teller) -> String {
    match decided {
        Decided::Bought { round, money_before, effective_votes } => format!(
            "It was number {round} to win. Its supporters had {} together then, which was enough. \
             It was worth {} votes.",
            teller.fraction(money_before),
            effective_votes.rounded(1, 2),
        ),
        Decided::TooLittle { round, money_left, missing } => format!(
            "Before winner number {round} was chosen its supporters had {} left together, {} too \
             little to win by shares.",
            teller.fraction(money_left),
            teller.fraction(missing),
        ),
        Decided::Excluded { round, by } => format!(
            "Number {round} to win was {}; only one of the two can be carried out.",
            teller.name(by)
        ),
    }
}

pub(super) fn report(ballots: u64, blank: u64, steps: u64, millis: i64) -> String {
    format!(
        "Counted {} ({} blank) in {} and {} ms.",
        counted(ballots, "ballot", "ballots"),
        group_thousands(blank),
        counted(steps, "step", "steps"),
        group_thousands(millis.unsigned_abs()),
    )
}

pub(super) fn unreadable(problem: &PbProblem) -> String {
    let PbProblem { line, expected, found } = problem;
    let found = if found.is_empty() { "nothing".to_owned() } else { format!("“{found}”") };
    format!("This file cannot be counted. Line {line} should have {expected}, but has {found}.")
}
