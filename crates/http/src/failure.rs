use std::io;
use ureq::Error;

/// Kind of an exchange that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// The server cannot be reached, or the connection broke: a later attempt may succeed.
    Connection,
    /// What the server sends is not HTTP, or contradicts itself: a later attempt would fail in the same way.
    NotHttp,
    /// The answer is longer than the limit: a later one would be as long.
    TooLong,
    /// Anything else that lasts, such as an invalid certificate.
    Lasting,
}

impl FailureKind {
    /// Classifies an error of `ureq`.
    #[must_use]
    pub fn of(error: &Error) -> Self {
        match error {
            // Errors of TLS have the kind of invalid data.
            Error::Io(error) if error.kind() == io::ErrorKind::InvalidData => Self::Lasting,
            Error::Io(_) | Error::Timeout(_) | Error::ConnectionFailed => Self::Connection,
            Error::Protocol(_) | Error::LargeResponseHeader(..) | Error::BodyStalled => Self::NotHttp,
            Error::BodyExceedsLimit(_) => Self::TooLong,
            // The enum is open.
            _ => Self::Lasting,
        }
    }
}
