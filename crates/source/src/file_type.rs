use infer::MatcherType;
use std::path::Path;

/// Kind of file beside a source that is published.
#[derive(Debug)]
pub(crate) struct FileType {
    /// Extensions of its names; the first one is that of the published file.
    pub(crate) extensions: &'static [&'static str],
    pub(crate) media_type: &'static str,
    /// Extensions by which `infer` names what it finds in such files; none for text.
    found: &'static [&'static str],
}

/// Types that are published. None of them runs in a browser: HTML, SVG and XML may hold scripts.
#[rustfmt::skip]
const TYPES: &[FileType] = &[
    FileType::new(&["jpg", "jpeg"], "image/jpeg", &["jpg"]),
    FileType::new(&["png"], "image/png", &["png"]),
    FileType::new(&["webp"], "image/webp", &["webp"]),
    FileType::new(&["pdf"], "application/pdf", &["pdf"]),
    FileType::new(&["docx"], "application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx", "zip"]),
    FileType::new(&["xlsx"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx", "zip"]),
    FileType::new(&["pptx"], "application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx", "zip"]),
    FileType::new(&["odt"], "application/vnd.oasis.opendocument.text", &["odt", "zip"]),
    FileType::new(&["ods"], "application/vnd.oasis.opendocument.spreadsheet", &["ods", "zip"]),
    FileType::new(&["odp"], "application/vnd.oasis.opendocument.presentation", &["odp", "zip"]),
    // Without a look at its directory, one file of the old Office is like another.
    FileType::new(&["doc"], "application/msword", &["doc", "msi"]),
    FileType::new(&["xls"], "application/vnd.ms-excel", &["xls", "msi"]),
    FileType::new(&["ppt"], "application/vnd.ms-powerpoint", &["ppt", "msi"]),
    FileType::new(&["rtf"], "application/rtf", &["rtf"]),
    FileType::new(&["epub"], "application/epub+zip", &["epub", "zip"]),
    FileType::new(&["zip"], "application/zip", &["zip"]),
    FileType::new(&["7z"], "application/x-7z-compressed", &["7z"]),
    FileType::new(&["gz"], "application/gzip", &["gz"]),
    FileType::new(&["gpkg"], "application/geopackage+sqlite3", &["sqlite"]),
    FileType::new(&["dwg"], "image/vnd.dwg", &["dwg"]),
    FileType::new(&["mp3"], "audio/mpeg", &["mp3"]),
    FileType::new(&["m4a"], "audio/mp4", &["m4a", "mp4"]),
    FileType::new(&["mp4"], "video/mp4", &["mp4", "m4v"]),
    FileType::new(&["webm"], "video/webm", &["webm", "mkv"]),
    FileType::new(&["txt"], "text/plain", &[]),
    FileType::new(&["csv"], "text/csv", &[]),
    FileType::new(&["ics"], "text/calendar", &[]),
    FileType::new(&["vtt"], "text/vtt", &[]),
    FileType::new(&["json"], "application/json", &[]),
    FileType::new(&["geojson"], "application/geo+json", &[]),
];

/// Extensions of other files that people put beside a text, which are not published.
const OTHERS: &[&str] = &[
    "svg", "gif", "heic", "heif", "avif", "tif", "tiff", "bmp", "jxl", "psd", "ai", "html", "htm", "xhtml", "xml",
    "kml", "gpx", "gml", "js", "mjs", "css", "swf", "exe", "msg", "eml", "pages", "numbers", "key", "mov", "avi",
    "wmv", "wav", "rar", "tar", "shp", "qgz",
];

impl FileType {
    const fn new(
        extensions: &'static [&'static str],
        media_type: &'static str,
        found: &'static [&'static str],
    ) -> Self {
        Self { extensions, media_type, found }
    }

    /// Returns the type of a file by its extension, in any case.
    pub(crate) fn of_extension(extension: &str) -> Option<&'static Self> {
        let extension = extension.to_ascii_lowercase();
        TYPES.iter().find(|kind| kind.extensions.contains(&extension.as_str()))
    }

    /// Returns the type of a file by the extension in its path.
    pub(crate) fn of_path(path: &Path) -> Option<&'static Self> {
        path.extension().and_then(|extension| extension.to_str()).and_then(Self::of_extension)
    }

    /// Returns whether a file of this extension may be meant to be published, though not every such file is.
    pub(crate) fn is_meant(extension: &str) -> bool {
        Self::of_extension(extension).is_some() || OTHERS.contains(&extension.to_ascii_lowercase().as_str())
    }

    pub(crate) fn extension(&self) -> &'static str {
        self.extensions[0]
    }

    /// Returns whether it is a picture that browsers show.
    pub(crate) fn is_picture(&self) -> bool {
        matches!(self.extension(), "jpg" | "png" | "webp")
    }

    /// Compares the type with the first bytes of a file; returns the media type that they have if it is another one, which is
    /// empty if they are of no known type.
    pub(crate) fn contradiction(&self, beginning: &[u8]) -> Option<&'static str> {
        let found = infer::get(beginning);
        let is_same = if self.found.is_empty() {
            // Some types are known by two letters that a text may begin with, such as `BM`. HTML and XML are texts.
            !beginning.contains(&0) && found.is_none_or(|found| found.matcher_type() != MatcherType::Text)
        } else {
            found.is_some_and(|found| self.found.contains(&found.extension()))
        };
        (!is_same).then(|| found.map_or("", |found| found.mime_type()))
    }

    /// Returns the extension of published files of a media type.
    pub(crate) fn of_media_type(media_type: &str) -> Option<&'static Self> {
        TYPES.iter().find(|kind| kind.media_type == media_type)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anslag_core::MediaType;
    use std::collections::BTreeSet;

    #[test]
    fn every_type_has_a_media_type_and_extensions_of_its_own() {
        let mut extensions = BTreeSet::new();
        for kind in TYPES {
            MediaType::new(kind.media_type).unwrap();
            for extension in kind.extensions {
                assert!(extensions.insert(extension) && !OTHERS.contains(extension), "{extension}");
            }
        }
    }

    #[test]
    fn bytes_tell_the_type() {
        let kind = |extension| FileType::of_extension(extension).unwrap();
        assert_eq!(kind("JPEG").contradiction(b"\xff\xd8\xff\xe0"), None);
        assert_eq!(kind("jpg").contradiction(b"\x89PNG\r\n\x1a\n"), Some("image/png"));
        assert_eq!(kind("pdf").contradiction(b"%PDF-1.7"), None);
        assert_eq!(kind("pdf").contradiction(b"hej"), Some(""));
        assert_eq!(kind("csv").contradiction("å;b".as_bytes()), None);
        assert_eq!(kind("csv").contradiction("BMI;Ålder".as_bytes()), None);
        assert_eq!(kind("txt").contradiction(b"MZ och ID3 och annat"), None);
        assert_eq!(kind("csv").contradiction(b"\x89PNG\r\n\x1a\n\0\0\0\x0d"), Some("image/png"));
        assert_eq!(kind("txt").contradiction(b"<!DOCTYPE html>"), Some("text/html"));
        assert_eq!(kind("txt").contradiction(b"a\0b"), Some(""));
        assert_eq!(kind("docx").contradiction(b"PK\x03\x04aaaa"), None);
    }
}
