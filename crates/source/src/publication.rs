use crate::{
    accessibility,
    catalogue::{self, CatalogueTable},
    custom_feed,
    entry::Sample,
    fields::Fields,
    finding::Findings,
    help::Help,
    keys,
    label::Label,
    message::Message,
    noun::Noun,
    reference::{self, NAME_HELP},
    tree::{Node, Value},
    value, word,
};
use anslag_core::{
    Accessibility, Base, CatalogueSettings, CheckSettings, ContactKind, Country, Duration, Email, Iri, LanguageTag,
    Licence, Line, Localized, Organization, OrganizationKind, OutputSettings, PersonalData, PostalAddress, Publication,
    PublicationContact, Register, Slug, Theme, Zone,
};
use std::{collections::BTreeSet, num::NonZeroUsize};

/// Values of `publication.toml` before the publisher is looked up in the register; `None` if a value is invalid.
pub(crate) struct Draft<'n, 't> {
    base: Option<Base>,
    title: Option<Localized>,
    description: Option<Localized>,
    publisher: Option<&'n Node<'t>>,
    contact: Option<PublicationContact>,
    contact_name: Option<&'n Node<'t>>,
    catalogue: Option<CatalogueTable>,
    accessibility: Option<Accessibility>,
    licence: Option<Licence>,
    languages: Vec<LanguageTag>,
    zone: Option<Zone>,
    country: Option<Country>,
    feed_size: Option<NonZeroUsize>,
    hub: Option<Iri>,
    personal_data: Option<PersonalData>,
    strip_personal_data_after: Option<Duration>,
    archive_notices: bool,
    output: Option<OutputSettings>,
    custom_feeds: Vec<&'n Node<'t>>,
    check: Option<CheckSettings>,
}

/// Reads the table of `publication.toml`.
pub(crate) fn draft<'n, 't>(node: &'n Node<'t>, findings: &'n Findings) -> Option<Draft<'n, 't>> {
    let fields = Fields::of(node, &keys::PUBLICATION, findings)?;
    if let Some(Value::List(items)) = fields.required("languages", Help::AddLanguages, Some).map(|node| &node.value)
        && items.is_empty()
    {
        findings.add(fields.span("languages"), Message::NoLanguage, None, Some(Help::WriteLanguages));
    }
    let languages = fields.list("languages", |node| value::language(node, findings));
    for (at, language) in languages.iter().enumerate() {
        if languages[..at].contains(language) {
            let message = Message::LanguageNamedTwice { language: language.clone() };
            findings.add(fields.span("languages"), message, None, Some(Help::LeaveOneOut));
        }
    }
    let main = languages.first().cloned().or_else(|| LanguageTag::new("sv").ok())?;
    let country = match fields.get("country") {
        Some(node) => value::country(node, findings),
        None => Country::new("SE").ok(),
    };
    let text = |key, help| {
        fields.required(key, help, |node| value::portal_text((Noun::Publication, key), node, &main, findings))
    };
    let (output, custom_feeds) = match fields.get("output") {
        Some(node) => output(node, findings).unzip(),
        None => (Some(OutputSettings::default()), None),
    };
    let catalogue = match fields.get("catalogue") {
        Some(node) => catalogue::read(node, &main, findings),
        None => Some(CatalogueTable::default()),
    };
    Some(Draft {
        accessibility: fields.optional("accessibility", |node| accessibility::read(node, &main, findings)),
        base: fields.required("base", Help::AddBase, |node| value::base(node, findings)),
        title: text(
            "title",
            Help::add("title", Sample::Table(&[("sv", Sample::Text("…")), ("en", Sample::Text("…"))])),
        ),
        description: text("description", Help::AddDescription),
        publisher: fields.required("publisher", Help::AddPublisher, Some),
        contact_name: fields.get("contact").and_then(name_of),
        catalogue,
        contact: fields.required("contact", Help::AddContact, |node| contact(node, country, findings)),
        licence: fields.required("licence", Help::AddLicence, |node| value::licence(node, findings)),
        zone: match fields.get("time_zone") {
            Some(node) => value::zone(node, findings),
            None => Zone::new("Europe/Stockholm").ok(),
        },
        country,
        feed_size: match fields.get("feed_size") {
            Some(node) => value::feed_size(node, findings),
            None => NonZeroUsize::new(50),
        },
        hub: fields.optional("hub", |node| value::web(node, findings)),
        personal_data: match fields.get("personal_data") {
            Some(node) => word::closed(node, Noun::PersonalData, findings),
            None => Some(PersonalData::default()),
        },
        strip_personal_data_after: fields.optional("strip_personal_data_after", |node| value::duration(node, findings)),
        archive_notices: fields.optional("archive_notices", |node| value::flag(node, findings)).unwrap_or_default(),
        output,
        custom_feeds: custom_feeds.unwrap_or_default(),
        check: match fields.get("check") {
            Some(node) => check(node, findings),
            None => Some(CheckSettings::default()),
        },
        languages,
    })
}

