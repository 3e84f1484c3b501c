//! Proposals: sent, co-signed, listed and reviewed.

use huiyin_backend::proposals::counts;
use huiyin_domain::contests::Phase;
use huiyin_domain::ids::Version;
use huiyin_domain::money::{Money, MoneyProblem};
use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::proposals::wire::{Offer, ProposalList, ProposalPage, Submitted};
use huiyin_domain::proposals::{Command, Estimate, PhotoId, ProposalForm, Stage, StageKind};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::words::WordsProblem;

use crate::people::{Answer, Person, fresh_key};
use crate::votes::{contest_at, proposal_at, proposal_form, reason};
use crate::world::{day, on_each_engine};

async fn ask(person: &Person, proposal: u32, command: &Command) -> Answer {
    let page: ProposalPage = person.get(&proposal_at(proposal, "")).await.ok();
    person.command(&proposal_at(proposal, "/commands"), page.version.0, command).await
}

async fn list(person: &Person, contest: u32, query: &str) -> ProposalList {
    person.get(&contest_at(contest, &format!("/proposals{query}"))).await.ok()
}

#[test]
fn a_resident_proposes_and_everybody_reads_it() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let id = world.propose(&wang, contest, "在3号楼门口加装扶手").await;
        let page = world.proposal(&world.guest(), id).await;
        assert_eq!(page.content.title.as_str(), "在3号楼门口加装扶手");
        let requests: Vec<_> = page.content.requests.iter().map(|r| r.as_str()).collect();
        assert_eq!(requests, ["装扶手", "补台阶"]);
        assert_eq!(page.author_name.as_deref(), Some("wang"));
        assert_eq!((page.stage, page.is_mine), (Stage::CoSigning, false));
        assert!(world.proposal(&wang, id).await.is_mine);
        assert_eq!(world.contest(&wang, contest).await.n_proposals, 1);
    });
}

#[test]
fn guests_and_staff_do_not_propose() {
    on_each_engine(async |world| {
        let path = contest_at(world.collecting().await, "/proposals");
        let organiser = world.organiser().await;
        let asked = [(world.guest(), Refusal::SignInFirst), (organiser, Refusal::ResidentsOnly)];
        for (person, refusal) in asked {
            assert_eq!(person.post(&path, &proposal_form("加灯")).await.refusal(), refusal);
        }
    });
}

#[test]
fn nobody_proposes_after_collecting_has_ended() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        world.clock.set(day(10));
        let wang = world.resident("wang").await;
        let path = contest_at(contest, "/proposals");
        let refusal = wang.post(&path, &proposal_form("加灯")).await.refusal();
        let phase = Phase::Reviewing;
        assert!(
            matches!(&refusal, Refusal::NotInThisPhase { phase: found, .. } if *found == phase),
            "{refusal:?}"
        );
    });
}

#[test]
fn a_second_tap_and_a_lost_answer_make_no_second_proposal() {
    on_each_engine(async |world| {
        let path = contest_at(world.collecting().await, "/proposals");
        let wang = world.resident("wang").await;
        let (form, key) = (proposal_form("加灯"), fresh_key());
        let first = wang.post_with_key(&path, &form, &key).await;
        let again = wang.post_with_key(&path, &form, &key).await;
        assert_eq!((first.status, &first.body), (again.status, &again.body));
        assert_eq!(first.status, 201);
        assert_eq!(world.number("SELECT COUNT(*) FROM proposals"), 1);
        assert_eq!(world.number("SELECT COUNT(*) FROM events WHERE stream LIKE 'proposal%'"), 1);
    });
}

#[test]
fn a_key_used_for_something_else_is_refused() {
    on_each_engine(async |world| {
        let path = contest_at(world.collecting().await, "/proposals");
        let wang = world.resident("wang").await;
        let key = fresh_key();
        assert_eq!(wang.post_with_key(&path, &proposal_form("加灯"), &key).await.status, 201);
        let answer = wang.post_with_key(&path, &proposal_form("修路"), &key).await;
        assert_eq!((answer.status.as_u16(), answer.problem()), (409, ProblemKind::KeyReused));
        // Keys are each person's own: a neighbour's phone may have made the same one.
        let li = world.resident("li").await;
        assert_eq!(li.post_with_key(&path, &proposal_form("修路"), &key).await.status, 201);
    });
}

