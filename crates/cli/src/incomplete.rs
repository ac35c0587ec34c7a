use anslag_source::codes;
use anslag_wording::wording;

codes! {
    /// Codes of the warnings and notes of an export.
    pub(crate) EXPORT_CODES;

    CUT_TEXT "cut-text" warning
        en("A text is too long for a cell of the workbook.",
           "A cell of Excel holds 32,767 characters, and the text was cut there. Every other format has the whole text.")
        sv("En text är för lång för en cell i arbetsboken.",
           "En cell i Excel rymmer 32 767 tecken, och texten kortades av där. Alla andra format har hela texten."),
    NO_HISTORY "no-history" warning
        en("The history of the notices cannot be read or written.",
           "The export is published, but `.anslag/history.jsonl` in the data directory has no line about it. Certificates then do not count the export. `--no-history` and `history = false` in `[output]` do without a history.")
        sv("Anslagens historik går inte att läsa eller skriva.",
           "Exporten är publicerad, men `.anslag/history.jsonl` i datamappen har ingen rad om den. Bevis räknar då inte exporten. `--no-history` och `history = false` i `[output]` avstår från historiken."),
    NEXT_DUE "next-due" note
        en("An export is due later, since time alone changes the publication.",
           "The last line of an export says when, which announcement, and what happens. `--message-format json` prints it as a note for programs, with `at`, `change`, `subject` and `more`. `change` is `published`, `updated`, `expires`, `comes-down`, `withdrawn`, `stripped`, or `feeds-end` for a retired entry of the register. `more` counts further changes at that time. Run `anslag export` then, or every hour.")
        sv("En export behövs senare, eftersom enbart tiden ändrar publikationen.",
           "Exportens sista rad säger när, vilket tillkännagivande, och vad som händer. `--message-format json` skriver det som en anmärkning för program, med `at`, `change`, `subject` och `more`. `change` är `published`, `updated`, `expires`, `comes-down`, `withdrawn`, `stripped`, eller `feeds-end` för en avslutad post i registret. `more` räknar fler ändringar vid den tiden. Kör `anslag export` då, eller varje timme."),
}

wording! {
    /// Content that an export did not write, or not as a whole.
    pub(crate) enum Incomplete {
        Text { column: &'static str, announcement: String }
            en("`{column}` of `{announcement}` is cut: a cell holds 32,767 characters")
            sv("`{column}` i `{announcement}` är avkortad: en cell rymmer 32 767 tecken"),
        MoreTexts { count: usize }
            en("{count} more text{} cut in the workbook", if *count == 1 { " is" } else { "s are" })
            sv("{count} texter till är avkortade i arbetsboken"),
        Dropped { ids: String, more: usize }
            en("dropped without a tombstone, as `--allow vanished` asks: {ids}{}", and_more(*more, "more"))
            sv("borttaget utan gravsten, enligt `--allow vanished`: {ids}{}", and_more(*more, "till")),
    }
}

/// Returns the end of a list with further items.
fn and_more(count: usize, word: &str) -> String {
    if count == 0 { String::new() } else { format!(", + {count} {word}") }
}
