use crate::{
    alert,
    attach::{attach, is_file_path},
    consultation,
    correction::{corrections, dated_id},
    disclosure, disruption,
    entry::Sample,
    event,
    fields::Fields,
    finding::Findings,
    help::{Help, Hint},
    job, keys, media,
    message::Message,
    notice,
    noun::Noun,
    offer, project, quote,
    reference::{self, NAME_HELP},
    replacement::Scalar,
    tree::{Node, Value},
    value, word,
};
use anslag_core::{
    Announcement, AnnouncementId, Body, BodyError, Contact, DatePlace, Day, Doubt, Fields as Parts, Mismatch, Moment,
    PersonalData, Problem, Publication, RelativeAddress, Status, Withdrawal, Zone,
};
use jiff::civil::Date;
use std::{ops::Range, sync::Arc};

/// Parts of a Markdown file outside of its front matter; JSON Lines have none.
pub(crate) struct FileParts<'f> {
    /// Name that the file gives the announcement, which is the id if no key gives one.
    pub(crate) name: Option<&'f str>,
    /// Body below the front matter, and its span.
    pub(crate) body: Option<(&'f str, Range<usize>)>,
}

/// Reads an announcement from its table.
pub(crate) fn read(
    node: &Node<'_>,
    file: &FileParts<'_>,
    publication: &Publication,
    findings: &Findings,
) -> Option<Announcement> {
    let fields = Fields::of(node, &keys::ANNOUNCEMENT, findings)?;
    let (register, zone) = (&publication.register, &publication.zone);
    let moment = |node| value::moment(node, zone, findings);
    let organization = |node| reference::organization(node, register, findings);

    let status = status(&fields, publication, findings);
    let is_over = |withdrawn: Moment| findings.now().is_none_or(|now| withdrawn.instant(zone) <= now);
    if status.withdrawn().is_some_and(is_over) {
        findings.allow_missing_files();
    }
    let id = id(&fields, file, findings);
    let body = body(&fields, file, publication, findings);
    let kind = fields.required("type", Help::add("type", Sample::Text("nyhet")), |kind| {
        word::closed(kind, Noun::AnnouncementType, findings)
    });
    let title = fields.required("title", Help::add("title", Sample::Text("…")), |title| value::line(title, findings));
    let lead = fields.optional("lead", |lead| value::text(lead, findings));
    let language = fields
        .get("language")
        .map_or_else(|| Some(publication.language.clone()), |language| value::language(language, findings));
    let published = fields.required("published", Help::add("date", Sample::Date("2021-05-18")), moment);
    let modified = fields.optional("modified", moment);
    let expires = fields.optional("expires", moment);
    let publisher = fields.get("publisher").map_or_else(|| Some(Arc::clone(&publication.publisher)), organization);
    let unit = fields.optional("unit", organization);
    let source = fields.optional("source", |source| value::web(source, findings));
    let topics = fields.list("topics", |topic| reference::topic(topic, register, findings));
    let themes = fields.list("themes", |theme| value::theme(theme, findings));
    let contacts = fields.list("contacts", |node| contacts(node, publication, findings));
    // Without its body, no quote could be found in it.
    let passages = body.as_ref().map(Body::passages);
    let quotes =
        passages.map(|passages| fields.list("quotes", |node| quote::read(node, &passages, register, findings)));
    let project = fields.optional("project", |node| project::read(node, register, findings));
    let notice = fields.optional("notice", |node| notice::read(node, publication, findings));
    let disruption = fields.optional("disruption", |node| disruption::read(node, publication, findings));
    let consultation = fields.optional("consultation", |node| consultation::read(node, findings));
    let alert = fields.optional("alert", |node| alert::read(node, publication, findings));
    let job = fields.optional("job", |node| job::read(node, register, findings));
    let offers = fields.list("offers", |node| offer::read(node, register, findings));
    let events = fields.list("events", |node| event::read(node, publication, findings));
    let places = fields.list("places", |node| reference::location(node, register, findings));
    let images = fields.list("images", |node| media::image(node, publication, findings));
    let attachments = fields.list("attachments", |node| media::attachment(node, publication, findings));
    let links = fields.list("links", |node| media::link(node, findings));
    let updates = fields.list("updates", |node| media::update(node, publication, findings));
    let replaces = fields.optional("replaces", |node| value::id(node, findings));
    let translation_of = fields.optional("translation_of", |node| value::id(node, findings));
    let translations = fields.list("translations", |node| value::id(node, findings));
    let replaced_by = fields.list("replaced_by", |node| value::id(node, findings));
    let aliases = fields.list("aliases", |node| alias(node, findings));
    let personal_data = personal_data(&fields, publication, findings);
    let reuse = fields.optional("reuse", |node| word::closed(node, Noun::Reuse, findings)).unwrap_or_default();
    let parts = Parts {
        id: id?,
        kind: kind?,
        title: title?,
        lead,
        body: body?,
        language: language?,
        published: published?,
        modified,
        expires,
        publisher: publisher?,
        unit,
        source,
        topics,
        themes,
        contacts: contacts.into_iter().flatten().collect(),
        places,
        quotes: quotes?,
        project,
        notice,
        disruption,
        consultation,
        alert,
        job,
        offers,
        events,
        images,
        attachments,
        links,
        updates,
        replaces,
        replaced_by,
        translation_of,
        translations,
        aliases,
        personal_data,
        reuse,
        status,
    };
    if findings.failed() {
        return None;
    }
    let announcement = check(parts, &fields, zone, findings)?;
    warn(&announcement, &fields, publication, findings);
    disclosure::warn(&announcement, &fields, file.body.as_ref(), findings);
    Some(announcement)
}

