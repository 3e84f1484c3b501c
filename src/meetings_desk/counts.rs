//! How many are here: read again every few seconds while somebody looks at the page.
use crate::{
    api::{Api, meetings, use_api},
    browser::document,
    words::use_text,
};
use gloo_timers::callback::Interval;
use huiyin_domain::{councils::meeting::wire::CouncilPage, time::Moment};
use leptos::{prelude::*, task::spawn_local};

/// So often the counts are read: a door lets in a person every few seconds.
const EVERY_MS: u32 = 4_000;

/// What a session follows.
#[derive(Clone, Copy)]
pub(super) struct Following {
    /// The council, as it is now.
    pub page: RwSignal<CouncilPage>,
    /// What time it is.
    pub now: RwSignal<Moment>,
    /// Could the counts not be read just now?
    pub is_old: RwSignal<bool>,
    /// The tag of the counts that were read last.
    tag: StoredValue<Option<String>>,
    /// Is a reading on its way?
    is_reading: StoredValue<bool>,
}

impl Following {
    /// Follows a council as long as the page is there.
    pub(super) fn begin(page: RwSignal<CouncilPage>) -> Self {
        let api = use_api();
        let following = Self {
            page,
            now: RwSignal::new(api.now()),
            is_old: RwSignal::new(false),
            tag: StoredValue::new(None),
            is_reading: StoredValue::new(false),
        };
        let every = Interval::new(EVERY_MS, move || following.tick(api));
        let every = StoredValue::new_local(Some(every));
        on_cleanup(move || drop(every.try_update_value(Option::take)));
        following
    }

    /// Nothing is read while nobody looks, or while the last reading is still on its way.
    fn tick(self, api: Api) {
        let now = api.now();
        let minute = |moment: Moment| moment.millis().div_euclid(60_000);
        if self.now.try_with_untracked(|last| minute(*last) != minute(now)) == Some(true) {
            self.now.set(now);
        }
        if document::is_hidden() || self.is_reading.try_get_value() != Some(false) {
            return;
        }
        self.is_reading.set_value(true);
        spawn_local(async move {
            self.read(api).await;
            self.is_reading.try_set_value(false);
        });
    }

    /// Reads the counts, and the whole council when it has changed.
    async fn read(self, api: Api) {
        let known = self.tag.try_get_value().flatten();
        let Some(id) = self.page.try_with_untracked(|page| page.id) else { return };
        let is_read = match meetings::live(api, id, known.as_deref()).await {
            Ok(None) => true,
            Ok(Some((counts, tag))) => {
                let shown = self.page.try_with_untracked(|page| page.version);
                let has_changed = shown.is_some_and(|shown| shown < counts.version);
                let is_whole = !has_changed || self.read_whole(api).await;
                if is_whole {
                    self.tag.try_set_value(tag);
                }
                is_whole
            }
            Err(_) => false,
        };
        if self.is_old.try_with_untracked(|was| *was == is_read) == Some(true) {
            self.is_old.set(!is_read);
        }
    }

    async fn read_whole(self, api: Api) -> bool {
        let Some(id) = self.page.try_with_untracked(|page| page.id) else { return false };
        let Ok(fresh) = meetings::read(api, id).await else { return false };
        // What was done here meanwhile may be newer than what was read.
        let shown = self.page.try_with_untracked(|page| page.version);
        if shown.is_some_and(|shown| shown < fresh.version) {
            self.page.set(fresh);
        }
        true
    }
}

/// How many are here, of how many are needed.
#[component]
pub(super) fn Counts(
    /// What is followed.
    following: Following,
) -> impl IntoView {
    let words = &use_text().meetings_desk.run;
    let counts = Memo::new(move |_| following.page.with(|page| (page.seats, page.quorum)));
    let shown = move || {
        let (seats, quorum) = counts.get();
        let here = seats.n_in_room.saturating_add(seats.n_on_line);
        let missing = quorum.saturating_sub(here);
        let enough = if missing == 0 { words.quorate.to_owned() } else { (words.missing)(missing) };
        view! {
            <p class="number number--big">{(words.present)(here, quorum)}</p>
            <p><strong>{enough}</strong></p>
            <p>{(words.where_from)(seats.n_in_room, seats.n_on_line, seats.n_walk_ins)}</p>
        }
    };
    view! {
        <section class="meetings-counts">
            {shown}
            {move || following.is_old.get().then(|| view! {
                <p class="notice notice--warn">{words.counts_old}</p>
            })}
        </section>
    }
}
