use anslag_core::has_check_digit;
use jiff::civil::Date;
use std::ops::Range;

/// Datum on a person in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PersonalDatum {
    /// Span in the text, in bytes.
    pub(crate) span: Range<usize>,
    /// Kind.
    pub(crate) kind: PersonalKind,
}

/// Kind of a datum on a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PersonalKind {
    /// Swedish personal identity number.
    PersonalNumber,
    /// Swedish coordination number, whose day of birth is higher by 60.
    CoordinationNumber,
    /// E-mail address of a provider whose customers are people.
    PrivateEmail,
    /// Swedish mobile number, in the form of ITU-T E.164.
    MobileNumber(String),
}

/// Finds data on people that can be told by their form: identity numbers, private e-mail addresses and mobile numbers.
///
/// A text without a digit and without `@` is only searched for these bytes.
pub(crate) fn find(text: &str) -> Vec<PersonalDatum> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(digit) = text.as_bytes()[at..].iter().position(u8::is_ascii_digit) {
        let start = at + digit;
        let datum = identity_number(text, start).or_else(|| mobile_number(text, start));
        at = datum.as_ref().map_or_else(|| start + digits(&text[start..]).len(), |datum| datum.span.end);
        found.extend(datum);
    }
    found.extend(text.match_indices('@').filter_map(|(at, _)| private_email(text, at)));
    found
}

/// Replaces letters and digits by dots. The domain of an e-mail address stays, since it names nobody.
pub(crate) fn masked(text: &str) -> String {
    let hidden = text.find('@').unwrap_or(text.len());
    let mask = |(at, c): (usize, char)| if at < hidden && c.is_alphanumeric() { '•' } else { c };
    text.char_indices().map(mask).collect()
}

/// Returns the identity number whose digits begin at `start`: ten or twelve, with a sign before the last four or without.
fn identity_number(text: &str, start: usize) -> Option<PersonalDatum> {
    let born = digits(&text[start..]);
    let after = start + born.len();
    let (date, number, end) = match born.len() {
        10 | 12 => {
            // Undivided digits that begin with 0 are a telephone number.
            let (date, number) = born.split_at(born.len() - 4);
            (!date.starts_with('0')).then_some((date, number, after))?
        }
        6 | 8 => {
            let sign = text[after..].chars().next().filter(|c| *c == '+' || is_hyphen(*c))?;
            let number = digits(&text[after + sign.len_utf8()..]);
            (number.len() == 4).then_some((born, number, after + sign.len_utf8() + 4))?
        }
        _ => return None,
    };
    let (century, short) = date.split_at(date.len() - 6);
    let is_coordination = is_born(century, short)?;
    let span = start..end;
    let stands_alone = stands_alone(text, &span, after != end);
    (stands_alone && has_check_digit(&format!("{short}{number}"))).then_some(PersonalDatum {
        span,
        kind: if is_coordination { PersonalKind::CoordinationNumber } else { PersonalKind::PersonalNumber },
    })
}

/// Returns whether six digits are the date of a coordination number; `None` if they are the date of neither number.
fn is_born(century: &str, short: &str) -> Option<bool> {
    let two = |at: usize| short[at..at + 2].parse::<i8>().ok();
    let (year, month, day) = (two(0)?, two(2)?, two(4)?);
    let is_coordination = day > 60;
    let day = if is_coordination { day - 60 } else { day };
    let centuries: &[i16] = match century {
        "" => &[19, 20],
        "18" => &[18],
        "19" => &[19],
        "20" => &[20],
        _ => return None,
    };
    let is_date = |century: &i16| Date::new(100 * century + i16::from(year), month, day).is_ok();
    centuries.iter().any(is_date).then_some(is_coordination)
}

/// Numbers of digits between the separators of a mobile number in its national form.
const GROUPS: [&[usize]; 9] =
    [&[10], &[3, 7], &[4, 6], &[3, 3, 4], &[4, 3, 3], &[3, 3, 2, 2], &[4, 2, 2, 2], &[3, 2, 3, 2], &[3, 2, 2, 3]];

/// Returns the mobile number whose digits begin at `start`: `07…`, `+467…` or `00467…`.
fn mobile_number(text: &str, start: usize) -> Option<PersonalDatum> {
    let rest = &text[start..];
    let is_international = text[..start].ends_with('+');
    let (national, begin) = if is_international {
        (rest.strip_prefix("46")?, start - 1)
    } else {
        (rest.strip_prefix("0046").or_else(|| rest.strip_prefix('0'))?, start)
    };
    // "+46 (0)70" is a Swedish habit.
    let national = national.trim_start_matches(is_separator);
    let national = national.strip_prefix("(0)").map_or(national, |rest| rest.trim_start_matches(is_separator));
    // The zero before the first group is counted with it.
    let mut number = String::from("+46");
    let (mut groups, mut group, mut end, mut was_separator) = (Vec::new(), 1, start, false);
    for (at, c) in national.char_indices() {
        if c.is_ascii_digit() {
            number.push(c);
            group += 1;
            was_separator = false;
        } else if is_separator(c) && !was_separator {
            groups.push(std::mem::take(&mut group));
            was_separator = true;
        } else {
            return None;
        }
        if number.len() == "+46701234567".len() {
            end = text.len() - national.len() + at + 1;
            groups.push(group);
            break;
        }
    }
    let is_mobile = ["+4670", "+4672", "+4673", "+4676", "+4679"].iter().any(|prefix| number.starts_with(prefix));
    let span = begin..end;
    (is_mobile && GROUPS.contains(&&groups[..]) && stands_alone(text, &span, groups.len() > 1))
        .then_some(PersonalDatum { span, kind: PersonalKind::MobileNumber(number) })
}

