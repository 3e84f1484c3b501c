//! Words of the service desk, in Chinese.
use super::{LetterWords, SheetWords, TodayWords, Words};
use crate::words::{feedback, meetings_desk};
use huiyin_domain::desk::Waits;

/// Words of the service desk, in Chinese.
pub const CHINESE: Words = Words {
    heading: "值班台",
    lead: "这里是等您办的事。",
    not_yours: "值班台只给工作人员用。请用工作人员的账号登录。",
    owed: |n, n_overdue| match (n, n_overdue) {
        (0, _) => "答复居民:没有要办的".to_owned(),
        (n, 0) => format!("答复居民:{n} 件要办"),
        (n, n_overdue) => format!("答复居民:{n} 件要办,超期 {n_overdue} 件"),
    },
    calls: |n| match n {
        0 => "打电话告诉进展:没有人要打".to_owned(),
        n => format!("打电话告诉进展:{n} 个人要打"),
    },
    poster: "印每周公告",
    callbacks: |n| match n {
        0 => "看请回电:没有人在等".to_owned(),
        n => format!("看请回电:{n} 个人在等"),
    },
    recordings: |n| match n {
        0 => "听写录音:没有录音在等".to_owned(),
        n => format!("听写录音:{n} 段在等"),
    },
    residents: "找居民,印信函",
    today: TODAY,
    letters: LetterWords {
        heading: "找居民",
        find: "姓名、住址,或者信函的前 5 位",
        find_hint: "写一部分就行,例如“3号楼”或“王阿姨”。",
        search: "找一找",
        found: |n| format!("找到 {n} 位居民"),
        too_many: |n| format!("找到的人太多,只显示前 {n} 位。请写得再细一点。"),
        nobody: "没有找到。换个写法试试,例如只写楼号。",
        open: |name| format!("给{name}印信函"),
        one: |name| format!("{name}的信函"),
        address: "住址",
        no_address: "没有登记住址",
        last_letter: "上一封信",
        no_letter: "还没有印过",
        modes: "显示方式",
        modes_saved: "扫码后按本人选好的样子打开",
        no_modes: "没有保存,扫码后是标准版",
        means: "印新信以后,旧信上的号码马上作废。已经登录的手机不受影响。",
        end_sessions: "信被别人拿走了:已经登录的手机也一起退出",
        make: "印一封新信",
        making: "正在准备新信……",
        made: "新信好了。号码只显示这一次,请现在打印。",
        print: "打印这封信",
        to_search: "回到找居民",
        sheet: SheetWords {
            title: |community| format!("{community} · 登录信函"),
            to: |name| format!("{name},您好!"),
            code: "您的登录号码",
            steps: "怎么用",
            open: |address| format!("用手机扫下面的方块,或打开网址 {address}"),
            type_code: "没有扫码的,填上面 12 位号码,点“登录”。",
            then: "登录后就能提建议、联名、投票、看结果。",
            qr: "登录用的方块(二维码)",
            keep: "这个号码就像钥匙,请收好,不要给别人。我们不会打电话来要。",
            call: |number, hours| format!("不会用?打电话 {number}({hours})。"),
            printed: |day| format!("{day}印。以前的信作废。"),
        },
    },
};

const TODAY: TodayWords = TodayWords {
    heading: "今天要办的",
    see: "看今天要办的",
    total: |n, n_late| match (n, n_late) {
        (0, _) => "现在没有要办的。".to_owned(),
        (n, 0) => format!("{n} 件要办,没有超期的。"),
        (n, n_late) => format!("{n} 件要办,超期的 {n_late} 件排在前面。"),
    },
    more: |n| format!("还有 {n} 件没有列在这里,办完上面的就会列出来。"),
    due: |due, n_days_late| match n_days_late {
        0 => format!("最晚{due}"),
        n => format!("已经超期 {n} 个工作日(应在{due})"),
    },
    no_day: "没有规定哪天,越早越好",
    waits,
};

fn waits(waits: &Waits) -> String {
    match waits {
        Waits::Owed { id, what, title } => {
            format!("第{id}号:{}。{title}", (feedback::CHINESE.owed)(*what))
        }
        Waits::ToScreen { id, title } => format!("第{id}号提案等初审:{title}"),
        Waits::ToSend { id, title } => format!("第{id}号提案等送会审:{title}"),
        Waits::ToReview { id, title } => format!("第{id}号提案会审中:{title}"),
        Waits::Callback { id, .. } => format!("给请回电第{id}号打电话"),
        Waits::Recording { id } => format!("听写录音第{id}号"),
        Waits::Calls { n } => format!("打电话告诉 {n} 个人进展"),
        Waits::Council { id, stage, title } => {
            format!("议事会第{id}号“{title}”:{}", (meetings_desk::CHINESE.waits)(*stage))
        }
        Waits::Objection { id } => format!("第{id}号异议等答复"),
        Waits::ToCount { title, .. } => format!("“{title}”等计票"),
        Waits::ToPublish { title, .. } => format!("“{title}”的结果等公布"),
        Waits::ToBegin { id, title } => format!("第{id}号提案入选了,等立项:{title}"),
        Waits::Joining { id, n, title } => format!("{n} 个人想加入第{id}号项目“{title}”"),
        Waits::Reported { case } => format!("有人举报,处理记录第{case}号"),
        Waits::Appealed { case } => format!("作者申诉,处理记录第{case}号"),
        Waits::Coach { title, .. } => format!("提案“{title}”等志愿者辅导"),
        Waits::CoachSilent { title, .. } => format!("提案“{title}”的辅导人还没有说话"),
        Waits::Letters { batch, n } => format!("第{batch}批信函还有 {n} 封没做"),
    }
}
