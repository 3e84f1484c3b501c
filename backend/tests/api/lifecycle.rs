//! A proposal's way before review: screened, sent back, mended, co-signed until it qualifies.

use huiyin_backend::failure::Failure;
use huiyin_backend::proposals::rows;
use huiyin_backend::record::verify::{Difference, What, verify};
use huiyin_domain::contests::{Phase, RulesForm, Screening};
use huiyin_domain::feedback::wire::SubmissionPage;
use huiyin_domain::feedback::{self, FirstAnswer, Offer as FeedbackOffer};
use huiyin_domain::ids::{CommunityId, ContestId, ProposalId, Version};
use huiyin_domain::notices::Why;
use huiyin_domain::notices::wire::{Inbox, InboxItem};
use huiyin_domain::problems::ProblemKind;
use huiyin_domain::proposals::similar::{MATCHES_MAX, Titles};
use huiyin_domain::proposals::wire::{Offer, ProposalPage, TextVersions};
use huiyin_domain::proposals::{
    Command, Content, EditForm, Event, Proposal, ProposalForm, Stage, StageKind, Title,
};
use huiyin_domain::refusals::Refusal;
use serde::Deserialize;

use crate::people::{Answer, Person, here};
use crate::submissions::decline;
use crate::votes::{contest_at, contest_form, proposal_at, proposal_form, reason};
use crate::world::{World, day, on_each_engine};

#[derive(Deserialize)]
struct Created {
    id: ContestId,
}

/// A contest in which the office screens before neighbours co-sign.
pub(crate) async fn screening_first(world: &World) -> u32 {
    let form = RulesForm { screening: Screening::First, ..contest_form() };
    let created: Created = world.organiser().await.post(&here("/contests"), &form).await.ok();
    created.id.0
}

/// What somebody asks of a proposal, at the version it has.
pub(crate) async fn ask(person: &Person, id: u32, command: &Command) -> Answer {
    let page: ProposalPage = person.get(&proposal_at(id, "")).await.ok();
    person.command(&proposal_at(id, "/commands"), page.version.0, command).await
}

/// The same, where it must come to pass.
pub(crate) async fn act(person: &Person, id: u32, command: &Command) -> ProposalPage {
    ask(person, id, command).await.ok()
}

pub(crate) async fn edit(person: &Person, id: u32, form: ProposalForm, why: &str) -> Answer {
    let page: ProposalPage = person.get(&proposal_at(id, "")).await.ok();
    let form = EditForm { form, why: why.to_owned() };
    person.command(&proposal_at(id, "/text"), page.version.0, &form).await
}

/// What the inbox of somebody says of submissions: why, and what.
pub(crate) async fn told(person: &Person) -> Vec<(Why, feedback::Event)> {
    let inbox: Inbox = person.get(&here("/notices")).await.ok();
    let steps = inbox.items.into_iter().map(|item| match item {
        InboxItem::Submission { notice, event, .. } => (notice.why, event),
        other => panic!("{other:?}"),
    });
    steps.collect()
}

/// What differs from the record.
pub(crate) fn differences(world: &World) -> Vec<Difference> {
    verify(&world.store, None, &mut |_, _| {}).unwrap().differences
}

fn step(step: Event) -> feedback::Event {
    feedback::Event::InContest { step }
}

#[test]
fn the_office_screens_first_and_what_it_sends_back_is_mended() {
    on_each_engine(async |world| {
        let contest = screening_first(world).await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let organiser = world.organiser().await;
        let id = world.propose(&wang, contest, "加装扶手").await;
        assert_eq!(world.proposal(&li, id).await.stage, Stage::Submitted);
        let stage = StageKind::Submitted;
        let early = ask(&li, id, &Command::CoSign).await.refusal();
        assert_eq!(early, Refusal::NotAtThisStage { stage });
        assert_eq!(ask(&wang, id, &Command::Pass).await.refusal(), Refusal::OrganiserOnly);

        let what = reason("请写清楚是几单元");
        let page = act(&organiser, id, &Command::Return { what: what.clone() }).await;
        assert_eq!(page.stage, Stage::Returned { what: what.clone() });
        assert_eq!(told(&wang).await[0], (Why::Sent, step(Event::Returned { what })));
        // Those were words of the office: the first answer has been given.
        let submission: SubmissionPage = world.submission(&wang, id).await;
        let feedback::Stage::Waiting { first: FirstAnswer::Given { words, .. }, .. } =
            submission.submission.stage
        else {
            panic!("it waits for its decision")
        };
        assert_eq!(words.as_str(), "请写清楚是几单元");

        let offers = world.proposal(&wang, id).await.offers;
        assert!(offers.contains(&Offer::Edit { needs_reason: false }), "{offers:?}");
        let mended: ProposalPage = edit(&wang, id, proposal_form("在2单元装扶手"), "").await.ok();
        assert_eq!((mended.stage, mended.text), (Stage::Submitted, 2));
        assert_eq!(act(&organiser, id, &Command::Pass).await.stage, Stage::CoSigning);
        assert_eq!(told(&wang).await[0], (Why::Sent, step(Event::Passed)));
        world.assert_replayed(id);
        assert_eq!(differences(world), []);
    });
}

