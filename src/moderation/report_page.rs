//! Reporting something as against the rules.
use super::rule_choice::RuleChoice;
use crate::{
    api::{Precondition, use_api},
    feedback::use_submission_id,
    routes::Route,
    ui::{
        ActButton, Acts, AreaField, Back, ButtonLink, ErrorSummary, Fault, Look, NotFoundPage,
        OutcomeNotice, PageHeading,
    },
    words::{Text, use_text},
};
use huiyin_domain::{
    ids::SubmissionId,
    moderation::wire::{ReportForm, Reported},
};
use leptos::prelude::*;

const WORDS: &str = "words";

/// The report of what is named in the address.
#[component]
pub fn ReportPage() -> impl IntoView {
    let id = use_submission_id();
    move || match id.get() {
        Some(id) => view! { <Asked id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Asked(id: SubmissionId) -> impl IntoView {
    let text = use_text();
    let words = &text.moderation;
    let form = match use_api().me() {
        Some(_) => view! { <Form id /> }.into_any(),
        None => view! {
            <p>{words.sign_in}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any(),
    };
    view! {
        <Back to=Route::Number(id) words=(text.proposals.number)(id.0) />
        <PageHeading words=(words.report_heading)(id.0) />
        <p>{words.report_lead}</p>
        {form}
    }
}

fn done(text: &Text, _: &ReportForm) -> String {
    text.moderation.reported.to_owned()
}

#[component]
fn Form(id: SubmissionId) -> impl IntoView {
    let words = &use_text().moderation;
    let taken = RwSignal::new(None::<Reported>);
    let acts = Acts::at("moderation".to_owned(), "reports", taken, done);
    let (rule, typed) = (RwSignal::new(None), RwSignal::new(String::new()));
    let faults = RwSignal::new(Vec::<Fault>::new());
    let fault =
        move |field: &'static str| Signal::derive(move || Fault::for_field(&faults.get(), field));
    let send = move || {
        let (rule, words) = (rule.get_untracked(), typed.get_untracked());
        let form = ReportForm { submission: id, rule, words };
        let problems = form.parse().err().unwrap_or_default();
        faults.set(Fault::of(&problems));
        if problems.is_empty() {
            acts.send(form, |_| Precondition::None);
        }
    };
    let ask = move || {
        view! {
            <ErrorSummary faults />
            <RuleChoice legend=words.which_rule chosen=rule fault=fault("rule") />
            <AreaField
                name=WORDS label=words.more hint=words.more_hint value=typed
                fault=fault(WORDS) is_spoken=true
            />
            <ActButton casts=true words=words.report_send busy=acts.busy() on_press=send />
        }
    };
    view! {
        <OutcomeNotice outcome=acts.outcome />
        {move || match taken.get() {
            Some(taken) => {
                let due = use_text().language.date(taken.due);
                view! {
                    <p>{(words.reported_next)(&due)}</p>
                    <ButtonLink
                        to=Route::ModerationCase(taken.case)
                        words=(words.see_case)(taken.case.0)
                    />
                    <ButtonLink to=Route::Moderation words=words.log look=Look::Quiet />
                }
                .into_any()
            }
            None => ask().into_any(),
        }}
    }
}
