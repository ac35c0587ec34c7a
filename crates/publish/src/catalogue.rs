use crate::{FileEntry, format_dumps::dumps, workbook::Workbook};
use anslag_catalog::{Content, Distribution, Extent};
use anslag_core::{Compression, Format, Publication};
use anslag_feed::FeedFormat;
use anslag_rdf::Syntax;

/// The documents that the catalogue is written to. Portals ask for the last one where they know nothing but the host; it
/// has no extension there.
pub(crate) const DOCUMENTS: [(&str, Syntax); 4] = [
    ("dcat.ttl", Syntax::Turtle),
    ("dcat.rdf", Syntax::RdfXml),
    ("dcat.jsonld", Syntax::JsonLd),
    ("datasets/dcat", Syntax::RdfXml),
];

/// Returns the files that a catalogue lists, as they were written: every dump, the workbook, and every feed of all announcements and of
/// one publisher. `written` returns the entry of a file, given its path.
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
    let dumps = dumps(&publication.output).into_iter().map(|dump| {
        let (key, content) = dump.distribution();
        (dump.path(), key, dump.spec().format, content)
    });
    let workbook = (Workbook::PATH.to_owned(), "xlsx".to_owned(), Format::Xlsx, Content::Workbook);
    let mut all = Vec::new();
    for (path, key, format, content) in dumps.chain([workbook]).chain(feeds) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Digest;
    use anslag_core::Slug;
    use std::collections::BTreeSet;

    #[test]
    fn every_dump_and_every_format_is_listed() {
        let publication = anslag_fixtures::publication();
        let mut extent = Extent::default();
        extent.publishers.insert(Slug::new("exempels-kommun").unwrap(), extent.all.clone());
        let written = |_: &str| Some(FileEntry { sha256: Digest([0; 32]), size: 0 });
        let all = distributions(&publication, &extent, written);
        let paths: BTreeSet<&str> = all.iter().map(|own| own.path.as_str()).collect();
        assert!(dumps(&publication.output).iter().all(|dump| paths.contains(dump.path().as_str())));
        assert!(Format::ALL.iter().all(|format| all.iter().any(|own| own.format == *format)));
        let keys: BTreeSet<&str> = all.iter().map(|own| own.key.as_str()).collect();
        assert_eq!((keys.len(), paths.len()), (all.len(), all.len()));
        let plain = all.iter().filter(|own| own.compression.is_none());
        assert_eq!(plain.filter(|own| matches!(own.content, Content::Feed { publisher: Some(_) })).count(), 3);
    }
}
