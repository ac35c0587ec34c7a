use crate::file_type::FileType;
use std::{
    ffi::{OsStr, OsString},
    path::Path,
};

/// Name of the file of settings.
pub(crate) const PUBLICATION: &str = "publication.toml";
/// Name of the file of what announcements share.
pub(crate) const REGISTER: &str = "register.toml";
/// Name of the folder of announcements.
pub(crate) const ANNOUNCEMENTS: &str = "announcements";
/// Name of the folder of files that are published as they are.
pub const STATIC: &str = "static";
/// Name of the folder with the look of the pages.
pub(crate) const THEME: &str = "theme";

/// Kind of source file, by its extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// One announcement.
    Markdown,
    /// One announcement a line.
    JsonLines,
}

/// Role of a file or a folder, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A file of the data folder itself, the folder of announcements, or that of files that are published as they are.
    Settings,
    /// A file with announcements.
    Announcements(Syntax),
    /// A page of a website generator about a folder, which is no announcement.
    Section,
    /// A file with the area of a place, which an announcement or the register names.
    Area,
    /// A file about the folder that it stands in, such as `README.md`.
    About,
    /// File or folder that systems and editors leave behind.
    Leaving,
}

/// Directory that holds a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Directory {
    /// The data folder itself.
    Data,
    /// The folder of announcements, or one below it.
    Announcements,
    /// The folder of files that are published as they are, or one below it.
    Static,
}

