//! Words of those who run a council, in English.
use super::{Fields, People, Run, Words};
use crate::{
    meetings_desk::act::Act,
    words::{format::counted, meetings::en::became},
};
use huiyin_domain::councils::meeting::{Answer, Presence, StageKind, Way};

/// Words of those who run a council, in English.
pub const ENGLISH: Words = Words {
    heading: "Run councils",
    none: "There are no councils yet. Choose times in a series first.",
    waits,
    open: "Run it",
    older: "Look at older ones",
    newest: "Back to the newest",
    notice_by: |day| format!("Notice at the latest on {day}"),
    leads: |name| format!("Led by {name}"),
    nobody_leads: "Nobody leads it yet. Choose somebody.",
    counts: |seats| {
        format!(
            "Coming: {} in the room, {} by video. Waiting: {} and {}.",
            seats.n_coming_in_person,
            seats.n_coming_online,
            seats.n_waiting_in_person,
            seats.n_waiting_online,
        )
    },
    day_changed: became,
    move_to: |when| format!("It could move to {when}."),
    move_nowhere: "There is no better day within four weeks. Choose another time, or leave it.",
    to_move: "Move it as proposed",
    move_reason: became,
    acts: "What can be done",
    facts: "How it stands",
    to_run: "Session: check in, write down, vote",
    to_people: "Who comes, who waits",
    to_public: "Look at the page residents see",
    back: "Back to this council",
    act,
    means,
    send,
    done,
    not_now: "This cannot be done now: it is too early, or somebody has done it already.",
    fields: FIELDS,
    run: RUN,
    people: PEOPLE,
};

const FIELDS: Fields = Fields {
    item: |n| format!("Item {n}"),
    item_title: |n| format!("Item {n}: what is it about?"),
    item_minutes: |n| format!("Item {n}: how many minutes?"),
    item_open: "A resolution an earlier council left open; it stands first.",
    item_up: |n| format!("Move item {n} up"),
    item_down: |n| format!("Move item {n} down"),
    item_out: |n| format!("Take item {n} out"),
    item_add: "Add an item",
    minutes: |minutes, most| format!("{minutes} minutes in all; the council has {most}."),
    topics: "Topics residents suggested",
    topic_add: |title| format!("Add to the agenda: {title}"),
    day: "On which day?",
    from: "When does it begin?",
    until: "When does it end?",
    room: "Where?",
    seats: "How many seats?",
    online: "How many places by video?",
    online_hint: "Leave it empty when nobody can join by video.",
    link: "Address of the video meeting",
    link_hint: "It begins with https://. Leave it empty while it is not known.",
    reason: "Why?",
    reason_hint: "All residents read this.",
    working_hours: "Why in working hours?",
    working_hours_hint: "Only when it lies in working hours. Everybody reads this.",
    loses: |names| match names {
        [] => "Everybody keeps their seat.".to_owned(),
        [name] => format!("{name} would lose their seat and wait."),
        names => {
            format!("{} would lose their seats and wait: {}.", names.len(), names.join(", "))
        }
    },
    leader: "Who leads it?",
    no_leader: "Nobody yet",
    resolution: "Which resolution?",
    resolution_line: |number, words| format!("Resolution {number}: {words}"),
    missing: "What residents say is missing",
    missing_line: |number, words| format!("Resolution {number}: {words}"),
    step: "What was done?",
    is_done: "Is it finished?",
    done_yes: "It is finished",
    done_no: "There is more to do",
    summary: "What was said?",
    summary_hint: "Agenda, opinions and votes are added by themselves. No names, please.",
};

const RUN: Run = Run {
    heading: "Session",
    present: |here, needed| format!("{here} present, {needed} needed"),
    quorate: "Enough are here for a vote.",
    missing: |n| format!("{} missing for a vote.", counted(n.into(), "person is", "people are")),
    where_from: |room, line, walk_ins| {
        format!("{room} in the room, {line} by video; {walk_ins} of them without a seat.")
    },
    counts_old: "The network is away; the counts may be old.",
    opens: |when| format!("People can be checked in from {when}."),
    open: "Open the session",
    is_over: "This session is over.",
    check_in: "Check in",
    code: "Check-in code",
    code_hint: "On the resident's phone, on the council's page. A phone's camera reads it too.",
    way: "How do they attend?",
    code_send: "Check in with this code",
    name: "Find by name",
    name_hint: "A name or a building will do.",
    find: "Find",
    nobody: "Nobody was found. Check them in as a walk-in.",
    found: |n| format!("{} found", counted(n as u64, "person", "people")),
    check_in_one: |name, address| format!("Check in {name} ({address})"),
    group: "Whose days are like the walk-in's? (no need to ask)",
    group_none: "Not said",
    walk_in: "Check in a walk-in",
    agenda: "Agenda",
    item: |hours, title| format!("{hours} {title}"),
    now: "Now",
    opinion: "Write down an opinion",
    opinion_words: "What was said?",
    opinion_hint: "Each opinion gets a number and is owed an answer. No names, please.",
    item_of: "To which item does the opinion belong?",
    item_of_vote: "To which item does the vote belong?",
    item_none: "To none",
    speaker: "Who said it?",
    speaker_none: "Without a name",
    opinion_send: "Write down this opinion",
    n_opinions: |n| format!("{} written down.", counted(n as u64, "opinion", "opinions")),
    vote: "Vote",
    no_vote: "No vote now: open the session first, with enough people.",
    vote_words: "What is voted on?",
    yes: "Hands for it",
    no: "Hands against it",
    abstain: "Abstentions",
    abstain_hint: "Leave it empty for none.",
    vote_send: "Write down the vote",
    end: "End the session",
    end_held: "Enough are here: it counts as held. There are no votes after this.",
    end_no_quorum: "Too few are here: it does not count as held. Opinions are still answered.",
    follow_up: "What comes next?",
    follow_up_hint: "Such as: again in two weeks. May be left empty.",
    end_send: "End the session now",
    checked_in: "Checked in.",
    opened: "The session is open.",
    recorded: "The opinion is written down and has a number.",
    voted: "The vote is written down.",
    ended: "The session is ended. Write the minutes next.",
    undone: "The check-in was taken back.",
};

