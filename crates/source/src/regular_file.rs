use anslag_wording::IoFault;
use std::{
    fs::{self, File, Metadata, OpenOptions},
    io::{self, ErrorKind, Read},
    path::Path,
};

/// Opens a regular file for reading.
///
/// Fails on a directory, a pipe, a socket and a device, also behind a link, without waiting for a writer and without
/// reading anything. What has taken the place of the file meanwhile is refused too.
pub fn open_regular(path: &Path) -> io::Result<File> {
    // Opening a device can have effects of its own.
    ensure_regular(&fs::metadata(path)?)?;
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        options.custom_flags(flags.bits().cast_signed());
    }
    let file = options.open(path)?;
    ensure_regular(&file.metadata()?)?;
    Ok(file)
}

/// Reads a regular file of at most so many bytes.
pub fn read_regular(path: &Path, max_len: u64) -> io::Result<Vec<u8>> {
    let bytes = read_beginning(path, max_len + 1)?;
    if bytes.len() as u64 > max_len {
        return Err(IoFault::TooLong { kib: max_len >> 10 }.into());
    }
    Ok(bytes)
}

/// Reads a regular file of text in UTF-8, of at most so many bytes.
pub fn read_regular_text(path: &Path, max_len: u64) -> io::Result<String> {
    String::from_utf8(read_regular(path, max_len)?).map_err(|_| IoFault::NotUtf8.into())
}

/// Reads the first bytes of a regular file, and not more than `max_len`.
pub(crate) fn read_beginning(path: &Path, max_len: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_regular(path)?.take(max_len).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn ensure_regular(metadata: &Metadata) -> io::Result<()> {
    if metadata.is_dir() {
        Err(ErrorKind::IsADirectory.into())
    } else if metadata.is_file() {
        Ok(())
    } else {
        Err(IoFault::NotAFile.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_within_the_limit_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "åb").unwrap();
        assert_eq!(read_regular_text(&file, 3).unwrap(), "åb");
        let fault = |result: io::Result<String>| IoFault::from(&result.unwrap_err());
        assert_eq!(fault(read_regular_text(&file, 2)), IoFault::TooLong { kib: 0 });
        assert_eq!(fault(read_regular_text(folder.path(), 9)), IoFault::IsADirectory);
        assert_eq!(fault(read_regular_text(&folder.path().join("nothing"), 9)), IoFault::NotFound);
        fs::write(&file, [0xff]).unwrap();
        assert_eq!(fault(read_regular_text(&file, 9)), IoFault::NotUtf8);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_is_no_file_is_refused_at_once() {
        use std::os::unix::{fs::symlink, net::UnixListener};
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        rustix::fs::mknodat(
            rustix::fs::CWD,
            path("pipe"),
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR,
            0,
        )
        .unwrap();
        let _socket = UnixListener::bind(path("socket")).unwrap();
        symlink("/dev/zero", path("zero")).unwrap();
        symlink("pipe", path("link")).unwrap();
        for name in ["pipe", "socket", "zero", "link"] {
            assert_eq!(IoFault::from(&open_regular(&path(name)).unwrap_err()), IoFault::NotAFile, "{name}");
        }
        // It has no size, and no end.
        symlink("/proc/self/mem", path("mem")).unwrap();
        assert!(read_regular(&path("mem"), 9).is_err());
    }
}
