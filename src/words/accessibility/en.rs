//! Words of the page on which one chooses how the app looks and sounds, in English.
use super::Words;
use huiyin_domain::accessibility::{Contrast, Layout, Light, Motion, Pace, Size};

/// Words of the page on which one chooses how the app looks and sounds, in English.
pub const ENGLISH: Words = Words {
    heading: "Text size and display",
    hint: "A tap changes it at once. Change it again whenever you like.",
    layout: "Which version?",
    layout_is: |layout| match layout {
        Layout::Standard => "Standard",
        Layout::Elder => "Large and simple",
    },
    layout_means: |layout| match layout {
        Layout::Standard => "Everything on one page.",
        Layout::Elder => "Large text, large buttons, one thing a screen.",
    },
    size: "How large should the text be?",
    size_is: |size| match size {
        Size::Normal => "Normal",
        Size::Large => "Large",
        Size::Larger => "Larger",
        Size::Largest => "Largest",
    },
    size_elder: "The large and simple version has no smaller text.",
    contrast: "Should it be clearer?",
    contrast_is: |contrast| match contrast {
        None => "Clear as the phone has it",
        Some(Contrast::Plain) => "Plain",
        Some(Contrast::High) => "Clearest (black and white)",
    },
    light: "Light or dark?",
    light_is: |light| match light {
        None => "Light as the phone has it",
        Some(Light::Light) => "Dark text on light",
        Some(Light::Dark) => "Light text on dark",
        Some(Light::Dim) => "Soft, does not dazzle",
    },
    pace: "How fast should pages be read aloud?",
    pace_is: |pace| match pace {
        Pace::Normal => "Normal speed",
        Pace::Slow => "Slower",
    },
    motion: "May anything move?",
    motion_is: |motion| match motion {
        None => "Moving as the phone has it",
        Some(Motion::Still) => "Nothing moves",
        Some(Motion::Moving) => "Small movements",
    },
    motion_elder: "In the large and simple version nothing moves.",
    sample: "Every voice gets an answer",
    chosen: |what| format!("Changed to: {what}."),
    carry: "The same on another phone",
    carry_means: "Open this address on another phone, or scan it, and it looks as it does here.",
    carry_about: "how it looks now",
    kept_in_profile: "You are signed in: it looks like this wherever you sign in.",
    kept_on_phone: "This phone will remember. Once you sign in, other phones will too.",
};
