//! Sentences about where something stands and what happened, in Chinese.
use super::{owed, theme};
use crate::words::feedback::{Standing, Teller};
use huiyin_domain::{
    channels::Channel,
    delivery,
    feedback::{
        Escalation, Event, Kind, Late, Owes, Owner, Sent, StageKind, Timeliness, Verdict, What,
    },
    moderation::{Part, Step},
    proposals,
};

const OFFICE: &str = "居委会";

pub(super) fn who(tell: &Teller, owner: Owner) -> String {
    tell.owner(owner, OFFICE)
}

/// Whoever sent it.
fn author(tell: &Teller) -> &'static str {
    if tell.is_mine { "您" } else { "提的人" }
}

pub(super) fn standing(standing: &Standing, tell: &Teller) -> String {
    match (standing.owes, standing.late) {
        (Some(owes), Some(late)) => overdue(owes, late, tell),
        (Some(owes), None) => duty(standing.kind, owes, tell),
        (None, _) => at_rest(standing.stage, tell).to_owned(),
    }
}

fn duty(kind: Kind, owes: Owes, tell: &Teller) -> String {
    let (who, day, you) = (who(tell, owes.duty.owner), tell.day(owes.duty.due), author(tell));
    match (owes.what, kind) {
        (What::FirstAnswer, _) => format!("{who}收到了,最晚{day}回话。"),
        (What::Decision, Kind::InContest { .. }) => {
            format!("等评审和投票,最晚{day}有结果。")
        }
        (What::Decision, Kind::Proposal | Kind::Opinion | Kind::Topic) => {
            format!("{who}正在看,最晚{day}答复{you}。")
        }
        (What::PutOff, _) => format!("先放一放,{who}最晚{day}再答复{you}。"),
        (What::AppealAnswer, _) => format!("{you}不同意答复,{who}最晚{day}再答复。"),
        (What::Delivery, _) => format!("答应办了。{who}正在办,最晚{day}办好。"),
    }
}

fn overdue(owes: Owes, late: Late, tell: &Teller) -> String {
    let (who, day) = (who(tell, owes.duty.owner), tell.day(owes.duty.due));
    let (what, n) = (owed(owes.what), late.n_days);
    let told = match late.escalation {
        None => String::new(),
        Some(to) => format!("已经报给{}。", above(to)),
    };
    format!("{who}该在{day}{what},已经晚了 {n} 个工作日。{told}")
}

fn above(to: Escalation) -> &'static str {
    match to {
        Escalation::Office => "居委会负责人",
        Escalation::Street => "街道",
    }
}

fn at_rest(stage: StageKind, tell: &Teller) -> &'static str {
    match (stage, tell.is_mine) {
        (StageKind::Answered, true) => "答复了。请您看看,这样行不行。",
        (StageKind::Answered, false) => "答复了,等提的人说行不行。",
        (StageKind::Delivered, true) => "说是办好了。请您看看,真办好了没有。",
        (StageKind::Delivered, false) => "说是办好了,等提的人确认。",
        (StageKind::Confirmed, true) => "您确认过了,这件事办完了。",
        (StageKind::Confirmed, false) => "提的人确认过了,这件事办完了。",
        (StageKind::Withdrawn, true) => "您收回了这件事。",
        (StageKind::Withdrawn, false) => "提的人收回了这件事。",
        (StageKind::WithoutAuthor, _) => "提的人离开了,居委会公开说明后办完了。",
        (
            StageKind::Waiting | StageKind::Deferred | StageKind::Appealed | StageKind::InDelivery,
            _,
        ) => "正在办。",
    }
}

fn told(channel: Channel) -> &'static str {
    match channel {
        Channel::App => "",
        Channel::Voice => "(录音说的)",
        Channel::Helper => "(请人代说)",
        Channel::Phone => "(电话里说的)",
        Channel::Paper => "(写在纸上的)",
        Channel::Council => "(议事会上说的)",
    }
}

