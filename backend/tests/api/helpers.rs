//! Helpers: what they do in a resident's name, what they cannot, and that it all stays on record.

use axum::body::Body;
use axum::http::{Method, header};
use huiyin_domain::ballots::wire::StampRequest;
use huiyin_domain::channels::Channel;
use huiyin_domain::contests::{
    Phase,
    wire::{BallotPaper, ContestPage},
};
use huiyin_domain::helping::wire::{CodeForm, HelpPage};
use huiyin_domain::helping::{Act, Command as HelpCommand, Event, Lasting, Scope};
use huiyin_domain::proposals::Command;
use huiyin_domain::proposals::wire::{MyProposals, Offer, ProposalPage};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::times::{TimesForm, TimesPage, WeekTimes, When};
use serde_json::{Value, json};

use crate::helping::{acting, offer, offer_form};
use crate::people::{Person, fresh_key, here};
use crate::votes::{Voter, contest_at, proposal_at, proposal_form};
use crate::world::{World, on_each_engine};

/// A helper of li's, and li.
async fn helper_of_li(world: &World, scopes: &[Scope]) -> (Person, Person) {
    let li = world.resident("li").await;
    let offered = offer(&li, scopes).await;
    (acting(world, &world.resident("wang").await, &offered).await, li)
}

#[test]
fn what_a_helper_sends_is_the_residents_and_says_how_it_came() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (helper, li) = helper_of_li(world, &Scope::ALL).await;
        let id = world.propose(&helper, contest, "加装扶手").await;
        assert!(world.proposal(&li, id).await.is_mine);
        assert_eq!(world.proposal(&world.guest(), id).await.author_name.as_deref(), Some("li"));
        let sql = "SELECT state FROM proposals";
        let rows = world.store.read_now(move |tx| tx.rows(sql, &[])).unwrap();
        let state: Value = serde_json::from_str(rows[0].text(0).unwrap()).unwrap();
        assert_eq!(state["channel"], json!(Channel::Helper));
        let mine: MyProposals = helper.get(&here("/proposals/mine")).await.ok();
        assert_eq!(mine.sent[0].id.0, id);
    });
}

#[test]
fn the_record_keeps_whose_hand_it_was() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (helper, _) = helper_of_li(world, &Scope::ALL).await;
        let id = world.propose(&helper, contest, "加装扶手").await;
        let stream = format!("proposal/{id}");
        let events = world.store.read_now(move |tx| {
            let of_proposal = huiyin_backend::store::events::of_stream(tx, 1, &stream)?;
            let of_help = huiyin_backend::store::events::of_stream(tx, 1, "help/1")?;
            Ok::<_, huiyin_backend::store::StoreError>((of_proposal, of_help))
        });
        let (of_proposal, of_help) = events.unwrap();
        assert_eq!(of_proposal[0].actor_id, Some(2), "in li's name");
        assert_eq!(of_proposal[0].body, r#"{"help":1,"kind":"submitted"}"#);
        let done = of_help.last().unwrap();
        assert_eq!((done.kind.as_str(), done.actor_id), ("acted", Some(1)), "by wang");
        for stream in [of_proposal, of_help] {
            huiyin_backend::store::events::verify_stream(&stream).unwrap();
        }
    });
}

