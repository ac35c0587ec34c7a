use std::{
    fs::{self, File},
    io::{self, Read, Seek, SeekFrom, Write},
    ops::Range,
    path::Path,
};
use tempfile::NamedTempFile;

/// Replaces a file atomically, or makes it. A link stays a link, and permissions stay as they are.
///
/// # Errors
/// Fails if the file beside it cannot be written or renamed. The file is then as it was.
pub fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, |file| file.write_all(bytes))
}

/// Replaces a part of a file, given by its bytes, atomically. The file may be of any size.
///
/// # Errors
/// Fails if the file cannot be read, or if the file beside it cannot be written or renamed. The file is then as it was.
pub fn replace_part(path: &Path, part: Range<u64>, bytes: &[u8]) -> io::Result<()> {
    replace(path, |file| {
        let mut old = File::open(path)?;
        io::copy(&mut (&mut old).take(part.start), file)?;
        file.write_all(bytes)?;
        old.seek(SeekFrom::Start(part.end))?;
        io::copy(&mut old, file).map(drop)
    })
}

/// Makes a file atomically.
///
/// # Errors
/// Fails if the file exists, or if the file beside it cannot be written or renamed.
pub fn create_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let mut file = beside(folder)?;
    file.write_all(bytes)?;
    if let Some(permissions) = shared(folder)? {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map(drop).map_err(|error| error.error)
}

/// Makes a file of a name with a dot, which is no source, whatever happens to the program.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(".").suffix(".tmp").tempfile_in(folder)
}

fn replace(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let target = match fs::canonicalize(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => path.to_owned(),
        target => target?,
    };
    let folder = target.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let mut file = beside(folder)?;
    write(file.as_file_mut())?;
    let permissions = match fs::metadata(&target) {
        Ok(metadata) => Some(metadata.permissions()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => shared(folder)?,
        Err(error) => return Err(error),
    };
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|error| error.error)?;
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Returns the permissions of a new file: whoever may read and write in its directory may read and write it.
#[cfg(unix)]
fn shared(folder: &Path) -> io::Result<Option<fs::Permissions>> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(folder)?.permissions().mode();
    Ok(Some(fs::Permissions::from_mode(mode & 0o666)))
}

#[cfg(not(unix))]
fn shared(_: &Path) -> io::Result<Option<fs::Permissions>> {
    Ok(None)
}