/// Checks the rules of the model, and adds a finding for each that does not hold.
fn check(parts: Parts, fields: &Fields<'_, '_>, zone: &Zone, findings: &Findings) -> Option<Announcement> {
    let problems = match Announcement::new(parts, zone) {
        Ok(announcement) => return Some(announcement),
        Err(problems) => problems,
    };
    for problem in problems {
        let (span, help) = place(&problem, fields);
        findings.add(span, problem, None, Some(help));
    }
    None
}

/// Reads the policy on personal data; without one, that of the publication holds if it strips them.
fn personal_data(fields: &Fields<'_, '_>, publication: &Publication, findings: &Findings) -> Option<PersonalData> {
    match fields.get("personal_data") {
        Some(policy) => word::closed(policy, Noun::PersonalData, findings),
        None => Some(publication.personal_data).filter(|policy| *policy == PersonalData::Strip),
    }
}

/// Warns of dates that contradict each other, and of a type that disagrees with the parts.
fn warn(announcement: &Announcement, fields: &Fields<'_, '_>, publication: &Publication, findings: &Findings) {
    for doubt in announcement.doubts(&publication.zone, findings.now()) {
        let help = match &doubt {
            Doubt::InFuture { .. } => Help::NotInFuture,
            Doubt::OverBeforePublished { .. } | Doubt::AfterExpiry { .. } => Help::CorrectOneDate,
            Doubt::NeverPublished { first, .. }
            | Doubt::ShortAppeal { first, .. }
            | Doubt::EarlyRemoval { first, .. } => Help::replace(Scalar::Date(first.to_string())),
            Doubt::Status { meant: Some(meant), .. } => Help::replace(Scalar::Text(word::swedish(*meant).to_owned())),
            Doubt::Status { date, .. } => Help::CorrectStatus { date },
        };
        findings.add(place_of_date(doubt.place(), fields), doubt, None, Some(help));
    }
    if let Some(mismatch) = announcement.mismatch() {
        let help = match mismatch {
            Mismatch::MissingPart { part } => missing_part(part, announcement.published.date(&publication.zone)),
            Mismatch::OtherType { meant, .. } => Help::replace(Scalar::Text(word::swedish(meant).to_owned())),
        };
        findings.add(fields.span("type"), mismatch, None, Some(help));
    }
}

/// Id that shows how ids are written.
const ID: Sample = Sample::Text("2021-05-18-ett-namn");

fn id(fields: &Fields<'_, '_>, file: &FileParts<'_>, findings: &Findings) -> Option<AnnouncementId> {
    let day = || fields.get("published").and_then(day);
    if let Some(node) = fields.get("id") {
        return value::own_id(node, day, findings);
    }
    let Some(name) = file.name else {
        return fields.required("id", Help::add("id", ID), |_| None);
    };
    AnnouncementId::new(name)
        .map_err(|reason| {
            let meant = corrections(Noun::Id, name).into_iter().chain(day().and_then(|day| dated_id(name, day)));
            let name = meant.into_iter().find(|id| AnnouncementId::new(id).is_ok());
            let help = name.map_or(Help::add_with("id", ID, Hint::OrFileName), |id| Help::RenameFile { id });
            findings.add(0..0, Message::FileNameNoId { reason }, None, Some(help));
        })
        .ok()
}

/// Returns the day that a date begins with.
fn day<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    let written: &str = match &node.value {
        Value::Date(written) => written,
        Value::String(written) => written,
        _ => return None,
    };
    written.get(..10).filter(|day| Day::new(day).is_ok())
}

