//! Every message of the crate, in every language: the one place to change its words.
//!
//! What is wrong is a [`Message`], what is said at the place itself a [`Label`], how to mend it a [`Help`]; all three name
//! things by a [`Noun`]. What the model says of a value is worded beside the model, in `anslag-core`. Examples of keys are
//! written as in TOML.

use crate::keys::Keys;
use anslag_core::{
    AnnouncementId, BodyError, CodeError, DateError, DurationError, EdtfError, EmailError, IriError, LanguageError,
    LanguageTag, LicenceError, MediaTypeError, NumberError, PhoneError, Problem, RegisterProblem, Slug, SlugError,
    TextError,
};
use anslag_wording::{Language, Wording, wording};
use std::fmt;

wording! {
    /// What a value is, or should be, with its article.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum Noun {
        // What stands there.
        String en("a string") sv("text"),
        Number en("a number") sv("ett tal"),
        Flag en("`true` or `false`") sv("`true` eller `false`"),
        Date en("a date") sv("ett datum"),
        Time en("a time without a day") sv("ett klockslag utan dag"),
        List en("a list") sv("en lista"),
        Table en("a table") sv("en tabell"),
        Null en("`null`") sv("`null`"),

        // What is wanted.
        Line en("a line of text") sv("en rad text"),
        Text en("text") sv("text"),
        WebAddress en("a web address") sv("en webbadress"),
        Iri en("an IRI") sv("en IRI"),
        Email en("an e-mail address") sv("en e-postadress"),
        Phone en("a telephone number") sv("ett telefonnummer"),
        Edtf en("an EDTF date") sv("ett datum enligt EDTF"),
        Day en("a day") sv("en dag"),
        Duration en("a duration") sv("en varaktighet"),
        TimeZone en("a time zone") sv("en tidszon"),
        LanguageTag en("a language tag") sv("en språktagg"),
        Country en("a country code") sv("en landskod"),
        Currency en("a currency code") sv("en valutakod"),
        Theme en("a theme") sv("ett tema"),
        RegisterKey en("a key of the register") sv("en nyckel i registret"),
        RegisterKeyOrAddress
            en("a key of the register or a web address")
            sv("en nyckel i registret eller en webbadress"),
        Id en("an id") sv("ett id"),
        OrganizationNumber en("an organisation number") sv("ett organisationsnummer"),
        MunicipalityCode en("a municipality code") sv("en kommunkod"),
        MediaType en("a media type") sv("en medietyp"),
        NameOrTable en("a name or a table") sv("ett namn eller en tabell"),
        AnnouncementType en("a type of announcement") sv("en typ av tillkännagivande"),
        PlanStatus en("a status") sv("en status"),
        Service en("a service") sv("en tjänst"),
        DisruptionStatus en("a status of a disruption") sv("en status för en driftstörning"),
        OrganizationKind en("a kind of organisation") sv("en sorts organisation"),
        PlaceKind en("a kind of place") sv("en sorts plats"),
        AlertSeverity en("a severity") sv("en allvarlighetsgrad"),
        AlertUrgency en("an urgency") sv("en grad av brådska"),
        AlertCertainty en("a certainty") sv("en grad av säkerhet"),
        PersonalData en("a policy on personal data") sv("en regel för personuppgifter"),
        DayKey en("the key of a day") sv("nyckeln för en dag"),
        Format en("a format") sv("ett format"),
        Compression en("a compression") sv("en komprimering"),

        Frequency en("a frequency") sv("en frekvens"),
        AccessRight en("an access right") sv("en åtkomsträttighet"),
        Availability en("an availability") sv("en tillgänglighet"),
        Licence en("a licence") sv("en licens"),
        ContactKind en("a kind of contact") sv("en sorts kontakt"),
        FormatTerm en("a term for formats") sv("en term för format"),
        Words en("a list of words") sv("en lista med ord"),

        // The tables of the source files.
        Announcement en("an announcement") sv("ett tillkännagivande"),
        Taxonomies en("a table of taxonomies") sv("en tabell med taxonomier"),
        Notice en("a notice") sv("en kungörelse"),
        Disruption en("a disruption") sv("en driftstörning"),
        Consultation en("a consultation") sv("ett samråd"),
        Alert en("an alert") sv("en varning"),
        Job en("a job") sv("ett ledigt jobb"),
        Offer en("an offer") sv("ett erbjudande"),
        Image en("an image") sv("en bild"),
        Attachment en("an attachment") sv("en bilaga"),
        Link en("a link") sv("en länk"),
        Update en("an update") sv("en uppdatering"),
        Contact en("a contact") sv("en kontakt"),
        Quote en("a quote") sv("ett citat"),
        Speaker en("a speaker") sv("en person som citeras"),
        Project en("a project") sv("ett projekt"),
        Funding en("a funding") sv("en finansiering"),
        Event en("an event") sv("ett evenemang"),
        Price en("a price") sv("ett pris"),
        Organization en("an organisation") sv("en organisation"),
        Place en("a place") sv("en plats"),
        Programme en("a programme") sv("ett program"),
        Publication en("a publication") sv("en publikation"),
        PublicationContact en("the contact of a publication") sv("kontakten för en publikation"),
        PostalAddress en("a postal address") sv("en postadress"),
        Catalogue en("a catalogue") sv("en katalog"),
        Output en("the output of a publication") sv("en publikations utdata"),
        FeedKind en("a kind of feed") sv("en sorts flöde"),
        Retired en("the end of a feed") sv("slutet på ett flöde"),
        Register en("a register") sv("ett register"),
        RegisteredOrganization en("an organisation of the register") sv("en organisation i registret"),
        RegisteredProgramme en("a programme of the register") sv("ett program i registret"),
        RegisteredTopic en("a topic of the register") sv("ett ämne i registret"),
        RegisteredPlace en("a place of the register") sv("en plats i registret"),
    }
}

