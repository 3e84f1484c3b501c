//! The demo: built through the real services, and the same each time.
#![allow(clippy::unwrap_used, reason = "a test that stops here says where it stopped")]

#[path = "common/databases.rs"]
mod databases;

use std::collections::BTreeSet;

use huiyin_backend::demo;
use huiyin_backend::failure::Failure;
use huiyin_backend::feedback::{ledger, pages};
use huiyin_backend::here::Here;
use huiyin_backend::store::{Store, events, schema};
use huiyin_domain::feedback::StageKind;
use huiyin_domain::feedback::wire::LedgerFilter;
use huiyin_domain::ids::ResidentId;
use huiyin_domain::residents::Viewer;
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
