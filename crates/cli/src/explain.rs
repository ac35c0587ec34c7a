use crate::{
    arguments::{AllowOptions, ExplainOptions},
    damage::DAMAGE_CODES,
    exit::Exit,
    fatal::{FATAL_CODES, Fatal, FatalCode},
    foreign_claim::LOAD_CODES,
    help::Help,
    import_codes::IMPORT_CODES,
    incomplete::EXPORT_CODES,
    printer::print_line,
    wrap::wrap,
};
use anslag_source::{CODES, Code, ExampleFile, Severity, nearest};
use anslag_wording::{Language, Wording, wording};
use std::fmt;
use thiserror::Error;

/// Prints what a code means, or a list of all codes.
pub(crate) fn run(options: &ExplainOptions, language: Language) -> Result<Exit, Box<dyn Fatal>> {
    let text = match &options.code {
        Some(name) => Explained(find(name)?).in_language(language).to_string(),
        None => CodeList.in_language(language).to_string(),
    };
    print_line(&mut anstream::stdout(), text.trim_end());
    Ok(Exit::Success)
}

/// Returns every code, by name.
fn all() -> Vec<&'static Code> {
    let mut codes = [CODES, FATAL_CODES, EXPORT_CODES, IMPORT_CODES, DAMAGE_CODES, LOAD_CODES].concat();
    codes.sort_unstable_by_key(|code| code.name);
    codes
}

/// Returns the codes that `--allow` names.
pub(crate) fn allowed(options: &AllowOptions) -> Result<Vec<&'static Code>, CodeError> {
    let allow = |name: &String| match find(name)? {
        code if code.is_allowable() => Ok(code),
        code => Err(CodeError::NotAllowable { name: code.name }),
    };
    options.codes.iter().map(allow).collect()
}

/// Returns the code of a name.
fn find(name: &str) -> Result<&'static Code, CodeError> {
    let codes = all();
    let found = codes.iter().find(|code| code.name == name).copied();
    found.ok_or_else(|| CodeError::Unknown {
        name: name.to_owned(),
        meant: nearest(name, codes.iter().map(|code| code.name)).map(str::to_owned),
    })
}

wording! {
    /// Reason why a code on the command line is wrong.
    #[derive(Debug, Error)]
    pub(crate) enum CodeError {
        /// No code has the name.
        Unknown {
            name: String,
            /// Name that may be meant.
            meant: Option<String>,
        }
            en("unknown code `{name}`")
            sv("okänd kod `{name}`"),
        /// The code is that of an error that cannot be lifted.
        NotAllowable {
            name: &'static str,
        }
            en("`{name}` is an error that `--allow` cannot lift")
            sv("`{name}` är ett fel som `--allow` inte kan häva"),
    }
}

impl Fatal for CodeError {
    fn code(&self) -> FatalCode {
        FatalCode::InvalidOption
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Unknown { meant: Some(name), .. } => Some(Help::DidYouMean { name: name.clone() }),
            Self::Unknown { meant: None, .. } => Some(Help::ListCodes),
            Self::NotAllowable { .. } => {
                let codes = all().into_iter().filter(|code| code.is_allowable());
                Some(Help::Allowable { codes: codes.map(|code| code.name).collect() })
            }
        }
    }
}

