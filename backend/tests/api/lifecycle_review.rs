//! Review: departments are asked, say what they find, and the lead answers everybody.

use huiyin_backend::failure::Failure;
use huiyin_backend::proposals::rows;
use huiyin_domain::contests::Phase;
use huiyin_domain::departments;
use huiyin_domain::desk::Today;
use huiyin_domain::feedback;
use huiyin_domain::ids::{CommunityId, DepartmentId};
use huiyin_domain::money::Money;
use huiyin_domain::notices::Why;
use huiyin_domain::proposals::wire::{NoteForm, Notes, Offer, WaitingList};
use huiyin_domain::proposals::{Command, Event, Finding, Proposal, Review, Stage};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::time::{Day, parse_day};

use crate::lifecycle::{act, ask, differences, screening_first, told};
use crate::people::{Person, here};
use crate::submissions::said;
use crate::ten_thousand::proposal;
use crate::votes::{proposal_at, reason};
use crate::world::{World, day, on_each_engine};

const PROPERTY: DepartmentId = DepartmentId(1);
const ORDER: DepartmentId = DepartmentId(2);

/// The third working day after the stories begin, a Friday.
fn due() -> Day {
    parse_day("2026-09-04").unwrap()
}

fn send() -> Command {
    Command::SendToReview { lead: PROPERTY, others: vec![ORDER], due: due() }
}

fn feasible(yuan: u64) -> Finding {
    Finding::Feasible { cost: Money::yuan(yuan), months: 2 }
}

fn conclude() -> Command {
    Command::Conclude { finding: feasible(3_000) }
}

fn assess(department: DepartmentId) -> Command {
    let reason = reason("那里有管线");
    Command::Assess { department, finding: Finding::NotFeasible { reason } }
}

/// A proposal of wang's that the property company leads and the order squad looks at.
async fn under_review(world: &World) -> u32 {
    let contest = world.collecting().await;
    let id = world.propose(&world.resident("wang").await, contest, "加装扶手").await;
    world.admit(id).await;
    let page = act(&world.organiser().await, id, &send()).await;
    assert_eq!(page.stage, Stage::UnderReview);
    id
}

async fn waiting(person: &Person) -> WaitingList {
    person.get(&here("/proposals/waiting")).await.ok()
}

#[test]
fn the_lead_answers_everybody_once_the_others_have_spoken() {
    on_each_engine(async |world| {
        let id = under_review(world).await;
        let (lead, other) = (world.reviewer(1).await, world.reviewer(2).await);
        for person in [&lead, &other] {
            let (why, event) = told(person).await.remove(0);
            assert!(matches!(
                event,
                feedback::Event::InContest { step: Event::SentToReview { .. } }
            ));
            assert_eq!(why, Why::Duty);
        }
        let early = ask(&lead, id, &conclude()).await.refusal();
        assert_eq!(early, Refusal::OthersHaveNotAnswered { n: 1 });
        let cap = Money::yuan(5_000);
        assert_eq!(
            world.proposal(&other, id).await.offers,
            [Offer::Assess { department: ORDER, cap }]
        );
        act(&other, id, &assess(ORDER)).await;
        // What it finds is the staff's to read until the answer is given.
        let (guest, wang) = (world.guest(), world.resident("wang").await);
        for person in [&guest, &wang] {
            let page = world.proposal(person, id).await;
            let review = page.review.unwrap();
            assert!(review.asked[1].has_answered && review.asked[1].finding.is_none());
            let text = person.get(&proposal_at(id, "")).await;
            assert!(!text.text().contains("那里有管线"), "{}", text.text());
        }
        let seen = world.proposal(&lead, id).await;
        assert!(seen.review.unwrap().asked[1].finding.is_some());
        assert!(seen.offers.contains(&Offer::Conclude { cap }));

        let page = act(&lead, id, &conclude()).await;
        let cost = Money::yuan(3_000);
        assert_eq!(page.stage, Stage::Shortlisted { cost, months: Some(2) });
        let page = world.proposal(&guest, id).await;
        assert!(page.review.unwrap().asked[1].finding.is_some());
        assert!(page.story.iter().any(|line| line.event.name() == "assessed"));
        let shortlisted = feedback::Event::name(&told(&wang).await[0].1);
        assert_eq!(shortlisted, "shortlisted");
        world.assert_replayed(id);
        assert_eq!(differences(world), []);
    });
}

#[test]
fn only_those_who_were_asked_say_what_they_find_and_for_themselves() {
    on_each_engine(async |world| {
        let id = under_review(world).await;
        let (wang, other) = (world.resident("wang").await, world.reviewer(2).await);
        assert_eq!(ask(&other, id, &assess(PROPERTY)).await.refusal(), Refusal::NotYourDuty);
        assert_eq!(ask(&other, id, &conclude()).await.refusal(), Refusal::NotYourDuty);
        assert_eq!(ask(&wang, id, &assess(ORDER)).await.refusal(), Refusal::StaffOnly);
        let guest = ask(&world.guest(), id, &assess(ORDER)).await;
        assert_eq!(guest.refusal(), Refusal::SignInFirst);
        let dear = Command::Assess { department: ORDER, finding: feasible(5_001) };
        let cap = Money::yuan(5_000);
        assert_eq!(ask(&other, id, &dear).await.refusal(), Refusal::AboveCap { cap });
    });
}

