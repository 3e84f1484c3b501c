//! Deeds: what a request does, and whether a helper may do it in somebody's name.
use super::{Scope, Scopes};
use crate::{
    contests,
    councils::meeting,
    feedback,
    ids::{CouncilId, ProposalId, SeriesId, SubmissionId},
    proposals::{self, wire::Offer},
    refusals::Refusal,
};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// What a request does, as far as helpers are concerned (办的是什么事).
///
/// Whoever adds a route need not think of helpers: what says nothing is [`Deed::InPerson`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Deed {
    /// What nobody can do for another; a helper reads there what everybody may read.
    #[default]
    InPerson,
    /// Reads what is public, and sees what the resident can do there.
    Read,
    /// Does what this scope covers.
    Within(Scope),
    /// Takes a ballot: nobody votes for another.
    Vote,
    /// Puts the helping aside, and goes back to one's own account.
    Leave,
    /// Looks after one's own account: what staff do who must do something before anything else.
    OwnAccount,
}

impl Deed {
    /// What a command to a proposal does.
    pub fn of_command(command: &proposals::Command) -> Self {
        use proposals::Command;
        match command {
            Command::CoSign | Command::WithdrawCoSign | Command::MoveCoSign => {
                Self::Within(Scope::CoSign)
            }
            Command::Withdraw | Command::AgreeMerge | Command::DeclineMerge => {
                Self::Within(Scope::Propose)
            }
            Command::Leave
            | Command::Pass
            | Command::Return { .. }
            | Command::RuleOut { .. }
            | Command::Admit { .. }
            | Command::SendToReview { .. }
            | Command::Assess { .. }
            | Command::Conclude { .. }
            | Command::Shortlist { .. }
            | Command::SetAside { .. }
            | Command::OfferMerge { .. }
            | Command::TakeBackMerge => Self::InPerson,
        }
    }

    /// What a command to a council does: a helper says for the resident whether they come, and
    /// carries their word on what is reported as done.
    pub fn of_council(command: &meeting::Command) -> Self {
        use meeting::Command;
        match command {
            Command::Rsvp { .. } | Command::Decline { .. } => Self::Within(Scope::Answer),
            Command::SayDone { .. } | Command::SayNotDone { .. } => Self::Within(Scope::Propose),
            Command::SetAgenda { .. }
            | Command::GiveNotice
            | Command::Move { .. }
            | Command::ChangeLink { .. }
            | Command::ReplaceFacilitator { .. }
            | Command::Cancel { .. }
            | Command::Open
            | Command::CheckIn { .. }
            | Command::UndoCheckIn { .. }
            | Command::RecordOpinion { .. }
            | Command::Resolve { .. }
            | Command::CloseSession { .. }
            | Command::PublishMinutes { .. }
            | Command::FollowUp { .. }
            | Command::Close => Self::InPerson,
        }
    }

    /// What a command to a submission does: a helper carries the resident's word, and never acts
    /// for whoever owes the answer.
    pub fn of_feedback(command: &feedback::Command) -> Self {
        match command {
            feedback::Command::Confirm { .. }
            | feedback::Command::Appeal { .. }
            | feedback::Command::Reopen { .. }
            | feedback::Command::Withdraw => Self::Within(Scope::Propose),
            feedback::Command::Acknowledge { .. }
            | feedback::Command::Sort { .. }
            | feedback::Command::PassOn { .. }
            | feedback::Command::Extend { .. }
            | feedback::Command::Answer { .. }
            | feedback::Command::Uphold { .. }
            | feedback::Command::Report { .. }
            | feedback::Command::Deliver { .. }
            | feedback::Command::CloseWithoutAuthor { .. } => Self::InPerson,
        }
    }
}

