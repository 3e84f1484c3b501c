//! Stories of moderation: what is hidden is hidden everywhere, and comes back whole.

use huiyin_domain::chain;
use huiyin_domain::contests::Reason;
use huiyin_domain::desk::{Today, TodayRow, Waits};
use huiyin_domain::feedback::wire::ChainPage;
use huiyin_domain::feedback::{self, Event};
use huiyin_domain::hash::sha256_hex;
use huiyin_domain::ids::SubmissionId;
use huiyin_domain::moderation::wire::{CaseList, CasePage, Offer, ReportForm, Reported, Standing};
use huiyin_domain::moderation::{About, Command, ModerationRefusal, Part, Rule, Step};
use huiyin_domain::refusals::Refusal;

use crate::lifecycle::{differences, edit, told};
use crate::people::{Answer, Person, here};
use crate::results::{published, result};
use crate::submissions::{adopt, at, deliver, opinion};
use crate::votes::{contest_at, proposal_at, proposal_form};
use crate::world::{World, day, on_each_engine};

pub(crate) const BAD: &str = "张三混蛋";
/// Why somebody has changed what they wrote.
const WHY: &str = "李四也是骗子";

fn words(words: &str) -> Reason {
    Reason::parse(words).unwrap()
}

fn form(submission: u32) -> ReportForm {
    report_of(About::Submission(SubmissionId(submission)))
}

pub(crate) fn report_of(about: About) -> ReportForm {
    ReportForm { about, rule: Some(Rule::Insults), words: String::new() }
}

async fn report(person: &Person, submission: u32) -> Answer {
    person.post(&here("/moderation/reports"), &form(submission)).await
}

pub(crate) fn case_at(id: u32, rest: &str) -> String {
    here(&format!("/moderation/{id}{rest}"))
}

pub(crate) async fn ask(person: &Person, case: u32, command: &Command) -> Answer {
    let page: CasePage = person.get(&case_at(case, "")).await.ok();
    person.command(&case_at(case, "/commands"), page.version.0, command).await
}

pub(crate) fn hide() -> Command {
    Command::Hide { part: Part::Text, rule: Rule::Insults, words: words("骂了人。") }
}

pub(crate) fn restore() -> Command {
    Command::Restore { words: words("看错了。") }
}

/// What everybody can read of a submission and its proposal, in one text.
async fn everything(world: &World, contest: Option<u32>, id: u32) -> String {
    let guest = world.guest();
    let mut paths = vec![
        at(id, ""),
        at(id, "/chain"),
        here("/ledger"),
        here("/ledger.csv"),
        here("/councils/topics"),
        here("/moderation"),
        case_at(1, ""),
    ];
    if let Some(contest) = contest {
        paths.extend([
            proposal_at(id, ""),
            proposal_at(id, "/texts"),
            contest_at(contest, "/proposals"),
            contest_at(contest, "/titles"),
        ]);
    }
    let mut all = String::new();
    for path in paths {
        let answer = guest.get(&path).await;
        all.push_str(std::str::from_utf8(&answer.body).unwrap());
    }
    all
}

#[test]
fn what_is_hidden_is_hidden_everywhere_and_comes_back_whole() {
    on_each_engine(async |world| {
        let (wang, li, office) =
            (world.resident("wang").await, world.resident("li").await, world.organiser().await);
        let contest = world.collecting().await;
        let id = world.propose(&wang, contest, &format!("又是{BAD}")).await;
        assert_eq!(edit(&wang, id, proposal_form(BAD), WHY).await.status, 200);
        let before = world.proposal(&world.guest(), id).await.content;
        let all = everything(world, Some(contest), id).await;
        assert!(all.contains(BAD) && all.contains(WHY), "everybody reads why it was changed");
        let reported: Reported = report(&li, id).await.ok();
        let case = reported.case.0;
        assert!(everything(world, Some(contest), id).await.contains(BAD), "not yet decided");
        let page: CasePage = ask(&office, case, &hide()).await.ok();
        assert_eq!((page.row.standing, page.offers), (Standing::Hidden, vec![Offer::Restore]));
        assert_eq!(page.whole.unwrap().title.as_str(), BAD, "the office still reads it");

        let all = everything(world, Some(contest), id).await;
        assert!(!all.contains(BAD) && !all.contains(WHY), "{all}");
        assert!(all.contains("骂了人。") && all.contains("已隐藏"), "it says that, and why");
        let chain: ChainPage = world.guest().get(&at(id, "/chain")).await.ok();
        assert_eq!(chain::verify(&chain), Ok(()));
        assert!(chain.links[0].is_covered && !chain.links.last().unwrap().is_covered);
        assert_eq!(differences(world), []);
        let (_, event) = told(&wang).await.remove(0);
        assert!(matches!(event, Event::Moderated { step: Step::Hidden { .. }, .. }), "{event:?}");
        let page = world.proposal(&wang, id).await;
        assert_eq!(page.veils.len(), 1);
        assert_eq!(page.content.requests.len(), before.requests.len(), "each keeps its number");

        let _: CasePage = ask(&office, case, &restore()).await.ok();
        assert_eq!(world.proposal(&world.guest(), id).await.content, before);
        let all = everything(world, Some(contest), id).await;
        assert!(all.contains(BAD) && all.contains(WHY));
        assert_eq!(world.number("SELECT COUNT(*) FROM hidden_words"), 0);
        assert_eq!(differences(world), []);
        world.assert_replayed(id);
    });
}

