use crate::noun::Noun;

/// The keys that a table of a source file may have.
///
/// The README of the crate describes each of them; a test compares the two.
#[derive(Debug, PartialEq, Eq)]
pub struct Keys {
    /// What the table stands for.
    pub(crate) what: Noun,
    /// Each key: its canonical name first, then its aliases.
    pub names: &'static [&'static [&'static str]],
}

impl Keys {
    /// The names of the key with this canonical name.
    pub(crate) fn names_of(&self, canonical: &str) -> &'static [&'static str] {
        let found = self.names.iter().find(|names| names[0] == canonical);
        found.expect("the readers ask only for keys of the table")
    }

    /// The canonical name of each key.
    pub(crate) fn canonical(&self) -> Vec<&'static str> {
        self.names.iter().map(|names| names[0]).collect()
    }

    /// Checks whether website generators know the name as a key of a page, and we do not.
    pub(crate) fn is_of_web_pages(&self, name: &str) -> bool {
        self.what == ANNOUNCEMENT.what && OF_WEB_PAGES.contains(&name)
    }

    /// Every name that a key may be written with.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'static str> {
        self.names.iter().flat_map(|names| names.iter().copied())
    }
}

/// Every table that the source files have.
pub const TABLES: [&Keys; 33] = [
    &ANNOUNCEMENT,
    &TAXONOMIES,
    &NOTICE,
    &DISRUPTION,
    &CONSULTATION,
    &ALERT,
    &JOB,
    &OFFER,
    &IMAGE,
    &ATTACHMENT,
    &LINK,
    &UPDATE,
    &CONTACT,
    &QUOTE,
    &SPEAKER,
    &PROJECT,
    &FUNDING,
    &EVENT,
    &PRICE,
    &PARTY,
    &LOCATION,
    &PROGRAMME,
    &PUBLICATION,
    &PUBLICATION_CONTACT,
    &OUTPUT,
    &POSTAL_ADDRESS,
    &CATALOGUE,
    &REGISTER,
    &ORGANIZATION_ENTRY,
    &PROGRAMME_ENTRY,
    &TOPIC_ENTRY,
    &PLACE_ENTRY,
    &RETIRED,
];

pub(crate) static ANNOUNCEMENT: Keys = Keys {
    what: Noun::Announcement,
    names: &[
        &["id"],
        &["title"],
        &["type"],
        &["language", "lang"],
        &["published", "date"],
        &["modified", "lastmod", "updated"],
        &["expires", "expiryDate"],
        &["lead", "description"],
        &["publisher"],
        &["unit"],
        &["source"],
        &["topics", "tags"],
        &["themes"],
        &["places"],
        &["contacts"],
        &["quotes"],
        &["project"],
        &["notice"],
        &["disruption"],
        &["consultation"],
        &["alert"],
        &["job"],
        &["offers"],
        &["events"],
        &["images"],
        &["attachments"],
        &["links"],
        &["updates"],
        &["replaces"],
        &["translation_of"],
        &["translations"],
        &["personal_data"],
        &["draft"],
        &["withdrawn"],
        &["withdrawal_reason"],
        &["body"],
    ],
};

pub(crate) static NOTICE: Keys = Keys {
    what: Noun::Notice,
    names: &[
        &["body"],
        &["legal_basis"],
        &["legal_basis_url"],
        &["meeting"],
        &["paragraphs"],
        &["case_number"],
        &["adjusted"],
        &["posted"],
        &["remove_after"],
        &["appeal_until"],
        &["derived"],
        &["appeal_to"],
        &["kept_at"],
        &["secretary"],
    ],
};

pub(crate) static DISRUPTION: Keys = Keys {
    what: Noun::Disruption,
    names: &[
        &["service"],
        &["areas"],
        &["cause"],
        &["starts"],
        &["expected_end"],
        &["ended"],
        &["status"],
        &["advice"],
    ],
};

pub(crate) static CONSULTATION: Keys = Keys {
    what: Noun::Consultation,
    names: &[&["opens"], &["closes"], &["case_number"], &["read_at"], &["send_to"], &["no_reply"]],
};

pub(crate) static ALERT: Keys = Keys {
    what: Noun::Alert,
    names: &[
        &["sender"],
        &["event"],
        &["severity"],
        &["urgency"],
        &["certainty"],
        &["areas"],
        &["effective"],
        &["expires"],
        &["instruction"],
        &["all_clear"],
    ],
};

pub(crate) static JOB: Keys =
    Keys { what: Noun::Job, names: &[&["title"], &["unit"], &["extent"], &["apply_by"], &["reference"], &["url"]] };

pub(crate) static OFFER: Keys = Keys {
    what: Noun::Offer,
    names: &[
        &["designation"],
        &["area"],
        &["price"],
        &["currency"],
        &["apply_by"],
        &["allocation"],
        &["place"],
        &["url"],
    ],
};

pub(crate) static IMAGE: Keys = Keys { what: Noun::Image, names: &[&["url"], &["alt"], &["caption"], &["credit"]] };

pub(crate) static ATTACHMENT: Keys =
    Keys { what: Noun::Attachment, names: &[&["title"], &["url"], &["media_type"], &["size"]] };

pub(crate) static LINK: Keys = Keys { what: Noun::Link, names: &[&["title"], &["url"]] };

