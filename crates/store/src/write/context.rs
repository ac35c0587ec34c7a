use super::tally::Tally;
use crate::{endpoint::Remote, plan::Plan, state::State};
use std::collections::BTreeSet;

/// Context that the writers of all methods share.
pub(crate) struct Context<'a> {
    pub(crate) remote: &'a Remote,
    pub(crate) state: &'a State,
    pub(crate) plan: &'a Plan,
    /// Names of the graphs that may have content in the store.
    pub(crate) existing: BTreeSet<String>,
    pub(crate) tally: Tally<'a>,
}
