//! Words of the public ledger, in plain Chinese.
use super::{CHINESE, Card, Filter, Words};

/// Words of the public ledger, in plain Chinese.
pub const PLAIN: Words = Words {
    lead: "大家说的事,办到哪一步了,都在这里。",
    nothing_here: "这样选,一件也没有。",
    downloads_mean: "表格是选中的全部,数据只是这一页。没有姓名和电话。",
    filter: Filter { heading: "挑着看", show: "就看这些", ..CHINESE.filter },
    card: Card { passed_on: |n| format!("换过 {n} 次负责的部门"), ..CHINESE.card },
    ..CHINESE
};
