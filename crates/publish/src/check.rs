use crate::{Lifted, Plan, PublishError, comparison::Comparison, membership::feeds, target};
use anslag_core::AsOf;
use anslag_source::{Corpus, Report};
use std::path::Path;

/// Checks whether an export of a corpus could publish into a folder. Makes nothing; warnings go to the report.
///
/// `data` is the folder of the corpus.
///
/// # Errors
/// Fails as the export would.
pub fn check_target(
    path: &Path,
    data: &Path,
    corpus: &Corpus,
    as_of: AsOf,
    lifted: Lifted,
    report: &mut Report,
) -> Result<(), PublishError> {
    let previous = target::previous(path, data)?;
    let plan = Plan::new(corpus, as_of)?;
    let comparison = Comparison::new(&previous, corpus, &plan)?;
    comparison.warn(corpus, report)?;
    if !lifted.vanished_feeds {
        target::refuse_vanishing_feeds(previous.manifest(), &corpus.publication, &feeds(corpus), plan.day)?;
    }
    comparison.refuse(lifted)
}
