//! The screens on which the office enters something, in the order that what was sent asks for.
use super::draft::{Draft, Kind};
use crate::times::step::Step as TimesStep;

/// One screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What was sent.
    What,
    /// Whose it is.
    Whom,
    /// How it came.
    CameBy,
    /// On which day.
    Day,
    /// For which contest.
    Contest,
    /// A proposal: what.
    Title,
    /// A proposal: the requests.
    Requests,
    /// A proposal: where.
    Place,
    /// A proposal: why.
    Why,
    /// A proposal: what it might cost.
    Cost,
    /// An opinion: as what it is sent.
    SentAs,
    /// An opinion: what was said.
    Words,
    /// An opinion: where.
    Where,
    /// An opinion: what is asked for, one by one.
    Asked,
    /// A co-signature: of which proposal.
    Number,
    /// One screen of the times.
    Times(TimesStep),
    /// An answer about a series: which.
    Series,
    /// Its times.
    Dates,
    /// How they would attend.
    Join,
    /// Whose days theirs are like.
    Group,
    /// All answers once more.
    Check,
    /// It is entered.
    Done,
}

const OF_ALL: [Step; 4] = [Step::What, Step::Whom, Step::CameBy, Step::Day];
const OF_PROPOSALS: [Step; 6] =
    [Step::Contest, Step::Title, Step::Requests, Step::Place, Step::Why, Step::Cost];
const OF_OPINIONS: [Step; 4] = [Step::SentAs, Step::Words, Step::Where, Step::Asked];
const OF_SERIES: [Step; 4] = [Step::Series, Step::Dates, Step::Join, Step::Group];
const OF_TIMES: [TimesStep; 5] = [
    TimesStep::When,
    TimesStep::Weekdays,
    TimesStep::Saturday,
    TimesStep::Sunday,
    TimesStep::Attend,
];

impl Step {
    /// Its name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Whom => "whom",
            Self::CameBy => "came-by",
            Self::Day => "day",
            Self::Contest => "contest",
            Self::Title => "title",
            Self::Requests => "requests",
            Self::Place => "place",
            Self::Why => "why",
            Self::Cost => "cost",
            Self::SentAs => "sent-as",
            Self::Words => "words",
            Self::Where => "where",
            Self::Asked => "asked",
            Self::Number => "number",
            Self::Times(step) => step.name(),
            Self::Series => "series",
            Self::Dates => "dates",
            Self::Join => "join",
            Self::Group => "group",
            Self::Check => "check",
            Self::Done => "done",
        }
    }

    /// The screen at an address.
    pub fn parse(raw: &str) -> Option<Self> {
        let others = [Self::Number, Self::Check, Self::Done];
        let times = OF_TIMES.map(Self::Times);
        let all = OF_ALL.iter().chain(&OF_PROPOSALS).chain(&OF_OPINIONS).chain(&OF_SERIES);
        all.chain(&others).chain(&times).copied().find(|step| step.name() == raw)
    }

    /// The screens of this draft, in order.
    pub fn path(draft: &Draft) -> Vec<Self> {
        let mut path = OF_ALL.to_vec();
        match draft.kind {
            Some(Kind::Proposal) => path.extend(OF_PROPOSALS),
            Some(Kind::Opinion) => path.extend(OF_OPINIONS),
            Some(Kind::CoSign) => path.push(Self::Number),
            Some(Kind::Times) => {
                let asked = TimesStep::path(&draft.times);
                let asked = asked.into_iter().filter(|step| *step != TimesStep::Check);
                path.extend(asked.map(Self::Times));
            }
            Some(Kind::Series) => {
                let is_asked = |step: &Self| *step != Self::Join || draft.can_come();
                path.extend(OF_SERIES.into_iter().filter(is_asked));
            }
            None => {}
        }
        path.push(Self::Check);
        path
    }

    /// Its place in that path, from one.
    pub fn place(self, draft: &Draft) -> usize {
        1 + Self::path(draft).iter().take_while(|step| **step != self).count()
    }

    /// The one after it.
    pub fn next(self, draft: &Draft) -> Self {
        Self::path(draft).get(self.place(draft)).copied().unwrap_or(Self::Check)
    }

    /// The one before it.
    pub fn before(self, draft: &Draft) -> Option<Self> {
        let at = self.place(draft).checked_sub(2)?;
        Self::path(draft).get(at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_has_an_address_of_its_own() {
        for kind in Kind::ALL {
            let draft = Draft { kind: Some(kind), ..Draft::default() };
            let path = Step::path(&draft);
            for (at, step) in path.iter().enumerate() {
                assert_eq!(Step::parse(step.name()), Some(*step));
                assert_eq!(step.place(&draft), at + 1);
            }
            assert_eq!(path.last(), Some(&Step::Check));
            assert_eq!(Step::Day.next(&draft), path[4]);
            assert_eq!(path[4].before(&draft), Some(Step::Day));
        }
        assert_eq!(Step::What.before(&Draft::default()), None);
    }
}
