//! Several communities on one deployment: residents and staff act only in their own.

use huiyin_backend::communities::service;
use huiyin_backend::failure::Failure;
use huiyin_domain::communities::{Bilingual, Community};
use huiyin_domain::ids::CommunityId;
use huiyin_domain::problems::ProblemKind;
use huiyin_domain::residents::wire::SignIn;
use serde_json::json;

use crate::people::Person;
use crate::world::{PASSWORD, World, code_of, on_each_engine};

/// An address below the other community.
fn there(path: &str) -> String {
    format!("/api/v1/communities/huayuan{path}")
}

fn found_another(world: &World) {
    let both = |zh: &str| Bilingual { zh: zh.to_owned(), en: zh.to_owned() };
    let community = Community {
        id: CommunityId(0),
        slug: "huayuan".to_owned(),
        name: both("花园社区"),
        hot_line: "021-5555 0129".to_owned(),
        hot_line_hours: both("9:00–17:00"),
        office: both("花园路1号"),
    };
    let made = world.store.write_now(move |tx| service::create(tx, &community));
    let made: Result<_, Failure> = made;
    assert_eq!(made.unwrap(), CommunityId(2));
}

#[test]
fn nobody_acts_in_a_community_that_is_not_their_own() {
    on_each_engine(async |world| {
        found_another(world);
        let people: [Person; 3] =
            [world.resident("wang").await, world.organiser().await, world.reviewer(1).await];
        for person in people {
            for path in ["/home", "/desk", "/feedback/mine", "/staff/me"] {
                let problem = person.get(&there(path)).await.problem();
                assert_eq!(problem, ProblemKind::SignedOut, "{path}");
            }
            let name = json!({ "zh": "物业公司", "en": "" });
            let problem = person.post(&there("/departments"), &name).await.problem();
            assert_eq!(problem, ProblemKind::SignedOut);
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM events WHERE community_id = 2"), 0);
    });
}

#[test]
fn a_letter_or_a_password_lets_in_only_at_home() {
    on_each_engine(async |world| {
        found_another(world);
        let (name, password) = ("organiser".to_owned(), PASSWORD.to_owned());
        let ways = [
            SignIn::Letter { code: code_of("wang") },
            SignIn::Staff { name, password, code: None },
        ];
        for way in ways {
            let answer = world.guest().post(&there("/sessions"), &way).await;
            assert_eq!(answer.problem(), ProblemKind::WrongCredentials);
        }
    });
}

#[test]
fn everybody_reads_what_is_public_in_each() {
    on_each_engine(async |world| {
        found_another(world);
        let community: Community = world.guest().get(&there("")).await.ok();
        assert_eq!(community.name.zh, "花园社区");
        assert_eq!(world.guest().get(&there("/home")).await.status, 200);
    });
}
