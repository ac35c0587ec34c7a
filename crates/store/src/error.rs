use anslag_wording::wording;
use std::{error::Error, io, path::PathBuf};

wording! {
    /// Why a request to a store came to nothing.
    #[derive(Debug)]
    pub enum RequestError {
        /// There is no such server, or none that answers.
        Unreachable {
            /// Where.
            address: String,
            /// What happened last.
            source: Box<ureq::Error>,
        }
            en("cannot reach {address}")
            sv("det går inte att nå {address}"),
        /// The answer has no end.
        Broken {
            /// Where.
            address: String,
            /// What happened last.
            source: Box<ureq::Error>,
        }
            en("{address} broke off in the middle of an answer")
            sv("{address} avbröt mitt i ett svar"),
        /// The server says that it cannot answer now.
        Busy {
            /// Where.
            address: String,
            /// The HTTP status.
            status: u16,
            /// The server's words, shortened.
            words: String,
        }
            en("{address} answered {status} until the last attempt{}", said(&words))
            sv("{address} svarade {status} till och med det sista försöket{}", said(&words)),
        /// The server wants to know who asks, or does not let them.
        Unauthorized {
            /// Where.
            address: String,
            /// The HTTP status.
            status: u16,
            /// What is to be done.
            advice: Advice,
        }
            en("{address} answered {status}: {advice}")
            sv("{address} svarade {status}: {advice}"),
        /// There is nothing at the address.
        NotFound {
            /// Where.
            address: String,
        }
            en("{address} answered 404: there is no store at this address; help: look it up in the server's manual, as in http://localhost:8890/sparql (Virtuoso) or http://localhost:7878/query (Oxigraph)")
            sv("{address} svarade 404: det finns ingen databas på den adressen; hjälp: se efter i serverns handbok, som i http://localhost:8890/sparql (Virtuoso) eller http://localhost:7878/query (Oxigraph)"),
        /// The server sends us elsewhere, where we do not follow with a password.
        Redirected {
            /// Where.
            address: String,
            /// The HTTP status.
            status: u16,
            /// Where to.
            to: String,
        }
            en("{address} answered {status} and sends us to {to}; help: give that address, if it is the right one: it is not followed of itself")
            sv("{address} svarade {status} och hänvisar till {to}; hjälp: ange den adressen om det är den rätta: den följs inte av sig själv"),
        /// What is at the address speaks no SPARQL.
        NotSparql {
            /// Where.
            address: String,
            /// What the answer is.
            media_type: String,
            /// How it begins.
            words: String,
        }
            en("{address} answered with {media_type} and not with the results of a query: it is no SPARQL endpoint{}", said(&words))
            sv("{address} svarade med {media_type} och inte med resultatet av en fråga: det är ingen SPARQL-adress{}", said(&words)),
        /// The server does not want this.
        Refused {
            /// Where.
            address: String,
            /// The HTTP status.
            status: u16,
            /// The server's words, shortened.
            words: String,
        }
            en("{address} answered {status}{}", said(&words))
            sv("{address} svarade {status}{}", said(&words)),
    }
}

wording! {
    /// What is to be done where a server does not let us in.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Advice {
        /// Nothing was said of who asks.
        NoCredentials
            en("it wants to know who asks; help: give --user, and the password in ANSLAG_STORE_PASSWORD or --password-file, or a token in ANSLAG_STORE_TOKEN or --token-file")
            sv("servern vill veta vem som frågar; hjälp: ange --user, och lösenordet i ANSLAG_STORE_PASSWORD eller --password-file, eller en nyckel i ANSLAG_STORE_TOKEN eller --token-file"),
        /// What was said did not help.
        WrongCredentials
            en("it does not accept the user and the password (or the token), or does not allow them this")
            sv("servern godtar inte användaren och lösenordet (eller nyckeln), eller tillåter dem inte detta"),
        /// The password would go over the network as it is.
        BasicInTheClear
            en("it wants the password as it is (basic), which everybody on the way could read, since the address begins with http:; help: give an address with https:, or say --auth basic")
            sv("servern vill ha lösenordet i klartext (basic), som alla på vägen kan läsa, eftersom adressen börjar med http:; hjälp: ange en adress med https:, eller skriv --auth basic"),
    }
}

fn said(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(": {words}") }
}

impl RequestError {
    /// Whether this is so of one request, and another may succeed.
    pub(crate) const fn is_of_the_request(&self) -> bool {
        match self {
            Self::Refused { .. } => true,
            Self::Unreachable { .. }
            | Self::Broken { .. }
            | Self::Busy { .. }
            | Self::Unauthorized { .. }
            | Self::NotFound { .. }
            | Self::Redirected { .. }
            | Self::NotSparql { .. } => false,
        }
    }
}

impl Error for RequestError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Unreachable { source, .. } | Self::Broken { source, .. } => Some(source),
            Self::Busy { .. }
            | Self::Unauthorized { .. }
            | Self::NotFound { .. }
            | Self::Redirected { .. }
            | Self::NotSparql { .. }
            | Self::Refused { .. } => None,
        }
    }
}

