use crate::ChainFault;
use anslag_core::Format;
use anslag_source::{OpenError, ReadError};
use anslag_wording::wording;
use jiff::civil::Date;
use std::{error::Error, io, path::PathBuf};

wording! {
    /// Reason why a publication could not be written. The previous publication is unchanged.
    #[derive(Debug)]
    pub enum PublishError {
        /// The target holds files that are not a publication of ours, and would be lost.
        Foreign {
            /// The folder that was to be written.
            target: PathBuf,
            /// The first of the files.
            foreign: Vec<String>,
        }
            en("cannot publish into {}: it holds files that no export wrote: {}", target.display(), foreign.join(", "))
            sv("det går inte att publicera i {}: där finns filer som ingen export har skrivit: {}", target.display(), foreign.join(", ")),
        /// The target cannot be the folder of a publication.
        Target {
            /// The folder that was to be written.
            target: PathBuf,
            /// Problem of the target.
            reason: TargetProblem,
        }
            en("cannot publish into {}: {reason}", target.display())
            sv("det går inte att publicera i {}: {reason}", target.display()),
        /// The program was built without what writes a format.
        MissingFeature {
            /// The format.
            format: Format,
            /// The Cargo feature that writes it.
            feature: &'static str,
        }
            en("this build of anslag cannot write {}: it lacks the Cargo feature `{feature}`", format.spec().label)
            sv("det här bygget av anslag kan inte skriva {}: det saknar Cargo-funktionen `{feature}`", format.spec().label),
        /// Feeds that were published before would be gone.
        Vanished {
            /// The feeds.
            feeds: Vec<Vanished>,
        }
            en("cannot publish: this export would drop feeds that were published before: {feeds}")
            sv("det går inte att publicera: exporten skulle ta bort flöden som har publicerats: {feeds}"),
        /// Announcements that were published before would be gone, and nobody would be told.
        VanishedAnnouncements {
            /// The first announcements.
            departed: Vec<Departed>,
            /// The number of further ones.
            more: usize,
            /// The day whose state is published.
            day: Date,
        }
            en("cannot publish: this export would drop announcements that were published before: {departed}{}", and_more(*more, "more"))
            sv("det går inte att publicera: exporten skulle ta bort tillkännagivanden som har publicerats: {departed}{}", and_more(*more, "till")),
        /// Nothing of what was published before would be left.
        Emptied {
            /// The number of announcements that were published.
            count: usize,
        }
            en("cannot publish: this export would take everything away: {count} announcements were published before, and the sources have none")
            sv("det går inte att publicera: exporten skulle ta bort allt: {count} tillkännagivanden har publicerats, och källorna har inget"),
        /// Another export is publishing into the target.
        Taken {
            /// The folder that was to be written.
            target: PathBuf,
            /// Process that holds the target.
            holder: Holder,
        }
            en("cannot publish into {}: another export, {holder}, is publishing there", target.display())
            sv("det går inte att publicera i {}: en annan export, {holder}, publicerar där", target.display()),
        /// Somebody has asked for an end before the new publication was put in the target's place.
        Stopped
            en("interrupted: the old publication is unchanged, and nothing of the new one is left")
            sv("avbruten: den gamla publikationen är oförändrad, och inget av den nya finns kvar"),
        /// The manifest of the target is damaged, so that it does not tell which files an export wrote.
        DamagedManifest {
            /// The manifest.
            path: PathBuf,
        }
            en("{} is damaged: it does not list the files that an export wrote", path.display())
            sv("{} är skadad: den anger inte de filer som en export har skrivit", path.display()),
        /// Files of `static` have the names of files that the export writes.
        StaticName {
            /// The first of them.
            clashes: Vec<NameClash>,
        }
            en("cannot publish: {clashes}")
            sv("det går inte att publicera: {clashes}"),
        /// A published file is not what an export wrote.
        ChangedFile {
            /// Its path in the published layout.
            path: String,
        }
            en("{path} was changed after the export that wrote it")
            sv("{path} har ändrats efter exporten som skrev den"),
        /// The history of the notices was changed.
        EditedHistory {
            /// Its file.
            path: PathBuf,
            /// Number of the line.
            line: usize,
            /// Fault of the line.
            fault: ChainFault,
        }
            en("{}:{line}: {fault}", path.display())
            sv("{}:{line}: {fault}", path.display()),
        /// The data could not be read.
        Open {
            /// Reason.
            error: OpenError,
        }
            en("{error}")
            sv("{error}"),
        /// An announcement could not be read a second time.
        Read {
            /// Reason.
            error: ReadError,
        }
            en("{error}")
            sv("{error}"),
        /// A file or folder could not be read or written.
        Io {
            /// Attempted operation.
            attempt: Attempt,
            /// On what.
            path: PathBuf,
            /// Reason of the failure.
            source: io::Error,
        }
            en("cannot {attempt} {}", path.display())
            sv("det går inte att {attempt} {}", path.display()),
    }
}

