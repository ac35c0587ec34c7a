use crate::{
    AnnouncementId, AnnouncementType, Base, Board, Format, Iri, Location, NamedOrganization, NamedPlace, Organization,
    Party, Place, Programme, Publication, RegisteredProgramme, Slug, Topic, closed_set::closed_set,
};

impl Publication {
    /// Mints the IRI of an announcement: its RDF subject, its guid in feeds, and the address of its page.
    #[must_use]
    pub fn announcement(&self, id: &AnnouncementId) -> Iri {
        self.base.join(format_args!("announcement/{id}"))
    }

    /// Returns the path of an announcement's page in the published layout.
    ///
    /// A host that knows no rules of ours answers the announcement's IRI with it.
    #[must_use]
    pub fn page_path(id: &AnnouncementId) -> String {
        format!("announcement/{id}/index.html")
    }

    /// Mints the IRI of a node of an announcement.
    #[must_use]
    pub fn node(&self, id: &AnnouncementId, node: Node) -> Iri {
        match node.path() {
            (path, Some(n)) => self.base.join(format_args!("announcement/{id}/{path}/{n}")),
            (path, None) => self.base.join(format_args!("announcement/{id}/{path}")),
        }
    }

    /// Mints the IRI of the document about an announcement, which is also the name of its graph.
    #[must_use]
    pub fn document(&self, id: &AnnouncementId) -> Iri {
        self.base.join(format_args!("data/announcement/{id}"))
    }

    /// Mints the address of the document about an announcement in one format.
    #[must_use]
    pub fn document_in(&self, id: &AnnouncementId, format: Format) -> Iri {
        self.base.join(format_args!("data/announcement/{id}.{}", format.spec().extension))
    }

    /// Mints the IRI of the register, which is also the name of its graph.
    #[must_use]
    pub fn register_document(&self) -> Iri {
        self.base.join(format_args!("data/register"))
    }

    /// Mints the address of a published file, by its path.
    #[must_use]
    pub fn file(&self, path: &str) -> Iri {
        self.base.file(path)
    }

    /// Mints the address of our own shapes (SHACL), to which the data conform.
    #[must_use]
    pub fn shapes(&self) -> Iri {
        self.file("shapes.ttl")
    }

    /// Mints the IRI of a node of the catalogue.
    #[must_use]
    pub fn catalogue_node(&self, node: CatalogueNode<'_>) -> Iri {
        let base = &self.base;
        match node {
            CatalogueNode::Catalogue => base.join(format_args!("catalogue")),
            CatalogueNode::Dataset => base.join(format_args!("catalogue/dataset")),
            CatalogueNode::DatasetOf(key) => base.join(format_args!("catalogue/dataset/{key}")),
            CatalogueNode::DatasetOfType(kind) => base.join(format_args!("catalogue/dataset/type/{}", kind.key())),
            CatalogueNode::Series => base.join(format_args!("catalogue/series")),
            CatalogueNode::SeriesOfTypes => base.join(format_args!("catalogue/series/type")),
            CatalogueNode::PeriodOfSeries => base.join(format_args!("catalogue/series/period")),
            CatalogueNode::PeriodOfTypes => base.join(format_args!("catalogue/series/type/period")),
            CatalogueNode::Period => base.join(format_args!("catalogue/period")),
            CatalogueNode::PeriodOf(key) => base.join(format_args!("catalogue/period/{key}")),
            CatalogueNode::PeriodOfType(kind) => base.join(format_args!("catalogue/period/type/{}", kind.key())),
            CatalogueNode::Rights => base.join(format_args!("catalogue/rights")),
            CatalogueNode::Contact => base.join(format_args!("catalogue/contact")),
            CatalogueNode::ContactTelephone => base.join(format_args!("catalogue/contact/telephone")),
            CatalogueNode::ContactAddress => base.join(format_args!("catalogue/contact/address")),
            CatalogueNode::Distribution(key) => base.join(format_args!("catalogue/distribution/{key}")),
            CatalogueNode::Checksum(key) => base.join(format_args!("catalogue/checksum/{key}")),
            CatalogueNode::Service(key) => base.join(format_args!("catalogue/service/{key}")),
            CatalogueNode::ClassPartition(prefix, name) => base.join(format_args!("catalogue/class/{prefix}-{name}")),
            CatalogueNode::PropertyPartition(prefix, name) => {
                base.join(format_args!("catalogue/property/{prefix}-{name}"))
            }
        }
    }

    /// Mints the IRI of a registered organisation. An organisation with a number has that of the national register.
    #[must_use]
    pub fn organization(&self, organization: &Organization) -> Iri {
        match &organization.number {
            Some(number) => Iri::minted(format!("http://dataportal.se/organisation/SE{number}")),
            None => self.base.join(format_args!("def/organization/{}", organization.key)),
        }
    }

