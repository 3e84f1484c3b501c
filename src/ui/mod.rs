//! Components: each keeps its promise on every page.
mod acts;
mod button;
mod field;
mod frame;
mod heading;
mod icon;
mod live;
mod load;
mod pictures;
mod question;
mod screens;
mod summary;
mod tiles;

pub use acts::{Acts, Outcome, OutcomeNotice};
pub use button::{ActButton, Back, ButtonLink, Look};
pub use field::{AreaField, TextField};
pub use frame::{Frame, NotFoundPage};
pub use heading::PageHeading;
pub use icon::{Icon, Shape};
pub use live::{Live, provide_live, say};
pub use load::{Failure, Load};
pub use pictures::{KeyboardHowTo, PermissionPicture};
pub use question::{FaultLine, Question, QuestionHeading};
pub use screens::{Screen, Screens};
pub use summary::{ErrorSummary, Fault};
pub use tiles::{CheckTile, RadioTile};
