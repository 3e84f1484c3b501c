//! Helping: agreed to by the resident, begun with a code, and ended by either of the two.

use huiyin_domain::helping::code::HelpCodeProblem;
use huiyin_domain::helping::wire::{
    CodeForm, HelpList, HelpPage, HelpingCard, HelpingList, OfferForm, Offered,
};
use huiyin_domain::helping::{
    Act, Command, Consent, Event, Helper, Lasting, Party, Scope, Scopes, Standing,
};
use huiyin_domain::ids::{ProposalId, ResidentId, StaffId};
use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::residents::wire::SignedIn;

use crate::people::{Answer, Person, here};
use crate::votes::proposal_at;
use crate::world::{World, day, on_each_engine, start};

const EVERYTHING: [Scope; 4] = Scope::ALL;

pub(crate) fn offer_form(scopes: &[Scope], lasting: Lasting) -> OfferForm {
    let scopes = Scopes::of(scopes.iter().copied()).unwrap();
    OfferForm { scopes, lasting, consent: Consent::Tapped }
}

pub(crate) async fn offer(resident: &Person, scopes: &[Scope]) -> Offered {
    resident.post(&here("/help"), &offer_form(scopes, Lasting::OneHour)).await.ok()
}

async fn enter(helper: &Person, code: &str) -> Answer {
    helper.post(&here("/helping"), &CodeForm { code: code.to_owned() }).await
}

async fn look(helper: &Person, code: &str) -> Answer {
    helper.post(&here("/helping/look"), &CodeForm { code: code.to_owned() }).await
}

/// The helper with the session in which they act for the resident.
pub(crate) async fn acting(world: &World, helper: &Person, offered: &Offered) -> Person {
    let signed_in: SignedIn = enter(helper, &offered.code.grouped()).await.ok();
    Person::new(world.router.clone(), Some(signed_in.token))
}

async fn stop(person: &Person, address: &str, offered: &Offered) -> Answer {
    let path = here(&format!("/{address}/{}/commands", offered.id));
    person.post(&path, &Command::Stop).await
}

async fn page(resident: &Person, offered: &Offered) -> HelpPage {
    resident.get(&here(&format!("/help/{}", offered.id))).await.ok()
}

#[test]
fn a_resident_agrees_and_a_helper_begins_with_the_code() {
    on_each_engine(async |world| {
        let (li, wang) = (world.resident("li").await, world.resident("wang").await);
        let offered = offer(&li, &[Scope::Propose]).await;
        assert_eq!(offered.code_until, start().plus_millis(1_800_000));
        let seen: HelpingCard = look(&wang, &offered.code.grouped()).await.ok();
        let until = start().plus_millis(3_600_000);
        assert_eq!((seen.resident_name.as_str(), seen.until), ("li", until));
        let answer = enter(&wang, &offered.code.grouped()).await;
        assert_eq!(answer.status, 201);
        let me = answer.ok::<SignedIn>().me;
        assert_eq!(me.name, "li");
        assert_eq!(me.viewer.resident(), Some(ResidentId(2)));
        let help = me.help.unwrap();
        assert_eq!((help.helper_name.as_str(), help.until), ("wang", until));
        // Li sees on her own phone who helps.
        let list: HelpList = li.get(&here("/help")).await.ok();
        assert_eq!(list.items[0].helper_name.as_deref(), Some("wang"));
        assert_eq!(list.items[0].standing, Standing::Running);
    });
}

#[test]
fn staff_can_help_and_the_first_screen_says_so() {
    on_each_engine(async |world| {
        let li = world.resident("li").await;
        let offered = offer(&li, &EVERYTHING).await;
        let acting = acting(world, &world.organiser().await, &offered).await;
        let me = &acting.get(&here("/home")).await.json()["me"];
        assert_eq!((&me["name"], &me["help"]["helper_name"]), (&"li".into(), &"organiser".into()));
        let own = &li.get(&here("/home")).await.json()["me"];
        assert_eq!(own["help"], serde_json::Value::Null);
    });
}

#[test]
fn guests_and_staff_are_not_helped_and_guests_do_not_help() {
    on_each_engine(async |world| {
        let form = offer_form(&EVERYTHING, Lasting::Today);
        let guest = world.guest();
        assert_eq!(guest.post(&here("/help"), &form).await.refusal(), Refusal::SignInFirst);
        let organiser = world.organiser().await;
        let refusal = organiser.post(&here("/help"), &form).await.refusal();
        assert_eq!(refusal, Refusal::ResidentsOnly);
        assert_eq!(enter(&guest, "123456").await.refusal(), Refusal::SignInFirst);
        assert_eq!(guest.get(&here("/helping")).await.refusal(), Refusal::SignInFirst);
    });
}

