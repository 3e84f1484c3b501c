//! Words of speaking, in English.
use super::{Desk, Dictation, Ladder, Messages, Recording, Words};
use crate::words::{Room, Tone, format::counted};
use huiyin_domain::recordings::{Event, Stage, StageKind};

/// Words of speaking, in English.
pub const ENGLISH: Words = Words {
    ladder: Room::apart(Tone::English),
    recording: Room::apart(Tone::English),
    messages: Room::apart(Tone::English),
    desk: Room::apart(Tone::English),
    dictation: Room::apart(Tone::English),
};

fn seconds(n: u32) -> String {
    counted(u64::from(n), "second", "seconds")
}

pub(super) const LADDER: Ladder = Ladder {
    ways: "Any way of saying it will do",
    speak: "Speak",
    write: "Write",
    get_help: "Get help",
    heading: "How would you like to say it?",
    hint: "Any dialect will do, and one sentence is enough. Every way counts the same.",
    record: "Say it; we write it down",
    record_means: "Two minutes at most. The office writes it down, you hear it read, and only \
        your “yes” publishes it.",
    keyboard: "Use the microphone of the keyboard",
    call: "Say it on the telephone",
    help: "Ask somebody to help",
    paper: "Write it on paper",
    said_before: "See what I have said",
    keyboard_heading: "The microphone of the keyboard",
    keyboard_steps: [
        "Tap the box to write in; the keyboard appears.",
        "Find the small microphone on the keyboard and tap it.",
        "Speak slowly to the phone.",
        "Tap it again at the end. Read the words; you can correct them.",
    ],
    keyboard_places: "It is mostly on the space bar, or in the lower left or right corner.",
    keyboard_go: "Go and write the proposal",
    keyboard_none: "There is none: record it instead",
};

pub(in crate::words) const RECORDING: Recording = Recording {
    heading: "Say it",
    hint: "Say what should be done, where, and why. Take your time; two minutes at most.",
    will_ask: "The phone will now ask whether the microphone may be used. Press “Allow”.",
    asks: "Use your microphone",
    refuse: "Don't allow",
    allow: "Allow",
    start: "Start recording",
    asking: "Press “Allow” on the phone",
    now: "Recording",
    seconds,
    heard: "We can hear you.",
    quiet: "It is very quiet. Come closer and speak up.",
    nearly_over: |left| format!("Two minutes are nearly over: {} left.", seconds(left)),
    stop: "I have finished",
    checking: "Listening for a sound…",
    silent: "There was nothing to hear",
    silent_next: "There was nothing to hear. Please say it again, closer and louder.",
    again: "Say it again",
    done: "Recorded: listen to it",
    was_full: "Two minutes are over, so recording stopped. What you said is all there.",
    length: |n| format!("{} in all.", seconds(n)),
    listen: "Listen to it",
    listen_stop: "Stop listening",
    cannot_play: "This phone cannot play it, but it can be sent all the same.",
    send: "Send this recording",
    send_means: "It goes to the office, which writes it down; only your “yes” publishes it.",
    replace: "Record it again",
    replace_means: "Until the new one is done, the earlier one stays.",
    replace_not: "Keep the earlier one",
    delete: "Delete the recording",
    delete_ask: "Delete this recording? It cannot be brought back.",
    delete_sure: "Yes, delete it",
    delete_not: "Do not delete it",
    deleted: "The recording is deleted.",
    waiting: "A recording has not been sent yet",
    waiting_open: "See the recording not sent yet",
    go_on: "Go on sending",
    part: |n, all| format!("Sending: part {n} of {all}."),
    cut: "The network is gone. The recording is still on the phone and goes on when it is back.",
    sign_in_first: "To send it, sign in first. The recording stays on the phone meanwhile.",
    sign_in: "Sign in to send it",
    kept: "The recording is kept on this phone, even when you close the page.",
    not_kept: "This phone cannot keep the recording. Do not close the page before it is sent.",
    from_beginning: "The server no longer has the first half. Press “Go on sending” to start over.",
    denied: "The phone did not allow the microphone",
    denied_next: "That is all right: choose another way. To use the microphone, allow it in the \
        browser's settings and open this page again.",
    absent: "This device has no microphone",
    absent_next: "That is all right: choose another way.",
    taken: "Another program is using the microphone",
    taken_next: "Close what is calling or recording and try again, or choose another way.",
    unsupported: "This browser cannot record",
    unsupported_next: "Record it with the phone's recorder and choose that file, or choose \
        another way.",
    file: "Choose a recording",
    file_unread: "This recording cannot be read. Choose another file.",
    file_too_large: |mb| format!("This recording is too big: {mb} MB at most. Make it shorter."),
    file_too_long: "This recording is longer than two minutes. Send it in two.",
    other_ways: "Other ways",
    sent: "Your recording is sent",
    number: "Your number",
    next: [
        "The office listens to it and writes it down.",
        "Then come back and hear it read.",
        "Your “yes” publishes it, under the same number.",
    ],
    look: "Look at my recording",
};

