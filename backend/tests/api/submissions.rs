//! How something is said, asked of and looked at in the stories of feedback.

use huiyin_backend::store::StoreError;
use huiyin_backend::store::events::{self, StoredEvent};
use huiyin_domain::feedback::wire::{
    LedgerPage, MyEchoes, OwedList, SubmissionCard, SubmissionPage, Taken,
};
use huiyin_domain::feedback::{
    self, AnswerForm, BuiltForm, Command, Event, Opinion, OpinionForm, Owner, ReasonCode,
    RequestForm, Said, Satisfaction, Submission, VerdictKind,
};
use huiyin_domain::ids::{DepartmentId, PlaceId, SubmissionId};
use huiyin_domain::time::Moment;

use crate::people::{Answer, Person, here};
use crate::world::World;

/// The property company.
pub(crate) const PROPERTY: Owner = Owner::Department { id: DepartmentId(1) };
/// Those who keep the streets in order.
pub(crate) const ORDER: Owner = Owner::Department { id: DepartmentId(2) };

pub(crate) fn at(id: u32, rest: &str) -> String {
    here(&format!("/feedback/{id}{rest}"))
}

pub(crate) fn form(words: &str) -> OpinionForm {
    OpinionForm {
        words: words.into(),
        requests: "修好楼道灯\n换成声控灯".into(),
        place: Some(PlaceId(1)),
        ..OpinionForm::default()
    }
}

pub(crate) fn said(words: &str) -> Said {
    Said::parse(words).expect("the office of the stories says little")
}

pub(crate) fn opinion(words: &str) -> Opinion {
    Opinion::parse(words).expect("residents of the stories say little")
}

pub(crate) fn acknowledge() -> Command {
    Command::Acknowledge { words: "收到了，今天去看。".into() }
}

pub(crate) fn pass_on(to: Owner) -> Command {
    Command::PassOn { to, reason: said("由他们负责。") }
}

pub(crate) fn confirm() -> Command {
    Command::Confirm { satisfaction: Satisfaction::Content, told: None }
}

pub(crate) fn appeal() -> Command {
    Command::Appeal { words: opinion("楼上的灯也要修。"), told: None }
}

pub(crate) fn reopen() -> Command {
    Command::Reopen { words: opinion("灯又不亮了。"), told: None }
}

pub(crate) fn done() -> RequestForm {
    RequestForm { is_done: Some(true), ..RequestForm::default() }
}

pub(crate) fn not_done() -> RequestForm {
    RequestForm {
        is_done: Some(false),
        code: Some(ReasonCode::NoMoney),
        words: "今年没有这笔钱。".into(),
    }
}

/// An answer of this kind, with everything that any of them needs.
pub(crate) fn answer(kind: VerdictKind, day: &str) -> AnswerForm {
    AnswerForm {
        verdict: Some(kind),
        words: "下周请电工来修。".into(),
        code: Some(ReasonCode::NeedsTime),
        day: day.into(),
        into: String::new(),
        requests: vec![done(), not_done()],
    }
}

pub(crate) fn adopt(day: &str) -> Command {
    Command::Answer { form: answer(VerdictKind::Adopted, day) }
}

pub(crate) fn decline() -> Command {
    Command::Answer { form: answer(VerdictKind::NotAdopted, "") }
}

pub(crate) fn deliver() -> Command {
    let (words, requests) = ("灯修好了。".into(), vec![done(), done()]);
    Command::Deliver { form: BuiltForm { words, photos: Vec::new(), requests } }
}

impl World {
    /// Somebody says something about the lamp in the stairs.
    pub(crate) async fn say(&self, person: &Person, words: &str) -> u32 {
        let taken: Taken = person.post(&here("/feedback"), &form(words)).await.ok();
        taken.id.0
    }

    pub(crate) async fn submission(&self, person: &Person, id: u32) -> SubmissionPage {
        person.get(&at(id, "")).await.ok()
    }

    /// What somebody asks of a submission, at the version it has.
    pub(crate) async fn ask(&self, person: &Person, id: u32, command: &Command) -> Answer {
        let version = self.submission(person, id).await.submission.version.0;
        person.command(&at(id, "/commands"), version, command).await
    }

    /// The same, where it must come to pass.
    pub(crate) async fn act(&self, person: &Person, id: u32, command: &Command) -> SubmissionPage {
        self.ask(person, id, command).await.ok()
    }

    pub(crate) async fn echoes(&self, person: &Person) -> MyEchoes {
        person.get(&here("/feedback/mine")).await.ok()
    }

    pub(crate) async fn owed(&self, person: &Person, query: &str) -> OwedList {
        person.get(&here(&format!("/feedback/owed{query}"))).await.ok()
    }

    pub(crate) async fn ledger(&self, query: &str) -> LedgerPage {
        self.guest().get(&here(&format!("/ledger{query}"))).await.ok()
    }

    /// What stands in the record of a submission.
    pub(crate) fn record_of(&self, id: u32) -> Vec<StoredEvent> {
        let stream = format!("submission/{id}");
        let events = self.store.read_now(move |tx| events::of_stream(tx, 1, &stream));
        let events: Result<_, StoreError> = events;
        events.expect("the record can be read")
    }

    /// The record of a submission holds, and replaying it gives what is stored.
    pub(crate) fn assert_replayed(&self, id: u32) {
        let record = self.record_of(id);
        events::verify_stream(&record).expect("nobody has edited the past");
        let read = |stored: &StoredEvent| -> Event {
            serde_json::from_str(&stored.body).expect("events are read as they were written")
        };
        let Event::Sent(sent) = read(&record[0]) else { panic!("it begins with being sent") };
        let mut replayed = feedback::begin(SubmissionId(id), &sent);
        for stored in &record[1..] {
            let at = Moment::from_millis(stored.at_ms);
            replayed = feedback::apply(&replayed, &read(stored), at);
        }
        assert_eq!(replayed, self.stored(id));
    }

    /// A submission as it stands in the table.
    pub(crate) fn stored(&self, id: u32) -> Submission {
        let sql = "SELECT state FROM submissions WHERE submission_id = $1";
        let row = self.store.read_now(move |tx| tx.first(sql, huiyin_backend::store::params![id]));
        let row: Result<_, StoreError> = row;
        let row = row.expect("the query is right").expect("it is there");
        serde_json::from_str(row.text(0).expect("it is text")).expect("it is a submission")
    }
}

/// The numbers on a list.
pub(crate) fn numbers(cards: &[SubmissionCard]) -> Vec<u32> {
    cards.iter().map(|card| card.id.0).collect()
}
