//! What residents send: taken in, asked of by whoever may, refused to everybody else in words.

use huiyin_domain::channels::Channel;
use huiyin_domain::feedback::wire::Mine;
use huiyin_domain::feedback::{
    Command, Kind, Offer, OpinionForm, Satisfaction, SendAs, StageKind, Theme, VerdictKind,
};
use huiyin_domain::helping::wire::HelpPage;
use huiyin_domain::helping::{Act, Event, Scope};
use huiyin_domain::ids::{PlaceId, SubmissionId, Version};
use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::proposals::PhotoId;
use huiyin_domain::refusals::Refusal;
use huiyin_domain::words::WordsProblem;
use serde_json::json;

use crate::helping::{acting, offer};
use crate::people::{fresh_key, here};
use crate::submissions::{ORDER, PROPERTY};
use crate::submissions::{
    acknowledge, adopt, answer, appeal, at, confirm, decline, deliver, form, opinion, pass_on,
    reopen, said,
};
use crate::world::{day, on_each_engine};

#[test]
fn an_opinion_is_taken_in_with_its_number_and_everybody_reads_it() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let id = world.say(&wang, "楼道灯坏了三个月。晚上看不见。").await;
        let page = world.submission(&world.guest(), id).await;
        assert_eq!(page.submission.content.title.as_str(), "楼道灯坏了三个月");
        assert_eq!((page.submission.kind, page.submission.channel), (Kind::Opinion, Channel::App));
        assert_eq!((page.author_name.as_deref(), page.is_mine), (Some("wang"), false));
        assert_eq!(page.names.departments.len(), 2);
        assert_eq!(page.chain_head.len(), 64);
        let mine = world.submission(&wang, id).await;
        assert_eq!((mine.is_mine, mine.offers), (true, vec![Offer::Withdraw]));
        // Neither the document nor the record's facts say who it was.
        let state = serde_json::to_string(&world.stored(id)).unwrap();
        let body = &world.record_of(id)[0].body;
        for text in [&state, body] {
            assert!(!text.contains("wang") && !text.contains("author"), "{text}");
        }
    });
}

#[test]
fn only_residents_send_and_a_lost_answer_can_be_asked_for_again() {
    on_each_engine(async |world| {
        let path = here("/feedback");
        let guest = world.guest().post(&path, &form("灯坏了")).await;
        assert_eq!((guest.status.as_u16(), guest.refusal()), (401, Refusal::SignInFirst));
        let staff = world.organiser().await.post(&path, &form("灯坏了")).await;
        assert_eq!((staff.status.as_u16(), staff.refusal()), (403, Refusal::ResidentsOnly));
        let (wang, key) = (world.resident("wang").await, fresh_key());
        let first = wang.post_with_key(&path, &form("灯坏了"), &key).await;
        let again = wang.post_with_key(&path, &form("灯坏了"), &key).await;
        assert_eq!((first.status.as_u16(), &first.body), (201, &again.body));
        assert_eq!(world.number("SELECT COUNT(*) FROM submissions"), 1);
    });
}

#[test]
fn what_cannot_be_taken_is_told_with_its_field() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let faults = wang.post(&here("/feedback"), &OpinionForm::default()).await.faults();
        let empty = FieldFault::Words(WordsProblem::Empty);
        let nowhere = ("where_words".to_owned(), FieldFault::NothingChosen);
        assert_eq!(faults, [("words".to_owned(), empty), nowhere]);
        let elsewhere = OpinionForm { place: Some(PlaceId(99)), ..form("灯坏了") };
        let faults = wang.post(&here("/feedback"), &elsewhere).await.faults();
        assert_eq!(faults, [("place".to_owned(), FieldFault::NothingChosen)]);
        let photos = vec![PhotoId("0".repeat(64))];
        let unseen = OpinionForm { photos, ..form("灯坏了") };
        let faults = wang.post(&here("/feedback"), &unseen).await.faults();
        assert_eq!(faults, [("photos".to_owned(), FieldFault::UnknownPhoto)]);
        assert_eq!(wang.get(&at(7, "")).await.problem(), ProblemKind::Missing);
    });
}

