use anslag_wording::wording;
use std::io;
use thiserror::Error;

wording! {
    /// Reason why two states cannot be compared.
    #[derive(Debug, Error)]
    pub enum DiffError {
        /// A line is no announcement.
        Line {
            /// State that it is of.
            state: String,
            /// Number of the line.
            line: usize,
        }
            en("line {line} of {state} is no announcement")
            sv("rad {line} i {state} är inget tillkännagivande"),
        /// The former state cannot be read.
        Io {
            /// Error of the operating system.
            #[source]
            source: io::Error,
        }
            en("cannot read the former announcements")
            sv("det går inte att läsa de tidigare tillkännagivandena"),
    }
}

impl From<io::Error> for DiffError {
    fn from(source: io::Error) -> Self {
        Self::Io { source }
    }
}
