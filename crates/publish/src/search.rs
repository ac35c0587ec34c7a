use crate::{Digest, PublishError, cache::NewCache, error::Attempt, export::Export, site::OpenSite};
use anslag_core::{Fingerprint, Moment};
use anslag_page::{BLOCK, FILES, SCRIPT, SEARCH, WordFile, entries_path, entry, file_of, words_of, words_path};
use anslag_pipeline::in_order;
use anslag_source::IndexEntry;
use anslag_spool::Spool;
use serde_json::Value;
use std::{
    collections::{BTreeMap, HashSet},
    fmt::Write as _,
    fs,
    io::{self, Write},
};

/// Announcements with consecutive numbers, which are known or read together.
struct Block {
    number: u32,
    /// Announcements, in the order of their numbers; with the moment since which they are gone.
    entries: Vec<(IndexEntry, Option<Moment>)>,
}

/// Words of announcements that have to be added to the index: a text for each of its files.
struct NewWords {
    spool: Spool,
    /// Texts that are not in the spool yet.
    texts: Vec<String>,
    /// Number of bytes of all of them.
    len: usize,
    /// Positions in the spool of the rest of each.
    positions: Vec<Vec<u64>>,
}

/// Result of a block.
struct IndexedBlock {
    number: u32,
    fingerprint: Fingerprint,
    /// Words of its announcements, each with their number; `None` if the index has them.
    words: Option<Vec<(u32, BTreeMap<String, bool>)>>,
}

/// Number of bytes of new words that are kept in memory.
const IN_MEMORY: usize = 8 << 20;

/// Name under which the cache knows how many blocks there are.
const BLOCKS: &str = "search/";

/// Writes the search page in each language, its script and the index.
///
/// An announcement has the number of its place among all that were ever published, so that it keeps its number when others
/// go. Files of the previous index are taken over, without what the announcements of changed blocks had in them.
pub(crate) fn write_search(export: &Export<'_>, open: &OpenSite<'_>, cache: &mut NewCache) -> Result<(), PublishError> {
    let (site, staging) = (open.shared(), export.staging);
    staging.write(&site.search_script_path(), |out| out.write_all(SCRIPT.as_bytes()))?;
    for language in site.languages() {
        staging.write(&site.path(SEARCH, language), |out| out.write_all(site.search(language).as_bytes()))?;
    }
    let is_usable = is_whole(export);
    let mut new = NewWords::new(export)?;
    let (mut changed, mut blocks) = (HashSet::new(), 0);
    let mut entries = export.plan.history(export.corpus).filter(|known| match known {
        Ok((entry, _)) => !entry.is_board_only,
        Err(_) => true,
    });
    let next = || {
        let entries = entries.by_ref().take(BLOCK as usize).collect::<Result<Vec<_>, _>>()?;
        if entries.is_empty() {
            return Ok::<_, PublishError>(None);
        }
        blocks += 1;
        Ok(Some(Block { number: blocks - 1, entries }))
    };
    in_order(
        export.threads,
        next,
        |block| index_block(export, &block, is_usable),
        |indexed| {
            cache.made_from(&entries_path(indexed.number), indexed.fingerprint)?;
            if let Some(words) = indexed.words {
                changed.insert(indexed.number);
                new.add(&words).map_err(PublishError::io(Attempt::KeepEntries, export.out))?;
            }
            Ok(())
        },
    )?;
    new.spool.flush().map_err(PublishError::io(Attempt::KeepEntries, export.out))?;
    let of_blocks = Fingerprint::of(&blocks);
    let is_same = is_usable && changed.is_empty() && export.cache.is_made_from(BLOCKS, of_blocks);
    cache.made_from(BLOCKS, of_blocks)?;
    let is_kept = |number: u32| number / BLOCK < blocks && !changed.contains(&(number / BLOCK));
    let mut files = 0..FILES;
    in_order(
        export.threads,
        || Ok(files.next()),
        |file| write_words(export, file, &new, is_same, is_usable, &is_kept),
        |()| Ok(()),
    )
}

/// Returns whether every file of words of the previous publication is as it was written.
fn is_whole(export: &Export<'_>) -> bool {
    let previous = export.staging.previous();
    let Some(manifest) = previous.manifest() else { return false };
    (0..FILES)
        .map(words_path)
        .all(|path| !manifest.files.contains_key(path.as_str()) || previous.entry(&path).is_some())
}

