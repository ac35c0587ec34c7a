use super::select::{absolute, all, is_within, words};
use anslag_html::BaseUrl;
use scraper::{ElementRef, Html};
use toml_edit::{Table, value};

/// Formats of files, by extension: the words that systems write behind the name, and the media type.
const FORMATS: [(&str, &str); 11] = [
    ("pdf", "application/pdf"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("doc", "application/msword"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xls", "application/vnd.ms-excel"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("csv", "text/csv"),
    ("zip", "application/zip"),
    ("rtf", "application/rtf"),
];

/// Words of systems for formats, beside the extensions.
const FORMAT_WORDS: [&str; 4] = ["word", "excel", "powerpoint", "zip-fil"];

/// File that a page links to.
pub(super) struct File<'h> {
    /// Links to it, also to its older versions.
    pub(super) links: Vec<ElementRef<'h>>,
    pub(super) title: String,
    pub(super) url: String,
    media_type: Option<&'static str>,
    /// Identity and time of change in Sitevision.
    node: Option<(String, u64)>,
}

impl File<'_> {
    fn is_same(&self, other: &Self) -> bool {
        let id = |file: &Self| file.node.as_ref().map(|(id, _)| id.clone());
        self.url == other.url || self.node.is_some() && id(self) == id(other)
    }

    /// Returns the file as an entry of `attachments`.
    pub(super) fn to_table(&self) -> Table {
        let mut table = Table::new();
        table.insert("title", value(&self.title));
        table.insert("url", value(&self.url));
        if let Some(media_type) = self.media_type {
            table.insert("media_type", value(media_type));
        }
        table
    }
}

/// Returns the files that an element links to, each once: the newest of several with the same identity.
pub(super) fn files<'h>(
    html: &'h Html,
    within: ElementRef<'h>,
    base: Option<&BaseUrl>,
    without: &[ElementRef<'_>],
) -> Vec<File<'h>> {
    let mut files: Vec<File<'h>> = Vec::new();
    for link in all(html, "a[href]") {
        if !is_within(link, &[within]) || is_within(link, without) {
            continue;
        }
        let Some(url) = link.attr("href").and_then(|href| absolute(href, base)) else { continue };
        let path = url.split(['?', '#']).next().unwrap_or(&url);
        let extension = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension);
        let extension = extension.map(str::to_ascii_lowercase);
        let format = FORMATS.iter().find(|(known, _)| Some(*known) == extension.as_deref());
        let node = node(&url);
        if format.is_none() && node.is_none() {
            continue;
        }
        let title = title(&words(link)).unwrap_or_else(|| file_name(path));
        let media_type = format.map(|(_, media_type)| *media_type);
        let mut file = File { links: vec![link], title, media_type, node, url };
        match files.iter_mut().find(|other| file.is_same(other)) {
            Some(other) => {
                if other.node < file.node {
                    std::mem::swap(other, &mut file);
                }
                other.links.append(&mut file.links);
            }
            None => files.push(file),
        }
    }
    files
}

/// Returns the identity of a file in Sitevision and the time of its change in milliseconds:
/// `/download/18.<node>/<time>/<name>`.
fn node(url: &str) -> Option<(String, u64)> {
    let (_, rest) = url.split_once("/download/18.")?;
    let mut parts = rest.split('/');
    let node = parts.next().filter(|node| !node.is_empty())?;
    Some((node.to_owned(), parts.next()?.parse().ok()?))
}

/// Returns the text of a link without the format and the size behind it (`name Pdf, 4.5 MB`); `None` if nothing is left.
fn title(words: &str) -> Option<String> {
    let lower = words.to_lowercase();
    let ends = FORMATS.iter().map(|(format, _)| *format).chain(FORMAT_WORDS);
    let suffix = ends
        .filter_map(|format| {
            let at = lower.rfind(format)?;
            let rest = &lower[at + format.len()..];
            let size = rest.trim_matches([')', '.', ',', ' ']);
            let is_size =
                size.is_empty() || size.starts_with(|char: char| char.is_ascii_digit()) && size.ends_with('b');
            let before = words.get(..at)?;
            (is_size && before.ends_with([' ', '('])).then_some(at)
        })
        .min();
    let title = suffix.and_then(|at| words.get(..at)).unwrap_or(words).trim_end_matches([' ', '(', ',', '–', '-']);
    (!title.is_empty()).then(|| title.to_owned())
}

/// Returns the name of a file in its address, without extensions.
fn file_name(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut name = name;
    while let Some((stem, extension)) = name.rsplit_once('.') {
        if stem.is_empty() || !FORMATS.iter().any(|(known, _)| extension.eq_ignore_ascii_case(known)) {
            break;
        }
        name = stem;
    }
    name.replace("%20", " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_have_no_format_and_size() {
        #[track_caller]
        fn check(words: &str, expected: &str) {
            assert_eq!(title(words).as_deref(), Some(expected));
        }
        check("Protokoll Pdf, 4.5 MB", "Protokoll");
        check("Protokoll (pdf, 120 kB)", "Protokoll");
        check("Ansökan Word, 35 kB.", "Ansökan");
        check("Om pdf-filer", "Om pdf-filer");
        check("karta.pdf", "karta.pdf");
        check("Kallelse (PDF)", "Kallelse");
        assert_eq!(title("Pdf, 4 MB"), Some("Pdf, 4 MB".to_owned()));
        assert_eq!(file_name("/a/plan%20karta.pdf.pdf"), "plan karta");
    }

    #[test]
    fn a_node_of_sitevision_is_the_identity() {
        let url = "https://a.example/download/18.5a1b/1620000000000/karta.pdf";
        assert_eq!(node(url), Some(("5a1b".to_owned(), 1_620_000_000_000)));
        assert_eq!(node("https://a.example/download/18.5a1b"), None);
    }
}
