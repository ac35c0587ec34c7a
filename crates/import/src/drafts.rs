use crate::{Draft, Finding};
use anslag_core::Country;

/// Takes the drafts of a source, one by one, so that a long source needs no memory for all of them; and the findings.
pub struct Drafts<'a> {
    /// Country whose telephone numbers the source has.
    pub(crate) country: Country,
    take: Take<'a>,
    findings: &'a mut Vec<Finding>,
}

/// Function that takes a draft, and adds what it finds.
type Take<'a> = &'a mut dyn FnMut(Draft, &mut Vec<Finding>) -> Result<(), Finding>;

impl<'a> Drafts<'a> {
    /// Makes a taker of drafts from a function, for sources of a country.
    pub fn new(country: Country, take: Take<'a>, findings: &'a mut Vec<Finding>) -> Self {
        Self { country, take, findings }
    }

    /// Passes a draft on. Fails if it cannot be written; the source ends then.
    pub fn push(&mut self, draft: Draft) -> Result<(), Finding> {
        (self.take)(draft, self.findings)
    }

    /// Adds a finding.
    pub fn find(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Returns the findings, for functions that add to them.
    pub fn findings(&mut self) -> &mut Vec<Finding> {
        self.findings
    }
}
