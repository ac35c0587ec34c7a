use crate::{Doubt, Drafts, Finding, Kind, Profile, Source, charset, feed, page, table, text::read_text, wordpress};

/// Reader of a kind of source.
struct Reader {
    kind: Kind,
    /// Returns whether a text is of the kind, by its beginning.
    recognises: fn(&str) -> bool,
    read: fn(&Source, &Profile, &mut Drafts<'_>) -> Result<(), Finding>,
}

/// A reader for each kind. The first that recognises a source reads it.
const READERS: &[Reader] = &[
    Reader { kind: Kind::Feed, recognises: feed::is_xml, read: feed::read_xml },
    Reader { kind: Kind::JsonFeed, recognises: feed::is_json, read: feed::read_json },
    Reader { kind: Kind::JsonLines, recognises: table::is_json_lines, read: table::read_json_lines },
    Reader { kind: Kind::WordPress, recognises: wordpress::is_wordpress, read: wordpress::read },
    Reader { kind: Kind::Json, recognises: table::is_json, read: table::read_json },
    Reader { kind: Kind::Page, recognises: page::is_page, read: page::read },
    Reader { kind: Kind::Csv, recognises: table::is_csv, read: table::read_csv },
    Reader { kind: Kind::Text, recognises: is_text, read: read_plain },
];

/// Bytes by which a kind is recognised.
const HEAD: usize = 64 << 10;

/// Reads a source, by the kind that the profile names or that its content shows.
pub fn read(source: &Source, profile: &Profile, drafts: &mut Drafts<'_>) -> Result<(), Finding> {
    let reader = reader_of(source, profile).ok_or_else(|| Finding::new(&source.name, Doubt::UnknownKind))?;
    (reader.read)(source, profile, drafts)
}

/// Returns the kind of a source that the profile names or that its content shows.
#[must_use]
pub fn kind_of(source: &Source, profile: &Profile) -> Option<Kind> {
    reader_of(source, profile).map(|reader| reader.kind)
}

fn reader_of(source: &Source, profile: &Profile) -> Option<&'static Reader> {
    match profile.kind {
        Some(kind) => READERS.iter().find(|reader| reader.kind == kind),
        None => recognise(source),
    }
}

fn recognise(source: &Source) -> Option<&'static Reader> {
    let head = &source.bytes[..source.bytes.len().min(HEAD)];
    let (text, _) = charset::decode(head, source.charset.as_deref());
    let text = text.trim_start();
    READERS.iter().find(|reader| (reader.recognises)(text))
}

fn is_text(head: &str) -> bool {
    !head.is_empty() && !head.starts_with(['<', '{', '[']) && !head.contains('\0')
}

fn read_plain(source: &Source, _: &Profile, drafts: &mut Drafts<'_>) -> Result<(), Finding> {
    let text = source.text(drafts);
    let (draft, findings) = read_text(&source.name, &text, drafts.country);
    drafts.findings().extend(findings);
    drafts.push(draft)
}
