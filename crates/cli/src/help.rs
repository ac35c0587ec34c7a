use crate::translation::Usage;
#[cfg(any(feature = "load", feature = "notify"))]
use anslag_http::{CertificateFault, HttpFault};
use anslag_wording::wording;
use jiff::civil::Date;
use std::{
    error::Error,
    io::{self, ErrorKind},
};

wording! {
    /// Advice on an error that makes a run fail.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum Help {
        NameData
            en("name the directory of the publication with `--data`")
            sv("ange publikationens mapp med `--data`"),
        NameSources
            en("name publication.toml, register.toml, or a file `.md` or `.jsonl` below `announcements`")
            sv("ange publication.toml, register.toml eller en fil `.md` eller `.jsonl` under `announcements`"),
        OtherTarget
            en("name another directory with `--out`, such as one that does not exist yet")
            sv("ange en annan mapp med `--out`, till exempel en som inte finns ännu"),
        OtherDirectory
            en("name another directory, such as one that does not exist yet")
            sv("ange en annan mapp, till exempel en som inte finns ännu"),
        OtherTitle
            en("choose another title or another `--date`, or remove the file")
            sv("välj en annan titel eller ett annat `--date`, eller ta bort filen"),
        OtherTargetOrStatic
            en("move these files to the directory `static` of the data, from which each export publishes them, or name another directory with `--out`")
            sv("flytta filerna till mappen `static` bland data, som varje export publicerar dem från, eller ange en annan mapp med `--out`"),
        RenameStatic
            en("rename or remove the files in `static`; names that differ only in case are one name on many hosts")
            sv("byt namn på filerna i `static`, eller ta bort dem; namn som bara skiljer sig i stora och små bokstäver är samma namn på många servrar"),
        ReturnAnnouncement { id: String, day: Date }
            en("give its file back, or write `id = \"{id}\"` in the renamed file, `aliases = [\"{id}\"]` in one that has a new id, or `withdrawn = {}` in its own", *day)
            sv("lägg tillbaka dess fil, eller skriv `id = \"{id}\"` i filen som har bytt namn, `aliases = [\"{id}\"]` i en som har ett nytt id, eller `withdrawn = {}` i dess egen", *day),
        ReturnAnnouncements
            en("check the directory of `--data`; to start over, delete the published directory first")
            sv("kontrollera mappen för `--data`; ta bort den publicerade mappen först, om allt ska börja om"),
        MakeTargetWritable
            en("check that you may write there and that there is space, or name another directory with `--out`")
            sv("kontrollera att du får skriva där och att det finns plats, eller ange en annan mapp med `--out`"),
        MakeStateWritable
            en("check that you may write there, or name another file with `--state`")
            sv("kontrollera att du får skriva där, eller ange en annan fil med `--state`"),
        Export
            en("run `anslag export` first, or name the published directory with `--out`")
            sv("kör `anslag export` först, eller ange den publicerade mappen med `--out`"),
        ExportFormat { format: &'static str }
            en("run `anslag export --format {format}`, or add `{format}` to `formats` in publication.toml")
            sv("kör `anslag export --format {format}`, eller lägg till `{format}` i `formats` i publication.toml"),
        BuildWithFeature { feature: &'static str, format: &'static str }
            en("build anslag with `--features {feature}`, or remove `{format}` from `--format` or from `formats` in publication.toml")
            sv("bygg anslag med `--features {feature}`, eller ta bort `{format}` ur `--format` eller ur `formats` i publication.toml"),
        UseQueryName { names: String }
            en("use one of {names}")
            sv("använd någon av {names}"),
        NameQuery { name: String }
            en("run `anslag query --name {name}` for the query of this name")
            sv("kör `anslag query --name {name}` för frågan med det namnet"),
        DeleteSource
            en("delete its source, or keep it as it is")
            sv("ta bort dess källa, eller behåll den som den är"),
        EditWithdrawal
            en("change `withdrawn` in its source for another day, or erase it with `--erase`")
            sv("ändra `withdrawn` i dess källa för en annan dag, eller radera det med `--erase`"),
        WriteWithdrawal
            en("write `withdrawn` into the file yourself")
            sv("skriv `withdrawn` i filen själv"),
        ListCodes
            en("`anslag explain` lists the codes")
            sv("`anslag explain` listar koderna"),
        Usage { usage: Usage }
            en("usage: {usage}")
            sv("användning: {usage}"),
        ListCommands
            en("`anslag --help` lists the commands")
            sv("`anslag --help` listar kommandona"),
        WriteOneOf { words: Vec<String> }
            en("write one of {}", in_ticks(&words))
            sv("skriv något av {}", in_ticks(&words)),
        WriteMoment
            en("write a day, as in `2026-11-24`, or a day and a time, as in `2026-11-24T15:00`")
            sv("skriv en dag, som `2026-11-24`, eller en dag och ett klockslag, som `2026-11-24T15:00`"),
        WriteWholeNumber
            en("write a whole number from 1")
            sv("skriv ett heltal från 1"),
        Allowable { codes: Vec<&'static str> }
            en("it can allow {}", codes.join(", "))
            sv("det kan tillåta {}", codes.join(", ")),
        DidYouMean { name: String }
            en("did you mean `{name}`?")
            sv("menade du `{name}`?"),
        ConvertWhole
            en("leave out `--part` and `--no-prologue`")
            sv("utelämna `--part` och `--no-prologue`"),
        ConvertToCsv
            en("use `--table` and `--dialect` with `--to csv`")
            sv("använd `--table` och `--dialect` med `--to csv`"),
        GivePassword { variable: &'static str }
            en("put the password into the environment variable `{variable}`, or name a file with `--password-file`")
            sv("lägg lösenordet i miljövariabeln `{variable}`, eller ange en fil med `--password-file`"),
        ExportAgain
            en("run `anslag export` again")
            sv("kör `anslag export` igen"),
        ExportVerify
            en("run `anslag export --verify`, which writes damaged files again; move files of your own elsewhere")
            sv("kör `anslag export --verify`, som skriver skadade filer på nytt; flytta egna filer någon annanstans"),
        RestoreManifest
            en("restore manifest.json from a copy, or delete the directory if it holds nothing of your own, and run `anslag export` again")
            sv("återställ manifest.json från en kopia, eller ta bort mappen om den inte innehåller något eget, och kör `anslag export` igen"),
        RestoreHistory
            en("restore the file from a copy, such as the one in Git; `anslag bevis --verify` lists all faults")
            sv("återställ filen från en kopia, till exempel den i Git; `anslag bevis --verify` visar alla fel"),
        ExportNotice
            en("check the id, and that exports of this data directory record the notices that are up")
            sv("kontrollera id:t, och att exporter av den här datamappen antecknar de anslag som sitter uppe"),
        NameHistory
            en("name the data directory with `--data`, or run `anslag export` while a notice is up")
            sv("ange datamappen med `--data`, eller kör `anslag export` medan ett anslag sitter uppe"),
        MakeHistoryWritable
            en("check that you may write there, or do without a history: `--no-history`, or `history = false` in `[output]` of publication.toml")
            sv("kontrollera att du får skriva där, eller avstå från historiken: `--no-history`, eller `history = false` i `[output]` i publication.toml"),
        CheckDisk
            en("if it happens again, check the disk, and what else writes there")
            sv("om det händer igen, kontrollera disken, och vad mer som skriver där"),
        StoreDirectory
            en("name a directory for the store alone, with enough space")
            sv("ange en mapp som är till för databasen ensam, med tillräckligt med plats"),
        DeclarePrefix { prefix: String }
            en("declare it at the beginning of the query: `PREFIX {prefix}: <https://…>`")
            sv("deklarera det i början av frågan: `PREFIX {prefix}: <https://…>`"),
        AskWithSelect
            en("ask with `SELECT`, `ASK`, `CONSTRUCT` or `DESCRIBE`; what is published changes with its sources")
            sv("fråga med `SELECT`, `ASK`, `CONSTRUCT` eller `DESCRIBE`; det publicerade ändras med sina källor"),
        AskLess
            en("ask for less, or allow more time with `--timeout`")
            sv("fråga efter mindre, eller tillåt mer tid med `--timeout`"),
        SplitQuery
            en("ask several smaller queries, or give the values with `VALUES`")
            sv("ställ flera mindre frågor, eller ange värdena med `VALUES`"),
        AllowMemory
            en("ask for less, or allow more memory with `--memory`")
            sv("fråga efter mindre, eller tillåt mer minne med `--memory`"),
        StoreAddress
            en("write an address that begins with `http://` or `https://`, without user and password")
            sv("skriv en adress som börjar med `http://` eller `https://`, utan användare och lösenord"),
        GraphStoreAddress
            en("name it with `--graph-store`")
            sv("ange den med `--graph-store`"),
        WritableAddress
            en("name the address for SPARQL Update with `--update`, or that of the Graph Store Protocol with `--graph-store`")
            sv("ange adressen för SPARQL Update med `--update`, eller den för Graph Store Protocol med `--graph-store`"),
        StoreManual
            en("look up the address in the server's manual: it is like http://localhost:8890/sparql (Virtuoso) or http://localhost:7878/query (Oxigraph)")
            sv("se efter adressen i serverns handbok: den liknar http://localhost:8890/sparql (Virtuoso) eller http://localhost:7878/query (Oxigraph)"),
        RedirectedAddress
            en("name that address yourself if you trust it")
            sv("ange den adressen själv om du litar på den"),
        Authenticate { password: &'static str, token: &'static str }
            en("name the user with `--user` and put the password into `{password}`, or put a token into `{token}`")
            sv("ange användaren med `--user` och lägg lösenordet i `{password}`, eller lägg en nyckel i `{token}`"),
        EncryptConnection
            en("name an address that begins with `https://`, or load on the machine of the store; a password can also go as a digest if the store asks for one")
            sv("ange en adress som börjar med `https://`, eller läs in på databasens egen dator; ett lösenord kan också skickas som kontrollsumma om databasen begär en"),
        AllowTime
            en("allow more time with `--timeout`")
            sv("tillåt mer tid med `--timeout`"),
        PlainAddress
            en("name an address that begins with `http://` if nothing secret is sent")
            sv("ange en adress som börjar med `http://` om inget hemligt skickas"),
        InstallAuthorities
            en("install them, for example with the package `ca-certificates`")
            sv("installera dem, till exempel med paketet `ca-certificates`"),
        RenewCertificate
            en("renew the certificate, or set the clock of this computer")
            sv("förnya certifikatet, eller ställ den här datorns klocka"),
        TrustIssuer
            en("add the issuer's certificate to those that this computer trusts, if you trust it")
            sv("lägg till utfärdarens certifikat bland dem som den här datorn litar på, om du litar på det"),
        ServerCertificate
            en("give the server a certificate of its own, whose issuer this computer trusts")
            sv("ge servern ett eget certifikat, vars utfärdare den här datorn litar på"),
        NameOfCertificate
            en("name an address with the name of the certificate, or give the server another certificate")
            sv("ange en adress med certifikatets namn, eller ge servern ett annat certifikat"),
        OtherAddress
            en("name another address and port with `--listen`, such as `127.0.0.1:8081`")
            sv("ange en annan adress och port med `--listen`, till exempel `127.0.0.1:8081`"),
        CheckAddress
            en("check the address")
            sv("kontrollera adressen"),
        AllowPrivate
            en("allow it with `--allow-private` if the address is yours")
            sv("tillåt det med `--allow-private` om adressen är er egen"),
        CheckHub
            en("check that the feeds are published at these addresses, and that the hub accepts them")
            sv("kontrollera att flödena är publicerade på de adresserna, och att hubben tar emot dem"),
        NotifyAgain
            en("run `anslag notify` again later; it skips the feeds that the hub knows of")
            sv("kör `anslag notify` igen senare; det hoppar över de flöden som hubben känner till"),
        FreeSpace
            en("free some disk space: an export needs room for the new publication beside the old one")
            sv("frigör utrymme: en export behöver plats för den nya publikationen bredvid den gamla"),
        AllowLargerFiles
            en("allow larger files (`ulimit -f unlimited`)")
            sv("tillåt större filer (`ulimit -f unlimited`)"),
        AllowMoreFiles
            en("allow more open files (`ulimit -n 1024`)")
            sv("tillåt fler öppna filer (`ulimit -n 1024`)"),
        AllowMoreThreads
            en("allow more processes and threads (`ulimit -u unlimited`), or end other programs")
            sv("tillåt fler processer och trådar (`ulimit -u unlimited`), eller avsluta andra program"),
        GrantPermission
            en("give the user who runs the program that permission, or choose another directory")
            sv("ge den användare som kör programmet rätt till det, eller välj en annan mapp"),
        ChooseWritable
            en("choose a directory on a file system that can be written")
            sv("välj en mapp i ett filsystem som det går att skriva i"),
        AvoidMountPoint
            en("publish into a directory below it if it is a mount point")
            sv("publicera i en mapp inuti den om den är en monteringspunkt"),
    }
}

fn in_ticks(words: &[String]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// Error number of Unix-like systems for a process with too many open files (`EMFILE`).
const EMFILE: i32 = 24;

/// Error number of Linux for a thread that cannot be started (`EAGAIN`). No file of ours is opened so that it could occur.
const EAGAIN: i32 = 11;

impl Help {
    /// Returns what helps with a request that has no answer, or `None` if only the server's administrator can tell.
    #[cfg(any(feature = "load", feature = "notify"))]
    pub(crate) fn for_fault(fault: &HttpFault) -> Option<Self> {
        match fault {
            HttpFault::InvalidAddress | HttpFault::UnknownHost | HttpFault::Refused | HttpFault::NotHttp { .. } => {
                Some(Self::CheckAddress)
            }
            HttpFault::NotTls => Some(Self::PlainAddress),
            HttpFault::NoAuthorities => Some(Self::InstallAuthorities),
            HttpFault::Certificate { fault } => match fault {
                CertificateFault::Expired { .. } | CertificateFault::NotYetValid { .. } => Some(Self::RenewCertificate),
                CertificateFault::UnknownIssuer => Some(Self::TrustIssuer),
                CertificateFault::Authority => Some(Self::ServerCertificate),
                CertificateFault::OtherName { .. } => Some(Self::NameOfCertificate),
                CertificateFault::Revoked | CertificateFault::Other { .. } => None,
            },
            HttpFault::PrivateAddress { .. } => Some(Self::AllowPrivate),
            HttpFault::Io { .. }
            | HttpFault::TimedOut { .. }
            | HttpFault::Closed
            | HttpFault::TooLarge { .. }
            | HttpFault::TlsRefused { .. }
            | HttpFault::Proxy { .. }
            | HttpFault::Other { .. } => None,
        }
    }

    /// Returns what helps with the first cause that the operating system has given, or `None` if its own words are all
    /// there is to say.
    pub(crate) fn for_cause(error: &(dyn Error + 'static)) -> Option<Self> {
        let mut cause = error;
        let cause = loop {
            match cause.downcast_ref::<io::Error>() {
                Some(found) => break found,
                None => cause = cause.source()?,
            }
        };
        match cause.raw_os_error() {
            Some(EMFILE) if cfg!(unix) => return Some(Self::AllowMoreFiles),
            Some(EAGAIN) if cfg!(target_os = "linux") => return Some(Self::AllowMoreThreads),
            _ => {}
        }
        match cause.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Some(Self::FreeSpace),
            ErrorKind::FileTooLarge => Some(Self::AllowLargerFiles),
            ErrorKind::PermissionDenied => Some(Self::GrantPermission),
            ErrorKind::ReadOnlyFilesystem => Some(Self::ChooseWritable),
            ErrorKind::ResourceBusy | ErrorKind::CrossesDevices => Some(Self::AvoidMountPoint),
            _ => None,
        }
    }
}
