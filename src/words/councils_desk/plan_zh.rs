//! Words of the plan and of the call list, in Chinese.
use super::{
    Plan, Who,
    zh::{kind, n},
};
use crate::words::councils::CHINESE as FOR_RESIDENTS;
use huiyin_domain::councils::series::{
    Worth,
    wire::{Obstacle, OnlyChance, WayOut},
};

/// Words of the plan.
pub(super) const PLAN: Plan = Plan {
    times: "排出来的时间",
    only_chance,
    worth: |worth| {
        vec![
            format!("最难来的人群里,{}% 的人有座位。", worth.worst_group_percent),
            format!("一共 {} 人有座位。", n(worth.n_seated)),
            format!("这些时间一共有 {} 个“能来”。", n(worth.n_marks)),
        ]
    },
    proven: "已经证明:没有更好的方案。",
    within,
    groups: "每个人群有多少人有座位",
    group: |group, seated, all| {
        let name = (FOR_RESIDENTS.group)(group);
        match seated {
            Some(seated) => format!("{name}:{} 人里有 {} 人。", n(all), n(seated)),
            None => format!("{name}:人数太少,不单独列出。"),
        }
    },
    planned_for: |all, nowhere| match nowhere {
        0 => format!("照 {} 人填的时间排的,每个人都至少有一个时间能来。", n(all)),
        nowhere => format!("照 {} 人填的时间排的,其中 {} 人哪个时间都来不了。", n(all), n(nowhere)),
    },
    too_near: |times| format!("太近,来不及公告,没有排进去:{}。", times.join(";")),
    take: "定下这些时间",
    again: "重新排一次",
    not_among: "没有排上的时间",
    not_among_means: "点一个,看换成它,谁多了机会,谁少了机会。",
    to_found: "回去看排出来的时间",
    none: "照现在的要求,排不出来",
    none_proven: |sessions| {
        format!("所有排法都比过,已经证明:{} 场,怎么排都不符合要求。", n(sessions))
    },
    in_the_way: "卡在哪里",
    obstacle,
    only_together: "每一条要求单独都做得到,合在一起就不行。",
    ways: "怎么改就排得出来",
    ways_means: "下面每一条都是最小的改动,选一条改就够。",
    no_way: "只改一条不够:要一起改几条,或者多加几个时间。",
    not_all_tried: "时间不够,没有把每一种改法都试完,也许还有别的。",
    not_in_time: "时间不够,还没有排出来",
    not_in_time_means: "不是说排不出来,也许有符合要求的。请再排一次;还是不行,就放宽一条要求。",
    way_out,
    change_needs: "改要求",
    more_times: "时间多一些,也可能排得出来。",
    other: "换别的时间",
    other_means: "您也可以自己选。要是不如排出来的好,请写明原因,所有人都能看到。",
    other_which: "选哪些时间?",
    other_hint: |sessions| format!("请选 {} 个。", n(sessions)),
    other_reason: "为什么不用排出来的?",
    take_other: "定下我选的时间",
};

fn only_chance(only: &OnlyChance) -> String {
    if only.n == 0 {
        return "没有人只能来这一场。".into();
    }
    let groups = only.groups.iter();
    let groups: Vec<_> = groups
        .map(|(group, some)| format!("{} {} 人", (FOR_RESIDENTS.group)(*group), n(*some)))
        .collect();
    let among = match groups.is_empty() {
        true => String::new(),
        false => format!(",其中{}", groups.join("、")),
    };
    format!("{} 人只能来这一场{among}。", n(only.n))
}

fn within(worth: Worth, bound: Worth) -> String {
    let percent = bound.worst_group_percent.saturating_sub(worth.worst_group_percent);
    let seated = bound.n_seated.saturating_sub(worth.n_seated);
    match (percent, seated) {
        (0, 0) => "人数已经证明不会再多,只有“能来”的个数还没有定。".into(),
        (0, seated) => format!("还没有证明是最好的:与上限最多差 {} 人。", n(seated)),
        (percent, _) => {
            format!("还没有证明是最好的:最难来的人群,与上限最多差 {percent} 个百分点。")
        }
    }
}

fn obstacle(obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::Quorum { quorum, n_times: 0 } => {
            format!("人数要求:没有一个时间有 {} 人能来。", n(*quorum))
        }
        Obstacle::Quorum { quorum, n_times } => {
            format!("人数要求:有 {} 人能来的时间,只有 {} 个。", n(*quorum), n(*n_times))
        }
        Obstacle::Gap { days, n_sessions } => {
            format!("间隔要求:两场之间至少隔 {} 天,最多只能开 {} 场。", n(*days), n(*n_sessions))
        }
        Obstacle::MostOfKinds { n_sessions } => {
            format!("每种时间的上限:加起来最多只能开 {} 场。", n(*n_sessions))
        }
        Obstacle::Facilitation { n_sessions } => {
            format!("主持人:他们最多只能主持 {} 场。", n(*n_sessions))
        }
    }
}

fn way_out(way: &WayOut) -> String {
    match way {
        WayOut::FewerSessions { n: sessions } => format!("少开几场:开 {} 场。", n(*sessions)),
        WayOut::LowerQuorum { quorum } => {
            format!("降低人数要求:每场至少 {} 人能来。", n(*quorum))
        }
        WayOut::SmallerGap { days } => format!("隔得近一些:两场之间至少隔 {} 天。", n(*days)),
        WayOut::MoreOfKind { slot_kind, most } => {
            format!("{}多开几场:最多 {} 场。", kind(*slot_kind), n(*most))
        }
        WayOut::MoreFacilitation { more } => {
            format!("请主持人多主持几场:一共再多 {} 场。", n(*more))
        }
    }
}

/// Words of who has answered.
pub(super) const WHO: Who = Who {
    heading: "谁填了、谁没填",
    groups: "每个人群填了多少",
    group: |group, [answered, by_week, silent]| {
        let name = (FOR_RESIDENTS.group)(group);
        let by_week = match by_week {
            0 => String::new(),
            by_week => format!("另有 {} 人只填过平时的时间,", n(by_week)),
        };
        format!("{name}:{} 人填了,{by_week}{} 人没填。", n(answered), n(silent))
    },
    nobody: "还没有人填。",
    silent: |silent, listed| match silent == listed {
        true => format!("{} 人还没有填。", n(silent)),
        false => format!("{} 人还没有填,下面列出 {} 人。", n(silent), n(listed)),
    },
    all: "每个人都填了,不用打电话。",
    list: "请打电话问一问",
    ask: |title| format!("问:“{title}”,您哪些时间能来?到现场,还是在网上?"),
    no_home: "没有登记住址",
    of_group: |group, all| format!("{}:{} 人", (FOR_RESIDENTS.group)(group), n(all)),
    phone: |number| format!("电话 {number}"),
    no_phone: "没有留电话,请上门",
    reached: "问到了",
    not_reached: "没打通",
    print: "打印这张单子",
};
