//! What is wrong with a slot, in Chinese.
use super::LANGUAGE;
use crate::words::format::hour_minute;
use huiyin_domain::councils::{
    Hours,
    rules::{DAY_BEGINS, DAY_ENDS, SlotProblem},
};

pub(super) fn no_slot(hours: &Hours, problem: &SlotProblem) -> String {
    let at = LANGUAGE.moment(hours.begins());
    match problem {
        SlotProblem::EndsBeforeItBegins => {
            format!("{at}这一场,结束比开始还早。请把结束时间改晚。")
        }
        SlotProblem::InThePast => format!("{at}已经过了。请选以后的时间。"),
        SlotProblem::AtNight => {
            let (from, until) = (hour_minute(DAY_BEGINS), hour_minute(DAY_ENDS));
            format!("{at}这一场太早或太晚。议事会在当天 {from} 到 {until} 之间开,请改时间。")
        }
        SlotProblem::WrongLength { least, most } => format!(
            "{at}这一场不是太短就是太长。一场最短 {least} 分钟,最长 {} 小时,请改结束时间。",
            most / 60
        ),
        SlotProblem::TooNearForNotice { from } => {
            let from = LANGUAGE.date(*from);
            format!("{at}太近,来不及公告。最早要{from}:请选那天或以后的时间,已经加上的可以撤下。")
        }
        SlotProblem::InWorkingHours => {
            format!("{at}多数人在上班。请选晚上或休息日,或者写明原因,给所有人看。")
        }
        SlotProblem::RoomTaken { room, by } => {
            let by = LANGUAGE.moment(by.begins());
            format!("“{room}”从{by}起有另一场,{at}用不了。请换时间,或者换地方。")
        }
    }
}

pub(super) fn unknown_year(year: i32) -> String {
    format!("日历里还没有 {year} 年的放假安排。请选别的年份,或者请居委会放入 {year} 年的日历数据。")
}
