use crate::{
    fields::did_you_mean,
    finding::Findings,
    tree::Node,
    value::{shown, string},
};
use anslag_core::{
    AlertCertainty, AlertSeverity, AlertUrgency, AnnouncementType, Compression, ContactKind, DisruptionStatus, Format,
    FormatTerm, OrganizationKind, PersonalData, PlaceKind, PlanStatus, Service,
};

/// A kind of announcement, by its key or by its label in any of our languages.
pub(crate) fn announcement_type(node: &Node<'_>, findings: &Findings) -> Option<AnnouncementType> {
    closed(node, findings, "a type of announcement", &TYPES)
}

/// How certain an event is, in the same way.
pub(crate) fn plan_status(node: &Node<'_>, findings: &Findings) -> Option<PlanStatus> {
    closed(node, findings, "a status", &STATUSES)
}

/// A service, in the same way.
pub(crate) fn service(node: &Node<'_>, findings: &Findings) -> Option<Service> {
    closed(node, findings, "a service", &SERVICES)
}

/// How far a disruption has come, in the same way.
pub(crate) fn disruption_status(node: &Node<'_>, findings: &Findings) -> Option<DisruptionStatus> {
    closed(node, findings, "a status of a disruption", &DISRUPTION_STATUSES)
}

/// How bad the danger of an alert is, in the same way.
pub(crate) fn alert_severity(node: &Node<'_>, findings: &Findings) -> Option<AlertSeverity> {
    closed(node, findings, "a severity", &SEVERITIES)
}

/// How soon something is to be done about it, in the same way.
pub(crate) fn alert_urgency(node: &Node<'_>, findings: &Findings) -> Option<AlertUrgency> {
    closed(node, findings, "an urgency", &URGENCIES)
}

/// How certain it is, in the same way.
pub(crate) fn alert_certainty(node: &Node<'_>, findings: &Findings) -> Option<AlertCertainty> {
    closed(node, findings, "a certainty", &CERTAINTIES)
}

/// Whether data on people are published, in the same way.
pub(crate) fn personal_data(node: &Node<'_>, findings: &Findings) -> Option<PersonalData> {
    closed(node, findings, "a policy on personal data", &PERSONAL_DATA)
}

/// A kind of organisation, by its key or by the Swedish word for it.
pub(crate) fn organization_kind(node: &Node<'_>, findings: &Findings) -> Option<OrganizationKind> {
    closed(node, findings, "a kind of organisation", &ORGANIZATION_KINDS)
}

/// A kind of place, by its key or by the Swedish word for it.
pub(crate) fn place_kind(node: &Node<'_>, findings: &Findings) -> Option<PlaceKind> {
    closed(node, findings, "a kind of place", &PLACE_KINDS)
}

/// A format, by its key.
pub(crate) fn format(node: &Node<'_>, findings: &Findings) -> Option<Format> {
    closed(node, findings, "a format", &Format::ALL.map(|format| (format, [format.key()])))
}

/// A compression, by its extension.
pub(crate) fn compression(node: &Node<'_>, findings: &Findings) -> Option<Compression> {
    closed(
        node,
        findings,
        "a compression",
        &Compression::ALL.map(|compression| (compression, [compression.extension()])),
    )
}

/// Whether a contact is a function or a person, by its key or by the Swedish word for it.
pub(crate) fn contact_kind(node: &Node<'_>, findings: &Findings) -> Option<ContactKind> {
    closed(node, findings, "a kind of contact", &CONTACT_KINDS)
}

/// What a catalogue says of the form of a file, by its key.
pub(crate) fn format_term(node: &Node<'_>, findings: &Findings) -> Option<FormatTerm> {
    closed(node, findings, "a term for formats", &FORMAT_TERMS)
}

/// The members of a closed set, each with the words for it; its key first.
type Words<T, const N: usize> = [(T, &'static [&'static str]); N];

const TYPES: Words<AnnouncementType, 9> = [
    (AnnouncementType::News, &["news", "nyhet", "uudis", "ziņa"]),
    (
        AnnouncementType::PressRelease,
        &["press-release", "press release", "pressmeddelande", "pressiteade", "preses relīze"],
    ),
    (
        AnnouncementType::Notice,
        &["notice", "public notice", "kungörelse", "anslag", "avalik teade", "publisks paziņojums"],
    ),
    (AnnouncementType::Disruption, &["disruption", "driftstörning", "katkestus", "traucējums"]),
    (
        AnnouncementType::Consultation,
        &["consultation", "samråd", "remiss", "avalik arutelu", "sabiedriskā apspriešana"],
    ),
    (AnnouncementType::Event, &["event", "evenemang", "sündmus", "pasākums"]),
    (AnnouncementType::Offer, &["offer", "erbjudande", "pakkumine", "piedāvājums"]),
    (AnnouncementType::Alert, &["alert", "varning", "hoiatus", "brīdinājums"]),
    (AnnouncementType::Job, &["job", "jobb", "ledigt jobb", "platsannons", "töökoht", "vakance"]),
];

