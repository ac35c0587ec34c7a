use crate::{
    fields::did_you_mean,
    finding::Findings,
    message::{Help, Message, Noun},
    tree::Node,
    value::{shown, string},
};
use anslag_core::{
    AlertCertainty, AlertSeverity, AlertUrgency, AnnouncementType, Compression, ContactKind, DisruptionStatus,
    FeedKind, Format, FormatTerm, OrganizationKind, PersonalData, PlaceKind, PlanStatus, Service,
};

/// A kind of announcement, by its key, by its label in any of our languages, or by another word for it.
pub(crate) fn announcement_type(node: &Node<'_>, findings: &Findings) -> Option<AnnouncementType> {
    let others = [
        (AnnouncementType::Notice, "anslag"),
        (AnnouncementType::Consultation, "remiss"),
        (AnnouncementType::Consultation, "granskning"),
        (AnnouncementType::Offer, "lediga tomter"),
        (AnnouncementType::Alert, "vma"),
        (AnnouncementType::Job, "jobb"),
        (AnnouncementType::Job, "platsannons"),
    ];
    let members = AnnouncementType::ALL.map(|kind| Member::new(kind, kind.key(), kind.labels()));
    closed(node, findings, Noun::AnnouncementType, &members, &others)
}

/// How certain an event is, in the same way.
pub(crate) fn plan_status(node: &Node<'_>, findings: &Findings) -> Option<PlanStatus> {
    let members = PlanStatus::ALL.map(|status| Member::new(status, status.key(), status.labels()));
    closed(node, findings, Noun::PlanStatus, &members, &[])
}

/// A service, in the same way.
pub(crate) fn service(node: &Node<'_>, findings: &Findings) -> Option<Service> {
    let members = Service::ALL.map(|service| Member::new(service, service.key(), service.labels()));
    closed(node, findings, Noun::Service, &members, &[(Service::Traffic, "väg")])
}

/// How far a disruption has come, in the same way.
pub(crate) fn disruption_status(node: &Node<'_>, findings: &Findings) -> Option<DisruptionStatus> {
    let members = DisruptionStatus::ALL.map(|status| Member::new(status, status.key(), status.labels()));
    closed(node, findings, Noun::DisruptionStatus, &members, &[])
}

/// How bad the danger of an alert is, in the same way.
pub(crate) fn alert_severity(node: &Node<'_>, findings: &Findings) -> Option<AlertSeverity> {
    let members = AlertSeverity::ALL.map(|severity| Member::new(severity, severity.key(), severity.labels()));
    closed(node, findings, Noun::AlertSeverity, &members, &[])
}

/// How soon something is to be done about it, in the same way.
pub(crate) fn alert_urgency(node: &Node<'_>, findings: &Findings) -> Option<AlertUrgency> {
    let members = AlertUrgency::ALL.map(|urgency| Member::new(urgency, urgency.key(), urgency.labels()));
    closed(node, findings, Noun::AlertUrgency, &members, &[])
}

/// How certain it is, in the same way.
pub(crate) fn alert_certainty(node: &Node<'_>, findings: &Findings) -> Option<AlertCertainty> {
    let members = AlertCertainty::ALL.map(|certainty| Member::new(certainty, certainty.key(), certainty.labels()));
    closed(node, findings, Noun::AlertCertainty, &members, &[])
}

/// Whether data on people are published, in the same way.
pub(crate) fn personal_data(node: &Node<'_>, findings: &Findings) -> Option<PersonalData> {
    let members = PersonalData::ALL.map(|policy| Member::new(policy, policy.key(), policy.labels()));
    closed(node, findings, Noun::PersonalData, &members, &[])
}

/// A kind of organisation, by its key or by a Swedish word for it.
pub(crate) fn organization_kind(node: &Node<'_>, findings: &Findings) -> Option<OrganizationKind> {
    let words = [
        (OrganizationKind::Municipality, "kommun"),
        (OrganizationKind::Authority, "myndighet"),
        (OrganizationKind::Company, "bolag"),
        (OrganizationKind::Company, "företag"),
        (OrganizationKind::Association, "förening"),
        (OrganizationKind::Other, "annan"),
    ];
    let members = OrganizationKind::ALL.map(|kind| Member::new(kind, kind.key(), []));
    closed(node, findings, Noun::OrganizationKind, &members, &words)
}

/// A kind of place, in the same way.
pub(crate) fn place_kind(node: &Node<'_>, findings: &Findings) -> Option<PlaceKind> {
    let words = [(PlaceKind::City, "stad"), (PlaceKind::Area, "område"), (PlaceKind::Other, "annan")];
    let members = PlaceKind::ALL.map(|kind| Member::new(kind, kind.key(), []));
    closed(node, findings, Noun::PlaceKind, &members, &words)
}

/// A format, by its key.
pub(crate) fn format(node: &Node<'_>, findings: &Findings) -> Option<Format> {
    let members = Format::ALL.map(|format| Member::new(format, format.key(), []));
    closed(node, findings, Noun::Format, &members, &[])
}

/// A kind of feed, by its key.
pub(crate) fn feed_kind(node: &Node<'_>, findings: &Findings) -> Option<FeedKind> {
    let members = FeedKind::ALL.map(|kind| Member::new(kind, kind.key(), []));
    closed(node, findings, Noun::FeedKind, &members, &[])
}

/// A compression, by its extension.
pub(crate) fn compression(node: &Node<'_>, findings: &Findings) -> Option<Compression> {
    let members = Compression::ALL.map(|compression| Member::new(compression, compression.extension(), []));
    closed(node, findings, Noun::Compression, &members, &[])
}

