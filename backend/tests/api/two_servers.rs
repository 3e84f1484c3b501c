//! Two servers on one database: whoever races, each thing happens exactly once.

use huiyin_domain::ballots::wire::StampRequest;
use huiyin_domain::contests::Phase;
use huiyin_domain::proposals::Command;
use huiyin_domain::proposals::wire::ProposalPage;
use huiyin_domain::refusals::Refusal;

use crate::people::{Answer, Person, fresh_key};
use crate::votes::{Voter, contest_at, move_on, proposal_at, proposal_form};
use crate::world::on_postgres;

/// Two answers to two requests sent at the same time.
async fn at_once(
    one: impl Future<Output = Answer>,
    other: impl Future<Output = Answer>,
) -> [Answer; 2] {
    let (one, other) = tokio::join!(one, other);
    [one, other]
}

fn statuses(answers: &[Answer; 2]) -> [u16; 2] {
    let mut statuses = [0, 1].map(|place| answers[place].status.as_u16());
    statuses.sort_unstable();
    statuses
}

#[test]
fn what_one_server_stores_the_other_shows() {
    on_postgres(async |world| {
        let second = world.second_server();
        let contest = world.collecting().await;
        let wang = world.resident("wang").await.at(&second);
        let id = world.propose(&wang, contest, "加灯").await;
        let page: ProposalPage = world.guest().get(&proposal_at(id, "")).await.ok();
        assert_eq!(page.content.title.as_str(), "加灯");
    });
}

#[test]
fn racing_co_signatures_of_one_person_are_one() {
    on_postgres(async |world| {
        let second = world.second_server();
        let contest = world.collecting().await;
        let id = world.propose(&world.resident("wang").await, contest, "加灯").await;
        let path = proposal_at(id, "/commands");
        for name in ["li", "zhao", "qian"] {
            let here = world.resident(name).await;
            let there = here.at(&second);
            let answers =
                at_once(here.post(&path, &Command::CoSign), there.post(&path, &Command::CoSign))
                    .await;
            assert_eq!(statuses(&answers), [200, 409]);
            let refused = answers.iter().find(|answer| answer.status == 409).unwrap();
            assert_eq!(refused.refusal(), Refusal::AlreadyCoSigned);
        }
        assert_eq!(world.proposal(&world.guest(), id).await.n_co_signs, 3);
        assert_eq!(world.number("SELECT COUNT(*) FROM co_signs"), 3);
    });
}

#[test]
fn racing_co_signatures_of_many_people_are_all_counted() {
    on_postgres(async |world| {
        let second = world.second_server();
        let contest = world.collecting().await;
        let id = world.propose(&world.resident("wang").await, contest, "加灯").await;
        let path = proposal_at(id, "/commands");
        let (li, zhao) = (world.resident("li").await, world.resident("zhao").await.at(&second));
        let (qian, sun) = (world.resident("qian").await, world.resident("sun").await.at(&second));
        let sign = async |person: &Person| person.post(&path, &Command::CoSign).await.status;
        let signed = tokio::join!(sign(&li), sign(&zhao), sign(&qian), sign(&sun));
        let ok = axum::http::StatusCode::OK;
        assert_eq!(signed, (ok, ok, ok, ok));
        assert_eq!(world.proposal(&world.guest(), id).await.n_co_signs, 4);
    });
}

#[test]
fn racing_for_two_ballots_gets_one() {
    on_postgres(async |world| {
        let second = world.second_server();
        let vote = world.voting().await;
        for (number, name) in [(1, "wang"), (3, "li"), (5, "zhao")] {
            let here = world.resident(name).await;
            let there = here.at(&second);
            let (one, other) = (Voter::new(number), Voter::new(number + 1));
            let answers =
                at_once(one.take(&here, vote.contest), other.take(&there, vote.contest)).await;
            assert_eq!(statuses(&answers), [200, 409]);
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM roll"), 3);
        assert_eq!(world.number("SELECT COUNT(*) FROM stamps"), 3);
    });
}

#[test]
fn the_same_stamp_at_both_servers_is_one_ballot() {
    on_postgres(async |world| {
        let second = world.second_server();
        let vote = world.voting().await;
        let here = world.resident("wang").await;
        let there = here.at(&second);
        let request = StampRequest { stamp: Voter::new(1).stamp() };
        let (path, key) = (contest_at(vote.contest, "/stamps"), fresh_key());
        let answers = at_once(
            here.post_with_key(&path, &request, &key),
            there.post_with_key(&path, &request, &key),
        )
        .await;
        assert_eq!(statuses(&answers), [200, 200]);
        assert_eq!(world.number("SELECT COUNT(*) FROM stamps"), 1);
    });
}

#[test]
fn one_key_at_both_servers_has_one_effect_and_one_answer() {
    on_postgres(async |world| {
        let second = world.second_server();
        let path = contest_at(world.collecting().await, "/proposals");
        let here = world.resident("wang").await;
        let there = here.at(&second);
        for n_proposals in 1..=3 {
            let (form, key) = (proposal_form("加灯"), fresh_key());
            let [one, other] = at_once(
                here.post_with_key(&path, &form, &key),
                there.post_with_key(&path, &form, &key),
            )
            .await;
            assert_eq!((one.status.as_u16(), other.status.as_u16()), (201, 201));
            assert_eq!(one.body, other.body);
            assert_eq!(world.number("SELECT COUNT(*) FROM proposals"), n_proposals);
        }
    });
}

#[test]
fn two_organisers_move_a_contest_once() {
    on_postgres(async |world| {
        let second = world.second_server();
        let contest = world.collecting().await;
        let here = world.organiser().await;
        let there = world.organiser().await.at(&second);
        let (path, command) = (contest_at(contest, "/commands"), move_on(Phase::Reviewing));
        let answers =
            at_once(here.command(&path, 1, &command), there.command(&path, 1, &command)).await;
        assert_eq!(statuses(&answers), [200, 409]);
        let moved = "SELECT COUNT(*) FROM events WHERE kind = 'moved_on'";
        assert_eq!(world.number(moved), 1);
    });
}
