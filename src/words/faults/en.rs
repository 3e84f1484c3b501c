//! What is wrong with one field, in English.
use super::Words;
use crate::words::{
    Language,
    format::{counted, hour_minute},
    register, staff,
};
use huiyin_domain::{
    calendar::Window,
    callbacks::phone::{MOBILE_DIGITS, PhoneProblem},
    helping::code::HelpCodeProblem,
    money::{MOST_YUAN, MoneyProblem},
    notices::EmailProblem,
    problems::FieldFault,
    residents::letter_code::LetterCodeProblem,
    words::WordsProblem,
};

/// What is wrong with a form, in English.
pub const ENGLISH: Words =
    Words { title: |n| format!("{} to mend", counted(n as u64, "thing", "things")), fault };

const LANGUAGE: Language = Language::English;

/// Why a way of counting does not fit the ballot.
const DIVIDES_BY_THE_PRICE: &str = "This way of counting divides by the price, which does not fit \
    the ballot: who chooses within the budget has weighed prices already, and an order says only \
    what comes first. Choose another way of counting.";

/// A field, by name, and its fault.
#[expect(clippy::too_many_lines, reason = "a table: one sentence for each fault")]
fn fault(field: &str, fault: &FieldFault) -> String {
    match fault {
        FieldFault::Words(WordsProblem::Empty) => match field {
            "title" => "Say what should be done. One sentence is enough.".into(),
            "place" => "Say where. For example: door of building 3, entrance 1.".into(),
            "why" => "Say why. What is hard as it is now?".into(),
            "draw" => "Fill in what the public draw gave.".into(),
            "reason" => "Give a reason, for everybody to read.".into(),
            "when" => "Choose when you can take a call; “Any time” is fine too.".into(),
            _ => "Nothing is filled in here yet.".into(),
        },
        FieldFault::Words(WordsProblem::TooLong { n_chars, max }) => {
            let over = counted((n_chars - max) as u64, "character", "characters");
            format!("These are {n_chars} characters; there is room for {max}. Take out {over}.")
        }
        FieldFault::Money(problem) => money(*problem),
        FieldFault::AboveCap { cap } if field == "cap" => format!(
            "One proposal cannot get more than there is for all: {}. Choose less.",
            LANGUAGE.yuan(*cap)
        ),
        FieldFault::AboveCap { cap } => format!("At most {}.", LANGUAGE.yuan(*cap)),
        FieldFault::Code(problem) => code(*problem),
        FieldFault::Phone(problem) => phone(*problem),
        FieldFault::Email(problem) => email(*problem).into(),
        FieldFault::Register(fault) => register::refusals_en::file(fault),
        FieldFault::HelpCode(problem) => help_code(*problem),
        FieldFault::TooMany { max } => format!("At most {max}. Take some out."),
        FieldFault::OutOfRange { least, most } => format!("A number from {least} to {most}."),
        FieldFault::Date if field == "received" => {
            "It cannot have come later than today. Choose another day.".into()
        }
        FieldFault::Date if field == "from_day" => "Choose a day from today on.".into(),
        FieldFault::Date if field == "until_day" => {
            "The last day cannot be before the first. Choose another.".into()
        }
        FieldFault::Date => "Choose a date after the one before it.".into(),
        FieldFault::DayTooFar { latest } => {
            let latest = LANGUAGE.date(*latest);
            format!("The last day that may be chosen is {latest}. Choose an earlier one.")
        }
        FieldFault::DayTooEarly { earliest } => {
            let earliest = LANGUAGE.date(*earliest);
            format!(
                "The first day that may be chosen is {earliest}. Check the year, and choose again."
            )
        }
        FieldFault::OutsideWindow { window } => outside_window(window),
        FieldFault::NotAnAddress => {
            "An address begins with http:// or https://. Copy it whole, or leave this empty.".into()
        }
        FieldFault::Password(problem) => staff::refusals_en::password(*problem),
        FieldFault::SecondFactor(problem) => staff::refusals_en::code(*problem),
        FieldFault::NameTaken => "This name is taken. Choose another.".into(),
        FieldFault::UnknownPhoto => "The photo did not arrive. Choose it again.".into(),
        FieldFault::NothingChosen => match field {
            "times" => "No time is chosen yet. If none suits, choose “No time”.".into(),
            "starts" => "Choose at least one part of the day.".into(),
            "attend" => "Choose how you would attend.".into(),
            _ => "Choose one.".into(),
        },
        FieldFault::UnknownSubmission => {
            "Nothing was sent under this number. Check it and type it again.".into()
        }
        FieldFault::DoesNotFitTheBallot => DIVIDES_BY_THE_PRICE.into(),
        FieldFault::NotInParts => {
            "“Partly” means that at least one request is adopted and at least one is not. Choose \
             so, or choose another answer."
                .into()
        }
        FieldFault::Unfilled => {
            "Something between 【】 was left from the template. Say it for this case and take the \
             brackets away."
                .into()
        }
        FieldFault::UnknownResident => {
            "There is no such resident. Search by name or address once more.".into()
        }
    }
}

