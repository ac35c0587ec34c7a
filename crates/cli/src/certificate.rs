use crate::{
    arguments::{CertificateFormat, CertificateOptions},
    edited_history,
    exit::Exit,
    fatal::{Fatal, FatalCode},
    help::Help,
    printer::{Printer, escape_lines, print_line},
    summary::Summary,
    wrap::wrap,
};
use anslag_core::{LanguageTag, Publication};
use anslag_page::Certificate;
use anslag_publish::{Posting, PublishError, history_path, posted_ids, posting, verify_history};
use anslag_source::{Report, nearest, open_publication};
use anslag_wording::{Language, Wording, wording};
use jiff::civil::Date;
use serde_json::json;
use std::path::Path;
use thiserror::Error;

/// Prints the certificate of a notice, or verifies the history. `language` is that of the certificate; if it is `None`, the
/// publication decides.
pub(crate) fn run(
    options: &CertificateOptions,
    language: Option<Language>,
    printer: Printer,
) -> Result<Exit, Box<dyn Fatal>> {
    let data = &options.data.path;
    let Some(id) = &options.id else { return verify(data, printer) };
    let mut report = Report::default();
    let publication = open_publication(data, &mut report)?;
    printer.report(&report);
    let Some(publication) = publication else { return Ok(Exit::Input) };
    let posting = match posting(data, &options.out.path, id) {
        Err(PublishError::EditedHistory { path, line, fault }) => {
            edited_history::report(&path, &[(line, fault)], printer);
            return Ok(Exit::Input);
        }
        posting => posting?.ok_or_else(|| unknown(data, id))?,
    };
    if posting.periods.is_empty() {
        return Err(CertificateError::NeverPosted { id: posting.id }.into());
    }
    let language = language.unwrap_or_else(|| language_of(&publication));
    let text = match options.format {
        CertificateFormat::Text => escape_lines(&text(&posting, &publication, language)),
        CertificateFormat::Json => json(&posting),
        CertificateFormat::Html => html(&posting, &publication, language),
    };
    print_line(&mut anstream::stdout(), text.trim_end());
    Ok(Exit::Success)
}

/// Prints every fault of the history of a data directory.
fn verify(data: &Path, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let path = history_path(data);
    let mut faults = Vec::new();
    let state = verify_history(data, |line, fault| faults.push((line, fault)))?;
    let state = state.ok_or_else(|| CertificateError::NoHistory { path: path.display().to_string() })?;
    if !faults.is_empty() {
        edited_history::report(&path, &faults, printer);
        return Ok(Exit::Input);
    }
    let digest = state.sha256.map(|digest| digest.to_string()).unwrap_or_default();
    printer.result(&Summary::WholeHistory { path: path.display().to_string(), lines: state.lines, digest });
    Ok(Exit::Success)
}

/// Returns the error that a notice has no salt.
fn unknown(data: &Path, id: &str) -> Box<dyn Fatal> {
    match posted_ids(data) {
        Err(error) => error.into(),
        Ok(ids) => CertificateError::Unknown {
            id: id.to_owned(),
            meant: nearest(id, ids.iter().map(String::as_str)).map(str::to_owned),
        }
        .into(),
    }
}

/// Returns the language of the certificates of a publication.
fn language_of(publication: &Publication) -> Language {
    let is_it = |language: &Language| language.tag() == publication.language.primary();
    Language::ALL.into_iter().find(is_it).unwrap_or_default()
}