#[test]
fn of_two_answers_at_once_one_is_given_again() {
    on_each_engine(async |world| {
        let id = under_review(world).await;
        let (lead, other) = (world.reviewer(1).await, world.reviewer(2).await);
        let version = world.proposal(&lead, id).await.version;
        let path = proposal_at(id, "/commands");
        assert_eq!(other.command(&path, version.0, &assess(ORDER)).await.status, 200);
        let second = lead.command(&path, version.0, &assess(PROPERTY)).await.refusal();
        assert_eq!(second, Refusal::Stale { found: version.next() });
        act(&lead, id, &assess(PROPERTY)).await;
        let review = world.proposal(&lead, id).await.review.unwrap();
        assert!(review.asked.iter().all(|one| one.has_answered), "neither was lost");
    });
}

#[test]
fn nobody_is_waited_for_after_the_day() {
    on_each_engine(async |world| {
        let id = under_review(world).await;
        world.clock.set(day(6));
        let lead = world.reviewer(1).await;
        let review = world.proposal(&lead, id).await.review.unwrap();
        assert_eq!(review.n_days_late, 1);
        assert_eq!(waiting(&lead).await.to_review[0].n_days_late, 1);
        let page = act(&lead, id, &conclude()).await;
        assert_eq!(page.stage.cost(), Some(Money::yuan(3_000)));
        assert_eq!(page.review.unwrap().n_days_late, 0, "it is late no more");
    });
}

#[test]
fn a_dissolved_department_is_not_waited_for_and_the_office_speaks_for_it() {
    on_each_engine(async |world| {
        let id = under_review(world).await;
        let organiser = world.organiser().await;
        let dissolve = async |department: u32| {
            let command = departments::Command::Dissolve { reason: said("合并到街道") };
            let path = here(&format!("/departments/{department}/commands"));
            assert_eq!(organiser.post(&path, &command).await.status, 200);
        };
        dissolve(2).await;
        let shortlisted = Stage::Shortlisted { cost: Money::yuan(3_000), months: Some(2) };
        assert_eq!(act(&world.reviewer(1).await, id, &conclude()).await.stage, shortlisted);
        let contest = world.proposal(&organiser, id).await.contest.0;
        let second = world.propose(&world.resident("wang").await, contest, "种树").await;
        world.admit(second).await;
        let gone = ask(&organiser, second, &send()).await.refusal();
        assert_eq!(gone, Refusal::DepartmentDissolved);
        let alone = Command::SendToReview { lead: PROPERTY, others: vec![], due: due() };
        act(&organiser, second, &alone).await;
        dissolve(1).await;
        assert_eq!(act(&organiser, second, &conclude()).await.stage, shortlisted);
        assert_eq!(differences(world), []);
    });
}

#[test]
fn after_notice_a_review_is_too_late_and_waits_for_nobody() {
    on_each_engine(async |world| {
        let id = under_review(world).await;
        let contest = world.proposal(&world.guest(), id).await.contest.0;
        let wang = world.resident("wang").await;
        let on_ballot = world.propose(&wang, contest, "种树").await;
        assert_eq!(world.shortlist(on_ballot, 2_000).await.status, 200);
        world.enter(contest, &[Phase::Reviewing, Phase::Notice]).await;
        let lead = world.reviewer(1).await;
        assert_eq!(ask(&lead, id, &conclude()).await.refusal(), Refusal::RulesAreSealed);
        assert_eq!(waiting(&lead).await, WaitingList::default());
        assert_eq!(world.contest(&wang, contest).await.n_shortlisted, 1);
    });
}

