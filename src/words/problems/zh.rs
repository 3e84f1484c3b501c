//! What went wrong, in Chinese.
mod slots;

use super::Words;
use crate::words::{
    Language, ballots, coaching, contests, councils, delivery, feedback, helping, moderation,
    register, staff,
};
use huiyin_domain::{
    problems::ProblemKind, recordings::StageKind as RecordingStage, refusals::Refusal,
};

const LANGUAGE: Language = Language::Chinese;

/// What went wrong, in Chinese.
pub const CHINESE: Words = Words { refusal, ballot: ballots::zh::wrong, kind };

#[expect(clippy::too_many_lines, reason = "a table: one sentence for each refusal")]
fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::SignInFirst => "要先登录。用信函上的 12 位号码登录后再来。".into(),
        Refusal::ResidentsOnly => "这件事只有居民能做。工作人员的账号不能提案、联名和投票。".into(),
        Refusal::OrganiserOnly => "这件事只有活动组织者能做。有意见可以打上面的电话。".into(),
        Refusal::StaffOnly => "这件事只有工作人员能做。有事可以打上面的电话。".into(),
        Refusal::YourOwnProposal => "这是您自己的提案,不用给自己联名。可以请邻居来联名。".into(),
        Refusal::NotYourProposal => "这不是您的提案,这件事只有提案人能做。可以打上面的电话问。".into(),
        Refusal::AlreadyCoSigned => "您已经联名了,不用再点。".into(),
        Refusal::NotCoSigned => "您没有给这个提案联名,所以没有可以撤回的。".into(),
        Refusal::NotAtThisStage { stage } => {
            let stage = (contests::CHINESE.stage)(*stage);
            format!("这个提案现在是“{stage}”,不能再这样做了。请刷新看最新的进度。")
        }
        Refusal::TooFewCoSigns { has, needed } => {
            format!("现在 {has} 人联名,要 {needed} 人才能进入会审。可以再等等,或者写明原因先送会审。")
        }
        Refusal::NotOnTheList { n_items } => {
            format!("负面清单只有 {n_items} 条,没有您选的这一条。请重新选。")
        }
        Refusal::NothingChanged => "文字和现在的一样,没有改动。请先改一项,再交。".into(),
        Refusal::SayWhyItChanged { n_co_signs } => {
            format!("已经有 {n_co_signs} 人联名。请写一句为什么改,再交一次。")
        }
        Refusal::TooManyCoAuthors { max } => {
            format!("共同提案人最多 {max} 位,已经满了。可以给这个提案联名。")
        }
        Refusal::UnknownInvitation => {
            "没有这个邀请码:可能抄错了、用过了,或者过期了。请对照再填,或者请提案人再发一个。".into()
        }
        Refusal::TooManyDepartments { max } => {
            format!("除了牵头的,最多再请 {max} 个部门。请去掉几个。")
        }
        Refusal::OthersHaveNotAnswered { n } => {
            format!("还有 {n} 个部门没有给意见,期限也没到。请等他们,或者过了期限再定。")
        }
        Refusal::TooManyMonths { max } => format!("工期最多 {max} 个月。请改短。"),
        Refusal::NoSuchProposal { proposal } => {
            format!("这个活动里没有第{proposal}号提案。请对照编号再填一次。")
        }
        Refusal::CannotTakeIn { proposal, stage } => {
            let stage = (contests::CHINESE.stage)(*stage);
            format!("第{proposal}号现在是“{stage}”,不能再合并进去。请换一个提案。")
        }
        Refusal::NotInThisPhase { phase, next_at } => {
            let phase = (contests::CHINESE.phase)(*phase);
            let until = next_at.map_or(String::new(), |at| {
                format!(",到{}为止", LANGUAGE.moment(at))
            });
            format!("活动现在是“{phase}”阶段{until},还不能或不能再做这件事。")
        }
        Refusal::NotTheNextPhase { phase } => {
            let phase = (contests::CHINESE.phase)(*phase);
            format!("活动现在是“{phase}”,只能进入紧接着的下一个阶段。请刷新后再试。")
        }
        Refusal::NothingShortlisted => "还没有入围的提案,不能公示。请先确定入围提案和金额。".into(),
        Refusal::AboveCap { cap } => {
            format!("每个提案最多 {},请把金额改小。", LANGUAGE.yuan(*cap))
        }
        Refusal::CostsNothing => "核定金额要大于 0。请填办成这件事要多少钱。".into(),
        Refusal::DatesOutOfOrder => "日期要在现在之后,并且前后顺序不能颠倒。请重新选日期。".into(),
        Refusal::RulesAreSealed => "公示以后,规则和入围提案都封存了,不能再改。".into(),
        Refusal::BallotAlreadyHandedOut => {
            "您的选票已经在另一台手机或浏览器上领过了。要改票,请用那一台;那一台丢了,请打上面的电话。"
                .into()
        }
        Refusal::UnknownBallot => "投票箱不认识这张选票。请回到投票页重新领票。".into(),
        Refusal::VotingClosed { at } => {
            format!("投票已经在{}截止。之前投进去的票有效,不能再改。", LANGUAGE.moment(*at))
        }
        Refusal::AlreadyCounted => "票已经计过了,不能重复。请刷新看结果。".into(),
        Refusal::NotCountedYet => "还没有计票。请先计票,再公布结果。".into(),
        Refusal::Meeting { why } => councils::meeting_refusals_zh::refusal(why),
        Refusal::Register { why } => register::refusals_zh::refusal(*why),
        Refusal::Council { why } => councils::refusals_zh::refusal(why),
        Refusal::Contest { why } => contests::refusals_zh::refusal(why),
        Refusal::Moderation { why } => moderation::refusal_in_chinese(*why),
        Refusal::Coaching { why } => coaching::refusal_in_chinese(*why),
        Refusal::Staff { why } => staff::refusals_zh::refusal(*why),
        Refusal::Delivery { why } => delivery::refusals_zh::refusal(*why),
        Refusal::CallbackClosed { at } => {
            format!("这个回电已经在{}办完了,不用再办。", LANGUAGE.moment(*at))
        }
        Refusal::TryAgainFirst { least } => {
            format!("至少打 {least} 次才能结束。请换个时间再打一次。")
        }
        Refusal::ToldOnce => {
            "这封信刚才已经做好,号码只显示一次。没看到的话,请再按一次,旧号码就作废。".into()
        }
        Refusal::NotReceivedInTime { from, until } => {
            let (from, until) = (LANGUAGE.date(*from), LANGUAGE.date(*until));
            format!("只有{from}到{until}收到的才能录入。请核对收到的日期。")
        }
        Refusal::SameTitle { proposal } => {
            format!("这位居民已经有一个同名的提案,是第{proposal}号。请先看是不是同一个。")
        }
        Refusal::SameWords { submission } => {
            format!("这位居民已经交过一样的话,是第{submission}号。请先看是不是同一件事。")
        }
        Refusal::NewerAnswer { on } => {
            let on = LANGUAGE.date(*on);
            format!("这位居民在{on}又填过一次,以那一次为准。请打电话问一下。")
        }
        Refusal::NotYourRecording => {
            "这不是您的录音,只有录音的本人能听、能答复。请用自己的信函登录。".into()
        }
        Refusal::RecordingNotAtThisStage { stage } => {
            let stage = recording_stage(*stage);
            format!("这段录音现在是“{stage}”,不能再这样做了。请刷新看最新的进度。")
        }
        Refusal::TooManyRecordings { max } => {
            format!("您已经有 {max} 段录音在办。等一段办完再录,或者先收回一段。")
        }
        Refusal::NoRecordingsHere => "这里现在不收录音。请打字,或者打上面的电话。".into(),
        Refusal::TooLateForRecording => {
            "公示已经开始,这段录音赶不上这次活动了。请在下次活动再提,或者打上面的电话。".into()
        }
        Refusal::PartMissing { .. } => {
            "录音还没有传完。请再点一次发送,会从断的地方接着传。".into()
        }
        Refusal::SoundDiffers => {
            "传上来的和您录的不一样。请收回这段,再录一次;或者打上面的电话。".into()
        }
        Refusal::NotYourSubmission => "只有提出的人自己能这样说。您可以关注它,看后面的进展。".into(),
        Refusal::FeedbackNotAtThisStage { stage } => {
            let stage = (feedback::CHINESE.stage)(*stage);
            format!("它现在是“{stage}”,不能再这样做了。请刷新看最新的进展。")
        }
        Refusal::NotYourDuty => "这件事由别的部门答复。要处理,请让居委会先转给您的部门。".into(),
        Refusal::FirstAnswerGiven => "已经回应过了,不用再发一次。接下来请在期限前答复。".into(),
        Refusal::AppealedAlready => {
            "已经申诉过一次,只能申诉一次。还有话要说,请打上面的电话。".into()
        }
        Refusal::AppealTooLate { until } => {
            let until = LANGUAGE.date(*until);
            format!("申诉到{until}为止,已经过了。可以再提一条意见,或者打上面的电话。")
        }
        Refusal::AlreadyTheirs => "它已经在那里了。请选另一个部门。".into(),
        Refusal::DepartmentDissolved => "这个部门已经没有了。请选另一个部门,或者转给居委会。".into(),
        Refusal::ExtendedOften { most } => {
            format!("已经延期 {most} 次,不能再延了。请在期限前答复。")
        }
        Refusal::LateAlready { due } => {
            let due = LANGUAGE.date(*due);
            format!("这件事{due}到期,已经超期,不能再延期。请现在就办、就答复。")
        }
        Refusal::NotAWorkday { next } => {
            let next = LANGUAGE.date(*next);
            format!("这一天不上班。请选工作日,下一个工作日是{next}。")
        }
        Refusal::DayNotLater { than } => {
            let than = LANGUAGE.date(*than);
            format!("日期要在{than}以后。请重新选一个工作日。")
        }
        Refusal::DayTooFar { latest } => {
            let latest = LANGUAGE.date(*latest);
            format!("最晚只能选{latest}。请选早一点的工作日。")
        }
        Refusal::WouldGoInCircles => {
            "这两条会互相并来并去,没有人答复。请选另一条,或者直接答复。".into()
        }
        Refusal::DecidedByContest { .. } => {
            "它在提案大赛里,结果由评审和投票决定。请到提案的页面办理。".into()
        }
        Refusal::AuthorIsHere => "提出的人还在,要由本人确认。请打电话问一问。".into(),
        Refusal::OnlyInPerson => "这件事只能本人办。请结束帮忙,让本人登录后来办。".into(),
        Refusal::NotInHelpScope { scope } => {
            let scope = (helping::CHINESE.scope)(*scope);
            format!("本人没有同意代办“{scope}”。需要的话,请本人重新找人帮忙,加选这一样。")
        }
        Refusal::HelperCannotVote => {
            "投票要本人来,谁也不能代投。请结束帮忙,让本人登录后投,或者投纸质票。".into()
        }
        Refusal::HelpIsOver => {
            "这次帮忙已经结束:时间到了,或者停止了。要再帮忙,请本人给一个新号码。".into()
        }
        Refusal::UnknownHelpCode => {
            "没有这个号码:填错了、用过了,或者过了半小时。请对照再填,或请本人拿一个新号码。"
                .into()
        }
        Refusal::YourOwnHelp => "这是您自己的号码。请把它告诉要帮您的人。".into(),
        Refusal::TooManyHelpers { max } => {
            format!("已经有 {max} 个人在帮您,不能再多了。请先停掉一个。")
        }
        Refusal::NoSlot { hours, problem } => slots::no_slot(hours, problem),
        Refusal::UnknownYear { year } => slots::unknown_year(*year),
        Refusal::Stale { .. } => {
            "刚才有人先改动了。请刷新看最新的内容,再决定;您填的内容还在。".into()
        }
    }
}

