//! Words of the public ledger, in English.
use super::{Card, Figures, Filter, Find, Plots, Words};
use crate::words::format::counted;
use huiyin_domain::feedback::figures::Share;

/// Words of the public ledger, in English.
pub const ENGLISH: Words = Words {
    heading: "Echo ledger",
    see: "See the echo ledger: what became of it all",
    lead: "What people said, what was answered, what was done. You need not sign in.",
    on: |day| format!("As of {day}"),
    nothing: "Nobody has said anything yet. You can be the first.",
    nothing_here: "There is nothing in this selection. Choose a little less.",
    list: "One by one",
    next: "Go on to older ones",
    newest: "Go back to the newest",
    downloads: "Downloads",
    downloads_mean: "The table holds everything chosen; the data hold this page and the way to \
        the next. Neither holds names or telephone numbers.",
    csv: "Download the table (CSV)",
    json: "Download the data (JSON)",
    figures: Figures {
        heading: "All in all",
        sent: |n| format!("{n} received, without those taken back."),
        in_time: |share| of(share, "answered in time", "No answer was due yet."),
        adopted: |share| of(share, "adopted, wholly or partly", "Nothing was answered yet."),
        delivered: |share| of(share, "done after being adopted", "Nothing was adopted yet."),
        confirmed: |share| of(share, "confirmed by the resident", "Nothing was done yet."),
        content: |share| of(share, "left the resident content", "No resident has said yet."),
        overdue,
        whole_means: "What is overdue and not answered counts in the whole.",
    },
    filter: FILTER,
    card: Card {
        number: |n| format!("No. {n}"),
        sent: |kind, day| format!("{kind} · sent on {day}"),
        passed_on: |n| format!("Passed on {}", counted(n.into(), "time", "times")),
        office: "Neighbourhood office",
        some_department: "A department",
    },
    plots: PLOTS,
    find: Find {
        heading: "Find by number",
        number: "Number",
        hint: "The number on your receipt, such as 128.",
        go: "Look up this number",
    },
};

/// The selection.
const FILTER: Filter = Filter {
    heading: "Choose what to see",
    theme: "About what",
    place: "Where",
    department: "Who answers",
    month: "Sent in which month",
    stage: "Where it stands",
    overdue: "Only what is overdue",
    overdue_chosen: "what is overdue",
    all: "All",
    show: "Show this selection",
    chosen: |chosen| format!("Only: {chosen}"),
    clear: "Choose nothing and see all",
};

/// The plots.
const PLOTS: Plots = Plots {
    by_month: "By month",
    by_department: "By who answers",
    by_theme: "By what it is about",
    by_place: "By place",
    hint: "Open bars were received, full bars answered in time, broken bars are overdue now.",
    as_table: |plot| format!("{plot}, as a table"),
    nothing: "There is nothing to draw.",
    columns: ["Name", "Received", "Answered in time", "Overdue now"],
    show_all: |n| format!("Show all {n} lines"),
    sent: |n| format!("{n} received"),
    in_time: |n| format!("{n} answered in time"),
    overdue: |n| format!("{n} overdue now"),
    no_theme: "Not sorted yet",
    no_place: "No place chosen",
};

fn of(Share { part, whole }: Share, what: &str, none: &str) -> String {
    match (Share { part, whole }).percent() {
        Some(percent) => format!("{part} of {whole} {what} ({percent}%)."),
        None => none.to_owned(),
    }
}

fn overdue(n: u32) -> String {
    match n {
        0 => "Nothing is overdue now.".to_owned(),
        n => format!("{n} overdue now."),
    }
}
