use crate::{ChainFault, Digest, history_line::HistoryLine};
use std::{
    io::{self, BufRead, BufReader},
    path::Path,
};

/// The chain of a history at its end.
#[derive(Debug, Default)]
pub(crate) struct Chain {
    /// Number of lines.
    pub(crate) lines: usize,
    /// First fault, with the number of its line.
    pub(crate) fault: Option<(usize, ChainFault)>,
    /// Digest of the last line.
    pub(crate) last: Option<Digest>,
    /// Digest of the manifest that the last line is about.
    pub(crate) manifest: Option<Digest>,
    /// Size of the lines in bytes, without a torn last one.
    pub(crate) len: u64,
    /// `true` if the last line is whole, but for the character that ends it.
    pub(crate) lacks_end: bool,
    /// Size of the file.
    pub(crate) size: u64,
}

/// State of a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HistoryState {
    /// Number of its lines.
    pub lines: usize,
    /// Digest of its last line, which depends on all lines; `None` if there are none.
    pub sha256: Option<Digest>,
}

impl Chain {
    /// Reads a history and hands over each line that is whole, with its number. There are no lines if the file does not exist.
    pub(crate) fn read(path: &Path, mut each: impl FnMut(usize, Result<HistoryLine, ChainFault>)) -> io::Result<Self> {
        let mut chain = Self::default();
        let file = match anslag_source::open_regular(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(chain),
            file => file?,
        };
        let mut file = BufReader::with_capacity(1 << 16, file);
        let mut bytes = Vec::new();
        loop {
            bytes.clear();
            let read = file.read_until(b'\n', &mut bytes)? as u64;
            chain.size += read;
            let is_ended = bytes.pop_if(|last| *last == b'\n').is_some();
            let parsed = HistoryLine::parse(&bytes);
            // A power failure tears a line; a text editor may take its end away.
            if !is_ended && parsed.is_err() {
                return Ok(chain);
            }
            chain.lacks_end = !is_ended;
            chain.len += read;
            each(chain.lines + 1, chain.add(&bytes, parsed));
        }
    }

    /// Returns the number of its lines, and the digest of the last one.
    pub(crate) fn state(&self) -> HistoryState {
        HistoryState { lines: self.lines, sha256: self.last }
    }

    /// Adds a line, which may have a fault.
    fn add(&mut self, bytes: &[u8], parsed: Result<HistoryLine, ChainFault>) -> Result<HistoryLine, ChainFault> {
        // What follows a faulty line is held against the digest that it claims to have.
        let claimed = match &parsed {
            Ok(line) => Some((line.sha256, line.manifest)),
            Err(_) => serde_json::from_slice(bytes).ok().map(|line: HistoryLine| (line.sha256, line.manifest)),
        };
        let checked = parsed.and_then(|line| match (line.previous == self.last, self.lines) {
            (true, _) => Ok(line),
            (false, 0) => Err(ChainFault::Beheaded),
            (false, after) => Err(ChainFault::Unconnected { after }),
        });
        self.lines += 1;
        if let Err(fault) = &checked {
            self.fault = self.fault.or(Some((self.lines, *fault)));
        }
        self.last = Some(claimed.map_or_else(|| Digest::of(bytes), |(digest, _)| digest));
        self.manifest = claimed.map(|(_, manifest)| manifest);
        checked
    }
}
