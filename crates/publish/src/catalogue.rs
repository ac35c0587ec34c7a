use crate::{FileEntry, output::Output};
use anslag_catalog::{Content, Distribution, Extent, Text};
use anslag_core::{Compression, Format, Publication};
use anslag_feed::FeedFormat;
use anslag_rdf::Syntax;
use anslag_table::{Dialect, Label};

/// The documents that the catalogue is written to. Portals ask for the last one where they know nothing but the host; it
/// has no extension there.
pub(crate) const DOCUMENTS: [(&str, Syntax); 4] = [
    ("dcat.ttl", Syntax::Turtle),
    ("dcat.rdf", Syntax::RdfXml),
    ("dcat.jsonld", Syntax::JsonLd),
    ("datasets/dcat", Syntax::RdfXml),
];

/// The files that a catalogue lists, as they were written: every output, and every feed of all announcements and of one
/// publisher. `written` tells of a file by its path.
pub(crate) fn distributions(
    publication: &Publication,
    extent: &Extent,
    written: impl Fn(&str) -> Option<FileEntry>,
) -> Vec<Distribution> {
    let publishers = publication.register.organizations().filter(|own| extent.publishers.contains_key(&own.key));
    let feeds = [("all".to_owned(), None)]
        .into_iter()
        .chain(publishers.map(|own| (format!("publisher/{}", own.key), Some(own.key.clone()))))
        .flat_map(|(name, publisher)| {
            FeedFormat::ALL.map(|feed_format| {
                let format = feed_format.format();
                let key = format!("feed-{}-{}", name.replace('/', "-"), format.spec().extension);
                (anslag_feed::path(&name, feed_format), key, format, Content::Feed { publisher: publisher.clone() })
            })
        });
    let outputs = Output::of(&publication.output).into_iter().map(|output| {
        let (key, format, content) = describe(output);
        (output.path(), key, format, content)
    });
    let mut all = Vec::new();
    for (path, key, format, content) in outputs.chain(feeds) {
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

fn describe(output: Output) -> (String, Format, Content) {
    let whole = |format: Format| (format.spec().extension.to_owned(), format, Content::Everything);
    match output {
        Output::Rdf(syntax) => whole(syntax.format()),
        Output::JsonLines => whole(Format::JsonLines),
        Output::Calendar => ("calendar".to_owned(), Format::ICalendar, Content::Calendar),
        Output::Table(table, dialect) => {
            let text = |label: Label| Text::new(label.sv, label.en);
            let (is_for_excel, key) = match dialect {
                Dialect::Standard => (false, format!("csv-{}", table.name())),
                Dialect::Excel => (true, format!("excel-{}", table.name())),
            };
            let content =
                Content::Table { title: text(table.title()), description: text(table.description()), is_for_excel };
            (key, Format::Csv, content)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Digest;
    use anslag_core::Slug;
    use std::collections::BTreeSet;

    #[test]
    fn no_output_and_no_form_is_forgotten() {
        let publication = anslag_fixtures::publication();
        let mut extent = Extent::default();
        extent.publishers.insert(Slug::new("exempels-kommun").unwrap(), extent.all.clone());
        let written = |_: &str| Some(FileEntry { sha256: Digest([0; 32]), size: 0 });
        let all = distributions(&publication, &extent, written);
        let paths: BTreeSet<&str> = all.iter().map(|own| own.path.as_str()).collect();
        assert!(Output::of(&publication.output).iter().all(|output| paths.contains(output.path().as_str())));
        assert!(Format::ALL.iter().all(|format| all.iter().any(|own| own.format == *format)));
        let keys: BTreeSet<&str> = all.iter().map(|own| own.key.as_str()).collect();
        assert_eq!((keys.len(), paths.len()), (all.len(), all.len()));
        let plain = all.iter().filter(|own| own.compression.is_none());
        assert_eq!(plain.filter(|own| matches!(own.content, Content::Feed { publisher: Some(_) })).count(), 3);
    }
}
