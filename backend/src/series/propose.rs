//! Times proposed from a rule, with what the calendar says of each.

use huiyin_domain::{
    councils::{
        Hours, SlotKind,
        rules::{SlotRuleForm, propose},
        series::may_tend,
    },
    refusals::Refusal,
};
use serde::Serialize;

use crate::{failure::Outcome, here::Here};

/// Times that a rule asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposed {
    items: Vec<ProposedTime>,
}

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
struct ProposedTime {
    hours: Hours,
    kind: SlotKind,
    is_certain: bool,
}

/// What a rule comes to in this calendar.
pub fn from_rule(here: &Here, form: &SlotRuleForm) -> Outcome<Proposed> {
    may_tend(&here.viewer)?;
    let rule = form.parse(here.today())?;
    let mut items = Vec::new();
    for hours in propose(&rule, here.calendar, here.now).map_err(Refusal::from)? {
        let day = here.calendar.facts(hours.day).map_err(Refusal::from)?;
        let kind = SlotKind::of(hours, day.kind);
        items.push(ProposedTime { hours, kind, is_certain: day.is_certain() });
    }
    Ok(Proposed { items })
}
