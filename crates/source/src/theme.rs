use crate::{
    Report,
    finding::Findings,
    help::Help,
    message::Message,
    names::{self, Directory, Role, THEME},
    nearest::nearest,
    picture::Picture,
    regular_file::read_regular,
    style_rules::check_rules,
    walk::{diagnostic_of, link_outside, link_to_folder, unreadable, unreadable_folder},
};
use anslag_core::{Body, LanguageTag, Logo, Theme, limit};
use anslag_wording::IoFault;
use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Names of the files of the folder, for a help.
const NAMES: [&str; 5] = ["theme.css", "logo.svg", "logo.png", "logo.webp", "footer.md"];

/// Reads the folder `theme` of a data folder. Problems go to the report.
///
/// A link must lead to a file of the data folder, unless links are followed.
pub(crate) fn read_theme(data: &Path, follow_links: bool, report: &mut Report) -> Theme {
    let mut theme = Theme::default();
    for path in paths(data, report) {
        if !follow_links && leads_outside(&path, data) {
            report.add(link_outside(&path));
        } else if path.is_dir() && path.is_symlink() {
            report.add(link_to_folder(&path));
        } else if path.is_dir() {
            report.add(diagnostic_of(&path, Message::StrayInTheme, Help::MoveAway));
        } else {
            read_file(&path, &mut theme, report);
        }
    }
    theme
}

/// Returns the paths in the folder, in their order, without those that systems and editors leave behind.
fn paths(data: &Path, report: &mut Report) -> Vec<PathBuf> {
    let folder = data.join(THEME);
    let entries = match fs::read_dir(&folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        // A file of this name is warned of as one that is not read.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Vec::new(),
        Err(error) => {
            report.add(unreadable_folder(&folder, &error));
            Vec::new()
        }
    };
    let is_read = |path: &PathBuf| {
        let role = path.file_name().and_then(|name| names::role(name, Directory::Data));
        !matches!(role, Some(Role::Leaving | Role::About))
    };
    let mut paths: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).filter(is_read).collect();
    paths.sort();
    paths
}

fn leads_outside(path: &Path, data: &Path) -> bool {
    let (target, data) = (fs::canonicalize(path), fs::canonicalize(data));
    target.is_ok_and(|target| data.is_ok_and(|data| !target.starts_with(data)))
}

fn read_file(path: &Path, theme: &mut Theme, report: &mut Report) {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let parts: Vec<&str> = name.split('.').collect();
    match parts[..] {
        ["theme", "css"] => {
            let Some(text) = read_text(path, report) else { return };
            let findings = Findings::default();
            check_rules(&text, &findings);
            findings.report_to(&Arc::from(path.to_string_lossy()), &text, 1, report);
            theme.css = text;
        }
        ["logo", extension] if Logo::EXTENSIONS.contains(&extension) => {
            let Some(bytes) = read(path, report) else { return };
            match shown(extension, bytes).and_then(|bytes| Logo::new(extension, bytes)) {
                Some(_) if theme.logo.is_some() => report.add(diagnostic_of(path, Message::SecondLogo, Help::OneLogo)),
                Some(logo) => theme.logo = Some(logo),
                None => report.add(diagnostic_of(path, Message::NoLogo, Help::LogoFormats)),
            }
        }
        ["footer", "md"] => add_footer(path, None, theme, report),
        ["footer", tag, "md"] if LanguageTag::new(tag).is_ok() => {
            add_footer(path, LanguageTag::new(tag).ok(), theme, report);
        }
        _ => {
            let help = match nearest(&name.to_lowercase(), NAMES) {
                Some(meant) => Help::Rename { to: meant.to_owned() },
                None => Help::MoveAway,
            };
            report.add(diagnostic_of(path, Message::StrayInTheme, help));
        }
    }
}

/// Returns the bytes of a logo, without what a picture says beside itself; `None` if the picture is broken.
fn shown(extension: &str, bytes: Vec<u8>) -> Option<Vec<u8>> {
    if extension == "svg" { Some(bytes) } else { Picture::new(&bytes).map(|picture| picture.bytes) }
}

fn add_footer(path: &Path, language: Option<LanguageTag>, theme: &mut Theme, report: &mut Report) {
    let Some(text) = read_text(path, report) else { return };
    match Body::new(&text) {
        Ok(body) => theme.footers.push((language, body)),
        Err(error) => {
            let help = Help::for_body_error(&error);
            report.add(diagnostic_of(path, error.into(), help));
        }
    }
}

