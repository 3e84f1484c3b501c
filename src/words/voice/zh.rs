//! Words of voice commands, in Chinese.
use super::Words;
use crate::browser::recogniser::Why;
use huiyin_domain::voice::{Errand, VoiceCommand};

/// Words of voice commands, in Chinese.
pub const CHINESE: Words = Words {
    heading: "用说话来操作",
    what_for: "手不方便点的时候,可以说出要做的事。用手点,一样能办。",
    how: "点“说命令”,听到提示以后说一句。一次说一件事,最多说 8 秒。",
    safe: "投票、提交这些大事,会先念给您听。您再说一次“确定”才办。",
    privacy: "听写由手机的浏览器来做,声音可能会送到浏览器的公司。我们不保存您的声音。",
    examples: "可以这样说",
    example: &[
        ("打开第128号", "看这个提案,或者这件事办到哪一步"),
        ("下一步", "到下一步"),
        ("返回", "回到前面"),
        ("选第二个", "选中第二个"),
        ("第12号", "选中或打开这个提案"),
        ("按钮上的字,例如“修改选择”", "点那个按钮"),
        ("朗读本页,再听一遍,停", "念给您听,或者不念"),
        ("大字", "把字变大"),
        ("打电话", "找到居委会的电话"),
        ("首页", "回到首页"),
        ("确定,取消", "回答“办不办”"),
    ],
    try_heading: "试一试",
    try_it: "试着说一句",
    works: "这台手机能听懂。以后每一页的上面都有“说命令”。",
    speak: "说命令",
    stop: "不说了",
    asking: "手机可能会问能不能用话筒,请点“允许”。",
    listening: "正在听,请说……",
    heard: |words| format!("我听到的是:“{words}”"),
    means,
    ran,
    pressed: |name| format!("已经点了“{name}”。"),
    was_chosen: |name| format!("“{name}”本来就选上了。"),
    not_taken: |name| format!("“{name}”没有选上。请看页面上的说明。"),
    read_back: |name, what| format!("您要“{name}”:\n{what}\n要办,请说“确定”。不办,请说“取消”。"),
    changed: "内容变了,再念一遍。",
    casting: |name| format!("听到“确定”,正在办:{name}。"),
    which_one: |names| format!("有几个都像:{}。请说得完整一点。", names.join(";")),
    only_so_many: |n| match n {
        0 => "这一页没有可以选的。".to_owned(),
        n => format!("这一页只有 {n} 个可以选。"),
    },
    cancelled: "好,没有办。",
    nothing_asked: "现在没有要确定的事。",
    nothing_next: "这一步不能直接往下走。请说出按钮上的字。",
    not_understood: "没听懂。可以说按钮上的字,或者“下一步”“返回”“打电话”“帮忙”。",
    yes_or_no: "没听清。要办,请说“确定”;不办,请说“取消”。",
    ended,
};

fn means(command: &VoiceCommand) -> String {
    match command {
        VoiceCommand::Run(errand) => format!("听懂了:{}。", errand_name(*errand)),
        VoiceCommand::Number(id) => format!("听懂了:第{id}号。"),
        VoiceCommand::Choose(nth) => format!("听懂了:选第 {nth} 个。"),
        VoiceCommand::Press(words) => format!("听懂了:点名字里有“{words}”的按钮。"),
        VoiceCommand::Confirm => "听懂了:确定。".to_owned(),
        VoiceCommand::Cancel => "听懂了:取消。".to_owned(),
    }
}

fn errand_name(errand: Errand) -> String {
    match errand {
        Errand::Open(id) => format!("打开第{id}号"),
        Errand::Next => "下一步".to_owned(),
        Errand::Back => "返回".to_owned(),
        Errand::Home => "回首页".to_owned(),
        Errand::ReadAloud => "朗读本页".to_owned(),
        Errand::Again => "再听一遍".to_owned(),
        Errand::Stop => "停".to_owned(),
        Errand::Call => "打电话".to_owned(),
        Errand::Help => "看可以说什么".to_owned(),
        Errand::Display => "把字变大".to_owned(),
    }
}

fn ran(errand: Errand) -> String {
    match errand {
        Errand::Call => "电话在这一页的最上面。请点一下那个号码,就能打。".to_owned(),
        Errand::Open(_)
        | Errand::Next
        | Errand::Back
        | Errand::Home
        | Errand::ReadAloud
        | Errand::Again
        | Errand::Stop
        | Errand::Help
        | Errand::Display => format!("好:{}。", errand_name(errand)),
    }
}

fn ended(why: Why) -> &'static str {
    match why {
        Why::Result | Why::Aborted => "没有听完。请再点一次。",
        Why::NoSpeech => "没听到声音。请靠近一点,再说一次。",
        Why::Denied => {
            "浏览器不让用话筒。要用,请在浏览器的设置里允许。不用话筒也行:用手点,或者打上面的电话。"
        }
        Why::NoMicrophone => "找不到话筒,或者别的程序正在用。用手点,一样能办。",
        Why::Network => "手机的听写现在连不上。用手点,一样能办;也可以打上面的电话。",
        Why::Hung => "8 秒没有听到回答。这台手机可能不能听写。用手点,一样能办。",
        Why::Missing => "这个浏览器不能听写。用手点,一样能办;也可以打上面的电话。",
    }
}
