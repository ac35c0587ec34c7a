use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Line, Node, Offer};
use anslag_vocab::{anslag, schema};
use std::sync::LazyLock;

type Of = Field<Offer>;

static NODE: NodeSpec =
    NodeSpec { node: Node::Offer, classes: &[schema::OFFER], subject: ["Erbjudandet", "The offer"], shape: "Offer" };

static PLOT: NodeSpec =
    NodeSpec { node: Node::Plot, classes: &[schema::PRODUCT], subject: ["Tomten", "The plot of land"], shape: "Plot" };

static UNIT_PRICE: NodeSpec = NodeSpec {
    node: Node::UnitPrice,
    classes: &[schema::UNIT_PRICE_SPECIFICATION],
    subject: ["Priset per enhet", "The unit price"],
    shape: "UnitPrice",
};

static FEE: NodeSpec =
    NodeSpec { node: Node::Fee, classes: &[schema::MONETARY_AMOUNT], subject: ["Avgiften", "The fee"], shape: "Fee" };

/// The code of the square metre (UN/CEFACT).
static SQUARE_METRE: LazyLock<Line> = LazyLock::new(|| Line::new("MTK").expect("it is a line"));

/// A plot of land that an announcement offers.
pub static OFFER: Part<Offer> = Part {
    spec: PartSpec::list("offers", ["ledig tomt", "plot of land", "vaba krunt", "brīvs zemesgabals"])
        .node(&NODE, &[schema::ABOUT])
        .told_in_order()
        .table(
            "offers",
            ["Lediga tomter", "Plots of land on offer"],
            ["Varje rad är en ledig tomt.", "Each row is a plot of land on offer."],
        ),
    access: Access::Slice(|announcement| &announcement.offers),
    fields: &[
        Of::plain("designation", |offer| Some(&offer.designation))
            .required()
            .about(&PLOT)
            .properties(&[anslag::PROPERTY_DESIGNATION, schema::NAME])
            .labels(["fastighetsbeteckning", "property designation", "kinnistu nimetus", "īpašuma apzīmējums"])
            .noun("fastighetsbeteckningen", "property designation")
            .says("the property designation (fastighetsbeteckning)"),
        Of::decimal("area", |offer| offer.area)
            .about(&PLOT)
            .properties(&[anslag::AREA_SQUARE_METRES])
            .labels(["areal", "area", "pindala", "platība"])
            .described("I kvadratmeter.", "In square metres.")
            .unit("m²")
            .noun("arean", "area")
            .says("the area in square metres"),
        Of::node(&PLOT).properties(&[schema::ITEM_OFFERED]).noun("tomten", "plot of land"),
        Of::money("price", |offer| offer.price)
            .properties(&[schema::PRICE, schema::PRICE_CURRENCY])
            .labels(["pris", "price", "hind", "cena"])
            .noun("priset", "price")
            .says("the price, written as for events"),
        Of::day("apply_by", |offer| offer.apply_by)
            .properties(&[schema::VALID_THROUGH])
            .labels(["sök senast", "apply by", "kandideerida kuni", "pieteikties līdz"])
            .noun("sista dagen", "last day")
            .last_day()
            .says("the last day for an application"),
        Of::text("allocation", |offer| offer.allocation.as_ref())
            .properties(&[anslag::ALLOCATION])
            .labels(["fördelning", "allocation", "jaotamine", "sadale"])
            .noun("tilldelningen", "allocation")
            .says("the rule of allocation among the applicants"),
        Of::location("place", |offer| offer.place.as_ref())
            .properties(&[schema::AVAILABLE_AT_OR_FROM])
            .labels(["plats", "place", "koht", "vieta"])
            .noun("platsen", "place")
            .says("the place: a place of the register, or a name"),
        Of::iri("url", |offer| offer.url.as_ref())
            .properties(&[schema::URL])
            .labels(["ansökan", "application", "avaldus", "pieteikums"])
            .noun("adressen", "address")
            .says("the address for applications"),
        // New columns stand behind the others: their places are an interface.
        Of::node(&UNIT_PRICE).properties(&[schema::PRICE_SPECIFICATION]).noun("priset per m²", "price per m²"),
        Of::money("price_per_square_metre", |offer| offer.price_per_square_metre)
            .about(&UNIT_PRICE)
            .properties(&[schema::PRICE, schema::PRICE_CURRENCY])
            .labels(["pris per m²", "price per m²", "hind ruutmeetri kohta", "cena par m²"])
            .noun("priset per m²", "price per m²")
            .says("the price of a square metre, with the `currency`"),
        // The price is that of a square metre.
        Of::plain("", |offer| offer.price_per_square_metre.map(|_| &*SQUARE_METRE))
            .no_column()
            .about(&UNIT_PRICE)
            .properties(&[schema::UNIT_CODE])
            .noun("enheten", "unit"),
        Of::node(&FEE).properties(&[anslag::FEE]).noun("avgiften", "fee"),
        Of::money("fee", |offer| offer.fee)
            .about(&FEE)
            .properties(&[schema::VALUE, schema::CURRENCY])
            .labels(["avgift", "fee", "tasu", "maksa"])
            .noun("avgiften", "fee")
            .says("a fee that is paid besides the price, with the `currency`"),
    ],
};
