//! What a person may do with a council next: one large button each.
use super::{
    Answer, Council, Scene, Way,
    may::{
        is_there, may_answer, may_arrange, may_check_in, may_close, may_end, may_follow_up,
        may_give_notice, may_open, may_prepare, may_publish, may_record, may_resolve, may_say,
    },
};
use crate::{
    residents::Viewer,
    time::{Day, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// Something this person may do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Offer {
    /// Say whether a resolution is done that is reported as done.
    SayWhether {
        /// Its number.
        resolution: u32,
        /// The last day.
        #[serde(with = "iso_day")]
        until: Day,
        /// Would a no put it back to open?
        reopens: bool,
    },
    /// Come.
    Rsvp {
        /// How.
        way: Way,
        /// Is there a seat? Otherwise they wait for one.
        has_seat: bool,
    },
    /// Not come.
    Decline,
    /// Choose when to be reminded.
    Remind,
    /// Answer for a resident who called or wrote.
    AnswerFor,
    /// Begin the session.
    Open,
    /// Check somebody in, or take that back.
    CheckIn,
    /// Write down what somebody says.
    RecordOpinion,
    /// Write down a vote.
    Resolve,
    /// End the session.
    CloseSession {
        /// Are enough here?
        is_quorate: bool,
    },
    /// Make the minutes public.
    PublishMinutes,
    /// Say what has become of a resolution.
    FollowUp {
        /// Its number.
        resolution: u32,
    },
    /// Close it.
    Close,
    /// Give notice.
    GiveNotice {
        /// On this day at the latest.
        #[serde(with = "iso_day")]
        by: Day,
    },
    /// Say what it talks about.
    SetAgenda,
    /// Say who leads it.
    ReplaceFacilitator,
    /// Say where it is joined by video.
    ChangeLink,
    /// Move it.
    Move,
    /// Cancel it.
    Cancel,
}

/// What this person may do next, the likeliest first.
pub fn offers(scene: &Scene, council: &Council) -> Vec<Offer> {
    let mut offers = Vec::new();
    match scene.by {
        Viewer::Guest => {}
        Viewer::Resident { .. } => {
            words_on_what_is_done(scene, council, &mut offers);
            seat_acts(scene, council, &mut offers);
        }
        Viewer::Staff { .. } => {
            session_acts(scene, council, &mut offers);
            later_acts(scene, council, &mut offers);
            plan_acts(scene, council, &mut offers);
        }
    }
    offers
}

fn words_on_what_is_done(scene: &Scene, council: &Council, offers: &mut Vec<Offer>) {
    for it in &council.resolutions {
        let resolution = it.number;
        if let (Ok(reopens), Some(until)) = (may_say(scene, council, resolution), it.asked_until())
        {
            offers.push(Offer::SayWhether { resolution, until, reopens });
        }
    }
}

fn seat_acts(scene: &Scene, council: &Council, offers: &mut Vec<Offer>) {
    if may_answer(scene, council, None).is_err() {
        return;
    }
    let known = scene.person.and_then(|person| council.attendee(person.number));
    if known.is_some_and(|attendee| attendee.is_here().is_some()) {
        return;
    }
    let answer = known.map_or(Answer::Nothing, |attendee| attendee.answer);
    for way in Way::ALL {
        let has_seat = 0 < council.left_of(way);
        let is_new = match answer {
            Answer::Nothing | Answer::NotComing => true,
            Answer::Coming { way: now, .. } => now != way && has_seat,
            Answer::Waiting { way: now, .. } => now != way,
        };
        if is_new && is_there(council, way).is_ok() {
            offers.push(Offer::Rsvp { way, has_seat });
        }
    }
    match answer {
        Answer::Nothing => offers.push(Offer::Decline),
        Answer::Coming { .. } | Answer::Waiting { .. } => {
            offers.extend([Offer::Remind, Offer::Decline]);
        }
        Answer::NotComing => {}
    }
}

fn session_acts(scene: &Scene, council: &Council, offers: &mut Vec<Offer>) {
    if may_open(scene, council).is_ok() {
        offers.push(Offer::Open);
    }
    if may_check_in(scene, council).is_ok() {
        offers.push(Offer::CheckIn);
    }
    if may_record(scene, council).is_ok() {
        offers.push(Offer::RecordOpinion);
    }
    if may_resolve(scene, council).is_ok() {
        offers.push(Offer::Resolve);
    }
    if may_end(scene, council).is_ok() {
        let is_quorate = council.quorum <= council.n_present();
        offers.push(Offer::CloseSession { is_quorate });
    }
}

fn later_acts(scene: &Scene, council: &Council, offers: &mut Vec<Offer>) {
    if may_publish(scene, council).is_ok() {
        offers.push(Offer::PublishMinutes);
    }
    for resolution in council.resolutions.iter().filter(|it| it.is_owed()).map(|it| it.number) {
        if may_follow_up(scene, council, resolution).is_ok() {
            offers.push(Offer::FollowUp { resolution });
        }
    }
    if may_close(scene, council).is_ok() {
        offers.push(Offer::Close);
    }
}

fn plan_acts(scene: &Scene, council: &Council, offers: &mut Vec<Offer>) {
    if may_give_notice(scene, council).is_ok() {
        offers.push(Offer::GiveNotice { by: council.notice_by() });
    }
    if may_arrange(scene, council).is_ok() {
        offers.extend([Offer::SetAgenda, Offer::ReplaceFacilitator]);
        if is_there(council, Way::Online).is_ok() {
            offers.push(Offer::ChangeLink);
        }
        offers.push(Offer::AnswerFor);
    }
    if may_prepare(scene, council).is_ok() {
        offers.extend([Offer::Move, Offer::Cancel]);
    }
}
