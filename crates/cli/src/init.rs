use crate::{
    arguments::InitOptions,
    exit::Exit,
    fatal::{Fatal, FatalCode},
    help::Help,
    new_file::{NewFileError, write_new},
    printer::{Printer, escape_lines, print_line},
    summary::Summary,
};
use anslag_core::{Base, Email, LanguageTag, Licence, OrganizationNumber, Zone};
use anslag_init::{Beginning, Municipality};
use anslag_wording::{Language, Wording, wording};
use jiff::Timestamp;
use std::{
    fmt, fs,
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
};
use thiserror::Error;

/// Makes a data directory with which everything else works at once.
pub(crate) fn run(options: &InitOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let directory = &options.directory;
    refuse_files(directory)?;
    let beginning = beginning(options, printer)?;
    let files = beginning.files();
    for (path, text) in &files {
        write_new(&directory.join(path), text)?;
    }
    let data = directory.display().to_string();
    printer.result(&Summary::Begun { count: files.len(), data: data.clone(), name: beginning.municipality.name });
    printer.result(&Summary::NowPreview { data });
    Ok(Exit::Success)
}

/// Refuses a directory that has files, but for those that begin with a dot, such as the one of Git.
fn refuse_files(directory: &Path) -> Result<(), Box<dyn Fatal>> {
    let failed = |source| NewFileError::Io { path: directory.to_owned(), source };
    let entries = match fs::read_dir(directory) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failed(error).into()),
    };
    for entry in entries {
        let name = entry.map_err(failed)?.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            return Err(InitError::NotEmpty { directory: directory.to_owned(), name }.into());
        }
    }
    Ok(())
}

/// Collects the facts: from the options, and else from whoever sits at the terminal.
fn beginning(options: &InitOptions, printer: Printer) -> Result<Beginning, InitError> {
    let municipality = options.municipality.as_deref().map(find_municipality).transpose()?;
    let missing = [
        ("--municipality", municipality.is_none()),
        ("--base", options.base.is_none()),
        ("--languages", options.languages.is_empty()),
        ("--licence", options.licence.is_none()),
        ("--email", options.email.is_none()),
        ("--number", options.number.is_none()),
    ];
    let missing: Vec<_> = missing.into_iter().filter(|(_, is_missing)| *is_missing).map(|(name, _)| name).collect();
    if !missing.is_empty() && !io::stdin().is_terminal() {
        return Err(InitError::NotAsked { options: missing.join("`, `") });
    }
    let zone = Zone::new("Europe/Stockholm").expect("the program brings the time zones");
    let ask = Ask { printer };
    let municipality =
        ask.unless(municipality, &Question::Municipality, "", |name| find_municipality(name).map_err(WithHelp))?;
    let base = ask.unless(options.base.clone(), &Question::Base, "", Base::new)?;
    let languages = Some(options.languages.clone()).filter(|languages| !languages.is_empty());
    Ok(Beginning {
        municipality,
        base,
        languages: ask.unless(languages, &Question::Languages, "sv,en", languages_of)?,
        licence: ask.unless(options.licence, &Question::Licence, Licence::Zero.address(), Licence::new)?,
        email: ask.unless(options.email.clone(), &Question::Email, "", Email::new)?,
        number: ask.unless(options.number.clone(), &Question::Number, "", OrganizationNumber::new)?,
        today: zone.date_at(Timestamp::now()),
    })
}

/// Finds the municipality that an option names.
fn find_municipality(name: &str) -> Result<Municipality, InitError> {
    Municipality::find(name).map_err(|meant| InitError::Unknown { name: name.to_owned(), meant })
}

/// Error of an answer, with what helps after it.
struct WithHelp(InitError);

impl Wording for WithHelp {
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.word(language, f)?;
        self.0.help().map_or(Ok(()), |help| write!(f, ": {}", help.in_language(language)))
    }
}

fn languages_of(answer: &str) -> Result<Vec<LanguageTag>, anslag_core::LanguageError> {
    answer.split(',').map(|tag| LanguageTag::new(tag.trim())).collect()
}

/// Puts questions on the terminal until each has an answer.
#[derive(Clone, Copy)]
struct Ask {
    printer: Printer,
}

impl Ask {
    /// Returns what is known, or else the answer to a question. An empty answer stands for `default`, if there is one.
    fn unless<T, E: Wording>(
        self,
        known: Option<T>,
        question: &Question,
        default: &str,
        read: impl Fn(&str) -> Result<T, E>,
    ) -> Result<T, InitError> {
        if let Some(known) = known {
            return Ok(known);
        }
        loop {
            let answer = self.line(question, default)?;
            let answer = Some(answer.trim()).filter(|answer| !answer.is_empty()).unwrap_or(default);
            match read(answer) {
                Ok(value) => return Ok(value),
                Err(error) => print_line(&mut anstream::stderr(), &self.word(&error)),
            }
        }
    }

    fn line(self, question: &Question, default: &str) -> Result<String, InitError> {
        let default = if default.is_empty() { String::new() } else { format!(" [{default}]") };
        let mut out = anstream::stderr();
        // Whoever does not see the question does not answer it.
        let _ = write!(out, "{}{default} ", self.word(question)).and_then(|()| out.flush());
        let mut answer = String::new();
        match io::stdin().read_line(&mut answer) {
            Ok(0) | Err(_) => Err(InitError::NoAnswer),
            Ok(_) => Ok(answer),
        }
    }

    fn word(self, text: &impl Wording) -> String {
        escape_lines(&text.in_language(self.printer.language).to_string())
    }
}

wording! {
    /// Question to whoever begins a publication.
    enum Question {
        Municipality
            en("Which municipality publishes?")
            sv("Vilken kommun publicerar?"),
        Base
            en("Which address will all addresses begin with? It stays for good, as in https://data.example.se/")
            sv("Vilken adress ska alla adresser börja med? Den är för alltid, som https://data.example.se/"),
        Languages
            en("In which languages, the main one first?")
            sv("På vilka språk, huvudspråket först?"),
        Licence
            en("Under which licence?")
            sv("Under vilken licens?"),
        Email
            en("Which e-mail address answers questions about the data?")
            sv("Vilken e-postadress svarar på frågor om data?"),
        Number
            en("Which organisation number has the municipality?")
            sv("Vilket organisationsnummer har kommunen?"),
    }
}

wording! {
    /// Reason why a publication cannot be begun.
    #[derive(Debug, Error)]
    pub(crate) enum InitError {
        /// No municipality has the name.
        Unknown {
            name: String,
            /// Name that may be meant.
            meant: Option<&'static str>,
        }
            en("unknown municipality `{name}`")
            sv("okänd kommun `{name}`"),
        NotAsked { options: String }
            en("missing `{options}`, and no terminal to ask on")
            sv("`{options}` saknas, och det finns ingen terminal att fråga på"),
        NoAnswer
            en("the input ended before all questions were answered")
            sv("indata tog slut innan alla frågor var besvarade"),
        NotEmpty { directory: PathBuf, name: String }
            en("{} has files already, such as `{name}`", directory.display())
            sv("{} har redan filer, till exempel `{name}`", directory.display()),
    }
}

impl Fatal for InitError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Unknown { .. } | Self::NotAsked { .. } | Self::NoAnswer => FatalCode::InvalidOption,
            Self::NotEmpty { .. } => FatalCode::ExistingFile,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Unknown { meant, .. } => meant.map(|name| Help::DidYouMean { name: name.to_owned() }),
            Self::NotEmpty { .. } => Some(Help::OtherDirectory),
            Self::NotAsked { .. } | Self::NoAnswer => None,
        }
    }
}