/// May a helper with these scopes do this?
pub fn may_in_help(scopes: Scopes, deed: Deed) -> Result<(), Refusal> {
    match deed {
        Deed::Read | Deed::Leave => Ok(()),
        Deed::Within(scope) if scopes.has(scope) => Ok(()),
        Deed::Within(scope) => Err(Refusal::NotInHelpScope { scope }),
        Deed::Vote => Err(Refusal::HelperCannotVote),
        Deed::InPerson | Deed::OwnAccount => Err(Refusal::OnlyInPerson),
    }
}

/// Is what a proposal's page offers among what a helper may do?
pub fn covers(scopes: Scopes, offer: &Offer) -> bool {
    match offer {
        Offer::CoSign | Offer::WithdrawCoSign | Offer::MoveCoSign { .. } => {
            scopes.has(Scope::CoSign)
        }
        Offer::Withdraw | Offer::Edit { .. } | Offer::AgreeMerge { .. } | Offer::DeclineMerge => {
            scopes.has(Scope::Propose)
        }
        Offer::Invite
        | Offer::Leave
        | Offer::Pass
        | Offer::Return
        | Offer::RuleOut
        | Offer::Admit
        | Offer::SendToReview
        | Offer::Assess { .. }
        | Offer::Conclude { .. }
        | Offer::Shortlist { .. }
        | Offer::SetAside
        | Offer::OfferMerge
        | Offer::TakeBackMerge => false,
    }
}

/// Is what a contest's page offers among what a helper may do? Nobody votes for another.
pub fn covers_in_contest(scopes: Scopes, offer: &contests::wire::Offer) -> bool {
    use contests::wire::Offer;
    match offer {
        Offer::Propose => scopes.has(Scope::Propose),
        Offer::SeeResult => true,
        Offer::Vote | Offer::Count | Offer::Publish | Offer::MoveOn { .. } => false,
    }
}

/// Is what a submission's page offers among what a helper may do?
pub fn covers_feedback(scopes: Scopes, offer: &feedback::Offer) -> bool {
    use feedback::Offer;
    match offer {
        Offer::Confirm { .. } | Offer::Reopen { .. } | Offer::Appeal { .. } | Offer::Withdraw => {
            scopes.has(Scope::Propose)
        }
        Offer::Follow | Offer::Unfollow => scopes.has(Scope::Follow),
        Offer::Acknowledge
        | Offer::Answer
        | Offer::Uphold
        | Offer::Report
        | Offer::Deliver
        | Offer::PassOn
        | Offer::Extend { .. }
        | Offer::Sort
        | Offer::CloseWithoutAuthor => false,
    }
}

/// Is what a council's page offers among what a helper may do?
pub fn covers_council(scopes: Scopes, offer: &meeting::Offer) -> bool {
    use meeting::Offer;
    match offer {
        Offer::Rsvp { .. } | Offer::Decline | Offer::Remind => scopes.has(Scope::Answer),
        Offer::SayWhether { .. } => scopes.has(Scope::Propose),
        Offer::AnswerFor
        | Offer::Open
        | Offer::CheckIn
        | Offer::RecordOpinion
        | Offer::Resolve
        | Offer::CloseSession { .. }
        | Offer::PublishMinutes
        | Offer::FollowUp { .. }
        | Offer::Close
        | Offer::GiveNotice { .. }
        | Offer::SetAgenda
        | Offer::ReplaceFacilitator
        | Offer::ChangeLink
        | Offer::Move
        | Offer::Cancel => false,
    }
}

