//! What stood on the agenda of a council that came to nothing is the first thing on the next one.

use huiyin_backend::record::verify::verify;
use huiyin_domain::councils::meeting::agenda::{About, AgendaForm};
use huiyin_domain::councils::meeting::{
    Command, MeetingRefusal, Offer, ResolutionRef, StageKind, Standing,
};
use huiyin_domain::ids::{CouncilId, SeriesId};
use huiyin_domain::words::Words;

use super::opened::close_session;
use super::written::{at_councils, follow_up, held};
use super::{
    FRIDAY, SATURDAY, agenda, ask, at, done, meeting, read, scheduled, slot, two_councils,
};
use crate::people::Person;
use crate::world::{World, on_each_engine};

/// A council of another series, weeks later.
const LATER: CouncilId = CouncilId(3);
/// What Friday's council resolved.
const OPEN: About = About::Resolution { of: ResolutionRef { council: FRIDAY, number: 1 } };

fn later(world: &World) {
    let slots = vec![slot(1, "2026-10-15", ("19:00", "20:30"), 5)];
    scheduled(world, SeriesId(2), &[LATER], slots);
}

/// Friday's council is closed: what it resolved goes on in Saturday's.
async fn passed_on(organiser: &Person) {
    let page = read(organiser, SATURDAY).await;
    let form = AgendaForm::filled(&page.agenda, &page.open_before);
    done(organiser, SATURDAY, &Command::SetAgenda { form }).await;
    let closed = done(organiser, FRIDAY, &Command::Close).await;
    assert_eq!(closed.resolutions[0].standing, Standing::CarriedOver { into: SATURDAY });
}

async fn cancel(organiser: &Person) {
    let reason = Words::parse("场地停电").unwrap();
    done(organiser, SATURDAY, &Command::Cancel { reason }).await;
}

#[test]
fn the_next_series_begins_with_it_and_it_can_be_done_at_last() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let organiser = held(world).await;
        passed_on(&organiser).await;
        let early = ask(&organiser, FRIDAY, &follow_up(true)).await.refusal();
        assert_eq!(early, meeting(MeetingRefusal::NotAtThisStage { stage: StageKind::Closed }));
        cancel(&organiser).await;
        let friday = read(&organiser, FRIDAY).await;
        assert_eq!(friday.resolutions[0].standing, Standing::Open);
        assert!(friday.offers.contains(&Offer::FollowUp { resolution: 1 }));
        later(world);
        assert_eq!(read(&world.guest(), LATER).await.agenda[0].about, OPEN);
        let friday = done(&organiser, FRIDAY, &follow_up(true)).await;
        assert!(matches!(friday.resolutions[0].standing, Standing::ReportedDone { .. }));
        let report = verify(&world.store, None, &mut |_, _| {}).unwrap();
        assert_eq!(at_councils(&report), Vec::<String>::new(), "{report:?}");
    });
}

#[test]
fn a_council_that_has_its_agenda_already_gets_it_as_item_one() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let organiser = held(world).await;
        passed_on(&organiser).await;
        later(world);
        let before = done(&organiser, LATER, &agenda()).await;
        assert_eq!(before.agenda.len(), 1);
        cancel(&organiser).await;
        let after = read(&world.guest(), LATER).await;
        let abouts: Vec<_> = after.agenda.iter().map(|item| item.about).collect();
        assert_eq!(abouts, [OPEN, About::Nothing]);
        assert_eq!(after.agenda[1].number, 2);
    });
}

#[test]
fn too_few_people_settle_nothing_either() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        super::notice(&world.organiser().await, SATURDAY).await;
        let organiser = held(world).await;
        passed_on(&organiser).await;
        later(world);
        assert!(read(&world.guest(), LATER).await.agenda.is_empty());
        world.clock.set(at("2026-09-12T14:30:00+08:00"));
        let organiser = world.organiser().await;
        done(&organiser, SATURDAY, &Command::Open).await;
        done(&organiser, SATURDAY, &close_session()).await;
        assert_eq!(read(&world.guest(), LATER).await.agenda[0].about, OPEN);
    });
}

#[test]
fn what_a_closed_council_passed_on_cannot_be_struck() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let organiser = held(world).await;
        passed_on(&organiser).await;
        let page = done(&organiser, SATURDAY, &agenda()).await;
        let abouts: Vec<_> = page.agenda.iter().map(|item| item.about).collect();
        assert_eq!(abouts, [OPEN, About::Nothing]);
    });
}