#[test]
fn a_proposal_qualifies_by_itself_and_everybody_behind_it_is_told() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let (li, zhao) = (world.resident("li").await, world.resident("zhao").await);
        let id = world.propose(&wang, contest, "加装扶手").await;
        assert_eq!(act(&li, id, &Command::CoSign).await.stage, Stage::CoSigning);
        let page = act(&zhao, id, &Command::CoSign).await;
        assert_eq!((page.stage, page.n_co_signs), (Stage::Qualified, 2));
        for (person, why) in [(&wang, Why::Sent), (&li, Why::CoSigned), (&zhao, Why::CoSigned)] {
            assert_eq!(told(person).await[0], (why, step(Event::Qualified)));
        }
        let kinds = "SELECT COUNT(*) FROM events WHERE kind = 'qualified' AND actor_id IS NULL";
        assert_eq!(world.number(kinds), 1, "nobody did it");
        // What has qualified stays so.
        let page = act(&li, id, &Command::WithdrawCoSign).await;
        assert_eq!((page.stage, page.n_co_signs), (Stage::Qualified, 1));
        assert_eq!(differences(world), []);
    });
}

#[test]
fn what_enough_had_co_signed_before_this_was_a_stage_qualifies_with_the_tick() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let id = world.propose(&world.resident("wang").await, contest, "加装扶手").await;
        let (li, zhao) = (world.resident("li").await, world.resident("zhao").await);
        act(&li, id, &Command::CoSign).await;
        world.change(
            "INSERT INTO co_signs (community_id, proposal_id, resident_id) VALUES (1, 1, 6)",
        );
        world.change("UPDATE proposals SET n_co_signs = 2");
        assert_eq!(world.proposal(&zhao, id).await.stage, Stage::CoSigning);
        assert_eq!(world.tick().await.n_qualified, 1);
        assert_eq!(world.proposal(&zhao, id).await.stage, Stage::Qualified);
        assert_eq!(world.tick().await.n_qualified, 0);
    });
}

#[test]
fn a_text_that_was_co_signed_is_changed_in_the_open() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let id = world.propose(&wang, contest, "加装扶手").await;
        act(&li, id, &Command::CoSign).await;
        let new = || proposal_form("加装两根扶手");
        let silent = edit(&wang, id, new(), " ").await.refusal();
        assert_eq!(silent, Refusal::SayWhyItChanged { n_co_signs: 1 });
        let same = edit(&wang, id, proposal_form("加装扶手"), "没有改").await.refusal();
        assert_eq!(same, Refusal::NothingChanged);
        assert_eq!(edit(&li, id, new(), "好").await.refusal(), Refusal::NotYourProposal);
        let bad = ProposalForm { title: " ".into(), ..new() };
        let fields: Vec<_> =
            edit(&wang, id, bad, &"长".repeat(401)).await.faults().into_iter().collect();
        let fields: Vec<_> = fields.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["title", "edit_why"]);
        let page: ProposalPage = edit(&wang, id, new(), "一边一根更稳").await.ok();
        assert_eq!((page.text, page.content.title.as_str()), (2, "加装两根扶手"));

        // The neighbour is told, and may take their name back.
        let (why, event) = told(&li).await.remove(0);
        assert_eq!(why, Why::CoSigned);
        assert!(matches!(event, feedback::Event::Rewritten { n: 2, .. }), "{event:?}");
        let offers = world.proposal(&li, id).await.offers;
        assert!(offers.contains(&Offer::WithdrawCoSign), "{offers:?}");
        // It stands under its new name in the ledger, too.
        let submission = world.submission(&li, id).await;
        assert_eq!(submission.submission.content.title.as_str(), "加装两根扶手");
        let titles = "SELECT COUNT(*) FROM submissions WHERE title = '加装两根扶手'";
        assert_eq!(world.number(titles), 1);

        let texts: TextVersions = world.guest().get(&proposal_at(id, "/texts")).await.ok();
        let told: Vec<_> = texts
            .items
            .iter()
            .map(|it| (it.n, it.content.title.as_str(), it.why.as_ref().map(|why| why.as_str())))
            .collect();
        assert_eq!(told, [(2, "加装两根扶手", Some("一边一根更稳")), (1, "加装扶手", None)]);
        world.assert_replayed(id);
        assert_eq!(differences(world), []);
    });
}

