use crate::gzip::GzipFault;
use anslag_http::HttpFault;
use anslag_wording::{IoFault, wording};
use thiserror::Error;

wording! {
    /// An address that was not fetched.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum FetchError {
        /// A request without a usable answer.
        Failed {
            /// Address that was asked.
            address: String,
            /// Reason.
            fault: FetchFault,
        }
            en("cannot fetch {address}: {fault}")
            sv("det går inte att hämta {address}: {fault}"),
    }
}

wording! {
    /// Reason why an address was not fetched.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum FetchFault {
        /// There is no complete answer.
        Http {
            /// Reason.
            fault: HttpFault,
        }
            en("{fault}")
            sv("{fault}"),
        /// The answer is an error.
        Status {
            /// HTTP status.
            status: u16,
        }
            en("the server answered {status}")
            sv("servern svarade {status}"),
        /// The website forbids the address to programs.
        Forbidden {
            /// Path that robots.txt forbids.
            rule: String,
        }
            en("robots.txt of the website forbids it (`Disallow: {rule}`)")
            sv("webbplatsens robots.txt förbjuder det (`Disallow: {rule}`)"),
        /// Nobody knows what the website forbids.
        NoRobots {
            /// Reason why robots.txt was not fetched.
            fault: Box<FetchFault>,
        }
            en("robots.txt of the website cannot be fetched, so nothing may be ({fault})")
            sv("webbplatsens robots.txt går inte att hämta, så inget får hämtas ({fault})"),
        /// Redirects do not end.
        TooManyRedirects {
            /// Maximum number of redirects.
            limit: usize,
        }
            en("more than {limit} redirects")
            sv("fler än {limit} omdirigeringar"),
        /// A redirect without a target, or with one that is no web address.
        InvalidRedirect {
            /// Target as the server wrote it.
            target: String,
        }
            en("invalid redirect to `{target}`")
            sv("ogiltig omdirigering till `{target}`"),
        /// A redirect from an encrypted connection to one that is not.
        Unencrypted {
            /// Target.
            target: String,
        }
            en("redirected to {target}, which is not encrypted")
            sv("omdirigerad till {target}, som inte är krypterad"),
        /// An answer without content, twice.
        Empty
            en("the answer is empty")
            sv("svaret är tomt"),
        /// The answer is larger when it is decompressed.
        TooLarge {
            /// Maximum size.
            mebibytes: u64,
        }
            en("the answer is larger than {mebibytes} MiB when it is decompressed")
            sv("svaret är större än {mebibytes} MiB när det packas upp"),
        /// The answer cannot be decompressed.
        Damaged
            en("the answer is damaged gzip")
            sv("svaret är skadad gzip"),
        /// A page where data were asked for.
        HtmlForJson
            en("the answer is a page in HTML, not JSON")
            sv("svaret är en sida i HTML, inte JSON"),
        /// An answer that is not JSON.
        NotJson {
            /// Line of the fault, from 1.
            line: usize,
            /// Column of the fault, from 1.
            column: usize,
        }
            en("the answer is not valid JSON (line {line}, column {column})")
            sv("svaret är inte giltig JSON (rad {line}, kolumn {column})"),
        /// The answer cannot be kept.
        Cache {
            /// Directory of the cache.
            folder: String,
            /// Reason.
            fault: IoFault,
        }
            en("cannot write to {folder}: {fault}")
            sv("det går inte att skriva i {folder}: {fault}"),
    }
}

wording! {
    /// Advice on an address that was not fetched.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum FetchHelp {
        /// How to get at what robots.txt forbids.
        AskOwner {
            /// Name of the website.
            host: String,
        }
            en("ask whoever runs {host} to write `User-agent: anslag` and `Allow: /` into robots.txt, or save the page or feed and name the file")
            sv("be den som sköter {host} att skriva `User-agent: anslag` och `Allow: /` i robots.txt, eller spara sidan eller flödet och ange filen"),
        /// How to allow a private address.
        AllowPrivate
            en("allow it with `--allow-private` if the server is yours")
            sv("tillåt det med `--allow-private` om servern är er egen"),
        /// What to do about a page instead of data.
        CheckApi
            en("open the address in a browser; the API may be closed, moved, or want a login")
            sv("öppna adressen i en webbläsare; API:et kan vara stängt, flyttat eller kräva inloggning"),
        /// What to do about an address that is wrong.
        CheckAddress
            en("check the address")
            sv("kontrollera adressen"),
        /// What to do about a failure that may pass.
        FetchLater
            en("try again later")
            sv("försök igen senare"),
    }
}

impl FetchError {
    /// Returns the reason.
    #[must_use]
    pub const fn fault(&self) -> &FetchFault {
        let Self::Failed { fault, .. } = self;
        fault
    }

    /// Returns what to do about it.
    #[must_use]
    pub fn help(&self) -> Option<FetchHelp> {
        let Self::Failed { address, fault } = self;
        Some(match fault {
            FetchFault::Forbidden { .. } => FetchHelp::AskOwner { host: host(address) },
            FetchFault::Http { fault: HttpFault::PrivateAddress { .. } } => FetchHelp::AllowPrivate,
            FetchFault::HtmlForJson | FetchFault::NotJson { .. } => FetchHelp::CheckApi,
            FetchFault::Http { fault: HttpFault::InvalidAddress | HttpFault::UnknownHost | HttpFault::Refused }
            | FetchFault::Status { status: 400..500 }
            | FetchFault::TooManyRedirects { .. }
            | FetchFault::InvalidRedirect { .. }
            | FetchFault::Unencrypted { .. } => FetchHelp::CheckAddress,
            FetchFault::Http { .. }
            | FetchFault::Status { .. }
            | FetchFault::NoRobots { .. }
            | FetchFault::Empty
            | FetchFault::Damaged => FetchHelp::FetchLater,
            FetchFault::TooLarge { .. } | FetchFault::Cache { .. } => return None,
        })
    }
}

impl FetchFault {
    /// Returns whether the server says that nothing is at the address any more.
    #[must_use]
    pub const fn is_gone(&self) -> bool {
        matches!(self, Self::Status { status: 404 | 410 })
    }

    /// Returns the fault of an answer that is to be decompressed to at most so many mebibytes.
    pub(crate) const fn of_gzip(fault: &GzipFault, mebibytes: u64) -> Self {
        match fault {
            GzipFault::TooLarge => Self::TooLarge { mebibytes },
            GzipFault::Damaged => Self::Damaged,
        }
    }
}

fn host(address: &str) -> String {
    let url = url::Url::parse(address).ok();
    url.as_ref().and_then(url::Url::host_str).unwrap_or(address).to_owned()
}
