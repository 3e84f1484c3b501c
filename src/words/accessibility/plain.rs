//! Words of the page on which one chooses how the app looks and sounds, in plain Chinese.
use super::{CHINESE, Words};

/// Words of the page on which one chooses how the app looks and sounds, in plain Chinese.
pub const PLAIN: Words = Words {
    hint: "点一下就变,随时可以再改。",
    carry_means: "别的手机扫一扫,就是现在的样子。",
    ..CHINESE
};