fn sent(sent: &Sent, tell: &Teller) -> String {
    let (who, due) = (who(tell, sent.duty.owner), tell.day(sent.duty.due));
    let (you, told, first) = (author(tell), told(sent.channel), tell.day(sent.first_due));
    if sent.first_due < sent.duty.due {
        format!("{you}提出来{told},交给{who}。最晚{first}回话,最晚{due}答复。")
    } else {
        format!("{you}提出来{told},交给{who}。最晚{due}答复。")
    }
}

fn decided(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Adopted { .. } => "同意办。".into(),
        Verdict::PartlyAdopted { .. } => "同意办一部分。".into(),
        Verdict::AlreadyPlanned { .. } => "本来就有安排。".into(),
        Verdict::MergedInto { into, .. } => format!("和第{into}号一起办。"),
        Verdict::Deferred { .. } => "现在先不办,以后再答复。".into(),
        Verdict::NotAdopted { .. } => "不办,说了原因。".into(),
        Verdict::Chosen { .. } => "投票选上了。".into(),
        Verdict::NotChosen => "投票没有选上。".into(),
    }
}

/// A step on the way to the vote; what ends the way is an answer and has its own sentence.
fn step(step: &proposals::Event, tell: &Teller) -> String {
    use proposals::Event as E;
    let you = author(tell);
    match step {
        E::Passed => "初审通过,可以联名了。".into(),
        E::Returned { what } => format!("退回修改:{what}"),
        E::Qualified => "联名人数够了。".into(),
        E::Admitted { reason } => format!("联名还不够,居委会也送去会审。原因:{reason}"),
        E::SentToReview { due, .. } => format!("送部门会审,最晚{}有结论。", tell.day(*due)),
        E::MergeOffered { into, why } => {
            format!("建议和第{into}号合并,请{you}来定。原因:{why}")
        }
        E::MergeTakenBack => "居委会收回了合并的建议。".into(),
        E::MergeDeclined => format!("{you}不同意合并,两个提案各走各的。"),
        E::Submitted
        | E::CoSigned
        | E::CoSignWithdrawn
        | E::CoSignMoved
        | E::Withdrawn
        | E::AuthorJoined
        | E::AuthorLeft
        | E::RuledOut { .. }
        | E::Edited { .. }
        | E::Assessed { .. }
        | E::Shortlisted { .. }
        | E::SetAside { .. }
        | E::Merged { .. }
        | E::Won { .. }
        | E::Reserved { .. }
        | E::CalledUp { .. }
        | E::GivenBack { .. }
        | E::NotSelected
        | E::Begun
        | E::Delivered
        | E::Stopped { .. } => "提案有新进展。".into(),
    }
}

/// A step of the project that a proposal became.
fn work(step: &delivery::Event, tell: &Teller) -> String {
    use delivery::Event as E;
    let by = step.due().map_or(String::new(), |due| format!("计划{}完成。", tell.day(due)));
    match step {
        E::Begun(_) => format!("立项了,开始实施。{by}"),
        E::Joined { .. } => "一位居民加入了项目组。".into(),
        E::Left { .. } => "一位居民退出了项目组。".into(),
        E::TakenOver { .. } => "换了一位工作人员负责。".into(),
        E::Planned { reason, .. } => format!("计划改了。{by}原因:{reason}"),
        E::Paid { .. } => "记了一笔支出,账目都在项目页上。".into(),
        E::Corrected { .. } => "冲销了一笔支出,账目都在项目页上。".into(),
        E::Finished { until, .. } => {
            format!("提请验收,{}前都可以说做好了没有。", tell.day(*until))
        }
        E::Reported { report } => format!("有进展:{}", report.words),
        E::Answered { answer, .. } => format!("对“还没做好”的答复:{}", answer.words),
        E::Resumed { reason, .. } => format!("接着做。{by}原因:{reason}"),
        E::Closed { closing } => format!("结项了:{}", closing.done),
        E::Stopped { reason, .. } => format!("项目中止了。原因:{reason}"),
        E::Asked { .. } | E::TurnedAway { .. } | E::Spoken { .. } => "项目有新进展。".into(),
    }
}

