//! Entering: what came on paper or by phone counts like everything else.

use huiyin_domain::ballots::guide::BallotGuide;
use huiyin_domain::channels::Channel;
use huiyin_domain::contests::Phase;
use huiyin_domain::entering::{
    CameBy, CoSignEntered, CoSignEntry, LATELY_DAYS, OpinionEntry, ProposalEntry, Received,
};
use huiyin_domain::feedback::wire::Taken;
use huiyin_domain::feedback::{Command as Act, Kind, OpinionForm, SendAs};
use huiyin_domain::ids::{ProposalId, ResidentId, SubmissionId};
use huiyin_domain::problems::FieldFault;
use huiyin_domain::proposals::wire::Submitted;
use huiyin_domain::proposals::{Command, ProposalForm};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::time::{DAY_MS, Day, Moment};
use serde_json::json;

use crate::people::{fresh_key, here};
use crate::submissions;
use crate::votes::{contest_at, proposal_at, proposal_form, reason};
use crate::world::{World, day, on_each_engine, start};

/// The numbers of wang and li, the first two residents of the stories.
const WANG: ResidentId = ResidentId(1);
const LI: ResidentId = ResidentId(2);

pub(crate) fn day_of(moment: Moment) -> Day {
    moment.in_china().date()
}

pub(crate) fn on_paper(at: Moment) -> Received {
    Received { came_by: CameBy::Paper, on: day_of(at) }
}

fn entry(title: &str) -> ProposalEntry {
    let (received, form) = (on_paper(start()), proposal_form(title));
    ProposalEntry { resident: WANG, received, form, is_another: false }
}

fn co_sign(resident: ResidentId) -> CoSignEntry {
    CoSignEntry { resident, received: Received { came_by: CameBy::Phone, on: day_of(start()) } }
}

/// Words of wang's, told on the telephone on the first day.
fn told(words: &str) -> OpinionEntry {
    let received = Received { came_by: CameBy::Phone, on: day_of(start()) };
    OpinionEntry { resident: WANG, received, form: submissions::form(words), is_another: false }
}

async fn enter_opinion(world: &World, entry: &OpinionEntry) -> crate::people::Answer {
    world.organiser().await.post(&here("/feedback/entered"), entry).await
}

async fn enter(world: &World, contest: u32, entry: &ProposalEntry) -> crate::people::Answer {
    world.organiser().await.post(&contest_at(contest, "/proposals/entered"), entry).await
}

#[test]
fn a_paper_form_becomes_the_residents_own_proposal() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        world.propose(&wang, contest, "修长椅").await;
        let Submitted { id } = enter(world, contest, &entry("在3号楼门口加装扶手")).await.ok();
        let mine = world.proposal(&wang, id.0).await;
        assert_eq!((mine.is_mine, mine.channel), (true, Some(Channel::Paper)));
        assert_eq!(mine.author_name.as_deref(), Some("wang"));
        // How it came is nobody else's business.
        for other in [world.guest(), world.resident("li").await] {
            assert_eq!(world.proposal(&other, id.0).await.channel, None);
        }
        let page = world.contest(&world.guest(), contest).await;
        assert_eq!(page.channels, [(Channel::App, 1), (Channel::Paper, 1)].into());
        assert_eq!(page.n_proposals, 2);
        // The record shows who entered it, and apart from that for whom.
        let sql =
            "SELECT COUNT(*) FROM events WHERE stream = 'proposal/2' AND actor_role = 'staff'";
        assert_eq!(world.number(sql), 1);
        let sql = "SELECT COUNT(*) FROM events WHERE stream = 'entered_for/1'
             AND kind = 'proposal_entered' AND actor_role = 'staff'";
        assert_eq!(world.number(sql), 1);
    });
}

