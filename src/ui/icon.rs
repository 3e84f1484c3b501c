//! Icons: always beside a word, never alone.
use leptos::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A house.
    Home,
    /// A sheet of paper.
    Proposals,
    /// A box with a slot.
    Vote,
    /// A person.
    Person,
    /// A telephone.
    Phone,
    /// A tick.
    Tick,
    /// A cross.
    Cross,
    /// A clock.
    Clock,
    /// A small and a large letter.
    Size,
    /// Two hands' worth of help: a ring to hold.
    Help,
    /// Rings that spread: the echo.
    Echo,
}

impl Shape {
    fn path(self) -> &'static str {
        match self {
            Self::Home => "M4 11l8-7 8 7M6 10v10h12V10M10 20v-6h4v6",
            Self::Proposals => "M6 3h9l4 4v14H6zM14 3v5h5M9 12h6M9 16h6",
            Self::Vote => "M4 12h16v8H4zM8 12V4h8v8M9 16h6",
            Self::Person => "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4 21a8 8 0 0 1 16 0",
            Self::Phone => {
                "M6 3h4l2 5-2.5 2a12 12 0 0 0 4.500 4.500l2-2.500 5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2z"
            }
            Self::Tick => "M5 13l4 4L19 7",
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Clock => "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7v5l4 2",
            Self::Size => "M3 19l5-12 5 12M5 15h6M15 19l3-8 3 8M16 16.500h4",
            Self::Help => {
                "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM6 6l3 3M15 15l3 3M18 6l-3 3M9 15l-3 3"
            }
            Self::Echo => "M5 10v4M9 8v8M14 6a10 10 0 0 1 0 12M18 3a15 15 0 0 1 0 18",
        }
    }
}

/// A line drawing beside a word.
#[component]
pub fn Icon(
    /// What it shows.
    shape: Shape,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=shape.path() />
        </svg>
    }
}
