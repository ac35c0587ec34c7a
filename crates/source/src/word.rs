use crate::{
    fields::did_you_mean,
    finding::Findings,
    help::Help,
    message::Message,
    noun::Noun,
    tree::Node,
    value::{shortened, string},
};
use anslag_core::ClosedSet;

/// Reads a member of a closed set by its key, by its label in any language, or by another word for it, in any case.
pub(crate) fn closed<T: ClosedSet>(node: &Node<'_>, wanted: Noun, findings: &Findings) -> Option<T> {
    let word = string(node, wanted, findings)?;
    let lower = word.to_lowercase();
    // Nearly all of the words are in lower case.
    let is_it = |known: &str| known == lower || known.contains(char::is_uppercase) && known.to_lowercase() == lower;
    let found = T::ALL.iter().copied().find(|member| words(*member).any(is_it));
    if found.is_none() {
        let all = T::ALL.iter().flat_map(|member| words(*member));
        let help = did_you_mean(word, all, findings).unwrap_or_else(|| Help::WriteOneOf {
            words: T::ALL.iter().map(|member| (member.key(), swedish(*member))).collect(),
        });
        let message = Message::NoneOf { word: shortened(word), unknown: wanted.unknown() };
        findings.add(node.span.clone(), message, None, Some(help));
    }
    found
}

/// Returns every word for a member, its key first.
fn words<T: ClosedSet>(member: T) -> impl Iterator<Item = &'static str> {
    let labels = member.labels().iter().map(|(_, label)| *label);
    [member.key()].into_iter().chain(labels).chain(member.words().iter().copied())
}

/// Returns the Swedish label of a member; its key if it has none.
pub(crate) fn swedish<T: ClosedSet>(member: T) -> &'static str {
    let label = member.labels().iter().find(|(language, _)| *language == "sv");
    label.map_or(member.key(), |(_, label)| *label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Value;
    use anslag_core::{
        AlertCertainty, AlertSeverity, AlertUrgency, AnnouncementType, AssessmentMethod, Attendance, Compliance,
        Compression, ConsultationStage, ContactKind, DayPart, DisruptionStatus, DocumentFormat, FeedKind, Format,
        FormatTerm, NoticeKind, OrganizationKind, PersonalData, PlaceKind, PlanStatus, Repetition, Service,
        ShortcomingGround, TimePrecision,
    };
    use std::fmt::Debug;

    #[track_caller]
    fn check<T: ClosedSet + Debug>(words: &[&str], expected: Option<T>) {
        for word in words {
            let node = Node { span: 0..0, written: "", value: Value::String((*word).into()) };
            assert_eq!(closed(&node, Noun::Line, &Findings::default()), expected, "{word}");
        }
    }

    #[test]
    fn a_member_goes_by_its_key_its_labels_and_other_words() {
        let words = ["notice", "KUNGÖRELSE", "Anslag", "public notice", "publisks paziņojums"];
        check(&words, Some(AnnouncementType::Notice));
        check(&["samråd", "remiss", "Granskning"], Some(AnnouncementType::Consultation));
        check(&["VMA", "varning"], Some(AnnouncementType::Alert));
        check(&["lediga tomter"], Some(AnnouncementType::Offer));
        check(&["platsannons"], Some(AnnouncementType::Job));
        check(&["Företag", "bolag", "company"], Some(OrganizationKind::Company));
        check(&["IT", "it"], Some(Service::It));
        check::<AnnouncementType>(&["anslagen", ""], None);
        check(&["turtle", "ttl", "TTL"], Some(Format::Turtle));
        check(&["gz"], Some(Compression::Gzip));
    }

    /// A word of two members of a set would always be read as the first.
    #[test]
    fn a_word_stands_for_one_member() {
        #[track_caller]
        fn check_all<T: ClosedSet + Debug>() {
            for member in T::ALL {
                check(&words(*member).collect::<Vec<_>>(), Some(*member));
            }
        }
        check_all::<AnnouncementType>();
        check_all::<NoticeKind>();
        check_all::<ConsultationStage>();
        check_all::<PlanStatus>();
        check_all::<Service>();
        check_all::<Repetition>();
        check_all::<Attendance>();
        check_all::<TimePrecision>();
        check_all::<DayPart>();
        check_all::<DisruptionStatus>();
        check_all::<AlertSeverity>();
        check_all::<AlertUrgency>();
        check_all::<AlertCertainty>();
        check_all::<PersonalData>();
        check_all::<OrganizationKind>();
        check_all::<PlaceKind>();
        check_all::<ContactKind>();
        check_all::<Compliance>();
        check_all::<AssessmentMethod>();
        check_all::<ShortcomingGround>();
        check_all::<FormatTerm>();
        check_all::<FeedKind>();
        check_all::<Compression>();
        check_all::<Format>();
        check_all::<DocumentFormat>();
    }
}
