//! Who has answered, by group, and who has not: a list to print and to call from.
use crate::{
    api::{ApiError, councils_desk, use_api},
    browser::document,
    councils::use_series_id,
    desk::desk_page::ForStaff,
    paper::sheet::Tick,
    routes::Route,
    ui::{ActButton, Back, Fetched, Load, NotFoundPage, PageHeading},
    words::use_text,
};
use huiyin_domain::{
    councils::{
        Group,
        series::wire::{CallRow, GroupAnswers, WhoAnswered},
    },
    ids::SeriesId,
};
use leptos::prelude::*;

/// Who has answered.
#[component]
pub fn WhoPage() -> impl IntoView {
    let id = use_series_id();
    move || match id.get() {
        Some(id) => view! { <ForStaff then=move || view! { <Loaded id /> } /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: SeriesId) -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let who = Fetched::new(move || async move {
        let series = api.series(id).await?;
        let who = councils_desk::who(api, id).await?;
        Ok::<_, ApiError>((series.series.title.to_string(), who))
    });
    view! {
        <Back to=Route::DeskSeries(id) words=text.councils_desk.to_series />
        <div class="no-print"><PageHeading words=text.councils_desk.who.heading /></div>
        <Load
            resource=who has_heading=true
            then=|(title, who)| view! { <Groups who=who.clone() /> <CallList title who /> }
        />
    }
}

/// How many of each group have answered.
#[component]
fn Groups(who: WhoAnswered) -> impl IntoView {
    let words = &use_text().councils_desk.who;
    let is_empty = who.groups.is_empty();
    let line = |group: GroupAnswers| {
        let numbers = [group.n_answered, group.n_by_week, group.n_silent];
        view! { <li>{(words.group)(group.group, numbers)}</li> }
    };
    view! {
        <section class="stack stack--tight no-print">
            <h2>{words.groups}</h2>
            {is_empty.then(|| view! { <p>{words.nobody}</p> })}
            <ul class="list">{who.groups.into_iter().map(line).collect_view()}</ul>
        </section>
    }
}

/// Whom to call, as it is printed, group by group.
#[component]
fn CallList(title: String, who: WhoAnswered) -> impl IntoView {
    let words = &use_text().councils_desk.who;
    if who.n_silent == 0 {
        return view! { <p>{words.all}</p> }.into_any();
    }
    let n_listed = u32::try_from(who.call.len()).unwrap_or(u32::MAX);
    let of_group = |(group, rows): (Group, Vec<CallRow>)| {
        let n_rows = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        view! {
            <section class="paper-ask">
                <h3>{(words.of_group)(group, n_rows)}</h3>
                <ol class="paper-list">
                    {rows.into_iter().map(|row| view! { <Line row /> }).collect_view()}
                </ol>
            </section>
        }
    };
    view! {
        <p class="no-print">{(words.silent)(who.n_silent, n_listed)}</p>
        <ActButton words=words.print on_press=document::print />
        <article class="sheet paper">
            <h2 class="sheet__title">{words.list}</h2>
            <p>{(words.ask)(&title)}</p>
            {by_group(who.call).into_iter().map(of_group).collect_view()}
        </article>
    }
    .into_any()
}

/// Somebody to call: their name, home and number, and boxes to tick.
#[component]
fn Line(row: CallRow) -> impl IntoView {
    let words = &use_text().councils_desk.who;
    let home = match row.home.trim() {
        "" => words.no_home.to_owned(),
        home => home.to_owned(),
    };
    let phone = match row.phone {
        Some(phone) => {
            // Its groups stay on one line: a number that is broken is easily misread.
            let said = (words.phone)(&phone.grouped().replace(' ', "\u{a0}"));
            let href = format!("tel:{}", phone.digits());
            view! { <p><a class="card__link number" href=href>{said}</a></p> }.into_any()
        }
        None => view! { <p>{words.no_phone}</p> }.into_any(),
    };
    view! {
        <li>
            <p><strong>{row.name}</strong></p>
            <p>{home}</p>
            {phone}
            <p class="paper-ticks">
                <Tick words=words.reached /> <Tick words=words.not_reached />
            </p>
        </li>
    }
}

/// The rows of each group, in their order: the server has put each group together.
fn by_group(rows: Vec<CallRow>) -> Vec<(Group, Vec<CallRow>)> {
    let mut groups: Vec<(Group, Vec<CallRow>)> = Vec::new();
    for row in rows {
        match groups.last_mut() {
            Some((group, of_group)) if *group == row.group => of_group.push(row),
            Some(_) | None => groups.push((row.group, vec![row])),
        }
    }
    groups
}
