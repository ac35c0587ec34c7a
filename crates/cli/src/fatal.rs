use crate::{exit::Exit, help::Help};
use anslag_source::Code;
use anslag_wording::Wording;
use std::error::Error;

/// An error that makes a run fail.
///
/// Each command says of its own errors, and of those of the crates that it calls, which code they have and what helps.
pub(crate) trait Fatal: Wording + Error + 'static {
    /// Returns the kind of error, which also decides how the run ends.
    fn code(&self) -> FatalCode;

    /// Returns what to do about the error, or `None` if only the causes can tell.
    fn help(&self) -> Option<Help>;
}

impl<E: Fatal> From<E> for Box<dyn Fatal> {
    fn from(error: E) -> Self {
        Box::new(error)
    }
}

/// Defines the codes from a table: the constant and the variant of each, the outcome of a run that it stops, its name and
/// its explanation.
macro_rules! fatal_codes {
    ($(
        $constant:ident $variant:ident $exit:ident $name:literal $severity:ident
            en($en_summary:literal, $en_reason:literal)
            sv($sv_summary:literal, $sv_reason:literal)
    ),* $(,)?) => {
        anslag_source::codes! {
            /// Codes of the errors that make a run fail.
            pub(crate) FATAL_CODES;
            $( $constant $name $severity en($en_summary, $en_reason) sv($sv_summary, $sv_reason) ),*
        }

        /// Kind of error that makes a run fail.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum FatalCode {
            $($variant),*
        }

        impl FatalCode {
            /// Returns the code with its explanation.
            pub(crate) const fn code(self) -> &'static Code {
                match self {
                    $(Self::$variant => $constant),*
                }
            }

            /// Returns the name of the code, in kebab-case.
            pub(crate) const fn key(self) -> &'static str {
                self.code().name
            }

            /// Returns the outcome of the run.
            pub(crate) const fn exit(self) -> Exit {
                match self {
                    $(Self::$variant => Exit::$exit),*
                }
            }
        }
    };
}

