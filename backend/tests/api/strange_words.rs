//! Strange words: markup, pictures, scripts that run from the right, and what a spreadsheet
//! would run, from the form to every place where they are shown or downloaded.

use huiyin_domain::contests::wire::ContestPage;
use huiyin_domain::contests::{Command, Phase};
use huiyin_domain::counting::pb;
use huiyin_domain::csv;
use huiyin_domain::proposals::similar::Titles;
use huiyin_domain::proposals::wire::{ProposalList, ProposalPage};

use crate::people::Answer;
use crate::results::{recount, result};
use crate::votes::{Vote, Voter, contest_at, proposal_at};
use crate::world::on_each_engine;

/// What somebody types, and what is kept of it: everything but what turns or hides words.
const STRANGE: [(&str, &str); 9] = [
    ("<b>装灯</b><script>alert(1)</script>", "<b>装灯</b><script>alert(1)</script>"),
    ("👨\u{200d}👩\u{200d}👧 一家人的凳子 👵🏻", "👨\u{200d}👩\u{200d}👧 一家人的凳子 👵🏻"),
    ("مقعد للحديقة 3", "مقعد للحديقة 3"),
    ("\u{202e}灯装\u{202c}门口\u{2066}3号\u{2069}\u{200f}", "灯装门口3号"),
    ("=HYPERLINK(\"http://x.cn\",\"点这里\")", "=HYPERLINK(\"http://x.cn\",\"点这里\")"),
    ("+86个车位", "+86个车位"),
    ("-2层加坡道", "-2层加坡道"),
    ("@SUM(A1:A9)", "@SUM(A1:A9)"),
    ("\t＝1+1；一;二\"三\",四", "＝1+1；一;二\"三\",四"),
];

/// The cells of a table, of which a spreadsheet would run none.
fn cells(table: &Answer) -> Vec<Vec<String>> {
    assert!(table.header("content-type").starts_with("text/csv"));
    let rows = csv::read(table.text()).expect("a table with every quotation closed");
    for cell in rows.iter().flat_map(|row| &row.cells) {
        assert!(!csv::is_formula(cell), "{cell}");
    }
    rows.into_iter().map(|row| row.cells).collect()
}

/// How a table writes words: what a spreadsheet would run stands behind a mark.
fn in_a_table(kept: &str) -> String {
    if csv::is_formula(kept) { format!("'{kept}") } else { kept.to_owned() }
}

#[test]
fn what_is_written_is_shown_as_it_is_and_nothing_of_it_is_run() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, guest) = (world.resident("wang").await, world.guest());
        let mut ids = Vec::new();
        for (typed, kept) in STRANGE {
            let id = world.propose(&wang, contest, typed).await;
            let answer = guest.get(&proposal_at(id, "")).await;
            assert_eq!(answer.header("content-type"), "application/json");
            let page: ProposalPage = answer.ok();
            assert_eq!(page.content.title.as_str(), kept);
            ids.push(id);
        }
        let expected: Vec<&str> = STRANGE.iter().map(|(_, kept)| *kept).collect();
        let path = contest_at(contest, "/proposals?sort=number");
        let list: ProposalList = guest.get(&path).await.ok();
        let shown: Vec<&str> = list.items.iter().map(|card| card.title.as_str()).collect();
        assert_eq!((shown, list.total), (expected.clone(), 9));
        let titles: Titles = guest.get(&contest_at(contest, "/titles")).await.ok();
        let shown: Vec<&str> = titles.items.iter().map(|row| row.title.as_str()).collect();
        assert_eq!(shown, expected);
        let table = cells(&guest.get(&contest_at(contest, "/proposals.csv")).await);
        let shown: Vec<&str> = table[1..].iter().map(|row| row[1].as_str()).collect();
        assert_eq!(shown, expected.into_iter().map(in_a_table).collect::<Vec<_>>());
        assert!(table.iter().all(|row| row.len() == 7), "no title breaks its row");
    });
}

#[test]
fn strange_titles_are_voted_for_counted_and_published_like_others() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let typed = ["=1+1;\"灯\"\n第二行", "مقعد للحديقة 3", "<i>凳子</i> 👵🏻"];
        let kept = ["=1+1;\"灯\" 第二行", "مقعد للحديقة 3", "<i>凳子</i> 👵🏻"];
        let mut proposals = [0; 3];
        for (place, title) in typed.into_iter().enumerate() {
            proposals[place] = world.propose(&wang, contest, title).await;
            assert_eq!(world.shortlist(proposals[place], 1_000).await.status, 200);
        }
        world.enter(contest, &[Phase::Reviewing, Phase::Notice, Phase::Voting]).await;
        let vote = Vote { contest, proposals };
        let names = ["wang", "li", "zhao", "qian", "sun"];
        for (number, name) in (1..).zip(names) {
            Voter::new(number).vote(world, name, &vote, &proposals[..2]).await;
        }
        world.enter(contest, &[Phase::Counting]).await;
        for command in [Command::Count, Command::Publish] {
            let _: ContestPage = world.organise(contest, &command).await.ok();
        }
        let guest = world.guest();
        let page = result(&guest, contest).await;
        let file = guest.get(&format!("/api/v1{}", page.ballots_path)).await;
        let election = pb::read(file.text()).unwrap();
        let shown: Vec<&str> = election.projects.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(shown, kept, "a file of lines has each title on one");
        assert_eq!(recount(file.text(), &page.rules), page.tally);
        let shown: Vec<&str> = page.proposals.iter().map(|card| card.title.as_str()).collect();
        assert_eq!(shown, typed);
        let table = cells(&guest.get(&contest_at(contest, "/result.csv")).await);
        let shown: Vec<&str> = table[1..].iter().map(|row| row[1].as_str()).collect();
        assert_eq!(shown, typed.map(in_a_table));
    });
}