wording! {
    /// Words of a certificate.
    enum Word {
        Title
            en("Certificate of posting")
            sv("Bevis om anslag"),
        Statement { issuer: String, base: String }
            en("{issuer} certifies that the following notice was up on its notice board at {base}, as stated below.")
            sv("{issuer} intygar att följande anslag har varit uppe på anslagstavlan på {base} enligt nedan."),
        Notice en("Notice") sv("Anslag"),
        Id en("Id") sv("Id"),
        Board en("Notice board") sv("Anslagstavla"),
        First en("First day up") sv("Första dag uppe"),
        Last en("Last day up") sv("Sista dag uppe"),
        Exports en("Seen on") sv("Sågs i"),
        ExportCount { count: usize }
            en("{count} export{}", if *count == 1 { "" } else { "s" })
            sv("{count} export{}", if *count == 1 { "" } else { "er" }),
        Taken en("Taken down") sv("Nedtaget"),
        Gone { day: Date }
            en("no later than {} (the first export without it)", *day)
            sv("senast {} (första exporten utan det)", *day),
        StillUp
            en("not yet: the last export has it")
            sv("inte ännu: den senaste exporten har det"),
        Period { number: usize }
            en("Time {number}")
            sv("Tid {number}"),
        From { first: Date, last: Date }
            en("{} to {}", *first, *last)
            sv("{} till {}", *first, *last),
        Text
            en("Digest of the text (SHA-256)")
            sv("Textens kontrollsumma (SHA-256)"),
        History { lines: usize }
            en("Digest of the history, {lines} line{} (SHA-256)", if *lines == 1 { "" } else { "s" })
            sv("Historikens kontrollsumma, {lines} rad{} (SHA-256)", if *lines == 1 { "" } else { "er" }),
        Note
            en("The facts are those of the publication's history. It shows what each export published, and tells nothing of the time between two exports.")
            sv("Uppgifterna är hämtade ur publikationens historik. Den visar vad varje export publicerade, och säger inget om tiden mellan två exporter."),
        DigestNote
            en("The digest of the text is that of the title, the lead and the body in Markdown, with a line break after each of the first two.")
            sv("Textens kontrollsumma gäller rubriken, ingressen och brödtexten i Markdown, med en radbrytning efter var och en av de två första."),
        PlaceAndDay en("Place and day") sv("Ort och datum"),
        Signature en("Signature") sv("Underskrift"),
        Name en("Name in block letters") sv("Namnförtydligande"),
    }
}

/// Certificate in words.
struct Worded {
    title: String,
    statement: String,
    facts: Vec<(String, String)>,
    notes: Vec<String>,
    signature: Vec<String>,
}

impl Worded {
    fn new(posting: &Posting, publication: &Publication, language: Language) -> Self {
        let say = |word: Word| word.in_language(language).to_string();
        let wanted = LanguageTag::new(language.tag()).expect("the tags of our languages are valid");
        let issuer = publication.publisher.name.get(&wanted, &publication.language).1.to_string();
        let board = posting.board.clone();
        let board = board.unwrap_or_else(|| publication.title.get(&wanted, &publication.language).1.to_string());
        let mut facts = vec![
            (say(Word::Notice), posting.title.clone()),
            (say(Word::Id), posting.id.clone()),
            (say(Word::Board), board),
        ];
        let (first, last) = days(posting);
        let count = posting.periods.iter().map(|period| period.exports).sum();
        let gone = posting.periods.last().and_then(|period| period.gone);
        facts.extend([
            (say(Word::First), first.to_string()),
            (say(Word::Last), last.to_string()),
            (say(Word::Exports), say(Word::ExportCount { count })),
            (say(Word::Taken), gone.map_or_else(|| say(Word::StillUp), |day| say(Word::Gone { day }))),
        ]);
        if posting.periods.len() > 1 {
            facts.extend(posting.periods.iter().zip(1..).map(|(period, number)| {
                let days = say(Word::From { first: period.first, last: period.last });
                let exports = say(Word::ExportCount { count: period.exports });
                (say(Word::Period { number }), format!("{days}, {exports}"))
            }));
        }
        facts.extend(posting.texts.iter().map(|text| {
            let days = say(Word::From { first: text.first, last: text.last });
            let days = if posting.texts.len() > 1 { format!(" {days}") } else { String::new() };
            (say(Word::Text), format!("{}{days}", text.sha256))
        }));
        let history = Word::History { lines: posting.history.lines };
        facts.extend(posting.history.sha256.map(|digest| (say(history), digest.to_string())));
        Self {
            title: say(Word::Title),
            statement: say(Word::Statement { issuer, base: publication.base.iri().to_string() }),
            facts,
            notes: vec![say(Word::Note), say(Word::DigestNote)],
            signature: [Word::PlaceAndDay, Word::Signature, Word::Name].map(say).to_vec(),
        }
    }
}

/// Returns the first and the last day on which a notice was up.
fn days(posting: &Posting) -> (Date, Date) {
    let firsts = posting.periods.iter().map(|period| period.first);
    let lasts = posting.periods.iter().map(|period| period.last);
    firsts.min().zip(lasts.max()).expect("a notice was up at some time")
}