/// Something that was done in a resident's name (代办记录).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Act {
    /// A proposal was sent.
    Submitted {
        /// Its number.
        proposal: ProposalId,
    },
    /// A proposal was taken back.
    Withdrew {
        /// Its number.
        proposal: ProposalId,
    },
    /// A proposal was co-signed.
    CoSigned {
        /// Its number.
        proposal: ProposalId,
    },
    /// A co-signature was taken back.
    CoSignWithdrawn {
        /// The proposal's number.
        proposal: ProposalId,
    },
    /// The times were given at which the resident can usually come.
    GaveTimes,
    /// It was said at which times of a series of councils the resident can come.
    AnsweredSeries {
        /// Its number.
        series: SeriesId,
    },
    /// It was said that the resident comes to a council.
    SaidComing {
        /// Its number.
        council: CouncilId,
    },
    /// It was said that the resident does not come to a council.
    SaidNotComing {
        /// Its number.
        council: CouncilId,
    },
    /// It was said that a resolution of a council is done.
    SaidDone {
        /// The council's number.
        council: CouncilId,
    },
    /// It was said that a resolution of a council is not done.
    SaidNotDone {
        /// The council's number.
        council: CouncilId,
    },
    /// A proposal was given a new text.
    EditedProposal {
        /// Its number.
        proposal: ProposalId,
    },
    /// A co-signature of a merged proposal was moved to the one it went into.
    MovedCoSign {
        /// The number of the merged one.
        proposal: ProposalId,
    },
    /// It was agreed that a proposal goes on together with another.
    AgreedMerge {
        /// Its number.
        proposal: ProposalId,
    },
    /// It was not agreed.
    DeclinedMerge {
        /// Its number.
        proposal: ProposalId,
    },
    /// An opinion was sent.
    Sent {
        /// Its number.
        submission: SubmissionId,
    },
    /// An answer or what was built was confirmed.
    Confirmed {
        /// Of which submission.
        submission: SubmissionId,
    },
    /// An answer was appealed against.
    Appealed {
        /// Of which submission.
        submission: SubmissionId,
    },
    /// It was said that something is not done.
    Reopened {
        /// Of which submission.
        submission: SubmissionId,
    },
    /// An opinion was taken back.
    TookBack {
        /// Its number.
        submission: SubmissionId,
    },
    /// A submission is followed from then on.
    Followed {
        /// Its number.
        submission: SubmissionId,
    },
    /// A submission is followed no more.
    Unfollowed {
        /// Its number.
        submission: SubmissionId,
    },
}

impl Act {
    /// What an entry in the record was, by its stream and kind; `None` for what the log of a
    /// help has no sentence for, and what therefore cannot be done in somebody's name.
    pub fn of(stream: &str, kind: &str) -> Option<Self> {
        if stream.starts_with("times/") && kind == "given" {
            return Some(Self::GaveTimes);
        }
        let (room, number) = stream.split_once('/')?;
        let (proposal, submission) = (ProposalId(number.parse().ok()?), number.parse().ok()?);
        let series = SeriesId(number.parse().ok()?);
        let council = CouncilId(number.parse().ok()?);
        match (room, kind) {
            ("series_answers", "answered") => Some(Self::AnsweredSeries { series }),
            ("proposal", "submitted") => Some(Self::Submitted { proposal }),
            ("proposal", "withdrawn") => Some(Self::Withdrew { proposal }),
            ("proposal", "co_signed") => Some(Self::CoSigned { proposal }),
            ("proposal", "co_sign_withdrawn") => Some(Self::CoSignWithdrawn { proposal }),
            ("proposal", "edited") => Some(Self::EditedProposal { proposal }),
            ("proposal", "co_sign_moved") => Some(Self::MovedCoSign { proposal }),
            ("proposal", "merged") => Some(Self::AgreedMerge { proposal }),
            ("proposal", "merge_declined") => Some(Self::DeclinedMerge { proposal }),
            ("submission", "sent") => Some(Self::Sent { submission }),
            ("submission", "confirmed") => Some(Self::Confirmed { submission }),
            ("submission", "appealed") => Some(Self::Appealed { submission }),
            ("submission", "reopened") => Some(Self::Reopened { submission }),
            ("submission", "withdrawn") => Some(Self::TookBack { submission }),
            ("follow", "followed") => Some(Self::Followed { submission }),
            ("follow", "unfollowed") => Some(Self::Unfollowed { submission }),
            ("council", "answered") => Some(Self::SaidComing { council }),
            ("council", "declined") => Some(Self::SaidNotComing { council }),
            ("council", "said_done") => Some(Self::SaidDone { council }),
            ("council", "said_not_done") => Some(Self::SaidNotDone { council }),
            (_, _) => None,
        }
    }

