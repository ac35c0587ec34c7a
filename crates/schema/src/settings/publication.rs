use super::{Form, Key, KeyTable};
use crate::Kind;
use anslag_core::{AuthorityTable, Compression, ContactKind, FeedKind, Format, FormatTerm, PersonalData};

/// The settings of a publication.
pub static PUBLICATION: KeyTable = KeyTable {
    name: "publication",
    title: "The settings of a publication",
    keys: &[
        Key::new("base", Form::Base, "the address that every IRI begins with: `https://data.example.se/`. Choose it once and for all").required(),
        Key::new("title", Form::Localized, "by language, the main language and English among them: `{ sv = \"…\", en = \"…\" }`").required(),
        Key::new("description", Form::Localized, "by language, the main language and English among them: `{ sv = \"…\", en = \"…\" }`").required(),
        Key::new("publisher", Form::Reference, "an organisation of the register, with a `kind`").required(),
        Key::new("licence", Form::Licence, "the licence of the data, by its exact IRI: `http://creativecommons.org/publicdomain/zero/1.0/`, `http://creativecommons.org/licenses/by/4.0/`, or another 4.0 licence of Creative Commons").required(),
        Key::new("languages", Form::NonEmptyList(&Form::Of(Kind::Language)), "the main language first: `[\"sv\", \"en\"]`").required(),
        Key::new("contact", Form::Table(&PUBLICATION_CONTACT), "whom to ask about the data: `[contact]`, below").required(),
        Key::new("time_zone", Form::TimeZone, "when days begin: `Europe/Stockholm`"),
        Key::new("country", Form::Of(Kind::Country), "where telephone numbers without a calling code are from: `SE`"),
        Key::new("personal_data", Form::choice::<PersonalData>(), "`publicera` (publish) or `utelämna` (strip): what holds for announcements that do not say so themselves; without it, data on people are published"),
        Key::new("strip_personal_data_after", Form::Of(Kind::Duration), "how long after an announcement was published its data on people are left out: `P2Y` for two years"),
        Key::new("feed_size", Form::Whole { least: 1, most: Some(500) }, "how many entries a feed holds: 50, at most 500"),
        Key::new("catalogue", Form::Table(&CATALOGUE), "what portals are told besides: `[catalogue]`, below"),
        Key::new("hub", Form::Of(Kind::Iri), "the address of the [WebSub](https://www.w3.org/TR/websub/) hub that tells subscribers of changed feeds, as in `https://pubsubhubbub.superfeedr.com/`; `anslag notify` tells the hub"),
        Key::new("output", Form::Table(&OUTPUT), "which formats are written: `[output]`, below"),
        Key::new("check", Form::Table(&CHECK), "which keys of other programs are ignored: `[check]`, below"),
    ],
};

/// What an export writes.
pub static OUTPUT: KeyTable = KeyTable {
    name: "output",
    title: "What an export writes",
    keys: &[
        Key::new(
            "formats",
            Form::NonEmptyList(&Form::choice::<Format>()),
            "the formats that are written, by the names below; without it all of them but `parquet`. Documents about single announcements and the register are written in those of them that such documents have",
        ),
        Key::new("documents", Form::Of(Kind::Flag), "`false` for no documents about single announcements"),
        Key::new(
            "archives",
            Form::List(&Form::choice::<FeedKind>()),
            "which feeds have archives, in which every announcement can be read: any of `all` (the feed of everything), `topic`, `type`, `lang`, `publisher`; without it `[\"all\", \"type\"]`. The others have only their newest entries, and lead to the feed of everything. With all of them, an announcement is in about seven archives, each in three formats",
        ),
        Key::new(
            "compress",
            Form::List(&Form::choice::<Compression>()),
            "the compressions in which large dumps are offered besides: `[\"gz\", \"zst\"]`",
        ),
        Key::new(
            "compress_from",
            Form::Whole { least: 0, most: None },
            "the size in bytes from which a dump is compressed: 1000000",
        ),
    ],
};