const STATUSES: Words<PlanStatus, 6> = [
    (PlanStatus::Planned, &["planned", "planerad", "kavandatud", "plānots"]),
    (PlanStatus::Scheduled, &["scheduled", "bestämd", "kinnitatud", "apstiprināts"]),
    (PlanStatus::Postponed, &["postponed", "uppskjuten", "edasi lükatud", "atlikts"]),
    (PlanStatus::Rescheduled, &["rescheduled", "flyttad", "uuele ajale viidud", "pārcelts"]),
    (
        PlanStatus::MovedOnline,
        &["moved-online", "moved online", "flyttad till nätet", "veebi viidud", "pārcelts tiešsaistē"],
    ),
    (PlanStatus::Cancelled, &["cancelled", "inställd", "tühistatud", "atcelts"]),
];

const SERVICES: Words<Service, 9> = [
    (Service::Water, &["water", "vatten", "vesi", "ūdens"]),
    (Service::Sewage, &["sewage", "avlopp", "kanalisatsioon", "kanalizācija"]),
    (Service::Power, &["power", "el", "elekter", "elektrība"]),
    (Service::Heating, &["heating", "fjärrvärme", "küte", "apkure"]),
    (Service::Traffic, &["traffic", "trafik", "väg", "liiklus", "satiksme"]),
    (Service::It, &["it", "infotehnoloogia", "informācijas tehnoloģijas"]),
    (Service::Telephone, &["telephone", "telefoni", "telefon", "tālrunis"]),
    (Service::Waste, &["waste", "avfall", "jäätmed", "atkritumi"]),
    (Service::Other, &["other-service", "other service", "annan tjänst", "muu teenus", "cits pakalpojums"]),
];

const DISRUPTION_STATUSES: Words<DisruptionStatus, 3> = [
    (DisruptionStatus::Expected, &["expected", "väntad", "oodatav", "gaidāms"]),
    (DisruptionStatus::Ongoing, &["ongoing", "pågående", "kestev", "notiek"]),
    (DisruptionStatus::Resolved, &["resolved", "åtgärdad", "lahendatud", "novērsts"]),
];

const SEVERITIES: Words<AlertSeverity, 5> = [
    (AlertSeverity::Extreme, &["extreme", "extrem", "äärmuslik", "ārkārtējs"]),
    (AlertSeverity::Severe, &["severe", "allvarlig", "tõsine", "smags"]),
    (AlertSeverity::Moderate, &["moderate", "måttlig", "mõõdukas", "mērens"]),
    (AlertSeverity::Minor, &["minor", "ringa", "väike", "neliels"]),
    (AlertSeverity::Unknown, &["unknown", "okänd", "teadmata", "nezināms"]),
];

const URGENCIES: Words<AlertUrgency, 5> = [
    (AlertUrgency::Immediate, &["immediate", "omedelbar", "kohene", "tūlītējs"]),
    (AlertUrgency::Expected, &["expected", "väntad", "oodatav", "gaidāms"]),
    (AlertUrgency::Future, &["future", "framtida", "tulevane", "nākotnē"]),
    (AlertUrgency::Past, &["past", "förbi", "möödas", "pagājis"]),
    (AlertUrgency::Unknown, &["unknown", "okänd", "teadmata", "nezināms"]),
];

const CERTAINTIES: Words<AlertCertainty, 5> = [
    (AlertCertainty::Observed, &["observed", "observerad", "täheldatud", "novērots"]),
    (AlertCertainty::Likely, &["likely", "trolig", "tõenäoline", "ticams"]),
    (AlertCertainty::Possible, &["possible", "möjlig", "võimalik", "iespējams"]),
    (AlertCertainty::Unlikely, &["unlikely", "osannolik", "ebatõenäoline", "maz ticams"]),
    (AlertCertainty::Unknown, &["unknown", "okänd", "teadmata", "nezināms"]),
];

const PERSONAL_DATA: Words<PersonalData, 2> = [
    (PersonalData::Publish, &["publish", "publicera", "avalda", "publicēt"]),
    (PersonalData::Strip, &["strip", "utelämna", "jäta välja", "izlaist"]),
];

const ORGANIZATION_KINDS: Words<OrganizationKind, 5> = [
    (OrganizationKind::Municipality, &["municipality", "kommun"]),
    (OrganizationKind::Authority, &["authority", "myndighet"]),
    (OrganizationKind::Company, &["company", "bolag", "företag"]),
    (OrganizationKind::Association, &["association", "förening"]),
    (OrganizationKind::Other, &["other", "annan"]),
];

