//! Words of saying something, question by question, and of what comes after.
use huiyin_domain::feedback::SendAs;

/// Words of the screens on which an opinion is written and sent, in one language.
pub struct Say {
    /// The door, while a contest collects proposals.
    pub door: &'static str,
    /// To an opinion.
    pub to_opinion: &'static str,
    /// What that is for.
    pub to_opinion_means: &'static str,
    /// To the contest.
    pub to_contest: &'static str,
    /// What that is for, with the contest's name.
    pub to_contest_means: fn(&str) -> String,
    /// As what it is sent.
    pub kind: &'static str,
    /// A kind, and what it is for.
    pub kind_tile: fn(SendAs) -> (&'static str, &'static str),
    /// Over what was begun and not sent.
    pub begun: &'static str,
    /// What one has to say.
    pub what: &'static str,
    /// How to answer.
    pub what_hint: fn(usize) -> String,
    /// Where.
    pub place: &'static str,
    /// None of the places.
    pub elsewhere: &'static str,
    /// Where in words.
    pub where_words: &'static str,
    /// How to answer.
    pub where_hint: &'static str,
    /// The answers, before sending.
    pub check: &'static str,
    /// Sends it.
    pub send: &'static str,
    /// What sending means.
    pub send_means: &'static str,
    /// To send one signs in.
    pub sign_in_first: &'static str,
    /// Signs in.
    pub sign_in: &'static str,
    /// Another page may have sent it.
    pub sent_elsewhere: &'static str,
    /// The kind, as a row of the answers.
    pub short_kind: &'static str,
    /// What one has to say, as a row of the answers.
    pub short_words: &'static str,
    /// Nothing is asked for one by one.
    pub requests_are_words: &'static str,
    /// It is sent.
    pub sent: &'static str,
    /// Over its number.
    pub your_number: &'static str,
    /// By which day the first word comes.
    pub first_by: fn(&str) -> String,
    /// By which day the answer comes.
    pub answer_by: fn(&str) -> String,
    /// Whom to call.
    pub call: &'static str,
    /// To its page.
    pub look_at_it: &'static str,
}
