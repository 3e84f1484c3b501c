//! Words of helping, in English.
use super::{Banner, Help, Helping, Start, Words};
use crate::words::{Room, Tone};
use huiyin_domain::helping::{Act, Event, Lasting, Party, Scope, Standing};

/// Words of helping, in English.
pub const ENGLISH: Words = Words {
    help: Room::apart(Tone::English),
    start: Room::apart(Tone::English),
    helping: Room::apart(Tone::English),
    scope: |scope| match scope {
        Scope::Propose => "send proposals",
        Scope::CoSign => "co-sign proposals",
        Scope::Answer => "say when one can meet",
        Scope::Follow => "follow what was sent",
    },
    comma: ", ",
};

pub(super) const HELP: Help = Help {
    heading: "Ask somebody to help",
    what: [
        "Somebody you trust can do things here for you.",
        "You say what they may do and for how long, and you can stop it at any time.",
        "Only you can vote: nobody else can see your vote or cast it.",
    ],
    sign_in_first: "Sign in first, with the 12-digit code on your letter.",
    residents_only: "This page is for residents. As staff, you can help residents.",
    in_person: "You are helping somebody right now. Only they themselves can see this page.",
    begin: "Begin to ask somebody",
    by: |helper, until| format!("{helper} helps you, until {until}."),
    may: |scopes| format!("Allowed: {scopes}."),
    stop: |helper| format!("Stop the help of {helper}"),
    stopped: "It is stopped: they can do nothing more for you, from now on. You can ask somebody \
        to help again at any time.",
    waiting: |until| format!("You have a code that nobody has used yet. It works until {until}."),
    show_code: "Show the code again",
    cancel: "Cancel this code",
    past: "Earlier help",
    was_helped: |helper| match helper {
        Some(helper) => format!("{helper} has helped you"),
        None => "Nobody used the code".to_owned(),
    },
    see_log: |helper, day| match helper {
        Some(helper) => format!("See what {helper} did (from {day})"),
        None => format!("See the record of {day}"),
    },
    back: "Back to asking for help",
    log_heading: |helper| match helper {
        Some(helper) => format!("What {helper} did for you"),
        None => "The time you asked for help".to_owned(),
    },
    log: "The record, newest first",
    line,
    standing,
    see_proposal: |id| format!("See proposal No. {id}"),
};

fn line(event: &Event, helper: &str) -> String {
    match event {
        Event::Offered { .. } => "You agreed, and got a code.".to_owned(),
        Event::Withdrawn => "You cancelled the code; nobody had used it.".to_owned(),
        Event::Taken { .. } => format!("{helper} entered the code and began to help you."),
        Event::Acted { act } => match act {
            Act::Submitted { proposal } => {
                format!("{helper} sent proposal No. {proposal} for you.")
            }
            Act::Withdrew { proposal } => {
                format!("{helper} took proposal No. {proposal} back for you.")
            }
            Act::CoSigned { proposal } => {
                format!("{helper} co-signed proposal No. {proposal} for you.")
            }
            Act::CoSignWithdrawn { proposal } => {
                format!("{helper} took your co-signature of No. {proposal} back for you.")
            }
            Act::EditedProposal { proposal } => {
                format!("{helper} changed the text of proposal No. {proposal} for you.")
            }
            Act::MovedCoSign { proposal } => {
                format!("{helper} moved your co-signature of No. {proposal} for you.")
            }
            Act::AgreedMerge { proposal } => {
                format!("{helper} agreed for you that proposal No. {proposal} is merged.")
            }
            Act::DeclinedMerge { proposal } => {
                format!("{helper} said for you that proposal No. {proposal} is not merged.")
            }
            Act::GaveTimes => format!("{helper} said for you when you can meet."),
            Act::AnsweredSeries { series } => {
                format!("{helper} said for you when you can come to series No. {series}.")
            }
            Act::SaidComing { council } => {
                format!("{helper} said for you that you come to council No. {council}.")
            }
            Act::SaidNotComing { council } => {
                format!("{helper} said for you that you do not come to council No. {council}.")
            }
            Act::SaidDone { council } => {
                format!("{helper} said for you that a resolution of council No. {council} is done.")
            }
            Act::SaidNotDone { council } => format!(
                "{helper} said for you that a resolution of council No. {council} is not done."
            ),
            Act::Sent { submission } => format!("{helper} sent opinion No. {submission} for you."),
            Act::Confirmed { submission } => {
                format!("{helper} confirmed No. {submission} for you.")
            }
            Act::Appealed { submission } => {
                format!("{helper} appealed for you against the answer to No. {submission}.")
            }
            Act::Reopened { submission } => {
                format!("{helper} said for you that No. {submission} is not done.")
            }
            Act::TookBack { submission } => {
                format!("{helper} took opinion No. {submission} back for you.")
            }
            Act::Followed { submission } => format!("{helper} follows No. {submission} for you."),
            Act::Unfollowed { submission } => {
                format!("{helper} stopped following No. {submission} for you.")
            }
        },
        Event::Stopped { by: Party::Resident } => format!("You stopped the help of {helper}."),
        Event::Stopped { by: Party::Helper } => format!("{helper} does not help any more."),
    }
}

