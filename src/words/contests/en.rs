//! Words of contests, in English.
use super::{Draft, Manage, Page, Words};
use crate::words::{Language, Room, Tone, format::counted};
use huiyin_domain::{
    contests::{BallotForm, Event, Exclusive, Phase, Screening},
    counting::{BallotStyle, Completion, CountingRule, PointsLimit, Utility},
    proposals::StageKind,
};

const LANGUAGE: Language = Language::English;

/// Words of contests, in English.
pub const ENGLISH: Words = Words {
    heading: "Proposal contests",
    none: "There is no contest yet. The office will put up a notice when there is one.",
    phase,
    stage,
    propose: "Make a proposal",
    vote: "Vote",
    see_result: "Read the result",
    run: "Run this contest",
    until: |when, left| format!("Until {when} ({left})"),
    imported: |place| format!("A real election elsewhere: {place}"),
    generated: "Demonstration data, made by a program",
    story: "What happened",
    new: "Set up a contest",
    manage: Room::apart(Tone::English),
    draft: Room::apart(Tone::English),
    page: Room::apart(Tone::English),
};

pub(super) const PAGE: Page = Page {
    phase_means,
    rules: "Rules",
    budget: "To spend",
    cap: "At most for one",
    votes: "Votes each",
    votes_each,
    co_signs: "Co-signing",
    co_signs_needed: |n| match n {
        0 => "No co-signatures are needed".into(),
        n => {
            let people = counted(u64::from(n), "resident", "residents");
            format!("At least {people} must co-sign before a proposal is reviewed")
        }
    },
    rule: "Counting",
    rule_name,
    rule_means,
    ties: "Ties",
    ties_mean: |draw| {
        format!(
            "The lower cost first, then more votes; if still equal, the public draw decides. \
             What was drawn: “{draw}”."
        )
    },
    reserve: "Reserve list",
    reserve_places: |n| match n {
        0 => "There is none".into(),
        n => {
            let proposals = counted(u64::from(n), "proposal", "proposals");
            format!(
                "At most {proposals}. When a winner drops out and the money suffices, they come \
                 up in order."
            )
        }
    },
    unsupported: "What nobody votes for is not funded, even when money is left.",
    negative_list: "Cannot be funded",
    negative_list_empty: "Nothing is named.",
    seal: "Seal of the rules",
    seal_means: "The rules are sealed. If one character of them changed, this seal would change \
        too, and anybody can check it.",
    not_sealed: "The rules are sealed when notice begins; after that nobody can change them.",
    dates: "Dates",
    no_date: "The organiser will give the date",
    n_shortlisted: |n| {
        format!("{} on the shortlist", counted(u64::from(n), "proposal", "proposals"))
    },
    event,
    because: |reason| format!("Why: {reason}"),
};

pub(super) const DRAFT: Draft = Draft {
    heading: "A proposal you have not finished",
    draft_saved: |title, when| {
        format!("“{title}”, saved on this phone on {when}; it is kept for 30 days.")
    },
    draft_untitled: "Not named yet",
    write_on: "Go on writing",
    drop_draft: "Throw the draft away",
    drop_draft_ask: "Throw this draft away? It cannot be brought back.",
    drop_draft_sure: "Yes, throw it away",
    keep_draft: "Keep the draft",
};

