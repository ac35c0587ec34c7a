use anslag_core::{Announcement, Node, Publication};
use anslag_vocab::{Describe, dcat, foaf, schema, xsd};
use oxrdf::Triple;

/// Describes an announcement's pictures, files and links, and the entries of its log.
pub(crate) fn describe(publication: &Publication, announcement: &Announcement, triples: &mut Vec<Triple>) {
    let (id, language) = (&announcement.id, &announcement.language);
    for (image, number) in announcement.images.iter().zip(1..) {
        let mut about = Describe::new(triples, &publication.node(id, Node::Image(number)));
        about.types(&[schema::IMAGE_OBJECT]).links(schema::CONTENT_URL, [&image.url]).text(
            schema::DESCRIPTION,
            image.alt.as_str(),
            language,
        );
        if let Some(caption) = &image.caption {
            about.text(schema::CAPTION, caption.as_str(), language);
        }
        if let Some(credit) = &image.credit {
            about.string(schema::CREDIT_TEXT, credit.as_str());
        }
    }
    for (attachment, number) in announcement.attachments.iter().zip(1..) {
        let mut about = Describe::new(triples, &publication.node(id, Node::Attachment(number)));
        about
            .types(&[schema::MEDIA_OBJECT, foaf::DOCUMENT])
            .text(schema::NAME, attachment.title.as_str(), language)
            .links(schema::CONTENT_URL, [&attachment.url])
            .string(schema::ENCODING_FORMAT, attachment.media_type.as_str());
        if let Some(size) = attachment.size {
            about.typed(dcat::BYTE_SIZE, size.to_string(), xsd::NON_NEGATIVE_INTEGER);
        }
    }
    for (link, number) in announcement.links.iter().zip(1..) {
        Describe::new(triples, &publication.node(id, Node::Link(number)))
            .types(&[schema::WEB_PAGE, foaf::DOCUMENT])
            .text(schema::NAME, link.title.as_str(), language)
            .links(schema::URL, [&link.url]);
    }
    for (update, number) in announcement.updates.iter().zip(1..) {
        Describe::new(triples, &publication.node(id, Node::Update(number)))
            .types(&[schema::BLOG_POSTING])
            .dates(schema::DATE_PUBLISHED, [update.at])
            .text(schema::TEXT, update.text.as_str(), language)
            .links(schema::IS_PART_OF, [publication.announcement(id)]);
    }
}
