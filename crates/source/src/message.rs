use crate::{
    area_fault::AreaFault,
    code::Code,
    codes,
    file_fault::FileFault,
    foreign::ForeignFormat,
    help::in_ticks,
    json_fault::JsonFault,
    noun::{Noun, UnknownNoun},
    refusal::Refusal,
    toml_fault::TomlFault,
};
use anslag_core::{AnnouncementId, LanguageTag, Moment, Slug, SlugError, UnseenCharacters, limit::Limit};
use anslag_wording::{IoFault, wording};
use std::collections::BTreeSet;

wording! {
    /// Problem of a source file, in rustc's manner.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum Message: &'static Code {
        // The file and its text.
        NoSuchFile
            code(codes::MISSING_FILE)
            en("file not found")
            sv("filen finns inte"),
        NoSuchFolder
            code(codes::MISSING_FILE)
            en("directory not found")
            sv("mappen finns inte"),
        Unreadable { reason: IoFault }
            code(codes::UNREADABLE_FILE)
            en("cannot read the file: {reason}")
            sv("filen går inte att läsa: {reason}"),
        UnreadableFolder { reason: IoFault }
            code(codes::UNREADABLE_FILE)
            en("cannot read the directory: {reason}")
            sv("mappen går inte att läsa: {reason}"),
        NoFile
            code(codes::UNREADABLE_FILE)
            en("this is a pipe or a device, not a file")
            sv("det här är ett rör eller en enhet, ingen fil"),
        LinkToNothing { reason: IoFault }
            code(codes::UNREADABLE_FILE)
            en("broken link: {reason}")
            sv("trasig länk: {reason}"),
        LinkOutside { target: String }
            code(codes::OUTSIDE_LINK)
            en("link to `{target}`, outside of the data directory")
            sv("länk till `{target}`, utanför datamappen"),
        LinkOutOfStatic { target: String }
            code(codes::OUTSIDE_LINK)
            en("link to `{target}`, outside of the directory `static`")
            sv("länk till `{target}`, utanför mappen `static`"),
        StaticName
            code(codes::STATIC_NAME)
            en("a name that no address can have")
            sv("ett namn som ingen adress kan ha"),
        SameStaticName { other: String }
            code(codes::STATIC_NAME)
            en("the name differs only in case from `{other}`")
            sv("namnet skiljer sig bara i stora och små bokstäver från `{other}`"),
        LinkToFolder
            code(codes::LINKED_DIRECTORY)
            en("link to a directory, whose files are skipped")
            sv("länk till en mapp, vars filer hoppas över"),
        NotRead
            code(codes::IGNORED_FILE)
            en("skipped file: its name does not end in `.md` or `.jsonl`")
            sv("filen hoppas över: dess namn slutar inte på `.md` eller `.jsonl`"),
        StrayFile
            code(codes::IGNORED_FILE)
            en("skipped file: `publication.toml`, `register.toml` and the directory `announcements` are read here")
            sv("filen hoppas över: här läses `publication.toml`, `register.toml` och mappen `announcements`"),
        StrayFolder
            code(codes::IGNORED_FILE)
            en("skipped directory: announcements stand in `announcements`")
            sv("mappen hoppas över: tillkännagivanden ligger i `announcements`"),
        StrayInTheme
            code(codes::IGNORED_FILE)
            en("skipped file: `theme.css`, a logo and `footer.md` are read here")
            sv("filen hoppas över: här läses `theme.css`, en logotyp och `footer.md`"),
        ThemeRequest
            code(codes::THEME_REQUEST)
            en("the theme makes browsers fetch a file")
            sv("temat får webbläsare att hämta en fil"),
        FaintAccent { ratio: String, is_dark: bool }
            code(codes::FAINT_ACCENT)
            en("the accent has a contrast of {ratio} to the {} ground, which is less than 4.5", if *is_dark { "dark" } else { "light" })
            sv("accentfärgen har kontrasten {ratio} mot den {} bakgrunden, vilket är mindre än 4,5", if *is_dark { "mörka" } else { "ljusa" }),
        NoLogo
            code(codes::INVALID_LOGO)
            en("the file is not a picture in the format that its name says")
            sv("filen är ingen bild i det format som dess namn säger"),
        SecondLogo
            code(codes::INVALID_LOGO)
            en("a second logo")
            sv("en andra logotyp"),
        SectionPage
            code(codes::SECTION_PAGE)
            en("skipped file: a website generator says something of the directory in it")
            sv("filen hoppas över: i den säger en webbplatsgenerator något om mappen"),
        TooLong { limit: &'static Limit }
            code(codes::TOO_LONG)
            en("{limit}")
            sv("{limit}"),
        LineTooLong { line: usize, limit: &'static Limit }
            code(codes::TOO_LONG)
            en("line {line} {limit}")
            sv("rad {line} {limit}"),
        TooDeep { limit: &'static Limit }
            code(codes::TOO_DEEP)
            en("{limit}")
            sv("{limit}"),
        DuplicateId { id: AnnouncementId, first: String }
            code(codes::DUPLICATE_ID)
            en("duplicate id `{}`: {first} has it too", *id)
            sv("id:t `{}` finns redan i {first}", *id),
        NamesNothing { id: AnnouncementId }
            code(codes::UNKNOWN_ANNOUNCEMENT)
            en("unknown announcement `{}`", *id)
            sv("okänt tillkännagivande `{}`", *id),
        UnmarkedChange { updated: Moment }
            code(codes::UNMARKED_CHANGE)
            en("the text has changed since the last publication, but its last change is still {}", *updated)
            sv("texten har ändrats sedan den senaste publiceringen, men den senaste ändringen är fortfarande {}", *updated),
        NotUtf8 { at: usize, byte: u8 }
            code(codes::NOT_UTF8)
            en("invalid UTF-8: byte 0x{:02X} at offset {at}", *byte)
            sv("ogiltig UTF-8: byte 0x{:02X} på position {at}", *byte),
        Foreign { format: ForeignFormat }
            code(codes::NOT_UTF8)
            en("{format}, not a text file in UTF-8")
            sv("{format}, ingen textfil i UTF-8"),
        CrLfAndMark
            code(codes::CRLF)
            en("byte order mark, and lines that end in CR LF, which is read as LF")
            sv("byteordningsmarkering (BOM), och rader som slutar med CR LF, som läses som LF"),
        ByteOrderMark
            code(codes::BYTE_ORDER_MARK)
            en("ignored byte order mark at the beginning of the file")
            sv("byteordningsmarkering (BOM) först i filen, som inte tas med"),
        CrLf
            code(codes::CRLF)
            en("lines end in CR LF, which is read as LF")
            sv("raderna slutar med CR LF, som läses som LF"),
        NotNfc
            code(codes::NOT_NFC)
            en("text not in Unicode normal form NFC, normalised")
            sv("texten är inte i Unicodes normalform NFC, men görs om till den"),

        UnseenRemoved { characters: UnseenCharacters }
            code(codes::INVISIBLE_CHARACTER)
            en("removed what nobody sees: {characters}")
            sv("tog bort tecken som inte syns: {characters}"),
        DirectionRemoved { characters: UnseenCharacters }
            code(codes::WRITING_DIRECTION)
            en("removed what changes the direction of the text: {characters}")
            sv("tog bort tecken som ändrar skrivriktningen: {characters}"),

        // The front matter.
        NoFrontMatter
            code(codes::MISSING_FRONT_MATTER)
            en("missing front matter")
            sv("front matter saknas"),
        SecondFrontMatter
            code(codes::SECOND_FRONT_MATTER)
            en("second front matter in one file")
            sv("front matter för andra gången i samma fil"),
        FrontMatterNeverEnds
            code(codes::UNCLOSED_FRONT_MATTER)
            en("front matter does not end")
            sv("front matter tar inte slut"),
        FrontMatterNoTable { found: Noun }
            code(codes::WRONG_TYPE)
            en("expected a table of keys and values as front matter, found {found}")
            sv("front matter ska vara en tabell med nycklar och värden, inte {found}"),
        KeyTwice
            code(codes::DUPLICATE_KEY)
            en("duplicate key")
            sv("nyckeln står två gånger"),
        NoToml { reason: TomlFault }
            code(codes::INVALID_TOML)
            en("invalid TOML: {reason}")
            sv("ogiltig TOML: {reason}"),

        // JSON.
        NoJson { reason: JsonFault }
            code(codes::INVALID_JSON)
            en("invalid JSON: {reason}")
            sv("ogiltig JSON: {reason}"),
        EmptyJson
            code(codes::INVALID_JSON)
            en("invalid JSON: the line is empty")
            sv("ogiltig JSON: raden är tom"),
        JsonControlCharacter
            code(codes::INVALID_JSON)
            en("invalid JSON: control character without escape")
            sv("ogiltig JSON: styrtecken utan omvänt snedstreck"),

        // YAML.
        NoYaml
            code(codes::INVALID_YAML)
            en("invalid YAML: unexpected text")
            sv("ogiltig YAML: oväntad text"),
        YamlNul
            code(codes::INVALID_YAML)
            en("invalid YAML: character U+0000")
            sv("ogiltig YAML: tecknet U+0000"),
        YamlEndsEarly
            code(codes::INVALID_YAML)
            en("invalid YAML: unexpected end")
            sv("ogiltig YAML: oväntat slut"),
        YamlTab
            code(codes::INVALID_YAML)
            en("invalid YAML: tab used for indentation")
            sv("ogiltig YAML: indrag med tabb"),
        YamlColon
            code(codes::INVALID_YAML)
            en("invalid YAML: unexpected colon")
            sv("ogiltig YAML: oväntat kolon"),
        YamlIndentation
            code(codes::INVALID_YAML)
            en("invalid YAML: the line does not align with the lines above it")
            sv("ogiltig YAML: raden ligger inte i linje med raderna ovanför"),
        YamlNoKey
            code(codes::INVALID_YAML)
            en("invalid YAML: missing key, or missing colon after it")
            sv("ogiltig YAML: nyckeln saknas, eller kolonet efter den"),
        YamlListGoesOn
            code(codes::INVALID_YAML)
            en("invalid YAML: missing `,` or `]` in a list")
            sv("ogiltig YAML: `,` eller `]` saknas i en lista"),
        YamlTableGoesOn
            code(codes::INVALID_YAML)
            en("invalid YAML: missing `,` or `}}` in a table")
            sv("ogiltig YAML: `,` eller `}}` saknas i en tabell"),
        YamlListNeverEnds
            code(codes::INVALID_YAML)
            en("invalid YAML: list without closing `]`")
            sv("ogiltig YAML: listan saknar avslutande `]`"),
        YamlTableNeverEnds
            code(codes::INVALID_YAML)
            en("invalid YAML: table without closing `}}`")
            sv("ogiltig YAML: tabellen saknar avslutande `}}`"),
        YamlTextNeverEnds
            code(codes::INVALID_YAML)
            en("invalid YAML: text without closing quotation mark")
            sv("ogiltig YAML: texten saknar avslutande citattecken"),
        YamlMoreAfterText
            code(codes::INVALID_YAML)
            en("invalid YAML: unexpected text after the closing quotation mark")
            sv("ogiltig YAML: oväntad text efter det avslutande citattecknet"),
        YamlEscape
            code(codes::INVALID_YAML)
            en("invalid YAML: unknown escape after `\\`")
            sv("ogiltig YAML: okänt tecken efter `\\`"),
        YamlAnchorName
            code(codes::INVALID_YAML)
            en("invalid YAML: anchor without a name")
            sv("ogiltig YAML: ankare utan namn"),
        YamlCharacter
            code(codes::INVALID_YAML)
            en("invalid YAML: text cannot begin with this character")
            sv("ogiltig YAML: text kan inte börja med det här tecknet"),
        YamlAnchors
            code(codes::UNSUPPORTED_YAML)
            en("unsupported YAML anchor")
            sv("YAML-ankare stöds inte"),
        YamlAliases
            code(codes::UNSUPPORTED_YAML)
            en("unsupported YAML alias")
            sv("YAML-alias stöds inte"),
        YamlTags
            code(codes::UNSUPPORTED_YAML)
            en("unsupported YAML tag")
            sv("YAML-taggar stöds inte"),
        YamlDirectives
            code(codes::UNSUPPORTED_YAML)
            en("unsupported YAML directive")
            sv("YAML-direktiv stöds inte"),
        YamlSecondDocument
            code(codes::UNSUPPORTED_YAML)
            en("unsupported second YAML document")
            sv("ett andra YAML-dokument stöds inte"),
        YamlKeyNoName { found: Noun }
            code(codes::UNSUPPORTED_YAML)
            en("expected the name of a key, found {found}")
            sv("en nyckel ska vara ett namn, inte {found}"),

        // Keys and the types of their values.
        NoTable { what: Noun, found: Noun }
            code(codes::WRONG_TYPE)
            en("expected a table for {what}, found {found}")
            sv("{what} ska vara en tabell, inte {found}"),
        NamedNoTable { name: String, found: Noun }
            code(codes::WRONG_TYPE)
            en("expected a table as `{name}`, found {found}")
            sv("`{name}` ska vara en tabell, inte {found}"),
        NoEntries { kind: &'static str, found: Noun }
            code(codes::WRONG_TYPE)
            en("expected a table of entries as `{kind}`, found {found}")
            sv("`{kind}` ska vara en tabell med poster, inte {found}"),
        NoList { key: &'static str, found: Noun }
            code(codes::WRONG_TYPE)
            en("expected a list as `{key}`, found {found}")
            sv("`{key}` ska vara en lista, inte {found}"),
        UnknownKey { what: Noun, key: String }
            code(codes::UNKNOWN_KEY)
            en("unknown key `{key}` in {what}")
            sv("okänd nyckel `{key}` i {what}"),
        IgnoredKeys { keys: BTreeSet<String> }
            code(codes::IGNORED_KEY)
            en("ignored keys of other programs: {}", in_ticks(keys.iter()))
            sv("nycklar för andra program, som inte läses: {}", in_ticks(keys.iter())),
        MissingKey { what: Noun, key: &'static str }
            code(codes::MISSING_KEY)
            en("missing key `{key}` in {what}")
            sv("nyckeln `{key}` saknas i {what}"),
        TwoNames { second: String, first: String }
            code(codes::DUPLICATE_KEY)
            en("duplicate key: `{second}` is another name of `{first}`")
            sv("nyckeln står två gånger: `{second}` är ett annat namn på `{first}`"),
        WrongType { wanted: Noun, found: Noun }
            code(codes::WRONG_TYPE)
            en("expected {wanted}, found {found}")
            sv("här ska det stå {wanted}, inte {found}"),
        NoneOf { word: String, unknown: UnknownNoun }
            code(codes::UNKNOWN_VALUE)
            en("{unknown} `{word}`")
            sv("{unknown} `{word}`"),

        Without { key: &'static str, other: &'static str }
            code(codes::MISSING_COUNTERPART)
            en("`{key}` without `{other}`")
            sv("`{key}` utan `{other}`"),
        Conflict { key: &'static str, other: &'static str }
            code(codes::CONFLICTING_KEYS)
            en("`{key}` and `{other}` exclude each other")
            sv("`{key}` och `{other}` utesluter varandra"),

        // Values.
        Refused { reason: Refusal }
            code(reason.code())
            en("{reason}")
            sv("{reason}"),
        FileSize
            code(codes::INVALID_NUMBER)
            en("invalid size of a file")
            sv("ogiltig filstorlek"),
        Count
            code(codes::INVALID_NUMBER)
            en("invalid number of things")
            sv("ogiltigt antal"),
        FeedSize
            code(codes::INVALID_NUMBER)
            en("invalid size of a feed")
            sv("ogiltig storlek på ett flöde"),
        LanguageTwice
            code(codes::DUPLICATE_KEY)
            en("duplicate language")
            sv("språket står två gånger"),
        NoFormat
            code(codes::EMPTY_LIST)
            en("empty list of formats")
            sv("tom lista med format"),
        NoLanguage
            code(codes::EMPTY_LIST)
            en("empty list of languages")
            sv("tom lista med språk"),
        NoText
            code(codes::EMPTY_TEXT)
            en("no text in any language")
            sv("ingen text på något språk"),
        EmptyCondition { key: &'static str }
            code(codes::EMPTY_LIST)
            en("empty list `{key}`: no announcement could be in the feed")
            sv("tom lista `{key}`: inget tillkännagivande skulle kunna vara i flödet"),
        LanguageNamedTwice { language: LanguageTag }
            code(codes::DUPLICATE_ITEM)
            en("duplicate language `{}`", *language)
            sv("språket `{}` nämns två gånger", *language),

        // The feeds of the settings.
        NoCondition
            code(codes::MISSING_KEY)
            en("a feed without a condition is the feed of everything")
            sv("ett flöde utan villkor är flödet med allt"),
        FeedKeyTwice { key: Slug }
            code(codes::DUPLICATE_ITEM)
            en("two feeds have the key `{}`", *key)
            sv("två flöden har nyckeln `{}`", *key),
        NoFeedKey { reason: SlugError }
            code(codes::INVALID_REGISTER_KEY)
            en("invalid key of a feed: {reason}")
            sv("ogiltig nyckel till ett flöde: {reason}"),
        FeedOfDevice { key: Slug }
            code(codes::INVALID_REGISTER_KEY)
            en("no file on Windows can be called `{}`", *key)
            sv("ingen fil i Windows kan heta `{}`", *key),

        // What a data portal wants.
        NotForAbroad { what: Noun, key: &'static str }
            code(codes::MISSING_TRANSLATION)
            en("missing translation: `{key}` of {what} must be in the main language and in English")
            sv("översättning saknas: `{key}` för {what} måste finnas på huvudspråket och på engelska"),
        ContactNoTable
            code(codes::WRONG_TYPE)
            en("expected a table with name and e-mail address as contact, not an organisation of the register")
            sv("kontakten ska vara en tabell med namn och e-postadress, inte en organisation i registret"),
        ContactIsPublisher
            code(codes::CONTACT_IS_PUBLISHER)
            en("the contact is the publisher itself")
            sv("kontakten är utgivaren själv"),
        PublisherWithoutKind
            code(codes::MISSING_PUBLISHER_KIND)
            en("publisher without `kind`, which DCAT-AP-SE requires (dcterms:type)")
            sv("utgivaren saknar `kind`, som DCAT-AP-SE kräver (dcterms:type)"),
        NoAccessibility
            code(codes::MISSING_ACCESSIBILITY)
            en("missing accessibility statement, which Swedish law requires of the pages")
            sv("tillgänglighetsredogörelsen saknas, som lagen kräver av sidorna"),
        CompliesInSpite
            code(codes::COMPLIANCE_CONTRADICTS)
            en("full compliance in spite of shortcomings")
            sv("helt förenlig trots brister"),
        NoShortcoming { complies: &'static str }
            code(codes::COMPLIANCE_CONTRADICTS)
            en("`complies = \"{complies}\"` without a shortcoming that breaks the law")
            sv("`complies = \"{complies}\"` utan någon brist mot lagen"),
        Recommended { property: &'static str, what: Missing }
            code(codes::RECOMMENDED_PROPERTY)
            en("missing recommended property `{property}` ({what})")
            sv("den rekommenderade egenskapen `{property}` saknas ({what})"),
        Improvable { property: &'static str, what: Flaw }
            code(what.code())
            en("{what} (`{property}`)")
            sv("{what} (`{property}`)"),

        // References to the register.
        NoOrganization { word: String }
            code(codes::UNKNOWN_ORGANIZATION)
            en("unknown organisation `{word}`")
            sv("okänd organisation `{word}`"),
        InvalidFile { path: String, reason: FileFault }
            code(codes::INVALID_FILE)
            en("cannot publish `{path}`: {reason}")
            sv("det går inte att publicera `{path}`: {reason}"),
        FileContradicts { key: &'static str }
            code(codes::FILE_CONTRADICTS)
            en("the file has another `{key}`")
            sv("filen har ett annat värde för `{key}`"),
        LargePicture { size: u64 }
            code(codes::LARGE_PICTURE)
            en("picture of {}.{} MB", *size / 1_000_000, *size / 100_000 % 10)
            sv("bild på {},{} MB", *size / 1_000_000, *size / 100_000 % 10),
        UnusedFile
            code(codes::UNUSED_FILE)
            en("no announcement refers to this file, so it is not published")
            sv("inget tillkännagivande hänvisar till filen, så den publiceras inte"),
        InvalidArea { reason: AreaFault }
            code(codes::INVALID_AREA)
            en("invalid area: {reason}")
            sv("ogiltigt område: {reason}"),
        IncompletePoint
            code(codes::INVALID_COORDINATES)
            en("coordinates are a latitude and a longitude, or `north` and `east`")
            sv("koordinater är en latitud och en longitud, eller `north` och `east`"),
        NoBoard { word: String }
            code(codes::UNKNOWN_BOARD)
            en("unknown notice board `{word}`")
            sv("okänd anslagstavla `{word}`"),
        NoPlace { word: String }
            code(codes::UNKNOWN_PLACE)
            en("unknown place `{word}`")
            sv("okänd plats `{word}`"),
        NoTopic { word: String }
            code(codes::UNKNOWN_TOPIC)
            en("unknown topic `{word}`")
            sv("okänt ämne `{word}`"),
        InvalidId { reason: SlugError }
            code(codes::INVALID_ID)
            en("invalid id: {reason}")
            sv("ogiltigt id: {reason}"),
        DeviceName { key: Slug }
            code(codes::DEVICE_NAME)
            en("no file on Windows can be called `{}`", *key)
            sv("ingen fil i Windows kan heta `{}`", *key),
        NoRegisterKey { reason: SlugError }
            code(codes::INVALID_REGISTER_KEY)
            en("invalid key of the register: {reason}")
            sv("ogiltig nyckel i registret: {reason}"),
        ProgrammeRegistered { key: Slug }
            code(codes::REGISTERED_PROGRAMME)
            en("the programme is registered as `{}`, and its spellings with it", *key)
            sv("programmet är registrerat som `{}`, och dess skrivsätt med det", *key),

        SecondUse { name: String }
            code(codes::UNREGISTERED_NAME)
            en("unregistered name `{name}` is used again")
            sv("`{name}` används igen utan att finnas i registret"),

        // Announcements.
        FileNameNoId { reason: SlugError }
            code(codes::INVALID_ID)
            en("the name of the file is not an id: {reason}")
            sv("filens namn är inget id: {reason}"),
        BodyAsKey
            code(codes::BODY_AS_KEY)
            en("the text of the announcement is not a key")
            sv("tillkännagivandets text är ingen nyckel"),
        // Data on people. What was found is masked, since messages also go to logs and to other programs.
        PersonalNumber { masked: String }
            code(codes::PERSONAL_NUMBER)
            en("personal identity number `{masked}`")
            sv("personnummer `{masked}`"),
        CoordinationNumber { masked: String }
            code(codes::PERSONAL_NUMBER)
            en("coordination number `{masked}`")
            sv("samordningsnummer `{masked}`"),
        PrivateEmail { masked: String }
            code(codes::PRIVATE_EMAIL)
            en("private e-mail address `{masked}`")
            sv("privat e-postadress `{masked}`"),
        MobileNumber { masked: String }
            code(codes::MOBILE_NUMBER)
            en("mobile number `{masked}`, which is no contact's")
            sv("mobilnummer `{masked}`, som inte är en kontakts"),
        NameInId { masked: String }
            code(codes::NAME_IN_ID)
            en("name of a person in the id: `{masked}`")
            sv("en persons namn i id:t: `{masked}`"),
        NoDerivedDay { key: String }
            code(codes::UNKNOWN_VALUE)
            en("unknown derived day `{key}`")
            sv("okänd härledd dag `{key}`"),
    }
}

wording! {
    /// Facts that data portals recommend to state.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum Missing {
        Issued
            en("when the dataset was first published")
            sv("när datamängden publicerades första gången"),
        Availability
            en("how long the files will be available")
            sv("hur länge filerna kommer att finnas"),
        Theme
            en("the themes of the dataset")
            sv("datamängdens teman"),
        Place
            en("the places the dataset is about")
            sv("platserna som datamängden handlar om"),
        Telephone
            en("the telephone number of the contact")
            sv("kontaktens telefonnummer"),
        Address
            en("the postal address of the contact")
            sv("kontaktens postadress"),
        Number
            en("the organisation number of the publisher")
            sv("utgivarens organisationsnummer"),
        Homepage
            en("the website of the publisher")
            sv("utgivarens webbplats"),
    }
}

wording! {
    /// Defects of facts that data portals show.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum Flaw: &'static Code {
        TextIn { key: &'static str, language: LanguageTag }
            code(codes::RECOMMENDED_TRANSLATION)
            en("`{key}` is not in `{}`, a language of the publication", *language)
            sv("`{key}` finns inte på `{}`, ett av publikationens språk", *language),
        InSwedish { key: &'static str }
            code(codes::RECOMMENDED_TRANSLATION)
            en("`{key}` is not in Swedish, which dataportal.se shows")
            sv("`{key}` finns inte på svenska, som dataportal.se visar"),
        LanguageCode { language: LanguageTag }
            code(codes::LANGUAGE_WITHOUT_EU_CODE)
            en("no code of the EU is known for the language `{}`", *language)
            sv("ingen EU-kod är känd för språket `{}`", *language),
        KeywordIn { language: String }
            code(codes::RECOMMENDED_TRANSLATION)
            en("no keyword is in `{language}`")
            sv("inget nyckelord är på `{language}`"),
        LowerCase { keyword: String }
            code(codes::KEYWORD_NOT_LOWER_CASE)
            en("the keyword `{keyword}` is not in lower case")
            sv("nyckelordet `{keyword}` är inte skrivet med små bokstäver"),
        KnownPlace { place: String }
            code(codes::UNRECOGNISED_PLACE)
            en("portals do not recognise the place <{place}>")
            sv("portaler känner inte igen platsen <{place}>"),
    }
}

impl<E: Into<Refusal>> From<E> for Message {
    fn from(error: E) -> Self {
        Self::Refused { reason: error.into() }
    }
}
