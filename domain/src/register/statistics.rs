//! Statistics of taking part (参与统计): by building and by way in, with small groups hidden so
//! that neither a number nor what is left of a sum tells of fewer than five people.
use super::building_order;
use crate::{
    channels::Channel,
    councils::meeting::statistics::FEWEST_SHOWN,
    feedback::figures::Share,
    time::{Day, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A way of taking part (参与方式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// They have done any of the others (有过联系).
    Heard,
    /// They have signed in at least once (登录过).
    SignedIn,
    /// They have sent a proposal (提过案).
    Proposed,
    /// They have co-signed one (联过名).
    CoSigned,
    /// They are marked on a roll of voters (领过票): for whom they voted nobody knows.
    Voted,
    /// They have sent an opinion or a topic (提过意见).
    Sent,
    /// They came to a council (到过会).
    Came,
}

impl Deed {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Heard,
        Self::SignedIn,
        Self::Proposed,
        Self::CoSigned,
        Self::Voted,
        Self::Sent,
        Self::Came,
    ];
}

/// Somebody on the register, as figures know them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Where they live, if that is on record.
    pub building: Option<String>,
    /// What they have done.
    pub deeds: BTreeSet<Deed>,
    /// On which ways something came from them.
    pub channels: BTreeSet<Channel>,
}

/// Of whom a row tells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Place {
    /// One building.
    Building {
        /// What it is called.
        name: String,
    },
    /// Everybody whose building is not on record.
    NotOnRecord,
    /// Places that are too small to stand alone, together.
    Others {
        /// How many.
        n_places: u32,
    },
}

/// One row: a place and the share of its people who took part, deed by deed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceFigures {
    /// Which.
    pub place: Place,
    /// Who lives there.
    pub n_residents: u32,
    /// In the order of [`Deed::ALL`]; nothing where it is hidden.
    pub shares: Vec<Option<Share>>,
}

/// How many people something came from on one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelFigures {
    /// Which.
    pub channel: Channel,
    /// Of everybody; nothing where it is hidden.
    pub share: Option<Share>,
}

/// The statistics, for the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatisticsPage {
    /// As of which day.
    #[serde(with = "iso_day")]
    pub on: Day,
    /// Everybody.
    pub n_residents: u32,
    /// Of everybody, in the order of [`Deed::ALL`]; nothing where it is hidden.
    pub shares: Vec<Option<Share>>,
    /// Place by place; none while the whole community is too small.
    pub places: Vec<PlaceFigures>,
    /// Way by way.
    pub channels: Vec<ChannelFigures>,
    /// Those of the places that were heard least, the least heard first.
    pub least_heard: Vec<PlaceFigures>,
}

/// Places that are named as least heard.
const LEAST_SHOWN: usize = 3;

/// Counts everybody.
pub fn figures(people: &[Person], on: Day) -> StatisticsPage {
    let counted = merged(by_place(people));
    let mut all = Counted { places: 1, ..Counted::default() };
    people.iter().for_each(|person| all.add(person));
    let mut columns = Vec::new();
    for deed in Deed::ALL {
        let cells: Vec<Share> = counted.iter().map(|(_, it)| it.share(deed)).collect();
        columns.push(Column::of(cells, all.share(deed)));
    }
    let shares = |at: usize| columns.iter().map(|column| column.cells[at]).collect();
    let places = counted.iter().enumerate().map(|(at, (place, counted))| PlaceFigures {
        place: place.clone(),
        n_residents: counted.n,
        shares: shares(at),
    });
    let places: Vec<_> = places.collect();
    StatisticsPage {
        on,
        least_heard: least_heard(&places),
        places,
        n_residents: all.n,
        shares: columns.iter().map(|column| column.total).collect(),
        channels: by_channel(people),
    }
}

/// The people of one place.
#[derive(Clone, Debug, Default)]
struct Counted {
    places: u32,
    n: u32,
    deeds: BTreeMap<Deed, u32>,
}

impl Counted {
    fn add(&mut self, person: &Person) {
        self.n += 1;
        for deed in &person.deeds {
            *self.deeds.entry(*deed).or_default() += 1;
        }
    }

    fn share(&self, deed: Deed) -> Share {
        Share { part: self.deeds.get(&deed).copied().unwrap_or_default(), whole: self.n }
    }

