//! The tables as CSV (RFC 4180), lines ended by CR LF.
//!
//! A file is its [`header`] and the [`rows`] of all its announcements, in one piece or in several.
//!
//! ```
//! use anslag_table::{Dialect, Table, csv};
//!
//! let out = csv::header(Table::Quotes, Dialect::Standard, Vec::new())?;
//! assert_eq!(out, b"announcement_id,n,text\r\n");
//! # Ok::<(), std::io::Error>(())
//! ```

use crate::{Choice, Dialect, Table, rows::Rows};
use anslag_core::{
    AlertCertainty, AlertUrgency, Announcement, AnnouncementId, Country, DisruptionStatus, Localized, Location, Moment,
    Money, Node, Party, Percent, PersonalData, PlanStatus, Programme, Publication,
};
use std::io::{self, Write};

/// Writes what a file begins with: the header row, in Excel's dialect after a byte order mark.
pub fn header<W: Write>(table: Table, dialect: Dialect, mut out: W) -> io::Result<W> {
    out.write_all(dialect.prefix().as_bytes())?;
    let mut rows = Rows::new(table, dialect, out);
    rows.header()?;
    rows.finish()
}

/// Writes the rows of some announcements, in their order.
///
/// The rows of several chunks after each other are those of all their announcements at once.
pub fn rows<W: Write>(
    table: Table,
    dialect: Dialect,
    publication: &Publication,
    announcements: &[Announcement],
    out: W,
) -> io::Result<W> {
    let mut rows = Rows::new(table, dialect, out);
    for announcement in announcements {
        let source = Source { publication, announcement };
        match table {
            Table::Announcements => source.announcement(&mut rows)?,
            Table::AnnouncementTopics => source.topics(&mut rows)?,
            Table::AnnouncementPlaces => source.places(&mut rows)?,
            Table::Contacts => source.contacts(&mut rows)?,
            Table::Quotes => source.quotes(&mut rows)?,
            Table::QuoteSpeakers => source.speakers(&mut rows)?,
            Table::Projects => source.project(&mut rows)?,
            Table::ProjectMembers => source.members(&mut rows)?,
            Table::Funding => source.funding(&mut rows)?,
            Table::Notices => source.notice(&mut rows)?,
            Table::Disruptions => source.disruption(&mut rows)?,
            Table::Consultations => source.consultation(&mut rows)?,
            Table::Alerts => source.alert(&mut rows)?,
            Table::Jobs => source.job(&mut rows)?,
            Table::Offers => source.offers(&mut rows)?,
            Table::Events => source.events(&mut rows)?,
            Table::Updates => source.updates(&mut rows)?,
            Table::Images => source.images(&mut rows)?,
            Table::Attachments => source.attachments(&mut rows)?,
            Table::Links => source.links(&mut rows)?,
        }
    }
    rows.finish()
}

/// An announcement and the publication that gives its IRIs: what rows are made from. Each of its functions writes the
/// announcement's rows of one table, the cells in the order of the table's columns.
#[derive(Clone, Copy)]
struct Source<'a> {
    publication: &'a Publication,
    announcement: &'a Announcement,
}

impl<'a> Source<'a> {
    fn announcement(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        let (publication, announcement) = (self.publication, self.announcement);
        let day = |moment: Moment| moment.date(&publication.zone);
        let instant = |moment: &Moment| matches!(moment, Moment::DateTime(_));
        let publisher = &announcement.publisher;
        rows.text(announcement.id.as_str())?;
        rows.text(announcement.kind.key())?;
        rows.text(announcement.title.as_str())?;
        rows.maybe(announcement.lead.as_ref())?;
        rows.text(announcement.language.as_str())?;
        rows.print(day(announcement.published))?;
        rows.maybe_print(announcement.modified.map(day))?;
        rows.maybe_print(announcement.expires.map(day))?;
        rows.maybe_print(Some(announcement.published).filter(instant))?;
        rows.maybe_print(announcement.modified.filter(instant))?;
        rows.text(publication.organization(publisher).as_str())?;
        rows.text(self.localized(&publisher.name))?;
        rows.maybe(publisher.municipality_code.as_ref())?;
        rows.text(publication.announcement(&announcement.id).as_str())?;
        rows.maybe(announcement.source.as_ref())?;
        rows.list(announcement.topics.iter().map(|topic| topic.key.as_str()))?;
        rows.list(announcement.themes.iter().map(|theme| theme.code()))?;
        rows.maybe(announcement.replaces.as_ref().map(AnnouncementId::as_str))?;
        rows.maybe(announcement.translation_of.as_ref().map(AnnouncementId::as_str))?;
        rows.list(announcement.translations.iter().map(AnnouncementId::as_str))?;
        rows.maybe(announcement.personal_data.map(PersonalData::key))?;
        rows.text(announcement.body.text())?;
        rows.end()
    }

