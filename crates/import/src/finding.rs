use crate::fetch::{FetchFault, FetchHelp};
use anslag_core::limit::Limit;
use anslag_wording::{IoFault, Language, Wording, wording};
use std::fmt;

/// A problem of a source that is imported, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Path or address of the source.
    pub source: String,
    /// Line of the source, from 1, if it is known.
    pub line: Option<usize>,
    /// Text that the finding is about; it may be empty.
    pub excerpt: String,
    /// The reason.
    pub doubt: Doubt,
}

impl Finding {
    /// Returns a finding about a whole source.
    #[must_use]
    pub fn new(source: impl Into<String>, doubt: Doubt) -> Self {
        Self { source: source.into(), line: None, excerpt: String::new(), doubt }
    }

    /// Adds the place of the finding.
    #[must_use]
    pub fn at(self, line: usize, excerpt: impl Into<String>) -> Self {
        Self { line: Some(line), excerpt: excerpt.into(), ..self }
    }

    /// Adds the text that the finding is about.
    #[must_use]
    pub fn about(self, excerpt: impl Into<String>) -> Self {
        Self { excerpt: excerpt.into(), ..self }
    }
}

impl Wording for Finding {
    /// Writes the reason, and the text that it is about unless its line shows that.
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.doubt.word(language, f)?;
        if self.line.is_none() && !self.excerpt.is_empty() { write!(f, " (“{}”)", self.excerpt) } else { Ok(()) }
    }
}