/// Part of a name by which files are known. Case does not count.
#[derive(Clone, Copy, Debug)]
enum Pattern {
    Whole(&'static str),
    Beginning(&'static str),
    Ending(&'static str),
    /// A name without its extension.
    Stem(&'static str),
}

/// Names that give a file or a folder its role. The first that fits counts. Files of other names are warned of.
const NAMES: &[(Option<Directory>, Pattern, Role)] = &[
    // Hosts read files such as `.htaccess` and `.well-known/security.txt`.
    (Some(Directory::Data), Pattern::Beginning("."), Role::Leaving),
    (Some(Directory::Announcements), Pattern::Beginning("."), Role::Leaving),
    (Some(Directory::Static), Pattern::Beginning(".git"), Role::Leaving),
    (Some(Directory::Static), Pattern::Whole(".hg"), Role::Leaving),
    (Some(Directory::Static), Pattern::Whole(".svn"), Role::Leaving),
    (Some(Directory::Static), Pattern::Whole(".env"), Role::Leaving),
    (Some(Directory::Static), Pattern::Whole(".ds_store"), Role::Leaving),
    (Some(Directory::Static), Pattern::Beginning("._"), Role::Leaving),
    (Some(Directory::Static), Pattern::Beginning(".#"), Role::Leaving),
    (Some(Directory::Static), Pattern::Beginning(".nfs"), Role::Leaving),
    // Copies of Emacs, Vim, nano, Word and merges.
    (None, Pattern::Ending("~"), Role::Leaving),
    (None, Pattern::Beginning("#"), Role::Leaving),
    (None, Pattern::Beginning("~$"), Role::Leaving),
    (None, Pattern::Ending(".swp"), Role::Leaving),
    (None, Pattern::Ending(".swo"), Role::Leaving),
    (None, Pattern::Ending(".save"), Role::Leaving),
    (None, Pattern::Ending(".bak"), Role::Leaving),
    (None, Pattern::Ending(".tmp"), Role::Leaving),
    (None, Pattern::Ending(".orig"), Role::Leaving),
    (None, Pattern::Ending(".rej"), Role::Leaving),
    // Folders as Windows and macOS show them.
    (None, Pattern::Whole("thumbs.db"), Role::Leaving),
    (None, Pattern::Whole("desktop.ini"), Role::Leaving),
    (None, Pattern::Whole("icon\r"), Role::Leaving),
    (None, Pattern::Whole("__macosx"), Role::Leaving),
    (Some(Directory::Data), Pattern::Ending(".geojson"), Role::Area),
    (Some(Directory::Announcements), Pattern::Ending(".geojson"), Role::Area),
    (Some(Directory::Data), Pattern::Whole(PUBLICATION), Role::Settings),
    (Some(Directory::Data), Pattern::Whole(REGISTER), Role::Settings),
    (Some(Directory::Data), Pattern::Whole(ANNOUNCEMENTS), Role::Settings),
    (Some(Directory::Data), Pattern::Whole(THEME), Role::Settings),
    (Some(Directory::Data), Pattern::Whole(STATIC), Role::Settings),
    (Some(Directory::Data), Pattern::Stem("readme"), Role::About),
    (Some(Directory::Data), Pattern::Stem("license"), Role::About),
    (Some(Directory::Data), Pattern::Stem("licence"), Role::About),
    (Some(Directory::Announcements), Pattern::Whole("_index.md"), Role::Section),
    (Some(Directory::Announcements), Pattern::Ending(".md"), Role::Announcements(Syntax::Markdown)),
    (Some(Directory::Announcements), Pattern::Ending(".jsonl"), Role::Announcements(Syntax::JsonLines)),
];

impl Pattern {
    fn fits(self, name: &str) -> bool {
        match self {
            Self::Whole(whole) => name == whole,
            Self::Beginning(beginning) => name.starts_with(beginning),
            Self::Ending(ending) => name.ends_with(ending),
            Self::Stem(stem) => name.strip_prefix(stem).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')),
        }
    }
}

/// Returns the role of a file or a folder, by its name; `None` if it is not read and may have been meant to be.
pub(crate) fn role(name: &OsStr, directory: Directory) -> Option<Role> {
    let name = name.to_string_lossy().to_lowercase();
    let fits = |(only, pattern, _): &&(Option<Directory>, Pattern, Role)| {
        only.is_none_or(|only| only == directory) && pattern.fits(&name)
    };
    NAMES.iter().find(fits).map(|(.., role)| *role)
}

/// Returns whether a file holds an area, by its name.
pub(crate) fn is_area(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("geojson"))
}

/// Returns the syntax of a file with announcements, by its name.
pub(crate) fn syntax(path: &Path) -> Option<Syntax> {
    match role(path.file_name()?, Directory::Announcements)? {
        Role::Announcements(syntax) => Some(syntax),
        Role::Settings | Role::Area | Role::Section | Role::About | Role::Leaving => None,
    }
}

/// Returns the name of an announcement, which is its id if no key gives one.
///
/// It is the name of the file without extension. For `index.md` it is that of the folder, as in the page bundles of Hugo.
pub(crate) fn announcement_name(path: &Path) -> Option<&OsStr> {
    let stem = path.file_stem()?;
    let folder = path.parent().and_then(Path::file_name);
    folder.filter(|_| is_bundle(stem)).or(Some(stem))
}

/// Returns whether a file of this name, without extension, goes by the name of its folder.
pub(crate) fn is_bundle(stem: &OsStr) -> bool {
    stem.eq_ignore_ascii_case("index")
}

/// Returns the name that a file probably should have to be read; `None` if its name tells nothing.
pub(crate) fn intended(name: &OsStr) -> Option<OsString> {
    let path = Path::new(name);
    let stem = path.file_stem()?;
    let endings = ["markdown", "mdown", "mdwn", "mdx", "mkd", "mkdn", "mdtxt", "mdtext"];
    let extension = path.extension()?.to_str()?.to_lowercase();
    match extension.as_str() {
        "txt" if syntax(Path::new(stem)).is_some() => Some(stem.to_owned()),
        extension if endings.contains(&extension) => Some(path.with_extension("md").into()),
        "ndjson" | "jsonlines" => Some(path.with_extension("jsonl").into()),
        _ => None,
    }
}

/// Returns whether a file is of a type that people attach to announcements.
pub(crate) fn is_publishable(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let is_source = path.file_name().and_then(intended).is_some();
    extension.is_some_and(FileType::is_meant) && !is_source && !is_area(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(directory: Directory, names: &[&str], expected: Option<Role>) {
        for name in names {
            assert_eq!(role(OsStr::new(name), directory), expected, "{name}");
        }
    }

    #[test]
    fn names_say_what_is_read() {
        let (data, announcements) = (Directory::Data, Directory::Announcements);
        check(data, &["publication.toml", "register.toml", "announcements"], Some(Role::Settings));
        check(announcements, &["a.md", "A.MD", "index.md"], Some(Role::Announcements(Syntax::Markdown)));
        check(announcements, &["a.jsonl", "a.JSONL"], Some(Role::Announcements(Syntax::JsonLines)));
        check(announcements, &["_index.md"], Some(Role::Section));
        check(data, &["README.md", "README", "LICENSE.txt"], Some(Role::About));
        for directory in [data, announcements] {
            let leavings = [
                ".git",
                ".a.md.swp",
                ".#a.md",
                "a.md~",
                "#a.md#",
                "a.md.swp",
                "~$a.docx",
                "a.md.bak",
                "Thumbs.db",
                "desktop.ini",
                "a.md.orig",
                "Icon\r",
            ];
            check(directory, &leavings, Some(Role::Leaving));
            check(
                directory,
                &["a.txt", "a.md.txt", "a.docx", "a.html", "a", "a.json", "announcement", "readmore.md.x"],
                None,
            );
        }
        check(data, &["a.md", "a.jsonl", "index.md"], None);
        let leavings = [".git", ".gitignore", ".DS_Store", "._a.pdf", ".a.txt.swp", "a.txt~", "Thumbs.db"];
        check(Directory::Static, &leavings, Some(Role::Leaving));
        check(Directory::Static, &[".htaccess", "CNAME", ".well-known", ".nojekyll", "a.geojson", "index.md"], None);
        check(announcements, &["publication.toml", "readme.txt"], None);
    }

    #[test]
    fn an_index_goes_by_the_name_of_its_folder() {
        for (path, name) in [
            ("a/2021-05-18-a.md", "2021-05-18-a"),
            ("a/2021-05-18-a/index.md", "2021-05-18-a"),
            ("2021-05-18-a/INDEX.MD", "2021-05-18-a"),
            ("index.md", "index"),
        ] {
            assert_eq!(announcement_name(Path::new(path)), Some(OsStr::new(name)), "{path}");
        }
    }

    #[test]
    fn some_names_are_nearly_right() {
        for (name, expected) in [
            ("a.md.txt", Some("a.md")),
            ("a.jsonl.TXT", Some("a.jsonl")),
            ("a.markdown", Some("a.md")),
            ("a.ndjson", Some("a.jsonl")),
            ("a.txt", None),
            ("a", None),
        ] {
            assert_eq!(intended(OsStr::new(name)).as_deref(), expected.map(OsStr::new), "{name}");
        }
    }
}
