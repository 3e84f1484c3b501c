//! Channels: the ways out of the house that whoever runs the server has configured.

use std::{fmt, pin::Pin, str::FromStr, sync::Arc};

use huiyin_domain::{
    callbacks::phone::PhoneNumber,
    notices::{EmailAddress, Route},
    web_address::WebAddress,
};

use super::{Doors, email::EmailSender, push::PushSender};
use crate::store::Store;

/// What came of sending one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// The other side has taken it.
    Taken,
    /// The other side did not take it, and may do so later.
    NotNow(String),
    /// The other side will never take it.
    Never(String),
    /// Nobody can say: it broke off after it may have been taken. It is not sent again.
    Unsure(String),
}

/// A message on its way.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Sent> + Send + 'a>>;

/// Whoever carries text messages (短信网关).
pub trait SmsGateway: fmt::Debug + Send + Sync {
    /// Sends these words to this number.
    fn send<'a>(&'a self, to: &'a PhoneNumber, words: &'a str) -> Sending<'a>;
}

/// Prints text messages where the server runs, so that a demo can be shown without any carrier.
#[derive(Clone, Copy, Debug)]
pub struct Console;

impl SmsGateway for Console {
    fn send<'a>(&'a self, to: &'a PhoneNumber, words: &'a str) -> Sending<'a> {
        Box::pin(async move {
            println!("SMS to {}: {words}", to.grouped());
            Sent::Taken
        })
    }
}

/// The mail server and the sender's address.
#[derive(Clone)]
pub struct Mail {
    /// `smtp://` or `smtps://`, with name and password where the server wants them.
    pub server: String,
    /// From whom mails come.
    pub from: EmailAddress,
}

impl fmt::Debug for Mail {
    // A mail server's address has its password in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mail(from {})", self.from.as_str())
    }
}

/// How push services reach whoever runs this server, as RFC 8292 wants it: `mailto:` or `https:`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact(String);

impl Contact {
    /// As it is told.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Contact {
    type Err = String;

    fn from_str(raw: &str) -> Result<Self, String> {
        let is_address = raw.strip_prefix("mailto:").is_some_and(|address| {
            EmailAddress::parse(address).is_ok_and(|parsed| parsed.as_str() == address)
        });
        let is_page = raw.starts_with("https://") && WebAddress::try_from(raw.to_owned()).is_ok();
        match is_address || is_page {
            true => Ok(Self(raw.to_owned())),
            false => Err("say mailto:office@huiyin.example, or an https:// page".to_owned()),
        }
    }
}

/// What whoever runs the server has configured; everything is off by default.
#[derive(Clone, Debug, Default)]
pub struct Reach {
    /// E-mails.
    pub mail: Option<Mail>,
    /// Text messages.
    pub sms: Option<Arc<dyn SmsGateway>>,
    /// Notices of browsers, and who answers for them.
    pub push: Option<Contact>,
    /// Where browsers' notices may be sent to.
    pub doors: Doors,
    /// Where people find the app, for links in messages.
    pub app_address: Option<WebAddress>,
}

/// The ways that are open.
pub struct Channels {
    pub(super) email: Option<EmailSender>,
    pub(super) sms: Option<Arc<dyn SmsGateway>>,
    pub(super) push: Option<PushSender>,
    pub(super) app_address: Option<WebAddress>,
}

impl Channels {
    /// Opens what is configured; the words of a failure are for whoever runs the server.
    pub fn open(reach: &Reach, store: &Store) -> Result<Self, String> {
        let email = reach.mail.as_ref().map(EmailSender::open).transpose()?;
        let push = match &reach.push {
            Some(contact) => Some(PushSender::open(contact.clone(), reach.doors.clone(), store)?),
            None => None,
        };
        let (sms, app_address) = (reach.sms.clone(), reach.app_address.clone());
        Ok(Self { email, sms, push, app_address })
    }

    /// The ways that are open, as people may choose them.
    pub fn offered(&self) -> Vec<Route> {
        let is_open = |route: &Route| match route {
            Route::Email => self.email.is_some(),
            Route::Sms => self.sms.is_some(),
            Route::Push => self.push.is_some(),
        };
        Route::ALL.into_iter().filter(is_open).collect()
    }

    /// The public key under which browsers' notices are signed.
    pub fn push_key(&self) -> Option<String> {
        self.push.as_ref().map(PushSender::public_key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_is_an_address_or_a_page() {
        assert!("mailto:office@huiyin.example".parse::<Contact>().is_ok());
        assert!("https://huiyin.example/about".parse::<Contact>().is_ok());
        for raw in ["", "office@huiyin.example", "mailto:office", "http://huiyin.example"] {
            assert!(raw.parse::<Contact>().is_err(), "{raw}");
        }
    }

    #[test]
    fn a_password_is_never_printed_by_accident() {
        let from = EmailAddress::parse("office@huiyin.example").unwrap();
        let mail = Mail { server: "smtps://office:secret@mail.example".to_owned(), from };
        assert!(!format!("{mail:?}").contains("secret"));
    }
}
