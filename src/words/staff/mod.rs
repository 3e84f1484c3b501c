//! Words of staff: their accounts, who works here, departments and places.
mod en;
mod names;
pub mod refusals_en;
pub mod refusals_zh;
mod zh;

pub use en::ENGLISH;
pub use names::NameWords;
pub use zh::CHINESE;

use crate::words::Language;
use huiyin_domain::{
    communities::Bilingual,
    departments::Department,
    residents::StaffRole,
    staff::{Factor, MustFirst, Standing},
};

/// Words of staff, in one language.
pub struct Words {
    /// Organisers, as a role.
    pub organiser: &'static str,
    /// Administrators, as a role.
    pub administrator: &'static str,
    /// Whoever answers for this department, as a role.
    pub reviewer: fn(&str) -> String,
    /// A department that cannot be found.
    pub some_department: &'static str,
    /// What was told once was lost on its way.
    pub told_once: &'static str,
    /// Signing in with the second factor.
    pub second: SecondWords,
    /// One's own account.
    pub account: AccountWords,
    /// Those who work here, for administrators.
    pub desk: DeskWords,
    /// Departments and places.
    pub names: NameWords,
}

/// Words of signing in with the second factor.
pub struct SecondWords {
    /// The field.
    pub code: &'static str,
    /// Where the digits are found.
    pub hint: &'static str,
    /// Signs in.
    pub go: &'static str,
    /// Back to name and password.
    pub back: &'static str,
    /// Neither phone nor paper is there.
    pub neither: &'static str,
}

/// Words of one's own account.
pub struct AccountWords {
    /// The heading.
    pub heading: &'static str,
    /// To it.
    pub see: &'static str,
    /// What one signs in with.
    pub name: &'static str,
    /// What one is called.
    pub called: &'static str,
    /// What one is there for.
    pub role: &'static str,
    /// The second factor.
    pub factor: &'static str,
    /// Since when it stands.
    pub factor_since: fn(&str) -> String,
    /// There is none.
    pub no_factor: &'static str,
    /// The recovery codes.
    pub codes: &'static str,
    /// How many are left.
    pub n_codes: fn(u32) -> String,
    /// A password has to be chosen first.
    pub password_first: &'static str,
    /// The second factor has to be set up first.
    pub factor_first: &'static str,
    /// To the page of the password.
    pub to_password: &'static str,
    /// To the page of the second factor.
    pub to_factor: &'static str,
    /// To new recovery codes.
    pub to_codes: &'static str,
    /// The heading of changing the password.
    pub password: &'static str,
    /// The password that holds.
    pub old: &'static str,
    /// The one that is to hold.
    pub new: &'static str,
    /// What it must be like, with the least characters.
    pub new_hint: fn(usize) -> String,
    /// The new one once more.
    pub again: &'static str,
    /// It is another.
    pub differs: &'static str,
    /// Changes it.
    pub change: &'static str,
    /// It is changed.
    pub changed: &'static str,
    /// What a second factor is.
    pub factor_means: &'static str,
    /// How to set it up, step by step.
    pub steps: [&'static str; 3],
    /// Begins.
    pub begin: &'static str,
    /// What the square is.
    pub qr: &'static str,
    /// For whoever cannot scan: what to type.
    pub by_hand: &'static str,
    /// The first digits.
    pub first_code: &'static str,
    /// Where they are found.
    pub first_code_hint: &'static str,
    /// Sends them.
    pub confirm: &'static str,
    /// It stands.
    pub factor_done: &'static str,
    /// It stands already.
    pub factor_stands: &'static str,
    /// What new recovery codes do.
    pub codes_means: &'static str,
    /// The password, to be sure who asks.
    pub password_now: &'static str,
    /// Makes them.
    pub make: &'static str,
    /// The title of the sheet.
    pub sheet: &'static str,
    /// How the codes are used.
    pub sheet_means: &'static str,
    /// Prints it.
    pub print: &'static str,
    /// They are shown only now.
    pub once: &'static str,
    /// On to the desk.
    pub to_desk: &'static str,
    /// Back to the account.
    pub to_account: &'static str,
}

/// Words of those who work here, for administrators.
pub struct DeskWords {
    /// The heading.
    pub heading: &'static str,
    /// To it.
    pub see: &'static str,
    /// Adds somebody.
    pub add: &'static str,
    /// To one member.
    pub open: fn(&str) -> String,
    /// What somebody signs in with, in one line.
    pub signs_in_as: fn(&str) -> String,
    /// They have left.
    pub retired: fn(&str) -> String,
    /// The heading over those who have left.
    pub left: &'static str,
    /// They have not chosen a password yet.
    pub given: &'static str,
    /// The heading of adding somebody.
    pub new: &'static str,
    /// The name to sign in with.
    pub name: &'static str,
    /// What it can be.
    pub name_hint: &'static str,
    /// What they are called.
    pub called: &'static str,
    /// When it is left empty.
    pub called_hint: &'static str,
    /// What they are there for.
    pub role: &'static str,
    /// What an organiser may do.
    pub organiser_means: &'static str,
    /// What an administrator may do.
    pub administrator_means: &'static str,
    /// What a reviewer may do.
    pub reviewer_means: &'static str,
    /// They may sign in now.
    pub added: fn(&str) -> String,
    /// The password for one sign-in.
    pub password_for: fn(&str) -> String,
    /// What to do with it.
    pub password_means: &'static str,
    /// Back to the list.
    pub to_list: &'static str,
    /// Nothing of this can be done with them.
    pub not_now: &'static str,
    /// It is oneself.
    pub yourself: &'static str,
    /// Gives them another role.
    pub change_role: &'static str,
    /// Gives them a password.
    pub give_password: &'static str,
    /// What that does.
    pub give_means: &'static str,
    /// Takes their second factor away.
    pub reset: &'static str,
    /// What that does.
    pub reset_means: &'static str,
    /// Lets them sign in no more.
    pub retire: &'static str,
    /// What that does.
    pub retire_means: &'static str,
    /// Why it is done.
    pub why: &'static str,
    /// Who reads it.
    pub why_hint: &'static str,
    /// The role is changed.
    pub role_changed: &'static str,
    /// The second factor is taken away.
    pub was_reset: &'static str,
    /// They have left.
    pub was_retired: &'static str,
}

impl Words {
    /// What somebody is there for.
    pub fn role(&self, language: Language, role: StaffRole, all: &[Department]) -> String {
        match role {
            StaffRole::Organiser => self.organiser.to_owned(),
            StaffRole::Administrator => self.administrator.to_owned(),
            StaffRole::Reviewer { department } => {
                let found = all.iter().find(|known| known.id == department);
                let named = |name: &Bilingual| (self.reviewer)(&language.of(name));
                found.map_or(self.some_department.to_owned(), |known| named(&known.name))
            }
        }
    }

    /// Is there a second factor, and since when?
    pub fn factor(&self, language: Language, factor: Factor) -> String {
        match factor {
            Factor::None => self.account.no_factor.to_owned(),
            Factor::SetUp { since } => (self.account.factor_since)(&language.long_day(since)),
        }
    }

    /// When somebody left, if they did.
    pub fn left(&self, language: Language, standing: Standing) -> Option<String> {
        match standing {
            Standing::Active => None,
            Standing::Retired { at } => Some((self.desk.retired)(&language.long_day(at))),
        }
    }

    /// What has to be done first.
    pub fn first(&self, first: MustFirst) -> &'static str {
        match first {
            MustFirst::ChangePassword => self.account.password_first,
            MustFirst::SetUpSecondFactor => self.account.factor_first,
        }
    }
}
