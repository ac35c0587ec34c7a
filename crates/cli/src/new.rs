use crate::{arguments::NewOptions, exit::Exit, fatal::Fatal, new_file::write_new, printer::Printer, summary::Summary};
use anslag_init::NewAnnouncement;
use anslag_source::{Report, open_publication};
use jiff::Timestamp;

/// Writes the source of a new announcement, with its fields as comments.
pub(crate) fn run(options: &NewOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let mut report = Report::default();
    let publication = open_publication(&options.data.path, &mut report)?;
    let Some(publication) = publication else {
        printer.report(&report);
        return Ok(Exit::Input);
    };
    let today = || publication.zone.date_at(Timestamp::now());
    let day = options.date.map_or_else(today, anslag_core::Day::date);
    let language = &publication.language;
    let source = NewAnnouncement { title: options.title.as_str(), kind: options.kind, day, language }.source();
    let path = options.data.path.join("announcements").join(&source.name);
    write_new(&path, &source.text)?;
    printer.result(&Summary::NewSource { path: path.display().to_string() });
    Ok(Exit::Success)
}
