//! What an organiser or a department may ask of a contest by mistake, and what it answers.

use huiyin_domain::ballots::wire::CastReceipt;
use huiyin_domain::contests::wire::ContestPage;
use huiyin_domain::contests::{Command, Phase, RulesForm};
use huiyin_domain::ids::ProposalId;
use huiyin_domain::money::Money;
use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::proposals::{self, Stage, StageKind};
use huiyin_domain::refusals::Refusal;
use serde_json::json;

use crate::lifecycle::{act, ask};
use crate::people::here;
use crate::results::{published, result};
use crate::votes::{Voter, contest_at, contest_form, move_on, reason};
use crate::world::{day, on_each_engine};

const N_BALLOTS: &str = "SELECT COUNT(*) FROM ballots";

#[test]
fn a_phase_never_goes_back_when_ballots_were_cast() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let [a, b, _] = vote.proposals;
        Voter::new(1).vote(world, "wang", &vote, &[a]).await;
        let organiser = world.organiser().await;
        let version = world.contest(&organiser, vote.contest).await.contest.version.0;
        let path = contest_at(vote.contest, "/commands");
        let refused =
            async |command: Command| organiser.command(&path, version, &command).await.refusal();
        let begin = |phase, to| Command::Postpone { phase, to, reason: reason("重来") };
        let phase = Phase::Voting;
        for to in [Phase::Preparing, Phase::Collecting, Phase::Reviewing, Phase::Notice, phase] {
            assert_eq!(refused(move_on(to)).await, Refusal::NotTheNextPhase { phase }, "{to:?}");
            assert_eq!(refused(begin(to, day(25))).await, Refusal::DatesOutOfOrder, "{to:?}");
        }
        // Nor does the close come before now, so that ballots would have come too late.
        let early = refused(begin(Phase::Counting, day(-1))).await;
        assert_eq!(early, Refusal::DatesOutOfOrder);
        assert_eq!(world.contest(&organiser, vote.contest).await.phase, phase);
        // A longer vote is no step back: the ballot stays, and others can still be cast.
        let longer =
            Command::Postpone { phase: Phase::Counting, to: day(40), reason: reason("台风") };
        let page: ContestPage = world.organise(vote.contest, &longer).await.ok();
        assert_eq!((page.phase, page.ends), (Phase::Voting, Some(day(40))));
        Voter::new(2).vote(world, "li", &vote, &[b]).await;
        assert_eq!(world.number(N_BALLOTS), 2);

        world.enter(vote.contest, &[Phase::Counting]).await;
        let refusal = world.organise(vote.contest, &move_on(Phase::Voting)).await.refusal();
        assert_eq!(refusal, Refusal::NotTheNextPhase { phase: Phase::Counting });
        let again = begin(Phase::Voting, day(50));
        let refusal = world.organise(vote.contest, &again).await.refusal();
        assert_eq!(refusal, Refusal::DatesOutOfOrder);
        let changed = Voter::new(1).cast(world, vote.contest, 2, &[b]).await;
        assert!(matches!(changed.refusal(), Refusal::VotingClosed { .. }));
        let kept: CastReceipt = Voter::new(1).cast(world, vote.contest, 1, &[a]).await.ok();
        assert_eq!(kept.receipt, Voter::new(1).receipt(), "it is still in the box");
        assert_eq!(world.number(N_BALLOTS), 2);
    });
}

#[test]
fn a_budget_is_never_lowered_below_what_is_awarded() {
    on_each_engine(async |world| {
        let vote = published(world).await;
        let organiser = world.organiser().await;
        let before = world.contest(&organiser, vote.contest).await;
        let path = contest_at(vote.contest, "/commands");
        // There is no such command: what there is to spend stands from the first day.
        for asked in [
            json!({ "kind": "change_budget", "budget": 100 }),
            json!({ "kind": "change_rules", "rules": { "budget": 100 } }),
        ] {
            let answer = organiser.command(&path, before.contest.version.0, &asked).await;
            assert!(matches!(answer.problem(), ProblemKind::Malformed { .. }));
        }
        // What is sent beside a command changes nothing of the rules either.
        let beside = json!({
            "kind": "postpone", "phase": "implementing", "to": day(90), "reason": "晚一点",
            "budget": 100, "rules": { "budget": 100, "cap": 100 },
        });
        let answer = organiser.command(&path, before.contest.version.0, &beside).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let after = world.contest(&organiser, vote.contest).await;
        assert_eq!((after.contest.rules, after.seal), (before.contest.rules, before.seal));
        let page = result(&world.guest(), vote.contest).await;
        assert!(page.tally.total_cost <= page.rules.budget.in_fen());
        let mut awarded = Money::fen(0);
        for id in vote.proposals {
            if let Stage::Won { award } = world.proposal(&organiser, id).await.stage {
                awarded = awarded.plus(award).unwrap();
            }
        }
        assert_eq!(awarded, Money::yuan(5_000));
        assert!(awarded <= page.rules.budget);
    });
}