#[test]
fn nobody_helps_themselves() {
    on_each_engine(async |world| {
        let li = world.resident("li").await;
        let offered = offer(&li, &EVERYTHING).await;
        let answer = enter(&li, &offered.code.grouped()).await;
        assert_eq!(answer.refusal(), Refusal::YourOwnHelp);
    });
}

#[test]
fn a_code_that_is_wrong_used_or_too_old_lets_nobody_in() {
    on_each_engine(async |world| {
        let (li, wang) = (world.resident("li").await, world.resident("wang").await);
        let first = offer(&li, &EVERYTHING).await;
        let wrong = if first.code.digits() == "000000" { "000001" } else { "000000" };
        assert_eq!(enter(&wang, wrong).await.refusal(), Refusal::UnknownHelpCode);
        acting(world, &wang, &first).await;
        // Used: it lets nobody else in.
        let zhao = world.resident("zhao").await;
        let code = first.code.digits();
        for answer in [look(&zhao, code).await, enter(&zhao, code).await] {
            assert_eq!(answer.refusal(), Refusal::UnknownHelpCode);
        }
        let second = offer(&li, &EVERYTHING).await;
        world.clock.set(second.code_until);
        let late = enter(&zhao, &second.code.grouped()).await;
        assert_eq!(late.refusal(), Refusal::UnknownHelpCode);
    });
}

#[test]
fn a_helper_who_was_not_told_that_it_began_enters_the_code_again() {
    on_each_engine(async |world| {
        let (li, wang) = (world.resident("li").await, world.resident("wang").await);
        let offered = offer(&li, &EVERYTHING).await;
        let lost = acting(world, &wang, &offered).await;
        let last = start().plus_millis(1_799_999);
        world.clock.set(last);
        let seen: HelpingCard = look(&wang, &offered.code.grouped()).await.ok();
        assert_eq!(seen.id, offered.id);
        let again = acting(world, &wang, &offered).await;
        for session in [&lost, &again] {
            assert_eq!(session.get(&here("/home")).await.json()["me"]["name"], "li");
        }
        // It is one help, begun once.
        let list: HelpingList = wang.get(&here("/helping")).await.ok();
        assert_eq!(list.items.len(), 1);
        let log = page(&li, &offered).await.log;
        let n_begun = log.iter().filter(|line| matches!(line.event, Event::Taken { .. })).count();
        assert_eq!(n_begun, 1);
        // Half an hour after the beginning the code answers nobody.
        world.clock.set(start().plus_millis(1_800_000));
        let late = enter(&wang, &offered.code.grouped()).await;
        assert_eq!(late.refusal(), Refusal::UnknownHelpCode);
    });
}

#[test]
fn a_help_that_was_ended_is_not_begun_again_with_its_code() {
    on_each_engine(async |world| {
        let (li, wang) = (world.resident("li").await, world.resident("wang").await);
        let offered = offer(&li, &EVERYTHING).await;
        acting(world, &wang, &offered).await;
        assert_eq!(stop(&li, "help", &offered).await.status, 200);
        let again = enter(&wang, &offered.code.grouped()).await;
        assert_eq!(again.refusal(), Refusal::UnknownHelpCode);
        assert_eq!(world.number("SELECT COUNT(*) FROM helps WHERE taken_hash IS NOT NULL"), 0);
    });
}

#[test]
fn a_new_code_takes_the_place_of_one_that_nobody_has_used() {
    on_each_engine(async |world| {
        let (li, wang) = (world.resident("li").await, world.resident("wang").await);
        let (first, second) = (offer(&li, &EVERYTHING).await, offer(&li, &EVERYTHING).await);
        let old = enter(&wang, &first.code.grouped()).await;
        assert_eq!(old.refusal(), Refusal::UnknownHelpCode);
        assert_eq!(page(&li, &first).await.card.standing, Standing::Withdrawn);
        assert_eq!(enter(&wang, &second.code.grouped()).await.status, 201);
    });
}

#[test]
fn after_five_wrong_codes_a_helper_rests_for_a_quarter_of_an_hour() {
    on_each_engine(async |world| {
        let (li, wang) = (world.resident("li").await, world.resident("wang").await);
        let offered = offer(&li, &EVERYTHING).await;
        let wrong = if offered.code.digits() == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            assert_eq!(look(&wang, wrong).await.refusal(), Refusal::UnknownHelpCode);
        }
        let answer = enter(&wang, &offered.code.grouped()).await;
        assert_eq!(answer.status, 429);
        let ProblemKind::TooMany { retry_after_seconds } = answer.problem() else { panic!() };
        world.clock.set(start().plus_millis(i64::from(retry_after_seconds) * 1_000));
        assert_eq!(enter(&wang, &offered.code.grouped()).await.status, 201);
    });
}

