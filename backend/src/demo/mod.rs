//! The demo community (演示社区): invented, always the same, and never mixed with a real one.

pub mod clock;
mod contests;
mod councils;
mod feedback;
mod lots;
mod moderation;
mod past_season;
mod people;
mod season;
mod sessions;
mod stairs;
mod topics;
mod voices;
mod weeks;
mod wishes;
mod works;

use huiyin_domain::communities::{Bilingual, Community};
use huiyin_domain::contests::Origin;
use huiyin_domain::counting::{Completion, CountingRule, Utility};
use huiyin_domain::ids::{CommunityId, DepartmentId, ResidentId, StaffId};
use huiyin_domain::register::letters::BatchForm;
use huiyin_domain::residents::letter_code::{LETTER_DIGITS, LetterCode};
use huiyin_domain::residents::{StaffRole, Viewer};
use huiyin_domain::time::{DAY_MS, Moment};

use crate::communities;
use crate::departments;
use crate::failure::{Failure, Outcome};
use crate::here::Here;
use crate::past::{self as past_elections, finished::Past};
use crate::register::batches;
use crate::residents::service::{self, LetterSecret};
use crate::secrets::slow_hash;
use crate::store::{Store, Tx, params};
use crate::trouble::{Trouble, broken};

/// The community's name in addresses.
const SLUG: &str = "wutong";
/// The organiser's name; a demo has no secrets.
const STAFF_NAME: &str = "organiser";
/// The organiser's password, which is shown.
const STAFF_PASSWORD: &str = "wutong-demo-2026";
/// The administrator's name; the password is the same.
const ADMINISTRATOR_NAME: &str = "admin";
/// The departments: the name of whoever answers for it, and what it is called.
const REVIEWERS: [(&str, &str, &str); 3] = [
    ("wuye", "物业公司", "Property company"),
    ("chengguan", "城管中队", "Urban order squad"),
    ("minsheng", "街道民生办", "Sub-district office for daily life"),
];
/// The secret digits of the first letters; the office numbers letters itself.
const LETTER_SECRETS: [&str; 6] =
    ["4827163", "9150362", "6038471", "2716805", "7391540", "5862094"];
/// The setting that says that a database is a demo, and how far it has been built.
const MARK: &str = "demo";
/// The demo is being built, or was broken off.
const BEGUN: &str = "begun";
/// The demo is whole.
const READY: &str = "ready";

/// How to sign in to the demo.
#[derive(Clone, Debug)]
pub struct SignIns {
    /// The demo community.
    pub community: CommunityId,
    /// Residents with their codes.
    pub letters: Vec<(String, LetterCode)>,
    /// The organiser's name.
    pub staff_name: &'static str,
    /// The organiser's password.
    pub staff_password: &'static str,
    /// The administrator's name; the password is the same.
    pub administrator: &'static str,
    /// Those who answer for the departments: name and department; the password is the same.
    pub reviewers: Vec<(&'static str, &'static str)>,
}

/// The people of the demo by number.
#[derive(Clone, Debug)]
struct Cast {
    community: CommunityId,
    organiser: StaffId,
    /// Each department with whoever answers for it.
    reviewers: Vec<(DepartmentId, StaffId)>,
    residents: Vec<ResidentId>,
}

impl Cast {
    fn organiser(&self, now: Moment) -> Here {
        let viewer = Viewer::Staff { id: self.organiser, role: StaffRole::Organiser };
        Here::new(self.community, viewer, now)
    }

    fn reviewer(&self, place: usize, now: Moment) -> Here {
        let (department, id) = self.reviewers[place];
        let viewer = Viewer::Staff { id, role: StaffRole::Reviewer { department } };
        Here::new(self.community, viewer, now)
    }

    fn resident(&self, place: usize, now: Moment) -> Here {
        Here::new(self.community, Viewer::Resident { id: self.residents[place] }, now)
    }

    /// Those who have no letter, and so act by themselves.
    fn n_others(&self) -> usize {
        self.residents.len() - LETTER_SECRETS.len()
    }

