//! Fields that several forms of this room have: the room, and who could lead.
use super::doing::Doing;
use crate::{
    api::{councils_desk, use_api},
    ui::{CheckTile, Fetched, Load, TextField},
    words::use_text,
};
use huiyin_domain::{
    councils::{
        Room,
        rules::RoomForm,
        series::{Series, wire::WhoAnswered},
    },
    ids::StaffId,
};
use leptos::prelude::*;

/// The fields of a room.
#[derive(Clone, Copy)]
pub(super) struct RoomFields {
    room: RwSignal<String>,
    seats: RwSignal<String>,
    online: RwSignal<String>,
    link: RwSignal<String>,
}

impl RoomFields {
    /// Each field with what was filled in.
    pub fn of(form: RoomForm) -> Self {
        Self {
            room: RwSignal::new(form.room),
            seats: RwSignal::new(form.seats),
            online: RwSignal::new(form.online),
            link: RwSignal::new(form.link),
        }
    }

    /// What is filled in now; read again when it changes.
    pub fn form(self) -> RoomForm {
        RoomForm {
            room: self.room.get(),
            seats: self.seats.get(),
            online: self.online.get(),
            link: self.link.get(),
        }
    }
}

/// The room of the time that was added last, so that it need not be typed again.
pub(super) fn room_so_far(series: &Series) -> RoomForm {
    let last = series.slots.last().map(|asked| &asked.slot.room);
    last.map(filled_in).unwrap_or_default()
}

fn filled_in(room: &Room) -> RoomForm {
    let places = |n: u32| if n == 0 { String::new() } else { n.to_string() };
    RoomForm {
        room: room.name.to_string(),
        seats: places(room.seats),
        online: places(room.online),
        link: room.link.as_ref().map(ToString::to_string).unwrap_or_default(),
    }
}

/// Which room, its seats, and the line into it.
#[component]
pub(super) fn RoomQuestions(
    /// What is filled in.
    room: RoomFields,
    /// Which act, on which series.
    doing: Doing,
) -> impl IntoView {
    let words = &use_text().councils_desk.slots;
    view! {
        <fieldset class="stack">
            <legend class="field__label">{words.room_heading}</legend>
            <TextField name="room" label=words.room value=room.room fault=doing.fault("room") />
            <TextField
                name="seats" label=words.seats keyboard="numeric"
                value=room.seats fault=doing.fault("seats")
            />
            <TextField
                name="online" label=words.online hint=words.online_hint keyboard="numeric"
                value=room.online fault=doing.fault("online")
            />
            <TextField
                name="link" label=words.link hint=words.link_hint
                value=room.link fault=doing.fault("link")
            />
        </fieldset>
    }
}

/// Who of those named in the needs could lead; nothing when nobody is named there.
#[component]
pub(super) fn WhoCouldLead(
    /// Which act, on which series.
    doing: Doing,
    /// Who was chosen.
    chosen: RwSignal<Vec<StaffId>>,
) -> impl IntoView {
    let named = doing.page.with_untracked(|page| page.series.needs.facilitators.clone());
    let named = StoredValue::new(named.into_keys().collect::<Vec<_>>());
    let is_asked = named.with_value(|named| !named.is_empty());
    is_asked.then(|| {
        let api = use_api();
        let who = Fetched::new(move || councils_desk::who(api, doing.id()));
        let tiles = move |who| view! { <Leaders who named=named.get_value() chosen /> };
        view! { <Load resource=who has_heading=true then=tiles /> }
    })
}

#[component]
fn Leaders(who: WhoAnswered, named: Vec<StaffId>, chosen: RwSignal<Vec<StaffId>>) -> impl IntoView {
    let words = &use_text().councils_desk.slots;
    let tile = |(at, id): (usize, StaffId)| {
        let name = who.staff.get(&id).cloned().unwrap_or_else(|| id.to_string());
        // The first tile carries the group's id, so that the summary's link leads to it.
        let tile = if at == 0 { "facilitators".to_owned() } else { format!("facilitators-{at}") };
        let change = move |is: bool| {
            chosen.update(|chosen| {
                chosen.retain(|it| *it != id);
                if is {
                    chosen.push(id);
                }
            });
        };
        view! {
            <CheckTile
                id=tile words=name on_change=change
                is_chosen=Signal::derive(move || chosen.with(|chosen| chosen.contains(&id)))
            />
        }
    };
    view! {
        <fieldset class="stack stack--tight">
            <legend class="field__label">{words.leads}</legend>
            <p class="field__hint">{words.leads_hint}</p>
            {named.into_iter().enumerate().map(tile).collect_view()}
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_is_filled_in_again_as_it_was_read() {
        let form = RoomForm { room: "A1".into(), seats: "40".into(), ..RoomForm::default() };
        assert_eq!(form.parse().map(|room| filled_in(&room)), Ok(form));
    }
}
