//! Words of the desk for proposals, in Chinese.
use super::{Ask, FindingWords, List, Merge, NoteWords, Review, Show, Words, acts_zh};
use crate::reviewing::list_page::Part;

/// Words of the desk for proposals, in Chinese.
pub const CHINESE: Words = Words {
    list: LIST,
    show: SHOW,
    act: acts_zh::act,
    heading: |act, n| format!("第{n}号:{}", acts_zh::act(act)),
    means: acts_zh::means,
    send: acts_zh::send,
    done: acts_zh::done,
    reason: acts_zh::reason,
    reason_hint: "大家都能看到。用平常的话写,不写姓名和电话。",
    why_not_hint: "写给提案人和所有人看:为什么不能办,还有什么办法。",
    about: "这个提案",
    to_page: |n| format!("回到办理第{n}号"),
    to_list: "回到等着办的提案",
    preview: "提案人会看到的",
    preview_later: "填完以后,这里显示提案人看到的话。",
    item: "是负面清单的哪一条?",
    nth_item: |n, item| format!("第 {n} 条:{item}"),
    finding: FINDING,
    ask: ASK,
    merge: MERGE,
    review: REVIEW,
    notes: NOTES,
};

const LIST: List = List {
    heading: "等着办的提案",
    see: |n| match n {
        None => "办理提案".to_owned(),
        Some(0) => "办理提案:没有在等的".to_owned(),
        Some(n) => format!("办理提案:{n} 个在等"),
    },
    see_review: "看要会审的提案",
    total: |n, n_late| match (n, n_late) {
        (0, _) => "现在没有等着办的提案。".to_owned(),
        (n, 0) => format!("一共 {n} 个,没有超期的。"),
        (n, n_late) => format!("一共 {n} 个,超期 {n_late} 个。"),
    },
    more: |n| format!("还有 {n} 个没有列在这里,办完这些就会列出来。"),
    part: |part| match part {
        Part::ToScreen => "等初审",
        Part::ToSend => "等送会审",
        Part::ToReview => "会审中",
    },
    part_means: |part| match part {
        Part::ToScreen => "对照负面清单看一遍:通过、退回修改,或者写明属于哪一条。",
        Part::ToSend => "联名够了。请送给部门看,或者直接定。",
        Part::ToReview => "快到期的在前面,超期的在最前面。",
    },
    nothing: "没有。",
    due,
    you_lead: "您的部门牵头,最后由您给结论。",
    your_word: |has_answered| match has_answered {
        true => "您的部门已经说了意见。",
        false => "在等您的部门说意见。",
    },
    answered: |n, n_asked| {
        if n == n_asked {
            format!("{n_asked} 个部门都说了意见,等结论。")
        } else {
            format!("请了 {n_asked} 个部门,{n} 个说了意见。")
        }
    },
};

const SHOW: Show = Show {
    acts: "现在可以办的",
    no_acts: "现在没有要您办的。",
    says: "提案人写的",
    by: |name| format!("提案人:{name}"),
    list: "负面清单",
    list_means: "这次活动公布的、不能资助的事。初审只对照这张清单。",
    no_list: "这次活动没有负面清单。",
    to_public: "看居民看到的页面",
    merge_waits: |n, title| format!("已经问提案人,要不要并到第{n}号“{title}”。提案人还没有回答。"),
    merged: |n, title| format!("第{n}号“{title}”已经并进来。"),
};

const FINDING: FindingWords = FindingWords {
    can_be_done: "能不能办?",
    yes: "能办",
    yes_means: "写明要多少钱、几个月办好",
    no: "不能办",
    no_means: "写明原因",
    cost: "要多少钱(元)?",
    cost_reviewed: "核定金额(元)",
    cost_hint: |cap| format!("每个提案最多 {cap}。写数字就行。"),
    months: "几个月办好?",
    months_hint: |max| format!("从资助定下来算起,1 到 {max} 个月。写数字就行。"),
    speaks_for: |name| format!("这是{name}的意见。"),
};

const ASK: Ask = Ask {
    lead: "哪个部门牵头?",
    others: "还请哪些部门看?",
    also: |name| format!("也请{name}看"),
    due: "哪一天以前说意见?",
    due_hint: "先填好了十个工作日以后。要改,请选工作日;选了休息日,会告诉您下一个工作日。",
    anew: "重新送会审,部门已经说的意见就作废,要再说一次。",
    none: "这里还没有部门。请先直接定:列入入围,或者写明不能办。",
};

const MERGE: Merge = Merge {
    into: "并到哪一号?",
    into_hint: "填另一个提案的编号,比如 128。",
    look: "看看是哪一个",
    this_one: |n, title| format!("第{n}号是“{title}”。"),
    look_first: "还没有看是哪一个。请先点“看看是哪一个”,核对名称。",
    itself: "这就是现在这个提案。请填另一个的编号。",
    elsewhere: |n, contest| format!("第{n}号在另一次活动“{contest}”里,不能并。请核对编号。"),
};

const REVIEW: Review = Review {
    heading: "部门会审",
    due,
    asked: |name, leads| match leads {
        true => format!("{name}(牵头)"),
        false => name.to_owned(),
    },
    waits: |name| format!("{name}:还没有说意见。"),
    has_answered: |name| format!("{name}:已经说了意见。"),
};

const NOTES: NoteWords = NoteWords {
    heading: "内部备注",
    unseen: "内部备注,居民看不到。只有居委会和请来会审的部门能看。",
    none: "还没有备注。",
    words: "写一条备注",
    words_hint: "写办理时要记住的事。要让居民知道的,请写在答复里。",
    send: "存下备注",
    done: "备注存好了。居民看不到。",
    by: |when, who| format!("{when} · {who}"),
};

fn due(day: &str, n_days_late: u32) -> String {
    match n_days_late {
        0 => format!("{day}到期。"),
        n => format!("{day}到期,已经超期 {n} 个工作日。"),
    }
}