    /// One of those, by place.
    fn other(place: usize) -> usize {
        LETTER_SECRETS.len() + place
    }
}

/// How much there is in a demo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What one needs to try it out.
    Usual,
    /// Also one contest in each phase: a whole season to look at.
    WholeSeason,
}

/// Is this database a demo, whole or broken off?
pub fn is_one(store: &Store) -> Result<bool, Trouble> {
    let mark = store.read_now(mark);
    Ok(mark.map_err(broken)?.is_some())
}

/// How far the demo in this database has been built; nothing where it is none.
fn mark(tx: &mut Tx<'_>) -> Outcome<Option<String>> {
    let mark = tx.first("SELECT value FROM settings WHERE name = $1", params![MARK])?;
    Ok(mark.map(|row| row.text(0).map(str::to_owned)).transpose()?)
}

/// Makes an empty database into the demo, or finds that it is one; then says how to sign in.
pub fn prepare(store: &Store, now: Moment) -> Result<SignIns, Trouble> {
    prepare_with(store, now, Extent::Usual)
}

/// The same, with so much in it; a demo that is there already stays as it is.
pub fn prepare_with(store: &Store, now: Moment, extent: Extent) -> Result<SignIns, Trouble> {
    let found = store.read_now(|tx| {
        let mark = mark(tx)?;
        Ok::<_, Failure>((mark, communities::service::list(tx)?.items))
    });
    let (mark, communities) = found.map_err(broken)?;
    let community = match (mark.as_deref(), communities.first()) {
        (Some(READY), Some(community)) => community.id,
        (None, None) => build(store, now, extent)?,
        (Some(_), _) => {
            return Err(Trouble::new(
                "This demo was broken off while it was being built: delete its database and \
                 start again, or give another --database.",
            ));
        }
        (None, Some(_)) => {
            return Err(Trouble::new(
                "This database is not a demo, and real people's things may be in it: start \
                 without --demo, or give another --database.",
            ));
        }
    };
    // A code may be used only so often; a demo is started more often than that.
    let rested = store.write_now(move |tx| {
        tx.execute("UPDATE letters SET n_uses = 0 WHERE community_id = $1", params![community.0])
    });
    rested.map_err(|error| broken(error.into()))?;
    let letters = store.read_now(move |tx| letters(tx, community)).map_err(broken)?;
    let (staff_name, staff_password) = (STAFF_NAME, STAFF_PASSWORD);
    let reviewers = REVIEWERS.iter().map(|(name, department, _)| (*name, *department)).collect();
    let administrator = ADMINISTRATOR_NAME;
    Ok(SignIns { community, letters, staff_name, staff_password, administrator, reviewers })
}

