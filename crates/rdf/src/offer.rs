use anslag_core::{Announcement, Node, Publication};
use anslag_vocab::{Describe, anslag, schema, xsd};
use oxrdf::Triple;

/// Describes the plots of land that an announcement offers.
pub(crate) fn describe(publication: &Publication, announcement: &Announcement, triples: &mut Vec<Triple>) {
    let id = &announcement.id;
    for (offer, number) in announcement.offers.iter().zip(1..) {
        let mut about = Describe::new(triples, &publication.node(id, Node::Offer(number)));
        about
            .types(&[schema::OFFER])
            .string(schema::NAME, offer.designation.as_str())
            .string(anslag::PROPERTY_DESIGNATION, offer.designation.as_str());
        if let Some(area) = offer.area {
            about.decimal(anslag::AREA_SQUARE_METRES, area);
        }
        if let Some(price) = offer.price {
            about.decimal(schema::PRICE, price.amount).string(schema::PRICE_CURRENCY, price.currency.code());
        }
        if let Some(apply_by) = offer.apply_by {
            about.typed(schema::VALID_THROUGH, apply_by.to_string(), xsd::DATE);
        }
        if let Some(allocation) = &offer.allocation {
            about.text(anslag::ALLOCATION, allocation.as_str(), &announcement.language);
        }
        about
            .links(schema::AVAILABLE_AT_OR_FROM, offer.place.as_ref().map(|place| publication.location(id, place)))
            .links(schema::URL, &offer.url);
    }
}