wording! {
    /// Reasons to doubt what a source says.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Doubt {
        /// A missing title.
        NoTitle
            en("there is no title: write `title` into the new file")
            sv("rubrik saknas: skriv `title` i den nya filen"),
        /// A missing date.
        NoDate
            en("there is no date of publication: write `date` into the new file")
            sv("publiceringsdatum saknas: skriv `date` i den nya filen"),
        /// A date that is no data, or not certainly.
        Date {
            /// Reason.
            doubt: crate::DateDoubt,
        }
            en("{doubt}")
            sv("{doubt}"),
        /// A line that is no part of the data.
        NotTaken
            en("not taken: write it into the new file if it is needed")
            sv("togs inte med: skriv in det i den nya filen om det behövs"),
        /// A telephone number that source files cannot have.
        Phone {
            /// Reason.
            error: anslag_core::PhoneError,
        }
            en("{error}")
            sv("{error}"),
        /// A number or an address without a name.
        ContactWithoutName
            en("a contact without a name: write one with a `name` into `contacts`")
            sv("en kontakt utan namn: skriv en med `name` i `contacts`"),
        /// A quote whose speaker is not named beside it.
        NoSpeaker
            en("a quote without the name of its speaker: write it into `quotes`")
            sv("ett citat utan namn på den som säger det: skriv in det i `quotes`"),
        /// Words after the attribution of a quote, which may be part of it.
        QuoteGoesOn
            en("it is uncertain if the quote goes on after the name of its speaker: check `quotes`")
            sv("det är osäkert om citatet fortsätter efter namnet på den som säger det: kontrollera `quotes`"),
        /// A role of several people, or of the last one of them.
        Role {
            /// Role.
            role: String,
        }
            en("it is uncertain whose role `{role}` is: write `role` into `speakers`")
            sv("det är osäkert vems roll `{role}` är: skriv `role` i `speakers`"),
        /// A fact that a text may state.
        Unclear {
            /// Key of front matter.
            key: &'static str,
        }
            en("this may be about `{key}`, but not with certainty: write it into the new file if it is")
            sv("det här kan gälla `{key}`, men inte säkert: skriv in det i den nya filen om det gör det"),
        /// A missing type.
        NoType
            en("there is no type: `type = \"nyhet\"` is assumed; write another into the new file, or into import.toml")
            sv("typ saknas: `type = \"nyhet\"` antas; skriv en annan i den nya filen, eller i import.toml"),
        /// A missing identity.
        NoOrigin
            en("there is no guid: another import knows the announcement by its link, or by its title and date")
            sv("guid saknas: nästa import känner igen tillkännagivandet på länken, eller på rubrik och datum"),
        /// An identity that a source has twice.
        Duplicate {
            /// The identity.
            origin: String,
        }
            en("`{origin}` is there twice: only the first is imported")
            sv("`{origin}` finns två gånger: bara den första importeras"),
        /// A category that is not in the register.
        UnknownTopic {
            /// The category.
            word: String,
        }
            en("the category `{word}` is left out: it is not a topic of register.toml")
            sv("kategorin `{word}` utelämnas: den är inget ämne i register.toml"),
        /// An organisation that was added to the register.
        NewOrganization {
            /// The name.
            name: String,
            /// The key.
            key: String,
        }
            en("register.toml has no organisation `{name}`: added it as `{key}`; check it")
            sv("register.toml saknar organisationen `{name}`: den lades till som `{key}`; kontrollera den"),
        /// An author who is not in the register.
        UnknownAuthor {
            /// The name.
            name: String,
        }
            en("the author `{name}` is left out: no organisation of register.toml has the name")
            sv("författaren `{name}` utelämnas: ingen organisation i register.toml heter så"),
        /// Another charset than the source names.
        Charset {
            /// Charset that the source or its server names.
            claimed: &'static str,
            /// Charset of the bytes.
            found: &'static str,
        }
            en("it claims to be {claimed}, and was read as {found}")
            sv("den säger sig vara {claimed}, och lästes som {found}"),
        /// Text with entities that were escaped twice.
        EscapedTwice
            en("entities are escaped twice, and were decoded twice")
            sv("entiteter är kodade två gånger, och avkodades två gånger"),
        /// A relative link.
        RelativeLink {
            /// The link.
            link: String,
        }
            en("the relative link `{link}` leads nowhere: the source has no address")
            sv("den relativa länken `{link}` leder ingenstans: källan har ingen adress"),
        /// A value that cannot be read.
        Uncertain {
            /// Key of front matter.
            key: String,
            /// The value.
            value: String,
        }
            en("`{key}` is left out: `{value}` cannot be read with certainty")
            sv("`{key}` utelämnas: `{value}` går inte att läsa med säkerhet"),
        /// An announcement that its source has withdrawn.
        Deleted {
            /// Identity in the source.
            origin: String,
            /// Day or time.
            when: String,
        }
            en("the source withdrew `{origin}` on {when}")
            sv("källan drog tillbaka `{origin}` {when}"),
        /// An item that cannot be read.
        Item {
            /// Reason, in the words of the library.
            reason: String,
        }
            en("an item is left out, since it cannot be read: {reason}")
            sv("en post utelämnas, eftersom den inte går att läsa: {reason}"),
        /// A table without the columns that the profile names.
        NoColumn {
            /// The column.
            column: String,
        }
            en("there is no column `{column}`: correct `columns` in import.toml")
            sv("kolumnen `{column}` saknas: rätta `columns` i import.toml"),
        /// Data whose meaning the profile does not tell.
        NoColumns
            en("what its columns mean is not known: write `columns = {{ title = \"…\", date = \"…\", body = \"…\" }}` into import.toml")
            sv("det är inte känt vad kolumnerna betyder: skriv `columns = {{ title = \"…\", date = \"…\", body = \"…\" }}` i import.toml"),
        /// A path that leads to no list.
        NoItems {
            /// The path.
            path: String,
        }
            en("`{path}` is no list of objects: correct `items` in import.toml")
            sv("`{path}` är ingen lista med objekt: rätta `items` i import.toml"),
        /// Content of an unknown kind.
        UnknownKind
            en("it is none of the kinds that can be imported: name its `kind` in import.toml")
            sv("den är inte av något slag som kan importeras: ange dess `kind` i import.toml"),
        /// A source that cannot be read.
        Unreadable {
            /// Reason.
            fault: IoFault,
        }
            en("it cannot be read: {fault}")
            sv("det går inte att läsa: {fault}"),
        /// A file that cannot be written.
        Unwritable {
            /// Reason.
            fault: IoFault,
        }
            en("it cannot be written: {fault}")
            sv("det går inte att skriva: {fault}"),
        /// An address that was not fetched.
        Unfetched {
            /// Reason.
            fault: FetchFault,
            /// Advice.
            help: Option<FetchHelp>,
        }
            en("it cannot be fetched: {fault}{}", advice(help.as_ref(), Language::English))
            sv("det går inte att hämta: {fault}{}", advice(help.as_ref(), Language::Swedish)),
        /// An address that leads to another.
        Redirected {
            /// The other address.
            target: String,
        }
            en("it leads to {target}: name that address instead")
            sv("den leder till {target}: ange den adressen i stället"),
        /// An article on another host than the feed that lists it.
        OtherHost
            en("an article is left out: it is on another host")
            sv("en artikel utelämnas: den ligger på en annan värd"),
        /// A list with more pages than are read.
        TooMany {
            /// Number of pages that are read.
            limit: u32,
        }
            en("only the first {limit} pages are read: the rest is left out")
            sv("bara de första {limit} sidorna läses: resten utelämnas"),
        /// An item that only a password shows.
        Protected
            en("an item is left out: it wants a password")
            sv("en post utelämnas: den kräver ett lösenord"),
        /// An announcement that a sync would write into a new file.
        New
            en("would be imported into this new file")
            sv("skulle importeras till den här nya filen"),
        /// A fact that the source has changed.
        Changed {
            /// Key of front matter, or `body`.
            key: String,
            /// Value in the file.
            before: String,
            /// Value in the source.
            after: String,
        }
            en("`{key}`: {before} -> {after}")
            sv("`{key}`: {before} -> {after}"),
        /// A fact that both the source and an editor have changed.
        Kept {
            /// Key of front matter, or `body`.
            key: String,
            /// Value in the file.
            before: String,
            /// Value in the source.
            after: String,
        }
            en("`{key}` stays {before}, since it was edited here; the source says {after}")
            sv("`{key}` förblir {before}, eftersom det har redigerats här; källan säger {after}"),
        /// A file whose changes by an editor cannot be told from those of the source.
        Unmergeable
            en("it is left as it is: its front matter is not TOML between two lines of `+++`")
            sv("den lämnas som den är: dess front matter är inte TOML mellan två rader med `+++`"),
        /// An announcement that its source no longer has.
        Vanished {
            /// Id of the announcement.
            id: String,
        }
            en("its source no longer has it: withdraw it by `anslag withdraw {id}`, or leave it")
            sv("dess källa har det inte längre: dra tillbaka det med `anslag withdraw {id}`, eller låt det vara"),
        /// A source with a fault of its syntax.
        Malformed {
            /// Reason, in the words of the library.
            reason: String,
        }
            en("it cannot be read: {reason}")
            sv("det går inte att läsa: {reason}"),
        /// HTML beyond a limit.
        Beyond {
            /// The limit.
            limit: &'static Limit,
        }
            en("its text is left out: {limit}")
            sv("dess text utelämnas: {limit}"),
        /// Elements inside one another, too many.
        TooDeep {
            /// The limit.
            levels: usize,
        }
            en("its elements are nested more than {levels} levels deep")
            sv("dess element är nästlade i mer än {levels} nivåer"),
        /// An item that is too large.
        TooLarge {
            /// The limit.
            kib: usize,
        }
            en("an item is longer than {kib} KiB")
            sv("en post är längre än {kib} KiB"),
        /// Two values of one fact.
        Contradiction {
            /// Key of front matter.
            key: String,
            /// Value in the new file.
            kept: Box<str>,
            /// The other value.
            other: Box<str>,
        }
            en("two values of `{key}`: `{kept}` is taken, and the page also says `{other}`")
            sv("två värden för `{key}`: `{kept}` används, men sidan säger också `{other}`"),
        /// A file whose name has another date than the title.
        DateOfFile {
            /// Date in the title.
            title: String,
            /// Date in the name.
            file: String,
        }
            en("the title says {title}, and the name of a file {file}: check which is right")
            sv("rubriken säger {title}, men namnet på en fil {file}: kontrollera vilket som stämmer"),
        /// A limit that a source exceeds.
        OverLimit {
            /// The limit.
            limit: &'static Limit,
        }
            en("{limit}")
            sv("{limit}"),
    }
}

/// Returns advice as the end of a message.
fn advice(help: Option<&FetchHelp>, language: Language) -> String {
    help.map_or_else(String::new, |help| format!("; {}", help.in_language(language)))
}
