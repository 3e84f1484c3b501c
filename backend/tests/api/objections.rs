//! Objections, incompatible proposals, the reserve list and open data, told over HTTP.

use huiyin_backend::failure::Failure;
use huiyin_backend::store::params;
use huiyin_domain::contests::reserve::ReserveCommand;
use huiyin_domain::contests::wire::ContestPage;
use huiyin_domain::contests::{Command, ContestRefusal, Event, Phase, Reason};
use huiyin_domain::counting::Fate;
use huiyin_domain::desk::{Today, TodayRow, Waits};
use huiyin_domain::feedback::{Because, ReasonCode, Said, StageKind, Verdict};
use huiyin_domain::ids::{ObjectionId, ProposalId};
use huiyin_domain::money::Money;
use huiyin_domain::objections::wire::{ObjectionList, ObjectionPage, ObjectionsPage};
use huiyin_domain::objections::{
    Against, AnswerForm, Change, ChangeKind, Objection, ObjectionForm,
};
use huiyin_domain::proposals::Stage;
use huiyin_domain::refusals::Refusal;

use crate::people::here;
use crate::results::{published, recount, result};
use crate::submissions::confirm;
use crate::votes::{Vote, Voter, contest_at};
use crate::world::{World, on_each_engine};

fn words(raw: &str) -> Reason {
    Reason::parse(raw).unwrap()
}

fn objection(against: Against) -> ObjectionForm {
    ObjectionForm { against: Some(against), words: "楼道灯去年刚换过".into() }
}

/// What the author of a proposal was answered last.
async fn verdict(world: &World, proposal: ProposalId) -> Verdict {
    let page = world.submission(&world.guest(), proposal.0).await;
    page.submission.answer().expect("it was answered").verdict.clone()
}

fn refused(why: ContestRefusal) -> Refusal {
    Refusal::Contest { why }
}

#[test]
fn an_objection_is_public_nameless_and_holds_the_contest_until_it_is_answered() {
    on_each_engine(async |world| {
        let vote = world.reviewed().await;
        world.enter(vote.contest, &[Phase::Notice]).await;
        let (li, path) = (world.resident("li").await, contest_at(vote.contest, "/objections"));
        let against = Against::Shortlisted { proposal: ProposalId(vote.proposals[1]) };
        let page: ObjectionsPage = li.post(&path, &objection(against)).await.ok();
        assert!(page.items[0].is_mine && page.items[0].answer.is_none());
        let open: Vec<Against> = page.objectable.iter().map(|it| it.against).collect();
        assert!(open.contains(&Against::Rules) && !open.contains(&against), "{open:?}");
        let again = li.post(&path, &objection(against)).await;
        assert_eq!(again.refusal(), refused(ContestRefusal::ObjectedAlready));
        let early = li.post(&path, &objection(Against::Result)).await;
        assert_eq!(early.refusal(), refused(ContestRefusal::NoObjectionsNow));

        let seen = world.guest().get(&path).await;
        assert!(!seen.text().contains("li\""), "nobody's name");
        let page: ObjectionsPage = seen.ok();
        assert!(!page.items[0].is_mine);
        let on = Command::MoveOn { to: Phase::Voting, reason: words("到时间了") };
        let held = world.organise(vote.contest, &on).await;
        assert_eq!(held.refusal(), refused(ContestRefusal::Unanswered { n: 1 }));

        let organiser = world.organiser().await;
        let waiting: ObjectionList = organiser.get(&here("/objections")).await.ok();
        let today: Today = organiser.get(&here("/desk/today")).await.ok();
        let waits = Waits::Objection { id: waiting.items[0].id };
        let row = today.items.iter().find(|row| row.waits == waits).unwrap();
        assert_eq!(row.due, Some(waiting.items[0].due));
        let at = here(&format!("/objections/{}", waiting.items[0].id));
        let page: ObjectionPage = organiser.get(&at).await.ok();
        assert!(page.can_answer && page.can_take_off && page.can_put_on.is_none());
        let change = ChangeKind::TakenOff;
        let form = AnswerForm {
            upheld: Some(true),
            change,
            words: "查实,去年换过".into(),
            ..AnswerForm::default()
        };
        let by_resident = li.post(&format!("{at}/answer"), &form).await;
        assert_eq!(by_resident.refusal(), Refusal::OrganiserOnly);
        let page: ObjectionPage = organiser.post(&format!("{at}/answer"), &form).await.ok();
        assert_eq!(page.objection.answer.unwrap().change, Some(Change::TakenOff));
        let off = world.proposal(&li, vote.proposals[1]).await;
        assert!(matches!(off.stage, Stage::NotFeasible { .. }));
        let page: ContestPage = world.organise(vote.contest, &on).await.ok();
        assert_eq!((page.phase, page.n_shortlisted), (Phase::Voting, 2));
        let told: Vec<&Event> = page.story.iter().map(|line| &line.event).collect();
        assert!(told.contains(&&Event::ObjectionAnswered { n_open: 0 }));
    });
}

