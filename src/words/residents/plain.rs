//! Words of signing in and of what one has sent, in plain Chinese.
use super::{CHINESE, Words};

/// Words of signing in and of what one has sent, in plain Chinese.
pub const PLAIN: Words = Words {
    code_hint: "号码印在居委会寄给您的信上。",
    no_letter: "信找不到了?打上面的电话,给您补一封。",
    devices_hint: "您在这些手机上登录过。不认识的,点退出。",
    ..CHINESE
};