wording! {
    /// Problem of a target.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum TargetProblem {
        /// It is `/` or the like.
        Root
            en("it is the root of a file system")
            sv("det är roten i ett filsystem"),
        /// Its path ends in `..`.
        NoName
            en("it has no name")
            sv("mappen har inget namn"),
        /// It lies inside of the data.
        InData
            en("it lies inside of the data that is published")
            sv("den ligger inne i de data som publiceras"),
        /// It is a file.
        File
            en("it is a file")
            sv("det är en fil"),
        /// The file that its lock would be is another file too, by a hard link.
        LinkedLock
            en("an export would write into a file of this name, and there is another name of the same file (a hard link); remove it")
            sv("en export skulle skriva i en fil med det namnet, och samma fil har ett namn till (en hård länk); ta bort den"),
        /// The file that its lock would be is somebody else's.
        ForeignLock
            en("an export would create a file of this name, but no export wrote the one that exists; rename or remove it")
            sv("en export skulle skapa en fil med det namnet, och där finns en som ingen export har skrivit; byt namn på den eller ta bort den"),
    }
}

wording! {
    /// A file of `static` and a file that the export writes, which a host takes for one.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum NameClash {
        /// Their names are the same, or differ only in case.
        Same {
            /// Path of the file or the directory in the data.
            own: String,
            /// Path of the file or the directory that the export writes.
            written: String,
        }
            en("`{own}` has the name of `{written}`, which the export writes")
            sv("`{own}` har samma namn som `{written}`, som exporten skriver"),
    }
}

wording! {
    /// Process that holds a target.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Holder {
        /// A process of this machine, or of the one that the file system is shared with.
        Process {
            /// Its number.
            id: u32,
        }
            en("process {id}")
            sv("process {id}"),
        /// The system does not say who.
        Unknown
            en("of an unknown process")
            sv("i en okänd process"),
    }
}

wording! {
    /// A feed that was published before, and that there is nothing of any more; with what is to be done.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Vanished {
        /// The feed of a topic.
        Topic {
            /// The topic's key.
            key: String,
            /// Day whose state is published.
            day: Date,
        }
            en("feed topic/{key}: restore `[topics.{key}]` in register.toml, with `retired = {{ date = {}, see = \"…\" }}`, which tells subscribers where to go", *day)
            sv("flödet topic/{key}: lägg tillbaka `[topics.{key}]` i register.toml, med `retired = {{ date = {}, see = \"…\" }}`, som säger vart man ska vända sig", *day),
        /// The feed of a publisher.
        Publisher {
            /// The organisation's key.
            key: String,
            /// Day whose state is published.
            day: Date,
        }
            en("feed publisher/{key}: keep `[organizations.{key}]` in register.toml, with `retired = {{ date = {}, see = \"…\" }}`, which tells subscribers where to go", *day)
            sv("flödet publisher/{key}: behåll `[organizations.{key}]` i register.toml, med `retired = {{ date = {}, see = \"…\" }}`, som säger vart man ska vända sig", *day),
        /// The feed of a notice board.
        Board {
            /// The board's key.
            key: String,
            /// Day whose state is published.
            day: Date,
        }
            en("feed board/{key}: restore `[boards.{key}]` in register.toml, with `retired = {{ date = {}, see = \"…\" }}`, which tells subscribers where to go", *day)
            sv("flödet board/{key}: lägg tillbaka `[boards.{key}]` i register.toml, med `retired = {{ date = {}, see = \"…\" }}`, som säger vart man ska vända sig", *day),
        /// The feed of a language.
        Language {
            /// The language's tag.
            tag: String,
            /// Day whose state is published.
            day: Date,
        }
            en("feed lang/{tag}: add `[languages.{tag}]` to register.toml, with `retired = {{ date = {}, see = \"…\" }}`, which tells subscribers where to go, or add `{tag}` to `languages` in publication.toml", *day)
            sv("flödet lang/{tag}: lägg till `[languages.{tag}]` i register.toml, med `retired = {{ date = {}, see = \"…\" }}`, som säger vart man ska vända sig, eller lägg till `{tag}` i `languages` i publication.toml", *day),
        /// A feed that the settings asked for.
        Custom {
            /// The feed's key.
            key: String,
            /// Day whose state is published.
            day: Date,
        }
            en("feed custom/{key}: restore `[[output.feeds]]` with `key = \"{key}\"` in publication.toml, with `retired = {{ date = {}, see = \"…\" }}`, which tells subscribers where to go", *day)
            sv("flödet custom/{key}: lägg tillbaka `[[output.feeds]]` med `key = \"{key}\"` i publication.toml, med `retired = {{ date = {}, see = \"…\" }}`, som säger vart man ska vända sig", *day),
        /// Any other feed.
        Other {
            /// The feed's name.
            name: String,
        }
            en("feed {name}: another version of the program wrote it; publish into an empty directory")
            sv("flödet {name}: en annan version av programmet skrev det; publicera i en tom mapp"),
    }
}

