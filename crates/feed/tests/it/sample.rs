//! Announcements and publications for tests.

use anslag_core::{
    Announcement, AnnouncementId, AnnouncementType, Base, Body, CatalogueSettings, ContactKind, Country, Email, Fields,
    Iri, LanguageTag, Licence, Line, Localized, Moment, Organization, OrganizationKind, OutputSettings, Publication,
    PublicationContact, Register, Slug, Text, Topic, Zone,
};
use std::{num::NonZeroUsize, sync::Arc};

pub(crate) fn publication() -> Publication {
    let publisher = organization("kommunen", &[("sv", "Exempel kommun"), ("en", "Example Municipality")]);
    let (register, country) = (Register::default(), Country::new("SE").unwrap());
    Publication {
        base: Base::new("https://data.example.org/").unwrap(),
        title: localized(&[("sv", "Kommunens anslag & nyheter"), ("en", "Announcements")]),
        description: localized(&[("sv", "Anslag som öppna data."), ("en", "Announcements as open data.")]),
        check: anslag_core::CheckSettings::default(),
        catalogue: CatalogueSettings::new(&publisher, &register, country),
        publisher,
        contact: PublicationContact {
            kind: ContactKind::Organization,
            name: line("Redaktionen"),
            email: Email::new("oppna-data@example.org").unwrap(),
            phone: None,
            address: None,
        },
        licence: Licence::Zero,
        language: tag("sv"),
        other_languages: vec![tag("en")],
        zone: zone(),
        country,
        feed_size: NonZeroUsize::MIN,
        hub: None,
        accessibility: None,
        personal_data: anslag_core::PersonalData::Publish,
        strip_personal_data_after: None,
        archive_notices: false,
        theme: anslag_core::Theme::default(),
        output: OutputSettings::default(),
        register,
    }
}

/// Returns an announcement of 18 May 2021 with nothing optional.
pub(crate) fn fields(title: &str) -> Fields {
    Fields::new(
        AnnouncementId::new("2021-05-18-ett-anslag").unwrap(),
        AnnouncementType::News,
        line(title),
        tag("sv"),
        moment("2021-05-18"),
        organization("kommunen", &[("sv", "Exempel kommun"), ("en", "Example Municipality")]),
    )
}

pub(crate) fn announcement(fields: Fields) -> Announcement {
    Announcement::new(fields, &zone()).unwrap()
}

/// Returns a Swedish announcement with everything that feeds show.
pub(crate) fn swedish() -> Announcement {
    announcement(Fields {
        lead: Some(text("Nu börjar arbetet & det tar <tre> år.")),
        body: body("## Först\n\nLäs [mer](/nyheter?a=1&b=2) om *Tartu*.\n\n![karta](karta.png)\n\n- ett\n- två"),
        modified: Some(moment("2021-05-20T09:30:00+02:00")),
        unit: Some(Arc::new(Organization {
            homepage: Some(iri("https://www.example.org/digital")),
            ..Organization::clone(&organization("digital", &[("sv", "Enheten för digitalisering")]))
        })),
        source: Some(iri("https://www.example.org/nyheter/projekt.html")),
        topics: vec![topic("oppna-data", &[("sv", "öppna data"), ("en", "open data")])],
        ..fields("Projekt kring digitalisering")
    })
}

/// Returns a short English announcement.
pub(crate) fn english() -> Announcement {
    announcement(Fields {
        id: AnnouncementId::new("2021-05-17-a-notice").unwrap(),
        kind: AnnouncementType::Notice,
        body: body("First paragraph,\nof two.\n\nSee [this](more.html)."),
        language: tag("en-GB"),
        published: moment("2021-05-17T10:00:00Z"),
        topics: vec![topic("oppna-data", &[("sv", "öppna data"), ("en", "open data")])],
        ..fields("A notice")
    })
}

pub(crate) fn zone() -> Zone {
    Zone::new("Europe/Stockholm").unwrap()
}

pub(crate) fn moment(value: &str) -> Moment {
    Moment::parse(value, &zone()).unwrap()
}

pub(crate) fn line(value: &str) -> Line {
    Line::new(value).unwrap()
}

pub(crate) fn text(value: &str) -> Text {
    Text::new(value).unwrap()
}

pub(crate) fn body(markdown: &str) -> Body {
    Body::new(markdown).unwrap()
}

pub(crate) fn iri(value: &str) -> Iri {
    Iri::new(value).unwrap()
}

pub(crate) fn tag(value: &str) -> LanguageTag {
    LanguageTag::new(value).unwrap()
}

pub(crate) fn localized(texts: &[(&str, &str)]) -> Localized {
    Localized::new(texts.iter().map(|(language, text)| (tag(language), line(text))).collect()).unwrap()
}

fn organization(key: &str, name: &[(&str, &str)]) -> Arc<Organization> {
    Arc::new(Organization {
        kind: OrganizationKind::Municipality,
        ..Organization::new(Slug::new(key).unwrap(), localized(name))
    })
}

fn topic(key: &str, name: &[(&str, &str)]) -> Arc<Topic> {
    Arc::new(Topic {
        key: Slug::new(key).unwrap(),
        name: localized(name),
        aliases: Vec::new(),
        exact_match: Vec::new(),
        close_match: Vec::new(),
        broad_match: Vec::new(),
        retired: None,
    })
}
