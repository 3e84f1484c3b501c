//! Delivery: takes what is due from the outbox and sends it, each parcel at most once.

use std::time::Duration;

use huiyin_domain::notices::Route;
use tokio::time::timeout;

use super::{
    channels::Sent,
    outbox::{self, Content, Parcel},
    push::{Handed, PushSender},
    subscriptions,
    words::{Told, message_id},
};
use crate::{app::App, failure::Outcome, secrets};

/// Parcels sent in one go; what is left waits for the next tick.
const IN_ONE_GO: usize = 1_000;

/// How long one parcel may take: less than its claim lasts, so that nobody else finds it open.
const PARCEL_TIME: Duration = Duration::from_secs(90);

/// Sends what is due, and says how many messages were taken.
pub async fn deliver(app: &App) -> Outcome<usize> {
    let routes = app.channels.offered();
    let (mut n_taken, mut n_seen) = (0, 0);
    while !routes.is_empty() && n_seen < IN_ONE_GO {
        let (claim, open, now) = (secrets::random_hex::<16>(), routes.clone(), app.clock.now());
        let ours = claim.clone();
        let claimed = app.store.write(move |tx| outbox::claim(tx, &ours, &open, now)).await?;
        if claimed.is_empty() {
            break;
        }
        n_seen += claimed.len();
        for parcel in claimed {
            n_taken += usize::from(send_one(app, parcel, &claim).await?);
        }
    }
    Ok(n_taken)
}

/// Marks one parcel, sends it, and writes down what came of it; was it taken?
async fn send_one(app: &App, parcel: Parcel, claim: &str) -> Outcome<bool> {
    let (claim, opened, now) = (claim.to_owned(), parcel.clone(), app.clock.now());
    let content = app.store.write(move |tx| outbox::open(tx, &opened, &claim, now)).await?;
    let Some(content) = content else { return Ok(false) };
    let sent = timeout(PARCEL_TIME, send(app, &parcel, &content)).await;
    // It may have gone out all the same.
    let sent = sent.unwrap_or_else(|_| Sent::Unsure("it took too long".to_owned()));
    if let Sent::Never(why) | Sent::Unsure(why) = &sent {
        let (route, (room, number, _)) = (parcel.route.word(), parcel.about.columns());
        eprintln!("a notice of {room} No. {number} by {route} was not sent: {why}");
    }
    let (is_taken, now) = (sent == Sent::Taken, app.clock.now());
    app.store.write(move |tx| outbox::close(tx, &parcel, &sent, now)).await?;
    Ok(is_taken)
}

async fn send(app: &App, parcel: &Parcel, content: &Content) -> Sent {
    let channels = &app.channels;
    let told = Told {
        community: &content.community,
        about: parcel.about,
        said: &content.said,
        app: channels.app_address.as_ref(),
    };
    let id = name_of(parcel);
    let closed = || Sent::Never("this way is not open".to_owned());
    match parcel.route {
        Route::Email => match (&channels.email, &content.choices.email) {
            (Some(sender), Some(to)) => sender.send(to, &told.letter(id)).await,
            (None | Some(_), _) => closed(),
        },
        Route::Sms => match (&channels.sms, &content.choices.sms) {
            (Some(gateway), Some(to)) => gateway.send(to, &told.sms()).await,
            (None | Some(_), _) => closed(),
        },
        Route::Push => match &channels.push {
            Some(sender) => to_browsers(app, sender, content, &told, &id).await,
            None => closed(),
        },
    }
}

/// To all browsers of a person. One of them is enough: what one has shown is not sent again to
/// all because another was away.
async fn to_browsers(
    app: &App,
    sender: &PushSender,
    content: &Content,
    told: &Told<'_>,
    topic: &str,
) -> Sent {
    let words = told.push().to_string();
    let mut outcome = Sent::Never("no browser is there any more".to_owned());
    for browser in &content.browsers {
        match sender.send(browser, words.as_bytes(), topic, app.clock.now()).await {
            Handed::Sent(sent) => outcome = better(outcome, sent),
            Handed::Gone => forget(app, told, browser.endpoint.clone()).await,
        }
    }
    outcome
}

async fn forget(app: &App, told: &Told<'_>, endpoint: String) {
    let community = i64::from(told.community.id.0);
    let forgotten = app.store.write(move |tx| subscriptions::forget(tx, community, &endpoint));
    if let Err(failure) = forgotten.await {
        eprintln!("a browser that is gone was not forgotten: {failure}");
    }
}

/// What holds for a person of whom two browsers were tried.
fn better(one: Sent, other: Sent) -> Sent {
    let rank = |sent: &Sent| match sent {
        Sent::Taken => 0,
        Sent::Unsure(_) => 1,
        Sent::NotNow(_) => 2,
        Sent::Never(_) => 3,
    };
    if rank(&other) < rank(&one) { other } else { one }
}

fn name_of(parcel: &Parcel) -> String {
    let (room, number, told) = parcel.about.columns();
    message_id(&[
        &parcel.community.to_string(),
        &parcel.kind,
        &parcel.person.to_string(),
        room,
        &number.to_string(),
        told,
        &parcel.seq.to_string(),
        parcel.route.word(),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_browser_that_took_it_is_enough() {
        let (no, never) = (Sent::NotNow(String::new()), Sent::Never(String::new()));
        let unsure = Sent::Unsure(String::new());
        assert_eq!(better(Sent::Taken, no.clone()), Sent::Taken);
        assert_eq!(better(never.clone(), Sent::Taken), Sent::Taken);
        assert_eq!(better(no.clone(), unsure.clone()), unsure);
        assert_eq!(better(never, no.clone()), no);
    }
}
