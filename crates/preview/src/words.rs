use anslag_schema::label_in;

/// Declares the words of the preview in Swedish, English, Estonian and Latvian.
macro_rules! words {
    ($($name:ident: $labels:expr,)*) => {
        /// Words of the preview in one language.
        pub(crate) struct Words {
            $(pub(crate) $name: &'static str,)*
        }

        impl Words {
            /// Returns the words in a language; in English if there are none in it.
            pub(crate) fn new(language: &str) -> Self {
                Self { $($name: label_in($labels, language),)* }
            }
        }
    };
}

words! {
    preview: ["Förhandsvisning", "Preview", "Eelvaade", "Priekšskatījums"],
    draft: ["Utkast", "Draft", "Mustand", "Melnraksts"],
    held_back: ["Inte publicerat än", "Not published yet", "Veel avaldamata", "Vēl nav publicēts"],
    is_draft: [
        "Publiceras inte så länge `draft = true` står i källan.",
        "Not published as long as its source says `draft = true`.",
        "Ei avaldata, kuni allikas on `draft = true`.",
        "Netiek publicēts, kamēr avotā ir `draft = true`.",
    ],
    is_held_back: ["Publiceras {}.", "To be published {}.", "Avaldatakse {}.", "Tiks publicēts {}."],
    only_here: [
        "Sidan syns bara i förhandsvisningen.",
        "The page is visible only in the preview.",
        "Leht on nähtav ainult eelvaates.",
        "Lapa redzama tikai priekšskatījumā.",
    ],
    problems: ["Att åtgärda", "Problems", "Parandada", "Jālabo"],
    all_problems: ["Alla problem", "All problems", "Kõik probleemid", "Visas problēmas"],
    no_problems: [
        "Det finns inga fel och inga varningar.",
        "There are no errors and no warnings.",
        "Vigu ega hoiatusi ei ole.",
        "Kļūdu un brīdinājumu nav.",
    ],
    not_current: [
        "Källorna har fel. Sidorna visar den senaste versionen utan fel.",
        "The sources have errors. The pages show the last version without errors.",
        "Allikates on vigu. Lehed näitavad viimast vigadeta versiooni.",
        "Avotos ir kļūdas. Lapās redzama pēdējā versija bez kļūdām.",
    ],
    no_site: [
        "Källorna har fel, och det finns ingen tidigare version att visa. Sidan laddas om när felen är rättade.",
        "The sources have errors, and there is no earlier version to show. The page reloads when they are fixed.",
        "Allikates on vigu ja varasemat versiooni ei ole. Leht laaditakse uuesti, kui vead on parandatud.",
        "Avotos ir kļūdas, un agrākas versijas nav. Lapa tiks ielādēta no jauna, kad kļūdas būs izlabotas.",
    ],
    not_found: [
        "Det finns ingen sida här.",
        "There is no page here.",
        "Siin ei ole lehte.",
        "Šeit lapas nav.",
    ],
    last_version: [
        "Den senaste versionen utan fel",
        "The last version without errors",
        "Viimane vigadeta versioon",
        "Pēdējā versija bez kļūdām",
    ],
    start: ["Startsidan", "The first page", "Avaleht", "Sākumlapa"],
}