fn read(path: &Path, report: &mut Report) -> Option<Vec<u8>> {
    match read_regular(path, limit::THEME_FILE.most as u64) {
        Ok(bytes) => Some(bytes),
        Err(error) if matches!(IoFault::from(&error), IoFault::TooLong { .. }) => {
            report.add(diagnostic_of(path, Message::TooLong { limit: limit::THEME_FILE }, Help::SmallerFile));
            None
        }
        Err(error) => {
            report.add(unreadable(path, &error));
            None
        }
    }
}

fn read_text(path: &Path, report: &mut Report) -> Option<String> {
    match String::from_utf8(read(path, report)?) {
        Ok(text) => Some(text.trim_start_matches('\u{feff}').to_owned()),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes()[at];
            report.add(diagnostic_of(path, Message::NotUtf8 { at, byte }, Help::SaveAsUtf8));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anslag_wording::Language;

    /// Reads a theme of these files, and compares the codes and paths of its problems.
    #[track_caller]
    fn check(files: &[(&str, &[u8])], expected: &[&str]) -> Theme {
        let data = tempfile::tempdir().unwrap();
        fs::create_dir(data.path().join(THEME)).unwrap();
        for (name, bytes) in files {
            fs::write(data.path().join(THEME).join(name), bytes).unwrap();
        }
        let mut report = Report::default();
        let theme = read_theme(data.path(), false, &mut report);
        let found: Vec<String> = report
            .diagnostics()
            .into_iter()
            .map(|own| format!("{} {}", own.code().name, own.path.rsplit(std::path::is_separator).next().unwrap()))
            .collect();
        assert_eq!(found, expected, "{}", report.render(Language::English, false));
        theme
    }

    /// A picture that says who took it.
    const PNG: &[u8] = include_bytes!("../../fixtures/data/announcements/nyheter/2026-05-29-ny-gangbro/skylt.png");

    #[test]
    fn a_theme_is_read_from_files_of_known_names() {
        let theme = check(
            &[
                ("theme.css", b"\xef\xbb\xbf:root { --font: Georgia }"),
                ("logo.png", PNG),
                ("footer.md", b"Till *kommunen*"),
                ("footer.en.md", b"To the municipality"),
                ("README.md", b"About"),
                (".DS_Store", b""),
            ],
            &[],
        );
        assert_eq!(theme.css, ":root { --font: Georgia }");
        let logo = theme.logo.unwrap();
        assert_eq!(logo.extension, "png");
        let has = |bytes: &[u8]| bytes.windows(6).any(|part| part == b"Author");
        assert!(has(PNG) && !has(&logo.bytes));
        let languages: Vec<_> = theme.footers.iter().map(|(tag, _)| tag.as_ref().map(ToString::to_string)).collect();
        assert_eq!(languages, [Some("en".to_owned()), None]);
        assert_eq!(check(&[], &[]), Theme::default());
    }

    #[test]
    fn what_is_wrong_with_a_theme_is_told() {
        check(&[("style.css", b""), ("logo.gif", b"")], &["ignored-file logo.gif", "ignored-file style.css"]);
        check(&[("logo.svg", PNG)], &["invalid-logo logo.svg"]);
        check(&[("logo.png", &PNG[..PNG.len() / 2])], &["invalid-logo logo.png"]);
        check(&[("logo.png", PNG), ("logo.svg", b"<svg/>")], &["invalid-logo logo.svg"]);
        check(&[("footer.md", b"\xff")], &["not-utf8 footer.md"]);
        check(&[("theme.css", &vec![b' '; 1_100_000])], &["too-long theme.css"]);
        check(&[("theme.css", b"@import 'http://example.org/a.css';")], &["theme-request theme.css"]);
    }

    #[test]
    fn a_directory_is_not_read() {
        let data = tempfile::tempdir().unwrap();
        fs::create_dir_all(data.path().join("theme/typsnitt")).unwrap();
        let mut report = Report::default();
        read_theme(data.path(), false, &mut report);
        let said = report.render(Language::English, false);
        assert!(said.starts_with("warning[ignored-file]") && said.contains("typsnitt"), "{said}");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_data_folder_is_not_followed() {
        let (data, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let secret = other.path().join("secret");
        fs::write(&secret, "a secret").unwrap();
        fs::create_dir(data.path().join(THEME)).unwrap();
        std::os::unix::fs::symlink(&secret, data.path().join("theme/footer.md")).unwrap();
        let mut report = Report::default();
        assert_eq!(read_theme(data.path(), false, &mut report), Theme::default());
        let codes: Vec<_> = report.diagnostics().into_iter().map(|own| own.code().name).collect();
        assert_eq!(codes, ["outside-link"]);
        let mut report = Report::default();
        assert_eq!(read_theme(data.path(), true, &mut report).footers.len(), 1, "links are followed");
    }
}
