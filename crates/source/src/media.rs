use crate::{
    entry::Sample,
    fields::Fields,
    finding::Findings,
    help::{Help, Hint},
    keys,
    tree::Node,
    value,
};
use anslag_core::{Attachment, Document, Image, Link, Publication, Update};

const URL_HELP: Help = Help::add("url", Sample::Text("https://…"));
pub(crate) const TITLE_HELP: Help = Help::add("title", Sample::Text("…"));

/// Reads an image; it must have a text for those who cannot see it.
pub(crate) fn image(node: &Node<'_>, findings: &Findings) -> Option<Image> {
    let fields = Fields::of(node, &keys::IMAGE, findings)?;
    let url = fields.required("url", URL_HELP, |url| value::web(url, findings));
    let alt = fields.required("alt", Help::add_with("alt", Sample::Text("…"), Hint::AlternativeText), |alt| {
        value::line(alt, findings)
    });
    let caption = fields.optional("caption", |caption| value::text(caption, findings));
    let credit = fields.optional("credit", |credit| value::line(credit, findings));
    Some(Image { url: url?, alt: alt?, caption, credit })
}

/// Reads an attachment.
pub(crate) fn attachment(node: &Node<'_>, findings: &Findings) -> Option<Attachment> {
    let fields = Fields::of(node, &keys::ATTACHMENT, findings)?;
    let title = fields.required("title", TITLE_HELP, |title| value::line(title, findings));
    let url = fields.required("url", URL_HELP, |url| value::web(url, findings));
    let help = Help::add("media_type", Sample::Text("application/pdf"));
    let media_type = fields.required("media_type", help, |kind| value::media_type(kind, findings));
    let size = fields.optional("size", |size| value::size(size, findings));
    Some(Attachment { title: title?, url: url?, media_type: media_type?, size })
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