#[test]
fn topics_and_proposals_outside_contests_are_promised_an_answer_too() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        for (sent_as, kind) in [(SendAs::Topic, Kind::Topic), (SendAs::Proposal, Kind::Proposal)] {
            let form = OpinionForm { sent_as, ..form("西门开到几点？") };
            let taken = wang.post(&here("/feedback"), &form).await.json();
            let id = u32::try_from(taken["id"].as_u64().unwrap()).unwrap();
            let page = world.submission(&wang, id).await;
            assert_eq!(page.submission.kind, kind);
            assert!(page.submission.owes().is_some());
        }
    });
}

#[test]
fn strangers_are_refused_whatever_they_ask() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let id = world.say(&wang, "灯坏了").await;
        let words = [confirm(), appeal(), reopen(), Command::Withdraw];
        let acts = [
            acknowledge(),
            Command::Sort { theme: Theme::Repairs, place: None },
            pass_on(PROPERTY),
            adopt("2026-09-08"),
            Command::Uphold { words: "不变。".into() },
            Command::Report { words: said("去看过了。"), photos: Vec::new() },
            deliver(),
            Command::CloseWithoutAuthor { words: said("到此为止。") },
        ];
        let li = world.resident("li").await;
        let other = world.reviewer(1).await;
        for command in words.iter().chain(&acts) {
            let guest = world.ask(&world.guest(), id, command).await;
            assert_eq!(guest.refusal(), Refusal::SignInFirst, "{command:?}");
        }
        for command in &words {
            for person in [&li, &other] {
                let refusal = world.ask(person, id, command).await.refusal();
                assert_eq!(refusal, Refusal::NotYourSubmission, "{command:?}");
            }
        }
        for command in &acts {
            let refusal = world.ask(&li, id, command).await.refusal();
            assert_eq!(refusal, Refusal::StaffOnly, "{command:?}");
            let refusal = world.ask(&other, id, command).await.refusal();
            let expected = [Refusal::NotYourDuty, Refusal::OrganiserOnly];
            assert!(expected.contains(&refusal), "{command:?}: {refusal:?}");
        }
        assert_eq!(world.stored(id).version, Version::FIRST);
        assert_eq!(world.record_of(id).len(), 1);
    });
}

#[test]
fn at_the_wrong_stage_and_twice_every_command_says_where_it_stands() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let id = world.say(&wang, "灯坏了").await;
        let refused = async |command: &Command| {
            let by = match command {
                Command::Confirm { .. }
                | Command::Appeal { .. }
                | Command::Reopen { .. }
                | Command::Withdraw => &wang,
                _ => &organiser,
            };
            world.ask(by, id, command).await.refusal()
        };
        let not_now = |stage| Refusal::FeedbackNotAtThisStage { stage };
        let waiting = StageKind::Waiting;
        let uphold = Command::Uphold { words: "不变。".into() };
        let early = [confirm(), appeal(), reopen(), uphold.clone(), deliver()];
        for command in &early {
            assert_eq!(refused(command).await, not_now(waiting), "{command:?}");
        }
        world.act(&organiser, id, &acknowledge()).await;
        assert_eq!(refused(&acknowledge()).await, Refusal::FirstAnswerGiven);
        world.act(&organiser, id, &pass_on(PROPERTY)).await;
        assert_eq!(refused(&pass_on(PROPERTY)).await, Refusal::AlreadyTheirs);
        world.act(&organiser, id, &decline()).await;
        assert_eq!(refused(&decline()).await, not_now(StageKind::Answered));
        world.act(&wang, id, &appeal()).await;
        assert_eq!(refused(&appeal()).await, Refusal::AppealedAlready);
        world.act(&organiser, id, &uphold).await;
        assert_eq!(refused(&uphold).await, not_now(StageKind::Answered));
        world.act(&wang, id, &Command::Withdraw).await;
        let withdrawn = not_now(StageKind::Withdrawn);
        for command in [Command::Withdraw, confirm(), deliver(), pass_on(ORDER)] {
            assert_eq!(refused(&command).await, withdrawn, "{command:?}");
        }
        world.assert_replayed(id);
    });
}