#[test]
fn proposals_are_read_only_while_they_can_be_objected_to() {
    on_each_engine(async |world| {
        let vote = world.reviewed().await;
        let (li, path) = (world.resident("li").await, contest_at(vote.contest, "/objections"));
        // What cannot be read as a proposal shows whether it is read.
        let spoil = "UPDATE proposals SET state = 'x' || state";
        world.change(spoil);
        let page: ObjectionsPage = li.get(&path).await.ok();
        assert_eq!(page.objectable, [], "the shortlist is not out yet");
        world.change("UPDATE proposals SET state = SUBSTR(state, 2)");
        world.enter(vote.contest, &[Phase::Notice]).await;
        world.change(spoil);
        let page: ObjectionsPage = world.guest().get(&path).await.ok();
        assert_eq!(page.objectable, [], "guests object to nothing");
        assert_eq!(li.get(&path).await.status, 500, "now it is");
    });
}

#[test]
fn of_too_many_objections_the_oldest_are_listed_and_the_others_counted() {
    on_each_engine(async |world| {
        let vote = world.reviewed().await;
        world.enter(vote.contest, &[Phase::Notice]).await;
        let (li, path) = (world.resident("li").await, contest_at(vote.contest, "/objections"));
        let page: ObjectionsPage = li.post(&path, &objection(Against::Rules)).await.ok();
        let oldest = page.items[0].id;
        let filled = world.store.write_now(move |tx| {
            let row = tx.first("SELECT state FROM objections", params![])?;
            let row = row.expect("li has objected");
            let kept: Objection = serde_json::from_str(row.text(0)?)?;
            for number in 1..=ObjectionList::MOST + 2 {
                let id = ObjectionId(1_000 + number);
                let state = serde_json::to_string(&Objection { id, ..kept.clone() })?;
                tx.execute(
                    "INSERT INTO objections (community_id, objection_id, contest_id, against,
                         resident_id, is_open, state)
                     VALUES (1, $1, $2, 'rules', NULL, 1, $3)",
                    params![id.0, kept.contest.0, state],
                )?;
            }
            Ok::<(), Failure>(())
        });
        filled.expect("there is room for them");
        let organiser = world.organiser().await;
        let waiting: ObjectionList = organiser.get(&here("/objections")).await.ok();
        assert_eq!(waiting.items.len(), ObjectionList::MOST as usize);
        assert_eq!((waiting.items[0].id, waiting.n_more), (oldest, 3));
        let desk = organiser.get(&here("/desk")).await.json();
        assert_eq!(desk["n_objections"], ObjectionList::MOST + 3);
        let today: Today = organiser.get(&here("/desk/today")).await.ok();
        let is_one = |row: &&TodayRow| matches!(row.waits, Waits::Objection { .. });
        let n_listed = today.items.iter().filter(is_one).count();
        let n_more = usize::try_from(today.n_more).unwrap();
        assert_eq!(n_listed + n_more, ObjectionList::MOST as usize + 3, "none is passed over");
    });
}

async fn published_with_group(world: &World) -> Vote {
    let vote = world.reviewed().await;
    let proposals = vote.proposals[..2].iter().map(|id| ProposalId(*id)).collect();
    let command = Command::NameExclusive { proposals, reason: words("同一个墙角") };
    let page: ContestPage = world.organise(vote.contest, &command).await.ok();
    assert_eq!(page.contest.rules.exclusive.len(), 1);
    world.enter(vote.contest, &[Phase::Notice]).await;
    let late = world.organise(vote.contest, &Command::DropExclusive { group: 1 }).await;
    assert_eq!(late.refusal(), Refusal::RulesAreSealed);
    world.enter(vote.contest, &[Phase::Voting]).await;
    let [a, b, c] = vote.proposals;
    let ballots: [&[u32]; 6] = [&[a], &[a, b], &[a, b], &[b], &[b, c], &[]];
    let names = ["wang", "li", "zhao", "qian", "sun", "zhou"];
    for (number, (name, choices)) in (1..).zip(names.into_iter().zip(ballots)) {
        Voter::new(number).vote(world, name, &vote, choices).await;
    }
    world.enter(vote.contest, &[Phase::Counting]).await;
    for command in [Command::Count, Command::Publish] {
        let _: ContestPage = world.organise(vote.contest, &command).await.ok();
    }
    vote
}

