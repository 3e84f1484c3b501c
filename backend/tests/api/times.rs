//! Times: when residents can usually come, said by themselves or entered for them.

use huiyin_domain::channels::Channel;
use huiyin_domain::entering::TimesEntry;
use huiyin_domain::ids::ResidentId;
use huiyin_domain::problems::FieldFault;
use huiyin_domain::refusals::Refusal;
use huiyin_domain::times::{Attend, TimesForm, TimesPage, WeekTime, WeekTimes, When};
use serde_json::json;

use crate::entering::{day_of, on_paper};
use crate::people::{Person, fresh_key, here};
use crate::world::{day, on_each_engine, start};

fn marked(times: &[&str]) -> TimesForm {
    let times = times.iter().map(|name| WeekTime::parse(name).unwrap()).collect();
    TimesForm { when: Some(When::At), times, attend: Some(Attend::InPerson) }
}

fn never() -> TimesForm {
    TimesForm { when: Some(When::Never), ..TimesForm::default() }
}

async fn read(person: &Person) -> TimesPage {
    person.get(&here("/times")).await.ok()
}

#[test]
fn a_resident_says_when_they_can_come_and_changes_it_at_any_time() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let li = world.resident("li").await;
        assert_eq!(read(&wang).await.kept, None);
        let form = marked(&["wednesday-evening", "saturday-morning"]);
        let said: TimesPage = wang.post(&here("/times"), &form).await.ok();
        assert_eq!(read(&wang).await, said);
        let kept = said.kept.unwrap();
        assert_eq!((kept.channel, kept.at), (Channel::App, start()));
        assert_eq!(Ok(kept.times), form.parse());
        assert_eq!(li.post(&here("/times"), &never()).await.status, 200);
        world.clock.set(day(3));
        assert_eq!(wang.post(&here("/times"), &never()).await.status, 200);
        assert_eq!(read(&wang).await.kept.unwrap().times, WeekTimes::Never);
        // Changing one's own answer touches nobody else's.
        assert_eq!(read(&li).await.kept.unwrap().at, start());
        assert_eq!(world.number("SELECT COUNT(*) FROM week_times"), 2);
    });
}

#[test]
fn guests_and_staff_have_no_times_of_their_own() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let asked = [(world.guest(), Refusal::SignInFirst), (organiser, Refusal::ResidentsOnly)];
        for (person, refusal) in asked {
            assert_eq!(person.get(&here("/times")).await.refusal(), refusal);
            assert_eq!(person.post(&here("/times"), &never()).await.refusal(), refusal);
        }
    });
}

#[test]
fn an_answer_sent_twice_is_one_answer() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let key = fresh_key();
        for _ in 0..2 {
            let answer = wang.post_with_key(&here("/times"), &never(), &key).await;
            assert_eq!(answer.status, 200);
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM events WHERE stream = 'times/1'"), 1);
    });
}

#[test]
fn what_is_not_answered_is_told_with_its_field() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let faults = async |form: &TimesForm| wang.post(&here("/times"), form).await.faults();
        let nothing = FieldFault::NothingChosen;
        let empty = faults(&TimesForm::default()).await;
        assert_eq!(empty, [("times".to_owned(), nothing.clone())]);
        let form = TimesForm { attend: None, ..marked(&["sunday-evening"]) };
        assert_eq!(faults(&form).await, [("attend".to_owned(), nothing)]);
        // Nobody can be asked to come in working hours.
        let at_work = json!({ "when": "at", "times": ["monday-morning"], "attend": "online" });
        assert_eq!(wang.post(&here("/times"), &at_work).await.status, 400);
    });
}

#[test]
fn the_office_enters_times_and_a_newer_answer_stands() {
    on_each_engine(async |world| {
        world.clock.set(day(5));
        let organiser = world.organiser().await;
        let wang = world.resident("wang").await;
        let path = here("/times/entered");
        let entry = |received| TimesEntry {
            resident: ResidentId(1),
            received,
            form: marked(&["sunday-evening"]),
        };
        let on_day_3: TimesPage = organiser.post(&path, &entry(on_paper(day(3)))).await.ok();
        let kept = read(&wang).await.kept.unwrap();
        assert_eq!(kept.channel, Channel::Paper);
        assert_eq!(day_of(kept.at), day_of(day(3)));
        assert_eq!(on_day_3.kept, Some(kept));
        assert_eq!(wang.post(&here("/times"), &never()).await.status, 200);
        // A paper from before lies on the desk; what the resident said since stands.
        let refusal = organiser.post(&path, &entry(on_paper(day(4)))).await.refusal();
        assert_eq!(refusal, Refusal::NewerAnswer { on: day_of(day(5)) });
        assert_eq!(read(&wang).await.kept.unwrap().times, WeekTimes::Never);
        let future = organiser.post(&path, &entry(on_paper(day(6)))).await.faults();
        assert_eq!(future, [("received".to_owned(), FieldFault::Date)]);
        let asked = [(world.guest(), Refusal::SignInFirst), (wang, Refusal::OrganiserOnly)];
        for (person, refusal) in asked {
            let answer = person.post(&path, &entry(on_paper(day(5)))).await;
            assert_eq!(answer.refusal(), refusal);
        }
    });
}
