use crate::LanguageTag;

/// What people call the facts of an announcement, for forms that people read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Word {
    /// A public notice.
    Notice,
    /// A disruption.
    Disruption,
    /// A consultation.
    Consultation,
    /// An alert.
    Alert,
    /// A job.
    Job,
    /// A plot of land on offer.
    Offer,
    /// An event.
    Event,
    /// The log.
    Updates,
    /// Whom to ask.
    Contact,
    /// Files.
    Attachments,
    /// Pages elsewhere.
    Links,
    /// The body that has decided.
    Body,
    /// The law that wants a notice.
    LegalBasis,
    /// When the body met.
    Meeting,
    /// Of the minutes.
    Paragraphs,
    /// Diarienummer.
    CaseNumber,
    /// When the minutes were adjusted.
    Adjusted,
    /// When a notice was posted.
    Posted,
    /// The last day for an appeal.
    AppealUntil,
    /// To whom an appeal is sent.
    AppealTo,
    /// When a notice may be taken down.
    RemoveAfter,
    /// Where the minutes are kept.
    KeptAt,
    /// Who keeps the minutes.
    Secretary,
    /// What is disrupted.
    Service,
    /// Where.
    Areas,
    /// When it begins.
    Starts,
    /// When it is thought to end.
    ExpectedEnd,
    /// When it ended.
    Ended,
    /// How far it has come, or how certain it is.
    Status,
    /// Why.
    Cause,
    /// What to do.
    Advice,
    /// The first day for comments.
    Opens,
    /// The last day for comments.
    Closes,
    /// Where documents can be read.
    ReadAt,
    /// Where comments are sent to.
    SendTo,
    /// What it means not to reply.
    NoReply,
    /// Who warns.
    Sender,
    /// What of.
    Danger,
    /// How bad it is.
    Severity,
    /// How soon something is to be done.
    Urgency,
    /// How certain it is.
    Certainty,
    /// From when on it holds.
    Effective,
    /// Until when it holds.
    Expires,
    /// When the danger was over.
    AllClear,
    /// What the job is.
    JobTitle,
    /// The unit to work at.
    Unit,
    /// How much work it is.
    Extent,
    /// The last day for an application.
    ApplyBy,
    /// What an application refers to.
    Reference,
    /// Where to apply.
    Apply,
    /// What the land register calls a property.
    Designation,
    /// How large it is.
    AreaSize,
    /// What it costs.
    Price,
    /// By what rule it is given to one of those who apply.
    Allocation,
    /// Where it is.
    Place,
    /// What it is.
    What,
    /// When it is.
    When,
    /// Who arranges it.
    Organizer,
    /// What it depends on.
    Condition,
    /// Where to book.
    Booking,
    /// Other announcements.
    SeeAlso,
    /// The announcement that this one takes the place of.
    Replaces,
    /// The announcement that this one says in another language.
    TranslationOf,
    /// An announcement that says this one in another language.
    Translation,
    /// It costs nothing.
    Free,
    /// It follows from a rule; the source does not say it.
    Derived,
}

