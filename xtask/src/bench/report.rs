use crate::bench::measure::{Figure, Measured, Rerendered, StartUp};

/// Prints the figures of a corpus as a table.
pub(crate) fn print(count: u64, measured: &Measured) {
    anstream::println!("\n{count} announcements, {:.1} MB of JSON Lines", megabytes(measured.check.bytes));
    anstream::println!(
        "{:<24}{:>9}{:>9}{:>9}{:>9}{:>10}{:>10}{:>8}{:>8}{:>8}",
        "",
        "CPU s",
        "system",
        "wall s",
        "peak MB",
        "MB",
        "MB/CPU s",
        "x copy",
        "µs each",
        "x other"
    );
    let copy = measured.copy.as_ref();
    let figures = [&measured.check].into_iter().chain(&measured.each);
    let figures = figures.chain(&measured.one_thread).chain([&measured.two_threads]).chain(&measured.everything);
    let again = measured.unchanged.iter().chain(&measured.one_changed);
    for figure in figures.chain(&measured.hash).chain(copy).chain(again).chain(measured.writers.iter().flatten()) {
        line(figure, count, copy);
    }
    if let Some(Rerendered { chunks, pages }) = measured.rerendered {
        anstream::println!(
            "one changed: {} of {} chunks and {} of {} pages of feeds were rendered again",
            chunks.0,
            chunks.1,
            pages.0,
            pages.1
        );
    }
}

#[expect(clippy::cast_precision_loss, reason = "three digits are shown")]
fn line(figure: &Figure, count: u64, copy: Option<&Figure>) {
    let cost = figure.cost;
    // A copy of as many bytes.
    let ratio = copy.map(|copy| cost.cpu() / (copy.cost.cpu() * figure.bytes as f64 / copy.bytes as f64));
    let against = figure.against.map(|against| cost.cpu() / against.cpu());
    anstream::println!(
        "{:<24}{:>9.2}{:>9.2}{:>9.2}{:>9.0}{:>10.1}{:>10.0}{:>8}{:>8.0}{:>8}",
        figure.name,
        cost.cpu(),
        cost.system,
        cost.wall,
        megabytes(cost.peak),
        megabytes(figure.bytes),
        figure.megabytes_per_second(),
        ratio.map_or_else(String::new, |ratio| format!("{ratio:.1}")),
        cost.cpu() / count as f64 * 1e6,
        against.map_or_else(String::new, |ratio| format!("{ratio:.3}"))
    );
}

/// Prints how long the program takes to start.
pub(crate) fn print_start_up(start_up: &StartUp) {
    anstream::println!(
        "\n`anslag --help`: {:.1} ms; the export of data/: {:.1} ms",
        start_up.help * 1e3,
        start_up.seed_export * 1e3
    );
}

#[expect(clippy::cast_precision_loss, reason = "one decimal is shown")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
