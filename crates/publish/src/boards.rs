use crate::{PublishError, export::Export, site::OpenSite, start::is_for};
use anslag_core::Announcement;
use anslag_feed::calendar;
use anslag_page::NoticeBoard;
use std::io::Write;

/// Writes the page of each notice board in each language. In memory are the notices of one board that are posted.
pub(crate) fn write_boards(open: &OpenSite<'_>, export: &Export<'_>) -> Result<(), PublishError> {
    let (site, plan) = (open.shared(), export.plan);
    for (number, board) in (0..).zip(export.publication().register.boards()) {
        let posted = plan.posted.iter().filter(|entry| entry.facets.board == Some(number));
        let posted = posted.map(|entry| plan.read(export.corpus, entry)).collect::<Result<Vec<_>, _>>()?;
        let calendar = calendar::board_path(board);
        for language in site.languages() {
            let is_listed = |own: &&Announcement| is_for(plan, own, language);
            let content = NoticeBoard {
                board,
                language,
                as_of: plan.day,
                feed: open.board_feed(number),
                calendar: Some(calendar.as_str()).filter(|path| export.staging.entry(path).is_some()),
                announcements: &posted.iter().filter(is_listed).collect::<Vec<_>>(),
            };
            let page = site.board(&content);
            export.staging.write(&site.board_path(board, language), |out| out.write_all(page.as_bytes()))?;
        }
    }
    Ok(())
}

/// Writes the calendar of each notice board: the last days of what is posted there and published elsewhere too.
pub(crate) fn write_board_calendars(export: &Export<'_>) -> Result<(), PublishError> {
    let (publication, plan) = (export.publication(), export.plan);
    for (number, board) in (0..).zip(publication.register.boards()) {
        let posted = plan.posted.iter().filter(|entry| entry.facets.board == Some(number) && !entry.is_board_only);
        let posted = posted.map(|entry| plan.read(export.corpus, entry)).collect::<Result<Vec<_>, _>>()?;
        let write = |out: &mut Vec<u8>| calendar::board(publication, board, plan.day, &posted, out).map(drop);
        export.staging.write(&calendar::board_path(board), write)?;
    }
    Ok(())
}