#[test]
fn merges_never_go_in_a_circle_of_three() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let names = ["wang", "li", "zhao"];
        let mut authors = Vec::new();
        for name in names {
            let author = world.resident(name).await;
            let id = world.propose(&author, contest, &format!("{name}要的扶手")).await;
            authors.push((author, id));
        }
        let organiser = world.organiser().await;
        let own = proposals::Command::OfferMerge {
            into: ProposalId(authors[0].1),
            why: reason("一样"),
        };
        let refusal = ask(&organiser, authors[0].1, &own).await.refusal();
        assert_eq!(refusal, Refusal::WouldGoInCircles);
        // All three are asked before anybody has answered: first into second, and so on round.
        for place in 0..3 {
            let into = ProposalId(authors[(place + 1) % 3].1);
            let offer = proposals::Command::OfferMerge { into, why: reason("要的一样") };
            act(&organiser, authors[place].1, &offer).await;
        }
        for (author, id) in &authors[..2] {
            act(author, *id, &proposals::Command::AgreeMerge).await;
        }
        let (last, id) = &authors[2];
        let refusal = ask(last, *id, &proposals::Command::AgreeMerge).await.refusal();
        let proposal = ProposalId(authors[0].1);
        assert_eq!(refusal, Refusal::CannotTakeIn { proposal, stage: StageKind::MergedInto });
        assert_eq!(world.proposal(last, *id).await.stage, Stage::CoSigning);
        let first = world.proposal(last, authors[0].1).await.stage;
        assert_eq!(first, Stage::MergedInto { into: ProposalId(authors[1].1) });
    });
}

#[test]
fn nothing_of_the_list_changes_after_notice_whatever_the_office_asks() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let listed = world.propose(&wang, contest, "加装扶手").await;
        let late = world.propose(&wang, contest, "换楼道灯").await;
        assert_eq!(world.shortlist(listed, 3_000).await.status, 200);
        world.admit(late).await;
        world.enter(contest, &[Phase::Reviewing, Phase::Notice]).await;
        let organiser = world.organiser().await;
        let aside = proposals::Command::SetAside { reason: reason("改主意了") };
        for refused in [
            world.shortlist(late, 1_000).await,
            world.shortlist(listed, 1_000).await,
            ask(&organiser, listed, &aside).await,
        ] {
            assert_eq!(refused.refusal(), Refusal::RulesAreSealed);
        }
        assert_eq!(world.contest(&organiser, contest).await.n_shortlisted, 1);
        let cost = world.proposal(&organiser, listed).await.stage.cost();
        assert_eq!(cost, Some(Money::yuan(3_000)));
    });
}

#[test]
fn a_cap_above_the_budget_is_told_at_its_field() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        for (cap, is_taken) in [("6000.01", false), ("１万", false), ("6000", true)] {
            let form = RulesForm { cap: cap.into(), ..contest_form() };
            let answer = organiser.post(&here("/contests"), &form).await;
            if is_taken {
                assert_eq!(answer.status, 201, "{}", answer.text());
                continue;
            }
            let fault = FieldFault::AboveCap { cap: Money::yuan(6_000) };
            assert_eq!(answer.faults(), [("cap".to_owned(), fault)], "{cap}");
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM contests"), 1);
    });
}

#[test]
fn nothing_is_shortlisted_for_nothing_since_no_file_could_hold_it() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let id = world.propose(&wang, contest, "加装扶手").await;
        assert_eq!(world.shortlist(id, 0).await.refusal(), Refusal::CostsNothing);
        assert_eq!(world.shortlist(id, 5_000).await.status, 200);
    });
}
