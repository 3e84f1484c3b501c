//! The demo: built through the real services, and the same each time.
#![allow(clippy::unwrap_used, reason = "a test that stops here says where it stopped")]

#[path = "common/databases.rs"]
mod databases;

use std::collections::BTreeSet;

use huiyin_backend::failure::Failure;
use huiyin_backend::feedback::{ledger, pages};
use huiyin_backend::here::Here;
use huiyin_backend::proposals::list::Query;
use huiyin_backend::record::verify::verify;
use huiyin_backend::store::{Store, events, schema};
use huiyin_backend::{contests, councils, demo, proposals, series};
use huiyin_domain::contests::Phase;
use huiyin_domain::councils::meeting::agenda::About;
use huiyin_domain::councils::meeting::{self, ResolutionRef, Standing};
use huiyin_domain::councils::series as rules;
use huiyin_domain::feedback::StageKind;
use huiyin_domain::feedback::wire::LedgerFilter;
use huiyin_domain::ids::{CouncilId, ResidentId, StaffId};
use huiyin_domain::proposals::StageKind as StageOfProposal;
use huiyin_domain::residents::{StaffRole, Viewer};
use huiyin_domain::time::Moment;

use databases::each_engine;

#[test]
fn the_demo_shows_opinions_at_every_stage_and_its_record_holds() {
    for database in each_engine() {
        eprintln!("on {}:", database.engine);
        let store = Store::open(&database.url).unwrap();
        store.migrate(schema::HISTORY).unwrap();
        // On a day within the national holiday, when hardly anything is a working day.
        let now = Moment::parse("2026-10-05T09:30:00+08:00").unwrap();
        let sign_ins = demo::prepare(&store, now).unwrap();
        assert_eq!(sign_ins.reviewers.len(), 3);
        let viewer = Viewer::Resident { id: ResidentId(1) };
        let here = Here::new(sign_ins.community, viewer, now);
        let read = store.read_now(move |tx| {
            let mut stages = BTreeSet::new();
            for stage in StageKind::ALL {
                let filter = LedgerFilter { stage: Some(stage), ..LedgerFilter::default() };
                let page = ledger::page(tx, &here, &filter, None)?;
                stages.extend(page.items.iter().map(|card| card.stage));
            }
            let ledger = ledger::page(tx, &here, &LedgerFilter::default(), None)?;
            let mine = pages::mine(tx, &here)?;
            for (community, stream) in events::streams(tx)? {
                let stream = events::of_stream(tx, community, &stream)?;
                events::verify_stream(&stream).expect("the record holds");
            }
            Ok::<_, Failure>((stages, ledger, mine))
        });
        let (stages, ledger, mine) = read.unwrap();
        // Nobody of the demo has left, and every appeal has been answered.
        let missing: Vec<_> = StageKind::ALL.iter().filter(|it| !stages.contains(it)).collect();
        assert_eq!(missing, [&StageKind::Appealed, &StageKind::WithoutAuthor]);
        assert!(ledger.counts.n_overdue >= 2, "{:?}", ledger.counts);
        assert!(ledger.counts.n_in_time < ledger.counts.n_sent);
        assert!(mine.items[0].waits_for_me, "the first resident has the word somewhere");
        // The second time it is found as it is.
        let again = demo::prepare(&store, now).unwrap();
        assert_eq!(again.letters, sign_ins.letters);
    }
}

#[test]
fn the_demo_has_a_council_that_sat_and_one_that_is_near_on_any_day() {
    // A holiday, a midnight before the spring festival, and the last hour of a year.
    for now in
        ["2026-10-05T09:30:00+08:00", "2027-02-03T00:10:00+08:00", "2026-12-31T23:30:00+08:00"]
    {
        let now = Moment::parse(now).unwrap();
        for database in each_engine() {
            let store = Store::open(&database.url).unwrap();
            store.migrate(schema::HISTORY).unwrap();
            let sign_ins = demo::prepare(&store, now).unwrap();
            let viewer = Viewer::Resident { id: ResidentId(1) };
            let here = Here::new(sign_ins.community, viewer, now);
            let read = store.read_now(move |tx| {
                let topics = series::topics::list(tx, &here)?;
                let all = series::pages::list(tx, &here)?;
                let sat = councils::pages::page(tx, &here, CouncilId(1))?;
                let near = councils::pages::page(tx, &here, CouncilId(2))?;
                Ok::<_, Failure>((topics, all, sat, near))
            });
            let (topics, all, sat, near) = read.unwrap();
            assert!(topics.items.len() >= 5 && topics.items[0].n_supports > 10, "{topics:?}");
            let stages: Vec<_> = all.items.iter().map(|card| card.stage).collect();
            assert_eq!(stages, [rules::StageKind::Polling, rules::StageKind::Scheduled]);
            assert_eq!(sat.stage.kind(), meeting::StageKind::MinutesPublished);
            let standing: Vec<_> = sat.resolutions.iter().map(|it| it.standing).collect();
            assert_eq!(standing, [Standing::Open, Standing::Confirmed { n_done: 2 }]);
            assert!(sat.resolutions[1].asked_until() >= Some(now.in_china().date()));
            assert_eq!((sat.opinions.len(), sat.seats.n_walk_ins), (2, 2));
            assert!(sat.hours.ends() < now && now < near.hours.begins());
            assert_eq!(near.stage.kind(), meeting::StageKind::Noticed);
            let of = ResolutionRef { council: sat.id, number: 1 };
            assert_eq!(near.agenda[0].about, About::Resolution { of });
            assert_eq!(near.seats.n_coming_in_person + near.seats.n_coming_online, 13);
        }
    }
}