pub(super) const MANAGE: Manage = Manage {
    heading: "Running the contest",
    nothing: "There is nothing for you to do now. The next phase begins by its date.",
    move_on: |to| format!("Enter “{}”", phase(to)),
    move_on_means,
    moved_on: |to| format!("The contest is now in “{}”.", phase(to)),
    move_reason: "Why the next phase begins now",
    reason_hint: "One sentence; everybody can read it.",
    postpone: "Change a date",
    postpone_which: "Which phase is to begin at another time",
    begins: |when| format!("Now set for {when}"),
    postpone_to: "When it begins instead (China time)",
    postpone_reason: "Why the date changes",
    postpone_do: "Change this date",
    postponed: |it| format!("The beginning of “{}” has been changed.", phase(it)),
    choose_phase: "Choose a phase.",
    count: "Count the votes",
    count_means: "The box is opened and counted by the sealed rules. Only organisers see the \
        result until it is published. Many ballots take a while.",
    counted: "The votes are counted. Read the result once, then publish it.",
    publish: "Publish the result",
    publish_means: "The result, every step of the count and all ballots become public, and \
        anybody can recount them. This cannot be undone, and the time for objections begins now.",
    exclusive_kept: "The groups are kept with the rules.",
    published: "The result is published.",
    new_heading: "Set up a contest",
    new_refused: "To set up a contest, sign in as an organiser.",
    title: "What is the contest called?",
    title_hint: "For example: Neighbourhood proposals, spring 2026",
    title_empty: "Write what the contest is called.",
    budget: "How much is there to spend, in yuan?",
    money_hint: "Digits will do, for example 200000.",
    cap: "At most how much for one proposal, in yuan?",
    style: "How people vote",
    style_name,
    style_means,
    points_total: "Points for each person",
    points_each: "Most points for one proposal",
    points_each_hint: "No more than each person has.",
    places: "How many proposals each person puts in order",
    votes: "How many proposals may one person choose?",
    votes_hint: |most| format!("1 to {most}."),
    co_signs: "How many people must co-sign a proposal?",
    co_signs_hint: |most| format!("0 to {most}; with 0, none are needed."),
    rule: "How are the votes counted?",
    draw: "What the draw gave",
    draw_hint: "It decides when votes and costs are equal. Draw in public before the vote, for \
        example: red 7, blue 3, white 12.",
    reserve: "How many places the reserve list has",
    reserve_hint: |most| {
        format!("0 to {most}; 0 is none. When a winner drops out, the next one comes up.")
    },
    negative_list: "What cannot be funded, one a line",
    negative_list_hint: "The usual ones are filled in; change them as you need.",
    negative_list_usual: "What is good for one household only\nWhat the property management \
        must do under its contract\nDaily expenses of persons or organisations\nWhat is unlawful \
        or endangers neighbours\nWhat the government has already arranged",
    screening: "When the office looks whether proposals can be funded",
    screening_name: |screening| match screening {
        Screening::Meanwhile => "While neighbours co-sign: nobody waits for the office",
        Screening::First => "First: neighbours can co-sign once the office has looked",
    },
    dates: "Four dates",
    dates_hint: "All in China time, each later than the one before. You begin the notice by hand \
        after the review.",
    collecting: "When does collecting begin?",
    reviewing: "When does collecting end and review begin?",
    voting: "When does voting begin?",
    counting_from: "When does voting end and counting begin?",
    create: "Set up this contest",
};

fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Preparing => "Preparing",
        Phase::Collecting => "Collecting proposals",
        Phase::Reviewing => "Department review",
        Phase::Notice => "Notice",
        Phase::Voting => "Voting",
        Phase::Counting => "Counting",
        Phase::Objection => "Result open to objection",
        Phase::Results => "Result final",
        Phase::Implementing => "Being carried out",
        Phase::Closed => "Closed",
    }
}

fn stage(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Submitted => "Being screened",
        StageKind::Returned => "To be mended",
        StageKind::CoSigning => "Gathering co-signatures",
        StageKind::Qualified => "Enough co-signatures",
        StageKind::UnderReview => "Under review",
        StageKind::Shortlisted => "On the shortlist",
        StageKind::NotFeasible => "Cannot be done",
        StageKind::OutOfScope => "Cannot be funded",
        StageKind::MergedInto => "Merged",
        StageKind::Withdrawn => "Taken back",
        StageKind::Won => "Won",
        StageKind::NotSelected => "Not selected",
        StageKind::InDelivery => "Being carried out",
        StageKind::Delivered => "Done",
        StageKind::Stopped => "Stopped",
        StageKind::Reserve => "Reserve",
        StageKind::GivenBack => "Dropped out",
    }
}

fn phase_means(phase: Phase) -> &'static str {
    match phase {
        Phase::Preparing => "The organisers are preparing; residents cannot see it yet.",
        Phase::Collecting => "Residents can propose, and co-sign their neighbours' proposals.",
        Phase::Reviewing => "Departments look at what can be done and what it costs.",
        Phase::Notice => "The shortlist and the sealed rules are shown; voting comes next.",
        Phase::Voting => "Every resident can vote, and change the vote until the close.",
        Phase::Counting => "Voting has closed; the votes are being counted.",
        Phase::Objection => "The result is out. To object, call the number above.",
        Phase::Results => "The result stands.",
        Phase::Implementing => "The winning proposals are being carried out.",
        Phase::Closed => "This contest is over.",
    }
}

fn move_on_means(to: Phase) -> &'static str {
    match to {
        Phase::Preparing => "The contest is prepared again.",
        Phase::Collecting => "Residents can propose and co-sign at once.",
        Phase::Reviewing => "Collecting ends at once: no more proposals or co-signatures.",
        Phase::Notice => {
            "The rules and the shortlist are sealed at once and cannot be changed. Check them first."
        }
        Phase::Voting => "Residents can vote at once.",
        Phase::Counting => "Voting closes at once: no vote can be cast or changed.",
        Phase::Objection => "The time for objections begins at once.",
        Phase::Results => "The time for objections ends at once and the result stands.",
        Phase::Implementing => "Work on the winning proposals begins.",
        Phase::Closed => "The contest ends; it can still be read.",
    }
}

