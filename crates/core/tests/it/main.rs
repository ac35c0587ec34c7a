//! What `anslag-core` promises.

mod edtf;
mod mentions;
