//! Results: counted, published, and counted again by anyone.

use huiyin_backend::store::StoreError;
use huiyin_backend::store::events;
use huiyin_domain::contests::published::read_published;
use huiyin_domain::contests::wire::{ContestPage, Offer, ResultPage};
use huiyin_domain::contests::{Command, CountState, Phase};
use huiyin_domain::counting::{Tally, pb, pb::ReadMode};
use huiyin_domain::desk::{Today, TodayRow, Waits};
use huiyin_domain::hash::sha256_hex;
use huiyin_domain::ids::Version;
use huiyin_domain::money::Money;
use huiyin_domain::problems::ProblemKind;
use huiyin_domain::proposals::Stage;
use huiyin_domain::proposals::wire::ProposalPage;
use huiyin_domain::refusals::Refusal;

use crate::people::{Person, fresh_key, here};
use crate::votes::{Vote, Voter, contest_at};
use crate::world::{World, day, on_each_engine};

pub(crate) async fn result(person: &Person, contest: u32) -> ResultPage {
    person.get(&contest_at(contest, "/result")).await.ok()
}

/// Six residents have voted, and the box is closed. The first and the second win: 5,000 of 6,000.
async fn voted(world: &World) -> Vote {
    let vote = world.voting().await;
    let [a, b, c] = vote.proposals;
    let ballots: [&[u32]; 6] = [&[a], &[a, b], &[a, b], &[b], &[c], &[]];
    let names = ["wang", "li", "zhao", "qian", "sun", "zhou"];
    for (number, (name, choices)) in (1..).zip(names.into_iter().zip(ballots)) {
        Voter::new(number).vote(world, name, &vote, choices).await;
    }
    world.enter(vote.contest, &[Phase::Counting]).await;
    vote
}

pub(crate) async fn published(world: &World) -> Vote {
    let vote = voted(world).await;
    for command in [Command::Count, Command::Publish] {
        let page: ContestPage = world.organise(vote.contest, &command).await.ok();
        assert_ne!(page.contest.count, CountState::NotYet);
    }
    vote
}

/// Counts a published file as anyone's browser does.
pub(crate) fn recount(text: &str, rules: &huiyin_domain::contests::ContestRules) -> Tally {
    pb::read_in(ReadMode::Strict, text).expect("what was published has no faults");
    let election = read_published(text).expect("what was published can be read");
    huiyin_domain::counting::tally(&election, &rules.for_counting(), &mut |_| true)
        .expect("nobody stops it")
}

#[test]
fn from_a_proposal_to_a_recount_the_whole_thread_holds() {
    on_each_engine(async |world| {
        let vote = published(world).await;
        let guest = world.guest();
        let page = result(&guest, vote.contest).await;
        let [a, b, c] = vote.proposals.map(|id| id.to_string());
        assert_eq!(page.tally.winners.len(), 2);
        assert!(page.tally.winners.contains(&a) && page.tally.winners.contains(&b));
        assert_eq!(page.tally.total_cost, Money::yuan(5_000).in_fen());
        assert_eq!(page.tally.budget, page.rules.budget.in_fen());
        assert_eq!((page.tally.n_voters, page.tally.n_blank, page.n_eligible), (6, 1, 6));
        assert_eq!(page.seal, page.rules.seal());
        assert!(!page.tally.winners.contains(&c));

        // The sealed rules are the ones that stood in the notice.
        let told = world.contest(&guest, vote.contest).await;
        assert_eq!(told.seal, page.seal);
        assert_eq!((told.phase, told.is_sealed), (Phase::Objection, true));
        assert_eq!(told.offers, [Offer::SeeResult]);

        // Anyone downloads the ballots, finds the hash and counts the same.
        let file = guest.get(&format!("/api/v1{}", page.ballots_path)).await;
        assert_eq!(file.status, 200);
        assert!(file.header("content-type").starts_with("text/csv"));
        assert_eq!(sha256_hex(&file.body), page.ballots_sha256);
        assert_eq!(file.body.len() as u64, page.ballots_bytes);
        assert_eq!(recount(file.text(), &page.rules), page.tally);

        // Everybody finds their own ballot by its number, and nothing of a person.
        for number in 1..=6 {
            assert!(file.text().contains(&Voter::new(number).receipt().0));
        }
        assert!(!file.text().contains("wang"));
        let lines: Vec<_> = file.text().split("VOTES\n").nth(1).unwrap().lines().collect();
        assert_eq!(lines.len(), 7);
        assert!(lines[1..].is_sorted(), "the order tells nothing of when a ballot came");

        // Every proposal learns what became of it.
        let stages = [
            (vote.proposals[0], Stage::Won { award: Money::yuan(3_000) }),
            (vote.proposals[1], Stage::Won { award: Money::yuan(2_000) }),
            (vote.proposals[2], Stage::Reserve { cost: Money::yuan(4_000), place: 1 }),
        ];
        for (id, stage) in stages {
            let page: ProposalPage = world.proposal(&guest, id).await;
            assert_eq!(page.stage, stage);
        }
        the_record_holds(world);
        nobody_stands_beside_a_ballot(world);
    });
}

