use crate::Doubt;
use anslag_core::{Country, Email, Phone};
use toml_edit::{Table, value};

/// Contact that a source states.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Name of a person or a function.
    pub name: Option<String>,
    /// Role or title.
    pub role: Option<String>,
    /// Telephone numbers as they are written, with commas between them.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Street and number.
    pub visiting_address: Option<String>,
}

impl Contact {
    /// Returns the contact as an entry of `contacts`.
    #[must_use]
    pub fn to_table(&self) -> Table {
        let mut table = Table::new();
        let fields = [
            ("name", &self.name),
            ("role", &self.role),
            ("phone", &self.phone),
            ("email", &self.email),
            ("visiting_address", &self.visiting_address),
        ];
        for (key, field) in fields {
            if let Some(field) = field {
                table.insert(key, value(field));
            }
        }
        table
    }

    fn is_reachable(&self) -> bool {
        self.phone.is_some() || self.email.is_some() || self.visiting_address.is_some()
    }
}

/// Contacts of a block of lines, and the lines that are no part of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactBlock {
    /// Contacts with a name, and with a number or an address.
    pub contacts: Vec<Contact>,
    /// Lines that no contact has, each with its number in the block from 0 and the reason.
    pub left: Vec<(usize, Doubt)>,
}

/// Meaning of a line, by the label before its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Phone,
    Switchboard,
    Email,
    VisitingAddress,
    Role,
    Name,
    /// What contacts of source files do not have, such as postal addresses and opening hours.
    Other,
}

/// Labels by the beginnings of their words.
const LABELS: [(Label, &[&str]); 7] = [
    (Label::Switchboard, &["växel", "switchboard"]),
    (Label::Phone, &["telefon", "tel", "tfn", "tele", "mobil", "direkt", "phone", "mobile", "tālrunis"]),
    (Label::Email, &["e-post", "epost", "mejl", "mail", "e-mail", "email", "e-pasts"]),
    (Label::VisitingAddress, &["besöksadress", "besök", "visiting address", "street address", "gatuadress"]),
    (Label::Role, &["titel", "roll", "befattning", "title", "role"]),
    (Label::Name, &["namn", "name", "kontaktperson", "contact person"]),
    (
        Label::Other,
        &[
            "postadress",
            "adress",
            "address",
            "postal address",
            "fax",
            "öppettider",
            "telefontid",
            "opening hours",
            "webb",
            "webbplats",
            "website",
            "hemsida",
            "postnummer",
            "org",
            "facebook",
            "bankgiro",
        ],
    ),
];

/// Lines that stand above contacts, in lower case and without a colon.
const HEADINGS: [&str; 34] = [
    "kontakt",
    "kontakta",
    "kontakta oss",
    "kontakter",
    "kontaktperson",
    "kontaktpersoner",
    "kontaktuppgifter",
    "kontaktinformation",
    "presskontakt",
    "presskontakter",
    "för mer information",
    "för mer information kontakta",
    "för mer information, kontakta",
    "för ytterligare information",
    "för frågor",
    "frågor",
    "frågor?",
    "har du frågor?",
    "mer information",
    "upplysningar",
    "vill du veta mer?",
    "kontakti",
    "kontaktid",
    "kontaktisik",
    "contact",
    "contacts",
    "contact us",
    "contact information",
    "press contact",
    "press contacts",
    "media contact",
    "for more information",
    "for more information, please contact",
    "for further information, please contact",
];

/// Ways to write the `@` of an e-mail address so that no program finds it.
const AT_SIGNS: [&str; 9] =
    [" (at) ", "(at)", " [at] ", "[at]", " (a) ", "(a)", " snabel-a ", " (snabel-a) ", "(snabel-a)"];

/// Longest line of a contact, in characters.
const LONGEST_LINE: usize = 200;

/// Most telephone numbers of a contact.
const MOST_NUMBERS: usize = 5;