const PEOPLE: People = People {
    heading: "Who comes, who waits",
    nobody: "Nobody has answered yet.",
    walk_in: |number| format!("Walk-in {number}"),
    answer,
    presence: |presence| match presence {
        Presence::Away => "not here yet".to_owned(),
        Presence::Here { way: Way::InPerson, .. } => "here, in the room".to_owned(),
        Presence::Here { way: Way::Online, .. } => "here, by video".to_owned(),
    },
    only_chance: "can come to no other",
    undo: |name| format!("Take back the check-in of {name}"),
    check_in: |name| format!("Check in {name}"),
    print: "Print the list",
    to_answer_for: "Answer for somebody who called",
    answer_for: |name, way| match way {
        Way::InPerson => format!("{name} comes to the room"),
        Way::Online => format!("{name} joins by video"),
    },
    decline_for: |name| format!("{name} does not come"),
    answered: "Noted.",
};

fn answer(answer: &Answer, place: Option<u32>) -> String {
    match (answer, place) {
        (Answer::Nothing, _) => "has not answered".to_owned(),
        (Answer::Coming { way: Way::InPerson, .. }, _) => "has a seat".to_owned(),
        (Answer::Coming { way: Way::Online, .. }, _) => "has a place by video".to_owned(),
        (Answer::Waiting { .. }, Some(place)) => format!("waits at place {place}"),
        (Answer::Waiting { .. }, None) => "waits".to_owned(),
        (Answer::NotComing, _) => "does not come".to_owned(),
    }
}

fn waits(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Scheduled => "Waits for its agenda and notice",
        StageKind::Noticed => "Waits for its session",
        StageKind::InSession => "Sits now",
        StageKind::Held | StageKind::NoQuorum => "Waits for its minutes",
        StageKind::MinutesPublished => "Waits for its resolutions to be done",
        StageKind::Closed => "Closed",
        StageKind::Cancelled => "Cancelled",
    }
}

fn act(act: Act) -> &'static str {
    match act {
        Act::Agenda => "Set the agenda",
        Act::Notice => "Give notice",
        Act::Move => "Move it",
        Act::Link => "Change the video meeting's address",
        Act::Facilitator => "Choose who leads it",
        Act::Cancel => "Cancel it",
        Act::FollowUp => "Report on a resolution",
        Act::Minutes => "Publish the minutes",
        Act::Close => "Close it",
        Act::AnswerFor => "Answer for a resident",
    }
}

fn means(act: Act) -> &'static str {
    match act {
        Act::Agenda => "At most 7 items. What an earlier council left open stands first by itself.",
        Act::Notice => "All residents are told the time, the place and the agenda.",
        Act::Move => "All residents are told. With fewer seats, those who answered last wait.",
        Act::Link => "Those who join by video are told.",
        Act::Facilitator => "One member of the staff leads a council.",
        Act::Cancel => "All residents are told. It cannot be taken back.",
        Act::FollowUp => "Everybody can read it. When it is finished, residents are asked.",
        Act::Minutes => "Everybody can read them, and they stay. Those who came are told.",
        Act::Close => {
            "When residents confirm each resolution, or their days are over, or it goes on later."
        }
        Act::AnswerFor => "For those who called or wrote.",
    }
}

fn send(act: Act) -> &'static str {
    match act {
        Act::Agenda => "Keep this agenda",
        Act::Notice => "Give notice now",
        Act::Move => "Move it and tell everybody",
        Act::Link => "Keep this address",
        Act::Facilitator => "Choose this person",
        Act::Cancel => "Cancel it and tell everybody",
        Act::FollowUp => "Publish this step",
        Act::Minutes => "Publish these minutes",
        Act::Close => "Close it now",
        Act::AnswerFor => "Note it",
    }
}

fn done(act: Act) -> &'static str {
    match act {
        Act::Agenda => "The agenda is set.",
        Act::Notice => "Notice was given.",
        Act::Move => "It was moved, and everybody was told.",
        Act::Link => "The address was changed.",
        Act::Facilitator => "Who leads it was changed.",
        Act::Cancel => "It was cancelled, and everybody was told.",
        Act::FollowUp => "The step is public.",
        Act::Minutes => "The minutes are public.",
        Act::Close => "It is closed.",
        Act::AnswerFor => "Noted.",
    }
}
