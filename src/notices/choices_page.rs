//! The ways to hear: what comes anyhow, and what a person asks for besides.
use super::on_phone::OnPhone;
use crate::{
    api::{ApiError, Key, Precondition, use_api},
    routes::Route,
    ui::{
        ActButton, Back, ButtonLink, CheckTile, ErrorSummary, Fault, Fetched, Load, Outcome,
        OutcomeNotice, PageHeading, Screen, Screens, TextField,
    },
    words::use_text,
};
use huiyin_domain::{
    notices::{ChoicesForm, Route as Way, wire::ChoicesPage as Page},
    problems::ProblemKind,
};
use leptos::prelude::*;

/// One's own choices.
#[component]
pub fn ChoicesPage() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    if api.me().is_none() {
        return view! {
            <PageHeading words=text.notices.choices.heading />
            <p>{text.notices.sign_in}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any();
    }
    let page = Fetched::new(move || async move { api.get::<Page>("notices/choices").await });
    view! {
        <Back to=Route::Notices words=text.notices.heading />
        <Load resource=page then=|page| view! { <Shown page /> } />
    }
    .into_any()
}

/// What is filled in.
#[derive(Clone, Copy)]
struct Typed {
    email: RwSignal<String>,
    phone: RwSignal<String>,
    sms: RwSignal<bool>,
    call: RwSignal<bool>,
    push: RwSignal<bool>,
    faults: RwSignal<Vec<Fault>>,
}

impl Typed {
    fn of(form: ChoicesForm) -> Self {
        Self {
            email: RwSignal::new(form.email),
            phone: RwSignal::new(form.phone),
            sms: RwSignal::new(form.sms),
            call: RwSignal::new(form.call),
            push: RwSignal::new(form.push),
            faults: RwSignal::new(Vec::new()),
        }
    }

    fn fault(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || Fault::for_field(&self.faults.get(), field))
    }

    /// The form, unless something is wrong with it.
    fn read(self) -> Option<ChoicesForm> {
        let form = ChoicesForm {
            email: self.email.get_untracked(),
            phone: self.phone.get_untracked(),
            sms: self.sms.get_untracked(),
            call: self.call.get_untracked(),
            push: self.push.get_untracked(),
        };
        let problems = form.parse().err().unwrap_or_default();
        self.faults.set(Fault::of(&problems));
        problems.is_empty().then_some(form)
    }
}

#[component]
fn Shown(page: Page) -> impl IntoView {
    let words = &use_text().notices.choices;
    let has = |way: Way| page.offered.contains(&way);
    let (has_email, has_sms, has_push) = (has(Way::Email), has(Way::Sms), has(Way::Push));
    let typed = Typed::of(page.form);
    let came = RwSignal::new(None::<Outcome>);
    let by_phone = Screen::new(move || {
        view! {
            <p>{words.lead}</p>
            <Tile id="call" words=words.call is_there=true chosen=typed.call />
            <Tile id="sms" words=words.sms is_there=has_sms chosen=typed.sms />
            <TextField
                name="phone" label=words.phone hint=words.phone_hint value=typed.phone
                fault=typed.fault("phone") keyboard="tel" autofill="tel" is_code=true
            />
        }
    });
    let by_email = Screen::new(move || {
        has_email.then(|| {
            view! {
                <TextField
                    name="email" label=words.email hint=words.email_hint value=typed.email
                    fault=typed.fault("email") keyboard="email" autofill="email"
                />
            }
        })
    });
    // The phone itself has to agree, which the button asks for; the tile only switches it off.
    let was_on = Memo::new(move |was: Option<&bool>| was == Some(&true) || typed.push.get());
    let on_phone = Screen::new(move || {
        view! {
            {move || (!has_push || was_on.get()).then(|| view! {
                <Tile id="push" words=words.push is_there=has_push chosen=typed.push />
            })}
            {has_push.then(|| view! { <OnPhone chosen=typed.push /> })}
        }
    });
    let mut screens = vec![by_phone];
    screens.extend(has_email.then_some(by_email));
    screens.push(on_phone);
    let always = move || view! { <Save typed came has_email /> };
    view! { <Screens heading=words.heading screens always /> }
}

/// A way that can be chosen, or words when it is not set up here.
#[component]
fn Tile(
    id: &'static str,
    words: &'static str,
    is_there: bool,
    chosen: RwSignal<bool>,
) -> impl IntoView {
    if is_there {
        let change = move |is| chosen.set(is);
        view! { <CheckTile id words is_chosen=chosen on_change=change /> }.into_any()
    } else {
        view! { <p>{(use_text().notices.choices.not_here)(words)}</p> }.into_any()
    }
}

/// On which screen a field stands, in the order of the page.
fn screen_of(field: &str, has_email: bool) -> usize {
    match field {
        "email" => 2,
        "push" => 2 + usize::from(has_email),
        _ => 1,
    }
}

/// Keeps the choices; what is wrong is shown beside its field.
#[component]
fn Save(typed: Typed, came: RwSignal<Option<Outcome>>, has_email: bool) -> impl IntoView {
    let words = &use_text().notices.choices;
    let api = use_api();
    let save = Action::new_local(move |form: &ChoicesForm| {
        let form = form.clone();
        async move {
            let key = Key::fresh();
            let sent: Result<Page, ApiError> =
                api.post("notices/choices", &form, &key, Precondition::None).await;
            match sent {
                Ok(_) => {
                    came.try_set(Some(Outcome::Done(words.saved.to_owned())));
                }
                Err(error) => match error.kind() {
                    Some(ProblemKind::Invalid { problems }) if !typed.faults.is_disposed() => {
                        typed.faults.try_set(Fault::of(problems));
                    }
                    _ => {
                        came.try_set(Some(Outcome::Failed(error)));
                    }
                },
            }
        }
    });
    let press = move || {
        if let Some(form) = typed.read()
            && !save.pending().get_untracked()
        {
            came.set(None);
            save.dispatch_local(form);
        }
    };
    view! {
        <ErrorSummary
            faults=typed.faults
            screen_of=Callback::new(move |field: String| screen_of(&field, has_email))
        />
        <OutcomeNotice outcome=came />
        <ActButton words=words.save busy=save.pending() on_press=press />
    }
}
