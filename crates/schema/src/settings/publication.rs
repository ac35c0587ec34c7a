use super::{Form, Key, KeyTable, register::RETIRED};
use crate::Kind;
use anslag_core::{
    AnnouncementType, AssessmentMethod, AuthorityTable, Compliance, Compression, ContactKind, DocumentFormat, FeedKind,
    Format, FormatTerm, PersonalData, ShortcomingGround,
};

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
        Key::new("contact", Form::Table(&PUBLICATION_CONTACT), "the contact for questions about the data: `[contact]`, below").required(),
        Key::new("time_zone", Form::TimeZone, "the time zone: `Europe/Stockholm`"),
        Key::new("country", Form::Of(Kind::Country), "the country, also of telephone numbers without a calling code: `SE`"),
        Key::new("personal_data", Form::choice::<PersonalData>(), "`publicera` (publish) or `utelämna` (strip): the policy of announcements without one of their own; by default, data on people are published"),
        Key::new("strip_personal_data_after", Form::Of(Kind::Duration), "the time after publication at which data on people are removed: `P2Y` for two years"),
        Key::new("archive_notices", Form::Of(Kind::Flag), "`true` if notices stay published after `remove_after`; by default, a notice expires on that day, given or derived"),
        Key::new("feed_size", Form::Whole { least: 1, most: Some(500) }, "the number of entries of a feed: 50, at most 500"),
        Key::new("catalogue", Form::Table(&CATALOGUE), "further facts for data portals: `[catalogue]`, below"),
        Key::new("accessibility", Form::Table(&ACCESSIBILITY), "the accessibility statement: `[accessibility]`, below"),
        Key::new("hub", Form::Of(Kind::Iri), "the address of the [WebSub](https://www.w3.org/TR/websub/) hub that tells subscribers of changed feeds, as in `https://pubsubhubbub.superfeedr.com/`; `anslag notify` tells the hub"),
        Key::new("output", Form::Table(&OUTPUT), "the formats to write: `[output]`, below"),
        Key::new("check", Form::Table(&CHECK), "the keys of other programs to ignore, and links: `[check]`, below"),
    ],
};

/// The output of an export.
pub static OUTPUT: KeyTable = KeyTable {
    name: "output",
    title: "The output of an export",
    keys: &[
        Key::new(
            "formats",
            Form::NonEmptyList(&Form::choice::<Format>()),
            "the formats to write, by the names below; by default all of them but `parquet`",
        ),
        Key::new(
            "documents",
            Form::FlagOrList(&Form::choice::<DocumentFormat>()),
            "the formats of the documents about single announcements and the register, of those that `formats` names: any of `turtle`, `json-ld`, `rdf-xml`; by default, and with `true`, only `turtle`. `false` for no documents about single announcements",
        ),
        Key::new(
            "archives",
            Form::List(&Form::choice::<FeedKind>()),
            "the kinds of feeds with archives, which hold every announcement: any of `all` (the feed of everything), `topic`, `type`, `lang`, `publisher`, `board`, `custom` (those of `feeds`); by default `[\"all\", \"type\"]`. The other feeds hold only their newest entries, and lead to the feed of everything. With all of them, an announcement is in about seven archives, each in three formats",
        ),
        Key::new("feeds", Form::List(&Form::Table(&CUSTOM_FEED)), "further feeds: `[[output.feeds]]`, below"),
        Key::new(
            "compress",
            Form::List(&Form::choice::<Compression>()),
            "the compressions of large dumps, in addition to the plain files: `[\"gz\", \"zst\"]`",
        ),
        Key::new(
            "compress_from",
            Form::Whole { least: 0, most: None },
            "the size in bytes from which a dump is compressed: 1000000",
        ),
        Key::new(
            "history",
            Form::Of(Kind::Flag),
            "`false` if exports do not record in `.anslag/history.jsonl` which notices are up; certificates (`anslag bevis`) are made from it",
        ),
    ],
};

/// Keys of the conditions of a feed, of which it needs one.
pub const FEED_CONDITIONS: [&str; 5] = ["type", "topic", "place", "organization", "board"];

/// A feed beside those that every publication has.
pub static CUSTOM_FEED: KeyTable = KeyTable {
    name: "feed",
    title: "A feed beside those that every publication has",
    keys: &[
        Key::new(
            "key",
            Form::Slug,
            "the key in its address, `feed/custom/<key>.atom`: `\"vatten-i-viken\"`. It stays once it is published",
        )
        .required(),
        Key::new("title", Form::Localized, "the title, by language: `{ sv = \"…\", en = \"…\" }`").required(),
        Key::new("type", Form::OneOrList(&Form::choice::<AnnouncementType>()), "the type of its announcements"),
        Key::new("topic", Form::OneOrList(&Form::Reference), "a topic of its announcements, of the register"),
        Key::new(
            "place",
            Form::OneOrList(&Form::Reference),
            "a place that its announcements mention, of the register: as their own, or as that of an event, a disruption or another part",
        ),
        Key::new(
            "organization",
            Form::OneOrList(&Form::Reference),
            "the publisher or the responsible unit of its announcements, of the register",
        ),
        Key::new("board", Form::OneOrList(&Form::Reference), "the board of its notices, of the register"),
        Key::new(
            "retired",
            Form::Table(&RETIRED),
            "the end of the feed: `{ date = 2021-05-18, see = \"…\" }`, with the key of another one of these feeds, or an address. A feed that was published stays, and ends so",
        ),
    ],
};

