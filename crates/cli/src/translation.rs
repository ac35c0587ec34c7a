use crate::arguments::AFTER_HELP;
use anslag_wording::{Language, Wording};
use clap::{
    Arg, Command,
    builder::{PossibleValue, Str, StyledStr},
};
use std::fmt;

/// Texts of `--help`, each with its Swedish. A test holds that every text has one.
#[rustfmt::skip]
const TEXTS: &[(&str, &str)] = &[
    // Commands.
    ("Turn a municipality's announcements into linked data, feeds and tables", "Gör en kommuns tillkännagivanden till länkade data, flöden och tabeller"),
    ("Write the publication in all its formats", "Skriv publikationen i alla dess format"),
    ("The old publication stays in place until the new one is complete.", "Den gamla publikationen ligger kvar tills den nya är färdig."),
    ("Begin a publication in a new directory", "Påbörja en publikation i en ny mapp"),
    ("Writes publication.toml, register.toml, and an example of each type of announcement. Asks for what no option gives, if there is a terminal. A directory that has files is left alone, but for files whose names begin with a dot.", "Skriver publication.toml, register.toml och ett exempel på varje typ av tillkännagivande. Frågar efter det som inga flaggor anger, om det finns en terminal. En mapp som har filer lämnas orörd; filer vars namn börjar med punkt räknas inte."),
    ("Directory to make, which has no files yet", "Mapp att skapa, som inte har några filer ännu"),
    ("Municipality that publishes, by its name or its code", "Kommunen som publicerar, med namn eller kod"),
    ("Address that every IRI begins with: `https://data.example.se/`", "Adress som alla IRI:er börjar med: `https://data.example.se/`"),
    ("Languages, separated by commas, the main one first", "Språk, åtskilda med komma, huvudspråket först"),
    ("Licence of the data, by its IRI", "Licens för data, med sin IRI"),
    ("E-mail address for questions about the data", "E-postadress för frågor om data"),
    ("Organisation number of the municipality", "Kommunens organisationsnummer"),
    ("Begin an announcement", "Påbörja ett tillkännagivande"),
    ("Writes a draft into announcements/, named after its day and its title. The fields that it may have are comments, in the main language of the publication.", "Skriver ett utkast i announcements/, med namn efter dag och titel. Fälten som det kan ha står som kommentarer, på publikationens huvudspråk."),
    ("Title of the announcement", "Tillkännagivandets titel"),
    ("Type of announcement", "Typ av tillkännagivande"),
    ("Day of publication [default: today]", "Dag för publiceringen [standard: i dag]"),
    ("Check the sources without writing anything", "Kontrollera källorna utan att skriva något"),
    ("Reports every error, and the properties that data portals recommend and the publication lacks. If files are named, only these are checked.", "Visar varje fel, och de egenskaper som dataportaler rekommenderar och publikationen saknar. Om filer anges kontrolleras bara de."),
    ("Show what differs between two publications", "Visa vad som skiljer två publikationer"),
    ("Compares published directories or data directories, by announcement and field. Of a data directory, it compares what an export would publish. With `--message-format json`, standard output has a JSON object for each announcement that differs, and the numbers at the end. What is only on a notice board is not compared.", "Jämför publicerade mappar eller datamappar, efter tillkännagivande och fält. Av en datamapp jämförs det som en export skulle publicera. Med `--message-format json` får standard ut ett JSON-objekt för varje tillkännagivande som skiljer sig, och antalen på slutet. Det som bara finns på en anslagstavla jämförs inte."),
    ("Published directory or data directory before", "Publicerad mapp eller datamapp förut"),
    ("Published directory or data directory now", "Publicerad mapp eller datamapp nu"),
    ("Moment whose state of a data directory is compared, as with `export` [default: now]", "Tidpunkt vars läge av en datamapp jämförs, som för `export` [standard: nu]"),
    ("Print what would differ from what is published, by announcement and field, and write nothing", "Visa vad som skulle skilja sig från det som är publicerat, efter tillkännagivande och fält, och skriv inget"),
    ("Convert announcements from standard input to standard output", "Konvertera tillkännagivanden från standard in till standard ut"),
    ("Reads JSON Lines and writes them in another format, in their order and as they come in. Skips drafts and what is not published on the day, as an export does. After an invalid line nothing more is written; the errors of all lines are reported, and the exit code is 1.", "Läser JSON Lines och skriver dem i ett annat format, i samma ordning och allt eftersom de kommer. Utkast och det som inte är publicerat den dagen hoppas över, som vid en export. Efter en felaktig rad skrivs inget mer; felen på alla rader visas, och slutkoden är 1."),
    ("The input may be converted in parts: `--part prologue`, then the output of `--no-prologue` for each part, then `--part epilogue`, one after the other, are what a single run writes. GeoJSON has no parts.", "Det går att konvertera i delar: `--part prologue`, sedan utdata från `--no-prologue` för varje del, sedan `--part epilogue`, efter varandra, är vad en enda körning skriver. GeoJSON har inga delar."),
    ("Verify that a published directory is as an export wrote it", "Kontrollera att en publicerad mapp är som en export skrev den"),
    ("Compares every file with its checksum in manifest.json. Reports files that are missing, differ, or are not listed; the exit code is 1 then.", "Jämför varje fil med dess kontrollsumma i manifest.json. Visar filer som saknas, skiljer sig eller inte anges; slutkoden är då 1."),
    ("Explain a code", "Förklara en kod"),
    ("Codes stand in messages, as in `error[unknown-topic]: …`. Without a code, all codes are listed.", "Koder står i meddelanden, som i `fel[unknown-topic]: …`. Utan kod listas alla koder."),
    ("Print a JSON Schema of what a publication is written with, or the configuration of an editor", "Skriv ut ett JSON-schema för det som en publikation skrivs med, eller inställningar för ett redigeringsprogram"),
    ("Editors complete and check front matter, `publication.toml` and `register.toml` with the schemas. An export writes them to `schema/`. `decap` is `config.yml` for Decap CMS and Sveltia CMS, with labels in the language of `--lang`; `vscode` is a workspace for VS Code. Both are made for the data directory. Without a name, all are listed.", "Redigeringsprogram fyller i och kontrollerar front matter, `publication.toml` och `register.toml` med scheman. En export skriver dem i `schema/`. `decap` är `config.yml` för Decap CMS och Sveltia CMS, med etiketter på språket i `--lang`; `vscode` är en arbetsyta för VS Code. Båda görs för datamappen. Utan namn listas alla."),
    ("Put the keys of announcements in order", "Ordna tillkännagivandens nycklar"),
    ("Writes the keys of sources in the order of the documentation, and in one style. Comments, line ends and the text stay, and so does what the announcement says. Files with errors are not changed; the exit code is 1 then.", "Skriver källornas nycklar i dokumentationens ordning, och i en och samma stil. Kommentarer, radslut och texten blir kvar, liksom det som tillkännagivandet säger. Filer med fel ändras inte; slutkoden är då 1."),
    ("Files with announcements [default: all]", "Filer med tillkännagivanden [standard: alla]"),
    ("Change nothing, and list the files that would change; the exit code is 1 if there are any", "Ändra inget, och lista de filer som skulle ändras; slutkoden är 1 om det finns några"),
    ("Certify when a notice was up", "Intyga när ett anslag har varit uppe"),
    ("The certificate states the notice, its board, the first and the last day on which exports had it, and the digest of its text. It is made from the history that exports keep in .anslag of the data directory; the notice need not be published any more. Its language is that of the publication, unless `--lang` names another.", "Beviset anger anslaget, dess anslagstavla, den första och den sista dag då exporter hade det, och textens kontrollsumma. Det görs av historiken som exporter för i .anslag i datamappen; anslaget behöver inte längre vara publicerat. Språket är publikationens, om `--lang` inte anger ett annat."),
    ("Import pages, feeds, tables, JSON and texts as source files", "Importera sidor, flöden, tabeller, JSON och texter som källfiler"),
    ("A source is a file or an address. Addresses are fetched as robots.txt of their host allows, at most one a second. The kind of a source is recognised from its content, or named in import.toml. Each announcement is written into a new file; what an earlier import has written is left as it is. Facts that are uncertain are left out with a warning. The exit code is 1 if a source cannot be read, or if `check` would refuse a new file; the other sources are imported all the same.", "En källa är en fil eller en adress. Adresser hämtas så som värdens robots.txt tillåter, högst en i sekunden. En källas slag känns igen på innehållet, eller anges i import.toml. Varje tillkännagivande skrivs i en ny fil; det som en tidigare import har skrivit lämnas som det är. Osäkra uppgifter utelämnas med en varning. Slutkoden är 1 om en källa inte går att läsa, eller om `check` skulle avvisa en ny fil; de andra källorna importeras ändå."),
    ("Import again what has changed at its source", "Importera igen det som har ändrats vid källan"),
    ("Files keep their names and ids. What an editor has changed in a file stays, with a warning if the source has changed it too. What a source no longer has is told, with the command that withdraws it. Nothing else is asked than what an earlier import or the command line names. A second run finds nothing to do. The exit codes are those of `import`.", "Filer behåller sina namn och id:n. Det som en redaktör har ändrat i en fil står kvar, med en varning om källan också har ändrat det. Det som en källa inte längre har anges, med kommandot som drar tillbaka det. Inget annat hämtas än det som en tidigare import eller kommandoraden anger. En andra körning hittar inget att göra. Slutkoderna är de för `import`."),
    ("Notify the WebSub hub of changed feeds", "Underrätta WebSub-hubben om ändrade flöden"),
    ("Run it after an export, once the new publication is online. A file beside the published directory records what the hub has been told.", "Kör det efter en export, när den nya publikationen ligger ute. En fil bredvid den publicerade mappen minns vad hubben har fått veta."),
    ("Answer a SPARQL query from the publication", "Besvara en SPARQL-fråga ur publikationen"),
    ("Needs no server. The prefixes of the vocabularies in use are predefined. A pattern without `GRAPH` is looked for in all graphs together.", "Behöver ingen server. Prefixen för de vokabulärer som används är redan deklarerade. Ett mönster utan `GRAPH` söks i alla grafer tillsammans."),
    ("Load the publication into a triple store", "Läs in publikationen i en trippeldatabas"),
    ("The first load writes everything, a later one only what has changed. The store must speak SPARQL 1.1. It records what is loaded in its graph <BASE>data/loaded. The password or the token comes from a file, or from the environment variable ANSLAG_STORE_PASSWORD or ANSLAG_STORE_TOKEN.", "Den första inläsningen skriver allt, en senare bara det som har ändrats. Databasen ska kunna SPARQL 1.1. Den minns vad som är inläst i sin graf <BASE>data/loaded. Lösenordet eller nyckeln kommer från en fil, eller från miljövariabeln ANSLAG_STORE_PASSWORD eller ANSLAG_STORE_TOKEN."),
    ("Serve the publication over HTTP", "Servera publikationen över HTTP"),
    ("Answers by path, and by the formats and languages that a request accepts. A new export is served from the next request on. Ctrl-C and SIGTERM end it, with exit code 130.", "Svarar efter sökväg, och efter de format och språk som en begäran tar emot. En ny export serveras från nästa begäran. Ctrl-C och SIGTERM avslutar, med slutkod 130."),
    ("Print a configuration for another server or host", "Skriv ut en konfiguration för en annan server eller ett webbhotell"),
    ("With it, the host answers as `serve` does, as far as it can. It depends on the publication's address and on the ids that have moved.", "Med den svarar värden som `serve`, så långt den kan. Den beror på publikationens adress och på de id:n som har flyttat."),
    ("Withdraw an announcement in its source", "Dra tillbaka ett tillkännagivande i dess källa"),
    ("Writes `withdrawn` into the file, and keeps everything else in it. The next export takes the announcement away and tells feeds. The exit code is 1 if it is withdrawn already or was never published, and 2 if there is no such id.", "Skriver `withdrawn` i filen, och behåller allt annat i den. Nästa export tar bort tillkännagivandet och berättar det i flödena. Slutkoden är 1 om det redan är tillbakadraget eller aldrig har publicerats, och 2 om id:t inte finns."),
    ("With `--erase`, only a stub is left: an opaque id, which is made from the old one by SHA-256, the type, and two days. The tombstone has the opaque id. What other sources say of the announcement, backups, and the history of a version control system stay.", "Med `--erase` blir bara en stump kvar: ett intetsägande id, som görs av det gamla med SHA-256, typen och två dagar. Gravstenen har det intetsägande id:t. Det som andra källor säger om tillkännagivandet, säkerhetskopior och ett versionshanteringssystems historik blir kvar."),
    ("Print this message or the help of the given subcommand(s)", "Visa den här hjälpen eller hjälpen för ett kommando"),
    ("Print help", "Visa hjälp"),
    ("Print help (see more with '--help')", "Visa hjälp (mer med `--help`)"),
    ("Print help (see a summary with '-h')", "Visa hjälp (kortare med `-h`)"),
    ("Print version", "Visa version"),
    ("Print help for the subcommand(s)", "Visa hjälp för kommandot"),
    ("The subcommand whose help message to display", "Kommandot som hjälpen ska visas för"),
    // Headings.
    ("Global options", "Allmänna flaggor"),
    // Global options.
    ("Format of errors and warnings on standard error", "Format för fel och varningar på standard fel"),
    ("Text for people, with the source lines", "Text för människor, med källans rader"),
    ("One JSON object a line, and nothing else, for editors and other programs", "Ett JSON-objekt per rad, och inget annat, för redigeringsprogram och andra program"),
    ("Workflow commands of GitHub Actions, which annotate the lines of a pull request", "Kommandon för GitHub Actions, som kommenterar raderna i en pull request"),
    ("Language of messages", "Språk för meddelanden"),
    ("When to use colours: `auto` considers the terminal, NO_COLOR and CLICOLOR_FORCE", "När färger används: `auto` ser till terminalen, NO_COLOR och CLICOLOR_FORCE"),
    ("Print only warnings and errors, no notes", "Visa bara varningar och fel, inga anmärkningar"),
    // Directories.
    ("Directory with publication.toml, register.toml and announcements/", "Mapp med publication.toml, register.toml och announcements/"),
    ("Directory of the publication", "Publikationens mapp"),
    // export, check, convert
    ("Moment whose state to publish: the end of a day, `2026-11-24`, or a time in the publication's zone, `2026-11-24T15:00` [default: now]", "Tidpunkt vars läge publiceras: slutet av en dag, `2026-11-24`, eller ett klockslag i publikationens tidszon, `2026-11-24T15:00` [standard: nu]"),
    ("Formats to write, by name or file extension, separated by commas [default: those of publication.toml]", "Format att skriva, med namn eller filändelse, skilda åt med kommatecken [standard: de i publication.toml]"),
    ("Write no documents of single announcements", "Skriv inga dokument om enskilda tillkännagivanden"),
    ("Number of threads [default: one per core]", "Antal trådar [standard: en per kärna]"),
    ("Do not record in the data directory which notices are up: for a preview", "Anteckna inte i datamappen vilka anslag som sitter uppe: för en förhandsvisning"),
    ("Fail with exit code 3 if another export is publishing into the directory, instead of waiting for it", "Sluta med slutkod 3 om en annan export publicerar i mappen, i stället för att vänta på den"),
    ("Do not wait until everything is on the disk: a power failure right after the export may lose it", "Vänta inte tills allt ligger på disken: ett strömavbrott genast efter exporten kan förstöra den"),
    ("Source files to check [default: all]; references to other announcements are not checked then", "Källfiler att kontrollera [standard: alla]; hänvisningar till andra tillkännagivanden kontrolleras då inte"),
    ("Also check whether an export could publish into this directory; not if FILEs are named", "Kontrollera också om en export kan publicera i den här mappen; inte om filer anges"),
    ("Fail with exit code 1 also if there are only warnings", "Sluta med slutkod 1 också om det bara finns varningar"),
    ("Check again after every change of a source, until Ctrl-C", "Kontrollera igen efter varje ändring av en källa, tills Ctrl-C"),
    ("Silence a warning or note, or lift an error that can be lifted; may be repeated (see `anslag explain`)", "Tysta en varning eller anmärkning, eller tillåt ett fel som går att tillåta; får upprepas (se `anslag explain`)"),
    ("Format of standard input", "Format på standard in"),
    ("Format of standard output, by name or file extension; feeds have pages and cannot be written as a stream", "Format på standard ut, med namn eller filändelse; flöden har sidor och kan inte skrivas som en ström"),
    ("Table to write with `--to csv` [default: announcements]", "Tabell att skriva med `--to csv` [standard: announcements]"),
    ("Dialect to write with `--to csv`: for programs, or for a Swedish Excel [default: standard]", "Dialekt att skriva med `--to csv`: för program, eller för svenska Excel [standard: standard]"),
    ("Part of the document to write; standard input is not read for the prologue and the epilogue", "Del av dokumentet att skriva; standard in läses inte för början och slutet"),
    ("The whole document", "Hela dokumentet"),
    ("What precedes the announcements", "Det som står före tillkännagivandena"),
    ("The announcements", "Tillkännagivandena"),
    ("What follows the announcements", "Det som står efter tillkännagivandena"),
    ("Write only the announcements: the same as `--part chunk`", "Skriv bara tillkännagivandena: detsamma som `--part chunk`"),
    ("Moment whose state to write, as with `export` [default: now]", "Tidpunkt vars läge skrivs, som för `export` [standard: nu]"),
    ("Compare every file that is already published with its checksum, and write those again that are damaged", "Jämför varje fil som redan är publicerad med dess kontrollsumma, och skriv dem som är skadade på nytt"),
    // certificate
    ("Id of the notice", "Anslagets id"),
    ("Format of the certificate", "Bevisets format"),
    ("Verify the history of the notices: every line must be as an export wrote it, and follow the one before", "Kontrollera anslagens historik: varje rad ska vara så som en export skrev den, och följa på raden före"),
    ("Text, to print and to sign", "Text att skriva ut och skriva under"),
    ("A JSON object", "Ett JSON-objekt"),
    ("A page of HTML that needs no other file", "En sida i HTML som inte behöver någon annan fil"),
    // verify, explain, schema, notify
    ("Published directory", "Publicerad mapp"),
    ("The code [default: list all]", "Koden [standard: lista alla]"),
    ("The schema or editor [default: list all]", "Schemat eller redigeringsprogrammet [standard: lista alla]"),
    ("File that records what the hub has been told [default: .<DIR>.notified.json beside DIR]", "Fil som minns vad hubben har fått veta [standard: .<MAPP>.notified.json bredvid MAPP]"),
    // query
    ("Query in SPARQL 1.1, path of a file that holds one, or `-` for standard input", "Fråga i SPARQL 1.1, sökväg till en fil med en, eller `-` för standard in"),
    ("File that holds the query, or `-` for standard input", "Fil med frågan, eller `-` för standard in"),
    ("Name of a query that `--list` lists", "Namn på en fråga som `--list` visar"),
    ("List the queries that have names: the program's own, and those in queries/ of the data directory", "Lista de frågor som har namn: programmets egna, och de i queries/ i datamappen"),
    ("Format of the answer [default: a table on a terminal, JSON elsewhere, Turtle for triples]", "Format på svaret [standard: en tabell i en terminal, annars JSON, och Turtle för tripler]"),
    ("Give up after so many seconds", "Ge upp efter så många sekunder"),
    ("Memory for the answer, beside that for the data", "Minne för svaret, utöver det för data"),
    ("Write at most so many rows or triples", "Skriv högst så många rader eller tripler"),
    ("Directory of a store that is kept between queries, and filled again after an export", "Mapp för en databas som behålls mellan frågor, och fylls på nytt efter en export"),
    // preview
    ("Show the data directory as a site that follows every edit", "Visa datamappen som en webbplats som följer varje ändring"),
    ("Drafts and announcements that are not published yet are shown and marked. Errors and warnings of the sources are shown on the pages that they concern. The browser reloads a page that changes. Nothing is written but a temporary directory, which is removed at the end. Ctrl-C and SIGTERM end it, with exit code 130.", "Utkast och sådant som inte är publicerat än visas och märks ut. Fel och varningar i källorna visas på de sidor som de gäller. Webbläsaren laddar om en sida som ändras. Ingenting skrivs utom en tillfällig mapp, som tas bort på slutet. Ctrl-C och SIGTERM avslutar, med slutkod 130."),
    ("Address and port to listen on; other machines see drafts if it is not of this machine alone", "Adress och port att lyssna på; andra datorer ser utkast om den inte bara gäller den här datorn"),
    // serve
    ("Address and port to listen on; `0.0.0.0:8080` lets other machines ask", "Adress och port att lyssna på; `0.0.0.0:8080` låter andra datorer fråga"),
    ("Do not answer SPARQL queries at /sparql", "Besvara inga SPARQL-frågor på /sparql"),
    ("Give up a query after so many seconds", "Ge upp en fråga efter så många sekunder"),
    ("Number of queries that are answered at a time, each in a process of its own that holds the data", "Antal frågor som besvaras samtidigt, var och en i en egen process som har data"),
    ("Memory for the answer to a query, beside that for the data", "Minne för svaret på en fråga, utöver det för data"),
    // hosting
    ("Server or host of the files", "Server eller värd för filerna"),
    // load
    ("Address for queries, such as http://localhost:8890/sparql", "Adress för frågor, som http://localhost:8890/sparql"),
    ("Address for updates [default: the address for queries]", "Adress för uppdateringar [standard: adressen för frågor]"),
    ("Address of the Graph Store Protocol, such as http://localhost:8890/sparql-graph-crud-auth", "Adress för Graph Store Protocol, som http://localhost:8890/sparql-graph-crud-auth"),
    ("Method of writing [default: SPARQL Update, or the Graph Store Protocol if the server accepts no updates]", "Sätt att skriva [standard: SPARQL Update, eller Graph Store Protocol om servern inte tar emot uppdateringar]"),
    ("User of the store", "Databasens användare"),
    ("File that holds the password [default: the environment variable ANSLAG_STORE_PASSWORD]", "Fil med lösenordet [standard: miljövariabeln ANSLAG_STORE_PASSWORD]"),
    ("Authentication scheme [default: the one that the store asks for]", "Sätt att legitimera sig [standard: det som databasen frågar efter]"),
    ("In clear text (RFC 7617)", "I klartext (RFC 7617)"),
    ("As a digest (RFC 7616)", "Som kontrollsumma (RFC 7616)"),
    ("File that holds a token [default: the environment variable ANSLAG_STORE_TOKEN]", "Fil med en nyckel [standard: miljövariabeln ANSLAG_STORE_TOKEN]"),
    ("Use no proxy [default: for `https:` addresses, the proxy that HTTPS_PROXY or ALL_PROXY names]", "Använd ingen proxy [standard: för adresser med `https:` den proxy som HTTPS_PROXY eller ALL_PROXY anger]"),
    ("Number of requests at the same time if there is much to load", "Antal samtidiga begäranden om det finns mycket att läsa in"),
    (
        "Number of seconds to wait for each answer; a request without one is sent once more",
        "Antal sekunder att vänta på varje svar; en begäran utan svar skickas en gång till",
    ),
    ("Print what would be done, and do nothing", "Visa vad som skulle göras, och gör inget"),
    ("Count the triples of every graph afterwards, and compare some graphs with the publication", "Räkna varje grafs tripler efteråt, och jämför några grafer med publikationen"),
    // import
    ("Files and addresses to import", "Filer och adresser att importera"),
    ("Files and addresses to import again [default: the addresses of earlier imports]", "Filer och adresser att importera igen [standard: adresserna från tidigare importer]"),
    ("Print what would change, field by field, and write nothing", "Visa vad som skulle ändras, fält för fält, och skriv inget"),
    ("Fetch from this machine and from private networks too", "Hämta även från den här datorn och från privata nätverk"),
    ("Profile of the sources [default: import.toml of the data directory]", "Profil för källorna [standard: import.toml i datamappen]"),
    // withdraw
    ("Id of the announcement", "Tillkännagivandets id"),
    ("Reason, which is published", "Skäl, som publiceras"),
    ("Day from whose beginning on it is withdrawn [default: today]", "Dag från vars början det är tillbakadraget [standard: i dag]"),
    ("Leave a stub with an opaque id and the day alone, and forget the notice in the history", "Lämna bara en stump med ett intetsägande id och dagen, och glöm anslaget i historiken"),
    // The end of `--help`.
    (AFTER_HELP, "\
Slutkoder:
  0    det gick bra
  1    felaktiga indata: varje problem visas med sin plats
  2    felaktig kommandorad, eller en målmapp med filer som ingen export har skrivit
  3    en mapp, en fil eller en server gick inte att läsa eller skriva, eller en fråga kräver för mycket
  130  avbruten av Ctrl-C eller SIGTERM: den gamla publikationen är oförändrad

Resultat går till standard ut, fel och varningar till standard fel."),
];

/// Names of values in `--help`, each with its Swedish. The others are the same.
const VALUES: [(&str, &str); 12] = [
    ("HOST", "VÄRD"),
    ("ADDRESS", "ADRESS"),
    ("DIR", "MAPP"),
    ("FILE", "FIL"),
    ("LANGUAGE", "SPRÅK"),
    ("WHEN", "NÄR"),
    ("DATE", "DATUM"),
    ("CODE", "KOD"),
    ("NAME", "NAMN"),
    ("PART", "DEL"),
    ("SECONDS", "SEKUNDER"),
    ("QUERY", "FRÅGA"),
];

/// Returns the Swedish of a text; `None` if it has none.
fn find(text: &str) -> Option<&'static str> {
    TEXTS.iter().find(|(english, _)| *english == text).map(|(_, swedish)| *swedish)
}

