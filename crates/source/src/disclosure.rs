use crate::{
    correction::slug,
    fields::Fields,
    finding::Findings,
    help::Help,
    keys,
    message::Message,
    personal_data::{PersonalDatum, PersonalKind, find, masked},
    tree::Node,
};
use anslag_core::{Announcement, ContactKind};
use std::ops::Range;

/// Warns of data on people in the texts of an announcement and in its id.
///
/// `body` is the text below the front matter, with its span.
/// E-mail addresses and telephone numbers of contacts are meant to be public, wherever the announcement repeats them.
pub(crate) fn warn(
    announcement: &Announcement,
    fields: &Fields<'_, '_>,
    body: Option<&(&str, Range<usize>)>,
    findings: &Findings,
) {
    if let Some((markdown, span)) = body {
        let place = |at: Range<usize>| span.start + at.start..span.start + at.end;
        warn_of_text(markdown, place, announcement, findings);
    }
    for Text { node, text } in texts(fields) {
        // Escapes of the syntax can stand between a text and its place.
        let place = |at: Range<usize>| match node.written.find(&text[at.clone()]) {
            Some(start) => node.span.start + start..node.span.start + start + at.len(),
            None => node.span.clone(),
        };
        warn_of_text(text, place, announcement, findings);
    }
    warn_of_id(announcement, fields, findings);
}

/// Text of an announcement, and the value that it is or ends.
struct Text<'n, 't> {
    node: &'n Node<'t>,
    text: &'n str,
}

/// Returns the texts besides the body below the front matter: what is shown as text, and the file names of attachments.
fn texts<'n, 't>(fields: &Fields<'n, 't>) -> Vec<Text<'n, 't>> {
    let texts = ["title", "lead", "body"].into_iter().filter_map(|key| fields.get(key));
    let items = |node: &'n Node<'t>| node.items().unwrap_or_default();
    let contacts = fields.get("contacts").into_iter().flat_map(items);
    let quotes = fields.get("quotes").into_iter().flat_map(items);
    let speakers = quotes.filter_map(|quote| keys::QUOTE.value(quote, "speakers")).flat_map(items);
    let roles = contacts
        .filter_map(|contact| keys::CONTACT.value(contact, "role"))
        .chain(speakers.filter_map(|speaker| keys::SPEAKER.value(speaker, "role")));
    let attachments = || fields.get("attachments").into_iter().flat_map(items);
    let titles = attachments().filter_map(|attachment| keys::ATTACHMENT.value(attachment, "title"));
    let addresses = attachments().filter_map(|attachment| keys::ATTACHMENT.value(attachment, "url"));
    let text = |node: &'n Node<'t>| Some(Text { node, text: node.text()? });
    let file_name = |text: Text<'n, 't>| Text { text: text.text.rsplit('/').next().unwrap_or(text.text), ..text };
    texts.chain(roles).chain(titles).filter_map(text).chain(addresses.filter_map(text).map(file_name)).collect()
}

fn warn_of_text(
    text: &str,
    place: impl Fn(Range<usize>) -> Range<usize>,
    announcement: &Announcement,
    findings: &Findings,
) {
    for PersonalDatum { span, kind } in find(text) {
        let written = &text[span.clone()];
        if is_of_contact(written, &kind, announcement) {
            continue;
        }
        let masked = masked(written);
        let (message, help) = match kind {
            PersonalKind::PersonalNumber => (Message::PersonalNumber { masked }, Help::RemoveNumber),
            PersonalKind::CoordinationNumber => (Message::CoordinationNumber { masked }, Help::RemoveNumber),
            PersonalKind::PrivateEmail => (Message::PrivateEmail { masked }, Help::OfficialEmail),
            PersonalKind::MobileNumber(_) => (Message::MobileNumber { masked }, Help::OfficialPhone),
        };
        findings.add(place(span), message, None, Some(help));
    }
}