wording! {
    /// Why what is published could not be read.
    #[derive(Debug)]
    pub enum DumpError {
        /// A file could not be read.
        Read {
            /// Which.
            path: PathBuf,
            /// Why.
            source: io::Error,
        }
            en("cannot read {}", path.display())
            sv("det går inte att läsa {}", path.display()),
        /// A file is not the one that was published.
        NotAsPublished {
            /// Which.
            path: PathBuf,
        }
            en("cannot load {}: it is not as manifest.json says that it was published; help: export again", path.display())
            sv("det går inte att läsa in {}: filen är inte som manifest.json säger att den publicerades; hjälp: exportera igen", path.display()),
        /// A file is no RDF, or none that has names for everything.
        NotRdf {
            /// Which.
            path: PathBuf,
            /// What is the matter.
            reason: String,
        }
            en("cannot load {}: {reason}", path.display())
            sv("det går inte att läsa in {}: {reason}", path.display()),
        /// A file has blank nodes.
        BlankNode {
            /// Which.
            path: PathBuf,
        }
            en("cannot load {}: it holds a blank node, of which nobody could tell whether it has changed", path.display())
            sv("det går inte att läsa in {}: den innehåller en blank nod, som ingen kan se om den har ändrats", path.display()),
        /// A store on disk could not be opened or written.
        Storage {
            /// Its folder.
            folder: PathBuf,
            /// Why.
            reason: String,
        }
            en("cannot use {} as a store: {reason}; help: give a folder of its own, with room for it, that no other program uses", folder.display())
            sv("det går inte att använda {} som databas: {reason}; hjälp: ange en egen mapp, med plats för den, som inget annat program använder", folder.display()),
    }
}

impl Error for DumpError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Read { source, .. } => Some(source),
            Self::NotAsPublished { .. } | Self::NotRdf { .. } | Self::BlankNode { .. } | Self::Storage { .. } => None,
        }
    }
}

wording! {
    /// What stopped a load.
    #[derive(Debug)]
    pub enum LoadError {
        /// What is published could not be read.
        Dump {
            /// Why.
            error: DumpError,
        }
            en("{error}")
            sv("{error}"),
        /// The store could not be spoken to.
        Request {
            /// Why.
            error: RequestError,
        }
            en("{error}")
            sv("{error}"),
        /// There is no way to write that the server would take.
        NoWay {
            /// Why not by SPARQL Update.
            error: RequestError,
        }
            en("cannot write to the store: {error}; help: give --update with the address for SPARQL Update, or --graph-store with that for the Graph Store Protocol")
            sv("det går inte att skriva till databasen: {error}; hjälp: ange --update med adressen för SPARQL Update, eller --graph-store med den för Graph Store Protocol"),
        /// The chosen method needs an address that was not given.
        NoGraphStore
            en("this method writes by the Graph Store Protocol; help: give its address with --graph-store")
            sv("den metoden skriver med Graph Store Protocol; hjälp: ange adressen med --graph-store"),
        /// An address cannot be one.
        Address {
            /// The address.
            address: String,
        }
            en("{address} is no address of a store; help: it begins with http:// or https://, and holds no user and no password")
            sv("{address} är ingen adress till en databas; hjälp: den börjar med http:// eller https://, utan användare och lösenord"),
    }
}

impl Error for LoadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Dump { error } => error.source(),
            Self::Request { error } | Self::NoWay { error } => error.source(),
            Self::NoGraphStore | Self::Address { .. } => None,
        }
    }
}

impl From<DumpError> for LoadError {
    fn from(error: DumpError) -> Self {
        Self::Dump { error }
    }
}

impl From<RequestError> for LoadError {
    fn from(error: RequestError) -> Self {
        Self::Request { error }
    }
}

wording! {
    /// A graph that is not in the store as it is published.
    #[derive(Debug)]
    pub enum GraphFailure {
        /// The server does not take it.
        Refused {
            /// Its name.
            graph: String,
            /// Why.
            error: RequestError,
        }
            en("cannot load {graph}: {error}")
            sv("det går inte att läsa in {graph}: {error}"),
        /// The server does not remove it.
        NotRemoved {
            /// Its name.
            graph: String,
            /// Why.
            error: RequestError,
        }
            en("cannot remove {graph}: {error}")
            sv("det går inte att ta bort {graph}: {error}"),
        /// It has another number of triples.
        Count {
            /// Its name.
            graph: String,
            /// How many are published.
            published: usize,
            /// How many are stored.
            stored: usize,
        }
            en("{graph} has {stored} triples in the store, and {published} are published; the next load mends it")
            sv("{graph} har {stored} tripler i databasen, och {published} är publicerade; nästa inläsning rättar det"),
        /// It has other triples.
        Content {
            /// Its name.
            graph: String,
            /// One that is published and not stored, or the other way round.
            example: String,
        }
            en("{graph} has other triples in the store than are published, such as {example}; the next load mends it")
            sv("{graph} har andra tripler i databasen än de publicerade, till exempel {example}; nästa inläsning rättar det"),
    }
}

impl GraphFailure {
    /// Whether the server has taken the graph, and has something else nevertheless.
    pub(crate) const fn is_of_the_verification(&self) -> bool {
        match self {
            Self::Count { .. } | Self::Content { .. } => true,
            Self::Refused { .. } | Self::NotRemoved { .. } => false,
        }
    }

    /// The graph that it is about.
    #[must_use]
    pub fn graph(&self) -> &str {
        match self {
            Self::Refused { graph, .. }
            | Self::NotRemoved { graph, .. }
            | Self::Count { graph, .. }
            | Self::Content { graph, .. } => graph,
        }
    }
}

impl Error for GraphFailure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Refused { error, .. } | Self::NotRemoved { error, .. } => error.source(),
            Self::Count { .. } | Self::Content { .. } => None,
        }
    }
}

wording! {
    /// A value that a store takes and does not keep.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Altered {
        /// It gives back another one, which is none of the datatype.
        Value {
            /// The published literal.
            published: String,
            /// What the store gives.
            stored: String,
        }
            en("the store does not keep some values as they are published: it gives {stored} for {published}")
            sv("databasen bevarar inte en del värden som de är publicerade: den ger {stored} för {published}"),
    }
}
