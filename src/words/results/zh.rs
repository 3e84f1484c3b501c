//! Words of results, in Chinese.
mod sentences;

use super::Words;
use crate::words::{Room, Tone};
use sentences::*;
pub(super) use sentences::{AND, unit_of};

/// Words of results, in Chinese.
pub const CHINESE: Words = Words {
    heading: |title| format!("计票结果:{title}"),
    not_published: "结果还没有公布,现在只有组织者能看到。",
    winners: |n| format!("当选提案({n} 个)"),
    no_winners: "没有提案当选。",
    place: |place| format!("第 {place} 个当选"),
    facts: "钱和票",
    budget: "总资金",
    spent: "当选提案共用",
    left: "剩下",
    turnout: "投票人数",
    turnout_is,
    all: "每个提案的票数和结果",
    bars_hint: "条越长票越多。实心条是当选的,空心条是没有当选的。",
    show_all: |n| format!("显示全部 {n} 个提案"),
    why_link: |key| format!("为什么:第 {key} 号"),
    poster: Room::apart(Tone::Chinese),
    fate_word,
    fate,
    as_table: "用表格看",
    columns: ["号码", "提案", "需要", "票数", "结果"],
    all_points: "每个提案的分数和结果",
    bars_hint_points: "条越长分越多。实心条是当选的,空心条是没有当选的。",
    points_column: "分数",
    steps: "计票的每一步",
    show_all_steps: |n| format!("显示全部 {n} 步"),
    step: |number, step, teller| format!("第 {number} 步:{}", self::step(step, teller)),
    shares,
    ties: "票数相同的处理",
    no_ties: "没有出现需要决定先后的同票。",
    show_all_ties: |n| format!("显示全部 {n} 处同票"),
    tie,
    rules: "投票前封存的规则",
    rule,
    ballot,
    tie_rule: |draw| {
        format!("票数完全相同时,先看谁花钱少,再看谁票多,最后按投票前公开抽的签:“{draw}”。")
    },
    small_rules: "比总资金还贵的提案,计票前就排除。空白票也算投票人。",
    unsupported: "没有人投票的提案不资助,钱有剩也不资助。",
    seal: "规则的封条(SHA-256)",
    seal_hint: "公示时就公布了这串字。规则改一个字,这串字就会变。",
    seal_broken: "注意:这里显示的规则和封条对不上。请打上面的电话问组织者。",
    file: "公布的选票",
    file_hint: "这个文件里有每一张选票,没有姓名。谁都可以下载,用自己的办法再数一遍。",
    download: |bytes| format!("下载选票文件({} KB)", bytes.div_ceil(1_000)),
    sha256: "文件的指纹(SHA-256)",
    too_few: "投票的人不到五位。为了不让人猜出谁投了什么,只公布结果,不公布选票,所以这里不能复核。",
    other: "换一种计票规则会怎样",
    other_hint: "只供参考。结果以投票前封存的规则为准。",
    other_button: "用另一种规则算一算",
    other_more: "再比别的规则,或换一个总资金",
    other_result: |rule, n, total| {
        format!("{}这样算,会有 {n} 个提案当选,共用 {total}。", self::rule(rule))
    },
    other_same: "当选的提案完全一样。",
    other_gains: "会多出来的提案",
    other_losses: "会落选的提案",
    to_result: "回到计票结果",
    why_heading: |name| format!("为什么:{name}"),
    no_such: "这次投票里没有这个号码的提案。",
    support: |supporters, points, teller| {
        let points = teller.points(points);
        format!("有 {} 位居民支持,一共 {points}。", teller.number(supporters))
    },
    turn,
    why_shares: "支持者的钱花在了哪里",
    shares_hint: "这次的规则把总资金平均分给每位投票人。一个提案要当选,支持它的人手里的钱加起来要够。",
    why_button: "在我的手机上算出来",
    at_start: |supporters, money| format!("开始时,{supporters} 位支持者手里一共有 {money}。"),
    decided,
    contributions: "在这以前,他们已经为这些提案出了钱:",
    no_contributions: "在这以前,他们没有为别的提案出过钱。",
    contribution: |in_common, supporters, name, amount| {
        format!("{name}:{supporters} 位里有 {in_common} 位也支持它,一共出了 {amount}。")
    },
    no_shares: "没有人支持它,或者计票前就排除了,所以没有人为它出钱。",
    read_proposal: |key| format!("看第 {key} 号提案的全文"),
    recount: "在我的手机上重新计票",
    recount_hint: "您的手机下载全部选票,用和服务器一样的程序从头数一遍,看结果对不对。",
    recount_heading: |title| format!("复核:{title}"),
    recount_start: "开始重新计票",
    recount_again: "再数一遍",
    fetching: "正在下载选票……",
    counting: "正在数票……",
    progress: |so_far, teller| {
        let (spent, budget) = (teller.amount(so_far.spent), teller.amount(so_far.budget));
        let times = teller.number(u64::from(so_far.increments));
        format!("正在数票:份额已增加 {times} 次,用掉 {spent}(总资金 {budget})。")
    },
    progress_bar: "数票的进度",
    cancel: "停止数票",
    cancelled: "已经停止。可以重新开始。",
    broken: "手机没能数完,可能是内存不够。请关掉别的程序再试,或者换一台电脑。",
    agrees: "您的手机算出的结果与公布的完全一致。",
    differs: "您的手机算出的结果与公布的不一致。",
    report,
    same_file: "选票文件和公布的指纹一致。",
    other_file: "这个文件和公布的选票文件不是同一个(指纹不同)。",
    file_here: "您的手机数的文件的指纹(SHA-256)",
    differences: "不一样的地方",
    other_winners: |published, here| format!("当选提案:公布的是{published};这里算出的是{here}。"),
    other_total: |published, here| format!("总费用:公布的是 {published};这里算出的是 {here}。"),
    other_ballots: |published, here| format!("选票数:公布的是 {published} 张;文件里有 {here} 张。"),
    other_budget: |published, here| format!("总资金:公布的是 {published};文件里是 {here}。"),
    other_rules: "公布的计票用的规则,和封存的规则不一样。",
    other_step: |number, published, here| {
        format!("从第 {number} 步开始不一样。公布的是:{published} 这里算出的是:{here}")
    },
    no_step: "没有这一步。",
    other_rest: "当选和费用一样,但个别数字不一样。请把两边的结果一起交给组织者看。",
    unreadable,
    from_disk: "数自己手里的文件",
    from_disk_hint: "如果您以前下载过选票文件,或者别人给了您一份,可以在这里选它来数。",
    choose_file: "选一个 .pb 文件",
    not_text: "这个文件打不开。请选下载的 .pb 选票文件。",
    mine: "找我自己的选票",
    mine_hint: "用回执号在公布的选票里找到您那一张,看看有没有算对。只在您的手机上找,不会告诉别人。",
    receipt: "回执号",
    receipt_hint: "12 位数字,投票后给您的。中间有空格也可以。",
    receipt_wrong: "回执号是 12 位数字。请对照再看一遍。",
    find: "找我的选票",
    found: |number| format!("找到了。回执号 {number} 的选票选了:"),
    found_blank: |number| format!("找到了。回执号 {number} 的是一张空白票。"),
    not_found: |number| {
        format!(
            "公布的选票里没有回执号 {number}。请先核对号码;号码没错的话,请打上面的电话,并保留您的回执。"
        )
    },
};