#[test]
fn what_is_not_in_the_scope_is_neither_offered_nor_done() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let theirs = world.propose(&world.resident("zhao").await, contest, "修路").await;
        let (follows, _) = helper_of_li(world, &[Scope::Follow]).await;
        let seen: ProposalPage = follows.get(&proposal_at(theirs, "")).await.ok();
        assert_eq!(seen.offers, []);
        let refused = |scope| Refusal::NotInHelpScope { scope };
        let path = proposal_at(theirs, "/commands");
        let answer = follows.post(&path, &Command::CoSign).await;
        assert_eq!((answer.status.as_u16(), answer.refusal()), (403, refused(Scope::CoSign)));
        let path = contest_at(contest, "/proposals");
        let answer = follows.post(&path, &proposal_form("加灯")).await;
        assert_eq!(answer.refusal(), refused(Scope::Propose));
        let photo = follows.upload(&here("/photos"), "image/png", "no photo").await;
        assert_eq!(photo.refusal(), refused(Scope::Propose));

        let (co_signs, _) = helper_of_li(world, &[Scope::CoSign]).await;
        let seen: ProposalPage = co_signs.get(&proposal_at(theirs, "")).await.ok();
        assert_eq!(seen.offers, [Offer::CoSign]);
        let path = proposal_at(theirs, "/commands");
        assert_eq!(co_signs.post(&path, &Command::CoSign).await.status, 200);
        let sent = co_signs.get(&here("/proposals/mine")).await;
        assert_eq!(sent.refusal(), refused(Scope::Follow));
    });
}

#[test]
fn a_helper_gives_the_times_at_which_the_resident_can_come() {
    on_each_engine(async |world| {
        let (helper, li) = helper_of_li(world, &[Scope::Answer]).await;
        let form = TimesForm { when: Some(When::Never), ..TimesForm::default() };
        let given: TimesPage = helper.post(&here("/times"), &form).await.ok();
        let kept = given.kept.unwrap();
        assert_eq!((kept.times, kept.channel), (WeekTimes::Never, Channel::Helper));
        let page: HelpPage = li.get(&here("/help/1")).await.ok();
        assert_eq!(page.log[0].event, Event::Acted { act: Act::GaveTimes });
        let (follows, _) = helper_of_li(world, &[Scope::Follow]).await;
        let refusal = Refusal::NotInHelpScope { scope: Scope::Answer };
        assert_eq!(follows.get(&here("/times")).await.refusal(), refusal);
        assert_eq!(follows.post(&here("/times"), &form).await.refusal(), refusal);
    });
}

#[test]
fn nobody_votes_for_another_or_sees_whether_they_have() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let (helper, li) = helper_of_li(world, &Scope::ALL).await;
        let request = StampRequest { stamp: Voter::new(1).stamp() };
        let path = contest_at(vote.contest, "/stamps");
        let answer = helper.post(&path, &request).await;
        assert_eq!((answer.status.as_u16(), answer.refusal()), (403, Refusal::HelperCannotVote));
        assert_eq!(world.number("SELECT COUNT(*) FROM roll"), 0);
        // Li votes on her own phone; her helper's page looks the same as before.
        let path = contest_at(vote.contest, "/ballot-paper");
        let before = helper.get(&path).await;
        assert_eq!(Voter::new(1).take(&li, vote.contest).await.status, 200);
        let after = helper.get(&path).await;
        assert_eq!(before.body, after.body);
        assert!(!after.ok::<BallotPaper>().is_handed_out);
        // That there is a vote is public; it is not offered to whoever may not cast one.
        let page: ContestPage = helper.get(&contest_at(vote.contest, "")).await.ok();
        assert_eq!((page.phase, page.offers), (Phase::Voting, vec![]));
    });
}

#[test]
fn a_helper_sees_no_devices_no_log_and_opens_no_further_help() {
    on_each_engine(async |world| {
        let (helper, li) = helper_of_li(world, &Scope::ALL).await;
        for path in ["/sessions", "/help", "/help/1", "/helping"] {
            assert_eq!(helper.get(&here(path)).await.refusal(), Refusal::OnlyInPerson, "{path}");
        }
        let form = offer_form(&Scope::ALL, Lasting::ThirtyDays);
        let answer = helper.post(&here("/help"), &form).await;
        assert_eq!((answer.status.as_u16(), answer.refusal()), (403, Refusal::OnlyInPerson));
        let offered = offer(&world.resident("zhao").await, &Scope::ALL).await;
        let code = CodeForm { code: offered.code.grouped() };
        for path in ["/helping", "/helping/look"] {
            assert_eq!(helper.post(&here(path), &code).await.refusal(), Refusal::OnlyInPerson);
        }
        // Nor does it stand among li's devices, where she could not tell what it is.
        let devices = li.get(&here("/sessions")).await.json();
        assert_eq!(devices["items"].as_array().unwrap().len(), 1);
        let gone = li.delete(&here("/sessions/3")).await;
        assert_eq!(gone.status, 404);
    });
}