fn recording_stage(stage: RecordingStage) -> &'static str {
    match stage {
        RecordingStage::Arriving => "正在上传",
        RecordingStage::Waiting => "等工作人员写成文字",
        RecordingStage::Written => "等本人确认文字",
        RecordingStage::Unclear => "没听清",
        RecordingStage::Agreed => "已经成为提案",
        RecordingStage::Withdrawn => "已经收回",
    }
}

fn kind(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::WrongCredentials => {
            "号码或密码不对。请对照信再看一遍;还不行,打上面的电话。".into()
        }
        ProblemKind::LetterUsedUp => {
            "这封信的号码已经用满了次数,不能再登录。打上面的电话,居委会给您补一封信。".into()
        }
        ProblemKind::SignedOut => "登录已经过期。请重新登录;您填的内容还在。".into(),
        ProblemKind::Missing => "没有找到。可能网址抄错了,或者还没有公布。".into(),
        ProblemKind::TooLarge { max_bytes } => {
            format!("文件太大,最多 {} MB。请换一张小一点的照片。", max_bytes / 1_000_000)
        }
        ProblemKind::NotAPhoto => "这不是能打开的照片。请选 JPEG、PNG 或 WebP 格式的照片。".into(),
        ProblemKind::NotARecording => {
            "没有收到能听的声音。请再录一次;还不行,可以打字或者打上面的电话。".into()
        }
        ProblemKind::RecordingTooLarge { .. } => {
            "录音太大,传不上来。请分成短一点的几段说,或者打上面的电话。".into()
        }
        ProblemKind::TooMany { retry_after_seconds } => {
            let minutes = retry_after_seconds.div_ceil(60).max(1);
            format!("试的次数太多了。请等 {minutes} 分钟再试,或者打上面的电话。")
        }
        ProblemKind::Broken => "服务器出了故障,已经记录下来。您填的内容还在,过一会儿再试。".into(),
        ProblemKind::KeyReused
        | ProblemKind::Malformed { .. }
        | ProblemKind::MethodNotAllowed
        | ProblemKind::UnsupportedMediaType
        | ProblemKind::Refused { .. }
        | ProblemKind::Invalid { .. }
        | ProblemKind::InvalidBallot { .. } => {
            "这个页面的版本和服务器对不上。请刷新页面再试;您填的内容会保留。".into()
        }
    }
}
