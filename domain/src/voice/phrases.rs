//! The phrases of the commands in both languages, with what recognisers make of them.
use super::{
    Tongue,
    commands::{Errand, VoiceCommand},
};

/// A command and the ways to say it; the first one is the one that is taught.
pub(super) type Phrases = (VoiceCommand, &'static [&'static str]);

const fn run(errand: Errand) -> VoiceCommand {
    VoiceCommand::Run(errand)
}

const CHINESE: &[Phrases] = &[
    (run(Errand::Next), &["下一步", "下一个", "下一页", "继续", "接着来", "往下"]),
    (run(Errand::Back), &["返回", "上一步", "上一个", "上一页", "后退", "退回去", "回去"]),
    (run(Errand::Home), &["首页", "回首页", "回到首页", "去首页", "打开首页", "主页", "回主页"]),
    (
        run(Errand::ReadAloud),
        &["朗读", "朗读本页", "读给我听", "念给我听", "读一下", "念一遍", "读一遍", "从头读"],
    ),
    (
        run(Errand::Again),
        &["重听", "再听一遍", "再说一遍", "再念一遍", "再读一遍", "再来一遍", "听一遍", "没听清"],
    ),
    (run(Errand::Stop), &["停", "停下", "停止", "停一停", "别念", "别读", "不听", "安静"]),
    (
        run(Errand::Call),
        &["打电话", "打热线", "拨打电话", "打个电话", "给居委会打电话", "找居委会", "找人", "电话"],
    ),
    (run(Errand::Help), &["帮忙", "帮助", "能说什么", "可以说什么", "怎么说", "怎么用", "帮帮我"]),
    (
        run(Errand::Display),
        &["大字", "字大一点", "字放大", "大一点", "看不清", "字太小", "长辈版", "显示方式"],
    ),
    (VoiceCommand::Confirm, &["确定", "确认", "我确定", "我确认", "是的确定", "对确定"]),
    (
        VoiceCommand::Cancel,
        &["取消", "不确定", "不确认", "算", "不", "不要", "不是", "不对", "不投", "不提交"],
    ),
];

const ENGLISH: &[Phrases] = &[
    (
        run(Errand::Next),
        &["next", "continue", "go on", "next step", "next page", "next one", "necks", "nex"],
    ),
    (
        run(Errand::Back),
        &["back", "go back", "previous", "previous step", "previous page", "bach", "go bach"],
    ),
    (
        run(Errand::Home),
        &["home", "go home", "home page", "first page", "go to the first page", "main page"],
    ),
    (
        run(Errand::ReadAloud),
        &["read aloud", "read this page", "read it to me", "read allowed", "read the page", "read"],
    ),
    (
        run(Errand::Again),
        &[
            "again",
            "repeat",
            "say that again",
            "read it again",
            "once more",
            "a gain",
            "repeat that",
        ],
    ),
    (run(Errand::Stop), &["stop", "stop reading", "be quiet", "quiet", "stopped", "enough"]),
    (
        run(Errand::Call),
        &["call", "call the office", "make a call", "phone", "telephone", "phone the office"],
    ),
    (
        run(Errand::Help),
        &[
            "help",
            "help me",
            "what can i say",
            "what can you do",
            "how does it work",
            "what to say",
        ],
    ),
    (
        run(Errand::Display),
        &["bigger", "larger", "large print", "bigger letters", "larger text", "i can't read this"],
    ),
    (VoiceCommand::Confirm, &["confirm", "i confirm", "yes confirm", "yes i confirm"]),
    (
        VoiceCommand::Cancel,
        &["cancel", "no", "don't", "not sure", "i'm not sure", "do not", "counsel", "never mind"],
    ),
];

/// The phrases of one language.
pub(super) fn phrases(tongue: Tongue) -> &'static [Phrases] {
    match tongue {
        Tongue::Chinese => CHINESE,
        Tongue::English => ENGLISH,
    }
}

/// Politeness and hesitation before a command, the longest first.
pub(super) fn before(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::Chinese => &[
            "我想要",
            "麻烦你",
            "麻烦您",
            "麻烦",
            "请你",
            "请您",
            "帮我",
            "给我",
            "我要",
            "我想",
            "请",
            "嗯",
            "呃",
            "哎",
            "喂",
            "那个",
            "那就",
            "那",
            "就",
            "先",
        ],
        Tongue::English => &[
            "could you please",
            "could you",
            "can you",
            "would you",
            "i want to",
            "i'd like to",
            "i would like to",
            "please",
            "okay",
            "ok",
            "um",
            "uh",
            "well",
            "now",
        ],
    }
}

/// The same after a command.
pub(super) fn after(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::Chinese => {
            &["谢谢你", "谢谢", "一下", "好吗", "吧", "啊", "呀", "呢", "嘛", "哦", "哈", "了"]
        }
        Tongue::English => &["thank you", "thanks", "please", "now", "for me"],
    }
}
