//! What is sent about staff and by staff about their own account.
use super::{CalledName, Member, Offer, SignInName};
use crate::{
    departments::Department,
    problems::{FieldFault, FieldProblem},
    residents::{StaffRole, wire::Me},
    words::{Words, WordsProblem},
};
use serde::{Deserialize, Serialize};

/// Somebody who is to be added, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberForm {
    /// What they will sign in with.
    pub name: String,
    /// What they are called; when empty, as they sign in.
    #[serde(default)]
    pub called: String,
    /// What they are there for, once that is chosen.
    pub role: Option<StaffRole>,
}

/// Somebody who is to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMember {
    /// What they will sign in with.
    pub name: SignInName,
    /// What they are called.
    pub called: CalledName,
    /// What they are there for.
    pub role: StaffRole,
}

impl MemberForm {
    /// Whom it adds, or every fault with its field.
    pub fn parse(&self) -> Result<NewMember, Vec<FieldProblem>> {
        let called = if self.called.trim().is_empty() { &self.name } else { &self.called };
        let mut problems = Vec::new();
        let name = words("name", SignInName::parse(&self.name), &mut problems);
        let called = match name {
            None if self.called.trim().is_empty() => None,
            Some(_) | None => words("called", CalledName::parse(called), &mut problems),
        };
        if self.role.is_none() {
            let field = "role".to_owned();
            problems.push(FieldProblem { field, fault: FieldFault::NothingChosen });
        }
        match (name, called, self.role) {
            (Some(name), Some(called), Some(role)) => Ok(NewMember { name, called, role }),
            (None, _, _) | (Some(_), None, _) | (Some(_), Some(_), None) => Err(problems),
        }
    }
}

fn words<const MAX: usize>(
    field: &str,
    parsed: Result<Words<MAX>, WordsProblem>,
    problems: &mut Vec<FieldProblem>,
) -> Option<Words<MAX>> {
    let problem = |problem| {
        let field = field.to_owned();
        problems.push(FieldProblem { field, fault: FieldFault::Words(problem) });
    };
    parsed.map_err(problem).ok()
}

/// The staff of a community, for administrators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffList {
    /// By number, also those who have left.
    pub items: Vec<Member>,
    /// Nobody has so many that they come in parts.
    pub next: Option<String>,
    /// The departments that reviewers answer for, also dissolved ones.
    pub departments: Vec<Department>,
}

/// One member of staff, for administrators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberPage {
    /// Who.
    pub member: Member,
    /// What whoever reads this can do with them.
    pub offers: Vec<Offer>,
    /// The departments one can answer for.
    pub departments: Vec<Department>,
}

/// A password for one sign-in. Told once: only a hash is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenPassword {
    /// Whose it is.
    pub member: Member,
    /// The password.
    pub password: String,
}

/// A new password in the place of an old one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordForm {
    /// The one that holds until now.
    pub old: String,
    /// The one that is to hold.
    pub new: String,
}

/// A second factor that is being set up. Told once, and again when one begins again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactorOffer {
    /// The secret in groups of four, to be typed.
    pub groups: Vec<String>,
    /// The QR code that the phone's app reads, as SVG.
    pub qr_svg: String,
}

/// The first digits that the phone shows: they prove that it was set up rightly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmForm {
    /// As typed.
    pub code: String,
}

/// The password, once more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnceMore {
    /// As typed.
    pub password: String,
}

/// New recovery codes. Told once: only hashes are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryCodes {
    /// As they are printed.
    pub codes: Vec<String>,
    /// Whose they are, with what they still have to do first.
    pub me: Me,
}

/// One's own account, for staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountPage {
    /// Who asks, with what they have to do first.
    pub me: Me,
    /// As administrators see them.
    pub member: Member,
    /// So many recovery codes are left.
    pub n_recovery_codes: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_no_other_name_is_called_as_they_sign_in() {
        let form = MemberForm {
            name: " li ".to_owned(),
            called: String::new(),
            role: Some(StaffRole::Organiser),
        };
        let member = form.parse().unwrap();
        assert_eq!((member.name.as_str(), member.called.as_str()), ("li", "li"));
    }

    #[test]
    fn every_fault_stands_at_its_field_and_none_twice() {
        let fields = |form: &MemberForm| {
            let problems = form.parse().unwrap_err();
            problems.into_iter().map(|problem| problem.field).collect::<Vec<_>>()
        };
        assert_eq!(fields(&MemberForm::default()), ["name", "role"]);
        let long = MemberForm { called: "字".repeat(21), ..MemberForm::default() };
        assert_eq!(fields(&long), ["name", "called", "role"]);
    }
}