/// Domains whose addresses are those of people, since everybody can get one.
const PRIVATE_DOMAINS: [&str; 44] = [
    "aol.com",
    "bredband.net",
    "bredband2.com",
    "comhem.se",
    "fastmail.com",
    "glocalnet.net",
    "gmail.com",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hey.com",
    "home.se",
    "hotmail.co.uk",
    "hotmail.com",
    "hotmail.fi",
    "hotmail.no",
    "hotmail.se",
    "icloud.com",
    "live.com",
    "live.se",
    "mac.com",
    "mail.com",
    "mail.ru",
    "me.com",
    "msn.com",
    "outlook.com",
    "outlook.se",
    "passagen.se",
    "pm.me",
    "proton.me",
    "protonmail.com",
    "spray.se",
    "swipnet.se",
    "tele2.se",
    "telia.com",
    "tuta.com",
    "tutanota.com",
    "yahoo.co.uk",
    "yahoo.com",
    "yahoo.de",
    "yahoo.no",
    "yahoo.se",
    "ymail.com",
];

/// Returns the e-mail address around the `@` at `at`, if its domain is one for people.
fn private_email(text: &str, at: usize) -> Option<PersonalDatum> {
    let is_local = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let is_domain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    let before = &text[..at];
    let start = before.len() - before.chars().rev().take_while(|c| is_local(*c)).map(char::len_utf8).sum::<usize>();
    let after = &text[at + 1..];
    let domain = after.split(|c| !is_domain(c)).next()?.trim_end_matches(['.', '-']);
    let is_private = PRIVATE_DOMAINS.iter().any(|private| private.eq_ignore_ascii_case(domain));
    let span = start..at + 1 + domain.len();
    (is_private && start < at).then_some(PersonalDatum { span, kind: PersonalKind::PrivateEmail })
}

/// Returns whether a number is no part of a longer one, of a word or of an address.
///
/// A case number can hold a divided number after a hyphen, and an address an undivided one anywhere.
fn stands_alone(text: &str, span: &Range<usize>, is_divided: bool) -> bool {
    let (mut before, mut after) = (text[..span.start].chars().rev(), text[span.end..].chars());
    let joins = |near: Option<char>, next: Option<char>| {
        near.is_some_and(|c| {
            let is_joint = is_hyphen(c) || matches!(c, '+' | '/' | '.' | '_' | '=' | '%' | '#' | '&' | '?');
            c.is_alphanumeric()
                || is_joint && next.is_some_and(|c| c.is_ascii_digit() || !is_divided && c.is_alphabetic())
        })
    };
    !joins(before.next(), before.next()) && !joins(after.next(), after.next())
}

/// Returns the digits with which a text begins.
fn digits(text: &str) -> &str {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    &text[..end]
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2013}')
}