    fn topics(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        for (n, topic) in (1..).zip(&self.announcement.topics) {
            self.begin(n, rows)?;
            rows.text(topic.key.as_str())?;
            rows.text(self.publication.topic(topic).as_str())?;
            rows.text(self.localized(&topic.name))?;
            rows.end()?;
        }
        Ok(())
    }

    fn places(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        for (n, place) in (1..).zip(&self.announcement.places) {
            let country = match place {
                Location::Registered(place) => place.country,
                Location::Named(place) => place.country,
            };
            self.begin(n, rows)?;
            rows.text(self.location(place))?;
            rows.maybe(country.map(Country::code))?;
            rows.text(self.publication.location(&self.announcement.id, place).as_str())?;
            rows.end()?;
        }
        Ok(())
    }

    fn contacts(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        for (n, contact) in (1..).zip(&self.announcement.contacts) {
            self.begin(n, rows)?;
            rows.text(contact.name.as_str())?;
            rows.maybe(contact.role.as_ref())?;
            rows.maybe(contact.phone.as_ref())?;
            rows.maybe(contact.email.as_ref())?;
            rows.maybe(contact.visiting_address.as_ref())?;
            rows.end()?;
        }
        Ok(())
    }

    fn quotes(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        for (n, quote) in (1..).zip(&self.announcement.quotes) {
            self.begin(n, rows)?;
            rows.text(quote.text.as_str())?;
            rows.end()?;
        }
        Ok(())
    }

    fn speakers(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        let id = &self.announcement.id;
        for (quote_n, quote) in (1..).zip(&self.announcement.quotes) {
            for (n, speaker) in (1_usize..).zip(&quote.speakers) {
                self.begin(quote_n, rows)?;
                rows.print(n)?;
                rows.text(speaker.name.as_str())?;
                rows.maybe(speaker.role.as_ref())?;
                rows.maybe(speaker.unit.as_ref().map(|unit| self.party(unit)))?;
                rows.text(self.publication.node(id, Node::Person(speaker.number())).as_str())?;
                rows.end()?;
            }
        }
        Ok(())
    }

    fn project(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        let Some(project) = &self.announcement.project else { return Ok(()) };
        rows.text(self.announcement.id.as_str())?;
        rows.maybe(project.name.as_ref())?;
        rows.maybe(project.programme.as_ref().map(|programme| match programme {
            Programme::Registered(programme) => self.localized(&programme.name),
            Programme::Named(programme) => programme.name.as_str(),
        }))?;
        rows.maybe(project.duration.as_ref())?;
        rows.maybe(project.start.as_ref())?;
        rows.maybe(project.end.as_ref())?;
        rows.end()
    }

    fn members(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        let Some(project) = &self.announcement.project else { return Ok(()) };
        let partners = project.partners.iter().map(|party| (party, Choice::PARTNER));
        let participants = project.participants.iter().map(|party| (party, Choice::PARTICIPANT));
        for (n, (party, role)) in (1..).zip(partners.chain(participants)) {
            self.begin(n, rows)?;
            rows.text(self.party(party))?;
            rows.text(role)?;
            rows.maybe(country(party).map(Country::code))?;
            rows.text(self.publication.party(&self.announcement.id, party).as_str())?;
            rows.end()?;
        }
        Ok(())
    }

