//! Agreeing to be helped: what, for how long, the consent, and the code for the helper.
use super::{
    help_page::ForResidents,
    kept::{self, Answers},
};
use crate::{
    api::{Api, ApiError, Key, Precondition, use_api},
    routes::Route,
    ui::{
        ActButton, Alarm, Back, ButtonLink, CheckTile, ErrorSummary, Fault, FaultLine, Look,
        NotFoundPage, PageHeading, RadioTile, Screen, Screens,
    },
    words::use_text,
};
use huiyin_domain::helping::{
    Consent, Lasting, Scope, Scopes,
    wire::{OfferForm, Offered},
};
use leptos::{ev::SubmitEvent, prelude::*};
use leptos_router::hooks::{use_navigate, use_params_map};

/// One of the screens, by its name in the address.
#[component]
pub fn StartPage() -> impl IntoView {
    let params = use_params_map();
    let step = Memo::new(move |_| params.with(|params| params.get("step")));
    let heading = use_text().helping.help.heading;
    move || {
        let then: fn(Api) -> AnyView = match step.get().as_deref() {
            Some("what") => |_| view! { <What /> }.into_any(),
            Some("how-long") => |_| view! { <HowLong /> }.into_any(),
            Some("agree") => |_| view! { <Agree /> }.into_any(),
            Some("code") => |_| view! { <Code /> }.into_any(),
            Some(_) | None => return view! { <NotFoundPage /> }.into_any(),
        };
        view! { <ForResidents heading then /> }.into_any()
    }
}

/// What is around a question: where one is, what is wrong, and the way on.
#[component]
fn Question(
    /// The way back.
    back: Route,
    /// Its place, from one.
    place: usize,
    /// The id of the first choice, where the fault leads.
    field: &'static str,
    /// The question.
    words: &'static str,
    /// How to answer.
    hint: &'static str,
    /// Why the answer cannot be taken, if it cannot.
    check: fn(&Answers) -> Option<&'static str>,
    /// The next screen.
    next: &'static str,
    /// The answers so far.
    answers: RwSignal<Answers>,
    /// The choices.
    children: Children,
) -> impl IntoView {
    let text = use_text();
    let back_words = if place == 1 { text.helping.help.back } else { text.frame.back };
    let navigate = use_navigate();
    let faults = RwSignal::new(Vec::<Fault>::new());
    let go_on = move |event: SubmitEvent| {
        event.prevent_default();
        let fault = answers.with_untracked(check);
        faults.set(
            fault
                .map(|words| Fault { field: field.into(), words: words.into() })
                .into_iter()
                .collect(),
        );
        if fault.is_none() {
            navigate(&Route::HelpStart(next).href(), Default::default());
        }
    };
    let fault = Signal::derive(move || Fault::for_field(&faults.get(), field));
    let described_by = move || match fault.get() {
        Some(_) => format!("{field}-error {field}-hint"),
        None => format!("{field}-hint"),
    };
    view! {
        <Back to=back words=back_words />
        <ErrorSummary faults />
        <p class="soft">{(text.helping.start.step)(place)}</p>
        <form class="stack" novalidate on:submit=go_on>
            <fieldset class="stack" aria-describedby=described_by>
                <legend><PageHeading words /></legend>
                <p class="field__hint" id=format!("{field}-hint")>{hint}</p>
                <FaultLine name=field fault />
                {children()}
            </fieldset>
            <button type="submit" class="button">{text.frame.go_on}</button>
        </form>
    }
}

fn answers() -> RwSignal<Answers> {
    RwSignal::new(Answers::load())
}

fn change(answers: RwSignal<Answers>, with: impl FnOnce(&mut Answers)) {
    answers.update(with);
    answers.with_untracked(Answers::save);
}

fn scope_id(scope: Scope) -> &'static str {
    match scope {
        Scope::Propose => "help-propose",
        Scope::CoSign => "help-co-sign",
        Scope::Answer => "help-answer",
        Scope::Follow => "help-follow",
    }
}

#[component]
fn What() -> impl IntoView {
    let text = use_text();
    let words = &text.helping.start;
    let answers = answers();
    let tile = move |scope: Scope| {
        let is_chosen = Signal::derive(move || answers.with(|it| it.scopes.contains(&scope)));
        let choose = move |is| change(answers, |answers| answers.choose(scope, is));
        let id = scope_id(scope);
        view! {
            <div class="stack stack--tight">
                <CheckTile id words=(text.helping.scope)(scope) is_chosen on_change=choose />
                <p class="soft">{(words.scope_hint)(scope)}</p>
            </div>
        }
    };
    view! {
        <Question
            back=Route::Help
            place=1
            field="help-propose"
            words=words.what
            hint=words.what_hint
            check=|answers| answers.scopes.is_empty().then(|| use_text().helping.start.nothing)
            next="how-long"
            answers
        >
            {Scope::ALL.map(tile).into_iter().collect_view()}
        </Question>
    }
}

