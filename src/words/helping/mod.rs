//! Words of helping: letting somebody act for one, and acting for somebody.
pub(super) mod en;
pub(super) mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

use crate::words::Room;
use huiyin_domain::{
    helping::{Event, Lasting, Scope, Scopes, Standing},
    ids::ProposalId,
};

said!(Help: zh::HELP, en::HELP);
said!(Start: zh::START, en::START);
said!(Helping: zh::HELPING, en::HELPING);

/// Words of helping, in one language.
pub struct Words {
    /// For the resident.
    pub help: Room<Help>,
    /// For the resident, while they agree to it.
    pub start: Room<Start>,
    /// For the helper.
    pub helping: Room<Helping>,
    /// A scope in a few words, beginning with a verb.
    pub scope: fn(Scope) -> &'static str,
    /// Between two scopes.
    pub comma: &'static str,
}

impl Words {
    /// Several scopes in one sentence.
    pub fn scopes(&self, scopes: Scopes) -> String {
        scopes.iter().map(self.scope).collect::<Vec<_>>().join(self.comma)
    }
}

/// For the resident.
pub struct Help {
    /// The heading, and the link to this page.
    pub heading: &'static str,
    /// What it is, in three sentences.
    pub what: [&'static str; 3],
    /// For guests.
    pub sign_in_first: &'static str,
    /// For staff, who help but are not helped here.
    pub residents_only: &'static str,
    /// For somebody who is helping right now.
    pub in_person: &'static str,
    /// Begins to agree.
    pub begin: &'static str,
    /// Who helps, and until when.
    pub by: fn(&str, &str) -> String,
    /// What they may do.
    pub may: fn(&str) -> String,
    /// Ends it; by name.
    pub stop: fn(&str) -> String,
    /// After that.
    pub stopped: &'static str,
    /// A code waits, until then.
    pub waiting: fn(&str) -> String,
    /// Shows the code again.
    pub show_code: &'static str,
    /// Takes an offer back.
    pub cancel: &'static str,
    /// Over help that has ended.
    pub past: &'static str,
    /// Who has helped.
    pub was_helped: fn(Option<&str>) -> String,
    /// To the log of a help: by whom, and from when.
    pub see_log: fn(Option<&str>, &str) -> String,
    /// Back to this page.
    pub back: &'static str,
    /// The heading of a log.
    pub log_heading: fn(Option<&str>) -> String,
    /// Over the lines of a log.
    pub log: &'static str,
    /// One line of a log, with the helper's name.
    pub line: fn(&Event, &str) -> String,
    /// Where a help stands; with the day on which it ends by itself, and the day that is meant.
    pub standing: fn(&Standing, &str, &str) -> String,
    /// To a proposal, by number.
    pub see_proposal: fn(ProposalId) -> String,
}

/// For the resident, while they agree to it.
pub struct Start {
    /// Which of the three screens this is.
    pub step: fn(usize) -> String,
    /// The first question.
    pub what: &'static str,
    /// How to answer.
    pub what_hint: &'static str,
    /// More about a scope.
    pub scope_hint: fn(Scope) -> &'static str,
    /// Nothing was chosen.
    pub nothing: &'static str,
    /// The second question.
    pub how_long: &'static str,
    /// How to answer.
    pub how_long_hint: &'static str,
    /// A time limit.
    pub lasting: fn(Lasting) -> &'static str,
    /// None was chosen.
    pub no_limit: &'static str,
    /// The heading of the consent.
    pub agree_heading: &'static str,
    /// What one agrees to, with the scopes and the time limit.
    pub agree: fn(&str, &str) -> Vec<String>,
    /// Agrees.
    pub agree_now: &'static str,
    /// Back to the first question.
    pub change: &'static str,
    /// The heading over the code.
    pub code_heading: &'static str,
    /// The digits as they are read out.
    pub said: fn(&str) -> String,
    /// Until when the code can be used.
    pub code_until: fn(&str) -> String,
    /// Whom to tell it to.
    pub careful: &'static str,
    /// Over what happens next.
    pub next_heading: &'static str,
    /// What happens next.
    pub next: [&'static str; 3],
    /// To the list of those who help.
    pub see_helpers: &'static str,
    /// The heading when there is no code to show.
    pub gone_heading: &'static str,
    /// Why.
    pub gone: &'static str,
    /// Makes another.
    pub again: &'static str,
}

/// For the helper.
pub struct Helping {
    /// The heading, and the link to this page.
    pub heading: &'static str,
    /// What it is.
    pub what: &'static str,
    /// The field for the code.
    pub code: &'static str,
    /// Where the code is found.
    pub code_hint: &'static str,
    /// Looks whom the code would let one help.
    pub look: &'static str,
    /// Whom one would help.
    pub would_help: fn(&str) -> String,
    /// Until when.
    pub until: fn(&str) -> String,
    /// What stays the resident's own.
    pub keep_to_it: &'static str,
    /// Begins.
    pub begin: fn(&str) -> String,
    /// Another code.
    pub other: &'static str,
    /// Over those one can go on helping.
    pub can_help: &'static str,
    /// There is nobody.
    pub nobody: &'static str,
    /// Goes on.
    pub go_on: fn(&str) -> String,
    /// Gives it back for good.
    pub give_back: fn(&str) -> String,
    /// After that.
    pub given_back: &'static str,
    /// The heading while one helps.
    pub acting: fn(&str) -> String,
    /// To what they have sent.
    pub sent: fn(&str) -> String,
    /// To the first screen.
    pub go_home: &'static str,
    /// The heading of a page that a helper cannot open.
    pub not_among: &'static str,
    /// For whom one acts, whose leave it would take.
    pub not_among_means: fn(&str) -> String,
    /// To what one may do for them.
    pub see_may: &'static str,
    /// The heading of the voting pages.
    pub no_vote: &'static str,
    /// Why, for whom, and what to do instead.
    pub no_vote_why: fn(&str) -> [String; 3],
    /// Back to the contest.
    pub to_contest: &'static str,
}

/// Around every page, while somebody helps.
#[derive(Clone, Copy)]
pub struct Banner {
    /// What this is, for screen readers.
    pub label: &'static str,
    /// For the helper: who helps whom until when.
    pub helping: fn(&str, &str, &str) -> String,
    /// Puts it aside.
    pub finish: &'static str,
    /// After that.
    pub finished: &'static str,
    /// For the resident: who helps until when.
    pub helped: fn(&str, &str) -> String,
    /// To the page on which it can be ended.
    pub look: &'static str,
}
