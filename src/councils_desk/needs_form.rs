//! What a plan has to keep to: how many councils, how far apart, for how many, led by whom.
use super::doing::{ActForm, Doing};
use crate::{
    api::{councils_desk, use_api},
    ui::{Fetched, Load, TextField},
    words::use_text,
};
use huiyin_domain::{
    councils::{
        SlotKind,
        series::{Command, NeedsForm as Form, SESSIONS_MOST, wire::WhoAnswered},
    },
    ids::StaffId,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The fields of the needs.
#[derive(Clone, Copy)]
struct Fields {
    n_sessions: RwSignal<String>,
    min_gap_days: RwSignal<String>,
    quorum: RwSignal<String>,
    notice_days: RwSignal<String>,
    /// In the order of [`SlotKind::ALL`].
    most_of_kind: [RwSignal<String>; SlotKind::ALL.len()],
    facilitators: RwSignal<BTreeMap<StaffId, u32>>,
}

impl Fields {
    fn of(form: &Form) -> Self {
        let most = |kind| form.most_of_kind.get(&kind).cloned().unwrap_or_default();
        Self {
            n_sessions: RwSignal::new(form.n_sessions.clone()),
            min_gap_days: RwSignal::new(form.min_gap_days.clone()),
            quorum: RwSignal::new(form.quorum.clone()),
            notice_days: RwSignal::new(form.notice_days.clone()),
            most_of_kind: SlotKind::ALL.map(|kind| RwSignal::new(most(kind))),
            facilitators: RwSignal::new(form.facilitators.clone()),
        }
    }

    /// What is filled in now; read again when it changes.
    fn form(self) -> Form {
        let most = SlotKind::ALL.into_iter().zip(self.most_of_kind);
        let most = most.map(|(kind, most)| (kind, most.get()));
        Form {
            n_sessions: self.n_sessions.get(),
            min_gap_days: self.min_gap_days.get(),
            quorum: self.quorum.get(),
            notice_days: self.notice_days.get(),
            most_of_kind: most.filter(|(_, most)| !most.trim().is_empty()).collect(),
            facilitators: self.facilitators.get(),
        }
    }
}

/// The name of the field for the most of a kind, as the form's faults name it.
fn field_of(kind: SlotKind) -> &'static str {
    match kind {
        SlotKind::WorkdayEvening => "most-workday_evening",
        SlotKind::FridayEvening => "most-friday_evening",
        SlotKind::WeekendMorning => "most-weekend_morning",
        SlotKind::WeekendAfternoon => "most-weekend_afternoon",
        SlotKind::WeekendEvening => "most-weekend_evening",
        SlotKind::WorkingHours => "most-working_hours",
    }
}

/// The needs; the staff are named by the server.
#[component]
pub(super) fn NeedsForm(
    /// Which act, on which series.
    doing: Doing,
) -> impl IntoView {
    let api = use_api();
    let who = Fetched::new(move || councils_desk::who(api, doing.id()));
    let first = doing.page.with_untracked(|page| Form::from(&page.series.needs));
    let fields = Fields::of(&doing.kept().unwrap_or_else(|| first.clone()));
    doing.keep(first, move || fields.form());
    let send = move || {
        let form = untrack(|| fields.form());
        doing.send(form.parse().map(|_| Command::SetNeeds { form: form.clone() }));
    };
    let leads = move |who| view! { <WhoLeads who chosen=fields.facilitators /> };
    view! {
        <ActForm doing send>
            <Numbers doing fields />
            <MostOfKinds doing fields />
            <Load resource=who has_heading=true then=leads />
        </ActForm>
    }
}

#[component]
fn Numbers(doing: Doing, fields: Fields) -> impl IntoView {
    let words = &use_text().councils_desk.needs;
    view! {
        <TextField
            name="n_sessions" label=words.n_sessions hint=words.n_sessions_hint keyboard="numeric"
            value=fields.n_sessions fault=doing.fault("n_sessions")
        />
        <TextField
            name="min_gap_days" label=words.gap hint=words.gap_hint keyboard="numeric"
            value=fields.min_gap_days fault=doing.fault("min_gap_days")
        />
        <TextField
            name="quorum" label=words.quorum hint=words.quorum_hint keyboard="numeric"
            value=fields.quorum fault=doing.fault("quorum")
        />
        <TextField
            name="notice_days" label=words.notice hint=words.notice_hint keyboard="numeric"
            value=fields.notice_days fault=doing.fault("notice_days")
        />
    }
}

#[component]
fn MostOfKinds(doing: Doing, fields: Fields) -> impl IntoView {
    let text = use_text();
    let words = &text.councils_desk.needs;
    let field = |(kind, value): (SlotKind, RwSignal<String>)| {
        let (name, label) = (field_of(kind), (words.most_of)((text.councils_desk.kind)(kind)));
        view! { <TextField name label value fault=doing.fault(name) keyboard="numeric" /> }
    };
    let kinds = SlotKind::ALL.into_iter().zip(fields.most_of_kind);
    view! {
        <fieldset class="stack">
            <legend class="field__label">{words.most}</legend>
            <p class="field__hint">{words.most_hint}</p>
            {kinds.map(field).collect_view()}
        </fieldset>
    }
}

/// Each of the staff, and how many councils they lead at most.
#[component]
fn WhoLeads(who: WhoAnswered, chosen: RwSignal<BTreeMap<StaffId, u32>>) -> impl IntoView {
    let words = &use_text().councils_desk.needs;
    let one = move |(id, name): (StaffId, String)| view! { <Leads id name chosen /> };
    (!who.staff.is_empty()).then(|| {
        view! {
            <fieldset class="stack">
                <legend class="field__label">{words.leads}</legend>
                <p class="field__hint">{words.leads_hint}</p>
                {who.staff.into_iter().map(one).collect_view()}
            </fieldset>
        }
    })
}

/// One of them, with the phone's own list of numbers.
#[component]
fn Leads(id: StaffId, name: String, chosen: RwSignal<BTreeMap<StaffId, u32>>) -> impl IntoView {
    let words = &use_text().councils_desk.needs;
    let field = format!("leads-{id}");
    let now = chosen.with_untracked(|chosen| chosen.get(&id).copied());
    let option = |most: u32| {
        let said = (words.leads_most)(most);
        view! { <option value=most.to_string() selected=now == Some(most)>{said}</option> }
    };
    let choose = move |raw: String| {
        chosen.update(|chosen| match raw.parse() {
            Ok(most) => {
                chosen.insert(id, most);
            }
            // The first of the list is not a number: they lead none.
            Err(_) => {
                chosen.remove(&id);
            }
        });
    };
    view! {
        <div class="field">
            <label class="field__label" for=field.clone()>{(words.leads_of)(&name)}</label>
            <select
                id=field class="field__input"
                on:change:target=move |event| choose(event.target().value())
            >
                <option value="" selected=now.is_none()>{words.leads_none}</option>
                {(1..=SESSIONS_MOST).map(option).collect_view()}
            </select>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_of_each_kind_is_named_as_its_faults_are() {
        for kind in SlotKind::ALL {
            assert_eq!(field_of(kind), format!("most-{}", kind.word()));
        }
    }
}