/// Ignored keys and allowed codes.
pub static CHECK: KeyTable = KeyTable {
    name: "check",
    title: "What is ignored and allowed in sources",
    keys: &[
        Key::new(
            "ignore_keys",
            Form::List(&Form::Of(Kind::Plain)),
            "keys of front matter that another program reads, besides those of Hugo, Zola, Jekyll, Eleventy and Astro: `[\"banner\"]`",
        ),
        Key::new(
            "follow_links",
            Form::Of(Kind::Flag),
            "`true` for symbolic links in `announcements` and `theme` that lead outside of the data directory, and in `static` that lead out of it",
        ),
    ],
};

/// The contact for questions about the data.
pub static PUBLICATION_CONTACT: KeyTable = KeyTable {
    name: "contact",
    title: "The contact for questions about the data",
    keys: &[
        Key::new("name", Form::Of(Kind::Plain), "the name of a function or a person: not the publisher's").required(),
        Key::new("email", Form::Of(Kind::Email), "the e-mail address").required(),
        Key::new(
            "kind",
            Form::choice::<ContactKind>(),
            "`funktion` (organization), which it is without the key, or `person` (individual)",
        ),
        Key::new("phone", Form::Of(Kind::Phone), "the telephone number as people write it"),
        Key::new(
            "address",
            Form::Table(&POSTAL_ADDRESS),
            "the postal address: `{ street = \"…\", postal_code = \"…\", locality = \"…\" }`, all three",
        ),
    ],
};

/// The accessibility statement.
pub static ACCESSIBILITY: KeyTable = KeyTable {
    name: "accessibility",
    title: "The accessibility statement of the pages",
    keys: &[
        Key::new(
            "complies",
            Form::choice::<Compliance>(),
            "the degree of compliance: `helt` (full), `delvis` (partial), `inte` (none)",
        )
        .required(),
        Key::new(
            "method",
            Form::choice::<AssessmentMethod>(),
            "the method of the assessment: `självskattning` (self) or `extern granskning` (external)",
        )
        .required(),
        Key::new("assessed", Form::Of(Kind::Day), "the day of the assessment: `2026-11-24`").required(),
        Key::new("published", Form::Of(Kind::Day), "the day on which the site was published").required(),
        Key::new("reviewed", Form::Of(Kind::Day), "the day on which the statement was last reviewed").required(),
        Key::new(
            "email",
            Form::Of(Kind::Email),
            "the e-mail address for problems, if it is not that of the publication's contact",
        ),
        Key::new(
            "shortcomings",
            Form::List(&Form::Table(&SHORTCOMING)),
            "the content that is not accessible: `[[accessibility.shortcomings]]`, below. Required, unless `complies` is `helt`",
        ),
    ],
};

/// Content that is not accessible.
pub static SHORTCOMING: KeyTable = KeyTable {
    name: "shortcoming",
    title: "Content that is not accessible",
    keys: &[
        Key::new("what", Form::Localized, "the content, and for whom it is not accessible").required(),
        Key::new("why", Form::Localized, "the reason").required(),
        Key::new(
            "ground",
            Form::choice::<ShortcomingGround>(),
            "`brist` (breach), which it is without the key, `oskäligt betungande` (burden) or `omfattas inte` (exempt): the heading of the statement below which it stands",
        ),
    ],
};

/// Facts for data portals.
pub static CATALOGUE: KeyTable = KeyTable {
    name: "catalogue",
    title: "What data portals are told",
    keys: &[
        Key::new("availability", Form::Code(AuthorityTable::PlannedAvailability), "the planned availability of the files: `STABLE`, `AVAILABLE` (some years), `TEMPORARY`, `EXPERIMENTAL`").default("nothing"),
        Key::new("issued", Form::Of(Kind::Day), "the day on which the dataset was first published: `2026-11-24`").default("nothing"),
        Key::new("keywords", Form::Words, "keywords, in lower case and in the singular, by language: `{ sv = [\"…\"], en = [\"…\"] }`").default("announcement, news, public notice, in Swedish and English"),
        Key::new("themes", Form::List(&Form::Theme), "the EU's coarse themes").default("`GOVE`"),
        Key::new("spatial", Form::List(&Form::Of(Kind::Iri)), "the area: `[\"https://sws.geonames.org/2665170/\"]`").default("the place of the publisher, else the country"),
        Key::new("frequency", Form::Code(AuthorityTable::Frequency), "the frequency of updates: `DAILY`, `WEEKLY`, `IRREG` …, or `dagligen`, `veckovis`, `oregelbundet` …").aliases(&["accrual_periodicity"]).default("`IRREG`"),
        Key::new("access_rights", Form::Code(AuthorityTable::AccessRight), "`PUBLIC`, `RESTRICTED`, `NON_PUBLIC`").default("`PUBLIC`"),
        Key::new("homepage", Form::Of(Kind::Iri), "the site of the catalogue").default("the publisher's, else the base"),
        Key::new("landing_page", Form::Of(Kind::Iri), "the page about the dataset").default("the base, where `html` is written"),
        Key::new("conforms_to", Form::List(&Form::Of(Kind::Iri)), "addresses of standards to which the data conform").default("our own shapes alone"),
        Key::new("title", Form::Localized, "the title of the catalogue, by language").default("made of the publication's"),
        Key::new("dataset_title", Form::Localized, "the title of the dataset, by language, without the name of the publisher").default("`Tillkännagivanden`, `Announcements`"),
        Key::new("format", Form::choice::<FormatTerm>(), "the value of `dcterms:format`: `file-type`, the IRI of the EU, or `media-type`, a literal as in DCAT-AP-SE's template").default("`file-type`"),
        Key::new("sparql", Form::Of(Kind::Iri), "the address of a SPARQL endpoint with the data").default("none"),
        Key::new("event_stream", Form::Of(Kind::Iri), "the first address of an event stream of the changes").default("none"),
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