    fn take_in(&mut self, other: &Self) {
        self.places += other.places;
        self.n += other.n;
        for (deed, n) in &other.deeds {
            *self.deeds.entry(*deed).or_default() += n;
        }
    }
}

fn by_place(people: &[Person]) -> Vec<(Place, Counted)> {
    let mut places: BTreeMap<Option<&str>, Counted> = BTreeMap::new();
    for person in people {
        let place = places.entry(person.building.as_deref());
        place.or_insert(Counted { places: 1, ..Counted::default() }).add(person);
    }
    let mut places: Vec<_> = places.into_iter().collect();
    // Those of whom nobody knows where they live come last.
    places.sort_by_cached_key(|(name, _)| (name.is_none(), name.map(building_order)));
    let named = |(name, counted): (Option<&str>, Counted)| match name {
        Some(name) => (Place::Building { name: name.to_owned() }, counted),
        None => (Place::NotOnRecord, counted),
    };
    places.into_iter().map(named).collect()
}

/// Puts the places of fewer than five together until what stands there is five or more.
fn merged(places: Vec<(Place, Counted)>) -> Vec<(Place, Counted)> {
    let (mut large, small): (Vec<_>, Vec<_>) =
        places.into_iter().partition(|(_, counted)| counted.n >= FEWEST_SHOWN);
    if small.is_empty() {
        return large;
    }
    let mut others = Counted::default();
    small.iter().for_each(|(_, counted)| others.take_in(counted));
    while others.n < FEWEST_SHOWN {
        let smallest = (0..large.len()).min_by_key(|at| (large[*at].1.n, *at));
        // A community of fewer than five has no places at all.
        let Some(smallest) = smallest else { return Vec::new() };
        let (_, counted) = large.remove(smallest);
        others.take_in(&counted);
    }
    large.push((Place::Others { n_places: others.places }, others));
    large
}

/// One kind of figures down all rows, with what must be hidden taken out.
struct Column {
    cells: Vec<Option<Share>>,
    total: Option<Share>,
}

impl Column {
    /// Hides what is small, and as much beside it as keeps it from being told by the total.
    fn of(cells: Vec<Share>, total: Share) -> Self {
        let mut hides: Vec<bool> = cells.iter().map(|cell| is_telling(*cell)).collect();
        let mut hides_total = is_telling(total);
        while !hides_total && tells(&cells, &hides) {
            let open = (0..cells.len()).filter(|at| !hides[*at]);
            match open.min_by_key(|at| (cells[*at].part, cells[*at].whole, *at)) {
                Some(smallest) => hides[smallest] = true,
                None => hides_total = true,
            }
        }
        let cells = cells.iter().zip(hides).map(|(cell, hides)| (!hides).then_some(*cell));
        Self { cells: cells.collect(), total: (!hides_total).then_some(total) }
    }
}

/// Fewer than five did it, or all but fewer than five.
fn is_telling(share: Share) -> bool {
    let is_small = |n: u32| 0 < n && n < FEWEST_SHOWN;
    is_small(share.part) || is_small(share.whole.saturating_sub(share.part))
}

/// Does the total less everything that is shown tell what is hidden?
fn tells(cells: &[Share], hides: &[bool]) -> bool {
    let hidden = || cells.iter().zip(hides).filter(|(_, hides)| **hides).map(|(cell, _)| cell);
    let left = Share {
        part: hidden().map(|cell| cell.part).sum(),
        whole: hidden().map(|cell| cell.whole).sum(),
    };
    hidden().count() == 1 || is_telling(left)
}

/// Ways are not parts of a sum, since one person can use several; but most use one.
fn by_channel(people: &[Person]) -> Vec<ChannelFigures> {
    let whole = u32::try_from(people.len()).unwrap_or(u32::MAX);
    let used = |channel: Channel| {
        let part = people.iter().filter(|person| person.channels.contains(&channel)).count();
        Share { part: u32::try_from(part).unwrap_or(whole), whole }
    };
    let cells: Vec<Share> = Channel::ALL.into_iter().map(used).collect();
    let any = people.iter().filter(|person| !person.channels.is_empty()).count();
    let total = Share { part: u32::try_from(any).unwrap_or(whole), whole };
    let column = Column::of(cells, total);
    let ways = Channel::ALL.into_iter().zip(column.cells);
    ways.map(|(channel, share)| ChannelFigures { channel, share }).collect()
}

