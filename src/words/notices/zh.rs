//! Words of notices, in Chinese.
use super::{Calls, ChoiceWords, Poster, Words};
use crate::words::{Room, Tone};
use huiyin_domain::{
    coaching::Told as CoachingTold,
    councils::{meeting::Told, series::Told as SeriesTold},
    moderation::{About, Told as CaseTold, VoiceRef},
    notices::Why,
};

/// Words of notices, in Chinese.
pub const CHINESE: Words = Words {
    heading: "我的消息",
    see: "看我的消息",
    sign_in: "登录以后才能看自己的消息。",
    unread: |n| match n {
        0 => "消息都看过了。".to_owned(),
        n => format!("有 {n} 条没看过。"),
    },
    nothing: "还没有消息。您提的事有了进展,会写在这里。",
    new: "没看过",
    why: |why| match why {
        Why::Sent => "您提的",
        Why::CoSigned => "您联名的",
        Why::Followed => "您关注的",
        Why::Duty => "归您办的",
        Why::Oversight => "归您督办的",
    },
    about: |n, title| format!("第{n}号 {title}"),
    about_coaching: |n, title| format!("第{n}号的辅导 {title}"),
    about_case: |about| match about {
        About::Submission(id) => format!("您提的第{id}号"),
        About::Objection(id) => format!("您提的异议(第{id}条)"),
        About::Voice(VoiceRef { project, n }) => {
            format!("您对第{project}号项目说的话(第{n}条)")
        }
    },
    about_council: |n, title| format!("第{n}次议事会 {title}"),
    council: |told, when| match told {
        Told::Noticed => format!("会期定了:{when}。来不来,请说一声。"),
        Told::Moved => format!("会期或地点改了。现在是:{when}。"),
        Told::Cancelled => "这次会取消了,请别跑空。".to_owned(),
        Told::LinkChanged => "网上参加的地址改了,请看新的。".to_owned(),
        Told::Promoted => format!("有您的座位了。时间:{when}。"),
        Told::Pushed => "座位变少了,您现在候补。有空位就通知您。".to_owned(),
        Told::Reminder => format!("快到时间了:{when}。"),
        Told::MinutesPublished => "会议纪要出来了。".to_owned(),
        Told::ReportedDone => format!("有决议报告办好了。办好没有,请您最晚{when}说一声。"),
    },
    series: |told, times, until| match (told, times, until) {
        (SeriesTold::PollOpened, _, Some(until)) => {
            format!("要开议事会。您什么时候能来?{until}前告诉我们。")
        }
        (SeriesTold::PollOpened, _, None) => "问过您什么时候能来,现在问完了。".to_owned(),
        (SeriesTold::SlotsAdded, [], _) => "加过新的时间,您都答过了。".to_owned(),
        (SeriesTold::SlotsAdded, [..], None) => "加过新的时间,现在问完了。".to_owned(),
        (SeriesTold::SlotsAdded, times, Some(until)) => {
            let times = times.join(";");
            format!("加了新的时间:{times}。{until}前只答新加的就行。")
        }
        (SeriesTold::Scheduled, [], _) => "会期定过,后来取消了。".to_owned(),
        (SeriesTold::Scheduled, times, _) => {
            format!("会期定了:{}。请记下来。", times.join(";"))
        }
        (SeriesTold::Cancelled, ..) => "这次会不开了。点开看原因。".to_owned(),
    },
    coaching: |told| match told {
        CoachingTold::Wanted => "提案人在等志愿者辅导。您有空的话,看一看。",
        CoachingTold::Named => "居委会请您辅导这个提案。请先跟提案人说句话。",
        CoachingTold::Found => "有志愿者来辅导您的提案了。",
        CoachingTold::Said => "辅导里有新的话。",
        CoachingTold::LaidDown => "换志愿者了,提案人等下一位。",
        CoachingTold::Ended => "辅导结束了。",
        CoachingTold::Thanked => "辅导结束了。提案人谢谢您。",
        CoachingTold::Over => "提案的内容定了,辅导自己结束了。",
    },
    case: |told| match told {
        CaseTold::Hidden => "您写的话被隐藏了。点开看原因。您不同意,可以申诉。",
        CaseTold::Upheld => "您的申诉有答复了:继续隐藏。点开看原因。",
        CaseTold::Restored => "您写的话恢复了,大家又看得到了。",
    },
    read_all: "全部记为看过",
    all_read: "都记为看过了。",
    next: "看早一些的",
    newest: "回到最新的消息",
    choices: Room::apart(Tone::Chinese),
    calls: Room::apart(Tone::Chinese),
    poster: Room::apart(Tone::Chinese),
};

