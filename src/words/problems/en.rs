//! What went wrong, in English.
mod slots;

use super::Words;
use crate::words::{
    Language, ballots, coaching, contests, councils, delivery, feedback, format::counted, helping,
    moderation, register, staff,
};
use huiyin_domain::{
    problems::ProblemKind, recordings::StageKind as RecordingStage, refusals::Refusal,
};

const LANGUAGE: Language = Language::English;

/// What went wrong, in English.
pub const ENGLISH: Words = Words { refusal, ballot: ballots::en::wrong, kind };

#[expect(clippy::too_many_lines, reason = "a table: one sentence for each refusal")]
fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::SignInFirst => "Sign in first, with the 12-digit code on your letter.".into(),
        Refusal::ResidentsOnly => {
            "Only residents can do this: staff accounts cannot propose, co-sign or vote.".into()
        }
        Refusal::OrganiserOnly => {
            "Only the organiser can do this. To say something about it, call the number above."
                .into()
        }
        Refusal::StaffOnly => "Only the staff can do this. Call the number above.".into(),
        Refusal::YourOwnProposal => {
            "This is your own proposal: ask your neighbours to co-sign it.".into()
        }
        Refusal::NotYourProposal => {
            "This is not your proposal: only its author can do this. You can call the number above."
                .into()
        }
        Refusal::AlreadyCoSigned => "You have co-signed already; once is enough.".into(),
        Refusal::NotCoSigned => "You have not co-signed this proposal.".into(),
        Refusal::NotAtThisStage { stage } => {
            let stage = (contests::ENGLISH.stage)(*stage);
            format!("This proposal is now “{stage}”, so this is no longer possible. Reload it.")
        }
        Refusal::TooFewCoSigns { has, needed } => format!(
            "{has} of {needed} have co-signed. Wait for more, or take it to review with a reason."
        ),
        Refusal::NotOnTheList { n_items } => {
            let items = counted(u64::from(*n_items), "item", "items");
            format!("The list has {items}, and not this one. Choose again.")
        }
        Refusal::NothingChanged => {
            "The text is the same as before. Change something, and then send it.".into()
        }
        Refusal::SayWhyItChanged { n_co_signs } => {
            let people = counted(u64::from(*n_co_signs), "resident has", "residents have");
            format!("{people} co-signed. Say in a sentence why you change it, and send it again.")
        }
        Refusal::TooManyCoAuthors { max } => {
            format!("At most {max} can join an author, and they have. You can still co-sign it.")
        }
        Refusal::UnknownInvitation => "No invitation has this code: it may be mistyped, used or too \
            old. Compare it, or ask its author for another."
            .into(),
        Refusal::TooManyDepartments { max } => {
            format!("At most {max} departments can be asked beside the lead. Take some out.")
        }
        Refusal::OthersHaveNotAnswered { n } => {
            let others = counted(u64::from(*n), "department has", "departments have");
            format!("{others} not answered yet, and their day has not passed. Wait for them.")
        }
        Refusal::TooManyMonths { max } => {
            format!("A proposal may take at most {max} months. Choose fewer.")
        }
        Refusal::NoSuchProposal { proposal } => {
            format!("There is no proposal No. {proposal} in this contest. Compare the number.")
        }
        Refusal::CannotTakeIn { proposal, stage } => {
            let stage = (contests::ENGLISH.stage)(*stage);
            format!("No. {proposal} is “{stage}” and takes no other in. Choose another.")
        }
        Refusal::NotInThisPhase { phase, next_at } => {
            let phase = (contests::ENGLISH.phase)(*phase);
            let until =
                next_at.map_or(String::new(), |at| format!(", until {}", LANGUAGE.moment(at)));
            format!("The contest is in the phase “{phase}”{until}: this cannot be done now.")
        }
        Refusal::NotTheNextPhase { phase } => {
            let phase = (contests::ENGLISH.phase)(*phase);
            format!("The contest is in “{phase}”; only the next phase can follow. Reload first.")
        }
        Refusal::NothingShortlisted => {
            "No proposal is on the shortlist yet. Decide on proposals and their costs first.".into()
        }
        Refusal::AboveCap { cap } => {
            format!("One proposal may cost at most {}. Lower the amount.", LANGUAGE.yuan(*cap))
        }
        Refusal::CostsNothing => "The cost cannot be 0. Fill in what it takes.".into(),
        Refusal::DatesOutOfOrder => {
            "Dates must lie ahead and follow one another. Choose another date.".into()
        }
        Refusal::RulesAreSealed => {
            "Since notice was given, the rules and the shortlist are sealed.".into()
        }
        Refusal::BallotAlreadyHandedOut => {
            "Your ballot was handed out to another phone or browser. To change your vote, use that \
             one; if it is lost, call the number above."
                .into()
        }
        Refusal::UnknownBallot => {
            "The box does not know this ballot. Go back to the voting page and take one.".into()
        }
        Refusal::VotingClosed { at } => format!(
            "Voting closed on {}. What was in the box by then counts and stays as it is.",
            LANGUAGE.moment(*at)
        ),
        Refusal::AlreadyCounted => "The votes have been counted already. Reload the page.".into(),
        Refusal::NotCountedYet => "The votes have not been counted yet. Count them first.".into(),
        Refusal::Meeting { why } => councils::meeting_refusals_en::refusal(why),
        Refusal::Register { why } => register::refusals_en::refusal(*why),
        Refusal::Council { why } => councils::refusals_en::refusal(why),
        Refusal::Contest { why } => contests::refusals_en::refusal(why),
        Refusal::Moderation { why } => moderation::refusal_in_english(*why),
        Refusal::Coaching { why } => coaching::refusal_in_english(*why),
        Refusal::Staff { why } => staff::refusals_en::refusal(*why),
        Refusal::Delivery { why } => delivery::refusals_en::refusal(*why),
        Refusal::CallbackClosed { at } => {
            format!("This call was settled on {}: nothing is left to do.", LANGUAGE.moment(*at))
        }
        Refusal::TryAgainFirst { least } => {
            format!("Call at least {least} times before giving up; try another hour.")
        }
        Refusal::ToldOnce => {
            "The letter was made a moment ago, and its code is shown only once. If you have not \
             seen it, press again: the old code then ends."
                .into()
        }
        Refusal::NotReceivedInTime { from, until } => {
            let (from, until) = (LANGUAGE.date(*from), LANGUAGE.date(*until));
            format!("Only what came from {from} to {until} can be entered. Check the day it came.")
        }
        Refusal::SameTitle { proposal } => format!(
            "This resident has a proposal with the same title, No. {proposal}. See first whether \
             it is the same."
        ),
        Refusal::SameWords { submission } => format!(
            "This resident has sent the same words already, as No. {submission}. See first whether \
             it is the same matter."
        ),
        Refusal::NewerAnswer { on } => {
            let on = LANGUAGE.date(*on);
            format!("This resident gave a newer answer on {on}, and that one counts. Call and ask.")
        }
        Refusal::NotYourRecording => {
            "This is not your recording: only whoever spoke it can hear and answer it. Sign in with \
             your own letter."
                .into()
        }
        Refusal::RecordingNotAtThisStage { stage } => {
            let stage = recording_stage(*stage);
            format!("This recording is now “{stage}”, so this is no longer possible. Reload it.")
        }
        Refusal::TooManyRecordings { max } => {
            let most = counted(u64::from(*max), "recording", "recordings");
            format!("You have {most} under way. Wait until one is done, or take one back.")
        }
        Refusal::NoRecordingsHere => {
            "Recordings are not taken here now. Type it, or call the number above.".into()
        }
        Refusal::TooLateForRecording => {
            "Notice has been given, so this recording comes too late for this contest. Propose it \
             in the next one, or call the number above."
                .into()
        }
        Refusal::PartMissing { .. } => {
            "The recording has not all arrived. Send it again: it goes on where it broke off."
                .into()
        }
        Refusal::SoundDiffers => {
            "What arrived is not what you recorded. Take it back and record again, or call the \
             number above."
                .into()
        }
        Refusal::NotYourSubmission => {
            "Only whoever sent it can say this. You can follow it and see what becomes of it.".into()
        }
        Refusal::FeedbackNotAtThisStage { stage } => {
            let stage = (feedback::ENGLISH.stage)(*stage);
            format!("It is “{stage}” now, so this cannot be done. Refresh to see where it stands.")
        }
        Refusal::NotYourDuty => {
            "Another department answers this one. Ask the office to pass it on to yours first."
                .into()
        }
        Refusal::FirstAnswerGiven => {
            "The first word was given already. Next comes the answer, by its day.".into()
        }
        Refusal::AppealedAlready => {
            "There was an appeal already, and there can be one only. To say more, call the number \
             above."
                .into()
        }
        Refusal::AppealTooLate { until } => {
            let until = LANGUAGE.date(*until);
            format!(
                "Appeals could be made until {until}. Send a new opinion, or call the number above."
            )
        }
        Refusal::AlreadyTheirs => "They have it already. Choose another department.".into(),
        Refusal::DepartmentDissolved => {
            "This department is no more. Choose another, or pass it to the office.".into()
        }
        Refusal::ExtendedOften { most } => {
            let times = counted((*most).into(), "time", "times");
            format!("Its day was put off {times} already, which is the most. Answer by its day.")
        }
        Refusal::LateAlready { due } => {
            let due = LANGUAGE.date(*due);
            format!("It was due on {due} and is late already, so it cannot be put off. Answer now.")
        }
        Refusal::NotAWorkday { next } => {
            let next = LANGUAGE.date(*next);
            format!("Nobody works on that day. Choose a working day; the next is {next}.")
        }
        Refusal::DayNotLater { than } => {
            let than = LANGUAGE.date(*than);
            format!("The day must come after {than}. Choose another working day.")
        }
        Refusal::DayTooFar { latest } => {
            let latest = LANGUAGE.date(*latest);
            format!("The last day that may be chosen is {latest}. Choose an earlier working day.")
        }
        Refusal::WouldGoInCircles => {
            "These two would each wait for the other, and nobody would answer. Choose another one, \
             or answer it."
                .into()
        }
        Refusal::DecidedByContest { .. } => {
            "It is in a contest, so review and vote decide. Go to the proposal's own page.".into()
        }
        Refusal::AuthorIsHere => {
            "Whoever sent it is still here and has the last word. Call and ask.".into()
        }
        Refusal::OnlyInPerson => {
            "Only they themselves can do this. Finish helping, and let them sign in.".into()
        }
        Refusal::NotInHelpScope { scope } => {
            let scope = (helping::ENGLISH.scope)(*scope);
            format!(
                "They have not agreed that you {scope}. If it is needed, let them ask for help \
                 again and choose it too."
            )
        }
        Refusal::HelperCannotVote => {
            "Nobody can vote for another. Finish helping, and let them sign in and vote, or vote \
             on paper."
                .into()
        }
        Refusal::HelpIsOver => {
            "This help has ended: its time is over, or it was stopped. To help again, ask for a \
             new code."
                .into()
        }
        Refusal::UnknownHelpCode => {
            "There is no such code: it is mistyped, used, or older than half an hour. Compare it, \
             or ask for a new one."
                .into()
        }
        Refusal::YourOwnHelp => "This is your own code. Tell it to whoever helps you.".into(),
        Refusal::TooManyHelpers { max } => {
            format!("{max} people help you already, and that is the most. Stop one first.")
        }
        Refusal::NoSlot { hours, problem } => slots::no_slot(hours, problem),
        Refusal::UnknownYear { year } => slots::unknown_year(*year),
        Refusal::Stale { .. } => {
            "Somebody changed this meanwhile. Reload, look and decide again; what you filled in is \
             kept."
                .into()
        }
    }
}