fn email(problem: EmailProblem) -> &'static str {
    match problem {
        EmailProblem::NoAt => "An address has one @ after a name, as in wang@example.cn.",
        EmailProblem::NoDomain => "What follows the @ is not right. Write it as in example.cn.",
        EmailProblem::WrongSign => "There is a space or a sign that no address has. Take it out.",
        EmailProblem::TooLong => "This is too long for an address. Check it.",
    }
}

fn money(problem: MoneyProblem) -> String {
    match problem {
        MoneyProblem::Empty => "Fill in an amount.".into(),
        MoneyProblem::NotANumber => "Write the amount in digits, as 8000 or 1,500.50.".into(),
        MoneyProblem::FinerThanFen => "Two places after the point at most.".into(),
        MoneyProblem::Zero => "The amount must be more than 0.".into(),
        MoneyProblem::TooMuch => {
            format!("That is too much: at most CNY {MOST_YUAN}. Is there a zero too many?")
        }
    }
}

fn code(problem: LetterCodeProblem) -> String {
    match problem {
        LetterCodeProblem::Empty => "Fill in the code from your letter.".into(),
        LetterCodeProblem::NotDigits => {
            "The code has digits only. Copy them from the letter.".into()
        }
        LetterCodeProblem::WrongLength { n_digits } => {
            let typed = counted(n_digits as u64, "digit", "digits");
            format!("These are {typed}; the code has 12. Look at the letter once more.")
        }
    }
}

fn phone(problem: PhoneProblem) -> String {
    match problem {
        PhoneProblem::Empty => "Fill in a number at which we reach you.".into(),
        PhoneProblem::NotDigits => {
            "A number has digits only. Take the other characters out.".into()
        }
        PhoneProblem::Abroad => {
            "We can call numbers on the mainland only. Give another, or call the number above."
                .into()
        }
        PhoneProblem::NoAreaCode => "A landline needs its area code, such as 021.".into(),
        PhoneProblem::WrongLength { n_digits } => {
            let typed = counted(n_digits as u64, "digit", "digits");
            format!(
                "These are {typed}. A mobile has {MOBILE_DIGITS}; a landline needs its area code."
            )
        }
        PhoneProblem::UnknownBeginning => "No number begins so. Look at it once more.".into(),
    }
}

fn help_code(problem: HelpCodeProblem) -> String {
    match problem {
        HelpCodeProblem::Empty => "Fill in the code you were told.".into(),
        HelpCodeProblem::NotDigits => {
            "The code has digits only. Fill in what you were told.".into()
        }
        HelpCodeProblem::WrongLength { n_digits } => {
            let typed = counted(n_digits as u64, "digit", "digits");
            format!("These are {typed}; the code has 6. Compare it once more.")
        }
    }
}

fn outside_window(window: &Window) -> String {
    let (from, until) = (hour_minute(window.from), hour_minute(window.until));
    format!(
        "The council must lie between {from} and {until}. Choose another beginning, or a shorter \
         council."
    )
}
