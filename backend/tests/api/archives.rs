//! Archives: what of a finished contest is taken along, projects and objections with it.

use huiyin_backend::archive::{Answers, Found};
use huiyin_backend::here::Here;
use huiyin_domain::contests::{Command as Contests, Phase};
use huiyin_domain::delivery::Command;
use huiyin_domain::delivery::wire::{ProjectList, ProjectPage};
use huiyin_domain::ids::{CommunityId, ContestId};
use huiyin_domain::objections::wire::{ObjectionPage, ObjectionsPage};
use huiyin_domain::objections::{Against, AnswerForm, ObjectionForm};
use huiyin_domain::proposals::wire::PhotoStored;
use huiyin_domain::residents::Viewer;
use serde::de::DeserializeOwned;

use crate::delivery::{act, begin, pay};
use crate::people::here;
use crate::photos::png;
use crate::submissions::said;
use crate::votes::{Voter, contest_at};
use crate::world::{World, on_each_engine};

/// What an archive of this contest would hold now.
fn archive(world: &World, contest: u32) -> Box<Answers> {
    let here = Here::new(CommunityId(1), Viewer::Guest, world.clock.now());
    let id = ContestId(contest);
    let found = world.store.read_now(move |tx| Answers::collect(tx, &here, "wutong", id));
    match found.unwrap() {
        Found::Finished(answers) => answers,
        Found::NotFinished { phase } => panic!("it is in the phase {phase:?}"),
    }
}

fn read<T: DeserializeOwned>(answers: &Answers, file: &str) -> T {
    serde_json::from_slice(&answers.files[file]).unwrap()
}

/// Li objects to the result, and the office answers.
async fn object(world: &World, contest: u32) {
    let (against, words) = (Some(Against::Result), "计票过程没有贴出来".to_owned());
    let form = ObjectionForm { against, words };
    let path = contest_at(contest, "/objections");
    let page: ObjectionsPage = world.resident("li").await.post(&path, &form).await.ok();
    let answer = here(&format!("/objections/{}/answer", page.items[0].id));
    let (upheld, words) = (Some(false), "都在公告栏里".to_owned());
    let form = AnswerForm { upheld, words, ..AnswerForm::default() };
    let _: ObjectionPage = world.organiser().await.post(&answer, &form).await.ok();
}

#[test]
fn an_archive_takes_projects_with_their_photos_and_objections_with_their_answers() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let [first, ..] = vote.proposals;
        Voter::new(1).vote(world, "li", &vote, &[first]).await;
        world.enter(vote.contest, &[Phase::Counting]).await;
        for command in [Contests::Count, Contests::Publish] {
            assert_eq!(world.organise(vote.contest, &command).await.status, 200);
        }
        object(world, vote.contest).await;
        world.enter(vote.contest, &[Phase::Results]).await;
        let none: ProjectList = read(&archive(world, vote.contest), "projects.json");
        assert_eq!(none.items, [], "what is not begun yet is no project");

        let begun: ProjectPage = begin(world, first).await.ok();
        let office = world.organiser().await;
        let photo: PhotoStored =
            office.upload(&here("/photos"), "image/png", png(64, 48)).await.ok();
        let (words, photos) = (said("扶手到了"), vec![photo.id.clone()]);
        act(&office, first, &Command::Report { words, photos, reached: Some(1) }).await;
        act(&office, first, &pay(100, begun.now.in_china().date())).await;

        let answers = archive(world, vote.contest);
        let list: ProjectList = read(&answers, "projects.json");
        assert_eq!(list.items.len(), 1);
        let page: ProjectPage = read(&answers, &format!("projects/{first}.json"));
        assert_eq!((page.reports[0].photos.len(), page.entries.len()), (1, 1));
        assert!(page.plan[0].reached.is_some() && page.offers.is_empty());
        assert!(answers.photos.contains(&photo.id), "the pictures of the work come along");
        let file = format!("contests/{}/objections.json", vote.contest);
        let objections: ObjectionsPage = read(&answers, &file);
        let [objection] = &objections.items[..] else { panic!("one objected") };
        assert_eq!(objection.answer.as_ref().unwrap().words.as_str(), "都在公告栏里");
        for shown in ["projects".to_owned(), format!("projects/{first}"), file.replace(".json", "")]
        {
            assert!(answers.pages.contains(&shown), "{shown} can be opened");
        }
    });
}
