//! Calendars: a council as a file for a phone, and feeds of a community and of a person.

use huiyin_domain::{
    communities::Community,
    councils::{
        files::{Alarm, CalendarEvent, EventStatus, Feed, Uid, event_file, feed_file},
        meeting::{Answer, Attendee, Council, Reminder, Stage, wire::MyFeed},
    },
    hash::sha256_hex,
    ids::{CouncilId, ResidentId},
    notices::EmailAddress,
    refusals::Refusal,
    residents::Viewer,
    time::DAY_MS,
    web_address::WebAddress,
};

use super::{people, rows};
use crate::{
    app::App,
    communities,
    failure::{Failure, Outcome},
    here::Here,
    moderation::covering,
    store::{Tx, params},
};

/// How long a council that was stays in a feed.
const KEPT_DAYS: i64 = 180;
/// Before the title of a council that does not take place.
const CANCELLED: &str = "（已取消）";
/// What the events are, in a word.
const CATEGORY: &str = "社区议事会";
/// The sender's address, where whoever runs the server has given none. A calendar must name one.
const NO_ADDRESS: &str = "noreply@huiyin.invalid";

/// What calendars have to say of the installation.
#[derive(Clone, Debug)]
pub struct House {
    /// Where the app is.
    app: String,
    /// Names the installation for ever, whatever its address is.
    name: String,
    from: EmailAddress,
}

impl House {
    /// That of a server; where nobody said where the app is, it is taken to be where the request
    /// went.
    pub fn of(app: &App, host: Option<&str>) -> Outcome<Self> {
        let reach = &app.limits.reach;
        let address = reach.app_address.as_ref().map(|address| address.as_str().to_owned());
        let from = match &reach.mail {
            Some(mail) => mail.from.clone(),
            None => EmailAddress::parse(NO_ADDRESS)
                .map_err(|problem| Failure::Broken(format!("{NO_ADDRESS}: {problem:?}")))?,
        };
        let name = app.address_key.keyed_hash("calendar");
        Ok(Self {
            app: address
                .unwrap_or_else(|| format!("{}{}", scheme(host), host.unwrap_or("localhost"))),
            name: format!("{}.huiyin", &name[..16]),
            from,
        })
    }

    fn page(&self, council: CouncilId) -> Outcome<WebAddress> {
        let page = format!("{}/councils/{council}", self.app.trim_end_matches('/'));
        WebAddress::parse(&page).ok_or_else(|| Failure::Broken(format!("{page} is no address")))
    }
}

fn scheme(host: Option<&str>) -> &'static str {
    match host.map(|host| host.split(':').next().unwrap_or_default()) {
        None | Some("localhost" | "127.0.0.1") => "http://",
        Some(_) => "https://",
    }
}

/// One council as a file, with the reminder of whoever asks.
pub fn file(tx: &mut Tx<'_>, here: &Here, house: &House, id: CouncilId) -> Outcome<String> {
    let whole = rows::load(tx, here.community, id)?;
    let council = covering::council(tx, here, &whole)?;
    let reminder = match here.viewer.resident() {
        Some(resident) => people::reminder(tx, here.community, id, resident)?,
        None => Reminder::default(),
    };
    let community = communities::service::load(tx, here.community)?;
    let sees_link = !matches!(here.viewer, Viewer::Guest);
    let event = event(house, &community, &council, (reminder, sees_link))?;
    Ok(event_file(&feed(house, &community), &event))
}

/// The feed of all councils of the community.
pub fn of_community(tx: &mut Tx<'_>, here: &Here, house: &House) -> Outcome<String> {
    let community = communities::service::load(tx, here.community)?;
    let since = here.now.plus_millis(-KEPT_DAYS * DAY_MS);
    let mut events = Vec::new();
    for council in rows::all_since(tx, here.community, since)? {
        let council = covering::council(tx, here, &council)?;
        events.push(event(house, &community, &council, (Reminder::default(), false))?);
    }
    Ok(feed_file(&feed(house, &community), &events, here.now))
}

