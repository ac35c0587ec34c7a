/// Answer to addresses that no file has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// The address is an announcement's: 200 in a format. One below it is a part's: 303 to the document.
    Announcement,
    /// 303 to the document that describes what the address names, by the document's path without its extension.
    SeeOther(&'static str),
}

/// Rule for addresses that no file has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    /// Path that the address begins with. After a slash, more must follow.
    pub(crate) prefix: &'static str,
    pub(crate) answer: Answer,
}

/// Path of the documents about announcements.
pub(crate) const DOCUMENTS: &str = "data/announcement/";

/// Path of the pages of announcements.
pub(crate) const ANNOUNCEMENTS: &str = "announcement/";

/// Path of the document about the register, without its extension.
pub(crate) const REGISTER: &str = "data/register";

/// The rules, by which `serve` answers and from which the configurations of other servers are made. The first that fits
/// counts, as `Publication` mints the addresses.
pub(crate) const RULES: &[Rule] = &[
    Rule { prefix: ANNOUNCEMENTS, answer: Answer::Announcement },
    Rule { prefix: "def/organization/", answer: Answer::SeeOther(REGISTER) },
    Rule { prefix: "def/programme/", answer: Answer::SeeOther(REGISTER) },
    Rule { prefix: "def/topic/", answer: Answer::SeeOther(REGISTER) },
    Rule { prefix: "def/place/", answer: Answer::SeeOther(REGISTER) },
    Rule { prefix: "def/board/", answer: Answer::SeeOther(REGISTER) },
    Rule { prefix: "catalogue/class/", answer: Answer::SeeOther(".well-known/void") },
    Rule { prefix: "catalogue/property/", answer: Answer::SeeOther(".well-known/void") },
    Rule { prefix: "catalogue", answer: Answer::SeeOther("dcat") },
    Rule { prefix: "data/catalogue", answer: Answer::SeeOther("dcat") },
    Rule { prefix: "data/vocabulary", answer: Answer::SeeOther("def/ns") },
];

impl Rule {
    /// Returns the rule of a path, with what follows its prefix.
    pub(crate) fn of(path: &str) -> Option<(Answer, &str)> {
        RULES.iter().find_map(|rule| {
            let rest = path.strip_prefix(rule.prefix)?;
            let is_folder = rule.prefix.ends_with('/');
            let fits = if is_folder { !rest.is_empty() } else { rest.is_empty() || rest.starts_with('/') };
            fits.then_some((rule.answer, rest))
        })
    }
}
