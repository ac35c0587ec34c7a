//! Feeds: RSS 2.0 by the rss crate; Atom, RSS 0.9x and 1.0 and JSON Feed by feed-rs.
//!
//! Both crates build a tree by recursion, which many nested elements would abort, and hold the whole feed. So a pass of our
//! own (`split`) walks the feed first, bounds depth and size, and hands over one item at a time. It also reads what the
//! crates lose.

mod atom;
mod entry;
mod json;
mod rss;
mod split;

use crate::{Doubt, Drafts, Finding, Profile, Source};
use entry::Entry;
use split::{Fault, Format, Split};

/// Returns whether a text is a feed in XML, by its beginning.
pub(crate) fn is_xml(head: &str) -> bool {
    head.starts_with('<') && Split::new(head).is_ok()
}

/// Returns whether a text is a JSON Feed, by its beginning.
pub(crate) fn is_json(head: &str) -> bool {
    head.starts_with('{') && head.contains("jsonfeed.org/version/1")
}

/// Reads a feed in XML.
pub(crate) fn read_xml(source: &Source, _: &Profile, drafts: &mut Drafts<'_>) -> Result<(), Finding> {
    let text = source.text(drafts);
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = Lines { text, at: 0, line: 1 };
    let mut feed = Split::new(text).map_err(|fault| lines.finding(source, fault))?;
    while let Some(item) = feed.next_item().map_err(|fault| lines.finding(source, fault))? {
        withdraw(&mut feed, source, drafts);
        let parsed = match feed.format {
            Format::Rss => rss::parse(&item),
            Format::Atom | Format::Rdf => atom::parse(&item),
        };
        let (line, excerpt) = lines.place(item.at);
        match parsed {
            Ok(entry) => push(entry.or_of_feed(&feed), source, line, drafts)?,
            Err(reason) => drafts.find(Finding::new(&source.name, Doubt::Item { reason }).at(line, excerpt)),
        }
    }
    withdraw(&mut feed, source, drafts);
    Ok(())
}

/// Tells of the entries that a feed has withdrawn since the last item.
fn withdraw(feed: &mut Split<'_>, source: &Source, drafts: &mut Drafts<'_>) {
    for deleted in feed.deleted.drain(..) {
        let doubt = Doubt::Deleted { origin: deleted.reference, when: deleted.when };
        drafts.find(Finding::new(&source.name, doubt));
    }
}

/// Reads a JSON Feed.
pub(crate) fn read_json(source: &Source, _: &Profile, drafts: &mut Drafts<'_>) -> Result<(), Finding> {
    let text = source.text(drafts);
    let entries = json::parse(text.trim_start_matches('\u{feff}'));
    let entries = entries.map_err(|reason| Finding::new(&source.name, Doubt::Malformed { reason }))?;
    entries.into_iter().try_for_each(|entry| push(entry, source, 1, drafts))
}

/// Passes an entry on as a draft.
fn push(entry: Entry, source: &Source, line: usize, drafts: &mut Drafts<'_>) -> Result<(), Finding> {
    let title = entry.title.clone().unwrap_or_default();
    let (draft, doubts) = entry.into_draft(source.address());
    for doubt in doubts {
        drafts.find(Finding::new(&source.name, doubt).at(line, title.as_str()));
    }
    drafts.push(draft)
}

/// Lines of a text, counted onwards.
struct Lines<'t> {
    text: &'t str,
    /// Position up to which lines are counted.
    at: usize,
    /// Line of the position.
    line: usize,
}

impl<'t> Lines<'t> {
    /// Returns the line of a position after the last one, and its beginning.
    fn place(&mut self, at: usize) -> (usize, &'t str) {
        let at = self.text.floor_char_boundary(at).max(self.at);
        self.line += self.text[self.at..at].matches('\n').count();
        self.at = at;
        let start = self.text[..at].rfind('\n').map_or(0, |start| start + 1);
        let excerpt = self.text[start..].lines().next().unwrap_or_default();
        (self.line, &excerpt[..excerpt.floor_char_boundary(200)])
    }

    fn finding(&mut self, source: &Source, fault: Fault) -> Finding {
        let (line, excerpt) = self.place(fault.at);
        Finding::new(&source.name, fault.doubt).at(line, excerpt)
    }
}
