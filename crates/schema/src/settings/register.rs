use super::{Form, Key, KeyTable};
use crate::Kind;
use anslag_core::{OrganizationKind, PlaceKind};

const NAME: Key =
    Key::new("name", Form::Localized, "the name in the main language, or by language: `{ sv = \"…\", en = \"…\" }`")
        .required();
const ALIASES: Key =
    Key::new("aliases", Form::List(&Form::Of(Kind::Plain)), "other names by which announcements may refer to it");
const COUNTRY: Key = Key::new("country", Form::Of(Kind::Country), "the country, such as `SE`");
const HOMEPAGE: Key = Key::new("homepage", Form::Of(Kind::Iri), "the address of the website");
const SAME_AS: Key =
    Key::new("same_as", Form::List(&Form::Iri), "IRIs of the same thing elsewhere, such as in Wikidata");
const RETIRED_KEY: Key =
    Key::new("retired", Form::Table(&RETIRED), "the end of its feed: `{ date = 2021-05-18, see = \"vatten\" }`");

/// Entries that announcements share.
pub static REGISTER: KeyTable = KeyTable {
    name: "register",
    title: "What announcements share",
    keys: &[
        Key::new("organizations", Form::Entries(&ORGANIZATION_ENTRY), "organisations: `[organizations.<key>]`"),
        Key::new("programmes", Form::Entries(&PROGRAMME_ENTRY), "programmes of funding: `[programmes.<key>]`"),
        Key::new("topics", Form::Entries(&TOPIC_ENTRY), "topics: `[topics.<key>]`"),
        Key::new("places", Form::Entries(&PLACE_ENTRY), "places: `[places.<key>]`"),
        Key::new("boards", Form::Entries(&BOARD_ENTRY), "notice boards: `[boards.<key>]`"),
        Key::new("languages", Form::Entries(&LANGUAGE_ENTRY), "former languages: `[languages.<tag>]`"),
    ],
};

/// An organisation of the register.
pub static ORGANIZATION_ENTRY: KeyTable = KeyTable {
    name: "organization_entry",
    title: "An organisation of the register",
    keys: &[
        NAME,
        ALIASES,
        Key::new(
            "kind",
            Form::choice::<OrganizationKind>(),
            "`kommun` (municipality), `myndighet` (authority), `bolag` (company), `förening` (association), `annan` (other)",
        ),
        Key::new("number", Form::OrganizationNumber, "the organisation number: `\"212000-1538\"`"),
        Key::new("municipality_code", Form::MunicipalityCode, "the code of the municipality: `\"1487\"`"),
        COUNTRY,
        Key::new("place", Form::Reference, "the location: a key of `places`"),
        Key::new("unit_of", Form::Reference, "the parent organisation: a key of `organizations`"),
        HOMEPAGE,
        SAME_AS,
        RETIRED_KEY,
    ],
};

/// A programme of the register.
pub static PROGRAMME_ENTRY: KeyTable = KeyTable {
    name: "programme_entry",
    title: "A programme of the register",
    keys: &[
        NAME,
        Key::new("alternate_names", Form::List(&Form::Of(Kind::Plain)), "other spellings"),
        HOMEPAGE,
        SAME_AS,
    ],
};

/// A topic of the register.
pub static TOPIC_ENTRY: KeyTable = KeyTable {
    name: "topic_entry",
    title: "A topic of the register",
    keys: &[
        NAME,
        ALIASES,
        Key::new("exact_match", Form::List(&Form::Iri), "IRIs of the same concept elsewhere"),
        Key::new("close_match", Form::List(&Form::Iri), "IRIs of nearly the same concept elsewhere"),
        Key::new("broad_match", Form::List(&Form::Iri), "IRIs of wider concepts elsewhere"),
        RETIRED_KEY,
    ],
};

/// A place of the register.
pub static PLACE_ENTRY: KeyTable = KeyTable {
    name: "place_entry",
    title: "A place of the register",
    keys: &[
        NAME,
        ALIASES,
        Key::new("kind", Form::choice::<PlaceKind>(), "`stad` (city), `område` (area), `annan` (other)"),
        COUNTRY,
        Key::new("address", Form::Of(Kind::Plain), "the street address: `\"Storgatan 1, 462 32 Vänersborg\"`"),
        Key::new(
            "coordinates",
            Form::Of(Kind::Point),
            "the coordinates in degrees (WGS 84), `{ latitude = 58.380726, longitude = 12.323438 }`, or in metres (SWEREF 99 TM), `{ north = 6474800, east = 344000 }`",
        ),
        Key::new(
            "area",
            Form::Of(Kind::Area),
            "the area: the name of a `.geojson` file in the same directory, with a Polygon or MultiPolygon in degrees (WGS 84), or such a geometry itself",
        ),
        SAME_AS,
    ],
};

/// A notice board of the register.
pub static BOARD_ENTRY: KeyTable = KeyTable {
    name: "board_entry",
    title: "A notice board of the register",
    keys: &[
        NAME,
        ALIASES,
        Key::new("operator", Form::Reference, "the organisation that operates it: a key of `organizations`"),
        Key::new("page", Form::Of(Kind::Iri), "the address of its page"),
        Key::new("place", Form::Reference, "the location of the physical board: a key of `places`"),
        Key::new("email", Form::Of(Kind::Email), "the e-mail address for questions about the board"),
        RETIRED_KEY,
    ],
};

/// A former language of the register.
pub static LANGUAGE_ENTRY: KeyTable = KeyTable {
    name: "language_entry",
    title: "A former language of the register",
    keys: &[Key::new("retired", Form::Table(&RETIRED), "the end of its feed: `{ date = 2021-05-18, see = \"sv\" }`")
        .required()],
};

/// The end of the feed of an entry.
pub static RETIRED: KeyTable = KeyTable {
    name: "retired",
    title: "The end of the feed of an entry",
    keys: &[
        Key::new("date", Form::Of(Kind::Day), "the first day without the entry").required(),
        Key::new("see", Form::ReferenceOrPage, "the successor: the key of another entry of the table, or an address")
            .required(),
    ],
};
