use crate::wording;
use std::{
    error::Error,
    io::{self, ErrorKind},
};

wording! {
    /// Failure as the operating system reports it, or a library in its place.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum IoFault {
        /// Nothing has the name.
        NotFound en("no such file or directory") sv("filen eller mappen finns inte"),
        /// It is not allowed.
        PermissionDenied en("permission denied") sv("det är inte tillåtet"),
        /// Something else has the name.
        AlreadyExists en("it exists already") sv("det finns redan"),
        /// It is a directory.
        IsADirectory en("it is a directory") sv("det är en mapp"),
        /// It is no directory.
        NotADirectory en("it is not a directory") sv("det är ingen mapp"),
        /// It has content.
        DirectoryNotEmpty en("the directory is not empty") sv("mappen är inte tom"),
        /// The file system cannot be written.
        ReadOnlyFilesystem en("the file system is read-only") sv("filsystemet går bara att läsa"),
        /// The disk is full.
        StorageFull en("no space left on the device") sv("det finns ingen plats kvar på enheten"),
        /// The quota is used up.
        QuotaExceeded en("disk quota exceeded") sv("utrymmeskvoten är slut"),
        /// The file would be too large.
        FileTooLarge en("the file would be too large") sv("filen skulle bli för stor"),
        /// Something else uses it.
        ResourceBusy en("it is in use") sv("det används"),
        /// It would go across file systems.
        CrossesDevices en("it is on another file system") sv("det ligger i ett annat filsystem"),
        /// The name is too long, or has characters that it may not have.
        InvalidFilename en("invalid file name") sv("ogiltigt filnamn"),
        /// It has no content of its own.
        NotAFile
            en("it is a pipe, a socket or a device, not a file")
            sv("det är ett rör, en socket eller en enhet, ingen fil"),
        /// It is longer than the limit.
        TooLong {
            /// The limit.
            kib: u64,
        }
            en("it is longer than {kib} KiB")
            sv("den är längre än {kib} KiB"),
        /// It is no text.
        NotUtf8 en("it is not text in UTF-8") sv("det är inte text i UTF-8"),
        /// A link leads to itself.
        Loop en("too many levels of symbolic links") sv("för många symboliska länkar efter varandra"),
        /// Too many files are open.
        TooManyFiles en("too many open files") sv("för många öppna filer"),
        /// The memory does not suffice.
        OutOfMemory en("not enough memory") sv("minnet räcker inte"),
        /// The device fails.
        Device en("input/output error of the device") sv("läs- eller skrivfel på enheten"),
        /// It ends too early.
        UnexpectedEof en("unexpected end of the file") sv("oväntat slut på filen"),
        /// Nobody reads.
        BrokenPipe en("nobody reads what is written") sv("ingen läser det som skrivs"),
        /// The other computer refuses.
        ConnectionRefused en("connection refused") sv("anslutningen nekades"),
        /// The other computer ends the connection.
        ConnectionReset en("connection reset") sv("anslutningen bröts"),
        /// There is no way to the other computer.
        Unreachable en("the host cannot be reached") sv("värden går inte att nå"),
        /// It takes too long.
        TimedOut en("timed out") sv("det tog för lång tid"),
        /// It is not what it should be; a text may be in another encoding.
        InvalidData en("invalid data; text has to be UTF-8") sv("ogiltiga data; text ska vara UTF-8"),
        /// Anything else, in the words of the system or the library.
        Other {
            /// The words, in English.
            reason: String,
        }
            en("{reason}")
            sv("ett ovanligt fel ({reason})"),
    }
}

/// Error numbers of Linux that have no kind in the standard library, or none that is stable.
const NUMBERS: [(i32, IoFault); 3] = [(5, IoFault::Device), (24, IoFault::TooManyFiles), (40, IoFault::Loop)];

impl Error for IoFault {}

impl From<IoFault> for io::Error {
    fn from(fault: IoFault) -> Self {
        Self::other(fault)
    }
}

impl From<&io::Error> for IoFault {
    fn from(error: &io::Error) -> Self {
        let number = error.raw_os_error().filter(|_| cfg!(target_os = "linux"));
        if let Some((_, fault)) = NUMBERS.iter().find(|(known, _)| Some(*known) == number) {
            return fault.clone();
        }
        if let Some(own) = error.get_ref() {
            if let Some(fault) = own.downcast_ref::<Self>() {
                return fault.clone();
            }
            // A library may only add a path. Whoever gives a reason of their own knows more than the kind says.
            let cause = own.source().and_then(|cause| cause.downcast_ref::<io::Error>());
            return cause.map_or_else(|| Self::Other { reason: error.to_string() }, Self::from);
        }
        match error.kind() {
            ErrorKind::NotFound => Self::NotFound,
            ErrorKind::PermissionDenied => Self::PermissionDenied,
            ErrorKind::AlreadyExists => Self::AlreadyExists,
            ErrorKind::IsADirectory => Self::IsADirectory,
            ErrorKind::NotADirectory => Self::NotADirectory,
            ErrorKind::DirectoryNotEmpty => Self::DirectoryNotEmpty,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyFilesystem,
            ErrorKind::StorageFull => Self::StorageFull,
            ErrorKind::QuotaExceeded => Self::QuotaExceeded,
            ErrorKind::FileTooLarge => Self::FileTooLarge,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Self::ResourceBusy,
            ErrorKind::CrossesDevices => Self::CrossesDevices,
            ErrorKind::InvalidFilename => Self::InvalidFilename,
            ErrorKind::OutOfMemory => Self::OutOfMemory,
            ErrorKind::UnexpectedEof => Self::UnexpectedEof,
            ErrorKind::BrokenPipe => Self::BrokenPipe,
            ErrorKind::ConnectionRefused => Self::ConnectionRefused,
            ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted => Self::ConnectionReset,
            ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => Self::Unreachable,
            ErrorKind::TimedOut => Self::TimedOut,
            ErrorKind::InvalidData => Self::InvalidData,
            _ => Self::Other { reason: error.to_string() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Wording};

    #[test]
    fn failures_are_worded_in_both_languages() {
        let missing = std::fs::read("/no/such/file").unwrap_err();
        let fault = IoFault::from(&missing);
        assert_eq!(fault.to_string(), "no such file or directory");
        assert_eq!(fault.in_language(Language::Swedish).to_string(), "filen eller mappen finns inte");
        let own = io::Error::new(ErrorKind::NotFound, "no heart");
        assert_eq!(IoFault::from(&own).to_string(), "no heart");
        assert_eq!(IoFault::from(&io::Error::from(IoFault::TooLong { kib: 1 })), IoFault::TooLong { kib: 1 });
        assert_eq!(IoFault::from(&own).in_language(Language::Swedish).to_string(), "ett ovanligt fel (no heart)");
        let latin = io::read_to_string(&b"\xe5"[..]).unwrap_err();
        assert_eq!(IoFault::from(&latin), IoFault::InvalidData);
        let kind = io::Error::from(ErrorKind::TimedOut);
        assert_eq!(IoFault::from(&kind), IoFault::TimedOut);
    }
}
