//! Search without a server: a page, a script, and the files of an index.

mod index;
mod page;
mod words;

pub use index::{BLOCK, FILES, WordFile, entries_path, entry, file_of, words_of, words_path};
pub use page::SCRIPT;
