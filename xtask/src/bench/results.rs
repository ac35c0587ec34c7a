use super::{
    measure::{Measured, StartUp},
    process::Machine,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// The figures of a run.
#[derive(Serialize)]
pub(crate) struct Results {
    pub(crate) machine: Machine,
    /// The commit that was measured, with a `+` where files were changed since.
    pub(crate) commit: String,
    pub(crate) seed: u64,
    pub(crate) start_up: StartUp,
    pub(crate) sizes: BTreeMap<u64, Measured>,
}
