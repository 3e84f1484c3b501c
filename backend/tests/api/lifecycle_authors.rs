//! Authors: neighbours join by invitation, and two proposals go on as one when theirs agree.

use huiyin_backend::qr::draw::draw;
use huiyin_domain::feedback::wire::Mine;
use huiyin_domain::feedback::{self, Verdict};
use huiyin_domain::helping::wire::HelpPage;
use huiyin_domain::helping::{Act, Event as HelpEvent, Scope};
use huiyin_domain::ids::{ProposalId, SubmissionId};
use huiyin_domain::notices::Why;
use huiyin_domain::proposals::wire::{
    Invitation, InviteForm, Join, MyProposals, Offer, ProposalPage,
};
use huiyin_domain::proposals::{Command, Event, Stage};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::residents::wire::ResidentCommand;
use huiyin_domain::web_address::WebAddress;

use crate::helping::{acting, offer};
use crate::lifecycle::{act, ask, differences, edit, told};
use crate::people::{Answer, Person, here};
use crate::votes::{proposal_at, proposal_form, reason};
use crate::world::{day, on_each_engine};

async fn invite(person: &Person, id: u32) -> Answer {
    person.post(&proposal_at(id, "/invitations"), &InviteForm::default()).await
}

async fn join(person: &Person, id: u32, code: &str) -> Answer {
    person.post(&proposal_at(id, "/join"), &Join { code: code.to_owned() }).await
}

fn merge(into: u32) -> Command {
    Command::OfferMerge { into: ProposalId(into), why: reason("要的是一样的东西") }
}

#[test]
fn a_neighbour_joins_with_a_code_and_is_an_author_like_the_first() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let id = world.propose(&wang, contest, "加装扶手").await;
        act(&li, id, &Command::CoSign).await;
        assert_eq!(invite(&li, id).await.refusal(), Refusal::NotYourProposal);
        let invited: Invitation = invite(&wang, id).await.ok();
        assert_eq!((invited.code.len(), invited.until), (8, day(14)));
        let typed = format!("{} {}", &invited.code[..4], &invited.code[4..]);
        let page: ProposalPage = join(&li, id, &typed).await.ok();
        assert_eq!(page.co_author_names, ["li"]);
        // Whoever writes it does not co-sign it.
        assert_eq!((page.n_co_signs, page.has_co_signed, page.is_mine), (0, false, true));
        assert!(page.offers.contains(&Offer::Leave) && !page.offers.contains(&Offer::Withdraw));
        let mine: MyProposals = li.get(&here("/proposals/mine")).await.ok();
        assert_eq!((mine.sent[0].id.0, mine.co_signed.len()), (id, 0));
        let echoes = world.echoes(&li).await;
        assert_eq!((echoes.items[0].mine, echoes.items[0].card.id.0), (Mine::Sent, id));
        let page: ProposalPage = edit(&li, id, proposal_form("加装两根扶手"), "").await.ok();
        assert_eq!(page.text, 2);
        // Both are told what the office says.
        let what = reason("请写清楚");
        act(&world.organiser().await, id, &Command::Return { what: what.clone() }).await;
        let step = feedback::Event::InContest { step: Event::Returned { what } };
        for person in [&wang, &li] {
            assert_eq!(told(person).await[0], (Why::Sent, step.clone()));
        }
        let page = act(&li, id, &Command::Leave).await;
        assert!(page.co_author_names.is_empty() && !page.is_mine);
        assert_eq!(differences(world), []);
    });
}

#[test]
fn an_invitation_lets_one_person_in_once() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let (li, zhao) = (world.resident("li").await, world.resident("zhao").await);
        let id = world.propose(&wang, contest, "加装扶手").await;
        let other = world.propose(&wang, contest, "换楼道灯").await;
        let first: Invitation = invite(&wang, id).await.ok();
        let second: Invitation = invite(&wang, id).await.ok();
        let unknown = Refusal::UnknownInvitation;
        for (proposal, code) in
            [(id, first.code.as_str()), (id, "12"), (id, "abc"), (other, &second.code)]
        {
            assert_eq!(join(&li, proposal, code).await.refusal(), unknown, "{code}");
        }
        assert_eq!(join(&wang, id, &second.code).await.refusal(), Refusal::YourOwnProposal);
        let guest = join(&world.guest(), id, &second.code).await;
        assert_eq!(guest.refusal(), Refusal::SignInFirst);
        let staff = join(&world.organiser().await, id, &second.code).await;
        assert_eq!(staff.refusal(), Refusal::ResidentsOnly);
        assert_eq!(join(&li, id, &second.code).await.status, 200);
        assert_eq!(join(&zhao, id, &second.code).await.refusal(), unknown);
        let third: Invitation = invite(&wang, id).await.ok();
        world.clock.set(third.until);
        let late = join(&zhao, id, &third.code).await.refusal();
        assert_eq!(late, unknown);
        let codes = "SELECT COUNT(*) FROM proposal_invitations WHERE LENGTH(code_hash) < 64";
        assert_eq!(world.number(codes), 0, "no code is stored");
    });
}