/// What is ignored in sources.
pub static CHECK: KeyTable = KeyTable {
    name: "check",
    title: "What is ignored in sources",
    keys: &[Key::new(
        "ignore_keys",
        Form::List(&Form::Of(Kind::Plain)),
        "keys of front matter that another program reads, besides those of Hugo, Zola, Jekyll, Eleventy and Astro: `[\"banner\"]`",
    )],
};

/// The contact for questions about the data.
pub static PUBLICATION_CONTACT: KeyTable = KeyTable {
    name: "contact",
    title: "The contact for questions about the data",
    keys: &[
        Key::new("name", Form::Of(Kind::Plain), "the name of a function or a person: not the publisher's").required(),
        Key::new("email", Form::Of(Kind::Email), "the address alone").required(),
        Key::new(
            "kind",
            Form::choice::<ContactKind>(),
            "`funktion` (organization), which it is without the key, or `person` (individual)",
        ),
        Key::new("phone", Form::Of(Kind::Phone), "as people write it"),
        Key::new(
            "address",
            Form::Table(&POSTAL_ADDRESS),
            "the postal address: `{ street = \"…\", postal_code = \"…\", locality = \"…\" }`, all three",
        ),
    ],
};

/// What data portals are told.
pub static CATALOGUE: KeyTable = KeyTable {
    name: "catalogue",
    title: "What data portals are told",
    keys: &[
        Key::new("availability", Form::Code(AuthorityTable::PlannedAvailability), "for how long the files are meant to be there: `STABLE`, `AVAILABLE` (some years), `TEMPORARY`, `EXPERIMENTAL`").default("nothing"),
        Key::new("issued", Form::Of(Kind::Day), "the day on which the dataset was first published: `2026-11-24`").default("nothing"),
        Key::new("keywords", Form::Words, "words to find it by, in lower case and in the singular, by language: `{ sv = [\"…\"], en = [\"…\"] }`").default("announcement, news, public notice, in Swedish and English"),
        Key::new("themes", Form::List(&Form::Theme), "the EU's coarse themes").default("`GOVE`"),
        Key::new("spatial", Form::List(&Form::Of(Kind::Iri)), "what area it is about: `[\"https://sws.geonames.org/2665170/\"]`").default("the place of the publisher, else the country"),
        Key::new("frequency", Form::Code(AuthorityTable::Frequency), "how often there is something new: `DAILY`, `WEEKLY`, `IRREG` …, or `dagligen`, `veckovis`, `oregelbundet` …").aliases(&["accrual_periodicity"]).default("`IRREG`"),
        Key::new("access_rights", Form::Code(AuthorityTable::AccessRight), "`PUBLIC`, `RESTRICTED`, `NON_PUBLIC`").default("`PUBLIC`"),
        Key::new("homepage", Form::Of(Kind::Iri), "the site of the catalogue").default("the publisher's, else the base"),
        Key::new("landing_page", Form::Of(Kind::Iri), "the page that tells people about the dataset").default("the base"),
        Key::new("conforms_to", Form::List(&Form::Of(Kind::Iri)), "addresses of standards that the data keep to").default("our own shapes alone"),
        Key::new("title", Form::Localized, "the title of the catalogue itself, by language").default("made of the publication's"),
        Key::new("dataset_title", Form::Localized, "the title of the dataset, by language, without the name of the publisher").default("`Tillkännagivanden`, `Announcements`"),
        Key::new("format", Form::choice::<FormatTerm>(), "what stands in `dcterms:format`: `file-type`, the IRI of the EU, or `media-type`, a literal as in DCAT-AP-SE's template").default("`file-type`"),
        Key::new("sparql", Form::Of(Kind::Iri), "the address of a SPARQL endpoint that has the data").default("none"),
        Key::new("event_stream", Form::Of(Kind::Iri), "the address where an event stream of the changes begins").default("none"),
    ],
};

/// A postal address.
pub static POSTAL_ADDRESS: KeyTable = KeyTable {
    name: "address",
    title: "A postal address",
    keys: &[
        Key::new("street", Form::Of(Kind::Plain), "street and number").required(),
        Key::new("postal_code", Form::Of(Kind::Plain), "the postal code").required(),
        Key::new("locality", Form::Of(Kind::Plain), "the place").required(),
    ],
};
