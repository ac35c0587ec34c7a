use crate::{Digest, FileEntry, Manifest, NameClash, PublishError, export::Export, staging::Staging};
use anslag_source::{ReadError, STATIC, StaticFile, open_regular, without_case};
use std::{
    collections::HashMap,
    io::{self, Read},
    path::Path,
};

/// Most clashes that a refusal names.
const NAMED: usize = 10;

/// Copies the files of `static`, after all others are written. Fails if one has the name of a file that the export writes.
pub(crate) fn write_static_files(export: &Export<'_>) -> Result<(), PublishError> {
    let files = &export.corpus.static_files;
    if files.is_empty() {
        return Ok(());
    }
    let clashes = clashes(files, |each| {
        each(Manifest::NAME);
        export.staging.for_each_name(each);
    });
    if !clashes.is_empty() {
        return Err(PublishError::StaticName { clashes });
    }
    files.iter().try_for_each(|StaticFile { path, name, size, sha256 }| {
        let expected = FileEntry { sha256: Digest(*sha256), size: *size };
        if export.staging.previous().entry(name) == Some(expected) && export.staging.keep(name)?.is_some() {
            return Ok(());
        }
        copy(export.staging, path, name, expected)
    })
}

/// Copies a file that has been read before. Fails if it has changed since.
pub(crate) fn copy(staging: &Staging<'_>, path: &Path, name: &str, expected: FileEntry) -> Result<(), PublishError> {
    let source = open_regular(path).map_err(failed_to_read(path))?;
    // What has grown meanwhile is not read to its end.
    let mut source = source.take(expected.size + 1);
    let mut copy = staging.create(name)?;
    copy.add(|out| io::copy(&mut source, out).map(drop))?;
    if staging.finish(copy)? == expected { Ok(()) } else { Err(ReadError::Changed { path: path.to_owned() }.into()) }
}

/// Names the file that could not be read, for `map_err`.
pub(crate) fn failed_to_read(path: &Path) -> impl FnOnce(io::Error) -> PublishError {
    move |source| ReadError::Io { path: path.to_owned(), source }.into()
}

/// Returns the first names of static files that a host could take for one that is written. A file takes the place of a
/// directory too.
fn clashes(files: &[StaticFile], written: impl FnOnce(&mut dyn FnMut(&str))) -> Vec<NameClash> {
    // The names of files and directories, by their form without case.
    let mut own: HashMap<String, &str> = HashMap::new();
    for file in files {
        own.extend(paths(&file.name).map(|path| (without_case(path), path)));
    }
    let mut clashes = Vec::new();
    written(&mut |name| {
        for path in paths(name) {
            let Some(same) = own.get(&without_case(path)) else { continue };
            let is_file = path == name || files.binary_search_by(|file| file.name.as_str().cmp(same)).is_ok();
            if (is_file || *same != path) && clashes.len() < NAMED {
                clashes.push(NameClash::Same { own: format!("{STATIC}/{same}"), written: path.to_owned() });
            }
        }
    });
    clashes.dedup();
    clashes
}

/// Returns the path of a file, and those of the directories that it is in.
fn paths(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices('/').map(|(at, _)| &name[..at]).chain([name])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    #[track_caller]
    fn check(own: &[&str], written: &[&str], expected: &[(&str, &str)]) {
        let file =
            |name: &&str| StaticFile { path: PathBuf::new(), name: (*name).to_owned(), size: 0, sha256: [0; 32] };
        let files: Vec<_> = own.iter().map(file).collect();
        let clash = |(own, written): &(&str, &str)| NameClash::Same {
            own: format!("static/{own}"),
            written: (*written).to_owned(),
        };
        let expected: Vec<_> = expected.iter().map(clash).collect();
        assert_eq!(clashes(&files, |each| written.iter().for_each(|name| each(name))), expected);
    }

    #[test]
    fn a_static_file_takes_no_place_of_another() {
        check(&[".well-known/security.txt", "robots.txt"], &[".well-known/void", "index.html"], &[]);
        check(&["index.html"], &["index.html"], &[("index.html", "index.html")]);
        check(&["INDEX.html"], &["index.html"], &[("INDEX.html", "index.html")]);
        check(&["feed"], &["feed/all.rss", "feed/all.atom"], &[("feed", "feed")]);
        check(&["index.html/a"], &["index.html"], &[("index.html", "index.html")]);
        check(&["Feed/a"], &["feed/all.rss"], &[("Feed", "feed")]);
        check(&["feed/a", "feed/b/c"], &["feed/all.rss"], &[]);
    }
}
