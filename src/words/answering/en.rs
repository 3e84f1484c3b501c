//! Words of the desk of whoever answers, in English.
use super::{About, AnswerWords, List, Tell, Template, Words};
use crate::{
    answering::act::{Act, How, Word},
    words::format::counted,
};
use huiyin_domain::feedback::{Satisfaction, VerdictKind};

/// Words of the desk of whoever answers, in English.
pub const ENGLISH: Words = Words {
    list: LIST,
    act,
    heading: |act, n| format!("No. {n}: {}", self::act(act)),
    means,
    send,
    done,
    words,
    words_hint: "Everybody can read it. Plain words, no names, no telephone numbers.",
    acts: "What staff can do",
    about: About {
        heading: "In the resident's words",
        says: "What they say",
        requests: "What they ask for",
        appeal: "Why they do not accept the answer",
    },
    not_now: "This cannot be done any more. Somebody may just have done it.",
    typed: "What you have written:",
    to_page: |n| format!("See everything about no. {n}"),
    to_list: "Go back to what is owed",
    answer: ANSWER,
    first_words: &[Template {
        name: "received",
        words: "Thank you, we have it. 【Who】 looks at it and comes to see it by 【which day】.",
    }],
    stands: &[Template {
        name: "the answer stands",
        words: "We checked again: 【what was checked】. Because of 【why】 the answer stands.",
    }],
    to: "To whom?",
    new_day: "To which day?",
    latest: |day| format!("{day} at the latest."),
    theme: "What is it about?",
    place: "Where is it?",
    no_place: "None of these places",
    request: |n, request| format!("Request {n}: {request}"),
    how,
    request_why: |how, n| match how {
        How::NotBuilt => format!("Why was request {n} not done?"),
        How::Will | How::AsAsked | How::Otherwise | How::Not => format!("Why not request {n}?"),
    },
    request_words: |n| format!("Request {n}, in words"),
    tell: TELL,
};

const LIST: List = List {
    cards: "The list",
    heading: "What is owed",
    see: "See what is owed",
    total: |n, n_overdue| match n_overdue {
        0 => format!("{n} in all, none overdue. The next due is on top."),
        n_overdue => format!("{n} in all, {n_overdue} overdue. Those are on top."),
    },
    nothing: "Nothing is owed now.",
    owner: "Whose",
    office: "The office's",
    all: "Everybody's",
    choose: |n| format!("Choose no. {n} to be passed on"),
    pass_on: "Pass on what is chosen",
    pass_on_means: "Choose some from the list, then to whom. The day stays, and everybody sees it.",
    choose_first: "Nothing is chosen. Choose at least one from the list.",
    pass_on_do: |n| match n {
        0 => "Pass on what is chosen".to_owned(),
        n => format!("Pass {n} on"),
    },
    passed: |n| format!("{} passed on.", counted(n as u64, "submission", "submissions")),
    refused: |n, why| format!("No. {n} was not passed on: {why}"),
    again: "Read the list again",
    next: "Go on to later ones",
    first: "Go back to the most urgent",
};

const ANSWER: AnswerWords = AnswerWords {
    verdict: "What is the answer?",
    kind,
    kind_means,
    words: |kind| match kind {
        VerdictKind::Adopted | VerdictKind::PartlyAdopted => "What will be done?",
        VerdictKind::AlreadyPlanned => "What is planned already?",
        VerdictKind::MergedInto | VerdictKind::Deferred | VerdictKind::NotAdopted => {
            "Say why, in words"
        }
    },
    reason: "Which kind of reason?",
    day: |kind| match kind {
        VerdictKind::Deferred => "Answered again by which day?",
        VerdictKind::Adopted
        | VerdictKind::PartlyAdopted
        | VerdictKind::AlreadyPlanned
        | VerdictKind::MergedInto
        | VerdictKind::NotAdopted => "Done by which day?",
    },
    day_hint: "A working day. For a day off you will be told the next working day.",
    into: "Together with which number?",
    into_hint: "The number of the other one, such as 128.",
    templates: "Templates to begin with",
    templates_mean: "What stands in 【】 must be filled in, or it cannot be sent.",
    take: |name| format!("Use the template: {name}"),
    of_kind,
    preview: "What the resident will read and hear",
    preview_hear: "Press “Read this page aloud” at the top to hear it.",
    preview_later: "When all is filled in, this shows what the resident will see.",
};

const TELL: Tell = Tell {
    which: "What does the resident say?",
    word: |word| match word {
        Word::Confirm => "It will do: confirmed",
        Word::Reopen => "It is not done",
        Word::Appeal => "The answer is not right: an appeal",
    },
    heard: "How did they say it?",
    phone: "On the telephone",
    paper: "On paper",
    satisfaction: "Are they content?",
    content: |satisfaction| match satisfaction {
        Satisfaction::Content => "Content",
        Satisfaction::SoSo => "So-so",
        Satisfaction::NotContent => "Not content",
        Satisfaction::NotSaid => "Would rather not say",
    },
    words: "In the resident's words",
    words_hint: "As they said it. Everybody reads it: no names, no telephone numbers.",
};

