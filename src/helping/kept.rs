//! What the phone keeps while somebody agrees to be helped: the answers so far, and the code.
use crate::browser::drawer;
use huiyin_domain::{
    helping::{Lasting, Scope, Scopes, wire::Offered},
    time::Moment,
};
use serde::{Deserialize, Serialize};

const ANSWERS: &str = "help-answers";
const CODE: &str = "help-code";

/// What has been answered so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// What the helper may do.
    pub scopes: Vec<Scope>,
    /// For how long.
    pub lasting: Option<Lasting>,
}

impl Answers {
    /// The answers so far.
    pub fn load() -> Self {
        drawer::get(ANSWERS).unwrap_or_default()
    }

    /// Keeps them, at least for this visit.
    pub fn save(&self) {
        // A phone that keeps nothing still has them until the page is left.
        let _ = drawer::set(ANSWERS, self);
    }

    /// Forgets them, once they are agreed to.
    pub fn forget() {
        drawer::remove(ANSWERS);
    }

    /// Chooses a scope, or no longer.
    pub fn choose(&mut self, scope: Scope, is_wanted: bool) {
        self.scopes.retain(|other| *other != scope);
        if is_wanted {
            self.scopes.push(scope);
        }
    }

    /// Everything that is needed, when it is there.
    pub fn whole(&self) -> Option<(Scopes, Lasting)> {
        Some((Scopes::of(self.scopes.iter().copied())?, self.lasting?))
    }
}

/// The code that was told to this phone, as long as it can be used.
pub fn code(now: Moment) -> Option<Offered> {
    let offered: Offered = drawer::get(CODE)?;
    if now < offered.code_until {
        return Some(offered);
    }
    forget_code();
    None
}

/// Keeps a code, so that a page that is opened again still shows it.
pub fn keep_code(offered: &Offered) {
    // A phone that keeps nothing still has it until the page is left.
    let _ = drawer::set(CODE, offered);
}

/// Forgets the code.
pub fn forget_code() {
    drawer::remove(CODE);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_agreed_to_before_every_question_is_answered() {
        let mut answers = Answers::default();
        answers.choose(Scope::CoSign, true);
        answers.choose(Scope::CoSign, true);
        assert_eq!(answers.whole(), None);
        answers.lasting = Some(Lasting::Today);
        assert_eq!(answers.whole(), Scopes::of([Scope::CoSign]).map(|it| (it, Lasting::Today)));
        answers.choose(Scope::CoSign, false);
        assert_eq!(answers.whole(), None);
    }
}
