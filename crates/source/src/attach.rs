use crate::{
    AttachedFile,
    correction::slug,
    file_fault::FileFault,
    file_type::FileType,
    finding::Findings,
    help::Help,
    message::Message,
    names::{self, Directory, Role},
    nearest::nearest,
    picture::Picture,
    regular_file::{open_regular, read_beginning, read_regular},
};
use anslag_core::{Fingerprint, Iri, MediaType, Publication, limit, sha256, sha256_of_reader};
use anslag_wording::IoFault;
use std::{
    fs, io,
    num::NonZeroU32,
    ops::Range,
    path::{Component, Path, PathBuf},
};
use unicode_normalization::UnicodeNormalization;

/// Folder of the publication that holds the files beside the sources.
const FOLDER: &str = "file";

/// Bytes of a file that tell its type.
const BEGINNING: u64 = 8 << 10;

/// Size from which on a picture is warned of.
const LARGE: u64 = 1_000_000;

/// Facts about a published file.
#[derive(Debug)]
pub(crate) struct Attached {
    pub(crate) url: Iri,
    pub(crate) media_type: MediaType,
    pub(crate) size: u64,
    /// Width and height of a picture.
    pub(crate) sides: Option<(NonZeroU32, NonZeroU32)>,
}

/// Returns whether an address is the path of a file that is to be published.
///
/// It has no scheme, and either its extension is that of a file which people attach, or there is such a file.
pub(crate) fn is_file_path(address: &str, findings: &Findings) -> bool {
    let extension = Path::new(address).extension().and_then(|extension| extension.to_str());
    let is_relative = !address.starts_with(['/', '\\', '#', '?']) && !address.contains("://");
    let is_meant = extension.is_some_and(FileType::is_meant);
    let is_there = || extension.is_some() && findings.has_file(address);
    is_relative && !address.is_empty() && (is_meant || is_there())
}

/// Reads the file of a path, and notes it among the findings; adds a problem at the span if it cannot be published.
pub(crate) fn attach(
    path: &str,
    is_image: bool,
    span: Range<usize>,
    publication: &Publication,
    findings: &Findings,
) -> Option<Attached> {
    let read = find(path, findings).and_then(|(folder, path)| read(folder, &path, is_image));
    let (file, sides, kind) = match read {
        Ok(read) => read,
        Err(reason) => {
            let help = help(path, &reason, findings);
            findings.add(span, Message::InvalidFile { path: path.to_owned(), reason }, None, Some(help));
            return None;
        }
    };
    if kind.is_picture() && file.size > LARGE {
        findings.add(span, Message::LargePicture { size: file.size }, None, Some(Help::Shrink));
    }
    let attached = Attached {
        url: publication.file(&file.name),
        media_type: MediaType::new(kind.media_type).expect("a type of the table"),
        size: file.size,
        sides,
    };
    findings.attach(file);
    Some(attached)
}

/// Returns the directory of the source and the path of a file in it, as the file system has it.
fn find<'f>(path: &str, findings: &'f Findings) -> Result<(&'f Path, PathBuf), FileFault> {
    let folder = findings.folder().ok_or(FileFault::NoFolder)?;
    let mut found = PathBuf::new();
    for part in Path::new(path).components() {
        match part {
            Component::CurDir => {}
            Component::Normal(part) => {
                match names::role(part, Directory::Announcements) {
                    Some(Role::Area) | None => {}
                    Some(_) => return Err(FileFault::Source),
                }
                found.push(part);
            }
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return Err(FileFault::Outside),
        }
    }
    if !folder.join(&found).exists() {
        // On some systems, the same letter has other bytes in the names of files.
        let names = names_beside(&folder.join(&found));
        let same =
            names.into_iter().find(|name| name.nfc().eq(found.file_name().unwrap_or_default().to_string_lossy().nfc()));
        found.set_file_name(same.ok_or(FileFault::Missing)?);
    }
    let unreadable = |error: io::Error| FileFault::Unreadable { reason: IoFault::from(&error) };
    let target = fs::canonicalize(folder.join(&found)).map_err(unreadable)?;
    if !fs::canonicalize(folder).is_ok_and(|folder| target.starts_with(folder)) {
        return Err(FileFault::Outside);
    }
    Ok((folder, found))
}

