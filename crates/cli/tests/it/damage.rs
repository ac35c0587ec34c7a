//! Damage in the cache and in what is published: the next export is what one from nothing is, and says what it has met.
//!
//! `ANSLAG_DAMAGE=1000 ANSLAG_SEED=7 cargo test -p anslag-cli --test it damage:: -- --nocapture` damages more, and elsewhere.

use crate::{edit, files, publication};
use anslag_core::Format;
use anslag_publish::{Event, Job, Lifted, Problem, Progress, PublishError, Stop, verify};
use serde_json::json;
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    env, fs,
    num::NonZeroUsize,
    path::{Path, PathBuf},
    sync::LazyLock,
};
use tempfile::TempDir;

/// Number of damages that a test tries, unless the environment gives another.
const SHORT: usize = 100;

type Files = BTreeMap<String, Vec<u8>>;

/// Two corpora, and the files that an export of each writes from nothing.
struct Site {
    old: TempDir,
    new: TempDir,
    /// A folder with the old corpus published in it, and the cache beside it.
    folder: TempDir,
    /// The cache of another publication into a folder of the same name.
    other_cache: Files,
    fresh_old: Files,
    fresh_new: Files,
}

static SITE: LazyLock<Site> = LazyLock::new(|| {
    let [old, new, other] = [("Nyhet", 40), ("Nyhet", 41), ("Annan", 40)].map(|(title, count)| corpus(title, count));
    // In the middle of the dumps, so that what stands before it and after it is copied.
    edit(new.path(), "announcements/all.jsonl", "Text 20.", "En annan text.");
    let published = |data: &TempDir| {
        let folder = tempfile::tempdir().unwrap();
        run(data.path(), folder.path(), false).unwrap();
        folder
    };
    let fresh = |data: &TempDir| files(&published(data).path().join("dist"));
    Site {
        folder: published(&old),
        other_cache: files(&published(&other).path().join(".dist.cache")),
        fresh_old: fresh(&old),
        fresh_new: fresh(&new),
        old,
        new,
    }
});

/// A publication with small feeds.
fn corpus(title: &str, count: usize) -> TempDir {
    let folder = publication(&[]);
    edit(folder.path(), "publication.toml", "feed_size = 50", "feed_size = 10");
    let line = |number: usize| {
        let date = format!("2020-{:02}-{:02}", 1 + number / 12, 1 + 2 * (number % 12));
        let (id, title) = (format!("{date}-nyhet-{number}"), format!("{title} {number}"));
        let body = format!("Text {number}.");
        json!({ "id": id, "title": title, "type": "news", "published": date, "body": body }).to_string() + "\n"
    };
    fs::write(folder.path().join("announcements/all.jsonl"), (0..count).map(line).collect::<String>()).unwrap();
    folder
}

/// Publishes a corpus into `dist` of a folder; returns the files that were said to be damaged, and `cache`.
fn run(data: &Path, folder: &Path, verify: bool) -> Result<BTreeSet<String>, PublishError> {
    let damaged = RefCell::new(BTreeSet::new());
    let formats = BTreeSet::from([Format::Turtle, Format::NQuads, Format::Csv, Format::Atom, Format::ICalendar]);
    let job = Job {
        data,
        out: &folder.join("dist"),
        as_of: "2021-06-01".parse().unwrap(),
        formats: Some(&formats),
        documents: false,
        threads: NonZeroUsize::new(2).unwrap(),
        sync: false,
        verify,
        history: true,
        wait: false,
        is_preview: false,
        allowed: &[],
        lifted: Lifted::default(),
        on_event: &|event| match event {
            Event::DamagedCache { .. } => drop(damaged.borrow_mut().insert("cache".to_owned())),
            Event::DamagedFile { file } => drop(damaged.borrow_mut().insert(file.to_owned())),
            _ => {}
        },
    };
    job.run(&Progress::default(), &Stop::default())?.expect("the sources have no errors");
    Ok(damaged.into_inner())
}

