//! The demo's season: a small contest in each phase, made through the real commands.

use huiyin_domain::contests::{Command, Phase, RulesForm};
use huiyin_domain::ids::{ContestId, ObjectionId};
use huiyin_domain::objections::{Against, AnswerForm, ChangeKind, ObjectionForm};
use huiyin_domain::time::{DAY_MS, Moment};

use super::Cast;
use super::contests::{day, form, move_on, propose, shortlist, vote};
use super::lots::Lots;
use super::wishes::Wish;
use super::works;
use crate::contests::{rows, service};
use crate::failure::{Failure, Outcome};
use crate::here::Here;
use crate::objections::service as objections;
use crate::store::{Store, Tx};

// The days of such a contest, counted from the one on which collecting begins.
const REVIEWING: i64 = 10;
const SHORTLISTED: i64 = 11;
const NOTICE: i64 = 13;
const VOTING: i64 = 16;
const VOTED: i64 = 18;
const COUNTING: i64 = 23;
const PUBLISHED: i64 = 24;
const ANSWERED: i64 = 25;
// Three days for objections follow.
const IMPLEMENTING: i64 = 30;
const CLOSED: i64 = 45;

/// One of them.
struct Small {
    /// In which phase it is.
    phase: Phase,
    /// On which of its days it stands now.
    today: i64,
    title: &'static str,
    seed: &'static str,
    wishes: [Wish; 4],
}

static SEASON: [Small; 7] = [
    Small {
        phase: Phase::Closed,
        today: 50,
        title: "楼栋小修小补（已结束）",
        seed: "huiyin/demo/season/closed",
        wishes: [
            Wish::small("换好1号楼的信报箱", "1号楼门厅", "锁坏了一半,信常常丢。", 5_200, 30),
            Wish::small("修6号楼的雨棚", "6号楼单元门口", "下雨天收伞的人都淋湿。", 9_800, 36),
            Wish::small("补中区花坛的缺砖", "中区花坛", "孩子绊倒过两次。", 3_400, 22),
            Wish::small("给北门装一盏灯", "北门内侧", "晚上看不清减速带。", 4_600, 41),
        ],
    },
    Small {
        phase: Phase::Implementing,
        today: 35,
        title: "邻里活动小额提案（实施中）",
        seed: "huiyin/demo/season/implementing",
        wishes: [
            Wish::small("办一个修表磨刀日", "社区中心门前", "老手艺人就住在我们楼里。", 2_600, 33),
            Wish::small("暑期乒乓球比赛", "活动室", "孩子们想和爷爷们打一场。", 3_800, 27),
            Wish::small("老照片展", "居委会走廊", "这里的房子都有四十年了。", 4_200, 38),
            Wish::small("每月一次邻里早餐", "社区中心", "同一个楼的人见面都不认识。", 9_000, 24),
        ],
    },
    Small {
        phase: Phase::Results,
        today: 28,
        title: "安全出行小额提案（结果）",
        seed: "huiyin/demo/season/results",
        wishes: [
            Wish::small("4号楼前加一段斑马线", "4号楼前路口", "送孩子的车开得快。", 6_000, 42),
            Wish::small("转角装两面凸面镜", "7号楼转角", "看不见对面来的电动车。", 2_200, 37),
            Wish::small("井盖换成防滑的", "南区主路", "雨天井盖最滑。", 8_400, 21),
            Wish::small("轮椅坡道加反光条", "社区中心坡道", "晚上看不清边在哪里。", 1_800, 29),
        ],
    },
    Small {
        phase: Phase::Objection,
        today: 25,
        title: "便民设施小额提案（异议期）",
        seed: "huiyin/demo/season/objection",
        wishes: [
            Wish::small("装一台直饮水机", "中心花园", "散步的老人没有地方喝水。", 12_000, 31),
            Wish::small("晾衣架加遮雨布", "北区晾晒场", "一下雨大家都跑下楼收。", 4_900, 28),
            Wish::small("添两组分类垃圾箱", "9号楼旁", "走到最近的也要三百米。", 5_600, 25),
            Wish::small("打气筒和工具架", "自行车棚", "车没气了只能推着走。", 1_500, 44),
        ],
    },
    Small {
        phase: Phase::Counting,
        today: 24,
        title: "小花园小额提案（计票中）",
        seed: "huiyin/demo/season/counting",
        wishes: [
            Wish::small("认养口袋花园", "11号楼西侧", "荒了两年,有人愿意种。", 3_300, 34),
            Wish::small("桂花树下加一圈木凳", "中心花园", "开花时大家都站着看。", 7_200, 39),
            Wish::small("雨水桶浇花", "北区花坛", "夏天浇花用的都是自来水。", 2_700, 23),
            Wish::small("给树挂名牌", "全小区", "孩子想知道树叫什么。", 1_900, 30),
        ],
    },
    Small {
        phase: Phase::Notice,
        today: 14,
        title: "加装扶手小额提案（公示中）",
        seed: "huiyin/demo/season/notice",
        wishes: [
            Wish::small("2号楼楼梯补扶手", "2号楼二至四层", "断了一截,老人不敢下楼。", 6_600, 40),
            Wish::small("社区中心厕所装扶手", "社区中心一层", "蹲下去站不起来。", 2_800, 45),
            Wish::small("南门台阶装扶手", "南门外", "七级台阶两边是空的。", 5_400, 32),
            Wish::small("5号楼门口加抓杆", "5号楼单元门", "开门时没有地方扶。", 1_200, 26),
        ],
    },
    Small {
        phase: Phase::Preparing,
        today: -7,
        title: "来年春季提案大赛（筹备中）",
        seed: "huiyin/demo/season/preparing",
        wishes: [
            Wish::small("楼道粉刷", "12号楼", "墙皮掉了。", 8_000, 20),
            Wish::small("换门禁", "8号楼", "卡常常刷不开。", 9_000, 20),
            Wish::small("修喷泉", "中心花园", "停了三年。", 9_500, 20),
            Wish::small("加长椅", "北门", "等车没处坐。", 3_000, 20),
        ],
    },
];

