//! A whole season: from the first proposal to the last report, and the record tells all of it.

use huiyin_backend::archive::{Answers, Found};
use huiyin_backend::failure::Failure;
use huiyin_backend::here::Here;
use huiyin_backend::store::StoreError;
use huiyin_backend::store::events;
use huiyin_domain::chain;
use huiyin_domain::contests::reserve::ReserveCommand;
use huiyin_domain::contests::wire::{ContestPage, ResultPage};
use huiyin_domain::contests::{self, Command, Contest, ContestRefusal, Event, Phase};
use huiyin_domain::delivery::wire::OfficeProjects;
use huiyin_domain::delivery::{DeliveryRefusal, Stage as Works};
use huiyin_domain::feedback::StageKind as Promise;
use huiyin_domain::feedback::wire::ChainPage;
use huiyin_domain::hash::sha256_hex;
use huiyin_domain::ids::{CommunityId, ContestId, ProposalId};
use huiyin_domain::money::Money;
use huiyin_domain::objections::wire::{ObjectionList, ObjectionPage, ObjectionsPage};
use huiyin_domain::objections::{Against, AnswerForm, ObjectionForm};
use huiyin_domain::proposals::Stage;
use huiyin_domain::refusals::Refusal;
use huiyin_domain::residents::Viewer;
use huiyin_domain::time::Moment;

use crate::delivery::in_days;
use crate::lifecycle::differences;
use crate::people::here;
use crate::results::{recount, result};
use crate::season_works::{
    Asked, accepted, begun, carried_out, closed, co_signed, opened, proposed, reviewed, screened,
    season_form, thirty, voted,
};
use crate::submissions::at;
use crate::votes::{Voter, contest_at, move_on, reason};
use crate::world::{World, day, on_each_engine};

/// Days until those who live there have said what they think of the work.
const ACCEPTANCE_DAYS: i64 = 7;

#[test]
fn a_season_from_the_first_proposal_to_the_last_report() {
    on_each_engine(async |world| {
        let people = thirty(world).await;
        assert_eq!(people.len(), 30);
        let contest = opened(world).await;
        let asked = proposed(world, contest).await;
        screened(world, &asked).await;
        co_signed(world, &asked).await;
        world.enter(contest, &[Phase::Reviewing]).await;
        reviewed(world, &asked).await;
        world.enter(contest, &[Phase::Notice]).await;
        let seal = noticed(world, contest, &asked).await;
        world.enter(contest, &[Phase::Voting]).await;
        voted(world, contest, &people, &asked).await;
        world.enter(contest, &[Phase::Counting]).await;
        for command in [Command::Count, Command::Publish] {
            let _: ContestPage = world.organise(contest, &command).await.ok();
        }
        let page = counted(world, contest, &asked).await;
        assert_eq!(page.seal, seal, "what was sealed in the notice is what was counted by");
        world.enter(contest, &[Phase::Results]).await;
        awarded(world, contest, &asked).await;
        delivered(world, contest, &asked).await;
        world.enter(contest, &[Phase::Closed]).await;
        replayed(world, contest, &asked).await;
        archived(world, contest, &asked, &page);
    });
}

/// The shortlist and the sealed rules are shown; an objection holds the vote until it is answered.
async fn noticed(world: &World, contest: u32, asked: &Asked) -> String {
    let guest = world.guest();
    let page = world.contest(&guest, contest).await;
    assert_eq!((page.is_sealed, page.n_shortlisted), (true, 4));
    assert_eq!(page.seal, page.contest.rules.seal());

    let (sun, office) = (world.resident("sun").await, world.organiser().await);
    let against = Some(Against::Refused { proposal: ProposalId(asked.trees) });
    let form = ObjectionForm { against, words: "燃气管线前年已经移走了。".into() };
    let path = contest_at(contest, "/objections");
    let _: ObjectionsPage = sun.post(&path, &form).await.ok();
    let held = world.organise(contest, &move_on(Phase::Voting)).await.refusal();
    assert_eq!(held, Refusal::Contest { why: ContestRefusal::Unanswered { n: 1 } });
    let waiting: ObjectionList = office.get(&here("/objections")).await.ok();
    let path = here(&format!("/objections/{}/answer", waiting.items[0].id));
    let words = "燃气公司书面答复:管线还在,今年不动。".into();
    let form = AnswerForm { upheld: Some(false), words, ..AnswerForm::default() };
    let answered: ObjectionPage = office.post(&path, &form).await.ok();
    assert!(answered.objection.answer.is_some_and(|answer| answer.change.is_none()));
    let after = world.contest(&guest, contest).await;
    assert_eq!((after.n_shortlisted, &after.seal), (4, &page.seal), "nothing has changed by it");
    page.seal
}

/// Anyone counts the published ballots by the same code and comes to the same tally.
async fn counted(world: &World, contest: u32, asked: &Asked) -> ResultPage {
    let guest = world.guest();
    let page = result(&guest, contest).await;
    let file = guest.get(&format!("/api/v1{}", page.ballots_path)).await;
    assert_eq!(sha256_hex(&file.body), page.ballots_sha256);
    assert_eq!(recount(file.text(), &page.rules), page.tally);
    assert_eq!((page.tally.n_voters, page.tally.n_blank, page.n_eligible), (30, 1, 30));
    let votes = |id: u32| {
        let outcome = page.tally.outcomes.iter().find(|it| it.project == id.to_string());
        outcome.expect("it was voted on").supporters
    };
    assert_eq!(asked.on_ballot().map(votes), [20, 15, 10, 4], "and a changed mind counts once");
    for n in 0..30 {
        let receipt = Voter::new(n).receipt();
        assert!(file.text().contains(&receipt.0), "everybody finds their own ballot");
    }
    page
}

