//! Stories of moderation about words that stand alone: objections, and what residents say of the
//! work of a project.

use huiyin_domain::contests::Phase;
use huiyin_domain::delivery::wire::ProjectPage;
use huiyin_domain::delivery::{Command as Works, Says};
use huiyin_domain::ids::{ObjectionId, ProposalId};
use huiyin_domain::moderation::wire::{CaseList, CasePage, Reported, Standing};
use huiyin_domain::moderation::{About, Command, ModerationRefusal, VoiceRef};
use huiyin_domain::objections::wire::{ObjectionPage, ObjectionsPage};
use huiyin_domain::objections::{Against, AnswerForm, ObjectionForm};
use huiyin_domain::problems::ProblemKind;
use huiyin_domain::refusals::Refusal;
use huiyin_domain::time::DAY_MS;

use crate::delivery::{act, at, begin, won};
use crate::lifecycle::differences;
use crate::moderation::{BAD, ask, hide, report_of, restore};
use crate::people::{Answer, Person, here};
use crate::submissions::{self, said};
use crate::votes::{contest_at, reason};
use crate::world::on_each_engine;

async fn report(person: &Person, about: About) -> Answer {
    person.post(&here("/moderation/reports"), &report_of(about)).await
}

#[test]
fn a_hidden_objection_is_read_by_whoever_answers_it_alone_and_comes_back_whole() {
    on_each_engine(async |world| {
        let vote = world.reviewed().await;
        world.enter(vote.contest, &[Phase::Notice]).await;
        let (li, zhao) = (world.resident("li").await, world.resident("zhao").await);
        let (guest, office) = (world.guest(), world.organiser().await);
        let path = contest_at(vote.contest, "/objections");
        let form = ObjectionForm { against: Some(Against::Rules), words: BAD.to_owned() };
        let page: ObjectionsPage = li.post(&path, &form).await.ok();
        let id = page.items[0].id;
        let about = About::Objection(id);
        let reported: Reported = report(&zhao, about).await.ok();
        let twice = report(&zhao, about).await.refusal();
        assert_eq!(twice, Refusal::Moderation { why: ModerationRefusal::ReportedAlready });
        assert!(guest.get(&path).await.text().contains(BAD), "not yet decided");
        let case = reported.case.0;
        let page: CasePage = ask(&office, case, &hide()).await.ok();
        assert_eq!((page.row.about, page.said.as_deref()), (about, Some(BAD)));

        for person in [&guest, &zhao, &li] {
            let seen = person.get(&path).await;
            assert!(!seen.text().contains(BAD), "{}", seen.text());
            let page: ObjectionsPage = seen.ok();
            assert!(page.items[0].said.contains("骂了人。"), "it says that, and why");
            assert_eq!(page.items[0].veils.len(), 1);
        }
        let log = guest.get(&here("/moderation")).await;
        assert!(!log.text().contains(BAD));
        assert_eq!(log.ok::<CaseList>().items[0].about, about);
        let one = here(&format!("/objections/{id}"));
        let page: ObjectionPage = office.get(&one).await.ok();
        assert_eq!(page.objection.said, BAD, "the office has it to answer");

        // Its author alone may say that this was wrong, and still reads it.
        let plea = Command::Appeal { words: reason("我没有骂人。") };
        let no = ask(&zhao, case, &plea).await.refusal();
        assert_eq!(no, Refusal::Moderation { why: ModerationRefusal::NotTheAuthor });
        let page: CasePage = ask(&li, case, &plea).await.ok();
        assert_eq!((page.row.standing, page.said.as_deref()), (Standing::Appealed, Some(BAD)));
        let form = AnswerForm {
            upheld: Some(false),
            words: "规则没有错".to_owned(),
            ..AnswerForm::default()
        };
        assert_eq!(office.post(&format!("{one}/answer"), &form).await.status, 200);
        assert!(!guest.get(&path).await.text().contains(BAD), "an answer brings nothing back");
        let _: CasePage = ask(&office, case, &restore()).await.ok();
        let page: ObjectionsPage = guest.get(&path).await.ok();
        assert_eq!((page.items[0].said.as_str(), page.items[0].veils.len()), (BAD, 0));
        assert!(page.items[0].answer.is_some());
        assert_eq!(world.number("SELECT COUNT(*) FROM hidden_words"), 0);
    });
}

