//! What is wrong with one field, in Chinese.
use super::Words;
use crate::words::{Language, format::hour_minute, register, staff};
use huiyin_domain::{
    calendar::Window,
    callbacks::phone::{MOBILE_DIGITS, PhoneProblem},
    helping::code::HelpCodeProblem,
    money::{MOST_YUAN, MoneyProblem},
    notices::EmailProblem,
    problems::FieldFault,
    residents::letter_code::LetterCodeProblem,
    words::WordsProblem,
};

/// What is wrong with a form, in Chinese.
pub const CHINESE: Words = Words { title: |n| format!("有 {n} 处要改"), fault };

const LANGUAGE: Language = Language::Chinese;

/// A field, by name, and its fault.
fn fault(field: &str, fault: &FieldFault) -> String {
    match fault {
        FieldFault::Words(WordsProblem::Empty) => match field {
            "title" => "还没有写要做什么。写一句话就行。".into(),
            "place" => "还没有写在哪里。例如:3号楼1单元门口。".into(),
            "why" => "还没有写为什么。说说现在有什么不方便。".into(),
            "draw" => "还没有填抽签结果。请当众抽签后填在这里。".into(),
            "reason" => "还没有写原因。写给所有人看的一句话。".into(),
            "when" => "还没有选什么时候方便。请选一个,“都可以”也行。".into(),
            _ => "这里还没有填。".into(),
        },
        FieldFault::Words(WordsProblem::TooLong { n_chars, max }) => {
            format!("写了 {n_chars} 个字,最多 {max} 个。请删掉 {} 个字。", n_chars - max)
        }
        FieldFault::Money(problem) => money(*problem),
        FieldFault::AboveCap { cap } if field == "cap" => {
            format!("一个提案的钱不能超过总金额。总金额是 {}。请改小。", LANGUAGE.yuan(*cap))
        }
        FieldFault::AboveCap { cap } => format!("最多 {}。请改小。", LANGUAGE.yuan(*cap)),
        FieldFault::Code(problem) => code(*problem),
        FieldFault::Phone(problem) => phone(*problem),
        FieldFault::Email(problem) => email(*problem).into(),
        FieldFault::Register(fault) => register::refusals_zh::file(fault),
        FieldFault::HelpCode(problem) => help_code(*problem),
        FieldFault::TooMany { max } => format!("最多 {max} 个。请去掉一些。"),
        FieldFault::OutOfRange { least, most } => format!("请填 {least} 到 {most} 之间的数。"),
        FieldFault::Date if field == "received" => "收到的日期不能在今天以后。请重新选。".into(),
        FieldFault::Date if field == "from_day" => "请选今天或今天以后的日期。".into(),
        FieldFault::Date if field == "until_day" => "最后一天不能早于第一天。请重新选。".into(),
        FieldFault::Date => "请选日期,并且要在前一个日期之后。".into(),
        FieldFault::DayTooFar { latest } => {
            format!("最晚只能选{}。请选早一点的日期。", LANGUAGE.date(*latest))
        }
        FieldFault::DayTooEarly { earliest } => {
            format!("最早只能选{}。请核对年份,再选一次。", LANGUAGE.date(*earliest))
        }
        FieldFault::OutsideWindow { window } => outside_window(window),
        FieldFault::NotAnAddress => {
            "网址要以 http:// 或 https:// 开头。请整条复制过来,没有就空着。".into()
        }
        FieldFault::Password(problem) => staff::refusals_zh::password(*problem),
        FieldFault::SecondFactor(problem) => staff::refusals_zh::code(*problem),
        FieldFault::NameTaken => "这个名字已经有了。请换一个。".into(),
        FieldFault::UnknownPhoto => "照片没有传上来。请重新选一次照片。".into(),
        FieldFault::NothingChosen => match field {
            "times" => "还没有选时间。都来不了,请选“都不行”。".into(),
            "starts" => "还没有选上午、下午还是晚上。请至少选一样。".into(),
            "attend" => "还没有选怎么参加。请选一个。".into(),
            _ => "还没有选。请选一个。".into(),
        },
        FieldFault::UnknownSubmission => "没有这个编号。请对照再填一次。".into(),
        FieldFault::DoesNotFitTheBallot => {
            "这种计票办法要除以价钱,和这种选票不配:在总金额里选时,价钱已经算过;排先后只说先后。请换一种计票办法。"
                .into()
        }
        FieldFault::NotInParts => {
            "“部分采纳”要至少采纳一条、至少不采纳一条。请改一改,或者选别的答复。".into()
        }
        FieldFault::Unfilled => "模板里还有【】没有填。请改成这件事的话,把【】去掉。".into(),
        FieldFault::UnknownResident => "没有找到这位居民。请按姓名或住址再找一次。".into(),
    }
}

