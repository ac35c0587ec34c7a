use crate::{
    correction::{answer, corrections, dated_id},
    entry::Notation,
    finding::Findings,
    help::Help,
    label::Label,
    message::Message,
    noun::Noun,
    replacement::Scalar,
    tree::{Key, Node, Value},
};
use anslag_core::{
    AccessRight, Address, AnnouncementId, AuthorityTable, Availability, Base, CodeError, Country, Currency, DataTheme,
    DateError, Day, Decimal, Duration, Edtf, Effect, Email, Frequency, Hours, Iri, LanguageError, LanguageTag, Licence,
    LicenceError, Line, Localized, MediaType, Moment, MunicipalityCode, OrganizationNumber, Percent, Phone, Slug,
    Successor, Text, TextError, UnseenCharacters, Zone, without_unseen,
};
use std::{
    borrow::Cow,
    collections::BTreeMap,
    num::{NonZeroU32, NonZeroUsize, ParseIntError},
};

pub(crate) fn line(node: &Node<'_>, findings: &Findings) -> Option<Line> {
    read_text(node, findings, Noun::Line, Line::new)
}

pub(crate) fn text(node: &Node<'_>, findings: &Findings) -> Option<Text> {
    read_text(node, findings, Noun::Text, Text::new)
}

pub(crate) fn web(node: &Node<'_>, findings: &Findings) -> Option<Iri> {
    read(node, findings, Noun::WebAddress, Some(Help::WholeAddress), Iri::web)
}

pub(crate) fn iri(node: &Node<'_>, findings: &Findings) -> Option<Iri> {
    read(node, findings, Noun::Iri, Some(Help::WholeIri), Iri::new)
}

pub(crate) fn base(node: &Node<'_>, findings: &Findings) -> Option<Base> {
    read(node, findings, Noun::WebAddress, Some(Help::AddressWithSlash), Base::new)
}

pub(crate) fn email(node: &Node<'_>, findings: &Findings) -> Option<Email> {
    read(node, findings, Noun::Email, Some(Help::AddressAlone), Email::new)
}

/// Reads an e-mail address, or the address of a web form.
pub(crate) fn address(node: &Node<'_>, findings: &Findings) -> Option<Address> {
    let is_web = matches!(&node.value, Value::String(address) if address.contains("://"));
    if is_web { web(node, findings).map(Address::Web) } else { email(node, findings).map(Address::Email) }
}

/// Reads the telephone numbers of one text.
pub(crate) fn phones(node: &Node<'_>, country: Country, findings: &Findings) -> Option<Vec<Phone>> {
    read_seen(node, findings, Noun::Phone, |_| Some(Help::AreaCode), |value| Phone::several(value, country))
}

/// Reads one telephone number.
pub(crate) fn phone(node: &Node<'_>, country: Country, findings: &Findings) -> Option<Phone> {
    read_seen(node, findings, Noun::Phone, |_| Some(Help::AreaCode), |value| Phone::national(value, country))
}

pub(crate) fn edtf(node: &Node<'_>, findings: &Findings) -> Option<Edtf> {
    read_date(node, findings, Noun::Edtf, Some(Help::Edtf), Edtf::new)
}

pub(crate) fn moment(node: &Node<'_>, zone: &Zone, findings: &Findings) -> Option<Moment> {
    read_date(node, findings, Noun::Date, Some(Help::Moment { notation: Notation::Toml }), |value| {
        Moment::parse(value, zone)
    })
}

pub(crate) fn day(node: &Node<'_>, findings: &Findings) -> Option<Day> {
    read_date(node, findings, Noun::Day, Some(Help::WriteAs { example: "2021-05-18" }), Day::new)
}

pub(crate) fn duration(node: &Node<'_>, findings: &Findings) -> Option<Duration> {
    read(node, findings, Noun::Duration, Some(Help::Duration), Duration::new)
}

pub(crate) fn hours(node: &Node<'_>, findings: &Findings) -> Option<Hours> {
    read(node, findings, Noun::Hours, Some(Help::WriteAs { example: "17:00/22:00" }), Hours::new)
}

pub(crate) fn zone(node: &Node<'_>, findings: &Findings) -> Option<Zone> {
    let parse = |value: &str| -> Result<Zone, DateError> { Zone::new(value) };
    read(node, findings, Noun::TimeZone, Some(Help::TimeZone), parse)
}

pub(crate) fn language(node: &Node<'_>, findings: &Findings) -> Option<LanguageTag> {
    read(node, findings, Noun::LanguageTag, Some(Help::LanguageTag), LanguageTag::new)
}