fn votes_each(ballot: BallotStyle) -> String {
    match ballot {
        BallotStyle::Approval { max: Some(max) } => {
            format!("Up to {}", counted(u64::from(max), "proposal", "proposals"))
        }
        BallotStyle::Approval { max: None } => "As many proposals as one likes".into(),
        BallotStyle::Knapsack => "As many proposals as the budget can pay for".into(),
        BallotStyle::Points { limit: None } => "Points for proposals".into(),
        BallotStyle::Points { limit: Some(PointsLimit { total, each }) } => {
            format!("{total} points, at most {each} for one proposal")
        }
        BallotStyle::Ranking { k } => format!("The best {k} proposals in order"),
    }
}

fn style_name(style: BallotForm) -> &'static str {
    match style {
        BallotForm::Approval => "Choose some",
        BallotForm::Knapsack => "Choose within the budget",
        BallotForm::Points { .. } => "Give points",
        BallotForm::Ranking { .. } => "Put in order",
    }
}

fn style_means(style: BallotForm) -> &'static str {
    match style {
        BallotForm::Approval => {
            "Everybody chooses the proposals they support; each choice is one vote. The simplest way."
        }
        BallotForm::Knapsack => {
            "Everybody chooses as if spending the money: together no more than the budget, and the \
             money left is always told. Each choice is one vote."
        }
        BallotForm::Points { .. } => {
            "Everybody has the same points to give, more of them to what they want more."
        }
        BallotForm::Ranking { .. } => {
            "Everybody puts the best ones in order: most points for the first, one fewer for each \
             after it."
        }
    }
}

fn rule_name(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::Greedy { utility: Utility::Cost } => "Most votes first",
        CountingRule::Greedy { utility: Utility::Cardinality } => "Most votes for the money first",
        CountingRule::EqualShares { completion: Completion::None, .. } => "Equal shares",
        CountingRule::EqualShares { completion: Completion::Greedy, .. } => {
            "Equal shares, then most votes"
        }
        CountingRule::EqualShares { .. } => "Equal shares, raised step by step",
    }
}

fn rule_means(rule: CountingRule) -> String {
    let shares = "Every voter has the same share of the money. A proposal wins when its \
        supporters' shares can pay for it, so that small groups get their part too.";
    match rule {
        CountingRule::Greedy { utility: Utility::Cost } => {
            "The proposal with most votes comes first and wins if the money suffices; what no \
             longer fits is skipped."
                .into()
        }
        CountingRule::Greedy { utility: Utility::Cardinality } => {
            "The proposal with most votes for each yuan comes first; what no longer fits is \
             skipped."
                .into()
        }
        CountingRule::EqualShares { completion: Completion::None, .. } => {
            format!("{shares} Money that is left stays unspent.")
        }
        CountingRule::EqualShares { completion: Completion::Greedy, .. } => {
            format!("{shares} Money that is left goes by most votes.")
        }
        CountingRule::EqualShares { .. } => {
            format!(
                "{shares} While money is left, all shares are raised a little and counted anew."
            )
        }
    }
}

fn event(event: &Event) -> String {
    match event {
        Event::Created => "The contest was set up.".into(),
        Event::MovedOn { to, seal: None, .. } => format!("Entered “{}”.", phase(*to)),
        Event::MovedOn { to, seal: Some(_), .. } => {
            format!("Entered “{}”; the rules were sealed.", phase(*to))
        }
        Event::Postponed { phase: it, from, to, .. } => {
            let (it, to) = (phase(*it), LANGUAGE.moment(*to));
            match from {
                Some(from) => {
                    format!("“{it}” begins on {to} instead of {}.", LANGUAGE.moment(*from))
                }
                None => format!("“{it}” begins on {to}."),
            }
        }
        Event::ExclusiveNamed { group } => {
            format!("Only one of {} can be carried out.", numbers(group))
        }
        Event::ExclusiveDropped { group } => {
            format!("{} no longer exclude each other.", numbers(group))
        }
        Event::Objected { n_open } => {
            format!("A resident objected; without an answer: {n_open}.")
        }
        Event::ObjectionAnswered { n_open: 0 } => "All objections are answered.".into(),
        Event::ObjectionAnswered { n_open } => {
            format!("An objection was answered; without an answer: {n_open}.")
        }
        Event::Counted => "The votes were counted.".into(),
        Event::Published => "The result was published.".into(),
    }
}

fn numbers(group: &Exclusive) -> String {
    let all: Vec<String> = group.proposals.iter().map(|id| format!("No. {id}")).collect();
    all.join(", ")
}
