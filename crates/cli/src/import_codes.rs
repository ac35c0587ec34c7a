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
    CHANGED_SOURCE_FACT "changed-at-source" note
        en("A source has changed a fact since the last import.",
           "A sync writes the new value into the file, unless an editor has changed it. `anslag sync --dry-run` only tells it.")
        sv("En källa har ändrat en uppgift sedan den förra importen.",
           "En synkronisering skriver det nya värdet i filen, om inte en redaktör har ändrat det. `anslag sync --dry-run` berättar det bara."),
    KEPT_EDIT "kept-edit" warning
        en("An editor and the source have changed the same fact.",
           "The value of the editor stays. Compare both, and write what is right; the next sync does not ask again.")
        sv("En redaktör och källan har ändrat samma uppgift.",
           "Redaktörens värde står kvar. Jämför båda, och skriv det som stämmer; nästa synkronisering frågar inte igen."),
    VANISHED_SOURCE "vanished-at-source" warning
        en("A source no longer has an announcement.",
           "Nothing is deleted, since a website may have moved or lost a page by mistake. `anslag withdraw ID` withdraws the announcement and tells its readers.")
        sv("En källa har inte längre ett tillkännagivande.",
           "Inget tas bort, eftersom en webbplats kan ha flyttat eller tappat en sida av misstag. `anslag withdraw ID` drar tillbaka tillkännagivandet och berättar det för läsarna."),
}

wording! {
    /// Number of findings that are not printed.
    pub(crate) enum MoreFindings {
        Like { count: usize }
            en("{count} more like the last ones of this kind")
            sv("{count} till av samma slag"),
    }
}
