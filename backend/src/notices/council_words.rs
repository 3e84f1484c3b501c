//! The words of messages about councils: what everybody may know of them, and where to read more.

use huiyin_domain::{
    councils::{
        Hours,
        meeting::{Council, Resolution, Told},
    },
    direction::isolated,
    time::Day,
};

/// In Chinese.
pub(super) fn chinese(council: &Council, told: Told) -> String {
    let (title, when) = (isolated(council.title.as_str()), when(council.hours));
    let room = &council.room.name;
    match told {
        Told::Noticed => format!("议事会“{title}”定在{when},{room},请您来"),
        Told::Moved => format!("议事会“{title}”改到{when},{room}"),
        Told::Cancelled => format!("议事会“{title}”取消了,请别跑空"),
        Told::LinkChanged => format!("议事会“{title}”的网上会议地址改了,请看新的"),
        Told::Promoted => format!("议事会“{title}”有您的座位了,{when},{room}"),
        Told::Pushed => format!("议事会“{title}”的座位变少了,您现在候补,有空位就通知您"),
        Told::Reminder => format!("提醒您:议事会“{title}”{when}开始,{room}"),
        Told::MinutesPublished => format!("议事会“{title}”的纪要出来了"),
        Told::ReportedDone => match asked_until(council) {
            Some(until) => {
                let until = until.format("%-m月%-d日");
                format!("议事会“{title}”有决议报告办好了,办好没有,请您最晚{until}说一声")
            }
            None => format!("议事会“{title}”的决议有了新进展,请您看看"),
        },
    }
}

/// In English.
pub(super) fn english(council: &Council, told: Told) -> String {
    let title = isolated(council.title.as_str());
    let (day, from) = (council.hours.day, council.hours.from.format("%H:%M"));
    match told {
        Told::Noticed => format!("The council \"{title}\" sits on {day} at {from}"),
        Told::Moved => format!("The council \"{title}\" was moved to {day} at {from}"),
        Told::Cancelled => format!("The council \"{title}\" does not take place"),
        Told::LinkChanged => format!("The council \"{title}\" has a new address for video"),
        Told::Promoted => format!("You have a seat now at the council \"{title}\" on {day}"),
        Told::Pushed => format!("The council \"{title}\" has fewer seats; you wait for one now"),
        Told::Reminder => format!("The council \"{title}\" sits on {day} at {from}"),
        Told::MinutesPublished => format!("The minutes of the council \"{title}\" are public"),
        Told::ReportedDone => match asked_until(council) {
            Some(until) => format!(
                "A resolution of the council \"{title}\" is reported as done; please say by \
                 {until} whether it is"
            ),
            None => format!("There is news of a resolution of the council \"{title}\""),
        },
    }
}

/// Until when residents are asked; nothing when somebody has put it back to open meanwhile.
fn asked_until(council: &Council) -> Option<Day> {
    council.resolutions.iter().filter_map(Resolution::asked_until).max()
}

fn when(hours: Hours) -> String {
    format!("{} {}", hours.day.format("%-m月%-d日"), hours.from.format("%H:%M"))
}
