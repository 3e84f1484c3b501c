//! Who leads a council.
use super::{Does, act::Act, version};
use crate::{
    api::{meetings, use_api},
    ui::{ActButton, Choice, Fetched, Load},
    words::use_text,
};
use huiyin_domain::{
    councils::meeting::{
        Command,
        wire::{AttendancePage, CouncilPage},
    },
    ids::StaffId,
};
use leptos::prelude::*;

const LEADER: &str = "facilitator";

/// Those who could lead it, and nobody.
#[component]
pub(super) fn FacilitatorFields(
    /// The council.
    page: RwSignal<CouncilPage>,
    /// Sends it.
    acts: Does,
) -> impl IntoView {
    let api = use_api();
    let (id, now) = page.with_untracked(|page| (page.id, page.facilitator));
    let people = Fetched::new(move || meetings::attendance(api, id));
    view! {
        <Load
            resource=people has_heading=true
            then=move |people| view! { <Leaders people now acts /> }
        />
    }
}

#[component]
fn Leaders(people: AttendancePage, now: Option<StaffId>, acts: Does) -> impl IntoView {
    let words = &use_text().meetings_desk;
    let chosen = RwSignal::new(now);
    let some = people.leaders.into_iter().map(|leader| (Some(leader.id), leader.name, ""));
    let nobody = (None, words.fields.no_leader.to_owned(), "");
    let choices = some.chain([nobody]).collect();
    let send = move || {
        let facilitator = chosen.get_untracked();
        acts.send(Command::ReplaceFacilitator { facilitator }, version);
    };
    let act = Act::Facilitator;
    view! {
        <section class="stack">
            <Choice
                name=LEADER legend=words.fields.leader choices
                chosen=Signal::derive(move || Some(chosen.get()))
                on_choose=move |leader| chosen.set(leader)
                fault=Signal::derive(|| None::<String>)
            />
            <ActButton words=(words.send)(act) casts=true busy=acts.busy() on_press=send />
        </section>
    }
}