/// What the office has decided about what was reported.
fn moderated(step: &Step) -> String {
    match step {
        Step::Hidden { veil } => {
            let what = match &veil.part {
                Part::Text => "文字隐藏了",
                Part::Photo { .. } => "有一张照片隐藏了",
            };
            format!("{what}(处理记录第{}号)。原因:{}", veil.case, veil.words)
        }
        Step::Upheld { case, words } => {
            format!("申诉看过了,继续隐藏(处理记录第{case}号)。原因:{words}")
        }
        Step::Restored { case, words } => {
            format!("恢复了,大家又能看到(处理记录第{case}号)。原因:{words}")
        }
    }
}

pub(super) fn event(event: &Event, tell: &Teller) -> String {
    let you = author(tell);
    match event {
        Event::Sent(it) => sent(it, tell),
        Event::Acknowledged { words } => format!("回话了:“{words}”"),
        Event::Sorted { theme: about, place } => {
            let place = place.and_then(|id| tell.place(id));
            let place = place.map_or(String::new(), |place| format!(",地点是{place}"));
            format!("归到“{}”{place}。", theme(*about))
        }
        Event::PassedOn { from, to, reason } => {
            let (from, to) = (who(tell, *from), who(tell, *to));
            format!("{from}转给{to},期限不变。原因:{reason}")
        }
        Event::Extended { from, to, reason } => {
            let (from, to) = (tell.day(*from), tell.day(*to));
            format!("原定{from},改到{to}。原因:{reason}")
        }
        Event::Answered { by, verdict, timeliness, .. } => {
            let late = match timeliness {
                Timeliness::NotYet | Timeliness::InTime => String::new(),
                Timeliness::Late { n_days } => format!("比期限晚了 {n_days} 个工作日。"),
            };
            format!("{}答复:{}{late}", who(tell, *by), decided(verdict))
        }
        Event::Upheld { words } => format!("又看了一遍,答复不变。原因:{words}"),
        Event::InContest { step: it } => step(it, tell),
        Event::InProject { step: it } => work(it, tell),
        Event::Moderated { step, .. } => moderated(step),
        Event::Rewritten { n, why: Some(why), .. } => {
            format!("{you}改了内容,现在是第{n}版。原因:{why}")
        }
        Event::Rewritten { n, why: None, .. } => format!("{you}改了内容,现在是第{n}版。"),
        Event::Shortlisted { due } => {
            format!("入围了,等大家投票。最晚{}有结果。", tell.day(*due))
        }
        Event::Appealed { words, channel, due } => {
            let (told, due) = (told(*channel), tell.day(*due));
            format!("{you}不同意答复{told}:“{words}”最晚{due}再答复。")
        }
        Event::Reported { milestone } => format!("有进展:{}", milestone.words),
        Event::Delivered { evidence, .. } => format!("说是办好了:{}", evidence.words),
        Event::Reopened { words, channel, due } => {
            let (told, due) = (told(*channel), tell.day(*due));
            format!("{you}说还没办好{told}:“{words}”最晚{due}办好。")
        }
        Event::Confirmed { satisfaction, channel } => {
            let content = (super::pages::ACTS.satisfaction)(*satisfaction);
            format!("{you}确认了{}:{content}。", told(*channel))
        }
        Event::Withdrawn => format!("{you}收回了。"),
        Event::ClosedWithoutAuthor { words } => format!("提的人离开了,公开办结:{words}"),
        Event::Escalated { to, n_days } => {
            format!("晚了 {n_days} 个工作日,自动报给{}。", above(*to))
        }
        Event::AuthorLeft => "提的人离开了社区,这件事接着办。".into(),
    }
}
