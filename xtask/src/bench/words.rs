//! Words of generated announcements: an invented municipality, in the Swedish of such texts.

pub(crate) const MUNICIPALITY: &str = "Ljungsunda kommun";

pub(crate) const UNITS: [&str; 14] = [
    "Kommunstyrelsen",
    "Barn- och utbildningsnämnden",
    "Byggnadsnämnden",
    "Kultur- och fritidsnämnden",
    "Miljö- och hälsoskyddsnämnden",
    "Samhällsbyggnadsnämnden",
    "Socialnämnden",
    "Valnämnden",
    "Överförmyndarnämnden",
    "Gatuenheten",
    "Räddningstjänsten",
    "Vatten- och avloppsenheten",
    "Näringslivsenheten",
    "Ljungsunda bibliotek",
];

pub(crate) const COMPANIES: [&str; 8] = [
    "Ljungsunda Energi AB",
    "Ljungsundabostäder AB",
    "Ljungsunda Fibernät AB",
    "Stiftelsen Ljungsunda Folkets park",
    "Ljungsunda hembygdsförening",
    "Region Sjöriket",
    "Länsstyrelsen i Sjörikets län",
    "Sjörikets tingsrätt",
];

/// Organisations that are in no register.
pub(crate) const OTHERS: [&str; 8] = [
    "Ljungsunda Orienteringsklubb",
    "Föreningen Norden i Ljungsunda",
    "Byalaget i Östra Ekeby",
    "Visit Sjöriket",
    "Företagarna Ljungsunda",
    "Studieförbundet Kornet",
    "Åsens samfällighetsförening",
    "Sjörikets naturskyddsförening",
];

pub(crate) const PLACES: [&str; 24] = [
    "Ljungsunda",
    "Östra Ekeby",
    "Västra Ekeby",
    "Åsen",
    "Ängstorp",
    "Övre Hult",
    "Nedre Hult",
    "Granliden",
    "Björkvik",
    "Sjövallen",
    "Kyrkbacken",
    "Mörtnäs",
    "Håkansbol",
    "Rävlanda gård",
    "Stora Torget",
    "Södra hamnen",
    "Norra skogen",
    "Lövåsen",
    "Fågelmossen",
    "Hästhagen",
    "Kvarnforsen",
    "Björnhyttan",
    "Älvkullen",
    "Tallheden",
];

pub(crate) const TOPICS: [&str; 32] = [
    "digitalisering",
    "öppna data",
    "hållbar turism",
    "vatten och avlopp",
    "avfall och återvinning",
    "trafik och gator",
    "cykelvägar",
    "förskola",
    "grundskola",
    "gymnasieskola",
    "vuxenutbildning",
    "äldreomsorg",
    "funktionsstöd",
    "stöd till barn och unga",
    "bibliotek",
    "kultur",
    "idrott och fritid",
    "friluftsliv",
    "bygga och bo",
    "detaljplaner",
    "miljötillsyn",
    "klimat och energi",
    "krisberedskap",
    "näringsliv",
    "arbete och lediga jobb",
    "upphandling",
    "val och demokrati",
    "budget och ekonomi",
    "integration",
    "folkhälsa",
    "livsmedel",
    "naturvård",
];

pub(crate) const PROGRAMMES: [&str; 5] = [
    "Landsbygdslyftet",
    "Klimatklivet i Sjöriket",
    "Nordiskt utbyte för kommuner",
    "Hela skolan läser",
    "Smarta sjöstäder",
];

