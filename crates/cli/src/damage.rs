use anslag_source::codes;
use anslag_wording::wording;

codes! {
    /// Codes of the notes on damage that an export has made good.
    pub(crate) DAMAGE_CODES;

    DAMAGED_CACHE "damaged-cache" note
        en("The cache beside the published directory is damaged.",
           "Every record of the cache has a checksum. What a damaged one would have told is found out again, so only time is lost. The export writes a new cache. If it happens again, check the disk.")
        sv("Cachen bredvid den publicerade mappen är skadad.",
           "Varje post i cachen har en kontrollsumma. Det som en skadad post skulle ha sagt tas fram på nytt, så att bara tid går förlorad. Exporten skriver en ny cache. Kontrollera disken om det händer igen."),
    DAMAGED_FILE "damaged-file" note
        en("A published file is not as an export wrote it.",
           "An export compares what it copies with a checksum, and with `--verify` every file. A damaged file is written again, and is whole after the export. If it happens again, check the disk, and who writes into the directory.")
        sv("En publicerad fil är inte som en export skrev den.",
           "En export jämför det som den kopierar med en kontrollsumma, och med `--verify` varje fil. En skadad fil skrivs på nytt, och är hel efter exporten. Kontrollera disken om det händer igen, och vem som skriver i mappen."),
}

wording! {
    /// Damage that an export has made good.
    pub(crate) enum Damage {
        Cache
            en("the cache is damaged: what it does not tell is rendered again")
            sv("cachen är skadad: det som den inte berättar renderas på nytt"),
        File
            en("the file was changed after the export that wrote it: it is written again")
            sv("filen har ändrats efter exporten som skrev den: den skrivs på nytt"),
    }
}