pub(super) const CHOICES: ChoiceWords = ChoiceWords {
    heading: "怎么通知我",
    open: "改通知我的方式",
    lead: "“我的消息”里什么都有。还想怎么收,在这里选。",
    email: "邮箱(不填就不发邮件)",
    email_hint: "比如 wang@example.cn。只用来发进展。",
    sms: "发短信告诉我",
    call: "打电话告诉我",
    phone: "电话号码",
    phone_hint: "选了短信或电话才要填。只用来告诉您、问您。",
    push: "手机上弹提醒",
    not_here: |way| format!("“{way}”这里还没有开通。"),
    save: "保存",
    saved: "记下了。以后的进展按这样通知您。",
    on_phone: "在这台手机上提醒",
    on_phone_means: "按下面的按钮,手机会问您同不同意。",
    on_phone_ask: "在这台手机上收提醒",
    on_phone_done: "好了,有进展这台手机会提醒您。",
    on_phone_missing: "这个浏览器不能提醒。可以选短信或电话。",
    on_phone_denied: "手机没有同意提醒。要用,请在手机设置里打开。",
    on_phone_failed: "没有设好。过一会儿再试,或者选电话。",
};

pub(super) const CALLS: Calls = Calls {
    heading: "要打电话告诉的人",
    total: |n, hours| format!("{n} 个人要打电话。等得久的在前面。办公时间:{hours}。"),
    nobody: "现在没有人要打电话。",
    chosen: "本人要求打电话",
    long_away: "本人很久没有用手机看",
    is_asked: "期限过了,本人还没说行不行",
    read: "电话里这样说",
    read_there: "见了面这样说",
    greeting: |name, n, title| format!("{name},您好!我是居委会的。您提的第{n}号“{title}”有进展。"),
    happened: |day, what| format!("{day},{what}"),
    ask: "您听清楚了吗?有什么要说的,我记下来。",
    ask_word: "您看这样行不行?您说,我记下来。",
    their_word: |n| format!("记第{n}号居民的话"),
    call: |number| format!("打电话 {number}"),
    no_number: "没有留电话。请上门,或者请楼组长转告。",
    series_greeting: |name, title| format!("{name},您好!我是居委会的。说一说议事会“{title}”。"),
    series_done: |name, title| format!("“{title}”告诉{name}了"),
    series_in_vain: |name, title| format!("“{title}”没联系上{name}"),
    done: |n| format!("第{n}号都告诉了"),
    was_done: "记下了。这个人已经知道了。",
    in_vain: |n| format!("第{n}号没联系上"),
    was_in_vain: "记下了。没联系上,改天再试。",
};

pub(super) const POSTER: Poster = Poster {
    title: "每周公告",
    heading: |from, to| format!("{from}到{to},大家说的事办得怎么样"),
    answered: |n| format!("答复了 {n} 件"),
    done: |n| format!("办好了 {n} 件"),
    overdue: |n| format!("超期还没办的 {n} 件"),
    none: "没有。",
    more: |n| format!("还有 {n} 件,请看回音榜。"),
    line: |n, title| format!("第{n}号 {title}"),
    qr: "扫一扫,看全部(回音榜)",
    root: |day| format!("{day}的总指纹"),
    root_means: "记录改过一个字,这串字母数字就对不上。",
};