fn least_heard(places: &[PlaceFigures]) -> Vec<PlaceFigures> {
    let heard = |place: &PlaceFigures| place.shares.first().copied().flatten();
    let mut shown: Vec<_> = places.iter().filter(|place| heard(place).is_some()).collect();
    // In hundredths of a hundredth: places are compared, not measured.
    let key = |place: &&PlaceFigures| {
        let Share { part, whole } = heard(place).unwrap_or(Share { part: 0, whole: 1 });
        u64::from(part) * 10_000 / u64::from(whole.max(1))
    };
    shown.sort_by_key(key);
    shown.into_iter().take(LEAST_SHOWN).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse_day;
    use proptest::prelude::*;

    fn on() -> Day {
        parse_day("2026-11-22").unwrap()
    }

    /// `n` people of a building, of whom `heard` were heard.
    fn building(name: &str, n: u32, heard: u32) -> Vec<Person> {
        let person = |at: u32| Person {
            building: (!name.is_empty()).then(|| name.to_owned()),
            deeds: (at < heard).then_some(Deed::Heard).into_iter().collect(),
            channels: BTreeSet::new(),
        };
        (0..n).map(person).collect()
    }

    fn heard(page: &StatisticsPage) -> Vec<Option<u32>> {
        page.places.iter().map(|place| place.shares[0].map(|share| share.part)).collect()
    }

    #[test]
    fn buildings_stand_in_their_order_and_the_least_heard_is_named() {
        let people =
            [building("10号楼", 20, 6), building("2号楼", 20, 12), building("", 10, 0)].concat();
        let page = figures(&people, on());
        assert_eq!(heard(&page), [Some(12), Some(6), Some(0)]);
        assert_eq!(page.places[2].place, Place::NotOnRecord);
        assert_eq!(page.shares[0], Some(Share { part: 18, whole: 50 }));
        assert_eq!(page.least_heard[0].place, Place::NotOnRecord);
        assert_eq!(page.least_heard[1].place, Place::Building { name: "10号楼".to_owned() });
    }

    #[test]
    fn a_small_number_is_hidden_and_so_is_the_one_that_would_tell_it() {
        let people = [building("1", 20, 3), building("2", 20, 8), building("3", 20, 10)].concat();
        // 21 less 18 would be 3: the second building is hidden with the first.
        assert_eq!(heard(&figures(&people, on())), [None, None, Some(10)]);
    }

    #[test]
    fn all_but_a_few_is_hidden_like_a_few() {
        let people = [building("1", 20, 18), building("2", 20, 8), building("3", 20, 10)].concat();
        assert_eq!(heard(&figures(&people, on())), [None, None, Some(10)]);
    }

    #[test]
    fn small_buildings_stand_together_or_with_the_next_one() {
        let people = [building("1", 3, 1), building("2", 4, 0), building("3", 20, 10)].concat();
        let page = figures(&people, on());
        assert_eq!(page.places[1].place, Place::Others { n_places: 2 });
        assert_eq!(page.places[1].n_residents, 7);
        let people = [building("1", 3, 0), building("3", 20, 10)].concat();
        let page = figures(&people, on());
        assert_eq!((page.places.len(), page.places[0].n_residents), (1, 23));
        let page = figures(&building("1", 4, 4), on());
        assert_eq!((page.places, page.shares[0]), (Vec::new(), None));
    }

    proptest! {
        #[test]
        fn nobody_is_told_by_what_is_left(
            sizes in proptest::collection::vec((0_u32..30, 0_u32..30), 0..9)
        ) {
            let mut people = Vec::new();
            for (at, (n, heard)) in sizes.iter().enumerate() {
                people.extend(building(&format!("{at}号楼"), *n, (*heard).min(*n)));
            }
            let page = figures(&people, on());
            let shown: Vec<Share> = page.places.iter().filter_map(|it| it.shares[0]).collect();
            prop_assert!(shown.iter().all(|share| !is_telling(*share)));
            prop_assert!(page.places.iter().all(|it| it.n_residents >= FEWEST_SHOWN));
            if let Some(all) = page.shares[0] {
                let left = Share {
                    part: all.part - shown.iter().map(|share| share.part).sum::<u32>(),
                    whole: all.whole - shown.iter().map(|share| share.whole).sum::<u32>(),
                };
                prop_assert!(!is_telling(left), "{left:?}");
                let n_hidden = page.places.len() - shown.len();
                prop_assert!(n_hidden != 1, "one that is hidden is told by the others");
            }
        }
    }
}
