//! A new version of a proposal: all answers, each of which can be changed, and why.
use super::{
    check_step::{Answers, short_of},
    draft::{Draft, Sheet, Writing},
    edit_kept::Kept,
    photo_step::LeftBehind,
    propose_page::question,
    question_form::Place,
    step::Step,
    upload::DraftPhotos,
    use_proposal_number,
    way::Done,
};
use crate::{
    api::{Precondition, use_api},
    routes::Route,
    ui::{
        Acts, AreaField, Back, ButtonLink, DropDraft, ErrorSummary, Fault, Fetched, Form, KeptNote,
        Load, Look, NotFoundPage, OnceWhole, Outcome, OutcomeNotice, PageHeading, SendOrSignIn,
    },
    words::use_text,
};
use huiyin_domain::{
    ids::ProposalId,
    proposals::{
        EditForm, Stage,
        wire::{Offer, ProposalPage},
    },
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_params_map},
};

/// The field of the reason, as in the form's type.
const WHY: &str = "edit_why";

/// The answers of a proposal, or one question of it, to be written anew.
#[component]
pub fn EditPage() -> impl IntoView {
    let proposal = use_proposal_number("id");
    let params = use_params_map();
    let step = Memo::new(move |_| match params.read().get("step") {
        None => Some(Step::Check),
        Some(step) => Step::parse(&step),
    });
    move || match (proposal.get(), step.get()) {
        (Some(proposal), Some(step)) => view! { <Loaded proposal step /> }.into_any(),
        (None, _) | (_, None) => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(proposal: ProposalId, step: Step) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || async move {
        api.get::<ProposalPage>(&format!("proposals/{proposal}")).await
    });
    view! { <Load resource=page then=move |page| view! { <Written page step /> } /> }
}

/// Must a new version say why? `None` for whoever may not write one.
fn needs_reason(page: &ProposalPage) -> Option<bool> {
    page.offers.iter().find_map(|offer| match offer {
        Offer::Edit { needs_reason } => Some(*needs_reason),
        _ => None,
    })
}

#[component]
fn Written(page: ProposalPage, step: Step) -> impl IntoView {
    if needs_reason(&page).is_none() {
        return view! { <NotNow page /> }.into_any();
    }
    let kept = Kept::take_up(&page);
    let writing = Writing::take_up(Sheet::Again(page.id));
    if !writing.with_form(Form::is_begun) {
        writing.write(|form| *form = kept.first.clone());
    }
    let place = Place { step, is_change: true };
    question(place, writing).unwrap_or_else(|| view! { <Check page writing kept /> }.into_any())
}

/// It cannot be changed: where it stands, and the way to sign in for a guest.
#[component]
fn NotNow(page: ProposalPage) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.life.editing;
    let amount =
        page.stage.cost().map_or(String::new(), |it| text.language.money(it, &page.currency));
    let sign_in = use_api().me().is_none().then(|| {
        view! {
            <p class="notice">{words.sign_in_first}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
    });
    view! {
        <Back to=Route::Proposal(page.id) words=words.back />
        <PageHeading words=words.not_now />
        <p>{(text.proposals.life.status)(&page.stage, &amount)}</p>
        {sign_in}
    }
}

/// All answers, the reason, and the sending.
#[component]
fn Check(page: ProposalPage, writing: Writing, kept: Kept) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.life.editing;
    let id = page.id;
    let base = kept.base;
    let why = RwSignal::new(kept.why.clone());
    let kept = StoredValue::new(kept);
    Effect::new(move || kept.update_value(|kept| kept.keep(id, why.get())));
    let faults = RwSignal::new(Vec::<Fault>::new());
    let page = RwSignal::new(page);
    let acts = Acts::at(format!("proposals/{id}"), "text", page, |text, _: &EditForm| {
        text.proposals.life.edited.to_owned()
    });
    leave_when_done(id, acts);
    let problems = Memo::new(move |_| writing.form().problems());
    let question = Callback::new(move |field: String| {
        (short_of(&field), writing.of.screen(Step::of_field(&field)))
    });
    let send = Callback::new(move |()| {
        let form = EditForm { form: writing.form_now(), why: why.get_untracked() };
        let found = faults_of(&form, page.with_untracked(needs_reason) == Some(true));
        let is_whole = found.is_empty();
        faults.set(found);
        if is_whole {
            acts.send(form, |page| Precondition::Version(page.version));
        }
    });
    view! {
        <Back to=Route::Proposal(id) words=words.back />
        <ErrorSummary faults />
        <PageHeading words=words.heading />
        <OutcomeNotice outcome=acts.outcome />
        <Before page base />
        <p>{words.hint}</p>
        <Answers writing />
        <LeftBehind photos=DraftPhotos::Proposal(writing) step=writing.of.screen(Step::Photo) />
        <Why page why faults />
        <OnceWhole problems question>
            <SendOrSignIn
                means=words.send_means
                send=words.send
                sign_in_first=words.sign_in_first
                sign_in=words.sign_in
                busy=acts.busy()
                on_press=send
            />
        </OnceWhole>
        <Drop writing kept why />
        <KeptNote is_kept=writing.is_kept />
    }
}