/// A copy of the published folder and its cache, with the times of the files.
fn copy() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files(SITE.folder.path()) {
        let (from, to) = (SITE.folder.path().join(&name), folder.path().join(&name));
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(&to, bytes).unwrap();
        set_time(&to, fs::metadata(from).unwrap().modified().unwrap());
    }
    folder
}

fn set_time(path: &Path, time: std::time::SystemTime) {
    fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

/// The number of damages to try, and a source of random numbers, as the environment says.
fn trials() -> impl Iterator<Item = (usize, fastrand::Rng)> {
    let number = |name: &str| env::var(name).ok().map(|value| value.parse::<u64>().unwrap());
    let count = number("ANSLAG_DAMAGE").map_or(SHORT, |count| usize::try_from(count).unwrap());
    let seed = number("ANSLAG_SEED").unwrap_or(1);
    (0..count).map(move |number| (number, fastrand::Rng::with_seed(seed * 1_000_003 + number as u64)))
}

/// Changes a file; returns what was done to it.
fn damage(path: &Path, random: &mut fastrand::Rng) -> String {
    let mut bytes = fs::read(path).unwrap();
    let records = records(&bytes);
    let what = match random.u8(0..12) {
        0 => {
            bytes.truncate(random.usize(0..bytes.len()));
            format!("cut to {}", bytes.len())
        }
        1 => {
            bytes.extend((0..random.usize(1..2000)).map(|_| random.u8(..)));
            "made longer".to_owned()
        }
        2 if records.len() > 1 => {
            let mut order: Vec<usize> = (0..records.len()).collect();
            random.shuffle(&mut order);
            bytes = order.iter().flat_map(|at| bytes[records[*at].clone()].to_vec()).collect();
            format!("in the order {order:?}")
        }
        3 if records.len() > 1 => {
            let [from, to] = [0; 2].map(|_| records[random.usize(0..records.len())].clone());
            let record = bytes[from.clone()].to_vec();
            bytes.splice(to.clone(), record);
            format!("record {from:?} in place of {to:?}")
        }
        4 => {
            let at = records[random.usize(0..records.len())].start;
            bytes[at..at + 4].copy_from_slice(&[u32::MAX, 0, 1 << 24, 1][random.usize(0..4)].to_le_bytes());
            format!("another length at {at}")
        }
        5 => {
            let at = random.usize(0..bytes.len());
            let end = bytes.len().min(at + 512);
            bytes[at..end].fill(0);
            format!("zeros at {at}")
        }
        _ => flip(&mut bytes, random),
    };
    fs::write(path, bytes).unwrap();
    what
}

fn flip(bytes: &mut [u8], random: &mut fastrand::Rng) -> String {
    let bit = random.usize(0..bytes.len() * 8);
    bytes[bit / 8] ^= 1 << (bit % 8);
    format!("bit {bit} flipped")
}

/// The positions of the records of a file of the cache: each has its length in the first four of twelve bytes.
fn records(bytes: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mut records = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let len = u32::from_le_bytes(*bytes[at..].first_chunk().unwrap()) as usize;
        records.push(at..at + 12 + len);
        at += 12 + len;
    }
    records
}

/// Puts files of the cache in each other's places, or something else in the place of one; returns what was done.
fn exchange(cache: &Path, names: &[PathBuf], random: &mut fastrand::Rng) -> String {
    let one = &names[random.usize(0..names.len())];
    let name = one.file_name().unwrap().to_str().unwrap();
    match random.u8(0..6) {
        0 => {
            let other = &names[random.usize(0..names.len())];
            let bytes = [one, other].map(|path| fs::read(path).unwrap());
            fs::write(one, &bytes[1]).unwrap();
            fs::write(other, &bytes[0]).unwrap();
            format!("{name} and {} exchanged", other.display())
        }
        1 => {
            fs::write(one, &SITE.other_cache[name]).unwrap();
            format!("{name} of another publication")
        }
        2 => {
            SITE.other_cache.iter().for_each(|(name, bytes)| fs::write(cache.join(name), bytes).unwrap());
            "the cache of another publication".to_owned()
        }
        3 => {
            fs::remove_file(one).unwrap();
            format!("no {name}")
        }
        4 => {
            fs::remove_file(one).unwrap();
            fs::create_dir(one).unwrap();
            format!("a folder {name}")
        }
        _ => {
            fs::remove_file(one).unwrap();
            #[cfg(unix)]
            std::os::unix::fs::symlink("/dev/zero", one).unwrap();
            format!("{name} without an end")
        }
    }
}

