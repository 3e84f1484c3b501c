//! Why a rule about projects says no, in Chinese.
use crate::words::Language;
use huiyin_domain::delivery::{DeliveryRefusal, StageKind};

const LANGUAGE: Language = Language::Chinese;

fn stage(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Underway => "正在实施",
        StageKind::Accepting => "正在验收",
        StageKind::Delivered => "已经结项",
        StageKind::Stopped => "已经中止",
    }
}

/// What is so, and what to do next.
pub fn refusal(refusal: DeliveryRefusal) -> String {
    match refusal {
        DeliveryRefusal::TeamOnly => "只有项目组的人能写进展。请先申请加入项目组。".into(),
        DeliveryRefusal::NotAtThisStage { stage: at } => {
            format!("这个项目{},现在不能这样办。请刷新看看。", stage(at))
        }
        DeliveryRefusal::NoMilestones => "计划里还没有步骤。请至少写一步和它的日期。".into(),
        DeliveryRefusal::TooManyMilestones { max } => {
            format!("计划最多 {max} 步。请把几步合成一步。")
        }
        DeliveryRefusal::MilestonePast { n, today } => {
            let today = LANGUAGE.date(today);
            format!("第 {n} 步的日期已经过去。今天是{today},请选今天或以后的日期。")
        }
        DeliveryRefusal::MilestonesOutOfOrder { n } => {
            format!("第 {n} 步比前一步还早。请按先后顺序写日期。")
        }
        DeliveryRefusal::MilestoneSaidTwice { n } => {
            format!("第 {n} 步和前面的一步写得一样,报进展时分不清。请改一个说法。")
        }
        DeliveryRefusal::UnknownMilestone { n } => format!("计划里没有第 {n} 步。请刷新再选。"),
        DeliveryRefusal::MilestoneReached { n } => format!("第 {n} 步已经完成。请选另一步。"),
        DeliveryRefusal::AboveAward { left } => {
            format!("资助只剩 {},不能多记。请核对金额。", LANGUAGE.yuan(left))
        }
        DeliveryRefusal::PaidAhead { today } => {
            format!("付款日期在今天({})以后。付了再来记。", LANGUAGE.date(today))
        }
        DeliveryRefusal::UnknownEntry { n } => format!("第 {n} 笔不是一笔支出。请核对是第几笔。"),
        DeliveryRefusal::MoreThanPaid { n, left } => {
            format!("第 {n} 笔只剩 {} 可以冲销。请核对金额。", LANGUAGE.yuan(left))
        }
        DeliveryRefusal::TooManyPhotos { max } => format!("最多 {max} 张照片。请去掉几张。"),
        DeliveryRefusal::InTheTeamAlready => "您已经在项目组里,不用再申请。".into(),
        DeliveryRefusal::AskedAlready => "您已经申请过。请等提案人或居委会同意。".into(),
        DeliveryRefusal::DidNotAsk => "这位居民现在没有申请加入。请刷新看看。".into(),
        DeliveryRefusal::NotInTheTeam => "您不在项目组里,也没有申请,不用退出。".into(),
        DeliveryRefusal::AuthorsStay => {
            "提案人一直在项目组里。做不了的话,请打上面的电话告诉居委会。".into()
        }
        DeliveryRefusal::TeamFull { max } => {
            format!("项目组最多再加 {max} 人,已经满了。可以关注这个项目。")
        }
        DeliveryRefusal::YoursAlready => "这个项目已经由您负责。".into(),
        DeliveryRefusal::SaidAlready => "这一轮您已经说过了。有新情况请打上面的电话。".into(),
        DeliveryRefusal::AcceptanceOpen { until } => {
            format!("{}前居民还可以说做好了没有。过了这天再结项。", LANGUAGE.date(until))
        }
        DeliveryRefusal::AcceptanceOver { until } => {
            format!("验收到{}为止,已经过了。有话请打上面的电话。", LANGUAGE.date(until))
        }
        DeliveryRefusal::Unanswered { n } => {
            format!("还有 {n} 位居民说没做好,没有得到答复。请先一一答复。")
        }
        DeliveryRefusal::UnknownVoice { n } => format!("没有第 {n} 条意见。请刷新看看。"),
        DeliveryRefusal::AnsweredAlready => "这条意见已经答复过了。".into(),
        DeliveryRefusal::NothingToAnswer => "这位居民说做好了,不用答复。".into(),
        DeliveryRefusal::NobodyObjects => "没有人说还没做好。验收到期就可以结项。".into(),
        DeliveryRefusal::ProjectsNotEnded { n } => {
            format!("还有 {n} 个当选的项目没有结项或中止。请先把它们办完,再结束大赛。")
        }
        DeliveryRefusal::FollowsItsProject { project } => {
            format!("这件事已经立项。请到第{project}号项目的页面上办。")
        }
    }
}