/// Reads an earlier id. Hugo has paths of pages under the same key, which say nothing here.
fn alias(node: &Node<'_>, findings: &Findings) -> Option<AnnouncementId> {
    match &node.value {
        Value::String(path) if path.contains('/') => None,
        _ => value::id(node, findings),
    }
}

fn body(fields: &Fields<'_, '_>, file: &FileParts<'_>, publication: &Publication, findings: &Findings) -> Option<Body> {
    let (markdown, span) = match (&file.body, fields.get("body")) {
        (Some(_), Some(node)) => {
            findings.add(node.span.clone(), Message::BodyAsKey, None, Some(Help::WriteBodyBelow));
            return None;
        }
        (Some((markdown, span)), None) => (*markdown, span.clone()),
        (None, None) => return Some(Body::default()),
        (None, Some(node)) => (value::verbatim(node, Noun::Text, findings)?, node.span.clone()),
    };
    // In JSON Lines, escapes stand between the string and its place.
    let is_verbatim = file.body.is_some();
    let place = |at: Range<usize>| if is_verbatim { span.start + at.start..span.start + at.end } else { span.clone() };
    let is_elsewhere = fields.get("source").is_some();
    let mut address = |found: &RelativeAddress<'_>| {
        // A page that was first published elsewhere may refer to files that are there.
        let is_here = || findings.has_file(found.path);
        let is_file = is_file_path(found.path, findings) && (!is_elsewhere || is_here());
        let attached =
            is_file.then(|| attach(found.path, found.is_image, place(found.at.clone()), publication, findings));
        attached.flatten().map(|file| file.url)
    };
    match Body::with_files(markdown, &mut address) {
        Ok((body, warnings)) => {
            for (at, warning) in warnings {
                let help = Help::for_body(&warning);
                findings.add(place(at), warning, None, Some(help));
            }
            Some(body)
        }
        Err(error) => {
            let help = Help::for_body_error(&error);
            let at = match error {
                BodyError::Character { at, found } => place(at..at + found.len_utf8()),
                BodyError::Reference { .. } => span,
                BodyError::Comment { at } => place(at..at + "<!--".len()),
                BodyError::OverLimit { ref at, .. } => place(at.clone()),
            };
            findings.add(at, error, None, Some(help));
            None
        }
    }
}

/// Reads whether the announcement may be published: drafts and withdrawn ones may not.
fn status(fields: &Fields<'_, '_>, publication: &Publication, findings: &Findings) -> Status {
    let is_draft = fields.optional("draft", |draft| value::flag(draft, findings)).unwrap_or(false);
    let withdrawn = fields.optional("withdrawn", |date| value::moment(date, &publication.zone, findings));
    let reason = fields.optional("withdrawal_reason", |reason| value::text(reason, findings));
    if fields.get("withdrawn").is_none() && fields.get("withdrawal_reason").is_some() {
        let (at, message) =
            (fields.span("withdrawal_reason"), Message::Without { key: "withdrawal_reason", other: "withdrawn" });
        findings.add(
            at,
            message,
            None,
            Some(Help::add_with("withdrawn", Sample::Date("2021-05-18"), Hint::DayOfWithdrawal)),
        );
    }
    match withdrawn {
        Some(_) if is_draft => {
            let help = Some(Help::DraftOrWithdrawn);
            findings.add(fields.span("withdrawn"), Message::Conflict { key: "draft", other: "withdrawn" }, None, help);
            Status::Draft
        }
        Some(date) => Status::Withdrawn(Withdrawal { date, reason }),
        None if is_draft => Status::Draft,
        None => Status::Published,
    }
}

/// Reads a contact. Each further telephone number is a contact of its own, as a contact point has one number.
fn contacts(node: &Node<'_>, publication: &Publication, findings: &Findings) -> Option<Vec<Contact>> {
    let fields = Fields::of(node, &keys::CONTACT, findings)?;
    let name = fields.required("name", NAME_HELP, |name| value::line(name, findings));
    let role = fields.optional("role", |role| value::line(role, findings));
    let phones =
        fields.optional("phone", |phone| value::phones(phone, publication.country, findings)).unwrap_or_default();
    let email = fields.optional("email", |email| value::email(email, findings));
    let visiting_address = fields.optional("visiting_address", |address| value::line(address, findings));
    let mut phones = phones.into_iter();
    let first = Contact { name: name?, role, phone: phones.next(), email, visiting_address };
    let other = |phone| Contact { phone: Some(phone), email: None, visiting_address: None, ..first.clone() };
    let mut contacts: Vec<_> = phones.map(other).collect();
    contacts.insert(0, first);
    Some(contacts)
}

