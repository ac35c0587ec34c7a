use anslag_source::codes;

codes! {
    /// Codes of the warnings of a load.
    pub(crate) LOAD_CODES;

    FOREIGN_CLAIM "foreign-claim" warning
        en("The store names a graph as loaded that no load of this publication has written.",
           "The graph `<BASE>data/loaded` of the store records what is loaded. Somebody else has written into it, or it is damaged. A load removes only graphs below `<BASE>data/` with a digest of its own. Remove these statements from the record.")
        sv("Databasen anger en graf som inläst, som ingen inläsning av den här publikationen har skrivit.",
           "Databasens graf `<BASE>data/loaded` minns vad som är inläst. Någon annan har skrivit i den, eller så är den skadad. En inläsning tar bara bort grafer under `<BASE>data/` med en egen kontrollsumma. Ta bort dessa satser ur den."),
}