type Read = (AttachedFile, Option<(NonZeroU32, NonZeroU32)>, &'static FileType);

fn read(folder: &Path, path: &Path, is_image: bool) -> Result<Read, FileFault> {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let kind = FileType::of_extension(extension);
    if is_image && kind.is_none_or(|kind| !kind.is_picture()) {
        return Err(FileFault::NoPicture);
    }
    let kind = kind.ok_or(FileFault::Unpublished)?;
    let full = folder.join(path);
    let unreadable = |error: io::Error| FileFault::Unreadable { reason: IoFault::from(&error) };
    let beginning = read_beginning(&full, BEGINNING).map_err(unreadable)?;
    if let Some(found) = kind.contradiction(&beginning) {
        return Err(if found.is_empty() { FileFault::UnknownType } else { FileFault::OtherType { found } });
    }
    let limit = if kind.is_picture() { limit::PICTURE } else { limit::ATTACHMENT };
    let len = fs::metadata(&full).map_err(unreadable)?.len();
    if len > limit.most as u64 {
        return Err(FileFault::TooLong { limit });
    }
    let (sha256, size, raw, sides) = if kind.is_picture() {
        let bytes = read_regular(&full, limit.most as u64).map_err(unreadable)?;
        let raw = Fingerprint::of_bytes(&bytes);
        let Picture { bytes, width, height } = Picture::new(&bytes).ok_or(FileFault::Broken)?;
        if u64::from(width.get()) * u64::from(height.get()) > limit::PIXELS.most as u64 {
            return Err(FileFault::TooLarge { width: width.get(), height: height.get(), limit: limit::PIXELS });
        }
        (sha256(&bytes), bytes.len() as u64, raw, Some((width, height)))
    } else {
        let sha256 = open_regular(&full).and_then(sha256_of_reader).map_err(unreadable)?;
        (sha256, len, Fingerprint::of_hash(sha256), None)
    };
    let stem = path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let stem = slug(&stem).unwrap_or_else(|| "fil".to_owned());
    let hash: String = sha256[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{FOLDER}/{stem}-{hash}.{}", kind.extension());
    Ok((AttachedFile { path: path.to_owned(), name, size, sha256, raw: raw.0 }, sides, kind))
}

impl AttachedFile {
    /// Returns the bytes to publish if the file is a picture, given its path. Fails if it is no longer one.
    pub fn picture(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        let extension = Path::new(&self.name).extension().and_then(|extension| extension.to_str());
        if !extension.and_then(FileType::of_extension).is_some_and(FileType::is_picture) {
            return Ok(None);
        }
        let bytes = read_regular(path, limit::PICTURE.most as u64)?;
        let picture = Picture::new(&bytes).ok_or(io::ErrorKind::InvalidData)?;
        Ok(Some(picture.bytes))
    }
}

fn help(path: &str, fault: &FileFault, findings: &Findings) -> Help {
    match fault {
        FileFault::NoFolder => Help::WholeAddressOfFile,
        FileFault::Missing => {
            let full = findings.folder().unwrap_or(Path::new("")).join(path);
            let name = full.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
            let names = names_beside(&full);
            nearest(&name, names.iter().map(String::as_str)).map_or(Help::PutFileBeside, |near| Help::NearFile {
                name: Path::new(path).with_file_name(near).to_string_lossy().into_owned(),
            })
        }
        FileFault::Outside | FileFault::Source => Help::PutFileBeside,
        FileFault::Unreadable { .. } => Help::LetRead,
        FileFault::Unpublished => Help::PublishedTypes,
        FileFault::NoPicture | FileFault::Broken => Help::SavePicture,
        FileFault::OtherType { found } => match FileType::of_media_type(found) {
            Some(kind) => {
                Help::Rename { to: Path::new(path).with_extension(kind.extension()).to_string_lossy().into_owned() }
            }
            None => Help::PublishedTypes,
        },
        FileFault::UnknownType => Help::SaveFileAgain,
        FileFault::TooLong { .. } => Help::Shorten,
        FileFault::TooLarge { .. } => Help::Shrink,
    }
}

/// Returns the names of the files beside one, sorted.
fn names_beside(file: &Path) -> Vec<String> {
    let entries = file.parent().and_then(|folder| fs::read_dir(folder).ok());
    let names = entries.into_iter().flatten().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_other = |name: &String| names::role(name.as_ref(), Directory::Announcements).is_none();
    let mut names: Vec<_> = names.filter(is_other).take(limit::ITEMS.most).collect();
    names.sort();
    names
}