    /// Mints the IRI of a registered programme.
    #[must_use]
    pub fn programme(&self, programme: &RegisteredProgramme) -> Iri {
        self.base.join(format_args!("def/programme/{}", programme.key))
    }

    /// Mints the IRI of a topic.
    #[must_use]
    pub fn topic(&self, topic: &Topic) -> Iri {
        self.base.join(format_args!("def/topic/{}", topic.key))
    }

    /// Mints the IRI of the concept scheme of the topics.
    #[must_use]
    pub fn topic_scheme(&self) -> Iri {
        self.base.join(format_args!("def/topic"))
    }

    /// Mints the IRI of a registered place.
    #[must_use]
    pub fn place(&self, place: &Place) -> Iri {
        self.base.join(format_args!("def/place/{}", place.key))
    }

    /// Mints the IRI of the coordinates of a registered place.
    #[must_use]
    pub fn point(&self, place: &Place) -> Iri {
        self.base.join(format_args!("def/place/{}/point", place.key))
    }

    /// Mints the address of the page of a notice board.
    #[must_use]
    pub fn board_page(&self, board: &Board) -> Iri {
        self.base.join(format_args!("board/{}/", board.key))
    }

    /// Mints the address of an announcement on the page of its notice board, for one that is only there.
    #[must_use]
    pub fn board_anchor(&self, board: &Board, id: &AnnouncementId) -> Iri {
        self.base.join(format_args!("board/{}/#{id}", board.key))
    }

    /// Mints the IRI of the area of a registered place.
    #[must_use]
    pub fn area(&self, place: &Place) -> Iri {
        self.base.join(format_args!("def/place/{}/area", place.key))
    }

    /// Mints the IRI of a notice board.
    #[must_use]
    pub fn board(&self, board: &Board) -> Iri {
        self.base.join(format_args!("def/board/{}", board.key))
    }

    /// Mints the IRI of an organisation that an announcement mentions.
    #[must_use]
    pub fn party(&self, id: &AnnouncementId, party: &Party) -> Iri {
        match party {
            Party::Registered(organization) => self.organization(organization),
            Party::Named(NamedOrganization { number, .. }) => self.node(id, Node::Organization(*number)),
        }
    }

    /// Mints the IRI of a place that an announcement mentions.
    #[must_use]
    pub fn location(&self, id: &AnnouncementId, location: &Location) -> Iri {
        match location {
            Location::Registered(place) => self.place(place),
            Location::Named(NamedPlace { number, .. }) => self.node(id, Node::Place(*number)),
        }
    }

    /// Mints the IRI of the programme of an announcement's project.
    #[must_use]
    pub fn programme_of(&self, id: &AnnouncementId, programme: &Programme) -> Iri {
        match programme {
            Programme::Registered(programme) => self.programme(programme),
            Programme::Named(_) => self.node(id, Node::Programme),
        }
    }
}

/// Node of an announcement, with an IRI below the announcement's own. Numbers count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// Quote.
    Quote(usize),
    /// Person.
    Person(usize),
    /// Contact.
    Contact(usize),
    /// Address of a contact.
    ContactAddress(usize),
    /// Project.
    Project,
    /// Time of the project.
    ProjectPeriod,
    /// Contribution of one funder to the project.
    Funding(usize),
    /// Amount of one contribution.
    FundingAmount(usize),
    /// Event.
    Event(usize),
    /// Admission to an event: price and booking.
    Admission(usize),
    /// Price of admission to an event for some of those who come.
    EventPrice(usize),
    /// Repetitions of an event.
    Schedule(usize),
    /// Offer of a plot of land.
    Offer(usize),
    /// Price of a square metre of the plot.
    UnitPrice(usize),
    /// Fee that is paid besides the price of the plot.
    Fee(usize),
    /// Plot of land on offer.
    Plot(usize),
    /// Danger of an alert.
    Alert,
    /// Job.
    Job,
    /// Time for which the notice is posted.
    NoticePeriod,
    /// Item of the minutes or of the agenda.
    NoticeItem(usize),
    /// Last day for something other than an appeal.
    NoticeDeadline(usize),
    /// Law on which the notice is based.
    Law(usize),
    /// Document of a case.
    Document(usize),
    /// Disruption.
    Disruption,
    /// Time for which the consultation is open.
    ConsultationPeriod,
    /// Picture.
    Image(usize),
    /// File.
    Attachment(usize),
    /// Page elsewhere.
    Link(usize),
    /// Entry of the log.
    Update(usize),
    /// Organisation that is in no register.
    Organization(usize),
    /// Place that is in no register.
    Place(usize),
    /// Coordinates of a place that is in no register.
    Point(usize),
    /// Area of a place that is in no register.
    Area(usize),
    /// Programme that is in no register.
    Programme,
}

