//! The screens on which an opinion is written, in their order.
use huiyin_domain::feedback::OpinionForm;

/// One screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// As what it is sent.
    Kind,
    /// What one has to say.
    What,
    /// Where.
    Where,
    /// Photos.
    Photo,
    /// The things asked for, one by one; only on wish, from the last screen.
    Requests,
    /// All answers, before sending.
    Check,
}

impl Step {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Kind, Self::What, Self::Where, Self::Photo, Self::Requests, Self::Check];

    /// Those that are asked one after the other, in both layouts.
    pub const PATH: [Self; 5] = [Self::Kind, Self::What, Self::Where, Self::Photo, Self::Check];

    /// The screen at an address.
    pub fn parse(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == raw)
    }

    /// Its name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::What => "what",
            Self::Where => "where",
            Self::Photo => "photo",
            Self::Requests => "requests",
            Self::Check => "check",
        }
    }

    /// Its place on the path, from one; `None` when it is not asked on it.
    pub fn place(self) -> Option<usize> {
        Self::PATH.iter().position(|step| *step == self).map(|at| at + 1)
    }

    /// The one after it; after the last, and after what is not asked on the path, the last.
    pub fn next(self) -> Self {
        self.place().and_then(|at| Self::PATH.get(at)).copied().unwrap_or(Self::Check)
    }

    /// The one before it.
    pub fn before(self) -> Option<Self> {
        self.place()?.checked_sub(2).and_then(|at| Self::PATH.get(at)).copied()
    }

    /// The screen of a field of the form.
    pub fn of_field(field: &str) -> Self {
        match field {
            "sent_as" => Self::Kind,
            "words" => Self::What,
            "requests" => Self::Requests,
            "place" | "where_words" => Self::Where,
            "photos" => Self::Photo,
            _ => Self::Check,
        }
    }

    /// Where to go on writing: the first question that has no answer yet.
    pub fn to_go_on(form: &OpinionForm) -> Self {
        let open = form.parse().err().unwrap_or_default();
        open.first().map_or(Self::Check, |fault| Self::of_field(&fault.field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_has_an_address_and_neighbours() {
        for step in Step::ALL {
            assert_eq!(Step::parse(step.name()), Some(step));
        }
        assert_eq!(Step::Kind.before(), None);
        assert_eq!(Step::Kind.next(), Step::What);
        assert_eq!(Step::Check.before(), Some(Step::Photo));
        assert_eq!(Step::Check.next(), Step::Check);
    }

    #[test]
    fn the_requests_are_asked_on_wish_and_lead_back_to_the_answers() {
        assert_eq!(Step::Requests.place(), None);
        assert_eq!(Step::Requests.before(), None);
        assert_eq!(Step::Requests.next(), Step::Check);
    }

    #[test]
    fn writing_goes_on_at_the_first_question_without_an_answer() {
        let mut form = OpinionForm::default();
        assert_eq!(Step::to_go_on(&form), Step::What);
        form.words = "the lamp is broken".to_owned();
        assert_eq!(Step::to_go_on(&form), Step::Where);
        form.where_words = "building 3".to_owned();
        assert_eq!(Step::to_go_on(&form), Step::Check);
    }
}
