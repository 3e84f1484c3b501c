//! The words of messages about series: what everybody may know of them, and where to read more.

use huiyin_domain::{
    councils::{
        Hours,
        series::{Series, Stage, Told},
    },
    direction::isolated,
    time::Moment,
};

/// In Chinese.
pub(super) fn chinese(series: &Series, told: Told, hours: &[Hours]) -> String {
    let title = isolated(series.title.as_str());
    match told {
        Told::PollOpened => {
            let until = asked_until(series)
                .map(|until| format!("{}前", until.in_china().format("%-m月%-d日 %H:%M")));
            format!("“{title}”要开会,请您{}说什么时候能来", until.unwrap_or_default())
        }
        Told::SlotsAdded => {
            format!("“{title}”加了新的时间,请您只答新加的:{}", in_chinese(hours))
        }
        Told::Scheduled => format!("“{title}”的会期定了:{}", in_chinese(hours)),
        Told::Cancelled => format!("“{title}”不开了,原因写在里面"),
    }
}

/// In English.
pub(super) fn english(series: &Series, told: Told, hours: &[Hours]) -> String {
    let title = isolated(series.title.as_str());
    match told {
        Told::PollOpened => {
            let until = asked_until(series)
                .map(|until| format!(" by {}", until.in_china().format("%Y-%m-%d %H:%M")));
            format!("Please say when you can come to \"{title}\"{}", until.unwrap_or_default())
        }
        Told::SlotsAdded => {
            format!("Please answer only about the new times of \"{title}\": {}", in_english(hours))
        }
        Told::Scheduled => format!("The times of \"{title}\" are chosen: {}", in_english(hours)),
        Told::Cancelled => format!("\"{title}\" does not take place"),
    }
}

fn asked_until(series: &Series) -> Option<Moment> {
    match series.stage {
        Stage::Polling { until } => Some(until),
        Stage::TopicsOpen
        | Stage::Scheduled { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => None,
    }
}

fn in_chinese(hours: &[Hours]) -> String {
    let each = hours
        .iter()
        .map(|hours| format!("{} {}", hours.day.format("%-m月%-d日"), hours.from.format("%H:%M")));
    each.collect::<Vec<_>>().join("、")
}

fn in_english(hours: &[Hours]) -> String {
    let each = hours.iter().map(|hours| format!("{} {}", hours.day, hours.from.format("%H:%M")));
    each.collect::<Vec<_>>().join(", ")
}
