use anslag_schema::label_in;

/// Makes [`Words`] of one table: labels in Swedish, English, Estonian and Latvian.
macro_rules! words {
    ($($name:ident: $labels:expr,)*) => {
        /// Words of the page in one language.
        pub(super) struct Words {
            pub(super) language: &'static str,
            $(pub(super) $name: &'static str,)*
        }

        impl Words {
            /// Returns the words in a language of [`LANGUAGES`](anslag_schema::LANGUAGES).
            pub(super) fn new(language: &'static str) -> Self {
                Self { language, $($name: label_in($labels, language),)* }
            }
        }
    };
}

words! {
    skip: ["Hoppa till innehållet", "Skip to the content", "Otse sisu juurde", "Pāriet uz saturu"],
    start: ["Startsidan", "Start page", "Avaleht", "Sākumlapa"],
    title: [
        "Ställ frågor till våra data",
        "Query our data",
        "Esita päring meie andmetele",
        "Vaicā mūsu datus",
    ],
    intro: [
        "Här ställer du frågor i språket SPARQL till allt som är publicerat. Välj en färdig fråga nedan, eller skriv en egen.",
        "Query everything that is published in the language SPARQL. Choose a ready query below, or write your own.",
        "Siin saad kõigest avaldatust teha päringuid SPARQL-keeles. Vali allpool valmis päring või kirjuta enda oma.",
        "Šeit vari vaicāt visu publicēto valodā SPARQL. Izvēlies gatavu vaicājumu zemāk vai uzraksti savu.",
    ],
    query: ["Fråga i SPARQL", "Query in SPARQL", "Päring SPARQL-keeles", "Vaicājums valodā SPARQL"],
    ask: ["Ställ frågan", "Run the query", "Esita päring", "Izpildīt vaicājumu"],
    fault: ["Inget svar:", "No answer:", "Vastust ei ole:", "Atbildes nav:"],
    answer: ["Svar", "Answer", "Vastus", "Atbilde"],
    is_cut: [
        "Bara de första raderna visas. Hela svaret finns i de andra formaten.",
        "Only the first rows are shown. The whole answer is in the other formats.",
        "Näidatakse ainult esimesi ridu. Kogu vastus on teistes vormingutes.",
        "Parādītas tikai pirmās rindas. Visa atbilde ir citos formātos.",
    ],
    yes: ["Ja", "Yes", "Jah", "Jā"],
    no: ["Nej", "No", "Ei", "Nē"],
    nothing: ["Inga rader.", "No rows.", "Ridu ei ole.", "Rindu nav."],
    other_formats: [
        "Samma svar i andra format:",
        "The same answer in other formats:",
        "Sama vastus teistes vormingutes:",
        "Tā pati atbilde citos formātos:",
    ],
    examples: ["Färdiga frågor", "Ready queries", "Valmis päringud", "Gatavi vaicājumi"],
    programs: ["För program", "For programs", "Programmidele", "Programmām"],
    protocol: [
        "Adressen till den här sidan är en SPARQL-tjänst enligt SPARQL 1.1 Protocol. Data går bara att läsa.",
        "The address of this page is a SPARQL endpoint of the SPARQL 1.1 Protocol. The data can only be read.",
        "Selle lehe aadress on SPARQL 1.1 Protocol järgi töötav SPARQL-teenus. Andmeid saab ainult lugeda.",
        "Šīs lapas adrese ir SPARQL pakalpojums pēc SPARQL 1.1 Protocol. Datus var tikai lasīt.",
    ],
    description: [
        "Tjänstens beskrivning (Turtle)",
        "Description of the service (Turtle)",
        "Teenuse kirjeldus (Turtle)",
        "Pakalpojuma apraksts (Turtle)",
    ],
    // The queries that come with the program have titles in two languages.
    lang_of_titles: ["", "", " lang=\"en\"", " lang=\"en\""],
}