#[test]
fn an_invitation_is_drawn_with_its_code_where_its_page_is_named() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let id = world.propose(&wang, contest, "加装扶手").await;
        assert_eq!(invite(&wang, id).await.ok::<Invitation>().qr_svg, None);
        let page = format!("https://huiyin.example/proposals/{id}/join");
        let form = InviteForm { join: WebAddress::parse(&page) };
        let path = proposal_at(id, "/invitations");
        let invited: Invitation = wang.post(&path, &form).await.ok();
        let link = WebAddress::parse(&format!("{page}#code={}", invited.code)).unwrap();
        assert_eq!(invited.qr_svg, Some(draw(&link, &page).unwrap()));
        let unread = wang.post(&path, &serde_json::json!({ "join": "javascript:alert(1)" })).await;
        assert_eq!(unread.status, 400);
        // With the code it would be longer than a code of squares can be read from paper.
        let long = format!("https://huiyin.example/{}", "a".repeat(WebAddress::MAX_CHARS - 30));
        let form = InviteForm { join: WebAddress::parse(&long) };
        assert!(form.join.is_some());
        assert_eq!(wang.post(&path, &form).await.status, 400);
        let zhao = world.resident("zhao").await;
        assert_eq!(join(&zhao, id, &invited.code).await.status, 200, "what was refused ended none");
    });
}

#[test]
fn an_invitation_lapses_and_codes_are_not_guessed() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let id = world.propose(&wang, contest, "加装扶手").await;
        let invited: Invitation = invite(&wang, id).await.ok();
        let mut last = None;
        for number in 0..20 {
            let answer = join(&li, id, &format!("{number:08}")).await;
            if answer.status == 429 {
                last = Some(answer);
                break;
            }
            assert_eq!(answer.refusal(), Refusal::UnknownInvitation);
        }
        assert!(last.is_some(), "nobody tries for ever");
        assert_eq!(join(&li, id, &invited.code).await.status, 429);
        world.clock.set(day(1));
        assert_eq!(join(&li, id, &invited.code).await.status, 200);
    });
}

#[test]
fn an_erased_author_leaves_the_others_their_proposal() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let id = world.propose(&wang, contest, "加装扶手").await;
        let invited: Invitation = invite(&wang, id).await.ok();
        assert_eq!(join(&li, id, &invited.code).await.status, 200);
        invite(&wang, id).await.ok::<Invitation>();
        let organiser = world.organiser().await;
        let erase = async |number: u32| {
            let path = here(&format!("/residents/{number}/commands"));
            assert_eq!(organiser.post(&path, &ResidentCommand::Erase).await.status, 200);
        };
        // First the author: nobody finds a door any more, and the other goes on.
        erase(1).await;
        assert_eq!(world.number("SELECT COUNT(*) FROM proposal_invitations"), 0);
        let page: ProposalPage = edit(&li, id, proposal_form("加装两根扶手"), "").await.ok();
        assert_eq!((page.author_name, page.text), (None, 2));
        // Then the one who had joined.
        erase(2).await;
        let page = world.proposal(&world.guest(), id).await;
        assert!(page.co_author_names.is_empty());
        assert_eq!(world.number("SELECT COUNT(*) FROM proposal_co_authors"), 0);
        assert_eq!(differences(world), []);
    });
}

