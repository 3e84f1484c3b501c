//! What is sent in a contest: one number, one promise, and the contest decides.

use huiyin_domain::channels::Channel;
use huiyin_domain::contests::reserve::ReserveCommand;
use huiyin_domain::contests::{Command as ContestCommand, Phase};
use huiyin_domain::entering::ProposalEntry;
use huiyin_domain::feedback::wire::Mine;
use huiyin_domain::feedback::{
    End, Event, FirstAnswer, Kind, Offer, Stage, StageKind, Verdict, What,
};
use huiyin_domain::helping::Scope;
use huiyin_domain::ids::{ContestId, ProposalId, ResidentId};
use huiyin_domain::notices::Why;
use huiyin_domain::proposals::Command;
use huiyin_domain::proposals::wire::Submitted;
use huiyin_domain::refusals::Refusal;
use huiyin_domain::time::parse_day;
use serde_json::json;

use crate::entering::on_paper;
use crate::helping::{acting, offer};
use crate::lifecycle::{differences, told};
use crate::people::here;
use crate::results::published;
use crate::submissions::{acknowledge, adopt, appeal, at, confirm, decline, deliver};
use crate::votes::{Voter, contest_at, proposal_at, proposal_form, reason};
use crate::world::{World, day, on_each_engine};

async fn command(world: &World, name: &str, proposal: u32, command: &Command) {
    let person = match name {
        "organiser" => world.organiser().await,
        name => world.resident(name).await,
    };
    let version = world.proposal(&person, proposal).await.version.0;
    let answer = person.command(&proposal_at(proposal, "/commands"), version, command).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
}

#[test]
fn a_proposal_is_promised_an_answer_under_its_own_number() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let id = world.propose(&wang, contest, "加装扶手").await;
        let page = world.submission(&wang, id).await;
        assert_eq!(page.submission.kind, Kind::InContest { contest: ContestId(contest) });
        assert_eq!(page.submission.content.requests.len(), 2);
        assert!(page.is_mine);
        let decided = Refusal::DecidedByContest { contest: ContestId(contest) };
        let organiser = world.organiser().await;
        let refusal = world.ask(&organiser, id, &adopt("2026-09-08")).await.refusal();
        assert_eq!(refusal, decided);
        let withdraw = huiyin_domain::feedback::Command::Withdraw;
        assert_eq!(world.ask(&wang, id, &withdraw).await.refusal(), decided);
        // The first word is owed all the same.
        assert_eq!(page.submission.owes().unwrap().what, What::FirstAnswer);
        world.act(&organiser, id, &acknowledge()).await;
        world.assert_replayed(id);
        // One counter: the next thing that is said has the next number.
        assert_eq!(world.say(&wang, "灯坏了").await, id + 1);
    });
}

#[test]
fn what_becomes_of_the_proposal_becomes_of_the_promise() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let mut ids = Vec::new();
        for title in ["加装扶手", "换楼道灯", "修雨水管"] {
            ids.push(world.propose(&wang, contest, title).await);
        }
        command(world, "wang", ids[0], &Command::Withdraw).await;
        let page = world.submission(&wang, ids[0]).await;
        assert!(matches!(page.submission.stage, Stage::Ended { end: End::Withdrawn { .. }, .. }));
        let reason = reason("楼板承不住");
        world.admit(ids[1]).await;
        command(world, "organiser", ids[1], &Command::SetAside { reason }).await;
        let page = world.submission(&wang, ids[1]).await;
        let Some(Verdict::NotAdopted { because }) =
            page.submission.answer().map(|answer| &answer.verdict)
        else {
            panic!("it was set aside")
        };
        assert_eq!(because.words.as_str(), "楼板承不住");
        assert_eq!(world.shortlist(ids[2], 3_000).await.status, 200);
        let page = world.submission(&wang, ids[2]).await;
        let Stage::Waiting { first: FirstAnswer::Shortlisted { .. }, duty } = page.submission.stage
        else {
            panic!("the vote decides")
        };
        // Voting closes on 1 October, in the holiday; fifteen working days later it is decided.
        assert_eq!(duty.due, parse_day("2026-10-27").unwrap());
        for id in ids {
            world.assert_replayed(id);
        }
    });
}

#[test]
fn what_the_contest_left_lying_is_answered_by_the_office() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let left = world.propose(&wang, contest, "加装扶手").await;
        let on_ballot = world.propose(&wang, contest, "换楼道灯").await;
        assert_eq!(world.shortlist(on_ballot, 3_000).await.status, 200);
        let organiser = world.organiser().await;
        let decided = Refusal::DecidedByContest { contest: ContestId(contest) };
        assert_eq!(world.ask(&organiser, left, &decline()).await.refusal(), decided);
        world.enter(contest, &[Phase::Reviewing, Phase::Notice]).await;
        let offers = world.submission(&organiser, left).await.offers;
        assert!(offers.contains(&Offer::Answer), "{offers:?}");
        world.act(&organiser, left, &decline()).await;
        world.act(&wang, left, &appeal()).await;
        assert_eq!(world.ask(&organiser, on_ballot, &decline()).await.refusal(), decided);
        world.assert_replayed(left);
    });
}