impl Draft<'_, '_> {
    /// Returns the main language; Swedish if there is none, which is an error already.
    pub(crate) fn language(&self) -> Option<LanguageTag> {
        self.languages.first().cloned().or_else(|| LanguageTag::new("sv").ok())
    }

    /// Returns the publication with its register.
    pub(crate) fn finish(self, register: Register, findings: &Findings) -> Option<Publication> {
        let publisher = self.publisher.and_then(|node| {
            let publisher = reference::organization(node, &register, findings)?;
            check_publisher(&publisher, node, self.contact_name, findings);
            Some(publisher)
        });
        let custom_feeds = custom_feed::read_all(&self.custom_feeds, self.languages.first()?, &register, findings);
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
            hub: self.hub,
            accessibility: self.accessibility,
            personal_data: self.personal_data?,
            strip_personal_data_after: self.strip_personal_data_after,
            archive_notices: self.archive_notices,
            theme: Theme::default(),
            output: OutputSettings { feeds: custom_feeds, ..self.output? },
            check: self.check?,
            catalogue,
            register,
        })
    }

    /// Returns a publication with placeholders for what is missing or wrong, so that announcements can be checked with it.
    ///
    /// Nothing can be published with it.
    pub(crate) fn provisional(self, register: Register) -> Option<Publication> {
        let language = self.language()?;
        let name = Line::new("…").ok()?;
        let text = || Localized::one(language.clone(), name.clone());
        let has_organization = register.organizations().next().is_some();
        let register = if has_organization {
            register
        } else {
            // A register with errors has no entries at all.
            let nobody = Organization::new(Slug::new("publisher").ok()?, text());
            Register::new(vec![nobody], Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new()).ok()?
        };
        let find = |node| reference::organization(node, &register, &Findings::default());
        let publisher = match self.publisher.and_then(find) {
            Some(publisher) => publisher,
            // The index of announcements knows the organisations of the register alone.
            None => register.organizations().next()?.clone(),
        };
        let country = self.country.or_else(|| Country::new("SE").ok())?;
        let contact = || {
            let email = Email::new("nobody@example.org").ok()?;
            Some(PublicationContact {
                kind: ContactKind::Organization,
                name: name.clone(),
                email,
                phone: None,
                address: None,
            })
        };
        Some(Publication {
            base: self.base.or_else(|| Base::new("https://example.org/").ok())?,
            title: self.title.unwrap_or_else(text),
            description: self.description.unwrap_or_else(text),
            catalogue: CatalogueSettings::new(&publisher, &register, country),
            publisher,
            contact: self.contact.or_else(contact)?,
            licence: self.licence.unwrap_or(Licence::Zero),
            other_languages: self.languages.into_iter().skip(1).collect(),
            language,
            zone: self.zone.or_else(|| Zone::new("Europe/Stockholm").ok())?,
            country,
            feed_size: self.feed_size.unwrap_or(NonZeroUsize::MIN),
            hub: None,
            accessibility: None,
            personal_data: self.personal_data.unwrap_or_default(),
            strip_personal_data_after: None,
            archive_notices: false,
            theme: Theme::default(),
            output: OutputSettings::default(),
            check: self.check.unwrap_or_default(),
            register,
        })
    }
}

fn contact(node: &Node<'_>, country: Option<Country>, findings: &Findings) -> Option<PublicationContact> {
    if let Value::String(_) = node.value {
        findings.add(node.span.clone(), Message::ContactNoTable, None, Some(Help::NotThePublisher));
        return None;
    }
    let fields = Fields::of(node, &keys::PUBLICATION_CONTACT, findings)?;
    let name = fields.required("name", NAME_HELP, |node| value::line(node, findings));
    let email = fields.required("email", Help::AddEmail, |node| value::email(node, findings));
    let phone = fields.optional("phone", |node| value::phone(node, country?, findings));
    let kind = fields
        .optional("kind", |node| word::closed(node, Noun::ContactKind, findings))
        .unwrap_or(ContactKind::Organization);
    let address = fields.optional("address", |node| address(node, findings));
    Some(PublicationContact { kind, name: name?, email: email?, phone, address })
}

