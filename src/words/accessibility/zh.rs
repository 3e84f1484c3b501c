//! Words of the page on which one chooses how the app looks and sounds, in Chinese.
use super::Words;
use huiyin_domain::accessibility::{Contrast, Layout, Light, Motion, Pace, Size};

/// Words of the page on which one chooses how the app looks and sounds, in Chinese.
pub const CHINESE: Words = Words {
    heading: "大字和显示",
    hint: "点一下就变。看着舒服就好,随时可以再改。",
    layout: "用哪一版?",
    layout_is: |layout| match layout {
        Layout::Standard => "标准版",
        Layout::Elder => "长辈版",
    },
    layout_means: |layout| match layout {
        Layout::Standard => "内容都在一页上。",
        Layout::Elder => "字大、按钮大,一屏只做一件事。也叫关怀版、亲情版、关爱版。",
    },
    size: "字要多大?",
    size_is: |size| match size {
        Size::Normal => "一般",
        Size::Large => "大",
        Size::Larger => "更大",
        Size::Largest => "最大",
    },
    size_elder: "长辈版的字不会更小。",
    contrast: "要不要更清楚?",
    contrast_is: |contrast| match contrast {
        None => "清楚程度跟手机一样",
        Some(Contrast::Plain) => "一般清楚",
        Some(Contrast::High) => "最清楚(黑白分明)",
    },
    light: "要亮还是暗?",
    light_is: |light| match light {
        None => "亮暗跟手机一样",
        Some(Light::Light) => "亮底黑字",
        Some(Light::Dark) => "黑底亮字",
        Some(Light::Dim) => "柔和,不刺眼",
    },
    pace: "朗读多快?",
    pace_is: |pace| match pace {
        Pace::Normal => "正常快慢",
        Pace::Slow => "慢一点",
    },
    motion: "画面要不要动?",
    motion_is: |motion| match motion {
        None => "动不动跟手机一样",
        Some(Motion::Still) => "什么都不动",
        Some(Motion::Moving) => "可以动",
    },
    motion_elder: "长辈版里什么都不动。",
    sample: "每句话都有回音",
    chosen: |what| format!("已经换成:{what}。"),
    carry: "换一台手机也这样",
    carry_means: "用别的手机打开下面的网址,或者扫一扫,就是现在的样子。",
    carry_about: "现在的显示方式",
    kept_in_profile: "您登录了:换手机登录,也是这个样子。",
    kept_on_phone: "这台手机会记住。登录以后,换手机也记得。",
};