impl Word {
    /// The word in Swedish, English, Estonian and Latvian, each with its language tag.
    #[must_use]
    pub const fn labels(self) -> [(&'static str, &'static str); 4] {
        let [sv, en, et, lv] = match self {
            Self::Notice => ["Anslag", "Public notice", "Teadaanne", "Paziņojums"],
            Self::Disruption => ["Driftstörning", "Disruption", "Katkestus", "Traucējums"],
            Self::Consultation => ["Samråd", "Consultation", "Avalik arutelu", "Sabiedriskā apspriešana"],
            Self::Alert => ["Varning", "Alert", "Hoiatus", "Brīdinājums"],
            Self::Job => ["Ledigt jobb", "Job", "Töökoht", "Vakance"],
            Self::Offer => ["Ledig tomt", "Plot of land", "Vaba krunt", "Brīvs zemesgabals"],
            Self::Event => ["Evenemang", "Event", "Sündmus", "Pasākums"],
            Self::Updates => ["Uppdateringar", "Updates", "Uuendused", "Atjauninājumi"],
            Self::Contact => ["Kontakt", "Contact", "Kontakt", "Kontaktpersona"],
            Self::Attachments => ["Bilagor", "Attachments", "Lisad", "Pielikumi"],
            Self::Links => ["Läs mer", "Read more", "Loe lisaks", "Lasīt vairāk"],
            Self::Body => ["Organ", "Decided by", "Otsustaja", "Lēmuma pieņēmējs"],
            Self::LegalBasis => ["Lagrum", "Legal basis", "Õiguslik alus", "Juridiskais pamats"],
            Self::Meeting => ["Sammanträde", "Meeting", "Koosolek", "Sēde"],
            Self::Paragraphs => ["Paragrafer", "Paragraphs", "Paragrahvid", "Paragrāfi"],
            Self::CaseNumber => ["Diarienummer", "Case number", "Asja number", "Lietas numurs"],
            Self::Adjusted => ["Justerat", "Minutes adjusted", "Protokoll kinnitatud", "Protokols apstiprināts"],
            Self::Posted => ["Anslaget", "Posted", "Avaldatud", "Izlikts"],
            Self::AppealUntil => ["Överklagas senast", "Appeal until", "Vaidlustada kuni", "Pārsūdzēt līdz"],
            Self::AppealTo => ["Överklagas till", "Appeal to", "Kaebus esitada", "Pārsūdzēt"],
            Self::RemoveAfter => ["Får tas ned", "May be taken down", "Võib maha võtta", "Drīkst noņemt"],
            Self::KeptAt => {
                ["Protokollet förvaras", "Minutes are kept at", "Protokolli säilitatakse", "Protokols glabājas"]
            }
            Self::Secretary => ["Sekreterare", "Secretary", "Protokollija", "Sekretārs"],
            Self::Service => ["Tjänst", "Service", "Teenus", "Pakalpojums"],
            Self::Areas => ["Område", "Area", "Piirkond", "Teritorija"],
            Self::Starts => ["Börjar", "Starts", "Algab", "Sākas"],
            Self::ExpectedEnd => ["Väntas sluta", "Expected end", "Eeldatav lõpp", "Paredzamās beigas"],
            Self::Ended => ["Slutade", "Ended", "Lõppes", "Beidzās"],
            Self::Status => ["Status", "Status", "Olek", "Statuss"],
            Self::Cause => ["Orsak", "Cause", "Põhjus", "Cēlonis"],
            Self::Advice => ["Råd", "Advice", "Soovitus", "Ieteikums"],
            Self::Opens => ["Öppnar", "Opens", "Algab", "Sākums"],
            Self::Closes => ["Lämna synpunkter senast", "Comments until", "Arvamusi oodatakse kuni", "Viedokļi līdz"],
            Self::ReadAt => ["Handlingarna finns", "Documents are at", "Dokumendid asuvad", "Dokumenti pieejami"],
            Self::SendTo => ["Synpunkter till", "Send comments to", "Arvamused saata", "Viedokļus sūtīt"],
            Self::NoReply => ["Om du inte svarar", "If you do not reply", "Kui te ei vasta", "Ja neatbildat"],
            Self::Sender => ["Avsändare", "Sender", "Saatja", "Sūtītājs"],
            Self::Danger => ["Fara", "Danger", "Oht", "Briesmas"],
            Self::Severity => ["Allvar", "Severity", "Tõsidus", "Smagums"],
            Self::Urgency => ["Brådska", "Urgency", "Kiireloomulisus", "Steidzamība"],
            Self::Certainty => ["Säkerhet", "Certainty", "Kindlus", "Noteiktība"],
            Self::Effective => ["Gäller från", "In force from", "Kehtib alates", "Spēkā no"],
            Self::Expires => ["Gäller till", "In force until", "Kehtib kuni", "Spēkā līdz"],
            Self::AllClear => ["Faran över", "All clear", "Oht möödas", "Briesmas pārgājušas"],
            Self::JobTitle => ["Jobb", "Job", "Amet", "Amats"],
            Self::Unit => ["Arbetsplats", "Workplace", "Asutus", "Darbavieta"],
            Self::Extent => ["Omfattning", "Extent", "Koormus", "Slodze"],
            Self::ApplyBy => ["Sök senast", "Apply by", "Kandideerida kuni", "Pieteikties līdz"],
            Self::Reference => ["Referens", "Reference", "Viide", "Atsauce"],
            Self::Apply => ["Ansökan", "Application", "Avaldus", "Pieteikums"],
            Self::Designation => {
                ["Fastighetsbeteckning", "Property designation", "Kinnistu nimetus", "Īpašuma apzīmējums"]
            }
            Self::AreaSize => ["Areal", "Area", "Pindala", "Platība"],
            Self::Price => ["Pris", "Price", "Hind", "Cena"],
            Self::Allocation => ["Fördelning", "Allocation", "Jaotamine", "Sadale"],
            Self::Place => ["Plats", "Place", "Koht", "Vieta"],
            Self::What => ["Vad", "What", "Mis", "Kas"],
            Self::When => ["När", "When", "Millal", "Kad"],
            Self::Organizer => ["Arrangör", "Organiser", "Korraldaja", "Organizētājs"],
            Self::Condition => ["Villkor", "Condition", "Tingimus", "Nosacījums"],
            Self::Booking => ["Bokning", "Booking", "Broneerimine", "Rezervācija"],
            Self::SeeAlso => ["Se även", "See also", "Vaata ka", "Skatīt arī"],
            Self::Replaces => ["Ersätter", "Replaces", "Asendab", "Aizstāj"],
            Self::TranslationOf => ["Översättning av", "Translation of", "Tõlge teatest", "Tulkojums no"],
            Self::Translation => ["På ett annat språk", "In another language", "Teises keeles", "Citā valodā"],
            Self::Free => ["gratis", "free of charge", "tasuta", "bez maksas"],
            Self::Derived => ["beräknat", "derived", "arvutatud", "aprēķināts"],
        };
        [("sv", sv), ("en", en), ("et", et), ("lv", lv)]
    }
}

/// The first of some languages that the model's own words are in; English where they are in none.
#[must_use]
pub fn word_language<'a>(languages: impl IntoIterator<Item = &'a LanguageTag>) -> &'static str {
    let own = Word::Notice.labels().map(|(language, _)| language);
    languages.into_iter().find_map(|language| own.into_iter().find(|own| *own == language.primary())).unwrap_or("en")
}

/// The label of a language among those that the model's words have.
#[must_use]
pub fn label_in(labels: [(&'static str, &'static str); 4], language: &str) -> &'static str {
    labels.into_iter().find(|(own, _)| *own == language).unwrap_or(labels[1]).1
}
