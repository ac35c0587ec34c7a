use crate::{
    Base, CatalogueSettings, Country, Duration, Fingerprint, Iri, LanguageTag, Licence, Localized, Organization,
    OutputSettings, PersonalData, PublicationContact, Register, Zone,
};
use std::{num::NonZeroUsize, sync::Arc};

/// A publication: who publishes, where, in what languages, and what its announcements share.
///
/// It mints every IRI and address; nobody else puts one together.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The address that every IRI of the publication begins with.
    pub base: Base,
    /// Its title.
    pub title: Localized,
    /// What it holds, in a sentence or two.
    pub description: Localized,
    /// Who publishes it.
    pub publisher: Arc<Organization>,
    /// Whom to ask about the data.
    pub contact: PublicationContact,
    /// The licence of the data.
    pub licence: Licence,
    /// Its main language.
    pub language: LanguageTag,
    /// Its other languages.
    pub other_languages: Vec<LanguageTag>,
    /// When its days begin and end.
    pub zone: Zone,
    /// Where telephone numbers without a calling code are from.
    pub country: Country,
    /// How many entries a current feed holds.
    pub feed_size: NonZeroUsize,
    /// The WebSub hub that tells subscribers of changed feeds.
    pub hub: Option<Iri>,
    /// Whether data on people are published, where an announcement does not say so itself.
    pub personal_data: PersonalData,
    /// How long after an announcement was published its data on people are published, where there is an end to it.
    pub strip_personal_data_after: Option<Duration>,
    /// What it is written in.
    pub output: OutputSettings,
    /// What its catalogue says of it besides.
    pub catalogue: CatalogueSettings,
    /// What its announcements share.
    pub register: Register,
}

impl Publication {
    /// What of the publication the bytes of an announcement depend on, in every form, beside the announcement itself with
    /// the register's entries that it refers to: where this is the same, so are they.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        // A new field has to be decided about here.
        let Self {
            base,
            language,
            zone,
            // These stand in what is around announcements: prologues, pages, the catalogue.
            title: _,
            description: _,
            contact: _,
            licence: _,
            other_languages: _,
            feed_size: _,
            hub: _,
            output: _,
            catalogue: _,
            // These are part of what an announcement is when it has been read.
            publisher: _,
            country: _,
            personal_data: _,
            strip_personal_data_after: _,
            register: _,
        } = self;
        Fingerprint::of(&(base, language, zone.name()))
    }
}