pub(crate) static UPDATE: Keys = Keys { what: Noun::Update, names: &[&["at"], &["text"]] };

/// The tables of a front matter that may hold an announcement's keys: Hugo's, and Zola's.
pub(crate) const NESTED: [&str; 2] = ["params", "extra"];

/// Zola's table of what pages are sorted by. That the two are one key is known of the announcement, to which they go.
pub(crate) static TAXONOMIES: Keys = Keys { what: Noun::Taxonomies, names: &[&["tags"], &["topics"]] };

/// Keys of an announcement's front matter that Hugo, Zola or Decap make web pages with, and which say nothing here.
const OF_WEB_PAGES: [&str; 13] = [
    "aliases",
    "author",
    "authors",
    "categories",
    "layout",
    "menu",
    "path",
    "permalink",
    "series",
    "slug",
    "template",
    "url",
    "weight",
];

pub(crate) static CONTACT: Keys =
    Keys { what: Noun::Contact, names: &[&["name"], &["role"], &["phone"], &["email"], &["visiting_address"]] };

pub(crate) static QUOTE: Keys = Keys { what: Noun::Quote, names: &[&["match"], &["text"], &["speakers"]] };

pub(crate) static SPEAKER: Keys = Keys { what: Noun::Speaker, names: &[&["name"], &["role"], &["unit"]] };

pub(crate) static PROJECT: Keys = Keys {
    what: Noun::Project,
    names: &[
        &["name"],
        &["programme"],
        &["programme_aka"],
        &["duration"],
        &["start"],
        &["end"],
        &["partners"],
        &["participants"],
        &["focus"],
        &["funding"],
    ],
};

pub(crate) static FUNDING: Keys =
    Keys { what: Noun::Funding, names: &[&["funder"], &["percent"], &["amount"], &["currency"]] };

pub(crate) static EVENT: Keys = Keys {
    what: Noun::Event,
    names: &[
        &["name"],
        &["when"],
        &["places"],
        &["organizer"],
        &["status"],
        &["condition"],
        &["price"],
        &["currency"],
        &["booking"],
    ],
};

pub(crate) static PRICE: Keys = Keys { what: Noun::Price, names: &[&["amount"], &["currency"]] };

pub(crate) static PARTY: Keys = Keys { what: Noun::Organization, names: &[&["name"], &["country"], &["kind"]] };

pub(crate) static LOCATION: Keys = Keys { what: Noun::Place, names: &[&["name"], &["country"]] };

pub(crate) static PROGRAMME: Keys = Keys { what: Noun::Programme, names: &[&["name"], &["alternate_names"]] };

pub(crate) static PUBLICATION: Keys = Keys {
    what: Noun::Publication,
    names: &[
        &["base"],
        &["title"],
        &["description"],
        &["publisher"],
        &["licence"],
        &["languages"],
        &["time_zone"],
        &["country"],
        &["feed_size"],
        &["hub"],
        &["personal_data"],
        &["strip_personal_data_after"],
        &["contact"],
        &["output"],
        &["catalogue"],
    ],
};

pub(crate) static PUBLICATION_CONTACT: Keys =
    Keys { what: Noun::PublicationContact, names: &[&["name"], &["email"], &["phone"], &["kind"], &["address"]] };

pub(crate) static POSTAL_ADDRESS: Keys =
    Keys { what: Noun::PostalAddress, names: &[&["street"], &["postal_code"], &["locality"]] };

pub(crate) static CATALOGUE: Keys = Keys {
    what: Noun::Catalogue,
    names: &[
        &["title"],
        &["keywords"],
        &["themes"],
        &["spatial"],
        &["frequency", "accrual_periodicity"],
        &["access_rights"],
        &["availability"],
        &["issued"],
        &["homepage"],
        &["landing_page"],
        &["conforms_to"],
        &["format"],
        &["sparql"],
        &["event_stream"],
    ],
};

pub(crate) static OUTPUT: Keys = Keys {
    what: Noun::Output,
    names: &[&["formats"], &["documents"], &["archives"], &["compress"], &["compress_from"]],
};

pub(crate) static REGISTER: Keys =
    Keys { what: Noun::Register, names: &[&["organizations"], &["programmes"], &["topics"], &["places"]] };

pub(crate) static ORGANIZATION_ENTRY: Keys = Keys {
    what: Noun::RegisteredOrganization,
    names: &[
        &["name"],
        &["aliases"],
        &["kind"],
        &["number"],
        &["municipality_code"],
        &["country"],
        &["place"],
        &["unit_of"],
        &["homepage"],
        &["same_as"],
        &["retired"],
    ],
};

pub(crate) static PROGRAMME_ENTRY: Keys =
    Keys { what: Noun::RegisteredProgramme, names: &[&["name"], &["alternate_names"], &["homepage"], &["same_as"]] };

pub(crate) static TOPIC_ENTRY: Keys = Keys {
    what: Noun::RegisteredTopic,
    names: &[&["name"], &["aliases"], &["exact_match"], &["close_match"], &["broad_match"], &["retired"]],
};

pub(crate) static RETIRED: Keys = Keys { what: Noun::Retired, names: &[&["date"], &["see"]] };

pub(crate) static PLACE_ENTRY: Keys =
    Keys { what: Noun::RegisteredPlace, names: &[&["name"], &["aliases"], &["kind"], &["country"], &["same_as"]] };