#[test]
fn a_text_is_changed_on_the_version_that_was_read() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let id = world.propose(&wang, contest, "加装扶手").await;
        let form = EditForm { form: proposal_form("加装两根扶手"), why: String::new() };
        let path = proposal_at(id, "/text");
        assert_eq!(wang.command(&path, 1, &form).await.status, 200);
        let old = EditForm { form: proposal_form("加装三根扶手"), why: String::new() };
        let stale = wang.command(&path, 1, &old).await.refusal();
        assert_eq!(stale, Refusal::Stale { found: Version(2) });
        assert!(matches!(wang.post(&path, &old).await.problem(), ProblemKind::Malformed { .. }));
    });
}

#[test]
fn a_proposal_from_before_texts_were_kept_has_its_first_one_all_the_same() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let id = world.propose(&wang, contest, "加装扶手").await;
        world.change("DELETE FROM proposal_texts");
        let texts: TextVersions = wang.get(&proposal_at(id, "/texts")).await.ok();
        assert_eq!((texts.items.len(), texts.items[0].n), (1, 1));
        assert_eq!(differences(world), []);
        world.clock.set(day(1));
        let page: ProposalPage = edit(&wang, id, proposal_form("加装两根扶手"), "").await.ok();
        assert_eq!(page.text, 2);
        let texts: TextVersions = wang.get(&proposal_at(id, "/texts")).await.ok();
        let titles: Vec<_> = texts.items.iter().map(|it| it.content.title.as_str()).collect();
        assert_eq!(titles, ["加装两根扶手", "加装扶手"]);
        assert_eq!(texts.items[1].at, day(0));
        assert_eq!(differences(world), []);
    });
}

#[test]
fn a_text_that_was_changed_behind_everybodys_back_is_found() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let id = world.propose(&wang, contest, "加装扶手").await;
        let page: ProposalPage = edit(&wang, id, proposal_form("加装两根扶手"), "").await.ok();
        edit(&wang, id, proposal_form("加装三根扶手"), "").await.ok::<ProposalPage>();
        let wrong = |seq, n| Difference {
            community: CommunityId(1),
            place: format!("proposal/{id}"),
            seq,
            what: What::Text { n },
        };
        assert_eq!((page.text, differences(world)), (2, vec![]));
        let swap = "UPDATE proposal_texts SET content = REPLACE(content, '两根', '十根')
             WHERE n = 2";
        world.change(swap);
        assert_eq!(differences(world), [wrong(Some(2), 2)]);
        world.change(
            "UPDATE proposal_texts SET content = REPLACE(content, '十根', '两根') WHERE n = 2",
        );
        world.change("UPDATE proposals SET state = REPLACE(state, '三根', '十根')");
        assert_eq!(differences(world), [wrong(None, 3)]);
    });
}

#[test]
fn what_is_on_the_list_of_what_cannot_be_funded_is_ruled_out_by_its_item() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let organiser = world.organiser().await;
        let id = world.propose(&wang, contest, "挂广告牌").await;
        let rule_out = |item| Command::RuleOut { item, reason: reason("是商业广告") };
        let none = ask(&organiser, id, &rule_out(3)).await.refusal();
        assert_eq!(none, Refusal::NotOnTheList { n_items: 2 });
        let page = act(&organiser, id, &rule_out(2)).await;
        assert_eq!(page.negative_list, ["宗教设施", "商业广告"]);
        let Stage::OutOfScope { item, .. } = page.stage else { panic!("it is out") };
        assert_eq!(item.as_str(), "商业广告");
        // That is an answer, with which its author may disagree.
        let (why, event) = told(&wang).await.remove(0);
        assert!(matches!(event, feedback::Event::Answered { .. }) && why == Why::Sent);
        assert_eq!(differences(world), []);
    });
}

