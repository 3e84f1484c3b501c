//! Stories of who may do what with staff.
use super::*;
use crate::{
    communities::Bilingual, departments::Department, ids::DepartmentId, ids::ResidentId,
    residents::Viewer,
};

const ADMINISTRATOR: Viewer = Viewer::Staff { id: StaffId(1), role: StaffRole::Administrator };
const ORGANISER: Viewer = Viewer::Staff { id: StaffId(2), role: StaffRole::Organiser };

fn scene(by: &Viewer, n_administrators: u32) -> Scene<'_> {
    Scene { by, n_administrators, department: None }
}

fn member(id: u32, role: StaffRole) -> Member {
    Member {
        id: StaffId(id),
        name: SignInName::parse("li").unwrap(),
        called: CalledName::parse("李主任").unwrap(),
        role,
        standing: Standing::Active,
        password: PasswordBy::Own,
        factor: Factor::SetUp { since: Moment::from_millis(0) },
    }
}

fn all_commands() -> [Command; 3] {
    let why = Why::parse("换手机了").unwrap();
    [
        Command::ChangeRole { role: StaffRole::Organiser },
        Command::ResetSecondFactor { why: why.clone() },
        Command::Retire { why },
    ]
}

fn department(is_dissolved: bool) -> Department {
    let name = Bilingual { zh: "物业公司".to_owned(), en: "Property company".to_owned() };
    Department { id: DepartmentId(3), name, is_dissolved }
}

#[test]
fn only_administrators_look_after_staff() {
    let resident = Viewer::Resident { id: ResidentId(1) };
    let reviewer =
        Viewer::Staff { id: StaffId(3), role: StaffRole::Reviewer { department: DepartmentId(3) } };
    let only = Refusal::from(StaffRefusal::AdministratorOnly);
    let cases = [
        (Viewer::Guest, Refusal::SignInFirst),
        (resident, Refusal::StaffOnly),
        (ORGANISER, only.clone()),
        (reviewer, only),
    ];
    for (by, refusal) in cases {
        assert_eq!(may_manage(&by), Err(refusal.clone()));
        assert_eq!(may_add(&scene(&by, 2), StaffRole::Organiser), Err(refusal.clone()));
        for command in all_commands() {
            let target = member(9, StaffRole::Administrator);
            assert_eq!(decide(&scene(&by, 2), &target, &command), Err(refusal.clone()));
            assert!(offers(&scene(&by, 2), &target).is_empty());
        }
    }
}

#[test]
fn nobody_changes_their_own_account_in_this_way() {
    let own = member(1, StaffRole::Administrator);
    for command in all_commands() {
        let refused = decide(&scene(&ADMINISTRATOR, 2), &own, &command);
        assert_eq!(refused, Err(StaffRefusal::OwnAccount.into()));
    }
    assert!(offers(&scene(&ADMINISTRATOR, 2), &own).is_empty());
}

#[test]
fn the_last_administrator_keeps_the_role() {
    let other = member(2, StaffRole::Administrator);
    let [demote, reset, retire] = all_commands();
    let last = Err(StaffRefusal::LastAdministrator.into());
    assert_eq!(decide(&scene(&ADMINISTRATOR, 1), &other, &demote), last);
    assert_eq!(decide(&scene(&ADMINISTRATOR, 1), &other, &retire), last);
    assert_eq!(decide(&scene(&ADMINISTRATOR, 1), &other, &reset), Ok(Event::SecondFactorReset));
    assert_eq!(decide(&scene(&ADMINISTRATOR, 2), &other, &retire), Ok(Event::Retired));
}

#[test]
fn whoever_has_left_is_left_alone() {
    let at = Moment::from_millis(5);
    let gone = Member { standing: Standing::Retired { at }, ..member(2, StaffRole::Organiser) };
    for command in all_commands() {
        let refused = decide(&scene(&ADMINISTRATOR, 1), &gone, &command);
        assert_eq!(refused, Err(StaffRefusal::Retired { at }.into()));
    }
    let refused = may_give_password(&scene(&ADMINISTRATOR, 1), &gone);
    assert_eq!(refused, Err(StaffRefusal::Retired { at }.into()));
}

#[test]
fn a_role_is_changed_once_and_only_to_a_department_that_is_there() {
    let organiser = member(2, StaffRole::Organiser);
    let to = StaffRole::Reviewer { department: DepartmentId(3) };
    let change = Command::ChangeRole { role: to };
    let (here, gone) = (department(false), department(true));
    let with = |department| Scene { department, ..scene(&ADMINISTRATOR, 1) };
    let changed = Event::RoleChanged { from: StaffRole::Organiser, to };
    assert_eq!(decide(&with(Some(&here)), &organiser, &change), Ok(changed));
    for department in [None, Some(&gone)] {
        let refused = decide(&with(department), &organiser, &change);
        assert_eq!(refused, Err(Refusal::DepartmentDissolved));
        assert_eq!(may_add(&with(department), to), Err(Refusal::DepartmentDissolved));
    }
    let [same, ..] = all_commands();
    let refused = decide(&scene(&ADMINISTRATOR, 1), &organiser, &same);
    assert_eq!(refused, Err(StaffRefusal::SameRole.into()));
}

#[test]
fn only_a_factor_that_stands_is_reset() {
    let without = Member { factor: Factor::None, ..member(2, StaffRole::Organiser) };
    let [_, reset, _] = all_commands();
    let scene = scene(&ADMINISTRATOR, 1);
    assert_eq!(decide(&scene, &without, &reset), Err(StaffRefusal::NoSecondFactor.into()));
    assert_eq!(offers(&scene, &without), [Offer::GivePassword, Offer::ChangeRole, Offer::Retire]);
}

#[test]
fn the_password_comes_before_the_second_factor_and_both_before_the_rest() {
    use SecondFactor::{Optional, Required};
    let set_up = Factor::SetUp { since: Moment::from_millis(0) };
    let first = MustFirst::of;
    for setting in [Required, Optional] {
        assert_eq!(
            first(setting, PasswordBy::Given, Factor::None),
            Some(MustFirst::ChangePassword)
        );
        assert_eq!(first(setting, PasswordBy::Own, set_up), None);
    }
    assert_eq!(first(Required, PasswordBy::Own, Factor::None), Some(MustFirst::SetUpSecondFactor));
    assert_eq!(first(Optional, PasswordBy::Own, Factor::None), None);
}

#[test]
fn the_setting_is_read_from_one_of_two_words() {
    assert_eq!("required".parse(), Ok(SecondFactor::Required));
    assert_eq!("optional".parse(), Ok(SecondFactor::Optional));
    assert!("off".parse::<SecondFactor>().is_err());
}