#[test]
fn an_opinion_keeps_its_number_its_promise_and_its_place_in_the_ledger() {
    on_each_engine(async |world| {
        let (wang, office) = (world.resident("wang").await, world.organiser().await);
        let id = world.say(&wang, &format!("{BAD},楼道灯坏了。")).await;
        let owed = world.submission(&wang, id).await.submission.owes();
        let reported: Reported = report(&office, id).await.ok();
        let _: CasePage = ask(&office, reported.case.0, &hide()).await.ok();
        assert!(!everything(world, None, id).await.contains(BAD));
        let submission = world.submission(&wang, id).await.submission;
        assert_eq!((submission.owes(), submission.content.requests.len()), (owed, 2));
        assert_eq!(world.ledger("").await.items[0].id.0, id);
        assert_eq!(differences(world), []);
        // The author alone, and once, may say that this was wrong.
        let appeal = Command::Appeal { words: words("我没有骂人。") };
        let stranger = ask(&world.resident("li").await, reported.case.0, &appeal).await;
        let no = |why: ModerationRefusal| Refusal::Moderation { why };
        assert_eq!(stranger.refusal(), no(ModerationRefusal::NotTheAuthor));
        let page: CasePage = ask(&wang, reported.case.0, &appeal).await.ok();
        assert_eq!(page.row.standing, Standing::Appealed);
        let again = ask(&wang, reported.case.0, &appeal).await.refusal();
        assert_eq!(again, Refusal::AppealedAlready);
        let log = world.guest().get(&here("/moderation")).await;
        assert!(!log.text().contains("我没有骂人"), "an appeal is for the office");
        let waiting: CaseList = office.get(&here("/moderation/waiting")).await.ok();
        assert_eq!(waiting.items.len(), 1);
        // There is one organiser in this community, who has to answer.
        let keep = Command::Uphold { words: words("还是骂人。") };
        let page: CasePage = ask(&office, reported.case.0, &keep).await.ok();
        assert_eq!((page.row.standing, page.offers), (Standing::Upheld, vec![]));
    });
}

#[test]
fn what_an_author_says_against_an_answer_is_hidden_with_their_text() {
    on_each_engine(async |world| {
        let (wang, office) = (world.resident("wang").await, world.organiser().await);
        let id = world.say(&wang, "楼道灯坏了。").await;
        world.act(&office, id, &adopt("2026-09-08")).await;
        let appeal = feedback::Command::Appeal { words: opinion(BAD), told: None };
        world.act(&wang, id, &appeal).await;
        assert!(everything(world, None, id).await.contains(BAD));
        let reported: Reported = report(&office, id).await.ok();
        let _: CasePage = ask(&office, reported.case.0, &hide()).await.ok();
        let all = everything(world, None, id).await;
        assert!(!all.contains(BAD) && all.contains("骂了人。"), "{all}");
        // The office has an appeal to answer, and reads it.
        let stage = world.submission(&office, id).await.submission.stage;
        let is_whole = matches!(&stage, feedback::Stage::Appealed { appeal, .. }
            if appeal.words.as_str() == BAD);
        assert!(is_whole, "{stage:?}");

        // It stays with the answer, and more is said later.
        world.act(&office, id, &adopt("2026-09-08")).await;
        world.act(&office, id, &deliver()).await;
        let reopen = feedback::Command::Reopen { words: opinion(WHY), told: None };
        world.act(&wang, id, &reopen).await;
        let all = everything(world, None, id).await;
        assert!(!all.contains(BAD) && !all.contains(WHY), "{all}");
        let chain: ChainPage = world.guest().get(&at(id, "/chain")).await.ok();
        assert_eq!(chain::verify(&chain), Ok(()));
        assert_eq!(differences(world), []);
        let _: CasePage = ask(&office, reported.case.0, &restore()).await.ok();
        let all = everything(world, None, id).await;
        assert!(all.contains(BAD) && all.contains(WHY));
    });
}