#[test]
fn only_the_office_enters_for_others() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let proposal = world.propose(&wang, contest, "修长椅").await;
        let asked = [
            (world.guest(), Refusal::SignInFirst),
            (world.resident("li").await, Refusal::OrganiserOnly),
        ];
        for (person, refusal) in asked {
            let path = contest_at(contest, "/proposals/entered");
            assert_eq!(person.post(&path, &entry("加灯")).await.refusal(), refusal);
            let path = proposal_at(proposal, "/co-signs/entered");
            assert_eq!(person.post(&path, &co_sign(LI)).await.refusal(), refusal);
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM proposals"), 1);
        assert_eq!(world.number("SELECT COUNT(*) FROM co_signs"), 0);
    });
}

#[test]
fn who_handed_it_in_on_time_does_not_lose_by_a_slow_office() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        world.clock.set(day(11));
        // Received while proposals were collected, entered while they are reviewed.
        let in_time = ProposalEntry { received: on_paper(day(9)), ..entry("加灯") };
        assert_eq!(enter(world, contest, &in_time).await.status, 201);
        // The last day ends at ten in the morning, and still counts as a whole.
        let last_day = ProposalEntry { received: on_paper(day(10)), ..entry("修路") };
        assert_eq!(enter(world, contest, &last_day).await.status, 201);
        let (from, until) = (day_of(day(-1)), day_of(day(10)));
        for at in [day(-2), day(11)] {
            let late = ProposalEntry { received: on_paper(at), ..entry("种树") };
            let refusal = enter(world, contest, &late).await.refusal();
            assert_eq!(refusal, Refusal::NotReceivedInTime { from, until });
        }
    });
}

#[test]
fn from_notice_on_nothing_is_entered() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let proposal = world.propose(&wang, contest, "修长椅").await;
        world.clock.set(day(11));
        assert_eq!(world.shortlist(proposal, 3_000).await.status, 200);
        let late = world.organiser().await;
        let path = proposal_at(proposal, "/co-signs/entered");
        let refusal = late.post(&path, &co_sign(LI)).await.refusal();
        assert!(matches!(refusal, Refusal::NotAtThisStage { .. }), "{refusal:?}");
        world.enter(contest, &[Phase::Notice]).await;
        let refusal = enter(world, contest, &entry("加灯")).await.refusal();
        assert_eq!(refusal, Refusal::RulesAreSealed);
    });
}

#[test]
fn a_second_press_enters_nothing_twice_and_an_equal_title_is_asked_about() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let organiser = world.organiser().await;
        let (path, key) = (contest_at(contest, "/proposals/entered"), fresh_key());
        let first = organiser.post_with_key(&path, &entry("加灯"), &key).await;
        let again = organiser.post_with_key(&path, &entry("加灯"), &key).await;
        assert_eq!((first.status.as_u16(), &first.body), (201, &again.body));
        let refusal = organiser.post(&path, &entry(" 加灯 ")).await.refusal();
        assert_eq!(refusal, Refusal::SameTitle { proposal: ProposalId(1) });
        // A neighbour may ask for the same, and one person may mean another lamp.
        let neighbour = ProposalEntry { resident: LI, ..entry("加灯") };
        assert_eq!(organiser.post(&path, &neighbour).await.status, 201);
        let another = ProposalEntry { is_another: true, ..entry("加灯") };
        assert_eq!(organiser.post(&path, &another).await.status, 201);
        assert_eq!(world.number("SELECT COUNT(*) FROM proposals"), 3);
    });
}

#[test]
fn what_cannot_be_entered_is_told_with_its_field() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let faults = async |entry: &ProposalEntry| enter(world, contest, entry).await.faults();
        let tomorrow = ProposalEntry { received: on_paper(day(1)), ..entry("加灯") };
        assert_eq!(faults(&tomorrow).await, [("received".to_owned(), FieldFault::Date)]);
        let stranger = ProposalEntry { resident: ResidentId(99), ..entry("加灯") };
        let unknown = [("resident".to_owned(), FieldFault::UnknownResident)];
        assert_eq!(faults(&stranger).await, unknown);
        let blank = ProposalEntry { form: ProposalForm::default(), ..entry("加灯") };
        let fields: Vec<_> = faults(&blank).await.into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["title", "place", "why", "cost"]);
        // Only paper and the telephone come this way, and days are days.
        let organiser = world.organiser().await;
        let path = contest_at(contest, "/proposals/entered");
        let form = json!({});
        for received in [
            json!({ "came_by": "app", "on": "2026-09-01" }),
            json!({ "came_by": "paper", "on": "2026-02-30" }),
        ] {
            let body = json!({ "resident": 1, "received": received, "form": form });
            assert_eq!(organiser.post(&path, &body).await.status, 400);
        }
        assert_eq!(
            organiser.post(&contest_at(99, "/proposals/entered"), &entry("加灯")).await.status,
            404
        );
    });
}

