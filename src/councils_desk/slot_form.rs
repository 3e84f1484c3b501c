//! One time by hand; a weekday's daytime only with a reason that everybody reads.
use super::{
    doing::{ActForm, Doing},
    fields::{RoomFields, RoomQuestions, WhoCouldLead, room_so_far},
};
use crate::{
    ui::{AreaField, TextField},
    words::use_text,
};
use huiyin_domain::{
    councils::series::{Command, SlotForm as Form},
    ids::{SlotId, StaffId},
};
use leptos::prelude::*;

/// The fields of one time.
#[derive(Clone, Copy)]
struct Fields {
    day: RwSignal<String>,
    from: RwSignal<String>,
    until: RwSignal<String>,
    room: RoomFields,
    facilitators: RwSignal<Vec<StaffId>>,
    why: RwSignal<String>,
}

impl Fields {
    fn of(form: Form) -> Self {
        Self {
            day: RwSignal::new(form.day),
            from: RwSignal::new(form.from),
            until: RwSignal::new(form.until),
            room: RoomFields::of(form.room),
            facilitators: RwSignal::new(form.facilitators),
            why: RwSignal::new(form.why_in_working_hours),
        }
    }

    /// What is filled in now; read again when it changes.
    fn form(self) -> Form {
        Form {
            day: self.day.get(),
            from: self.from.get(),
            until: self.until.get(),
            room: self.room.form(),
            facilitators: self.facilitators.get(),
            why_in_working_hours: self.why.get(),
        }
    }
}

/// One time by hand.
#[component]
pub(super) fn SlotForm(
    /// Which act, on which series.
    doing: Doing,
) -> impl IntoView {
    let room = doing.page.with_untracked(|page| room_so_far(&page.series));
    let first = Form { room, ..Form::default() };
    let fields = Fields::of(doing.kept().unwrap_or_else(|| first.clone()));
    doing.keep(first, move || fields.form());
    let send = move || {
        let form = untrack(|| fields.form());
        // Its number is given by the server; here it is only read.
        let read = form.parse(SlotId(0));
        doing.send(read.map(|_| Command::AddSlots { slots: vec![form.clone()] }));
    };
    view! {
        <ActForm doing send>
            <When doing fields />
            <RoomQuestions room=fields.room doing />
            <WhoCouldLead doing chosen=fields.facilitators />
            <WhyInWorkingHours doing why=fields.why />
        </ActForm>
    }
}

#[component]
fn When(doing: Doing, fields: Fields) -> impl IntoView {
    let words = &use_text().councils_desk.slots;
    view! {
        <TextField
            name="day" label=words.day value=fields.day fault=doing.fault("day") kind="date"
        />
        <TextField
            name="from" label=words.from value=fields.from fault=doing.fault("from") kind="time"
        />
        <TextField
            name="until" label=words.until value=fields.until fault=doing.fault("until")
            kind="time"
        />
    }
}

#[component]
fn WhyInWorkingHours(doing: Doing, why: RwSignal<String>) -> impl IntoView {
    let words = &use_text().councils_desk.slots;
    view! {
        <AreaField
            name="why_in_working_hours" label=words.why hint=words.why_hint rows=3
            value=why fault=doing.fault("why_in_working_hours")
        />
    }
}
