//! Words of coaching, in Chinese.
use super::{List, Thread, Words};
use crate::words::{Room, Tone};
use huiyin_domain::coaching::{CoachingRefusal, End, Party, StageKind, wire::LineKind};

/// Words of coaching, in Chinese.
pub const CHINESE: Words = Words {
    heading: "志愿者辅导",
    offered: "提案不知道怎么写,可以请志愿者辅导。提案人打开自己的提案,点“请志愿者辅导”。",
    open: "请志愿者辅导",
    ask_heading: "请志愿者辅导",
    means: "志愿者帮忙想怎么写,只提建议,提案由提案人自己改。说的话只有提案人、辅导人和居委会看得到。",
    sign_in: "要先登录,才能请志愿者辅导。",
    need: "想请人帮什么?(可以不写)",
    need_hint: "比如:不会写为什么要做。志愿者会看到这几句话。",
    send: "请一位志愿者",
    sent: "收到了。有志愿者来,会通知您。",
    not_now: "提案的内容已经定了,不用再辅导。",
    see: "看这次辅导",
    see_ended: |n| format!("看以前的辅导(第{n}号)"),
    about: |n, title| format!("第{n}号 {title}"),
    needs: |need| format!("想请人帮:{need}"),
    coach: |name| format!("辅导人:{name}"),
    due: |due, n_days_late| match n_days_late {
        0 => format!("最晚{due}有人回话"),
        n => format!("已经晚了 {n} 个工作日(应在{due}回话)"),
    },
    list: Room::apart(Tone::Chinese),
    thread: Room::apart(Tone::Chinese),
};

pub(super) const LIST: List = List {
    heading: "等志愿者辅导的提案",
    lead: "有的邻居有好主意,不会写。志愿者陪他们一起想、一起写。",
    sign_in: "要先登录,才能当志愿者。",
    join_means: "报了名,就能看到谁在等,挑一个来帮。居委会也可能请您。",
    join: "我愿意当志愿者",
    joined: "您在志愿者名单上了。谢谢您!",
    is_on: "您在志愿者名单上。",
    leave: "不再当志愿者",
    left: "您不在志愿者名单上了。正在辅导的还可以接着帮。",
    none: "现在没有人在等。",
    waiting: "在等志愿者的",
    running: "正在辅导的",
};

pub(super) const THREAD: Thread = Thread {
    heading: |n| format!("第{n}号提案的辅导"),
    only_yours: "这里的话只有提案人、辅导人和居委会看得到。",
    past: "您不再参加这次辅导,里面的话看不到了。",
    stage: |stage| match stage {
        StageKind::Waiting => "在等志愿者。",
        StageKind::Running => "正在辅导。",
        StageKind::Ended => "辅导结束了。",
    },
    end: |end| match end {
        End::ByAuthor { thanked: true } => "提案人说够了,还道了谢。辅导结束了。",
        End::ByAuthor { thanked: false } => "提案人说够了。辅导结束了。",
        End::ByItself => "提案的内容定了,辅导自己结束了。",
    },
    read_proposal: "看提案",
    lines: "说过的话",
    no_lines: "还没有人说话。",
    you: "您",
    by: |party, name| {
        let who = match party {
            Party::Author => "提案人",
            Party::Coach => "辅导人",
            Party::Office => "居委会",
        };
        name.map_or_else(|| who.to_owned(), |name| format!("{who} {name}"))
    },
    kind: |kind| match kind {
        LineKind::Need => " · 想请人帮的事",
        LineKind::Said => "",
        LineKind::LaidDown => " · 换人的原因",
        LineKind::Thanks => " · 道谢",
    },
    say: "想说什么?",
    say_hint: "辅导人只提建议,提案由提案人自己改。别写身份证号和密码。",
    send: "发给对方",
    said: "发出去了。",
    take_means: "您来帮的话,先跟提案人打个招呼。帮不下去了,随时可以说一声换人。",
    take: "我来辅导",
    taken: "您是辅导人了。请先跟提案人说句话。",
    name: "请哪一位志愿者?",
    volunteer: |name, n_coached| match n_coached {
        0 => name.to_owned(),
        n => format!("{name}(正在辅导 {n} 个)"),
    },
    name_do: "请这位志愿者",
    named: "请好了,两边都会收到通知。",
    nobody: "志愿者名单上还没有人可以请。",
    thanks: "要道声谢吗?(可以不写)",
    thanks_hint: "辅导人会看到。",
    end_it: "结束辅导",
    end_waiting: "不用辅导了",
    ended: "辅导结束了。以后还可以再请。",
    lay_down_why: "为什么帮不下去了?",
    free_why: "为什么换一位?",
    reason_hint: "提案人和居委会看得到。",
    lay_down: "我帮不下去了",
    free: "换一位志愿者",
    laid_down: "记下了。提案人等下一位志愿者。",
};

/// Why a rule about coaching says no: what is so, and what to do next.
pub fn refusal(why: CoachingRefusal) -> String {
    match why {
        CoachingRefusal::NotYours => {
            "这次辅导只有提案人、辅导人和居委会能看。想帮忙,请看等志愿者辅导的提案。".into()
        }
        CoachingRefusal::NotAVolunteer => {
            "您还不在志愿者名单上。请先在“等志愿者辅导的提案”里报名。".into()
        }
        CoachingRefusal::NoSuchVolunteer => "这位居民不在志愿者名单上。请另选一位。".into(),
        CoachingRefusal::AuthorCannotCoach => "提案人不能辅导自己的提案。请另请一位志愿者。".into(),
        CoachingRefusal::NotTheCoach => {
            "只有辅导人或者居委会能这样办。不想再辅导,提案人可以点“结束辅导”。".into()
        }
        CoachingRefusal::AskedAlready => "这个提案已经请过志愿者,还没有结束。请看这次辅导。".into(),
        CoachingRefusal::NotAtThisStage { stage } => {
            let stage = match stage {
                StageKind::Waiting => "在等志愿者",
                StageKind::Running => "已经有志愿者在辅导",
                StageKind::Ended => "已经结束",
            };
            format!("这次辅导{stage},不能再这样办了。请刷新看看。")
        }
        CoachingRefusal::TextStandsFast => {
            "提案的内容已经定了,不能再改,所以不用再辅导。有事请打上面的电话。".into()
        }
        CoachingRefusal::TooManyAtOnce { max } => {
            format!("一位志愿者最多同时辅导 {max} 个提案。请等一个结束,或者另请一位。")
        }
        CoachingRefusal::ThreadFull { max } => {
            format!("一次辅导里最多说 {max} 句话,已经满了。请结束这次,再请一次。")
        }
        CoachingRefusal::NobodyToThank => {
            "还没有人来辅导,不用道谢。不需要了,点“不用辅导了”。".into()
        }
    }
}
