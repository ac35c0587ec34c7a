use crate::{Severity, code::Code};

/// Number of problems of each code.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counts(Vec<(&'static Code, usize)>);

impl Counts {
    /// Counts further problems, and returns how many of the code there are now.
    pub(crate) fn add(&mut self, code: &'static Code, more: usize) -> usize {
        let at = self.0.iter().position(|(counted, _)| *counted == code).unwrap_or_else(|| {
            self.0.push((code, 0));
            self.0.len() - 1
        });
        self.0[at].1 += more;
        self.0[at].1
    }

    /// Counts one problem less.
    pub(crate) fn remove(&mut self, code: &'static Code) {
        if let Some((_, count)) = self.0.iter_mut().find(|(counted, _)| *counted == code) {
            *count -= 1;
        }
    }

    /// Returns how many problems of a severity there are.
    pub(crate) fn of(&self, severity: Severity) -> usize {
        self.0.iter().filter(|(code, _)| code.severity == severity).map(|(_, count)| count).sum()
    }

    /// Returns each code that occurs, with its count.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static Code, usize)> {
        self.0.iter().copied()
    }
}