/// Returns whether a line stands above contacts: `KONTAKT`, `För mer information:`.
#[must_use]
pub fn is_contact_heading(line: &str) -> bool {
    let line = line.trim().trim_end_matches(':').trim().to_lowercase();
    HEADINGS.contains(&line.as_str())
}

/// Reads the contacts of a block of lines, without its heading.
///
/// A contact begins with a name, or where the one before it can be reached and another name follows. Empty lines do not
/// matter. Telephone numbers are read as people of `country` write them.
///
/// ```
/// use anslag_core::Country;
/// use anslag_import::read_contacts;
///
/// let block = read_contacts(&["Anders Fridén", "Samordnare", "Telefon: 0521-72 23 93"], Country::new("SE")?);
/// assert_eq!(block.contacts[0].role.as_deref(), Some("Samordnare"));
/// # Ok::<(), anslag_core::CodeError>(())
/// ```
#[must_use]
pub fn read_contacts<T: AsRef<str>>(lines: &[T], country: Country) -> ContactBlock {
    let mut reader = Reader { country, contacts: Vec::new(), left: Vec::new(), label: None };
    for (number, line) in lines.iter().enumerate() {
        reader.line(number, line.as_ref().trim());
    }
    reader.finish()
}

struct Reader {
    country: Country,
    /// Each with the number of its first line.
    contacts: Vec<(usize, Contact)>,
    left: Vec<(usize, Doubt)>,
    /// Label whose value follows on the next line.
    label: Option<Label>,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) {
        if line.is_empty() {
            return;
        }
        if line.chars().count() > LONGEST_LINE {
            self.left.push((number, Doubt::NotTaken));
            return;
        }
        if let Some((label, rest)) = label(line) {
            self.label = Some(label);
            if !rest.is_empty() {
                self.label = None;
                self.value(number, label, rest);
            }
            return;
        }
        if let Some(label) = self.label.take() {
            self.value(number, label, line);
            return;
        }
        let parts: Vec<&str> = line.split([',', ';', '|', '·', '•', '\t']).map(str::trim).collect();
        let has_address = |part: &&str| self.is_phone(part) || email(part).is_some() || label(part).is_some();
        if parts.iter().any(has_address) {
            for part in parts.into_iter().filter(|part| !part.is_empty()) {
                match label(part) {
                    Some((label, rest)) if !rest.is_empty() => self.value(number, label, rest),
                    _ => self.part(number, part),
                }
            }
        } else if let [name, role] = parts[..]
            && self.begins_contact()
        {
            self.part(number, name);
            self.part(number, role);
        } else {
            self.part(number, line);
        }
    }

    /// Takes what has no label: a number, an address, a name, a role.
    fn part(&mut self, number: usize, text: &str) {
        if email(text).is_some() {
            self.value(number, Label::Email, text);
        } else if self.is_phone(text) {
            self.value(number, Label::Phone, text);
        } else if text.contains(|c: char| c.is_ascii_digit()) {
            // Postal towns, hours and rooms are neither names nor roles.
            self.left.push((number, Doubt::NotTaken));
        } else if self.begins_contact() {
            self.value(number, Label::Name, text);
        } else if self.contacts.last().is_some_and(|(_, last)| last.role.is_none() && !last.is_reachable()) {
            self.value(number, Label::Role, text);
        } else {
            self.left.push((number, Doubt::NotTaken));
        }
    }

    /// Returns whether a name would be that of another contact.
    fn begins_contact(&self) -> bool {
        self.contacts.last().is_none_or(|(_, last)| last.is_reachable())
    }

    fn value(&mut self, number: usize, label: Label, text: &str) {
        let text = text.trim().trim_end_matches(['.', ',', ';']).trim();
        if label == Label::Name && self.contacts.last().is_none_or(|(_, last)| last.name.is_some()) {
            self.contacts.push((number, Contact::default()));
        }
        if self.contacts.is_empty() {
            self.contacts.push((number, Contact::default()));
        }
        let Some((_, contact)) = self.contacts.last_mut() else { return };
        let field = match label {
            Label::Name => &mut contact.name,
            Label::Role => &mut contact.role,
            Label::VisitingAddress => &mut contact.visiting_address,
            Label::Email => {
                let address = email(text).ok_or(text);
                match address {
                    Ok(address) if contact.email.is_none() => contact.email = Some(address),
                    _ => self.left.push((number, Doubt::NotTaken)),
                }
                return;
            }
            Label::Phone | Label::Switchboard => {
                let numbers = contact.phone.as_deref().map_or(0, |phone| phone.matches(',').count() + 1);
                match Phone::several(text, self.country) {
                    Ok(_) if numbers >= MOST_NUMBERS => self.left.push((number, Doubt::NotTaken)),
                    Ok(_) => {
                        let remark = if label == Label::Switchboard { " (växel)" } else { "" };
                        let phone = format!("{text}{remark}");
                        contact.phone = Some(match contact.phone.take() {
                            Some(first) => format!("{first}, {phone}"),
                            None => phone,
                        });
                    }
                    Err(error) => self.left.push((number, Doubt::Phone { error })),
                }
                return;
            }
            Label::Other => {
                self.left.push((number, Doubt::NotTaken));
                return;
            }
        };
        if field.is_some() {
            self.left.push((number, Doubt::NotTaken));
        } else {
            *field = Some(text.to_owned());
        }
    }

    fn is_phone(&self, text: &str) -> bool {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        // A number with its postal town, "462 85 Vänersborg", is none.
        digits >= 5 && letters < digits && Phone::several(text, self.country).is_ok()
    }

    fn finish(mut self) -> ContactBlock {
        let mut contacts = Vec::new();
        for (number, contact) in self.contacts {
            if contact.name.is_none() {
                self.left.push((number, Doubt::ContactWithoutName));
            } else if contact.is_reachable() {
                contacts.push(contact);
            } else {
                self.left.push((number, Doubt::NotTaken));
            }
        }
        self.left.sort_by_key(|(number, _)| *number);
        ContactBlock { contacts, left: self.left }
    }
}

