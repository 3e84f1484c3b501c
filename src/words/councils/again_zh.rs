//! Words of planning again in this browser, in Chinese.
use super::{Again, zh::within};
use crate::councils::replan::Verdict;
use huiyin_domain::{
    councils::{
        planner::{Aim, Progress},
        series::Worth,
    },
    money::group_thousands,
};

pub(super) const AGAIN: Again = Again {
    heading: "自己再排一次",
    means: |seconds| {
        format!(
            "您的设备下载同一份数据,用和服务器一样的程序从头排一次,看和公布的一样不一样。最多 {seconds} 秒,随时可以停。"
        )
    },
    start: "再排一次",
    once_more: "重新再排一次",
    fetching: "正在下载数据……",
    planning: "正在排……排完会告诉您。",
    beginning: "刚开始。",
    progress,
    cancel: "停止,不排了",
    cancelled: "已经停止。可以重新开始。",
    broken: "这台设备没能排完,可能是内存不够。请关掉别的程序再试,或者换一台设备。",
    unreadable: |place| {
        format!("下载的数据读不懂(在 {place})。请重新打开这一页再试;还不行,请打电话问居委会。")
    },
    verdict,
    published: |worth| format!("公布的:{}", numbers(worth)),
    here: |worth| format!("这里排出的:{}", numbers(worth)),
    took: |n, millis| {
        format!(
            "看了 {} 份回答,用了 {} 毫秒。",
            group_thousands(n.into()),
            group_thousands(millis.unsigned_abs())
        )
    },
    same_file: "数据和公布的是同一份,校验码一样:",
    other_file: "数据和公布的不是同一份,校验码不同。请重新打开这一页再排。这里的校验码:",
};

fn numbers(worth: &Worth) -> String {
    format!(
        "机会最少的人群有 {}% 的人能来,{} 人有座位,选上的时间里有 {} 个“能来”。",
        worth.worst_group_percent,
        group_thousands(worth.n_seated.into()),
        group_thousands(worth.n_marks.into())
    )
}

fn progress(so_far: &Progress) -> String {
    let aim = match so_far.aim {
        Aim::Weakest => "第一步:照顾机会最少的人群",
        Aim::Seated => "第二步:让能来的人尽量多",
        Aim::Marks => "第三步:让“能来”尽量多",
    };
    let looked_at = group_thousands(so_far.n_looked_at);
    match so_far.best {
        Some(best) => {
            format!("{aim}。看过 {looked_at} 种排法。目前最好的:{}", numbers(&best.into()))
        }
        None => format!("{aim}。看过 {looked_at} 种排法。"),
    }
}

fn verdict(published: &Worth, verdict: &Verdict) -> String {
    match verdict {
        Verdict::Agrees => "和公布的一样。所有排法都比过,没有更好的。".to_owned(),
        Verdict::AsGood { bound } => {
            format!("目前排出的和公布的一样好。{}", within(published, bound))
        }
        Verdict::NotYet { bound } => format!(
            "时间不够,还没有排到公布的那么好。{}可以再排一次,或者换一台快一点的设备。",
            within(published, bound)
        ),
        Verdict::Better => {
            "这里排出的比公布的更好。请打电话告诉居委会,并留好下面的数字。".to_owned()
        }
        Verdict::Differs => {
            "和公布的不一样:这里算出,没有公布的那么好的排法。请打电话问居委会。".to_owned()
        }
        Verdict::NoneFound => {
            "时间不够,一种排法都还没有找到。可以再排一次,或者换一台快一点的设备。".to_owned()
        }
    }
}