pub(crate) fn country(node: &Node<'_>, findings: &Findings) -> Option<Country> {
    code(node, findings, Noun::Country, Help::Country, Country::new)
}

pub(crate) fn currency(node: &Node<'_>, findings: &Findings) -> Option<Currency> {
    code(node, findings, Noun::Currency, Help::Currency, Currency::new)
}

pub(crate) fn theme(node: &Node<'_>, findings: &Findings) -> Option<DataTheme> {
    let codes = DataTheme::ALL.iter().map(|theme| theme.code()).collect();
    code(node, findings, Noun::Theme, Help::Themes { codes }, DataTheme::new)
}

pub(crate) fn frequency(node: &Node<'_>, findings: &Findings) -> Option<Frequency> {
    code(node, findings, Noun::Frequency, codes_help(AuthorityTable::Frequency), Frequency::new)
}

pub(crate) fn access_right(node: &Node<'_>, findings: &Findings) -> Option<AccessRight> {
    code(node, findings, Noun::AccessRight, codes_help(AuthorityTable::AccessRight), AccessRight::new)
}

pub(crate) fn availability(node: &Node<'_>, findings: &Findings) -> Option<Availability> {
    code(node, findings, Noun::Availability, codes_help(AuthorityTable::PlannedAvailability), Availability::new)
}

/// Returns a help that names every code of a table, with its Swedish word.
fn codes_help(table: AuthorityTable) -> Help {
    Help::Codes { codes: table.codes().map(|entry| format!("{} ({})", entry.code, entry.sv)).collect() }
}

/// Reads a licence of the list, by its exact IRI.
pub(crate) fn licence(node: &Node<'_>, findings: &Findings) -> Option<Licence> {
    let help = |error: &LicenceError| {
        Some(match error {
            LicenceError::Spelling { meant } => Help::replace(Scalar::Text(meant.address().to_owned())),
            LicenceError::Unknown => Help::Licences { licences: Licence::ALL.map(Licence::address).to_vec() },
        })
    };
    parsed(node, string(node, Noun::Licence, findings)?, findings, Noun::Licence, help, Licence::new)
}

pub(crate) fn slug(node: &Node<'_>, findings: &Findings) -> Option<Slug> {
    read(node, findings, Noun::RegisterKey, None, |value| {
        Slug::new(value).map_err(|reason| Message::NoRegisterKey { reason })
    })
}

/// Reads a key of the register, or a web address.
pub(crate) fn successor(node: &Node<'_>, findings: &Findings) -> Option<Successor> {
    let word = string(node, Noun::RegisterKeyOrAddress, findings)?;
    match Slug::new(word) {
        Ok(key) => Some(Successor::Entry(key)),
        Err(_) => web(node, findings).map(Successor::Page),
    }
}

pub(crate) fn id(node: &Node<'_>, findings: &Findings) -> Option<AnnouncementId> {
    read(node, findings, Noun::Id, Some(Help::Id), parse_id)
}

/// Reads the id of an announcement. `day` returns the day of its publication, which the id may lack.
pub(crate) fn own_id<'d>(
    node: &Node<'_>,
    day: impl FnOnce() -> Option<&'d str>,
    findings: &Findings,
) -> Option<AnnouncementId> {
    let Value::String(written) = &node.value else { return id(node, findings) };
    let help = |_: &Message| {
        let dated = day().and_then(|day| dated_id(written, day));
        Some(dated.map_or(Help::Id, |id| Help::replace(Scalar::Text(id))))
    };
    parsed(node, written.trim_ascii(), findings, Noun::Id, help, parse_id)
}

fn parse_id(value: &str) -> Result<AnnouncementId, Message> {
    AnnouncementId::new(value).map_err(|reason| Message::InvalidId { reason })
}

pub(crate) fn organization_number(node: &Node<'_>, findings: &Findings) -> Option<OrganizationNumber> {
    let help = Help::WriteAsIn { example: "\"212000-1538\"" };
    read(node, findings, Noun::OrganizationNumber, Some(help), OrganizationNumber::new)
}

pub(crate) fn municipality_code(node: &Node<'_>, findings: &Findings) -> Option<MunicipalityCode> {
    let help = Help::WriteAsIn { example: "\"1487\"" };
    read(node, findings, Noun::MunicipalityCode, Some(help), MunicipalityCode::new)
}

pub(crate) fn percent(node: &Node<'_>, findings: &Findings) -> Option<Percent> {
    number(node, findings, Help::Share, |value| Decimal::new(value).and_then(Percent::new))
}

