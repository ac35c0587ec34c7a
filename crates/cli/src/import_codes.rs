use anslag_source::codes;
use anslag_wording::wording;

codes! {
    /// Codes of the problems of an import.
    pub(crate) IMPORT_CODES;

    UNCERTAIN_IMPORT "uncertain-import" warning
        en("A source does not state something with certainty.",
           "What is uncertain is left out, so that nothing wrong is published. Look at the new file beside the source, and write what is missing. `import.toml` tells what is the same for all announcements of a source.")
        sv("En källa anger något som inte är säkert.",
           "Det som är osäkert utelämnas, så att inget fel publiceras. Jämför den nya filen med källan, och skriv det som saknas. `import.toml` säger vad som är lika för alla tillkännagivanden från en källa."),
    UNREADABLE_IMPORT "unreadable-import" error
        en("A source cannot be imported, or not as a whole.",
           "The message says what is wrong, and where it is known in which line. The other sources are imported. What was written before the error stays, and another import does not write it again.")
        sv("En källa går inte att importera, eller inte i sin helhet.",
           "Meddelandet säger vad som är fel, och på vilken rad om det är känt. De andra källorna importeras. Det som skrevs före felet finns kvar, och nästa import skriver det inte igen."),
}

wording! {
    /// Number of findings that are not printed.
    pub(crate) enum MoreFindings {
        Like { count: usize }
            en("{count} more like the last ones of this kind")
            sv("{count} till av samma slag"),
    }
}