#[test]
fn a_co_signature_by_phone_counts_once_and_can_be_taken_back_by_its_giver() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let proposal = world.propose(&wang, contest, "修长椅").await;
        let organiser = world.organiser().await;
        let path = proposal_at(proposal, "/co-signs/entered");
        let entered: CoSignEntered = organiser.post(&path, &co_sign(LI)).await.ok();
        let expected = (ProposalId(proposal), "修长椅", 1);
        assert_eq!((entered.proposal, entered.title.as_str(), entered.n_co_signs), expected);
        let twice = organiser.post(&path, &co_sign(LI)).await.refusal();
        assert_eq!(twice, Refusal::AlreadyCoSigned);
        let own = organiser.post(&path, &co_sign(WANG)).await.refusal();
        assert_eq!(own, Refusal::YourOwnProposal);
        let li = world.resident("li").await;
        assert!(world.proposal(&li, proposal).await.has_co_signed);
        let path = proposal_at(proposal, "/commands");
        let taken_back = li.command(&path, 1, &Command::WithdrawCoSign).await;
        assert_eq!(taken_back.status, 200);
        assert_eq!(world.proposal(&li, proposal).await.n_co_signs, 0);
        let missing = organiser.post(&proposal_at(99, "/co-signs/entered"), &co_sign(LI)).await;
        assert_eq!(missing.status, 404);
    });
}

#[test]
fn what_a_resident_told_on_the_phone_is_theirs_and_is_answered_as_if_they_had_typed_it() {
    on_each_engine(async |world| {
        let li = world.resident("li").await;
        let typed = world.stored(world.say(&li, "路灯坏了").await);
        world.clock.set(day(3));
        for sent_as in SendAs::ALL {
            let form =
                OpinionForm { sent_as, ..submissions::form(&format!("门坏了{sent_as:?}")) };
            let entry = OpinionEntry { form, ..told("") };
            let taken: Taken = enter_opinion(world, &entry).await.ok();
            // The office was slow to enter it; its days run since the day of the call.
            let duty = typed.stage.duty().unwrap();
            assert_eq!((taken.due, taken.first_due), (duty.due, typed.owes().unwrap().duty.due));
            let wang = world.resident("wang").await;
            let page = world.submission(&wang, taken.id.0).await;
            assert_eq!((page.is_mine, page.submission.channel), (true, Channel::Phone));
            assert_eq!(page.submission.kind, Kind::from(sent_as));
            assert_eq!(page.author_name.as_deref(), Some("wang"));
            assert_eq!(day_of(page.submission.sent_at), day_of(start()));
            world.assert_replayed(taken.id.0);
            // It reaches the inbox of the resident, who did not send it with their own hand.
            let sql = format!(
                "SELECT COUNT(*) FROM notices WHERE kind = 'resident' AND person_id = 1
                     AND submission_id = {} AND why = 'sent'",
                taken.id
            );
            assert_eq!(world.number(sql.leak()), 1);
        }
        let sql = "SELECT COUNT(*) FROM events WHERE stream = 'entered_for/1'
             AND kind = 'opinion_entered' AND actor_role = 'staff'";
        assert_eq!(world.number(sql), 3);
    });
}