#[test]
fn the_demo_has_topics_alone_in_a_year_the_calendar_does_not_know() {
    for database in each_engine() {
        let store = Store::open(&database.url).unwrap();
        store.migrate(schema::HISTORY).unwrap();
        let now = Moment::parse("2031-05-10T09:30:00+08:00").unwrap();
        let sign_ins = demo::prepare(&store, now).unwrap();
        let here = Here::new(sign_ins.community, Viewer::Guest, now);
        let read = store.read_now(move |tx| {
            let topics = series::topics::list(tx, &here)?;
            Ok::<_, Failure>((topics, series::pages::list(tx, &here)?))
        });
        let (topics, all) = read.unwrap();
        assert!(!topics.items.is_empty());
        assert_eq!(all.items, []);
    }
}

#[test]
fn the_demo_has_a_proposal_at_each_place_of_its_way_and_its_record_holds() {
    for database in each_engine() {
        let store = Store::open(&database.url).unwrap();
        store.migrate(schema::HISTORY).unwrap();
        let now = Moment::parse("2026-11-22T09:30:00+08:00").unwrap();
        let sign_ins = demo::prepare(&store, now).unwrap();
        let here = Here::new(sign_ins.community, Viewer::Guest, now);
        let read = store.read_now(move |tx| {
            let contests = contests::pages::list(tx, &here)?.items;
            let query = Query { limit: Some(100), ..Query::default() };
            let mut stages = BTreeSet::new();
            for contest in &contests {
                let page = proposals::list::list(tx, &here, contest.id, &query)?;
                stages.extend(page.items.iter().map(|card| card.stage.kind()));
            }
            Ok::<_, Failure>((contests, stages))
        });
        let (contests, stages) = read.unwrap();
        let missing: Vec<_> =
            StageOfProposal::ALL.iter().filter(|it| !stages.contains(it)).collect();
        // What comes after the vote is in the demo with a whole season.
        let after_the_vote = [
            StageOfProposal::InDelivery,
            StageOfProposal::Delivered,
            StageOfProposal::Stopped,
            StageOfProposal::Reserve,
            StageOfProposal::GivenBack,
        ];
        let expected: Vec<_> =
            std::iter::once(&StageOfProposal::Withdrawn).chain(&after_the_vote).collect();
        assert_eq!(missing, expected);
        let collecting = contests.iter().filter(|it| it.phase == Phase::Collecting).count();
        assert_eq!(collecting, 1, "there is one contest to try");
        let report = verify(&store, None, &mut |_, _| {}).unwrap();
        assert_eq!(report.differences, []);
    }
}

#[test]
fn a_demo_of_a_whole_season_has_a_contest_in_each_phase_and_its_record_holds() {
    for database in each_engine() {
        let store = Store::open(&database.url).unwrap();
        store.migrate(schema::HISTORY).unwrap();
        let now = Moment::parse("2026-11-22T09:30:00+08:00").unwrap();
        let sign_ins = demo::prepare_with(&store, now, demo::Extent::WholeSeason).unwrap();
        let organiser = Viewer::Staff { id: StaffId(0), role: StaffRole::Administrator };
        let here = Here::new(sign_ins.community, organiser, now);
        let read = store.read_now(move |tx| contests::pages::list(tx, &here));
        let contests = read.unwrap().items;
        let phases: BTreeSet<Phase> = contests.iter().map(|card| card.phase).collect();
        assert_eq!(phases, BTreeSet::from(Phase::ALL));
        let collecting = contests.iter().filter(|it| it.phase == Phase::Collecting).count();
        assert_eq!(collecting, 1, "there is one contest to try");
        let report = verify(&store, None, &mut |_, _| {}).unwrap();
        assert_eq!(report.differences, []);
    }
}
