//! Words around every page, in plain Chinese.
use super::{CHINESE, Words};

/// Words around every page, in plain Chinese.
pub const PLAIN: Words = Words {
    contests: "大家的建议",
    opening: "正在打开,请等一下……",
    not_found_next: "可能抄错了。可以回首页,或者打上面的电话问。",
    clock_is_wrong: "您手机的时间不准,这里按社区的时间算。",
    cannot_keep: "这台手机记不住内容。离开以后要重新填。",
    archive_means: |on| format!("这个活动已经结束,{on}存下来的。这里只能看,还能把选票再数一遍。"),
    ..CHINESE
};
