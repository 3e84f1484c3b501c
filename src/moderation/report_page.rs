//! Reporting something as against the rules.
use super::rule_choice::RuleChoice;
use crate::{
    api::{Precondition, use_api},
    routes::Route,
    ui::{
        ActButton, Acts, AreaField, Back, ButtonLink, ErrorSummary, Fault, KeptWords, Look,
        NotFoundPage, OutcomeNotice, PageHeading, use_number,
    },
    words::{Text, use_text},
};
use huiyin_domain::moderation::{
    About, VoiceRef,
    wire::{ReportForm, Reported},
};
use leptos::prelude::*;

const WORDS: &str = "words";

/// The report of what is named in the address.
#[component]
pub fn ReportPage() -> impl IntoView {
    let about = use_number::<About>("id");
    move || match about.get() {
        Some(about) => view! { <Asked about /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Asked(about: About) -> impl IntoView {
    let text = use_text();
    let words = &text.moderation;
    let form = match use_api().me() {
        Some(_) => view! { <Form about /> }.into_any(),
        None => view! {
            <p>{words.pages.sign_in}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any(),
    };
    let (to, back) = match about {
        About::Submission(id) => (Route::Number(id), (text.proposals.number)(id.0)),
        About::Objection(_) => (Route::Contests, text.contests.heading.to_owned()),
        About::Voice(VoiceRef { project, .. }) => {
            (Route::Project(project), (text.proposals.number)(project.0))
        }
    };
    view! {
        <Back to words=back />
        <PageHeading words=(words.pages.report_heading)(about) />
        <p>{words.pages.report_lead}</p>
        {form}
    }
}

fn done(text: &Text, _: &ReportForm) -> String {
    text.moderation.pages.reported.to_owned()
}

#[component]
fn Form(about: About) -> impl IntoView {
    let words = &use_text().moderation;
    let taken = RwSignal::new(None::<Reported>);
    let acts = Acts::at("moderation".to_owned(), "reports", taken, done);
    let typed = acts.keeps(KeptWords::of(&Route::Report(about), WORDS));
    let rule = RwSignal::new(None);
    let faults = RwSignal::new(Vec::<Fault>::new());
    let fault =
        move |field: &'static str| Signal::derive(move || Fault::for_field(&faults.get(), field));
    let send = move || {
        let (rule, words) = (rule.get_untracked(), typed.get_untracked());
        let form = ReportForm { about, rule, words };
        let problems = form.parse().err().unwrap_or_default();
        faults.set(Fault::of(&problems));
        if problems.is_empty() {
            acts.send(form, |_| Precondition::None);
        }
    };
    let ask = move || {
        view! {
            <ErrorSummary faults />
            <RuleChoice legend=words.pages.which_rule chosen=rule fault=fault("rule") />
            <AreaField
                name=WORDS label=words.pages.more hint=words.pages.more_hint value=typed
                fault=fault(WORDS) is_spoken=true
            />
            <ActButton casts=true words=words.pages.report_send busy=acts.busy() on_press=send />
        }
    };
    view! {
        <OutcomeNotice outcome=acts.outcome />
        {move || match taken.get() {
            Some(taken) => {
                let due = use_text().language.date(taken.due);
                view! {
                    <p>{(words.pages.reported_next)(&due)}</p>
                    <ButtonLink
                        to=Route::ModerationCase(taken.case)
                        words=(words.see_case)(taken.case.0)
                    />
                    <ButtonLink to=Route::Moderation words=words.pages.log look=Look::Quiet />
                }
                .into_any()
            }
            None => ask().into_any(),
        }}
    }
}
