use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{EventPrice, Node};
use anslag_vocab::{anslag, schema};

type Of = Field<EventPrice>;

static NODE: NodeSpec = NodeSpec {
    node: Node::EventPrice,
    classes: &[schema::OFFER, anslag::ADMISSION_PRICE],
    subject: ["Gruppens pris", "The price for a group"],
    shape: "AdmissionPrice",
};

/// A price of admission to an event for some of those who come.
pub static EVENT_PRICE: Part<EventPrice> = Part {
    spec: PartSpec::list("prices", ["priser", "prices", "hinnad", "cenas"])
        .node(&NODE, &[schema::OFFERS])
        .part_of(schema::ITEM_OFFERED)
        .table(
            "event_prices",
            ["Evenemangens priser", "Prices of events"],
            [
                "Varje rad är ett pris för några av dem som kommer till ett evenemang.",
                "Each row is a price for some of those who come to an event.",
            ],
        ),
    access: Access::Within(|announcement| {
        let events = (1..).zip(&announcement.events);
        events.flat_map(|(n, event)| event.prices.iter().map(move |price| (n, price))).collect()
    }),
    fields: &[
        Of::line("name", |price| Some(&price.name))
            .required()
            .aliases(&["for"])
            .properties(&[schema::NAME])
            .labels(["för", "for", "kellele", "kam"])
            .noun("gruppen", "group")
            .says("the group that pays it: `barn` (children)"),
        Of::money("price", |price| Some(price.price))
            .required()
            .properties(&[schema::PRICE, schema::PRICE_CURRENCY])
            .labels(["pris", "price", "hind", "cena"])
            .described("0 är gratis.", "0 is free of charge.")
            .noun("priset", "price")
            .says("the price, with its `currency`; 0 is free"),
    ],
};