#[test]
fn only_the_office_enters_opinions_and_the_same_words_are_asked_about() {
    on_each_engine(async |world| {
        let path = here("/feedback/entered");
        let asked = [
            (world.guest(), Refusal::SignInFirst),
            (world.resident("wang").await, Refusal::OrganiserOnly),
        ];
        for (person, refusal) in asked {
            assert_eq!(person.post(&path, &told("灯坏了")).await.refusal(), refusal);
        }
        let (organiser, key) = (world.organiser().await, fresh_key());
        let first = organiser.post_with_key(&path, &told("灯坏了"), &key).await;
        let again = organiser.post_with_key(&path, &told("灯坏了"), &key).await;
        assert_eq!((first.status.as_u16(), &first.body), (201, &again.body));
        let refusal = organiser.post(&path, &told(" 灯坏了 ")).await.refusal();
        assert_eq!(refusal, Refusal::SameWords { submission: SubmissionId(1) });
        // A neighbour may say the same, and one lamp may break twice.
        let neighbour = OpinionEntry { resident: LI, ..told("灯坏了") };
        let another = OpinionEntry { is_another: true, ..told("灯坏了") };
        for entry in [&neighbour, &another] {
            assert_eq!(organiser.post(&path, entry).await.status, 201);
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM submissions"), 3);
        // What was taken back stands in nobody's way.
        let wang = world.resident("wang").await;
        for id in [1, 3] {
            world.act(&wang, id, &Act::Withdraw).await;
        }
        assert_eq!(organiser.post(&path, &told("灯坏了")).await.status, 201);
    });
}

#[test]
fn an_opinion_that_cannot_be_entered_is_told_with_its_field() {
    on_each_engine(async |world| {
        let faults = async |entry: &OpinionEntry| enter_opinion(world, entry).await.faults();
        let tomorrow = OpinionEntry { received: on_paper(day(1)), ..told("灯坏了") };
        assert_eq!(faults(&tomorrow).await, [("received".to_owned(), FieldFault::Date)]);
        let at = |days_ago: i64| on_paper(start().plus_millis(-days_ago * DAY_MS));
        let oldest = OpinionEntry { received: at(LATELY_DAYS), ..told("灯坏了") };
        assert_eq!(enter_opinion(world, &oldest).await.status, 201);
        let long_ago = OpinionEntry { received: at(LATELY_DAYS + 1), ..told("门坏了") };
        let fault = FieldFault::DayTooEarly { earliest: oldest.received.on };
        assert_eq!(faults(&long_ago).await, [("received".to_owned(), fault)]);
        let stranger = OpinionEntry { resident: ResidentId(99), ..told("门坏了") };
        let unknown = [("resident".to_owned(), FieldFault::UnknownResident)];
        assert_eq!(faults(&stranger).await, unknown);
        let blank = OpinionEntry { form: OpinionForm::default(), ..told("") };
        let fields: Vec<_> = faults(&blank).await.into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["words", "where_words"]);
        assert_eq!(world.number("SELECT COUNT(*) FROM submissions"), 1);
    });
}

#[test]
fn the_guide_to_a_ballot_shows_everything_on_it_by_number() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let first = world.propose(&wang, contest, "修长椅").await;
        let second = world.propose(&wang, contest, "加灯").await;
        let third = world.propose(&wang, contest, "种树").await;
        world.clock.set(day(11));
        for (proposal, yuan) in [(second, 2_000), (first, 3_000)] {
            assert_eq!(world.shortlist(proposal, yuan).await.status, 200);
        }
        world.admit(third).await;
        let organiser = world.organiser().await;
        let aside = Command::SetAside { reason: reason("那里有管线") };
        let version = world.proposal(&organiser, third).await.version.0;
        let path = proposal_at(third, "/commands");
        assert_eq!(organiser.command(&path, version, &aside).await.status, 200);
        let path = contest_at(contest, "/ballot-guide");
        let guide: BallotGuide = world.guest().get(&path).await.ok();
        assert_eq!(guide.phase, Phase::Reviewing);
        assert_eq!(guide.rules.votes_per_person(), Some(2));
        let lines: Vec<_> = guide.proposals.iter().map(|it| (it.id.0, it.title.as_str())).collect();
        assert_eq!(lines, [(first, "修长椅"), (second, "加灯")]);
        assert_eq!(guide.proposals[0].why, "下雪天老人上台阶容易滑倒");
        assert_eq!(world.guest().get(&contest_at(99, "/ballot-guide")).await.status, 404);
    });
}
