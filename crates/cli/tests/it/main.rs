//! Tests of the command line as people use it: the binary, run in folders of its own.

// A test may unwrap: it fails where it panics.
#![allow(clippy::unwrap_used)]

mod archive;
mod as_published;
mod attached_files;
mod attack;
mod board_only;
mod catalogue;
mod certificate;
mod check_files;
mod convert;
mod coverage;
mod damage;
mod diff;
mod editors;
mod exit;
mod explain;
mod facts;
mod faults;
mod feeds;
mod fmt;
mod forms;
mod global_options;
mod golden;
mod history;
mod hostile;
mod identity;
mod import;
mod incremental;
mod init;
mod language;
mod load;
mod long_text;
mod message;
mod municipality;
mod notify;
mod output;
mod parquet;
mod preview;
mod query;
mod readme;
mod same_bytes;
mod serve;
mod site;
mod socket;
mod sparql;
mod static_files;
mod target;
mod time;
mod unreachable;
mod usage;
mod verify;
mod watch;
mod withdraw;

/// The server of the tests of `anslag-store`.
#[path = "../../../store/tests/it/server.rs"]
#[allow(dead_code, reason = "those tests need more of it")]
mod server;

use std::{
    collections::BTreeMap,
    fs,
    io::Read,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tempfile::TempDir;

/// The repository's own data: the real announcement.
fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").canonicalize().unwrap()
}

/// The binary.
fn anslag() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_anslag"));
    for variable in ["ANSLAG_DATA", "ANSLAG_OUT", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command
}

/// Publishes a folder into another, on a day that does not pass; no power failure is to be survived.
fn export(data: &Path, out: &Path, more: &[&str]) -> Output {
    let mut command = anslag();
    command
        .arg("export")
        .arg("--data")
        .arg(data)
        .arg("--out")
        .arg(out)
        .args(["--as-of", "2021-06-01", "--no-sync"])
        .args(more);
    command.output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Returns whether the name of a file has an extension.
fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|own| own == extension)
}

/// Every file below a folder, by its path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(now) = folders.pop() {
        for entry in fs::read_dir(now).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    files
}

/// What stands in a folder, but for what is hidden: the caches of publications.
fn visible(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| !name.starts_with('.')).collect()
}

/// A copy of the real publication, with these announcements in place of its own.
fn publication(announcements: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in ["publication.toml", "register.toml"] {
        fs::copy(data().join(file), folder.path().join(file)).unwrap();
    }
    fs::create_dir(folder.path().join("announcements")).unwrap();
    for (name, text) in announcements {
        fs::write(folder.path().join("announcements").join(name), text).unwrap();
    }
    folder
}

/// Puts another text in the place of one in a file of a publication.
#[track_caller]
fn edit(data: &Path, file: &str, from: &str, to: &str) {
    let path = data.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file}: no {from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

/// An announcement with little in it.
fn announcement(date: &str, more: &str) -> String {
    format!("+++\ntitle = \"Nyhet\"\ndate = {date}\ntype = \"nyhet\"\n{more}+++\n\nText.\n")
}

/// Returns the text of any file as people may read it: decompressed, and of a workbook that of its cells.
fn any_text_of(name: &str, bytes: Vec<u8>) -> String {
    let inflated = match Path::new(name).extension().and_then(|extension| extension.to_str()) {
        Some("gz") => {
            let mut inflated = Vec::new();
            flate2::read::MultiGzDecoder::new(&*bytes).read_to_end(&mut inflated).unwrap();
            inflated
        }
        Some("zst") => zstd::decode_all(&*bytes).unwrap(),
        Some("xlsx") => return text_of(name, bytes),
        _ => bytes,
    };
    String::from_utf8_lossy(&inflated).into_owned()
}

/// Returns the text of a published file; of a workbook, that of its cells, and of a picture, what of it is text.
fn text_of(name: &str, bytes: Vec<u8>) -> String {
    if has_extension(name, "jpg") || has_extension(name, "png") {
        return String::from_utf8_lossy(&bytes).into_owned();
    }
    if !has_extension(name, "xlsx") {
        return String::from_utf8(bytes).unwrap();
    }
    let mut workbook = calamine::open_workbook_from_rs::<calamine::Xlsx<_>, _>(std::io::Cursor::new(bytes)).unwrap();
    let sheets = calamine::Reader::worksheets(&mut workbook);
    let cells = sheets.iter().flat_map(|(_, range)| range.cells().map(|(_, _, cell)| cell.to_string()));
    cells.collect::<Vec<_>>().join("\n")
}