#[test]
fn a_hidden_word_on_a_project_still_counts_and_comes_back_whole() {
    on_each_engine(async |world| {
        let (_, id) = won(world).await;
        let page: ProjectPage = begin(world, id).await.ok();
        let (li, zhao) = (world.resident("li").await, world.resident("zhao").await);
        let (guest, office) = (world.guest(), world.organiser().await);
        let until = page.now.plus_millis(7 * DAY_MS).in_china().date();
        let finish = Works::Finish { words: said("装好了"), photos: Vec::new(), until };
        act(&office, id, &finish).await;
        let says = Says::NotDone { words: said(BAD) };
        act(&li, id, &Works::Say { says: says.clone() }).await;
        act(&zhao, id, &Works::Say { says: Says::Done { words: None } }).await;

        let voice = |n| About::Voice(VoiceRef { project: ProposalId(id), n });
        let reported: Reported = report(&zhao, voice(1)).await.ok();
        let page: CasePage = ask(&office, reported.case.0, &hide()).await.ok();
        assert_eq!((page.row.about, page.said.as_deref()), (voice(1), Some(BAD)));
        for person in [&guest, &zhao, &li] {
            let seen = person.get(&at(id, "")).await;
            assert!(!seen.text().contains(BAD), "{}", seen.text());
            let page: ProjectPage = seen.ok();
            assert_eq!((page.n_done, page.n_not_done, page.n_unanswered), (1, 1, 1));
            let row = page.voices.iter().find(|row| row.n == 1).unwrap();
            assert_eq!(row.veils.len(), 1);
        }
        let page = act(&office, id, &Works::Answer { n: 1, words: said("明天补上") }).await;
        let row = page.voices.iter().find(|row| row.n == 1).unwrap();
        assert_eq!(row.says, says, "the office has it to answer");
        assert!(!guest.get(&at(id, "")).await.text().contains(BAD));
        assert_eq!(differences(world), []);

        let _: CasePage = ask(&office, reported.case.0, &restore()).await.ok();
        let page: ProjectPage = guest.get(&at(id, "")).await.ok();
        let row = page.voices.iter().find(|row| row.n == 1).unwrap();
        assert_eq!((&row.says, row.veils.len(), row.answer.is_some()), (&says, 0, true));
        assert_eq!(world.number("SELECT COUNT(*) FROM hidden_words"), 0);
        assert_eq!(differences(world), []);
    });
}

#[test]
fn a_hidden_word_of_the_author_is_hidden_also_where_it_opened_the_promise_again() {
    on_each_engine(async |world| {
        let (_, id) = won(world).await;
        let page: ProjectPage = begin(world, id).await.ok();
        let (wang, zhao) = (world.resident("wang").await, world.resident("zhao").await);
        let (guest, office) = (world.guest(), world.organiser().await);
        let until = page.now.plus_millis(7 * DAY_MS).in_china().date();
        let finish = Works::Finish { words: said("装好了"), photos: Vec::new(), until };
        act(&office, id, &finish).await;
        act(&zhao, id, &Works::Say { says: Says::Done { words: None } }).await;
        act(&wang, id, &Works::Say { says: Says::NotDone { words: said(BAD) } }).await;

        let (page, chain) = (submissions::at(id, ""), submissions::at(id, "/chain"));
        let inbox = here("/notices");
        let read = [(&guest, &page), (&guest, &chain), (&wang, &page), (&zhao, &inbox)];
        for (person, path) in read {
            assert!(person.get(path).await.text().contains(BAD), "{path}: not yet decided");
        }
        let about = About::Voice(VoiceRef { project: ProposalId(id), n: 2 });
        let reported: Reported = report(&zhao, about).await.ok();
        let _: CasePage = ask(&office, reported.case.0, &hide()).await.ok();
        for (person, path) in read {
            let seen = person.get(path).await;
            assert!(!seen.text().contains(BAD), "{path}: {}", seen.text());
            assert!(seen.text().contains("骂了人。"), "{path} says that, and why");
        }
        assert_eq!(differences(world), []);
        let _: CasePage = ask(&office, reported.case.0, &restore()).await.ok();
        for (person, path) in read {
            assert!(person.get(path).await.text().contains(BAD), "{path}: it is back");
        }
    });
}

#[test]
fn what_is_not_there_or_says_nothing_is_not_reported() {
    on_each_engine(async |world| {
        let li = world.resident("li").await;
        let nothing = VoiceRef { project: ProposalId(9), n: 1 };
        for about in [About::Objection(ObjectionId(9)), About::Voice(nothing)] {
            assert_eq!(report(&li, about).await.problem(), ProblemKind::Missing);
            assert_eq!(report(&world.guest(), about).await.refusal(), Refusal::SignInFirst);
        }
    });
}
