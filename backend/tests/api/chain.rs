//! Stories of the record: everybody can check it, and whatever was changed is found.

use huiyin_backend::record::verify::{Difference, What, verify};
use huiyin_domain::chain;
use huiyin_domain::feedback::wire::{ChainPage, DayRoot, RootList};
use huiyin_domain::ids::{CommunityId, SubmissionId};

use crate::notices::{acknowledge, act, no, say};
use crate::people::here;
use crate::world::{World, day, on_each_engine};

/// An opinion that was acknowledged and answered.
async fn answered(world: &World) -> SubmissionId {
    let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
    let id = say(&wang, "路灯坏了").await;
    act(&organiser, id, &acknowledge()).await;
    act(&organiser, id, &no()).await;
    id
}

async fn chain_of(world: &World, id: SubmissionId) -> ChainPage {
    world.guest().get(&here(&format!("/feedback/{id}/chain"))).await.ok()
}

fn found(world: &World) -> Vec<Difference> {
    verify(&world.store, None, &mut |_, _| {}).unwrap().differences
}

fn difference(place: &str, seq: Option<i64>, what: What) -> Difference {
    Difference { community: CommunityId(1), place: place.to_owned(), seq, what }
}

#[test]
fn everybody_can_check_a_chain_and_it_names_nobody() {
    on_each_engine(async |world| {
        let id = answered(world).await;
        let page = chain_of(world, id).await;
        assert_eq!(chain::verify(&page), Ok(()));
        let roles: Vec<_> = page.links.iter().map(|link| link.role.as_str()).collect();
        assert_eq!(roles, ["resident", "staff", "staff"]);
        let shown = world.guest().get(&here(&format!("/feedback/{id}"))).await.json();
        assert_eq!(shown["chain_head"], page.links[2].hash);
        // The same hand has another mark each time.
        assert_ne!(page.links[1].actor_mark, page.links[2].actor_mark);
        let text = serde_json::to_string(&page).unwrap();
        assert!(!text.contains("wang") && !text.contains("resident_id"), "{text}");
        assert_eq!(world.guest().get(&here("/feedback/99/chain")).await.status, 404);
    });
}

#[test]
fn an_event_that_was_changed_is_found_by_everybody() {
    on_each_engine(async |world| {
        let id = answered(world).await;
        assert_eq!(found(world), []);
        world.change(
            "UPDATE events SET body = REPLACE(body, '明天', '后天')
             WHERE stream = 'submission/1' AND seq = 2",
        );
        let broken = chain::verify(&chain_of(world, id).await);
        assert_eq!(broken.unwrap_err().seq, 2);
        assert_eq!(found(world), [difference("submission/1", Some(2), What::Chain)]);
    });
}

#[test]
fn a_state_that_was_changed_is_found() {
    on_each_engine(async |world| {
        answered(world).await;
        world.change("UPDATE submissions SET state = REPLACE(state, '路灯', '电梯')");
        assert_eq!(found(world), [difference("submission/1", Some(3), What::State)]);
    });
}

#[test]
fn a_stream_or_a_thing_that_was_taken_away_is_found() {
    on_each_engine(async |world| {
        answered(world).await;
        answered(world).await;
        world.change("DELETE FROM events WHERE stream = 'submission/1'");
        world.change("DELETE FROM submissions WHERE submission_id = 2");
        let gone = difference("submission/2", None, What::NotStored);
        let untold = difference("submission/1", None, What::NoEvents);
        assert_eq!(found(world), [gone, untold]);
    });
}

#[test]
fn a_co_signature_that_nobody_gave_is_found() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let id = world.propose(&world.resident("wang").await, contest, "加灯").await;
        assert_eq!(found(world), []);
        world.change(
            "INSERT INTO co_signs (community_id, proposal_id, resident_id) VALUES (1, 1, 6)",
        );
        let what = What::CoSigns { told: 0, stored: 1 };
        assert_eq!(found(world), [difference(&format!("proposal/{id}"), None, what)]);
    });
}

#[test]
fn each_day_that_is_over_has_a_root_that_stays() {
    on_each_engine(async |world| {
        answered(world).await;
        assert_eq!(world.tick().await.n_roots, 0);
        world.clock.set(day(2));
        assert_eq!(world.tick().await.n_roots, 2);
        assert_eq!(world.tick().await.n_roots, 0);
        let guest = world.guest();
        let roots: RootList = guest.get(&here("/roots")).await.ok();
        let days: Vec<_> = roots.items.iter().map(|root| root.on.to_string()).collect();
        assert_eq!(days, ["2026-09-02", "2026-09-01"]);
        let first: DayRoot = guest.get(&here("/roots/2026-09-01")).await.ok();
        assert_eq!((first.root.len(), &first), (64, &roots.items[1]));
        assert_ne!(roots.items[0].root, first.root);
        answered(world).await;
        world.clock.set(day(3));
        world.tick().await;
        let again: DayRoot = guest.get(&here("/roots/2026-09-01")).await.ok();
        assert_eq!(again, first);
        let before: RootList = guest.get(&here("/roots?before=2026-09-02")).await.ok();
        assert_eq!(before.items, [first]);
        assert_eq!(found(world), []);
        for (path, status) in
            [("/roots/2026-09-20", 404), ("/roots/yesterday", 404), ("/roots?before=x", 400)]
        {
            assert_eq!(guest.get(&here(path)).await.status, status, "{path}");
        }
    });
}

#[test]
fn an_end_that_was_cut_off_shows_against_the_root() {
    on_each_engine(async |world| {
        let id = answered(world).await;
        world.clock.set(day(1));
        world.tick().await;
        world.change("DELETE FROM events WHERE stream = 'submission/1' AND seq = 3");
        // Nothing is wrong with the chain itself.
        assert_eq!(chain::verify(&chain_of(world, id).await), Ok(()));
        let state = difference("submission/1", Some(2), What::State);
        assert_eq!(found(world), [state, difference("day 2026-09-01", None, What::Root)]);
    });
}

#[test]
fn an_erased_person_breaks_no_chain_and_no_root() {
    on_each_engine(async |world| {
        let id = answered(world).await;
        world.clock.set(day(1));
        world.tick().await;
        let before = chain_of(world, id).await;
        let organiser = world.organiser().await;
        let erase = serde_json::json!({ "kind": "erase" });
        let erased = organiser.post(&here("/residents/1/commands"), &erase).await;
        assert_eq!(erased.status, 200, "{}", erased.text());
        let after = chain_of(world, id).await;
        assert_eq!(chain::verify(&after), Ok(()));
        assert_eq!(after.links[..3], before.links[..]);
        assert_eq!(found(world), []);
    });
}
