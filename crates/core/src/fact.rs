use crate::{
    Alert, Announcement, Consultation, Contact, Deadline, Disruption, Edtf, Event, Fields, Iri, Job, Localized,
    Location, Moment, Money, Notice, Offer, Party, Publication, Word, label_in, word_language,
};

/// The facts that the parts of an announcement add to its text, in the words of one language, for forms that people
/// read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The language of the words: the announcement's where we have them, else the publication's, else English.
    pub language: &'static str,
    /// A section for each part, in the order in which they matter.
    pub sections: Vec<Section>,
}

/// What one part says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What kind of part it is.
    pub heading: &'static str,
    /// What it says.
    pub facts: Vec<Fact>,
}

/// One thing that a part says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub label: String,
    /// What it is, in one or several lines.
    pub value: String,
    /// Whether the value is in our own words, and so in the language of the facts; else it is the announcement's, or in no
    /// language.
    pub is_worded: bool,
    /// Where the value leads to.
    pub link: Option<Iri>,
}

impl Facts {
    /// The facts of an announcement's parts. Quotes and the project are not among them: they are in the text.
    #[must_use]
    pub fn of(publication: &Publication, announcement: &Announcement) -> Self {
        let language = word_language([&announcement.language, &publication.language]);
        let teller = Teller { publication, announcement, language };
        let sections = [
            announcement.alert.as_ref().map(|alert| teller.alert(alert)),
            announcement.disruption.as_ref().map(|disruption| teller.disruption(disruption)),
            announcement.notice.as_ref().map(|notice| teller.notice(notice)),
            announcement.consultation.as_ref().map(|consultation| teller.consultation(consultation)),
            announcement.job.as_ref().map(|job| teller.job(job)),
        ];
        let sections = sections
            .into_iter()
            .flatten()
            .chain(announcement.offers.iter().map(|offer| teller.offer(offer)))
            .chain(announcement.events.iter().map(|event| teller.event(event)))
            .chain(teller.updates())
            .chain(teller.contacts())
            .chain(teller.attachments())
            .chain(teller.links())
            .chain(teller.places_of_it())
            .chain(teller.others());
        Self { language, sections: sections.collect() }
    }
}

/// Tells facts of an announcement in the words of a language.
#[derive(Clone, Copy)]
struct Teller<'a> {
    publication: &'a Publication,
    announcement: &'a Announcement,
    language: &'static str,
}