#[test]
fn a_damaged_cache_changes_nothing() {
    let mut noted = 0;
    let mut count = 0;
    for (number, mut random) in trials() {
        let folder = copy();
        let cache = folder.path().join(".dist.cache");
        let mut names: Vec<PathBuf> = fs::read_dir(&cache).unwrap().map(|entry| entry.unwrap().path()).collect();
        names.sort();
        let what = match random.u8(0..4) {
            0 => exchange(&cache, &names, &mut random),
            _ => {
                let path = &names[random.usize(0..names.len())];
                format!("{}: {}", path.file_name().unwrap().display(), damage(path, &mut random))
            }
        };
        let (data, fresh) =
            if random.u8(0..4) == 0 { (&SITE.old, &SITE.fresh_old) } else { (&SITE.new, &SITE.fresh_new) };
        let damaged =
            run(data.path(), folder.path(), false).unwrap_or_else(|error| panic!("{number}, {what}: {error}"));
        assert_same(&files(&folder.path().join("dist")), fresh, &format!("{number}, {what}"));
        noted += usize::from(damaged.contains("cache"));
        count += 1;
        // The cache that was written is whole: the next export finds nothing to do, and nothing to note.
        if number % 10 == 0 {
            run(SITE.new.path(), folder.path(), false).unwrap();
            assert_eq!(run(SITE.new.path(), folder.path(), false).unwrap(), BTreeSet::new(), "{number}, {what}");
            assert_same(&files(&folder.path().join("dist")), &SITE.fresh_new, &format!("{number}, {what}, again"));
        }
    }
    // Some is not met: the same bytes, a cache of another publication, an index that nobody reads.
    assert!(noted * 2 > count, "only {noted} of {count} were noted");
}

/// A bit in each of many published files, with the same size and time.
#[test]
fn damage_in_what_is_published_is_never_copied() {
    let mut noted = 0;
    let names: Vec<&String> = SITE.fresh_old.keys().filter(|name| *name != "manifest.json").collect();
    for (number, mut random) in trials() {
        let folder = copy();
        let out = folder.path().join("dist");
        let name = if random.bool() {
            let dumps: Vec<_> = names.iter().filter(|name| name.starts_with("data/announcements.")).collect();
            dumps[random.usize(0..dumps.len())].as_str()
        } else {
            names[random.usize(0..names.len())]
        };
        let path = out.join(name);
        let time = fs::metadata(&path).unwrap().modified().unwrap();
        let mut bytes = fs::read(&path).unwrap();
        let what = format!("{number}, {name}: {}", flip(&mut bytes, &mut random));
        fs::write(&path, &bytes).unwrap();
        set_time(&path, time);

        let does_verify = random.u8(0..3) == 0;
        let damaged =
            run(SITE.new.path(), folder.path(), does_verify).unwrap_or_else(|error| panic!("{what}: {error}"));
        noted += damaged.len();
        let mut found = files(&out);
        let verified = verify(&out, NonZeroUsize::MIN).unwrap().unwrap();
        if does_verify {
            assert_eq!(damaged, BTreeSet::from([name.to_owned()]), "{what}");
        }
        if found.get(name) == Some(&bytes) && bytes != SITE.fresh_new[name] {
            // It was linked and not read: the manifest tells, and an export that verifies.
            assert!(!does_verify, "{what}");
            let [(changed, Problem::Bytes)] = &*verified.problems else { panic!("{what}: {:?}", verified.problems) };
            assert_eq!(changed, name);
            found.insert(name.to_owned(), SITE.fresh_new[name].clone());
            assert_eq!(run(SITE.new.path(), folder.path(), true).unwrap(), BTreeSet::from([name.to_owned()]), "{what}");
            assert_same(&files(&out), &SITE.fresh_new, &what);
        } else {
            assert!(verified.problems.is_empty(), "{what}: {:?}", verified.problems);
        }
        assert_same(&found, &SITE.fresh_new, &what);
    }
    assert!(noted > 0);
}

