use super::{measure::Measured, results::Results};
use serde_json::{Value, json};

/// CPU seconds for each byte of the five formats that a program needs which knows no model and checks nothing: parsing,
/// rendering and writing 2.78 GB in 2.6 s, measured once on a machine with two cores.
const LOWER_BOUND: f64 = 2.6 / 2.78e9;

/// The sizes that the targets are about.
const SMALL: u64 = 10_000;
const LARGE: u64 = 100_000;
const HUGE: u64 = 1_000_000;

/// Something that is aimed at.
struct Target {
    what: &'static str,
    /// The measured value, and whether the target holds; `None` if it was not measured.
    found: Option<(f64, bool)>,
    unit: &'static str,
}

/// Says which of the targets hold.
pub(crate) fn print(results: &Results) {
    anstream::println!("\nTargets");
    for Target { what, found, unit } in targets(results) {
        match found {
            Some((found, true)) => anstream::println!("  holds         {what}: {found:.2} {unit}"),
            Some((found, false)) => anstream::println!("  does not hold {what}: {found:.2} {unit}"),
            None => anstream::println!("  not measured  {what}"),
        }
    }
}

/// The ratios of a run, as a line of the history.
pub(crate) fn history_line(results: &Results) -> Value {
    let found =
        |target: Target| target.found.map(|(found, holds)| (target.what.to_owned(), json!([round(found), holds])));
    let targets: serde_json::Map<String, Value> = targets(results).into_iter().filter_map(found).collect();
    let sizes: Vec<u64> = results.sizes.keys().copied().collect();
    json!({
        "commit": results.commit,
        "machine": results.machine,
        "seed": results.seed,
        "sizes": sizes,
        "targets": targets,
    })
}

#[expect(clippy::cast_precision_loss, reason = "these are ratios")]
fn targets(results: &Results) -> Vec<Target> {
    let (small, large, huge) = (results.sizes.get(&SMALL), results.sizes.get(&LARGE), results.sizes.get(&HUGE));
    let at_most = |what, unit, bound: f64, found: Option<f64>| Target {
        what,
        unit,
        found: found.map(|found| (found, found <= bound)),
    };
    let at_least = |what, unit, bound: f64, found: Option<f64>| Target {
        what,
        unit,
        found: found.map(|found| (found, found >= bound)),
    };
    let cpu = |measured: &Measured| Some(measured.one_thread.as_ref()?.cost.cpu());
    let bound = |measured: &Measured| {
        Some(LOWER_BOUND * measured.two_threads.bytes as f64 + measured.hash.as_ref()?.cost.cpu())
    };
    let each = |measured: &Measured, count: u64| measured.two_threads.cost.cpu() / count as f64;
    let share = |(part, all): (u64, u64)| part as f64 / all as f64;
    let peak = |measured: &Measured| measured.two_threads.cost.peak as f64;
    let index = (HUGE - LARGE) as f64 * 64.0;
    vec![
        at_most(
            "1. five forms of 100,000 against the lower bound and sha256sum (at most 2)",
            "x",
            2.0,
            large.and_then(|large| Some(cpu(large)? / bound(large)?)),
        ),
        at_least(
            "1. five forms of 100,000 (at least 400)",
            "MB per CPU second",
            400.0,
            large.and_then(|large| Some(large.one_thread.as_ref()?.megabytes_per_second())),
        ),
        at_least(
            "1. wall time of one thread against two (at least 1.8)",
            "x",
            1.8,
            large.and_then(|large| Some(large.one_thread.as_ref()?.cost.wall / large.two_threads.cost.wall)),
        ),
        at_most("2. peak memory at 1,000,000 (at most 128)", "MB", 128.0, huge.map(|huge| peak(huge) / 1e6)),
        at_most(
            "2. peak memory at 1,000,000, without 64 bytes each, against 100,000 (at most 1.2)",
            "x",
            1.2,
            huge.zip(large).map(|(huge, large)| (peak(huge) - index) / peak(large)),
        ),
        at_most(
            "3. CPU time for each announcement at 1,000,000 against 10,000 (at most 1.15)",
            "x",
            1.15,
            huge.zip(small).map(|(huge, small)| each(huge, HUGE) / each(small, SMALL)),
        ),
        at_most(
            "4. chunks and pages rendered anew after one change in 100,000 (at most 0.05)",
            "of all",
            0.05,
            large.and_then(|large| Some(share(large.rerendered?.chunks).max(share(large.rerendered?.pages)))),
        ),
        at_most(
            "4. one changed in 100,000 against copy and sha256sum of the dumps (at most 1.5)",
            "x",
            1.5,
            large.and_then(|large| {
                let all = large.copy.as_ref()?.cost.cpu() + large.hash.as_ref()?.cost.cpu();
                let dumps = all * large.dumps as f64 / large.two_threads.bytes as f64;
                Some(large.one_changed.as_ref()?.cost.cpu() / dumps)
            }),
        ),
        at_most(
            "4. nothing changed in 100,000 against the full export (at most 0.05)",
            "x",
            0.05,
            large.and_then(|large| Some(large.unchanged.as_ref()?.cost.cpu() / cpu(large)?)),
        ),
        at_most("5. `anslag --help` (at most 10)", "ms", 10.0, Some(results.start_up.help * 1e3)),
        at_most("5. the export of data/ (at most 100)", "ms", 100.0, Some(results.start_up.seed_export * 1e3)),
    ]
}

fn round(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