impl Teller<'_> {
    fn notice(self, notice: &Notice) -> Section {
        let legal_basis = notice.legal_basis.as_ref().map(ToString::to_string);
        let address = notice.legal_basis_url.as_ref();
        let legal_basis = legal_basis.or_else(|| address.map(ToString::to_string));
        self.section(
            Word::Notice,
            [
                self.fact(Word::Body, notice.body.as_ref().map(|body| self.party(body))),
                self.fact(Word::LegalBasis, legal_basis).map(|fact| fact.leading_to(address)),
                self.fact(Word::Meeting, notice.meeting),
                self.fact(Word::Paragraphs, notice.paragraphs.as_ref()),
                self.fact(Word::CaseNumber, notice.case_number.as_ref()),
                self.fact(Word::Adjusted, notice.adjusted),
                self.fact(Word::Posted, Some(notice.posted)),
                self.deadline(Word::AppealUntil, notice.appeal()),
                self.fact(Word::AppealTo, notice.appeal_to.as_ref().map(|party| self.party(party))),
                self.deadline(Word::RemoveAfter, notice.removal()),
                self.fact(Word::KeptAt, notice.kept_at.as_ref()),
                self.fact(Word::Secretary, notice.secretary.as_ref()),
            ],
        )
    }

    fn disruption(self, disruption: &Disruption) -> Section {
        self.section(
            Word::Disruption,
            [
                self.worded(Word::Service, Some(label_in(disruption.service.labels(), self.language))),
                self.fact(Word::Areas, self.places(&disruption.areas)),
                self.fact(Word::Starts, Some(self.moment(disruption.starts))),
                self.fact(Word::ExpectedEnd, disruption.expected_end.map(|moment| self.moment(moment))),
                self.fact(Word::Ended, disruption.ended.map(|moment| self.moment(moment))),
                self.worded(Word::Status, disruption.status.map(|status| label_in(status.labels(), self.language))),
                self.fact(Word::Cause, disruption.cause.as_ref()),
                self.fact(Word::Advice, disruption.advice.as_ref()),
            ],
        )
    }

    fn consultation(self, consultation: &Consultation) -> Section {
        let address = consultation.send_to.as_ref().map(crate::Email::iri);
        let send_to = self.fact(Word::SendTo, consultation.send_to.as_ref());
        self.section(
            Word::Consultation,
            [
                self.fact(Word::Opens, consultation.opens),
                self.fact(Word::Closes, Some(consultation.closes)),
                self.fact(Word::CaseNumber, consultation.case_number.as_ref()),
                self.fact(Word::ReadAt, consultation.read_at.as_ref()),
                send_to.map(|fact| fact.leading_to(address.as_ref())),
                self.fact(Word::NoReply, consultation.no_reply.as_ref()),
            ],
        )
    }

    fn alert(self, alert: &Alert) -> Section {
        self.section(
            Word::Alert,
            [
                self.fact(Word::Danger, Some(&alert.event)),
                self.fact(Word::Areas, self.places(&alert.areas)),
                self.fact(Word::Advice, alert.instruction.as_ref()),
                self.fact(Word::Effective, Some(self.moment(alert.effective))),
                self.fact(Word::Expires, alert.expires.map(|moment| self.moment(moment))),
                self.fact(Word::AllClear, alert.all_clear.map(|moment| self.moment(moment))),
                self.worded(Word::Severity, Some(label_in(alert.severity.labels(), self.language))),
                self.worded(Word::Urgency, alert.urgency.map(|level| label_in(level.labels(), self.language))),
                self.worded(Word::Certainty, alert.certainty.map(|level| label_in(level.labels(), self.language))),
                self.fact(Word::Sender, Some(self.party(&alert.sender))),
            ],
        )
    }

    fn job(self, job: &Job) -> Section {
        self.section(
            Word::Job,
            [
                self.fact(Word::JobTitle, Some(&job.title)),
                self.fact(Word::Unit, job.unit.as_ref().map(|unit| self.party(unit))),
                self.fact(Word::Extent, job.extent.as_ref()),
                self.fact(Word::ApplyBy, job.apply_by),
                self.fact(Word::Reference, job.reference.as_ref()),
                self.link(Word::Apply, job.url.as_ref()),
            ],
        )
    }

    fn offer(self, offer: &Offer) -> Section {
        self.section(
            Word::Offer,
            [
                self.fact(Word::Designation, Some(&offer.designation)),
                self.fact(Word::AreaSize, offer.area.map(|area| format!("{} m²", area.plain()))),
                self.price(offer.price),
                self.fact(Word::ApplyBy, offer.apply_by),
                self.fact(Word::Allocation, offer.allocation.as_ref()),
                self.fact(Word::Place, offer.place.as_ref().map(|place| self.place(place))),
                self.link(Word::Apply, offer.url.as_ref()),
            ],
        )
    }

    fn event(self, event: &Event) -> Section {
        self.section(
            Word::Event,
            [
                self.fact(Word::What, Some(&event.name)),
                event.when.as_ref().and_then(|when| self.when(when)),
                self.fact(Word::Place, self.places(&event.places)),
                self.fact(Word::Organizer, event.organizer.as_ref().map(|organizer| self.party(organizer))),
                self.worded(Word::Status, event.status.map(|status| label_in(status.labels(), self.language))),
                self.fact(Word::Condition, event.condition.as_ref()),
                self.price(event.price),
                self.link(Word::Booking, event.booking.as_ref()),
            ],
        )
    }

    fn updates(self) -> Option<Section> {
        let updates = self.announcement.updates.iter();
        self.list(
            Word::Updates,
            updates.map(|update| Fact {
                label: self.moment(update.at),
                value: update.text.to_string(),
                is_worded: false,
                link: None,
            }),
        )
    }

    fn contacts(self) -> Option<Section> {
        let contacts = self.announcement.contacts.iter();
        self.list(
            Word::Contact,
            contacts.map(|contact| {
                let Contact { name, role, phone, email, visiting_address } = contact;
                let lines = role.iter().map(ToString::to_string);
                let lines = lines.chain(phone.iter().map(ToString::to_string));
                let lines = lines.chain(email.iter().map(ToString::to_string));
                let lines = lines.chain(visiting_address.iter().map(ToString::to_string));
                let value = lines.collect::<Vec<_>>().join("\n");
                if value.is_empty() {
                    return Fact {
                        label: self.word(Word::Contact),
                        value: name.to_string(),
                        is_worded: false,
                        link: None,
                    };
                }
                Fact { label: name.to_string(), value, is_worded: false, link: None }
            }),
        )
    }

    fn attachments(self) -> Option<Section> {
        let files = self.announcement.attachments.iter();
        self.list(
            Word::Attachments,
            files.map(|file| Fact {
                label: file.media_type.to_string(),
                value: file.title.to_string(),
                is_worded: false,
                link: Some(file.url.clone()),
            }),
        )
    }

    fn links(self) -> Option<Section> {
        let links = self.announcement.links.iter();
        self.list(
            Word::Links,
            links.map(|link| Fact {
                label: self.word(Word::Links),
                value: link.title.to_string(),
                is_worded: false,
                link: Some(link.url.clone()),
            }),
        )
    }

    fn places_of_it(self) -> Option<Section> {
        let places = self.fact(Word::Place, self.places(&self.announcement.places));
        self.list(Word::Place, places.into_iter())
    }

    /// What other announcements it belongs to, by their ids.
    fn others(self) -> Option<Section> {
        let Fields { replaces, translation_of, translations, .. } = &**self.announcement;
        let others = [(Word::Replaces, replaces.as_slice()), (Word::TranslationOf, translation_of.as_slice())];
        let others = others.into_iter().chain([(Word::Translation, translations.as_slice())]);
        let facts = others.flat_map(|(label, ids)| {
            ids.iter().map(move |id| Fact {
                label: self.word(label),
                value: id.to_string(),
                is_worded: false,
                link: Some(self.publication.announcement(id)),
            })
        });
        self.list(Word::SeeAlso, facts)
    }

    fn section<const N: usize>(self, heading: Word, facts: [Option<Fact>; N]) -> Section {
        let heading = label_in(heading.labels(), self.language);
        Section { heading, facts: facts.into_iter().flatten().collect() }
    }

    /// The section of a list; none of an empty one.
    fn list(self, heading: Word, facts: impl Iterator<Item = Fact>) -> Option<Section> {
        let heading = label_in(heading.labels(), self.language);
        Some(Section { heading, facts: facts.collect() }).filter(|section| !section.facts.is_empty())
    }

    fn word(self, word: Word) -> String {
        label_in(word.labels(), self.language).to_owned()
    }

    fn fact(self, label: Word, value: Option<impl ToString>) -> Option<Fact> {
        Some(Fact { label: self.word(label), value: value?.to_string(), is_worded: false, link: None })
    }

    fn worded(self, label: Word, value: Option<impl ToString>) -> Option<Fact> {
        self.fact(label, value).map(|fact| Fact { is_worded: true, ..fact })
    }

    fn link(self, label: Word, address: Option<&Iri>) -> Option<Fact> {
        self.fact(label, address).map(|fact| fact.leading_to(address))
    }

    fn deadline(self, label: Word, deadline: Option<Deadline>) -> Option<Fact> {
        let Deadline { day, is_derived } = deadline?;
        if is_derived {
            self.worded(label, Some(format!("{day} ({})", self.word(Word::Derived))))
        } else {
            self.fact(label, Some(day))
        }
    }

    /// The day, and the time on the publication's clocks where the source gives one.
    fn moment(self, moment: Moment) -> String {
        let zone = &self.publication.zone;
        match moment {
            Moment::Date(day) => day.to_string(),
            Moment::DateTime(_) => zone.clock(moment.instant(zone)),
        }
    }

    /// A season in words, a certain time on the publication's clocks, anything else as it is written.
    fn when(self, when: &Edtf) -> Option<Fact> {
        if let Some((season, year)) = when.season() {
            return self.worded(Word::When, Some(label_in(season.labels(), self.language).replace("{}", year)));
        }
        let moment = Moment::parse(when.as_str(), &self.publication.zone).ok();
        self.fact(Word::When, Some(moment.map_or_else(|| when.to_string(), |moment| self.moment(moment))))
    }

    fn price(self, price: Option<Money>) -> Option<Fact> {
        let Money { amount, currency } = price?;
        if amount.is_zero() {
            self.worded(Word::Price, Some(self.word(Word::Free)))
        } else {
            self.fact(Word::Price, Some(format!("{} {}", amount.plain(), currency.code())))
        }
    }

    fn places(self, places: &[Location]) -> Option<String> {
        let names: Vec<_> = places.iter().map(|place| self.place(place)).collect();
        Some(names.join(", ")).filter(|names| !names.is_empty())
    }

    fn place(self, place: &Location) -> String {
        match place {
            Location::Registered(place) => self.localized(&place.name),
            Location::Named(place) => place.name.to_string(),
        }
    }

    fn party(self, party: &Party) -> String {
        match party {
            Party::Registered(organization) => self.localized(&organization.name),
            Party::Named(organization) => organization.name.to_string(),
        }
    }

    fn localized(self, name: &Localized) -> String {
        name.get(&self.announcement.language, &self.publication.language).1.to_string()
    }
}

impl Fact {
    fn leading_to(self, address: Option<&Iri>) -> Self {
        Self { link: address.cloned(), ..self }
    }
}
