use crate::{Label, Template};
use anslag_core::{AnnouncementType, Format, Node};
use anslag_schema::{
    ALERT, ANNOUNCEMENT, ATTACHMENT, AnyPart, CONSULTATION, CONTACT, DISRUPTION, DOCUMENT, EVENT, EVENT_PRICE, FUNDING,
    IMAGE, JOB, LAW, LINK, NOTICE, NOTICE_DEADLINE, NOTICE_ITEM, OFFER, PERSON, PROJECT, QUOTE, TableSpec, UPDATE,
};

/// The tables of a publication: one of the announcements, and one for each of their repeating parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// The announcements, a row each; useful also alone.
    Announcements,
    /// Topics of the announcements.
    AnnouncementTopics,
    /// Places the announcements concern.
    AnnouncementPlaces,
    /// Contacts for questions.
    Contacts,
    /// Quotes.
    Quotes,
    /// Speakers of the quotes.
    QuoteSpeakers,
    /// Projects, at most one an announcement.
    Projects,
    /// Partners and other participants of the projects.
    ProjectMembers,
    /// Funders of the projects.
    Funding,
    /// Public notices, at most one an announcement.
    Notices,
    /// Items of the meetings that notices are about.
    NoticeItems,
    /// Deadlines of notices for something other than an appeal.
    NoticeDeadlines,
    /// Laws on which notices are based.
    NoticeLaws,
    /// Disruptions, at most one an announcement.
    Disruptions,
    /// Consultations, at most one an announcement.
    Consultations,
    /// Documents of the cases of notices and consultations.
    Documents,
    /// Alerts, at most one an announcement.
    Alerts,
    /// Jobs, at most one an announcement.
    Jobs,
    /// Plots of land on offer.
    Offers,
    /// Events.
    Events,
    /// Prices of the events for groups.
    EventPrices,
    /// Entries of the logs.
    Updates,
    /// Pictures.
    Images,
    /// Attached files.
    Attachments,
    /// Pages to read more on.
    Links,
}

/// Columns of a table whose cells stand in the key of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForeignKey {
    /// The columns.
    pub columns: &'static [&'static str],
    /// The table that they refer to.
    pub table: Table,
    /// The columns of that table, in the same order.
    pub references: &'static [&'static str],
}

/// Name of the rows of a table.
enum Rows {
    /// The parts of a kind.
    Parts(&'static dyn AnyPart),
    /// Something else.
    Other(TableSpec),
}

impl Table {
    /// Every table there is, each after those that it refers to.
    pub const ALL: [Self; 25] = [
        Self::Announcements,
        Self::AnnouncementTopics,
        Self::AnnouncementPlaces,
        Self::Contacts,
        Self::Quotes,
        Self::QuoteSpeakers,
        Self::Projects,
        Self::ProjectMembers,
        Self::Funding,
        Self::Notices,
        Self::NoticeItems,
        Self::NoticeDeadlines,
        Self::NoticeLaws,
        Self::Disruptions,
        Self::Consultations,
        Self::Documents,
        Self::Alerts,
        Self::Jobs,
        Self::Offers,
        Self::Events,
        Self::EventPrices,
        Self::Updates,
        Self::Images,
        Self::Attachments,
        Self::Links,
    ];

    fn rows(self) -> Rows {
        match self {
            Self::Announcements => Rows::Parts(&ANNOUNCEMENT),
            Self::AnnouncementTopics => Rows::Other(TableSpec {
                name: "announcement_topics",
                title: ["Tillkännagivandenas ämnen", "Topics of announcements"],
                description: [
                    "Varje rad är ett ämne för ett tillkännagivande.",
                    "Each row is a topic of an announcement.",
                ],
            }),
            Self::AnnouncementPlaces => Rows::Other(TableSpec {
                name: "announcement_places",
                title: ["Tillkännagivandenas platser", "Places of announcements"],
                description: [
                    "Varje rad är en plats som ett tillkännagivande handlar om.",
                    "Each row is a place that an announcement is about.",
                ],
            }),
            Self::Contacts => Rows::Parts(&CONTACT),
            Self::Quotes => Rows::Parts(&QUOTE),
            Self::QuoteSpeakers => Rows::Parts(&PERSON),
            Self::Projects => Rows::Parts(&PROJECT),
            Self::ProjectMembers => Rows::Other(TableSpec {
                name: "project_members",
                title: ["Projektens parter", "Members of projects"],
                description: [
                    "Varje rad är en organisation i ett projekt.",
                    "Each row is an organisation in a project.",
                ],
            }),
            Self::Funding => Rows::Parts(&FUNDING),
            Self::Notices => Rows::Parts(&NOTICE),
            Self::NoticeItems => Rows::Parts(&NOTICE_ITEM),
            Self::NoticeDeadlines => Rows::Parts(&NOTICE_DEADLINE),
            Self::NoticeLaws => Rows::Parts(&LAW),
            Self::Disruptions => Rows::Parts(&DISRUPTION),
            Self::Consultations => Rows::Parts(&CONSULTATION),
            Self::Documents => Rows::Parts(&DOCUMENT),
            Self::Alerts => Rows::Parts(&ALERT),
            Self::Jobs => Rows::Parts(&JOB),
            Self::Offers => Rows::Parts(&OFFER),
            Self::Events => Rows::Parts(&EVENT),
            Self::EventPrices => Rows::Parts(&EVENT_PRICE),
            Self::Updates => Rows::Parts(&UPDATE),
            Self::Images => Rows::Parts(&IMAGE),
            Self::Attachments => Rows::Parts(&ATTACHMENT),
            Self::Links => Rows::Parts(&LINK),
        }
    }