#[test]
fn the_file_of_ballots_is_read_for_its_hash_only_when_a_name_in_it_is_hidden() {
    on_each_engine(async |world| {
        let vote = published(world).await;
        let (office, guest) = (world.organiser().await, world.guest());
        let before = result(&guest, vote.contest).await;
        if world.engine == "SQLite" {
            // What is no text to this engine cannot be read as one.
            world.change("UPDATE counts SET ballots_pb = CAST(ballots_pb AS BLOB)");
            assert_eq!(result(&guest, vote.contest).await, before);
            world.change("UPDATE counts SET ballots_pb = CAST(ballots_pb AS TEXT)");
        }
        let reported: Reported = report(&office, vote.proposals[0]).await.ok();
        let _: CasePage = ask(&office, reported.case.0, &hide()).await.ok();
        let page = result(&guest, vote.contest).await;
        assert_ne!(page.ballots_sha256, before.ballots_sha256);
        let file = guest.get(&format!("/api/v1{}", page.ballots_path)).await;
        assert_eq!(sha256_hex(&file.body), page.ballots_sha256);
        assert_eq!(file.body.len() as u64, page.ballots_bytes);
        assert!(!file.text().contains("加装扶手") && file.text().contains("已隐藏"));
        assert_eq!(page.tally, before.tally);
    });
}

#[test]
fn only_the_office_decides_and_nobody_reports_twice() {
    on_each_engine(async |world| {
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let id = world.say(&wang, "楼道灯坏了。").await;
        assert_eq!(report(&world.guest(), id).await.refusal(), Refusal::SignInFirst);
        assert_eq!(report(&li, 99).await.status, 422);
        let none = ReportForm { rule: None, ..form(id) };
        assert_eq!(li.post(&here("/moderation/reports"), &none).await.status, 422);
        let reported: Reported = report(&li, id).await.ok();
        let twice = report(&li, id).await.refusal();
        assert_eq!(twice, Refusal::Moderation { why: ModerationRefusal::ReportedAlready });
        let also: Reported = report(&world.resident("zhao").await, id).await.ok();
        assert_eq!(also, reported, "one case for all");
        let by_resident = ask(&li, reported.case.0, &hide()).await.refusal();
        assert_eq!(by_resident, Refusal::OrganiserOnly);
        assert_eq!(li.get(&here("/moderation/waiting")).await.refusal(), Refusal::StaffOnly);
        let keep = Command::Keep { words: words("没有不合规定。") };
        let page: CasePage = ask(&world.organiser().await, reported.case.0, &keep).await.ok();
        assert_eq!((page.row.standing, page.row.n_reports), (Standing::Kept, 2));
        let page: CasePage = world.guest().get(&case_at(reported.case.0, "")).await.ok();
        assert!(page.whole.is_none() && page.reports.is_empty() && page.offers.is_empty());
    });
}

#[test]
fn one_list_tells_the_office_all_that_waits_and_a_department_only_its_own() {
    on_each_engine(async |world| {
        let (wang, office) = (world.resident("wang").await, world.organiser().await);
        let id = world.say(&wang, "楼道灯坏了。").await;
        let reported: Reported = report(&wang, id).await.ok();
        let today: Today = office.get(&here("/desk/today")).await.ok();
        let owed = |row: &TodayRow| matches!(&row.waits, Waits::Owed { id: it, .. } if it.0 == id);
        assert!(today.items.iter().any(owed), "{today:?}");
        let waits = Waits::Reported { case: reported.case };
        assert!(today.items.iter().any(|row| row.waits == waits), "{today:?}");
        assert_eq!((today.n_late, today.n_more), (0, 0));
        assert!(today.items.is_sorted_by_key(|row| (row.due.is_none(), row.due)));
        world.clock.set(day(30));
        let later: Today = world.organiser().await.get(&here("/desk/today")).await.ok();
        assert!(later.n_late >= 2 && later.items[0].n_days_late > 0, "{later:?}");
        let reviewer = world.reviewer(1).await;
        let own: Today = reviewer.get(&here("/desk/today")).await.ok();
        assert_eq!(own.items, []);
        let wang = world.resident("wang").await;
        assert_eq!(wang.get(&here("/desk/today")).await.refusal(), Refusal::StaffOnly);
    });
}