#[test]
fn two_go_on_as_one_when_the_author_agrees_and_each_name_moves_by_its_own_word() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let (zhao, organiser) = (world.resident("zhao").await, world.organiser().await);
        let id = world.propose(&wang, contest, "加装扶手").await;
        let into = world.propose(&li, contest, "装扶手").await;
        act(&zhao, id, &Command::CoSign).await;
        act(&li, id, &Command::CoSign).await;
        act(&world.resident("qian").await, into, &Command::CoSign).await;
        let proposal = ProposalId(99);
        let nowhere = ask(&organiser, id, &merge(99)).await.refusal();
        assert_eq!(nowhere, Refusal::NoSuchProposal { proposal });
        let circle = ask(&organiser, id, &merge(id)).await.refusal();
        assert_eq!(circle, Refusal::WouldGoInCircles);
        act(&organiser, id, &merge(into)).await;
        let asked = world.proposal(&wang, id).await;
        assert_eq!(asked.merge.as_ref().map(|merge| merge.into.title.as_str()), Some("装扶手"));
        assert!(asked.offers.contains(&Offer::AgreeMerge { into: ProposalId(into) }));
        let (why, event) = told(&wang).await.remove(0);
        assert_eq!((why, event.name()), (Why::Sent, "in_contest"));
        assert_eq!(ask(&li, id, &Command::AgreeMerge).await.refusal(), Refusal::NotYourProposal);

        let page = act(&wang, id, &Command::AgreeMerge).await;
        assert_eq!(page.stage, Stage::MergedInto { into: ProposalId(into) });
        assert_eq!((page.n_co_signs, page.merge), (2, None));
        assert_eq!(page.merged_into.unwrap().id.0, into);
        assert_eq!(world.proposal(&li, into).await.merged[0].id.0, id);
        // Whoever had co-signed is told, and asked with one button.
        let (why, event) = told(&zhao).await.remove(0);
        let feedback::Event::Answered { verdict, .. } = event else { panic!("{event:?}") };
        let Verdict::MergedInto { into: goes_to, .. } = verdict else { panic!("{verdict:?}") };
        assert_eq!((why, goes_to), (Why::CoSigned, SubmissionId(into)));
        let offers = world.proposal(&zhao, id).await.offers;
        assert_eq!(offers, [Offer::MoveCoSign { into: ProposalId(into) }]);
        // Li wrote the other one and cannot support it as well.
        assert_eq!(ask(&li, id, &Command::MoveCoSign).await.refusal(), Refusal::YourOwnProposal);

        let path = proposal_at(id, "/commands");
        let moved: ProposalPage = zhao.post(&path, &Command::MoveCoSign).await.ok();
        assert_eq!((moved.n_co_signs, moved.has_co_signed), (1, false));
        let there = world.proposal(&zhao, into).await;
        assert_eq!((there.n_co_signs, there.has_co_signed), (2, true));
        assert_eq!(there.stage, Stage::Qualified, "with it there are enough");
        let twice = zhao.post(&path, &Command::MoveCoSign).await.refusal();
        assert_eq!(twice, Refusal::NotCoSigned);
        // Whoever wrote the merged one hears of the other from now on.
        let (why, event) = told(&wang).await.remove(0);
        let qualified = feedback::Event::InContest { step: Event::Qualified };
        assert_eq!((why, event), (Why::Followed, qualified));
        for id in [id, into] {
            world.assert_replayed(id);
        }
        assert_eq!(differences(world), []);
    });
}

#[test]
fn of_two_that_are_asked_for_each_other_one_goes_and_the_other_stays() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let organiser = world.organiser().await;
        let first = world.propose(&wang, contest, "加装扶手").await;
        let second = world.propose(&li, contest, "装扶手").await;
        act(&organiser, first, &merge(second)).await;
        act(&organiser, second, &merge(first)).await;
        act(&wang, first, &Command::AgreeMerge).await;
        let refused = ask(&li, second, &Command::AgreeMerge).await.refusal();
        let (proposal, stage) = (ProposalId(first), Stage::MergedInto { into: ProposalId(second) });
        assert_eq!(refused, Refusal::CannotTakeIn { proposal, stage: stage.kind() });
        let page = act(&li, second, &Command::DeclineMerge).await;
        assert_eq!((page.stage, page.merge), (Stage::CoSigning, None));
    });
}

#[test]
fn what_a_helper_does_for_an_author_stands_in_the_log_of_the_help() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (li, wang) = (world.resident("li").await, world.resident("wang").await);
        let id = world.propose(&li, contest, "加装扶手").await;
        let into = world.propose(&wang, contest, "装扶手").await;
        let offered = offer(&li, &[Scope::Propose]).await;
        let helper = acting(world, &wang, &offered).await;
        edit(&helper, id, proposal_form("加装两根扶手"), "").await.ok::<ProposalPage>();
        act(&world.organiser().await, id, &merge(into)).await;
        act(&helper, id, &Command::AgreeMerge).await;
        let page: HelpPage = li.get(&here(&format!("/help/{}", offered.id))).await.ok();
        let proposal = ProposalId(id);
        let log: Vec<_> = page.log.into_iter().map(|line| line.event).collect();
        assert_eq!(log[0], HelpEvent::Acted { act: Act::AgreedMerge { proposal } });
        assert_eq!(log[1], HelpEvent::Acted { act: Act::EditedProposal { proposal } });
        // To join others, or to invite them, nobody does for another.
        assert_eq!(invite(&helper, id).await.refusal(), Refusal::OnlyInPerson);
        assert_eq!(differences(world), []);
    });
}
