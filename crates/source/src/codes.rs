//! The codes of the problems of source files, each with its explanation.
//!
//! A test reads every example: the wrong text must give its code, and the right text no problem at all.

use crate::{Code, codes};

codes! {
    /// Codes of the problems of source files, by subject.
    pub CODES;

    // Files.
    MISSING_FILE "missing-file" error
        en("A file or directory that every publication has is missing.",
           "`publication.toml` says who publishes, `register.toml` what announcements share. `anslag init` writes both. The announcements are in the directory `announcements`; without it, an export would take all of them away.")
        sv("En fil eller mapp som varje publikation har saknas.",
           "`publication.toml` säger vem som publicerar, `register.toml` vad tillkännagivanden har gemensamt. `anslag init` skriver båda. Tillkännagivandena ligger i mappen `announcements`; utan den skulle en export ta bort alla."),
    UNREADABLE_FILE "unreadable-file" error
        en("A file or directory cannot be read.",
           "An announcement that cannot be read would be missing from the publication, and nobody would notice. Give the user who publishes permission to read it. Replace a broken link, a pipe or a device by the file itself.")
        sv("En fil eller mapp går inte att läsa.",
           "Ett tillkännagivande som inte går att läsa skulle saknas i publikationen utan att någon märker det. Ge den användare som publicerar rätt att läsa filen. Ersätt en trasig länk, ett rör eller en enhet med själva filen."),
    LINKED_DIRECTORY "linked-directory" warning
        en("A link leads to a directory, whose files are not read.",
           "Links are not followed, since they can lead round in a circle. Put the directory itself there.")
        sv("En länk leder till en mapp, och filerna i mappen läses inte.",
           "Länkar följs inte, eftersom de kan leda runt i en cirkel. Lägg själva mappen där."),
    OUTSIDE_LINK "outside-link" error
        en("A link leads to a file outside of the data directory.",
           "The file is not read: a message about it would show what others may not see. Put the file itself there. `follow_links = true` in the table `[check]` of publication.toml allows such links.")
        sv("En länk leder till en fil utanför datamappen.",
           "Filen läses inte: ett meddelande om den skulle visa det som andra inte får se. Lägg själva filen där. `follow_links = true` i tabellen `[check]` i publication.toml tillåter sådana länkar."),
    STATIC_NAME "static-name" error
        en("A file of `static` has a name that cannot be published.",
           "Names that differ only in case are one name on many hosts, and one file would take the place of the other. A name is UTF-8, without a backslash and characters that nobody sees. Rename the file.")
        sv("En fil i `static` har ett namn som inte går att publicera.",
           "På många servrar är namn som bara skiljer sig i stora och små bokstäver samma namn. Den ena filen skulle ta den andras plats. Ett namn är UTF-8, utan omvänt snedstreck och tecken som inte syns. Byt namn på filen."),
    IGNORED_FILE "ignored-file" warning
        en("A file or directory in the data directory is not read.",
           "Somebody may take it for published. Announcements are files named `.md`, one each, or `.jsonl`, one a line, in the directory `announcements`. Rename the file, or keep it elsewhere. Names that begin with a dot and backups of editors are passed over. So are other files beside an `index.md`, which belong to it.")
        sv("En fil eller mapp i datamappen läses inte.",
           "Någon kan tro att den är publicerad. Tillkännagivanden är filer med namn på `.md`, ett i varje, eller `.jsonl`, ett per rad, i mappen `announcements`. Byt namn på filen, eller lägg den någon annanstans. Namn som börjar med en punkt och redigeringsprograms säkerhetskopior förbigås. Det gör också andra filer bredvid en `index.md`, som de hör till."),
    THEME_REQUEST "theme-request" error
        en("The theme makes browsers fetch a file.",
           "The pages ask no other host for anything, so that nobody learns who reads them. Only `theme.css`, the logo and the footer are published from the directory `theme`. So `@import`, `url(…)` and the like are refused in `theme.css`. A font must be one that is installed.")
        sv("Temat får webbläsare att hämta en fil.",
           "Sidorna frågar ingen annan server om något, så att ingen får veta vem som läser dem. Bara `theme.css`, logotypen och sidfoten publiceras från mappen `theme`. Därför är `@import`, `url(…)` och liknande inte tillåtet i `theme.css`. Ett typsnitt måste vara installerat."),
    FAINT_ACCENT "faint-accent" warning
        en("The accent of the theme is hard to read.",
           "Links have the accent. WCAG 2.2 AA asks for a contrast of at least 4.5 to the ground, in light and in dark. An accent outside of `@media (prefers-color-scheme: dark)` counts in both. The help names the nearest shade that is legible.")
        sv("Temats accentfärg är svår att läsa.",
           "Länkar har accentfärgen. WCAG 2.2 AA kräver minst kontrasten 4,5 mot bakgrunden, i ljust och i mörkt läge. En accentfärg utanför `@media (prefers-color-scheme: dark)` gäller i båda. Hjälpen anger den närmaste nyansen som går att läsa."),
    INVALID_LOGO "invalid-logo" error
        en("The logo of the theme cannot be published.",
           "There is one logo: `theme/logo.svg`, `theme/logo.png` or `theme/logo.webp`. Its content must be in the format that the name says, since browsers go by it.")
        sv("Temats logotyp går inte att publicera.",
           "Det finns en logotyp: `theme/logo.svg`, `theme/logo.png` eller `theme/logo.webp`. Innehållet måste ha det format som namnet säger, eftersom webbläsare går efter det."),
    SECTION_PAGE "section-page" note
        en("A page of a website generator about a directory is not read.",
           "In Hugo and Zola, `_index.md` is about the directory that it stands in. It is no announcement.")
        sv("En webbplatsgenerators sida om en mapp läses inte.",
           "I Hugo och Zola handlar `_index.md` om mappen som den ligger i. Den är inget tillkännagivande."),
    TOO_LONG "too-long" error
        en("A file, a text or a list is longer than that of an announcement can be.",
           "The message says the limit. Limits keep a broken file from taking all memory or time. Check that the file is what it should be. Write one announcement a file, or one a line, and shorten the text or the list.")
        sv("En fil, en text eller en lista är längre än i ett tillkännagivande.",
           "Meddelandet anger gränsen. Gränserna hindrar att en trasig fil tar allt minne eller all tid. Kontrollera att filen är den rätta. Skriv ett tillkännagivande per fil, eller ett per rad, och korta texten eller listan."),
    NOT_UTF8 "not-utf8" error
        en("A file is not UTF-8.",
           "In another encoding, letters such as å, ä and ö would be published wrongly. Save the file as UTF-8.")
        sv("En fil är inte UTF-8.",
           "Med en annan teckenkodning skulle bokstäver som å, ä och ö publiceras fel. Spara filen som UTF-8."),
    BYTE_ORDER_MARK "byte-order-mark" note
        en("A file begins with a byte order mark.",
           "UTF-8 needs no byte order mark, and other programs take it for text. It is left out.")
        sv("En fil börjar med en byteordningsmarkering (BOM).",
           "UTF-8 behöver ingen sådan, och andra program tar den för text. Den tas inte med."),
    CRLF "crlf" note
        en("The lines of a file end in CR LF.",
           "They are read as LF, which all programs understand. Nothing that is published changes.")
        sv("Raderna i en fil slutar med CR LF.",
           "De läses som LF, som alla program förstår. Inget som publiceras ändras."),
    NOT_NFC "not-nfc" note
        en("A text is not in Unicode's normal form NFC.",
           "The same letter can be written in two ways: å as one character, or as a and a ring. Programs that compare texts take these for different words. The text is normalised to NFC, which looks the same.")
        sv("En text är inte i Unicodes normalform NFC.",
           "Samma bokstav kan skrivas på två sätt: å som ett tecken, eller som a och en ring. Program som jämför texter tar dem för olika ord. Texten görs om till NFC, som ser likadan ut."),

    INVISIBLE_CHARACTER "invisible-character" note
        en("A text contains a character that nobody sees.",
           "Soft hyphens and spaces without width come from copying out of other programs. Searches do not find words with them, and two names that look the same differ. They are removed; in place of a line or paragraph separator there is a space.")
        sv("En text innehåller ett tecken som inte syns.",
           "Mjuka bindestreck och mellanslag utan bredd kommer av att text har kopierats från andra program. Sökningar hittar inte ord med sådana tecken, och två namn som ser likadana ut är olika. De tas bort; i stället för en rad- eller styckeavskiljare blir det ett mellanslag.")
        example(FrontMatter, "title = \"Väg\\u00ADarbete\"", "title = \"Vägarbete\""),
    WRITING_DIRECTION "writing-direction" warning
        en("A text contains a character that changes the direction in which it is written.",
           "Such characters can make a text look different from what programs read: `fdp.exe` is shown as `exe.pdf`. They are removed.")
        sv("En text innehåller ett tecken som ändrar skrivriktningen.",
           "Sådana tecken kan få en text att se ut som något annat än vad program läser: `fdp.exe` visas som `exe.pdf`. De tas bort.")
        example(FrontMatter, "title = \"Beslut \\u202Efdp.exe\"", "title = \"Beslut fdp.exe\""),

    // Identity and references.
    DUPLICATE_ID "duplicate-id" error
        en("Two announcements have the same id.",
           "The id becomes the address of the announcement, so two cannot share it. Give the newer one another id.")
        sv("Två tillkännagivanden har samma id.",
           "Id:t blir tillkännagivandets adress, så två kan inte ha samma. Ge det nyare ett annat id."),
    INVALID_ID "invalid-id" error
        en("An id does not consist of a date and a name in a-z, 0-9 and hyphens.",
           "The id becomes part of an address that must never change. Without the key `id` it is the name of the file.")
        sv("Ett id består inte av ett datum och ett namn med a-z, 0-9 och bindestreck.",
           "Id:t blir en del av en adress som aldrig får ändras. Utan nyckeln `id` är det filens namn.")
        example(FrontMatter, "id = \"Vattnet stängs av\"", "id = \"2021-05-18-vattnet-stangs-av\""),
    UNKNOWN_ANNOUNCEMENT "unknown-announcement" warning
        en("An announcement refers to another one that does not exist.",
           "`replaces`, `translation_of` and `translations` become links, and this one leads nowhere. Correct the id.")
        sv("Ett tillkännagivande hänvisar till ett annat som inte finns.",
           "`replaces`, `translation_of` och `translations` blir länkar, och den här leder ingenstans. Rätta id:t."),
    UNMARKED_CHANGE "unmarked-change" warning
        en("A text has changed since the last publication, but not the time of its last change.",
           "Feed readers and harvesters go by `modified`: without it, those who have the old text keep it. Set `modified` to the day of the change.")
        sv("En text har ändrats sedan den senaste publiceringen, men inte tiden för den senaste ändringen.",
           "Flödesläsare och skördare går efter `modified`: utan den behåller de som har den gamla texten den. Sätt `modified` till dagen för ändringen."),
    BOARD_ONLY_WITHOUT_DAYS "board-only-without-days" error
        en("An announcement is on its notice board only, but does not say on which board, or until when.",
           "Such an announcement is on the page and in the feed of its board, until the board takes it down.")
        sv("Ett tillkännagivande finns bara på sin anslagstavla, men säger inte på vilken, eller till när.",
           "Ett sådant tillkännagivande finns på tavlans sida och i tavlans flöde tills det tas ned.")
        example(FrontMatter, "reuse = \"board-only\"\nnotice = { posted = 2021-05-18, remove_after = 2021-06-09 }", "reuse = \"board-only\"\nnotice = { board = \"anslagstavlan\", posted = 2021-05-18, remove_after = 2021-06-09 }"),
    SELF_REFERENCE "self-reference" error
        en("An announcement refers to itself.",
           "`replaces`, `translation_of` and `translations` take the ids of other announcements.")
        sv("Ett tillkännagivande hänvisar till sig självt.",
           "`replaces`, `translation_of` och `translations` tar id:n för andra tillkännagivanden.")
        example(FrontMatter, "id = \"2021-05-18-vattnet\"\nreplaces = \"2021-05-18-vattnet\"", "id = \"2021-05-18-vattnet\"\nreplaces = \"2021-05-11-vattnet\""),

    // Syntax.
    MISSING_FRONT_MATTER "missing-front-matter" error
        en("A Markdown file does not begin with front matter.",
           "Title, date and type are keys of the front matter, between two lines of `+++` (TOML) or `---` (YAML). The text follows below.")
        sv("En Markdown-fil börjar inte med front matter.",
           "Rubrik, datum och typ är nycklar i front matter, mellan två rader `+++` (TOML) eller `---` (YAML). Texten följer nedanför.")
        example(Markdown, "# Vattnet stängs av", "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++"),
    UNCLOSED_FRONT_MATTER "unclosed-front-matter" error
        en("The front matter does not end.",
           "It ends with the same line that it begins with, `+++` or `---`. Without it, the text cannot be told from the keys.")
        sv("Filens front matter tar inte slut.",
           "Den slutar med samma rad som den börjar med, `+++` eller `---`. Utan den går det inte att skilja texten från nycklarna.")
        example(Markdown, "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n\nPå torsdag.", "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\nPå torsdag."),
    SECOND_FRONT_MATTER "second-front-matter" error
        en("The text of an announcement holds front matter.",
           "A Markdown file is one announcement, so a second one in it would be published as part of the first. Give each a file of its own.")
        sv("I ett tillkännagivandes text står front matter.",
           "En Markdown-fil är ett tillkännagivande, så ett till i den skulle publiceras som en del av det första. Ge vart och ett en egen fil.")
        example(Markdown, "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\nPå torsdag.\n\n+++\ntitle = \"Vattnet är på\"\ndate = 2021-05-20\ntype = \"nyhet\"\n+++\n\nNu igen.", "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\nPå torsdag."),
    TOO_DEEP "too-deep" error
        en("Values are nested too deeply.",
           "Nothing that an announcement says needs more than a few levels. The limit keeps a broken file from taking all memory or time. In HTML, a tag that is never closed adds a level to all that follows.")
        sv("Värden står i för många nivåer.",
           "Inget som ett tillkännagivande säger behöver mer än några nivåer. Gränsen hindrar att en trasig fil tar allt minne eller all tid. I HTML ger en tagg som aldrig avslutas en nivå till åt allt som följer."),
    INVALID_TOML "invalid-toml" error
        en("A text is not valid TOML.",
           "Each line is a key and its value. Text stands between quotation marks, and a day is written as `2021-05-18`. See <https://toml.io>.")
        sv("En text är inte giltig TOML.",
           "Varje rad är en nyckel och dess värde. Text står inom citattecken, och en dag skrivs som `2021-05-18`. Se <https://toml.io>.")
        example(FrontMatter, "lead = Vattnet stängs av.", "lead = \"Vattnet stängs av.\""),
    INVALID_YAML "invalid-yaml" error
        en("A text is not valid YAML.",
           "Text with `: ` or ` #` in it needs quotation marks, and so does text that begins with a special character. The keys of one table begin in the same column.")
        sv("En text är inte giltig YAML.",
           "Text med `: ` eller ` #` i behöver citattecken, liksom text som börjar med ett specialtecken. Nycklarna i en tabell börjar i samma kolumn.")
        example(Yaml, "lead: Obs: vattnet stängs av.", "lead: \"Obs: vattnet stängs av.\""),
    UNSUPPORTED_YAML "unsupported-yaml" error
        en("A part of YAML that is not supported is used.",
           "Anchors, aliases, tags, directives, a second document and keys that are no text are not supported. Announcements do not need them, and files made to fill the memory do. Text that begins with `&`, `*` or `!` needs quotation marks.")
        sv("En del av YAML som inte stöds används.",
           "Ankare, alias, taggar, direktiv, ett andra dokument och nycklar som inte är text stöds inte. Tillkännagivanden behöver dem inte, men det gör filer som är gjorda för att fylla minnet. Text som börjar med `&`, `*` eller `!` behöver citattecken.")
        example(Yaml, "lead: !obs vattnet stängs av", "lead: \"!obs vattnet stängs av\""),
    INVALID_JSON "invalid-json" error
        en("A line is not valid JSON.",
           "Each line of a `.jsonl` file is one announcement, as a JSON object (RFC 8259). Commas at the end and comments are no JSON.")
        sv("En rad är inte giltig JSON.",
           "Varje rad i en `.jsonl`-fil är ett tillkännagivande, som ett JSON-objekt (RFC 8259). Kommatecken sist och kommentarer är inte JSON.")
        example(JsonLine, "{\"id\":\"2021-05-18-a\",\"type\":\"news\",\"title\":\"A\",\"published\":\"2021-05-18\",}", "{\"id\":\"2021-05-18-a\",\"type\":\"news\",\"title\":\"A\",\"published\":\"2021-05-18\"}"),

    // Keys and values.
    UNKNOWN_KEY "unknown-key" error
        en("A key does not exist in its table.",
           "A misspelt key would otherwise be lost without a word. Keys of website generators such as `slug` and `weight` are ignored; `ignore_keys` in the table `[check]` of publication.toml adds to them.")
        sv("En nyckel finns inte i sin tabell.",
           "En felstavad nyckel skulle annars gå förlorad utan ett ord. Webbplatsgeneratorers nycklar, som `slug` och `weight`, läses inte; `ignore_keys` i tabellen `[check]` i publication.toml lägger till fler.")
        example(FrontMatter, "titel = \"Vattnet stängs av\"", "title = \"Vattnet stängs av\""),
    IGNORED_KEY "ignored-key" note
        en("Front matter has keys that only other programs read.",
           "Website generators such as Hugo, Zola, Jekyll, Eleventy and Astro have keys of their own, so that one file can serve both. Nothing of them is published. One note names all such keys of a run, at the first of them.")
        sv("Front matter har nycklar som bara andra program läser.",
           "Webbplatsgeneratorer som Hugo, Zola, Jekyll, Eleventy och Astro har egna nycklar, så att en fil kan användas av båda. Inget av dem publiceras. En anmärkning nämner alla sådana nycklar i en körning, vid den första.")
        example(FrontMatter, "layout = \"sida\"", ""),
    MISSING_KEY "missing-key" error
        en("A required key is missing.",
           "Some things must be known of everything that is published, such as the title and the date of an announcement.")
        sv("En nyckel som måste finnas saknas.",
           "En del måste vara känt om allt som publiceras, till exempel rubrik och datum för ett tillkännagivande.")
        example(FrontMatter, "type = \"driftstörning\"\n[disruption]\nservice = \"vatten\"", "type = \"driftstörning\"\n[disruption]\nservice = \"vatten\"\nstarts = 2021-05-18"),
    DUPLICATE_KEY "duplicate-key" error
        en("A key is given twice.",
           "Which of the two values counts would be a guess. Some keys have two names, such as `date` and `published`; only one may be given.")
        sv("En nyckel står två gånger.",
           "Vilket av de två värdena som gäller vore en gissning. En del nycklar har två namn, som `date` och `published`; bara ett får stå.")
        example(FrontMatter, "date = 2021-05-18\npublished = 2021-05-19", "date = 2021-05-18"),
    WRONG_TYPE "wrong-type" error
        en("A value is not of the type that the key takes.",
           "Text, numbers, dates, lists and tables are written in different ways, and none is guessed from another.")
        sv("Ett värde är inte av den typ som nyckeln tar.",
           "Text, tal, datum, listor och tabeller skrivs på olika sätt, och inget gissas från något annat.")
        example(FrontMatter, "tags = \"digitalisering\"", "tags = [\"digitalisering\"]"),
    UNKNOWN_VALUE "unknown-value" error
        en("A word is not one of those that the key takes.",
           "Portals and feeds know only these words. Each can be written in English or in Swedish, in any case.")
        sv("Ett ord är inte ett av dem som nyckeln tar.",
           "Portaler och flöden känner bara till de orden. Varje ord kan skrivas på engelska eller svenska, med stora eller små bokstäver.")
        example(FrontMatter, "type = \"nyhetsbrev\"", "type = \"nyhet\""),
    MISSING_COUNTERPART "missing-counterpart" error
        en("A key is given without the key that it belongs to.",
           "An amount means nothing without its currency, nor a reason of withdrawal without a withdrawal. Give both keys, or neither.")
        sv("En nyckel står utan den nyckel som den hör ihop med.",
           "Ett belopp betyder inget utan valuta, och en orsak till att något dras tillbaka inget om det inte dras tillbaka. Skriv båda nycklarna, eller ingen.")
        example(FrontMatter, "[[offers]]\ndesignation = \"Holmängen 1:2\"\nprice = 450000", "[[offers]]\ndesignation = \"Holmängen 1:2\"\nprice = 450000\ncurrency = \"SEK\""),
    CONFLICTING_KEYS "conflicting-keys" error
        en("Two keys exclude each other.",
           "A draft was never published, so it cannot be withdrawn. A quote is given by its first and last words or as a whole. Remove one of the two.")
        sv("Två nycklar utesluter varandra.",
           "Ett utkast har aldrig publicerats, så det kan inte dras tillbaka. Ett citat anges med sina första och sista ord eller i sin helhet. Ta bort den ena.")
        example(FrontMatter, "draft = true\nwithdrawn = 2021-06-01", "withdrawn = 2021-06-01"),
    BODY_AS_KEY "body-as-key" error
        en("The text of an announcement is given as a key.",
           "In a Markdown file, the text stands below the front matter. Only JSON Lines have it as a key.")
        sv("Tillkännagivandets text står som en nyckel.",
           "I en Markdown-fil står texten nedanför front matter. Bara JSON Lines har den som en nyckel.")
        example(Markdown, "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\nbody = \"På torsdag.\"\n+++", "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\nPå torsdag."),
    EMPTY_TEXT "empty-text" error
        en("A text is empty.",
           "An empty title or name would be published as such. Write something, or remove the key if it is optional.")
        sv("En text är tom.",
           "En tom rubrik eller ett tomt namn skulle publiceras som det är. Skriv något, eller ta bort nyckeln om den får saknas.")
        example(FrontMatter, "lead = \"\"", "lead = \"Vattnet stängs av på torsdag.\""),
    EMPTY_LIST "empty-list" error
        en("A list that needs an item is empty.",
           "A publication has at least one language and one format. Without the key, formats have a default.")
        sv("En lista som behöver något i sig är tom.",
           "En publikation har minst ett språk och ett format. Utan nyckeln finns det förvalda format.")
        example(Publication, "languages = []", "languages = [\"sv\"]"),
    DUPLICATE_ITEM "duplicate-item" error
        en("A list names the same thing twice.",
           "Two names of one topic count as the same. Remove the second one.")
        sv("En lista nämner samma sak två gånger.",
           "Två namn på ett ämne räknas som samma. Ta bort det som står sist.")
        example(FrontMatter, "topics = [\"öppna data\", \"oppna-data\"]", "topics = [\"öppna data\"]"),
    INVALID_CHARACTER "invalid-character" error
        en("A text contains a character that cannot be published.",
           "XML has no control characters, and titles and names have no line breaks. Most come from copying out of other programs. Delete the character.")
        sv("En text innehåller ett tecken som inte kan publiceras.",
           "XML har inga styrtecken, och rubriker och namn har inga radbrytningar. De flesta kommer av att text har kopierats från andra program. Ta bort tecknet.")
        example(FrontMatter, "title = \"Vattnet\\nstängs av\"", "title = \"Vattnet stängs av\""),

    // Values.
    INVALID_DATE "invalid-date" error
        en("A value is not a date.",
           "A day is written as `2021-05-18`, a time as `2021-05-18T10:00:00+02:00`. The day must exist, and a time without an offset must occur once in the publication's time zone.")
        sv("Ett värde är inte ett datum.",
           "En dag skrivs som `2021-05-18`, en tidpunkt som `2021-05-18T10:00:00+02:00`. Dagen måste finnas, och en tid utan skillnad mot UTC måste förekomma en gång i publikationens tidszon.")
        example(FrontMatter, "date = \"18 maj 2021\"", "date = 2021-05-18"),
    DATES_OUT_OF_ORDER "dates-out-of-order" error
        en("A date is before another one that it must follow.",
           "Nothing ends before it begins, or changes before it was published. Minutes are adjusted before a notice is posted; it is appealed and taken down after that.")
        sv("Ett datum ligger före ett annat som det måste följa på.",
           "Inget slutar innan det börjar, eller ändras innan det publicerades. Protokollet justeras innan kungörelsen anslås; sedan överklagas den och tas ned.")
        example(FrontMatter, "date = 2021-05-18\nmodified = 2021-05-17", "date = 2021-05-18\nmodified = 2021-05-19"),
    DOUBTFUL_DATE "doubtful-date" warning
        en("Two dates contradict each other, and one of them is probably wrong.",
           "People cannot comment, appeal or apply after the last day, so it does not come before the announcement, nor after the announcement has expired. What is scheduled or expected has not been, what goes on has begun, and what is resolved is not ahead. A mistyped year looks like this.")
        sv("Två datum motsäger varandra, och ett av dem är troligen fel.",
           "Ingen kan lämna synpunkter, överklaga eller ansöka efter sista dagen, så den ligger varken före tillkännagivandet eller efter att det har upphört. Det som är bestämt eller väntat har inte varit, det som pågår har börjat, och det som är åtgärdat ligger inte framför oss. Så ser ett felskrivet årtal ut.")
        example(FrontMatter, "type = \"samråd\"\n[consultation]\ncloses = 2011-06-01", "type = \"samråd\"\n[consultation]\ncloses = 2021-06-01"),
    TYPE_WITHOUT_PART "type-without-part" warning
        en("The type of an announcement and its facts do not agree.",
           "A public notice says in `[notice]` when it was posted, a disruption in `[disruption]` what is disrupted. Without them, nobody finds the facts in the data. An announcement with such a table is hardly news.")
        sv("Ett tillkännagivandes typ stämmer inte med dess fakta.",
           "En kungörelse anger i `[notice]` när den anslogs, en driftstörning i `[disruption]` vad som är stört. Annars hittar ingen uppgifterna i data. Ett tillkännagivande med en sådan tabell är knappast en nyhet.")
        example(FrontMatter, "type = \"kungörelse\"", "type = \"kungörelse\"\nnotice = { posted = 2021-05-18 }"),
    DATE_IN_FUTURE "date-in-future" warning
        en("A date of something that has happened is in the future.",
           "Feeds and tables would claim a change that nobody has made yet. A later `modified` is left out of every format until its time has come.")
        sv("Ett datum för något som har hänt ligger i framtiden.",
           "Flöden och tabeller skulle påstå en ändring som ingen har gjort ännu. Ett senare `modified` tas inte med i något format förrän dess tid är inne."),
    UNKNOWN_TIME_ZONE "unknown-time-zone" error
        en("A time zone is not in the IANA database.",
           "Dates without an offset are read in this zone. Write a name such as `Europe/Stockholm`.")
        sv("En tidszon finns inte i IANA:s databas.",
           "Datum utan skillnad mot UTC läses i den här zonen. Skriv ett namn som `Europe/Stockholm`.")
        example(Publication, "time_zone = \"CET+1\"", "time_zone = \"Europe/Stockholm\""),
    INVALID_DURATION "invalid-duration" error
        en("A value is not a duration.",
           "Durations are those of ISO 8601 and XML Schema: `P1Y` is a year, `P6M` six months, `P14D` two weeks. XML Schema has no weeks.")
        sv("Ett värde är inte en varaktighet.",
           "Varaktigheter är de i ISO 8601 och XML Schema: `P1Y` är ett år, `P6M` sex månader, `P14D` två veckor. XML Schema har inga veckor.")
        example(FrontMatter, "project = { duration = \"1 år\" }", "project = { duration = \"P1Y\" }"),
    INVALID_EDTF "invalid-edtf" error
        en("A value is not an EDTF date of level 0 or 1.",
           "EDTF says dates that are known in part: `2021-09` a month, `2021-23` an autumn, `2021-09-14/2021-09-16` several days.")
        sv("Ett värde är inte ett datum enligt EDTF, nivå 0 eller 1.",
           "EDTF anger datum som är delvis kända: `2021-09` en månad, `2021-23` en höst, `2021-09-14/2021-09-16` flera dagar.")
        example(FrontMatter, "events = [{ name = \"Marknad\", when = \"hösten 2021\" }]", "events = [{ name = \"Marknad\", when = \"2021-23\" }]"),
    INVALID_NUMBER "invalid-number" error
        en("A number is not valid, or not in the range that the key takes.",
           "A number has at most 15 digits and a point before decimals. Shares are from 0 to 100, the size of a file is in bytes, and a feed has 1 to 500 entries.")
        sv("Ett tal är inte giltigt, eller inte inom det område som nyckeln tar.",
           "Ett tal har högst 15 siffror och punkt före decimaler. Andelar är från 0 till 100, en fils storlek är i byte, och ett flöde har 1 till 500 poster.")
        example(Publication, "feed_size = 1000", "feed_size = 100"),
    INVALID_COORDINATES "invalid-coordinates" error
        en("Coordinates are no point on the Earth, or latitude and longitude are exchanged.",
           "Degrees are those of WGS 84, as maps on the web show them. In Sweden, the latitude is 55 to 69 and the longitude 11 to 24. Metres are those of SWEREF 99 TM, with seven digits to the north and six to the east. A place elsewhere gives its `country`.")
        sv("Koordinater är ingen punkt på jorden, eller så är latitud och longitud omkastade.",
           "Grader är de i WGS 84, som kartor på webben visar dem. I Sverige är latituden 55 till 69 och longituden 11 till 24. Meter är de i SWEREF 99 TM, med sju siffror norrut och sex österut. En plats någon annanstans anger sitt `country`.")
        example(FrontMatter, "places = [{ name = \"Torget\", coordinates = { latitude = 12.32, longitude = 58.38 } }]", "places = [{ name = \"Torget\", coordinates = { latitude = 58.38, longitude = 12.32 } }]"),
    INVALID_FILE "invalid-file" error
        en("A file beside a source cannot be published.",
           "A path without `https://` is that of a file in the directory of the source, or below it. The file is published with the announcement. It must be there, be of a type that is published, and be what its name says. SVG, HTML and XML are not published, since they can hold scripts. A picture is a whole JPEG, PNG or WebP.")
        sv("En fil bredvid en källa går inte att publicera.",
           "En sökväg utan `https://` är den till en fil i källans mapp, eller under den. Filen publiceras med tillkännagivandet. Den måste finnas, vara av en typ som publiceras, och vara vad namnet säger. SVG, HTML och XML publiceras inte, eftersom de kan innehålla skript. En bild är en hel JPEG, PNG eller WebP."),
    FILE_CONTRADICTS "file-contradicts" error
        en("A source says something else about a file than the file itself.",
           "The media type, the size, the width and the height of a file beside a source are read from the file. They need not be written. Write the value of the help, or leave the key out.")
        sv("En källa säger något annat om en fil än filen själv.",
           "Medietyp, storlek, bredd och höjd för en fil bredvid en källa läses från filen. De behöver inte skrivas. Skriv värdet i hjälpen, eller utelämna nyckeln."),
    LARGE_PICTURE "large-picture" warning
        en("A picture is larger than a page needs.",
           "Whoever reads the page with a telephone waits for it. A picture of 1600 pixels across, saved as JPEG or WebP, is far below 1 MB.")
        sv("En bild är större än en sida behöver.",
           "Den som läser sidan i en telefon får vänta. En bild som är 1600 bildpunkter bred, sparad som JPEG eller WebP, är långt under 1 MB."),
    UNUSED_FILE "unused-file" warning
        en("No announcement refers to a file beside the sources.",
           "Only files that an announcement refers to are published. Name the file in `attachments`, in `images` or in the text, or remove it.")
        sv("Inget tillkännagivande hänvisar till en fil bredvid källorna.",
           "Bara filer som ett tillkännagivande hänvisar till publiceras. Ange filen i `attachments`, i `images` eller i texten, eller ta bort den."),
    INVALID_AREA "invalid-area" error
        en("An area is no polygon, or its file cannot be read.",
           "An area is a GeoJSON file (RFC 7946) in the directory of the file that names it. It has one Polygon or MultiPolygon in degrees (WGS 84), the longitude first. A ring has at least four positions, ends where it begins, and does not cross or touch itself. `ogr2ogr -t_srs EPSG:4326 -lco RFC7946=YES new.geojson old.geojson` converts other files.")
        sv("Ett område är ingen polygon, eller så går dess fil inte att läsa.",
           "Ett område är en GeoJSON-fil (RFC 7946) i samma mapp som filen som nämner den. Den har en Polygon eller MultiPolygon i grader (WGS 84), longituden först. En ring har minst fyra positioner, slutar där den börjar, och korsar eller rör inte vid sig själv. `ogr2ogr -t_srs EPSG:4326 -lco RFC7946=YES ny.geojson gammal.geojson` konverterar andra filer.")
        example(FrontMatter, "places = [{ name = \"Torget\", area = \"omrade.shp\" }]", "places = [{ name = \"Torget\", area = { type = \"Polygon\", coordinates = [[[12.3, 58.3], [12.4, 58.3], [12.4, 58.4], [12.3, 58.3]]] } }]"),
    INVALID_ADDRESS "invalid-address" error
        en("A value is not a web address or an IRI.",
           "An address is written as a whole, beginning with `https://` or `http://`. It must not contain a user name, which would be published.")
        sv("Ett värde är inte en webbadress eller en IRI.",
           "En adress skrivs i sin helhet och börjar med `https://` eller `http://`. Den får inte innehålla ett användarnamn, som skulle publiceras.")
        example(FrontMatter, "source = \"www.exempel.example/nyhet\"", "source = \"https://www.exempel.example/nyhet\""),
    INVALID_EMAIL "invalid-email" error
        en("A value is not an e-mail address.",
           "The address stands alone, without the name of the person.")
        sv("Ett värde är inte en e-postadress.",
           "Adressen står för sig, utan personens namn.")
        example(FrontMatter, "contacts = [{ name = \"Åsa\", email = \"Åsa <asa@exempel.example>\" }]", "contacts = [{ name = \"Åsa\", email = \"asa@exempel.example\" }]"),
    INVALID_PHONE "invalid-phone" error
        en("A value is not a telephone number.",
           "It is published with its calling code, so that it can be dialled from anywhere. Write it with its area code, and words in a key of their own.")
        sv("Ett värde är inte ett telefonnummer.",
           "Det publiceras med landskod, så att det går att ringa varifrån som helst. Skriv det med riktnummer, och ord i en egen nyckel.")
        example(FrontMatter, "contacts = [{ name = \"Åsa\", phone = \"72 00 00\" }]", "contacts = [{ name = \"Åsa\", phone = \"0521-72 00 00\" }]"),
    INVALID_LANGUAGE "invalid-language" error
        en("A value is not a language tag.",
           "Languages are named by registered tags (BCP 47) such as `sv`, `en` or `en-GB`. Programs know no others.")
        sv("Ett värde är inte en språktagg.",
           "Språk anges med registrerade taggar (BCP 47) som `sv`, `en` eller `en-GB`. Program känner inte till några andra.")
        example(FrontMatter, "lang = \"svenska språket\"", "lang = \"sv\""),
    INVALID_MEDIA_TYPE "invalid-media-type" error
        en("A value is not a media type.",
           "Media types tell programs what a file is: `application/pdf`, `image/jpeg`. They are in lower case and without parameters.")
        sv("Ett värde är inte en medietyp.",
           "Medietyper talar om för program vad en fil är: `application/pdf`, `image/jpeg`. De skrivs med små bokstäver och utan parametrar.")
        example(FrontMatter, "attachments = [{ title = \"Protokoll\", url = \"https://exempel.example/a.pdf\", media_type = \"PDF\" }]", "attachments = [{ title = \"Protokoll\", url = \"https://exempel.example/a.pdf\", media_type = \"application/pdf\" }]"),
    UNKNOWN_CODE "unknown-code" error
        en("A code is not in the table that it should be of.",
           "Themes, frequencies, access rights and availabilities are codes of the EU. Countries have codes of ISO 3166-1, currencies of ISO 4217. Portals know only these.")
        sv("En kod finns inte i den tabell som den ska vara från.",
           "Teman, frekvenser, åtkomsträttigheter och tillgänglighet är EU:s koder. Länder har koder i ISO 3166-1, valutor i ISO 4217. Portaler känner bara till dem.")
        example(FrontMatter, "themes = [\"Miljö\"]", "themes = [\"ENVI\"]"),
    UNKNOWN_LICENCE "unknown-licence" error
        en("A licence is not in the list of DCAT-AP-SE.",
           "Portals know a licence only by its exact address. The data must be under one that they know.")
        sv("En licens finns inte i DCAT-AP-SE:s lista.",
           "Portaler känner igen en licens bara på dess exakta adress. Datamängden måste ha en som de känner till.")
        example(Publication, "licence = \"CC0\"", "licence = \"http://creativecommons.org/publicdomain/zero/1.0/\""),

    // The register.
    UNKNOWN_TOPIC "unknown-topic" error
        en("A topic is not in the register.",
           "A topic has its own feed, and the same name in every announcement. So it is registered once, in `register.toml`, and named by its key, name or alias.")
        sv("Ett ämne finns inte i registret.",
           "Ett ämne har ett eget flöde, och samma namn i varje tillkännagivande. Därför registreras det en gång, i `register.toml`, och anges med sin nyckel, sitt namn eller ett alias.")
        example(FrontMatter, "topics = [\"digitalisring\"]", "topics = [\"digitalisering\"]"),
    UNKNOWN_ORGANIZATION "unknown-organization" error
        en("An organisation is not in the register.",
           "The publisher, the responsible unit and a parent organisation are entries of `register.toml`. They are named by their key, name or alias.")
        sv("En organisation finns inte i registret.",
           "Utgivaren, den ansvariga enheten och en överordnad organisation är poster i `register.toml`. De anges med sin nyckel, sitt namn eller ett alias.")
        example(FrontMatter, "publisher = \"Exempel kommun\"", "publisher = \"Exempels kommun\""),
    UNKNOWN_BOARD "unknown-board" error
        en("A notice board is not in the register.",
           "A board has a name, an operator and a place, which all of its notices share. So it is registered once, in `register.toml`, and named by its key, name or alias.")
        sv("En anslagstavla finns inte i registret.",
           "En anslagstavla har ett namn, en ansvarig och en plats som alla dess kungörelser har gemensamt. Därför registreras den en gång, i `register.toml`, och anges med sin nyckel, sitt namn eller ett alias.")
        example(FrontMatter, "type = \"kungörelse\"\n[notice]\nposted = 2021-05-18\nboard = \"Anslagstavla\"", "type = \"kungörelse\"\n[notice]\nposted = 2021-05-18\nboard = \"Anslagstavlan\""),
    UNKNOWN_PLACE "unknown-place" error
        en("An entry of the register is at a place that the register does not have.",
           "`place` takes the key of an entry of `places`.")
        sv("En organisation i registret ligger på en plats som inte finns i registret.",
           "`place` tar nyckeln till en post i `places`.")
        example(Register, "[organizations.skolan]\nname = \"Skolan\"\nplace = \"exempelstad\"", "[organizations.skolan]\nname = \"Skolan\"\nplace = \"exempelstad\"\n\n[places.exempelstad]\nname = \"Exempelstad\""),
    UNKNOWN_SUCCESSOR "unknown-successor" error
        en("The feed of a retired entry leads to an entry that does not exist.",
           "`see` tells subscribers where to go. It takes the key of another entry of the same table, or a web address.")
        sv("Flödet för en post som har upphört leder till en post som inte finns.",
           "`see` säger vart prenumeranter ska vända sig. Det tar nyckeln till en annan post i samma tabell, eller en webbadress.")
        example(Register, "[topics.data]\nname = \"data\"\nretired = { date = 2021-05-18, see = \"oppen-data\" }", "[topics.data]\nname = \"data\"\nretired = { date = 2021-05-18, see = \"oppna-data\" }"),
    INVALID_REGISTER_KEY "invalid-register-key" error
        en("A key of the register is not in a-z, 0-9 and single hyphens.",
           "The key becomes part of an address that must never change.")
        sv("En nyckel i registret är inte skriven med a-z, 0-9 och enstaka bindestreck.",
           "Nyckeln blir en del av en adress som aldrig får ändras.")
        example(Register, "[topics.Friluftsliv]\nname = \"friluftsliv\"", "[topics.friluftsliv]\nname = \"friluftsliv\""),
    DEVICE_NAME "device-name" refusal
        en("A key of the register is the name of a device.",
           "The key becomes the name of files. Windows refuses `con`, `nul`, `aux`, `prn`, `com1`, `lpt1` and the like, whatever their extension. Keep a key that is published, and export with `--allow device-name`.")
        sv("En nyckel i registret är namnet på en enhet.",
           "Nyckeln blir namn på filer. Windows vägrar `con`, `nul`, `aux`, `prn`, `com1`, `lpt1` och liknande, oavsett filändelse. Behåll en nyckel som är publicerad, och exportera med `--allow device-name`.")
        example(Register, "[topics.con]\nname = \"konferenser\"", "[topics.konferenser]\nname = \"konferenser\""),
    AMBIGUOUS_NAME "ambiguous-name" error
        en("A word stands for two entries of the register.",
           "Entries are found by their key, their names and their aliases, so a word can mean only one of them.")
        sv("Ett ord står för två poster i registret.",
           "Poster hittas genom sin nyckel, sina namn och sina alias, så ett ord kan bara betyda en av dem.")
        example(Register, "[topics.data]\nname = \"öppna data\"", "[topics.data]\nname = \"data\""),
    CIRCULAR_UNIT "circular-unit" error
        en("An organisation is a unit of itself.",
           "`unit_of` leads from a unit to the organisation above it. The uppermost one has no `unit_of`.")
        sv("En organisation är en enhet inom sig själv.",
           "`unit_of` leder från en enhet till organisationen ovanför. Den översta har inget `unit_of`.")
        example(Register, "[organizations.skolan]\nname = \"Skolan\"\nunit_of = \"skolan\"", "[organizations.skolan]\nname = \"Skolan\"\nunit_of = \"exempels-kommun\""),
    INVALID_ORGANIZATION_NUMBER "invalid-organization-number" error
        en("An organisation number is not valid.",
           "It has ten digits, and the last one follows from the others. So one that is mistyped is found.")
        sv("Ett organisationsnummer är inte giltigt.",
           "Det har tio siffror, och den sista följer av de andra. Därför upptäcks det om en siffra är fel.")
        example(Register, "[organizations.skolan]\nname = \"Skolan\"\nnumber = \"212000-1539\"", "[organizations.skolan]\nname = \"Skolan\"\nnumber = \"212000-1538\""),
    INVALID_MUNICIPALITY_CODE "invalid-municipality-code" error
        en("A municipality code is not four digits.",
           "The code is that of Statistics Sweden, two digits for the county and two for the municipality.")
        sv("En kommunkod är inte fyra siffror.",
           "Koden är SCB:s, två siffror för länet och två för kommunen.")
        example(Register, "[organizations.skolan]\nname = \"Skolan\"\nmunicipality_code = \"148\"", "[organizations.skolan]\nname = \"Skolan\"\nmunicipality_code = \"1487\""),
    REGISTERED_PROGRAMME "registered-programme" error
        en("Spellings are given of a programme that the register has.",
           "They belong to the entry of the register, as `alternate_names`, so that every announcement has them.")
        sv("Skrivsätt anges för ett program som finns i registret.",
           "De hör till posten i registret, som `alternate_names`, så att varje tillkännagivande har dem.")
        example(FrontMatter, "project = { programme = \"Gröna städer\", programme_aka = [\"Grön stad\"] }", "project = { programme = \"Gröna städer\" }"),
    UNREGISTERED_NAME "unregistered-name" note
        en("A name that is not in the register is used for the second time.",
           "Each use is published as a thing of its own. Once registered, all uses are the same organisation, place or programme.")
        sv("Ett namn som inte finns i registret används för andra gången.",
           "Varje gång publiceras det som något för sig. När det är registrerat är det samma organisation, plats eller program överallt."),

    // Announcements.
    HTML_IN_TEXT "html-in-text" warning
        en("The text of an announcement contains HTML.",
           "Plain text has the words of HTML without its markup, and feeds remove what could be harmful. Write it in Markdown, or `\\<` for a `<` in the text.")
        sv("Texten i ett tillkännagivande innehåller HTML.",
           "Ren text har orden i HTML utan uppmärkningen, och flöden tar bort det som kan vara skadligt. Skriv det i Markdown, eller `\\<` för ett `<` i texten.")
        example(Markdown, "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\nPå <b>torsdag</b>.", "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\nPå **torsdag**."),
    UNCLOSED_COMMENT "unclosed-comment" error
        en("A comment begins with `<!--` and never ends.",
           "Nothing after it would be published, or the comment would be. Write `-->` where it ends, or `\\<!--` for the characters themselves.")
        sv("En kommentar börjar med `<!--` och tar aldrig slut.",
           "Antingen skulle inget efter den publiceras, eller så skulle kommentaren det. Skriv `-->` där den slutar, eller `\\<!--` för själva tecknen.")
        example(Markdown, "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\nVi <!-- fråga Åsa igen.", "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\nVi <!-- fråga Åsa --> igen."),
    INCOMPLETE_ADDRESS "incomplete-address" warning
        en("The address of a link has no scheme such as `https:`.",
           "Without a scheme, an address is one of the own site. Pages and feeds get the complete address; the Markdown is published as it is.")
        sv("Adressen i en länk saknar protokoll, som `https:`.",
           "Utan protokoll är en adress en sida på den egna webbplatsen. Sidor och flöden får den fullständiga adressen; Markdown publiceras som det är.")
        example(Markdown, "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\n[Karta](www.example.org)", "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\n[Karta](https://www.example.org)"),
    UNPUBLISHED_LINK "unpublished-link" warning
        en("A link or a picture is published as text alone.",
           "Its address is missing, has a space, or begins with something else than `https:`, `http:`, `mailto:` or `tel:`. Write the whole address, with `%20` for a space.")
        sv("En länk eller en bild publiceras bara som text.",
           "Adressen saknas, har ett mellanslag eller börjar med något annat än `https:`, `http:`, `mailto:` eller `tel:`. Skriv hela adressen, med `%20` för ett mellanslag.")
        example(Markdown, "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\n[Karta](https://www.vanersborg.se/ny karta.pdf)", "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\n[Karta](https://www.vanersborg.se/ny%20karta.pdf)"),
    UNUSED_DEFINITION "unused-definition" warning
        en("Nothing refers to a link definition or a footnote.",
           "A line such as `[name]: address` is no text in Markdown, and no page shows it. A footnote that the text does not refer to stands at the end.")
        sv("Ingenting hänvisar till en länkdefinition eller en fotnot.",
           "En rad som `[namn]: adress` är ingen text i Markdown, och ingen sida visar den. En fotnot som texten inte hänvisar till står sist.")
        example(Markdown, "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\n[OBS]: stängt", "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\n\\[OBS]: stängt"),
    EXTRA_CELLS "extra-cells" warning
        en("A table row has more cells than the header.",
           "Markdown leaves them out. Add columns to the header, or write `\\|` for a `|` in the text.")
        sv("En tabellrad har fler celler än rubrikraden.",
           "Markdown tar inte med dem. Lägg till kolumner i rubrikraden, eller skriv `\\|` för ett `|` i texten.")
        example(Markdown, "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\n| Dag | Tid |\n|---|---|\n| Måndag | 9 | 10 |", "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\n| Dag | Från | Till |\n|---|---|---|\n| Måndag | 9 | 10 |"),
    MISPLACED_EMPHASIS "misplaced-emphasis" warning
        en("A letter stands directly beside the asterisks of bold or italic text.",
           "After a punctuation mark, Markdown ends bold text only before a space. Pages and feeds show it as bold; other programs show the asterisks.")
        sv("En bokstav står direkt intill asteriskerna för fet eller kursiv text.",
           "Efter ett skiljetecken avslutar Markdown fet text bara före ett mellanslag. Sidor och flöden visar den som fet; andra program visar asteriskerna.")
        example(Markdown, "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\n**Kontakt:**Anna", "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\n**Kontakt:** Anna"),
    RENUMBERED_ITEM "renumbered-item" warning
        en("An item of a list gets another number than it is written with.",
           "In Markdown the first number of a list counts, and the others follow it. Write `\\.` after a number that must stay, and an empty line before it.")
        sv("En punkt i en lista får ett annat nummer än det som står där.",
           "I Markdown gäller det första numret i en lista, och de andra följer efter det. Skriv `\\.` efter ett nummer som ska stå kvar, och en tom rad före det.")
        example(Markdown, "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\n45. Budget\n47. Val", "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\n45. Budget\n\n47\\. Val"),
    QUOTE_NOT_FOUND "quote-not-found" error
        en("A quote is not in the text of the announcement.",
           "A quote is published as somebody's words, so it must stand in the text as it is. `match` gives its first and last words.")
        sv("Ett citat finns inte i tillkännagivandets text.",
           "Ett citat publiceras som någons ord, så det måste stå i texten som det är. `match` anger dess första och sista ord.")
        example(Markdown, "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\nquotes = [{ match = \"Vi är … ledsna\", speakers = [{ name = \"Åsa\" }] }]\n+++\n\nVi beklagar det, säger Åsa.", "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\nquotes = [{ match = \"Vi … det\", speakers = [{ name = \"Åsa\" }] }]\n+++\n\nVi beklagar det, säger Åsa."),
    AMBIGUOUS_QUOTE "ambiguous-quote" error
        en("A quote fits two places of the text.",
           "Nobody guesses whose words are meant. Write more of the first or the last words, or all of them with the key `text`.")
        sv("Ett citat passar två ställen i texten.",
           "Ingen gissar vems ord som menas. Skriv fler av de första eller de sista orden, eller alla med nyckeln `text`.")
        example(Markdown, "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\nquotes = [{ match = \"Vi … det\", speakers = [{ name = \"Åsa\" }] }]\n+++\n\nVi beklagar det, säger Åsa. Vi vet det, säger Bo.", "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\nquotes = [{ match = \"Vi beklagar det\", speakers = [{ name = \"Åsa\" }] }]\n+++\n\nVi beklagar det, säger Åsa. Vi vet det, säger Bo."),
    MISSING_SPEAKER "missing-speaker" error
        en("A quote has no speaker.",
           "A quote is somebody's words. Say who, or leave the quote to the text.")
        sv("Det står inte vem som säger ett citat.",
           "Ett citat är någons ord. Skriv vems, eller låt citatet bara stå i texten.")
        example(Markdown, "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\nquotes = [{ match = \"Vi … det\" }]\n+++\n\nVi beklagar det, säger Åsa.", "+++\ntitle = \"Vattnet stängs av\"\ndate = 2021-05-18\ntype = \"nyhet\"\nquotes = [{ match = \"Vi … det\", speakers = [{ name = \"Åsa\" }] }]\n+++\n\nVi beklagar det, säger Åsa."),
    MISSING_SHARE "missing-share" error
        en("A funder pays neither a share nor an amount.",
           "Funding is published with what somebody pays: `percent`, or `amount` with `currency`.")
        sv("En finansiär betalar varken en andel eller ett belopp.",
           "Finansiering publiceras med vad någon betalar: `percent`, eller `amount` med `currency`.")
        example(FrontMatter, "project = { funding = [{ funder = \"Rådet\" }] }", "project = { funding = [{ funder = \"Rådet\", percent = 60 }] }"),
    SHARES_OVER_HUNDRED "shares-over-hundred" error
        en("The shares of a project's funding come to more than 100 per cent.",
           "Together the funders pay the whole at most. Correct the shares.")
        sv("Andelarna i ett projekts finansiering är mer än 100 procent tillsammans.",
           "Tillsammans betalar finansiärerna högst det hela. Rätta andelarna.")
        example(FrontMatter, "project = { funding = [{ funder = \"Rådet\", percent = 60 }, { funder = \"Kommunen\", percent = 50 }] }", "project = { funding = [{ funder = \"Rådet\", percent = 60 }, { funder = \"Kommunen\", percent = 40 }] }"),

    // Data on people.
    PERSONAL_NUMBER "personal-number" warning
        en("A text contains a personal identity number or a coordination number.",
           "Date and check digit fit such a number. It is found in title, lead, text, id, roles, and titles and file names of attachments. Nothing published can be called back, so remove it before the export. If it is another number, `--allow` silences the warning. Messages mask it.")
        sv("En text innehåller ett personnummer eller ett samordningsnummer.",
           "Datum och kontrollsiffra stämmer för ett sådant nummer. Det hittas i rubrik, ingress, text, id, roller samt bilagors titlar och filnamn. Det som har publicerats går inte att ta tillbaka, så ta bort numret före exporten. Om det är ett annat nummer tystar `--allow` varningen. Meddelanden döljer det.")
        example(FrontMatter, "title = \"Beslut om 19121212-1212\"", "title = \"Beslut i ärende KS 2021/123\""),
    PRIVATE_EMAIL "private-email" warning
        en("A text contains an e-mail address of a provider for private persons.",
           "Somebody at the organisation has an address of the organisation. An address that a contact of the announcement has is meant to be public, and gives no warning.")
        sv("En text innehåller en e-postadress hos en leverantör för privatpersoner.",
           "Den som arbetar i organisationen har en adress hos organisationen. En adress som tillkännagivandets kontakt har är tänkt att vara offentlig, och ger ingen varning.")
        example(FrontMatter, "lead = \"Skriv till asa.berg@gmail.com.\"", "lead = \"Skriv till asa.berg@gmail.com.\"\ncontacts = [{ name = \"Åsa Berg\", role = \"samordnare\", email = \"asa.berg@gmail.com\" }]"),
    MOBILE_NUMBER "mobile-number" warning
        en("A text contains a Swedish mobile number that is no contact's.",
           "A mobile number is mostly that of one person. A number that a contact of the announcement has is meant to be public, and gives no warning.")
        sv("En text innehåller ett svenskt mobilnummer som inte är en kontakts.",
           "Ett mobilnummer hör oftast till en enda person. Ett nummer som tillkännagivandets kontakt har är tänkt att vara offentligt, och ger ingen varning.")
        example(FrontMatter, "lead = \"Ring 070-174 06 35.\"", "lead = \"Ring 070-174 06 35.\"\ncontacts = [{ name = \"VA-jouren\", phone = \"070-174 06 35\" }]"),
    NAME_IN_ID "name-in-id" warning
        en("The id has the name of a person whom the announcement names.",
           "The id becomes an address that never changes. It would still name the person when contacts and quotes are removed. People are contacts with a role, speakers, and the secretary of a notice. Without the key `id` it is the name of the file.")
        sv("Id:t innehåller namnet på en person som tillkännagivandet nämner.",
           "Id:t blir en adress som aldrig ändras. Den skulle fortfarande nämna personen när kontakter och citat har tagits bort. Personer är kontakter med en roll, de som citeras, och sekreteraren för ett anslag. Utan nyckeln `id` är det filens namn.")
        example(FrontMatter, "id = \"2021-05-18-asa-berg-slutar\"\ncontacts = [{ name = \"Åsa Berg\", role = \"kanslichef\" }]", "id = \"2021-05-18-kanslichefen-slutar\"\ncontacts = [{ name = \"Åsa Berg\", role = \"kanslichef\" }]"),

    // Data portals.
    MISSING_TRANSLATION "missing-translation" error
        en("A text of the publication is not in its main language and in English.",
           "Portals in other countries show the English text (DCAT-AP).")
        sv("En text i publikationen finns inte på huvudspråket och på engelska.",
           "Portaler i andra länder visar den engelska texten (DCAT-AP).")
        example(Publication, "title = \"Exempels tillkännagivanden\"", "title = { sv = \"Exempels tillkännagivanden\", en = \"Announcements of Exempel\" }"),
    CONTACT_IS_PUBLISHER "contact-is-publisher" error
        en("The contact of a publication is its publisher.",
           "DCAT-AP-SE keeps the publisher (foaf:Agent) and the contact (vcard:Kind) apart, and portals mix up what is both. Name the function or the person that answers.")
        sv("Publikationens kontakt är dess utgivare.",
           "DCAT-AP-SE skiljer på utgivaren (foaf:Agent) och kontakten (vcard:Kind), och portaler blandar ihop det som är båda. Ange den funktion eller person som svarar.")
        example(Publication, "contact = { name = \"Exempels kommun\", email = \"data@exempel.example\" }", "contact = { name = \"Öppna data\", email = \"data@exempel.example\" }"),
    MISSING_PUBLISHER_KIND "missing-publisher-kind" error
        en("The register does not say what kind of organisation the publisher is.",
           "DCAT-AP-SE requires it of a publisher (dcterms:type).")
        sv("Registret säger inte vilken sorts organisation utgivaren är.",
           "DCAT-AP-SE kräver det av en utgivare (dcterms:type).")
        example(Register, "[organizations.exempels-kommun]\nname = \"Exempels kommun\"", "[organizations.exempels-kommun]\nname = \"Exempels kommun\"\nkind = \"kommun\""),
    MISSING_ACCESSIBILITY "missing-accessibility" warning
        en("The publication has pages and no accessibility statement.",
           "Swedish law asks public bodies for one on each site (lagen (2018:1937) om tillgänglighet till digital offentlig service). Every page leads to the statement, which is made from the table `[accessibility]`.")
        sv("Publikationen har sidor men ingen tillgänglighetsredogörelse.",
           "Lagen (2018:1937) om tillgänglighet till digital offentlig service kräver en på varje webbplats. Alla sidor leder till redogörelsen, som görs av tabellen `[accessibility]`.")
        example(Publication, "[output]\nformats = [\"html\"]", "[output]\nformats = [\"turtle\"]"),
    COMPLIANCE_CONTRADICTS "compliance-contradicts" error
        en("The degree of compliance is not that of the shortcomings.",
           "A site that complies fully with the law has no content that breaks it. Any other site says what is wrong.")
        sv("Graden av förenlighet stämmer inte med bristerna.",
           "En webbplats som är helt förenlig med lagen har inget innehåll som bryter mot den. Varje annan webbplats säger vad som brister.")
        example(Publication, "[accessibility]\ncomplies = \"delvis\"\nmethod = \"självskattning\"\nassessed = 2026-11-24\npublished = 2026-11-24\nreviewed = 2026-11-24", "[accessibility]\ncomplies = \"helt\"\nmethod = \"självskattning\"\nassessed = 2026-11-24\npublished = 2026-11-24\nreviewed = 2026-11-24"),
    RECOMMENDED_PROPERTY "recommended-property" warning
        en("The publication lacks a property that DCAT-AP-SE recommends.",
           "Portals show it, or sort by it. The publication is valid without it.")
        sv("Publikationen saknar en egenskap som DCAT-AP-SE rekommenderar.",
           "Portaler visar den, eller sorterar efter den. Publikationen är giltig utan den.")
        example(Publication, "[contact]\nname = \"Öppna data\"\nemail = \"data@exempel.example\"", "[contact]\nname = \"Öppna data\"\nemail = \"data@exempel.example\"\nphone = \"0521-72 00 00\""),
    RECOMMENDED_TRANSLATION "recommended-translation" warning
        en("A text of the publication is missing in a language that portals show.",
           "Portals show texts in the language of the reader. dataportal.se shows Swedish.")
        sv("En text i publikationen saknas på ett språk som portaler visar.",
           "Portaler visar texter på läsarens språk. dataportal.se visar svenska.")
        example(Publication, "[catalogue]\nkeywords = { sv = [\"kommun\"] }", "[catalogue]\nkeywords = { sv = [\"kommun\"], en = [\"municipality\"] }"),
    LANGUAGE_WITHOUT_EU_CODE "language-without-eu-code" warning
        en("A language of the publication has no code of the EU that is known here.",
           "The catalogue names languages by the EU's codes, and leaves this one out. Write a common tag, such as `fi`.")
        sv("Ett av publikationens språk har ingen EU-kod som är känd här.",
           "Katalogen anger språk med EU:s koder, och utelämnar det här. Skriv en vanlig tagg, som `fi`.")
        example(Publication, "languages = [\"sv\", \"en\", \"qaa\"]", "languages = [\"sv\", \"en\", \"fi\"]"),
    KEYWORD_NOT_LOWER_CASE "keyword-not-lower-case" warning
        en("A keyword is not in lower case.",
           "Portals count `Kommun` and `kommun` as two keywords (DCAT-AP-SE).")
        sv("Ett nyckelord är inte skrivet med små bokstäver.",
           "Portaler räknar `Kommun` och `kommun` som två nyckelord (DCAT-AP-SE).")
        example(Publication, "[catalogue]\nkeywords = { sv = [\"Kommun\"], en = [\"municipality\"] }", "[catalogue]\nkeywords = { sv = [\"kommun\"], en = [\"municipality\"] }"),
    UNRECOGNISED_PLACE "unrecognised-place" warning
        en("Portals do not recognise the address of a place.",
           "They know places of GeoNames, and countries, continents and places of the EU. See <https://www.geonames.org>.")
        sv("Portaler känner inte igen adressen till en plats.",
           "De känner till platser i GeoNames, och EU:s länder, kontinenter och platser. Se <https://www.geonames.org>.")
        example(Publication, "[catalogue]\nspatial = [\"https://exempel.example/\"]", "[catalogue]\nspatial = [\"https://sws.geonames.org/2665170/\"]"),
}

/// Problems of announcements that may only follow from errors of the register.
pub(crate) const OF_THE_REGISTER: [&Code; 4] =
    [UNKNOWN_ORGANIZATION, UNKNOWN_TOPIC, REGISTERED_PROGRAMME, UNREGISTERED_NAME];

/// Advice that only a check gives, and no export.
pub const ADVICE: [&Code; 1] = [UNREGISTERED_NAME];

/// Problems that are data on people. Their lines are not for everybody who reads messages.
pub(crate) const PERSONAL: [&Code; 4] = [PERSONAL_NUMBER, PRIVATE_EMAIL, MOBILE_NUMBER, NAME_IN_ID];

/// Notes that a run shows once for all files, since whoever has one such file has many.
pub(crate) const ONCE_A_RUN: [&Code; 2] = [CRLF, BYTE_ORDER_MARK];