#[test]
fn what_notice_finds_on_its_way_is_answered_by_the_office() {
    on_each_engine(async |world| {
        let contest = screening_first(world).await;
        let wang = world.resident("wang").await;
        let organiser = world.organiser().await;
        let mut ids = Vec::new();
        for title in ["加装扶手", "换楼道灯", "修雨水管", "种树"] {
            ids.push(world.propose(&wang, contest, title).await);
        }
        act(&organiser, ids[1], &Command::Return { what: reason("写清楚") }).await;
        act(&organiser, ids[2], &Command::Pass).await;
        act(&organiser, ids[3], &Command::Pass).await;
        assert_eq!(world.shortlist(ids[3], 3_000).await.status, 200);
        world.enter(contest, &[Phase::Reviewing, Phase::Notice]).await;
        let late = edit(&wang, ids[1], proposal_form("换十盏楼道灯"), "").await;
        assert_eq!(late.refusal(), Refusal::RulesAreSealed);
        for id in &ids[..3] {
            let offers = world.submission(&organiser, *id).await.offers;
            assert!(offers.contains(&FeedbackOffer::Answer), "{offers:?}");
            world.act(&organiser, *id, &decline()).await;
            world.assert_replayed(*id);
        }
        assert_eq!(differences(world), []);
    });
}

#[test]
fn titles_of_a_contest_are_for_everybody_and_change_with_it() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, guest) = (world.resident("wang").await, world.guest());
        let first = world.propose(&wang, contest, "加装扶手").await;
        let second = world.propose(&wang, contest, "换楼道灯").await;
        act(&wang, second, &Command::Withdraw).await;
        let path = contest_at(contest, "/titles");
        let answer = guest.get(&path).await;
        let titles: Titles = answer.ok();
        assert_eq!(titles.items.len(), 1);
        let row = &titles.items[0];
        assert_eq!((row.id.0, row.title.as_str()), (first, "加装扶手"));
        assert_eq!(row.stage_kind, StageKind::CoSigning);
        let etag = answer.header("etag").to_owned();
        assert_eq!(guest.get_if_changed(&path, &etag).await.status, 304);
        world.propose(&wang, contest, "种树").await;
        assert_eq!(guest.get_if_changed(&path, &etag).await.status, 200);
        assert_eq!(guest.get(&contest_at(9, "/titles")).await.problem(), ProblemKind::Missing);
    });
}

#[test]
fn titles_are_told_without_reading_what_proposals_say() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, guest) = (world.resident("wang").await, world.guest());
        world.propose(&wang, contest, "加装扶手").await;
        let path = contest_at(contest, "/titles");
        let before: Titles = guest.get(&path).await.ok();
        // What cannot be read as a proposal shows whether it is read.
        world.change("UPDATE proposals SET state = 'x' || state");
        assert_eq!(guest.get(&path).await.ok::<Titles>(), before);
        // One that is older than the columns of titles says it in its document alone.
        world.change("UPDATE proposals SET state = SUBSTR(state, 2), title = NULL, place = NULL");
        assert_eq!(guest.get(&path).await.ok::<Titles>(), before);
    });
}

/// As many more proposals as a phone is sent titles of; all want trees.
fn plant(world: &World, like: u32) {
    let planted = world.store.write_now(move |tx| {
        let (one, _) = rows::load(tx, CommunityId(1), ProposalId(like))?;
        for n in 1..=Titles::SENT_MAX {
            let id = ProposalId(10_000 + n);
            let title = Title::parse(&format!("在河边种第{n}棵树")).expect("a short title");
            let content = Content { title, ..one.content.clone() };
            let proposal = Proposal { id, ballot_key: id.to_string(), content, ..one.clone() };
            rows::insert(tx, CommunityId(1), &proposal)?;
        }
        Ok::<_, Failure>(())
    });
    planted.expect("they fit into the tables");
}

#[test]
fn of_too_many_titles_only_those_near_to_what_is_written_are_told() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, guest) = (world.resident("wang").await, world.guest());
        let id = world.propose(&wang, contest, "给5号楼单元门口装扶手").await;
        let all = contest_at(contest, "/titles");
        let like = |typed: &str| {
            let encoded: String = typed.bytes().map(|byte| format!("%{byte:02X}")).collect();
            contest_at(contest, &format!("/titles?like={encoded}"))
        };
        let few: Titles = guest.get(&all).await.ok();
        assert_eq!((few.items.len(), few.are_too_many), (1, false));
        plant(world, id);
        let many: Titles = guest.get(&all).await.ok();
        assert_eq!((many.items.len(), many.are_too_many), (0, true));
        let near: Titles = guest.get(&like("5号楼门口想装一个扶手")).await.ok();
        assert_eq!(near.items.iter().map(|row| row.id.0).collect::<Vec<_>>(), [id]);
        let trees: Titles = guest.get(&like("在河边种树")).await.ok();
        assert_eq!(trees.items.len(), MATCHES_MAX);
        for typed in ["", "扶", "组织老年合唱团"] {
            let none: Titles = guest.get(&like(typed)).await.ok();
            assert_eq!((none.items.len(), none.are_too_many), (0, false), "{typed}");
        }
    });
}
