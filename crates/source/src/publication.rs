use crate::{
    catalogue::{self, Said},
    fields::Fields,
    finding::Findings,
    keys,
    reference::{self, NAME_HELP},
    tree::{Node, Value},
    value, word,
};
use anslag_core::{
    Base, CatalogueSettings, ContactKind, Country, Duration, Forms, LanguageTag, Licence, Localized, Organization,
    OrganizationKind, PersonalData, PostalAddress, Publication, PublicationContact, Register, Zone,
};
use std::num::NonZeroUsize;

/// What `publication.toml` says, before its publisher is looked up in the register. Each part is there unless it has
/// a problem.
pub(crate) struct Draft<'n, 't> {
    base: Option<Base>,
    title: Option<Localized>,
    description: Option<Localized>,
    publisher: Option<&'n Node<'t>>,
    contact: Option<PublicationContact>,
    contact_name: Option<&'n Node<'t>>,
    catalogue: Option<Said>,
    licence: Option<Licence>,
    languages: Vec<LanguageTag>,
    zone: Option<Zone>,
    country: Option<Country>,
    feed_size: Option<NonZeroUsize>,
    personal_data: Option<PersonalData>,
    strip_personal_data_after: Option<Duration>,
    forms: Option<Forms>,
}

/// Reads the table of `publication.toml`.
pub(crate) fn draft<'n, 't>(node: &'n Node<'t>, findings: &'n Findings) -> Option<Draft<'n, 't>> {
    let fields = Fields::of(node, &keys::PUBLICATION, findings)?;
    let help = "add `languages = [\"sv\"]`, the main language first";
    if let Some(Value::List(items)) = fields.required("languages", help, Some).map(|node| &node.value)
        && items.is_empty()
    {
        findings.error(fields.span("languages"), "there is no language", "", Some("write `[\"sv\"]`".to_owned()));
    }
    let languages = fields.list("languages", |node| value::language(node, findings));
    for (at, language) in languages.iter().enumerate() {
        if languages[..at].contains(language) {
            let help = "leave one of the two out".to_owned();
            findings.error(fields.span("languages"), format!("{language} is named twice"), "", Some(help));
        }
    }
    let main = languages.first().cloned().or_else(|| LanguageTag::new("sv").ok())?;
    let country = match fields.get("country") {
        Some(node) => value::country(node, findings),
        None => Country::new("SE").ok(),
    };
    let text = |key, help| fields.required(key, help, |node| localized(("a publication", key), node, &main, findings));
    let catalogue = match fields.get("catalogue") {
        Some(node) => catalogue::said(node, &main, findings),
        None => Some(Said::default()),
    };
    Some(Draft {
        base: fields.required("base", "add `base = \"https://…/\"`, which every IRI begins with", |node| {
            value::base(node, findings)
        }),
        title: text("title", "add `title = { sv = \"…\", en = \"…\" }`"),
        description: text("description", "add `description = { sv = \"…\", en = \"…\" }`, a sentence or two"),
        publisher: fields.required("publisher", "add `publisher = \"…\"`, a key of register.toml", Some),
        contact_name: fields.get("contact").and_then(name_of),
        catalogue,
        contact: fields.required("contact", "add a table `[contact]` with `name` and `email`", |node| {
            contact(node, country, findings)
        }),
        licence: fields.required(
            "licence",
            "add `licence = \"http://creativecommons.org/publicdomain/zero/1.0/\"` or another licence of the list",
            |node| value::licence(node, findings),
        ),
        zone: match fields.get("time_zone") {
            Some(node) => value::zone(node, findings),
            None => Zone::new("Europe/Stockholm").ok(),
        },
        country,
        feed_size: match fields.get("feed_size") {
            Some(node) => feed_size(node, findings),
            None => NonZeroUsize::new(50),
        },
        personal_data: match fields.get("personal_data") {
            Some(node) => word::personal_data(node, findings),
            None => Some(PersonalData::default()),
        },
        strip_personal_data_after: fields.optional("strip_personal_data_after", |node| value::duration(node, findings)),
        forms: match fields.get("output") {
            Some(node) => forms(node, findings),
            None => Some(Forms::default()),
        },
        languages,
    })
}

impl Draft<'_, '_> {
    /// The main language; Swedish where there is none, which is an error already.
    pub(crate) fn language(&self) -> Option<LanguageTag> {
        self.languages.first().cloned().or_else(|| LanguageTag::new("sv").ok())
    }

    /// The publication, with its register.
    pub(crate) fn finish(self, register: Register, findings: &Findings) -> Option<Publication> {
        let publisher = self.publisher.and_then(|node| {
            let publisher = reference::organization(node, &register, findings)?;
            check_publisher(&publisher, node, self.contact_name, findings);
            Some(publisher)
        });
        let mut languages = self.languages.into_iter();
        let (publisher, country) = (publisher?, self.country?);
        let catalogue = self.catalogue?.or(CatalogueSettings::new(&publisher, &register, country));
        Some(Publication {
            base: self.base?,
            title: self.title?,
            description: self.description?,
            publisher,
            contact: self.contact?,
            licence: self.licence?,
            language: languages.next()?,
            other_languages: languages.collect(),
            zone: self.zone?,
            country,
            feed_size: self.feed_size?,
            personal_data: self.personal_data?,
            strip_personal_data_after: self.strip_personal_data_after,
            forms: self.forms?,
            catalogue,
            register,
        })
    }
}