/// Writes the results of a block, and returns the words that have to be added. Takes both over if they are known.
fn index_block(export: &Export<'_>, block: &Block, is_usable: bool) -> Result<IndexedBlock, PublishError> {
    let plan = export.plan;
    // The day of a moment depends on the time zone too.
    let state = |(entry, gone): &(IndexEntry, Option<Moment>)| {
        gone.is_none().then(|| (plan.fingerprint(entry), entry.published_date))
    };
    let fingerprint = Fingerprint::of(&block.entries.iter().map(state).collect::<Vec<_>>());
    let (number, path) = (block.number, entries_path(block.number));
    let has_results = block.entries.iter().any(|(_, gone)| gone.is_none());
    if is_usable
        && export.cache.is_made_from(&path, fingerprint)
        && (!has_results || export.staging.keep(&path)?.is_some())
    {
        return Ok(IndexedBlock { number, fingerprint, words: None });
    }
    let (mut results, mut words) = (Vec::new(), Vec::new());
    for (at, (known, gone)) in (number * BLOCK..).zip(&block.entries) {
        if gone.is_some() {
            results.push(Value::Null);
            continue;
        }
        let announcement = plan.read(export.corpus, known)?;
        results.push(entry(&known.id, announcement.title.as_str(), &announcement.language, known.published_date));
        words.push((at, words_of(&announcement)));
    }
    if has_results {
        export.staging.write(&path, |out| serde_json::to_writer(out, &results).map_err(io::Error::from))?;
    }
    Ok(IndexedBlock { number, fingerprint, words: Some(words) })
}

/// Writes a file of words. In memory are those of one file, as in the browser that reads it.
fn write_words(
    export: &Export<'_>,
    file: u16,
    new: &NewWords,
    is_same: bool,
    is_usable: bool,
    is_kept: &impl Fn(u32) -> bool,
) -> Result<(), PublishError> {
    let path = words_path(file);
    if is_same {
        return export.staging.keep(&path).map(drop);
    }
    let previous = export.staging.previous();
    let mut words = WordFile::default();
    if is_usable && let Some(entry) = previous.entry(&path) {
        let bytes = fs::read(previous.path(&path)).map_err(PublishError::io(Attempt::Read, previous.path(&path)))?;
        let changed = || PublishError::ChangedFile { path: path.clone() };
        let text = String::from_utf8(bytes).ok().filter(|text| Digest::of(text.as_bytes()) == entry.sha256);
        words = text.and_then(|text| WordFile::parse(&text)).ok_or_else(changed)?;
        words.retain(is_kept);
    }
    new.read(file, &mut words).map_err(PublishError::io(Attempt::ReadEntries, &path))?;
    let text = words.to_text();
    if !text.is_empty() {
        export.staging.write(&path, |out| out.write_all(text.as_bytes()))?;
    }
    Ok(())
}

impl NewWords {
    fn new(export: &Export<'_>) -> Result<Self, PublishError> {
        let folder = export.staging.path();
        let spool = Spool::new(Some(folder)).map_err(PublishError::io(Attempt::KeepEntries, folder))?;
        let files = usize::from(FILES);
        Ok(Self { spool, texts: vec![String::new(); files], len: 0, positions: vec![Vec::new(); files] })
    }

    /// Adds the words of announcements with these numbers.
    fn add(&mut self, words: &[(u32, BTreeMap<String, bool>)]) -> io::Result<()> {
        for (number, words) in words {
            for (word, is_title) in words {
                let text = &mut self.texts[usize::from(file_of(word))];
                let before = text.len();
                writeln!(text, "{word} {number} {}", u8::from(*is_title)).map_err(io::Error::other)?;
                self.len += text.len() - before;
            }
        }
        if self.len > IN_MEMORY {
            for (text, positions) in self.texts.iter_mut().zip(&mut self.positions).filter(|(text, _)| !text.is_empty())
            {
                positions.push(self.spool.push_bytes(text.as_bytes())?);
                text.clear();
            }
            self.len = 0;
        }
        Ok(())
    }

    /// Adds the new words of a file to it.
    fn read(&self, file: u16, into: &mut WordFile) -> io::Result<()> {
        let file = usize::from(file);
        for position in &self.positions[file] {
            add_lines(&String::from_utf8_lossy(&self.spool.read(*position)?), into)?;
        }
        add_lines(&self.texts[file], into)
    }
}

fn add_lines(text: &str, into: &mut WordFile) -> io::Result<()> {
    for line in text.lines() {
        let mut fields = line.split(' ');
        let mut field = || fields.next().ok_or(io::ErrorKind::InvalidData);
        let (word, number, is_title) = (field()?, field()?, field()?);
        into.add(word, number.parse().map_err(io::Error::other)?, is_title == "1");
    }
    Ok(())
}