fn is_separator(c: char) -> bool {
    is_hyphen(c) || matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '/' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = find(text);
        let name = |kind: &PersonalKind| match kind {
            PersonalKind::PersonalNumber => "person".to_owned(),
            PersonalKind::CoordinationNumber => "coordination".to_owned(),
            PersonalKind::PrivateEmail => "e-mail".to_owned(),
            PersonalKind::MobileNumber(number) => number.clone(),
        };
        let found: Vec<_> = found.iter().map(|datum| (&text[datum.span.clone()], name(&datum.kind))).collect();
        let found: Vec<_> = found.iter().map(|(text, kind)| (*text, kind.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    /// The numbers are those that Skatteverket gives as examples, and such with a check digit worked by hand.
    #[test]
    fn identity_numbers_are_found() {
        for number in [
            "121212-1212",
            "121212+1212",
            "121212\u{2011}1212",
            "121212\u{2013}1212",
            "1212121212",
            "19121212-1212",
            "19121212+1212",
            "191212121212",
            "20121212-1212",
            "640823-3234",
            "000229-1235",
        ] {
            check(number, &[(number, "person")]);
            check(&format!("Beslut om {number}."), &[(number, "person")]);
            check(&format!("(född:{number}, bor här)"), &[(number, "person")]);
        }
        for number in ["701063-2391", "19701063-2391", "197010632391", "7010632391"] {
            check(&format!("Sökande {number} får"), &[(number, "coordination")]);
        }
        check("121212-1212, 640823-3234", &[("121212-1212", "person"), ("640823-3234", "person")]);
        check("protokoll-121212-1212-anna", &[("121212-1212", "person")]);
        check("https://example.org/beslut/121212-1212.pdf", &[("121212-1212", "person")]);
    }

    #[test]
    fn other_numbers_are_no_identity_numbers() {
        for text in [
            "",
            "Inga siffror",
            "Den 18 maj 2021 klockan 17.30",
            // Check digit, month, day, leap day and century.
            "121212-1213",
            "121312-1211",
            "121232-1218",
            "121200-1216",
            "010229-1234",
            "17121212-1212",
            "18000229-1235",
            // Organisation numbers.
            "212000-1538",
            "2120001538",
            "556036-0793",
            "802003-9106",
            "16212000-1538",
            // Numbers of cases, properties and plans.
            "KS 2021/123",
            "Dnr KS 2021-000123",
            "KS2021-121212-1212",
            "2021-121212-1212",
            "KS/1212121212",
            "MBN-1212121212-A",
            "Dnr 121212-1212-3",
            "121212-1212/2021",
            "Vänersborg 1:212",
            // Payments, times, coordinates and amounts.
            "Bankgiro 5050-1055",
            "Plusgiro 12 12 12-1",
            "20210518-20210519",
            "20210518T121212",
            "58.3807,12.3234567890",
            "SE4550000000058398257466",
            "ISBN 978-91-20-12345-6",
            "1212121212121",
            "12121-1212",
            // Addresses.
            "https://example.org/1212121212/bild.jpg",
            "https://example.org/?id=1212121212",
            "https://example.org/18.1212121212/",
            // Telephone numbers.
            "0521-72 10 00",
            "0521721000",
            "0101212123",
            "+46521722393",
            "08-12 12 12 12",
            "121212 1212",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn mobile_numbers_are_found() {
        for number in [
            "070-123 45 67",
            "070-1234567",
            "070 123 45 67",
            "070\u{a0}123\u{a0}45\u{a0}67",
            "070-123-45-67",
            "070/123 45 67",
            "0701-23 45 67",
            "0701-234567",
            "0701234567",
            "070 12 34 567",
            "+46 70 123 45 67",
            "+46 70-123 45 67",
            "+46701234567",
            "+46 (0)70-123 45 67",
            "+46 (0) 70 123 45 67",
            "0046 70 123 45 67",
        ] {
            for text in [number.to_owned(), format!("Ring Åsa, {number}."), format!("tel:{number}, kl. 8-16")] {
                check(&text, &[(number, "+46701234567")]);
            }
        }
        for number in ["072-123 45 67", "073-123 45 67", "076-123 45 67", "079-123 45 67"] {
            check(number, &[(number, &format!("+46{}1234567", &number[1..3]))]);
        }
    }

    #[test]
    fn other_numbers_are_no_mobile_numbers() {
        for text in [
            "0521-72 23 93",
            "010-123 45 67",
            "08-123 456 78",
            "071-123 45 67",
            "074-123 45 67",
            "075-123 45 67",
            "077-123 45 67",
            "078-123 45 67",
            "070-123 45 6",
            "070-123 45 678",
            "+47 70 123 45 67",
            "+46 521 72 23 93",
            "07.00-16.00",
            "kl 0730-1630 10 maj",
            "0730-1630, 1234",
            "07 30 12 34 56",
            "2021-07-01 2345 67",
            "KS 2021-0701234567",
            "1070-123 45 67",
            "A0701234567",
            "https://example.org/0701234567",
            "070--1234567",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn private_addresses_are_found() {
        check("Skriv till asa.berg@gmail.com.", &[("asa.berg@gmail.com", "e-mail")]);
        check("<Asa_Berg+barn@Hotmail.SE>", &[("Asa_Berg+barn@Hotmail.SE", "e-mail")]);
        check("[Åsa](mailto:åsa@telia.com)", &[("åsa@telia.com", "e-mail")]);
        check("a@live.se, b@yahoo.se", &[("a@live.se", "e-mail"), ("b@yahoo.se", "e-mail")]);
        for text in [
            "kommunen@vanersborg.se",
            "asa@teliacompany.com",
            "asa@gmail.com.example",
            "asa@notgmail.com",
            "asa@live.vanersborg.se",
            "@gmail.com",
            "Följ @gmail på nätet",
            "asa@",
            "@",
            "gmail.com",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn domains_are_sorted() {
        assert!(PRIVATE_DOMAINS.is_sorted());
    }

    #[test]
    fn a_mask_shows_nobody() {
        assert_eq!(masked("19121212-1212"), "••••••••-••••");
        assert_eq!(masked("+46 70-123 45 67"), "+•• ••-••• •• ••");
        assert_eq!(masked("åsa.berg1@gmail.com"), "•••.•••••@gmail.com");
        assert_eq!(masked("asa-berg"), "•••-••••");
    }
}
