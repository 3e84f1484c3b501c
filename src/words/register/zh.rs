//! Words of the register, in Chinese.
use super::{BatchWords, ImportWords, PageWords, SilentWords, StatisticsWords, Words};
use huiyin_domain::{
    channels::Channel,
    register::{
        columns::Column,
        statistics::{Deed, Place},
    },
};

/// Words of the register, in Chinese.
pub const CHINESE: Words = Words {
    page: PageWords {
        heading: "居民名册",
        residents: |n, n_households| format!("{n} 人,{n_households} 户"),
        silent: |n| match n {
            0 => "每一户都有人登录过".to_owned(),
            n => format!("{n} 户从来没人登录过"),
        },
        without_building: |n| format!("{n} 人没有登记楼栋。导入名册可以补上。"),
        imported: |day| format!("上次导入:{day}"),
        never_imported: "还没有导入过名册。",
        import: "导入名册",
        letters: "成批印信函",
        see_silent: "看从来没登录过的户",
        save: "把名册存成表格",
        buildings: "各楼栋",
        show_all: |n| format!("显示全部 {n} 栋"),
    },
    import: ImportWords {
        heading: "导入名册",
        means: "先选表格,看报告。您点了确定,才会记入名册。",
        columns: "第一行写列名:姓名、楼栋、室。单元、电话、户号可以没有。一人一行。",
        excel: "在 Excel 里点“另存为”,选 CSV。最多 20,000 行。",
        file: "选表格文件(CSV)",
        file_hint: "选好以后马上出报告。",
        pasted: "没有文件?把表格粘贴在这里",
        pasted_hint: "在表格里全选、复制,连第一行的列名一起。",
        look: "看粘贴内容的报告",
        looking: "正在看……",
        told: |report| {
            format!("报告好了:{} 人是新的,{} 行没有收。", report.n_new, report.refused.len())
        },
        report: "导入前的报告",
        not_stored: "现在还没有存。请先看完。",
        rows: |n| format!("一共 {n} 行"),
        new: |n| format!("新的:{n} 人"),
        known: |n, n_filled| match n_filled {
            0 => format!("名册里已经有的:{n} 人,不会重复"),
            n_filled => format!("名册里已经有的:{n} 人,其中 {n_filled} 人补上住址、电话或户号"),
        },
        refused: |n| format!("没有收的:{n} 行"),
        ignored: |columns| format!("这些列用不到,不会存:{}。", columns.join("、")),
        refused_rows: "没有收的行",
        refused_means: "请在表格里改好这些行,再导入一次。已经收的不会重复。",
        row: |row, column| match column {
            Some(column) => format!("第 {row} 行,{}", column_word(column)),
            None => format!("第 {row} 行"),
        },
        why: super::refusals_zh::row,
        said: |said| format!("写的是:{said}"),
        first_new: |n, of| match u32::try_from(n) == Ok(of) {
            true => format!("新的 {of} 人"),
            false => format!("新的 {of} 人,前 {n} 人是"),
        },
        person: |name, address| format!("{name},{address}"),
        no_address: "没有登记住址",
        missing: |n| format!("名册里有、表格里没有的:{n} 人"),
        missing_means: "他们都留在名册里。搬走的,请找到本人再注销。",
        show_all: |n| format!("显示全部 {n} 行"),
        show_all_missing: |n| format!("显示这 {n} 人"),
        nothing: "没有新的内容,不用再存。",
        store: |n_new, n_filled| match n_filled {
            0 => format!("确定,记入 {n_new} 人"),
            n_filled => format!("确定,记入 {n_new} 人,补充 {n_filled} 人"),
        },
        other: "换一个表格",
        stored: |n_new, n_filled| match n_filled {
            0 => format!("存好了,新记入 {n_new} 人。"),
            n_filled => format!("存好了,新记入 {n_new} 人,补充 {n_filled} 人。"),
        },
        left_out: |n| format!("{n} 行没有收。改好表格以后可以再导入。"),
        to_letters: "给他们印信函",
        to_register: "回到名册",
    },
    letters: BatchWords {
        heading: "成批印信函",
        means: "每人一封,每封一张 A4 纸,上面有二维码和号码。",
        without: |n, n_without| format!("名册里 {n} 人,其中 {n_without} 人还没有过信。"),
        people: "给谁印?",
        only_without: "只给还没有过信的人",
        everybody: "给所有人印新的",
        everybody_means: "他们手里的旧信会作废。",
        which: "哪几栋?",
        which_hint: "都不选,就是全部楼栋。",
        building: |name, n, n_without| format!("{name}:{n} 人,{n_without} 人还没有过信"),
        begin: "准备这一批",
        before: "以前的批次",
        batch: |id| format!("第 {id} 批信函"),
        begun: |at, by| format!("{at},{by}开始"),
        by_nobody: "已经离开的工作人员",
        in_buildings: |buildings| match buildings {
            [] => "全部楼栋".to_owned(),
            names => names.join("、"),
        },
        made: |n_made, n| format!("{n} 封,做好 {n_made} 封"),
        open: "打开这一批",
        show_all: |n| format!("显示全部 {n} 批"),
        progress: |n_made, n| format!("做好 {n_made} 封,一共 {n} 封"),
        make_means: "号码只在这个窗口显示这一次。做好以后马上打印,再关窗口。",
        make: |n| format!("做 {n} 封信"),
        ready: |n| format!("{n} 封信可以打印了。关了这个窗口,号码就看不到了。"),
        print: |n| format!("打印这 {n} 封信"),
        codes_gone: "这一批都做好了。号码不再显示;没拿到信的,请一封一封补。",
        show_sheets: "在屏幕上看信",
        hide_sheets: "收起信",
        in_batch: "这一批里的人",
        lost_means: "信丢了,就补一封新的,旧号码马上作废。",
        show_people: |n| format!("显示全部 {n} 人"),
        not_made: "还没有做",
        has_letter: |day, letter| format!("{day}做好,信号 {letter}"),
        replaced: "后来又换过新信",
        signed_in: "登录过",
        never_signed_in: "从来没登录过",
        replace: "补一封新信",
    },
    silent: SilentWords {
        never: "从来没登录过的户",
        never_means: "这些户里没有一个人登录过。可以打电话,或者上门送信。",
        no_contact: "一年没有联系的户",
        no_contact_means: |day| {
            format!("从{day}起,这些户没有登录、没有提过意见、没有投票、也没有来开会。")
        },
        nobody: "没有这样的户。",
        households: |n| format!("一共 {n} 户"),
        print: "打印这张名单",
        no_address: "没有登记住址",
        phone: |name, phone| format!("打给{name} {phone}"),
        no_phone: |name| format!("{name},没有电话"),
        reached: "联系上了",
        not_reached: "没联系上",
    },
    statistics: StatisticsWords {
        heading: "参与统计",
        least_heard: "谁还没有被听见",
        heard_of: |place, share| match share {
            Some((part, whole)) => format!("{place}:{whole} 人里有 {part} 人参与过"),
            None => format!("{place}:不显示"),
        },
        too_few: "人数太少,不能比较。先把居民记入名册。",
        on: |day| format!("到{day}为止。"),
        see_unheard: "打印一年没有联系的名单",
        everybody: |n| format!("全社区 {n} 人"),
        hidden_means: "不到5人的数字不显示,免得认出是谁。能算出它的数字也一起不显示。",
        hidden: "不显示",
        deed: |deed, share| match share {
            Some((part, whole)) => format!("{}:{part} 人,一共 {whole} 人", deed_word(deed)),
            None => format!("{}:不到5人,或者只差不到5人,不显示", deed_word(deed)),
        },
        deed_word,
        place: |place| match place {
            Place::Building { name } => name.clone(),
            Place::NotOnRecord => "没有登记楼栋的人".to_owned(),
            Place::Others { n_places } => format!("人少的 {n_places} 处合在一起"),
        },
        live_here: |n| format!("{n} 人"),
        by_building: "各楼栋",
        columns: ["楼栋", "人数"],
        as_table: "用表格看各楼栋",
        show_all: |n| format!("显示全部 {n} 处"),
        by_channel: "怎么来的",
        channel_means: "提案、意见和议题,从这条路来过的人数。一个人可以走几条路。",
        channel: |channel, share| match share {
            Some((part, _)) => format!("{}:{part} 人", channel_word(channel)),
            None => format!("{}:不到5人,或者只差不到5人,不显示", channel_word(channel)),
        },
    },
};

/// A column by the name it has in the table.
pub(super) fn column_word(column: Column) -> &'static str {
    column.names()[0]
}

fn deed_word(deed: Deed) -> &'static str {
    match deed {
        Deed::Heard => "参与过任何一样",
        Deed::SignedIn => "登录过",
        Deed::Proposed => "提过案",
        Deed::CoSigned => "联过名",
        Deed::Voted => "领过票",
        Deed::Sent => "提过意见或议题",
        Deed::Came => "来开过会",
    }
}

fn channel_word(channel: Channel) -> &'static str {
    match channel {
        Channel::App => "自己用手机或电脑",
        Channel::Voice => "语音留言",
        Channel::Helper => "请人代办",
        Channel::Phone => "打电话",
        Channel::Paper => "写在纸上",
        Channel::Council => "在会上说",
    }
}
