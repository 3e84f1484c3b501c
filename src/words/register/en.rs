//! Words of the register, in English.
use super::{BatchWords, ImportWords, PageWords, SilentWords, StatisticsWords, Words};
use crate::words::format::counted;
use huiyin_domain::{
    channels::Channel,
    register::{
        columns::Column,
        statistics::{Deed, Place},
    },
};

/// Words of the register, in English.
pub const ENGLISH: Words = Words {
    page: PageWords {
        heading: "Register of residents",
        residents: |n, n_households| {
            let households = counted(n_households.into(), "household", "households");
            format!("{} in {households}", counted(n.into(), "person", "people"))
        },
        silent: |n| match n {
            0 => "Somebody of every household has signed in".to_owned(),
            n => {
                let households = counted(n.into(), "household", "households");
                format!("{households} of which nobody has ever signed in")
            }
        },
        without_building: |n| {
            let people = counted(n.into(), "person has", "people have");
            format!("{people} no building on record. Importing the register fills it in.")
        },
        imported: |day| format!("Last imported on {day}"),
        never_imported: "No register has been imported yet.",
        import: "Import a register",
        letters: "Print letters in batches",
        see_silent: "See households that never signed in",
        save: "Save the register as a table",
        buildings: "Buildings",
        show_all: |n| format!("Show all {n} buildings"),
    },
    import: ImportWords {
        heading: "Import a register",
        means: "Choose a table and read the report first. Nothing is stored before you confirm.",
        columns: "The first row names the columns: name, building, room. Unit, phone and household \
            may be left out. One person a row.",
        excel: "In Excel choose “Save as”, then CSV. At most 20,000 rows.",
        file: "Choose the table (CSV)",
        file_hint: "The report comes as soon as it is chosen.",
        pasted: "No file? Paste the table here",
        pasted_hint: "Select all in the table and copy it, with the first row.",
        look: "See the report on what is pasted",
        looking: "Looking at it…",
        told: |report| {
            let refused = counted(report.refused.len() as u64, "row is", "rows are");
            format!("The report is there: {} new, {refused} refused.", report.n_new)
        },
        report: "Report before importing",
        not_stored: "Nothing is stored yet. Read it first.",
        rows: |n| format!("{} in all", counted(n.into(), "row", "rows")),
        new: |n| format!("New: {}", counted(n.into(), "person", "people")),
        known: |n, n_filled| {
            let known = counted(n.into(), "person", "people");
            match n_filled {
                0 => format!("On the register already: {known}, not added twice"),
                n_filled => format!(
                    "On the register already: {known}; for {n_filled} a home, a telephone or a \
                     household is filled in"
                ),
            }
        },
        refused: |n| format!("Refused: {}", counted(n as u64, "row", "rows")),
        ignored: |columns| format!("Not needed and not stored: {}.", columns.join(", ")),
        refused_rows: "Rows that are refused",
        refused_means: "Mend them in the table and import it again. Nobody is added twice.",
        row: |row, column| match column {
            Some(column) => format!("Row {row}, {}", column_word(column)),
            None => format!("Row {row}"),
        },
        why: super::refusals_en::row,
        said: |said| format!("It says: {said}"),
        first_new: |n, of| match u32::try_from(n) == Ok(of) {
            true => format!("New: {of}"),
            false => format!("New: {of}, of whom the first {n} are"),
        },
        person: |name, address| format!("{name}, {address}"),
        no_address: "no address on record",
        missing: |n| {
            format!(
                "On the register but not in the table: {}",
                counted(n.into(), "person", "people")
            )
        },
        missing_means: "They all stay. Find whoever has moved away, and erase them one by one.",
        show_all: |n| format!("Show all {n} rows"),
        show_all_missing: |n| format!("Show these {n} people"),
        nothing: "There is nothing new, so nothing is left to store.",
        store: |n_new, n_filled| match n_filled {
            0 => format!("Confirm and add {}", counted(n_new.into(), "person", "people")),
            n_filled => format!("Confirm: add {n_new}, fill in {n_filled}"),
        },
        other: "Take another table",
        stored: |n_new, n_filled| match n_filled {
            0 => format!("Stored: {} added.", counted(n_new.into(), "person", "people")),
            n_filled => format!("Stored: {n_new} added, {n_filled} filled in."),
        },
        left_out: |n| {
            let rows = counted(n.into(), "row was", "rows were");
            format!("{rows} left out. Mend the table and import it again.")
        },
        to_letters: "Print letters for them",
        to_register: "Go back to the register",
    },
    letters: BatchWords {
        heading: "Letters in batches",
        means: "One letter for each person, each on a sheet of A4 with its code and a square to \
            scan.",
        without: |n, n_without| {
            let people = counted(n.into(), "person", "people");
            format!("{people} on the register; {n_without} never had a letter.")
        },
        people: "For whom?",
        only_without: "Only those who never had a letter",
        everybody: "A new letter for everybody",
        everybody_means: "The letters they have stop working.",
        which: "In which buildings?",
        which_hint: "Choose none for all of them.",
        building: |name, n, n_without| {
            let people = counted(n.into(), "person", "people");
            format!("{name}: {people}, {n_without} without a letter")
        },
        begin: "Prepare this batch",
        before: "Batches before",
        batch: |id| format!("Batch {id} of letters"),
        begun: |at, by| format!("Begun {at} by {by}"),
        by_nobody: "somebody who has left",
        in_buildings: |buildings| match buildings {
            [] => "In all buildings".to_owned(),
            names => names.join(", "),
        },
        made: |n_made, n| format!("{n_made} of {} made", counted(n.into(), "letter", "letters")),
        open: "Open this batch",
        show_all: |n| format!("Show all {n} batches"),
        progress: |n_made, n| {
            format!("{n_made} of {} made", counted(n as u64, "letter", "letters"))
        },
        make_means: "The codes are shown once, in this window alone. Print them at once, before \
            you close it.",
        make: |n| format!("Make {}", counted(n as u64, "letter", "letters")),
        ready: |n| {
            let letters = counted(n as u64, "letter is", "letters are");
            format!("{letters} ready to print. Close this window and the codes are gone.")
        },
        print: |n| format!("Print {}", counted(n as u64, "letter", "letters")),
        codes_gone: "All letters of this batch were made. Their codes are not shown any more; \
            replace lost letters one by one.",
        show_sheets: "Show the letters on the screen",
        hide_sheets: "Hide the letters",
        in_batch: "People in this batch",
        lost_means: "For a lost letter make a new one; the old code ends at once.",
        show_people: |n| format!("Show all {n} people"),
        not_made: "Not made yet",
        has_letter: |day, letter| format!("Made on {day}, letter {letter}"),
        replaced: "Replaced by a newer letter since",
        signed_in: "Has signed in",
        never_signed_in: "Has never signed in",
        replace: "Make a new letter",
    },
    silent: SilentWords {
        never: "Households that never signed in",
        never_means: "Nobody of these households has ever signed in. Call them, or bring them \
            their letter.",
        no_contact: "Households without contact for a year",
        no_contact_means: |day| {
            format!("Since {day} nobody here signed in, sent anything, voted or came to a council.")
        },
        nobody: "There is no such household.",
        households: |n| format!("{} in all", counted(n as u64, "household", "households")),
        print: "Print this list",
        no_address: "no address on record",
        phone: |name, phone| format!("Call {name} {phone}"),
        no_phone: |name| format!("{name}, no telephone number"),
        reached: "reached",
        not_reached: "not reached",
    },
    statistics: StatisticsWords {
        heading: "Who takes part",
        least_heard: "Who has not been heard",
        heard_of: |place, share| match share {
            Some((part, whole)) => format!("{place}: {part} of {whole} people took part"),
            None => format!("{place}: not shown"),
        },
        too_few: "There are too few people to compare. Put residents on the register first.",
        on: |day| format!("As of {day}."),
        see_unheard: "Print the list of those without contact for a year",
        everybody: |n| format!("All {} of the community", counted(n.into(), "person", "people")),
        hidden_means: "Numbers below five are not shown, so that nobody is recognised; nor are \
            those from which they could be worked out.",
        hidden: "not shown",
        deed: |deed, share| match share {
            Some((part, whole)) => format!("{}: {part} of {whole}", deed_word(deed)),
            None => format!("{}: fewer than five, or all but a few; not shown", deed_word(deed)),
        },
        deed_word,
        place: |place| match place {
            Place::Building { name } => name.clone(),
            Place::NotOnRecord => "No building on record".to_owned(),
            Place::Others { n_places } => format!("{n_places} small places together"),
        },
        live_here: |n| counted(n.into(), "person", "people"),
        by_building: "By building",
        columns: ["Building", "People"],
        as_table: "See the buildings as a table",
        show_all: |n| format!("Show all {n} places"),
        by_channel: "By way in",
        channel_means: "People from whom a proposal, an opinion or a topic came this way. One \
            person can use several ways.",
        channel: |channel, share| match share {
            Some((part, _)) => {
                let people = counted(part.into(), "person", "people");
                format!("{}: {people}", channel_word(channel))
            }
            None => {
                let way = channel_word(channel);
                format!("{way}: fewer than five, or all but a few; not shown")
            }
        },
    },
};

/// A column by the name it has in the table.
pub(super) fn column_word(column: Column) -> &'static str {
    match column {
        Column::Name => "name",
        Column::Building => "building",
        Column::Unit => "unit",
        Column::Room => "room",
        Column::Phone => "phone",
        Column::Household => "household",
    }
}

fn deed_word(deed: Deed) -> &'static str {
    match deed {
        Deed::Heard => "Took part in any way",
        Deed::SignedIn => "Signed in",
        Deed::Proposed => "Proposed",
        Deed::CoSigned => "Co-signed",
        Deed::Voted => "Took a ballot",
        Deed::Sent => "Sent an opinion or a topic",
        Deed::Came => "Came to a council",
    }
}

fn channel_word(channel: Channel) -> &'static str {
    match channel {
        Channel::App => "In the app, by themselves",
        Channel::Voice => "Recorded message",
        Channel::Helper => "With a helper",
        Channel::Phone => "By telephone",
        Channel::Paper => "On paper",
        Channel::Council => "At a council",
    }
}
