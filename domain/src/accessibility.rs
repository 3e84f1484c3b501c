//! Modes: how big, how clear and how calm the app is for one person.
use serde::{Deserialize, Serialize};
use std::fmt;

/// Which path a person takes through the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// Everything about one thing on one page (标准版).
    #[default]
    Standard,
    /// One decision a screen, in plain words, with large buttons (长辈版).
    Elder,
}

/// How large the main text is (字号), in CSS pixels at the browser's usual setting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// 18: the least that MIIT's rules of 2021 for elder-friendly apps allow for main text.
    #[default]
    Normal,
    /// 20.
    Large,
    /// 24: the least in the elder mode.
    Larger,
    /// 30: the size those rules want to be reachable.
    Largest,
}

/// How far text stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contrast {
    /// At least 4.5 to 1.
    Plain,
    /// As far as it goes (高对比).
    High,
}

/// Dark text on light paper, or the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// Dark on light (浅色).
    Light,
    /// Light on dark (深色).
    Dark,
    /// Softer light on softer dark (柔和), for eyes that are dazzled.
    Dim,
}

/// How fast pages are read aloud (朗读速度).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// As people talk.
    #[default]
    Normal,
    /// Slower.
    Slow,
}

/// May anything move?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Motion {
    /// Nothing moves (静止).
    Still,
    /// Small movements are fine.
    Moving,
}

/// How one person wants the app to be (显示方式).
///
/// What is `None` follows the device's own settings. Nothing is ever guessed from anybody's age.
///
/// Written as words joined by dashes, as `elder-30-high-dark-slow-still`: in links, in the QR of
/// a letter, on the phone. Words that are not known are passed over, so that a link made by a
/// newer version still opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Modes {
    /// Which path.
    pub layout: Layout,
    /// How large. In the elder mode never below [`Size::Larger`]; see [`Modes::size_shown`].
    pub size: Size,
    /// How clear.
    pub contrast: Option<Contrast>,
    /// How light.
    pub light: Option<Light>,
    /// How fast pages are read aloud.
    pub pace: Pace,
    /// Whether anything moves. In the elder mode nothing does.
    pub motion: Option<Motion>,
}

impl Size {
    /// All of them, the smallest first.
    pub const ALL: [Self; 4] = [Self::Normal, Self::Large, Self::Larger, Self::Largest];

    /// In CSS pixels; also its word in a code.
    pub fn pixels(self) -> &'static str {
        match self {
            Self::Normal => "18",
            Self::Large => "20",
            Self::Larger => "24",
            Self::Largest => "30",
        }
    }
}

impl Contrast {
    /// Its word in a code.
    pub fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::High => "high",
        }
    }
}

impl Light {
    /// Its word in a code.
    pub fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Dim => "dim",
        }
    }
}

impl Motion {
    /// Its word in a code.
    pub fn word(self) -> &'static str {
        match self {
            Self::Still => "still",
            Self::Moving => "moving",
        }
    }
}

impl Layout {
    /// Its word in a code.
    pub fn word(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Elder => "elder",
        }
    }
}

impl Modes {
    /// The elder mode with everything else as the device has it.
    pub const ELDER: Self = Self {
        layout: Layout::Elder,
        size: Size::Larger,
        contrast: None,
        light: None,
        pace: Pace::Normal,
        motion: None,
    };

    /// Is it the elder mode?
    pub fn is_elder(&self) -> bool {
        self.layout == Layout::Elder
    }

    /// The size that text has: in the elder mode at least [`Size::Larger`].
    pub fn size_shown(&self) -> Size {
        match self.layout {
            Layout::Standard => self.size,
            Layout::Elder => self.size.max(Size::Larger),
        }
    }

    /// Reads a code; what it does not name is as in [`Modes::default`].
    #[must_use]
    pub fn parse(code: &str) -> Self {
        let mut modes = Self::default();
        for word in code.split('-') {
            modes.hear(word);
        }
        modes
    }

    fn hear(&mut self, word: &str) {
        match word {
            "standard" => self.layout = Layout::Standard,
            "elder" => self.layout = Layout::Elder,
            "18" => self.size = Size::Normal,
            "20" => self.size = Size::Large,
            "24" => self.size = Size::Larger,
            "30" => self.size = Size::Largest,
            "plain" => self.contrast = Some(Contrast::Plain),
            "high" => self.contrast = Some(Contrast::High),
            "light" => self.light = Some(Light::Light),
            "dark" => self.light = Some(Light::Dark),
            "dim" => self.light = Some(Light::Dim),
            "slow" => self.pace = Pace::Slow,
            "still" => self.motion = Some(Motion::Still),
            "moving" => self.motion = Some(Motion::Moving),
            _ => {}
        }
    }
}

impl fmt::Display for Modes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.layout.word(), self.size_shown().pixels())?;
        let pace = (self.pace == Pace::Slow).then_some("slow");
        let more = [
            self.contrast.map(Contrast::word),
            self.light.map(Light::word),
            pace,
            self.motion.map(Motion::word),
        ];
        more.into_iter().flatten().try_for_each(|word| write!(f, "-{word}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_survive_a_link() {
        let all = Modes {
            layout: Layout::Elder,
            size: Size::Largest,
            contrast: Some(Contrast::High),
            light: Some(Light::Dim),
            pace: Pace::Slow,
            motion: Some(Motion::Still),
        };
        assert_eq!(all.to_string(), "elder-30-high-dim-slow-still");
        for modes in [all, Modes::default(), Modes::ELDER] {
            assert_eq!(Modes::parse(&modes.to_string()), modes);
        }
    }

    #[test]
    fn a_link_by_hand_or_from_a_newer_version_opens() {
        assert!(Modes::parse("elder").is_elder());
        assert_eq!(Modes::parse("elder").size_shown(), Size::Larger);
        assert_eq!(Modes::parse("sparkling-elder-99"), Modes::parse("elder"));
        assert_eq!(Modes::parse(""), Modes::default());
    }

    #[test]
    fn the_elder_mode_never_has_small_text() {
        let modes = Modes { size: Size::Normal, ..Modes::ELDER };
        assert_eq!(modes.size_shown(), Size::Larger);
        let back = Modes { layout: Layout::Standard, ..modes };
        assert_eq!(back.size_shown(), Size::Normal);
    }
}
