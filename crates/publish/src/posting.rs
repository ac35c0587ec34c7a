use crate::{
    ChainFault, Digest, HistoryState, Manifest, PublishError,
    chain::Chain,
    error::Attempt,
    history::{directory, history_path},
    history_line::HistoryLine,
    salts::{SALTS, SaltRecord, Salts},
};
use jiff::civil::Date;
use std::{
    collections::{HashMap, HashSet},
    fs::File,
    path::Path,
};

/// Posting of a notice, as exports show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// Id of the notice.
    pub id: String,
    /// Title of the notice.
    pub title: String,
    /// Name of its board.
    pub board: Option<String>,
    /// Times during which it was up, the first one first.
    pub periods: Vec<PostingPeriod>,
    /// Texts that it had, in the order in which they were first up.
    pub texts: Vec<PostedText>,
    /// State of the history that shows it.
    pub history: HistoryState,
}

/// Time during which a notice was up in every export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostingPeriod {
    /// Day of the first export in which it was up.
    pub first: Date,
    /// Day of the last one.
    pub last: Date,
    /// Number of these exports.
    pub exports: usize,
    /// Day of the next export, in which it was not up; `None` if there was none.
    pub gone: Option<Date>,
}

/// Text of a notice that was up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostedText {
    /// SHA-256 of the text.
    pub sha256: Digest,
    /// Day of the first export with it.
    pub first: Date,
    /// Day of the last one.
    pub last: Date,
}

/// Line of the history, as far as a notice is concerned.
struct Seen {
    as_of: Date,
    manifest: Digest,
    replaces: Option<Digest>,
    /// Digest of the salt and the text of the notice; `None` if it is not up.
    text: Option<Digest>,
}

/// Returns the posting of a notice, as the history of a data directory shows it. `out` is the directory of the publication,
/// which decides whether the last line is void. Returns `None` if the notice has no salt: it was never up, or is forgotten.
///
/// # Errors
/// Fails if the history or the salts cannot be read, and if the history was changed.
pub fn posting(data: &Path, out: &Path, id: &str) -> Result<Option<Posting>, PublishError> {
    let salts = read_salts(data)?;
    let Some(last) = salts.of(id).last() else { return Ok(None) };
    let wanted: HashSet<Digest> = salts.of(id).iter().map(SaltRecord::notice).collect();
    let texts: HashMap<Digest, Digest> =
        salts.of(id).iter().map(|record| (record.salted_text(), record.text)).collect();
    let mut seen = Vec::new();
    let path = history_path(data);
    let chain = Chain::read(&path, |_, line| seen.extend(line.ok().map(|line| Seen::new(&line, &wanted))));
    let chain = chain.map_err(PublishError::io(Attempt::Read, &path))?;
    if let Some((line, fault)) = chain.fault {
        return Err(PublishError::EditedHistory { path, line, fault });
    }
    let published = File::open(out.join(Manifest::NAME)).and_then(Digest::of_reader).ok();
    let valid = without_void(seen, published);
    Ok(Some(Posting {
        id: last.id.clone(),
        title: last.title.clone().unwrap_or_default(),
        board: last.board.clone(),
        periods: periods(&valid),
        texts: posted_texts(&valid, &texts),
        history: chain.state(),
    }))
}

/// Returns the ids of the notices that have salts in a data directory, in their order.
///
/// # Errors
/// Fails if the salts cannot be read.
pub fn posted_ids(data: &Path) -> Result<Vec<String>, PublishError> {
    let mut ids: Vec<String> = read_salts(data)?.ids().map(str::to_owned).collect();
    ids.sort_unstable();
    Ok(ids)
}

/// Checks the chain of the history of a data directory, and calls `found` with each fault and the number of its line. Returns
/// `None` if there is no history.
///
/// # Errors
/// Fails if the history cannot be read.
pub fn verify_history(
    data: &Path,
    mut found: impl FnMut(usize, ChainFault),
) -> Result<Option<HistoryState>, PublishError> {
    let path = history_path(data);
    let chain = Chain::read(&path, |number, line| {
        if let Err(fault) = line {
            found(number, fault);
        }
    });
    let state = chain.map_err(PublishError::io(Attempt::Read, path))?.state();
    Ok((state.lines > 0).then_some(state))
}

fn read_salts(data: &Path) -> Result<Salts, PublishError> {
    let folder = directory(data);
    Salts::read(&folder).map_err(PublishError::io(Attempt::Read, folder.join(SALTS)))
}

impl Seen {
    fn new(line: &HistoryLine, wanted: &HashSet<Digest>) -> Self {
        let HistoryLine { as_of, manifest, replaces, notices, .. } = line;
        let own = notices.iter().find(|posted| wanted.contains(&posted.notice));
        Self { as_of: *as_of, manifest: *manifest, replaces: *replaces, text: own.map(|posted| posted.text) }
    }
}

