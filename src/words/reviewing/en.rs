//! Words of the desk for proposals, in English.
use super::{Ask, FindingWords, List, Merge, NoteWords, Review, Show, Words, acts_en};
use crate::{reviewing::list_page::Part, words::format::counted};

/// Words of the desk for proposals, in English.
pub const ENGLISH: Words = Words {
    list: LIST,
    show: SHOW,
    act: acts_en::act,
    heading: |act, n| format!("No. {n}: {}", acts_en::act(act)),
    means: acts_en::means,
    send: acts_en::send,
    done: acts_en::done,
    reason: acts_en::reason,
    reason_hint: "Everybody can read it. Plain words, no names, no telephone numbers.",
    why_not_hint: "For its author and everybody: why not, and what could be done instead.",
    about: "This proposal",
    to_page: |n| format!("Go back to no. {n} at the desk"),
    to_list: "Go back to the proposals that wait",
    preview: "What the author will read",
    preview_later: "When all is filled in, this shows what the author will read.",
    item: "Which item of the list of what cannot be funded?",
    nth_item: |n, item| format!("Item {n}: {item}"),
    finding: FINDING,
    ask: ASK,
    merge: MERGE,
    review: REVIEW,
    notes: NOTES,
};

const LIST: List = List {
    heading: "Proposals that wait",
    see: |n| match n {
        None => "See the proposals that wait".to_owned(),
        Some(0) => "See the proposals: none waits".to_owned(),
        Some(1) => "See the proposals: 1 waits".to_owned(),
        Some(n) => format!("See the proposals: {n} wait"),
    },
    see_review: "See the proposals to be reviewed",
    total: |n, n_late| match (n, n_late) {
        (0, _) => "No proposal waits now.".to_owned(),
        (n, 0) => format!("{n} in all, none late."),
        (n, n_late) => format!("{n} in all, {n_late} of them late."),
    },
    more: |n| format!("{n} more are not on this page; they come when these are done."),
    part: |part| match part {
        Part::ToScreen => "To be screened",
        Part::ToSend => "To be sent to review",
        Part::ToReview => "In review",
    },
    part_means: |part| match part {
        Part::ToScreen => {
            "Hold it against the published list: pass it, send it back, or name the item."
        }
        Part::ToSend => "Enough have co-signed. Ask departments, or decide at once.",
        Part::ToReview => "The next due is on top, the late ones first of all.",
    },
    nothing: "None.",
    due,
    you_lead: "Your department leads: the public answer is yours to give.",
    your_word: |has_answered| match has_answered {
        true => "Your department has said what it finds.",
        false => "Your department has not said yet what it finds.",
    },
    answered: |n, n_asked| {
        let asked = counted(u64::from(n_asked), "department", "departments");
        if n == n_asked {
            format!("{asked} asked, and all have answered. The public answer is next.")
        } else {
            format!("{asked} asked, {n} answered.")
        }
    },
};

const SHOW: Show = Show {
    acts: "What can be done now",
    no_acts: "Nothing waits for you here now.",
    says: "What its author wrote",
    by: |name| format!("By {name}"),
    list: "What cannot be funded",
    list_means: "As published with this contest. Screening goes by this list alone.",
    no_list: "This contest has no such list.",
    to_public: "See the page that residents see",
    merge_waits: |n, title| {
        format!("The author is asked whether to go on with no. {n}, “{title}”. No answer yet.")
    },
    merged: |n, title| format!("No. {n}, “{title}”, went into this one."),
};

const FINDING: FindingWords = FindingWords {
    can_be_done: "Can it be done?",
    yes: "It can be done",
    yes_means: "Say what it costs and how many months it takes",
    no: "It cannot be done",
    no_means: "Say why",
    cost: "What does it cost (yuan)?",
    cost_reviewed: "Cost as reviewed, in yuan",
    cost_hint: |cap| format!("At most {cap} for one proposal. Digits will do."),
    months: "How many months does it take?",
    months_hint: |max| format!("Once it is funded, 1 to {max} months. A number will do."),
    speaks_for: |name| format!("This is what {name} finds."),
};

const ASK: Ask = Ask {
    lead: "Which department leads?",
    others: "Which others look at it?",
    also: |name| format!("Ask {name} too"),
    due: "Answered by which day?",
    due_hint: "Ten working days ahead to begin with. For a day off you will be told the next \
        working day.",
    anew: "Asking anew takes back what the departments have said. They have to say it again.",
    none: "There is no department here yet. Decide at once: shortlist it, or say why not.",
};

const MERGE: Merge = Merge {
    into: "Together with which number?",
    into_hint: "The number of the other proposal, such as 128.",
    look: "See which one that is",
    this_one: |n, title| format!("No. {n} is “{title}”."),
    look_first: "Nobody has seen yet which one that is. Press “See which one that is” first.",
    itself: "That is this proposal itself. Give the number of the other one.",
    elsewhere: |n, contest| {
        format!("No. {n} belongs to another contest, “{contest}”. Check the number.")
    },
};

const REVIEW: Review = Review {
    heading: "Review by departments",
    due,
    asked: |name, leads| match leads {
        true => format!("{name} (leads)"),
        false => name.to_owned(),
    },
    waits: |name| format!("{name} has not answered yet."),
    has_answered: |name| format!("{name} has answered."),
};

const NOTES: NoteWords = NoteWords {
    heading: "Internal notes",
    unseen: "Internal: residents never see this. Only the office and the departments asked do.",
    none: "No notes yet.",
    words: "A new note",
    words_hint: "What to remember. What residents should know belongs in the answer.",
    send: "Save the note",
    done: "The note is saved. Residents do not see it.",
    by: |when, who| format!("{when} · {who}"),
};

fn due(day: &str, n_days_late: u32) -> String {
    match n_days_late {
        0 => format!("Due on {day}."),
        n => {
            let late = counted(u64::from(n), "working day", "working days");
            format!("Was due on {day}, {late} late.")
        }
    }
}
