//! Words of the public ledger, in Chinese.
use super::{Card, Figures, Filter, Find, Plots, Words};
use huiyin_domain::feedback::figures::Share;

/// Words of the public ledger, in Chinese.
pub const CHINESE: Words = Words {
    heading: "回音榜",
    see: "看回音榜:大家的事办得怎么样",
    lead: "大家说了什么,答复了没有,办好了没有,都在这里。不用登录。",
    on: |day| format!("截至{day}"),
    nothing: "还没有人提意见。您可以来提第一条。",
    nothing_here: "这样选,一件也没有。请少选几样。",
    list: "一件一件看",
    next: "看后面的",
    newest: "回到最新的",
    downloads: "下载",
    downloads_mean: "表格是选中的全部;数据是这一页,里面写着怎么接着取。没有姓名和电话。",
    csv: "下载表格(CSV)",
    json: "下载数据(JSON)",
    figures: Figures {
        heading: "总的情况",
        sent: |n| format!("一共收到 {n} 件(收回的不算)。"),
        in_time: |share| of(share, "已按时答复", "还没有到期要答复的。"),
        adopted: |share| of(share, "全部或部分采纳", "还没有答复过的。"),
        delivered: |share| of(share, "采纳后已办好", "还没有采纳的。"),
        confirmed: |share| of(share, "办好后居民已确认", "还没有办好的。"),
        content: |share| of(share, "居民表示满意", "还没有居民评价。"),
        overdue,
        whole_means: "超期没答复的也算在总数里。",
    },
    filter: FILTER,
    card: Card {
        number: |n| format!("第{n}号"),
        sent: |kind, day| format!("{kind} · {day}提出"),
        passed_on: |n| format!("转办过 {n} 次"),
        office: "居委会",
        some_department: "有关部门",
    },
    plots: PLOTS,
    find: Find {
        heading: "按编号查",
        number: "编号",
        hint: "回执上的号码,比如 128。",
        go: "查这个编号",
    },
};

/// The selection.
const FILTER: Filter = Filter {
    heading: "选着看",
    theme: "什么事",
    place: "什么地方",
    department: "谁负责",
    month: "哪个月提的",
    stage: "办到哪一步",
    overdue: "只看超期的",
    overdue_chosen: "超期的",
    all: "全部",
    show: "按这样看",
    chosen: |chosen| format!("现在只看:{chosen}"),
    clear: "不选了,看全部",
};

/// The plots.
const PLOTS: Plots = Plots {
    by_month: "按月份",
    by_department: "按负责部门",
    by_theme: "按什么事",
    by_place: "按地方",
    hint: "空心条是收到的,实心条是按时答复的,虚线条是现在超期的。",
    as_table: |plot| format!("{plot}用表格看"),
    nothing: "没有可以画成图的。",
    columns: ["名称", "收到", "按时答复", "现在超期"],
    show_all: |n| format!("显示全部 {n} 行"),
    sent: |n| format!("收到 {n} 件"),
    in_time: |n| format!("按时答复 {n} 件"),
    overdue: |n| format!("现在超期 {n} 件"),
    no_theme: "还没有分类",
    no_place: "没有选地点",
};

/// A part and a whole, and after them the hundredths.
fn of(Share { part, whole }: Share, what: &str, none: &str) -> String {
    match (Share { part, whole }).percent() {
        Some(percent) => format!("{what} {part} 件,共 {whole} 件({percent}%)。"),
        None => none.to_owned(),
    }
}

fn overdue(n: u32) -> String {
    match n {
        0 => "现在没有超期的。".to_owned(),
        n => format!("现在超期 {n} 件。"),
    }
}
