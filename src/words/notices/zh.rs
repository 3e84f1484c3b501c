//! Words of notices, in Chinese.
use super::{Calls, ChoiceWords, Poster, Words};
use huiyin_domain::notices::Why;

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
    read_all: "全部记为看过",
    all_read: "都记为看过了。",
    next: "看早一些的",
    newest: "回到最新的消息",
    choices: CHOICES,
    calls: CALLS,
    poster: POSTER,
};

const CHOICES: ChoiceWords = ChoiceWords {
    heading: "怎么通知我",
    open: "改通知我的方式",
    lead: "“我的消息”里什么都有。还想怎么收,在这里选。",
    email: "邮箱(不填就不发邮件)",
    email_hint: "比如 wang@example.cn。只用来发进展。",
    sms: "发短信告诉我",
    call: "打电话告诉我",
    phone: "电话号码",
    phone_hint: "选了短信或电话才要填。只用来说进展。",
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

const CALLS: Calls = Calls {
    heading: "要打电话告诉的人",
    total: |n, hours| format!("{n} 个人要打电话。等得久的在前面。办公时间:{hours}。"),
    nobody: "现在没有人要打电话。",
    chosen: "本人要求打电话",
    long_away: "本人很久没有用手机看",
    is_asked: "期限过了,本人还没说行不行",
    read: "电话里这样说",
    greeting: |name, n, title| format!("{name},您好!我是居委会的。您提的第{n}号“{title}”有进展。"),
    happened: |day, what| format!("{day},{what}"),
    ask: "您听清楚了吗?有什么要说的,我记下来。",
    call: |number| format!("打电话 {number}"),
    no_number: "没有留电话。请上门,或者请楼组长转告。",
    done: |n| format!("第{n}号打过了,都说了"),
    was_done: "记下了。这个人已经知道了。",
};

const POSTER: Poster = Poster {
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