pub(crate) fn decimal(node: &Node<'_>, findings: &Findings) -> Option<Decimal> {
    number(node, findings, Help::Digits, Decimal::new)
}

/// Reads a number that may be negative.
pub(crate) fn degrees(node: &Node<'_>, findings: &Findings) -> Option<Decimal> {
    number(node, findings, Help::Digits, Decimal::signed)
}

pub(crate) fn media_type(node: &Node<'_>, findings: &Findings) -> Option<MediaType> {
    read(node, findings, Noun::MediaType, Some(Help::MediaType), MediaType::new)
}

/// Reads a number of bytes.
pub(crate) fn size(node: &Node<'_>, findings: &Findings) -> Option<u64> {
    number(node, findings, Help::FileSize, |value| whole(value).parse().map_err(|_: ParseIntError| Message::FileSize))
}

/// Reads a whole number from 1.
pub(crate) fn count(node: &Node<'_>, findings: &Findings) -> Option<NonZeroU32> {
    number(node, findings, Help::Count, |value| whole(value).parse().map_err(|_: ParseIntError| Message::Count))
}

/// Reads the number of entries of a feed.
pub(crate) fn feed_size(node: &Node<'_>, findings: &Findings) -> Option<NonZeroUsize> {
    number(node, findings, Help::FeedSize, |value| {
        let size = whole(value).parse().ok().filter(|size: &NonZeroUsize| size.get() <= 500);
        size.ok_or(Message::FeedSize)
    })
}

/// Reads `true` or `false`.
pub(crate) fn flag(node: &Node<'_>, findings: &Findings) -> Option<bool> {
    match &node.value {
        Value::Bool(flag) => Some(*flag),
        Value::String(word) | Value::Number(word) => {
            let meant = answer(word);
            let help = meant.map_or(Help::TrueOrFalse, |meant| Help::replace(Scalar::Plain(meant.to_owned())));
            wrong_type_with(node, findings, Noun::Flag, help)
        }
        _ => wrong_type(node, findings, Noun::Flag),
    }
}

/// Returns the digits of a whole number without decimals of zero: `1000.0` is 1000 (RFC 8259, section 6).
fn whole(number: &str) -> &str {
    let is_zero = |decimals: &str| !decimals.is_empty() && decimals.bytes().all(|digit| digit == b'0');
    number.split_once('.').filter(|(_, decimals)| is_zero(decimals)).map_or(number, |(whole, _)| whole)
}

/// Returns a string as it stands.
pub(crate) fn verbatim<'n>(node: &'n Node<'_>, wanted: Noun, findings: &Findings) -> Option<&'n str> {
    match &node.value {
        Value::String(value) => Some(value),
        _ => wrong_type(node, findings, wanted),
    }
}

/// Returns a string without white space at its ends.
pub(crate) fn string<'n>(node: &'n Node<'_>, wanted: Noun, findings: &Findings) -> Option<&'n str> {
    verbatim(node, wanted, findings).map(str::trim_ascii)
}

/// Returns a name or a text without the characters that nobody sees, which are noted, and without white space at its ends.
pub(crate) fn seen<'n>(node: &'n Node<'_>, wanted: Noun, findings: &Findings) -> Option<Cow<'n, str>> {
    let (seen, unseen) = without_unseen(verbatim(node, wanted, findings)?);
    let unseen = unseen.into_iter().map(|(_, unseen)| unseen);
    let (directions, others): (Vec<_>, Vec<_>) = unseen.partition(|unseen| unseen.effect == Effect::Direction);
    let characters: UnseenCharacters = directions.into_iter().collect();
    if !characters.is_empty() {
        findings.add(node.span.clone(), Message::DirectionRemoved { characters }, None, Some(Help::DeleteIt));
    }
    let characters: UnseenCharacters = others.into_iter().collect();
    if !characters.is_empty() {
        findings.add(node.span.clone(), Message::UnseenRemoved { characters }, None, Some(Help::DeleteIt));
    }
    Some(match seen {
        Cow::Borrowed(seen) => Cow::Borrowed(seen.trim()),
        Cow::Owned(seen) => Cow::Owned(seen.trim().to_owned()),
    })
}