fn act(act: Act) -> &'static str {
    match act {
        Act::Acknowledge => "Send a first word",
        Act::Answer => "Answer",
        Act::Uphold => "Let the answer stand",
        Act::Report => "Report a step",
        Act::Deliver => "Report that it is done",
        Act::PassOn => "Pass on",
        Act::Extend => "Put the day off",
        Act::Sort => "Sort",
        Act::Tell => "Enter the resident's word",
        Act::Close => "Close in public",
    }
}

fn means(act: Act) -> &'static str {
    match act {
        Act::Acknowledge => "Tells the resident that it is here and who looks at it.",
        Act::Answer => "It is public at once, and the resident is told. A no needs its reason.",
        Act::Uphold => "The resident has appealed. Say why the answer stays as it is.",
        Act::Report => "Tells everybody how far it has come.",
        Act::Deliver => "Say of each request what was built. It ends when the resident confirms.",
        Act::PassOn => "The day stays. Everybody sees each time it was passed on.",
        Act::Extend => "Say why. The old day stays visible.",
        Act::Sort => "Sorted things are found more easily on the ledger.",
        Act::Tell => "What the resident said on the telephone or wrote on paper.",
        Act::Close => "Whoever sent it has left and nobody can confirm it. Say how it ends.",
    }
}

fn send(act: Act) -> &'static str {
    match act {
        Act::Acknowledge => "Send the first word",
        Act::Answer => "Send the answer",
        Act::Uphold => "Send that the answer stands",
        Act::Report => "Send the report",
        Act::Deliver => "Send and ask the resident to confirm",
        Act::PassOn => "Pass it on",
        Act::Extend => "Change to this day",
        Act::Sort => "Save the sorting",
        Act::Tell => "Note the resident's word",
        Act::Close => "Close it in public",
    }
}

fn done(act: Act) -> &'static str {
    match act {
        Act::Acknowledge => "The first word is sent. The answer is still owed by its day.",
        Act::Answer => "The answer is sent, and the resident is told.",
        Act::Uphold => "Sent: the answer stands.",
        Act::Report => "The report is sent.",
        Act::Deliver => "Sent. The resident has the word now.",
        Act::PassOn => "Passed on. The day stays.",
        Act::Extend => "The day is changed, and the reason public.",
        Act::Sort => "The sorting is saved.",
        Act::Tell => "The resident's word is noted.",
        Act::Close => "Closed in public.",
    }
}

fn words(act: Act) -> &'static str {
    match act {
        Act::Acknowledge => "What do you tell the resident?",
        Act::Answer => "The answer",
        Act::Uphold => "Why does it stand?",
        Act::Report => "How far has it come?",
        Act::Deliver => "What was done?",
        Act::PassOn => "Why is it passed on?",
        Act::Extend => "Why is it put off?",
        Act::Sort => "In words",
        Act::Tell => "In the resident's words",
        Act::Close => "How does it end?",
    }
}

fn how(how: How) -> &'static str {
    match how {
        How::Will => "Will be done",
        How::AsAsked => "Done as asked",
        How::Otherwise => "Done, but otherwise",
        How::Not => "Will not be done",
        How::NotBuilt => "Not done",
    }
}

fn kind(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Adopted => "Adopted",
        VerdictKind::PartlyAdopted => "Partly adopted",
        VerdictKind::AlreadyPlanned => "Planned already",
        VerdictKind::MergedInto => "Goes on with another",
        VerdictKind::Deferred => "Put off, answered again later",
        VerdictKind::NotAdopted => "Not adopted",
    }
}

fn kind_means(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Adopted => "All of it will be done; say by which day",
        VerdictKind::PartlyAdopted => "Say of each request whether it will be done",
        VerdictKind::AlreadyPlanned => "It was going to be done; say by what",
        VerdictKind::MergedInto => "Say with which number",
        VerdictKind::Deferred => "Say why, and by which day it is answered again",
        VerdictKind::NotAdopted => "Say why",
    }
}

fn of_kind(kind: VerdictKind) -> &'static [Template] {
    match kind {
        VerdictKind::Adopted => &[
            Template {
                name: "a repair",
                words: "We have seen 【what】. 【Who】 repairs it by 【which day】.",
            },
            Template {
                name: "works",
                words: "We will 【do what】: first 【step】, then 【step】.",
            },
        ],
        VerdictKind::PartlyAdopted => &[Template {
            name: "a part of it",
            words: "We do what we can: 【what】. The rest cannot be done because of 【why】.",
        }],
        VerdictKind::AlreadyPlanned => &[Template {
            name: "planned already",
            words: "It is part of 【which plan】; 【who】 begins 【when】.",
        }],
        VerdictKind::MergedInto => &[Template {
            name: "together",
            words: "【How many】 residents say the same, and we do it together.",
        }],
        VerdictKind::Deferred => &[Template {
            name: "put off",
            words: "It cannot be done now because of 【why】. After 【what】 we answer again.",
        }],
        VerdictKind::NotAdopted => &[
            Template {
                name: "not allowed",
                words: "【Which rule】 does not allow it. What you can do is 【what】.",
            },
            Template {
                name: "not ours to decide",
                words: "【Which office】 decides about it, telephone 【number】. We have 【done what】.",
            },
        ],
    }
}
