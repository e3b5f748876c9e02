//! `cargo xtask torture`: ends browsers while someone types, as often as asked, and reports what was lost; makes the program fail
//! everywhere in its work, and reports what did not hold. With `powercut` the browser's disk forgets, at the end, everything that
//! was not synced: see the package of that name.

use anyhow::{Context, Result, bail};
use e2e::{
    Engine, stopping,
    torture::{Attack, Summary, alone, power_cut, readings},
};
use powercut::Names;
use std::{
    env,
    process::ExitCode,
    time::{Instant, SystemTime, UNIX_EPOCH},
};

const HELP: &str = "\
torture kill  --engine chromium|firefox|webkit [--runs N] [--seed N] [--quiet]
torture crash --engine chromium|firefox [--runs N] [--seed N] [--quiet]
torture reading --engine chromium|firefox|webkit [--runs N] [--seed N] [--quiet]
torture powercut --engine chromium|firefox [--names journal|folder] [--runs N] [--seed N] [--quiet]
torture panic --engine chromium|firefox|webkit [--story NAME] [--place PART] [--quiet]
torture all   [--runs N] [--seed N] [--quiet]";

/// How often each engine is ended in a full run.
const RUNS: u32 = 200;
/// How often each is ended while it reads.
const READINGS: u32 = 20;
/// That of the cuts of the power.
const CUTS: u32 = 50;

/// What to do, as often as this, from this seed.
struct Order {
    attacks: Vec<(Engine, Attack)>,
    /// The engines that are ended while the board takes files in.
    readings: Vec<Engine>,
    /// The engines in which the program ends.
    panics: Vec<Engine>,
    /// The failpoints at which the program ends.
    places: stopping::Selection,
    /// The engines whose power is cut.
    cuts: Vec<Engine>,
    names: Names,
    runs: u32,
    seed: u64,
    is_quiet: bool,
}

fn main() -> ExitCode {
    match order(env::args().skip(1)).and_then(carry_out) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn order(mut words: impl Iterator<Item = String>) -> Result<Order> {
    let what = words.next().context(HELP)?;
    let (mut engine, mut runs, mut seed, mut is_quiet) = (None, None, None, false);
    let (mut names, mut places) = (Names::Journal, stopping::Selection::default());
    while let Some(word) = words.next() {
        if word == "--quiet" {
            is_quiet = true;
            continue;
        }
        let value = words.next().with_context(|| format!("`{word}` needs a value after it\n{HELP}"))?;
        let number = || value.parse::<u64>().with_context(|| format!("`{word} {value}`: that is not a number"));
        match word.as_str() {
            "--engine" => engine = Some(engine_of(&value)?),
            "--runs" => runs = Some(u32::try_from(number()?)?),
            "--names" => names = names_of(&value)?,
            "--story" => places.story = Some(value),
            "--place" => places.place = Some(value),
            "--seed" => seed = Some(number()?),
            _ => bail!("there is no option `{word}`\n{HELP}"),
        }
    }
    let (attacks, readings, panics, cuts) = match (what.as_str(), engine) {
        ("kill", Some(engine)) => (vec![(engine, Attack::Kill)], vec![], vec![], vec![]),
        ("crash", Some(engine)) => (vec![(engine, Attack::Crash)], vec![], vec![], vec![]),
        ("reading", Some(engine)) => (vec![], vec![engine], vec![], vec![]),
        ("panic", Some(engine)) => (vec![], vec![], vec![engine], vec![]),
        ("powercut", Some(engine)) => (vec![], vec![], vec![], vec![engine]),
        ("all", None) => (
            vec![
                (Engine::Chromium, Attack::Kill),
                (Engine::Firefox, Attack::Kill),
                (Engine::WebKit, Attack::Kill),
                (Engine::Chromium, Attack::Crash),
                (Engine::Firefox, Attack::Crash),
            ],
            ENGINES.to_vec(),
            ENGINES.to_vec(),
            vec![],
        ),
        _ => bail!(HELP),
    };
    let seed = seed.map_or_else(seed_of_now, Ok)?;
    let usual = match (&*attacks, &*readings, &*cuts) {
        ([], [], [_, ..]) => CUTS,
        ([], [_, ..], _) => READINGS,
        _ => RUNS,
    };
    let runs = runs.unwrap_or(usual);
    Ok(Order { attacks, readings, panics, places, cuts, names, runs, seed, is_quiet })
}

fn names_of(word: &str) -> Result<Names> {
    match word {
        "journal" => Ok(Names::Journal),
        "folder" => Ok(Names::Folder),
        _ => bail!("names are kept by the `journal` or with their `folder`, not by `{word}`"),
    }
}

const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

fn engine_of(name: &str) -> Result<Engine> {
    ENGINES.into_iter().find(|engine| engine.to_string() == name).with_context(|| format!("no engine is called {name}"))
}

fn seed_of_now() -> Result<u64> {
    Ok(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs())
}

/// Whether every promise was kept.
fn carry_out(order: Order) -> Result<bool> {
    let wk_launch = env::current_exe()?.with_file_name("wk_launch");
    let size = (order.runs, order.seed);
    let mut is_clean = true;
    for (engine, attack) in &order.attacks {
        let what = format!("{engine} {attack}");
        is_clean &= series(&order, &what, |told| alone((*engine, *attack), size, wk_launch.clone(), told))?;
    }
    for engine in &order.readings {
        // Of all that ends a browser this is the least.
        let runs = if order.attacks.is_empty() { order.runs } else { order.runs.min(READINGS) };
        let start = Instant::now();
        let told = teller(order.is_quiet, format!("{engine} reading"));
        let readings = readings(*engine, (runs, order.seed), wk_launch.clone(), told)?;
        println!("{engine} reading: {readings} (seed {}, {} s)", order.seed, start.elapsed().as_secs());
        readings.faults.iter().for_each(|fault| println!("  {fault}"));
        is_clean &= readings.faults.is_empty();
    }
    for engine in &order.cuts {
        let what = format!("{engine} powercut");
        is_clean &= series(&order, &what, |told| power_cut((*engine, order.names), size, wk_launch.clone(), told))?;
    }
    for engine in &order.panics {
        let start = Instant::now();
        let told = teller(order.is_quiet, format!("{engine} panic"));
        let summary = stopping::alone(*engine, wk_launch.clone(), &order.places, told)?;
        println!("{engine} panic: {summary} ({} s)", start.elapsed().as_secs());
        summary.missing.iter().for_each(|kind| println!("  not driven: {kind}"));
        summary.faults.iter().for_each(|fault| println!("  {fault}"));
        is_clean &= summary.is_clean();
    }
    Ok(is_clean)
}

/// Runs one series and reports on it.
fn series(order: &Order, what: &str, run: impl FnOnce(&mut dyn FnMut(&str)) -> Result<Summary>) -> Result<bool> {
    let start = Instant::now();
    let summary = run(&mut teller(order.is_quiet, what.to_owned()))?;
    println!("{what}: {summary} (seed {}, {} s)", order.seed, start.elapsed().as_secs());
    summary.faults.iter().for_each(|fault| println!("  {fault}"));
    Ok(summary.is_clean())
}

/// Prints what it is told, or only what went wrong.
fn teller(is_quiet: bool, what: String) -> impl FnMut(&str) {
    move |line| {
        if !is_quiet || line.contains("WRONG") {
            println!("{what} {line}");
        }
    }
}