/// The chain of every stream holds, from its first event to its last.
fn the_record_holds(world: &World) {
    let followed = world.store.read_now(|tx| {
        let streams = events::streams(tx)?;
        for (community, stream) in &streams {
            let told = events::of_stream(tx, *community, stream)?;
            assert_eq!(events::verify_stream(&told), Ok(()), "{stream}");
        }
        Ok::<_, StoreError>(streams.len())
    });
    assert!(4 <= followed.unwrap(), "a contest and three proposals");
}

/// As many ballots as were handed out at most, and in their table no column for a person.
fn nobody_stands_beside_a_ballot(world: &World) {
    let n_roll = world.number("SELECT COUNT(*) FROM roll");
    let n_stamps = world.number("SELECT COUNT(*) FROM stamps");
    let n_ballots = world.number("SELECT COUNT(*) FROM ballots");
    assert_eq!(n_roll, n_stamps);
    assert!(n_ballots <= n_stamps);
    let whole = "SELECT community_id, contest_id, stamp, sequence, choices, receipt FROM ballots";
    let named = world.store.read_now(move |tx| tx.rows(whole, &[]));
    let named: Result<_, StoreError> = named;
    for row in named.unwrap() {
        for name in ["wang", "resident"] {
            assert!(!row.text(4).unwrap().contains(name));
        }
    }
}

#[test]
fn until_it_is_published_a_result_is_the_organisers_alone() {
    on_each_engine(async |world| {
        let vote = voted(world).await;
        let organiser = world.organiser().await;
        for rest in ["/result", "/ballots.pb"] {
            let answer = organiser.get(&contest_at(vote.contest, rest)).await;
            assert_eq!(answer.problem(), ProblemKind::Missing, "nobody has counted");
        }
        assert_eq!(world.organise(vote.contest, &Command::Count).await.status, 200);
        let wang = world.resident("wang").await;
        for person in [&world.guest(), &wang] {
            for rest in ["/result", "/ballots.pb"] {
                let answer = person.get(&contest_at(vote.contest, rest)).await;
                assert_eq!(answer.problem(), ProblemKind::Missing);
            }
        }
        let page = result(&organiser, vote.contest).await;
        assert!(matches!(page.count, CountState::Counted { .. }));
        assert_eq!(organiser.get(&contest_at(vote.contest, "/ballots.pb")).await.status, 200);
    });
}