    /// The proposal it was done to, if it was done to one.
    pub fn proposal(&self) -> Option<ProposalId> {
        match self {
            Self::Submitted { proposal }
            | Self::Withdrew { proposal }
            | Self::CoSigned { proposal }
            | Self::CoSignWithdrawn { proposal }
            | Self::EditedProposal { proposal }
            | Self::MovedCoSign { proposal }
            | Self::AgreedMerge { proposal }
            | Self::DeclinedMerge { proposal } => Some(*proposal),
            Self::GaveTimes
            | Self::AnsweredSeries { .. }
            | Self::SaidComing { .. }
            | Self::SaidNotComing { .. }
            | Self::SaidDone { .. }
            | Self::SaidNotDone { .. }
            | Self::Sent { .. }
            | Self::Confirmed { .. }
            | Self::Appealed { .. }
            | Self::Reopened { .. }
            | Self::TookBack { .. }
            | Self::Followed { .. }
            | Self::Unfollowed { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_of_helpers_is_not_for_them() {
        let all = Scopes::of(Scope::ALL).unwrap();
        assert_eq!(may_in_help(all, Deed::default()), Err(Refusal::OnlyInPerson));
        assert_eq!(may_in_help(all, Deed::Vote), Err(Refusal::HelperCannotVote));
    }

    #[test]
    fn a_helper_keeps_to_the_scope() {
        let follow = Scopes::of([Scope::Follow]).unwrap();
        assert_eq!(may_in_help(follow, Deed::Within(Scope::Follow)), Ok(()));
        let refusal = Refusal::NotInHelpScope { scope: Scope::CoSign };
        assert_eq!(
            may_in_help(follow, Deed::of_command(&proposals::Command::CoSign)),
            Err(refusal)
        );
    }

    #[test]
    fn a_helper_is_not_offered_to_vote() {
        use contests::wire::Offer;
        let propose = Scopes::of([Scope::Propose]).unwrap();
        assert!(covers_in_contest(propose, &Offer::Propose));
        assert!(!covers_in_contest(propose, &Offer::Vote));
        let follow = Scopes::of([Scope::Follow]).unwrap();
        assert!(!covers_in_contest(follow, &Offer::Propose));
    }

    #[test]
    fn every_command_a_helper_may_give_has_a_line_in_the_log() {
        use proposals::Event;
        for event in [
            Event::Submitted,
            Event::Withdrawn,
            Event::CoSigned,
            Event::CoSignWithdrawn,
            Event::CoSignMoved,
            Event::MergeDeclined,
        ] {
            assert!(Act::of("proposal/128", event.name()).is_some(), "{event:?}");
        }
        assert_eq!(Act::of("times/7", "given"), Some(Act::GaveTimes));
        let series = SeriesId(3);
        assert_eq!(Act::of("series_answers/3", "answered"), Some(Act::AnsweredSeries { series }));
        let council = CouncilId(5);
        assert_eq!(Act::of("council/5", "answered"), Some(Act::SaidComing { council }));
        assert_eq!(Act::of("council/5", "said_done"), Some(Act::SaidDone { council }));
        assert_eq!(Act::of("council/5", "checked_in"), None);
        assert_eq!(Act::of("contest/3", "created"), None);
        let submission = SubmissionId(128);
        assert_eq!(Act::of("submission/128", "appealed"), Some(Act::Appealed { submission }));
        assert_eq!(Act::of("follow/128", "followed"), Some(Act::Followed { submission }));
        assert_eq!(Act::of("submission/128", "answered"), None);
    }
}