/// Two win within the budget, one waits on the reserve list, and nobody comes up without room.
async fn awarded(world: &World, contest: u32, asked: &Asked) {
    let guest = world.guest();
    let [rail, lamps, cost, dear] = [3_000, 2_000, 4_000, 5_000].map(Money::yuan);
    let stages = [
        (asked.rail, Stage::Won { award: rail }),
        (asked.lamps, Stage::Won { award: lamps }),
        (asked.pipe, Stage::Reserve { cost, place: 1 }),
        (asked.bench, Stage::NotSelected { cost: dear }),
    ];
    for (id, stage) in stages {
        assert_eq!(world.proposal(&guest, id).await.stage, stage);
    }
    let rules = world.contest(&guest, contest).await.contest.rules;
    assert!(rail <= rules.cap && lamps <= rules.cap);
    assert!(rail.plus(lamps).is_some_and(|awarded| awarded <= rules.budget));

    let up =
        ReserveCommand::CallUp { proposal: ProposalId(asked.pipe), reason: reason("还有余额") };
    let path = contest_at(contest, "/reserve");
    let early = world.organiser().await.post(&path, &up).await.refusal();
    let left = Money::yuan(1_000);
    let why = ContestRefusal::AwardAboveBudget { left };
    assert_eq!(early, Refusal::Contest { why });
}

/// Both winners are carried out, looked at by those who live there, and closed with a report.
async fn delivered(world: &World, contest: u32, asked: &Asked) {
    let office = world.organiser().await;
    let waiting: OfficeProjects = office.get(&here("/projects/waiting")).await.ok();
    let numbers: Vec<u32> = waiting.to_begin.iter().map(|row| row.id.0).collect();
    assert_eq!(numbers.len(), 2, "{numbers:?}");
    begun(world, asked.rail, &["wang", "qian"]).await;
    begun(world, asked.lamps, &["li"]).await;
    world.enter(contest, &[Phase::Implementing]).await;
    carried_out(world, asked.rail).await;
    let until = in_days(ACCEPTANCE_DAYS);
    for id in [asked.rail, asked.lamps] {
        accepted(world, id, until).await;
    }
    let early = world.organise(contest, &move_on(Phase::Closed)).await.refusal();
    let why = DeliveryRefusal::ProjectsNotEnded { n: 2 };
    assert_eq!(early, Refusal::Delivery { why });

    world.clock.set(day(ACCEPTANCE_DAYS + 1));
    for (id, spent) in [(asked.rail, 2_700), (asked.lamps, 0)] {
        let page = closed(world, id).await;
        let Works::Delivered { closing, .. } = page.stage else { panic!("it is closed") };
        assert_eq!((closing.cost, closing.learnt.as_str()), (Money::yuan(spent), "早点问邻居"));
        assert!(closing.cost <= page.spending.award);
        let promise = world.submission(&world.guest(), id).await.submission.stage.kind();
        let awaited = if id == asked.rail { Promise::Confirmed } else { Promise::Delivered };
        assert_eq!(promise, awaited, "the author of the rail has said that it is done");
    }
}

/// Every stream of the record holds, and what it tells is what is stored; days have their roots.
async fn replayed(world: &World, contest: u32, asked: &Asked) {
    assert!(0 < world.tick().await.n_roots);
    assert_eq!(differences(world), []);
    let guest = world.guest();
    for id in asked.all() {
        world.assert_replayed(id);
        let page: ChainPage = guest.get(&at(id, "/chain")).await.ok();
        assert_eq!(chain::verify(&page), Ok(()), "anybody can check number {id}");
    }
    let stored = world.contest(&guest, contest).await;
    assert_eq!(stored.phase, Phase::Closed);
    assert_eq!(contest_from_its_record(world, contest), stored.contest);
}

fn contest_from_its_record(world: &World, id: u32) -> Contest {
    let stream = format!("contest/{id}");
    let told = world.store.read_now(move |tx| events::of_stream(tx, 1, &stream));
    let told: Result<_, StoreError> = told;
    let told = told.unwrap();
    events::verify_stream(&told).unwrap();
    let begun = contests::create(season_form().parse().unwrap(), ContestId(id));
    told.iter().fold(begun, |contest, stored| {
        let event: Event = serde_json::from_str(&stored.body).unwrap();
        assert_eq!(event.name(), stored.kind);
        contests::apply(&contest, &event, Moment::from_millis(stored.at_ms))
    })
}

/// What `huiyin export --archive` writes down of it: all that a guest could read, and the ballots.
fn archived(world: &World, contest: u32, asked: &Asked, page: &ResultPage) {
    let here = Here::new(CommunityId(1), Viewer::Guest, world.clock.now());
    let id = ContestId(contest);
    let found = world.store.read_now(move |tx| Answers::collect(tx, &here, "wutong", id));
    let found: Result<Found, Failure> = found;
    let answers = match found {
        Ok(Found::Finished(answers)) => answers,
        other => panic!("{other:?}"),
    };
    let ballots = &answers.files[&format!("contests/{contest}/ballots.pb")];
    assert_eq!(sha256_hex(ballots), page.ballots_sha256);
    let text = std::str::from_utf8(ballots).unwrap();
    assert_eq!(recount(text, &page.rules), page.tally, "and it is counted again without us");
    for id in asked.all() {
        for file in [format!("proposals/{id}.json"), format!("feedback/{id}/chain.json")] {
            assert!(answers.files.contains_key(&file), "{file}");
        }
        assert!(answers.pages.contains(&format!("proposals/{id}")));
    }
}
