//! Working out a task: the same code in the worker and, where there are no workers, in the page.
use super::{
    compare::differences,
    work::{Answer, BallotFile, FoundBallot, FoundMark, Job, Report, Task},
};
use huiyin_domain::{
    contests::published::in_fen,
    counting::{
        Election, Progress, Rules, Tally,
        pb::{self, PbProblem, ReadMode},
        tally, why,
    },
    hash::sha256_hex,
    rehearsal::portrait,
};

/// Works a task out. `clock` tells milliseconds; `progress` hears how far a long count has come.
pub fn work(
    Task { file, job }: &Task,
    clock: &dyn Fn() -> i64,
    progress: &mut dyn FnMut(Progress),
) -> Answer {
    let start = clock();
    let election = match read(file) {
        Ok(election) => election,
        Err(problem) => return Answer::Unreadable(problem),
    };
    match job {
        Job::Recount { rules, published } => match count(&election, rules, progress) {
            Some(here) => Answer::Recounted(Report {
                sha256: sha256_hex(file.text.as_bytes()),
                n_ballots: here.n_voters,
                n_blank: here.n_blank,
                n_steps: here.steps.len() as u64,
                differences: differences(published, &here),
                millis: clock() - start,
            }),
            None => Answer::Stopped,
        },
        Job::Count { rules } => match count(&election, rules, progress) {
            Some(tally) => Answer::Counted(Box::new(tally)),
            None => Answer::Stopped,
        },
        Job::Why { published, project } => {
            Answer::Explained(why(&election, published, project).map(Box::new))
        }
        Job::Rehearse { rules, budget } => rehearse(election, rules, *budget, progress),
        Job::Find { receipt } => Answer::Found(find(&election, receipt)),
    }
}

fn rehearse(
    mut election: Election,
    rules: &[Rules],
    budget: Option<u64>,
    progress: &mut dyn FnMut(Progress),
) -> Answer {
    election.budget = budget.unwrap_or(election.budget);
    let portraits = rules
        .iter()
        .map(|rules| count(&election, rules, progress).map(|tally| portrait(&election, &tally)));
    let Some(portraits) = portraits.collect() else { return Answer::Stopped };
    let titles = election.projects.iter();
    let titles = titles.map(|project| (project.id.clone(), project.name.clone())).collect();
    Answer::Rehearsed { portraits, titles, currency: election.currency }
}

/// Reads the file as the server read it before it counted; our own must be without a fault.
fn read(file: &BallotFile) -> Result<Election, PbProblem> {
    let mode = if file.is_ours { ReadMode::Strict } else { ReadMode::Tolerant };
    pb::read_in(mode, &file.text).map(in_fen)
}

fn count(election: &Election, rules: &Rules, progress: &mut dyn FnMut(Progress)) -> Option<Tally> {
    let mut go_on = |so_far| {
        progress(so_far);
        true
    };
    tally(election, rules, &mut go_on).ok()
}

/// The ballots under a receipt: two voters in a million million share one, and then the second
/// ballot has `-2` behind it.
fn find(election: &Election, receipt: &str) -> Vec<FoundBallot> {
    let is_under = |voter: &str| {
        let rest = voter.strip_prefix(receipt);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    let found = election.ballots.iter().filter(|ballot| is_under(ballot.voter));
    let mark = |mark: &huiyin_domain::counting::Mark| FoundMark {
        key: election.projects[mark.project as usize].id.clone(),
        points: mark.points / election.points_scale,
    };
    let marks = |marks: &[huiyin_domain::counting::Mark]| marks.iter().map(mark).collect();
    found
        .map(|ballot| FoundBallot { voter: ballot.voter.to_owned(), marks: marks(ballot.marks) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::counting::{CountingRule, TieBreak};

    const TEXT: &str = "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\n\
        project_id;cost;name\na;60;A\nb;40;B\nVOTES\nvoter_id;vote\n\
        111122223333;a,b\n111122223333-2;b\n444455556666;\n";

    fn task(text: &str, job: Job) -> Task {
        Task { file: BallotFile { text: text.to_owned(), is_ours: true }, job }
    }

    fn rules() -> Rules {
        let rule = CountingRule::from_key("mes_cost_add1u").unwrap();
        Rules::published(rule, TieBreak::LowerCost)
    }

    fn done(task: &Task) -> Answer {
        work(task, &|| 0, &mut |_| ())
    }

    #[test]
    fn a_recount_of_what_was_counted_agrees_in_everything() {
        let Answer::Counted(published) = done(&task(TEXT, Job::Count { rules: rules() })) else {
            panic!("it can be counted")
        };
        assert_eq!(published.budget, 10_000);
        let job = Job::Recount { rules: rules(), published };
        let wire = serde_json::to_string(&task(TEXT, job)).unwrap();
        let Answer::Recounted(report) = done(&serde_json::from_str(&wire).unwrap()) else {
            panic!("it can be counted again")
        };
        assert_eq!((report.n_ballots, report.n_blank), (3, 1));
        assert_eq!(report.differences, []);
    }

    #[test]
    fn a_ballot_is_found_by_its_receipt_and_by_nothing_shorter() {
        let find = |receipt: &str| {
            let receipt = receipt.to_owned();
            match done(&task(TEXT, Job::Find { receipt })) {
                Answer::Found(found) => {
                    let keys = |marks: Vec<FoundMark>| {
                        marks.into_iter().map(|it| it.key).collect::<Vec<_>>().join(",")
                    };
                    found.into_iter().map(|it| keys(it.marks)).collect()
                }
                other => vec![format!("{other:?}")],
            }
        };
        assert_eq!(find("111122223333"), ["a,b", "b"]);
        assert_eq!(find("444455556666"), [""]);
        assert!(find("11112222").is_empty());
    }

    #[test]
    fn a_rehearsal_counts_by_each_rule_with_the_budget_that_is_asked() {
        let job = Job::Rehearse { rules: vec![rules(), rules()], budget: Some(4_000) };
        let Answer::Rehearsed { portraits, titles, .. } = done(&task(TEXT, job)) else {
            panic!("it can be rehearsed")
        };
        assert_eq!(portraits.len(), 2);
        assert_eq!(
            (portraits[0].budget, &portraits[0].winners[..]),
            (4_000, &["b".to_owned()][..])
        );
        assert_eq!(titles[0], ("a".to_owned(), "A".to_owned()));
    }

    #[test]
    fn a_voter_who_stands_in_the_file_twice_is_seen() {
        let twice = TEXT.replace("444455556666", "111122223333");
        let answer = done(&task(&twice, Job::Count { rules: rules() }));
        assert!(matches!(answer, Answer::Unreadable(problem) if problem.line == 13));
    }
}
