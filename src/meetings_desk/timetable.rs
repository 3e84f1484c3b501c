//! When each item of an agenda is due, and which one it is now.
use huiyin_domain::{
    councils::{Hours, meeting::agenda::Item},
    time::Moment,
};

/// An item with its hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Due {
    /// The item.
    pub item: Item,
    /// When it begins.
    pub from: Moment,
    /// When it ends.
    pub until: Moment,
}

impl Due {
    /// Its hours on the wall clock.
    pub(super) fn hours(&self) -> Hours {
        let (from, until) = (self.from.in_china(), self.until.in_china());
        Hours { day: from.date(), from: from.time(), until: until.time() }
    }

    /// Is it this one's time?
    pub(super) fn is_now(&self, now: Moment) -> bool {
        self.from <= now && now < self.until
    }
}

/// The items one after the other, from when the session began or is to begin.
pub(super) fn timetable(agenda: &[Item], begins: Moment) -> Vec<Due> {
    let mut from = begins;
    let due = |item: &Item| {
        let until = from.plus_millis(i64::from(item.minutes) * 60_000);
        let due = Due { item: item.clone(), from, until };
        from = until;
        due
    };
    agenda.iter().map(due).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::{councils::meeting::agenda::About, words::Words};

    #[test]
    fn items_follow_each_other_and_one_of_them_is_now() {
        let item = |number, minutes| Item {
            number,
            title: Words::parse("lift").unwrap(),
            minutes,
            about: About::Nothing,
        };
        let begins = Moment::from_millis(0);
        let due = timetable(&[item(1, 10), item(2, 20)], begins);
        assert_eq!(due[1].from, begins.plus_millis(600_000));
        assert_eq!(due[1].until, begins.plus_millis(1_800_000));
        let now = begins.plus_millis(600_000);
        assert_eq!((due[0].is_now(now), due[1].is_now(now)), (false, true));
    }
}
