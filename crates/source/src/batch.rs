use crate::{
    Diagnostic,
    line::{Lines, foreign_file, too_long_line},
    names::Syntax,
    regular_file::open_regular,
    walk::{SourceFile, unreadable},
};
use std::{fs::File, io::BufReader, ops::Range};

/// Bytes of JSON Lines that one batch holds, at least.
const BATCH: usize = 1 << 18;

/// Work for one thread at a time.
pub(crate) enum Batch {
    /// A file or line that cannot be read.
    Problem(Box<Diagnostic>),
    /// Number of a Markdown file.
    Markdown(usize),
    /// Lines of the file with this number.
    Lines { file: usize, bytes: Vec<u8>, lines: Vec<BatchLine> },
}

/// A line in a batch.
pub(crate) struct BatchLine {
    /// Number of the line in its file, from 1.
    pub(crate) number: usize,
    /// First byte in the file.
    pub(crate) offset: u64,
    /// Position in the bytes of the batch.
    pub(crate) range: Range<usize>,
}

/// Divides source files into batches, in the order of the files.
pub(crate) struct Batches<'f> {
    files: &'f [SourceFile],
    /// Number of the file that is being read, or is read next.
    file: usize,
    lines: Option<Lines<BufReader<File>>>,
    /// Problem to return after the last batch.
    pending: Option<Diagnostic>,
}

impl<'f> Batches<'f> {
    pub(crate) const fn new(files: &'f [SourceFile]) -> Self {
        Self { files, file: 0, lines: None, pending: None }
    }

    /// Returns the next batch; `None` after the last file.
    pub(crate) fn next(&mut self) -> Option<Batch> {
        if let Some(diagnostic) = self.pending.take() {
            return Some(Batch::Problem(Box::new(diagnostic)));
        }
        loop {
            let file = self.file;
            if let Some(lines) = &mut self.lines {
                let (batch, end) = read_lines(file, &self.files[file], lines);
                self.pending = match end {
                    End::OfBatch => None,
                    End::AtLongLine(diagnostic) => Some(diagnostic),
                    End::OfFile(diagnostic) => {
                        self.lines = None;
                        self.file += 1;
                        diagnostic
                    }
                };
                match batch.or_else(|| self.pending.take().map(Box::new).map(Batch::Problem)) {
                    Some(batch) => return Some(batch),
                    None => continue,
                }
            }
            let SourceFile { path, syntax, .. } = self.files.get(file)?;
            match syntax {
                Syntax::Markdown => {
                    self.file += 1;
                    return Some(Batch::Markdown(file));
                }
                Syntax::JsonLines => match open_regular(path) {
                    Ok(open) => self.lines = Some(Lines::new(BufReader::with_capacity(1 << 16, open))),
                    Err(error) => {
                        self.file += 1;
                        return Some(Batch::Problem(Box::new(unreadable(path, &error))));
                    }
                },
            }
        }
    }
}

/// Reason why a batch of lines ends.
enum End {
    /// The batch is full.
    OfBatch,
    /// A line is too long; further lines follow it.
    AtLongLine(Diagnostic),
    /// The file ends, or cannot be read further.
    OfFile(Option<Diagnostic>),
}

/// Reads the next lines of a file. Returns no batch if they are all empty.
fn read_lines(number: usize, file: &SourceFile, reader: &mut Lines<BufReader<File>>) -> (Option<Batch>, End) {
    let (mut bytes, mut lines) = (Vec::with_capacity(BATCH + BATCH / 4), Vec::new());
    let end = loop {
        if bytes.len() >= BATCH {
            break End::OfBatch;
        }
        let line = match reader.next() {
            Ok(Some(line)) => line,
            Ok(None) => break End::OfFile(None),
            Err(error) => break End::OfFile(Some(unreadable(&file.path, &error))),
        };
        if let Some(diagnostic) = foreign_file(&file.path.to_string_lossy(), &line) {
            break End::OfFile(Some(diagnostic));
        }
        let Some(text) = line.bytes else {
            break End::AtLongLine(too_long_line(&file.path.to_string_lossy(), line.number));
        };
        if !text.trim_ascii().is_empty() {
            let start = bytes.len();
            bytes.extend_from_slice(text);
            lines.push(BatchLine { number: line.number, offset: line.offset, range: start..bytes.len() });
        }
    };
    ((!lines.is_empty()).then_some(Batch::Lines { file: number, bytes, lines }), end)
}