/// Columns of the certificate as text: those of a sheet of A4 in a typewriter's font.
const WIDTH: usize = 76;

/// Columns of a line to sign on.
const LINE: usize = 34;

/// Returns a certificate as text.
fn text(posting: &Posting, publication: &Publication, language: Language) -> String {
    let words = Worded::new(posting, publication, language);
    let mut lines = vec![words.title.to_uppercase(), String::new()];
    lines.extend(wrap(&words.statement, WIDTH));
    lines.push(String::new());
    let is_digest = |value: &str| value.split(' ').any(|word| word.chars().count() > WIDTH / 2);
    let short = words.facts.iter().filter(|(_, value)| !is_digest(value));
    let column = short.map(|(label, _)| label.chars().count()).max().unwrap_or_default() + 2;
    for (label, value) in &words.facts {
        if is_digest(value) {
            lines.push(label.clone());
            lines.extend(wrap(value, WIDTH - 2).into_iter().map(|line| format!("  {line}")));
            continue;
        }
        for (number, line) in wrap(value, WIDTH - column).into_iter().enumerate() {
            lines.push(format!("{:column$}{line}", if number == 0 { label.as_str() } else { "" }));
        }
    }
    for note in &words.notes {
        lines.push(String::new());
        lines.extend(wrap(note, WIDTH));
    }
    for pair in words.signature.chunks(2) {
        let rule = "_".repeat(LINE);
        lines.extend([String::new(), String::new(), String::new()]);
        lines.push(vec![rule; pair.len()].join("        "));
        let labels = pair.iter().map(|label| format!("{label:LINE$}")).collect::<Vec<_>>().join("        ");
        lines.push(labels.trim_end().to_owned());
    }
    lines.join("\n")
}

/// Returns a certificate as HTML.
fn html(posting: &Posting, publication: &Publication, language: Language) -> String {
    let words = Worded::new(posting, publication, language);
    let certificate = Certificate {
        language: language.tag(),
        title: &words.title,
        statement: &words.statement,
        facts: &words.facts,
        notes: &words.notes,
        signature: &words.signature,
    };
    certificate.to_html()
}

/// Returns a certificate as JSON.
fn json(posting: &Posting) -> String {
    let (first, last) = days(posting);
    let periods = posting.periods.iter().map(
        |period| json!({ "first": period.first, "last": period.last, "exports": period.exports, "gone": period.gone }),
    );
    let texts =
        posting.texts.iter().map(|text| json!({ "sha256": text.sha256, "first": text.first, "last": text.last }));
    let object = json!({
        "id": posting.id,
        "title": posting.title,
        "board": posting.board,
        "first": first,
        "last": last,
        "exports": posting.periods.iter().map(|period| period.exports).sum::<usize>(),
        "periods": periods.collect::<Vec<_>>(),
        "texts": texts.collect::<Vec<_>>(),
        "history": { "lines": posting.history.lines, "sha256": posting.history.sha256 },
    });
    serde_json::to_string_pretty(&object).expect("all keys are texts")
}

wording! {
    /// Reason why there is no certificate.
    #[derive(Debug, Error)]
    enum CertificateError {
        /// No notice has the id.
        Unknown {
            id: String,
            /// Id that may be meant.
            meant: Option<String>,
        }
            en("no certificate for `{id}`: no export has recorded a notice with this id")
            sv("inget bevis för `{id}`: ingen export har antecknat ett anslag med det id:t"),
        /// The exports that recorded it were killed before they published it.
        NeverPosted { id: String }
            en("no certificate for `{id}`: no export has published it")
            sv("inget bevis för `{id}`: ingen export har publicerat det"),
        /// There is no history.
        NoHistory { path: String }
            en("no history at {path}")
            sv("ingen historik i {path}"),
    }
}

impl Fatal for CertificateError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Unknown { .. } | Self::NeverPosted { .. } => FatalCode::UnknownNotice,
            Self::NoHistory { .. } => FatalCode::MissingHistory,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Unknown { meant: Some(name), .. } => Some(Help::DidYouMean { name: name.clone() }),
            Self::Unknown { meant: None, .. } | Self::NeverPosted { .. } => Some(Help::ExportNotice),
            Self::NoHistory { .. } => Some(Help::NameHistory),
        }
    }
}
