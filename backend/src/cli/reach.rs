//! On which ways notices leave the house: options of `huiyin serve`, all of them off by default.

use std::sync::Arc;

use clap::{Args, ValueEnum};
use huiyin_domain::{notices::EmailAddress, web_address::WebAddress};

use crate::notices::{
    Doors,
    channels::{Console, Contact, Mail, Reach, SmsGateway},
};

/// The ways that are configured.
#[derive(Args, Debug)]
pub struct ReachArgs {
    /// The mail server for notices, as smtp://mail.example:25; with a password in it rather in the
    /// environment, as HUIYIN_SMTP=smtps://name:password@host
    #[arg(long, value_name = "URL", requires = "mail_from")]
    smtp: Option<String>,
    /// The address from which notices are mailed
    #[arg(long, value_name = "ADDRESS", value_parser = address)]
    mail_from: Option<EmailAddress>,
    /// Who carries text messages: `off`, or `console` to print them where the server runs
    #[arg(long, value_enum, value_name = "WHO", default_value_t = Sms::Off)]
    sms: Sms,
    /// Let browsers show notices (Web Push), and say who answers for them to the browsers'
    /// makers: mailto:office@huiyin.example or an https:// page
    #[arg(long, value_name = "CONTACT")]
    web_push: Option<Contact>,
    /// Where people find the app, for links in messages, such as https://huiyin.example
    #[arg(long, value_name = "URL", value_parser = web_address)]
    app_address: Option<WebAddress>,
}

/// Who carries text messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Sms {
    /// Nobody
    Off,
    /// The terminal
    Console,
}

impl ReachArgs {
    /// What was configured.
    pub fn reach(&self) -> Reach {
        // What stands on a command line everybody on the machine can read.
        let server = self.smtp.clone().or_else(|| std::env::var("HUIYIN_SMTP").ok());
        let mail = server.zip(self.mail_from.clone());
        let console = || Arc::new(Console) as Arc<dyn SmsGateway>;
        Reach {
            mail: mail.map(|(server, from)| Mail { server, from }),
            sms: (self.sms == Sms::Console).then(console),
            push: self.web_push.clone(),
            doors: Doors::Public,
            app_address: self.app_address.clone(),
        }
    }
}

fn address(raw: &str) -> Result<EmailAddress, String> {
    EmailAddress::parse(raw).map_err(|_| "say an address, as office@huiyin.example".to_owned())
}

fn web_address(raw: &str) -> Result<WebAddress, String> {
    WebAddress::try_from(raw.to_owned())
}
