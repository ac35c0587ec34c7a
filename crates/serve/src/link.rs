use crate::{
    Edition,
    media::media_type,
    resolution::{Variant, variants_with},
    rule::ANNOUNCEMENTS,
};
use anslag_core::{FORMATS, Format, FormatKind};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use std::fmt::Write;

/// Characters that are percent-encoded in a path (RFC 3986, section 3.3), besides those outside ASCII.
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'\\');

/// Returns the path of an address on its host, as a header may hold it.
pub(crate) fn href(edition: &Edition, path: &str) -> String {
    format!("{}{}", edition.root(), utf8_percent_encode(path, ENCODED))
}

/// Returns the value of `Link` (RFC 8288) for a served file: other variants, its canonical address, what describes it, and
/// the licence.
pub(crate) fn links(edition: &Edition, variant: &Variant) -> String {
    let own_type = media_type(&variant.path);
    let mut links = format!("<{}>; rel=\"canonical\"", canonical(edition, variant));
    for other in variants_with(edition, &variant.path).iter().filter(|other| other.path != variant.path) {
        let _ = write!(links, ", <{}>; rel=\"alternate\"", href(edition, other.address()));
        let _ = write!(links, "; type=\"{}\"", media_type(&other.path));
        if let Some(language) = &other.language {
            let _ = write!(links, "; hreflang=\"{language}\"");
        }
    }
    let is_triples = FORMATS.iter().any(|spec| spec.kind == FormatKind::Triples && spec.media_type == own_type);
    let described_by = if is_triples { ["shapes.ttl", "dcat.ttl"].as_slice() } else { &["dcat.ttl"] };
    for path in described_by.iter().filter(|path| **path != variant.path && edition.entry(path).is_some()) {
        let turtle = Format::Turtle.spec().media_type;
        let _ = write!(links, ", <{}>; rel=\"describedby\"; type=\"{turtle}\"", href(edition, path));
    }
    if let Some(license) = &edition.manifest().license {
        let _ = write!(links, ", <{license}>; rel=\"license\"");
    }
    links
}

/// Returns the address that a file is best known by. A page's has no slash if it is an announcement's.
fn canonical(edition: &Edition, variant: &Variant) -> String {
    let address = variant.address();
    let announcement = address.strip_prefix(ANNOUNCEMENTS).and_then(|rest| rest.strip_suffix('/'));
    let path = announcement.map_or_else(|| address.to_owned(), |id| format!("{ANNOUNCEMENTS}{id}"));
    edition.base().file(&utf8_percent_encode(&path, ENCODED).to_string()).uri().into_owned()
}