fn lasting_id(lasting: Lasting) -> &'static str {
    match lasting {
        Lasting::OneHour => "help-one-hour",
        Lasting::Today => "help-today",
        Lasting::ThirtyDays => "help-thirty-days",
    }
}

#[component]
fn HowLong() -> impl IntoView {
    let words = &use_text().helping.start;
    let answers = answers();
    let tile = move |lasting: Lasting| {
        let is_chosen = Signal::derive(move || answers.with(|it| it.lasting == Some(lasting)));
        let choose = move || change(answers, |answers| answers.lasting = Some(lasting));
        view! {
            <RadioTile
                group="help-lasting"
                id=lasting_id(lasting)
                words=(words.lasting)(lasting)
                is_chosen
                on_choose=choose
            />
        }
    };
    view! {
        <Question
            back=Route::HelpStart("what")
            place=2
            field="help-one-hour"
            words=words.how_long
            hint=words.how_long_hint
            check=|answers| answers.lasting.is_none().then(|| use_text().helping.start.no_limit)
            next="agree"
            answers
        >
            {Lasting::ALL.map(tile).into_iter().collect_view()}
        </Question>
    }
}

#[component]
fn Agree() -> impl IntoView {
    let text = use_text();
    let words = &text.helping.start;
    match Answers::load().whole() {
        Some((scopes, lasting)) => view! { <Sentence scopes lasting /> }.into_any(),
        None => view! {
            <PageHeading words=words.agree_heading />
            <p>{words.nothing}</p>
            <ButtonLink to=Route::HelpStart("what") words=words.change />
        }
        .into_any(),
    }
}

#[component]
fn Sentence(scopes: Scopes, lasting: Lasting) -> impl IntoView {
    let text = use_text();
    let words = &text.helping.start;
    let api = use_api();
    let navigate = use_navigate();
    let problem = RwSignal::new(None::<ApiError>);
    let agree = Action::new_local(move |form: &OfferForm| {
        let (form, navigate) = (*form, navigate.clone());
        async move {
            problem.set(None);
            let sent: Result<Offered, _> =
                api.post("help", &form, &Key::fresh(), Precondition::None).await;
            match sent {
                Ok(offered) => {
                    kept::keep_code(&offered);
                    Answers::forget();
                    navigate(&Route::HelpStart("code").href(), Default::default());
                }
                Err(error) => problem.set(Some(error)),
            }
        }
    });
    let form = OfferForm { scopes, lasting, consent: Consent::Tapped };
    let sentences = (words.agree)(&text.helping.scopes(scopes), (words.lasting)(lasting));
    let sentence = |sentence| view! { <p>{sentence}</p> };
    view! {
        <Back to=Route::HelpStart("how-long") words=text.frame.back />
        <p class="soft">{(words.step)(3)}</p>
        <PageHeading words=words.agree_heading />
        <blockquote class="card help-consent">
            {sentences.into_iter().map(sentence).collect_view()}
        </blockquote>
        {move || problem.get().map(|error| view! {
            <Alarm words=text.problems.error(&error) />
        })}
        <ActButton casts=true
            words=words.agree_now
            busy=agree.pending()
            on_press=move || { agree.dispatch_local(form); }
        />
        <ButtonLink to=Route::HelpStart("what") words=words.change look=Look::Quiet />
    }
}

#[component]
fn Code() -> impl IntoView {
    let text = use_text();
    let words = &text.helping.start;
    let Some(offered) = kept::code(use_api().now()) else {
        return view! {
            <PageHeading words=words.gone_heading />
            <p>{words.gone}</p>
            <ButtonLink to=Route::HelpStart("what") words=words.again />
            <ButtonLink to=Route::Help words=words.see_helpers look=Look::Quiet />
        }
        .into_any();
    };
    let digits = offered.code.grouped();
    let said = (words.said)(&digits);
    let until = (words.code_until)(&text.language.moment(offered.code_until));
    let screens = vec![
        Screen::new(move || {
            view! {
                <section class="card">
                    <p class="number number--big">{digits.clone()}</p>
                    <p>{said.clone()}</p>
                    <p>{until.clone()}</p>
                </section>
                <p class="notice notice--warn">{words.careful}</p>
            }
        }),
        Screen::new(move || {
            let next = words.next.map(|step| view! { <li>{step}</li> });
            view! {
                <h2>{words.next_heading}</h2>
                <ol class="help-next">{next.into_iter().collect_view()}</ol>
                <ButtonLink to=Route::Help words=words.see_helpers />
            }
        }),
    ];
    view! { <Screens heading=words.code_heading screens /> }.into_any()
}
