//! Why a rule about objections, incompatible proposals or awards says no, in Chinese.
use crate::words::Language;
use huiyin_domain::{contests::ContestRefusal, money::Money};

/// What is so, and what to do next.
pub fn refusal(refusal: &ContestRefusal) -> String {
    let amount = |money: &Money| Language::Chinese.money(*money, "CNY");
    match refusal {
        ContestRefusal::Unanswered { n } => {
            format!("还有 {n} 条异议没有答复,不能进入下一阶段。请先到“异议”里逐条答复。")
        }
        ContestRefusal::BeginsByHand => {
            "这个阶段由居委会宣布才开始,不能先定日期。请改别的阶段的日期。".into()
        }
        ContestRefusal::NoObjectionsNow => "现在不是提异议的时间。有事请打上面的电话。".into(),
        ContestRefusal::NothingToObjectTo => "这一项现在不能提异议。请回上一页另选。".into(),
        ContestRefusal::ObjectedAlready => "这一项您已经提过异议了。请看公开的答复。".into(),
        ContestRefusal::AnsweredAlready => "这条异议已经答复了。请刷新看看。".into(),
        ContestRefusal::NotThisChange => {
            "这条异议不能这样改名单。请选别的办法,用文字说清楚。".into()
        }
        ContestRefusal::LastOnTheList => "这是最后一个入围的提案,不能去掉。请另选办法。".into(),
        ContestRefusal::TooFewInGroup => "至少要写两个不同的提案号码。请补上。".into(),
        ContestRefusal::TooManyInGroup { max } => format!("最多 {max} 个。请减少一些。"),
        ContestRefusal::NotShortlisted { proposal } => {
            format!("第{proposal}号没有入围,不能写进来。请核对号码。")
        }
        ContestRefusal::NoSuchGroup => "没有这一组。请刷新看看。".into(),
        ContestRefusal::NotAWinner => "这个提案没有当选,不用退出。请核对号码。".into(),
        ContestRefusal::NotInReserve => "这个提案不在储备名单上,不能递补。请核对号码。".into(),
        ContestRefusal::OthersFirst { proposal } => {
            format!("储备名单上第{proposal}号排在前面,钱也够。请先递补它。")
        }
        ContestRefusal::GoesNotWith { proposal } => {
            format!("它和当选的第{proposal}号只能办一个,不能递补。")
        }
        ContestRefusal::AwardAboveCap { cap } => {
            format!("一个提案最多资助 {},不能超过。请先核对金额。", amount(cap))
        }
        ContestRefusal::AwardAboveBudget { left } => {
            format!("钱不够:总资金只剩 {}。等有当选的退出,再来递补。", amount(left))
        }
    }
}
