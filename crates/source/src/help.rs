use crate::{
    entry::{Entry, Notation, Sample},
    foreign::ForeignFormat,
    keys::Keys,
    noun::Noun,
    replacement::{Replacement, Scalar, quoted},
};
use anslag_core::{
    BodyError, BodyWarning, PassageChoice, PassageError, Slug,
    limit::{Limit, Unit},
};
use anslag_wording::wording;
use jiff::civil::Date;
use std::fmt;

wording! {
    /// Advice on fixing a problem.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum Help {
        // What fits to many messages.
        DidYouMean { name: Replacement }
            en("did you mean `{}`?", name.bare())
            sv("menade du `{}`?", name.bare()),
        Replace { by: Replacement }
            en("write `{by}`")
            sv("skriv `{by}`"),
        Add { entry: Entry, hint: Hint }
            en("add `{entry}`{hint}")
            sv("lägg till `{entry}`{hint}"),
        WriteAs { example: &'static str }
            en("write it as `{example}`")
            sv("skriv det som `{example}`"),
        WriteAsIn { example: &'static str }
            en("write it as in `{example}`")
            sv("skriv det som i `{example}`"),
        WriteOneOf { words: Vec<(&'static str, &'static str)> }
            en("write one of {}", in_both_languages(words.iter().copied()))
            sv("skriv något av {}", in_both_languages(words.iter().map(|(key, swedish)| (*swedish, *key)))),
        LeaveOneOut
            en("remove one of the two")
            sv("ta bort det ena av de två"),
        LeaveSecondOut
            en("remove the second one")
            sv("ta bort det som står sist"),
        DeleteIt
            en("delete it in the source too, so that a search for the words finds them there")
            sv("ta bort det i källan också, så att en sökning efter orden hittar dem där"),
        DeleteInvisible
            en("delete the character, which is invisible")
            sv("ta bort tecknet, som inte syns"),

        RemoveNumber
            en("remove it: what is published is copied and kept by others")
            sv("ta bort det: det som publiceras kopieras och sparas av andra"),
        OfficialEmail
            en("write an address of the organisation, or give this one as `email` of a contact if it is meant to be public")
            sv("skriv en adress hos organisationen, eller ange den här som `email` för en kontakt om den ska vara offentlig"),
        OfficialPhone
            en("remove it, or give it as `phone` of a contact if it is meant to be public")
            sv("ta bort det, eller ange det som `phone` för en kontakt om det ska vara offentligt"),
        IdWithoutName
            en("leave the name out before the first export: the id is an address, which stays when data on people are removed")
            sv("utelämna namnet före den första exporten: id:t är en adress, som finns kvar när uppgifter om personer tas bort"),

        // The file and its text.
        CopyExample
            en("copy the one of the example, and change it")
            sv("kopiera exemplets fil och ändra den"),
        LetRead
            en("give the user who publishes permission to read it, or remove it")
            sv("ge den användare som publicerar rätt att läsa den, eller ta bort den"),
        PutFile
            en("put the file itself there, or remove this")
            sv("lägg själva filen där, eller ta bort det här"),
        PutFileOrFollow
            en("put the file itself there, or write `follow_links = true` in the table `[check]` of publication.toml")
            sv("lägg själva filen där, eller skriv `follow_links = true` i tabellen `[check]` i publication.toml"),
        PutFolder
            en("put the directory itself there, or remove the link")
            sv("lägg själva mappen där, eller ta bort länken"),
        Extensions
            en("rename it to `….md` (one announcement) or `….jsonl` (one a line), or move it elsewhere")
            sv("döp den till `….md`, med ett tillkännagivande, eller `….jsonl`, med ett per rad; eller lägg den någon annanstans"),
        Rename { to: String }
            en("rename it to `{to}`")
            sv("döp om den till `{to}`"),
        WholeAddressOfFile
            en("write the whole address, such as `https://…`")
            sv("skriv hela adressen, till exempel `https://…`"),
        PutFileBeside
            en("put the file into the directory of this file, or write the whole address, such as `https://…`")
            sv("lägg filen i samma mapp som den här filen, eller skriv hela adressen, till exempel `https://…`"),
        NearFile { name: String }
            en("did you mean `{name}`?")
            sv("menade du `{name}`?"),
        PublishedTypes
            en("save it as PDF, text, an Office file or the like, or put it into a ZIP file; SVG, HTML and XML can hold scripts")
            sv("spara den som PDF, text, Office-fil eller liknande, eller lägg den i en ZIP-fil; SVG, HTML och XML kan innehålla skript"),
        SavePicture
            en("save the picture again, as JPEG, PNG or WebP")
            sv("spara bilden på nytt, som JPEG, PNG eller WebP"),
        SaveFileAgain
            en("save the file again, or give it the right extension")
            sv("spara filen på nytt, eller ge den rätt filändelse"),
        Shrink
            en("make it smaller: a page shows at most about 1600 pixels across")
            sv("gör den mindre: en sida visar högst ungefär 1600 bildpunkter på bredden"),
        ReferOrRemove
            en("refer to it in `attachments`, in `images` or in the text, or remove it")
            sv("hänvisa till den i `attachments`, i `images` eller i texten, eller ta bort den"),
        OtherName
            en("rename it")
            sv("byt namn på den"),
        Shorten
            en("publish it elsewhere, and link to it")
            sv("publicera den någon annanstans, och länka till den"),
        SmallerFile
            en("make it smaller")
            sv("gör den mindre"),
        FewerBrackets
            en("nest the rules in fewer brackets")
            sv("lägg reglerna inom färre parenteser"),
        MoveToAnnouncements
            en("move it into the directory `announcements`")
            sv("flytta den till mappen `announcements`"),
        MoveAway
            en("move it elsewhere, or begin its name with a dot")
            sv("lägg den någon annanstans, eller börja dess namn med en punkt"),
        NoThemeRequest
            en("remove it: a theme has colours, fonts that are installed and sizes; the logo is `theme/logo.svg`")
            sv("ta bort det: ett tema har färger, installerade typsnitt och storlekar; logotypen är `theme/logo.svg`"),
        LegibleAccent { color: String, is_dark: bool }
            en("write `--accent: {color}`{}", if *is_dark { " in `@media (prefers-color-scheme: dark) { :root { … } }`" } else { "" })
            sv("skriv `--accent: {color}`{}", if *is_dark { " i `@media (prefers-color-scheme: dark) { :root { … } }`" } else { "" }),
        LogoFormats
            en("save the logo as SVG, PNG or WebP, with `.svg`, `.png` or `.webp` at the end of its name")
            sv("spara logotypen som SVG, PNG eller WebP, med `.svg`, `.png` eller `.webp` sist i namnet"),
        OneLogo
            en("keep one of the logos")
            sv("behåll en av logotyperna"),
        KeepOrHide
            en("keep it for the website, or remove it")
            sv("behåll den för webbplatsen, eller ta bort den"),
        FileOfItsOwn
            en("move this announcement to a file of its own, or write `\\` before the line if it is text")
            sv("flytta det här tillkännagivandet till en egen fil, eller skriv `\\` före raden om det är text"),
        OneEach
            en("write one announcement a file, or one a line of JSON Lines")
            sv("skriv ett tillkännagivande per fil, eller ett per rad i JSON Lines"),
        OtherId
            en("give the newer one another id: an id is an address, and stays with its announcement for ever")
            sv("ge det nyare ett annat id: ett id är en adress, och hör för alltid till sitt tillkännagivande"),
        MarkChange { day: Date }
            en("set `modified` to {}, so that readers are told", *day)
            sv("sätt `modified` till {}, så att läsare får veta det", *day),
        MakeFolder
            en("create it for the files of the announcements, or name the right directory with `--data`")
            sv("skapa den för tillkännagivandenas filer, eller ange rätt mapp med `--data`"),
        IdOfAnother
            en("`replaces`, `translation_of` and `translations` take the ids of other announcements")
            sv("`replaces`, `translation_of` och `translations` tar andra tillkännagivandens id"),
        SaveAsUtf8
            en("save the file as UTF-8")
            sv("spara filen med teckenkodningen UTF-8"),
        SaveAsText
            en("copy its text into a file that is saved as UTF-8")
            sv("kopiera texten till en fil som sparas med teckenkodningen UTF-8"),
        SaveWithLfAndNoMark
            en("save the file with Unix line ends (LF), as UTF-8 without a byte order mark")
            sv("spara filen med radslut som i Unix (LF), som UTF-8 utan BOM"),
        SaveWithoutMark
            en("save the file as UTF-8 without a byte order mark")
            sv("spara filen som UTF-8 utan BOM"),
        SaveWithLf
            en("save the file with Unix line ends (LF)")
            sv("spara filen med radslut som i Unix (LF)"),
        SaveAsNfc
            en("save the file in Unicode normal form NFC")
            sv("spara filen i Unicodes normalform NFC"),

        // The front matter.
        BeginWithFrontMatter
            en("begin the file with a line of `+++`, keys such as `title = \"…\"`, and another line of `+++`")
            sv("börja filen med en rad `+++`, nycklar som `title = \"…\"`, och en rad `+++` till"),
        WriteBelowFrontMatter
            en("write long texts below the front matter, and what is shared into register.toml")
            sv("skriv långa texter nedanför front matter, och det som är gemensamt i register.toml"),
        EndFrontMatter { line: &'static str }
            en("add a line `{line}` below the last key")
            sv("skriv en rad `{line}` under den sista nyckeln"),
        ShorterList { count: usize }
            en("the list has {count} items: shorten it, or divide the announcement")
            sv("listan har {count} poster: korta den, eller dela upp tillkännagivandet"),
        ShorterText
            en("shorten the text, or divide it into several announcements")
            sv("korta texten, eller dela upp den på flera tillkännagivanden"),
        FewerAttributes
            en("remove attributes: an export keeps few of them")
            sv("ta bort attribut: få av dem publiceras"),
        CloseElements
            en("use fewer levels, and close each HTML element with its end tag")
            sv("använd färre nivåer, och avsluta varje HTML-element med dess sluttagg"),
        FewerLevels
            en("use fewer levels")
            sv("använd färre nivåer"),

        // TOML.
        KeyAndValue
            en("write a key and its value a line, as in `title = \"…\"`; a key is in a-z, 0-9, `-` and `_`")
            sv("skriv en nyckel och dess värde per rad, som i `title = \"…\"`; en nyckel har a-z, 0-9, `-` och `_`"),
        CloseHeading
            en("write as many `]` after its name as it has `[` before it, as in `[project]` and `[[events]]`")
            sv("skriv lika många `]` efter namnet som det har `[` före, som i `[project]` och `[[events]]`"),

        PlainQuotationMark
            en("write `\"` before and after the text")
            sv("skriv `\"` före och efter texten"),
        PlainSpaces
            en("write plain spaces in this line")
            sv("skriv vanliga mellanslag på raden"),

        // JSON.
        OneObjectALine
            en("each line is one announcement as a JSON object, `{{\"id\":\"…\",…}}`")
            sv("varje rad är ett tillkännagivande som ett JSON-objekt, `{{\"id\":\"…\",…}}`"),
        RemoveComma
            en("remove the comma before it")
            sv("ta bort kommatecknet före det"),
        CommaBefore
            en("write `,` before it")
            sv("skriv `,` före det"),
        ColonAndValue
            en("write `:` and a value after the key, as in `\"title\": \"…\"`")
            sv("skriv `:` och ett värde efter nyckeln, som i `\"title\": \"…\"`"),
        RemoveComment
            en("remove the comment")
            sv("ta bort kommentaren"),
        EscapeInJson
            en("write a line break as `\\n` and a tab as `\\t`")
            sv("skriv en radbrytning som `\\n` och en tabb som `\\t`"),

        // YAML.
        OrCloseBracket { help: Box<Help>, bracket: char }
            en("{help}; or close the `{bracket}` further up")
            sv("{help}; eller avsluta `{bracket}` längre upp"),
        OneDocument
            en("remove `...` and `---` in the middle: all keys are one document")
            sv("ta bort `...` och `---` i mitten: alla nycklar är ett dokument"),
        KeyALine
            en("write a key a line, as in `title: …`")
            sv("skriv en nyckel per rad, som i `title: …`"),
        KeyALineOrToml
            en("write a key a line, as in `title: …`; TOML stands between two lines of `+++`")
            sv("skriv en nyckel per rad, som i `title: …`; TOML står mellan två rader `+++`"),
        NameOfKey
            en("write the name of a key, as in `title: …`")
            sv("skriv namnet på en nyckel, som i `title: …`"),
        WriteOut
            en("repeat the value, or put text that begins with `&` or `*` between quotation marks")
            sv("upprepa värdet, eller sätt text som börjar med `&` eller `*` inom citattecken"),
        NoTag
            en("remove it, or put text that begins with `!` between quotation marks")
            sv("ta bort taggen, eller sätt text som börjar med `!` inom citattecken"),
        NoDirective
            en("remove the line")
            sv("ta bort raden"),
        IndentWithSpaces
            en("indent with spaces")
            sv("gör indrag med mellanslag"),
        QuoteColon
            en("put text with a colon between quotation marks")
            sv("skriv text med kolon i inom citattecken"),
        QuoteBrackets
            en("put text with brackets between quotation marks")
            sv("skriv text med hakparentes eller klammer i inom citattecken"),
        QuoteAnchor
            en("put text that begins with `&` or `*` between quotation marks")
            sv("skriv text som börjar med `&` eller `*` inom citattecken"),
        QuoteText
            en("put the text between quotation marks")
            sv("skriv texten inom citattecken"),
        SameColumn
            en("begin the keys of one table, and the `-` of one list, in the same column")
            sv("börja nycklarna i en tabell, och `-` i en lista, i samma kolumn"),
        SeparateItems
            en("write `,` between its items and `]` after the last")
            sv("skriv `,` mellan dess delar och `]` efter den sista"),
        SeparateKeys
            en("write `,` between its keys and `}}` after the last")
            sv("skriv `,` mellan dess nycklar och `}}` efter den sista"),
        CloseList
            en("write `]` after its last item")
            sv("skriv `]` efter dess sista del"),
        CloseTable
            en("write `}}` after its last key")
            sv("skriv `}}` efter dess sista nyckel"),
        CloseText
            en("add the closing quotation mark")
            sv("skriv det avslutande citattecknet"),
        EscapeQuotationMark
            en("write `\\\"` for a quotation mark in text between quotation marks")
            sv("skriv `\\\"` för ett citattecken i text inom citattecken"),
        EscapeBackslash
            en("write `\\\\` for a `\\` that is meant as such")
            sv("skriv `\\\\` för ett `\\` som ska vara just det"),

        // Keys and the types of their values.
        ItsKeys { keys: &'static Keys }
            en("its keys are {}", in_ticks(keys.canonical()))
            sv("nycklarna är {}", in_ticks(keys.canonical())),
        BelongsAbove { key: String, owner: Owner, heading: Heading }
            en("`{key}` belongs to {owner}: move it above `{}` (line {})", heading.text, heading.line)
            sv("`{key}` hör till {owner}: flytta det ovanför `{}` (rad {})", heading.text, heading.line),
        BelongsOutside { key: String, owner: Owner, table: String }
            en("`{key}` belongs to {owner}: move it out of `{table}`")
            sv("`{key}` hör till {owner}: flytta ut det ur `{table}`"),
        BelongsTo { key: String, place: String }
            en("`{key}` belongs to `{place}`: move it there")
            sv("`{key}` hör till `{place}`: flytta det dit"),
        AlreadyGiven { key: &'static str }
            en("remove it, or `{key}`, which says the same")
            sv("ta bort den, eller `{key}`, som säger samma sak"),
        ListUnderKey { key: &'static str, item: String, notation: Notation }
            en("write `{}[{item}]`", notation.before_value(*key))
            sv("skriv `{}[{item}]`", notation.before_value(*key)),
        TableUnderKey { key: &'static str, is_list: bool, notation: Notation }
            en("write it as a table {}", table_of(*key, *is_list, *notation))
            sv("skriv det som en tabell {}", table_of(*key, *is_list, *notation)),
        LeaveForOthers
            en("keep them for the other program: nothing of them is published here")
            sv("behåll dem för det andra programmet: inget av dem publiceras här"),
        OfWebPages
            en("remove it: it is a key of website generators")
            sv("ta bort den: den är en nyckel för webbplatsgeneratorer"),
        LeaveKeyOut { key: &'static str }
            en("remove `{key}` if there is none")
            sv("ta bort `{key}` där det inte finns någon"),
        LeaveNullOut
            en("remove the key if there is nothing to say")
            sv("ta bort nyckeln där det inte finns något att säga"),
        Brackets
            en("write `[` before it and `]` after it")
            sv("skriv `[` före och `]` efter"),
        NestedKeys
            en("write keys of the announcement in it, or remove it")
            sv("skriv tillkännagivandets nycklar i den, eller ta bort den"),
        QuotationMarks
            en("put text between quotation marks")
            sv("skriv texten inom citattecken"),
        DayToo
            en("write the day too, as in `2021-05-18T10:00:00+02:00`")
            sv("skriv dagen också, som i `2021-05-18T10:00:00+02:00`"),

        // Values.
        Something
            en("write something, or remove the key")
            sv("skriv något, eller ta bort nyckeln"),
        OneLine
            en("write it on one line; `\\n` ends a line of longer texts")
            sv("skriv det på en rad; `\\n` avslutar en rad i längre texter"),
        WholeAddress
            en("write the whole address, as in `https://www.vanersborg.se/`")
            sv("skriv hela adressen, som i `https://www.vanersborg.se/`"),
        WholeIri
            en("write the whole IRI, as in `http://www.wikidata.org/entity/Q511426`")
            sv("skriv hela IRI:n, som i `http://www.wikidata.org/entity/Q511426`"),
        AddressWithSlash
            en("write an address that ends in a slash, as in `https://data.vanersborg.se/`")
            sv("skriv en adress som slutar med ett snedstreck, som i `https://data.vanersborg.se/`"),
        AddressAlone
            en("write the address alone, as in `kommun@vanersborg.se`")
            sv("skriv bara adressen, som i `kommun@vanersborg.se`"),
        AreaCode
            en("write it with its area code, as in `0521-72 23 93` or `+46 521 72 23 93`")
            sv("skriv det med riktnummer, som i `0521-72 23 93` eller `+46 521 72 23 93`"),
        Edtf
            en("write `2021-09-14`, `2021-09`, `2021`, `2021-23` (autumn), `2021-09-14/2021-09-16` or `2021-09-14T18:00:00+02:00`")
            sv("skriv `2021-09-14`, `2021-09`, `2021`, `2021-23` (hösten), `2021-09-14/2021-09-16` eller `2021-09-14T18:00:00+02:00`"),
        Moment { notation: Notation }
            en("write a day as `{0}2021-05-18{0}`, a time as `{0}2021-05-18T10:00:00+02:00{0}`", quotation_mark(*notation))
            sv("skriv en dag som `{0}2021-05-18{0}`, en tidpunkt som `{0}2021-05-18T10:00:00+02:00{0}`", quotation_mark(*notation)),
        Duration
            en("write `P1Y` for a year, `P6M` for six months, `P14D` for two weeks")
            sv("skriv `P1Y` för ett år, `P6M` för sex månader, `P14D` för två veckor"),
        TimeZone
            en("write a name such as `Europe/Stockholm`")
            sv("skriv ett namn som `Europe/Stockholm`"),
        LanguageTag
            en("write a tag such as `sv`, `en` or `en-GB`")
            sv("skriv en tagg som `sv`, `en` eller `en-GB`"),
        Country
            en("write two capital letters, as in `SE`")
            sv("skriv två stora bokstäver, som i `SE`"),
        Currency
            en("write three capital letters, as in `SEK`")
            sv("skriv tre stora bokstäver, som i `SEK`"),
        Themes { codes: Vec<&'static str> }
            en("the themes are {}", codes.join(", "))
            sv("det finns de här temana: {}", codes.join(", ")),
        RenameFile { id: String }
            en("rename the file to `{id}.md`, or add the key `id`")
            sv("döp om filen till `{id}.md`, eller lägg till nyckeln `id`"),
        Id
            en("write a date and a name in a-z, 0-9 and hyphens, as in `2021-05-18-ett-namn`")
            sv("skriv ett datum och ett namn med a-z, 0-9 och bindestreck, som i `2021-05-18-ett-namn`"),
        MediaType
            en("write it as in `application/pdf` or `image/jpeg`")
            sv("skriv den som i `application/pdf` eller `image/jpeg`"),
        Share
            en("write a share from 0 to 100")
            sv("skriv en andel från 0 till 100"),
        Digits
            en("write at most 15 digits, with a point before decimals, as in `1250.50`")
            sv("skriv högst 15 siffror, med punkt före decimaler, som i `1250.50`"),
        TrueOrFalse
            en("write `true` or `false`, without quotation marks")
            sv("skriv `true` eller `false`, utan citattecken"),
        OneAlone { found: Noun }
            en("write one value, not {found}")
            sv("skriv ett värde, inte {found}"),
        FileSize
            en("write the number of bytes, as in `12345`")
            sv("skriv antalet byte, som i `12345`"),
        Count
            en("write a whole number from 1, as in `2`")
            sv("skriv ett heltal från 1, som i `2`"),
        FeedSize
            en("write a whole number from 1 to 500, as in `feed_size = 50`")
            sv("skriv ett heltal från 1 till 500, som i `feed_size = 50`"),
        LanguagesAsKeys
            en("the keys here are languages, as in `sv = \"…\"` and `en = \"…\"`")
            sv("nycklarna här är språk, som i `sv = \"…\"` och `en = \"…\"`"),
        MainLanguage
            en("write it in the main language, as in `sv = \"…\"`")
            sv("skriv det på huvudspråket, som i `sv = \"…\"`"),
        FeedKey
            en("add `key = \"…\"` in a-z, 0-9 and single hyphens: it becomes a part of the feed's address")
            sv("lägg till `key = \"…\"` med a-z, 0-9 och enstaka bindestreck: den blir en del av flödets adress"),
        WriteFeedKey
            en("write it in a-z, 0-9 and single hyphens, as in `vatten-i-viken`")
            sv("skriv den med a-z, 0-9 och enstaka bindestreck, som i `vatten-i-viken`"),
        OtherFeedKey
            en("give the feed another key, which becomes a part of its address")
            sv("ge flödet en annan nyckel, som blir en del av dess adress"),
        AddCondition
            en("add `type`, `topic`, `place`, `organization` or `board`, each with one value or a list of them")
            sv("lägg till `type`, `topic`, `place`, `organization` eller `board`, var och en med ett värde eller en lista med värden"),
        NameFormats
            en("remove the key to get every format, or name some, as in `[\"turtle\", \"csv\"]`")
            sv("ta bort nyckeln för alla format, eller nämn några, som i `[\"turtle\", \"csv\"]`"),
        WriteLanguages
            en("write `[\"sv\"]`")
            sv("skriv `[\"sv\"]`"),

        // The publication.
        AddBase
            en("add `base = \"https://…/\"`, which every IRI begins with")
            sv("lägg till `base = \"https://…/\"`, som varje IRI börjar med"),
        AddDescription
            en("add `description = {{ sv = \"…\", en = \"…\" }}`, a sentence or two")
            sv("lägg till `description = {{ sv = \"…\", en = \"…\" }}`, en mening eller två"),
        AlsoInEnglish { key: &'static str, language: String }
            en("write `{key} = {{ {language} = \"…\", en = \"…\" }}`")
            sv("skriv `{key} = {{ {language} = \"…\", en = \"…\" }}`"),
        NotThePublisher
            en(
                "name the function or the person that answers, such as \"Öppna data\": DCAT-AP-SE keeps the publisher \
                 (foaf:Agent) and the contact (vcard:Kind) apart, and portals mix up what is both"
            )
            sv(
                "skriv den funktion eller person som svarar, till exempel \"Öppna data\": DCAT-AP-SE skiljer på utgivaren \
                 (foaf:Agent) och kontakten (vcard:Kind), och portaler blandar ihop det som är båda"
            ),
        AddKind { key: Slug }
            en("add `kind = \"kommun\"` to `[organizations.{}]` in register.toml", *key)
            sv("lägg till `kind = \"kommun\"` i `[organizations.{}]` i register.toml", *key),
        Codes { codes: Vec<String> }
            en("the codes are {}", codes.join(", "))
            sv("det finns de här koderna: {}", codes.join(", ")),
        Licences { licences: Vec<&'static str> }
            en("the licences are {}", in_ticks(licences.iter()))
            sv("det finns de här licenserna: {}", in_ticks(licences.iter())),
        Write { word: String }
            en("write `{word}`")
            sv("skriv `{word}`"),

        // What a data portal wants.
        AddText { language: String }
            en("add `{language} = \"…\"`")
            sv("lägg till `{language} = \"…\"`"),
        Language
            en("write a tag such as `sv`, `en` or `fi`")
            sv("skriv en tagg som `sv`, `en` eller `fi`"),
        AddIssued
            en("add `issued = 2026-11-24` to `[catalogue]`, with your own day")
            sv("lägg till `issued = 2026-11-24` i `[catalogue]`, med din egen dag"),
        AddAvailability
            en("add `availability = \"STABLE\"` to `[catalogue]`, or `AVAILABLE`, `TEMPORARY`, `EXPERIMENTAL`")
            sv("lägg till `availability = \"STABLE\"` i `[catalogue]`, eller `AVAILABLE`, `TEMPORARY`, `EXPERIMENTAL`"),
        AddKeyword { language: String }
            en("add `{language} = [\"…\"]` to `keywords`")
            sv("lägg till `{language} = [\"…\"]` i `keywords`"),
        DefaultTheme
            en("remove `themes` to use `GOVE`")
            sv("ta bort `themes`, då gäller `GOVE`"),
        DefaultPlace
            en("remove `spatial` to use the place of the publisher")
            sv("ta bort `spatial`, då gäller utgivarens plats"),
        GeoNames
            en("write an address of GeoNames, as in `https://sws.geonames.org/2665170/`")
            sv("skriv en adress i GeoNames, som `https://sws.geonames.org/2665170/`"),
        AddAccessibility
            en("add a table `[accessibility]` with `complies`, `method`, `assessed`, `published` and `reviewed`")
            sv("lägg till en tabell `[accessibility]` med `complies`, `method`, `assessed`, `published` och `reviewed`"),
        PartialCompliance
            en(
                "write `complies = \"delvis\"`, or `ground = \"omfattas inte\"` for content to which the law does not apply"
            )
            sv("skriv `complies = \"delvis\"`, eller `ground = \"omfattas inte\"` om lagen inte gäller innehållet"),
        AddShortcoming
            en("add `shortcomings = [{{ what = \"…\", why = \"…\" }}]`, or write `complies = \"helt\"`")
            sv("lägg till `shortcomings = [{{ what = \"…\", why = \"…\" }}]`, eller skriv `complies = \"helt\"`"),
        AddContactPhone
            en("add `phone = \"…\"` to `[contact]`")
            sv("lägg till `phone = \"…\"` i `[contact]`"),
        AddContactAddress
            en("add `address = {{ street = \"…\", postal_code = \"…\", locality = \"…\" }}` to `[contact]`")
            sv("lägg till `address = {{ street = \"…\", postal_code = \"…\", locality = \"…\" }}` i `[contact]`"),
        AddNumber
            en("add `number = \"…\"`, as in `\"212000-1538\"`")
            sv("lägg till `number = \"…\"`, som `\"212000-1538\"`"),
        AddPublisher
            en("add `publisher = \"…\"`, a key of register.toml")
            sv("lägg till `publisher = \"…\"`, en nyckel i register.toml"),
        AddContact
            en("add a table `[contact]` with `name` and `email`")
            sv("lägg till en tabell `[contact]` med `name` och `email`"),
        AddLicence
            en("add `licence = \"http://creativecommons.org/publicdomain/zero/1.0/\"` or another licence of the list")
            sv("lägg till `licence = \"http://creativecommons.org/publicdomain/zero/1.0/\"` eller en annan licens i listan"),
        AddLanguages
            en("add `languages = [\"sv\"]`, the main language first")
            sv("lägg till `languages = [\"sv\"]`, med huvudspråket först"),
        AddEmail
            en("add `email = \"…\"`, an address that readers of the data can write to")
            sv("lägg till `email = \"…\"`, en adress som den som läser data kan skriva till"),

        // The register.
        WriteOrRegister { table: &'static str }
            en("write a key, name or alias of `{table}` in register.toml, or add it there")
            sv("skriv en nyckel, ett namn eller ett alias från `{table}` i register.toml, eller lägg till det där"),
        Register { table: &'static str, key: String, name: String }
            en("add `[{table}.{key}]` and below it `name = {}` to register.toml", quoted(&name))
            sv("lägg till `[{table}.{key}]` och under det `name = {}` i register.toml", quoted(&name)),
        EntryAsTable { kind: &'static str }
            en("write each entry as a table `[{kind}.key]`")
            sv("skriv varje post som en tabell `[{kind}.nyckel]`"),
        OtherRegisterKey { heading: String }
            en("choose another key, such as `{heading}`; if its address is published, export with `--allow device-name`")
            sv("välj en annan nyckel, till exempel `{heading}`; om dess adress är publicerad, exportera med `--allow device-name`"),
        KeyOfEntry { kind: &'static str }
            en("write the key in a-z, 0-9 and single hyphens, as in `[{kind}.ett-namn]`")
            sv("skriv nyckeln med a-z, 0-9 och enstaka bindestreck, som i `[{kind}.ett-namn]`"),
        AddLocalizedName
            en("add `name = \"…\"`, or `name = {{ sv = \"…\", en = \"…\" }}`")
            sv("lägg till `name = \"…\"`, eller `name = {{ sv = \"…\", en = \"…\" }}`"),
        OneWithoutWord
            en("remove the word from the names or aliases of one of the two entries")
            sv("ta bort ordet bland namn och alias för den ena av de två posterna"),
        KeyOrAddress
            en("write the key of another entry there, or a whole address")
            sv("skriv nyckeln till en annan post där, eller en hel adress"),
        Retired
            en("add `retired = {{ date = 2021-05-18, see = \"sv\" }}`")
            sv("lägg till `retired = {{ date = 2021-05-18, see = \"sv\" }}`"),
        DayOfEnd
            en("add `date = 2021-05-18`, the day on which the feed ends")
            sv("lägg till `date = 2021-05-18`, dagen då flödet upphör"),
        Successor
            en("add `see = \"…\"`, the key of the entry that takes its place, or a whole address")
            sv("lägg till `see = \"…\"`, nyckeln till posten som kommer i dess ställe, eller en hel adress"),
        Area
            en("name a `.geojson` file in this directory, with one Polygon or MultiPolygon in degrees, whose rings end where they begin")
            sv("nämn en `.geojson`-fil i den här mappen, med en Polygon eller MultiPolygon i grader, vars ringar slutar där de börjar"),
        AreaInline
            en("write the geometry itself there, as in `{{\"type\": \"Polygon\", \"coordinates\": […]}}`")
            sv("skriv själva geometrin där, som i `{{\"type\": \"Polygon\", \"coordinates\": […]}}`"),
        ConvertArea
            en("convert the file, as with `ogr2ogr -t_srs EPSG:4326 -lco RFC7946=YES new.geojson old.geojson`")
            sv("konvertera filen, som med `ogr2ogr -t_srs EPSG:4326 -lco RFC7946=YES ny.geojson gammal.geojson`"),
        LongitudeFirst
            en("write the longitude before the latitude, or give the `country` of a place outside of Sweden")
            sv("skriv longituden före latituden, eller ange `country` för en plats utanför Sverige"),
        Coordinates
            en("write degrees, as in `{{ latitude = 58.380726, longitude = 12.323438 }}`, or metres of SWEREF 99 TM, as in `{{ north = 6474800, east = 344000 }}`")
            sv("skriv grader, som i `{{ latitude = 58.380726, longitude = 12.323438 }}`, eller meter i SWEREF 99 TM, som i `{{ north = 6474800, east = 344000 }}`"),
        ExchangeMetres { north: String, east: String }
            en("write `north = {north}, east = {east}`")
            sv("skriv `north = {north}, east = {east}`"),
        ExchangeDegrees { latitude: String, longitude: String }
            en("write `latitude = {latitude}, longitude = {longitude}`, or give the `country` of a place outside of Sweden")
            sv("skriv `latitude = {latitude}, longitude = {longitude}`, eller ange `country` för en plats utanför Sverige"),
        KeyOfPlace
            en("write the key of an entry of `places`, or add it there")
            sv("skriv nyckeln till en post i `places`, eller lägg till den där"),
        KeyOfOrganization
            en("write the key of another entry of `organizations`, or add it there")
            sv("skriv nyckeln till en annan post i `organizations`, eller lägg till den där"),
        LeaveUnitOfOut
            en("remove `unit_of` from the uppermost organisation")
            sv("ta bort `unit_of` för den översta organisationen"),
        AlternateNames
            en("move them to `alternate_names` in register.toml")
            sv("flytta dem till `alternate_names` i register.toml"),

        // Announcements.
        WriteBodyBelow
            en("move the text below the front matter, and remove this key")
            sv("skriv texten nedanför front matter, och ta bort den här nyckeln"),
        WriteMarkdown
            en("write it in Markdown, or write `\\<` for `<`")
            sv("skriv det i Markdown, eller skriv `\\<` för `<`"),
        EndComment
            en("write `-->` where the comment ends, or `\\<!--` for the characters themselves")
            sv("skriv `-->` där kommentaren slutar, eller `\\<!--` för själva tecknen"),
        EscapeDefinition { line: String }
            en("write `\\{line}` if this is text, or delete it")
            sv("skriv `\\{line}` om det här är text, eller ta bort det"),
        ReferToFootnote { label: String }
            en("write `[^{label}]` in the text that the footnote is about, or delete it")
            sv("skriv `[^{label}]` i texten som fotnoten hör till, eller ta bort den"),
        AddColumns
            en("add columns to the header, or write `\\|` for a `|` that is text")
            sv("lägg till kolumner i rubrikraden, eller skriv `\\|` för ett `|` som är text"),
        EscapeNumber { number: String }
            en("write `{}` after an empty line to keep this number", escape_delimiter(&number))
            sv("skriv `{}` efter en tom rad för att behålla numret", escape_delimiter(&number)),
        DraftOrWithdrawn
            en("remove `draft`, or `withdrawn`")
            sv("ta bort `draft`, eller `withdrawn`"),
        NotInFuture
            en("write when it happened; a later `modified` is left out until then")
            sv("skriv när det hände; en senare `modified` tas inte med förrän då"),
        CorrectOneDate
            en("correct one of the two dates")
            sv("rätta det ena av de två datumen"),
        CorrectStatus { date: &'static str }
            en("remove the status, or correct `{date}`")
            sv("ta bort statusen, eller rätta `{date}`"),
        CorrectDayOrPosted
            en("correct this day, or `posted`")
            sv("rätta den här dagen, eller `posted`"),
        CorrectOrBeginning
            en("correct this date, or when it begins")
            sv("rätta det här, eller när det börjar"),
        NameBoard
            en("add `board` to `notice`: one of the register's `boards`")
            sv("lägg till `board` i `notice`: en av registrets `boards`"),
        GiveRemoval
            en("add `remove_after` to `notice`: the first day on which it may be taken down")
            sv("lägg till `remove_after` i `notice`: den första dag då anslaget får tas ned"),
        OtherAnnouncement
            en("write the id of the other announcement")
            sv("skriv det andra tillkännagivandets id"),
        QuoteAsInText
            en("write the words as they stand in the text, or correct the text")
            sv("skriv orden som de står i texten, eller rätta texten"),
        FirstWords
            en("write the first words of the quote before `…`")
            sv("skriv citatets första ord före `…`"),
        LastWords
            en("write the last words of the quote after `…`")
            sv("skriv citatets sista ord efter `…`"),
        OneParagraph
            en("write one quote for each paragraph, or begin every paragraph of the quote with `–`")
            sv("skriv ett citat för varje stycke, eller börja varje stycke i citatet med `–`"),
        ChoosePassage { first: PassageWords, second: PassageWords }
            en("write {first} for the first place, or {second} for the second")
            sv("skriv {first} för det första stället, eller {second} för det andra"),
        AnyPassage { words: PassageWords }
            en("write {words}: both places have the same words")
            sv("skriv {words}: båda ställena har samma ord"),
        FirstAndLastWords
            en("write its first and its last words as they stand in the text, with `…` between them")
            sv("skriv citatets första och sista ord som de står i texten, med `…` emellan"),
        CorrectShares
            en("correct the shares, so that they come to 100 % at the most")
            sv("rätta andelarna, så att de är högst 100 % tillsammans"),
        DerivedDays
            en("write `appeal_until` or `remove_after`, or remove it")
            sv("skriv `appeal_until` eller `remove_after`, eller ta bort den"),
    }
}

wording! {
    /// Subject of the keys outside of all tables of a file.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum Owner {
        Announcement en("the announcement") sv("tillkännagivandet"),
        Publication en("the publication") sv("publikationen"),
    }
}

/// Heading of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// Heading as it is written.
    pub(crate) text: String,
    /// First byte in the text.
    pub(crate) at: usize,
    /// Line in the file, from 1.
    pub(crate) line: usize,
}

wording! {
    /// Words that mean one passage of a body.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum PassageWords {
        Pattern { words: String }
            en("`{words}`")
            sv("`{words}`"),
        All { words: String }
            en("`{words}` with the key `text`")
            sv("`{words}` med nyckeln `text`"),
    }
}

wording! {
    /// Words after an entry to add.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum Hint {
        Nothing
            en("")
            sv(""),
        KeyOrName
            en(", a key or a name")
            sv(", en nyckel eller ett namn"),
        DayOfWithdrawal
            en(", the day from which on it is gone")
            sv(", dagen då det försvinner"),
        OwnValues
            en(", with the values and days that are right")
            sv(", med de uppgifter och dagar som är rätt"),
        OrFileName
            en(", or name the file like `2021-05-18-ett-namn.md`")
            sv(", eller döp filen till något som `2021-05-18-ett-namn.md`"),
        OrAmount
            en(", or an `amount` with its `currency`")
            sv(", eller ett belopp (`amount`) med valuta (`currency`)"),
        LandRegister
            en(", as the land register has it")
            sv(", som i fastighetsregistret"),
        AlternativeText
            en(": what somebody who cannot see the picture should know")
            sv(": det som den som inte kan se bilden bör veta"),
    }
}

impl Help {
    /// Advises to add a key with a value.
    pub(crate) const fn add(key: &'static str, value: Sample) -> Self {
        Self::add_with(key, value, Hint::Nothing)
    }

    /// Advises to add a key with a value, and says something of it.
    pub(crate) const fn add_with(key: &'static str, value: Sample, hint: Hint) -> Self {
        Self::Add { entry: Entry { key, value, published: None, notation: Notation::Toml }, hint }
    }

    /// Advises to add a part of an announcement of a day, whose values are to be replaced.
    pub(crate) const fn add_part(key: &'static str, value: Sample, published: Date) -> Self {
        let entry = Entry { key, value, published: Some(published), notation: Notation::Toml };
        Self::Add { entry, hint: Hint::OwnValues }
    }

    /// Advises what to write in a body that is not published as it is written.
    pub(crate) fn for_body(warning: &BodyWarning) -> Self {
        match warning {
            BodyWarning::Html => Self::WriteMarkdown,
            BodyWarning::Unseen { .. } | BodyWarning::Direction { .. } => Self::DeleteIt,
            BodyWarning::IncompleteAddress { address, .. } | BodyWarning::SpaceInAddress { address } => {
                Self::replace(Scalar::Raw(address.clone()))
            }
            BodyWarning::NoAddress | BodyWarning::UnsafeAddress { .. } => Self::WholeAddress,
            BodyWarning::UnusedDefinition { line } => Self::EscapeDefinition { line: line.clone() },
            BodyWarning::UnusedFootnote { label } => Self::ReferToFootnote { label: label.clone() },
            BodyWarning::ExtraCells => Self::AddColumns,
            BodyWarning::NoSpaceBesideEmphasis { text } => Self::replace(Scalar::Raw(text.clone())),
            BodyWarning::OtherNumber { written, .. } => Self::EscapeNumber { number: written.clone() },
        }
    }

    /// Advises how to save a file that is in another format.
    pub(crate) const fn for_format(format: ForeignFormat) -> Self {
        if format.is_text() { Self::SaveAsUtf8 } else { Self::SaveAsText }
    }

    /// Advises what to do about a text that is no body.
    pub(crate) const fn for_body_error(error: &BodyError) -> Self {
        match error {
            BodyError::Character { .. } | BodyError::Reference { .. } => Self::DeleteInvisible,
            BodyError::Comment { .. } => Self::EndComment,
            BodyError::OverLimit { limit, .. } => Self::for_limit(limit),
        }
    }

    /// Advises what to do about a body over a limit.
    const fn for_limit(limit: &Limit) -> Self {
        match limit.unit {
            Unit::Bytes | Unit::Items | Unit::Pixels => Self::ShorterText,
            Unit::Levels => Self::CloseElements,
            Unit::Attributes => Self::FewerAttributes,
        }
    }

    /// Advises how to quote a passage of a body.
    pub(crate) fn for_passage(error: &PassageError) -> Self {
        match error {
            PassageError::NoFirstWords => Self::FirstWords,
            PassageError::NoLastWords => Self::LastWords,
            PassageError::NotFound { .. } | PassageError::InsideWord { .. } => Self::FirstAndLastWords,
            PassageError::Apart { .. } => Self::OneParagraph,
            PassageError::Ambiguous { choices, .. } => {
                let [first, second] = (**choices).clone().map(|choice| match choice {
                    PassageChoice::Pattern(words) => PassageWords::Pattern { words },
                    PassageChoice::Words(words) => PassageWords::All { words },
                });
                if first == second { Self::AnyPassage { words: first } } else { Self::ChoosePassage { first, second } }
            }
        }
    }

    /// Advises to write something in place of the marked part.
    pub(crate) const fn replace(by: Scalar) -> Self {
        Self::Replace { by: Replacement::new(by) }
    }

    /// Asks whether something else than the marked part is meant.
    pub(crate) const fn did_you_mean(name: Scalar) -> Self {
        Self::DidYouMean { name: Replacement::new(name) }
    }

    /// Returns the text that can be written in place of the marked part without further thought.
    pub(crate) fn replacement(&self) -> Option<String> {
        match self {
            Self::DidYouMean { name: by } | Self::Replace { by } => by.text(),
            _ => None,
        }
    }

    /// Returns the help in the notation of a file.
    pub(crate) fn in_notation(self, notation: Notation) -> Self {
        match self {
            Self::Add { entry, hint } => Self::Add { entry: Entry { notation, ..entry }, hint },
            Self::DidYouMean { name } => Self::DidYouMean { name: name.in_notation(notation) },
            Self::Replace { by } => Self::Replace { by: by.in_notation(notation) },
            Self::Moment { .. } => Self::Moment { notation },
            other => other,
        }
    }
}

/// Writes the number of an item so that Markdown reads it as text: `3\\.`.
fn escape_delimiter(number: &str) -> String {
    number.replace('.', "\\.").replace(')', "\\)")
}

/// Returns what stands around a date, which JSON has only as text.
const fn quotation_mark(notation: Notation) -> &'static str {
    match notation {
        Notation::Toml | Notation::Yaml => "",
        Notation::Json => "\"",
    }
}

/// Returns the beginning of the table of a key.
fn table_of(key: &str, is_list: bool, notation: Notation) -> String {
    match (notation, is_list) {
        (Notation::Toml, true) => format!("`[[{key}]]`"),
        (Notation::Toml, false) => format!("`[{key}]`"),
        (Notation::Yaml | Notation::Json, true) => format!("`{}[{{ … }}]`", notation.before_value(key)),
        (Notation::Yaml | Notation::Json, false) => format!("`{}{{ … }}`", notation.before_value(key)),
    }
}

/// Lists words, each with that of the other language if it is another.
fn in_both_languages(words: impl Iterator<Item = (&'static str, &'static str)>) -> String {
    let shown =
        words.map(|(word, other)| if word == other { format!("`{word}`") } else { format!("`{word}` (`{other}`)") });
    shown.collect::<Vec<_>>().join(", ")
}

/// Lists words between backticks.
pub(crate) fn in_ticks(words: impl IntoIterator<Item: fmt::Display>) -> String {
    words.into_iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
