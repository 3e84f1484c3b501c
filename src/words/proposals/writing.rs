//! Words of writing a proposal, question by question.

/// Words of the screens on which a proposal is written, in one language.
pub struct Writing {
    /// Which of how many screens this is.
    pub step: fn(usize, usize) -> String,
    /// Back to the answers.
    pub back_to_check: &'static str,
    /// Back to the contest.
    pub back_to_contest: &'static str,
    /// What.
    pub what: &'static str,
    /// How to answer.
    pub what_hint: fn(usize) -> String,
    /// The requests.
    pub requests: &'static str,
    /// How to answer.
    pub requests_hint: fn(usize) -> String,
    /// Over the numbered preview.
    pub requests_preview: &'static str,
    /// Before anything is written.
    pub requests_none: &'static str,
    /// There are more of them than there may be.
    pub requests_over: fn(usize, usize) -> String,
    /// Where.
    pub place: &'static str,
    /// How to answer.
    pub place_hint: &'static str,
    /// Why.
    pub why: &'static str,
    /// How to answer.
    pub why_hint: fn(usize) -> String,
    /// What it might cost.
    pub cost: &'static str,
    /// How to answer.
    pub cost_hint: &'static str,
    /// Nobody needs to know.
    pub cost_unknown: &'static str,
    /// Photos.
    pub photo: &'static str,
    /// How to answer.
    pub photo_hint: fn(usize) -> String,
    /// Over the file field.
    pub photo_choose: &'static str,
    /// As many as there may be.
    pub photo_full: fn(usize) -> String,
    /// One is on its way.
    pub photo_sending: &'static str,
    /// One arrived.
    pub photo_sent: fn(usize) -> String,
    /// One did not arrive, by the name of its file.
    pub photo_kept: fn(&str) -> String,
    /// Sends it again.
    pub photo_again: &'static str,
    /// Does without it.
    pub photo_drop: &'static str,
    /// Leads to where another one is chosen.
    pub photo_another: &'static str,
    /// The file could not be read.
    pub photo_unread: &'static str,
    /// Takes a photo out, by its place.
    pub photo_remove: fn(usize) -> String,
    /// One was taken out.
    pub photo_removed: &'static str,
    /// Photos need a sign-in.
    pub photo_sign_in: &'static str,
    /// The draft is kept.
    pub autosaved: &'static str,
    /// The answers, before sending.
    pub check: &'static str,
    /// What to do with them.
    pub check_hint: &'static str,
    /// The answers by short names: what, requests, place, why, cost, photos.
    pub short: Short,
    /// An answer that is missing.
    pub empty: &'static str,
    /// Over what is missing, in place of the sending.
    pub unfinished: &'static str,
    /// To the question of an answer, by its short name.
    pub go_and_answer: fn(&str) -> String,
    /// Without a list the title counts.
    pub requests_are_title: &'static str,
    /// No photos.
    pub no_photos: &'static str,
    /// So many photos.
    pub n_photos: fn(usize) -> String,
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
    /// To the list.
    pub look_at_list: &'static str,
    /// It is sent.
    pub sent: &'static str,
    /// Over its number.
    pub your_number: &'static str,
    /// What the number is for.
    pub number_means: &'static str,
    /// An earlier sending had arrived after all.
    pub sent_earlier: &'static str,
    /// Over what happens next.
    pub next: &'static str,
    /// Co-signatures are needed.
    pub next_co_signs: fn(u32) -> String,
    /// None are needed.
    pub next_review: &'static str,
    /// Where it can be found.
    pub next_find: &'static str,
    /// To its page.
    pub look_at_it: &'static str,
    /// To the contest.
    pub to_contest: &'static str,
}

/// The answers by their short names.
pub struct Short {
    /// What.
    pub title: &'static str,
    /// The requests.
    pub requests: &'static str,
    /// Where.
    pub place: &'static str,
    /// Why.
    pub why: &'static str,
    /// What it might cost.
    pub cost: &'static str,
    /// Photos.
    pub photos: &'static str,
}
