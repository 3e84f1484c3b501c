//! Words of councils, in English.
use super::{Answer, Hub, Plan, Sheet, Show, Standing, Topics, Words, refusals_en};
use crate::words::{Language, Room, Tone, format::counted};
use huiyin_domain::councils::{
    Group,
    series::{
        Event, Mark, Worth,
        wire::{Instead, Why},
    },
};

const LANGUAGE: Language = Language::English;

/// Words of councils, in English.
pub const ENGLISH: Words = Words {
    heading: "Councils",
    what_for: "Neighbours sit down together to talk things over, only in evenings and on days \
        off. You say when you can come.",
    stage: refusals_en::series_stage,
    group,
    mark,
    hub: Room::apart(Tone::English),
    topics: Room::apart(Tone::English),
    show: Room::apart(Tone::English),
    answer: Room::apart(Tone::English),
    plan: Room::apart(Tone::English),
    again: Room::apart(Tone::English),
    sheet: Room::apart(Tone::English),
};

pub(in crate::words) const HUB: Hub = Hub {
    waiting: |n| match n {
        1 => "A council waits for you: tell us when you can come.".to_owned(),
        n => format!("{n} series of councils wait for you: tell us when you can come."),
    },
    ask: "Waiting for your answer",
    answer: "Tell us when you can come",
    until: |until| format!("Until {until}."),
    next: "Next councils",
    council: |id| format!("See council no. {id}"),
    all: "All councils",
    none: "There are no councils now. You can suggest a topic.",
    titled: |id, title| format!("{title} (series {id})"),
    n_sessions: |n| counted(u64::from(n), "council", "councils"),
    answered: "You have answered",
};

pub(super) const TOPICS: Topics = Topics {
    heading: "Topics",
    what_for: "What neighbours want a council to talk about, the most supported first.",
    none: "There are no topics yet. Suggest the first.",
    n_supports: |n| match n {
        0 => "Nobody supports it yet".to_owned(),
        n => format!("{} it", counted(u64::from(n), "person supports", "people support")),
    },
    mine: "You suggested this",
    support: |id| format!("Support no. {id}"),
    take_back: |id| format!("No longer support no. {id}"),
    supported: "Your support is counted.",
    taken_back: "Your support is taken back.",
    taken_up: |id| format!("A council takes it up: see series {id}"),
    sign_in_first: "To support a topic, sign in first.",
    suggest: "Suggest a topic",
    suggest_means: "One sentence is enough; it gets a number and an answer.",
};

pub(super) const SHEET: Sheet = Sheet {
    title: "When can you come to this council?",
    open: "Print this form to fill in by hand",
    how: "One tick for each time.",
    times: "Can you come at these times?",
    change: "If this changes, hand in another sheet or call. The last one counts.",
    closed: "No answers are taken now, so there is no form.",
};

pub(super) const SHOW: Show = Show {
    standing,
    answer: "Say when I can come",
    answer_new: |n| format!("Answer only the {}", counted(n as u64, "new time", "new times")),
    change: "Change my answer",
    about: "What it is for",
    topics: "What it is about",
    no_topics: "The topics are not chosen yet.",
    times: "Times to choose from",
    no_times: "There are no times to choose from yet.",
    room: |room, seats, online| {
        let seats = counted(u64::from(seats), "seat", "seats");
        match online {
            0 => format!("{room}, {seats}"),
            online => format!("{room}, {seats}, and {online} more online"),
        }
    },
    provisional: "Whether this is a day off is not final; it may change.",
    holiday: |name| format!("This day is a public holiday: {}.", name.en),
    in_working_hours: |reason| format!("These are working hours. Why: {reason}"),
    withdrawn: |reason| format!("This time was taken out. Why: {reason}"),
    my_mark: |mark_of| format!("You said: {}", mark(mark_of)),
    n_answers: |n| match n {
        0 => "Nobody has answered yet.".to_owned(),
        n => format!("{} answered.", counted(u64::from(n), "person has", "people have")),
    },
    hidden: "You see what others said once you have answered.",
    totals: "What everybody said",
    n_marks: |mark_of, n| format!("{}: {n}", mark(mark_of)),
    as_table: "What everybody said, as a table",
    columns: ["Time", "Can come", "If need be", "Cannot"],
    chosen: "The chosen times",
    why: "Why these times",
    others: "Times that were not chosen",
    why_not: |at| format!("Why not {at}"),
    story: "What happened",
    event,
};

