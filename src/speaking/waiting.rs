//! A recording on this phone that has not arrived yet: one for each contest, and behind it what was
//! begun meanwhile.
use crate::{
    api::Key,
    browser::{kept_sound, sound::Sound},
    routes::Route,
    ui::{ButtonLink, Look, once},
    words::use_text,
};
use huiyin_domain::{
    ids::ContestId,
    recordings::{SECONDS_MAX, wire::Begun},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A recording whose loudest moment stays below this is silence.
const SILENT_BELOW: f32 = 0.01;
/// Recorders stop a moment late; so much more is still the longest recording.
const LATE_MS: u32 = 2_000;
/// Where the length cannot be measured it is taken from the size: 24 kbit a second.
const BYTES_PER_SECOND: usize = 3_000;

const FIRST: &str = "contest.";
const BEHIND: &str = "behind.";

/// What is to be known about a recording on this phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// For which contest.
    pub contest: ContestId,
    /// How long it is.
    pub seconds: u32,
    /// Did its owner say that it should be sent?
    pub is_wanted: bool,
    /// Names the beginning of its sending.
    pub key: Key,
    /// Names the end of its sending.
    pub finish_key: Key,
    /// What the server calls it, once it was begun there.
    pub begun: Option<Begun>,
}

/// Why a sound is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// There is nothing to hear.
    Silent,
    /// It is longer than may be.
    TooLong,
}

/// Where the one lies that is shown.
fn name(contest: ContestId) -> String {
    format!("{FIRST}{contest}")
}

/// How the names begin of those that wait behind it.
fn behind(contest: ContestId) -> String {
    format!("{BEHIND}{contest}.")
}

/// The contest for which something of this name waits.
fn contest_of(name: &str) -> Option<ContestId> {
    let contest = match name.strip_prefix(BEHIND) {
        Some(rest) => rest.split('.').next()?,
        None => name.strip_prefix(FIRST)?,
    };
    contest.parse().ok()
}

/// How many whole seconds a sound has, or why it is not taken.
async fn seconds_of(sound: &Sound) -> Result<u32, NotTaken> {
    let Some(measured) = sound.measure().await else {
        // What this browser cannot read, the office may still be able to hear.
        let seconds = sound.bytes.len().div_ceil(BYTES_PER_SECOND);
        return Ok(u32::try_from(seconds).unwrap_or(SECONDS_MAX).clamp(1, SECONDS_MAX));
    };
    if measured.loudest < SILENT_BELOW {
        return Err(NotTaken::Silent);
    }
    if measured.ms > SECONDS_MAX * 1_000 + LATE_MS {
        return Err(NotTaken::TooLong);
    }
    Ok(measured.ms.div_ceil(1_000).clamp(1, SECONDS_MAX))
}

impl Waiting {
    /// Listens to a new recording and keeps it, in the place of an earlier one.
    ///
    /// The second is `false` when the phone keeps it for this visit only.
    pub async fn take(contest: ContestId, sound: &Sound) -> Result<(Self, bool), NotTaken> {
        let waiting = Self::new(contest, seconds_of(sound).await?);
        let is_kept = waiting.keep(sound).await;
        Ok((waiting, is_kept))
    }

    /// Listens to a recording that was left in the middle while another one waits, and keeps it
    /// behind that one.
    pub async fn take_behind(contest: ContestId, sound: &Sound) -> Result<(), NotTaken> {
        let waiting = Self::new(contest, seconds_of(sound).await?);
        let name = format!("{}{}", behind(contest), waiting.key.name());
        kept_sound::keep(&name, &waiting, sound).await;
        Ok(())
    }

    /// A recording of so many seconds that nobody has asked to be sent yet.
    pub fn new(contest: ContestId, seconds: u32) -> Self {
        let (key, finish_key) = (Key::fresh(), Key::fresh());
        Self { contest, seconds, is_wanted: false, key, finish_key, begun: None }
    }

    /// Keeps it as it stands now; `false` when the phone keeps it for this visit only.
    pub async fn keep(&self, sound: &Sound) -> bool {
        kept_sound::keep(&name(self.contest), self, sound).await
    }

    /// The one that waits for this contest. What waited behind another one that is gone takes its
    /// place.
    pub async fn find(contest: ContestId) -> Option<(Self, Sound)> {
        if let Some(first) = kept_sound::get(&name(contest)).await {
            return Some(first);
        }
        let behind = behind(contest);
        let next = kept_sound::names().await.into_iter().find(|name| name.starts_with(&behind))?;
        let (waiting, sound): (Self, Sound) = kept_sound::get(&next).await?;
        if waiting.keep(&sound).await {
            kept_sound::remove(&next).await;
        }
        Some((waiting, sound))
    }

    /// Begins its sending anew, as if it had never been begun.
    pub fn start_over(&mut self) {
        (self.key, self.finish_key, self.begun) = (Key::fresh(), Key::fresh(), None);
    }

    /// Throws away the one that waits for this contest, and nothing behind it.
    pub async fn forget(contest: ContestId) {
        kept_sound::remove(&name(contest)).await;
    }
}

/// The contests for which a recording waits on this phone.
async fn contests() -> Vec<ContestId> {
    let names = kept_sound::names().await;
    let mut contests = Vec::new();
    for contest in names.iter().filter_map(|name| contest_of(name)) {
        // They are few, and sorting is code in every first load.
        let place = contests.partition_point(|before| *before < contest);
        if contests.get(place) != Some(&contest) {
            contests.insert(place, contest);
        }
    }
    contests
}

/// Says that recordings wait on this phone, with the way to each; otherwise nothing.
#[component]
pub fn WaitingNotice() -> impl IntoView {
    let words = &use_text().first;
    let found = once(contests());
    let link = |contest: ContestId| {
        let about = contest.to_string();
        view! {
            <ButtonLink
                to=Route::Record(contest) words=words.recording_open about look=Look::Quiet
            />
        }
    };
    move || {
        let contests = found.get().unwrap_or_default();
        (!contests.is_empty()).then(|| {
            view! {
                <section class="notice notice--warn stack">
                    <p><strong>{words.recording_waiting}</strong></p>
                    {contests.into_iter().map(link).collect_view()}
                </section>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_first_and_what_waits_behind_it_are_found_for_their_contest() {
        let contest = ContestId(12);
        assert_eq!(contest_of(&name(contest)), Some(contest));
        assert_eq!(contest_of(&format!("{}a-key", behind(contest))), Some(contest));
        assert_eq!(contest_of("draft.12"), None);
        // Those behind another contest of which the number begins alike are its own.
        assert!(!format!("{}a-key", behind(contest)).starts_with(&behind(ContestId(1))));
    }
}