/// Returns whether a contact of the announcement, or of one of its events, has the address or the number.
fn is_of_contact(written: &str, kind: &PersonalKind, announcement: &Announcement) -> bool {
    let contacts = || announcement.contacts.iter();
    let is_of_one = match kind {
        PersonalKind::PersonalNumber | PersonalKind::CoordinationNumber => return false,
        PersonalKind::PrivateEmail => contacts()
            .filter_map(|contact| contact.email.as_ref())
            .any(|email| email.as_str().eq_ignore_ascii_case(written)),
        PersonalKind::MobileNumber(number) => {
            contacts().filter_map(|contact| contact.phone.as_ref()).any(|phone| phone.as_str() == number)
        }
    };
    let mut of_events = announcement.events.iter().filter_map(|event| event.contact.as_ref());
    is_of_one
        || of_events.any(|contact| {
            let same = |datum: PersonalDatum| match kind {
                PersonalKind::MobileNumber(_) => datum.kind == *kind,
                _ => contact.as_str()[datum.span].eq_ignore_ascii_case(written),
            };
            find(contact.as_str()).into_iter().any(same)
        })
}

/// Warns of numbers and of names of people in the id, which is the name of the file if no key gives one.
fn warn_of_id(announcement: &Announcement, fields: &Fields<'_, '_>, findings: &Findings) {
    // The id begins with a date.
    let name = &announcement.id.as_str()["2021-05-18-".len()..];
    let span = fields.get("id").map_or(0..0, |node| node.span.clone());
    warn_of_text(name, |_| span.clone(), announcement, findings);
    let contacts = announcement.contacts.iter().filter(|contact| contact.kind() == Some(ContactKind::Individual));
    let contacts = contacts.map(|contact| &contact.name);
    let speakers = announcement.quotes.iter().flat_map(|quote| &quote.speakers).map(|speaker| &speaker.name);
    let secretary = announcement.notice.iter().filter_map(|notice| notice.secretary.as_ref());
    let mut named: Vec<&str> = Vec::new();
    for person in contacts.chain(speakers).chain(secretary) {
        if !named.contains(&person.as_str()) && has_name(name, person.as_str()) {
            named.push(person.as_str());
            let message = Message::NameInId { masked: masked(person.as_str()) };
            findings.add(span.clone(), message, None, Some(Help::IdWithoutName));
        }
    }
}

/// Returns whether a name in slug form has the parts of a person's name side by side: all, or the first and the last.
///
/// A single name says little: many family names are those of places.
fn has_name(slugs: &str, person: &str) -> bool {
    let Some(person) = slug(person) else { return false };
    let parts: Vec<&str> = person.split('-').collect();
    let [first, .., last] = parts[..] else { return false };
    let slugs: Vec<&str> = slugs.split('-').collect();
    let has = |wanted: &[&str]| slugs.windows(wanted.len()).any(|window| window == wanted);
    has(&parts) || has(&[first, last]) || has(&[last, first])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_its_parts_side_by_side() {
        #[track_caller]
        fn check(slugs: &str, person: &str, expected: bool) {
            assert_eq!(has_name(slugs, person), expected, "{slugs} {person}");
        }
        check("asa-berg-slutar", "Åsa Berg", true);
        check("avtackning-av-berg-asa", "Åsa Berg", true);
        check("asa-maria-berg", "Åsa Maria Berg", true);
        check("tack-asa-berg", "Åsa Maria Berg", true);
        check("carl-ake-heide-ny-chef", "Carl-Åke Heide", true);
        check("asa-bergs-vag", "Åsa Berg", false);
        check("vasa-berg", "Åsa Berg", false);
        check("asa-slutar-pa-berg", "Åsa Berg", false);
        check("berg-stangs-av", "Berg", false);
        check("berg-stangs-av", "Åsa Berg", false);
        check("vatten", "Åsa Berg", false);
        check("vatten", "", false);
    }
}