/// Returns the Swedish of a text of several paragraphs; `None` if one of them has none.
fn swedish(text: &str) -> Option<String> {
    let paragraphs = || text.split("\n\n").map(find).collect::<Option<Vec<_>>>();
    find(text).map(str::to_owned).or_else(|| Some(paragraphs()?.join("\n\n")))
}

fn translated(text: Option<&StyledStr>) -> Option<String> {
    text.map(|text| swedish(&text.to_string()).unwrap_or_else(|| text.to_string()))
}

/// Returns the command line with its help in Swedish.
///
/// Clap has no translations. What it adds itself (headings, defaults, possible values) is added here.
pub(crate) fn in_swedish(mut command: Command) -> Command {
    command.build();
    translate(command)
}

fn translate(command: Command) -> Command {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").to_owned();
    let (about, long_about) = (translated(command.get_about()), translated(command.get_long_about()));
    let after_help = translated(command.get_after_help());
    let mut command = command
        .help_template("{before-help}{about-with-newline}\nAnvändning: {usage}\n\n{all-args}{after-help}")
        .subcommand_help_heading("Kommandon")
        .override_usage(swedish_usage(&usage));
    if let Some(about) = about {
        command = command.about(about);
    }
    if let Some(about) = long_about {
        command = command.long_about(about);
    }
    if let Some(after) = after_help {
        command = command.after_help(after);
    }
    command.mut_args(translate_argument).mut_subcommands(translate)
}

