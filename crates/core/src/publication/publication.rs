use crate::{
    Accessibility, Base, CatalogueSettings, CheckSettings, Country, Duration, Fingerprint, Iri, LanguageTag, Licence,
    Localized, Organization, OutputSettings, PersonalData, PublicationContact, Register, Theme, Zone,
};
use std::{num::NonZeroUsize, sync::Arc};

/// Publication: its publisher, its address, its languages, and what its announcements share.
///
/// It mints every IRI and address; nothing else puts one together.
#[derive(Clone, Debug)]
pub struct Publication {
    /// Address with which every IRI of the publication begins.
    pub base: Base,
    /// Title.
    pub title: Localized,
    /// Description, in a sentence or two.
    pub description: Localized,
    /// Organisation that publishes it.
    pub publisher: Arc<Organization>,
    /// Contact for questions about the data.
    pub contact: PublicationContact,
    /// Licence of the data.
    pub licence: Licence,
    /// Main language.
    pub language: LanguageTag,
    /// Other languages.
    pub other_languages: Vec<LanguageTag>,
    /// Time zone, in which days begin and end.
    pub zone: Zone,
    /// Country of telephone numbers without a calling code.
    pub country: Country,
    /// Number of entries of a current feed.
    pub feed_size: NonZeroUsize,
    /// WebSub hub that tells subscribers of changed feeds.
    pub hub: Option<Iri>,
    /// Policy on data on people, if an announcement has none of its own.
    pub personal_data: PersonalData,
    /// Time after publication for which data on people are published; `None` if there is no end.
    pub strip_personal_data_after: Option<Duration>,
    /// `true` if notices stay published after they may be taken down from the board.
    pub archive_notices: bool,
    /// Formats and files that are written.
    pub output: OutputSettings,
    /// Ignored keys and allowed codes.
    pub check: CheckSettings,
    /// Settings of the catalogue.
    pub catalogue: CatalogueSettings,
    /// Facts of the accessibility statement; `None` if the pages have none.
    pub accessibility: Option<Accessibility>,
    /// Look of the pages.
    pub theme: Theme,
    /// Register, which the announcements share.
    pub register: Register,
}

impl Publication {
    /// Returns the fingerprint of what the announcements depend on.
    ///
    /// The bytes of an announcement depend on this, on itself, and on the entries of the register to which it refers.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        // Without `..`, so that a new field does not compile until it is decided about.
        let Self {
            base,
            language,
            zone,
            licence,
            register,
            // These are published around the announcements: in prologues, pages and the catalogue.
            title: _,
            description: _,
            contact: _,
            other_languages: _,
            feed_size: _,
            hub: _,
            output: _,
            catalogue: _,
            accessibility: _,
            theme: _,
            // These have had their effect when the announcement was read.
            check: _,
            publisher: _,
            country: _,
            personal_data: _,
            strip_personal_data_after: _,
            archive_notices: _,
        } = self;
        // A job without a place is where the employer is. All else of the register that an announcement refers to is a part
        // of it.
        let place_of = |organization: &Organization| register.place(organization.place.as_ref()?).cloned();
        let employers: Vec<_> = register.organizations().filter_map(|organization| place_of(organization)).collect();
        Fingerprint::of(&(base, language, zone.name(), licence.iri(), employers))
    }
}