fn standing(standing: &Standing, until: &str, at: &str) -> String {
    match standing {
        Standing::Waiting { .. } => format!("Nobody has used the code yet; it works until {at}."),
        Standing::Lapsed => "The code has run out; nobody used it.".to_owned(),
        Standing::Withdrawn => "The code was cancelled; nobody used it.".to_owned(),
        Standing::Running => format!("Somebody is helping, until {until}."),
        Standing::TimeOver => format!("The time is over: it ended by itself on {until}."),
        Standing::Ended { by: Party::Resident, .. } => format!("You stopped it on {at}."),
        Standing::Ended { by: Party::Helper, .. } => format!("They gave it back on {at}."),
    }
}

pub(super) const START: Start = Start {
    step: |step| format!("Step {step} of 3"),
    what: "What may they do for you?",
    what_hint: "You may choose several. Nobody can vote for you.",
    scope_hint: |scope| match scope {
        Scope::Propose => "Write proposals for you, send them, and take them back.",
        Scope::CoSign => "Co-sign your neighbours' proposals, and take that back.",
        Scope::Answer => "Say for you when you can come to a council.",
        Scope::Follow => "See what you have sent and supported, and how it stands.",
    },
    nothing: "Nothing is chosen yet. Choose one at least.",
    how_long: "For how long?",
    how_long_hint: "It ends by itself. You can also stop it at any time.",
    lasting: |lasting| match lasting {
        Lasting::OneHour => "One hour",
        Lasting::Today => "Until midnight today",
        Lasting::ThirtyDays => "30 days",
    },
    no_limit: "Nothing is chosen yet. Choose a time.",
    agree_heading: "Read this, then agree",
    agree: |scopes, lasting| {
        vec![
            format!("Whoever has the code may do this for me: {scopes}."),
            format!("For how long: {lasting}."),
            "I vote myself.".to_owned(),
            "I can see all that is done, and stop it at any time.".to_owned(),
        ]
    },
    agree_now: "I agree",
    change: "Change",
    code_heading: "Tell this code to your helper",
    said: |digits| format!("Say: {}", spoken(digits)),
    code_until: |until| format!("It works until {until}, and only once."),
    careful: "Tell it only to somebody you trust. The office never calls to ask for it.",
    next_heading: "What happens next",
    next: [
        "They sign in as themselves, open “I help somebody”, and enter this code.",
        "From then on your pages say who is helping you.",
        "To end it, press “Stop”.",
    ],
    see_helpers: "See who helps me",
    gone_heading: "There is no code to use",
    gone: "The code has run out, or somebody has used it. You can get a new one.",
    again: "Get a new code",
};

/// Digit by digit, with a pause between the groups.
fn spoken(digits: &str) -> String {
    let names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let say = |digit: char| digit.to_digit(10).map_or(",", |digit| names[digit as usize]);
    digits.chars().map(say).collect::<Vec<_>>().join(" ").replace(" ,", ",")
}

pub(in crate::words) const HELPING: Helping = Helping {
    heading: "I help somebody",
    what: "Family or neighbours who trust you will tell you a 6-digit code. With it you can do for \
        them what they have agreed to.",
    code: "The 6-digit code they told you",
    code_hint: "It is on their page “Ask somebody to help”. Spaces do not matter.",
    look: "Look the code up",
    would_help: |name| format!("You would help: {name}"),
    until: |until| format!("Until {until}."),
    keep_to_it: "They see everything you do for them. Nobody can vote for another.",
    begin: |name| format!("Begin to help {name}"),
    other: "Enter another code",
    can_help: "Whom you are helping",
    nobody: "Nobody now.",
    go_on: |name| format!("Go on helping {name}"),
    give_back: |name| format!("Stop helping {name} for good"),
    given_back: "You do not help this resident any more. To help again, ask for a new code.",
    acting: |name| format!("You are helping {name}"),
    sent: |name| format!("See what {name} has sent"),
    go_home: "Go to the first page",
    not_among: "This is not among what you may do for them",
    not_among_means: |name| format!("You are helping {name}, and cannot open this page."),
    see_may: "See what I may do",
    no_vote: "Only they themselves can vote",
    no_vote_why: |name| {
        [
            format!(
                "You are helping {name}. Nobody can vote for another, or see whether they have."
            ),
            "Press “Finish helping” above. Then hand the phone over, so that they sign in with \
             their letter and vote."
                .to_owned(),
            "Without a phone, they can vote on paper at the office, or call the number above."
                .to_owned(),
        ]
    },
    to_contest: "Back to the contest",
};

pub(in crate::words) const BANNER: Banner = Banner {
    label: "Help",
    helping: |helper, resident, until| format!("{helper} is helping {resident}, until {until}"),
    finish: "Finish helping",
    finished: "You are back in your own account.",
    helped: |helper, until| format!("{helper} is helping you, until {until}"),
    look: "Look, or stop it",
};
