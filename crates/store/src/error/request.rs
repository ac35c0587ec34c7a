use anslag_http::HttpFault;
use anslag_wording::wording;
use thiserror::Error;

wording! {
    /// A request to a store that failed.
    #[derive(Debug, Error)]
    pub enum RequestError {
        /// No server answers at the address.
        Unreachable {
            /// Address of the request.
            address: String,
            /// Fault of the last attempt.
            fault: HttpFault,
        }
            en("cannot reach {address}: {fault}")
            sv("det går inte att nå {address}: {fault}"),
        /// The answer ends too early, or is too large.
        Incomplete {
            /// Address of the request.
            address: String,
            /// Fault of the last attempt.
            fault: HttpFault,
        }
            en("cannot read the answer of {address}: {fault}")
            sv("det går inte att läsa svaret från {address}: {fault}"),
        /// The password or the token would go over a connection that others can read.
        Unencrypted {
            /// Address of the request.
            address: String,
        }
            en("the connection to {address} is not encrypted: no password in clear text and no token is sent")
            sv("anslutningen till {address} är inte krypterad: inget lösenord i klartext och ingen nyckel skickas"),
        /// The server is temporarily unable to answer.
        Busy {
            /// Address of the request.
            address: String,
            /// HTTP status of the last attempt.
            status: u16,
            /// First words of the answer.
            excerpt: String,
        }
            en("{address} still answered {status} at the last attempt{}", after_colon(&excerpt))
            sv("{address} svarade fortfarande {status} vid det sista försöket{}", after_colon(&excerpt)),
        /// The server asks for credentials, or rejects them.
        Unauthorized {
            /// Address of the request.
            address: String,
            /// HTTP status.
            status: u16,
            /// Problem of the credentials.
            problem: AuthProblem,
        }
            en("{address} answered {status}: {problem}")
            sv("{address} svarade {status}: {problem}"),
        /// There is nothing at the address.
        NotFound {
            /// Address of the request.
            address: String,
        }
            en("{address} answered 404: no store at this address")
            sv("{address} svarade 404: ingen databas på den adressen"),
        /// The server redirects to another address, which never gets our password.
        Redirected {
            /// Address of the request.
            address: String,
            /// HTTP status.
            status: u16,
            /// Address that the server redirects to.
            to: String,
        }
            en("{address} answered {status}: redirects to {to} are not followed")
            sv("{address} svarade {status}: omdirigeringen till {to} följs inte"),
        /// The answer is not a SPARQL result.
        NotSparql {
            /// Address of the request.
            address: String,
            /// Media type of the answer.
            media_type: String,
            /// First words of the answer.
            excerpt: String,
        }
            en("{address} is not a SPARQL endpoint: it answered with {media_type}{}", after_colon(&excerpt))
            sv("{address} är inte en SPARQL-tjänst: den svarade med {media_type}{}", after_colon(&excerpt)),
        /// The server rejects this request.
        Refused {
            /// Address of the request.
            address: String,
            /// HTTP status.
            status: u16,
            /// First words of the answer.
            excerpt: String,
        }
            en("{address} answered {status}{}", after_colon(&excerpt))
            sv("{address} svarade {status}{}", after_colon(&excerpt)),
    }
}

wording! {
    /// A problem with the credentials of a request.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum AuthProblem {
        /// The request had no credentials.
        Missing
            en("authentication required")
            sv("inloggning krävs"),
        /// The server rejects the credentials, or they lack the permission.
        Rejected
            en("wrong user, password or token, or no permission for this request")
            sv("fel användare, lösenord eller nyckel, eller ingen behörighet för detta"),
    }
}

/// Returns the text after a colon; empty if the text is.
fn after_colon(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(": {text}") }
}

impl RequestError {
    /// Returns whether another request to the same server may succeed.
    pub(crate) const fn is_request_specific(&self) -> bool {
        match self {
            Self::Refused { .. } => true,
            Self::Unreachable { .. }
            | Self::Incomplete { .. }
            | Self::Unencrypted { .. }
            | Self::Busy { .. }
            | Self::Unauthorized { .. }
            | Self::NotFound { .. }
            | Self::Redirected { .. }
            | Self::NotSparql { .. } => false,
        }
    }
}
