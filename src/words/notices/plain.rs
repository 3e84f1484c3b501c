//! Words of notices, in plain Chinese.
use super::{CHINESE, Words};
use huiyin_domain::moderation::Told as CaseTold;

/// Words of notices, in plain Chinese.
pub const PLAIN: Words = Words {
    sign_in: "登录以后,才能看您的消息。",
    nothing: "还没有消息。有了会写在这里。",
    case: |told| match told {
        CaseTold::Hidden => "您写的话,现在别人看不到。点开看为什么。您不同意,可以申诉。",
        CaseTold::Upheld => "您的申诉有答复了。您写的话,别人还是看不到。点开看为什么。",
        CaseTold::Restored => "您写的话,大家又看得到了。",
    },
    read_all: "都看过了",
    ..CHINESE
};
