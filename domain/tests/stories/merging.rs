//! Stories of merging: the office asks, the author decides, and every name moves by its own word.
use crate::{
    support::{guest, organiser, reason, resident},
    way::Way,
};
use huiyin_domain::{
    contests::{Phase, Screening},
    ids::ProposalId,
    proposals::{Command, Stage, StageKind, offers, wire::Offer},
    refusals::Refusal,
};

fn offer(into: u32) -> Command {
    Command::OfferMerge { into: ProposalId(into), why: reason() }
}

#[test]
fn nothing_is_merged_without_its_author() {
    let mut way = Way::new(Screening::Meanwhile, 5);
    assert_eq!(way.ask(resident(2), 1, offer(2)), Err(Refusal::OrganiserOnly));
    way.ask(organiser(), 1, offer(2)).unwrap();
    for by in [resident(2), resident(4)] {
        assert_eq!(way.ask(by, 1, Command::AgreeMerge), Err(Refusal::NotYourProposal));
    }
    assert_eq!(way.ask(organiser(), 1, Command::AgreeMerge), Err(Refusal::ResidentsOnly));
    assert_eq!(way.ask(guest(), 1, Command::AgreeMerge), Err(Refusal::SignInFirst));
    way.ask(resident(1), 1, Command::DeclineMerge).unwrap();
    assert_eq!(way.proposal(1).merge, None);
    let stage = StageKind::CoSigning;
    let unasked = way.ask(resident(1), 1, Command::AgreeMerge);
    assert_eq!(unasked, Err(Refusal::NotAtThisStage { stage }));
    way.ask(organiser(), 1, offer(2)).unwrap();
    way.ask(organiser(), 1, Command::TakeBackMerge).unwrap();
    let twice = way.ask(organiser(), 1, Command::TakeBackMerge);
    assert_eq!(twice, Err(Refusal::NotAtThisStage { stage }));
    way.ask(organiser(), 1, offer(2)).unwrap();
    way.ask(resident(1), 1, Command::AgreeMerge).unwrap();
    assert_eq!(way.proposal(1).stage, Stage::MergedInto { into: ProposalId(2) });
}

#[test]
fn nothing_goes_into_itself_or_into_what_is_not_there_or_has_ended() {
    let mut way = Way::new(Screening::Meanwhile, 5);
    assert_eq!(way.ask(organiser(), 1, offer(1)), Err(Refusal::WouldGoInCircles));
    let proposal = ProposalId(9);
    assert_eq!(way.ask(organiser(), 1, offer(9)), Err(Refusal::NoSuchProposal { proposal }));
    way.ask(organiser(), 1, offer(2)).unwrap();
    way.ask(resident(2), 2, Command::Withdraw).unwrap();
    let (proposal, stage) = (ProposalId(2), StageKind::Withdrawn);
    let ended = Refusal::CannotTakeIn { proposal, stage };
    assert_eq!(way.ask(resident(1), 1, Command::AgreeMerge), Err(ended.clone()));
    assert_eq!(way.ask(organiser(), 3, offer(2)), Err(ended));
}

#[test]
fn of_two_that_are_asked_for_each_other_one_goes_and_the_other_stays() {
    let mut way = Way::new(Screening::Meanwhile, 5);
    way.ask(organiser(), 1, offer(2)).unwrap();
    way.ask(organiser(), 2, offer(1)).unwrap();
    way.ask(resident(1), 1, Command::AgreeMerge).unwrap();
    let refused = way.ask(resident(2), 2, Command::AgreeMerge);
    let stage = StageKind::MergedInto;
    assert_eq!(refused, Err(Refusal::CannotTakeIn { proposal: ProposalId(1), stage }));
    assert_eq!(way.proposal(2).stage, Stage::CoSigning);
}

#[test]
fn each_name_moves_by_its_own_word_and_counts_there() {
    let mut way = Way::new(Screening::Meanwhile, 2);
    for who in [2, 4] {
        way.ask(resident(who), 1, Command::CoSign).unwrap();
    }
    way.ask(resident(5), 2, Command::CoSign).unwrap();
    way.ask(organiser(), 1, offer(2)).unwrap();
    way.ask(resident(1), 1, Command::AgreeMerge).unwrap();
    assert_eq!((way.n_co_signs(1), way.n_co_signs(2)), (2, 1), "nobody was moved unasked");
    let into = ProposalId(2);
    let offered = |by| {
        let scene = way.scene(&by, 1, Some(into));
        offers(&scene, way.proposal(1)).contains(&Offer::MoveCoSign { into })
    };
    assert!(offered(resident(4)) && !offered(resident(2)) && !offered(resident(5)));
    let own = way.ask(resident(2), 1, Command::MoveCoSign);
    assert_eq!(own, Err(Refusal::YourOwnProposal), "whoever writes it does not support it too");
    way.ask(resident(4), 1, Command::MoveCoSign).unwrap();
    assert_eq!((way.n_co_signs(1), way.n_co_signs(2)), (1, 2));
    assert_eq!(way.proposal(2).stage, Stage::Qualified);
    let twice = way.ask(resident(4), 1, Command::MoveCoSign);
    assert_eq!(twice, Err(Refusal::NotCoSigned));
}

#[test]
fn names_find_the_last_of_several_merges() {
    let mut way = Way::new(Screening::Meanwhile, 9);
    way.ask(resident(4), 1, Command::CoSign).unwrap();
    for (from, into) in [(1, 2), (2, 3)] {
        way.ask(organiser(), from, offer(into)).unwrap();
        way.ask(resident(from), from, Command::AgreeMerge).unwrap();
    }
    way.ask(resident(4), 1, Command::MoveCoSign).unwrap();
    assert_eq!([1, 2, 3].map(|id| way.n_co_signs(id)), [0, 0, 1]);
    // Where the last one has ended nothing moves any more, and nothing is lost.
    let mut ended = Way::new(Screening::Meanwhile, 9);
    ended.ask(resident(4), 1, Command::CoSign).unwrap();
    ended.ask(organiser(), 1, offer(2)).unwrap();
    ended.ask(resident(1), 1, Command::AgreeMerge).unwrap();
    ended.ask(resident(2), 2, Command::Withdraw).unwrap();
    let (proposal, stage) = (ProposalId(2), StageKind::Withdrawn);
    let refused = ended.ask(resident(4), 1, Command::MoveCoSign);
    assert_eq!(refused, Err(Refusal::CannotTakeIn { proposal, stage }));
    assert_eq!(ended.n_co_signs(1), 1);
}

#[test]
fn names_move_until_notice_begins() {
    let mut way = Way::new(Screening::Meanwhile, 1);
    way.ask(resident(4), 1, Command::CoSign).unwrap();
    way.ask(organiser(), 1, offer(2)).unwrap();
    way.ask(resident(1), 1, Command::AgreeMerge).unwrap();
    way.move_on(&[Phase::Reviewing]);
    assert!(way.scene(&resident(4), 1, None).has_co_signed);
    way.move_on(&[Phase::Notice]);
    let late = way.ask(resident(4), 1, Command::MoveCoSign);
    assert_eq!(late, Err(Refusal::RulesAreSealed));
}