pub(super) const MESSAGES: Messages = Messages {
    heading: "What I have said",
    guest: "Sign in to see the recordings you have sent.",
    none: "You have not sent a recording yet.",
    stage,
    status,
    one: |n| format!("Recording no. {n}"),
    open: |n| format!("See recording no. {n}"),
    recorded: |when, n| format!("Recorded on {when}; {}.", seconds(n)),
    original: "Listen to the original",
    not_loaded: "The recording did not come. Check the network and press again.",
    written: "What we wrote down",
    place: "Where",
    why: "Why",
    requests: "Requests",
    hear: "To hear it, press “Read this page aloud”.",
    ask: "Is that what you said?",
    yes_means: |n| format!("“Yes” publishes the proposal at once, as no. {n}."),
    yes: "Yes, that is what I said",
    no: "No, it is not",
    no_heading: "What is wrong?",
    no_note: "Say what is wrong",
    no_hint: "One sentence, or nothing at all. The office will listen and write again.",
    no_send: "Have it written again",
    no_not: "Back to the text",
    say_again: "Say it again",
    agreed: "Your proposal is published.",
    disagreed: "The office will listen and write again.",
    look: |n| format!("See proposal no. {n}"),
    withdraw: "Take this recording back",
    withdraw_ask: "Take it back? The sound is then deleted and cannot be restored.",
    withdraw_sure: "Yes, take it back",
    withdraw_not: "Leave it as it is",
    withdrawn: "The recording is taken back and its sound deleted.",
    event: |event| {
        let happened = match event {
            Event::Begun => "Sending began.",
            Event::Arrived { .. } => "The recording arrived.",
            Event::Written { .. } => "The office wrote it down.",
            Event::Agreed => "You said yes; it was published.",
            Event::Disagreed => "You said that it was not right.",
            Event::FoundUnclear => "The office could not understand it.",
            Event::Withdrawn => "You took it back.",
        };
        happened.to_owned()
    },
};

fn stage(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Arriving => "Not sent to the end",
        StageKind::Waiting => "Waits for the office",
        StageKind::Written => "Waits for your “yes”",
        StageKind::Unclear => "Not understood",
        StageKind::Agreed => "Published",
        StageKind::Withdrawn => "Taken back",
    }
}

fn status(stage: &Stage) -> String {
    match stage {
        Stage::Arriving { .. } => {
            "It has not been sent to the end. Go on with the phone that recorded it.".into()
        }
        Stage::Waiting { .. } => "It has arrived. The office will listen and write it down.".into(),
        Stage::Written { .. } => "It is written down. Please hear whether it is right.".into(),
        Stage::Unclear { reason, .. } => format!("It could not be understood. {reason}"),
        Stage::Agreed { .. } => "You said yes, and the proposal is published.".into(),
        Stage::Withdrawn => "You took it back, and its sound is deleted.".into(),
    }
}

pub(super) const DESK: Desk = Desk {
    heading: "Recordings to write down",
    hint: "The one that has waited longest comes first. Only the resident's “yes” publishes it.",
    none: "No recording waits to be written down.",
    staff_only: "This page is for the office. Sign in with a staff account.",
    waited: |minutes| match (minutes / 1_440, minutes / 60) {
        (0, 0) => format!("waiting for {}", counted(minutes.unsigned_abs(), "minute", "minutes")),
        (0, hours) => format!("waiting for {}", counted(hours.unsigned_abs(), "hour", "hours")),
        (days, _) => format!("waiting for {}", counted(days.unsigned_abs(), "day", "days")),
    },
    length: seconds,
    misheard_times: |n| {
        format!(
            "The resident said {} that it was not right.",
            counted(u64::from(n), "time", "times")
        )
    },
    open: |n| format!("Write down no. {n}"),
    one: |n| format!("Write down recording no. {n}"),
    to_queue: "Back to the recordings",
    by: |name| format!("Spoken by {name}"),
    original: "The original",
    load: "Fetch the recording",
    speed: "Speed",
    slow: "Slower",
    normal: "As spoken",
    fast: "Faster",
    misheard: "The resident said that this was not right",
    misheard_without_note: "They did not say what was wrong.",
    misheard_note: |note| format!("They said: {note}"),
    engine: "What the machine understood",
    engine_hint: "Nobody has checked it, and it is often wrong. Correct it by ear.",
    engine_use: "Use the machine's words",
    engine_used: "They are now under “Why”. Correct them by ear.",
    write_heading: "Write it down",
    title: "What should be done (one sentence)",
    requests: "Requests (one a line; may stay empty)",
    place: "Where",
    why: "Why",
    left_out: "The cost is noted as unknown. Add nothing that was not said.",
    write: "Hand it to the resident",
    written: "The resident will hear it. Only their “yes” publishes it.",
    unclear_heading: "When it cannot be understood",
    unclear_reason: "Why it cannot be understood",
    unclear_hint: "For the person who spoke: why not, and what to do next.",
    unclear: "Tell them that it is unclear",
    unclear_done: "They are told that it could not be understood.",
};

pub(super) const DICTATION: Dictation = Dictation {
    speak: "Speak to fill it in",
    close: "Close the ways to speak",
    begin: "Let the phone write it",
    listening: "Listening; please speak.",
    stop: "I have finished",
    heard: "What I heard (you can correct it)",
    take: "Use these words",
    leave: "Do not use these words",
    taken: "It is in the box.",
    nothing: "The phone understood nothing. Use the microphone of the keyboard, or record it.",
    denied: "The phone did not allow the microphone. Type, or use that of the keyboard.",
    no_microphone: "There is no microphone, or another program uses it. Type, or call the number \
        above.",
    cannot: "This phone cannot write what it hears. Use the microphone of the keyboard, or record \
        it.",
};
