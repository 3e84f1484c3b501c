//! Staff: their accounts, their second factor, and what administrators do with them.

mod factor;
mod manage;
mod passwords;
mod refused_first;

use huiyin_backend::staff::factor::mac;
use huiyin_domain::ids::StaffId;
use huiyin_domain::refusals::Refusal;
use huiyin_domain::residents::StaffRole;
use huiyin_domain::residents::wire::SignIn;
use huiyin_domain::staff::totp::{Code, Secret, Step};
use huiyin_domain::staff::wire::{ConfirmForm, FactorOffer, GivenPassword, RecoveryCodes};
use huiyin_domain::staff::{Command, StaffRefusal, Why};
use serde_json::json;

use crate::people::{Answer, Person, here};
use crate::world::{PASSWORD, World};

fn refused(why: StaffRefusal) -> Refusal {
    Refusal::Staff { why }
}

fn why() -> Why {
    Why::parse("换手机了").unwrap()
}

/// The organiser of the other stories, made the administrator.
async fn administrator(world: &World) -> Person {
    world.change("UPDATE staff SET role = 'administrator' WHERE name = 'organiser'");
    world.organiser().await
}

async fn sign_in(world: &World, name: &str, password: &str, code: Option<&str>) -> Answer {
    let (name, password) = (name.to_owned(), password.to_owned());
    let form = SignIn::Staff { name, password, code: code.map(str::to_owned) };
    world.guest().post(&here("/sessions"), &form).await
}

async fn add(person: &Person, name: &str, role: StaffRole) -> Answer {
    person.post(&here("/staff"), &json!({ "name": name, "called": "", "role": role })).await
}

/// Adds somebody and lets them choose [`PASSWORD`].
async fn colleague(world: &World, by: &Person, name: &str, role: StaffRole) -> (StaffId, Person) {
    let given: GivenPassword = add(by, name, role).await.ok();
    let person = world.staff(name, &given.password).await;
    let form = json!({ "old": given.password, "new": PASSWORD });
    let changed = person.post(&here("/staff/me/password"), &form).await;
    assert_eq!(changed.status, 200, "{}", changed.text());
    (given.member.id, person)
}

async fn ask(person: &Person, id: StaffId, command: &Command) -> Answer {
    person.post(&here(&format!("/staff/{id}/commands")), command).await
}

async fn offer(person: &Person) -> FactorOffer {
    person.post(&here("/staff/me/second-factor"), &json!({})).await.ok()
}

async fn confirm(person: &Person, code: &str) -> Answer {
    let form = ConfirmForm { code: code.to_owned() };
    person.post(&here("/staff/me/second-factor/confirm"), &form).await
}

/// What a phone with this secret shows now.
fn shown(world: &World, secret: &Secret) -> String {
    Code::of(&mac(secret, Step::at(world.clock.now()))).to_string()
}

fn secret_of(offer: &FactorOffer) -> Secret {
    Secret::parse(&offer.groups.concat()).unwrap()
}

/// Sets a second factor up.
async fn set_up(world: &World, person: &Person) -> (Secret, Vec<String>) {
    let secret = secret_of(&offer(person).await);
    let told: RecoveryCodes = confirm(person, &shown(world, &secret)).await.ok();
    (secret, told.codes)
}

/// Lets half a minute pass: the phone shows other digits.
fn half_a_minute_later(world: &World) {
    world.clock.set(world.clock.now().plus_millis(30_000));
}
