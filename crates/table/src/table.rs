use crate::{Column, Label, Template, columns};

/// The tables of a publication: one of the announcements, and one for each of their repeating parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// The announcements, a row each; useful also alone.
    Announcements,
    /// What the announcements are about.
    AnnouncementTopics,
    /// Where the announcements are about.
    AnnouncementPlaces,
    /// Whom to ask.
    Contacts,
    /// What people say.
    Quotes,
    /// Who says it.
    QuoteSpeakers,
    /// The projects that announcements are about, at most one each.
    Projects,
    /// Who carries out a project and who else takes part in it.
    ProjectMembers,
    /// Who pays for a project.
    Funding,
    /// What makes announcements public notices, at most one each.
    Notices,
    /// What announcements of disruptions say, at most one each.
    Disruptions,
    /// What announcements of consultations say, at most one each.
    Consultations,
    /// What alerts warn of, at most one each.
    Alerts,
    /// What announcements of jobs say, at most one each.
    Jobs,
    /// The plots of land that are offered.
    Offers,
    /// What is going to happen.
    Events,
    /// What has happened since.
    Updates,
    /// The pictures of announcements.
    Images,
    /// The files that belong to announcements.
    Attachments,
    /// Where to read more.
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

impl Table {
    /// Every table there is, each after those that it refers to.
    pub const ALL: [Self; 20] = [
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
        Self::Disruptions,
        Self::Consultations,
        Self::Alerts,
        Self::Jobs,
        Self::Offers,
        Self::Events,
        Self::Updates,
        Self::Images,
        Self::Attachments,
        Self::Links,
    ];

