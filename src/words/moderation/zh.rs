//! Words of moderation, in Chinese: short enough for everybody.
use super::{DoneWords, Pages, Words};
use crate::words::{Room, Tone};
use huiyin_domain::moderation::{
    About, ModerationRefusal, Rule, VoiceRef,
    wire::{Offer, PartKind, Standing},
};

/// Words of moderation, in Chinese.
pub const CHINESE: Words = Words {
    rule: |rule| match rule {
        Rule::NamesPerson => "点了别人的名",
        Rule::Insults => "骂人",
        Rule::Advertisement => "广告",
        Rule::PrivateData => "有别人的隐私",
        Rule::Other => "别的原因",
    },
    report: "举报:有不合规定的内容",
    waiting: "等着处理的举报和申诉",
    see_case: |id| format!("处理记录第{id}号"),
    about: |about| format!("关于{}", which(about)),
    hidden: |part, on, rule| {
        let what = match part {
            PartKind::Text => "文字",
            PartKind::Photo => "一张照片",
        };
        format!("{what}在{on}隐藏了。原因:{rule}。")
    },
    office_says: |words| format!("居委会说明:{words}"),
    covered: |n| format!("其中 {n} 步有隐藏的话,只核对了前后相连。"),
    done: Room::apart(Tone::Chinese),
    pages: Room::apart(Tone::Chinese),
};

pub(super) const PAGES: Pages = Pages {
    between: "、",
    report_heading: |about| format!("举报{}", which(about)),
    report_lead: "不同意它,不用举报。骂人、点名、广告、泄露隐私,才要举报。",
    sign_in: "登录以后才能举报。不方便登录,请打上面的电话。",
    which_rule: "哪里不合规定?",
    more: "还想说明什么?(选“别的原因”时要写)",
    more_hint: "只有居委会看得到。",
    report_send: "提交举报",
    reported: "举报收到了。别人不会知道是您举报的。",
    reported_next: |due| format!("居委会最晚{due}作出决定。"),
    log: "内容处理记录",
    log_lead: "谁举报的不公开,隐藏的话也不公开。为什么隐藏,大家都能看到。",
    waiting_lead: "到期早的在前。申诉要由另一位工作人员答复。",
    nothing: "现在没有。",
    older: "更早的没有列在这里。",
    reported_for: |on, n, rules| format!("{on}起有 {n} 人次举报:{rules}。"),
    standing: |standing| match standing {
        Standing::Reported => "居委会在看",
        Standing::Kept => "没有隐藏",
        Standing::Hidden => "已经隐藏",
        Standing::Appealed => "作者申诉了,等答复",
        Standing::Upheld => "申诉看过了,继续隐藏",
        Standing::Restored => "已经恢复",
    },
    due: |due| format!("最晚{due}答复。"),
    said: |on, words| format!("{on}居委会答复:{words}"),
    reports: "举报的人怎么说",
    plea: "作者怎么说",
    whole: "原来的内容",
    whole_means: "只有居委会和作者看得到。",
    what: "隐藏什么?",
    all_words: "全部文字",
    nth_photo: |n| format!("第 {n} 张照片"),
    decide_words: "为什么?",
    decide_hint: "大家都会看到。不要写姓名,也不要重复要隐藏的话。",
    appeal_words: "为什么不该隐藏?",
    appeal_hint: "只能申诉一次。只有居委会看得到,由另一位工作人员答复。",
    offer: |offer| match offer {
        Offer::Hide => "隐藏它",
        Offer::Keep => "不隐藏",
        Offer::Appeal => "提交申诉",
        Offer::Restore => "恢复它",
        Offer::Uphold => "继续隐藏",
    },
};

pub(super) const DONE: DoneWords = DoneWords {
    kept: "记下了:没有隐藏。",
    hidden: "已经隐藏,作者会收到通知。",
    appealed: "申诉收到了。",
    upheld: "答复了:继续隐藏。作者会收到通知。",
    restored: "已经恢复,作者会收到通知。",
};

/// What a report or a case is about.
fn which(about: About) -> String {
    match about {
        About::Submission(id) => format!("第{id}号"),
        About::Objection(id) => format!("第{id}条异议"),
        About::Voice(VoiceRef { project, n }) => format!("第{project}号项目的第{n}条意见"),
    }
}

/// What is so, and what to do next.
pub fn refusal(why: ModerationRefusal) -> String {
    match why {
        ModerationRefusal::NotAtThisStage => {
            "这件事已经处理过了,不能再这样做。请刷新看最新的记录。".into()
        }
        ModerationRefusal::ReportedAlready => "您已经举报过,居委会正在看。请等答复。".into(),
        ModerationRefusal::TooManyReports { max } => {
            format!("一天最多举报 {max} 次。请明天再来,急事请打上面的电话。")
        }
        ModerationRefusal::HiddenAlready => "它已经隐藏了。请看处理记录。".into(),
        ModerationRefusal::NoSuchPhoto => "没有这张照片,或者已经隐藏了。请重新选。".into(),
        ModerationRefusal::NotTheAuthor => "只有作者自己能申诉。您可以在处理记录里看原因。".into(),
        ModerationRefusal::AnotherDecides => "是您隐藏的,申诉要请另一位工作人员答复。".into(),
        ModerationRefusal::HiddenNow => {
            "有内容被隐藏,现在不能改。请先申诉,或者收回后另提一个。".into()
        }
    }
}
