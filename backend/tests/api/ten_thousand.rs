//! Ten thousand proposals in one contest: listed part by part, voted for, counted and published.

use std::collections::BTreeSet;

use huiyin_backend::failure::Failure;
use huiyin_backend::proposals::list::{Sort, part_sql};
use huiyin_backend::proposals::rows;
use huiyin_backend::store::{StoreError, Value, params};
use huiyin_domain::channels::Channel;
use huiyin_domain::contests::wire::ContestPage;
use huiyin_domain::contests::{Command, Phase, RulesForm};
use huiyin_domain::counting::{CountingRule, Fate, Utility};
use huiyin_domain::ids::{CommunityId, ContestId, ProposalId, Version};
use huiyin_domain::money::Money;
use huiyin_domain::proposals::wire::{ProposalCard, ProposalList};
use huiyin_domain::proposals::{Author, FIRST_TEXT, Proposal, Stage};

use crate::people::Person;
use crate::results::{recount, result};
use crate::votes::{Vote, Voter, contest_at, contest_form, proposal_form};
use crate::world::{World, on_each_engine};

const N: u32 = 10_000;
/// Every fourth is still being co-signed; the others are on the shortlist.
const N_CO_SIGNING: u32 = N / 4;

fn many_form() -> RulesForm {
    let counting = Some(CountingRule::Greedy { utility: Utility::Cost });
    RulesForm { counting, ..contest_form() }
}

pub(crate) fn proposal(contest: u32, number: u32) -> Proposal {
    let form = proposal_form(&format!("第{number}个提案"));
    Proposal {
        id: ProposalId(number),
        version: Version::FIRST,
        contest: ContestId(contest),
        ballot_key: number.to_string(),
        channel: Channel::App,
        author: Author::Elsewhere,
        content: form.parse().expect("the form is right"),
        text: FIRST_TEXT,
        co_authors: Vec::new(),
        review: None,
        merge: None,
        stage: match number % 4 {
            0 => Stage::CoSigning,
            rest => Stage::Shortlisted { cost: Money::yuan(u64::from(rest)), months: None },
        },
    }
}

/// A contest that has so many.
async fn crowded(world: &World) -> u32 {
    let contest = world.collecting_by(&many_form()).await;
    let filled = world.store.write_now(move |tx| {
        for number in 1..=N {
            rows::insert(tx, CommunityId(1), &proposal(contest, number))?;
        }
        Ok::<(), Failure>(())
    });
    filled.expect("there is room for them");
    world.change("UPDATE proposals SET n_co_signs = proposal_id % 7");
    contest
}

/// The list to its end, with what is said of the whole at each part.
async fn whole(person: &Person, contest: u32, query: &str, total: u32) -> Vec<ProposalCard> {
    let mut cards = Vec::new();
    let mut after = String::new();
    loop {
        let path = contest_at(contest, &format!("/proposals?limit=100&{query}{after}"));
        let part: ProposalList = person.get(&path).await.ok();
        assert_eq!(part.total, total, "{path}");
        cards.extend(part.items);
        let Some(next) = part.next else { return cards };
        after = format!("&after={next}");
    }
}

#[test]
fn the_list_of_ten_thousand_comes_part_by_part_and_whole() {
    on_each_engine(async |world| {
        let contest = crowded(world).await;
        let guest = world.guest();
        let all = whole(&guest, contest, "sort=number", N).await;
        assert!(all.iter().map(|card| card.id.0).eq(1..=N));
        let liked = whole(&guest, contest, "sort=co_signs", N).await;
        let order = |card: &ProposalCard| (card.n_co_signs, card.id);
        assert!(liked.is_sorted_by(|a, b| order(a) > order(b)));
        let numbers: BTreeSet<ProposalId> = liked.iter().map(|card| card.id).collect();
        assert_eq!(numbers.len(), N as usize);
        for sort in ["newest", "number", "co_signs"] {
            let query = format!("stage=co_signing&sort={sort}");
            let few = whole(&guest, contest, &query, N_CO_SIGNING).await;
            assert_eq!(few.len(), N_CO_SIGNING as usize);
            assert!(few.iter().all(|card| card.stage == Stage::CoSigning));
        }
        let page = world.contest(&guest, contest).await;
        assert_eq!((page.n_proposals, page.n_shortlisted), (N, N - N_CO_SIGNING));
        assert_eq!(page.channels[&Channel::App], N);
        if world.engine == "SQLite" {
            nothing_is_read_that_is_not_shown(world);
        }
    });
}

