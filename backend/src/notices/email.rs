//! E-mails over SMTP.

use std::time::Duration;

use huiyin_domain::notices::EmailAddress;
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor, message::Mailbox,
    message::header::ContentType, transport::smtp::Error,
};

use super::channels::{Mail, Sent};

/// How long a mail server may take for one answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A mail before it has an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// The name of the community, as the sender's.
    pub from_name: String,
    /// The line people see first.
    pub subject: String,
    /// The words.
    pub body: String,
    /// The same for the same message, so that a mail server may know it again.
    pub id: String,
}

/// Sends e-mails through one server.
pub(super) struct EmailSender {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: EmailAddress,
}

impl EmailSender {
    /// Gets ready to send; the server is not asked yet.
    pub(super) fn open(mail: &Mail) -> Result<Self, String> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&mail.server)
            // The library's words could repeat the address, and with it the password.
            .map_err(|_| {
                "the mail server's address is not of the form smtp://host:25 or \
                 smtps://name:password@host"
                    .to_owned()
            })?
            .timeout(Some(PATIENCE))
            .build();
        Ok(Self { transport, from: mail.from.clone() })
    }

    /// Sends one mail.
    pub(super) async fn send(&self, to: &EmailAddress, letter: &Letter) -> Sent {
        let message = match self.message(to, letter) {
            Ok(message) => message,
            Err(why) => return Sent::Never(why),
        };
        // Whether anybody is there is asked first: after the mail was begun, a connection that
        // breaks leaves open whether it was taken.
        match self.transport.test_connection().await {
            Ok(true) => {}
            Ok(false) => return Sent::NotNow("the mail server does not answer".to_owned()),
            Err(error) => return Sent::NotNow(error.to_string()),
        }
        match self.transport.send(message).await {
            Ok(_) => Sent::Taken,
            Err(error) => outcome(&error),
        }
    }

    fn message(&self, to: &EmailAddress, letter: &Letter) -> Result<Message, String> {
        let address = |address: &EmailAddress| {
            address.as_str().parse::<Address>().map_err(|error| format!("an address: {error}"))
        };
        let host = self.from.as_str().rsplit('@').next().unwrap_or_default();
        Message::builder()
            .from(Mailbox::new(Some(letter.from_name.clone()), address(&self.from)?))
            .to(Mailbox::new(None, address(to)?))
            .subject(letter.subject.clone())
            .message_id(Some(format!("<{}@{host}>", letter.id)))
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body.clone())
            .map_err(|error| format!("a mail: {error}"))
    }
}

/// What an error says about whether the mail was taken.
fn outcome(error: &Error) -> Sent {
    let words = error.to_string();
    if error.is_permanent() {
        return Sent::Never(words);
    }
    if error.is_transient() || error.is_client() || error.is_tls() {
        return Sent::NotNow(words);
    }
    Sent::Unsure(words)
}