fatal_codes! {
    // The input.
    VANISHED_FEED VanishedFeed Input "vanished-feed" refusal
        en("A feed that was published before would be gone.",
           "Whoever subscribes to the feed would find nothing, and not be told. Keep its entry in the register, with `retired`, which tells subscribers where to go.")
        sv("Ett flöde som har publicerats skulle försvinna.",
           "Den som prenumererar på flödet skulle inte hitta något, och inte få veta varför. Behåll posten i registret, med `retired`, som säger vart prenumeranter ska vända sig."),
    VANISHED Vanished Input "vanished" refusal
        en("An announcement that was published before is gone from the sources.",
           "Whoever has it or links to it would not be told. Give it back. A renamed file keeps its identity by `id = \"…\"`; where the announcement has a new id, `aliases = [\"…\"]` names the old one. What is no longer to be published gets `withdrawn`, and feeds tell of it. `--allow vanished` drops it without telling anybody.")
        sv("Ett tillkännagivande som har publicerats finns inte längre i källorna.",
           "Den som har det eller länkar till det skulle inte få veta något. Lägg tillbaka det. En fil som har bytt namn behåller sin identitet med `id = \"…\"`; om tillkännagivandet har ett nytt id anger `aliases = [\"…\"]` det gamla. Det som inte längre ska publiceras får `withdrawn`, och flödena berättar det. `--allow vanished` tar bort det utan att säga något till någon."),
    EMPTIED_PUBLICATION EmptiedPublication Input "emptied-publication" error
        en("An export would take everything away that was published.",
           "The sources have no announcement, which is hardly meant. Check the directory of `--data`. To start over, delete the published directory first.")
        sv("En export skulle ta bort allt som har publicerats.",
           "Källorna har inget tillkännagivande, vilket knappast är meningen. Kontrollera mappen för `--data`. Ta bort den publicerade mappen först, om allt ska börja om."),
    RESERVED_NAME ReservedName Input "reserved-name" error
        en("A file of `static` has the name of a file that the export writes.",
           "Only one of them could be published. Names that differ only in case are one name on many hosts. Rename the file in `static`, or remove it.")
        sv("En fil i `static` har samma namn som en fil som exporten skriver.",
           "Bara en av dem skulle kunna publiceras. Namn som bara skiljer sig i stora och små bokstäver är samma namn på många servrar. Byt namn på filen i `static`, eller ta bort den."),
    CHANGED_PUBLICATION ChangedPublication Input "changed-publication" error
        en("A published file is not what the manifest says.",
           "The file was changed after the export. Export again.")
        sv("En publicerad fil är inte den som manifestet anger.",
           "Filen har ändrats efter exporten. Exportera igen."),
    EDITED_HISTORY EditedHistory Input "edited-history" refusal
        en("The history of the notices is not as exports wrote it.",
           "Each line of `.anslag/history.jsonl` has a digest, and names that of the line before it. A line was changed, removed, added or moved, so that the history proves nothing. Restore the file from a copy, such as the one in Git. `--allow edited-history` adds to it as it is, and the fault stays visible.")
        sv("Anslagens historik är inte så som exporter har skrivit den.",
           "Varje rad i `.anslag/history.jsonl` har en kontrollsumma, och anger den för raden före. En rad har ändrats, tagits bort, lagts till eller flyttats, så att historiken inte bevisar något. Återställ filen från en kopia, till exempel den i Git. `--allow edited-history` lägger till rader ändå, och felet syns även sedan."),
    DAMAGED_MANIFEST DamagedManifest Input "damaged-manifest" error
        en("The manifest of the published directory is damaged.",
           "It does not tell which files an export wrote, and an export deletes no others. Restore manifest.json from a copy, or delete the published directory if it holds nothing of your own; then export again.")
        sv("Den publicerade mappens manifest är skadat.",
           "Det säger inte vilka filer en export har skrivit, och en export tar inte bort andra. Återställ manifest.json från en kopia, eller ta bort den publicerade mappen om den inte innehåller något eget; exportera sedan igen."),
    INVALID_DUMP InvalidDump Input "invalid-dump" error
        en("A published file is not RDF that a store can take.",
           "The file was changed after the export. Export again.")
        sv("En publicerad fil är inte RDF som en databas kan ta emot.",
           "Filen har ändrats efter exporten. Exportera igen."),
    INVALID_QUERY InvalidQuery Input "invalid-query" error
        en("A query is not SPARQL 1.1.",
           "SELECT, ASK, CONSTRUCT and DESCRIBE are answered. The prefixes of the vocabularies that we use are known.")
        sv("En fråga är inte SPARQL 1.1.",
           "SELECT, ASK, CONSTRUCT och DESCRIBE besvaras. Prefixen för de vokabulärer som vi använder är kända."),
    FAILED_QUERY FailedQuery Input "failed-query" error
        en("A query could not be evaluated.",
           "It asks for what is not offered here, such as another server (SERVICE).")
        sv("En fråga kunde inte besvaras.",
           "Den frågar efter något som inte finns här, till exempel en annan server (SERVICE)."),

    // The command line and the target.
    TARGET_NOT_OURS TargetNotOurs Usage "target-not-ours" error
        en("The target holds files that no export wrote.",
           "An export replaces the whole directory, and these files would be lost. Name another directory, or move the files to the directory `static` of the data. Each export publishes them from there.")
        sv("Målmappen innehåller filer som ingen export har skrivit.",
           "En export ersätter hela mappen, och filerna skulle gå förlorade. Ange en annan mapp, eller flytta filerna till mappen `static` bland data. Varje export publicerar dem därifrån."),
    INVALID_TARGET InvalidTarget Usage "invalid-target" error
        en("The target cannot be the directory of a publication.",
           "It is a file, the root of a file system, or lies inside of the data. Name another directory.")
        sv("Målmappen kan inte vara en publikations mapp.",
           "Den är en fil, roten i ett filsystem, eller ligger inne i data. Ange en annan mapp."),
    EXISTING_FILE ExistingFile Usage "existing-file" error
        en("A file that would be written exists already.",
           "What begins a publication or an announcement overwrites nothing. Name another directory, or another title or day.")
        sv("En fil som skulle skrivas finns redan.",
           "Det som påbörjar en publikation eller ett tillkännagivande skriver inte över något. Ange en annan mapp, eller en annan titel eller dag."),
    MISSING_PUBLICATION MissingPublication Usage "missing-publication" error
        en("There is no publication in the directory.",
           "The command reads what an export has written. Export first, or name the published directory with `--out`.")
        sv("Det finns ingen publikation i mappen.",
           "Kommandot läser det som en export har skrivit. Exportera först, eller ange den publicerade mappen med `--out`."),
    MISSING_DUMP MissingDump Usage "missing-dump" error
        en("The publication lacks a format that the command reads.",
           "Queries and stores are answered and loaded from the N-Quads, and publications are compared by their JSON Lines. Add `n-quads` or `json-lines` to the formats of the publication.")
        sv("Publikationen saknar ett format som kommandot läser.",
           "Frågor besvaras från N-Quads, databaser läses in från dem, och publikationer jämförs efter sina JSON Lines. Lägg till `n-quads` eller `json-lines` bland publikationens format."),
    UNKNOWN_QUERY UnknownQuery Usage "unknown-query" error
        en("No query has the name.",
           "`anslag query --list` lists the names.")
        sv("Ingen fråga har det namnet.",
           "`anslag query --list` listar namnen."),
    INVALID_OPTION InvalidOption Usage "invalid-option" error
        en("An option or an argument has a value that it cannot take, or does not go with another one.",
           "`--help` describes the options of a command, and `anslag explain` lists the codes.")
        sv("Ett alternativ eller argument har ett värde som det inte kan ha, eller går inte ihop med ett annat.",
           "`--help` beskriver ett kommandos alternativ, och `anslag explain` listar koderna."),
    MISSING_FEATURE MissingFeature Usage "missing-feature" error
        en("The program was built without what writes a format.",
           "The installed program writes every format. `cargo xtask export`, which is built quickly, does not write Parquet.")
        sv("Programmet byggdes utan det som skriver ett format.",
           "Det installerade programmet skriver alla format. `cargo xtask export`, som byggs snabbt, skriver inte Parquet."),
    NOT_A_SOURCE NotASource Usage "not-a-source" error
        en("A file to check is not a source file of the data directory.",
           "Sources are `publication.toml`, `register.toml`, and the files named `.md` and `.jsonl` below `announcements`. The data directory is the one of `--data`.")
        sv("En fil som ska kontrolleras är inte en källfil i datamappen.",
           "Källfiler är `publication.toml`, `register.toml` och filer med namn på `.md` och `.jsonl` under `announcements`. Datamappen är den som anges med `--data`."),
    MISSING_PASSWORD MissingPassword Usage "missing-password" error
        en("A user was named without a password.",
           "A password comes from an environment variable or a file, so that no other user of the machine sees it.")
        sv("En användare angavs utan lösenord.",
           "Ett lösenord kommer från en miljövariabel eller en fil, så att ingen annan som använder datorn ser det."),
    INVALID_ENDPOINT InvalidEndpoint Usage "invalid-endpoint" error
        en("The address of a store is missing or invalid.",
           "It is written as a whole, as in `http://localhost:8890/sparql`.")
        sv("Adressen till en databas saknas eller är ogiltig.",
           "Den skrivs i sin helhet, som i `http://localhost:8890/sparql`."),

    UNKNOWN_ID UnknownId Usage "unknown-id" error
        en("No announcement of the sources has the id.",
           "The id is misspelt, or the data directory is another one. Ids are in the addresses of pages, and in `data/announcements.csv`.")
        sv("Inget tillkännagivande i källorna har det id:t.",
           "Id:t är felstavat, eller så är det en annan datamapp. Id:n står i sidornas adresser, och i `data/announcements.csv`."),
    NOTHING_TO_WITHDRAW NothingToWithdraw Input "nothing-to-withdraw" error
        en("The announcement is withdrawn already, or was never published.",
           "A withdrawal tells readers that something is gone. Nobody has read a draft; delete its file.")
        sv("Tillkännagivandet är redan tillbakadraget, eller har aldrig publicerats.",
           "En tillbakadragning berättar för läsare att något är borta. Ingen har läst ett utkast; ta bort dess fil."),
    UNEDITABLE_SOURCE UneditableSource Input "uneditable-source" error
        en("A source cannot be edited without changing something else in it.",
           "An edit is read again before the file is replaced, and must say what the file said and nothing more than the new key. The file is as it was.")
        sv("En källa går inte att ändra utan att något annat i den ändras.",
           "En ändring läses innan filen ersätts, och ska säga vad filen sa och bara den nya nyckeln därtill. Filen är som den var."),
    UNKNOWN_NOTICE UnknownNotice Usage "unknown-notice" error
        en("There is no certificate for a notice.",
           "Exports record the notices that are up in `.anslag` of the data directory. The id is misspelt, no export has published the notice, or it was erased.")
        sv("Det finns inget bevis för ett anslag.",
           "Exporter antecknar vilka anslag som sitter uppe i `.anslag` i datamappen. Id:t är felstavat, ingen export har publicerat anslaget, eller så har det raderats."),
    MISSING_HISTORY MissingHistory Usage "missing-history" error
        en("There is no history of notices.",
           "The first export with a notice that is up begins `.anslag/history.jsonl` in the data directory. `history = false` in `[output]` and `--no-history` do without it.")
        sv("Det finns ingen historik över anslag.",
           "Den första exporten med ett anslag som sitter uppe påbörjar `.anslag/history.jsonl` i datamappen. `history = false` i `[output]` och `--no-history` avstår från den."),

    // Files, servers and signals.
    IO_ERROR IoError Io "io-error" error
        en("A file or directory could not be read or written.",
           "The message ends with the words of the operating system.")
        sv("En fil eller mapp gick inte att läsa eller skriva.",
           "Meddelandet slutar med operativsystemets ord."),
    CHANGED_SOURCE ChangedSource Io "changed-source" error
        en("A source file was changed during the export.",
           "A publication shows one state of the sources, so nothing was published. Export again.")
        sv("En källfil ändrades under exporten.",
           "En publikation visar källorna i ett enda skick, så inget har publicerats. Exportera igen."),
    BUSY_TARGET BusyTarget Io "busy-target" error
        en("Another export has the target.",
           "Two exports into one directory follow each other. With `--no-wait` the second one ends at once.")
        sv("En annan export har målmappen.",
           "Två exporter till en mapp sker efter varandra. Med `--no-wait` slutar den andra genast."),
    QUERY_TIMEOUT QueryTimeout Io "query-timeout" error
        en("A query took too long.",
           "`--timeout` sets the limit. Ask for less, with `LIMIT` or more exact patterns.")
        sv("En fråga tog för lång tid.",
           "`--timeout` anger gränsen. Fråga efter mindre, med `LIMIT` eller noggrannare mönster."),
    QUERY_TOO_LARGE QueryTooLarge Io "query-too-large" error
        en("A query is too large, or needs too much memory.",
           "Brackets, patterns and operators of a query are bounded, and so is its memory, which `--memory` sets. No query can stop the program that answers it.")
        sv("En fråga är för stor, eller behöver för mycket minne.",
           "En frågas parenteser, mönster och operatorer är begränsade, och likaså dess minne, som anges med `--memory`. Ingen fråga kan stoppa programmet som besvarar den."),
    STORE_ERROR StoreError Io "store-error" error
        en("The triple store could not be reached, or refused a request.",
           "Check its address and its log. A further load continues where this one ended.")
        sv("Databasen gick inte att nå, eller nekade en begäran.",
           "Kontrollera dess adress och logg. Nästa inläsning fortsätter där den här slutade."),
    UNLOADED_GRAPH UnloadedGraph Io "unloaded-graph" error
        en("A graph is not in the triple store as it is published.",
           "`--verify` compares the store with what was published. Load again.")
        sv("En graf finns inte i databasen så som den är publicerad.",
           "`--verify` jämför databasen med det som har publicerats. Läs in igen."),
    HUB_ERROR HubError Io "hub-error" error
        en("The hub could not be reached, or refused a feed.",
           "Run `anslag notify` again later. The hub is told only of what it does not know yet.")
        sv("Hubben gick inte att nå, eller nekade ett flöde.",
           "Kör `anslag notify` igen senare. Hubben får bara veta det som den inte redan vet."),
    INTERRUPTED Interrupted Interrupted "interrupted" error
        en("Ctrl-C or SIGTERM ended the run.",
           "What was published before is as it was.")
        sv("Ctrl-C eller SIGTERM avslutade körningen.",
           "Det som var publicerat är som det var."),
}
