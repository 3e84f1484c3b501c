//! The demo's own past season: an election of a real community's size, made by a fixed rule.

use huiyin_domain::counting::{BallotStyle, Ballots, Candidate, Election, Mark};

use super::lots::Lots;

/// How many people voted.
pub const N_VOTERS: u64 = 1_800;
/// How many could have.
pub const N_ELIGIBLE: u32 = 3_126;
/// How many projects one ballot could name.
pub const VOTES_MAX: u32 = 3;
/// What there was to spend, in fen.
const BUDGET_FEN: u64 = 30_000_000;

/// A project: its name, its cost in yuan, which part of the neighbourhood it is in (0 for all of
/// it), and how much it is liked there.
type Row = (&'static str, u64, u64, u64);

/// How many projects there were.
pub const N_PROJECTS: usize = 24;

const PROJECTS: [Row; N_PROJECTS] = [
    ("梧桐路口增设休息座椅", 18_000, 0, 9),
    ("1、2号楼加装单元门禁", 42_000, 1, 14),
    ("3号楼外墙渗水维修", 49_000, 1, 12),
    ("北区晾晒场改造", 21_500, 1, 8),
    ("北区自行车棚翻新", 33_000, 1, 7),
    ("北门花坛补种", 6_800, 1, 4),
    ("5、6号楼楼道粉刷", 38_000, 2, 13),
    ("中区健身步道", 47_500, 2, 11),
    ("中区儿童滑梯更新", 29_000, 2, 12),
    ("中心花园蚊虫治理", 9_600, 2, 6),
    ("7号楼电梯口防滑垫", 4_200, 2, 3),
    ("南区停车位重新划线", 14_000, 3, 9),
    ("9号楼屋面防水", 49_800, 3, 12),
    ("南区宠物便纸箱", 5_500, 3, 5),
    ("11号楼无障碍坡道", 27_000, 3, 10),
    ("12号楼前路面修补", 36_000, 3, 8),
    ("社区老年大学书法班设备", 12_800, 0, 5),
    ("暑期少年托管班", 45_000, 0, 8),
    ("社区急救箱和除颤仪", 31_500, 0, 13),
    ("楼栋微型消防站", 39_000, 0, 10),
    ("邻里节和百家宴", 16_000, 0, 6),
    ("旧物交换小屋", 11_200, 0, 4),
    ("口袋花园认养", 8_900, 0, 5),
    ("夜间巡逻志愿队装备", 7_500, 0, 4),
];

/// Every project's reason: nobody wrote these, and the page says so.
const WHY: &str = "演示用的生成数据，没有详细说明。 · Made for demonstration, without details.";

/// The election, ballots and all; the same each time.
pub fn election() -> Election {
    let mut lots = Lots::new("huiyin/demo/past-season/2025");
    let mut ballots = Ballots::default();
    for voter in 1..=N_VOTERS {
        let marks = ballot(&mut lots);
        ballots.push(voter.to_string(), marks);
    }
    let projects = PROJECTS.iter().enumerate().map(|(i, (name, yuan, _, _))| Candidate {
        id: (i + 1).to_string(),
        name: (*name).to_owned(),
        cost: yuan * 100,
        extra: vec![("description".to_owned(), WHY.to_owned())],
    });
    let meta = [
        (
            "description",
            "梧桐里社区2025微更新提案大赛（演示用生成数据 · generated for demonstration）",
        ),
        ("country", "China"),
        ("unit", "梧桐里社区"),
        ("instance", "2025"),
        ("date_begin", "10.10.2025"),
        ("date_end", "19.10.2025"),
    ];
    Election {
        title: "2025微更新提案大赛".to_owned(),
        currency: "CNY".to_owned(),
        budget: BUDGET_FEN,
        money_scale: 100,
        points_scale: 1,
        style: BallotStyle::Approval { max: Some(VOTES_MAX) },
        projects: projects.collect(),
        ballots,
        meta: meta.map(|(key, value)| (key.to_owned(), value.to_owned())).into(),
    }
}

/// The part of the neighbourhood in which a project is, for people to read.
pub fn place_of(project: usize) -> &'static str {
    match PROJECTS.get(project).map_or(0, |row| row.2) {
        1 => "北区（1–4号楼）",
        2 => "中区（5–8号楼）",
        3 => "南区（9–12号楼）",
        _ => "全社区",
    }
}

/// One person's ballot: mostly what is near, sometimes what is for all; a few leave it blank.
fn ballot(lots: &mut Lots) -> Vec<Mark> {
    let home = lots.weighted(&[45, 30, 25]) as u64 + 1;
    let n_marks = lots.weighted(&[1, 12, 24, 63]);
    let mut weights = PROJECTS.map(|(_, _, part, liked)| match part {
        0 => liked * 2,
        part if part == home => liked * 5,
        _ => liked / 3,
    });
    let mut marks = Vec::new();
    for _ in 0..n_marks {
        let project = lots.weighted(&weights);
        weights[project] = 0;
        marks.push(Mark { project: project as u32, points: 1 });
    }
    marks.sort();
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_past_season_is_of_a_real_size_and_always_the_same() {
        let election = election();
        assert_eq!(election.n_voters() as u64, N_VOTERS);
        assert!(election.is_sound());
        assert!(0 < election.n_blank());
        assert!(election.supporters().iter().all(|supporters| 20 < *supporters));
        let most = election.ballots.iter().map(|ballot| ballot.marks.len()).max();
        assert_eq!(most, Some(VOTES_MAX as usize));
        assert_eq!(election, super::election());
    }
}
