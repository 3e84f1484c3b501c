//! The only place that knows how a submission of a story is set up.
use crate::support::{organiser, resident};
use huiyin_domain::{
    calendar::WorkCalendar,
    channels::Channel,
    communities::Bilingual,
    departments::Department,
    feedback::{
        self, AnswerForm, BuiltForm, Command, DaysAllowed, Duty, Event, Kind, Opinion, OpinionForm,
        Owner, RequestForm, Said, Scene, Sent, Submission, VerdictKind,
    },
    ids::{DepartmentId, PlaceId, StaffId, SubmissionId},
    problems::ProblemKind,
    refusals::Refusal,
    residents::{StaffRole, Viewer},
    time::{DAY_MS, Day, Moment},
};

/// Whoever sent it.
pub const AUTHOR: u32 = 1;

/// A department that is there.
pub fn property() -> Owner {
    Owner::Department { id: DepartmentId(1) }
}

/// Another one.
pub fn police() -> Owner {
    Owner::Department { id: DepartmentId(2) }
}

/// One that was dissolved.
pub fn dissolved() -> Owner {
    Owner::Department { id: DepartmentId(3) }
}

/// Whoever answers for a department.
pub fn reviewer(department: u32) -> Viewer {
    let role = StaffRole::Reviewer { department: DepartmentId(department) };
    Viewer::Staff { id: StaffId(10 + department), role }
}

/// The author.
pub fn author() -> Viewer {
    resident(AUTHOR)
}

/// Some words of the office.
pub fn said() -> Said {
    Said::parse("由物业先去看一看。").expect("a few words")
}

/// Some words of a resident.
pub fn words() -> Opinion {
    Opinion::parse("灯还是不亮。").expect("a few words")
}

/// A submission, the clock, and everything that has happened.
pub struct Promise {
    /// What was sent.
    pub submission: Submission,
    /// What time it is.
    pub now: Moment,
    /// Is its author still known?
    pub has_author: bool,
    /// Does its contest decide it?
    pub is_decided_by_contest: bool,
    /// All that happened after it was sent.
    pub events: Vec<(Moment, Event)>,
    /// How it began.
    pub sent: Sent,
    /// Which days are worked.
    pub calendar: WorkCalendar,
}

impl Promise {
    /// An opinion with two requests, sent on Wednesday 2 September 2026.
    pub fn sent() -> Self {
        let now = Moment::parse("2026-09-02T10:00:00+08:00").expect("an instant");
        let calendar = WorkCalendar::built_in();
        let form = OpinionForm {
            words: "三号楼的楼道灯坏了三个月。".into(),
            requests: "修好楼道灯\n换成声控灯".into(),
            place: Some(PlaceId(3)),
            ..OpinionForm::default()
        };
        let days = DaysAllowed::default();
        let today = now.in_china().date();
        let sent = Sent {
            what: Kind::Opinion,
            channel: Channel::App,
            content: form.parse().expect("the form is right"),
            sent_at: now,
            days,
            duty: Duty {
                owner: Owner::Office,
                due: calendar.after_working_days(today, days.decision),
            },
            first_due: calendar.after_working_days(today, days.first_answer),
        };
        let submission = feedback::begin(SubmissionId(128), &sent);
        Self {
            submission,
            now,
            has_author: true,
            is_decided_by_contest: true,
            events: Vec::new(),
            sent,
            calendar,
        }
    }

    /// The day on the wall calendar.
    pub fn today(&self) -> Day {
        self.now.in_china().date()
    }

    /// The day so many working days from now.
    pub fn workday(&self, n: u32) -> Day {
        self.calendar.after_working_days(self.today(), n)
    }

    /// So many days pass.
    pub fn pass(&mut self, days: i64) {
        self.now = self.now.plus_millis(days * DAY_MS);
    }

    /// What somebody asks comes to pass, or is refused.
    pub fn ask(&mut self, by: Viewer, command: Command) -> Result<Event, ProblemKind> {
        let departments = departments();
        let event = feedback::decide(&self.scene(&by, &departments), &self.submission, command)?;
        self.happen(event.clone());
        Ok(event)
    }

    /// The same, for what must be refused.
    pub fn refused(&mut self, by: Viewer, command: Command) -> Refusal {
        match self.ask(by, command) {
            Err(ProblemKind::Refused { refusal }) => refusal,
            other => panic!("expected a refusal, found {other:?}"),
        }
    }

    /// Something happens.
    pub fn happen(&mut self, event: Event) {
        self.submission = feedback::apply(&self.submission, &event, self.now);
        self.events.push((self.now, event));
    }

    /// The circumstances of a decision.
    pub fn scene<'a>(&'a self, by: &'a Viewer, departments: &'a [Department]) -> Scene<'a> {
        Scene {
            by,
            channel: Channel::App,
            now: self.now,
            calendar: &self.calendar,
            departments,
            is_author: self.has_author && *by == author(),
            has_author: self.has_author,
            is_decided_by_contest: self.is_decided_by_contest,
            project: None,
            merged_into: &[],
        }
    }

    /// The office adopts it.
    pub fn adopt(&mut self) {
        let form = self.answer(VerdictKind::Adopted);
        self.ask(organiser(), Command::Answer { form }).expect("the office may answer");
    }

    /// The office says no.
    pub fn decline(&mut self) {
        let form = self.answer(VerdictKind::NotAdopted);
        self.ask(organiser(), Command::Answer { form }).expect("the office may answer");
    }

    /// An answer of this kind with all that it needs.
    pub fn answer(&self, verdict: VerdictKind) -> AnswerForm {
        let not = RequestForm {
            is_done: Some(false),
            code: Some(feedback::ReasonCode::NoMoney),
            words: "今年没有这笔钱。".into(),
        };
        AnswerForm {
            verdict: Some(verdict),
            words: "下周请电工来修。".into(),
            code: Some(feedback::ReasonCode::NeedsTime),
            day: self.workday(5).to_string(),
            into: "7".into(),
            requests: vec![done(), not],
        }
    }

    /// The office reports that it is done.
    pub fn deliver(&mut self) {
        let form = built();
        self.ask(organiser(), Command::Deliver { form }).expect("it was adopted");
    }
}

/// What was built, as asked.
pub fn built() -> BuiltForm {
    BuiltForm {
        words: "灯修好了。".into(), photos: Vec::new(), requests: vec![done(), done()]
    }
}

fn done() -> RequestForm {
    RequestForm { is_done: Some(true), ..RequestForm::default() }
}

/// Two departments that are there, and one that is no more.
pub fn departments() -> Vec<Department> {
    let department = |id, is_dissolved| Department {
        id: DepartmentId(id),
        name: Bilingual { zh: "物业".into(), en: "Property".into() },
        is_dissolved,
    };
    vec![department(1, false), department(2, false), department(3, true)]
}
