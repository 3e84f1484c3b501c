//! Words of notices, in plain Chinese.
use super::{CHINESE, Words};

/// Words of notices, in plain Chinese.
pub const PLAIN: Words = Words {
    sign_in: "登录以后,才能看您的消息。",
    nothing: "还没有消息。有了会写在这里。",
    read_all: "都看过了",
    ..CHINESE
};