/// Compressed copies are not made of a damaged dump.
#[test]
fn a_compressed_copy_is_not_made_of_a_damaged_dump() {
    let folder = tempfile::tempdir().unwrap();
    let data = corpus("Nyhet", 40);
    let settings = data.path().join("publication.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(settings, text + "\n[output]\ncompress = [\"gz\"]\ncompress_from = 0\n").unwrap();
    run(data.path(), folder.path(), false).unwrap();
    let (fresh, out) = (files(&folder.path().join("dist")), folder.path().join("dist"));
    let path = out.join("data/announcements.nq");
    let (mut bytes, time) = (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap());
    bytes[5000] ^= 1;
    fs::write(&path, bytes).unwrap();
    set_time(&path, time);
    fs::remove_file(out.join("data/announcements.nq.gz")).unwrap();
    let damaged = run(data.path(), folder.path(), false).unwrap();
    assert_eq!(damaged, BTreeSet::from(["data/announcements.nq".to_owned()]));
    assert_same(&files(&out), &fresh, "the copy");
}

/// A manifest that tells the files is written again; another is refused, and nothing is deleted.
#[test]
fn a_damaged_manifest_is_written_again_or_refused() {
    let (mut refused, mut written) = (0, 0);
    for (number, mut random) in trials() {
        let folder = copy();
        let path = folder.path().join("dist/manifest.json");
        let mut bytes = fs::read(&path).unwrap();
        let what = match random.u8(0..8) {
            0 => {
                bytes.truncate(random.usize(0..bytes.len()));
                format!("{number}, cut to {}", bytes.len())
            }
            _ => format!("{number}, {}", flip(&mut bytes, &mut random)),
        };
        fs::write(&path, bytes).unwrap();
        let before = files(&folder.path().join("dist"));
        match run(SITE.new.path(), folder.path(), false) {
            Ok(damaged) => {
                assert!(damaged.contains("manifest.json"), "{what}");
                assert_same(&files(&folder.path().join("dist")), &SITE.fresh_new, &what);
                written += 1;
            }
            Err(PublishError::DamagedManifest { .. } | PublishError::Foreign { .. }) => {
                assert_same(&files(&folder.path().join("dist")), &before, &what);
                refused += 1;
            }
            Err(error) => panic!("{what}: {error}"),
        }
    }
    assert!(refused > 0 && written > 0, "{refused} refused, {written} written");
}

/// The record of what was published cannot make announcements vanish, or seem to.
#[test]
fn a_damaged_record_of_announcements_is_not_compared() {
    let folder = copy();
    let path = folder.path().join("dist/published.tsv");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("2020-01-01-nyhet-0", "2020-01-01-nyhet-9", 1)).unwrap();
    assert_eq!(run(SITE.new.path(), folder.path(), false).unwrap(), BTreeSet::from(["published.tsv".to_owned()]));
    assert_same(&files(&folder.path().join("dist")), &SITE.fresh_new, "the record");
}

#[track_caller]
fn assert_same(found: &Files, expected: &Files, what: &str) {
    let names: BTreeSet<&String> = found.keys().chain(expected.keys()).collect();
    let differing: Vec<_> = names.into_iter().filter(|name| found.get(*name) != expected.get(*name)).collect();
    assert!(differing.is_empty(), "{what}: {differing:?}");
}
