//! Words of councils, in plain Chinese.
use super::{Again, Answer, CHINESE, Plan, Show, Topics, Words, again_zh, zh};
use crate::words::{Room, Tone};
use huiyin_domain::councils::series::wire::Why;

/// Words of councils, in plain Chinese.
pub const PLAIN: Words = Words {
    what_for: "大家坐在一起商量小区的事。您先说什么时候能来。",
    topics: Room::apart(Tone::Plain),
    show: Room::apart(Tone::Plain),
    answer: Room::apart(Tone::Plain),
    plan: Room::apart(Tone::Plain),
    again: Room::apart(Tone::Plain),
    ..CHINESE
};

pub(super) const TOPICS: Topics = Topics {
    heading: "大家想商量的事",
    what_for: "支持的人多的排在前面。",
    none: "还没有人提。您来提第一个。",
    sign_in_first: "要支持,请先登录。",
    suggest: "我也提一个",
    ..zh::TOPICS
};

pub(super) const SHOW: Show =
    Show {
        provisional: "这一天放不放假还不一定。", no_topics: "商量什么还没有定。", ..zh::SHOW
    };

pub(super) const ANSWER: Answer = Answer {
    week_means: "先替您填好,您只改不一样的日子。",
    to_week_means: "填一次,以后都用得上。",
    group_hint: "让每一种人都有机会来。办会的人看得到。可以不说。",
    send_means: "别人只看得到人数,看不到是谁。",
    next_means: "时间定好了,会告诉您。",
    ..zh::ANSWER
};

pub(super) const PLAN: Plan = Plan {
    rule: "先照顾机会最少的人,再让来的人尽量多。",
    again_means: "把数据存下来,请会电脑的人帮您算。里面没有名字。",
    checksum: "数据的号码(对得上才是同一份):",
    why,
    ..zh::PLAN
};

pub(super) const AGAIN: Again = Again {
    means: |seconds| {
        format!("这台设备自己再算一次,看和公布的一样不一样。最多 {seconds} 秒,随时能停。")
    },
    same_file: "数据是同一份。号码一样:",
    other_file: "数据不是同一份。请先打开这一页再看一次。这里的号码:",
    ..again_zh::AGAIN
};

fn why(why: &Why) -> String {
    match why {
        Why::Impossible => "都算过了:有这个时间,怎么排都不行。".to_owned(),
        Why::NotFoundInTime => "还没有算完,不知道这个时间行不行。".to_owned(),
        Why::IsChosen
        | Why::NotOffered
        | Why::BelowQuorum { .. }
        | Why::NobodyLeads
        | Why::Instead(_) => zh::why(why),
    }
}