#[test]
fn only_one_of_a_group_wins_and_the_file_alone_says_why() {
    on_each_engine(async |world| {
        let vote = published_with_group(world).await;
        let guest = world.guest();
        let page = result(&guest, vote.contest).await;
        let [a, b, c] = vote.proposals.map(|id| id.to_string());
        assert_eq!(page.tally.winners, [b.clone(), c]);
        let fate = &page.tally.outcomes.iter().find(|it| it.project == a).unwrap().fate;
        assert_eq!(*fate, Fate::Excluded { by: b });
        let file = guest.get(&format!("/api/v1{}", page.ballots_path)).await;
        assert!(file.text().contains("at most one of: "));
        assert_eq!(recount(file.text(), &page.rules), page.tally);
        let table = guest.get(&contest_at(vote.contest, "/result.csv")).await;
        assert!(table.text().contains("excluded"), "{}", table.text());
        let table = guest.get(&contest_at(vote.contest, "/proposals.csv")).await;
        assert_eq!(table.text().lines().count(), 4, "a head and three proposals");
    });
}

#[test]
fn the_next_of_the_reserve_list_comes_up_when_it_fits_and_not_before() {
    on_each_engine(async |world| {
        let vote = published(world).await;
        let (guest, organiser) = (world.guest(), world.organiser().await);
        let [a, _, c] = vote.proposals.map(ProposalId);
        let cost = Money::yuan(4_000);
        let waits = world.proposal(&guest, c.0).await.stage;
        assert_eq!(waits, Stage::Reserve { cost, place: 1 });
        let path = contest_at(vote.contest, "/reserve");
        let reason = words("提案人搬走了");
        let up = ReserveCommand::CallUp { proposal: c, reason: reason.clone() };
        let out = ReserveCommand::GiveBack { proposal: a, reason: reason.clone() };
        let early = organiser.post(&path, &out).await.refusal();
        let is_open = matches!(early, Refusal::NotInThisPhase { phase: Phase::Objection, .. });
        assert!(is_open, "the result can still be objected to: {early:?}");
        world.enter(vote.contest, &[Phase::Results]).await;
        let early = organiser.post(&path, &up).await;
        let left = Money::yuan(1_000);
        assert_eq!(early.refusal(), refused(ContestRefusal::AwardAboveBudget { left }));
        let stranger = world.resident("li").await.post(&path, &out).await;
        assert_eq!(stranger.refusal(), Refusal::OrganiserOnly);
        // The author says that "not chosen" is settled; coming up later is told all the same.
        let settled = world.act(&world.resident("wang").await, c.0, &confirm()).await;
        assert_eq!(settled.submission.stage.kind(), StageKind::Confirmed);
        let _: ContestPage = organiser.post(&path, &out).await.ok();
        let because =
            Because { code: ReasonCode::Other, words: Said::parse(reason.as_str()).unwrap() };
        let told = Verdict::NotAdopted { because };
        assert_eq!(verdict(world, a).await, told, "the reason is public");
        let gone = world.proposal(&guest, a.0).await.stage;
        assert_eq!(gone, Stage::GivenBack { award: Money::yuan(3_000), reason });
        let _: ContestPage = organiser.post(&path, &up).await.ok();
        let won = world.proposal(&guest, c.0).await.stage;
        assert_eq!(won, Stage::Won { award: cost });
        let told = verdict(world, c).await;
        assert!(matches!(told, Verdict::Chosen { award, .. } if award == cost), "{told:?}");
        let again = organiser.post(&path, &up).await;
        assert_eq!(again.refusal(), refused(ContestRefusal::NotInReserve));
        let page = result(&guest, vote.contest).await;
        assert_eq!(page.proposals.len(), 3, "who dropped out stays on the page of the result");
    });
}