/// The feed of the councils that a person comes to, under the secret address they were given.
pub fn of_person(tx: &mut Tx<'_>, here: &Here, house: &House, token: &str) -> Outcome<String> {
    let row = tx.first(
        "SELECT resident_id FROM council_feeds WHERE community_id = $1 AND token_hash = $2",
        params![here.community.0, hash(token)],
    )?;
    let resident = ResidentId(rows::number(&row.ok_or(Failure::MISSING)?, 0)?);
    let community = communities::service::load(tx, here.community)?;
    let numbers = people::numbers(tx, here.community, resident)?;
    let since = here.now.plus_millis(-KEPT_DAYS * DAY_MS);
    let mut events = Vec::new();
    for council in rows::all_since(tx, here.community, since)? {
        let me = numbers.get(&council.id).and_then(|number| council.attendee(*number));
        if me.is_some_and(is_theirs) {
            let reminder = people::reminder(tx, here.community, council.id, resident)?;
            let council = covering::council(tx, here, &council)?;
            events.push(event(house, &community, &council, (reminder, true))?);
        }
    }
    Ok(feed_file(&feed(house, &community), &events, here.now))
}

/// Makes the secret address of a person's feed; one they had before leads nowhere from then on.
pub fn make_token(tx: &mut Tx<'_>, here: &Here, token: &str) -> Outcome<MyFeed> {
    let resident = match here.viewer {
        Viewer::Guest => return Err(Refusal::SignInFirst.into()),
        Viewer::Staff { .. } => return Err(Refusal::ResidentsOnly.into()),
        Viewer::Resident { id } => id,
    };
    tx.execute(
        "INSERT INTO council_feeds (community_id, resident_id, token_hash, since_ms)
         VALUES ($1, $2, $3, $4)
         ON CONFLICT (community_id, resident_id)
             DO UPDATE SET token_hash = excluded.token_hash, since_ms = excluded.since_ms",
        params![here.community.0, resident.0, hash(token), here.now.millis()],
    )?;
    Ok(MyFeed { token: token.to_owned() })
}

/// A fast hash: what it hides is as long as a key.
fn hash(token: &str) -> String {
    sha256_hex(format!("huiyin/calendar/1/{token}").as_bytes())
}

fn is_theirs(attendee: &Attendee) -> bool {
    let comes = match attendee.answer {
        Answer::Coming { .. } | Answer::Waiting { .. } => true,
        Answer::Nothing | Answer::NotComing => false,
    };
    comes || attendee.is_here().is_some()
}

fn feed(house: &House, community: &Community) -> Feed {
    Feed {
        name: format!("{}议事会", community.name.zh),
        category: CATEGORY.to_owned(),
        organiser: format!("{}居委会", community.name.zh),
        organiser_email: house.from.clone(),
    }
}

fn event(
    house: &House,
    community: &Community,
    council: &Council,
    (reminder, sees_link): (Reminder, bool),
) -> Outcome<CalendarEvent> {
    let status = match &council.stage {
        Stage::Cancelled { at, .. } => {
            EventStatus::Cancelled { at: *at, title_prefix: CANCELLED.to_owned() }
        }
        Stage::Scheduled
        | Stage::Noticed { .. }
        | Stage::InSession { .. }
        | Stage::Ended { .. }
        | Stage::MinutesPublished { .. }
        | Stage::Closed { .. } => {
            EventStatus::Confirmed { alarms: alarm(council, reminder).into_iter().collect() }
        }
    };
    Ok(CalendarEvent {
        uid: Uid::of_council(community.id, council.id, &house.name),
        sequence: council.sequence,
        changed_at: council.changed_at,
        hours: council.hours,
        title: format!("议事会：{}", council.title),
        details: details(community, council, sees_link),
        place: council.room.name.to_string(),
        page: house.page(council.id)?,
        status,
    })
}

fn alarm(council: &Council, reminder: Reminder) -> Option<Alarm> {
    let (minutes_before, when) = match reminder {
        Reminder::DayBefore => (1_440, "明天"),
        Reminder::TwoHoursBefore => (120, "两小时后"),
        Reminder::Never => return None,
    };
    Some(Alarm { minutes_before, words: format!("{when}开议事会：{}", council.title) })
}

/// The agenda, the line for whoever may see it, and where to call.
fn details(community: &Community, council: &Council, sees_link: bool) -> String {
    let mut lines = Vec::new();
    if let Stage::Cancelled { reason, .. } = &council.stage {
        lines.push(format!("取消的原因：{reason}"));
    }
    if let Some(moved) = council.moves.last() {
        lines.push(format!("改期的原因：{}", moved.reason));
    }
    for item in &council.agenda {
        lines.push(format!("{}. {}（{} 分钟）", item.number, item.title, item.minutes));
    }
    if let Some(link) = council.room.link.as_ref().filter(|_| sees_link) {
        lines.push(format!("网上参加：{link}"));
    }
    lines.push(format!("电话：{}", community.hot_line));
    lines.join("\n")
}
