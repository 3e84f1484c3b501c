//! Why a rule about staff says no, and what is wrong with a password or a code, in English.
use crate::words::Language;
use huiyin_domain::staff::{CodeProblem, PasswordProblem, StaffRefusal};

const LANGUAGE: Language = Language::English;

/// What is so, and what to do next.
pub fn refusal(refusal: StaffRefusal) -> String {
    match refusal {
        StaffRefusal::AdministratorOnly => {
            "Only administrators look after staff. Ask one of them.".into()
        }
        StaffRefusal::OwnAccount => {
            "Nobody changes their own role. Ask another administrator.".into()
        }
        StaffRefusal::LastAdministrator => {
            "This is the last administrator. Add another one first.".into()
        }
        StaffRefusal::Retired { at } => {
            let day = LANGUAGE.long_day(at);
            format!("They left on {day}. To come back, they are added under a new name.")
        }
        StaffRefusal::SameRole => "They have this role already. Choose another.".into(),
        StaffRefusal::PasswordFirst => {
            "First change the password that was given to you, in “My account”.".into()
        }
        StaffRefusal::SecondFactorFirst => {
            "First set up your second factor, in “My account”.".into()
        }
        StaffRefusal::CodeNeeded => "Type the 6 digits that your phone shows.".into(),
        StaffRefusal::NoSecondFactor => {
            "No second factor is set up, so there is nothing to reset. Set it up first.".into()
        }
        StaffRefusal::SecondFactorStands => {
            "The second factor is set up already. For another phone, ask an administrator to reset \
             it."
            .into()
        }
        StaffRefusal::SecondFactorNotBegun => {
            "This has not begun yet. First press “Show the square”.".into()
        }
    }
}

/// What is wrong with a password.
pub fn password(problem: PasswordProblem) -> String {
    match problem {
        PasswordProblem::Empty => "Type a password.".into(),
        PasswordProblem::TooShort { n_chars, least } => {
            format!("This has {n_chars} characters, and {least} is the least. Try a sentence.")
        }
        PasswordProblem::TooLong { most } => {
            format!("A password has at most {most} characters. Make it shorter.")
        }
        PasswordProblem::SameAsName => "A password is not one's name. Choose another.".into(),
        PasswordProblem::SameAsBefore => {
            "The new password is the one you have now. Choose another.".into()
        }
        PasswordProblem::Wrong => {
            "This is not your password. Look at capital letters and type it once more.".into()
        }
    }
}

/// What is wrong with a code.
pub fn code(problem: CodeProblem) -> String {
    match problem {
        CodeProblem::Empty => "Type the digits that the authenticator shows.".into(),
        CodeProblem::NotDigits => "A code has only digits. Type what your phone shows.".into(),
        CodeProblem::WrongLength { n_digits } => format!(
            "This has {n_digits} digits. A code has 6 and a recovery code 10. Look once more."
        ),
        CodeProblem::Wrong => {
            "The code is not right, or was used already. Wait for the next one and type it.".into()
        }
    }
}