    /// Returns the kind of part that has a row each; `None` if the rows are something else.
    pub(crate) fn part(self) -> Option<&'static dyn AnyPart> {
        match self.rows() {
            Rows::Parts(part) => Some(part),
            Rows::Other(_) => None,
        }
    }

    fn spec(self) -> TableSpec {
        match self.rows() {
            Rows::Parts(part) => part.spec().table.expect("a part of a table describes it"),
            Rows::Other(spec) => spec,
        }
    }

    /// Returns the table of what the announcements of a type are about; `None` for a type without a table of its own.
    #[must_use]
    pub const fn of_type(kind: AnnouncementType) -> Option<Self> {
        match kind {
            AnnouncementType::News | AnnouncementType::PressRelease => None,
            AnnouncementType::Notice => Some(Self::Notices),
            AnnouncementType::Disruption => Some(Self::Disruptions),
            AnnouncementType::Consultation => Some(Self::Consultations),
            AnnouncementType::Event => Some(Self::Events),
            AnnouncementType::Offer => Some(Self::Offers),
            AnnouncementType::Alert => Some(Self::Alerts),
            AnnouncementType::Job => Some(Self::Jobs),
        }
    }

    /// Returns the name, which is also that of the file without the extension.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.spec().name
    }

    /// Returns the name of its file in a format: `announcements.csv`.
    #[must_use]
    pub fn file_name(self, format: Format) -> String {
        format!("{}.{}", self.name(), format.spec().extension)
    }

    /// Returns the name for people.
    #[must_use]
    pub fn title(self) -> Label {
        let [sv, en] = self.spec().title;
        Label::new(sv, en)
    }

    /// Returns what a row is.
    #[must_use]
    pub fn description(self) -> Label {
        let [sv, en] = self.spec().description;
        Label::new(sv, en)
    }

    /// Returns the columns that tell the rows apart.
    #[must_use]
    pub fn primary_key(self) -> &'static [&'static str] {
        match self.part() {
            _ if self == Self::Announcements => &["id"],
            _ if self == Self::QuoteSpeakers => &["announcement_id", "quote_n", "n"],
            Some(part) if !part.spec().is_list => &["announcement_id"],
            Some(_) | None => &["announcement_id", "n"],
        }
    }

    /// Returns what the rows refer to: every table of parts the announcement, and some another part besides.
    #[must_use]
    pub fn foreign_keys(self) -> &'static [ForeignKey] {
        const ANNOUNCEMENT: ForeignKey =
            ForeignKey { columns: &["announcement_id"], table: Table::Announcements, references: &["id"] };
        const PROJECT: ForeignKey =
            ForeignKey { columns: &["announcement_id"], table: Table::Projects, references: &["announcement_id"] };
        const QUOTE: ForeignKey = ForeignKey {
            columns: &["announcement_id", "quote_n"],
            table: Table::Quotes,
            references: &["announcement_id", "n"],
        };
        const NOTICE: ForeignKey =
            ForeignKey { columns: &["announcement_id"], table: Table::Notices, references: &["announcement_id"] };
        const EVENT: ForeignKey = ForeignKey {
            columns: &["announcement_id", "event_n"],
            table: Table::Events,
            references: &["announcement_id", "n"],
        };
        if self == Self::Announcements {
            &[]
        } else if self == Self::EventPrices {
            &[ANNOUNCEMENT, EVENT]
        } else if self == Self::QuoteSpeakers {
            &[ANNOUNCEMENT, QUOTE]
        } else if matches!(self, Self::ProjectMembers | Self::Funding) {
            &[ANNOUNCEMENT, PROJECT]
        } else if matches!(self, Self::NoticeItems | Self::NoticeDeadlines | Self::NoticeLaws) {
            &[ANNOUNCEMENT, NOTICE]
        } else {
            &[ANNOUNCEMENT]
        }
    }

    /// Returns the subject of a row: the node that its columns describe unless they say otherwise.
    #[must_use]
    pub fn about(self) -> Template {
        match self.part().and_then(|part| part.spec().node) {
            _ if self == Self::Announcements => Template::Announcement("id"),
            _ if self == Self::QuoteSpeakers => Template::Cell("person_iri"),
            _ if self == Self::ProjectMembers => Template::Node(Node::Project, "n"),
            Some(node) => Template::Node((node.node)(1), "n"),
            None => Template::Announcement("announcement_id"),
        }
    }
}
