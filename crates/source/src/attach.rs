use crate::{
    AttachedFile,
    attached_file::ReadFile,
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
/// It has no scheme, and either its extension is that of a file which people attach, or there is such a file. A link to
/// another source is none.
pub(crate) fn is_file_path(address: &str, findings: &Findings) -> bool {
    let extension = Path::new(address).extension().and_then(|extension| extension.to_str());
    let is_relative = !address.starts_with(['/', '\\', '#', '?']) && !address.contains("://");
    let is_meant = extension.is_some_and(FileType::is_meant);
    let is_there = || extension.is_some() && findings.has_file(address);
    is_relative && !address.is_empty() && !is_source(Path::new(address)) && (is_meant || is_there())
}

fn is_source(path: &Path) -> bool {
    let role = path.file_name().and_then(|name| names::role(name, Directory::Announcements));
    matches!(role, Some(Role::Announcements(_) | Role::Section))
}

/// Reads the file of a path, and notes it among the findings; adds a problem at the span if it cannot be published.
pub(crate) fn attach(
    path: &str,
    is_image: bool,
    span: Range<usize>,
    publication: &Publication,
    findings: &Findings,
) -> Option<Attached> {
    let read = match findings.folder() {
        Some(folder) => plain(path).and_then(|path| {
            findings.file_once(path, is_image, |path| {
                let read = find(folder, path, findings).and_then(|path| read(folder, &path, is_image))?;
                findings.attach(read.file.clone());
                Ok(read)
            })
        }),
        None => Err(FileFault::NoFolder),
    };
    let ReadFile { file, kind } = match read {
        Ok(read) => read,
        Err(FileFault::Missing) if findings.allows_missing_files() => {
            findings.note_absent(path);
            return None;
        }
        Err(reason) => {
            let help = (!findings.is_full()).then(|| help(path, &reason, findings));
            findings.add(span, Message::InvalidFile { path: path.to_owned(), reason }, None, help);
            return None;
        }
    };
    if kind.is_picture() && file.size > LARGE {
        findings.add(span, Message::LargePicture { size: file.size }, None, Some(Help::Shrink));
    }
    Some(Attached {
        url: publication.file(&file.name),
        media_type: MediaType::new(kind.media_type).expect("a type of the table"),
        size: file.size,
        sides: file.sides,
    })
}

/// Returns a path in the directory of the source without the parts that say nothing.
fn plain(path: &str) -> Result<PathBuf, FileFault> {
    let mut plain = PathBuf::new();
    for part in Path::new(path).components() {
        match part {
            Component::CurDir => {}
            Component::Normal(part) => {
                match names::role(part, Directory::Announcements) {
                    Some(Role::Area) | None => {}
                    Some(_) => return Err(FileFault::Source),
                }
                plain.push(part);
            }
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return Err(FileFault::Outside),
        }
    }
    Ok(plain)
}

/// Returns the path of a file in the directory of the source, as the file system has it.
fn find(folder: &Path, path: &Path, findings: &Findings) -> Result<PathBuf, FileFault> {
    let unreadable = |error: io::Error| FileFault::Unreadable { reason: IoFault::from(&error) };
    let root = fs::canonicalize(folder).map_err(unreadable)?;
    let full = folder.join(path);
    let parent = full.parent().and_then(|parent| fs::canonicalize(parent).ok()).ok_or(FileFault::Missing)?;
    // Otherwise a help could show names of files elsewhere.
    if !parent.starts_with(&root) {
        return Err(FileFault::Outside);
    }
    let mut found = path.to_path_buf();
    if !full.exists() {
        // On some systems, the same letter has other bytes in the names of files.
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let names = if name.is_ascii() || findings.is_full() { Vec::new() } else { names_beside(&full) };
        let same = names.into_iter().find(|other| other.nfc().eq(name.nfc()));
        found.set_file_name(same.ok_or(FileFault::Missing)?);
    }
    let target = fs::canonicalize(folder.join(&found)).map_err(unreadable)?;
    if !target.starts_with(&root) {
        return Err(FileFault::Outside);
    }
    Ok(found)
}

fn read(folder: &Path, path: &Path, is_image: bool) -> Result<ReadFile, FileFault> {
    let kind = FileType::of_path(path);
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
    let file = AttachedFile { path: path.to_owned(), name, size, sha256, sides, raw: raw.0 };
    Ok(ReadFile { file, kind })
}

impl AttachedFile {
    /// Returns the bytes to publish if the file is a picture, given its path. Fails if it is no longer one.
    pub fn picture(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        if !FileType::of_path(Path::new(&self.name)).is_some_and(FileType::is_picture) {
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
        // The page of a website, for example.
        FileFault::Missing if FileType::of_path(Path::new(path)).is_none() => Help::WholeAddressOfFile,
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
    let mut names: Vec<_> = names.filter(is_other).collect();
    names.sort();
    names.truncate(limit::ITEMS.most);
    names
}
