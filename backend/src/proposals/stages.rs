//! Stages as they stand in the tables and in addresses.

use huiyin_domain::proposals::StageKind;

/// The word of a stage.
pub fn stage_word(kind: StageKind) -> &'static str {
    match kind {
        StageKind::Submitted => "submitted",
        StageKind::Returned => "returned",
        StageKind::CoSigning => "co_signing",
        StageKind::Qualified => "qualified",
        StageKind::UnderReview => "under_review",
        StageKind::Shortlisted => "shortlisted",
        StageKind::NotFeasible => "not_feasible",
        StageKind::OutOfScope => "out_of_scope",
        StageKind::MergedInto => "merged_into",
        StageKind::Withdrawn => "withdrawn",
        StageKind::Won => "won",
        StageKind::NotSelected => "not_selected",
        StageKind::InDelivery => "in_delivery",
        StageKind::Delivered => "delivered",
        StageKind::Stopped => "stopped",
        StageKind::Reserve => "reserve",
        StageKind::GivenBack => "given_back",
    }
}

/// The way back from [`stage_word`].
pub fn parse_stage(word: &str) -> Option<StageKind> {
    StageKind::ALL.into_iter().find(|kind| stage_word(*kind) == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_stands_in_the_tables_as_on_the_wire() {
        for kind in StageKind::ALL {
            let wire = serde_json::to_value(kind).unwrap();
            assert_eq!(wire, stage_word(kind));
            assert_eq!(parse_stage(stage_word(kind)), Some(kind));
        }
    }
}