/// Builds them, the one that is furthest first.
pub(super) fn build(store: &Store, cast: &Cast, now: Moment) -> Outcome<()> {
    for small in &SEASON {
        begin(store, cast, small, day(now, -small.today))?;
    }
    Ok(())
}

/// Lets a contest whose collecting began on this day happen, up to its phase.
fn begin(store: &Store, cast: &Cast, small: &'static Small, start: Moment) -> Outcome<()> {
    let people = cast.clone();
    let (contest, keys) = store.write_now(move |tx| until_notice(tx, &people, small, start))?;
    if small.phase < Phase::Voting {
        return Ok(());
    }
    let liked = small.wishes.map(|wish| wish.liked_by_percent);
    let lots = Lots::new(small.seed);
    vote(store, cast, contest, lots, (&keys, &liked), day(start, VOTED))?;
    if small.phase < Phase::Objection {
        return Ok(());
    }
    let people = cast.clone();
    store.write_now(move |tx| from_the_count(tx, &people, small, contest, start))
}

/// Proposals come in and go on the shortlist, and notice is given.
fn until_notice(
    tx: &mut Tx<'_>,
    cast: &Cast,
    small: &Small,
    start: Moment,
) -> Outcome<(ContestId, Vec<String>)> {
    let dates = [0, REVIEWING, VOTING, COUNTING].map(|n| day(start, n));
    let form = form(small.title, "2万", "居委会公开摇号 4 7 1", dates);
    let form = RulesForm { cap: "15000".to_owned(), co_signs_needed: 3, ..form };
    // Long before: even the one that is prepared now was set up some days ago.
    let contest = service::create(tx, &cast.organiser(day(start, -10)), &form)?;
    if small.phase == Phase::Preparing {
        return Ok((contest, Vec::new()));
    }
    let mut lots = Lots::new(small.seed);
    let sent = start.plus_millis(DAY_MS / 2);
    let proposed = propose(tx, cast, contest, &small.wishes, &mut lots, sent)?;
    let keys = shortlist(tx, &cast.organiser(day(start, SHORTLISTED)), &proposed, &small.wishes)?;
    let words = "会审结束，入围名单和计票规则公示三天";
    move_on(tx, &cast.organiser(day(start, NOTICE)), contest, Phase::Notice, words)?;
    Ok((contest, keys))
}

/// The count, its publication, and what the office did since.
fn from_the_count(
    tx: &mut Tx<'_>,
    cast: &Cast,
    small: &Small,
    contest: ContestId,
    start: Moment,
) -> Outcome<()> {
    for command in [Command::Count, Command::Publish] {
        let version = rows::load(tx, cast.community, contest)?.version;
        let here = cast.organiser(day(start, PUBLISHED));
        service::command(tx, &here, contest, version, command)?;
    }
    // The other one nobody has answered yet: an organiser who tries the demo can.
    let is_answered = small.phase == Phase::Closed;
    if is_answered || small.phase == Phase::Objection {
        let objection = object(tx, cast, contest, start)?;
        if is_answered {
            answer(tx, &cast.organiser(day(start, ANSWERED)), objection)?;
        }
    }
    if small.phase < Phase::Implementing {
        return Ok(());
    }
    let begun = day(start, IMPLEMENTING);
    let words = match is_answered {
        true => "异议期已过，异议已经答复，开始实施",
        false => "异议期已过，没有异议，开始实施",
    };
    move_on(tx, &cast.organiser(begun), contest, Phase::Implementing, words)?;
    if small.phase < Phase::Closed {
        return works::half_way(tx, cast, contest, begun);
    }
    works::carry_out(tx, cast, contest, begun)?;
    let words = "全部完工，账目已经公布";
    move_on(tx, &cast.organiser(day(start, CLOSED)), contest, Phase::Closed, words)
}

/// A neighbour misses the steps of the count on paper; the number of the objection.
fn object(tx: &mut Tx<'_>, cast: &Cast, contest: ContestId, start: Moment) -> Outcome<ObjectionId> {
    let at = day(start, PUBLISHED).plus_millis(DAY_MS / 2);
    let words = "结果公布了,可计票过程没有贴在楼里。".to_owned();
    let form = ObjectionForm { against: Some(Against::Result), words };
    let page = objections::send(tx, &cast.resident(Cast::other(9), at), contest, &form)?;
    let newest = page.items.first().map(|objection| objection.id);
    newest.ok_or_else(|| Failure::Broken("an objection that is not there".to_owned()))
}

/// The office agrees, and puts them up.
fn answer(tx: &mut Tx<'_>, here: &Here, objection: ObjectionId) -> Outcome<()> {
    let words = "计票步骤今天贴到每个门厅,网页上也能逐步复核。".to_owned();
    let (upheld, change) = (Some(true), ChangeKind::AsSaid);
    let form = AnswerForm { upheld, change, words, ..AnswerForm::default() };
    objections::answer(tx, here, objection, &form).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wish_of_the_season_is_a_proposal_the_rules_take() {
        for wish in SEASON.iter().flat_map(|small| &small.wishes) {
            assert!(wish.form().parse().is_ok(), "{wish:?}");
            assert!(wish.reviewed_yuan() <= 15_000);
        }
    }
}
