//! The public ledger: what was said, answered, done, and what is overdue, counted and listed.

use huiyin_domain::feedback::figures::Counts;
use huiyin_domain::feedback::wire::{LedgerPage, Week};
use huiyin_domain::feedback::{Command, StageKind, Theme};
use huiyin_domain::ids::{DepartmentId, PlaceId};
use huiyin_domain::problems::ProblemKind;

use crate::people::here;
use crate::submissions::{PROPERTY, adopt, confirm, decline, deliver, form, numbers, pass_on};
use crate::world::{World, day, on_each_engine};

/// Five things that were said in September and October, at five stages.
async fn season(world: &World) -> [u32; 5] {
    let wang = world.resident("wang").await;
    let mut ids = [0; 5];
    for (place, words) in ["灯坏了", "门坏了", "水管坏了", "狗没牵绳"].into_iter().enumerate()
    {
        ids[place] = world.say(&wang, words).await;
    }
    let organiser = world.organiser().await;
    let sort = Command::Sort { theme: Theme::Safety, place: Some(PlaceId(1)) };
    world.act(&organiser, ids[0], &sort).await;
    world.act(&organiser, ids[0], &pass_on(PROPERTY)).await;
    world.act(&organiser, ids[0], &adopt("2026-09-08")).await;
    world.act(&organiser, ids[0], &deliver()).await;
    world.act(&wang, ids[0], &confirm()).await;
    world.act(&organiser, ids[1], &pass_on(PROPERTY)).await;
    world.act(&organiser, ids[1], &adopt("2026-09-08")).await;
    world.act(&organiser, ids[2], &decline()).await;
    world.clock.set(day(35));
    ids[4] = world.say(&wang, "路灯坏了").await;
    ids
}

fn sum<K>(groups: &[huiyin_domain::feedback::wire::Group<K>]) -> Counts {
    groups.iter().fold(Counts::default(), |sum, group| sum.plus(group.counts))
}

#[test]
fn what_is_counted_adds_up_whichever_way_it_is_grouped() {
    on_each_engine(async |world| {
        let ids = season(world).await;
        let ledger = world.ledger("").await;
        let counts = Counts {
            n_sent: 5,
            n_decided: 3,
            n_in_time: 3,
            n_adopted: 2,
            n_delivered: 1,
            n_confirmed: 1,
            n_rated: 1,
            n_content: 1,
            n_overdue: 2,
            n_undecided_overdue: 1,
            n_undelivered_overdue: 1,
        };
        assert_eq!(ledger.counts, counts);
        let shares = [ledger.rates.in_time, ledger.rates.adopted, ledger.rates.delivered];
        let shares = shares.map(|share| (share.part, share.whole));
        assert_eq!(shares, [(3, 4), (2, 4), (1, 2)]);
        assert_eq!(sum(&ledger.by_theme), counts);
        assert_eq!(sum(&ledger.by_place), counts);
        assert_eq!(sum(&ledger.by_department), counts);
        assert_eq!(sum(&ledger.by_month), counts);
        let keys: Vec<_> = ledger.by_theme.iter().map(|group| group.key).collect();
        assert_eq!(keys, [Some(Theme::Safety), None]);
        let keys: Vec<_> = ledger.by_department.iter().map(|group| group.key).collect();
        assert_eq!(keys, [None, Some(DepartmentId(1))]);
        let months: Vec<_> = ledger.by_month.iter().filter_map(|it| it.key.as_deref()).collect();
        assert_eq!(months, ["2026-09", "2026-10"]);
        let mut newest_first = ids.to_vec();
        newest_first.reverse();
        assert_eq!(numbers(&ledger.items), newest_first);
        assert_eq!(ledger.on, huiyin_domain::time::parse_day("2026-10-06").unwrap());
    });
}