#[test]
fn the_vote_is_the_answer_and_what_it_chose_is_built() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        Voter::new(1).vote(world, "li", &vote, &vote.proposals[..2]).await;
        world.enter(vote.contest, &[Phase::Counting]).await;
        for command in [ContestCommand::Count, ContestCommand::Publish] {
            assert_eq!(world.organise(vote.contest, &command).await.status, 200);
        }
        let wang = world.resident("wang").await;
        let mut chosen = Vec::new();
        for id in vote.proposals {
            let page = world.submission(&wang, id).await;
            world.assert_replayed(id);
            match page.submission.answer().map(|answer| &answer.verdict) {
                Some(Verdict::Chosen { .. }) => chosen.push(id),
                Some(Verdict::NotChosen) => {
                    assert_eq!(page.submission.stage.kind(), StageKind::Answered);
                }
                other => panic!("the vote has decided: {other:?}"),
            }
        }
        assert!(!chosen.is_empty());
        let organiser = world.organiser().await;
        world.act(&organiser, chosen[0], &deliver()).await;
        let page = world.act(&wang, chosen[0], &confirm()).await;
        assert_eq!(page.submission.stage.kind(), StageKind::Confirmed);
    });
}

#[test]
fn whoever_had_taken_the_no_is_told_when_it_comes_up_from_the_reserve() {
    on_each_engine(async |world| {
        let vote = published(world).await;
        let [out, _, up] = vote.proposals;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let page = world.act(&wang, up, &confirm()).await;
        assert_eq!(page.submission.stage.kind(), StageKind::Confirmed);
        let followed = li.post(&at(up, "/follow"), &json!({ "follows": true })).await;
        assert_eq!(followed.status, 200, "{}", followed.text());
        world.enter(vote.contest, &[Phase::Results]).await;
        let organiser = world.organiser().await;
        let reason = reason("提案人搬走了");
        let (proposal, why) = (ProposalId(out), reason.clone());
        let give_back = ReserveCommand::GiveBack { proposal, reason: why };
        let call_up = ReserveCommand::CallUp { proposal: ProposalId(up), reason };
        for command in [give_back, call_up] {
            let done = organiser.post(&contest_at(vote.contest, "/reserve"), &command).await;
            assert_eq!(done.status, 200, "{}", done.text());
        }
        let page = world.submission(&wang, out).await;
        assert_eq!(page.submission.stage.kind(), StageKind::Answered);
        let Some(Verdict::NotAdopted { because }) =
            page.submission.answer().map(|answer| &answer.verdict)
        else {
            panic!("it is not carried out")
        };
        assert_eq!(because.words.as_str(), "提案人搬走了");

        let page = world.submission(&wang, up).await;
        assert_eq!(page.submission.stage.kind(), StageKind::InDelivery);
        for (person, why) in [(&wang, Why::Sent), (&li, Why::Followed)] {
            let (told_why, event) = told(person).await.remove(0);
            assert_eq!(told_why, why);
            assert!(matches!(event, Event::Answered { verdict: Verdict::Chosen { .. }, .. }));
        }
        assert_eq!(crate::delivery::begin(world, up).await.status, 201);
        let (_, event) = told(&li).await.remove(0);
        assert!(matches!(event, Event::InProject { .. }), "its project is told of, too");
        for id in [out, up] {
            world.assert_replayed(id);
        }
        assert_eq!(differences(world), []);
    });
}

#[test]
fn the_clock_starts_on_the_day_on_which_the_paper_came() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        world.clock.set(day(3));
        let (received, form) = (on_paper(day(1)), proposal_form("加灯"));
        let entry = ProposalEntry { resident: ResidentId(1), received, form, is_another: false };
        let path = contest_at(contest, "/proposals/entered");
        let sent: Submitted = world.organiser().await.post(&path, &entry).await.ok();
        let wang = world.resident("wang").await;
        let page = world.submission(&wang, sent.id.0).await;
        assert_eq!((page.submission.channel, page.is_mine), (Channel::Paper, true));
        assert_eq!(page.submission.sent_at, received.at());
        let owes = page.submission.owes().unwrap();
        assert_eq!(owes.duty.due, parse_day("2026-09-04").unwrap());
        world.assert_replayed(sent.id.0);
    });
}

#[test]
fn what_a_helper_proposes_stands_in_their_log_once() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (li, wang) = (world.resident("li").await, world.resident("wang").await);
        let offered = offer(&li, &[Scope::Propose]).await;
        let helper = acting(world, &wang, &offered).await;
        let id = world.propose(&helper, contest, "加装扶手").await;
        let page = world.submission(&li, id).await;
        assert_eq!((page.submission.channel, page.is_mine), (Channel::Helper, true));
        let acted = "SELECT COUNT(*) FROM events WHERE stream = 'help/1' AND kind = 'acted'";
        assert_eq!(world.number(acted), 1);
        let version = world.proposal(&helper, id).await.version.0;
        let path = proposal_at(id, "/commands");
        assert_eq!(helper.command(&path, version, &Command::Withdraw).await.status, 200);
        assert_eq!(world.number(acted), 2);
        let page = world.submission(&li, id).await;
        assert_eq!(page.submission.stage.kind(), StageKind::Withdrawn);
    });
}

#[test]
fn what_i_co_sign_is_among_my_echoes() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let id = world.propose(&wang, contest, "加装扶手").await;
        li.post(&proposal_at(id, "/commands"), &Command::CoSign).await;
        let echoes = world.echoes(&li).await;
        assert_eq!((echoes.items[0].mine, echoes.items[0].card.id.0), (Mine::CoSigned, id));
        // Sent and co-signed is said once only.
        assert_eq!(world.echoes(&wang).await.items.len(), 1);
        assert_eq!(wang.get(&here("/feedback/mine")).await.status, 200);
    });
}
