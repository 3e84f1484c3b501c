//! What was sent and has no answer yet: sent again as it is, it keeps its key.
use super::{ApiError, Key};
use huiyin_domain::problems::ProblemKind;
use leptos::prelude::*;

/// What was sent under which key, as long as its answer is unknown.
///
/// The key stays while the answer was lost, so that trying again never does a thing twice. It is
/// a new one after an answer, good or bad, and for whatever differs from what was sent.
pub struct Unanswered<B: 'static> {
    sent: StoredValue<Vec<(B, Key)>>,
    is_about_same: fn(&B, &B) -> bool,
}

impl<B> Clone for Unanswered<B> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<B> Copy for Unanswered<B> {}

impl<B: Clone + PartialEq + Send + Sync + 'static> Unanswered<B> {
    /// For one thing: whatever is sent next takes the place of what was sent before.
    pub fn of_one() -> Self {
        Self::of_many(|_, _| true)
    }

    /// For many things: what is sent takes the place only of what was about the same one.
    pub fn of_many(is_about_same: fn(&B, &B) -> bool) -> Self {
        Self { sent: StoredValue::new(Vec::new()), is_about_same }
    }

    /// The key under which this is sent now.
    pub fn key_for(self, body: &B) -> Key {
        let key = self
            .sent
            .try_update_value(|sent| key_among(sent, body, self.is_about_same, Key::fresh));
        // Whoever has left the page presses nothing a second time.
        key.unwrap_or_else(Key::fresh)
    }

    /// Notes what came back for it.
    pub fn note<T>(self, body: &B, answer: &Result<T, ApiError>) {
        if is_known(answer) {
            self.forget(body);
        }
    }

    /// Its answer is known by another way.
    pub fn forget(self, body: &B) {
        let _ = self.sent.try_update_value(|sent| sent.retain(|(its, _)| its != body));
    }

    /// What was sent last, if its answer is unknown.
    pub fn last(self) -> Option<(B, Key)> {
        self.sent.try_with_value(|sent| sent.last().cloned()).flatten()
    }
}

/// An answer that nobody here can read is lost as well: what it says was done may be done. So may
/// what the server broke on, if it broke while it was writing.
fn is_known<T>(answer: &Result<T, ApiError>) -> bool {
    match answer {
        Ok(_) => true,
        Err(ApiError::Problem(problem)) => problem.kind != ProblemKind::Broken,
        Err(ApiError::Away | ApiError::Garbled | ApiError::NotInArchive) => false,
    }
}

fn key_among<B: Clone + PartialEq>(
    sent: &mut Vec<(B, Key)>,
    body: &B,
    is_about_same: fn(&B, &B) -> bool,
    fresh: impl FnOnce() -> Key,
) -> Key {
    if let Some((_, key)) = sent.iter().find(|(its, _)| its == body) {
        return key.clone();
    }
    sent.retain(|(its, _)| !is_about_same(its, body));
    let key = fresh();
    sent.push((body.clone(), key.clone()));
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> Key {
        serde_json::from_value(name.into()).unwrap()
    }

    #[test]
    fn the_same_again_keeps_its_key_and_what_differs_has_its_own() {
        let mut sent = Vec::new();
        let all = |_: &u32, _: &u32| true;
        assert_eq!(key_among(&mut sent, &1, all, || key("a")), key("a"));
        assert_eq!(key_among(&mut sent, &1, all, || key("b")), key("a"));
        assert_eq!(key_among(&mut sent, &2, all, || key("b")), key("b"));
        assert_eq!(key_among(&mut sent, &1, all, || key("c")), key("c"), "it was given up");
    }

    #[test]
    fn what_is_about_another_thing_keeps_its_key_meanwhile() {
        let mut sent = Vec::new();
        let same = |one: &(u32, bool), other: &(u32, bool)| one.0 == other.0;
        assert_eq!(key_among(&mut sent, &(1, true), same, || key("a")), key("a"));
        assert_eq!(key_among(&mut sent, &(2, true), same, || key("b")), key("b"));
        assert_eq!(key_among(&mut sent, &(1, true), same, || key("c")), key("a"));
        assert_eq!(key_among(&mut sent, &(1, false), same, || key("c")), key("c"));
    }

    #[test]
    fn an_answer_that_was_lost_or_cannot_be_read_is_not_known() {
        assert!(is_known(&Ok(())));
        assert!(!is_known::<()>(&Err(ApiError::Away)));
        assert!(!is_known::<()>(&Err(ApiError::Garbled)));
    }
}