/// What a helper with every scope may send; everything else in the API must say no.
const OPEN_TO_HELPERS: [&str; 7] = [
    "POST /api/v1/communities/{c}/contests/{n}/proposals",
    "POST /api/v1/communities/{c}/proposals/{id}/commands",
    "POST /api/v1/communities/{c}/proposals/{id}/text",
    "POST /api/v1/communities/{c}/photos",
    "POST /api/v1/communities/{c}/times",
    "POST /api/v1/communities/{c}/series/{n}/answer",
    "DELETE /api/v1/communities/{c}/helping/session",
];

/// What does not look at who asks at all.
const OPEN_TO_ALL: [&str; 2] = [
    "POST /api/v1/communities/{c}/sessions",
    "PUT /api/v1/communities/{c}/contests/{n}/ballots/{stamp}",
];

/// The address with the community's name and a one in every other place.
pub(crate) fn address_of(path: &str) -> String {
    let parts = path.split('/').map(|part| match part {
        "{c}" => "wutong",
        part if part.starts_with('{') => "1",
        part => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

/// Bodies that each address can read, so that the answer tells who asked and not what was sent.
pub(crate) fn body_for(path: &str) -> Value {
    let contest = serde_json::to_value(crate::votes::contest_form()).expect("forms are JSON");
    let stamp = serde_json::to_value(StampRequest { stamp: Voter::new(1).stamp() });
    match path.trim_start_matches("/api/v1/communities/{c}") {
        "/contests" => contest,
        "/contests/{n}/commands" => json!({"kind": "count"}),
        "/contests/{n}/stamps" => stamp.expect("stamps are JSON"),
        "/help" => json!(offer_form(&Scope::ALL, Lasting::Today)),
        "/help/{id}/commands" | "/helping/{id}/commands" => json!(HelpCommand::Stop),
        "/helping" | "/helping/look" => json!({"code": "123456"}),
        _ => json!({}),
    }
}

#[test]
fn whatever_the_api_offers_is_refused_to_helpers_unless_it_is_on_the_list() {
    on_each_engine(async |world| {
        world.collecting().await;
        let (helper, _) = helper_of_li(world, &Scope::ALL).await;
        let described = helper.get("/api/v1/openapi.json").await.json();
        let mut n_refused = 0;
        for (path, methods) in described["paths"].as_object().unwrap() {
            for method in [Method::POST, Method::PUT, Method::DELETE] {
                let name = format!("{method} {path}");
                let is_there = methods.get(method.as_str().to_lowercase()).is_some();
                let is_open = OPEN_TO_HELPERS.contains(&name.as_str());
                if !is_there || is_open || OPEN_TO_ALL.contains(&name.as_str()) {
                    continue;
                }
                let address = address_of(path);
                let request = helper.request(method, &address);
                let request = request.header("idempotency-key", fresh_key());
                let request = request.header(header::IF_MATCH, "\"1\"");
                let request = request.header(header::CONTENT_TYPE, "application/json");
                let body = serde_json::to_vec(&body_for(path)).unwrap();
                let answer = helper.send(request, Body::from(body)).await;
                let says_no = [Refusal::OnlyInPerson, Refusal::HelperCannotVote];
                // A body that a new address cannot read is turned away before it is asked whose
                // it is; then the handler has done nothing either.
                let is_unread = [400, 413, 415, 422].contains(&answer.status.as_u16());
                assert!(
                    is_unread || says_no.contains(&answer.refusal()),
                    "{name}: {} {}",
                    answer.status,
                    answer.text()
                );
                n_refused += usize::from(!is_unread);
            }
        }
        assert!(n_refused >= 8, "only {n_refused} were refused to a helper");
    });
}