#[test]
fn votes_are_counted_once_and_a_result_is_published_once() {
    on_each_engine(async |world| {
        let vote = voted(world).await;
        let early = world.organise(vote.contest, &Command::Publish).await;
        assert_eq!(early.refusal(), Refusal::NotCountedYet);
        for command in [Command::Count, Command::Publish] {
            assert_eq!(world.organise(vote.contest, &command).await.status, 200);
            let again = world.organise(vote.contest, &command).await;
            assert_eq!(again.status, 409, "{}", again.text());
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM counts"), 1);
    });
}

#[test]
fn a_count_whose_answer_was_lost_is_answered_again() {
    on_each_engine(async |world| {
        let vote = voted(world).await;
        let organiser = world.organiser().await;
        let version = world.contest(&organiser, vote.contest).await.contest.version.0;
        let (path, key) = (contest_at(vote.contest, "/commands"), fresh_key());
        let first = organiser.command_with_key(&path, version, &Command::Count, &key).await;
        let again = organiser.command_with_key(&path, version, &Command::Count, &key).await;
        assert_eq!((first.status.as_u16(), &first.body), (200, &again.body));
        let stale = organiser.command(&path, version, &Command::Count).await.refusal();
        assert_eq!(stale, Refusal::Stale { found: Version(version + 1) });
    });
}

#[test]
fn nobody_counts_while_the_box_is_open() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let refusal = world.organise(vote.contest, &Command::Count).await.refusal();
        let next_at = Some(day(30));
        assert_eq!(refusal, Refusal::NotInThisPhase { phase: Phase::Voting, next_at });
        // No page tells how many have voted, not even the organiser's.
        let organiser = world.organiser().await;
        let before = organiser.get(&contest_at(vote.contest, "")).await.body;
        Voter::new(1).vote(world, "wang", &vote, &[vote.proposals[0]]).await;
        assert_eq!(organiser.get(&contest_at(vote.contest, "")).await.body, before);
    });
}

#[test]
fn with_fewer_than_five_ballots_only_the_outcome_is_published() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        for (number, name) in [(1, "wang"), (2, "li"), (3, "zhao"), (4, "qian")] {
            Voter::new(number).vote(world, name, &vote, &[vote.proposals[0]]).await;
        }
        world.enter(vote.contest, &[Phase::Counting]).await;
        for command in [Command::Count, Command::Publish] {
            assert_eq!(world.organise(vote.contest, &command).await.status, 200);
        }
        let guest = world.guest();
        let page = result(&guest, vote.contest).await;
        assert_eq!(page.tally.winners[0], vote.proposals[0].to_string());
        assert_eq!(page.ballots_bytes, 0);
        let file = guest.get(&contest_at(vote.contest, "/ballots.pb")).await;
        assert_eq!(file.problem(), ProblemKind::Missing);
    });
}

#[test]
fn a_proposal_that_was_not_shortlisted_is_not_on_the_ballot() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let on = world.propose(&wang, contest, "加灯").await;
        let off = world.propose(&wang, contest, "挖湖").await;
        assert_eq!(world.shortlist(on, 1_000).await.status, 200);
        world.enter(contest, &[Phase::Reviewing, Phase::Notice, Phase::Voting]).await;
        let voter = Voter::new(1);
        assert_eq!(voter.take(&wang, contest).await.status, 200);
        assert_eq!(voter.cast(world, contest, 1, &[off]).await.status, 422);
        assert_eq!(voter.cast(world, contest, 1, &[on]).await.status, 200);
    });
}

#[test]
fn the_desk_is_told_to_count_and_then_to_publish() {
    on_each_engine(async |world| {
        let vote = voted(world).await;
        let contest = world.contest(&world.guest(), vote.contest).await.contest;
        let (id, title) = (contest.id, contest.title.to_string());
        let of_contest = async || -> Vec<Waits> {
            let office = world.organiser().await;
            let today: Today = office.get(&here("/desk/today")).await.ok();
            let waits = today.items.into_iter().map(|row: TodayRow| row.waits);
            let is_it = |it: &Waits| matches!(it, Waits::ToCount { .. } | Waits::ToPublish { .. });
            waits.filter(is_it).collect()
        };
        assert_eq!(of_contest().await, [Waits::ToCount { id, title: title.clone() }]);
        let _: ContestPage = world.organise(vote.contest, &Command::Count).await.ok();
        assert_eq!(of_contest().await, [Waits::ToPublish { id, title }]);
        let _: ContestPage = world.organise(vote.contest, &Command::Publish).await.ok();
        assert_eq!(of_contest().await, []);
    });
}