#[test]
fn notes_are_the_staffs_alone() {
    on_each_engine(async |world| {
        let id = under_review(world).await;
        let (other, organiser) = (world.reviewer(2).await, world.organiser().await);
        let path = proposal_at(id, "/notes");
        let form = NoteForm { words: reason("先问电力公司") };
        let notes: Notes = other.post(&path, &form).await.ok();
        assert_eq!((notes.items.len(), notes.items[0].by.as_str()), (1, "reviewer-2"));
        let notes: Notes = organiser.get(&path).await.ok();
        assert_eq!(notes.items[0].words.as_str(), "先问电力公司");
        let wang = world.resident("wang").await;
        assert_eq!(wang.get(&path).await.refusal(), Refusal::StaffOnly);
        assert_eq!(wang.post(&path, &form).await.refusal(), Refusal::StaffOnly);
        assert_eq!(world.guest().get(&path).await.refusal(), Refusal::SignInFirst);
        // Nothing of it is public, not even in the record.
        for address in [proposal_at(id, ""), here(&format!("/feedback/{id}/chain"))] {
            assert!(!wang.get(&address).await.text().contains("电力公司"));
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM events WHERE body LIKE '%电力公司%'"), 0);

        // A department that was not asked has no business there.
        let contest = world.proposal(&wang, id).await.contest.0;
        let unasked = world.propose(&wang, contest, "种树").await;
        let refused = other.get(&proposal_at(unasked, "/notes")).await.refusal();
        assert_eq!(refused, Refusal::NotYourDuty);
    });
}

#[test]
fn everybody_of_the_staff_sees_what_waits_for_them() {
    on_each_engine(async |world| {
        let contest = screening_first(world).await;
        let wang = world.resident("wang").await;
        let organiser = world.organiser().await;
        let mut ids = Vec::new();
        for title in ["加装扶手", "换楼道灯", "修雨水管"] {
            ids.push(world.propose(&wang, contest, title).await);
        }
        for id in &ids[1..] {
            act(&organiser, *id, &Command::Pass).await;
            world.admit(*id).await;
        }
        act(&organiser, ids[2], &send()).await;
        let all = waiting(&organiser).await;
        let numbers = |rows: &[huiyin_domain::proposals::wire::WaitingRow]| {
            rows.iter().map(|row| row.card.id.0).collect::<Vec<_>>()
        };
        assert_eq!(numbers(&all.to_screen), [ids[0]]);
        assert_eq!(all.to_screen[0].due, parse_day("2026-09-03"));
        assert_eq!(numbers(&all.to_send), [ids[1]]);
        assert_eq!(numbers(&all.to_review), [ids[2]]);
        let row = &all.to_review[0];
        assert_eq!((row.n_answered, row.n_asked, row.has_answered), (0, 2, false));
        assert_eq!(row.due, Some(due()));

        let (lead, other) = (world.reviewer(1).await, world.reviewer(2).await);
        let theirs = waiting(&other).await;
        assert!(theirs.to_screen.is_empty() && theirs.to_send.is_empty());
        assert!(!theirs.to_review[0].leads);
        act(&other, ids[2], &assess(ORDER)).await;
        assert_eq!(waiting(&other).await, WaitingList::default());
        let theirs = waiting(&lead).await;
        assert!(theirs.to_review[0].leads && !theirs.to_review[0].has_answered);
        assert_eq!(theirs.to_review[0].n_answered, 1);

        let path = here("/proposals/waiting");
        assert_eq!(wang.get(&path).await.refusal(), Refusal::StaffOnly);
        assert_eq!(world.guest().get(&path).await.refusal(), Refusal::SignInFirst);
    });
}

#[test]
fn of_too_many_that_wait_the_most_urgent_are_listed_and_the_others_counted() {
    on_each_engine(async |world| {
        let contest = screening_first(world).await;
        let n = WaitingList::MOST + 5;
        let filled = world.store.write_now(move |tx| {
            for number in 1..=n {
                // Far from the numbers that come next.
                let new = proposal(contest, 1_000 + number);
                let new = Proposal { stage: Stage::Submitted, ..new };
                rows::insert(tx, CommunityId(1), &new)?;
            }
            Ok::<(), Failure>(())
        });
        filled.expect("there is room for them");
        world.propose(&world.resident("wang").await, contest, "加装扶手").await;
        // The last in the table, and the only one for which a word is due.
        world.change("UPDATE proposals SET proposal_id = 2000 WHERE proposal_id = 1");
        world.change("UPDATE submissions SET submission_id = 2000 WHERE submission_id = 1");
        let all = waiting(&world.organiser().await).await;
        assert_eq!(all.to_screen.len(), WaitingList::MOST as usize);
        assert_eq!((all.to_screen[0].due, all.n_more), (parse_day("2026-09-03"), 6));
    });
}

#[test]
fn of_too_many_that_a_department_owes_the_most_urgent_are_listed_and_the_others_counted() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let n = WaitingList::MOST + 5;
        let soon = parse_day("2026-09-03").unwrap();
        let filled = world.store.write_now(move |tx| {
            for number in 1..=n {
                // The last in the table is the most urgent.
                let due = if number == n { soon } else { due() };
                let review = Some(Review::new(PROPERTY, &[], due));
                let new = proposal(contest, 1_000 + number);
                rows::insert(
                    tx,
                    CommunityId(1),
                    &Proposal { stage: Stage::UnderReview, review, ..new },
                )?;
            }
            Ok::<(), Failure>(())
        });
        filled.expect("there is room for them");
        let all = waiting(&world.reviewer(1).await).await;
        assert_eq!(all.to_review.len(), WaitingList::MOST as usize);
        assert_eq!((all.to_review[0].due, all.n_more), (Some(soon), 5));
        let today: Today = world.reviewer(1).await.get(&here("/desk/today")).await.ok();
        assert_eq!((today.items.len(), today.n_more), (WaitingList::MOST as usize, 5));
        // The office sees the same ones, by the day of the review.
        let all = waiting(&world.organiser().await).await;
        assert_eq!(all.to_review.len(), WaitingList::MOST as usize);
        assert_eq!((all.to_review[0].due, all.n_more), (Some(soon), 5));
        // Who was not asked owes nothing.
        assert_eq!(waiting(&world.reviewer(2).await).await, WaitingList::default());
    });
}
