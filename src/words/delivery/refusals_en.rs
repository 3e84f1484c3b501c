//! Why a rule about projects says no, in English.
use crate::words::Language;
use huiyin_domain::delivery::{DeliveryRefusal as No, StageKind};

const LANGUAGE: Language = Language::English;

fn stage(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Underway => "is being carried out",
        StageKind::Accepting => "is being looked at by residents",
        StageKind::Delivered => "is closed",
        StageKind::Stopped => "was stopped",
    }
}

/// What is so, and what to do next.
#[expect(clippy::too_many_lines, reason = "a table: one sentence for each refusal")]
pub fn refusal(refusal: No) -> String {
    match refusal {
        No::TeamOnly => "Only the team tells of the work. Ask to join the team first.".into(),
        No::NotAtThisStage { stage: at } => {
            format!("This project {}, so that cannot be done now. Load the page again.", stage(at))
        }
        No::NoMilestones => "The plan has no step yet. Write one at least, with its day.".into(),
        No::TooManyMilestones { max } => {
            format!("A plan has {max} steps at most. Make one of several.")
        }
        No::MilestonePast { n, today } => {
            let today = LANGUAGE.date(today);
            format!("The day of step {n} has passed. Today is {today}: choose it or a later day.")
        }
        No::MilestonesOutOfOrder { n } => {
            format!("Step {n} comes before the one above it. Put the days in order.")
        }
        No::MilestoneSaidTwice { n } => {
            format!("Step {n} has the same words as one before it. Say it in another way.")
        }
        No::UnknownMilestone { n } => {
            format!("There is no step {n}. Load the page again and choose.")
        }
        No::MilestoneReached { n } => {
            format!("Step {n} is done already. Choose another.")
        }
        No::AboveAward { left } => {
            format!("Only {} is left of the award. Check the amount.", LANGUAGE.yuan(left))
        }
        No::PaidAhead { today } => {
            let today = LANGUAGE.date(today);
            format!("That day lies after today, {today}. Enter a payment once it is made.")
        }
        No::UnknownEntry { n } => {
            format!("Entry {n} is no payment. Check its number.")
        }
        No::MoreThanPaid { n, left } => {
            let left = LANGUAGE.yuan(left);
            format!("Only {left} is left of entry {n} to correct. Check the amount.")
        }
        No::TooManyPhotos { max } => {
            format!("At most {max} photos. Take some away.")
        }
        No::InTheTeamAlready => "You belong to the team already; you need not ask.".into(),
        No::AskedAlready => {
            "You have asked already. Please wait for the author or the office.".into()
        }
        No::DidNotAsk => "This resident does not ask to join now. Load the page again.".into(),
        No::NotInTheTeam => {
            "You are not in the team and have not asked; there is nothing to leave.".into()
        }
        No::AuthorsStay => {
            "Authors stay in the team. If you cannot go on, ring the number above.".into()
        }
        No::TeamFull { max } => {
            format!("At most {max} residents join the authors. You can follow the project.")
        }
        No::YoursAlready => "You answer for this project already.".into(),
        No::SaidAlready => {
            "You have spoken in this round. If there is news, ring the number above.".into()
        }
        No::AcceptanceOpen { until } => {
            format!("Residents can speak until {}. Close it after that day.", LANGUAGE.date(until))
        }
        No::AcceptanceOver { until } => {
            let until = LANGUAGE.date(until);
            format!("Residents could speak until {until}. Ring the number above to say more.")
        }
        No::Unanswered { n } => {
            format!("Not answered yet: {n} who say that it is not done. Answer each first.")
        }
        No::UnknownVoice { n } => {
            format!("There is no word {n}. Load the page again.")
        }
        No::AnsweredAlready => "That was answered already.".into(),
        No::NothingToAnswer => "This resident says that it is done; no answer is needed.".into(),
        No::NobodyObjects => {
            "Nobody says that it is not done. Close it once the last day has passed.".into()
        }
        No::ProjectsNotEnded { n } => {
            format!("Not ended yet: {n} winning projects. Close or stop them first.")
        }
        No::FollowsItsProject { project } => {
            format!("This has become a project. Go on at the page of project No. {project}.")
        }
    }
}