fn recording_stage(stage: RecordingStage) -> &'static str {
    match stage {
        RecordingStage::Arriving => "being sent",
        RecordingStage::Waiting => "waiting to be written down",
        RecordingStage::Written => "waiting for its author's answer",
        RecordingStage::Unclear => "not understood",
        RecordingStage::Agreed => "a proposal now",
        RecordingStage::Withdrawn => "taken back",
    }
}

fn kind(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::WrongCredentials => {
            "The code or password is not right. Compare it with the letter, or call the number \
             above."
                .into()
        }
        ProblemKind::LetterUsedUp => {
            "The code of this letter has been used as often as it may be. Call the number above \
             for a new letter."
                .into()
        }
        ProblemKind::SignedOut => {
            "You have been signed out. Sign in again; what you filled in is kept.".into()
        }
        ProblemKind::Missing => {
            "Not found. The address may be mistyped, or it is not published yet.".into()
        }
        ProblemKind::TooLarge { max_bytes } => {
            format!("The file is too big: {} MB at most. Choose another.", max_bytes / 1_000_000)
        }
        ProblemKind::NotAPhoto => {
            "This is not a photo that can be opened. Choose a JPEG, PNG or WebP.".into()
        }
        ProblemKind::NotARecording => {
            "No sound arrived that can be played. Record again; or type it, or call the number \
             above."
                .into()
        }
        ProblemKind::RecordingTooLarge { .. } => {
            "The recording is too big to send. Say it in shorter parts, or call the number above."
                .into()
        }
        ProblemKind::TooMany { retry_after_seconds } => {
            let minutes = retry_after_seconds.div_ceil(60).max(1);
            let wait = counted(u64::from(minutes), "minute", "minutes");
            format!("Too many tries. Wait {wait}, or call the number above.")
        }
        ProblemKind::Broken => {
            "The server broke down; it is on record. What you filled in is kept: try again later."
                .into()
        }
        ProblemKind::KeyReused
        | ProblemKind::Malformed { .. }
        | ProblemKind::MethodNotAllowed
        | ProblemKind::UnsupportedMediaType
        | ProblemKind::Refused { .. }
        | ProblemKind::Invalid { .. }
        | ProblemKind::InvalidBallot { .. } => {
            "This page and the server do not fit together. Reload; what you filled in is kept."
                .into()
        }
    }
}
