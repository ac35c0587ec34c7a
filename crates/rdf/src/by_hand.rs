use crate::class;
use anslag_core::{Announcement, Attendance, Edtf, Iri, Node, Organization, Party, PlanStatus, Publication};
use anslag_schema::{ANNOUNCEMENT, CONTACT, EVENT, FUNDING, JOB, PROJECT, PartSpec, QUOTE};
use anslag_vocab::{Describe, Term, dcterms, eu_language, foaf, rdf, rdfs, schema, xsd};

/// Something that the table of fields cannot say of the node of a part.
pub(crate) struct ByHand {
    /// The part.
    pub(crate) part: &'static PartSpec,
    /// The key of the field that it is made from; tests hold it against the table.
    #[cfg_attr(not(test), expect(dead_code, reason = "it is there for the reader and for the tests"))]
    pub(crate) field: &'static str,
    /// The properties that it has; no field of the part has one of them on the same node.
    pub(crate) properties: &'static [Term],
    /// Adds it to the description of the part with a number, from 1.
    pub(crate) describe: fn(&Publication, &Announcement, usize, &mut Describe<'_>),
}

/// All that is mapped by hand, in the order in which it is written. Classes come before the fields of the part, all else
/// after them.
pub(crate) static BY_HAND: [ByHand; 15] = [
    ByHand {
        part: &ANNOUNCEMENT.spec,
        field: "type",
        properties: &[rdf::TYPE],
        describe: |_, announcement, _, about| {
            about.types(&[class::of_type(announcement.kind), foaf::DOCUMENT]);
        },
    },
    ByHand {
        part: &ANNOUNCEMENT.spec,
        field: "language",
        properties: &[dcterms::LANGUAGE],
        describe: |_, announcement, _, about| {
            let code = announcement.language.eu_code();
            about.links(dcterms::LANGUAGE, code.map(|code| eu_language::VOCABULARY.iri(code)));
        },
    },
    ByHand {
        part: &ANNOUNCEMENT.spec,
        field: "id",
        properties: &[foaf::IS_PRIMARY_TOPIC_OF],
        describe: |publication, announcement, _, about| {
            about.link(foaf::IS_PRIMARY_TOPIC_OF, publication.document(&announcement.id));
        },
    },
    ByHand {
        part: &CONTACT.spec,
        field: "name",
        properties: &[rdf::TYPE],
        describe: |_, announcement, n, about| {
            about.types(&[class::of_contact(&announcement.contacts[n - 1])]);
        },
    },
    ByHand {
        part: &QUOTE.spec,
        field: "text",
        properties: &[schema::IN_LANGUAGE],
        describe: |_, announcement, _, about| {
            about.string(schema::IN_LANGUAGE, &announcement.language.as_str().to_ascii_lowercase());
        },
    },
    ByHand {
        part: &QUOTE.spec,
        field: "speakers",
        properties: &[schema::SPOKEN_BY_CHARACTER],
        describe: |publication, announcement, n, about| {
            let speakers = announcement.quotes[n - 1].speakers.iter();
            let people = speakers.map(|person| publication.node(&announcement.id, Node::Person(person.number())));
            about.links(schema::SPOKEN_BY_CHARACTER, people);
        },
    },
    ByHand {
        part: &PROJECT.spec,
        field: "name",
        // A label for people to see, also if the announcement does not name the project.
        properties: &[rdfs::LABEL],
        describe: |_, announcement, _, about| {
            let name = announcement.project.as_ref().and_then(|project| project.name.as_ref());
            let label = name.unwrap_or(&announcement.title);
            about.text(rdfs::LABEL, label.as_str(), &announcement.language);
        },
    },
    ByHand {
        part: &PROJECT.spec,
        field: "funding",
        properties: &[schema::FUNDER],
        describe: |publication, announcement, _, about| {
            let funding = announcement.project.iter().flat_map(|project| &project.funding);
            let funders = funding.map(|funding| publication.party(&announcement.id, &funding.funder));
            about.links(schema::FUNDER, funders);
        },
    },
    ByHand {
        part: &FUNDING.spec,
        field: "amount",
        properties: &[rdf::TYPE],
        describe: |_, announcement, n, about| {
            let project = announcement.project.as_ref();
            if project.is_some_and(|project| project.funding[n - 1].amount.is_some()) {
                about.types(&[schema::MONETARY_GRANT]);
            }
        },
    },
    ByHand {
        part: &JOB.spec,
        field: "place",
        // The place of the job, or else those of the announcement, or else that of the employer.
        properties: &[schema::JOB_LOCATION],
        describe: |publication, announcement, _, about| {
            about.links(schema::JOB_LOCATION, job_locations(publication, announcement));
        },
    },
    ByHand {
        part: &EVENT.spec,
        field: "when",
        // schema.org knows days and instants, not seasons: nothing vaguer is made into one.
        properties: &[schema::START_DATE],
        describe: |_, announcement, n, about| {
            let Some(when) = &announcement.events[n - 1].when else { return };
            if let Some((first, _)) = when.dates() {
                about.typed(schema::START_DATE, first, xsd::DATE);
            }
            if let Some(begins) = when.date_time() {
                about.typed(schema::START_DATE, begins, xsd::DATE_TIME);
            }
        },
    },
    ByHand {
        part: &EVENT.spec,
        field: "ends",
        // Without an end of its own, an event of certain days ends with them.
        properties: &[schema::END_DATE],
        describe: |_, announcement, n, about| {
            let event = &announcement.events[n - 1];
            match (event.ends, event.when.as_ref().and_then(Edtf::dates)) {
                (Some(ends), _) => {
                    about.dates(schema::END_DATE, [ends]);
                }
                (None, Some((_, last))) => {
                    about.typed(schema::END_DATE, last, xsd::DATE);
                }
                (None, None) => {}
            }
        },
    },
    ByHand {
        part: &EVENT.spec,
        field: "attendance",
        properties: &[schema::EVENT_ATTENDANCE_MODE],
        describe: |_, announcement, n, about| {
            let mode = announcement.events[n - 1].attendance.map(attendance_mode);
            about.links(schema::EVENT_ATTENDANCE_MODE, mode);
        },
    },
    ByHand {
        part: &EVENT.spec,
        field: "status",
        properties: &[schema::EVENT_STATUS],
        describe: |_, announcement, n, about| {
            about.links(schema::EVENT_STATUS, announcement.events[n - 1].status.and_then(event_status));
        },
    },
    ByHand {
        part: &EVENT.spec,
        field: "name",
        // An event of an announcement about a project belongs to the project.
        properties: &[schema::ABOUT],
        describe: |publication, announcement, _, about| {
            let project = announcement.project.as_ref();
            about.links(schema::ABOUT, project.map(|_| publication.node(&announcement.id, Node::Project)));
        },
    },
];

/// Returns the places of work: that of the job, or else those of the announcement, or else that of the employer in the
/// register, if it has one.
fn job_locations(publication: &Publication, announcement: &Announcement) -> Vec<Iri> {
    if let Some(place) = announcement.job.as_ref().and_then(|job| job.place.as_ref()) {
        return vec![publication.location(&announcement.id, place)];
    }
    if !announcement.places.is_empty() {
        let places = announcement.places.iter();
        return places.map(|place| publication.location(&announcement.id, place)).collect();
    }
    let unit = match announcement.job.as_ref().and_then(|job| job.unit.as_ref()) {
        Some(Party::Registered(unit)) => Some(&**unit),
        Some(Party::Named(_)) | None => None,
    };
    let place = |employer: &Organization| publication.register.place(employer.place.as_ref()?);
    let place = unit.and_then(place).or_else(|| place(&announcement.publisher));
    place.map(|place| publication.place(place)).into_iter().collect()
}

/// Returns the way to take part in the words of schema.org.
const fn attendance_mode(attendance: Attendance) -> Term {
    match attendance {
        Attendance::OnSite => schema::OFFLINE_EVENT_ATTENDANCE_MODE,
        Attendance::Online => schema::ONLINE_EVENT_ATTENDANCE_MODE,
        Attendance::Mixed => schema::MIXED_EVENT_ATTENDANCE_MODE,
    }
}

/// Returns the status of schema.org; `None` for what is merely planned.
const fn event_status(status: PlanStatus) -> Option<Term> {
    match status {
        PlanStatus::Planned => None,
        PlanStatus::Scheduled => Some(schema::EVENT_SCHEDULED),
        PlanStatus::Postponed => Some(schema::EVENT_POSTPONED),
        PlanStatus::Rescheduled => Some(schema::EVENT_RESCHEDULED),
        PlanStatus::MovedOnline => Some(schema::EVENT_MOVED_ONLINE),
        PlanStatus::Cancelled => Some(schema::EVENT_CANCELLED),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::NODES;
    use anslag_schema::{Kind, PARTS, Spec};

    /// Fields that RDF says nothing of: those of what is not published, and those that a reader turns into others.
    const UNSAID: [(&str, &str); 6] = [
        ("announcement", "reuse"),
        ("announcement", "draft"),
        ("announcement", "withdrawn"),
        ("announcement", "withdrawal_reason"),
        ("quotes", "match"),
        ("project", "programme_aka"),
    ];

    #[test]
    fn every_field_is_mapped_by_the_table_or_by_hand() {
        let is_by_hand = |part: &PartSpec, field: &Spec| {
            BY_HAND.iter().any(|by_hand| by_hand.part == part && by_hand.field == field.key)
        };
        for part in PARTS {
            for field in part.fields() {
                let is_by_table = !field.properties.is_empty() || matches!(field.kind, Kind::Part(_));
                let is_unsaid = UNSAID.contains(&(part.spec().key, field.key));
                assert!(
                    is_unsaid != (is_by_table || is_by_hand(part.spec(), field)),
                    "`{}` of `{}` is mapped nowhere, or against the list",
                    field.key,
                    part.spec().key
                );
            }
        }
    }

    #[test]
    fn what_is_mapped_by_hand_is_a_field_and_no_property_of_the_table() {
        for by_hand in &BY_HAND {
            let part = by_hand.part.part();
            assert!(part.fields().iter().any(|field| field.key == by_hand.field), "no field `{}`", by_hand.field);
            let plan = NODES.iter().find(|plan| plan.fields.is_none() && PARTS[plan.part].spec() == by_hand.part);
            let of_table = plan.iter().flat_map(|plan| &plan.properties);
            for own in of_table {
                assert!(!by_hand.properties.contains(&own.property), "`{}` is in the table", own.property);
            }
        }
    }
}