wording! {
    /// What is wrong.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum Message {
        // The file and its text.
        NoSuchFile
            en("there is no such file")
            sv("filen finns inte"),
        Unreadable { reason: String }
            en("the file cannot be read: {reason}")
            sv("filen går inte att läsa: {reason}"),
        UnreadableFolder { reason: String }
            en("the folder cannot be read: {reason}")
            sv("mappen går inte att läsa: {reason}"),
        NoFile
            en("this is no file, but a pipe or a device")
            sv("det här är ingen fil, utan ett rör eller en enhet"),
        LinkToNothing { reason: String }
            en("the link leads to no file: {reason}")
            sv("länken leder inte till någon fil: {reason}"),
        LinkToFolder
            en("this is a link to a folder, and what is in it is not read")
            sv("det här är en länk till en mapp, och det som finns där läses inte"),
        NotRead
            en("this file is not read, and nothing in it is published")
            sv("den här filen läses inte, och inget i den publiceras"),
        FileTooLong { mib: u64 }
            en("the file is longer than {mib} MiB, which no announcement is")
            sv("filen är längre än {mib} MiB, och så långt är inget tillkännagivande"),
        LineTooLong { line: usize, mib: u64 }
            en("line {line} is longer than {mib} MiB, which no announcement is")
            sv("rad {line} är längre än {mib} MiB, och så långt är inget tillkännagivande"),
        DuplicateId { id: AnnouncementId, first: String }
            en("the id {} is that of {first} already", *id)
            sv("{first} har redan id:t {}", *id),
        NamesNothing { id: AnnouncementId }
            en("there is no announcement {}", *id)
            sv("det finns inget tillkännagivande {}", *id),
        NotUtf8 { at: usize, byte: u8 }
            en("the file is not UTF-8: the byte at offset {at} (0x{:02X}) is wrong", *byte)
            sv("filen är inte UTF-8: byten på position {at} (0x{:02X}) är fel", *byte),
        ByteOrderMark
            en("the file begins with a byte order mark, which is left out")
            sv("filen börjar med en byteordningsmarkering (BOM), som inte tas med"),
        CrLf
            en("the lines end in CR LF, which is read as LF")
            sv("raderna slutar med CR LF, som läses som LF"),
        NotNfc
            en("the text is not in Unicode's normal form NFC, into which it is put")
            sv("texten är inte i Unicodes normalform NFC, men görs om till den"),

        // The front matter.
        NoFrontMatter
            en("the file has no front matter")
            sv("filen har ingen front matter"),
        FrontMatterTooLong
            en("the front matter is longer than 1 MiB")
            sv("filens front matter är längre än 1 MiB"),
        FrontMatterNeverEnds
            en("the front matter never ends")
            sv("filens front matter tar aldrig slut"),
        FrontMatterNoTable { found: Noun }
            en("the front matter is a table of keys and values, not {found}")
            sv("filens front matter ska vara en tabell med nycklar och värden, inte {found}"),
        FrontMatterTooDeep
            en("the front matter is nested too deeply")
            sv("filens front matter har för många nivåer"),
        KeyTwice
            en("this key stands twice")
            sv("den här nyckeln står två gånger"),
        NoToml { reason: String }
            en("this is no TOML: {reason}")
            sv("det här är inte TOML: {reason}"),

        // JSON.
        NoJson { reason: String }
            en("this is no JSON: {reason}")
            sv("det här är inte JSON: {reason}"),
        EmptyJson
            en("this is no JSON: there is nothing here")
            sv("det här är inte JSON: här finns ingenting"),
        JsonControlCharacter
            en("this is no JSON: a control character is not escaped")
            sv("det här är inte JSON: ett styrtecken är inte skrivet med omvänt snedstreck"),

        // YAML.
        NoYaml { reason: String }
            en("this is no YAML: {reason}")
            sv("det här är inte YAML: {reason}"),
        YamlNul
            en("this is no YAML: it has the character U+0000")
            sv("det här är inte YAML: det innehåller tecknet U+0000"),
        YamlEndsEarly
            en("this is no YAML: it ends too early")
            sv("det här är inte YAML: det slutar för tidigt"),
        YamlTab
            en("this is no YAML: a tab is no indentation")
            sv("det här är inte YAML: det går inte att göra indrag med tabb"),
        YamlColon
            en("this is no YAML: a colon cannot stand here")
            sv("det här är inte YAML: här kan det inte stå ett kolon"),
        YamlIndentation
            en("this is no YAML: the line does not fit to the lines above it")
            sv("det här är inte YAML: raden passar inte ihop med raderna ovanför"),
        YamlNoKey
            en("this is no YAML: there is no key, or no colon after it")
            sv("det här är inte YAML: här saknas en nyckel, eller kolonet efter den"),
        YamlListGoesOn
            en("this is no YAML: a list in brackets goes on without a comma or `]`")
            sv("det här är inte YAML: en lista inom hakparentes fortsätter utan kommatecken eller `]`"),
        YamlTableGoesOn
            en("this is no YAML: a table in braces goes on without a comma or `}}`")
            sv("det här är inte YAML: en tabell inom klammer fortsätter utan kommatecken eller `}}`"),
        YamlListNeverEnds
            en("this is no YAML: the list in brackets never ends")
            sv("det här är inte YAML: listan inom hakparentes tar aldrig slut"),
        YamlTableNeverEnds
            en("this is no YAML: the table in braces never ends")
            sv("det här är inte YAML: tabellen inom klammer tar aldrig slut"),
        YamlTextNeverEnds
            en("this is no YAML: the text in quotation marks never ends")
            sv("det här är inte YAML: texten inom citattecken tar aldrig slut"),
        YamlMoreAfterText
            en("this is no YAML: there is more after the closing quotation mark")
            sv("det här är inte YAML: det står mer efter det avslutande citattecknet"),
        YamlEscape
            en("this is no YAML: this letter has no meaning after `\\`")
            sv("det här är inte YAML: den här bokstaven betyder ingenting efter `\\`"),
        YamlAnchorName
            en("this is no YAML: the name of an anchor is missing")
            sv("det här är inte YAML: namnet på ett ankare saknas"),
        YamlCharacter
            en("this is no YAML: text cannot begin with this character")
            sv("det här är inte YAML: text kan inte börja med det här tecknet"),
        YamlAnchors
            en("anchors of YAML are not read here")
            sv("YAML:s ankare läses inte här"),
        YamlAliases
            en("aliases of YAML are not read here")
            sv("YAML:s alias läses inte här"),
        YamlTags
            en("tags of YAML are not read here")
            sv("YAML:s taggar läses inte här"),
        YamlDirectives
            en("directives of YAML are not read here")
            sv("YAML:s direktiv läses inte här"),
        YamlSecondDocument
            en("a second YAML document begins here")
            sv("här börjar ett andra YAML-dokument"),
        YamlKeyNoName { found: Noun }
            en("a key is a name here, not {found}")
            sv("en nyckel ska vara ett namn här, inte {found}"),

        // Keys and the types of their values.
        NoTable { what: Noun, found: Noun }
            en("{what} is a table of keys and values, not {found}")
            sv("{what} ska vara en tabell med nycklar och värden, inte {found}"),
        NamedNoTable { name: String, found: Noun }
            en("`{name}` is a table of keys and values, not {found}")
            sv("`{name}` ska vara en tabell med nycklar och värden, inte {found}"),
        NoEntries { kind: &'static str, found: Noun }
            en("`{kind}` is a table of entries by their keys, not {found}")
            sv("`{kind}` ska vara en tabell med poster efter deras nycklar, inte {found}"),
        NoList { key: &'static str, found: Noun }
            en("`{key}` is a list, not {found}")
            sv("`{key}` ska vara en lista, inte {found}"),
        UnknownKey { what: Noun, key: String }
            en("{what} has no key `{key}`")
            sv("{what} har ingen nyckel `{key}`"),
        MissingKey { what: Noun, key: &'static str }
            en("{what} must have the key `{key}`")
            sv("{what} måste ha nyckeln `{key}`"),
        TwoNames { second: String, first: String }
            en("`{second}` and `{first}` are two names of one key")
            sv("`{second}` och `{first}` är två namn på samma nyckel"),
        WrongType { wanted: Noun, found: Noun }
            en("this must be {wanted}, not {found}")
            sv("här ska det stå {wanted}, inte {found}"),
        NoneOf { word: String, wanted: Noun }
            en("{word:?} is no {}", wanted.to_string().trim_start_matches("an ").trim_start_matches("a "))
            sv("{word:?} är inte {wanted}"),

        // Values.
        Refused { reason: Refusal }
            en("{reason}")
            sv("{reason}"),
        FileSize
            en("no file has this size")
            sv("ingen fil har den storleken"),
        FeedSize
            en("a feed cannot have this size")
            sv("ett flöde kan inte ha den storleken"),
        LanguageTwice
            en("this language stands twice")
            sv("det här språket står två gånger"),
        NoFormat
            en("there is no format")
            sv("det finns inget format"),
        NoLanguage
            en("there is no language")
            sv("det finns inget språk"),
        NoText
            en("there is no text in any language")
            sv("det finns ingen text på något språk"),
        LanguageNamedTwice { language: LanguageTag }
            en("{} is named twice", *language)
            sv("{} nämns två gånger", *language),

        // What a data portal wants.
        NotForAbroad { what: Noun, key: &'static str }
            en("the {key} of {what} must be in the main language and in English, for portals abroad")
            sv("`{key}` för {what} måste finnas på huvudspråket och på engelska, för portaler utomlands"),
        ContactNoTable
            en("the contact is a table with a name and an e-mail address, not an organisation of the register")
            sv("kontakten ska vara en tabell med namn och e-postadress, inte en organisation i registret"),
        ContactIsPublisher
            en("the contact is the publisher itself")
            sv("kontakten är utgivaren själv"),
        PublisherWithoutKind
            en("the publisher has no kind, which DCAT-AP-SE requires (dcterms:type)")
            sv("utgivaren har ingen sort, vilket DCAT-AP-SE kräver (dcterms:type)"),
        PortalsMiss { property: &'static str, what: Missing }
            en("portals miss {property}, which DCAT-AP-SE recommends: {what}")
            sv("portaler saknar {property}, som DCAT-AP-SE rekommenderar: {what}"),

        // References to the register.
        NoOrganization { word: String }
            en("no organisation of the register is called {word:?}")
            sv("ingen organisation i registret heter {word:?}"),
        NoTopic { word: String }
            en("no topic of the register is called {word:?}")
            sv("inget ämne i registret heter {word:?}"),
        NoRegisterKey { reason: SlugError }
            en("this is no key of the register: {reason}")
            sv("det här är ingen nyckel i registret: {reason}"),
        ProgrammeRegistered { key: Slug }
            en("the programme is registered as `{}`, and its spellings with it", *key)
            sv("programmet är registrerat som `{}`, och dess skrivsätt med det", *key),

        SecondUse { name: String }
            en("{name:?} is named for the second time, and is not in the register")
            sv("{name:?} nämns för andra gången, och finns inte i registret"),

        // Announcements.
        FileNameNoId { reason: SlugError }
            en("the name of the file is no id: {reason}")
            sv("filens namn är inget id: {reason}"),
        BodyAsKey
            en("the text of the announcement is not a key here")
            sv("tillkännagivandets text är ingen nyckel här"),
        Html
            en("this is HTML, which the data and tables leave out")
            sv("det här är HTML, som inte kommer med i data och tabeller"),
        ReasonOfNoWithdrawal
            en("this is the reason of no withdrawal")
            sv("här står varför det dras tillbaka, men det dras inte tillbaka"),
        DraftWithdrawn
            en("a draft cannot be withdrawn")
            sv("ett utkast kan inte dras tillbaka"),
        NoDerivedDay { key: String }
            en("`{key}` is no day that follows from a rule")
            sv("`{key}` är ingen dag som följer av en regel"),
        QuoteNotFound
            en("the quote is not in the text of the announcement")
            sv("citatet finns inte i tillkännagivandets text"),
        MatchAndText
            en("a quote has `match` or `text`, not both")
            sv("ett citat har `match` eller `text`, inte båda"),
        SpellingsOfNothing
            en("these are spellings of no programme")
            sv("det här är skrivsätt för ett program som inte nämns"),
        AmountWithoutCurrency
            en("the amount has no currency")
            sv("beloppet har ingen valuta"),
        CurrencyWithoutAmount
            en("the currency is of no amount")
            sv("valutan hör inte till något belopp"),
    }
}

wording! {
    /// What a data portal misses.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum Missing {
        TextIn { key: &'static str, language: LanguageTag }
            en("the {key} is not in `{}`, a language of the publication", *language)
            sv("`{key}` finns inte på `{}`, ett av publikationens språk", *language),
        InSwedish { key: &'static str }
            en("the {key} is not in Swedish, in which dataportal.se shows it")
            sv("`{key}` finns inte på svenska, som dataportal.se visar det på"),
        LanguageCode { language: LanguageTag }
            en("we know no code of the EU for the language `{}`", *language)
            sv("vi känner inte till EU:s kod för språket `{}`", *language),
        Issued
            en("when the dataset was first published")
            sv("när datamängden publicerades första gången"),
        Availability
            en("for how long the files are meant to be there")
            sv("hur länge filerna är tänkta att finnas"),
        KeywordIn { language: String }
            en("there is no keyword in `{language}`")
            sv("det finns inget nyckelord på `{language}`"),
        LowerCase { keyword: String }
            en("the keyword {keyword:?} is not in lower case")
            sv("nyckelordet {keyword:?} är inte skrivet med små bokstäver"),
        Theme
            en("there is no theme")
            sv("det finns inget tema"),
        Place
            en("there is no place")
            sv("det finns ingen plats"),
        KnownPlace { place: String }
            en("no portal knows the place {place}")
            sv("ingen portal känner till platsen {place}"),
        Telephone
            en("the contact has no telephone number")
            sv("kontakten har inget telefonnummer"),
        Address
            en("the contact has no postal address")
            sv("kontakten har ingen postadress"),
        Number
            en("the publisher has no organisation number")
            sv("utgivaren har inget organisationsnummer"),
        Homepage
            en("the publisher has no site")
            sv("utgivaren har ingen webbplats"),
    }
}

wording! {
    /// What is said of the marked part of a line.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum Label {
        Here en("here") sv("här"),
        BeginsHere en("it begins here") sv("den börjar här"),
        FirstOne en("the first one") sv("den första"),
        FirstPlace en("the first place, as it is read") sv("det första stället, så som det läses"),
        UnknownKey en("unknown key") sv("okänd nyckel"),
        NotInRegister en("not in the register") sv("finns inte i registret"),
        NotIn { missing: String } en("not in `{missing}`") sv("saknas på `{missing}`"),
        NameOfPublisher en("this is the publisher's name") sv("det här är utgivarens namn"),
        Wanted { wanted: Noun } en("{wanted} is wanted here") sv("här ska det stå {wanted}"),
    }
}

wording! {
    /// How to mend it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum Help {
        // What fits to many messages.
        DidYouMean { name: String }
            en("did you mean `{name}`?")
            sv("menade du `{name}`?"),
        Add { example: &'static str }
            en("add `{example}`")
            sv("lägg till `{example}`"),
        WriteAs { example: &'static str }
            en("write it as `{example}`")
            sv("skriv det som `{example}`"),
        WriteAsIn { example: &'static str }
            en("write it as in `{example}`")
            sv("skriv det som i `{example}`"),
        WriteOneOf { keys: Vec<&'static str>, swedish: Vec<&'static str> }
            en("write one of {}", in_ticks(&keys))
            sv("skriv något av {}", in_ticks(&swedish)),
        LeaveOneOut
            en("leave one of the two out")
            sv("ta bort det ena av de två"),
        LeaveSecondOut
            en("leave the second one out")
            sv("ta bort det som står sist"),
        DeleteInvisible
            en("delete the character, which nobody can see")
            sv("ta bort tecknet, som inte syns"),

        // The file and its text.
        CopyExample
            en("every publication has it; copy the one of the example, and change it")
            sv("varje publikation har den; kopiera exemplets fil och ändra den"),
        LetRead
            en("let the one who publishes read it, or take it away")
            sv("låt den som publicerar läsa den, eller ta bort den"),
        PutFile
            en("put the file itself there, or take this away")
            sv("lägg själva filen där, eller ta bort det här"),
        PutFolder
            en("put the folder itself there, or take the link away; a link can lead round in a circle")
            sv("lägg själva mappen där, eller ta bort länken; en länk kan leda runt i en cirkel"),
        Extensions
            en("name it `….md`, an announcement each, or `….jsonl`, one a line; or put it elsewhere")
            sv("döp den till `….md`, med ett tillkännagivande, eller `….jsonl`, med ett per rad; eller lägg den någon annanstans"),
        OneEach
            en("write one announcement a file, or one a line of JSON Lines")
            sv("skriv ett tillkännagivande per fil, eller ett per rad i JSON Lines"),
        OtherId
            en("give one of the two another id: an id is an address, and stays with its announcement for ever")
            sv("ge det ena av de två ett annat id: ett id är en adress, och hör för alltid till sitt tillkännagivande"),
        IdOfAnother
            en("`replaces`, `translation_of` and `translations` take the ids of other announcements")
            sv("`replaces`, `translation_of` och `translations` tar andra tillkännagivandens id"),
        SaveAsUtf8
            en("save the file with the encoding UTF-8")
            sv("spara filen med teckenkodningen UTF-8"),
        SaveWithoutMark
            en("save the file as UTF-8 without a byte order mark")
            sv("spara filen som UTF-8 utan BOM"),
        SaveWithLf
            en("save the file with the line ends of Unix (LF)")
            sv("spara filen med radslut som i Unix (LF)"),
        SaveAsNfc
            en("save the file in Unicode's normal form NFC")
            sv("spara filen i Unicodes normalform NFC"),

        // The front matter.
        BeginWithFrontMatter
            en("begin the file with a line of `+++`, keys such as `title = \"…\"`, and another line of `+++`")
            sv("börja filen med en rad `+++`, nycklar som `title = \"…\"`, och en rad `+++` till"),
        WriteBelowFrontMatter
            en("write long texts below the front matter, and what is shared into register.toml")
            sv("skriv långa texter nedanför front matter, och det som är gemensamt i register.toml"),
        EndFrontMatter { line: &'static str }
            en("write a line of `{line}` below the last key")
            sv("skriv en rad `{line}` under den sista nyckeln"),
        FewerLevels
            en("leave some of the levels out")
            sv("ta bort några av nivåerna"),

        // TOML.
        KeyAndValue
            en("write a key and its value a line, as in `title = \"…\"`; a key is in a-z, 0-9, `-` and `_`")
            sv("skriv en nyckel och dess värde per rad, som i `title = \"…\"`; en nyckel har a-z, 0-9, `-` och `_`"),
        CloseHeading
            en("write as many `]` after its name as it has `[` before it, as in `[project]` and `[[events]]`")
            sv("skriv lika många `]` efter namnet som det har `[` före, som i `[project]` och `[[events]]`"),

        // JSON.
        OneObjectALine
            en("each line is one announcement as a JSON object, `{{\"id\":\"…\",…}}`")
            sv("varje rad är ett tillkännagivande som ett JSON-objekt, `{{\"id\":\"…\",…}}`"),
        EscapeInJson
            en("write a line break as `\\n` and a tab as `\\t`")
            sv("skriv en radbrytning som `\\n` och en tabb som `\\t`"),

        // YAML.
        InYaml { help: Box<Help> }
            en("{}", as_in_yaml(&help.to_string()))
            sv("{}", as_in_yaml(&help.to_string())),
        OrCloseBracket { help: Box<Help>, bracket: char }
            en("{help}; or close the `{bracket}` further up")
            sv("{help}; eller avsluta `{bracket}` längre upp"),
        OneDocument
            en("leave `...` and `---` in the middle out: all keys are one document")
            sv("ta bort `...` och `---` i mitten: alla nycklar är ett dokument"),
        KeyALine
            en("write a key a line, as in `title: …`")
            sv("skriv en nyckel per rad, som i `title: …`"),
        KeyALineOrToml
            en("write a key a line, as in `title: …`; TOML stands between two lines of `+++`")
            sv("skriv en nyckel per rad, som i `title: …`; TOML står mellan två rader `+++`"),
        NameOfKey
            en("write the name of a key, as in `title: …`")
            sv("skriv namnet på en nyckel, som i `title: …`"),
        WriteOut
            en("write the value in each place where it is wanted; put text that begins with `&` or `*` between quotation marks")
            sv("skriv värdet på varje ställe där det behövs; sätt text som börjar med `&` eller `*` inom citattecken"),
        NoTag
            en("leave it out; put text that begins with `!` between quotation marks")
            sv("ta bort taggen; sätt text som börjar med `!` inom citattecken"),
        NoDirective
            en("leave the line out")
            sv("ta bort raden"),
        IndentWithSpaces
            en("indent with spaces")
            sv("gör indrag med mellanslag"),
        QuoteColon
            en("write text with a colon in it between quotation marks")
            sv("skriv text med kolon i inom citattecken"),
        QuoteBrackets
            en("write text with brackets in it between quotation marks")
            sv("skriv text med hakparentes eller klammer i inom citattecken"),
        QuoteAnchor
            en("write text that begins with `&` or `*` between quotation marks")
            sv("skriv text som börjar med `&` eller `*` inom citattecken"),
        QuoteText
            en("write the text between quotation marks")
            sv("skriv texten inom citattecken"),
        SameColumn
            en("begin the keys of one table, and the `-` of one list, in the same column")
            sv("börja nycklarna i en tabell, och `-` i en lista, i samma kolumn"),
        SeparateItems
            en("write `,` between its items and `]` after the last")
            sv("skriv `,` mellan dess delar och `]` efter den sista"),
        SeparateKeys
            en("write `,` between its keys and `}}` after the last")
            sv("skriv `,` mellan dess nycklar och `}}` efter den sista"),
        CloseList
            en("write `]` after its last item")
            sv("skriv `]` efter dess sista del"),
        CloseTable
            en("write `}}` after its last key")
            sv("skriv `}}` efter dess sista nyckel"),
        CloseText
            en("write the quotation mark after it")
            sv("skriv citattecknet efter den"),
        EscapeQuotationMark
            en("write `\\\"` for a quotation mark in text between quotation marks")
            sv("skriv `\\\"` för ett citattecken i text inom citattecken"),
        EscapeBackslash
            en("write `\\\\` for a `\\` that is meant as such")
            sv("skriv `\\\\` för ett `\\` som ska vara just det"),

        // Keys and the types of their values.
        ItsKeys { keys: &'static Keys }
            en("its keys are {}", in_ticks(&keys.canonical()))
            sv("nycklarna är {}", in_ticks(&keys.canonical())),
        OfWebPages
            en("leave it out; it is for the making of web pages, and says nothing here")
            sv("ta bort den; den är till för att göra webbsidor, och säger ingenting här"),
        LeaveKeyOut { key: &'static str }
            en("leave `{key}` out where there is none")
            sv("ta bort `{key}` där det inte finns någon"),
        LeaveNullOut
            en("leave the key out where there is nothing to say")
            sv("ta bort nyckeln där det inte finns något att säga"),
        Brackets
            en("write `[` before it and `]` after it")
            sv("skriv `[` före och `]` efter"),
        NestedKeys
            en("write keys of the announcement in it, or leave it out")
            sv("skriv tillkännagivandets nycklar i den, eller ta bort den"),
        NoQuotationMarks
            en("leave the quotation marks out")
            sv("ta bort citattecknen"),
        QuotationMarks
            en("write text between quotation marks")
            sv("skriv texten inom citattecken"),
        DayToo
            en("write the day too, as in `2021-05-18T10:00:00+02:00`")
            sv("skriv dagen också, som i `2021-05-18T10:00:00+02:00`"),

        // Values.
        Something
            en("write something, or leave the key out")
            sv("skriv något, eller ta bort nyckeln"),
        NoWhiteSpace
            en("delete the white space at its ends")
            sv("ta bort blanktecknen i början och slutet"),
        OneLine
            en("write it on one line; `\\n` ends a line of longer texts")
            sv("skriv det på en rad; `\\n` avslutar en rad i längre texter"),
        WholeAddress
            en("write the whole address, as in `https://www.vanersborg.se/`")
            sv("skriv hela adressen, som i `https://www.vanersborg.se/`"),
        WholeIri
            en("write the whole IRI, as in `http://www.wikidata.org/entity/Q511426`")
            sv("skriv hela IRI:n, som i `http://www.wikidata.org/entity/Q511426`"),
        AddressWithSlash
            en("write an address that ends in a slash, as in `https://data.vanersborg.se/`")
            sv("skriv en adress som slutar med ett snedstreck, som i `https://data.vanersborg.se/`"),
        AddressAlone
            en("write the address alone, as in `kommun@vanersborg.se`")
            sv("skriv bara adressen, som i `kommun@vanersborg.se`"),
        AreaCode
            en("write it with its area code, as in `0521-72 23 93` or `+46 521 72 23 93`")
            sv("skriv det med riktnummer, som i `0521-72 23 93` eller `+46 521 72 23 93`"),
        Edtf
            en("write `2021-09-14`, `2021-09`, `2021`, `2021-23` (autumn), `2021-09-14/2021-09-16` or `2021-09-14T18:00:00+02:00`")
            sv("skriv `2021-09-14`, `2021-09`, `2021`, `2021-23` (hösten), `2021-09-14/2021-09-16` eller `2021-09-14T18:00:00+02:00`"),
        Moment
            en("write a day as `2021-05-18`, a time as `2021-05-18T10:00:00+02:00`")
            sv("skriv en dag som `2021-05-18`, en tidpunkt som `2021-05-18T10:00:00+02:00`"),
        Duration
            en("write `P1Y` for a year, `P6M` for six months, `P14D` for two weeks")
            sv("skriv `P1Y` för ett år, `P6M` för sex månader, `P14D` för två veckor"),
        TimeZone
            en("write a name such as `Europe/Stockholm`")
            sv("skriv ett namn som `Europe/Stockholm`"),
        LanguageTag
            en("write a tag such as `sv`, `en` or `en-GB`")
            sv("skriv en tagg som `sv`, `en` eller `en-GB`"),
        Country
            en("write two capital letters, as in `SE`")
            sv("skriv två stora bokstäver, som i `SE`"),
        Currency
            en("write three capital letters, as in `SEK`")
            sv("skriv tre stora bokstäver, som i `SEK`"),
        Themes { codes: Vec<&'static str> }
            en("the themes are {}", codes.join(", "))
            sv("det finns de här temana: {}", codes.join(", ")),
        Id
            en("write a date and a name in a-z, 0-9 and hyphens, as in `2021-05-18-ett-namn`")
            sv("skriv ett datum och ett namn med a-z, 0-9 och bindestreck, som i `2021-05-18-ett-namn`"),
        MediaType
            en("write it as in `application/pdf` or `image/jpeg`")
            sv("skriv den som i `application/pdf` eller `image/jpeg`"),
        Share
            en("write a share from 0 to 100")
            sv("skriv en andel från 0 till 100"),
        Digits
            en("write at most 15 digits, with a point before decimals, as in `1250.50`")
            sv("skriv högst 15 siffror, med punkt före decimaler, som i `1250.50`"),
        TrueOrFalse
            en("write `true` or `false`, without quotation marks")
            sv("skriv `true` eller `false`, utan citattecken"),
        OneAlone
            en("write one alone, not a list")
            sv("skriv ett enda, inte en lista"),
        FileSize
            en("write the number of bytes, as in `12345`")
            sv("skriv antalet byte, som i `12345`"),
        FeedSize
            en("write a whole number from 1 to 500, as in `feed_size = 50`")
            sv("skriv ett heltal från 1 till 500, som i `feed_size = 50`"),
        LanguagesAsKeys
            en("the keys here are languages, as in `sv = \"…\"` and `en = \"…\"`")
            sv("nycklarna här är språk, som i `sv = \"…\"` och `en = \"…\"`"),
        MainLanguage
            en("write it in the main language, as in `sv = \"…\"`")
            sv("skriv det på huvudspråket, som i `sv = \"…\"`"),
        NameFormats
            en("leave the key out for every format, or name some, as in `[\"turtle\", \"csv\"]`")
            sv("ta bort nyckeln för alla format, eller nämn några, som i `[\"turtle\", \"csv\"]`"),
        WriteLanguages
            en("write `[\"sv\"]`")
            sv("skriv `[\"sv\"]`"),

        // The publication.
        AddBase
            en("add `base = \"https://…/\"`, which every IRI begins with")
            sv("lägg till `base = \"https://…/\"`, som varje IRI börjar med"),
        AddDescription
            en("add `description = {{ sv = \"…\", en = \"…\" }}`, a sentence or two")
            sv("lägg till `description = {{ sv = \"…\", en = \"…\" }}`, en mening eller två"),
        AlsoInEnglish { key: &'static str, language: String }
            en("write `{key} = {{ {language} = \"…\", en = \"…\" }}`")
            sv("skriv `{key} = {{ {language} = \"…\", en = \"…\" }}`"),
        NotThePublisher
            en(
                "name the function or the person that answers, such as \"Öppna data\": DCAT-AP-SE keeps the publisher \
                 (foaf:Agent) and the contact (vcard:Kind) apart, and portals mix up what is both"
            )
            sv(
                "skriv den funktion eller person som svarar, till exempel \"Öppna data\": DCAT-AP-SE skiljer på utgivaren \
                 (foaf:Agent) och kontakten (vcard:Kind), och portaler blandar ihop det som är båda"
            ),
        AddKind { key: Slug }
            en("add `kind = \"kommun\"` to `[organizations.{}]` in register.toml", *key)
            sv("lägg till `kind = \"kommun\"` i `[organizations.{}]` i register.toml", *key),
        Codes { codes: Vec<String> }
            en("the codes are {}", codes.join(", "))
            sv("det finns de här koderna: {}", codes.join(", ")),
        Licences { licences: Vec<&'static str> }
            en("the licences are {}", in_ticks(&licences))
            sv("det finns de här licenserna: {}", in_ticks(&licences)),
        Write { word: String }
            en("write `{word}`")
            sv("skriv `{word}`"),

        // What a data portal wants.
        AddText { language: String }
            en("add `{language} = \"…\"`")
            sv("lägg till `{language} = \"…\"`"),
        Language
            en("write a tag such as `sv`, `en` or `fi`")
            sv("skriv en tagg som `sv`, `en` eller `fi`"),
        AddIssued
            en("add `issued = 2026-11-24` to `[catalogue]`, with your own day")
            sv("lägg till `issued = 2026-11-24` i `[catalogue]`, med din egen dag"),
        AddAvailability
            en("add `availability = \"STABLE\"` to `[catalogue]`, or `AVAILABLE`, `TEMPORARY`, `EXPERIMENTAL`")
            sv("lägg till `availability = \"STABLE\"` i `[catalogue]`, eller `AVAILABLE`, `TEMPORARY`, `EXPERIMENTAL`"),
        AddKeyword { language: String }
            en("add `{language} = [\"…\"]` to `keywords`")
            sv("lägg till `{language} = [\"…\"]` i `keywords`"),
        DefaultTheme
            en("leave `themes` out, which stands for `GOVE`")
            sv("ta bort `themes`, då gäller `GOVE`"),
        DefaultPlace
            en("leave `spatial` out, which stands for the publisher's place")
            sv("ta bort `spatial`, då gäller utgivarens plats"),
        GeoNames
            en("write an address of GeoNames, as in `https://sws.geonames.org/2665170/`")
            sv("skriv en adress i GeoNames, som `https://sws.geonames.org/2665170/`"),
        AddContactPhone
            en("add `phone = \"…\"` to `[contact]`")
            sv("lägg till `phone = \"…\"` i `[contact]`"),
        AddContactAddress
            en("add `address = {{ street = \"…\", postal_code = \"…\", locality = \"…\" }}` to `[contact]`")
            sv("lägg till `address = {{ street = \"…\", postal_code = \"…\", locality = \"…\" }}` i `[contact]`"),
        AddNumber
            en("add `number = \"…\"`, as in `\"212000-1538\"`")
            sv("lägg till `number = \"…\"`, som `\"212000-1538\"`"),
        AddPublisher
            en("add `publisher = \"…\"`, a key of register.toml")
            sv("lägg till `publisher = \"…\"`, en nyckel i register.toml"),
        AddContact
            en("add a table `[contact]` with `name` and `email`")
            sv("lägg till en tabell `[contact]` med `name` och `email`"),
        AddLicence
            en("add `licence = \"http://creativecommons.org/publicdomain/zero/1.0/\"` or another licence of the list")
            sv("lägg till `licence = \"http://creativecommons.org/publicdomain/zero/1.0/\"` eller en annan licens i listan"),
        AddLanguages
            en("add `languages = [\"sv\"]`, the main language first")
            sv("lägg till `languages = [\"sv\"]`, med huvudspråket först"),
        AddEmail
            en("add `email = \"…\"`, an address that readers of the data can write to")
            sv("lägg till `email = \"…\"`, en adress som den som läser data kan skriva till"),

        // The register.
        WriteOrRegister { table: &'static str }
            en("write a key, a name or an alias of `{table}` in register.toml, or add it there")
            sv("skriv en nyckel, ett namn eller ett alias från `{table}` i register.toml, eller lägg till det där"),
        Register { table: &'static str, key: String, name: String }
            en("add `[{table}.{key}]` and below it `name = {}` to register.toml, so that both are the same", toml_string(&name))
            sv("lägg till `[{table}.{key}]` och under det `name = {}` i register.toml, så att båda är samma", toml_string(&name)),
        EntryAsTable { kind: &'static str }
            en("write each entry as a table `[{kind}.key]`")
            sv("skriv varje post som en tabell `[{kind}.nyckel]`"),
        KeyOfEntry { kind: &'static str }
            en("write the key in a-z, 0-9 and single hyphens, as in `[{kind}.ett-namn]`")
            sv("skriv nyckeln med a-z, 0-9 och enstaka bindestreck, som i `[{kind}.ett-namn]`"),
        AddLocalizedName
            en("add `name = \"…\"`, or `name = {{ sv = \"…\", en = \"…\" }}`")
            sv("lägg till `name = \"…\"`, eller `name = {{ sv = \"…\", en = \"…\" }}`"),
        OneWithoutWord
            en("an entry is found by its key, its names and its aliases; let one of the two do without this word")
            sv("en post hittas genom sin nyckel, sina namn och sina alias; låt den ena av de två vara utan det här ordet"),
        KeyOrAddress
            en("write the key of another entry there, or a whole address")
            sv("skriv nyckeln till en annan post där, eller en hel adress"),
        DayOfEnd
            en("add `date = 2021-05-18`, the day on which the feed ends")
            sv("lägg till `date = 2021-05-18`, dagen då flödet upphör"),
        Successor
            en("add `see = \"…\"`, the key of the entry that takes its place, or a whole address")
            sv("lägg till `see = \"…\"`, nyckeln till posten som kommer i dess ställe, eller en hel adress"),
        KeyOfPlace
            en("write the key of an entry of `places`, or add it there")
            sv("skriv nyckeln till en post i `places`, eller lägg till den där"),
        KeyOfOrganization
            en("write the key of another entry of `organizations`, or add it there")
            sv("skriv nyckeln till en annan post i `organizations`, eller lägg till den där"),
        LeaveUnitOfOut
            en("leave `unit_of` of the uppermost organisation out")
            sv("ta bort `unit_of` för den översta organisationen"),
        CorrectNumber
            en("correct the number")
            sv("rätta numret"),
        AlternateNames
            en("write them as `alternate_names` in register.toml, and leave this key out")
            sv("skriv dem som `alternate_names` i register.toml, och ta bort den här nyckeln"),

        // Announcements.
        NameFile
            en("name the file like `2021-05-18-ett-namn.md`, or add `id = \"2021-05-18-ett-namn\"`")
            sv("döp filen till något som `2021-05-18-ett-namn.md`, eller lägg till `id = \"2021-05-18-ett-namn\"`"),
        WriteBodyBelow
            en("write it below the front matter, and leave this key out")
            sv("skriv texten nedanför front matter, och ta bort den här nyckeln"),
        WriteMarkdown
            en("write it in Markdown, or write `\\<` for a `<` that is meant as such")
            sv("skriv det i Markdown, eller skriv `\\<` för ett `<` som ska vara just det"),
        AddWithdrawn
            en("add `withdrawn = 2021-05-18`, the day from which on it is gone")
            sv("lägg till `withdrawn = 2021-05-18`, dagen då det försvinner"),
        DraftOrWithdrawn
            en("leave `draft` out, or `withdrawn`")
            sv("ta bort `draft`, eller `withdrawn`"),
        CorrectOneDate
            en("correct one of the two dates")
            sv("rätta det ena av de två datumen"),
        CorrectDayOrPosted
            en("correct this day, or `posted`")
            sv("rätta den här dagen, eller `posted`"),
        CorrectOrBeginning
            en("correct this, or when it begins")
            sv("rätta det här, eller när det börjar"),
        OtherAnnouncement
            en("write the id of the other announcement")
            sv("skriv det andra tillkännagivandets id"),
        QuoteAsInText
            en("write the words as they stand in the text, or correct the text")
            sv("skriv orden som de står i texten, eller rätta texten"),
        FirstAndLastWords
            en("write its first and its last words as they stand in the text, with `…` between them")
            sv("skriv citatets första och sista ord som de står i texten, med `…` emellan"),
        AddMatch
            en("add `match = \"first words … last words\"`")
            sv("lägg till `match = \"första orden … sista orden\"`"),
        AddShare
            en("add `percent = 60`, or `amount = 1000` and `currency = \"SEK\"`")
            sv("lägg till `percent = 60`, eller `amount = 1000` och `currency = \"SEK\"`"),
        CorrectShares
            en("correct the shares, so that they come to 100 % at the most")
            sv("rätta andelarna, så att de är högst 100 % tillsammans"),
        AddFunder
            en("add `funder = \"…\"`, a key or a name")
            sv("lägg till `funder = \"…\"`, en nyckel eller ett namn"),
        AddSender
            en("add `sender = \"…\"`, a key or a name")
            sv("lägg till `sender = \"…\"`, en nyckel eller ett namn"),
        AddDesignation
            en("add `designation = \"…\"`, as the land register has it")
            sv("lägg till `designation = \"…\"`, som i fastighetsregistret"),
        DerivedDays
            en("write `appeal_until` or `remove_after`, or leave it out")
            sv("skriv `appeal_until` eller `remove_after`, eller ta bort den"),
        AddAmount { key: &'static str }
            en("add `{key} = 1000`")
            sv("lägg till `{key} = 1000`"),
        AddAlt
            en("add `alt = \"…\"`: what somebody who cannot see the picture should know")
            sv("lägg till `alt = \"…\"`: det som den som inte kan se bilden bör veta"),
    }
}

wording! {
    /// What there is to say of diagnostics that are not shown.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum NotShown {
        Errors { count: usize }
            en("{count} more error{} not shown", if *count == 1 { "" } else { "s" })
            sv("{count} fel till visas inte"),
        Warnings { count: usize }
            en("{count} more warning{} not shown", if *count == 1 { "" } else { "s" })
            sv("{count} varning{} till visas inte", if *count == 1 { "" } else { "ar" }),
    }
}

impl Help {
    /// The help for a key that must be there, written so.
    pub(crate) const fn add(example: &'static str) -> Self {
        Self::Add { example }
    }

    /// The help as in YAML, `type: "nyhet"` for `type = "nyhet"`. A word that the user may have meant stays as it is, and
    /// the register is written in TOML.
    pub(crate) fn in_yaml(self) -> Self {
        match self {
            Self::DidYouMean { .. } | Self::Register { .. } => self,
            help => Self::InYaml { help: Box::new(help) },
        }
    }
}

/// Why the model takes no such value, in the model's words.
macro_rules! refusals {
    ($($error:ident),* $(,)?) => {
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(crate) enum Refusal {
            $($error($error)),*
        }

        impl Wording for Refusal {
            fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$error(error) => error.word(language, f)),*
                }
            }
        }

        $(
            impl From<$error> for Message {
                fn from(error: $error) -> Self {
                    Self::Refused { reason: Refusal::$error(error) }
                }
            }
        )*
    };
}

refusals!(
    BodyError,
    CodeError,
    DateError,
    DurationError,
    EdtfError,
    EmailError,
    IriError,
    LanguageError,
    LicenceError,
    MediaTypeError,
    NumberError,
    PhoneError,
    Problem,
    RegisterProblem,
    SlugError,
    TextError,
);

fn in_ticks(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// A line of text as a basic string of TOML (1.0, "String").
fn toml_string(line: &str) -> String {
    format!("\"{}\"", line.replace('\\', "\\\\").replace('"', "\\\""))
}

fn as_in_yaml(help: &str) -> String {
    help.replace(" = ", ": ")
}
