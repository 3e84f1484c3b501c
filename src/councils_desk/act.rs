//! The acts of whoever plans councils: each has a page, and each page a word in its address.
use huiyin_domain::councils::series::{Command, Offer};

/// An act of the organiser on a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Mend its title and what it is for.
    Describe,
    /// Choose its topics.
    Topics,
    /// Say what a plan has to keep to.
    Needs,
    /// Add times that follow a rule.
    Slots,
    /// Add one time by hand.
    Slot,
    /// Take a time out.
    Withdraw,
    /// Ask residents when they can come.
    Open,
    /// Ask longer.
    Extend,
    /// Choose the times.
    Plan,
    /// End it.
    Close,
    /// Give it up.
    Cancel,
}

impl Act {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Describe,
        Self::Topics,
        Self::Needs,
        Self::Slots,
        Self::Slot,
        Self::Withdraw,
        Self::Open,
        Self::Extend,
        Self::Plan,
        Self::Close,
        Self::Cancel,
    ];

    /// Its word in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Describe => "describe",
            Self::Topics => "topics",
            Self::Needs => "needs",
            Self::Slots => "slots",
            Self::Slot => "slot",
            Self::Withdraw => "withdraw",
            Self::Open => "open",
            Self::Extend => "extend",
            Self::Plan => "plan",
            Self::Close => "close",
            Self::Cancel => "cancel",
        }
    }

    /// The way back from [`Act::name`].
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }

    /// The acts that follow an offer; residents have pages of their own for theirs.
    pub fn of(offer: Offer) -> &'static [Self] {
        match offer {
            Offer::Answer => &[],
            Offer::Describe => &[Self::Describe],
            Offer::ChooseTopics => &[Self::Topics],
            Offer::SetNeeds => &[Self::Needs],
            Offer::AddSlots => &[Self::Slots, Self::Slot],
            Offer::WithdrawSlot => &[Self::Withdraw],
            Offer::OpenPoll => &[Self::Open],
            Offer::ExtendPoll => &[Self::Extend],
            Offer::Schedule => &[Self::Plan],
            Offer::Close => &[Self::Close],
            Offer::Cancel => &[Self::Cancel],
        }
    }

    /// The acts that are offered, the likeliest first.
    pub fn offered(offers: &[Offer]) -> Vec<Self> {
        offers.iter().flat_map(|offer| Self::of(*offer)).copied().collect()
    }

    /// The act that sends a command.
    pub fn that_sends(command: &Command) -> Self {
        match command {
            Command::Describe { .. } => Self::Describe,
            Command::ChooseTopics { .. } => Self::Topics,
            Command::SetNeeds { .. } => Self::Needs,
            Command::AddSlots { .. } => Self::Slots,
            Command::WithdrawSlot { .. } => Self::Withdraw,
            Command::OpenPoll { .. } => Self::Open,
            Command::ExtendPoll { .. } => Self::Extend,
            Command::Schedule { .. } => Self::Plan,
            Command::Close => Self::Close,
            Command::Cancel { .. } => Self::Cancel,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_has_its_own_address() {
        for act in Act::ALL {
            assert_eq!(Act::parse(act.name()), Some(act));
        }
        assert_eq!(Act::parse("who"), None);
    }

    #[test]
    fn times_are_added_by_a_rule_or_by_hand() {
        let offers = [Offer::OpenPoll, Offer::AddSlots, Offer::Answer];
        assert_eq!(Act::offered(&offers), [Act::Open, Act::Slots, Act::Slot]);
    }
}