/// How a command or an option is written, with the names of its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Usage(pub(crate) String);

impl Wording for Usage {
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match language {
            Language::English => f.write_str(&self.0),
            Language::Swedish => f.write_str(&swedish_usage(&self.0)),
        }
    }
}

/// Returns how a command is used, with the names of its values in Swedish.
fn swedish_usage(usage: &str) -> String {
    let usage = usage.replace("[OPTIONS]", "[FLAGGOR]").replace("COMMAND", "KOMMANDO");
    VALUES.iter().fold(usage, |usage, (english, swedish)| {
        usage
            .replace(&format!("<{english}>"), &format!("<{swedish}>"))
            .replace(&format!("[{english}]"), &format!("[{swedish}]"))
    })
}

fn translate_argument(argument: Arg) -> Arg {
    let heading = match argument.get_help_heading() {
        Some(heading) => find(heading),
        None if argument.is_positional() => Some("Argument"),
        None => Some("Flaggor"),
    };
    let (help, long_help) = (translated(argument.get_help()), translated(argument.get_long_help()));
    let takes_value = argument.get_action().takes_values();
    let default: Vec<String> =
        argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let values: Vec<_> =
        argument.get_possible_values().into_iter().filter(|value| takes_value && !value.is_hide_set()).collect();
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let has_default = takes_value && !default.is_empty();
    let added = if has_default { format!(" [standard: {}]", default.join(", ")) } else { String::new() };
    let explained: Vec<String> = values
        .iter()
        .filter_map(|value| Some(format!("- {}: {}", value.get_name(), translated(value.get_help())?)))
        .collect();
    let possible = if names.is_empty() { String::new() } else { format!(" [möjliga värden: {}]", names.join(", ")) };
    let own = |name: &Str| VALUES.iter().find(|(english, _)| *english == name.as_str()).map(|(_, own)| Str::from(*own));
    let names = argument.get_value_names().unwrap_or_default();
    let value_names: Vec<Str> = names.iter().map(|name| own(name).unwrap_or_else(|| name.clone())).collect();
    let mut argument = argument.hide_default_value(true).hide_possible_values(true);
    if let Some(heading) = heading {
        argument = argument.help_heading(heading);
    }
    if takes_value && !value_names.is_empty() {
        argument = argument.value_names(value_names);
    }
    if let Some(help) = help {
        let long = long_help.unwrap_or_else(|| help.clone());
        let long = if explained.is_empty() {
            format!("{long}{added}{possible}")
        } else {
            format!("{long}{added}\n\nMöjliga värden:\n{}", explained.join("\n"))
        };
        argument = argument.help(format!("{help}{added}{possible}")).long_help(long);
    }
    argument
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arguments::Arguments;
    use clap::CommandFactory;

    /// Collects what has no Swedish.
    fn missing(command: &Command, found: &mut Vec<String>) {
        let headings = command.get_arguments().filter_map(Arg::get_help_heading);
        found.extend(headings.filter(|heading| find(heading).is_none()).map(str::to_owned));
        let mut look = |text: Option<&StyledStr>| {
            let text = text.map(StyledStr::to_string);
            found.extend(text.filter(|text| swedish(text).is_none()));
        };
        [command.get_about(), command.get_long_about(), command.get_after_help()].into_iter().for_each(&mut look);
        for argument in command.get_arguments() {
            [argument.get_help(), argument.get_long_help()].into_iter().for_each(&mut look);
            argument.get_possible_values().iter().for_each(|value| look(value.get_help()));
        }
        command.get_subcommands().for_each(|command| missing(command, found));
    }

    #[test]
    fn every_text_of_the_help_has_its_swedish() {
        let mut command = Arguments::command();
        command.build();
        let mut found = Vec::new();
        missing(&command, &mut found);
        assert!(found.is_empty(), "{found:#?}");
    }

    /// What clap words itself is nowhere.
    #[test]
    fn the_help_is_swedish_throughout() {
        fn check(command: &mut Command) {
            for help in [command.render_help().to_string(), command.render_long_help().to_string()] {
                for english in
                    ["Usage", "Options", "Commands", "default:", "possible values", "Possible", "Print ", "OPTIONS"]
                {
                    assert!(!help.contains(english), "{english}: {help}");
                }
                assert!(help.contains("Användning: anslag") && help.contains("Allmänna flaggor:"), "{help}");
            }
        }
        let mut command = in_swedish(Arguments::command());
        check(&mut command);
        for name in ["export", "check", "convert", "verify", "explain", "schema"] {
            check(command.find_subcommand_mut(name).unwrap());
        }
    }
}
