//! `huiyin serve`: the API, and the app's files beside it.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use huiyin_domain::staff::SecondFactor;

use super::database::DatabaseArgs;
use super::day;
use super::reach::ReachArgs;
use super::welcome;
use crate::app::{App, Limits};
use crate::calendar;
use crate::clock::Clock;
use crate::demo;
use crate::past;
use crate::proposals::counts;
use crate::recordings::transcribe::Listening;
use crate::server;
use crate::store::Store;
use crate::tick;
use crate::trouble::Trouble;

/// How to serve.
#[derive(Args, Debug)]
pub struct ServeArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// The address and port to listen on
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The folder with the built app; without it only the API is served
    #[arg(long, value_name = "DIR")]
    client: Option<PathBuf>,
    /// Make an empty database into a community to try things out in; never for real people
    #[arg(long)]
    demo: bool,
    /// The demo has one contest more in each phase, from the one that is prepared to the one that
    /// is over
    #[arg(long, requires = "demo")]
    demo_season: bool,
    /// A past election for the demo, to be read and recounted: .pb or .pb.gz
    #[arg(long, value_name = "FILE", requires = "demo")]
    demo_election: Option<PathBuf>,
    /// Another site whose pages may call the API, such as https://huiyin.example; may be repeated
    #[arg(long = "allow-origin", value_name = "ORIGIN")]
    origins: Vec<String>,
    /// Believe X-Forwarded-For: only behind a proxy of one's own
    #[arg(long)]
    trust_forwarded_for: bool,
    /// Who writes recorded messages down: `staff`; `off` to take none; or the http:// address of
    /// a speech engine whose drafts staff then mend
    #[arg(long, value_name = "WHO", default_value = "staff")]
    transcriber: Listening,
    /// A calendar of working days, in place of the one that comes with the program
    #[arg(long, value_name = "FILE")]
    calendar: Option<PathBuf>,
    #[command(flatten)]
    reach: ReachArgs,
    /// Is every member of staff asked for a second factor: `required` or `optional`
    /// [default: required; optional for a demo]
    #[arg(long, value_name = "WHETHER")]
    second_factor: Option<SecondFactor>,
    /// A file with a moment, as 2026-12-01T09:00:00+08:00: the demo's clock is moved there each
    /// time it changes
    #[arg(long, value_name = "FILE", requires = "demo")]
    demo_clock: Option<PathBuf>,
}

/// Serves until it is told to stop.
pub fn run(args: &ServeArgs) -> Result<(), Trouble> {
    if let Some(client) = &args.client
        && !client.join("index.html").is_file()
    {
        return Err(Trouble::new(format!(
            "{} has no index.html: build the app first (`cargo xtask build`), or leave --client \
             out to serve the API alone.",
            client.display()
        )));
    }
    let listener = listen(args.listen)?;
    args.database.make_data_folder()?;
    let store = args.database.open()?;
    let sign_ins = match args.demo {
        true => Some(prepare_demo(&store, args)?),
        false => None,
    };
    let app = open(store, args)?;
    let address = listener.local_addr().unwrap_or(args.listen);
    welcome::print(address, args.client.is_some(), sign_ins.as_ref());
    let router = server::router(Arc::clone(&app), args.client.clone());
    let demo_clock = args.demo_clock.clone();
    let runtime = tokio::runtime::Runtime::new()
        .map_err(|error| Trouble::new(format!("Cannot start the server's threads: {error}.")))?;
    runtime
        .block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            tokio::spawn(tick::keep_ticking(Arc::clone(&app)));
            if let Some(file) = demo_clock {
                tokio::spawn(demo::clock::follow(app, file));
            }
            server::serve(listener, router).await
        })
        .map_err(|error| Trouble::new(format!("The server stopped: {error}.")))
}

impl ServeArgs {
    /// A demo is tried out without a phone at hand; real people's staff are asked for theirs.
    fn second_factor(&self) -> SecondFactor {
        let usual = if self.demo { SecondFactor::Optional } else { SecondFactor::Required };
        self.second_factor.unwrap_or(usual)
    }
}

/// Takes the port first: whoever cannot have it should not wait for a demo to be built.
fn listen(address: SocketAddr) -> Result<std::net::TcpListener, Trouble> {
    let taken = std::net::TcpListener::bind(address).and_then(|listener| {
        listener.set_nonblocking(true)?;
        Ok(listener)
    });
    taken.map_err(|error| {
        Trouble::new(format!(
            "Cannot listen on {address}: {error}. Another server may be running there: stop it, \
             or give another port with --listen."
        ))
    })
}

fn open(store: Store, args: &ServeArgs) -> Result<Arc<App>, Trouble> {
    let calendar = args.calendar.as_deref().map(day::read_calendar).transpose()?;
    let limits = Limits {
        origins: args.origins.clone(),
        trust_forwarded_for: args.trust_forwarded_for,
        listening: args.transcriber.clone(),
        calendar: calendar.map(calendar::kept),
        reach: args.reach.reach(),
        second_factor: args.second_factor(),
    };
    let clock = if args.demo_clock.is_some() { Clock::moved() } else { Clock::Real };
    let counted = store.write_now(counts::recount);
    counted.map_err(|why| Trouble::new(format!("Cannot count the proposals: {why:?}")))?;
    App::open(store, clock, &args.database.data, limits)
        .map_err(|words| Trouble::new(format!("Cannot start: {words}")))
}

fn prepare_demo(store: &Store, args: &ServeArgs) -> Result<demo::SignIns, Trouble> {
    let extent = if args.demo_season { demo::Extent::WholeSeason } else { demo::Extent::Usual };
    let sign_ins = demo::prepare_with(store, Clock::Real.now(), extent)?;
    if let Some(file) = &args.demo_election {
        let election = super::pb_file::read_election(file)?;
        let rule = super::import::rule_of(&election);
        past::import(store, sign_ins.community, super::tally::name_of(file), &election, rule)?;
    }
    Ok(sign_ins)
}
