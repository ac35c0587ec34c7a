use crate::words::words;

words! {
    /// Words of the accessibility statement.
    AccessibilityWords;
    lead: [
        "Alla ska kunna använda den här webbplatsen. Här står hur väl den uppfyller lagens krav, vilka brister som är kända och hur du berättar om fler.",
        "Everybody should be able to use this site. Read how well it meets the law, which shortcomings are known, and how to report more.",
        "Igaüks peab saama seda veebilehte kasutada. Siit näed, kui hästi see vastab seadusele, millised puudused on teada ja kuidas neist teatada.",
        "Ikvienam jāspēj lietot šo vietni. Šeit lasi, cik labi tā atbilst likumam, kādi trūkumi ir zināmi un kā ziņot par citiem.",
    ],
    site: ["Webbplats", "Site", "Veebileht", "Vietne"],
    body: ["Ansvarig", "Responsible body", "Vastutaja", "Atbildīgā iestāde"],
    compliance: ["Så väl uppfyller webbplatsen kraven", "Compliance", "Vastavus", "Atbilstība"],
    full: [
        "Webbplatsen är helt förenlig med {}.",
        "The site is fully compliant with {}.",
        "Veebileht vastab täielikult {}.",
        "Vietne pilnībā atbilst {}.",
    ],
    partial: [
        "Webbplatsen är delvis förenlig med {}, på grund av de brister som står nedan.",
        "The site is partially compliant with {}, because of the shortcomings below.",
        "Veebileht vastab allpool loetletud puuduste tõttu osaliselt {}.",
        "Tālāk minēto trūkumu dēļ vietne daļēji atbilst {}.",
    ],
    none: [
        "Webbplatsen är inte förenlig med {}, på grund av de brister som står nedan.",
        "The site is not compliant with {}, because of the shortcomings below.",
        "Veebileht ei vasta allpool loetletud puuduste tõttu {}.",
        "Tālāk minēto trūkumu dēļ vietne neatbilst {}.",
    ],
    law: [
        "lagen (2018:1937) om tillgänglighet till digital offentlig service",
        "the Swedish act (2018:1937) on the accessibility of digital public services",
        "Rootsi seadusele (2018:1937) avalike digiteenuste ligipääsetavuse kohta",
        "Zviedrijas likumam (2018:1937) par digitālo publisko pakalpojumu piekļūstamību",
    ],
    directive: [
        "direktiv (EU) 2016/2102 om tillgänglighet",
        "Directive (EU) 2016/2102 on accessibility",
        "direktiivile (EL) 2016/2102 ligipääsetavuse kohta",
        "Direktīvai (ES) 2016/2102 par piekļūstamību",
    ],
    shortcomings: ["Innehåll som inte är tillgängligt", "Content that is not accessible", "Sisu, mis ei ole ligipääsetav", "Saturs, kas nav piekļūstams"],
    breach: ["Brister mot lagens krav", "Non-compliance with the law", "Vastuolu seaduse nõuetega", "Neatbilstība likuma prasībām"],
    burden: ["Oskäligt betungande anpassning", "Disproportionate burden", "Ebaproportsionaalne koormus", "Nesamērīgs slogs"],
    exempt: [
        "Innehåll som inte omfattas av lagen",
        "Content to which the law does not apply",
        "Sisu, mille kohta seadus ei kehti",
        "Saturs, uz kuru likums neattiecas",
    ],
    report: ["Rapportera brister", "Report problems", "Teata puudustest", "Ziņo par trūkumiem"],
    report_how: [
        "Hör av dig om du hittar en brist som inte står här, eller behöver innehållet i en annan form:",
        "Tell us if you find a problem that is not listed here, or need the content in another form:",
        "Anna meile teada, kui leiad puuduse, mida siin ei ole, või vajad sisu teisel kujul:",
        "Raksti mums, ja atrodi trūkumu, kas šeit nav minēts, vai ja tev vajag saturu citā veidā:",
    ],
    supervision: ["Tillsyn", "Supervision", "Järelevalve", "Uzraudzība"],
    supervisor: [
        "Myndigheten för digital förvaltning (Digg) har tillsyn över att lagen följs. Är du inte nöjd med vårt svar kan du anmäla det dit:",
        "The Swedish Agency for Digital Government (Digg) supervises the law. If our answer does not satisfy you, you can notify the agency:",
        "Seaduse täitmist jälgib Rootsi digivalitsuse amet (Digg). Kui sa ei ole meie vastusega rahul, võid sellest ametile teatada:",
        "Likuma ievērošanu uzrauga Zviedrijas Digitālās pārvaldes aģentūra (Digg). Ja neesi apmierināts ar mūsu atbildi, vari ziņot aģentūrai:",
    ],
    notify: [
        "Anmäl bristande tillgänglighet till Digg",
        "Report poor accessibility to Digg (in Swedish)",
        "Teata puudulikust ligipääsetavusest Diggile (rootsi keeles)",
        "Ziņot Digg par nepietiekamu piekļūstamību (zviedru valodā)",
    ],
    assessment: ["Så har webbplatsen prövats", "Assessment of the site", "Veebilehe hindamine", "Vietnes novērtējums"],
    method: ["Metod", "Method", "Meetod", "Metode"],
    own: ["Självskattning", "Self-assessment", "Enesehindamine", "Pašnovērtējums"],
    external: ["Granskning av extern part", "Assessment by a third party", "Kolmanda isiku hindamine", "Trešās puses novērtējums"],
    assessed: ["Senast bedömd", "Last assessed", "Viimati hinnatud", "Pēdējo reizi novērtēts"],
    published: ["Webbplatsen publicerad", "Site published", "Veebileht avaldatud", "Vietne publicēta"],
    reviewed: ["Redogörelsen senast uppdaterad", "Statement last reviewed", "Teatis viimati üle vaadatud", "Paziņojums pēdējo reizi pārskatīts"],
}
