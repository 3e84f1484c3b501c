//! Photos: taken from residents and staff, made smaller, shown to everybody.

use huiyin_domain::feedback::{BuiltForm, Command};
use huiyin_domain::problems::ProblemKind;
use huiyin_domain::proposals::PHOTO_BYTES_MAX;
use huiyin_domain::proposals::ProposalForm;
use huiyin_domain::proposals::wire::{PhotoStored, ProposalPage, Submitted};
use huiyin_domain::refusals::Refusal;

use crate::people::here;
use crate::submissions::{PROPERTY, adopt, deliver, pass_on, said};
use crate::votes::{contest_at, proposal_at, proposal_form};
use crate::world::on_each_engine;

/// A PNG of this size, drawn here: one colour that changes from left to right.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([(x % 256) as u8, (y % 256) as u8, 90])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn a_photo_is_stored_as_jpeg_and_shown_with_the_proposal() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let answer = wang.upload(&here("/photos"), "image/png", png(640, 480)).await;
        assert_eq!(answer.status, 201, "{}", answer.text());
        let stored: PhotoStored = answer.ok();
        assert_eq!((stored.width, stored.height), (640, 480));
        let shown = world.guest().get(&here(&format!("/photos/{}", stored.id.0))).await;
        assert_eq!((shown.status.as_u16(), shown.header("content-type")), (200, "image/jpeg"));
        assert!(shown.header("cache-control").contains("immutable"));
        let read = image::load_from_memory(&shown.body).unwrap();
        assert_eq!((read.width(), read.height()), (640, 480));

        let form = ProposalForm { photos: vec![stored.id.clone()], ..proposal_form("加灯") };
        let sent: Submitted = wang.post(&contest_at(contest, "/proposals"), &form).await.ok();
        let page: ProposalPage = wang.get(&proposal_at(sent.id.0, "")).await.ok();
        assert_eq!(page.content.photos, [stored.id]);
    });
}

#[test]
fn a_large_photo_is_made_smaller() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let answer = wang.upload(&here("/photos"), "image/png", png(4_000, 1_000)).await;
        let stored: PhotoStored = answer.ok();
        assert!(stored.width < 4_000, "{}", stored.width);
        assert_eq!(stored.width / stored.height, 4, "it keeps its shape");
    });
}

#[test]
fn the_same_photo_is_stored_once() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let first: PhotoStored = wang.upload(&here("/photos"), "image/png", png(20, 20)).await.ok();
        let again: PhotoStored = wang.upload(&here("/photos"), "image/png", png(20, 20)).await.ok();
        assert_eq!(first, again);
        assert_eq!(world.number("SELECT COUNT(*) FROM photos"), 1);
    });
}

#[test]
fn a_reviewer_shows_what_was_done_and_a_guest_sends_nothing() {
    on_each_engine(async |world| {
        let guest = world.guest().upload(&here("/photos"), "image/png", png(20, 20)).await;
        assert_eq!(guest.refusal(), Refusal::SignInFirst);
        let wang = world.resident("wang").await;
        let id = world.say(&wang, "灯坏了").await;
        let (organiser, reviewer) = (world.organiser().await, world.reviewer(1).await);
        world.act(&organiser, id, &pass_on(PROPERTY)).await;
        world.act(&reviewer, id, &adopt("2026-09-08")).await;
        let sent = reviewer.upload(&here("/photos"), "image/png", png(20, 20)).await;
        let photos = vec![sent.ok::<PhotoStored>().id];
        let report = Command::Report { words: said("灯买来了。"), photos: photos.clone() };
        world.act(&reviewer, id, &report).await;
        let Command::Deliver { form } = deliver() else { unreachable!("it is so named") };
        let form = BuiltForm { photos: photos.clone(), ..form };
        let page = world.act(&reviewer, id, &Command::Deliver { form }).await;
        assert_eq!(page.submission.stage.evidence().map(|it| &it.photos), Some(&photos));
    });
}

#[test]
fn what_is_not_a_photo_is_told_whatever_it_calls_itself() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let mut broken = png(64, 64);
        broken.truncate(100);
        for bytes in [b"%PDF-1.7 not a photo".to_vec(), broken, Vec::new()] {
            let answer = wang.upload(&here("/photos"), "image/jpeg", bytes).await;
            assert_eq!((answer.status.as_u16(), answer.problem()), (422, ProblemKind::NotAPhoto));
        }
    });
}

#[test]
fn a_photo_of_forty_megabytes_is_too_large() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let answer = wang.upload(&here("/photos"), "image/jpeg", vec![0_u8; 40_000_000]).await;
        assert_eq!(answer.status, 413);
        assert_eq!(answer.problem(), ProblemKind::TooLarge { max_bytes: PHOTO_BYTES_MAX });
    });
}

#[test]
fn a_photo_nobody_sent_is_missing() {
    on_each_engine(async |world| {
        for id in ["0".repeat(64), "..%2F..%2Fetc%2Fpasswd".to_owned()] {
            let answer = world.guest().get(&here(&format!("/photos/{id}"))).await;
            assert_eq!((answer.status.as_u16(), answer.problem()), (404, ProblemKind::Missing));
        }
    });
}