/// Throws away what was written, once there is something, and leads back to the proposal.
#[component]
fn Drop(writing: Writing, kept: StoredValue<Kept>, why: RwSignal<String>) -> impl IntoView {
    let navigate = use_navigate();
    let to = writing.of.door().href();
    let on_drop = Callback::new(move |()| {
        forget(writing.of);
        navigate(&to, NavigateOptions { replace: true, ..Default::default() });
    });
    let is_begun = Memo::new(move |_| {
        let is_reason = why.with(|why| !why.trim().is_empty());
        is_reason || kept.with_value(|kept| kept.first != writing.form())
    });
    move || is_begun.get().then(|| view! { <DropDraft on_drop /> })
}

fn forget(sheet: Sheet) {
    Draft::forget(sheet);
    match sheet {
        Sheet::Again(proposal) => Kept::forget(proposal),
        Sheet::New(_) => {}
    }
}

/// Once it is taken, what was kept is thrown away, and the proposal shows the new version.
fn leave_when_done(id: ProposalId, acts: Acts<EditForm, ProposalPage>) {
    let navigate = use_navigate();
    Effect::new(move || {
        if let Some(Outcome::Done(_)) = acts.outcome.get() {
            forget(Sheet::Again(id));
            let options = NavigateOptions { replace: true, ..Default::default() };
            navigate(&Done::Edited.told_on(id), options);
        }
    });
}

fn faults_of(form: &EditForm, needs_reason: bool) -> Vec<Fault> {
    let mut faults = Fault::of(&form.parse().err().unwrap_or_default());
    if needs_reason && form.why.trim().is_empty() {
        let words = use_text().proposals.life.editing.why_missing.to_owned();
        faults.push(Fault { field: WHY.to_owned(), words });
    }
    faults
}

/// What was asked to be mended, and what others have changed meanwhile.
#[component]
fn Before(page: RwSignal<ProposalPage>, base: u32) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.life;
    let mend = move || {
        page.with(|page| match &page.stage {
            Stage::Returned { what } => Some((words.editing.mend)(what.as_str())),
            _ => None,
        })
    };
    let others = move || {
        let (id, now) = page.with(|page| (page.id, page.text));
        (base < now).then(|| {
            view! {
                <div class="notice notice--warn stack">
                    <p>{(words.editing.changed_meanwhile)(now)}</p>
                    <ButtonLink
                        to=Route::ProposalTexts(id) words=words.see_texts look=Look::Quiet
                    />
                </div>
            }
        })
    };
    view! {
        {move || mend().map(|words| view! { <p class="notice notice--warn">{words}</p> })}
        {others}
    }
}

/// Why it changes; needed once others have co-signed.
#[component]
fn Why(
    page: RwSignal<ProposalPage>,
    why: RwSignal<String>,
    faults: RwSignal<Vec<Fault>>,
) -> impl IntoView {
    let words = &use_text().proposals.life.editing;
    let fault = Signal::derive(move || Fault::for_field(&faults.get(), WHY));
    // The field is not made anew while somebody writes in it.
    let hint = page.with_untracked(|page| match needs_reason(page) {
        Some(true) => (words.why_needed)(page.n_co_signs),
        Some(false) | None => words.why_free.to_owned(),
    });
    view! { <AreaField name=WHY label=words.why hint value=why fault rows=3 is_spoken=true /> }
}
