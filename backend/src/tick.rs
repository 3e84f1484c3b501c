//! The tick: what comes with the time and not with a request.
//!
//! What is late goes up, people are reminded of councils, days that are over get their roots, and
//! the outbox is sent. Every server ticks; whatever one of them has done another finds done, so any number may run side by side.

use std::{sync::Arc, time::Duration};

use huiyin_domain::{ids::CommunityId, residents::Viewer};
use tokio::time::{Interval, MissedTickBehavior, interval};

use crate::{
    app::App,
    coaching::following,
    communities,
    councils::telling,
    failure::{Failure, Outcome},
    feedback::escalation,
    here::Here,
    notices::delivery,
    proposals::service as proposing,
    record::roots,
};

/// How often it comes.
const EVERY: Duration = Duration::from_secs(120);

/// What a tick has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticked {
    /// Proposals from before they could qualify that enough had co-signed.
    pub n_qualified: usize,
    /// Submissions that went up.
    pub n_escalated: usize,
    /// Coachings that ended by themselves.
    pub n_coached_out: usize,
    /// Days that got their root.
    pub n_roots: usize,
    /// People who were reminded of a council.
    pub n_reminded: usize,
    /// Messages that were taken.
    pub n_sent: usize,
}

/// Ticks once at the start and then again and again, until the server stops.
pub async fn keep_ticking(app: Arc<App>) {
    // Whoever takes our messages may be slow; no day waits for them.
    tokio::spawn(keep_sending(Arc::clone(&app)));
    let mut beats = beats();
    loop {
        beats.tick().await;
        see_to_days(&app).await;
    }
}

async fn keep_sending(app: Arc<App>) {
    let mut beats = beats();
    loop {
        beats.tick().await;
        told(delivery::deliver(&app).await, "the outbox");
    }
}

fn beats() -> Interval {
    let mut beats = interval(EVERY);
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    beats
}

/// Does everything that is due by the server's clock. What fails is told in the log and does not
/// keep the rest from being done; it is due again with the next tick.
pub async fn tick(app: &App) -> Ticked {
    let ticked = see_to_days(app).await;
    Ticked { n_sent: told(delivery::deliver(app).await, "the outbox"), ..ticked }
}

/// What is late goes up, people are reminded, and days that are over get their roots.
async fn see_to_days(app: &App) -> Ticked {
    let mut ticked = Ticked::default();
    let communities = app.store.read(communities::service::list).await;
    let ids = communities.map(|list| list.items.into_iter().map(|community| community.id));
    for community in told(ids.map(Iterator::collect::<Vec<_>>), "the communities") {
        ticked.n_qualified += told(qualify(app, community).await, "what enough have co-signed");
        ticked.n_escalated += told(escalate(app, community).await, "what is late");
        ticked.n_reminded += told(remind(app, community).await, "who comes to councils");
        ticked.n_coached_out += told(end_coaching(app, community).await, "who is coached");
        ticked.n_roots += told(close_days(app, community).await, "the roots of days");
    }
    ticked
}

fn told<T: Default>(outcome: Outcome<T>, what: &str) -> T {
    outcome.unwrap_or_else(|failure: Failure| {
        eprintln!("the tick could not see to {what}: {failure}");
        T::default()
    })
}

async fn escalate(app: &App, community: CommunityId) -> Outcome<usize> {
    let calendar = app.calendar;
    // Nobody acts: it comes by itself, with the day.
    let here = Here { calendar, ..Here::new(community, Viewer::Guest, app.clock.now()) };
    let due = app.store.read(move |tx| escalation::due(tx, &here)).await?;
    let mut n_escalated = 0;
    for id in due {
        let went = app.store.write(move |tx| escalation::go_up(tx, &here, id)).await?;
        n_escalated += usize::from(went);
    }
    Ok(n_escalated)
}

async fn qualify(app: &App, community: CommunityId) -> Outcome<usize> {
    let calendar = app.calendar;
    let here = Here { calendar, ..Here::new(community, Viewer::Guest, app.clock.now()) };
    let ready = app.store.read(move |tx| proposing::unsettled(tx, &here)).await?;
    let n_qualified = ready.len();
    for id in ready {
        app.store.write(move |tx| proposing::settle(tx, &here, id)).await?;
    }
    Ok(n_qualified)
}

/// Contests go on with the clock: a text that stands fast since then needs no coach.
async fn end_coaching(app: &App, community: CommunityId) -> Outcome<usize> {
    let calendar = app.calendar;
    let here = Here { calendar, ..Here::new(community, Viewer::Guest, app.clock.now()) };
    let open = app.store.read(move |tx| following::open(tx, community)).await?;
    let mut n_ended = 0;
    for id in open {
        // Nearly always nothing follows, and nothing need be written.
        if app.store.read(move |tx| following::is_due(tx, &here, id)).await? {
            let has = app.store.write(move |tx| following::settle(tx, &here, id)).await?;
            n_ended += usize::from(has);
        }
    }
    Ok(n_ended)
}

async fn remind(app: &App, community: CommunityId) -> Outcome<usize> {
    let here = Here::new(community, Viewer::Guest, app.clock.now());
    let soon = app.store.read(move |tx| telling::soon(tx, community, here.now)).await?;
    let mut n_reminded = 0;
    for id in soon {
        n_reminded += app.store.write(move |tx| telling::remind(tx, &here, id)).await?;
    }
    Ok(n_reminded)
}

async fn close_days(app: &App, community: CommunityId) -> Outcome<usize> {
    let now = app.clock.now();
    let mut n_roots = 0;
    loop {
        let made = app.store.read(move |tx| match roots::first_open(tx, community, now)? {
            Some(day) => roots::compute(tx, community, day).map(Some),
            None => Ok(None),
        });
        let Some(root) = made.await? else { return Ok(n_roots) };
        app.store.write(move |tx| roots::keep(tx, community, &root)).await?;
        n_roots += 1;
    }
}
