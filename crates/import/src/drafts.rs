use crate::{Draft, Finding};
use anslag_core::Country;

/// Takes the drafts of a source, one by one, so that a long source needs no memory for all of them; and the findings.
pub struct Drafts<'a> {
    /// Country whose telephone numbers the source has.
    pub(crate) country: Country,
    take: Take<'a>,
    findings: &'a mut Vec<Finding>,
    is_whole: bool,
}

/// Function that takes a draft, and adds what it finds.
type Take<'a> = &'a mut dyn FnMut(Draft, &mut Vec<Finding>) -> Result<(), Finding>;

impl<'a> Drafts<'a> {
    /// Makes a taker of drafts from a function, for sources of a country.
    pub fn new(country: Country, take: Take<'a>, findings: &'a mut Vec<Finding>) -> Self {
        Self { country, take, findings, is_whole: true }
    }

    /// Passes a draft on. Fails if it cannot be written; the source ends then.
    pub fn push(&mut self, draft: Draft) -> Result<(), Finding> {
        (self.take)(draft, self.findings)
    }

    /// Adds a finding.
    pub fn find(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Adds the reason why a part of the source is left out.
    pub fn leave_out(&mut self, finding: Finding) {
        self.is_whole = false;
        self.findings.push(finding);
    }

    /// Returns whether no part of the source was left out, so that what did not come is not there.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Returns the findings, for functions that add to them.
    pub fn findings(&mut self) -> &mut Vec<Finding> {
        self.findings
    }
}