#[test]
fn every_fault_of_a_proposal_is_told_with_its_field() {
    on_each_engine(async |world| {
        let path = contest_at(world.collecting().await, "/proposals");
        let form = ProposalForm {
            title: "长".repeat(61),
            requests: "修灯\n".repeat(9),
            place: "　 ".into(),
            why: String::new(),
            cost: "很多".into(),
            ..ProposalForm::default()
        };
        let faults = world.resident("wang").await.post(&path, &form).await.faults();
        let expected = [
            ("title", FieldFault::Words(WordsProblem::TooLong { n_chars: 61, max: 60 })),
            ("requests", FieldFault::TooMany { max: 8 }),
            ("place", FieldFault::Words(WordsProblem::Empty)),
            ("why", FieldFault::Words(WordsProblem::Empty)),
            ("cost", FieldFault::Money(MoneyProblem::NotANumber)),
        ];
        assert_eq!(faults, expected.map(|(field, fault)| (field.to_owned(), fault)));
        assert_eq!(world.number("SELECT COUNT(*) FROM proposals"), 0);
    });
}

#[test]
fn a_photo_the_server_does_not_have_is_told() {
    on_each_engine(async |world| {
        let path = contest_at(world.collecting().await, "/proposals");
        let photos = vec![PhotoId("0".repeat(64))];
        let form = ProposalForm { photos, ..proposal_form("加灯") };
        let faults = world.resident("wang").await.post(&path, &form).await.faults();
        assert_eq!(faults, [("photos".to_owned(), FieldFault::UnknownPhoto)]);
    });
}

#[test]
fn amounts_are_taken_as_people_write_them() {
    on_each_engine(async |world| {
        let path = contest_at(world.collecting().await, "/proposals");
        let wang = world.resident("wang").await;
        for (typed, fen) in
            [("１２，０００", 1_200_000), ("1.5万", 1_500_000), (" ¥300.5元 ", 30_050)]
        {
            let form = ProposalForm { cost: typed.into(), ..proposal_form("加灯") };
            let sent: Submitted = wang.post(&path, &form).await.ok();
            let estimate = world.proposal(&wang, sent.id.0).await.content.estimate;
            assert_eq!(estimate, Estimate::About { cost: Money::fen(fen) }, "{typed}");
        }
        let form = ProposalForm { cost: "".into(), cost_unknown: true, ..proposal_form("加灯") };
        let sent: Submitted = wang.post(&path, &form).await.ok();
        let estimate = world.proposal(&wang, sent.id.0).await.content.estimate;
        assert_eq!(estimate, Estimate::Unknown);
    });
}

#[test]
fn a_neighbour_co_signs_and_takes_it_back() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let id = world.propose(&world.resident("wang").await, contest, "加灯").await;
        let li = world.resident("li").await;
        let page: ProposalPage = ask(&li, id, &Command::CoSign).await.ok();
        assert_eq!((page.n_co_signs, page.has_co_signed), (1, true));
        assert_eq!(page.offers, [Offer::WithdrawCoSign]);
        let page: ProposalPage = ask(&li, id, &Command::WithdrawCoSign).await.ok();
        assert_eq!((page.n_co_signs, page.has_co_signed), (0, false));
        let page: ProposalPage = ask(&li, id, &Command::CoSign).await.ok();
        assert_eq!(page.n_co_signs, 1);
    });
}

#[test]
fn nobody_co_signs_twice_or_takes_back_what_they_did_not_give() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let id = world.propose(&world.resident("wang").await, contest, "加灯").await;
        let li = world.resident("li").await;
        assert_eq!(ask(&li, id, &Command::WithdrawCoSign).await.refusal(), Refusal::NotCoSigned);
        assert_eq!(ask(&li, id, &Command::CoSign).await.status, 200);
        assert_eq!(ask(&li, id, &Command::CoSign).await.refusal(), Refusal::AlreadyCoSigned);
        assert_eq!(world.proposal(&li, id).await.n_co_signs, 1);
    });
}

