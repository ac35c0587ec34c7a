use crate::{FileEntry, format_dumps::dumps, workbook::Workbook};
use anslag_catalog::{Content, Distribution, Extent, Selection};
use anslag_core::{Compression, Format, Publication};
use anslag_feed::{FeedFormat, Subject};
use anslag_rdf::Syntax;
use anslag_table::{Dialect, Table, csv};
use jiff::civil::Date;
use std::sync::Arc;

/// The description of the CSV tables as a Data Package.
pub(crate) const DATA_PACKAGE: &str = "data/datapackage.json";

/// The documents that the catalogue is written to. Portals ask for the last one where they know nothing but the host; it
/// has no extension there.
pub(crate) const DOCUMENTS: [(&str, Syntax); 4] = [
    ("dcat.ttl", Syntax::Turtle),
    ("dcat.rdf", Syntax::RdfXml),
    ("dcat.jsonld", Syntax::JsonLd),
    ("datasets/dcat", Syntax::RdfXml),
];

/// Returns the files that a catalogue lists, as they were written: every dump that is a format of the whole, the CSV tables as
/// a package, the workbook, the table of announcements as Parquet, every feed of all announcements, of one publisher and of
/// one type, and the table of each type. `written` returns the entry of a file, given its path.
pub(crate) fn distributions(
    publication: &Publication,
    extent: &Extent,
    as_of: Date,
    written: impl Fn(&str) -> Option<FileEntry>,
) -> Vec<Distribution> {
    let publishers = publication.register.organizations().filter(|own| extent.publishers.contains_key(&own.key));
    let publishers = publishers.map(|own| (Subject::Publisher(Arc::clone(own)), Selection::Publisher(own.key.clone())));
    let types = extent.types.keys().map(|kind| (Subject::Type(*kind), Selection::Type(*kind)));
    let subjects = [(Subject::All, Selection::All)].into_iter().chain(publishers).chain(types);
    let feeds = subjects.flat_map(|(subject, selection)| {
        let name = subject.name();
        FeedFormat::ALL.map(|feed_format| {
            let format = feed_format.format();
            let key = format!("feed-{}-{}", name.replace('/', "-"), format.spec().extension);
            (anslag_feed::path(&name, feed_format), key, format, Content::Feed(selection.clone()))
        })
    });
    let dumps = dumps(&publication.output, as_of).into_iter().filter_map(|dump| {
        let (key, content) = dump.distribution()?;
        Some((dump.path(), key.to_owned(), dump.spec().format, content))
    });
    let tables = extent.types.keys().filter_map(|kind| {
        let table = Table::of_type(*kind)?;
        let path = format!("data/{}", table.file_name(Format::Csv));
        let content = Content::Table(Selection::Type(*kind));
        has_rows(table, &written(&path)?).then(|| (path, format!("csv-{}", table.name()), Format::Csv, content))
    });
    let package = (DATA_PACKAGE.to_owned(), "datapackage".to_owned(), Format::Csv, Content::Package);
    let workbook = (Workbook::PATH.to_owned(), "xlsx".to_owned(), Format::Xlsx, Content::Workbook);
    let parquet = format!("data/{}", Table::Announcements.file_name(Format::Parquet));
    let parquet = (parquet, "parquet-announcements".to_owned(), Format::Parquet, Content::Table(Selection::All));
    let mut all = Vec::new();
    for (path, key, format, content) in dumps.chain([package, workbook, parquet]).chain(feeds).chain(tables) {
        let mut add = |path: String, key: String, compression: Option<Compression>| {
            let Some(FileEntry { sha256, size }) = written(&path) else { return };
            let (content, sha256) = (content.clone(), sha256.to_string());
            all.push(Distribution { key, format, compression, content, path, bytes: size, sha256 });
        };
        add(path.clone(), key.clone(), None);
        for compression in Compression::ALL {
            let extension = compression.extension();
            add(format!("{path}.{extension}"), format!("{key}-{extension}"), Some(compression));
        }
    }
    all
}

/// Checks whether the file of a table has more than its header.
fn has_rows(table: Table, file: &FileEntry) -> bool {
    let header = csv::header(table, Dialect::Standard, Vec::new()).expect("writing into memory does not fail");
    file.size > header.len() as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Digest;
    use anslag_core::{AnnouncementType, FormatKind, Slug};
    use std::collections::BTreeSet;

    fn everything_written() -> Vec<Distribution> {
        let publication = anslag_fixtures::publication();
        let mut extent = Extent::default();
        extent.publishers.insert(Slug::new("exempels-kommun").unwrap(), extent.all.clone());
        extent.types.insert(AnnouncementType::Notice, extent.all.clone());
        distributions(&publication, &extent, Date::MIN, |_| Some(FileEntry { sha256: Digest([0; 32]), size: 0 }))
    }

    #[test]
    fn every_format_is_listed() {
        let all = everything_written();
        // Pages are for people: the catalogue names the first one as that of the dataset.
        let data = Format::ALL.into_iter().filter(|format| format.spec().kind != FormatKind::Pages);
        assert!(data.into_iter().all(|format| all.iter().any(|own| own.format == format)));
        let keys: BTreeSet<&str> = all.iter().map(|own| own.key.as_str()).collect();
        let paths: BTreeSet<&str> = all.iter().map(|own| own.path.as_str()).collect();
        assert_eq!((keys.len(), paths.len()), (all.len(), all.len()));
        let of = |path| all.iter().filter(move |own| own.path == path).map(|own| &own.content).collect::<Vec<_>>();
        let publisher = Selection::Publisher(Slug::new("exempels-kommun").unwrap());
        assert_eq!(of("feed/publisher/exempels-kommun.rss"), [&Content::Feed(publisher)]);
        assert_eq!(of("feed/type/notice.atom"), [&Content::Feed(Selection::Type(AnnouncementType::Notice))]);
    }

    #[test]
    fn the_tables_are_a_package_and_a_workbook_and_not_many_files() {
        let all = everything_written();
        let plain = all.iter().filter(|own| own.compression.is_none());
        let tables: Vec<_> = plain.filter(|own| own.format.spec().kind == FormatKind::Tables).collect();
        let found: Vec<_> = tables.iter().map(|own| (own.path.as_str(), &own.content)).collect();
        let all_as_table = Content::Table(Selection::All);
        let expected = [
            ("data/announcements.csv", &all_as_table),
            ("data/datapackage.json", &Content::Package),
            ("data/announcements.xlsx", &Content::Workbook),
            ("data/announcements.parquet", &all_as_table),
        ];
        assert_eq!(found, expected);
    }
}