impl Node {
    /// Returns the path of its IRI below that of the announcement, and the number that follows the path.
    #[must_use]
    pub const fn path(self) -> (&'static str, Option<usize>) {
        match self {
            Self::Quote(n) => ("quote", Some(n)),
            Self::Person(n) => ("person", Some(n)),
            Self::Contact(n) => ("contact", Some(n)),
            Self::ContactAddress(n) => ("address", Some(n)),
            Self::Project => ("project", None),
            Self::ProjectPeriod => ("project/period", None),
            Self::Funding(n) => ("project/funding", Some(n)),
            Self::FundingAmount(n) => ("amount", Some(n)),
            Self::Event(n) => ("event", Some(n)),
            Self::Admission(n) => ("admission", Some(n)),
            Self::EventPrice(n) => ("price", Some(n)),
            Self::Schedule(n) => ("schedule", Some(n)),
            Self::Offer(n) => ("offer", Some(n)),
            Self::UnitPrice(n) => ("unit-price", Some(n)),
            Self::Fee(n) => ("fee", Some(n)),
            Self::Plot(n) => ("plot", Some(n)),
            Self::Alert => ("alert", None),
            Self::Job => ("job", None),
            Self::NoticePeriod => ("notice/period", None),
            Self::NoticeItem(n) => ("notice/item", Some(n)),
            Self::NoticeDeadline(n) => ("notice/deadline", Some(n)),
            Self::Law(n) => ("notice/law", Some(n)),
            Self::Document(n) => ("document", Some(n)),
            Self::Disruption => ("disruption", None),
            Self::ConsultationPeriod => ("consultation/period", None),
            Self::Image(n) => ("image", Some(n)),
            Self::Attachment(n) => ("attachment", Some(n)),
            Self::Link(n) => ("link", Some(n)),
            Self::Update(n) => ("update", Some(n)),
            Self::Organization(n) => ("organization", Some(n)),
            Self::Place(n) => ("place", Some(n)),
            Self::Point(n) => ("point", Some(n)),
            Self::Area(n) => ("area", Some(n)),
            Self::Programme => ("programme", Some(1)),
        }
    }
}

/// Node of the catalogue of a publication.
///
/// The IRIs of all nodes begin with the catalogue's own, so that one rule of a server answers for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CatalogueNode<'a> {
    /// Catalogue itself.
    Catalogue,
    /// Dataset of all announcements.
    Dataset,
    /// Dataset of one publisher's announcements, by the publisher's key.
    DatasetOf(&'a Slug),
    /// Dataset of the announcements of one type.
    DatasetOfType(AnnouncementType),
    /// Series of the datasets of the publishers, if there are several.
    Series,
    /// Series of the datasets of the types, if there are several.
    SeriesOfTypes,
    /// Time that the series of the publishers covers.
    PeriodOfSeries,
    /// Time that the series of the types covers.
    PeriodOfTypes,
    /// Time that the dataset of all announcements covers.
    Period,
    /// Time that the dataset of one publisher covers.
    PeriodOf(&'a Slug),
    /// Time that the dataset of one type covers.
    PeriodOfType(AnnouncementType),
    /// Statement of what may be done with the data.
    Rights,
    /// Contact for questions about the data.
    Contact,
    /// Telephone of the contact.
    ContactTelephone,
    /// Postal address of the contact.
    ContactAddress,
    /// File, or another way to get the data, by its key.
    Distribution(&'a str),
    /// Checksum of a file, by the key of its distribution.
    Checksum(&'a str),
    /// Service, by its key.
    Service(&'a str),
    /// Counts of one class, by its prefix and its name.
    ClassPartition(&'a str, &'a str),
    /// Counts of one property, by its prefix and its name.
    PropertyPartition(&'a str, &'a str),
}

closed_set! {
    /// Graph that only a triple store has. The files hold its triples without a name, or not at all.
    pub enum StoreGraph {
        /// Catalogue and statistics.
        Catalogue "catalogue",
        /// Definitions of the terms and concepts of the data.
        Vocabulary "vocabulary",
        /// Names and states of the graphs that are loaded.
        Loaded "loaded",
    }
}

impl StoreGraph {
    /// Mints the name of the graph.
    #[must_use]
    pub fn name(self, base: &Base) -> Iri {
        base.join(format_args!("data/{}", self.key()))
    }
}