#[test]
fn what_cannot_be_a_code_says_why_beside_its_field() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let cases = [
            ("", HelpCodeProblem::Empty),
            ("12345x", HelpCodeProblem::NotDigits),
            ("1234 5678 9012", HelpCodeProblem::WrongLength { n_digits: 12 }),
        ];
        for (typed, problem) in cases {
            let faults = look(&wang, typed).await.faults();
            assert_eq!(faults, [("code".to_owned(), FieldFault::HelpCode(problem))]);
        }
    });
}

#[test]
fn neither_the_code_nor_a_token_is_stored_anywhere() {
    on_each_engine(async |world| {
        let (li, wang) = (world.resident("li").await, world.resident("wang").await);
        let offered = offer(&li, &EVERYTHING).await;
        let code = offered.code.digits().to_owned();
        let sql = "SELECT state, code_hash FROM helps";
        let rows = world.store.read_now(move |tx| tx.rows(sql, &[])).unwrap();
        assert!(!rows[0].text(0).unwrap().contains(&code));
        assert!(!rows[0].text(1).unwrap().contains(&code));
        acting(world, &wang, &offered).await;
        assert_eq!(world.number("SELECT COUNT(*) FROM helps WHERE code_hash IS NOT NULL"), 0);
        let sql = "SELECT state, taken_hash FROM helps";
        let rows = world.store.read_now(move |tx| tx.rows(sql, &[])).unwrap();
        for place in [0, 1] {
            assert!(!rows[0].text(place).unwrap().contains(&code));
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM idempotency"), 0);
    });
}

#[test]
fn one_tap_of_the_resident_ends_it_at_once() {
    on_each_engine(async |world| {
        let (li, wang) = (world.resident("li").await, world.resident("wang").await);
        let contest = world.collecting().await;
        let offered = offer(&li, &EVERYTHING).await;
        let acting = acting(world, &wang, &offered).await;
        let id = world.propose(&acting, contest, "加装扶手").await;
        let stopped: HelpPage = stop(&li, "help", &offered).await.ok();
        let standing = Standing::Ended { at: start(), by: Party::Resident };
        assert_eq!(stopped.card.standing, standing);
        for path in [here("/home"), proposal_at(id, ""), here("/proposals/mine")] {
            assert_eq!(acting.get(&path).await.refusal(), Refusal::HelpIsOver);
        }
        assert_eq!(stop(&li, "help", &offered).await.refusal(), Refusal::HelpIsOver);
        // The helper's own account is what it was.
        let own = &wang.get(&here("/home")).await.json()["me"];
        assert_eq!(own["name"], "wang");
        assert!(wang.get(&here("/helping")).await.ok::<HelpingList>().items.is_empty());
        let again = wang.post(&here(&format!("/helping/{}/sessions", offered.id)), &()).await;
        assert_eq!(again.refusal(), Refusal::HelpIsOver);
    });
}

#[test]
fn help_ends_by_its_time() {
    on_each_engine(async |world| {
        let (li, wang) = (world.resident("li").await, world.resident("wang").await);
        let offered = offer(&li, &EVERYTHING).await;
        let acting = acting(world, &wang, &offered).await;
        world.clock.set(start().plus_millis(3_599_999));
        assert_eq!(acting.get(&here("/home")).await.status, 200);
        world.clock.set(start().plus_millis(3_600_000));
        assert_eq!(acting.get(&here("/home")).await.refusal(), Refusal::HelpIsOver);
        assert_eq!(page(&li, &offered).await.card.standing, Standing::TimeOver);
        assert_eq!(stop(&li, "help", &offered).await.refusal(), Refusal::HelpIsOver);
        world.clock.set(day(3));
        assert_eq!(acting.get(&here("/home")).await.problem(), ProblemKind::SignedOut);
    });
}

#[test]
fn a_helper_puts_it_aside_and_goes_on_another_time() {
    on_each_engine(async |world| {
        let (li, wang) = (world.resident("li").await, world.resident("wang").await);
        let offered = offer(&li, &EVERYTHING).await;
        let acting = acting(world, &wang, &offered).await;
        assert_eq!(acting.delete(&here("/helping/session")).await.status, 204);
        assert_eq!(acting.get(&here("/home")).await.problem(), ProblemKind::SignedOut);
        let list: HelpingList = wang.get(&here("/helping")).await.ok();
        assert_eq!(list.items[0].resident_name, "li");
        let again = wang.post(&here(&format!("/helping/{}/sessions", offered.id)), &()).await;
        assert_eq!(again.ok::<SignedIn>().me.name, "li");
        // Whoever is not helping has nothing to put aside.
        let nothing = wang.delete(&here("/helping/session")).await;
        assert_eq!(nothing.problem(), ProblemKind::Missing);
    });
}

#[test]
fn a_helper_gives_it_back_for_good() {
    on_each_engine(async |world| {
        let (li, wang) = (world.resident("li").await, world.resident("wang").await);
        let offered = offer(&li, &EVERYTHING).await;
        let acting = acting(world, &wang, &offered).await;
        let left: HelpingList = stop(&wang, "helping", &offered).await.ok();
        assert!(left.items.is_empty());
        assert_eq!(acting.get(&here("/home")).await.refusal(), Refusal::HelpIsOver);
        let standing = page(&li, &offered).await.card.standing;
        assert_eq!(standing, Standing::Ended { at: start(), by: Party::Helper });
    });
}

#[test]
fn a_stranger_sees_nothing_of_it_and_ends_nothing() {
    on_each_engine(async |world| {
        let (li, wang) = (world.resident("li").await, world.resident("wang").await);
        let zhao = world.resident("zhao").await;
        let offered = offer(&li, &EVERYTHING).await;
        acting(world, &wang, &offered).await;
        let path = here(&format!("/help/{}", offered.id));
        // Not even the helper reads the resident's log.
        for stranger in [&zhao, &wang] {
            assert_eq!(stranger.get(&path).await.problem(), ProblemKind::Missing);
            assert_eq!(stop(stranger, "help", &offered).await.problem(), ProblemKind::Missing);
        }
        for stranger in [&zhao, &li] {
            assert_eq!(stop(stranger, "helping", &offered).await.problem(), ProblemKind::Missing);
            let go_on = here(&format!("/helping/{}/sessions", offered.id));
            assert_eq!(stranger.post(&go_on, &()).await.problem(), ProblemKind::Missing);
        }
        assert!(zhao.get(&here("/help")).await.ok::<HelpList>().items.is_empty());
        assert_eq!(page(&li, &offered).await.card.standing, Standing::Running);
    });
}

#[test]
fn two_help_at_once_and_each_has_a_log_of_its_own() {
    on_each_engine(async |world| {
        let li = world.resident("li").await;
        let contest = world.collecting().await;
        let theirs = world.propose(&world.resident("zhao").await, contest, "修路").await;
        let one = offer(&li, &[Scope::Propose]).await;
        let wang = acting(world, &world.resident("wang").await, &one).await;
        let other = offer(&li, &[Scope::CoSign]).await;
        let staff = acting(world, &world.organiser().await, &other).await;
        let id = world.propose(&wang, contest, "加灯").await;
        let co_sign = huiyin_domain::proposals::Command::CoSign;
        let path = proposal_at(theirs, "/commands");
        assert_eq!(staff.post(&path, &co_sign).await.status, 200);

        let log: Vec<_> = page(&li, &one).await.log.into_iter().map(|line| line.event).collect();
        let form = offer_form(&[Scope::Propose], Lasting::OneHour);
        let until = start().plus_millis(3_600_000);
        assert_eq!(
            log,
            [
                Event::Acted { act: Act::Submitted { proposal: ProposalId(id) } },
                Event::Taken { helper: Helper::Resident { id: ResidentId(1) } },
                Event::Offered { scopes: form.scopes, until, consent: Consent::Tapped },
            ]
        );
        let log = page(&li, &other).await.log;
        let act = Act::CoSigned { proposal: ProposalId(theirs) };
        assert_eq!(log[0].event, Event::Acted { act });
        assert_eq!(log[1].event, Event::Taken { helper: Helper::Staff { id: StaffId(1) } });
        // One is stopped; the other goes on.
        assert_eq!(stop(&li, "help", &one).await.status, 200);
        assert_eq!(wang.get(&here("/home")).await.refusal(), Refusal::HelpIsOver);
        assert_eq!(staff.get(&here("/home")).await.status, 200);
    });
}

#[test]
fn no_more_than_three_help_one_resident_at_once() {
    on_each_engine(async |world| {
        let li = world.resident("li").await;
        for name in ["wang", "zhao", "qian"] {
            let offered = offer(&li, &[Scope::Follow]).await;
            acting(world, &world.resident(name).await, &offered).await;
        }
        let form = offer_form(&[Scope::Follow], Lasting::Today);
        let refusal = li.post(&here("/help"), &form).await.refusal();
        assert_eq!(refusal, Refusal::TooManyHelpers { max: 3 });
    });
}
