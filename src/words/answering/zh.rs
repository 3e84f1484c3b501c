//! Words of the desk of whoever answers, in Chinese.
use super::{About, AnswerWords, List, Tell, Template, Words};
use crate::answering::act::{Act, How, Word};
use huiyin_domain::feedback::{Satisfaction, VerdictKind};

/// Words of the desk of whoever answers, in Chinese.
pub const CHINESE: Words = Words {
    list: LIST,
    act,
    heading: |act, n| format!("第{n}号:{}", self::act(act)),
    means,
    send,
    done,
    words,
    words_hint: "大家都能看到。用平常的话写,不写姓名和电话。",
    acts: "工作人员可以办的",
    about: About {
        heading: "居民的原话",
        says: "说了什么",
        requests: "要什么",
        appeal: "为什么不同意答复",
    },
    not_now: "这件事现在不能这样办了。可能别人刚办过。",
    typed: "您刚才写的内容:",
    to_page: |n| format!("看第{n}号的全部经过"),
    to_list: "回到要办的事",
    answer: ANSWER,
    first_words: &[Template {
        name: "已收到",
        words: "您好,您说的事我们收到了。由【谁】负责,【哪一天】前去现场看。",
    }],
    stands: &[Template {
        name: "维持原答复",
        words: "我们又核对了一遍:【核对了什么】。因为【原因】,原来的答复不变。",
    }],
    to: "转给谁?",
    new_day: "延到哪一天?",
    latest: |day| format!("最晚能延到{day}。"),
    theme: "是什么事?",
    place: "在哪里?",
    no_place: "不在这些地方",
    request: |n, request| format!("第 {n} 项:{request}"),
    how,
    request_why: |how, n| match how {
        How::NotBuilt => format!("第 {n} 项为什么没有办?"),
        How::Will | How::AsAsked | How::Otherwise | How::Not => format!("第 {n} 项为什么不办?"),
    },
    request_words: |n| format!("第 {n} 项,说明一下"),
    tell: TELL,
};

const LIST: List = List {
    cards: "清单",
    heading: "要办的事",
    see: "看要办的事",
    total: |n, n_overdue| match n_overdue {
        0 => format!("一共 {n} 件,没有超期的。快到期的在前面。"),
        n_overdue => format!("一共 {n} 件,超期 {n_overdue} 件。超期的在最前面。"),
    },
    nothing: "现在没有要办的事。",
    owner: "看谁的",
    office: "居委会的",
    all: "全部",
    choose: |n| format!("选上第{n}号,一起转办"),
    pass_on: "把选上的一起转办",
    pass_on_means: "先在清单里选几件,再选转给谁。期限不变,转办次数大家都看得到。",
    choose_first: "还没有选。请在清单里选至少一件。",
    pass_on_do: |n| match n {
        0 => "转办选上的".to_owned(),
        n => format!("转办选上的 {n} 件"),
    },
    passed: |n| format!("转办了 {n} 件。"),
    refused: |n, why| format!("第{n}号没有转:{why}"),
    again: "看最新的清单",
    next: "看后面的",
    first: "回到最急的",
};

const ANSWER: AnswerWords = AnswerWords {
    verdict: "怎么答复?",
    kind,
    kind_means,
    words: |kind| match kind {
        VerdictKind::Adopted | VerdictKind::PartlyAdopted => "打算怎么办?",
        VerdictKind::AlreadyPlanned => "已经有什么安排?",
        VerdictKind::MergedInto | VerdictKind::Deferred | VerdictKind::NotAdopted => "把原因说清楚",
    },
    reason: "是哪一种原因?",
    day: |kind| match kind {
        VerdictKind::Deferred => "哪一天以前再答复?",
        VerdictKind::Adopted
        | VerdictKind::PartlyAdopted
        | VerdictKind::AlreadyPlanned
        | VerdictKind::MergedInto
        | VerdictKind::NotAdopted => "哪一天以前办好?",
    },
    day_hint: "请选工作日。选了休息日,会告诉您下一个工作日。",
    into: "并到哪一号?",
    into_hint: "填那一件的编号,比如 128。",
    templates: "可以用模板开头",
    templates_mean: "【】里的要改成这件事的话,不改发不出去。",
    take: |name| format!("用模板:{name}"),
    of_kind,
    preview: "居民会看到、听到的",
    preview_hear: "点页面上方的“朗读本页”,可以听一遍。",
    preview_later: "填完以后,这里显示居民看到的样子。",
};

const TELL: Tell = Tell {
    which: "居民怎么说?",
    word: |word| match word {
        Word::Confirm => "可以了,确认",
        Word::Reopen => "没办好,要接着办",
        Word::Appeal => "不同意答复,要申诉",
    },
    heard: "怎么说的?",
    phone: "电话里说的",
    paper: "写在纸上的",
    satisfaction: "满意吗?",
    content: |satisfaction| match satisfaction {
        Satisfaction::Content => "满意",
        Satisfaction::SoSo => "一般",
        Satisfaction::NotContent => "不满意",
        Satisfaction::NotSaid => "不评价",
    },
    words: "居民的原话",
    words_hint: "照居民说的写。大家都能看到,不写姓名和电话。",
};

