//! Rendered entries: their records, and how pages are put together from them.

use crate::{
    reading::page,
    sample::{english, publication, swedish},
};
use anslag_core::{Format, Publication};
use anslag_feed::{ArchivePage, Feed, FeedFormat, Page, RenderedEntry, Renderer, Subject, write_page};
use jiff::civil::date;
use proptest::{collection::vec, prelude::*};

fn render(publication: &Publication) -> [RenderedEntry; 2] {
    let mut renderer = Renderer::new(publication);
    [swedish(), english()].map(|announcement| renderer.render(&announcement))
}

#[test]
fn a_page_is_its_prologue_its_entries_and_its_epilogue() {
    let publication = publication();
    let feeds = [Subject::All, Subject::Type(swedish().kind)].map(|subject| Feed::new(&publication, subject));
    let [first, second] = render(&publication);
    let current = page(&publication, &feeds[1]);
    let archive = Some(ArchivePage { month: date(2021, 5, 1), number: None });
    for page in [page(&publication, &feeds[0]), current, Page { archive, previous: archive, next: archive, ..current }]
    {
        for format in FeedFormat::ALL {
            let write = |entries: &[RenderedEntry]| write_page(&page, entries, format, Vec::new()).unwrap();
            let separator: &[u8] = if format == FeedFormat::JsonFeed { b"," } else { b"" };
            let entries = [first.in_format(format), separator, second.in_format(format)].concat();
            let full = write(&[first.clone(), second.clone()]);
            let at = full.windows(entries.len()).position(|window| window == entries).unwrap();
            let around = [&full[..at], &full[at + entries.len()..]].concat();
            assert_eq!(String::from_utf8(around), String::from_utf8(write(&[])));
        }
    }
}

#[test]
fn a_format_that_is_not_written_has_no_bytes() {
    let mut publication = publication();
    publication.output.formats.remove(&Format::Rss);
    let [entry, _] = render(&publication);
    assert_eq!(entry.in_format(FeedFormat::Rss), b"");
    assert!(entry.in_format(FeedFormat::Atom).starts_with(b"\n  <entry"));
    assert!(entry.in_format(FeedFormat::JsonFeed).starts_with(b"\n    {"));
}

#[test]
fn a_record_gives_the_entry_back() {
    let [entry, _] = render(&publication());
    let record = entry.clone().into_record();
    assert_eq!(RenderedEntry::from_record(record.clone()), Some(entry));
    for cut in 1..record.len() {
        assert_eq!(RenderedEntry::from_record(record[cut..].to_vec()), None, "{cut} bytes cut off");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_a_record_or_refused(record in prop_oneof![vec(any::<u8>(), 0..64), vec(0..9_u8, 24..40)]) {
        if let Some(entry) = RenderedEntry::from_record(record.clone()) {
            prop_assert_eq!(entry.into_record(), record);
        }
    }
}
