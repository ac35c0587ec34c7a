use anslag_wording::wording;
use serde::Serialize;

wording! {
    /// Severity of a problem.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Severity {
        /// The file cannot be published as it is.
        Error en("error") sv("fel"),
        /// The file can be published, but somebody should look at it.
        Warning en("warning") sv("varning"),
        /// The file can be published, and nobody need change it. `--strict` ignores notes.
        Note en("note") sv("anmärkning"),
    }
}

impl Severity {
    /// Every severity, the worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];
}