fn act(act: Act) -> &'static str {
    match act {
        Act::Acknowledge => "先回应居民",
        Act::Answer => "答复",
        Act::Uphold => "维持原答复",
        Act::Report => "报进展",
        Act::Deliver => "报告办好了",
        Act::PassOn => "转办",
        Act::Extend => "延期",
        Act::Sort => "分类",
        Act::Tell => "代填居民的话",
        Act::Close => "公开办结",
    }
}

fn means(act: Act) -> &'static str {
    match act {
        Act::Acknowledge => "告诉居民收到了,谁在看。",
        Act::Answer => "答复马上公开,居民会收到通知。不采纳的要说原因。",
        Act::Uphold => "居民申诉过。原来的答复不变,要说清楚为什么。",
        Act::Report => "告诉大家办到哪一步了。",
        Act::Deliver => "每一项都要说办成什么样。居民确认了才算完。",
        Act::PassOn => "期限不变。转办一次,大家就看到一次。",
        Act::Extend => "要说原因。原来的日期大家还能看到。",
        Act::Sort => "分好类,大家在回音榜上容易找。",
        Act::Tell => "居民在电话里或纸上说的,由您填进来。",
        Act::Close => "提的人已经离开,没有人能确认。请写明怎么结束的。",
    }
}

fn send(act: Act) -> &'static str {
    match act {
        Act::Acknowledge => "发出回应",
        Act::Answer => "发出答复",
        Act::Uphold => "发出,维持原答复",
        Act::Report => "发出进展",
        Act::Deliver => "发出,请居民确认",
        Act::PassOn => "转过去",
        Act::Extend => "改到这一天",
        Act::Sort => "保存分类",
        Act::Tell => "记下居民的话",
        Act::Close => "公开结束",
    }
}

fn done(act: Act) -> &'static str {
    match act {
        Act::Acknowledge => "回应已经发出。接下来请在期限前答复。",
        Act::Answer => "答复已经发出,居民会收到通知。",
        Act::Uphold => "已经发出,原来的答复不变。",
        Act::Report => "进展已经发出。",
        Act::Deliver => "已经发出,等居民确认。",
        Act::PassOn => "已经转过去,期限不变。",
        Act::Extend => "日期已经改了,原因已公开。",
        Act::Sort => "分类已经保存。",
        Act::Tell => "居民的话已经记下。",
        Act::Close => "已经公开办结。",
    }
}

fn words(act: Act) -> &'static str {
    match act {
        Act::Acknowledge => "对居民说什么?",
        Act::Answer => "答复",
        Act::Uphold => "为什么不变?",
        Act::Report => "办到哪一步了?",
        Act::Deliver => "办成了什么样?",
        Act::PassOn => "为什么转?",
        Act::Extend => "为什么要延期?",
        Act::Sort => "说明",
        Act::Tell => "居民的原话",
        Act::Close => "怎么结束的?",
    }
}

fn how(how: How) -> &'static str {
    match how {
        How::Will => "办",
        How::AsAsked => "照居民要的办好了",
        How::Otherwise => "办了,但和要的不一样",
        How::Not => "不办",
        How::NotBuilt => "没有办",
    }
}

fn kind(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Adopted => "采纳",
        VerdictKind::PartlyAdopted => "部分采纳",
        VerdictKind::AlreadyPlanned => "已经有安排",
        VerdictKind::MergedInto => "和另一件合并办",
        VerdictKind::Deferred => "暂缓,以后再答复",
        VerdictKind::NotAdopted => "不采纳",
    }
}

fn kind_means(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Adopted => "全部要办,写明办好的日期",
        VerdictKind::PartlyAdopted => "每一项分别说办还是不办",
        VerdictKind::AlreadyPlanned => "本来就要办,写明是什么安排",
        VerdictKind::MergedInto => "写明并到哪一号",
        VerdictKind::Deferred => "写明原因和再答复的日期",
        VerdictKind::NotAdopted => "写明原因",
    }
}

fn of_kind(kind: VerdictKind) -> &'static [Template] {
    match kind {
        VerdictKind::Adopted => &[
            Template {
                name: "安排维修",
                words: "您说的【什么】我们看过了,由【谁】来修,【哪一天】前修好。",
            },
            Template {
                name: "安排改造", words: "我们打算【怎么做】,先【第一步】,再【第二步】。"
            },
        ],
        VerdictKind::PartlyAdopted => &[Template {
            name: "部分办理",
            words: "能办的先办:【办什么】。其余的因为【原因】现在办不了。",
        }],
        VerdictKind::AlreadyPlanned => &[Template {
            name: "已有安排",
            words: "这件事已经在【什么计划】里,由【谁】办,【什么时候】开始。",
        }],
        VerdictKind::MergedInto => &[Template {
            name: "合并办理",
            words: "【多少位】居民说的是同一件事,我们合在一起办。",
        }],
        VerdictKind::Deferred => &[Template {
            name: "暂缓",
            words: "现在办不了,因为【原因】。等【什么条件】以后,我们再答复您。",
        }],
        VerdictKind::NotAdopted => &[
            Template {
                name: "政策不允许",
                words: "按照【哪个规定】,这样做不可以。您可以【别的办法】。",
            },
            Template {
                name: "不归社区管",
                words: "这件事由【哪个单位】管,电话【号码】。我们已【帮了什么】。",
            },
        ],
    }
}