#[test]
fn a_co_signature_needs_no_version_since_others_give_theirs_meanwhile() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let id = world.propose(&world.resident("wang").await, contest, "加灯").await;
        let li = world.resident("li").await;
        let path = proposal_at(id, "/commands");
        let key = fresh_key();
        for _ in 0..2 {
            let answer = li.post_with_key(&path, &Command::CoSign, &key).await;
            assert_eq!(answer.ok::<ProposalPage>().n_co_signs, 1);
        }
    });
}

#[test]
fn strangers_authors_and_staff_do_not_co_sign() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let id = world.propose(&wang, contest, "加灯").await;
        let asked = [
            (world.guest(), Refusal::SignInFirst),
            (wang, Refusal::YourOwnProposal),
            (world.organiser().await, Refusal::ResidentsOnly),
        ];
        for (person, refusal) in asked {
            assert_eq!(ask(&person, id, &Command::CoSign).await.refusal(), refusal);
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM co_signs"), 0);
    });
}

#[test]
fn nobody_co_signs_in_review() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let id = world.propose(&world.resident("wang").await, contest, "加灯").await;
        world.enter(contest, &[Phase::Reviewing]).await;
        let refusal = ask(&world.resident("li").await, id, &Command::CoSign).await.refusal();
        // Notice has no date: it waits for the organiser.
        assert_eq!(refusal, Refusal::NotInThisPhase { phase: Phase::Reviewing, next_at: None });
    });
}

#[test]
fn an_author_takes_a_proposal_back_and_nobody_else_does() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let id = world.propose(&wang, contest, "加灯").await;
        let li = world.resident("li").await;
        assert_eq!(ask(&li, id, &Command::Withdraw).await.refusal(), Refusal::NotYourProposal);
        let guest = ask(&world.guest(), id, &Command::Withdraw).await;
        assert_eq!(guest.refusal(), Refusal::SignInFirst);
        let page: ProposalPage = ask(&wang, id, &Command::Withdraw).await.ok();
        assert_eq!(page.stage, Stage::Withdrawn);
        let stage = StageKind::Withdrawn;
        let twice = ask(&wang, id, &Command::Withdraw).await;
        assert_eq!(twice.refusal(), Refusal::NotAtThisStage { stage });
        let signed = ask(&li, id, &Command::CoSign).await;
        assert_eq!(signed.refusal(), Refusal::NotAtThisStage { stage });
    });
}

#[test]
fn an_organiser_shortlists_with_a_cost_up_to_the_cap() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let id = world.propose(&wang, contest, "加灯").await;
        let cap = Money::yuan(5_000);
        assert_eq!(world.shortlist(id, 5_001).await.refusal(), Refusal::AboveCap { cap });
        assert_eq!(world.shortlist(id, 4_000).await.status, 200);
        // A second time corrects the cost.
        let page: ProposalPage = world.shortlist(id, 4_500).await.ok();
        assert_eq!(page.stage, Stage::Shortlisted { cost: Money::yuan(4_500), months: None });
        let shortlist = Command::Shortlist { cost: Money::yuan(1) };
        assert_eq!(ask(&wang, id, &shortlist).await.refusal(), Refusal::OrganiserOnly);
        let guest = ask(&world.guest(), id, &shortlist).await;
        assert_eq!(guest.refusal(), Refusal::SignInFirst);
    });
}

#[test]
fn what_cannot_be_done_is_set_aside_with_a_reason() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let id = world.propose(&wang, contest, "加灯").await;
        let command = Command::SetAside { reason: reason("这块地属于隔壁小区") };
        assert_eq!(ask(&wang, id, &command).await.refusal(), Refusal::OrganiserOnly);
        let organiser = world.organiser().await;
        let few = Refusal::TooFewCoSigns { has: 0, needed: 2 };
        assert_eq!(ask(&organiser, id, &command).await.refusal(), few);
        world.admit(id).await;
        let page: ProposalPage = ask(&organiser, id, &command).await.ok();
        let expected = Stage::NotFeasible { reason: reason("这块地属于隔壁小区") };
        assert_eq!(page.stage, expected);
        let seen = world.proposal(&world.guest(), id).await;
        assert_eq!(seen.story.len(), 3, "everybody reads why");
    });
}