/// Reads a string in the main language, or a table of strings by language.
pub(crate) fn localized(node: &Node<'_>, main: &LanguageTag, findings: &Findings) -> Option<Localized> {
    let Value::Table(entries) = &node.value else {
        return Some(Localized::one(main.clone(), line(node, findings)?));
    };
    let mut texts = BTreeMap::new();
    for (key, value) in entries {
        let text = line(value, findings);
        let (Some(tag), Some(text)) = (language_key(key, findings), text) else { continue };
        if texts.insert(tag, text).is_some() {
            findings.add(key.span.clone(), Message::LanguageTwice, None, Some(Help::LeaveOneOut));
        }
    }
    if texts.is_empty() && entries.is_empty() {
        findings.add(node.span.clone(), Message::NoText, None, Some(Help::MainLanguage));
    }
    Localized::new(texts)
}

/// Reads a text that portals show: it must be in the main language and in English.
pub(crate) fn portal_text(
    (what, key): (Noun, &'static str),
    node: &Node<'_>,
    main: &LanguageTag,
    findings: &Findings,
) -> Option<Localized> {
    let text = localized(node, main, findings)?;
    let has = |wanted: &str| text.iter().any(|(language, _)| language.primary() == wanted);
    let missing: Vec<_> = [main.primary(), "en"].into_iter().filter(|language| !has(language)).collect();
    if missing.is_empty() {
        return Some(text);
    }
    let missing = missing.join("` and `");
    let language = if main.primary() == "en" { "sv".to_owned() } else { main.to_string() };
    let (message, label) = (Message::NotForAbroad { what, key }, Label::NotIn { missing });
    findings.add(node.span.clone(), message, Some(label), Some(Help::AlsoInEnglish { key, language }));
    None
}

/// Reads a key that is a language.
pub(crate) fn language_key(key: &Key<'_>, findings: &Findings) -> Option<LanguageTag> {
    let tag: Result<_, LanguageError> = LanguageTag::new(&key.name);
    tag.map_err(|error| {
        let label = Label::Wanted { wanted: Noun::LanguageTag };
        findings.add(key.span.clone(), error, Some(label), Some(Help::LanguagesAsKeys));
    })
    .ok()
}

/// Returns a word of the user for a message, cut after 60 characters.
pub(crate) fn shortened(word: &str) -> String {
    match word.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &word[..at]),
        None => word.to_owned(),
    }
}

/// Adds an error for a value of the wrong type; returns `None`, so that it can end a reader.
pub(crate) fn wrong_type<T>(node: &Node<'_>, findings: &Findings, wanted: Noun) -> Option<T> {
    let help = match (&node.value, wanted) {
        (Value::Null, _) => Help::LeaveNullOut,
        (Value::Time, _) => Help::DayToo,
        (Value::List(_) | Value::Table(_), _) => Help::OneAlone { found: node.value.what() },
        (_, Noun::Flag) => Help::TrueOrFalse,
        (_, Noun::Words) => Help::Brackets,
        (_, Noun::Number) => Help::Digits,
        _ => Help::QuotationMarks,
    };
    wrong_type_with(node, findings, wanted, help)
}

fn wrong_type_with<T>(node: &Node<'_>, findings: &Findings, wanted: Noun, help: Help) -> Option<T> {
    // What no syntax can hold was reported when it was parsed.
    if !matches!(node.value, Value::Invalid) {
        let message = Message::WrongType { wanted, found: node.value.what() };
        findings.add(node.span.clone(), message, Some(Label::Wanted { wanted }), Some(help));
    }
    None
}