pub(super) const ANSWER: Answer = Answer {
    how: "How would you like to answer?",
    how_hint: |until| {
        format!(
            "Until {until}; you can change it before. What others said you see after your own \
                answer."
        )
    },
    week: "Use my usual week",
    week_means: "We fill it in, and you change only the exceptions.",
    always: "I can come at any of these times",
    never: "I can come at none of them",
    each: "I choose one by one",
    each_again: "Change what I said before",
    only_new: |n| format!("Answer only the {}", counted(n as u64, "new time", "new times")),
    only_new_means: "What you said before stays.",
    to_week: "First say when I can usually come",
    to_week_means: "Once said, it serves for every council; you need not begin anew.",
    days: "Can you come at these times?",
    days_hint: "Choose one for each time.",
    from_week: "Filled in from your usual week. Change the exceptions, if there are any.",
    whole_day: |day| format!("{day}: any time"),
    no_day: |day| format!("{day}: no time"),
    part_mark: |part, mark_of| format!("{part}: {}", mark(mark_of).to_lowercase()),
    open: |at| format!("{at}: not answered yet"),
    some_open: "Some times are not answered yet",
    group: "Whose days are yours like?",
    group_hint: "So that all kinds of people get a chance to come. Only numbers \
        are public; who calls for the office can see it. You need not say.",
    no_group: "I would rather not say",
    check: "Look at your answer once more",
    short_days: "Times",
    short_attend: "How you attend",
    short_group: "Days like",
    line: |at, mark_of| format!("{at}: {}", mark(mark_of)),
    not_said: "You have not answered yet.",
    begin: "Begin",
    send_means: "The office uses it to choose the times. Others see numbers only, never who.",
    send: "Send my answer",
    not_now: "No answers are taken now.",
    sign_in_first: "Sign in first, so that we know whose answer this is.",
    staff: "On this page residents give their own answer. For others, use “Enter for a resident”.",
    to_series: "See these councils",
    sent: "Received, thank you",
    said: "What you said",
    until: |until| format!("You can change it until {until}."),
    next: "What comes next",
    next_means: "Then the times are chosen so that all kinds of people get a chance. You will be \
        told.",
    call: "Questions? Call",
};

pub(super) const PLAN: Plan = Plan {
    heading: "Why these times",
    not_yet: "The times are not chosen yet. When they are, the reasons stand here.",
    rule: "First, as many as can be of the group with the fewest chances; then as many people as \
        can be; then as many “can come” as can be.",
    worth: |worth| {
        format!(
            "Of the group with the fewest chances, {}% can come. {} in all.",
            worth.worst_group_percent,
            counted(u64::from(worth.n_seated), "person has a seat", "people have a seat"),
        )
    },
    best: "All ways to choose were compared: none is better.",
    within,
    other: |best, reason| {
        format!(
            "Another choice has {}% of the group with the fewest chances, and {} people in all. \
                It was not taken because: {reason}",
            best.worst_group_percent, best.n_seated
        )
    },
    each: "Each council, and what would be without it",
    only_chance: |n| match n {
        0 => "Without this one, everybody would have another chance.".to_owned(),
        n => format!(
            "Without this one, {} their only chance.",
            counted(u64::from(n), "person would lose", "people would lose")
        ),
    },
    of_group: |of, n| format!("{n} of them: {}", group(of)),
    groups: "How many of each group can come",
    seats: |of, seated, n| format!("{}: {seated} of {n} can come", group(of)),
    small: |of, n| format!("{}: only {n}, too few to be told apart", group(of)),
    nowhere: |n, all| format!("{n} of {all} residents can come at none of the times."),
    as_table: "Each group, as a table",
    columns: ["Group", "Can come", "In all"],
    not_told: "not told",
    again: "You can work it out yourself",
    again_means: "Download what the times were chosen from; it holds no names. Run huiyin plan on \
        a computer: the result should be the same.",
    checksum: "Checksum of that file (SHA-256):",
    download: "Download what the times were chosen from",
    why_not: |at| format!("Why not {at}?"),
    why,
    instead: "If this time had to be one of them, the best choice would be",
    best_with_it: "All choices with this time were compared: none is better.",
    swap,
    who_gains: "Who would gain a chance",
    gains: |of, n| match n {
        Some(n) => format!("{}: {n} would gain a chance", group(of)),
        None => format!("{}: a few would gain a chance, fewer than 5", group(of)),
    },
    who_loses: "Who would lose their only chance",
    loses: |of, n| match n {
        Some(n) => format!("{}: {n} would lose their only chance", group(of)),
        None => format!("{}: a few would lose their only chance, fewer than 5", group(of)),
    },
    compare: |chosen, instead| {
        format!(
            "Of the group with the fewest chances, {}% instead of {}% could come. {} instead of \
                {} people would have a seat.",
            instead.worst_group_percent,
            chosen.worst_group_percent,
            instead.n_seated,
            chosen.n_seated,
        )
    },
    to_plan: "See all the reasons",
};

fn group(group: Group) -> &'static str {
    match group {
        Group::Commuter => "People with office hours",
        Group::Shift => "People who work in shifts",
        Group::Parent => "Parents of schoolchildren",
        Group::Retired => "Retired people",
        Group::Tenant => "Young tenants",
        Group::Other => "Others",
        Group::NeverHadAChance => "People who never had a chance",
    }
}

fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Can => "Can come",
        Mark::IfNeedBe => "If need be",
        Mark::Cannot => "Cannot come",
    }
}

fn standing(standing: &Standing) -> String {
    let at = |moment| LANGUAGE.moment(moment);
    match standing {
        Standing::Topics => {
            "Topics are being collected. Suggest one, or support somebody's.".to_owned()
        }
        Standing::Asked { until } => {
            format!("Please tell us when you can come, until {}.", at(*until))
        }
        Standing::AskedAgain { n, until } => {
            let new = counted(*n as u64, "time is new", "times are new");
            format!("{new}; we ask only about these, until {}.", at(*until))
        }
        Standing::Answered { until } => {
            format!("You have answered. You can change it until {}.", at(*until))
        }
        Standing::Others { until } => {
            format!("Residents are asked when they can come, until {}.", at(*until))
        }
        Standing::Planning => {
            "The answers are in, and the times are being chosen. Everybody will be told.".to_owned()
        }
        Standing::Scheduled { n, next: Some(next) } => {
            let councils = counted(*n as u64, "council", "councils");
            format!("The times are chosen: {councils}. Next: {}.", LANGUAGE.hours(*next))
        }
        Standing::Scheduled { n, next: None } => {
            format!("{}, and all have been held.", counted(*n as u64, "council", "councils"))
        }
        Standing::Closed => "All of it is over, and the minutes are published.".to_owned(),
        Standing::Cancelled { reason } => format!("This will not take place. Why: {reason}"),
    }
}

fn swap(gain: u32, lose: u32) -> String {
    format!(
        "With this time, {} a chance and {} their only one.",
        counted(u64::from(gain), "person would gain", "people would gain"),
        counted(u64::from(lose), "person would lose", "people would lose"),
    )
}

fn why(why: &Why) -> String {
    match why {
        Why::IsChosen => "This time was chosen.".to_owned(),
        Why::NotOffered => "Nobody was asked about this time, so it is not among them.".to_owned(),
        Why::BelowQuorum { n_seated, quorum } => format!(
            "{} come at this time; at least {quorum} are needed.",
            counted(u64::from(*n_seated), "person can", "people can"),
        ),
        Why::NobodyLeads => "Nobody who could lead is free at this time.".to_owned(),
        Why::Impossible => "All choices were compared: none with this time keeps to the needs \
            (how many, how far apart, how many people)."
            .to_owned(),
        Why::NotFoundInTime => "There was no time to find a choice with this time. That does not \
            mean that there is none."
            .to_owned(),
        Why::Instead(Instead { n_gain, n_lose, .. }) => swap(*n_gain, *n_lose),
    }
}

pub(super) fn within(worth: &Worth, bound: &Worth) -> String {
    let percent = bound.worst_group_percent.saturating_sub(worth.worst_group_percent);
    let n = bound.n_seated.saturating_sub(worth.n_seated);
    let gap = match (percent, n) {
        (0, 0) => "No other choice lets more people come; only the number of “can come” is not \
            settled."
            .to_owned(),
        (0, n) => {
            let people = counted(u64::from(n), "person", "people");
            format!("It is at most {people} below what could be.")
        }
        (percent, _) => {
            format!("The group with the fewest chances is at most {percent}% below what could be.")
        }
    };
    format!("Not all ways to choose were compared. {gap}")
}

fn event(event: &Event) -> String {
    let at = |moment| LANGUAGE.moment(moment);
    match event {
        Event::Begun(_) => "These councils were begun.".to_owned(),
        Event::Described { .. } => "The description was changed.".to_owned(),
        Event::TopicsChosen { topics } => {
            format!("{} chosen.", counted(topics.len() as u64, "topic was", "topics were"))
        }
        Event::NeedsSet { needs } => {
            let councils = counted(u64::from(needs.n_sessions), "council", "councils");
            format!("What the choice keeps to was set: {councils}.")
        }
        Event::SlotsAdded { slots } => {
            format!("{} added.", counted(slots.len() as u64, "time was", "times were"))
        }
        Event::SlotWithdrawn { reason, .. } => format!("A time was taken out. Why: {reason}"),
        Event::PollOpened { until } => {
            format!("Everybody is asked when they can come, until {}.", at(*until))
        }
        Event::PollExtended { from, to, reason } => {
            format!("The end was moved from {} to {}. Why: {reason}", at(*from), at(*to))
        }
        Event::Scheduled { plan, .. } => {
            format!("{} chosen.", counted(plan.slots.len() as u64, "time was", "times were"))
        }
        Event::Closed => "All of it is over.".to_owned(),
        Event::Cancelled { reason } => format!("It was given up. Why: {reason}"),
    }
}