#[test]
fn no_answer_goes_out_without_its_reason_its_day_or_as_a_template() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let id = world.say(&wang, "灯坏了").await;
        let ask = async |form| world.ask(&organiser, id, &Command::Answer { form }).await;
        let mut without = answer(VerdictKind::NotAdopted, "");
        (without.code, without.words) = (None, String::new());
        let empty = FieldFault::Words(WordsProblem::Empty);
        let expected = [("words".into(), empty), ("code".into(), FieldFault::NothingChosen)];
        assert_eq!(ask(without).await.faults(), expected);
        let mut template = answer(VerdictKind::Adopted, "2026-09-08");
        template.words = "您好，我们会在【日期】前修好。".into();
        assert_eq!(ask(template).await.faults(), [("words".into(), FieldFault::Unfilled)]);
        let mut nowhere = answer(VerdictKind::MergedInto, "");
        nowhere.into = "99".into();
        let faults = ask(nowhere).await.faults();
        assert_eq!(faults, [("into".to_owned(), FieldFault::UnknownSubmission)]);
        let mut itself = answer(VerdictKind::MergedInto, "");
        itself.into = id.to_string();
        assert_eq!(ask(itself).await.refusal(), Refusal::WouldGoInCircles);
        // The national holiday is no day on which anything is due.
        let holiday = ask(answer(VerdictKind::Adopted, "2026-10-01")).await.refusal();
        assert!(matches!(holiday, Refusal::NotAWorkday { .. }), "{holiday:?}");
        let due = huiyin_domain::time::parse_day("2026-09-26").unwrap();
        let extend = Command::Extend { due, reason: said("等配件。") };
        let holiday = world.ask(&organiser, id, &extend).await.refusal();
        assert!(matches!(holiday, Refusal::NotAWorkday { .. }), "{holiday:?}");
        let words = "【称呼】，收到了。".to_owned();
        let template = world.ask(&organiser, id, &Command::Acknowledge { words }).await;
        assert_eq!(template.faults(), [("words".to_owned(), FieldFault::Unfilled)]);
        assert_eq!(world.record_of(id).len(), 1);
    });
}

#[test]
fn two_who_answer_at_once_do_not_both() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let id = world.say(&wang, "灯坏了").await;
        world.act(&world.organiser().await, id, &pass_on(PROPERTY)).await;
        let (one, other) = (world.reviewer(1).await, world.organiser().await);
        let version = world.submission(&one, id).await.submission.version.0;
        let path = at(id, "/commands");
        assert_eq!(one.command(&path, version, &adopt("2026-09-08")).await.status, 200);
        let late = other.command(&path, version, &decline()).await;
        assert_eq!(late.refusal(), Refusal::Stale { found: Version(version + 1) });
        let unnamed = other.post(&path, &decline()).await;
        assert!(matches!(unnamed.problem(), ProblemKind::Malformed { .. }));
        assert_eq!(world.record_of(id).len(), 3);
    });
}

#[test]
fn an_appeal_after_its_days_is_refused_and_says_which_was_the_last() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let id = world.say(&wang, "灯坏了").await;
        let page = world.act(&world.organiser().await, id, &decline()).await;
        let until = page.submission.stage.appeal_until().unwrap();
        world.clock.set(day(30));
        let refusal = world.ask(&wang, id, &appeal()).await.refusal();
        assert_eq!(refusal, Refusal::AppealTooLate { until });
        // The answer itself can still be taken.
        assert_eq!(world.ask(&wang, id, &confirm()).await.status, 200);
    });
}

