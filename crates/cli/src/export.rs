use crate::{
    arguments::ExportOptions,
    check::{Read, open},
    exit::{Exit, Failure},
    progress::Progress,
    say,
};
use anslag_publish::{Options, Summary};
use jiff::{Timestamp, civil::Date};
use std::{fmt::Write, path::Path, time::Instant};

/// Publishes a corpus, and says what was written.
pub(crate) fn run(options: &ExportOptions) -> Result<Exit, Failure> {
    let started = Instant::now();
    let progress = Progress::new(options.quiet, options.message_format);
    let Some(Read { mut corpus, .. }) = open(&options.data, options.message_format, &progress)? else {
        return Ok(Exit::Input);
    };
    let forms = &mut corpus.publication.forms;
    if !options.formats.is_empty() {
        forms.formats = options.formats.iter().copied().collect();
    }
    forms.documents &= !options.no_documents;
    let as_of = options.as_of.unwrap_or_else(|| corpus.publication.zone.date_at(Timestamp::now()));
    let summary = anslag_publish::export(
        &corpus,
        &Options {
            data: &options.data,
            out: &options.out,
            as_of,
            threads: options.threads,
            progress: &|done, total| progress.report(done, total),
        },
    )?;
    drop(progress);
    if !options.quiet {
        say(&mut anstream::stdout(), &describe(&summary, as_of, &options.out, started));
    }
    Ok(Exit::Success)
}

fn describe(summary: &Summary, as_of: Date, out: &Path, started: Instant) -> String {
    let noun = if summary.published == 1 { "announcement" } else { "announcements" };
    let mut text = format!(
        "published {} {noun} as of {as_of} in {}: {} files, {}, in {:.2} s",
        summary.published,
        out.display(),
        summary.files,
        size(summary.bytes),
        started.elapsed().as_secs_f64(),
    );
    let others = [
        (summary.drafts, "not published yet, being drafts"),
        (summary.held_back, "held back until their day"),
        (summary.expired, "expired"),
        (summary.withdrawn, "withdrawn"),
    ];
    for (count, what) in others.into_iter().filter(|(count, _)| *count > 0) {
        write!(text, "\n{count} {what}").expect("a String takes all text");
    }
    if let Some(next_due) = summary.next_due {
        write!(text, "\nthe next export is due on {next_due}").expect("a String takes all text");
    }
    text
}

/// A number of bytes as people read it.
#[expect(clippy::cast_precision_loss, reason = "one decimal is shown")]
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        1_000_000..1_000_000_000 => format!("{:.1} MB", bytes as f64 / 1e6),
        _ => format!("{:.1} GB", bytes as f64 / 1e9),
    }
}
