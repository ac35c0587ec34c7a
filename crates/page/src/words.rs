/// Makes a struct of one table: labels of pages in Swedish, English, Estonian and Latvian.
macro_rules! words {
    ($(#[$attribute:meta])* $words:ident; $($name:ident: $labels:expr,)*) => {
        $(#[$attribute])*
        pub(crate) struct $words {
            /// The language.
            #[allow(dead_code, reason = "some pages need only their words")]
            pub(crate) language: &'static str,
            $(pub(crate) $name: &'static str,)*
        }

        impl $words {
            /// Returns the words in a language of [`LANGUAGES`](anslag_schema::LANGUAGES).
            pub(crate) fn new(language: &'static str) -> Self {
                Self { language, $($name: anslag_schema::label_in($labels, language),)* }
            }
        }
    };
}

pub(crate) use words;

words! {
    /// The words of the interface in one language.
    Words;
    skip: ["Hoppa till innehållet", "Skip to the content", "Otse sisu juurde", "Pāriet uz saturu"],
    navigation: ["Huvudmeny", "Main menu", "Peamenüü", "Galvenā izvēlne"],
    languages: ["Språk", "Languages", "Keeled", "Valodas"],
    search: ["Sök", "Search", "Otsing", "Meklēšana"],
    now: ["Just nu", "Right now", "Praegu", "Pašlaik"],
    in_force: ["Gäller: {}", "In force: {}", "Kehtib: {}", "Spēkā: {}"],
    nothing_now: [
        "Inga varningar eller driftstörningar pågår.",
        "No alerts or disruptions are in force.",
        "Hoiatusi ega katkestusi ei ole.",
        "Brīdinājumu un traucējumu nav.",
    ],
    board: ["Anslagstavla", "Notice board", "Teadetetahvel", "Ziņojumu dēlis"],
    boards: ["Anslagstavlor", "Notice boards", "Teadetetahvlid", "Ziņojumu dēļi"],
    board_day: ["Anslaget den {}", "Posted on {}", "Üleval {}", "Izlikts {}"],
    board_operator: ["Ansvarig", "Operated by", "Haldaja", "Uztur"],
    board_place: ["Plats", "Place", "Koht", "Vieta"],
    board_elsewhere: ["Tavlans egen sida", "The board's own page", "Tahvli oma leht", "Dēļa paša lapa"],
    day_left: ["{} dag kvar", "{} day left", "veel {} päev", "vēl {} diena"],
    days_left: ["{} dagar kvar", "{} days left", "veel {} päeva", "vēl {} dienas"],
    last_day: ["sista dagen är i dag", "the last day is today", "viimane päev on täna", "pēdējā diena ir šodien"],
    too_late: ["tiden har gått ut", "the time has passed", "tähtaeg on möödas", "termiņš ir beidzies"],
    how_to_appeal: ["Så överklagar du", "How to appeal", "Kuidas vaidlustada", "Kā pārsūdzēt"],
    appeal_text: [
        "Överklaga skriftligt. Skriv vilket beslut du överklagar, varför det är fel och hur du vill att det ändras. Överklagandet ska ha kommit in senast den sista dagen i tabellen. I anslaget står vart du skickar det.",
        "Appeal in writing. Say which decision you appeal, why it is wrong, and how you want it changed. The appeal must arrive by the last day in the table. The notice says where to send it.",
        "Vaidlusta kirjalikult. Kirjuta, millist otsust sa vaidlustad, miks see on vale ja kuidas seda muuta. Kaebus peab kohale jõudma hiljemalt tabelis märgitud viimasel päeval. Teates on kirjas, kuhu see saata.",
        "Pārsūdzi rakstiski. Norādi, kuru lēmumu pārsūdzi, kāpēc tas ir nepareizs un kā to mainīt. Sūdzībai jāpienāk ne vēlāk kā tabulā norādītajā pēdējā dienā. Paziņojumā ir teikts, kurp to sūtīt.",
    ],
    board_latest: [
        "De senaste kungörelserna som är anslagna i dag.",
        "The latest public notices that are posted today.",
        "Viimased täna üleval olevad avalikud teated.",
        "Jaunākie šodien izliktie publiskie paziņojumi.",
    ],
    nothing_posted: ["Ingenting är anslaget.", "Nothing is posted.", "Ühtegi teadet ei ole üleval.", "Nekas nav izlikts."],
    removed: [
        "Tas ned tidigast {}",
        "Taken down {} at the earliest",
        "Eemaldatakse mitte varem kui {}",
        "Tiks noņemts ne agrāk kā {}",
    ],
    appeal_until: [
        "Sista dag att överklaga: {}",
        "Last day to appeal: {}",
        "Viimane vaidlustamise päev: {}",
        "Pēdējā pārsūdzēšanas diena: {}",
    ],
    current: ["Aktuellt", "Latest", "Uusimad", "Jaunumi"],
    latest: ["Senaste", "Latest", "Uusimad", "Jaunākie"],
    nothing_published: [
        "Ingenting är publicerat ännu.",
        "Nothing is published yet.",
        "Midagi ei ole veel avaldatud.",
        "Vēl nekas nav publicēts.",
    ],
    subscribe: ["Prenumerera", "Subscribe", "Telli", "Abonēt"],
    subscribe_how: [
        "Ett flöde ger dig nya tillkännagivanden i en nyhetsläsare eller ett e-postprogram. Kopiera adressen till ditt program.",
        "A feed brings new announcements to your news reader or e-mail program. Copy the address into your program.",
        "Voog toob uued teated sinu uudistelugejasse või e-posti programmi. Kopeeri aadress oma programmi.",
        "Plūsma nogādā jaunos paziņojumus tavā ziņu lasītājā vai e-pasta programmā. Iekopē adresi savā programmā.",
    ],
    everything: ["Alla tillkännagivanden", "All announcements", "Kõik teated", "Visi paziņojumi"],
    selections: ["Urval", "Selections", "Valikud", "Atlases"],
    types: ["Typer", "Types", "Liigid", "Veidi"],
    publishers: ["Utgivare", "Publishers", "Avaldajad", "Izdevēji"],
    feeds_all: ["Alla flöden och kalendrar", "All feeds and calendars", "Kõik vood ja kalendrid", "Visas plūsmas un kalendāri"],
    calendar: ["Kalender", "Calendar", "Kalender", "Kalendārs"],
    open_data: ["Öppna data", "Open data", "Avaandmed", "Atvērtie dati"],
    open_data_all: [
        "Alla tillkännagivanden som filer",
        "All announcements as files",
        "Kõik teated failidena",
        "Visi paziņojumi kā faili",
    ],
    open_data_licence: ["Licens: {}.", "Licence: {}.", "Litsents: {}.", "Licence: {}."],
    open_data_one: [
        "Det här tillkännagivandet för program:",
        "This announcement for programs:",
        "See teade programmidele:",
        "Šis paziņojums programmām:",
    ],
    updated: ["Senast ändrade {}.", "Last changed {}.", "Viimati muudetud {}.", "Pēdējo reizi mainīts {}."],
    open_data_more: [
        "Så öppnar du filerna, och vad du kan lita på",
        "How to open the files, and what you can rely on",
        "Kuidas faile avada ja millele võid loota",
        "Kā atvērt failus un uz ko vari paļauties",
    ],
    format: ["Format", "Format", "Vorming", "Formāts"],
    file: ["Fil", "File", "Fail", "Fails"],
    size: ["Storlek", "Size", "Suurus", "Izmērs"],
    as_of: ["Sidan gäller {}.", "This page is as of {}.", "Leht seisuga {}.", "Lapa aktuāla uz {}."],
    published: ["Publicerad", "Published", "Avaldatud", "Publicēts"],
    modified: ["Ändrad", "Modified", "Muudetud", "Mainīts"],
    source: ["Först publicerad på {}", "First published on {}", "Algselt avaldatud lehel {}", "Sākotnēji publicēts vietnē {}"],
    read_in: ["Läs på", "Read in", "Loe teises keeles", "Lasīt citā valodā"],
    replaced: [
        "Det här tillkännagivandet är ersatt av ett nyare:",
        "This announcement is replaced by a later one:",
        "Selle teate on asendanud uuem:",
        "Šo paziņojumu ir aizstājis jaunāks:",
    ],
    replaces: ["Ersätter ett tidigare tillkännagivande:", "Replaces an earlier announcement:", "Asendab varasema teate:", "Aizstāj agrāku paziņojumu:"],
    facts: ["Fakta", "Facts", "Faktid", "Fakti"],
    topics: ["Ämnen", "Topics", "Teemad", "Tēmas"],
    quotes: ["Citat", "Quotes", "Tsitaadid", "Citāti"],
    funding: ["Finansiering", "Funding", "Rahastus", "Finansējums"],
    funding_chart: [
        "Stapeldiagram över finansieringen. Tabellen har samma siffror.",
        "Bar chart of the funding. The table has the same numbers.",
        "Rahastuse tulpdiagramm. Tabelis on samad arvud.",
        "Finansējuma stabiņu diagramma. Tabulā ir tie paši skaitļi.",
    ],
    funder: ["Finansiär", "Funder", "Rahastaja", "Finansētājs"],
    share: ["Andel", "Share", "Osakaal", "Daļa"],
    amount: ["Belopp", "Amount", "Summa", "Summa"],
    contact: ["Kontakt", "Contact", "Kontakt", "Kontakti"],
    withdrawn: [
        "Det här tillkännagivandet är tillbakadraget",
        "This announcement is withdrawn",
        "See teade on tagasi võetud",
        "Šis paziņojums ir atsaukts",
    ],
    withdrawn_on: ["Det drogs tillbaka den {}.", "It was withdrawn on {}.", "See võeti tagasi {}.", "Tas tika atsaukts {}."],
    expired: [
        "Det här tillkännagivandet gäller inte längre",
        "This announcement is no longer valid",
        "See teade enam ei kehti",
        "Šis paziņojums vairs nav spēkā",
    ],
    expired_on: ["Det upphörde den {}.", "It expired on {}.", "See kaotas kehtivuse {}.", "Tas zaudēja spēku {}."],
    to_start: ["Till startsidan", "To the start page", "Avalehele", "Uz sākumlapu"],
    accessibility: ["Tillgänglighetsredogörelse", "Accessibility statement", "Ligipääsetavuse teatis", "Piekļūstamības paziņojums"],
    about_site: ["Om webbplatsen", "About this site", "Veebilehest", "Par vietni"],
    publisher: ["Utgivare", "Publisher", "Avaldaja", "Izdevējs"],
    licence: ["Licens", "Licence", "Litsents", "Licence"],
    questions: ["Frågor om webbplatsen", "Questions about this site", "Küsimused lehe kohta", "Jautājumi par vietni"],
}
