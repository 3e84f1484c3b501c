//! What was refused on the register, in Chinese.
use super::zh::column_word;
use crate::words::faults;
use huiyin_domain::{
    problems::FieldFault,
    register::{FileFault, RegisterRefusal, RowFault},
};

/// Why a row is not taken, and what to do.
pub fn row(why: &RowFault) -> String {
    match why {
        RowFault::Missing => "这一格是空的。姓名、楼栋和室都要填。".into(),
        RowFault::TooLong { n_chars, max } => {
            format!("写了 {n_chars} 个字,最多 {max} 个。请写短一点。")
        }
        RowFault::Formula => "以 = + - @ 开头,表格会当成公式。请去掉这个符号。".into(),
        RowFault::Markup => "里面有 < 或 >。请去掉。".into(),
        RowFault::Phone { problem } => {
            (faults::CHINESE.fault)("phone", &FieldFault::Phone(*problem))
        }
        RowFault::SameAsRow { first } => format!("和第 {first} 行是同一个人。留一行就行。"),
        RowFault::HouseholdElsewhere { first: Some(first), address } => {
            format!("这个户号在第 {first} 行是{address}。一个户号只能有一个住址,请核对。")
        }
        RowFault::HouseholdElsewhere { first: None, address } => {
            format!("这个户号在名册里是{address}。一个户号只能有一个住址,请核对。")
        }
        RowFault::WrongColumns { n_cells, expected } => {
            format!("这一行有 {n_cells} 格,第一行有 {expected} 格。请对齐,或给逗号加引号。")
        }
    }
}

/// Why a file cannot be read, and what to do.
pub fn file(fault: &FileFault) -> String {
    match fault {
        FileFault::Empty => "表格里没有居民。第一行写列名,下面一人一行。".into(),
        FileFault::NotText => "读不出文字。请在 Excel 里另存为 CSV,再选一次。".into(),
        FileFault::Workbook => "这是 Excel 文件。请点“另存为”,选 CSV,再选那个文件。".into(),
        FileFault::OpenQuote { row } => {
            format!("第 {row} 行有一个引号没有结束。请补上或去掉,再选一次。")
        }
        FileFault::MissingColumn { column } => {
            format!("第一行里没有“{}”这一列。请加上列名,再选一次。", column_word(*column))
        }
        FileFault::RepeatedColumn { column } => {
            format!("第一行里“{}”有两列。请只留一列。", column_word(*column))
        }
        FileFault::TooManyRows { most } => format!("一次最多 {most} 行。请分成几个表格。"),
        FileFault::TooLarge { max_bytes } => {
            format!("文件太大,最多 {} 兆。请分成几个表格。", max_bytes / 1_048_576)
        }
    }
}

/// Why a command was refused, and what to do.
pub fn refusal(why: RegisterRefusal) -> String {
    match why {
        RegisterRefusal::Changed => "名册刚才变了,报告已经不对。请看新的报告,再确定。",
        RegisterRefusal::NobodyToWrite => "选的人都有过信了。请选别的楼栋,或者选“给所有人印新的”。",
        RegisterRefusal::MadeMeanwhile => {
            "这些信在别的窗口做过了。请刷新看看;没拿到信的,请一封一封补。"
        }
    }
    .into()
}
