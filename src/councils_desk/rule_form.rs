//! Times from a rule: weekday evenings and weekends, so long, in this room; chosen from a list.
use super::{
    doing::Doing,
    fields::{RoomQuestions, WhoCouldLead, room_so_far},
    rule_fields::{Days, Fields, Kept, Parts},
    rule_times::{Found, Proposed},
};
use crate::{
    api::{ApiError, councils_desk, use_api},
    browser::document,
    ui::{ActButton, Alarm, ErrorSummary, Look, OutcomeNotice, say},
    words::use_text,
};
use gloo_timers::future::TimeoutFuture;
use huiyin_domain::{councils::rules::SlotRuleForm, problems::ProblemKind, time::Day};
use leptos::prelude::*;

/// Asking for the times of a rule.
#[derive(Clone, Copy)]
struct Asking {
    action: Action<SlotRuleForm, ()>,
    found: RwSignal<Option<Found>>,
    error: RwSignal<Option<ApiError>>,
}

impl Asking {
    fn new(doing: Doing) -> Self {
        let api = use_api();
        let words = &use_text().councils_desk.slots;
        let (found, error) = (RwSignal::new(None), RwSignal::new(None));
        let action = Action::new_local(move |rule: &SlotRuleForm| {
            let rule = rule.clone();
            async move {
                match councils_desk::proposed(api, &rule).await {
                    Ok(answer) => {
                        let times = answer.items;
                        let n_times = u32::try_from(times.len()).unwrap_or(u32::MAX);
                        say(match n_times {
                            0 => words.none.to_owned(),
                            n_times => (words.proposed)(n_times),
                        });
                        found.try_set(Some(Found { rule, times }));
                        // After the list is there, its first time takes the focus.
                        TimeoutFuture::new(0).await;
                        document::focus_id("proposed");
                    }
                    Err(problem) => match problem.kind() {
                        Some(ProblemKind::Invalid { problems }) if !found.is_disposed() => {
                            doing.show(problems);
                        }
                        Some(_) | None => {
                            error.try_set(Some(problem));
                        }
                    },
                }
            }
        });
        Self { action, found, error }
    }

    fn ask(self, doing: Doing, rule: SlotRuleForm, today: Day) {
        if self.action.pending().get_untracked() {
            return;
        }
        self.error.set(None);
        let problems = rule.parse(today).err().unwrap_or_default();
        doing.show(&problems);
        if problems.is_empty() {
            self.action.dispatch_local(rule);
        }
    }
}

/// Times from a rule.
#[component]
pub(super) fn RuleForm(
    /// Which act, on which series.
    doing: Doing,
) -> impl IntoView {
    let text = use_text();
    let words = &text.councils_desk;
    let room = doing.page.with_untracked(|page| room_so_far(&page.series));
    let rule = SlotRuleForm { room, ..SlotRuleForm::default() };
    let first = Kept { rule, ..Kept::default() };
    let fields = Fields::of(doing.kept().unwrap_or_else(|| first.clone()));
    doing.keep(first, move || Kept { rule: fields.rule(), left_out: fields.left_out.get() });
    let asking = Asking::new(doing);
    let has_found = Memo::new(move |_| asking.found.with(Option::is_some));
    let api = use_api();
    let ask = move || {
        let (rule, now) = untrack(|| (fields.rule(), api.now()));
        asking.ask(doing, rule, now.in_china().date());
    };
    view! {
        <section class="stack">
            <OutcomeNotice outcome=doing.acts.outcome />
            <ErrorSummary faults=doing.faults />
            <p>{(words.means)(doing.act)}</p>
            <Days doing fields />
            <Parts doing fields />
            <RoomQuestions room=fields.room doing />
            <WhoCouldLead doing chosen=fields.facilitators />
            {move || asking.error.get().map(|error| view! {
                <Alarm words=text.problems.error(&error) />
            })}
            {move || {
                // Once times are listed, adding them is the main act.
                let look = if has_found.get() { Look::Quiet } else { Look::Main };
                let busy = asking.action.pending();
                view! { <ActButton words=words.slots.propose look busy on_press=ask /> }
            }}
            {move || asking.found.get().map(|found| view! { <Proposed found doing fields /> })}
        </section>
    }
}
