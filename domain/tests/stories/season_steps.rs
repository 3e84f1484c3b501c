//! Steps of a walk through a whole season: numbers that become what somebody asks for.
use crate::{
    promise::reviewer,
    season::Season,
    support::{guest, organiser, reason, resident},
    way::{PROPERTY, feasible, not_feasible},
};
use huiyin_domain::{
    contests::{self, Phase, reserve::ReserveCommand},
    delivery::{self, ForWhat, Payment, Receipt, Says},
    feedback::Said,
    ids::{ProposalId, ResidentId},
    money::Money,
    objections::{Against, Change},
    proposals::{Command, Finding},
    refusals::Refusal,
    residents::Viewer,
    time::DAY_MS,
};

/// How many kinds of steps there are.
pub const KINDS: u8 = 40;

/// One step: who does what with which proposal, and a number for whatever it needs.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Who, mostly whoever may.
    pub who: u8,
    /// What, below [`KINDS`].
    pub what: u8,
    /// With which of the three proposals, from one.
    pub proposal: u32,
    /// For whatever it needs.
    pub number: u8,
}

/// That it was done, or why not.
pub type Taken = Result<(), Refusal>;

/// Most steps of the office are the organiser's, and most of residents a resident's.
fn viewer(who: u8, is_of_office: bool) -> Viewer {
    match who % 16 {
        0 => guest(),
        1 => reviewer(1),
        2 => organiser(),
        3 => resident(2),
        _ if is_of_office => organiser(),
        who => resident(u32::from(who) % 4 + 1),
    }
}

fn said() -> Said {
    Said::parse("三段都装好了。").expect("a few words")
}

/// Does the step, or says why not; `None` where there is nothing it could be done with.
pub fn take(season: &mut Season, step: Step) -> Option<Taken> {
    match step.what {
        0..=14 => contest(season, step),
        15..=23 => proposal(season, step),
        _ => project(season, step),
    }
}

fn contest(season: &mut Season, Step { who, what, proposal, number }: Step) -> Option<Taken> {
    let (office, home) = (viewer(who, true), viewer(who, false));
    let id = ProposalId(proposal);
    Some(match what {
        0..=3 => season.go_on(&office),
        4 => {
            let to = Phase::ALL[usize::from(number) % Phase::ALL.len()];
            season.contest(&office, contests::Command::MoveOn { to, reason: reason() })
        }
        5 => {
            let phase = Phase::ALL[usize::from(number) % Phase::ALL.len()];
            let to = season.way.now.plus_millis(i64::from(number / 8) * DAY_MS);
            season.contest(&office, contests::Command::Postpone { phase, to, reason: reason() })
        }
        6 => {
            let proposals = vec![id, ProposalId(u32::from(number) % 4 + 1)];
            let command = contests::Command::NameExclusive { proposals, reason: reason() };
            season.contest(&office, command)
        }
        7 => {
            let group = u32::from(number) % 3;
            season.contest(&office, contests::Command::DropExclusive { group })
        }
        8 | 9 => {
            let chosen: Vec<u32> = (1..=3).filter(|bit| (number >> bit) & 1 == 1).collect();
            season.vote(&home, &chosen)
        }
        10 => {
            let against = match number % 4 {
                0 => Against::Shortlisted { proposal: id },
                1 => Against::Refused { proposal: id },
                2 => Against::Rules,
                _ => Against::Result,
            };
            season.object(&home, against)
        }
        11 | 12 if season.objections.is_empty() => return None,
        11 | 12 => {
            let at = usize::from(number) % season.objections.len();
            let cost = Money::yuan(u64::from(number) * 250 + 1);
            let change = match number % 5 {
                0 => Some(Change::TakenOff),
                1 => Some(Change::PutOn { cost }),
                2 => Some(Change::AsSaid),
                _ => None,
            };
            season.answer_objection(&office, at, change)
        }
        13 => {
            let command = ReserveCommand::GiveBack { proposal: id, reason: reason() };
            season.reserve(&office, command)
        }
        _ => season.reserve(&office, ReserveCommand::CallUp { proposal: id, reason: reason() }),
    })
}

fn proposal(season: &mut Season, Step { who, what, proposal, number }: Step) -> Option<Taken> {
    let (office, home) = (viewer(who, true), viewer(who, false));
    let cost = Money::yuan(u64::from(number) * 220 + 1);
    let (by, command) = match what {
        15 | 16 => (office, Command::Shortlist { cost }),
        17 => (office, Command::SetAside { reason: reason() }),
        18 => {
            let due = season.way.workday(3);
            (office, Command::SendToReview { lead: PROPERTY, others: vec![], due })
        }
        19 => {
            let yuan = u64::from(number) * 220 + 1;
            let finding: Finding =
                if number.is_multiple_of(4) { not_feasible() } else { feasible(yuan) };
            (office, Command::Conclude { finding })
        }
        20 => (home, Command::CoSign),
        21 if number < 20 => (home, Command::Withdraw),
        22 if number < 20 => (office, Command::RuleOut { item: 1, reason: reason() }),
        _ => {
            season.way.pass_days(i64::from(number % 4));
            return None;
        }
    };
    Some(season.way.ask(by, proposal, command).map(drop))
}

fn project(season: &mut Season, step: Step) -> Option<Taken> {
    let Step { who, what, proposal, number } = step;
    let (office, home) = (viewer(who, true), viewer(who, false));
    if what == 24 || what == 25 || !season.projects.contains_key(&proposal) {
        // Plans that lie in the past, have no step or too many are part of it.
        let plan = season.plan(u32::from(number) % 14, i64::from(number % 40) - 2);
        return Some(season.begin(&office, proposal, plan));
    }
    let (n, today) = (u32::from(number % 4), season.way.now.in_china().date());
    let in_days = |days: i64| season.way.now.plus_millis(days * DAY_MS).in_china().date();
    let command = match what {
        26..=28 => {
            let amount = Money::yuan(u64::from(number) * 90);
            let on = if number.is_multiple_of(16) { in_days(1) } else { today };
            let words = ForWhat::parse("材料").expect("a word");
            let receipt = Receipt::parse("发票 12").expect("a number");
            let photos = Vec::new();
            delivery::Command::Pay { payment: Payment { amount, on, words, receipt, photos } }
        }
        29 => {
            let amount = Money::yuan(u64::from(number) * 40);
            let words = ForWhat::parse("退货").expect("a word");
            delivery::Command::Correct { of: n, amount, words }
        }
        30 => {
            let reached = (n > 0).then_some(n);
            delivery::Command::Report { words: said(), photos: Vec::new(), reached }
        }
        31 => {
            let until = in_days(i64::from(number % 80));
            delivery::Command::Finish { words: said(), photos: Vec::new(), until }
        }
        32 => delivery::Command::Answer { n, words: said() },
        33 => delivery::Command::Close { done: said(), learnt: said() },
        34 => delivery::Command::Resume { plan: season.plan(1, 9), reason: reason() },
        35 if number < 40 => delivery::Command::Stop { reason: reason(), rest: reason() },
        35 => delivery::Command::Plan { plan: season.plan(n, 9), reason: reason() },
        36 => delivery::Command::Ask,
        37 => delivery::Command::LetIn { resident: ResidentId(u32::from(number) % 5) },
        38 if number.is_multiple_of(3) => {
            delivery::Command::Say { says: Says::NotDone { words: said() } }
        }
        38 => delivery::Command::Say { says: Says::Done { words: None } },
        _ => delivery::Command::Leave,
    };
    let by = if command.is_of_one_person() { home } else { office };
    Some(season.work(&by, proposal, command))
}