    fn funding(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        let Some(project) = &self.announcement.project else { return Ok(()) };
        for (n, funding) in (1..).zip(&project.funding) {
            self.begin(n, rows)?;
            rows.text(self.party(&funding.funder))?;
            rows.text(self.publication.party(&self.announcement.id, &funding.funder).as_str())?;
            rows.maybe_print(funding.percent.map(Percent::value))?;
            money(funding.amount, rows)?;
            rows.end()?;
        }
        Ok(())
    }

    fn notice(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        let Some(notice) = &self.announcement.notice else { return Ok(()) };
        let (appeal, removal) = (notice.appeal(), notice.removal());
        let derived = [("appeal_until", appeal), ("remove_after", removal)];
        let derived = derived.iter().filter(|(_, deadline)| deadline.is_some_and(|deadline| deadline.is_derived));
        rows.text(self.announcement.id.as_str())?;
        rows.maybe(notice.body.as_ref().map(|body| self.party(body)))?;
        rows.maybe(notice.legal_basis.as_ref())?;
        rows.maybe(notice.legal_basis_url.as_ref())?;
        rows.maybe_print(notice.meeting)?;
        rows.maybe(notice.paragraphs.as_ref())?;
        rows.maybe(notice.case_number.as_ref())?;
        rows.maybe_print(notice.adjusted)?;
        rows.print(notice.posted)?;
        rows.maybe_print(appeal.map(|appeal| appeal.day))?;
        rows.maybe_print(removal.map(|removal| removal.day))?;
        rows.list(derived.map(|(column, _)| *column))?;
        rows.maybe(notice.appeal_to.as_ref().map(|appeal_to| self.party(appeal_to)))?;
        rows.maybe(notice.kept_at.as_ref())?;
        rows.maybe(notice.secretary.as_ref())?;
        rows.end()
    }

    fn disruption(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        let Some(disruption) = &self.announcement.disruption else { return Ok(()) };
        rows.text(self.announcement.id.as_str())?;
        rows.text(disruption.service.key())?;
        rows.list(disruption.areas.iter().map(|area| self.location(area)))?;
        rows.maybe(disruption.cause.as_ref())?;
        self.moments([Some(disruption.starts), disruption.expected_end, disruption.ended], rows)?;
        rows.maybe(disruption.status.map(DisruptionStatus::key))?;
        rows.maybe(disruption.advice.as_ref())?;
        rows.end()
    }

    fn consultation(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        let Some(consultation) = &self.announcement.consultation else { return Ok(()) };
        rows.text(self.announcement.id.as_str())?;
        rows.maybe_print(consultation.opens)?;
        rows.print(consultation.closes)?;
        rows.maybe(consultation.case_number.as_ref())?;
        rows.maybe(consultation.read_at.as_ref())?;
        rows.maybe(consultation.send_to.as_ref())?;
        rows.maybe(consultation.no_reply.as_ref())?;
        rows.end()
    }

    fn alert(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        let Some(alert) = &self.announcement.alert else { return Ok(()) };
        rows.text(self.announcement.id.as_str())?;
        rows.text(self.party(&alert.sender))?;
        rows.text(alert.event.as_str())?;
        rows.text(alert.severity.key())?;
        rows.maybe(alert.urgency.map(AlertUrgency::key))?;
        rows.maybe(alert.certainty.map(AlertCertainty::key))?;
        rows.list(alert.areas.iter().map(|area| self.location(area)))?;
        self.moments([Some(alert.effective), alert.expires, alert.all_clear], rows)?;
        rows.maybe(alert.instruction.as_ref())?;
        rows.end()
    }

    fn job(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        let Some(job) = &self.announcement.job else { return Ok(()) };
        rows.text(self.announcement.id.as_str())?;
        rows.text(job.title.as_str())?;
        rows.maybe(job.unit.as_ref().map(|unit| self.party(unit)))?;
        rows.maybe(job.extent.as_ref())?;
        rows.maybe_print(job.apply_by)?;
        rows.maybe(job.reference.as_ref())?;
        rows.maybe(job.url.as_ref())?;
        rows.end()
    }