/// Whether a contact is a function or a person, by its key or by another word for it.
pub(crate) fn contact_kind(node: &Node<'_>, findings: &Findings) -> Option<ContactKind> {
    let words = [
        (ContactKind::Organization, "funktion"),
        (ContactKind::Organization, "function"),
        (ContactKind::Organization, "organisation"),
        (ContactKind::Individual, "person"),
    ];
    let members = ContactKind::ALL.map(|kind| Member::new(kind, kind.key(), []));
    closed(node, findings, Noun::ContactKind, &members, &words)
}

/// What the catalogue says the format of a file with, by its key.
pub(crate) fn format_term(node: &Node<'_>, findings: &Findings) -> Option<FormatTerm> {
    let members = FormatTerm::ALL.map(|term| Member::new(term, term.key(), []));
    closed(node, findings, Noun::FormatTerm, &members, &[])
}

/// A member of a closed set, with the words for it that the model has.
struct Member<T, const N: usize> {
    value: T,
    key: &'static str,
    /// Each with its language.
    labels: [(&'static str, &'static str); N],
}

impl<T: Copy + PartialEq, const N: usize> Member<T, N> {
    const fn new(value: T, key: &'static str, labels: [(&'static str, &'static str); N]) -> Self {
        Self { value, key, labels }
    }

    /// Every word for it; its key first.
    fn words(&self, others: &[(T, &'static str)]) -> impl Iterator<Item = &'static str> {
        let labels = self.labels.iter().map(|(_, label)| *label);
        let others = others.iter().filter(|(value, _)| *value == self.value).map(|(_, word)| *word);
        [self.key].into_iter().chain(labels).chain(others)
    }

    /// The Swedish word for it, else its key.
    fn swedish(&self, others: &[(T, &'static str)]) -> &'static str {
        let label = self.labels.iter().find(|(language, _)| *language == "sv").map(|(_, label)| *label);
        // Where the model has no labels, the other words are Swedish.
        label.or_else(|| self.words(others).nth(1)).unwrap_or(self.key)
    }
}

/// The member that a word stands for, in capital letters or not.
fn closed<T: Copy + PartialEq, const N: usize>(
    node: &Node<'_>,
    findings: &Findings,
    wanted: Noun,
    members: &[Member<T, N>],
    others: &[(T, &'static str)],
) -> Option<T> {
    let word = string(node, wanted, findings)?;
    let lower = word.to_lowercase();
    // Nearly all of the words are in small letters.
    let is_it = |known: &str| known == lower || known.contains(char::is_uppercase) && known.to_lowercase() == lower;
    let found = members.iter().find(|member| member.words(others).any(is_it));
    if found.is_none() {
        let all = members.iter().flat_map(|member| member.words(others));
        let help = did_you_mean(word, all, findings).unwrap_or_else(|| Help::WriteOneOf {
            keys: members.iter().map(|member| member.key).collect(),
            swedish: members.iter().map(|member| member.swedish(others)).collect(),
        });
        let message = Message::NoneOf { word: shown(word), wanted };
        findings.error(node.span.clone(), message, None, Some(help));
    }
    found.map(|member| member.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Value;

    #[track_caller]
    fn check<T: PartialEq + std::fmt::Debug>(
        words: &[&str],
        read: impl Fn(&Node<'_>, &Findings) -> Option<T>,
        expected: Option<&T>,
    ) {
        for word in words {
            let node = Node { span: 0..0, value: Value::String((*word).into()) };
            assert_eq!(read(&node, &Findings::default()).as_ref(), expected, "{word}");
        }
    }

    #[test]
    fn a_member_goes_by_its_key_its_labels_and_other_words() {
        let words = ["notice", "KUNGÖRELSE", "Anslag", "public notice", "publisks paziņojums"];
        check(&words, announcement_type, Some(&AnnouncementType::Notice));
        check(&["samråd", "remiss", "Granskning"], announcement_type, Some(&AnnouncementType::Consultation));
        check(&["VMA", "varning"], announcement_type, Some(&AnnouncementType::Alert));
        check(&["lediga tomter"], announcement_type, Some(&AnnouncementType::Offer));
        check(&["platsannons"], announcement_type, Some(&AnnouncementType::Job));
        check(&["Företag", "bolag", "company"], organization_kind, Some(&OrganizationKind::Company));
        check(&["IT", "it"], service, Some(&Service::It));
        check(&["anslagen", ""], announcement_type, None);
        check(&["turtle"], format, Some(&Format::Turtle));
        check(&["gz"], compression, Some(&Compression::Gzip));
    }

    /// Two members of a set with one word would both be read as the first.
    #[test]
    fn a_word_stands_for_one_member() {
        for kind in AnnouncementType::ALL {
            check(&[kind.key()], announcement_type, Some(&kind));
            check(&kind.labels().map(|(_, label)| label), announcement_type, Some(&kind));
        }
        for status in PlanStatus::ALL {
            check(&status.labels().map(|(_, label)| label), plan_status, Some(&status));
        }
        for which in Service::ALL {
            check(&which.labels().map(|(_, label)| label), service, Some(&which));
        }
        for status in DisruptionStatus::ALL {
            check(&status.labels().map(|(_, label)| label), disruption_status, Some(&status));
        }
        for which in AlertSeverity::ALL {
            check(&which.labels().map(|(_, label)| label), alert_severity, Some(&which));
        }
        for which in AlertUrgency::ALL {
            check(&which.labels().map(|(_, label)| label), alert_urgency, Some(&which));
        }
        for which in AlertCertainty::ALL {
            check(&which.labels().map(|(_, label)| label), alert_certainty, Some(&which));
        }
        for policy in PersonalData::ALL {
            check(&policy.labels().map(|(_, label)| label), personal_data, Some(&policy));
        }
    }
}
