//! Why a rule about staff says no, and what is wrong with a password or a code, in Chinese.
use crate::words::Language;
use huiyin_domain::staff::{CodeProblem, PasswordProblem, StaffRefusal};

const LANGUAGE: Language = Language::Chinese;

/// What is so, and what to do next.
pub fn refusal(refusal: StaffRefusal) -> String {
    match refusal {
        StaffRefusal::AdministratorOnly => "工作人员的账号只有管理员能管。请找管理员办。".into(),
        StaffRefusal::OwnAccount => "自己的角色和账号不能自己改。请另一位管理员来办。".into(),
        StaffRefusal::LastAdministrator => {
            "这是最后一位管理员,不能离岗,也不能换角色。请先添加另一位管理员。".into()
        }
        StaffRefusal::Retired { at } => {
            let day = LANGUAGE.long_day(at);
            format!("这位工作人员{day}已经离岗。要回来工作,请用新的登录名添加。")
        }
        StaffRefusal::SameRole => "现在就是这个角色。请选另一个。".into(),
        StaffRefusal::PasswordFirst => "一次性密码要先换掉。请到“我的账号”换成自己的密码。".into(),
        StaffRefusal::SecondFactorFirst => "要先设好双重验证。请到“我的账号”去设。".into(),
        StaffRefusal::CodeNeeded => "还要填验证码。请看手机上的 6 位数字。".into(),
        StaffRefusal::NoSecondFactor => "还没有设双重验证,不用重设,也没有恢复码。请先设好。".into(),
        StaffRefusal::SecondFactorStands => {
            "双重验证已经设好。换手机或者丢了手机,请管理员重设。".into()
        }
        StaffRefusal::SecondFactorNotBegun => "还没有开始设。请先按“显示方块”。".into(),
    }
}

/// What is wrong with a password.
pub fn password(problem: PasswordProblem) -> String {
    match problem {
        PasswordProblem::Empty => "还没有填密码。".into(),
        PasswordProblem::TooShort { n_chars, least } => {
            format!("填了 {n_chars} 个字,至少要 {least} 个。可以写一句好记的话。")
        }
        PasswordProblem::TooLong { most } => format!("密码最多 {most} 个字。请改短一点。"),
        PasswordProblem::SameAsName => "密码不能和登录名或称呼一样。请换一个。".into(),
        PasswordProblem::SameAsBefore => "新密码和现在的一样。请换一个。".into(),
        PasswordProblem::Wrong => "密码不对。请看清大小写,再填一遍。".into(),
    }
}

/// What is wrong with a code.
pub fn code(problem: CodeProblem) -> String {
    match problem {
        CodeProblem::Empty => "还没有填验证码。请看手机上的验证器。".into(),
        CodeProblem::NotDigits => "验证码里只有数字。请照手机上的填。".into(),
        CodeProblem::WrongLength { n_digits } => {
            format!("填了 {n_digits} 位。验证码是 6 位,恢复码是 10 位。请再看一遍。")
        }
        CodeProblem::Wrong => "验证码不对,或者已经用过。请等手机换一个新的再填。".into(),
    }
}