const PLACE_KINDS: Words<PlaceKind, 3> = [
    (PlaceKind::City, &["city", "stad"]),
    (PlaceKind::Area, &["area", "område"]),
    (PlaceKind::Other, &["other", "annan"]),
];

const CONTACT_KINDS: Words<ContactKind, 2> = [
    (ContactKind::Organization, &["organization", "funktion", "function", "organisation"]),
    (ContactKind::Individual, &["individual", "person"]),
];

const FORMAT_TERMS: Words<FormatTerm, 2> =
    [(FormatTerm::FileType, &["file-type"]), (FormatTerm::MediaType, &["media-type"])];

fn closed<T: Copy, W: AsRef<[&'static str]>>(
    node: &Node<'_>,
    findings: &Findings,
    wanted: &str,
    members: &[(T, W)],
) -> Option<T> {
    let word = string(node, wanted, findings)?;
    let lower = word.to_lowercase();
    let found = members.iter().find(|(_, words)| words.as_ref().contains(&lower.as_str()));
    if found.is_none() {
        let all = members.iter().flat_map(|(_, words)| words.as_ref().iter().copied());
        let help = did_you_mean(word, all, findings).unwrap_or_else(|| {
            let keys: Vec<_> = members.iter().map(|(_, words)| format!("`{}`", words.as_ref()[0])).collect();
            format!("write one of {}", keys.join(", "))
        });
        let message = format!("{:?} is no {}", shown(word), wanted.trim_start_matches("an ").trim_start_matches("a "));
        findings.error(node.span.clone(), message, "", Some(help));
    }
    found.map(|(member, _)| *member)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Value;

    fn read<T>(word: &str, read: impl Fn(&Node<'_>, &Findings) -> Option<T>) -> Option<T> {
        read(&Node { span: 0..0, value: Value::String(word.into()) }, &Findings::default())
    }

    #[test]
    fn every_key_and_label_of_the_model_is_a_word() {
        for kind in AnnouncementType::ALL {
            assert_eq!(read(kind.key(), announcement_type), Some(kind));
            for (_, label) in kind.labels() {
                assert_eq!(read(label, announcement_type), Some(kind), "{label}");
            }
        }
        for status in PlanStatus::ALL {
            assert_eq!(read(status.key(), plan_status), Some(status));
            for (_, label) in status.labels() {
                assert_eq!(read(label, plan_status), Some(status), "{label}");
            }
        }
        for which in Service::ALL {
            assert!(which.labels().iter().all(|(_, label)| read(label, service) == Some(which)), "{which:?}");
            assert_eq!(read(which.key(), service), Some(which));
        }
        for status in DisruptionStatus::ALL {
            assert!(status.labels().iter().all(|(_, label)| read(label, disruption_status) == Some(status)));
            assert_eq!(read(status.key(), disruption_status), Some(status));
        }
        for which in AlertSeverity::ALL {
            assert!(which.labels().iter().all(|(_, label)| read(label, alert_severity) == Some(which)), "{which:?}");
            assert_eq!(read(which.key(), alert_severity), Some(which));
        }
        for which in AlertUrgency::ALL {
            assert!(which.labels().iter().all(|(_, label)| read(label, alert_urgency) == Some(which)), "{which:?}");
            assert_eq!(read(which.key(), alert_urgency), Some(which));
        }
        for which in AlertCertainty::ALL {
            assert!(which.labels().iter().all(|(_, label)| read(label, alert_certainty) == Some(which)), "{which:?}");
            assert_eq!(read(which.key(), alert_certainty), Some(which));
        }
        for policy in PersonalData::ALL {
            assert!(policy.labels().iter().all(|(_, label)| read(label, personal_data) == Some(policy)));
            assert_eq!(read(policy.key(), personal_data), Some(policy));
        }
        assert!(OrganizationKind::ALL.iter().all(|&kind| read(kind.key(), organization_kind) == Some(kind)));
        assert!(ContactKind::ALL.iter().all(|&kind| read(kind.key(), contact_kind) == Some(kind)));
        assert!(FormatTerm::ALL.iter().all(|&term| read(term.key(), format_term) == Some(term)));
        assert!(PlaceKind::ALL.iter().all(|&kind| read(kind.key(), place_kind) == Some(kind)));
        assert!(Format::ALL.iter().all(|&each| read(each.key(), format) == Some(each)));
        assert!(Compression::ALL.iter().all(|&each| read(each.extension(), compression) == Some(each)));
        assert_eq!(read("KUNGÖRELSE", announcement_type), Some(AnnouncementType::Notice));
    }
}
