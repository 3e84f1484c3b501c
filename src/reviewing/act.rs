//! The acts of the staff on a proposal: each has a page, and each page a word in its address.
use huiyin_domain::{ids::DepartmentId, money::Money, proposals::wire::Offer};

/// An act of the staff on a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Let it pass the screening.
    Pass,
    /// Send it back to be mended.
    Return,
    /// Rule it out by the list.
    RuleOut,
    /// Take it to review although too few have co-signed.
    Admit,
    /// Ask departments.
    Send,
    /// Say what a department finds.
    Assess,
    /// Give the public answer.
    Conclude,
    /// Put it on the shortlist, or correct its cost.
    Shortlist,
    /// Say that it cannot be done.
    SetAside,
    /// Ask the author whether it shall go on together with another.
    Merge,
    /// Take that question back.
    TakeBack,
}

impl Act {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Pass,
        Self::Return,
        Self::RuleOut,
        Self::Admit,
        Self::Send,
        Self::Assess,
        Self::Conclude,
        Self::Shortlist,
        Self::SetAside,
        Self::Merge,
        Self::TakeBack,
    ];

    /// Its word in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Return => "return",
            Self::RuleOut => "rule-out",
            Self::Admit => "admit",
            Self::Send => "send",
            Self::Assess => "assess",
            Self::Conclude => "conclude",
            Self::Shortlist => "shortlist",
            Self::SetAside => "set-aside",
            Self::Merge => "merge",
            Self::TakeBack => "take-back",
        }
    }

    /// The way back from [`Act::name`].
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }

    /// The act that follows an offer; residents have pages of their own for theirs.
    pub fn of(offer: Offer) -> Option<Self> {
        match offer {
            Offer::Pass => Some(Self::Pass),
            Offer::Return => Some(Self::Return),
            Offer::RuleOut => Some(Self::RuleOut),
            Offer::Admit => Some(Self::Admit),
            Offer::SendToReview => Some(Self::Send),
            Offer::Assess { .. } => Some(Self::Assess),
            Offer::Conclude { .. } => Some(Self::Conclude),
            Offer::Shortlist { .. } => Some(Self::Shortlist),
            Offer::SetAside => Some(Self::SetAside),
            Offer::OfferMerge => Some(Self::Merge),
            Offer::TakeBackMerge => Some(Self::TakeBack),
            Offer::CoSign
            | Offer::WithdrawCoSign
            | Offer::Withdraw
            | Offer::MoveCoSign { .. }
            | Offer::Edit { .. }
            | Offer::Invite
            | Offer::Leave
            | Offer::AgreeMerge { .. }
            | Offer::DeclineMerge => None,
        }
    }

    /// The acts that are offered, the likeliest first.
    pub fn offered(offers: &[Offer]) -> Vec<Self> {
        offers.iter().copied().filter_map(Self::of).collect()
    }

    /// The most that may be named as the cost, where this act names one.
    pub fn cap(self, offers: &[Offer]) -> Option<Money> {
        let its = offers.iter().copied().find(|offer| Self::of(*offer) == Some(self))?;
        match its {
            Offer::Assess { cap, .. } | Offer::Conclude { cap } | Offer::Shortlist { cap } => {
                Some(cap)
            }
            Offer::Pass
            | Offer::Return
            | Offer::RuleOut
            | Offer::Admit
            | Offer::SendToReview
            | Offer::SetAside
            | Offer::OfferMerge
            | Offer::TakeBackMerge
            | Offer::CoSign
            | Offer::WithdrawCoSign
            | Offer::Withdraw
            | Offer::MoveCoSign { .. }
            | Offer::Edit { .. }
            | Offer::Invite
            | Offer::Leave
            | Offer::AgreeMerge { .. }
            | Offer::DeclineMerge => None,
        }
    }
}

/// For which department whoever looks at the page can say what it finds.
pub fn assesses_for(offers: &[Offer]) -> Option<DepartmentId> {
    let department = |offer: &Offer| {
        if let Offer::Assess { department, .. } = offer { Some(*department) } else { None }
    };
    offers.iter().find_map(department)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_has_its_own_address() {
        for act in Act::ALL {
            assert_eq!(Act::parse(act.name()), Some(act));
        }
        assert_eq!(Act::parse("withdraw"), None);
    }

    #[test]
    fn staff_are_shown_their_own_acts_alone_and_how_much_each_may_cost() {
        let cap = Money::yuan(50_000);
        let department = DepartmentId(3);
        let offers = [Offer::CoSign, Offer::Assess { department, cap }, Offer::OfferMerge];
        assert_eq!(Act::offered(&offers), [Act::Assess, Act::Merge]);
        assert_eq!(Act::Assess.cap(&offers), Some(cap));
        assert_eq!(Act::Conclude.cap(&offers), None);
        assert_eq!(assesses_for(&offers), Some(department));
    }
}