#[test]
fn every_part_of_the_filter_stands_in_the_address() {
    on_each_engine(async |world| {
        let ids = season(world).await;
        for (query, expected) in [
            ("?theme=safety", vec![ids[0]]),
            ("?place=1", vec![ids[4], ids[3], ids[2], ids[1], ids[0]]),
            ("?place=2", vec![]),
            ("?department=1", vec![ids[1], ids[0]]),
            // What no department has or had, the office itself owes or has answered.
            ("?department=office", vec![ids[4], ids[3], ids[2]]),
            ("?department=office&overdue=true", vec![ids[3]]),
            ("?department=3", vec![]),
            ("?month=2026-10", vec![ids[4]]),
            ("?stage=confirmed", vec![ids[0]]),
            ("?overdue=true", vec![ids[3], ids[1]]),
            ("?overdue=true&department=1&month=2026-09", vec![ids[1]]),
        ] {
            let ledger = world.ledger(query).await;
            assert_eq!(numbers(&ledger.items), expected, "{query}");
            assert_eq!(ledger.counts.n_sent as usize, expected.len(), "{query}");
            let table = world.guest().get(&here(&format!("/ledger.csv{query}"))).await;
            assert_eq!(table.text().lines().count(), expected.len() + 1, "{query}");
        }
        for query in [
            "?theme=love",
            "?month=10",
            "?month=2026-1x",
            "?place=x",
            "?after=q",
            "?department=offices",
        ] {
            let answer = world.guest().get(&here(&format!("/ledger{query}"))).await;
            assert!(matches!(answer.problem(), ProblemKind::Malformed { .. }), "{query}");
        }
    });
}

#[test]
fn what_was_taken_back_is_listed_and_not_counted() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let id = world.say(&wang, "灯坏了").await;
        world.act(&wang, id, &Command::Withdraw).await;
        let ledger = world.ledger("").await;
        assert_eq!(ledger.items[0].stage, StageKind::Withdrawn);
        assert_eq!(ledger.counts, Counts::default());
        assert_eq!(ledger.rates.in_time.percent(), None);
    });
}

#[test]
fn a_long_ledger_comes_in_parts() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        for n in 0..23 {
            world.say(&wang, &format!("第{n}盏灯坏了")).await;
        }
        let first = world.ledger("").await;
        assert_eq!(first.items.len(), 20);
        let last = world.ledger(&format!("?after={}", first.next.unwrap())).await;
        assert_eq!((numbers(&last.items), last.next), (vec![3, 2, 1], None));
        assert_eq!(last.counts.n_sent, 23);
    });
}

#[test]
fn the_table_is_for_spreadsheets_and_runs_nothing_in_them() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let evil = r#"=HYPERLINK("http://a","b"),灯"#;
        let sent = wang.post(&here("/feedback"), &form(evil)).await;
        assert_eq!(sent.status, 201);
        let table = world.guest().get(&here("/ledger.csv")).await;
        assert!(table.header("content-type").starts_with("text/csv; charset=utf-8"));
        assert!(table.header("content-disposition").contains("ledger.csv"));
        let text = table.text();
        assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
        let expected = r#"1,opinion,"'=HYPERLINK(""http://a"",""b""),灯",,3号楼,,2026-09-01,"#;
        let line = text.lines().nth(1).unwrap();
        assert!(line.starts_with(expected), "{line}");
    });
}

#[test]
fn a_page_that_has_not_changed_is_not_sent_again() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let id = world.say(&wang, "灯坏了").await;
        let path = here("/ledger");
        let first = world.guest().get(&path).await;
        let tag = first.header("etag").to_owned();
        assert_eq!(world.guest().get_if_changed(&path, &tag).await.status, 304);
        world.act(&world.organiser().await, id, &decline()).await;
        let changed = world.guest().get_if_changed(&path, &tag).await;
        assert_eq!(changed.ok::<LedgerPage>().counts.n_decided, 1);
    });
}

#[test]
fn the_poster_has_what_this_week_brought_and_what_is_overdue() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let organiser = world.organiser().await;
        let [light, door, dog] = ["灯坏了", "门坏了", "狗没牵绳"];
        let (light, door) = (world.say(&wang, light).await, world.say(&wang, door).await);
        world.say(&wang, dog).await;
        world.act(&organiser, light, &adopt("2026-09-08")).await;
        world.act(&organiser, light, &deliver()).await;
        world.act(&wang, light, &confirm()).await;
        world.act(&organiser, door, &decline()).await;
        let path = here("/ledger/week");
        let week: Week = world.guest().get(&path).await.ok();
        assert_eq!((week.answered.total, week.done.total, week.overdue.total), (2, 1, 0));
        let answered: Vec<_> = week.answered.items.iter().map(|card| card.id.0).collect();
        assert_eq!((answered, week.done.items[0].id.0), (vec![door, light], light));
        world.clock.set(day(35));
        let later: Week = world.guest().get(&path).await.ok();
        assert_eq!((later.answered.total, later.done.total, later.overdue.total), (0, 0, 1));
        assert!(week.to < later.from && later.overdue.items[0].late.is_some());
    });
}
