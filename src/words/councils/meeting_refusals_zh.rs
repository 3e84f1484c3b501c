//! Why a rule of one council says no, in Chinese.
use crate::words::Language;
use huiyin_domain::councils::meeting::{MeetingRefusal, StageKind, Way};

const LANGUAGE: Language = Language::Chinese;

/// What is so, and what to do next.
#[expect(clippy::too_many_lines, reason = "a table: one sentence for each refusal")]
pub fn refusal(refusal: &MeetingRefusal) -> String {
    match refusal {
        MeetingRefusal::NotAtThisStage { stage } => {
            let stage = stage_word(*stage);
            format!("这次议事会现在是“{stage}”,不能再这样做了。请刷新看最新的进展。")
        }
        MeetingRefusal::NoticeTooLate { by } => {
            let by = LANGUAGE.date(*by);
            format!("公告最晚要在{by}发出,已经来不及了。请改到晚一些的日期。")
        }
        MeetingRefusal::NoAgenda => "还没有议程。请先写好议程,再发公告。".into(),
        MeetingRefusal::AgendaTooLong { minutes, most } => {
            format!("议程一共要 {minutes} 分钟,会议只有 {most} 分钟。请缩短或去掉一些。")
        }
        MeetingRefusal::UnknownResolution => "没有这条还没办完的决议。请刷新页面,再选一次。".into(),
        MeetingRefusal::NotCarried => {
            "这条决议没有通过,或者已经转到下一次议事会,不在这里跟进。请看别的决议。".into()
        }
        MeetingRefusal::ResolutionsOpen { n_open } => {
            format!("还有 {n_open} 条决议没有办完。请先办完,或者列入下一次议事会的议程。")
        }
        MeetingRefusal::WordsAwaited { until } => {
            let until = LANGUAGE.date(*until);
            format!("居民还在回话,最晚{until}。请等居民说办好了,或者过了那天再办结。")
        }
        MeetingRefusal::ReportedAlready => {
            "这条决议已经报告办好了,正在等居民回话,或者居民已经确认。请看居民怎么说。".into()
        }
        MeetingRefusal::NotReportedDone => {
            "这条决议现在不用回话:还在办,或者刚才有人说没办好,已经重新办。请刷新看最新的进展。"
                .into()
        }
        MeetingRefusal::NotConcerned => {
            "到过会的人,提过或支持过议题的人,才能说办好没有。您有话要说,请提一条意见。".into()
        }
        MeetingRefusal::SaidAlready => "您已经说过了,不用再说。还有话要说,请提一条意见。".into(),
        MeetingRefusal::SaidTooLate { until } => {
            let until = LANGUAGE.date(*until);
            format!("回话到{until}为止,已经过了。还没办好的话,请提一条意见。")
        }
        MeetingRefusal::ReopenedAlready => {
            "这条决议已经重新办过一次,或者会已经办结,不能再重新办。请提一条意见,会有人答复您。"
                .into()
        }
        MeetingRefusal::InThePast => "这个时间已经过去了。请选以后的时间。".into(),
        MeetingRefusal::InWorkingHours { day } => {
            let day = LANGUAGE.date(*day);
            format!("{day}的这个时间多数人在上班。请改到晚上或休息日,或者写明为什么。")
        }
        MeetingRefusal::UnknownYear { year } => {
            format!("工作日历里还没有 {year} 年。请先导入那一年的放假安排,或者选别的日期。")
        }
        MeetingRefusal::NothingChanged => "和原来一样,没有改动。请先改,再保存。".into(),
        MeetingRefusal::RoomTaken => {
            "这个时间这个地点有别的议事会。请换一个地点,或者换一个时间。".into()
        }
        MeetingRefusal::FacilitatorBusy => {
            "主持人这个时间要主持别的议事会。请换一位主持人,或者换一个时间。".into()
        }
        MeetingRefusal::UnknownFacilitator => "没有这位主持人。请从名单里再选一次。".into(),
        MeetingRefusal::TooEarly { from } => {
            let from = LANGUAGE.moment(*from);
            format!("还没有到时间。从{from}起可以签到和开会。")
        }
        MeetingRefusal::Over { at } => {
            let at = LANGUAGE.moment(*at);
            format!("这次议事会到{at}为止,已经过了。请看下一次议事会,或者打上面的电话。")
        }
        MeetingRefusal::NotThisWay { way: Way::InPerson } => {
            "这次议事会没有现场座位。请选网上参加,或者打上面的电话。".into()
        }
        MeetingRefusal::NotThisWay { way: Way::Online } => {
            "这次议事会没有网上参加。请选到现场,或者打上面的电话。".into()
        }
        MeetingRefusal::AnsweredAlready => "已经这样登记过了,不用再点。".into(),
        MeetingRefusal::OtherWayFull { way: Way::InPerson } => {
            "现场座位满了。网上的名额给您留着;要去现场候补,请先取消网上的。".into()
        }
        MeetingRefusal::OtherWayFull { way: Way::Online } => {
            "网上名额满了。现场的座位给您留着;要候补网上名额,请先取消现场的。".into()
        }
        MeetingRefusal::HereAlready => "已经签到了,不用再办。签错了,请工作人员撤销签到。".into(),
        MeetingRefusal::NotHere => "还没有签到,没有可以撤销的。请刷新看最新的名单。".into(),
        MeetingRefusal::VotesCounted { least } => {
            format!("已经表决过,到场的不能少于 {least} 人,这次签到不能撤销。请核对名单。")
        }
        MeetingRefusal::NoQuorumNow { n_present, quorum } => {
            format!("签到的有 {n_present} 人,要 {quorum} 人才能表决。请先给到场的人签到。")
        }
        MeetingRefusal::MoreVotesThanPeople { n_votes, n_present } => {
            format!("票数一共 {n_votes},签到的只有 {n_present} 人。请重新数一遍,或者补签到。")
        }
        MeetingRefusal::NobodyVoted => "没有人赞成,也没有人反对。请数好举手的人再填。".into(),
    }
}

fn stage_word(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Scheduled => "已排期",
        StageKind::Noticed => "已公告",
        StageKind::InSession => "正在开会",
        StageKind::Held => "已开完",
        StageKind::NoQuorum => "人数不足",
        StageKind::MinutesPublished => "纪要已公布",
        StageKind::Closed => "已办结",
        StageKind::Cancelled => "已取消",
    }
}