/// Reads a string. `help` is shown unless the intended value is known.
fn read<T, E: Into<Message>>(
    node: &Node<'_>,
    findings: &Findings,
    wanted: Noun,
    help: Option<Help>,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Option<T> {
    let written = match &node.value {
        Value::String(value) => return parsed(node, value.trim_ascii(), findings, wanted, |_| help, parse),
        Value::Number(_) | Value::Bool(_) | Value::Date(_) => node.written,
        Value::List(items) => match &items[..] {
            [Node { value: Value::String(only), .. }] => only,
            _ => return wrong_type(node, findings, wanted),
        },
        Value::Time | Value::Table(_) | Value::Null | Value::Invalid => return wrong_type(node, findings, wanted),
    };
    match meant(written, wanted, findings, &parse).or(help) {
        Some(help) => wrong_type_with(node, findings, wanted, help),
        None => wrong_type(node, findings, wanted),
    }
}

/// Reads text, with a help for what keeps it from being published.
fn read_text<T>(
    node: &Node<'_>,
    findings: &Findings,
    wanted: Noun,
    parse: impl Fn(&str) -> Result<T, TextError>,
) -> Option<T> {
    let help = |error: &TextError| {
        Some(match error {
            TextError::Empty => Help::Something,
            TextError::Character { found: '\n' | '\r', .. } => Help::OneLine,
            TextError::Character { .. } => Help::DeleteInvisible,
        })
    };
    read_seen(node, findings, wanted, help, parse)
}

/// Reads a string like [`read`], but without invisible characters.
fn read_seen<T, E: Into<Message>>(
    node: &Node<'_>,
    findings: &Findings,
    wanted: Noun,
    help: impl FnOnce(&E) -> Option<Help>,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Option<T> {
    let Value::String(_) = node.value else { return read(node, findings, wanted, None, parse) };
    let value = seen(node, wanted, findings)?;
    parsed(node, &value, findings, wanted, help, parse)
}

/// Reads a date of TOML or a string.
fn read_date<T, E: Into<Message>>(
    node: &Node<'_>,
    findings: &Findings,
    wanted: Noun,
    help: Option<Help>,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Option<T> {
    match &node.value {
        Value::Date(value) => parsed(node, value, findings, wanted, |_| help, parse),
        _ => read(node, findings, wanted, help, parse),
    }
}

fn code<T>(
    node: &Node<'_>,
    findings: &Findings,
    wanted: Noun,
    help: Help,
    parse: impl Fn(&str) -> Result<T, CodeError>,
) -> Option<T> {
    // The error repeats what was given, however long it is.
    read(node, findings, wanted, Some(help), |value| parse(&shortened(value)))
}

fn number<T, E: Into<Message>>(
    node: &Node<'_>,
    findings: &Findings,
    help: Help,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Option<T> {
    match &node.value {
        Value::Number(value) => {
            let plain = plain_number(value);
            parsed(node, plain.as_deref().unwrap_or(value), findings, Noun::Number, |_| Some(help), parse)
        }
        Value::String(value) => {
            let help = meant(value, Noun::Number, findings, &parse).unwrap_or(help);
            wrong_type_with(node, findings, Noun::Number, help)
        }
        _ => wrong_type(node, findings, Noun::Number),
    }
}

/// Parses the text of a node. `help` is shown unless the intended value is known.
fn parsed<T, E: Into<Message>>(
    node: &Node<'_>,
    value: &str,
    findings: &Findings,
    wanted: Noun,
    help: impl FnOnce(&E) -> Option<Help>,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Option<T> {
    parse(value)
        .map_err(|error| {
            let help = meant(value, wanted, findings, &parse).or_else(|| help(&error));
            findings.add(node.span.clone(), error, Some(Label::Wanted { wanted }), help);
        })
        .ok()
}

/// Returns a help with the value that is meant, if one is known that can be read.
fn meant<T, E>(written: &str, wanted: Noun, findings: &Findings, parse: impl Fn(&str) -> Result<T, E>) -> Option<Help> {
    if findings.is_full() {
        return None;
    }
    let meant = corrections(wanted, written).into_iter().find(|meant| parse(meant).is_ok())?;
    Some(Help::replace(match wanted {
        Noun::Number => Scalar::Plain(meant),
        Noun::Date | Noun::Day => Scalar::Date(meant),
        _ => Scalar::Text(meant),
    }))
}

/// Returns a number with an exponent, as JSON writes very small ones, without it. Returns `None` if it has none, or if it
/// is out of bounds.
fn plain_number(value: &str) -> Option<String> {
    let (mantissa, exponent) = value.split_once(['e', 'E'])?;
    let exponent: i32 = exponent.parse().ok().filter(|exponent: &i32| exponent.abs() <= 30)?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let point = i32::try_from(whole.len()).ok()? + exponent;
    let plain = match usize::try_from(point) {
        Ok(point) if point >= digits.len() => format!("{digits:0<point$}"),
        Ok(point) => {
            format!("{}.{}", digits.get(..point).filter(|whole| !whole.is_empty()).unwrap_or("0"), digits.get(point..)?)
        }
        Err(_) => format!("0.{}{digits}", "0".repeat(usize::try_from(-point).ok()?)),
    };
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponents_are_written_out() {
        for (value, plain) in [
            ("1e-5", "0.00001"),
            ("1.5e-7", "0.00000015"),
            ("12.5e1", "125"),
            ("12.5e0", "12.5"),
            ("1E+3", "1000"),
            ("12.5e-2", "0.125"),
            ("12.5e-1", "1.25"),
        ] {
            assert_eq!(plain_number(value).as_deref(), Some(plain));
        }
        assert_eq!(plain_number("12.5"), None);
        assert_eq!(plain_number("1e99"), None);
    }
}
