//! Staff: one's own account, and those who work for the community.
pub mod account_act_page;
pub mod account_page;
pub mod act_page;
mod codes_sheet;
mod factor_form;
pub mod list_page;
mod member;
pub mod member_page;
pub mod new_page;
mod password_form;
pub(crate) mod posting;

use crate::routes::Route;
use huiyin_domain::staff::MustFirst;

/// Where one does what comes first.
pub fn to_first(first: MustFirst) -> Route {
    match first {
        MustFirst::ChangePassword => Route::AccountAct("password"),
        MustFirst::SetUpSecondFactor => Route::AccountAct("second-factor"),
    }
}
