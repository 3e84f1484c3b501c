//! A plan in sentences, for whoever sits at the terminal.

use std::fmt::Write;

use huiyin_domain::councils::planner::{
    Aim, Answer, Change, GroupCount, Impossible, Objective, Plan, Problem, Rule, explain,
};

/// The answer, who is reached, and the checksum of the question.
pub fn print(problem: &Problem, answer: &Answer) -> String {
    let mut text = format!("{}\n", problem.file().name);
    match answer {
        Answer::Optimal { plan } => {
            text += "The best plan; that no other is better is proven.\n";
            say_plan(&mut text, problem, plan);
        }
        Answer::Bounded { plan, bound, aim } => {
            say_plan(&mut text, problem, plan);
            say_bound(&mut text, plan.objective, *bound, *aim);
        }
        Answer::Infeasible { why } => say_impossible(&mut text, problem, why),
        Answer::NoneFound => text += "No plan was found in this time; there may be one.\n",
    }
    line(&mut text, format_args!("Checksum of the question: {}", problem.checksum()));
    text
}

fn line(text: &mut String, words: std::fmt::Arguments) {
    writeln!(text, "{words}").expect("a string takes every line");
}

fn say_plan(text: &mut String, problem: &Problem, plan: &Plan) {
    let Objective { weakest_percent, seated, marks } = plan.objective;
    line(
        text,
        format_args!(
            "At least {weakest_percent} % of every counted group can sit; {seated} residents in \
             all; {marks} \"can\" marks."
        ),
    );
    let explanation = explain(problem, plan);
    for (session, leader) in explanation.sessions.iter().zip(&plan.facilitators) {
        let slot = &problem.file().slots[session.slot];
        line(
            text,
            format_args!(
                "  {}  {} {}-{}  led by {leader}; the only chance of {}{}",
                slot.id,
                slot.date,
                slot.start,
                slot.end,
                session.only_here,
                by_group(&session.by_group),
            ),
        );
    }
    for group in &explanation.groups {
        let counted = if group.is_counted { "" } else { " (too few to be counted)" };
        line(
            text,
            format_args!(
                "  {}{counted}: {} of {} can come to a session; {} can come to no slot at all",
                group.group, group.reached, group.somewhere, group.nowhere,
            ),
        );
    }
}

fn by_group(counts: &[GroupCount]) -> String {
    if counts.is_empty() {
        return String::new();
    }
    let each: Vec<String> = counts.iter().map(|it| format!("{} {}", it.group, it.n)).collect();
    format!(" ({})", each.join(", "))
}

fn say_bound(text: &mut String, has: Objective, bound: Objective, aim: Aim) {
    let points = bound.weakest_percent.saturating_sub(has.weakest_percent);
    let residents = bound.seated.saturating_sub(has.seated);
    let marks = bound.marks.saturating_sub(has.marks);
    if points == 0 && residents == 0 {
        line(
            text,
            format_args!(
                "Who can sit is proven to be the best; only the number of \"can\" marks is not \
                 settled: at most {marks} more."
            ),
        );
        return;
    }
    let stage = match aim {
        Aim::Weakest => "the weakest group's share",
        Aim::Seated => "the number of residents",
        Aim::Marks => "the \"can\" marks",
    };
    line(
        text,
        format_args!(
            "Not proven to be the best: stopped while raising {stage}. From the bound it is at \
             most {points} points, {residents} residents and {marks} marks away.",
        ),
    );
}

fn say_impossible(text: &mut String, problem: &Problem, why: &Impossible) {
    let k = problem.file().k;
    line(text, format_args!("No {k} slots keep all rules; that is proven."));
    for hindrance in &why.in_the_way {
        let rule = match hindrance.rule {
            Rule::Quorum => "the quorum",
            Rule::Gap => "the days between sessions",
            Rule::Kinds => "the limits for kinds of slots",
            Rule::Facilitators => "who can lead",
        };
        line(text, format_args!("  By {rule}, at most {} can be held.", hindrance.n_sessions));
    }
    if why.in_the_way.is_empty() {
        *text += "  Each rule could be kept by itself; all together cannot.\n";
    }
    for change in &why.would_help {
        line(text, format_args!("  It would help {}.", help(change)));
    }
    match (why.are_all_tried, why.would_help.is_empty()) {
        (true, true) => *text += "  No change of a single rule would help.\n",
        (true, false) => {}
        (false, _) => {
            *text += "  There was no time to try every change of a rule; others may help, too.\n";
        }
    }
}

fn help(change: &Change) -> String {
    match change {
        Change::Quorum { to } => format!("to lower the quorum to {to}"),
        Change::Gap { to } => format!("to leave {to} days between sessions"),
        Change::KindLimit { of, to } => format!("to allow {to} sessions of the kind {of}"),
        Change::MoreSessionsLed { by, to } => format!("if {by} led up to {to} sessions"),
        Change::AnotherFacilitator { sessions } => {
            format!("if one more person, free for every slot, led up to {sessions}")
        }
        Change::Sessions { to } => format!("to hold {to} sessions"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn objective(weakest_percent: u32, seated: u32, marks: u32) -> Objective {
        Objective { weakest_percent, seated, marks }
    }

    #[test]
    fn where_only_marks_are_open_nobody_is_said_to_be_missing() {
        let said = |bound| {
            let mut text = String::new();
            say_bound(&mut text, objective(90, 40, 60), bound, Aim::Marks);
            text
        };
        let marks = said(objective(90, 40, 63));
        assert!(marks.contains("only the number of \"can\" marks is not settled: at most 3 more"));
        assert!(!marks.contains("0 residents"), "{marks}");
        let seats = said(objective(90, 42, 63));
        assert!(seats.contains("0 points, 2 residents and 3 marks away"), "{seats}");
    }
}