/// A text of the publication, which portals show in the main language and in English.
pub(crate) fn localized(
    (what, key): (&str, &str),
    node: &Node<'_>,
    main: &LanguageTag,
    findings: &Findings,
) -> Option<Localized> {
    let text = value::localized(node, main, findings)?;
    let has = |wanted: &str| text.iter().any(|(language, _)| language.primary() == wanted);
    let missing: Vec<_> = [main.primary(), "en"].into_iter().filter(|language| !has(language)).collect();
    if missing.is_empty() {
        return Some(text);
    }
    let message = format!("the {key} of {what} must be in the main language and in English, for portals abroad");
    let label = format!("not in `{}`", missing.join("` and `"));
    let help = format!(
        "write `{key} = {{ {} = \"…\", en = \"…\" }}`",
        if main.primary() == "en" { "sv" } else { main.as_str() }
    );
    findings.error(node.span.clone(), message, &label, Some(help));
    None
}

fn contact(node: &Node<'_>, country: Option<Country>, findings: &Findings) -> Option<PublicationContact> {
    if let Value::String(_) = node.value {
        let message = "the contact is a table with a name and an e-mail address, not an organisation of the register";
        findings.error(node.span.clone(), message, "", Some(NOT_THE_PUBLISHER.to_owned()));
        return None;
    }
    let fields = Fields::of(node, &keys::PUBLICATION_CONTACT, findings)?;
    let name = fields.required("name", NAME_HELP, |node| value::line(node, findings));
    let help = "add `email = \"…\"`, an address that readers of the data can write to";
    let email = fields.required("email", help, |node| value::email(node, findings));
    let phone = fields.optional("phone", |node| value::phone(node, country?, findings));
    let kind = fields.optional("kind", |node| word::contact_kind(node, findings)).unwrap_or(ContactKind::Organization);
    let address = fields.optional("address", |node| address(node, findings));
    Some(PublicationContact { kind, name: name?, email: email?, phone, address })
}

fn address(node: &Node<'_>, findings: &Findings) -> Option<PostalAddress> {
    let fields = Fields::of(node, &keys::POSTAL_ADDRESS, findings)?;
    let line = |key, help| fields.required(key, help, |node| value::line(node, findings));
    let street = line("street", "add `street = \"…\"`, with its number");
    let postal_code = line("postal_code", "add `postal_code = \"…\"`");
    let locality = line("locality", "add `locality = \"…\"`, the post town");
    Some(PostalAddress { street: street?, postal_code: postal_code?, locality: locality? })
}

/// The name in the table of the contact.
fn name_of<'n, 't>(contact: &'n Node<'t>) -> Option<&'n Node<'t>> {
    match &contact.value {
        Value::Table(entries) => entries.iter().find(|(key, _)| key.name == "name").map(|(_, name)| name),
        _ => None,
    }
}

/// Why the publisher cannot be the contact.
const NOT_THE_PUBLISHER: &str = "name the function or the person that answers, such as \"Öppna data\": DCAT-AP-SE keeps \
                                 the publisher (foaf:Agent) and the contact (vcard:Kind) apart, and portals mix up what is both";

/// Looks whether portals can take the publisher as it is.
fn check_publisher(publisher: &Organization, node: &Node<'_>, contact: Option<&Node<'_>>, findings: &Findings) {
    if publisher.kind == OrganizationKind::Other {
        let message = "the publisher has no kind, which DCAT-AP-SE requires (dcterms:type)";
        let help = format!("add `kind = \"kommun\"` to `[organizations.{}]` in register.toml", publisher.key);
        findings.error(node.span.clone(), message, "", Some(help));
    }
    let Some((contact, Value::String(name))) = contact.map(|node| (node, &node.value)) else { return };
    let names = publisher.name.iter().map(|(_, name)| name).chain(&publisher.aliases);
    if names.into_iter().any(|own| own.as_str().to_lowercase() == name.to_lowercase()) {
        let message = "the contact is the publisher itself";
        findings.error(
            contact.span.clone(),
            message,
            "this is the publisher's name",
            Some(NOT_THE_PUBLISHER.to_owned()),
        );
    }
}

fn feed_size(node: &Node<'_>, findings: &Findings) -> Option<NonZeroUsize> {
    let Value::Number(number) = &node.value else { return value::wrong_type(node, findings, "a number") };
    let size = number.parse().ok().filter(|size: &NonZeroUsize| size.get() <= 500);
    if size.is_none() {
        let help = "write a whole number from 1 to 500, as in `feed_size = 50`".to_owned();
        findings.error(node.span.clone(), "a feed cannot have this size", "", Some(help));
    }
    size
}

fn forms(node: &Node<'_>, findings: &Findings) -> Option<Forms> {
    let fields = Fields::of(node, &keys::OUTPUT, findings)?;
    let every = Forms::default();
    let formats = match fields.get("formats") {
        Some(node) => {
            if let Value::List(items) = &node.value
                && items.is_empty()
            {
                let help = "leave the key out for every format, or name some, as in `[\"turtle\", \"csv\"]`".to_owned();
                findings.error(node.span.clone(), "there is no format", "", Some(help));
            }
            fields.list("formats", |node| word::format(node, findings)).into_iter().collect()
        }
        None => every.formats,
    };
    let documents = fields.optional("documents", |node| value::flag(node, findings)).unwrap_or(every.documents);
    let compress = fields.list("compress", |node| word::compression(node, findings)).into_iter().collect();
    let compress_from = fields.optional("compress_from", |node| value::size(node, findings));
    Some(Forms { formats, documents, compress, compress_from: compress_from.unwrap_or(every.compress_from) })
}