wording! {
    /// Line of an explanation.
    enum Line {
        Title { name: &'static str, severity: Severity }
            en("{name} ({severity})")
            sv("{name} ({severity})"),
        Wrong { file: ExampleFile }
            en("Wrong, in {file}:")
            sv("Fel, i {file}:"),
        Right
            en("Right:")
            sv("Rätt:"),
        Error
            en("`--allow` does not silence it.")
            sv("`--allow` tystar det inte."),
        Refusal { name: &'static str }
            en("`--allow {name}` goes on in spite of it.")
            sv("`--allow {name}` fortsätter trots det."),
        Warning { name: &'static str }
            en("`--allow {name}` silences it. With `--strict`, a warning makes `check` fail.")
            sv("`--allow {name}` tystar den. Med `--strict` leder en varning till att `check` misslyckas."),
        Note { name: &'static str }
            en("`--allow {name}` silences it. `--strict` ignores notes, and `--quiet` hides them.")
            sv("`--allow {name}` tystar den. `--strict` bortser från anmärkningar, och `--quiet` döljer dem."),
    }
}

impl Line {
    /// Returns how to silence or lift a problem.
    const fn allow(code: &Code) -> Self {
        let name = code.name;
        match code.severity {
            Severity::Error if code.is_liftable => Self::Refusal { name },
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning { name },
            Severity::Note => Self::Note { name },
        }
    }
}

/// Explanation of a code for a terminal.
struct Explained<'a>(&'a Code);

impl Wording for Explained<'_> {
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.0;
        let title = Line::Title { name: code.name, severity: code.severity };
        writeln!(f, "{}\n", title.in_language(language))?;
        write_wrapped(f, &code.summary.in_language(language).to_string())?;
        writeln!(f)?;
        write_wrapped(f, &code.reason.in_language(language).to_string())?;
        if let Some(example) = code.example {
            let titles = [Line::Wrong { file: example.file }, Line::Right];
            for (title, text) in titles.iter().zip([example.wrong, example.right]) {
                writeln!(f, "\n{}\n", title.in_language(language))?;
                for line in text.lines() {
                    let indent = if line.is_empty() { "" } else { "    " };
                    writeln!(f, "{indent}{line}")?;
                }
            }
        }
        writeln!(f)?;
        write_wrapped(f, &Line::allow(code).in_language(language).to_string())
    }
}

/// One line for each code.
struct CodeList;

impl Wording for CodeList {
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes = all();
        let width = codes.iter().map(|code| code.name.len()).max().unwrap_or_default();
        for code in codes {
            writeln!(f, "{:width$}  {}", code.name, code.summary.in_language(language))?;
        }
        Ok(())
    }
}

/// Characters of a line of prose.
const WIDTH: usize = 80;

/// Writes a paragraph in lines of at most [`WIDTH`] characters.
fn write_wrapped(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    wrap(text, WIDTH).iter().try_for_each(|line| writeln!(f, "{line}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use anslag_fixtures::assert_golden;
    use std::{collections::BTreeSet, fmt::Write as _, path::Path};

    #[test]
    fn codes_are_unique_and_in_kebab_case() {
        let mut names = BTreeSet::new();
        for code in all() {
            let is_word =
                |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
            assert!(code.name.split('-').all(is_word), "{}", code.name);
            assert!(names.insert(code.name), "{} stands twice", code.name);
        }
    }

    #[test]
    fn every_code_is_explained_in_short_sentences() {
        let mut summaries = BTreeSet::new();
        for code in all() {
            for text in [code.summary.en, code.summary.sv, code.reason.en, code.reason.sv] {
                assert!(text.ends_with('.'), "{}: {text}", code.name);
                for sentence in text.split(". ") {
                    assert!(sentence.split(' ').count() <= 25, "{}: {sentence}", code.name);
                }
            }
            assert!(summaries.insert(code.summary.en), "two codes mean the same: {}", code.summary.en);
        }
    }

    fn english(wording: &impl Wording) -> String {
        wording.in_language(Language::English).to_string()
    }

    /// The page of the documentation says the same as `anslag explain`.
    #[test]
    fn the_page_is_as_it_is_generated() {
        let mut page = String::from(
            "<!-- Generated by `cargo xtask golden` from crates/source/src/codes.rs, crates/cli/src/fatal.rs and crates/cli/src/export.rs. -->\n\n\
             # Diagnostics\n\n\
             Every message has a code, as in `error[unknown-topic]: …`.\n\
             `anslag explain CODE` prints what it means, and with `--lang sv` in Swedish.\n\n\
             An error must be fixed, a warning should be looked at, and a note may stay as it is.\n",
        );
        for code in all() {
            let (severity, summary, reason) = (english(&code.severity), code.summary.en, code.reason.en);
            write!(page, "\n## {}\n\n*{severity}*: {summary}\n\n{reason}\n", code.name).unwrap();
            if let Some(example) = code.example {
                let fence = match example.file {
                    ExampleFile::FrontMatter | ExampleFile::Publication | ExampleFile::Register => "toml",
                    ExampleFile::Yaml => "yaml",
                    ExampleFile::Markdown => "text",
                    ExampleFile::JsonLine => "json",
                };
                let parts = [(Line::Wrong { file: example.file }, example.wrong), (Line::Right, example.right)];
                for (title, text) in parts {
                    write!(page, "\n{}\n\n```{fence}\n{text}\n```\n", english(&title)).unwrap();
                }
            }
            write!(page, "\n{}\n", english(&Line::allow(code))).unwrap();
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        assert_golden(&root.join("docs/diagnostics.md"), page.as_bytes());
    }
}