fn address(node: &Node<'_>, findings: &Findings) -> Option<PostalAddress> {
    let fields = Fields::of(node, &keys::POSTAL_ADDRESS, findings)?;
    let line = |key, help| fields.required(key, help, |node| value::line(node, findings));
    let street = line("street", Help::add("street", Sample::Text("Sundsgatan 29")));
    let postal_code = line("postal_code", Help::add("postal_code", Sample::Text("462 85")));
    let locality = line("locality", Help::add("locality", Sample::Text("Vänersborg")));
    Some(PostalAddress { street: street?, postal_code: postal_code?, locality: locality? })
}

/// Returns the name in the table of the contact.
fn name_of<'n, 't>(contact: &'n Node<'t>) -> Option<&'n Node<'t>> {
    match &contact.value {
        Value::Table(entries) => entries.iter().find(|(key, _)| key.name == "name").map(|(_, name)| name),
        _ => None,
    }
}

/// Checks whether portals accept the publisher.
fn check_publisher(publisher: &Organization, node: &Node<'_>, contact: Option<&Node<'_>>, findings: &Findings) {
    if publisher.kind == OrganizationKind::Other {
        let help = Help::AddKind { key: publisher.key.clone() };
        findings.add(node.span.clone(), Message::PublisherWithoutKind, None, Some(help));
    }
    let Some((contact, Value::String(name))) = contact.map(|node| (node, &node.value)) else { return };
    let names = publisher.name.iter().map(|(_, name)| name).chain(&publisher.aliases);
    if names.into_iter().any(|own| own.as_str().to_lowercase() == name.to_lowercase()) {
        let label = Some(Label::NameOfPublisher);
        findings.add(contact.span.clone(), Message::ContactIsPublisher, label, Some(Help::NotThePublisher));
    }
}

fn check(node: &Node<'_>, findings: &Findings) -> Option<CheckSettings> {
    let fields = Fields::of(node, &keys::CHECK, findings)?;
    let ignored = fields.list("ignore_keys", |node| value::line(node, findings));
    let follow_links = fields.optional("follow_links", |node| value::flag(node, findings)).unwrap_or_default();
    Some(CheckSettings { ignore_keys: ignored.iter().map(Line::to_string).collect(), follow_links })
}

/// Reads the output, but for the feeds, which need the register and are returned as they stand.
fn output<'n, 't>(node: &'n Node<'t>, findings: &'n Findings) -> Option<(OutputSettings, Vec<&'n Node<'t>>)> {
    let fields = Fields::of(node, &keys::OUTPUT, findings)?;
    let every = OutputSettings::default();
    let formats = match fields.get("formats") {
        Some(node) => {
            if let Value::List(items) = &node.value
                && items.is_empty()
            {
                findings.add(node.span.clone(), Message::NoFormat, None, Some(Help::NameFormats));
            }
            fields.list("formats", |node| word::closed(node, Noun::Format, findings)).into_iter().collect()
        }
        None => every.formats,
    };
    let documents = match fields.get("documents") {
        Some(node) if matches!(node.value, Value::List(_)) => {
            let formats = fields.list("documents", |node| word::closed(node, Noun::Format, findings));
            Some(formats.into_iter().collect())
        }
        Some(node) if value::flag(node, findings) == Some(false) => Some(BTreeSet::new()),
        Some(_) | None => every.documents,
    };
    let archives = match fields.get("archives") {
        Some(_) => fields.list("archives", |node| word::closed(node, Noun::FeedKind, findings)).into_iter().collect(),
        None => every.archives,
    };
    let compress =
        fields.list("compress", |node| word::closed(node, Noun::Compression, findings)).into_iter().collect();
    let compress_from = fields.optional("compress_from", |node| value::size(node, findings));
    let compress_from = compress_from.unwrap_or(every.compress_from);
    let history = fields.optional("history", |node| value::flag(node, findings)).unwrap_or(every.history);
    let feeds = every.feeds;
    let settings = OutputSettings { formats, documents, archives, feeds, compress, compress_from, history };
    Some((settings, fields.list("feeds", Some)))
}