/// Returns the span of fields that contradict each other, and what to do about it.
fn place(problem: &Problem, fields: &Fields<'_, '_>) -> (Range<usize>, Help) {
    let item = |key, index| fields.item_span(key, index);
    let of_part = |part: &'static str, key: &str, index: Option<usize>| {
        let part = fields.get(part);
        let value = part.and_then(|node| child(node, key));
        let found = match (value.map(|node| &node.value), index) {
            (Some(Value::List(items)), Some(index)) => items.get(index),
            _ => value,
        };
        found.or(part).map_or(fields.place(), |node| node.span.clone())
    };
    match problem {
        Problem::ModifiedBeforePublished => (fields.span("modified"), Help::CorrectOneDate),
        Problem::ExpiresBeforePublished => (fields.span("expires"), Help::CorrectOneDate),
        Problem::WithdrawnBeforePublished => (fields.span("withdrawn"), Help::CorrectOneDate),
        Problem::NoticeOutOfOrder { key } => (of_part("notice", key, None), Help::CorrectDayOrPosted),
        Problem::EndsBeforeBeginning { part, key } => (of_part(part, key, None), Help::CorrectOrBeginning),
        Problem::BoardOnlyWithout { key: "board" } => (fields.span("reuse"), Help::NameBoard),
        Problem::BoardOnlyWithout { .. } => (fields.span("reuse"), Help::GiveRemoval),
        Problem::EventEndsBeforeBeginning { index } => (item("events", *index), Help::CorrectOrBeginning),
        Problem::RefersToItself { key } => (fields.span(key), Help::OtherAnnouncement),
        Problem::Duplicate { list, index, .. } => {
            let span = match list.strip_prefix("project.") {
                Some(key) => of_part("project", key, Some(*index)),
                None if *list == "themes" => item("themes", *index),
                None => item("topics", *index),
            };
            (span, Help::LeaveSecondOut)
        }
        Problem::QuoteNotInBody { index } => (item("quotes", *index), Help::QuoteAsInText),
        Problem::NoSpeaker { index } => (
            item("quotes", *index),
            Help::add("speakers", Sample::List(&Sample::Table(&[("name", Sample::Text("…"))]))),
        ),
        Problem::NoShare { index } => (
            of_part("project", "funding", Some(*index)),
            Help::add_with("percent", Sample::Number("60"), Hint::OrAmount),
        ),
        Problem::SharesOverHundred { .. } => (of_part("project", "funding", None), Help::CorrectShares),
    }
}

/// Returns the help to add the part of a type, with the keys that it must have. Its days are that of publication.
fn missing_part(part: &str, published: Date) -> Help {
    const WHEN: Sample = Sample::Published;
    const TEXT: Sample = Sample::Text("…");
    let (key, value) = match part {
        "notice" => ("notice", Sample::Table(&[("posted", WHEN)])),
        "disruption" => ("disruption", Sample::Table(&[("service", Sample::Text("vatten")), ("starts", WHEN)])),
        "consultation" => ("consultation", Sample::Table(&[("closes", WHEN)])),
        "alert" => (
            "alert",
            Sample::Table(&[
                ("sender", TEXT),
                ("event", TEXT),
                ("severity", Sample::Text("allvarlig")),
                ("effective", WHEN),
            ]),
        ),
        "job" => ("job", Sample::Table(&[("title", TEXT)])),
        "offers" => ("offers", Sample::List(&Sample::Table(&[("designation", TEXT)]))),
        _ => ("events", Sample::List(&Sample::Table(&[("name", TEXT)]))),
    };
    Help::add_part(key, value, published)
}

/// Returns the span of a date; that of its part if a rule gives the date.
fn place_of_date(place: DatePlace, fields: &Fields<'_, '_>) -> Range<usize> {
    let DatePlace { part, index, key } = place;
    let Some(part) = part else { return fields.span(key) };
    let part = match fields.get(part) {
        Some(Node { value: Value::List(items), .. }) => items.get(index),
        part => part,
    };
    let date = part.and_then(|node| child(node, key)).or(part);
    date.map_or(fields.place(), |node| node.span.clone())
}

fn child<'n, 't>(node: &'n Node<'t>, key: &str) -> Option<&'n Node<'t>> {
    match &node.value {
        Value::Table(entries) => entries.iter().find(|(name, _)| name.name == key).map(|(_, value)| value),
        _ => None,
    }
}
