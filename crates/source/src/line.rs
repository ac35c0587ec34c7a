use crate::{Diagnostic, foreign::ForeignFormat, help::Help, message::Message};
use anslag_core::limit;
use std::{
    io::{self, BufRead, Read},
    sync::Arc,
};

/// Bytes that a line of JSON Lines may have at most.
const MAX_LEN: u64 = limit::LINE.most as u64;

/// Line of a file, without its end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct RawLine<'b> {
    /// Its number, from 1.
    pub(crate) number: usize,
    /// First byte in the file.
    pub(crate) offset: u64,
    /// Its bytes; `None` if it is longer than [`MAX_LEN`].
    pub(crate) bytes: Option<&'b [u8]>,
}

/// Reads a file line by line into one buffer, whose size is bounded.
pub(crate) struct Lines<R> {
    reader: R,
    buffer: Vec<u8>,
    number: usize,
    offset: u64,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(reader: R) -> Self {
        Self { reader, buffer: Vec::new(), number: 0, offset: 0 }
    }

    /// Returns what is read from.
    pub(crate) const fn reader(&self) -> &R {
        &self.reader
    }

    /// Returns the next line; `None` at the end of the file.
    pub(crate) fn next(&mut self) -> io::Result<Option<RawLine<'_>>> {
        self.buffer.clear();
        let read = self.reader.by_ref().take(MAX_LEN + 1).read_until(b'\n', &mut self.buffer)? as u64;
        if read == 0 {
            return Ok(None);
        }
        let offset = self.offset;
        self.offset += read;
        self.number += 1;
        let is_whole = self.buffer.last() == Some(&b'\n') || read <= MAX_LEN;
        if !is_whole {
            self.skip_line()?;
        }
        let bytes = self.buffer.strip_suffix(b"\n").unwrap_or(&self.buffer);
        let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
        Ok(Some(RawLine { number: self.number, offset, bytes: is_whole.then_some(bytes) }))
    }

    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let buffer = self.reader.fill_buf()?;
            if buffer.is_empty() {
                return Ok(());
            }
            let end = buffer.iter().position(|&byte| byte == b'\n').map(|at| at + 1);
            let len = end.unwrap_or(buffer.len());
            self.reader.consume(len);
            self.offset += len as u64;
            if end.is_some() {
                return Ok(());
            }
        }
    }
}

/// Refuses a line that is too long for an announcement.
pub(crate) fn too_long_line(path: &str, line: usize) -> Diagnostic {
    too_long(path, Message::LineTooLong { line, limit: limit::LINE })
}

/// Refuses a Markdown file that is too long for an announcement.
pub(crate) fn too_long_file(path: &str) -> Diagnostic {
    too_long(path, Message::TooLong { limit: limit::FILE })
}

/// Refuses a file of lines that is no text, by its first line; `None` if it may be one.
pub(crate) fn foreign_file(path: &str, line: &RawLine<'_>) -> Option<Diagnostic> {
    let format = ForeignFormat::of(line.bytes.filter(|_| line.number == 1)?)?;
    Some(Diagnostic::of_file(&Arc::from(path), Message::Foreign { format }, Some(Help::for_format(format))))
}

fn too_long(path: &str, message: Message) -> Diagnostic {
    Diagnostic::of_file(&Arc::from(path), message, Some(Help::OneEach))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    #[test]
    fn lines_have_numbers_and_places() {
        let mut lines = Lines::new(&b"a\r\n\nbc"[..]);
        let mut line = || lines.next().unwrap().map(|line| (line.number, line.offset, line.bytes.unwrap().to_vec()));
        assert_eq!(line(), Some((1, 0, b"a".to_vec())));
        assert_eq!(line(), Some((2, 3, b"".to_vec())));
        assert_eq!(line(), Some((3, 4, b"bc".to_vec())));
        assert_eq!(line(), None);
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let file = io::repeat(b'x').take(MAX_LEN + 100).chain(&b"\nb\n"[..]);
        let mut lines = Lines::new(BufReader::new(file));
        assert_eq!(lines.next().unwrap().unwrap(), RawLine { number: 1, offset: 0, bytes: None });
        assert_eq!(lines.next().unwrap().unwrap(), RawLine { number: 2, offset: MAX_LEN + 101, bytes: Some(b"b") });
        assert!(lines.next().unwrap().is_none());
    }
}
