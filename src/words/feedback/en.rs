//! Words of feedback, in English.
pub(super) mod pages;
mod sentences;

use super::Words;
use crate::words::{Room, Tone};
use huiyin_domain::feedback::{Kind, ReasonCode, StageKind, Theme, What};

/// Words of feedback, in English.
pub const ENGLISH: Words = Words {
    kind,
    stage,
    theme,
    reason,
    owed,
    standing: sentences::standing,
    event: sentences::event,
    say: Room::apart(Tone::English),
    show: Room::apart(Tone::English),
    acts: Room::apart(Tone::English),
    mine: Room::apart(Tone::English),
};

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::InContest { .. } => "Contest proposal",
        Kind::Proposal => "Proposal",
        Kind::Opinion => "Opinion",
        Kind::Topic => "Topic",
    }
}

fn stage(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Waiting => "Waiting for an answer",
        StageKind::Answered => "Answered",
        StageKind::Deferred => "Put off",
        StageKind::Appealed => "Appealed",
        StageKind::InDelivery => "Being done",
        StageKind::Delivered => "Waiting to be confirmed",
        StageKind::Confirmed => "Confirmed by the resident",
        StageKind::Withdrawn => "Taken back",
        StageKind::WithoutAuthor => "Ended in public",
    }
}

fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Safety => "Safety",
        Theme::Repairs => "Repairs",
        Theme::Surroundings => "Cleanliness and green",
        Theme::Parking => "Parking and charging",
        Theme::Elderly => "The elderly",
        Theme::Children => "Children and youth",
        Theme::Culture => "Culture and sport",
        Theme::Services => "Property and services",
        Theme::Other => "Other",
    }
}

fn reason(reason: ReasonCode) -> &'static str {
    match reason {
        ReasonCode::NoMoney => "Not enough money",
        ReasonCode::NotAllowed => "Not allowed",
        ReasonCode::NotOurs => "Not for the community to decide",
        ReasonCode::Unsafe => "Not safe",
        ReasonCode::CannotBeBuilt => "Cannot be done",
        ReasonCode::NeighboursDisagree => "Neighbours disagree",
        ReasonCode::UnderWay => "Under way already",
        ReasonCode::AskedBefore => "Asked for before",
        ReasonCode::NeedsTime => "Takes more time",
        ReasonCode::Other => "Another reason",
    }
}

fn owed(what: What) -> &'static str {
    match what {
        What::FirstAnswer => "First word",
        What::Decision => "Answer",
        What::PutOff => "Answer after putting off",
        What::AppealAnswer => "Answer to the appeal",
        What::Delivery => "Doing it",
    }
}
