use crate::{certificate::CertificateFault, reach::PrivateAddress};
use anslag_wording::{IoFault, wording};
use std::{
    io::{self, ErrorKind},
    net::IpAddr,
    time::Duration,
};

wording! {
    /// Reason why a request has no complete answer.
    ///
    /// A `detail` is what a library says beyond that, in English, with the name of the library.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum HttpFault {
        /// The address is not that of a server.
        InvalidAddress
            en("invalid address")
            sv("ogiltig adress"),
        /// The name of the host has no address.
        UnknownHost
            en("cannot resolve the host name")
            sv("det går inte att slå upp värdnamnet"),
        /// The host is this machine, or one of a private network.
        PrivateAddress {
            /// Address of the host.
            address: IpAddr,
        }
            en("the host has the address {}, which is not on the internet", *address)
            sv("värden har adressen {}, som inte finns på internet", *address),
        /// Nothing listens at the address.
        Refused
            en("connection refused")
            sv("anslutningen nekades"),
        /// The operating system reports a failure.
        Io {
            /// The failure.
            fault: IoFault,
        }
            en("{fault}")
            sv("{fault}"),
        /// The answer takes longer than the time limit.
        TimedOut {
            /// Time limit in seconds.
            seconds: u64,
        }
            en("no complete answer within {seconds} s")
            sv("inget fullständigt svar inom {seconds} s"),
        /// The server closes the connection before the end of the answer.
        Closed
            en("the connection was closed too early")
            sv("anslutningen stängdes för tidigt"),
        /// The answer is larger than expected.
        TooLarge {
            /// Maximum size.
            mebibytes: u64,
        }
            en("the answer is larger than {mebibytes} MiB")
            sv("svaret är större än {mebibytes} MiB"),
        /// The answer is not HTTP, or contradicts itself.
        NotHttp {
            /// Message of the HTTP library.
            detail: String,
        }
            en("the answer is not valid HTTP ({detail})")
            sv("svaret är inte giltig HTTP ({detail})"),
        /// The answer is not TLS.
        NotTls
            en("the server does not speak TLS")
            sv("servern talar inte TLS"),
        /// The server and the program have no kind of encryption in common.
        TlsRefused {
            /// Message of the TLS library.
            detail: String,
        }
            en("the server and this program agree on no encryption ({detail})")
            sv("servern och programmet kommer inte överens om någon kryptering ({detail})"),
        /// The operating system trusts no authority, so that no certificate can be verified.
        NoAuthorities
            en("this computer has no certificates of authorities")
            sv("den här datorn har inga utfärdarcertifikat"),
        /// The certificate of the server cannot be trusted.
        Certificate {
            /// Reason.
            fault: CertificateFault,
        }
            en("{fault}")
            sv("{fault}"),
        /// The proxy of the environment does not connect to the server.
        Proxy {
            /// Message of the HTTP library.
            detail: String,
        }
            en("the proxy does not connect to the server ({detail})")
            sv("proxyn ansluter inte till servern ({detail})"),
        /// Anything else.
        Other {
            /// Message of the library.
            detail: String,
        }
            en("the request failed ({detail})")
            sv("anropet misslyckades ({detail})"),
    }
}

/// Beginning of the message of the standard library for a name without an address; the kind of the error is not stable.
const LOOKUP: &str = "failed to lookup address information";

/// Message of rustls-platform-verifier if the operating system has no certificates.
const NO_AUTHORITIES: &str = "No CA certificates were loaded from the system";

impl HttpFault {
    /// Returns the fault that an error of ureq means.
    pub(crate) fn new(error: &ureq::Error, timeout: Duration) -> Self {
        match error {
            ureq::Error::BadUri(_) | ureq::Error::Http(_) => Self::InvalidAddress,
            ureq::Error::HostNotFound => Self::UnknownHost,
            ureq::Error::Timeout(_) => Self::TimedOut { seconds: timeout.as_secs() },
            ureq::Error::BodyExceedsLimit(bytes) => Self::TooLarge { mebibytes: bytes >> 20 },
            ureq::Error::Protocol(error) => Self::NotHttp { detail: format!("ureq: {error}") },
            ureq::Error::LargeResponseHeader(..) | ureq::Error::BodyStalled => {
                Self::NotHttp { detail: format!("ureq: {error}") }
            }
            ureq::Error::Rustls(error) => Self::of_tls(error),
            ureq::Error::Io(error) => Self::of_io(error),
            ureq::Error::Other(error) if let Some(PrivateAddress(address)) = error.downcast_ref() => {
                Self::PrivateAddress { address: *address }
            }
            ureq::Error::ConnectProxyFailed(reason) => Self::Proxy { detail: format!("ureq: {reason}") },
            // The enum is open.
            _ => Self::Other { detail: format!("ureq: {error}") },
        }
    }

    fn of_io(error: &io::Error) -> Self {
        let own = error.get_ref();
        if let Some(error) = own.and_then(|own| own.downcast_ref()) {
            return Self::of_tls(error);
        }
        match error.kind() {
            ErrorKind::UnexpectedEof => Self::Closed,
            ErrorKind::ConnectionRefused => Self::Refused,
            _ if own.is_some_and(|own| own.to_string().starts_with(LOOKUP)) => Self::UnknownHost,
            // Words of the library add nothing to a kind that has words of our own.
            kind if own.is_some() => match IoFault::from(&io::Error::from(kind)) {
                IoFault::Other { .. } => Self::Other { detail: format!("ureq: {error}") },
                fault => Self::Io { fault },
            },
            _ => Self::Io { fault: IoFault::from(error) },
        }
    }

    fn of_tls(error: &rustls::Error) -> Self {
        let detail = || format!("rustls: {error}");
        match error {
            rustls::Error::InvalidCertificate(error) => Self::Certificate { fault: CertificateFault::new(error) },
            rustls::Error::InvalidMessage(_) => Self::NotTls,
            rustls::Error::AlertReceived(_) | rustls::Error::PeerIncompatible(_) => {
                Self::TlsRefused { detail: detail() }
            }
            rustls::Error::General(reason) if reason == NO_AUTHORITIES => Self::NoAuthorities,
            // The enum is open.
            _ => Self::Other { detail: detail() },
        }
    }
}
