//! Titles and descriptions of the datasets of single types.

use crate::text::{Text, Texts};
use anslag_core::AnnouncementType;

/// Returns the title: the type in the plural.
pub(crate) fn title(kind: AnnouncementType) -> Text {
    let (sv, en) = match kind {
        AnnouncementType::News => ("Nyheter", "News"),
        AnnouncementType::PressRelease => ("Pressmeddelanden", "Press releases"),
        AnnouncementType::Notice => ("Kungörelser", "Public notices"),
        AnnouncementType::Disruption => ("Driftstörningar", "Disruptions"),
        AnnouncementType::Consultation => ("Samråd", "Consultations"),
        AnnouncementType::Event => ("Evenemang", "Events"),
        AnnouncementType::Offer => ("Erbjudanden", "Offers"),
        AnnouncementType::Alert => ("Varningar", "Alerts"),
        AnnouncementType::Job => ("Lediga jobb", "Jobs"),
    };
    Text::new(sv, en)
}

/// Returns the keywords: the type in the singular.
pub(crate) fn keywords<'a>(kind: AnnouncementType) -> Texts<'a> {
    let labels = kind.labels().into_iter().filter(|(language, _)| matches!(*language, "sv" | "en"));
    labels.map(|(language, label)| (language, label.into())).collect()
}

/// Returns the description: what the announcements tell, and when the dataset changes.
pub(crate) fn description(kind: AnnouncementType) -> Text {
    let (sv, en) = match kind {
        AnnouncementType::News => {
            ("Nyheter med rubrik, text, datum och kontaktuppgifter.", "News with headline, text, dates and contacts.")
        }
        AnnouncementType::PressRelease => (
            "Pressmeddelanden med rubrik, text, citat och kontaktuppgifter.",
            "Press releases with headline, text, quotes and contacts.",
        ),
        AnnouncementType::Notice => (
            "Kungörelser på anslagstavlan: vad de gäller, när de sattes upp och tas ned, och sista dag att överklaga.",
            "Public notices on the notice board: what they concern, when they are posted and removed, and the last day to appeal.",
        ),
        AnnouncementType::Disruption => (
            "Störningar i vatten, el, trafik och annan service: vad som är stört, var, och när det började och slutar.",
            "Disruptions of water, power, traffic and other services: what is disrupted, where, and when it begins and ends.",
        ),
        AnnouncementType::Consultation => (
            "Samråd, remisser och granskningar: vad de gäller, var handlingarna finns och sista dag att lämna synpunkter.",
            "Consultations: what they concern, where the documents are, and the last day to comment.",
        ),
        AnnouncementType::Event => {
            ("Evenemang med tid, plats, arrangör och pris.", "Events with time, place, organiser and price.")
        }
        AnnouncementType::Offer => (
            "Det som erbjuds, till exempel lediga tomter: var det finns, vad det kostar och sista dag att anmäla intresse.",
            "What is offered, such as plots of land: where it is, what it costs, and the last day to apply.",
        ),
        AnnouncementType::Alert => (
            "Varningar till allmänheten: vad som har hänt, hur allvarligt det är och vad man ska göra.",
            "Alerts to the public: what has happened, how severe it is, and what to do.",
        ),
        AnnouncementType::Job => (
            "Lediga jobb med arbetsgivare, plats, villkor och sista dag att söka.",
            "Jobs with employer, place, terms and the last day to apply.",
        ),
    };
    Text::new(
        format!("{sv} Uppdateras när något publiceras, ändras eller tas bort."),
        format!("{en} Updated when something is published, changed or removed."),
    )
}