#[test]
fn a_review_on_an_old_version_changes_nothing() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let id = world.propose(&world.resident("wang").await, contest, "加灯").await;
        assert_eq!(world.shortlist(id, 4_000).await.status, 200);
        let (organiser, path) = (world.organiser().await, proposal_at(id, "/commands"));
        let command = Command::Shortlist { cost: Money::yuan(1) };
        let refusal = organiser.command(&path, 1, &command).await.refusal();
        assert_eq!(refusal, Refusal::Stale { found: Version(3) });
        let without = organiser.post(&path, &command).await;
        assert!(matches!(without.problem(), ProblemKind::Malformed { .. }));
    });
}

#[test]
fn from_notice_on_the_shortlist_stands_fast() {
    on_each_engine(async |world| {
        let vote = world.reviewed().await;
        world.enter(vote.contest, &[Phase::Notice]).await;
        let id = vote.proposals[0];
        assert_eq!(world.shortlist(id, 1).await.refusal(), Refusal::RulesAreSealed);
        let wang = world.resident("wang").await;
        assert_eq!(ask(&wang, id, &Command::Withdraw).await.refusal(), Refusal::RulesAreSealed);
        let page = world.contest(&wang, vote.contest).await;
        assert!(page.is_sealed);
    });
}

#[test]
fn lists_come_in_pages_and_in_three_orders() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let mut ids = Vec::new();
        for title in ["一", "二", "三", "四", "五"] {
            ids.push(world.propose(&wang, contest, title).await);
        }
        for name in ["li", "zhao"] {
            let person = world.resident(name).await;
            assert_eq!(ask(&person, ids[2], &Command::CoSign).await.status, 200);
        }
        let numbers =
            |list: &ProposalList| list.items.iter().map(|card| card.id.0).collect::<Vec<_>>();
        let guest = world.guest();
        let newest = list(&guest, contest, "").await;
        assert_eq!((numbers(&newest), newest.total), (ids.iter().rev().copied().collect(), 5));
        assert_eq!(numbers(&list(&guest, contest, "?sort=number").await), ids);
        let liked = list(&guest, contest, "?sort=co_signs").await;
        assert_eq!((liked.items[0].id.0, liked.items[0].n_co_signs), (ids[2], 2));
        for sort in ["newest", "co_signs", "number"] {
            let (mut paged, mut after) = (Vec::new(), String::new());
            loop {
                let query = format!("?sort={sort}&limit=2{after}");
                let page = list(&guest, contest, &query).await;
                assert!(page.items.len() <= 2);
                paged.extend(numbers(&page));
                let Some(next) = page.next else { break };
                after = format!("&after={next}");
            }
            assert_eq!(paged, numbers(&list(&guest, contest, &format!("?sort={sort}")).await));
        }
    });
}

#[test]
fn counts_that_an_older_server_left_wrong_are_right_once_counted_again() {
    on_each_engine(async |world| {
        let vote = world.reviewed().await;
        let guest = world.guest();
        let total = list(&guest, vote.contest, "").await.total;
        world.change("UPDATE proposal_counts SET n = -1 WHERE stage_kind = 'shortlisted'");
        world.change("INSERT INTO proposal_counts VALUES (1, 1, 'withdrawn', 9)");
        assert_eq!(list(&guest, vote.contest, "?stage=shortlisted").await.total, 0);
        world.store.write_now(counts::recount).expect("they are counted");
        assert_eq!(list(&guest, vote.contest, "").await.total, total);
        assert_eq!(list(&guest, vote.contest, "?stage=shortlisted").await.total, 3);
    });
}

#[test]
fn a_list_can_be_of_one_stage_and_refuses_what_it_does_not_know() {
    on_each_engine(async |world| {
        let vote = world.reviewed().await;
        let guest = world.guest();
        let shortlisted = list(&guest, vote.contest, "?stage=shortlisted").await;
        assert_eq!(shortlisted.items.len(), 3);
        assert!(list(&guest, vote.contest, "?stage=co_signing").await.items.is_empty());
        for query in ["?sort=best", "?stage=gone", "?limit=many", "?after=%00"] {
            let answer = guest.get(&contest_at(vote.contest, &format!("/proposals{query}"))).await;
            assert_eq!(answer.status, 400, "{query}");
            assert!(matches!(answer.problem(), ProblemKind::Malformed { .. }), "{query}");
        }
    });
}
