use anslag_core::Publication;

/// An IRI with names of columns in braces: a URI template (RFC 6570), as CSVW uses them.
///
/// [`Publication`] mints the IRIs themselves. These templates say the same for a whole column; they stand only here,
/// beside the test that compares them with what the publication mints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// A path below the publication's base.
    Below(&'static str),
    /// A whole IRI.
    Whole(&'static str),
}

impl Template {
    /// The announcement, from its own row.
    pub(crate) const ID: Self = Self::Below("announcement/{id}");
    /// The announcement, from the row of a part.
    pub(crate) const ANNOUNCEMENT: Self = Self::Below("announcement/{announcement_id}");
    pub(crate) const CONTACT: Self = Self::Below("announcement/{announcement_id}/contact/{n}");
    pub(crate) const CONTACT_ADDRESS: Self = Self::Below("announcement/{announcement_id}/address/{n}");
    pub(crate) const QUOTE: Self = Self::Below("announcement/{announcement_id}/quote/{n}");
    /// The quote, from the row of a speaker.
    pub(crate) const QUOTE_N: Self = Self::Below("announcement/{announcement_id}/quote/{quote_n}");
    pub(crate) const PROJECT: Self = Self::Below("announcement/{announcement_id}/project");
    pub(crate) const PROJECT_PERIOD: Self = Self::Below("announcement/{announcement_id}/project/period");
    pub(crate) const FUNDING: Self = Self::Below("announcement/{announcement_id}/project/funding/{n}");
    pub(crate) const FUNDING_AMOUNT: Self = Self::Below("announcement/{announcement_id}/amount/{n}");
    pub(crate) const EVENT: Self = Self::Below("announcement/{announcement_id}/event/{n}");
    pub(crate) const NOTICE_PERIOD: Self = Self::Below("announcement/{announcement_id}/notice/period");
    pub(crate) const DISRUPTION: Self = Self::Below("announcement/{announcement_id}/disruption");
    pub(crate) const CONSULTATION_PERIOD: Self = Self::Below("announcement/{announcement_id}/consultation/period");
    pub(crate) const UPDATE: Self = Self::Below("announcement/{announcement_id}/update/{n}");
    pub(crate) const ATTACHMENT: Self = Self::Below("announcement/{announcement_id}/attachment/{n}");
    pub(crate) const ADMISSION: Self = Self::Below("announcement/{announcement_id}/admission/{n}");
    pub(crate) const OFFER: Self = Self::Below("announcement/{announcement_id}/offer/{n}");
    pub(crate) const ALERT: Self = Self::Below("announcement/{announcement_id}/alert");
    pub(crate) const JOB: Self = Self::Below("announcement/{announcement_id}/job");
    pub(crate) const IMAGE: Self = Self::Below("announcement/{announcement_id}/image/{n}");
    pub(crate) const LINK: Self = Self::Below("announcement/{announcement_id}/link/{n}");

    /// The template as CSVW has it, with the publication's base before it.
    #[must_use]
    pub fn text(self, publication: &Publication) -> String {
        match self {
            Self::Below(path) => format!("{}{path}", publication.base.iri()),
            Self::Whole(iri) => iri.to_owned(),
        }
    }
}
