//! What `anslag-core` promises.

#![expect(clippy::unwrap_used, reason = "a test fails where something is not as it must be")]

mod edtf;
mod mentions;
