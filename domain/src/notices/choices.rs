//! Choices: on which ways a person wants to hear, besides the inbox.
use super::{EmailAddress, Route};
use crate::{
    callbacks::phone::PhoneNumber,
    problems::{FieldFault, FieldProblem},
};
use serde::{Deserialize, Serialize};

/// How somebody wants to hear what happened (通知方式). The inbox has everything anyhow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// By e-mail, to this address.
    pub email: Option<EmailAddress>,
    /// By text message, to this number.
    pub sms: Option<PhoneNumber>,
    /// By a notice of the browsers that were allowed to show them.
    pub push: bool,
    /// By a call, at this number.
    pub call: Option<PhoneNumber>,
}

impl Choices {
    /// Was this way chosen?
    pub fn has(&self, route: Route) -> bool {
        match route {
            Route::Email => self.email.is_some(),
            Route::Sms => self.sms.is_some(),
            Route::Push => self.push,
        }
    }
}

/// The choices as they are filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChoicesForm {
    /// The e-mail address; empty for no e-mails.
    pub email: String,
    /// The telephone number; needed for text messages and calls.
    pub phone: String,
    /// Text messages to that number.
    pub sms: bool,
    /// Calls at that number.
    pub call: bool,
    /// Notices of the browser.
    pub push: bool,
}

impl ChoicesForm {
    /// Reads the form, or says everything that is wrong with it. A number that is used for
    /// nothing is not kept.
    pub fn parse(&self) -> Result<Choices, Vec<FieldProblem>> {
        let email = match self.email.trim() {
            "" => Ok(None),
            raw => EmailAddress::parse(raw)
                .map(Some)
                .map_err(|problem| fault("email", FieldFault::Email(problem))),
        };
        let phone = match self.sms || self.call {
            false => Ok(None),
            true => PhoneNumber::parse(&self.phone)
                .map(Some)
                .map_err(|problem| fault("phone", FieldFault::Phone(problem))),
        };
        match (email, phone) {
            (Ok(email), Ok(phone)) => Ok(Choices {
                email,
                sms: phone.clone().filter(|_| self.sms),
                push: self.push,
                call: phone.filter(|_| self.call),
            }),
            (email, phone) => Err([email.err(), phone.err()].into_iter().flatten().collect()),
        }
    }
}

impl From<&Choices> for ChoicesForm {
    fn from(choices: &Choices) -> Self {
        let phone = choices.sms.as_ref().or(choices.call.as_ref());
        Self {
            email: choices.email.as_ref().map_or("", EmailAddress::as_str).to_owned(),
            phone: phone.map(PhoneNumber::grouped).unwrap_or_default(),
            sms: choices.sms.is_some(),
            call: choices.call.is_some(),
            push: choices.push,
        }
    }
}

fn fault(field: &str, fault: FieldFault) -> FieldProblem {
    FieldProblem { field: field.to_owned(), fault }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_reads_back_as_it_was_filled_in() {
        let form = ChoicesForm {
            email: "wang@example.cn".to_owned(),
            phone: "138 1234 5678".to_owned(),
            sms: false,
            call: true,
            push: true,
        };
        let choices = form.parse().unwrap();
        assert_eq!((choices.sms.as_ref(), choices.has(Route::Email)), (None, true));
        assert_eq!(ChoicesForm::from(&choices), form);
        assert_eq!(ChoicesForm::default().parse(), Ok(Choices::default()));
    }

    #[test]
    fn a_number_is_asked_for_only_when_it_is_used() {
        let idle = ChoicesForm { phone: "138".to_owned(), ..ChoicesForm::default() };
        assert_eq!(idle.parse(), Ok(Choices::default()));
        let wrong = ChoicesForm { email: "wang".to_owned(), sms: true, ..idle };
        let problems = wrong.parse().unwrap_err();
        let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["email", "phone"]);
    }
}
