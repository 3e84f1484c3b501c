//! Statistics: who took part in what, by building and by way in, and never too few to hide.

use huiyin_domain::channels::Channel;
use huiyin_domain::feedback::figures::Share;
use huiyin_domain::refusals::Refusal;
use huiyin_domain::register::statistics::{Deed, Place, StatisticsPage};

use crate::people::{Person, here};
use crate::register::take_in;
use crate::world::on_each_engine;

fn at(deed: Deed) -> usize {
    Deed::ALL.iter().position(|it| *it == deed).unwrap()
}

async fn page(person: &Person) -> StatisticsPage {
    person.get(&here("/statistics")).await.ok()
}

/// `n` people of one building.
fn building(name: u32, n: u32) -> String {
    (1..=n).map(|room| format!("居民{name}-{room},{name},,{room},,\r\n")).collect()
}

#[test]
fn taking_part_is_counted_by_building() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        take_in(&organiser, &format!("{}{}{}", building(1, 20), building(2, 20), building(3, 3)))
            .await;
        world.change("UPDATE residents SET signed_in_ms = 1 WHERE resident_id BETWEEN 7 AND 16");
        world.change("UPDATE residents SET signed_in_ms = 1 WHERE resident_id BETWEEN 27 AND 33");
        let page = page(&organiser).await;
        assert_eq!(page.n_residents, 49);
        let signed_in = at(Deed::SignedIn);
        assert_eq!(page.places[0].shares[signed_in], Some(Share { part: 10, whole: 20 }));
        assert_eq!(page.places[1].shares[signed_in], Some(Share { part: 7, whole: 20 }));
        // The six of the beginning live nowhere on record; the three of building 3 stand with
        // nobody alone.
        let places: Vec<_> =
            page.places.iter().map(|it| (it.place.clone(), it.n_residents)).collect();
        assert_eq!(places[2], (Place::Others { n_places: 2 }, 9));
        assert_eq!(page.least_heard[0].place, Place::Others { n_places: 2 });
        assert_eq!(page.shares[at(Deed::Voted)], Some(Share { part: 0, whole: 49 }));
    });
}

#[test]
fn one_who_sent_something_is_not_shown_alone() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        take_in(&organiser, &building(1, 20)).await;
        let wang = world.resident("wang").await;
        world.say(&wang, "灯坏了").await;
        let page = page(&organiser).await;
        assert_eq!(page.shares[at(Deed::Sent)], None);
        let hers = page.places.iter().find(|it| it.place == Place::NotOnRecord).unwrap();
        assert_eq!(hers.shares[at(Deed::Sent)], None);
        let app = page.channels.iter().find(|it| it.channel == Channel::App).unwrap();
        assert_eq!(app.share, None);
    });
}

#[test]
fn everybody_who_sent_something_is_counted_once() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        for name in ["wang", "li", "zhao", "qian", "sun"] {
            let person = world.resident(name).await;
            world.say(&person, &format!("{name}的灯坏了")).await;
            world.say(&person, &format!("{name}的门坏了")).await;
        }
        take_in(&organiser, &building(1, 20)).await;
        let page = page(&organiser).await;
        assert_eq!(page.shares[at(Deed::Sent)], Some(Share { part: 5, whole: 26 }));
        assert_eq!(page.shares[at(Deed::Heard)], Some(Share { part: 5, whole: 26 }));
        let app = page.channels.iter().find(|it| it.channel == Channel::App).unwrap();
        assert_eq!(app.share, Some(Share { part: 5, whole: 26 }));
    });
}

#[test]
fn statistics_are_for_the_office() {
    on_each_engine(async |world| {
        let li = world.resident("li").await;
        let staff_only = [Refusal::SignInFirst, Refusal::StaffOnly, Refusal::StaffOnly];
        let people = [world.guest(), li, world.reviewer(1).await];
        for (person, refusal) in people.iter().zip(staff_only) {
            assert_eq!(person.get(&here("/statistics")).await.refusal(), refusal);
        }
    });
}
