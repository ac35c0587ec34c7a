use anslag_wording::wording;
use std::{
    error::Error,
    io::{self, ErrorKind},
};

wording! {
    /// How what stopped a run can be mended, where its cause says so.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum Advice {
        FreeSpace
            en("free some space: until an export is whole, there is the former publication besides")
            sv("frigör utrymme: tills en export är färdig finns den tidigare publikationen också kvar"),
        LongerFiles
            en("let the program write longer files (`ulimit -f unlimited`)")
            sv("låt programmet skriva längre filer (`ulimit -f unlimited`)"),
        MoreFiles
            en("let the program open more files (`ulimit -n 1024`)")
            sv("låt programmet öppna fler filer (`ulimit -n 1024`)"),
        Permission
            en("let the user who runs the program do that, or choose another folder")
            sv("ge den användare som kör programmet rätt till det, eller välj en annan mapp"),
        Writable
            en("choose a folder on a file system that can be written")
            sv("välj en mapp i ett filsystem som det går att skriva i"),
        NoMountPoint
            en("publish into a folder below it, where it is a mount point")
            sv("publicera i en mapp inuti den, om den är en monteringspunkt"),
    }
}

/// The number by which systems of the Unix kind say that a process has as many open files as it may have (`EMFILE`).
const TOO_MANY_OPEN_FILES: i32 = 24;

impl Advice {
    /// How an error can be mended, by the first of its causes that the operating system has told.
    pub(crate) fn on(error: &(dyn Error + 'static)) -> Option<Self> {
        let mut cause = error;
        let cause = loop {
            match cause.downcast_ref::<io::Error>() {
                Some(told) => break told,
                None => cause = cause.source()?,
            }
        };
        if cfg!(unix) && cause.raw_os_error() == Some(TOO_MANY_OPEN_FILES) {
            return Some(Self::MoreFiles);
        }
        match cause.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Some(Self::FreeSpace),
            ErrorKind::FileTooLarge => Some(Self::LongerFiles),
            ErrorKind::PermissionDenied => Some(Self::Permission),
            ErrorKind::ReadOnlyFilesystem => Some(Self::Writable),
            ErrorKind::ResourceBusy | ErrorKind::CrossesDevices => Some(Self::NoMountPoint),
            // Its own words are all that there is to say.
            _ => None,
        }
    }
}
