use crate::{
    attach::{Attached, attach, is_file_path},
    entry::Sample,
    fields::Fields,
    finding::Findings,
    help::{Help, Hint},
    keys,
    message::Message,
    replacement::Scalar,
    tree::Node,
    value,
};
use anslag_core::{Attachment, Document, Image, ImageFacts, Iri, Link, Publication, Update};

const URL_HELP: Help = Help::add("url", Sample::Text("https://…"));
pub(crate) const TITLE_HELP: Help = Help::add("title", Sample::Text("…"));

/// Reads an image; it must have a text for those who cannot see it.
pub(crate) fn image(node: &Node<'_>, publication: &Publication, findings: &Findings) -> Option<Image> {
    let fields = Fields::of(node, &keys::IMAGE, findings)?;
    let url = fields.required("url", URL_HELP, |url| address(url, true, publication, findings));
    let alt = fields.required("alt", Help::add_with("alt", Sample::Text("…"), Hint::AlternativeText), |alt| {
        value::line(alt, findings)
    });
    let caption = fields.optional("caption", |caption| value::text(caption, findings));
    let credit = fields.optional("credit", |credit| value::line(credit, findings));
    let media_type = fields.optional("media_type", |kind| value::media_type(kind, findings));
    let size = fields.optional("size", |size| value::size(size, findings));
    let width = fields.optional("width", |width| value::count(width, findings));
    let height = fields.optional("height", |height| value::count(height, findings));
    let stated = ImageFacts { media_type, size, width, height };
    let (url, facts) = match url? {
        Address::Elsewhere(url) => (url, stated),
        Address::Here(file) => {
            let (width, height) = file.sides.unzip();
            let facts = ImageFacts { media_type: Some(file.media_type), size: Some(file.size), width, height };
            let contradictions = Contradictions { fields: &fields, findings };
            contradictions.find("media_type", stated.media_type.as_ref(), facts.media_type.as_ref());
            contradictions.find("size", stated.size, facts.size);
            contradictions.find("width", stated.width, facts.width);
            contradictions.find("height", stated.height, facts.height);
            (file.url, facts)
        }
    };
    Some(Image { url, alt: alt?, caption, credit, facts })
}

/// Reads an attachment.
pub(crate) fn attachment(node: &Node<'_>, publication: &Publication, findings: &Findings) -> Option<Attachment> {
    let fields = Fields::of(node, &keys::ATTACHMENT, findings)?;
    let title = fields.required("title", TITLE_HELP, |title| value::line(title, findings));
    let url = fields.required("url", URL_HELP, |url| address(url, false, publication, findings));
    let help = Help::add("media_type", Sample::Text("application/pdf"));
    let media_type = |kind: &Node<'_>| value::media_type(kind, findings);
    let size = fields.optional("size", |size| value::size(size, findings));
    let (url, media_type, size) = match url {
        Some(Address::Here(file)) => {
            let contradictions = Contradictions { fields: &fields, findings };
            let stated = fields.optional("media_type", media_type);
            contradictions.find("media_type", stated.as_ref(), Some(&file.media_type));
            contradictions.find("size", size, Some(file.size));
            (Some(file.url), Some(file.media_type), Some(file.size))
        }
        Some(Address::Elsewhere(url)) => (Some(url), fields.required("media_type", help, media_type), size),
        None => (None, fields.optional("media_type", media_type), size),
    };
    Some(Attachment { title: title?, url: url?, media_type: media_type?, size })
}

/// Address of a file.
enum Address {
    /// A file elsewhere.
    Elsewhere(Iri),
    /// A file beside the source.
    Here(Attached),
}

/// Reads the address of a file, or the path of one beside the source.
fn address(node: &Node<'_>, is_image: bool, publication: &Publication, findings: &Findings) -> Option<Address> {
    match node.text().map(str::trim_ascii).filter(|path| is_file_path(path, findings)) {
        Some(path) => attach(path, is_image, node.span.clone(), publication, findings).map(Address::Here),
        None => value::web(node, findings).map(Address::Elsewhere),
    }
}

/// Facts of a source that a file contradicts.
struct Contradictions<'f, 'n, 't> {
    fields: &'f Fields<'n, 't>,
    findings: &'f Findings,
}

impl Contradictions<'_, '_, '_> {
    /// Adds an error if a key states another value than that of the file.
    fn find<T: PartialEq + ToString>(&self, key: &'static str, stated: Option<T>, real: Option<T>) {
        let (Some(stated), Some(real)) = (stated, real) else { return };
        if stated == real {
            return;
        }
        let real = real.to_string();
        let value = if key == "media_type" { Scalar::Text(real) } else { Scalar::Plain(real) };
        let help = Some(Help::replace(value));
        self.findings.add(self.fields.span(key), Message::FileContradicts { key }, None, help);
    }
}

/// Reads a document of a case.
pub(crate) fn document(node: &Node<'_>, findings: &Findings) -> Option<Document> {
    let fields = Fields::of(node, &keys::DOCUMENT, findings)?;
    let title = fields.required("title", TITLE_HELP, |title| value::line(title, findings));
    let url = fields.required("url", URL_HELP, |url| value::web(url, findings));
    let media_type = fields.optional("media_type", |kind| value::media_type(kind, findings));
    Some(Document { title: title?, url: url?, media_type })
}

/// Reads a link.
pub(crate) fn link(node: &Node<'_>, findings: &Findings) -> Option<Link> {
    let fields = Fields::of(node, &keys::LINK, findings)?;
    let title = fields.required("title", TITLE_HELP, |title| value::line(title, findings));
    let url = fields.required("url", URL_HELP, |url| value::web(url, findings));
    Some(Link { title: title?, url: url? })
}

/// Reads an update.
pub(crate) fn update(node: &Node<'_>, publication: &Publication, findings: &Findings) -> Option<Update> {
    let fields = Fields::of(node, &keys::UPDATE, findings)?;
    let help = Help::add("at", Sample::Date("2021-05-18T10:00:00+02:00"));
    let at = fields.required("at", help, |at| value::moment(at, &publication.zone, findings));
    let text = fields.required("text", Help::add("text", Sample::Text("…")), |text| value::text(text, findings));
    Some(Update { at: at?, text: text? })
}