/// Returns the label that a line begins with, and what follows. `E-post myndigheten:` is a label with a word of its own.
fn label(line: &str) -> Option<(Label, &str)> {
    let (before, after) = match line.split_once(':') {
        Some((before, after)) => (before, after.trim()),
        // "Telefon 0521-72 10 00" and "Telefon" alone
        None => {
            let words = line.find(|c: char| c.is_ascii_digit() || c == '+').unwrap_or(line.len());
            line.split_at(words)
        }
    };
    let before = before.trim().trim_end_matches('.').to_lowercase();
    if before.split_whitespace().count() > 3 {
        return None;
    }
    let begins = |name: &str| before.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let (label, _) = LABELS.iter().find(|(_, names)| names.iter().any(|name| begins(name)))?;
    let needs_colon = matches!(label, Label::Name | Label::Role | Label::Other);
    (line.contains(':') || !needs_colon && (!after.is_empty() || before.split_whitespace().count() == 1))
        .then_some((*label, after))
}

/// Returns the e-mail address that a text is, also with another sign for `@`.
fn email(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches("mailto:").trim_end_matches('.');
    let lower = text.to_lowercase();
    let address = AT_SIGNS.iter().find(|sign| lower.contains(**sign)).and_then(|sign| {
        let (name, host) = lower.split_once(sign)?;
        Some(format!("{name}@{}", host.replace(" (punkt) ", ".").replace("(dot)", ".")))
    });
    let address = address.unwrap_or_else(|| text.to_owned());
    (address.contains('@') && !address.contains(char::is_whitespace)).then_some(())?;
    Email::new(&address).ok().map(|_| address)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of a block, and its contacts as `name | role | phone | email | visiting address`, then the lines left.
    const BLOCKS: &[(&str, &str)] = &[
        (
            "Anders Fridén/Internationell samordnare//Besöksadress:/Sundsgatan 29//Telefon:/0521-72 23 93//E-post myndigheten:/anders.friden@vanersborg.se",
            "Anders Fridén | Internationell samordnare | 0521-72 23 93 | anders.friden@vanersborg.se | Sundsgatan 29",
        ),
        (
            "Anna Ek, enhetschef, 0521-72 10 00, anna.ek@example.se/Bo Alm, tekniker, 0521-72 10 01",
            "Anna Ek | enhetschef | 0521-72 10 00 | anna.ek@example.se | -\nBo Alm | tekniker | 0521-72 10 01 | - | -",
        ),
        ("Anna Ek/enhetschef/Bo Alm", "\nleft: Anna Ek, Bo Alm"),
        (
            "Anna Ek/Tel: 0521-72 10 00/Bo Alm/Tel. 0521-72 10 01",
            "Anna Ek | - | 0521-72 10 00 | - | -\nBo Alm | - | 0521-72 10 01 | - | -",
        ),
        ("Kundtjänst/Växel: 0521-72 10 00", "Kundtjänst | - | 0521-72 10 00 (växel) | - | -"),
        (
            "Kundtjänst/0521-72 10 00 (växel)/anna (at) example.se",
            "Kundtjänst | - | 0521-72 10 00 (växel) | anna@example.se | -",
        ),
        ("Anna Ek/Tel: 0521-72 10 00/Mobil: 070-123 45 67", "Anna Ek | - | 0521-72 10 00, 070-123 45 67 | - | -"),
        ("Anna Ek/Telefon: 72 23 93/anna@example.se", "Anna Ek | - | - | anna@example.se | -\nleft: Telefon: 72 23 93"),
        ("Telefon: 0521-72 10 00", "\nleft: Telefon: 0521-72 10 00"),
        (
            "Anna Ek/Postadress: Box 1/462 85 Vänersborg/Telefon 0521-72 10 00",
            "Anna Ek | - | 0521-72 10 00 | - | -\nleft: Postadress: Box 1, 462 85 Vänersborg",
        ),
        (
            "Anna Ek, Head of Culture/Phone: +46 521 72 10 00/E-mail: anna.ek@example.se",
            "Anna Ek | Head of Culture | +46 521 72 10 00 | anna.ek@example.se | -",
        ),
        ("Anna Ek | anna@example.se | 0521-72 10 00", "Anna Ek | - | 0521-72 10 00 | anna@example.se | -"),
        ("", ""),
    ];

    #[test]
    fn contacts_of_blocks() {
        for (block, expected) in BLOCKS {
            let lines: Vec<&str> = block.split('/').collect();
            let ContactBlock { contacts, left } = read_contacts(&lines, Country::new("SE").unwrap());
            let field = |field: Option<String>| field.unwrap_or_else(|| "-".to_owned());
            let contacts: Vec<String> = contacts
                .into_iter()
                .map(|c| [c.name, c.role, c.phone, c.email, c.visiting_address].map(field).join(" | "))
                .collect();
            let mut found = contacts.join("\n");
            if !left.is_empty() {
                let left: Vec<&str> = left.iter().map(|(number, _)| lines[*number]).collect();
                found = format!("{found}\nleft: {}", left.join(", "));
            }
            assert_eq!(found, *expected, "{block}");
        }
    }

    #[test]
    fn headings_of_contacts() {
        for line in ["KONTAKT", "Kontakt:", " För mer information ", "Press contact"] {
            assert!(is_contact_heading(line), "{line}");
        }
        for line in ["", "Kontakta kommunen om du vill veta mer", "Kontaktlinser"] {
            assert!(!is_contact_heading(line), "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_lines_are_read(lines in proptest::collection::vec("[A-Za-zåäö0-9@:,.() +-]{0,40}|\\PC{0,40}", 0..12)) {
            let block = read_contacts(&lines, Country::new("SE").unwrap());
            for (number, _) in &block.left {
                proptest::prop_assert!(*number < lines.len());
            }
            for contact in block.contacts {
                proptest::prop_assert!(contact.name.is_some() && contact.is_reachable());
            }
        }
    }
}
