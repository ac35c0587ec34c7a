use crate::{ContactKind, Email, Line, Phone, model::mention::classify_fields};
use serde::Serialize;

/// Contact for questions about an announcement.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Contact {
    /// Name of a person or a function.
    pub name: Line,
    /// Job title of the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Line>,
    /// Telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Address for visits: street and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visiting_address: Option<Line>,
}

classify_fields! { Contact {
    plain: name, role, phone, email, visiting_address;
} }

impl Contact {
    /// Returns whether the contact is a person or a function; `None` if its name and its role do not tell.
    ///
    /// A person has a job title and a name of several words, each with a capital letter. A function has neither.
    #[must_use]
    pub fn kind(&self) -> Option<ContactKind> {
        match (could_be_person(self.name.as_str()), self.role.is_some()) {
            (true, true) => Some(ContactKind::Individual),
            (false, false) => Some(ContactKind::Organization),
            (true, false) | (false, true) => None,
        }
    }
}

/// Returns whether a name could be that of a person.
fn could_be_person(name: &str) -> bool {
    let is_name = |word: &str| {
        PARTICLES.contains(&word)
            || word.chars().next().is_some_and(|first| first.is_alphabetic() && !first.is_lowercase())
    };
    name.split_whitespace().count() > 1 && name.split_whitespace().all(is_name)
}

/// Words in the names of people that have no capital letter.
const PARTICLES: [&str; 12] = ["af", "av", "bin", "da", "de", "del", "den", "der", "di", "la", "van", "von"];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, role: Option<&str>, expected: Option<ContactKind>) {
        let line = |text: &str| Line::new(text).unwrap();
        let contact =
            Contact { name: line(name), role: role.map(line), phone: None, email: None, visiting_address: None };
        assert_eq!(contact.kind(), expected, "{name}");
    }

    #[test]
    fn a_function_is_no_person() {
        check("Anna Andersson", Some("samordnare"), Some(ContactKind::Individual));
        check("Carl-Åke von der Heide", Some("kanslichef"), Some(ContactKind::Individual));
        check("Õnne Pärn", Some("nõunik"), Some(ContactKind::Individual));
        for name in
            ["Kontaktcenter", "Tekniska förvaltningen", "Upphandling & inköp", "VA-jouren", "Vänersborgs kommun"]
        {
            check(name, None, Some(ContactKind::Organization));
        }
        check("Anna Andersson", None, None);
        check("Kontaktcenter Vänersborg", None, None);
        check("VA-jouren", Some("dygnet runt"), None);
    }
}