/// The codes on the letters: the numbers from the tables, the secrets as we know them.
fn letters(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<(String, LetterCode)>> {
    let rows = tx.rows(
        "SELECT residents.public_name, letters.letter FROM letters
         JOIN residents ON residents.community_id = letters.community_id
             AND residents.resident_id = letters.resident_id
         WHERE letters.community_id = $1 ORDER BY letters.letter",
        params![community.0],
    )?;
    let known = rows.iter().zip(LETTER_SECRETS).map(|(row, secret)| {
        let letter = row.text(1)?;
        debug_assert_eq!(letter.len(), LETTER_DIGITS);
        let code = LetterCode::parse(&format!("{letter}{secret}"));
        let code = code.map_err(|_| Failure::Broken(format!("letter {letter}")))?;
        Ok((row.text(0)?.to_owned(), code))
    });
    known.collect()
}

fn build(store: &Store, now: Moment, extent: Extent) -> Result<CommunityId, Trouble> {
    let secrets = LETTER_SECRETS
        .map(|digits| LetterSecret::of(digits).expect("the secrets of the demo are seven digits"));
    let password = slow_hash(STAFF_PASSWORD);
    let since = now.plus_millis(-60 * DAY_MS);
    let cast = store.write_now(move |tx| people(tx, &secrets, &password, since));
    let cast = cast.map_err(broken)?;
    past_elections::store_past(store, cast.community, &past_season::election(), &past(now))?;
    contests::build(store, &cast, now).map_err(broken)?;
    if extent == Extent::WholeSeason {
        season::build(store, &cast, now).map_err(broken)?;
    }
    // Last, so that the numbers of the contests' proposals begin with 1.
    let places = feedback::build(store, &cast, now).map_err(broken)?;
    councils::build(store, &cast, now, &places).map_err(broken)?;
    moderation::build(store, &cast, now).map_err(broken)?;
    // Letters that wait to be made, for all who have none.
    let office = cast.organiser(now);
    let waiting = BatchForm { buildings: Vec::new(), only_without: true };
    let begun = store.write_now(move |tx| batches::begin(tx, &office, &waiting));
    begun.map_err(broken)?;
    let marked = store.write_now(|tx| {
        tx.execute("UPDATE settings SET value = $1 WHERE name = $2", params![READY, MARK])
    });
    marked.map_err(|error| broken(error.into()))?;
    Ok(cast.community)
}

fn people(
    tx: &mut Tx<'_>,
    secrets: &[LetterSecret],
    password_hash: &str,
    since: Moment,
) -> Outcome<Cast> {
    tx.execute("INSERT INTO settings (name, value) VALUES ($1, $2)", params![MARK, BEGUN])?;
    let community = communities::service::create(tx, &community())?;
    let mut residents = Vec::new();
    for (place, neighbour) in people::neighbours().into_iter().enumerate() {
        let id = service::register(tx, community, &neighbour.public_name, since)?;
        tx.execute(
            "UPDATE residents SET address = $1, building = $2, room = $3
             WHERE community_id = $4 AND resident_id = $5",
            params![&neighbour.address, &neighbour.building, &neighbour.room, community.0, id.0],
        )?;
        if let Some(secret) = secrets.get(place) {
            service::print_letter(tx, community, id, secret, since)?;
        }
        residents.push(id);
    }
    let role = StaffRole::Organiser;
    let organiser = service::create_staff(tx, community, STAFF_NAME, password_hash, role)?;
    let mut cast = Cast { community, organiser, reviewers: Vec::new(), residents };
    let here = cast.organiser(since);
    for (name, zh, en) in REVIEWERS {
        let called = Bilingual { zh: zh.to_owned(), en: en.to_owned() };
        let department = departments::service::create(tx, &here, &called)?;
        let role = StaffRole::Reviewer { department };
        let id = service::create_staff(tx, community, name, password_hash, role)?;
        cast.reviewers.push((department, id));
    }
    let role = StaffRole::Administrator;
    service::create_staff(tx, community, ADMINISTRATOR_NAME, password_hash, role)?;
    Ok(cast)
}

fn community() -> Community {
    let both = |zh: &str, en: &str| Bilingual { zh: zh.to_owned(), en: en.to_owned() };
    Community {
        id: CommunityId(0),
        slug: SLUG.to_owned(),
        name: both("梧桐里社区", "Wutongli"),
        // Invented: no exchange of Shanghai begins with 5555.
        hot_line: "021-5555 0128".to_owned(),
        hot_line_hours: both("周一至周六 9:00–18:00", "Monday to Saturday, 9:00 to 18:00"),
        office: both("梧桐路88弄1号一楼", "Ground floor, 1, Lane 88, Wutong Road"),
    }
}

/// The past season: equal shares, and what is left by most points first.
fn past(now: Moment) -> Past {
    let places = 0..past_season::N_PROJECTS;
    Past {
        title: "2025微更新提案大赛（演示数据）".to_owned(),
        origin: Origin::Generated,
        counting: counting(),
        n_eligible: Some(past_season::N_ELIGIBLE),
        places: places.map(|project| past_season::place_of(project).to_owned()).collect(),
        now,
    }
}

/// How contests of the demo are counted.
fn counting() -> CountingRule {
    CountingRule::EqualShares { utility: Utility::Cost, completion: Completion::Greedy }
}