impl Vanished {
    /// Returns the feed of a name, as of a day.
    pub(crate) fn new(name: &str, day: Date) -> Self {
        match name.split_once('/') {
            Some(("topic", key)) => Self::Topic { key: key.to_owned(), day },
            Some(("publisher", key)) => Self::Publisher { key: key.to_owned(), day },
            Some(("board", key)) => Self::Board { key: key.to_owned(), day },
            Some(("custom", key)) => Self::Custom { key: key.to_owned(), day },
            Some(("lang", tag)) => Self::Language { tag: tag.to_owned(), day },
            _ => Self::Other { name: name.to_owned() },
        }
    }
}

wording! {
    /// An announcement that was published before, and that the sources do not have any more.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Departed {
        /// It is gone.
        Gone {
            /// Its id.
            id: String,
        }
            en("`{id}`")
            sv("`{id}`"),
        /// Its text is in a new announcement.
        Renamed {
            /// Its id.
            id: String,
            /// The path of the new announcement.
            path: String,
        }
            en("`{id}` (its text is in {path}: write `id = \"{id}\"` there)")
            sv("`{id}` (dess text finns i {path}: skriv `id = \"{id}\"` där)"),
        /// It is a draft.
        Draft {
            /// Its id.
            id: String,
        }
            en("`{id}` (it is a draft: write `withdrawn` instead of `draft`)")
            sv("`{id}` (det är ett utkast: skriv `withdrawn` i stället för `draft`)"),
    }
}

impl Departed {
    /// Returns the id of the announcement.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Gone { id } | Self::Renamed { id, .. } | Self::Draft { id } => id,
        }
    }
}

/// Refusals that a job does not make.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lifted {
    /// `true` if feeds may vanish that were published before.
    pub vanished_feeds: bool,
    /// `true` if announcements may vanish that were published before.
    pub vanished_announcements: bool,
    /// `true` if the history may have been changed.
    pub edited_history: bool,
}

/// Returns the end of a list with further items.
fn and_more(count: usize, word: &str) -> String {
    if count == 0 { String::new() } else { format!("; + {count} {word}") }
}

wording! {
    /// Attempted operation on a file or directory.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Attempt {
        /// To find where a path leads.
        Find en("find") sv("hitta"),
        /// To find a place for a file beside a folder.
        FindPlaceBeside en("find a place beside") sv("hitta en plats bredvid"),
        /// To learn what something is.
        LookAt en("inspect") sv("undersöka"),
        /// To read a file.
        Read en("read") sv("läsa"),
        /// To read the list of a folder.
        ReadFolder en("read the directory") sv("läsa mappen"),
        /// To make a folder.
        MakeFolder en("create the directory") sv("skapa mappen"),
        /// To make the folder that is written into.
        Stage en("create a staging directory in") sv("skapa en tillfällig mapp i"),
        /// To create a file.
        Create en("create") sv("skapa"),
        /// To render a format.
        Render en("render") sv("skapa innehållet i"),
        /// To write a file.
        Write en("write") sv("skriva"),
        /// To keep data until the files that need them are written.
        KeepEntries en("write temporary data for") sv("skriva tillfälliga data för"),
        /// To read those data.
        ReadEntries en("read temporary data of") sv("läsa tillfälliga data för"),
        /// To note what the next export can make use of.
        WriteCache en("write the cache beside the publication in") sv("skriva cachen bredvid publikationen i"),
        /// To take the lock of a target.
        Lock en("lock") sv("låsa"),
        /// To have all that is written put on the disk.
        MakeDurable en("flush to disk") sv("spara på disken"),
        /// To delete what a run has left that was killed.
        DeleteLeft en("delete the remains of a killed export at") sv("ta bort det som en avbruten export har lämnat i"),
        /// To put a publication back that a run has put aside and that was killed then.
        PutBack en("restore the old publication at") sv("återställa den gamla publikationen i"),
        /// To put the new publication in the target's place.
        Replace en("replace the publication at") sv("ersätta publikationen i"),
        /// To delete what was published before.
        DeleteFormer en("delete the old publication at") sv("ta bort den gamla publikationen i"),
    }
}

impl Error for PublishError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            // The words of these are those of the error, and so is the cause.
            Self::Open { error } => error.source(),
            Self::Read { error } => error.source(),
            Self::Io { source, .. } => Some(source),
            Self::Foreign { .. }
            | Self::Target { .. }
            | Self::MissingFeature { .. }
            | Self::Vanished { .. }
            | Self::VanishedAnnouncements { .. }
            | Self::Emptied { .. }
            | Self::Taken { .. }
            | Self::DamagedManifest { .. }
            | Self::StaticName { .. }
            | Self::ChangedFile { .. }
            | Self::EditedHistory { .. }
            | Self::Stopped => None,
        }
    }
}

impl From<OpenError> for PublishError {
    fn from(error: OpenError) -> Self {
        Self::Open { error }
    }
}

impl From<ReadError> for PublishError {
    fn from(error: ReadError) -> Self {
        Self::Read { error }
    }
}

impl PublishError {
    /// Names what was attempted on which path, for `map_err`.
    pub(crate) fn io(attempt: Attempt, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { attempt, path, source }
    }
}