    fn offers(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        for (n, offer) in (1..).zip(&self.announcement.offers) {
            self.begin(n, rows)?;
            rows.text(offer.designation.as_str())?;
            rows.maybe_print(offer.area)?;
            money(offer.price, rows)?;
            rows.maybe_print(offer.apply_by)?;
            rows.maybe(offer.allocation.as_ref())?;
            rows.maybe(offer.place.as_ref().map(|place| self.location(place)))?;
            rows.maybe(offer.url.as_ref())?;
            rows.end()?;
        }
        Ok(())
    }

    fn events(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        for (n, event) in (1..).zip(&self.announcement.events) {
            self.begin(n, rows)?;
            rows.text(event.name.as_str())?;
            rows.maybe(event.when.as_ref())?;
            rows.maybe(event.status.map(PlanStatus::key))?;
            rows.maybe(event.condition.as_ref())?;
            rows.maybe(event.organizer.as_ref().map(|organizer| self.party(organizer)))?;
            rows.list(event.places.iter().map(|place| self.location(place)))?;
            money(event.price, rows)?;
            rows.maybe(event.booking.as_ref())?;
            rows.end()?;
        }
        Ok(())
    }

    fn updates(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        for (n, update) in (1..).zip(&self.announcement.updates) {
            self.begin(n, rows)?;
            rows.print(update.at.date(&self.publication.zone))?;
            rows.maybe_print(Some(update.at).filter(|at| matches!(at, Moment::DateTime(_))))?;
            rows.text(update.text.as_str())?;
            rows.end()?;
        }
        Ok(())
    }

    fn images(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        for (n, image) in (1..).zip(&self.announcement.images) {
            self.begin(n, rows)?;
            rows.text(image.url.as_str())?;
            rows.text(image.alt.as_str())?;
            rows.maybe(image.caption.as_ref())?;
            rows.maybe(image.credit.as_ref())?;
            rows.end()?;
        }
        Ok(())
    }

    fn attachments(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        for (n, attachment) in (1..).zip(&self.announcement.attachments) {
            self.begin(n, rows)?;
            rows.text(attachment.title.as_str())?;
            rows.text(attachment.url.as_str())?;
            rows.text(attachment.media_type.as_str())?;
            rows.maybe_print(attachment.size)?;
            rows.end()?;
        }
        Ok(())
    }

    fn links(self, rows: &mut Rows<impl Write>) -> io::Result<()> {
        for (n, link) in (1..).zip(&self.announcement.links) {
            self.begin(n, rows)?;
            rows.text(link.title.as_str())?;
            rows.text(link.url.as_str())?;
            rows.end()?;
        }
        Ok(())
    }

    /// Writes the id and the number that rows of parts begin with.
    fn begin(self, n: usize, rows: &mut Rows<impl Write>) -> io::Result<()> {
        rows.text(self.announcement.id.as_str())?;
        rows.print(n)
    }

    /// Writes moments, each its day and, where the source gives one, its time.
    fn moments(self, moments: [Option<Moment>; 3], rows: &mut Rows<impl Write>) -> io::Result<()> {
        for moment in moments {
            rows.maybe_print(moment.map(|moment| moment.date(&self.publication.zone)))?;
            rows.maybe_print(moment.filter(|moment| matches!(moment, Moment::DateTime(_))))?;
        }
        Ok(())
    }

    /// A text of the register for the announcement's readers.
    fn localized(self, text: &'a Localized) -> &'a str {
        text.get(&self.announcement.language, &self.publication.language).1.as_str()
    }

    fn location(self, location: &'a Location) -> &'a str {
        match location {
            Location::Registered(place) => self.localized(&place.name),
            Location::Named(place) => place.name.as_str(),
        }
    }

    fn party(self, party: &'a Party) -> &'a str {
        match party {
            Party::Registered(organization) => self.localized(&organization.name),
            Party::Named(organization) => organization.name.as_str(),
        }
    }
}

fn country(party: &Party) -> Option<Country> {
    match party {
        Party::Registered(organization) => organization.country,
        Party::Named(organization) => organization.country,
    }
}

/// Writes an amount and its currency, in a cell each.
fn money(money: Option<Money>, rows: &mut Rows<impl Write>) -> io::Result<()> {
    rows.maybe_print(money.map(|money| money.amount))?;
    rows.maybe(money.map(|money| money.currency.code()))
}
