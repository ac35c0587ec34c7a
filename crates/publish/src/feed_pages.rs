use crate::{
    PublishError,
    export::Export,
    page_plan::PagePlan,
    site::{OpenSite, offer, page_folder},
};
use anslag_core::{Board, Fingerprint};
use anslag_feed::{Feed, FeedFormat, Retirement, Subject, archive_path, calendar, list};
use anslag_page::{Ended, FEEDS, FeedList, FeedPage, Site};
use std::io::Write;

/// Number of entries that the page of a feed lists.
const NEWEST: usize = 10;

/// Writes the page of all feeds and calendars in each language, if there are any.
pub(crate) fn write_feed_list(site: &Site<'_>, export: &Export<'_>) -> Result<(), PublishError> {
    if !site.has_feeds() {
        return Ok(());
    }
    let is_written = |path: &&str| export.staging.entry(path).is_some();
    let boards = export.publication().register.boards().filter(|board| board.retired.is_none());
    let boards: Vec<(&Board, String)> = boards.map(|board| (&**board, calendar::board_path(board))).collect();
    let boards: Vec<_> = boards.into_iter().filter(|(_, path)| is_written(&path.as_str())).collect();
    for language in site.languages() {
        let content = FeedList {
            language,
            list: Some(list::OPML).filter(is_written),
            calendar: Some(calendar::PATH).filter(is_written),
            boards: &boards,
        };
        let page = site.feed_list(&content);
        export.staging.write(&site.path(FEEDS, language), |out| out.write_all(page.as_bytes()))?;
    }
    Ok(())
}

/// Writes the page about a feed in each language, unless its newest entries and all around them are unchanged. Returns its
/// path in the main language, and the fingerprint of what it was made from.
///
/// It names no announcement that is only on its notice board.
pub(crate) fn write_feed_page(
    export: &Export<'_>,
    open: &OpenSite<'_>,
    feed: &Feed,
    plan: &PagePlan,
) -> Result<(String, Fingerprint), PublishError> {
    let (publication, staging, site) = (export.publication(), export.staging, open.shared());
    let offered = offer(publication, feed);
    let newest = plan.entries.iter().map(|(_, entry)| &**entry).filter(|entry| !entry.is_board_only).take(NEWEST);
    let newest: Vec<_> = newest.collect();
    let archive = plan
        .previous
        .zip(FeedFormat::preferred(publication))
        .map(|(name, format)| (name.to_string(), publication.file(&archive_path(feed, name, format))));
    let is_whole = plan.previous.is_none() && plan.entries.len() < publication.feed_size.get();
    let board = match &feed.subject {
        Subject::Board(board) if publication.output.has(calendar::FORMAT) => {
            Some(publication.file(&calendar::board_path(board)))
        }
        _ => None,
    };
    let entries: Vec<_> = newest.iter().map(|entry| (&entry.id, export.plan.fingerprint(entry))).collect();
    let around = (open.fingerprint(), publication.fingerprint(), &offered, &board);
    let fingerprint = Fingerprint::of(&(around, &archive, is_whole, entries));
    let paths: Vec<_> = site.languages().into_iter().map(|own| (own, site.path(&offered.folder, own))).collect();
    let main = paths.first().map(|(_, path)| path.clone()).unwrap_or_default();
    let is_there = |path: &str| staging.previous().entry(path).is_some();
    if export.cache.is_made_from(&main, fingerprint) && paths.iter().all(|(_, path)| is_there(path)) {
        paths.iter().try_for_each(|(_, path)| staging.keep(path).map(drop))?;
        return Ok((main, fingerprint));
    }
    let newest = newest.into_iter().map(|entry| export.plan.read(export.corpus, entry));
    let newest = newest.collect::<Result<Vec<_>, _>>()?;
    for (language, path) in &paths {
        let content = FeedPage {
            feed: &offered,
            language,
            newest: &newest,
            archive: archive.as_ref().map(|(name, address)| (name.as_str(), address)),
            is_whole,
            calendar: board.as_ref(),
        };
        let page = site.feed_page(&content);
        staging.write(path, |out| out.write_all(page.as_bytes()))?;
    }
    Ok((main, fingerprint))
}

/// Writes the pages of the feeds that have ended: at the address of each feed, and at the one to which its last entry leads.
pub(crate) fn write_ended(site: &Site<'_>, export: &Export<'_>, feeds: &[Feed]) -> Result<(), PublishError> {
    let publication = export.publication();
    let ended = feeds.iter().filter_map(|feed| Some((feed, feed.retired()?)));
    let ended = ended.filter(|(_, retired)| retired.date.date() <= export.plan.day);
    for (feed, retired) in ended.filter(|_| FeedFormat::preferred(publication).is_some()) {
        let retirement = Retirement::new(publication, feed, retired);
        let folder = page_folder(feed);
        let ended = Ended {
            address: &publication.file(&folder),
            title: &feed.title,
            language: feed.language.primary(),
            text: (retirement.language, retirement.text),
            successor: (&retirement.title, &retirement.address),
        };
        let page = site.ended(&ended);
        let about = site.languages().into_iter().map(|language| site.path(&folder, language));
        for path in about.chain([format!("{}/index.html", retirement.path)]) {
            export.staging.write(&path, |out| out.write_all(page.as_bytes()))?;
        }
    }
    Ok(())
}