/// Removes lines about publications that have never been in place: the next export replaced another one, and no later export
/// replaced them. The last line is held against what is published now.
///
/// A line stays if the target was empty at the next export, since then nothing contradicts it.
fn without_void(seen: Vec<Seen>, published: Option<Digest>) -> Vec<Seen> {
    let mut replaced: HashSet<Digest> = published.into_iter().collect();
    let mut next = published;
    let mut valid = Vec::with_capacity(seen.len());
    for line in seen.into_iter().rev() {
        let replaces = line.replaces;
        if replaced.contains(&line.manifest) || next.is_none() {
            valid.push(line);
        }
        replaced.extend(replaces);
        next = replaces;
    }
    valid.reverse();
    valid
}

/// Returns the times during which a notice was up.
fn periods(seen: &[Seen]) -> Vec<PostingPeriod> {
    let mut periods: Vec<PostingPeriod> = Vec::new();
    let mut is_up = false;
    for line in seen {
        let day = line.as_of;
        match (line.text, periods.last_mut().filter(|_| is_up)) {
            (Some(_), Some(period)) => {
                (period.first, period.last) = (period.first.min(day), period.last.max(day));
                period.exports += 1;
            }
            (Some(_), None) => periods.push(PostingPeriod { first: day, last: day, exports: 1, gone: None }),
            (None, Some(period)) => period.gone = Some(day),
            (None, None) => {}
        }
        is_up = line.text.is_some();
    }
    periods
}

/// Returns the texts that a notice had, given each by its salted digest.
fn posted_texts(seen: &[Seen], texts: &HashMap<Digest, Digest>) -> Vec<PostedText> {
    let mut posted: Vec<PostedText> = Vec::new();
    for line in seen {
        let Some(sha256) = line.text.and_then(|salted| texts.get(&salted)).copied() else { continue };
        match posted.iter_mut().find(|text| text.sha256 == sha256) {
            Some(text) => (text.first, text.last) = (text.first.min(line.as_of), text.last.max(line.as_of)),
            None => posted.push(PostedText { sha256, first: line.as_of, last: line.as_of }),
        }
    }
    posted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(name: char) -> Digest {
        Digest::of(name.to_string().as_bytes())
    }

    /// Makes lines from words such as `ab1`: the line is about publication `b`, replaces `a` (`-`: none), and the notice is up.
    fn lines(text: &str) -> Vec<Seen> {
        let line = |(at, word): (usize, &str)| {
            let mut letters = word.chars();
            let mut next = || letters.next().unwrap();
            let (replaces, manifest, up) = (next(), next(), next());
            Seen {
                as_of: Date::constant(2021, 6, 1 + i8::try_from(at).unwrap()),
                manifest: digest(manifest),
                replaces: (replaces != '-').then(|| digest(replaces)),
                text: (up == '1').then(|| digest('t')),
            }
        };
        text.split(' ').enumerate().map(line).collect()
    }

    /// Checks the lines that count, by their publications.
    #[track_caller]
    fn check(text: &str, published: Option<char>, expected: &str) {
        let valid = without_void(lines(text), published.map(digest));
        let names = ('a'..='z').map(|name| (digest(name), name)).collect::<HashMap<_, _>>();
        assert_eq!(valid.iter().map(|line| names[&line.manifest]).collect::<String>(), expected, "{text}");
    }

    #[test]
    fn a_line_about_what_was_never_published_is_void() {
        check("-a1 ab1 bc1", Some('c'), "abc");
        // Killed between the line and the exchange.
        check("-a1 ab1 bc1", Some('b'), "ab");
        check("-a1 ab1 ac1", Some('c'), "ac");
        check("-a1 ab1 ab1", Some('b'), "abb");
        // Two targets: the last line about the other one is not confirmed yet.
        check("-a1 -m1 ab1 mn1", Some('b'), "amb");
        check("-a1 -m1 ab1 mn1 bc1", Some('c'), "ambc");
        // Each export into an empty target, which is not there when the certificate is made.
        check("-a1 -b1 -c1", None, "abc");
    }

    #[test]
    fn a_notice_may_be_up_several_times() {
        let day = |day| Date::constant(2021, 6, day);
        let period = |first, last, exports, gone: Option<i8>| PostingPeriod {
            first: day(first),
            last: day(last),
            exports,
            gone: gone.map(day),
        };
        assert_eq!(periods(&lines("-a0 ab1 bc1 cd0 de0")), [period(2, 3, 2, Some(4))]);
        assert_eq!(periods(&lines("-a1 ab0 bc1")), [period(1, 1, 1, Some(2)), period(3, 3, 1, None)]);
        assert_eq!(periods(&lines("-a0")), []);
    }
}