    /// The table's name, which is also that of its file without the extension.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Announcements => "announcements",
            Self::AnnouncementTopics => "announcement_topics",
            Self::AnnouncementPlaces => "announcement_places",
            Self::Contacts => "contacts",
            Self::Quotes => "quotes",
            Self::QuoteSpeakers => "quote_speakers",
            Self::Projects => "projects",
            Self::ProjectMembers => "project_members",
            Self::Funding => "funding",
            Self::Notices => "notices",
            Self::Disruptions => "disruptions",
            Self::Consultations => "consultations",
            Self::Alerts => "alerts",
            Self::Jobs => "jobs",
            Self::Offers => "offers",
            Self::Events => "events",
            Self::Updates => "updates",
            Self::Images => "images",
            Self::Attachments => "attachments",
            Self::Links => "links",
        }
    }

    /// The name of the table's file: `announcements.csv`.
    #[must_use]
    pub fn file_name(self) -> String {
        format!("{}.csv", self.name())
    }

    /// The columns, in the order of the file.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Announcements => &columns::ANNOUNCEMENTS,
            Self::AnnouncementTopics => &columns::ANNOUNCEMENT_TOPICS,
            Self::AnnouncementPlaces => &columns::ANNOUNCEMENT_PLACES,
            Self::Contacts => &columns::CONTACTS,
            Self::Quotes => &columns::QUOTES,
            Self::QuoteSpeakers => &columns::QUOTE_SPEAKERS,
            Self::Projects => &columns::PROJECTS,
            Self::ProjectMembers => &columns::PROJECT_MEMBERS,
            Self::Funding => &columns::FUNDING,
            Self::Notices => &columns::NOTICES,
            Self::Disruptions => &columns::DISRUPTIONS,
            Self::Consultations => &columns::CONSULTATIONS,
            Self::Alerts => &columns::ALERTS,
            Self::Jobs => &columns::JOBS,
            Self::Offers => &columns::OFFERS,
            Self::Events => &columns::EVENTS,
            Self::Updates => &columns::UPDATES,
            Self::Images => &columns::IMAGES,
            Self::Attachments => &columns::ATTACHMENTS,
            Self::Links => &columns::LINKS,
        }
    }

    /// What people call the table.
    #[must_use]
    pub const fn title(self) -> Label {
        let (sv, en) = match self {
            Self::Announcements => ("Tillkännagivanden", "Announcements"),
            Self::AnnouncementTopics => ("Tillkännagivandenas ämnen", "Topics of announcements"),
            Self::AnnouncementPlaces => ("Tillkännagivandenas platser", "Places of announcements"),
            Self::Contacts => ("Kontakter", "Contacts"),
            Self::Quotes => ("Citat", "Quotes"),
            Self::QuoteSpeakers => ("De citerade", "Speakers of quotes"),
            Self::Projects => ("Projekt", "Projects"),
            Self::ProjectMembers => ("Projektens parter", "Members of projects"),
            Self::Funding => ("Finansiering", "Funding"),
            Self::Notices => ("Anslag", "Notices"),
            Self::Disruptions => ("Driftstörningar", "Disruptions"),
            Self::Consultations => ("Samråd", "Consultations"),
            Self::Alerts => ("Varningar", "Alerts"),
            Self::Jobs => ("Lediga jobb", "Jobs"),
            Self::Offers => ("Lediga tomter", "Plots of land on offer"),
            Self::Events => ("Händelser", "Events"),
            Self::Updates => ("Uppdateringar", "Updates"),
            Self::Images => ("Bilder", "Pictures"),
            Self::Attachments => ("Bilagor", "Attachments"),
            Self::Links => ("Länkar", "Links"),
        };
        Label { sv, en }
    }

    /// What a row of the table is.
    #[must_use]
    pub const fn description(self) -> Label {
        let (sv, en) = match self {
            Self::Announcements => ("Varje rad är ett tillkännagivande.", "Each row is an announcement."),
            Self::AnnouncementTopics => {
                ("Varje rad är ett ämne för ett tillkännagivande.", "Each row is a topic of an announcement.")
            }
            Self::AnnouncementPlaces => (
                "Varje rad är en plats som ett tillkännagivande handlar om.",
                "Each row is a place that an announcement is about.",
            ),
            Self::Contacts => (
                "Varje rad är en kontakt för frågor om ett tillkännagivande.",
                "Each row is somebody to ask about an announcement.",
            ),
            Self::Quotes => {
                ("Varje rad är ett citat i ett tillkännagivande.", "Each row is a quote in an announcement.")
            }
            Self::QuoteSpeakers => {
                ("Varje rad är en person som säger ett citat.", "Each row is a person who says a quote.")
            }
            Self::Projects => (
                "Varje rad är projektet som ett tillkännagivande handlar om.",
                "Each row is the project that an announcement is about.",
            ),
            Self::ProjectMembers => {
                ("Varje rad är en organisation i ett projekt.", "Each row is an organisation in a project.")
            }
            Self::Funding => {
                ("Varje rad är en finansiärs andel av ett projekt.", "Each row is what one funder pays of a project.")
            }
            Self::Notices => (
                "Varje rad är ett anslag på kommunens anslagstavla.",
                "Each row is a notice on the municipality's notice board.",
            ),
            Self::Disruptions => ("Varje rad är en driftstörning.", "Each row is a disruption of a service."),
            Self::Consultations => ("Varje rad är ett samråd.", "Each row is a consultation."),
            Self::Alerts => ("Varje rad är en varning för en fara.", "Each row is a warning of a danger."),
            Self::Jobs => ("Varje rad är ett ledigt jobb.", "Each row is a job on offer."),
            Self::Offers => ("Varje rad är en ledig tomt.", "Each row is a plot of land on offer."),
            Self::Events => (
                "Varje rad är en händelse som ett tillkännagivande berättar om.",
                "Each row is an event that an announcement tells of.",
            ),
            Self::Updates => (
                "Varje rad är något som har hänt sedan ett tillkännagivande publicerades.",
                "Each row is something that has happened since an announcement was published.",
            ),
            Self::Images => (
                "Varje rad är en bild som hör till ett tillkännagivande.",
                "Each row is a picture that belongs to an announcement.",
            ),
            Self::Attachments => (
                "Varje rad är en fil som hör till ett tillkännagivande.",
                "Each row is a file that belongs to an announcement.",
            ),
            Self::Links => ("Varje rad är en sida där det går att läsa mer.", "Each row is a page to read more on."),
        };
        Label { sv, en }
    }

    /// The columns that tell its rows apart.
    #[must_use]
    pub const fn primary_key(self) -> &'static [&'static str] {
        match self {
            Self::Announcements => &["id"],
            Self::Projects | Self::Notices | Self::Disruptions | Self::Consultations | Self::Alerts | Self::Jobs => {
                &["announcement_id"]
            }
            Self::QuoteSpeakers => &["announcement_id", "quote_n", "n"],
            Self::AnnouncementTopics
            | Self::AnnouncementPlaces
            | Self::Contacts
            | Self::Quotes
            | Self::ProjectMembers
            | Self::Funding
            | Self::Offers
            | Self::Events
            | Self::Updates
            | Self::Images
            | Self::Attachments
            | Self::Links => &["announcement_id", "n"],
        }
    }

    /// What its rows refer to: every table of parts the announcement, and some another part besides.
    #[must_use]
    pub const fn foreign_keys(self) -> &'static [ForeignKey] {
        const ANNOUNCEMENT: ForeignKey =
            ForeignKey { columns: &["announcement_id"], table: Table::Announcements, references: &["id"] };
        const PROJECT: ForeignKey =
            ForeignKey { columns: &["announcement_id"], table: Table::Projects, references: &["announcement_id"] };
        const QUOTE: ForeignKey = ForeignKey {
            columns: &["announcement_id", "quote_n"],
            table: Table::Quotes,
            references: &["announcement_id", "n"],
        };
        match self {
            Self::Announcements => &[],
            Self::AnnouncementTopics
            | Self::AnnouncementPlaces
            | Self::Contacts
            | Self::Quotes
            | Self::Projects
            | Self::Notices
            | Self::Disruptions
            | Self::Consultations
            | Self::Alerts
            | Self::Jobs
            | Self::Offers
            | Self::Events
            | Self::Updates
            | Self::Images
            | Self::Attachments
            | Self::Links => &[ANNOUNCEMENT],
            Self::QuoteSpeakers => &[ANNOUNCEMENT, QUOTE],
            Self::ProjectMembers | Self::Funding => &[ANNOUNCEMENT, PROJECT],
        }
    }

    /// What a row is about: the node that its columns describe unless they say otherwise.
    #[must_use]
    pub const fn about(self) -> Template {
        match self {
            Self::Announcements => Template::ID,
            Self::AnnouncementTopics | Self::AnnouncementPlaces | Self::Notices | Self::Consultations => {
                Template::ANNOUNCEMENT
            }
            Self::Contacts => Template::CONTACT,
            Self::Quotes => Template::QUOTE,
            Self::QuoteSpeakers => Template::Whole("{+person_iri}"),
            Self::Projects | Self::ProjectMembers => Template::PROJECT,
            Self::Funding => Template::FUNDING,
            Self::Disruptions => Template::DISRUPTION,
            Self::Alerts => Template::ALERT,
            Self::Jobs => Template::JOB,
            Self::Offers => Template::OFFER,
            Self::Events => Template::EVENT,
            Self::Updates => Template::UPDATE,
            Self::Images => Template::IMAGE,
            Self::Attachments => Template::ATTACHMENT,
            Self::Links => Template::LINK,
        }
    }
}