fn email(problem: EmailProblem) -> &'static str {
    match problem {
        EmailProblem::NoAt => "邮箱里要有一个 @,前面是名字。例如 wang@example.cn。",
        EmailProblem::NoDomain => "@ 后面不对。请照 example.cn 的样子填。",
        EmailProblem::WrongSign => "邮箱里有不能用的符号或空格。请去掉再填。",
        EmailProblem::TooLong => "邮箱太长了。请检查有没有多填。",
    }
}

fn money(problem: MoneyProblem) -> String {
    match problem {
        MoneyProblem::Empty => "还没有填金额。".into(),
        MoneyProblem::NotANumber => "这不像一个金额。请写数字,例如 8000 或 1.5万。".into(),
        MoneyProblem::FinerThanFen => "金额最多到分,小数点后两位。".into(),
        MoneyProblem::Zero => "金额要大于 0。".into(),
        MoneyProblem::TooMuch => format!("金额太大了,最多 {MOST_YUAN} 元。请检查有没有多写零。"),
    }
}

fn code(problem: LetterCodeProblem) -> String {
    match problem {
        LetterCodeProblem::Empty => "还没有填号码。号码在居委会寄给您的信上。".into(),
        LetterCodeProblem::NotDigits => "号码里只有数字。请照信上的数字填。".into(),
        LetterCodeProblem::WrongLength { n_digits } => {
            format!("填了 {n_digits} 位,号码是 12 位。请对照信再看一遍。")
        }
    }
}

fn phone(problem: PhoneProblem) -> String {
    match problem {
        PhoneProblem::Empty => "还没有填电话号码。填一个能找到您的号码。".into(),
        PhoneProblem::NotDigits => "号码里有不是数字的字。请只写数字。".into(),
        PhoneProblem::Abroad => "我们只能打大陆的号码。请换一个,或者打上面的电话。".into(),
        PhoneProblem::NoAreaCode => "固定电话前面要加区号,例如 021。".into(),
        PhoneProblem::WrongLength { n_digits } => {
            format!("填了 {n_digits} 位。手机是 {MOBILE_DIGITS} 位,固定电话要带区号。请再数一数。")
        }
        PhoneProblem::UnknownBeginning => "没有这样开头的号码。请对照着再看一遍。".into(),
    }
}

fn help_code(problem: HelpCodeProblem) -> String {
    match problem {
        HelpCodeProblem::Empty => "还没有填号码。号码在对方“找人帮忙”的页面上。".into(),
        HelpCodeProblem::NotDigits => "号码里只有数字。请照对方说的数字填。".into(),
        HelpCodeProblem::WrongLength { n_digits } => {
            format!("填了 {n_digits} 位,号码是 6 位。请对照再看一遍。")
        }
    }
}

fn outside_window(window: &Window) -> String {
    let (from, until) = (hour_minute(window.from), hour_minute(window.until));
    format!("这一场要在 {from} 到 {until} 之间。请改开始时间,或者开短一点。")
}
