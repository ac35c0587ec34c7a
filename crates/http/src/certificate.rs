use anslag_wording::wording;
use jiff::{Timestamp, civil::Date, tz::Offset};
use rustls::{CertificateError, pki_types::UnixTime};

wording! {
    /// Reason why the certificate of a server cannot be trusted.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum CertificateFault {
        /// The certificate is no longer valid.
        Expired {
            /// Last day of validity, in UTC; `None` if it is unknown.
            day: Option<Date>,
        }
            en("the certificate has expired{}", in_parentheses(*day))
            sv("certifikatet har gått ut{}", in_parentheses(*day)),
        /// The certificate is not valid yet.
        NotYetValid {
            /// First day of validity, in UTC; `None` if it is unknown.
            day: Option<Date>,
        }
            en("the certificate is not valid yet{}", in_parentheses(*day))
            sv("certifikatet gäller inte ännu{}", in_parentheses(*day)),
        /// The computer does not trust who issued the certificate, which may be the server itself.
        UnknownIssuer
            en("this computer does not trust the issuer of the certificate")
            sv("den här datorn litar inte på certifikatets utfärdare"),
        /// The certificate is one that issues others, as self-signed certificates often are.
        Authority
            en("the certificate is not that of a server, but that of an authority")
            sv("certifikatet är inte en servers utan en utfärdares"),
        /// The certificate has other names than the address.
        OtherName {
            /// Names of the certificate.
            names: Vec<String>,
        }
            en("the certificate is for another name{}", after_colon(&names))
            sv("certifikatet gäller ett annat namn{}", after_colon(&names)),
        /// The issuer has revoked the certificate.
        Revoked
            en("the certificate has been revoked")
            sv("certifikatet har återkallats"),
        /// Anything else.
        Other {
            /// Message of the library.
            detail: String,
        }
            en("the certificate is invalid ({detail})")
            sv("certifikatet är ogiltigt ({detail})"),
    }
}

impl CertificateFault {
    /// Returns the fault that an error of rustls means.
    pub(crate) fn new(error: &CertificateError) -> Self {
        match error {
            CertificateError::Expired => Self::Expired { day: None },
            CertificateError::ExpiredContext { not_after, .. } => Self::Expired { day: day(*not_after) },
            CertificateError::NotValidYet => Self::NotYetValid { day: None },
            CertificateError::NotValidYetContext { not_before, .. } => Self::NotYetValid { day: day(*not_before) },
            CertificateError::UnknownIssuer => Self::UnknownIssuer,
            CertificateError::NotValidForName => Self::OtherName { names: Vec::new() },
            CertificateError::NotValidForNameContext { presented, .. } => {
                Self::OtherName { names: presented.iter().map(|name| bare_name(name).to_owned()).collect() }
            }
            CertificateError::Revoked => Self::Revoked,
            CertificateError::Other(other)
                if matches!(other.0.downcast_ref(), Some(webpki::Error::CaUsedAsEndEntity)) =>
            {
                Self::Authority
            }
            // The enum is open.
            _ => Self::Other { detail: format!("rustls: {error}") },
        }
    }
}

/// Returns the day of a time in UTC.
fn day(time: UnixTime) -> Option<Date> {
    let timestamp = Timestamp::from_second(time.as_secs().try_into().ok()?).ok()?;
    Some(Offset::UTC.to_datetime(timestamp).date())
}

/// Returns the name in the notation of rustls, such as `DnsName("example.org")`.
fn bare_name(presented: &str) -> &str {
    presented.split('"').nth(1).unwrap_or(presented)
}

fn in_parentheses(day: Option<Date>) -> String {
    day.map_or_else(String::new, |day| format!(" ({day})"))
}

fn after_colon(names: &[String]) -> String {
    if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) }
}