/// How SQLite goes about a statement with these parameters.
fn plan(world: &World, sql: &str, asked: Vec<Value>) -> String {
    let explained = format!("EXPLAIN QUERY PLAN {sql}");
    let rows = world.store.read_now(move |tx| tx.rows(&explained, &asked));
    let rows: Result<_, StoreError> = rows;
    let details = rows.expect("the statement is right");
    let details: Vec<&str> = details.iter().map(|row| row.text(3).expect("a detail")).collect();
    details.join("\n")
}

/// Every part is found in an index that has its order, and so is what somebody has sent.
fn nothing_is_read_that_is_not_shown(world: &World) {
    for is_of_stage in [false, true] {
        let stage = is_of_stage.then(|| Value::from("co_signing"));
        for sort in [Sort::Newest, Sort::Number, Sort::CoSigns] {
            let mut asked = params![1_u32, 1_u32, 500_u32, 20_u32].to_vec();
            if sort == Sort::CoSigns {
                asked.push(Value::from(3_u32));
            }
            asked.extend(stage.clone());
            let plan = plan(world, &part_sql(sort, is_of_stage), asked);
            assert!(plan.starts_with("SEARCH") && !plan.contains("B-TREE"), "{sort:?}: {plan}");
            assert_eq!(plan.contains("by_stage"), is_of_stage, "{sort:?}: {plan}");
        }
    }
    let plan = plan(world, rows::SENT_BY, params![1_u32, 1_u32].to_vec());
    assert!(!plan.contains("SCAN") && !plan.contains("(community_id=?)"), "{plan}");
}

#[test]
fn of_ten_thousand_what_was_voted_for_wins_and_the_others_are_told_why_not() {
    on_each_engine(async |world| {
        let contest = crowded(world).await;
        world.enter(contest, &[Phase::Reviewing, Phase::Notice, Phase::Voting]).await;
        let names = ["wang", "li", "zhao", "qian", "sun"];
        for (number, name) in (1..).zip(names) {
            // Two each, from all over the list; none of them is one that is still co-signed.
            let first = u32::from(number) * 1_999 / 4 * 4 + 1;
            let vote = Vote { contest, proposals: [first, first + 1, first + 2] };
            Voter::new(number).vote(world, name, &vote, &vote.proposals[..2]).await;
        }
        world.enter(contest, &[Phase::Counting]).await;
        for command in [Command::Count, Command::Publish] {
            let _: ContestPage = world.organise(contest, &command).await.ok();
        }
        let guest = world.guest();
        let page = result(&guest, contest).await;
        let on_ballot = (N - N_CO_SIGNING) as usize;
        assert_eq!((page.proposals.len(), page.tally.steps.len()), (on_ballot, on_ballot));
        assert_eq!(page.tally.winners.len(), 10);
        let nobody = page.tally.outcomes.iter().filter(|it| it.fate == Fate::NoPoints).count();
        assert_eq!(nobody, on_ballot - 10);
        let file = guest.get(&format!("/api/v1{}", page.ballots_path)).await;
        assert_eq!(recount(file.text(), &page.rules), page.tally);
        let won = "SELECT COUNT(*) FROM proposals WHERE stage_kind = 'won'";
        let not = "SELECT COUNT(*) FROM proposals WHERE stage_kind = 'not_selected'";
        assert_eq!((world.number(won), world.number(not)), (10, i64::from(N - N_CO_SIGNING) - 10));
        let table = guest.get(&contest_at(contest, "/result.csv")).await;
        assert_eq!(table.text().lines().count(), on_ballot + 1);
    });
}
