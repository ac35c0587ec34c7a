use crate::words::words;
use anslag_core::AnnouncementType;

words! {
    /// Words of the lists in one language.
    ListWords;
    lists: ["Alla listor", "All lists", "Kõik loendid", "Visi saraksti"],
    by_what: [
        "Efter typ, ämne, organisation, plats och månad",
        "By type, topic, organisation, place and month",
        "Liigi, teema, asutuse, koha ja kuu järgi",
        "Pēc veida, tēmas, iestādes, vietas un mēneša",
    ],
    lists_about: [
        "Alla tillkännagivanden efter typ, ämne, organisation, plats och månad.",
        "All announcements by type, topic, organisation, place and month.",
        "Kõik teated liigi, teema, asutuse, koha ja kuu järgi.",
        "Visi paziņojumi pēc veida, tēmas, iestādes, vietas un mēneša.",
    ],
    count: ["Antal tillkännagivanden: {}", "Number of announcements: {}", "Teadete arv: {}", "Paziņojumu skaits: {}"],
    page: ["sida {}", "page {}", "leht {}", "{}. lapa"],
    pager: ["Sidor", "Pages", "Lehed", "Lapas"],
    newer: ["Nyare", "Newer", "Uuemad", "Jaunāki"],
    older: ["Äldre", "Older", "Vanemad", "Vecāki"],
    earlier: ["Tidigare om {}", "Earlier on {}", "Varasem: {}", "Agrāk: {}"],
    later: ["Senare om {}", "Later on {}", "Hilisem: {}", "Vēlāk: {}"],
    feed: ["Prenumerera på listan:", "Subscribe to this list:", "Telli see loend:", "Abonēt šo sarakstu:"],
    topic: ["Ämne", "Topic", "Teema", "Tēma"],
    kind: ["Typ", "Type", "Liik", "Veids"],
    organization: ["Organisation", "Organisation", "Asutus", "Iestāde"],
    place: ["Plats", "Place", "Koht", "Vieta"],
    month: ["Månad", "Month", "Kuu", "Mēnesis"],
    organizations: ["Organisationer", "Organisations", "Asutused", "Iestādes"],
    places: ["Platser", "Places", "Kohad", "Vietas"],
    months: ["Månader", "Months", "Kuud", "Mēneši"],
    nothing: [
        "Här finns inga tillkännagivanden nu.",
        "There are no announcements here now.",
        "Siin ei ole praegu teateid.",
        "Šeit pašlaik nav paziņojumu.",
    ],
    moved: [
        "Det här tillkännagivandet har en ny adress",
        "This announcement has a new address",
        "Sellel teatel on uus aadress",
        "Šim paziņojumam ir jauna adrese",
    ],
    news: ["Nyheter", "News", "Uudised", "Ziņas"],
    press_releases: ["Pressmeddelanden", "Press releases", "Pressiteated", "Preses relīzes"],
    notices: ["Kungörelser", "Public notices", "Avalikud teated", "Publiski paziņojumi"],
    disruptions: ["Driftstörningar", "Disruptions", "Katkestused", "Traucējumi"],
    consultations: ["Samråd", "Consultations", "Avalikud arutelud", "Sabiedriskās apspriešanas"],
    events: ["Evenemang", "Events", "Sündmused", "Pasākumi"],
    offers: ["Erbjudanden", "Offers", "Pakkumised", "Piedāvājumi"],
    alerts: ["Varningar", "Alerts", "Hoiatused", "Brīdinājumi"],
    jobs: ["Lediga jobb", "Jobs", "Töökohad", "Vakances"],
}

impl ListWords {
    /// Returns the word for several announcements of a type.
    pub(crate) fn of_type(&self, kind: AnnouncementType) -> &'static str {
        match kind {
            AnnouncementType::News => self.news,
            AnnouncementType::PressRelease => self.press_releases,
            AnnouncementType::Notice => self.notices,
            AnnouncementType::Disruption => self.disruptions,
            AnnouncementType::Consultation => self.consultations,
            AnnouncementType::Event => self.events,
            AnnouncementType::Offer => self.offers,
            AnnouncementType::Alert => self.alerts,
            AnnouncementType::Job => self.jobs,
        }
    }
}
