use anslag_wording::wording;
use thiserror::Error;

wording! {
    /// Fault in the chain of the history.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
    pub enum ChainFault {
        /// A line is not one that an export wrote.
        Unreadable
            en("no export wrote the line like this")
            sv("ingen export har skrivit raden så"),
        /// A line does not have the digest that it ends with.
        Changed
            en("the line was changed after an export wrote it")
            sv("raden har ändrats efter att en export skrev den"),
        /// A line does not name the digest of the line before it.
        Unconnected {
            /// Number of the line before.
            after: usize,
        }
            en("the line does not follow line {after}: between them, lines were removed, added or exchanged")
            sv("raden följer inte på rad {after}: mellan dem har rader tagits bort, lagts till eller bytt plats"),
        /// The first line names a line before it.
        Beheaded
            en("the lines before this one are missing")
            sv("raderna före den här saknas"),
    }
}
