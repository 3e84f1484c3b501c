//! What tests of the planner share: the committed questions, and a judge written apart from the
//! planner that says whether slots keep the rules and how good they are.
#![allow(dead_code, reason = "each test binary uses its own part of this")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use huiyin_domain::councils::planner::{Answerer, Attendance, Problem, ProblemFile};
use serde_json::Value;

/// The questions that lie beside the tests, with the answers that other programs found.
pub(crate) fn all_questions() -> Vec<(String, Problem, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/councils");
    let mut files: Vec<PathBuf> =
        fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let is_answer = |file: &PathBuf| file.to_string_lossy().ends_with(".opt.json");
    let answers = files.into_iter().filter(is_answer);
    let questions: Vec<_> = answers
        .map(|file| {
            let answer: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
            let name = answer["name"].as_str().unwrap().to_owned();
            (name.clone(), question(&name), answer)
        })
        .collect();
    assert!(!questions.is_empty(), "the folder of questions is empty");
    questions
}

/// One of them, by its name.
pub(crate) fn question(name: &str) -> Problem {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/councils");
    let text = fs::read_to_string(folder.join(format!("{name}.json"))).unwrap();
    Problem::parse(&text).unwrap_or_else(|unsound| panic!("{name}: {unsound}"))
}

/// The objective of these slots, or nothing if they break a rule.
pub(crate) fn judged(problem: &Problem, slots: &[usize]) -> Option<(u32, u32, u32)> {
    let file = problem.file();
    keeps_rules(file, slots).then(|| objective(file, slots))
}

fn keeps_rules(file: &ProblemFile, slots: &[usize]) -> bool {
    let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
    for (nth, &one) in slots.iter().enumerate() {
        *kinds.entry(&file.slots[one].kind).or_default() += 1;
        for &other in &slots[..nth] {
            let days = (file.slots[one].date - file.slots[other].date).num_days().abs();
            let clash = |a: usize, b: usize| file.conflicts.contains(&(a as u32, b as u32));
            let is_near = days < i64::from(file.min_gap_days);
            if one == other || is_near || clash(one, other) || clash(other, one) {
                return false;
            }
        }
        if seated(file, &[one], None) < file.quorum {
            return false;
        }
    }
    let has_too_many =
        |(kind, n): (&&str, &u32)| file.max_per_kind.get(*kind).is_some_and(|most| most < n);
    let left = file.facilitators.iter().map(|one| (one.id.as_str(), one.max_sessions)).collect();
    slots.len() == file.k as usize && !kinds.iter().any(has_too_many) && are_led(file, slots, left)
}

/// Tries every way of sharing out the sessions.
fn are_led(file: &ProblemFile, slots: &[usize], left: BTreeMap<&str, u32>) -> bool {
    let Some((first, others)) = slots.split_first() else {
        return true;
    };
    file.slots[*first].facilitators.iter().any(|id| {
        let mut left = left.clone();
        let sessions = left.get_mut(id.as_str()).unwrap();
        let is_free = 0 < *sessions;
        *sessions = sessions.saturating_sub(1);
        is_free && are_led(file, others, left)
    })
}

fn objective(file: &ProblemFile, slots: &[usize]) -> (u32, u32, u32) {
    let comes = |one: &Answerer, at: usize| one.can_come(at, &file.slots[at]);
    let mut whole = vec![0_u32; file.groups.len()];
    let mut marks = 0;
    for one in &file.residents {
        whole[one.group as usize] += u32::from((0..file.slots.len()).any(|at| comes(one, at)));
        let cans = slots.iter().filter(|&&at| comes(one, at) && one.marks()[at] == b'2');
        marks += cans.count() as u32;
    }
    let is_counted = |n: u32| file.min_group.max(1) <= n;
    let holds = |percent: u32| {
        let needs: Vec<u32> = whole
            .iter()
            .map(|&n| if is_counted(n) { (n * percent).div_ceil(100) } else { 0 })
            .collect();
        seated(file, slots, Some(&needs)) == needs.iter().sum::<u32>()
    };
    let mut percent = 100;
    while !holds(percent) {
        percent -= 1;
    }
    (percent, seated(file, slots, None), marks)
}

/// How many can sit, of each group at most so many: by one augmenting path after the other.
fn seated(file: &ProblemFile, slots: &[usize], most_of_group: Option<&[u32]>) -> u32 {
    let mut alike: BTreeMap<(usize, Vec<usize>), u32> = BTreeMap::new();
    for one in &file.residents {
        let mut places = Vec::new();
        for (nth, &at) in slots.iter().enumerate() {
            let slot = &file.slots[at];
            if one.can_come(at, slot) && one.mode != Attendance::Online && 0 < slot.seats {
                places.push(2 * nth);
            }
            if one.can_come(at, slot) && one.mode != Attendance::InPerson && 0 < slot.online {
                places.push(2 * nth + 1);
            }
        }
        *alike.entry((one.group as usize, places)).or_default() += 1;
    }
    // Joints: the source, the target, groups, kinds of residents, places.
    let n_groups = file.groups.len();
    let first_place = 2 + n_groups + alike.len();
    let mut room: Vec<BTreeMap<usize, u32>> = vec![BTreeMap::new(); first_place + 2 * slots.len()];
    for group in 0..n_groups {
        room[0].insert(2 + group, most_of_group.map_or(u32::MAX, |most| most[group]));
    }
    for (nth, ((group, places), n)) in alike.into_iter().enumerate() {
        room[2 + group].insert(2 + n_groups + nth, n);
        for place in places {
            room[2 + n_groups + nth].insert(first_place + place, n);
        }
    }
    for (nth, &at) in slots.iter().enumerate() {
        room[first_place + 2 * nth].insert(1, file.slots[at].seats);
        room[first_place + 2 * nth + 1].insert(1, file.slots[at].online);
    }
    let mut sum = 0;
    loop {
        let mut seen = vec![false; room.len()];
        match augment(&mut room, &mut seen, 0, u32::MAX) {
            0 => return sum,
            n => sum += n,
        }
    }
}

fn augment(room: &mut [BTreeMap<usize, u32>], seen: &mut [bool], joint: usize, most: u32) -> u32 {
    if joint == 1 {
        return most;
    }
    seen[joint] = true;
    let ways: Vec<(usize, u32)> = room[joint].iter().map(|(&end, &n)| (end, n)).collect();
    for (end, n) in ways {
        if n == 0 || seen[end] {
            continue;
        }
        let pushed = augment(room, seen, end, most.min(n));
        if 0 < pushed {
            *room[joint].get_mut(&end).unwrap() -= pushed;
            *room[end].entry(joint).or_default() += pushed;
            return pushed;
        }
    }
    0
}