pub(crate) const THEMES: [&str; 10] = ["AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "REGI", "SOCI", "TRAN"];

pub(crate) const FIRST_NAMES: [&str; 20] = [
    "Anna", "Åsa", "Björn", "Cecilia", "Daniel", "Elin", "Fatima", "Göran", "Hanna", "Ibrahim", "Jörgen", "Karin",
    "Lars", "Märta", "Nils", "Olle", "Örjan", "Pia", "Siv", "Zeinab",
];

pub(crate) const LAST_NAMES: [&str; 20] = [
    "Andersson",
    "Åkesson",
    "Bergström",
    "Björklund",
    "Dahl",
    "Ekström",
    "Fält",
    "Göransson",
    "Hägglund",
    "Johansson",
    "Kärr",
    "Lindqvist",
    "Mårtensson",
    "Nyström",
    "Östlund",
    "Pettersson",
    "Sjöberg",
    "Törnqvist",
    "Wallin",
    "Ångman",
];

pub(crate) const ROLES: [&str; 12] = [
    "projektledare",
    "enhetschef",
    "kommunikatör",
    "ordförande i nämnden",
    "rektor",
    "planarkitekt",
    "VA-ingenjör",
    "miljöinspektör",
    "samordnare",
    "bibliotekarie",
    "näringslivschef",
    "räddningschef",
];

/// Titles; `{}` is a place.
pub(crate) const NEWS_TITLES: [&str; 12] = [
    "Nu öppnar den nya cykelvägen i {}",
    "Så blir skolåret i {}",
    "Elever i {} får egna läsplattor",
    "Kommunen köper mark i {}",
    "Fler platser på äldreboendet i {}",
    "Ny lekplats planeras i {}",
    "{} får snabbare bredband",
    "Invånarna i {} mest nöjda i länet",
    "Återvinningen i {} flyttar",
    "Internationellt projekt kring besöksnäringen i {}",
    "Bättre belysning längs vägen till {}",
    "Biblioteket i {} får längre öppettider",
];

pub(crate) const NOTICE_TITLES: [&str; 4] = [
    "Anslag: justerat protokoll från sammanträdet om {}",
    "Kungörelse om detaljplan för {}",
    "Kungörelse om bygglov i {}",
    "Anslag om förvaltningens beslut om {}",
];

pub(crate) const DISRUPTION_TITLES: [&str; 6] = [
    "Vattnet stängs av i {}",
    "Avbrott i fjärrvärmen i {}",
    "Vägen genom {} är avstängd",
    "Sophämtningen i {} är försenad",
    "Strömavbrott i {}",
    "Telefonerna till kontoret i {} fungerar inte",
];

pub(crate) const CONSULTATION_TITLES: [&str; 3] =
    ["Samråd om detaljplan för {}", "Tyck till om parken i {}", "Remiss: översiktsplan för {} med omnejd"];

pub(crate) const EVENT_TITLES: [&str; 6] = [
    "Loppmarknad i {}",
    "Sommarkonsert i {}",
    "Öppet hus i skolan i {}",
    "Naturvandring kring {}",
    "Informationsmöte för boende i {}",
    "Sagostund i {}",
];

pub(crate) const OFFER_TITLES: [&str; 3] =
    ["Tomter till salu i {}", "Lediga lokaler i {}", "Bidrag till föreningar i {}"];

pub(crate) const ALERT_TITLES: [&str; 3] =
    ["Koka vattnet i {}", "Varning för skogsbrand kring {}", "Varning för höga flöden vid {}"];

pub(crate) const JOB_TITLES: [&str; 4] = [
    "Vi söker en lärare till {}",
    "Undersköterska till hemtjänsten i {}",
    "Ingenjör till VA-enheten i {}",
    "Sommarjobb för ungdomar i {}",
];

/// Sentences of a text; `{}` is a place, `[]` a unit.
pub(crate) const SENTENCES: [&str; 27] = [
    "[] har beslutat att arbetet i {} ska börja under våren och vara klart innan skolorna slutar för sommaren.",
    "Under tiden kan det vara svårt att ta sig fram med bil, men gående och cyklister kan passera som vanligt.",
    "Den som bor i {} får mer information i brevlådan, och alla handlingar finns att läsa på kommunens webbplats.",
    "Kommunen har satt av 4,5 miljoner kronor i årets budget, varav en fjärdedel kommer från staten.",
    "– Det känns mycket bra att vi äntligen är i gång, och intresset bland invånarna är större än vi vågat hoppas.",
    "Förslaget har varit ute på remiss, och sammanlagt har 47 föreningar, företag och privatpersoner lämnat synpunkter.",
    "I {} pågår samtidigt en upprustning av ledningsnätet, som på sina håll är från 1950-talet.",
    "Enligt [] är det framför allt barn, äldre och personer med funktionsnedsättning som har nytta av förändringen.",
    "Frågan har diskuterats i flera år & avgörs slutgiltigt av kommunfullmäktige i oktober.",
    "Trafiken leds om via {}, och busshållplatsen flyttas 200 meter norrut medan arbetet pågår.",
    "Om vädret tillåter invigs platsen med musik, korv & bröd samt tal av kommunalrådet klockan 11–14.",
    "Vill du veta mer är du välkommen att kontakta [] på vardagar mellan klockan 9 och 16.",
    "Mätningar visar att halten ligger under 5 µg/m³, långt under gränsvärdet på 40 µg/m³.",
    "Arbetet sker i samverkan med grannkommunerna och med stöd från Europeiska unionens strukturfonder.",
    "Eftersom ”Hela skolan läser” blev en framgång i fjol fortsätter satsningen i ytterligare två år.",
    "Tänk på att skicka in ansökan i god tid; den som kommer för sent prövas först nästa termin.",
    "Resultatet redovisas för [] i december och ligger därefter till grund för nästa års planering.",
    "Av de 1 250 hushåll som har tillfrågats svarade sex av tio, vilket är fler än någonsin tidigare.",
    "Vid frågor om ersättning vänder man sig till sitt försäkringsbolag, inte till kommunen.",
    "I {} har bäcken redan återfått sitt gamla lopp, och i somras sågs öring för första gången på trettio år.",
    "Målet är att alla över 65 år i {} ska ha högst 500 meter till närmaste mötesplats.",
    "Byggnaden är K-märkt och får därför behålla sin fasad mot torget, medan gården glasas in.",
    "Räddningstjänsten uppmanar alla att släcka ordentligt efter sig och att aldrig lämna en grill utan uppsikt.",
    "På kartan nedan syns vilka gator som berörs, kvarter för kvarter, från {} i norr till ån i söder.",
    "[] svarar för underhållet under de första fem åren, därefter tar föreningen över.",
    "Samtliga partier utom ett ställde sig bakom beslutet, som fattades med 31 röster mot 8.",
    "Den gamla bron rivs, och virket tas till vara för bänkar längs strandpromenaden i {}.",
];

/// Sentences with marks of Markdown, for a body.
pub(crate) const MARKED: [&str; 4] = [
    "Läs mer om planerna på [kommunens webbplats](https://www.ljungsunda.example/planer?omr=1&del=2).",
    "Det nya huset värms med spillvärme och får solceller på taket, så att det **över året** ger mer energi än det drar.",
    "Anmälan är bindande och görs senast tio dagar i förväg; *platserna är begränsade*.",
    "Den som äger färre än 2 \\< 3 bostäder påverkas inte av `§ 7`.",
];

pub(crate) const HEADINGS: [&str; 8] = [
    "Det här händer nu",
    "Bakgrund",
    "Så påverkas du",
    "Tidplan",
    "Kostnader & finansiering",
    "Frågor och svar",
    "Hur går det till?",
    "Mer att läsa",
];

/// Quotes, verbatim parts of a text.
pub(crate) const QUOTES: [&str; 8] = [
    "Det här är något som vi har arbetat för länge, och jag är stolt över vad alla har gjort tillsammans.",
    "För oss i verksamheten betyder det att vi kan lägga mer tid på eleverna och mindre på papper.",
    "Vi hade hoppats på ännu fler deltagare, men det är en bra början och vi lär oss hela tiden.",
    "Nu ser vi till att det blir gjort, och att det blir gjort ordentligt.",
    "Ingen ska behöva undra över vad som gäller; därför skickar vi ut ett brev till varje hushåll.",
    "Det är inte många andra kommuner av vår storlek som vågar sig på något liknande.",
    "Vi lyssnade på de boende, och planen är nu en annan än den vi började med.",
    "När vattnet väl var borta såg vi hur stora skadorna faktiskt var.",
];
