use crate::{code::Code, codes, noun::Noun, refusal::Refusal};
use anslag_core::{AnnouncementId, LanguageTag, Slug, SlugError};
use anslag_wording::{InLanguage, Language, wording};

wording! {
    /// What is wrong.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum Message: &'static Code {
        // The file and its text.
        NoSuchFile
            code(codes::MISSING_FILE)
            en("there is no such file")
            sv("filen finns inte"),
        Unreadable { reason: String }
            code(codes::UNREADABLE_FILE)
            en("the file cannot be read: {reason}")
            sv("filen går inte att läsa: {reason}"),
        UnreadableFolder { reason: String }
            code(codes::UNREADABLE_FILE)
            en("the folder cannot be read: {reason}")
            sv("mappen går inte att läsa: {reason}"),
        NoFile
            code(codes::UNREADABLE_FILE)
            en("this is no file, but a pipe or a device")
            sv("det här är ingen fil, utan ett rör eller en enhet"),
        LinkToNothing { reason: String }
            code(codes::UNREADABLE_FILE)
            en("the link leads to no file: {reason}")
            sv("länken leder inte till någon fil: {reason}"),
        LinkToFolder
            code(codes::LINKED_DIRECTORY)
            en("this is a link to a folder, and what is in it is not read")
            sv("det här är en länk till en mapp, och det som finns där läses inte"),
        NotRead
            code(codes::IGNORED_FILE)
            en("this file is not read, and nothing in it is published")
            sv("den här filen läses inte, och inget i den publiceras"),
        FileTooLong { mib: u64 }
            code(codes::TOO_LONG)
            en("the file is longer than {mib} MiB, which no announcement is")
            sv("filen är längre än {mib} MiB, och så långt är inget tillkännagivande"),
        LineTooLong { line: usize, mib: u64 }
            code(codes::TOO_LONG)
            en("line {line} is longer than {mib} MiB, which no announcement is")
            sv("rad {line} är längre än {mib} MiB, och så långt är inget tillkännagivande"),
        DuplicateId { id: AnnouncementId, first: String }
            code(codes::DUPLICATE_ID)
            en("the id {} is that of {first} already", *id)
            sv("{first} har redan id:t {}", *id),
        NamesNothing { id: AnnouncementId }
            code(codes::UNKNOWN_ANNOUNCEMENT)
            en("there is no announcement {}", *id)
            sv("det finns inget tillkännagivande {}", *id),
        NotUtf8 { at: usize, byte: u8 }
            code(codes::NOT_UTF8)
            en("the file is not UTF-8: the byte at offset {at} (0x{:02X}) is wrong", *byte)
            sv("filen är inte UTF-8: byten på position {at} (0x{:02X}) är fel", *byte),
        ByteOrderMark
            code(codes::BYTE_ORDER_MARK)
            en("the file begins with a byte order mark, which is left out")
            sv("filen börjar med en byteordningsmarkering (BOM), som inte tas med"),
        CrLf
            code(codes::CRLF)
            en("the lines end in CR LF, which is read as LF")
            sv("raderna slutar med CR LF, som läses som LF"),
        NotNfc
            code(codes::NOT_NFC)
            en("the text is not in Unicode's normal form NFC, into which it is put")
            sv("texten är inte i Unicodes normalform NFC, men görs om till den"),

        // The front matter.
        NoFrontMatter
            code(codes::MISSING_FRONT_MATTER)
            en("the file has no front matter")
            sv("filen har ingen front matter"),
        FrontMatterTooLong
            code(codes::TOO_LONG)
            en("the front matter is longer than 1 MiB")
            sv("filens front matter är längre än 1 MiB"),
        FrontMatterNeverEnds
            code(codes::UNCLOSED_FRONT_MATTER)
            en("the front matter never ends")
            sv("filens front matter tar aldrig slut"),
        FrontMatterNoTable { found: Noun }
            code(codes::WRONG_TYPE)
            en("the front matter is a table of keys and values, not {found}")
            sv("filens front matter ska vara en tabell med nycklar och värden, inte {found}"),
        FrontMatterTooDeep
            code(codes::TOO_DEEP)
            en("the front matter is nested too deeply")
            sv("filens front matter har för många nivåer"),
        KeyTwice
            code(codes::DUPLICATE_KEY)
            en("this key stands twice")
            sv("den här nyckeln står två gånger"),
        NoToml { reason: String }
            code(codes::INVALID_TOML)
            en("this is no TOML: {reason}")
            sv("det här är inte TOML: {reason}"),

        // JSON.
        NoJson { reason: String }
            code(codes::INVALID_JSON)
            en("this is no JSON: {reason}")
            sv("det här är inte JSON: {reason}"),
        EmptyJson
            code(codes::INVALID_JSON)
            en("this is no JSON: there is nothing here")
            sv("det här är inte JSON: här finns ingenting"),
        JsonControlCharacter
            code(codes::INVALID_JSON)
            en("this is no JSON: a control character is not escaped")
            sv("det här är inte JSON: ett styrtecken är inte skrivet med omvänt snedstreck"),

        // YAML.
        NoYaml { reason: String }
            code(codes::INVALID_YAML)
            en("this is no YAML: {reason}")
            sv("det här är inte YAML: {reason}"),
        YamlNul
            code(codes::INVALID_YAML)
            en("this is no YAML: it has the character U+0000")
            sv("det här är inte YAML: det innehåller tecknet U+0000"),
        YamlEndsEarly
            code(codes::INVALID_YAML)
            en("this is no YAML: it ends too early")
            sv("det här är inte YAML: det slutar för tidigt"),
        YamlTab
            code(codes::INVALID_YAML)
            en("this is no YAML: a tab is no indentation")
            sv("det här är inte YAML: det går inte att göra indrag med tabb"),
        YamlColon
            code(codes::INVALID_YAML)
            en("this is no YAML: a colon cannot stand here")
            sv("det här är inte YAML: här kan det inte stå ett kolon"),
        YamlIndentation
            code(codes::INVALID_YAML)
            en("this is no YAML: the line does not fit to the lines above it")
            sv("det här är inte YAML: raden passar inte ihop med raderna ovanför"),
        YamlNoKey
            code(codes::INVALID_YAML)
            en("this is no YAML: there is no key, or no colon after it")
            sv("det här är inte YAML: här saknas en nyckel, eller kolonet efter den"),
        YamlListGoesOn
            code(codes::INVALID_YAML)
            en("this is no YAML: a list in brackets goes on without a comma or `]`")
            sv("det här är inte YAML: en lista inom hakparentes fortsätter utan kommatecken eller `]`"),
        YamlTableGoesOn
            code(codes::INVALID_YAML)
            en("this is no YAML: a table in braces goes on without a comma or `}}`")
            sv("det här är inte YAML: en tabell inom klammer fortsätter utan kommatecken eller `}}`"),
        YamlListNeverEnds
            code(codes::INVALID_YAML)
            en("this is no YAML: the list in brackets never ends")
            sv("det här är inte YAML: listan inom hakparentes tar aldrig slut"),
        YamlTableNeverEnds
            code(codes::INVALID_YAML)
            en("this is no YAML: the table in braces never ends")
            sv("det här är inte YAML: tabellen inom klammer tar aldrig slut"),
        YamlTextNeverEnds
            code(codes::INVALID_YAML)
            en("this is no YAML: the text in quotation marks never ends")
            sv("det här är inte YAML: texten inom citattecken tar aldrig slut"),
        YamlMoreAfterText
            code(codes::INVALID_YAML)
            en("this is no YAML: there is more after the closing quotation mark")
            sv("det här är inte YAML: det står mer efter det avslutande citattecknet"),
        YamlEscape
            code(codes::INVALID_YAML)
            en("this is no YAML: this letter has no meaning after `\\`")
            sv("det här är inte YAML: den här bokstaven betyder ingenting efter `\\`"),
        YamlAnchorName
            code(codes::INVALID_YAML)
            en("this is no YAML: the name of an anchor is missing")
            sv("det här är inte YAML: namnet på ett ankare saknas"),
        YamlCharacter
            code(codes::INVALID_YAML)
            en("this is no YAML: text cannot begin with this character")
            sv("det här är inte YAML: text kan inte börja med det här tecknet"),
        YamlAnchors
            code(codes::UNSUPPORTED_YAML)
            en("anchors of YAML are not read here")
            sv("YAML:s ankare läses inte här"),
        YamlAliases
            code(codes::UNSUPPORTED_YAML)
            en("aliases of YAML are not read here")
            sv("YAML:s alias läses inte här"),
        YamlTags
            code(codes::UNSUPPORTED_YAML)
            en("tags of YAML are not read here")
            sv("YAML:s taggar läses inte här"),
        YamlDirectives
            code(codes::UNSUPPORTED_YAML)
            en("directives of YAML are not read here")
            sv("YAML:s direktiv läses inte här"),
        YamlSecondDocument
            code(codes::UNSUPPORTED_YAML)
            en("a second YAML document begins here")
            sv("här börjar ett andra YAML-dokument"),
        YamlKeyNoName { found: Noun }
            code(codes::UNSUPPORTED_YAML)
            en("a key is a name here, not {found}")
            sv("en nyckel ska vara ett namn här, inte {found}"),

        // Keys and the types of their values.
        NoTable { what: Noun, found: Noun }
            code(codes::WRONG_TYPE)
            en("{what} is a table of keys and values, not {found}")
            sv("{what} ska vara en tabell med nycklar och värden, inte {found}"),
        NamedNoTable { name: String, found: Noun }
            code(codes::WRONG_TYPE)
            en("`{name}` is a table of keys and values, not {found}")
            sv("`{name}` ska vara en tabell med nycklar och värden, inte {found}"),
        NoEntries { kind: &'static str, found: Noun }
            code(codes::WRONG_TYPE)
            en("`{kind}` is a table of entries by their keys, not {found}")
            sv("`{kind}` ska vara en tabell med poster efter deras nycklar, inte {found}"),
        NoList { key: &'static str, found: Noun }
            code(codes::WRONG_TYPE)
            en("`{key}` is a list, not {found}")
            sv("`{key}` ska vara en lista, inte {found}"),
        UnknownKey { what: Noun, key: String }
            code(codes::UNKNOWN_KEY)
            en("{what} has no key `{key}`")
            sv("{what} har ingen nyckel `{key}`"),
        MissingKey { what: Noun, key: &'static str }
            code(codes::MISSING_KEY)
            en("{what} must have the key `{key}`")
            sv("{what} måste ha nyckeln `{key}`"),
        TwoNames { second: String, first: String }
            code(codes::DUPLICATE_KEY)
            en("`{second}` and `{first}` are two names of one key")
            sv("`{second}` och `{first}` är två namn på samma nyckel"),
        WrongType { wanted: Noun, found: Noun }
            code(codes::WRONG_TYPE)
            en("this must be {wanted}, not {found}")
            sv("här ska det stå {wanted}, inte {found}"),
        NoneOf { word: String, wanted: Noun }
            code(codes::UNKNOWN_VALUE)
            en("{word:?} is no {}", InLanguage::new(&wanted.bare(), Language::English))
            sv("{word:?} är inte {wanted}"),

        // Values.
        Refused { reason: Refusal }
            code(reason.code())
            en("{reason}")
            sv("{reason}"),
        FileSize
            code(codes::INVALID_NUMBER)
            en("no file has this size")
            sv("ingen fil har den storleken"),
        FeedSize
            code(codes::INVALID_NUMBER)
            en("a feed cannot have this size")
            sv("ett flöde kan inte ha den storleken"),
        LanguageTwice
            code(codes::DUPLICATE_KEY)
            en("this language stands twice")
            sv("det här språket står två gånger"),
        NoFormat
            code(codes::EMPTY_LIST)
            en("there is no format")
            sv("det finns inget format"),
        NoLanguage
            code(codes::EMPTY_LIST)
            en("there is no language")
            sv("det finns inget språk"),
        NoText
            code(codes::EMPTY_TEXT)
            en("there is no text in any language")
            sv("det finns ingen text på något språk"),
        LanguageNamedTwice { language: LanguageTag }
            code(codes::DUPLICATE_ITEM)
            en("{} is named twice", *language)
            sv("{} nämns två gånger", *language),

        // What a data portal wants.
        NotForAbroad { what: Noun, key: &'static str }
            code(codes::MISSING_TRANSLATION)
            en("the {key} of {what} must be in the main language and in English, for portals abroad")
            sv("`{key}` för {what} måste finnas på huvudspråket och på engelska, för portaler utomlands"),
        ContactNoTable
            code(codes::WRONG_TYPE)
            en("the contact is a table with a name and an e-mail address, not an organisation of the register")
            sv("kontakten ska vara en tabell med namn och e-postadress, inte en organisation i registret"),
        ContactIsPublisher
            code(codes::CONTACT_IS_PUBLISHER)
            en("the contact is the publisher itself")
            sv("kontakten är utgivaren själv"),
        PublisherWithoutKind
            code(codes::MISSING_PUBLISHER_KIND)
            en("the publisher has no kind, which DCAT-AP-SE requires (dcterms:type)")
            sv("utgivaren har ingen sort, vilket DCAT-AP-SE kräver (dcterms:type)"),
        PortalsMiss { property: &'static str, what: Missing }
            code(what.code())
            en("portals miss {property}, which DCAT-AP-SE recommends: {what}")
            sv("portaler saknar {property}, som DCAT-AP-SE rekommenderar: {what}"),

        // References to the register.
        NoOrganization { word: String }
            code(codes::UNKNOWN_ORGANIZATION)
            en("no organisation of the register is called {word:?}")
            sv("ingen organisation i registret heter {word:?}"),
        NoTopic { word: String }
            code(codes::UNKNOWN_TOPIC)
            en("no topic of the register is called {word:?}")
            sv("inget ämne i registret heter {word:?}"),
        InvalidId { reason: SlugError }
            code(codes::INVALID_ID)
            en("{reason}")
            sv("{reason}"),
        NoRegisterKey { reason: SlugError }
            code(codes::INVALID_REGISTER_KEY)
            en("this is no key of the register: {reason}")
            sv("det här är ingen nyckel i registret: {reason}"),
        ProgrammeRegistered { key: Slug }
            code(codes::REGISTERED_PROGRAMME)
            en("the programme is registered as `{}`, and its spellings with it", *key)
            sv("programmet är registrerat som `{}`, och dess skrivsätt med det", *key),

        SecondUse { name: String }
            code(codes::UNREGISTERED_NAME)
            en("{name:?} is named for the second time, and is not in the register")
            sv("{name:?} nämns för andra gången, och finns inte i registret"),

        // Announcements.
        FileNameNoId { reason: SlugError }
            code(codes::INVALID_ID)
            en("the name of the file is no id: {reason}")
            sv("filens namn är inget id: {reason}"),
        BodyAsKey
            code(codes::BODY_AS_KEY)
            en("the text of the announcement is not a key here")
            sv("tillkännagivandets text är ingen nyckel här"),
        Html
            code(codes::HTML_IN_TEXT)
            en("this is HTML, which the data and tables leave out")
            sv("det här är HTML, som inte kommer med i data och tabeller"),
        ReasonOfNoWithdrawal
            code(codes::MISSING_COUNTERPART)
            en("this is the reason of no withdrawal")
            sv("här står varför det dras tillbaka, men det dras inte tillbaka"),
        DraftWithdrawn
            code(codes::CONFLICTING_KEYS)
            en("a draft cannot be withdrawn")
            sv("ett utkast kan inte dras tillbaka"),
        NoDerivedDay { key: String }
            code(codes::UNKNOWN_VALUE)
            en("`{key}` is no day that follows from a rule")
            sv("`{key}` är ingen dag som följer av en regel"),
        QuoteNotFound
            code(codes::QUOTE_NOT_FOUND)
            en("the quote is not in the text of the announcement")
            sv("citatet finns inte i tillkännagivandets text"),
        MatchAndText
            code(codes::CONFLICTING_KEYS)
            en("a quote has `match` or `text`, not both")
            sv("ett citat har `match` eller `text`, inte båda"),
        SpellingsOfNothing
            code(codes::MISSING_COUNTERPART)
            en("these are spellings of no programme")
            sv("det här är skrivsätt för ett program som inte nämns"),
        AmountWithoutCurrency
            code(codes::MISSING_COUNTERPART)
            en("the amount has no currency")
            sv("beloppet har ingen valuta"),
        CurrencyWithoutAmount
            code(codes::MISSING_COUNTERPART)
            en("the currency is of no amount")
            sv("valutan hör inte till något belopp"),
    }
}

wording! {
    /// What a data portal misses.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum Missing: &'static Code {
        TextIn { key: &'static str, language: LanguageTag }
            code(codes::RECOMMENDED_TRANSLATION)
            en("the {key} is not in `{}`, a language of the publication", *language)
            sv("`{key}` finns inte på `{}`, ett av publikationens språk", *language),
        InSwedish { key: &'static str }
            code(codes::RECOMMENDED_TRANSLATION)
            en("the {key} is not in Swedish, in which dataportal.se shows it")
            sv("`{key}` finns inte på svenska, som dataportal.se visar det på"),
        LanguageCode { language: LanguageTag }
            code(codes::LANGUAGE_WITHOUT_EU_CODE)
            en("we know no code of the EU for the language `{}`", *language)
            sv("vi känner inte till EU:s kod för språket `{}`", *language),
        Issued
            code(codes::RECOMMENDED_PROPERTY)
            en("when the dataset was first published")
            sv("när datamängden publicerades första gången"),
        Availability
            code(codes::RECOMMENDED_PROPERTY)
            en("for how long the files are meant to be there")
            sv("hur länge filerna är tänkta att finnas"),
        KeywordIn { language: String }
            code(codes::RECOMMENDED_TRANSLATION)
            en("there is no keyword in `{language}`")
            sv("det finns inget nyckelord på `{language}`"),
        LowerCase { keyword: String }
            code(codes::KEYWORD_NOT_LOWER_CASE)
            en("the keyword {keyword:?} is not in lower case")
            sv("nyckelordet {keyword:?} är inte skrivet med små bokstäver"),
        Theme
            code(codes::RECOMMENDED_PROPERTY)
            en("there is no theme")
            sv("det finns inget tema"),
        Place
            code(codes::RECOMMENDED_PROPERTY)
            en("there is no place")
            sv("det finns ingen plats"),
        KnownPlace { place: String }
            code(codes::UNRECOGNISED_PLACE)
            en("no portal knows the place {place}")
            sv("ingen portal känner till platsen {place}"),
        Telephone
            code(codes::RECOMMENDED_PROPERTY)
            en("the contact has no telephone number")
            sv("kontakten har inget telefonnummer"),
        Address
            code(codes::RECOMMENDED_PROPERTY)
            en("the contact has no postal address")
            sv("kontakten har ingen postadress"),
        Number
            code(codes::RECOMMENDED_PROPERTY)
            en("the publisher has no organisation number")
            sv("utgivaren har inget organisationsnummer"),
        Homepage
            code(codes::RECOMMENDED_PROPERTY)
            en("the publisher has no site")
            sv("utgivaren har ingen webbplats"),
    }
}

impl<E: Into<Refusal>> From<E> for Message {
    fn from(error: E) -> Self {
        Self::Refused { reason: error.into() }
    }
}
