use anslag_core::{FORMATS, Format};

/// Media types of files that are in no format of an announcement, by extension.
pub(crate) const OTHER_TYPES: &[(&str, &str)] = &[
    ("avif", "image/avif"),
    ("css", "text/css"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("gif", "image/gif"),
    ("gz", "application/gzip"),
    ("ico", "image/vnd.microsoft.icon"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("mp3", "audio/mpeg"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("opml", "text/x-opml"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("rq", "application/sparql-query"),
    ("svg", "image/svg+xml"),
    ("tsv", "text/tab-separated-values"),
    ("txt", "text/plain"),
    ("webp", "image/webp"),
    ("woff2", "font/woff2"),
    ("xml", "application/xml"),
    ("xsl", "application/xslt+xml"),
    ("zip", "application/zip"),
    ("zst", "application/zstd"),
];

/// Media types of files whose extension does not tell: by the beginning and the end of the path.
pub(crate) const TYPES_BY_PATH: &[(&str, &str, &str)] = &[
    (".well-known/void", "", "text/turtle"),
    ("data/csv-metadata", ".json", "application/csvm+json"),
    ("feed/", ".json", "application/feed+json"),
    ("schema/", ".json", "application/schema+json"),
];

/// Media type of a file whose name tells nothing.
const UNKNOWN: &str = "application/octet-stream";

/// Returns the media types of the extensions, without parameters.
pub(crate) fn types_by_extension() -> impl Iterator<Item = (&'static str, &'static str)> {
    // `.json` is JSON Feed only among feeds.
    let formats = FORMATS.iter().filter(|spec| spec.format != Format::JsonFeed);
    formats.map(|spec| (spec.extension, spec.media_type)).chain(OTHER_TYPES.iter().copied())
}

/// Returns the media type of a published file, without parameters.
pub(crate) fn media_type(path: &str) -> &'static str {
    let by_path = TYPES_BY_PATH.iter().find(|(start, end, _)| path.starts_with(start) && path.ends_with(end));
    let extension = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, own)| own);
    by_path
        .map(|(_, _, media_type)| *media_type)
        .or_else(|| types_by_extension().find(|(own, _)| *own == extension).map(|(_, media_type)| media_type))
        .unwrap_or(UNKNOWN)
}

/// Returns the value of `Content-Type`: all texts are UTF-8, and those whose type has a `charset` say so.
pub(crate) fn content_type(media_type: &str) -> String {
    if has_charset(media_type) { format!("{media_type}; charset=utf-8") } else { media_type.to_owned() }
}

/// Returns whether a media type has a `charset`. Types on JSON have none (RFC 8259, section 11).
pub(crate) fn has_charset(media_type: &str) -> bool {
    media_type.starts_with("text/") || media_type.ends_with("xml")
}

/// Returns whether files of a media type become smaller when they are compressed.
pub(crate) fn is_compressible(media_type: &str) -> bool {
    has_charset(media_type)
        || media_type.contains("json")
        || FORMATS
            .iter()
            .any(|spec| spec.media_type == media_type && !matches!(spec.format, Format::Xlsx | Format::Parquet))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, expected: &str) {
        assert_eq!(content_type(media_type(path)), expected, "{path}");
    }

    #[test]
    fn a_file_has_its_media_type() {
        check("index.html", "text/html; charset=utf-8");
        check("data/announcement/a.ttl", "text/turtle; charset=utf-8");
        check("data/announcements.jsonld", "application/ld+json");
        check("data/announcements.rdf", "application/rdf+xml; charset=utf-8");
        check("data/announcements.csv", "text/csv; charset=utf-8");
        check("data/announcements.nt.gz", "application/gzip");
        check("feed/topic/vatten.json", "application/feed+json");
        check("feeds.json", "application/json");
        check(".well-known/void", "text/turtle; charset=utf-8");
        check("CNAME", "application/octet-stream");
    }
}
