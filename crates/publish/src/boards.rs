use crate::{
    PublishError,
    export::Export,
    site::{OpenSite, pictures},
    start::is_for,
};
use anslag_core::{Announcement, Board, Format};
use anslag_feed::calendar;
use anslag_page::NoticeBoard;
use std::io::Write;

/// Writes the calendar of each notice board, and its page in each language, if the publication has these formats. In memory
/// are the notices of one board that are posted.
pub(crate) fn write_boards(export: &Export<'_>) -> Result<(), PublishError> {
    let (publication, plan) = (export.publication(), export.plan);
    let has_calendar = publication.output.has(Format::ICalendar);
    if !has_calendar && export.site.is_none() {
        return Ok(());
    }
    for (number, board) in (0..).zip(publication.register.boards()) {
        let posted = plan.posted.iter().filter(|entry| entry.facets.board == Some(number));
        let posted = posted.map(|entry| plan.read(export.corpus, entry)).collect::<Result<Vec<_>, _>>()?;
        if has_calendar {
            write_calendar(export, board, &posted)?;
        }
        if let Some(site) = export.site {
            write_pages(export, site, (number, board), &posted)?;
        }
    }
    Ok(())
}

/// Writes the calendar of a board: the last days of what is posted there and published elsewhere too.
fn write_calendar(export: &Export<'_>, board: &Board, posted: &[Announcement]) -> Result<(), PublishError> {
    let (publication, day) = (export.publication(), export.plan.day);
    let open = posted.iter().filter(|own| own.reuse.is_open());
    let write = |out: &mut Vec<u8>| calendar::board(publication, board, day, open, out).map(drop);
    export.staging.write(&calendar::board_path(board), write)?;
    Ok(())
}

/// Writes the page of a board in each language.
fn write_pages(
    export: &Export<'_>,
    open: &OpenSite<'_>,
    (number, board): (u32, &Board),
    posted: &[Announcement],
) -> Result<(), PublishError> {
    let (site, plan) = (open.shared(), export.plan);
    let calendar = calendar::board_path(board);
    let entries = plan.posted.iter().filter(|entry| entry.facets.board == Some(number));
    let pictures: Vec<_> = entries.flat_map(pictures).collect();
    for language in site.languages() {
        let is_listed = |own: &&Announcement| is_for(plan, &own.id, &own.language, language);
        let content = NoticeBoard {
            board,
            language,
            as_of: plan.day,
            feed: open.board_feed(number),
            calendar: Some(calendar.as_str()).filter(|path| export.staging.entry(path).is_some()),
            announcements: &posted.iter().filter(is_listed).collect::<Vec<_>>(),
            pictures: &pictures,
        };
        let page = site.board(&content);
        export.staging.write(&site.board_path(board, language), |out| out.write_all(page.as_bytes()))?;
    }
    Ok(())
}