#[test]
fn neighbours_follow_it_and_see_it_among_their_own() {
    on_each_engine(async |world| {
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let id = world.say(&wang, "灯坏了").await;
        let path = at(id, "/follow");
        let follow = json!({ "follows": true });
        let page: huiyin_domain::feedback::wire::SubmissionPage =
            li.post(&path, &follow).await.ok();
        assert_eq!((page.follows, page.n_followers, page.offers), (true, 1, vec![Offer::Unfollow]));
        assert_eq!(li.post(&path, &follow).await.status, 200);
        assert_eq!(world.number("SELECT COUNT(*) FROM follows"), 1);
        let echoes = world.echoes(&li).await;
        let item = &echoes.items[0];
        assert_eq!((item.mine, item.waits_for_me, item.card.id.0), (Mine::Followed, false, id));
        let refusal = world.guest().post(&path, &follow).await.refusal();
        assert_eq!(refusal, Refusal::SignInFirst);
        let refusal = world.organiser().await.post(&path, &follow).await.refusal();
        assert_eq!(refusal, Refusal::ResidentsOnly);
        let missing = li.post(&at(99, "/follow"), &follow).await;
        assert_eq!(missing.problem(), ProblemKind::Missing);
        li.post(&path, &json!({ "follows": false })).await;
        assert_eq!(world.echoes(&li).await.items, []);
        assert_eq!(world.guest().get(&here("/feedback/mine")).await.status, 401);
    });
}

#[test]
fn what_waits_for_my_word_stands_first() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let old = world.say(&wang, "灯坏了").await;
        let new = world.say(&wang, "门坏了").await;
        let order = async || -> Vec<u32> {
            world.echoes(&wang).await.items.iter().map(|echo| echo.card.id.0).collect()
        };
        assert_eq!(order().await, [new, old]);
        world.act(&organiser, old, &decline()).await;
        assert_eq!(order().await, [old, new]);
        assert!(world.echoes(&wang).await.items[0].waits_for_me);
    });
}

#[test]
fn a_helper_carries_the_word_and_the_resident_reads_that_it_was_carried() {
    on_each_engine(async |world| {
        let (li, wang) = (world.resident("li").await, world.resident("wang").await);
        let offered = offer(&li, &[Scope::Propose, Scope::Follow]).await;
        let helper = acting(world, &wang, &offered).await;
        let id = world.say(&helper, "灯坏了").await;
        let page = world.submission(&helper, id).await;
        assert_eq!((page.submission.channel, page.is_mine), (Channel::Helper, true));
        assert_eq!(page.author_name.as_deref(), Some("li"));
        let organiser = world.organiser().await;
        world.act(&organiser, id, &adopt("2026-09-08")).await;
        world.act(&organiser, id, &deliver()).await;
        let told = Some(Channel::Phone);
        let command = Command::Reopen { words: opinion("还不亮。"), told };
        world.act(&helper, id, &command).await;
        let refusal = world.ask(&helper, id, &deliver()).await.refusal();
        assert_eq!(refusal, Refusal::OnlyInPerson);
        let log: HelpPage = li.get(&here(&format!("/help/{}", offered.id))).await.ok();
        let submission = SubmissionId(id);
        let acts: Vec<_> = log
            .log
            .iter()
            .filter_map(|line| match line.event {
                Event::Acted { act } => Some(act),
                _ => None,
            })
            .collect();
        assert_eq!(acts, [Act::Reopened { submission }, Act::Sent { submission }]);
        // The public record names the way on which it came, but not the help.
        for stored in world.record_of(id) {
            assert!(!stored.body.contains("\"help\""), "{}", stored.body);
        }
        world.assert_replayed(id);
        // Without the leave to follow, one's echoes stay closed.
        let offered = offer(&li, &[Scope::CoSign]).await;
        let other = acting(world, &world.resident("zhao").await, &offered).await;
        let refusal = other.get(&here("/feedback/mine")).await.refusal();
        assert_eq!(refusal, Refusal::NotInHelpScope { scope: Scope::Follow });
        let refusal = other.post(&here("/feedback"), &form("门坏了")).await.refusal();
        assert_eq!(refusal, Refusal::NotInHelpScope { scope: Scope::Propose });
        assert_eq!(world.submission(&other, id).await.offers, []);
        let command = Command::Confirm { satisfaction: Satisfaction::NotSaid, told: None };
        let refusal = world.ask(&other, id, &command).await.refusal();
        assert_eq!(refusal, Refusal::NotInHelpScope { scope: Scope::Propose });
    });
}
