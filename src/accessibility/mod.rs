//! Modes in the app: chosen once, kept on the phone and in the profile, and on every page.
pub mod display_page;

use crate::{
    api::Api,
    browser::{address, document, storage},
};
use huiyin_domain::accessibility::{Layout, Modes};
use leptos::{prelude::*, task::spawn_local};

const NAME: &str = "modes";
/// What the phone itself had before somebody signed in with a profile.
const OF_THE_PHONE: &str = "modes-of-the-phone";

/// How this person wants the app, known to all pages.
#[derive(Clone, Copy)]
pub struct ModesInUse(RwSignal<Modes>);

/// Gives the modes to all pages; called once, in the app.
pub fn provide_modes() -> ModesInUse {
    let modes = Modes::parse(&document::modes_at_start());
    let in_use = ModesInUse(RwSignal::new(modes));
    document::show_modes(&modes);
    address::drop_from_query(NAME);
    provide_context(in_use);
    in_use
}

/// How this person wants the app.
pub fn use_modes() -> ModesInUse {
    use_context::<ModesInUse>().expect("provide_modes() runs in App")
}

impl ModesInUse {
    /// The modes now, and whenever they change.
    pub fn get(&self) -> Modes {
        self.0.get()
    }

    /// The modes now.
    pub fn get_untracked(&self) -> Modes {
        self.0.get_untracked()
    }

    /// The path through the app, and whenever it changes.
    pub fn layout(&self) -> Memo<Layout> {
        let modes = self.0;
        Memo::new(move |_| modes.get().layout)
    }

    /// Is it the elder mode? Pages are made anew when that changes, so it is a plain value.
    pub fn is_elder(&self) -> bool {
        self.0.get_untracked().is_elder()
    }

    /// The path through the app now.
    pub fn layout_now(&self) -> Layout {
        self.0.get_untracked().layout
    }

    /// Uses these from now on: on this phone, and for whoever is signed in on any other.
    pub fn choose(&self, modes: Modes) {
        self.take(modes);
        // Whoever changes something is whoever holds the phone: these are the phone's own now.
        storage::remove(OF_THE_PHONE);
        self.keep_in_profile(modes);
    }

    /// Somebody has signed in: uses what their profile says, or puts this phone's choice there.
    pub fn follow(&self, profile: Option<Modes>) {
        match profile {
            Some(modes) => {
                let own = self.0.get_untracked();
                let _ = storage::set(OF_THE_PHONE, &own.to_string());
                self.take(modes);
            }
            None if has_chosen() => self.keep_in_profile(self.0.get_untracked()),
            None => {}
        }
    }

    /// Somebody has signed out: the phone is again as it was before they came.
    pub fn leave(&self) {
        if let Some(own) = storage::get::<String>(OF_THE_PHONE) {
            storage::remove(OF_THE_PHONE);
            self.take(Modes::parse(&own));
        }
    }

    fn keep_in_profile(&self, modes: Modes) {
        let api = use_context::<Api>();
        if let Some(api) = api.filter(|api| api.me().is_some_and(|me| me.help.is_none())) {
            // The phone has kept them already; the profile gets them with the next change.
            spawn_local(
                async move { drop(api.put::<_, Modes>("residents/me/modes", &modes).await) },
            );
        }
    }

    /// Uses these on this phone.
    fn take(&self, modes: Modes) {
        // Where the phone cannot keep them, they hold for this visit.
        let _ = storage::set(NAME, &modes.to_string());
        document::show_modes(&modes);
        self.0.set(modes);
    }
}

/// Has anybody chosen anything on this phone?
fn has_chosen() -> bool {
    storage::get::<String>(NAME).is_some()
}
