use anslag_vocab::geosparql;
use oxigraph::model::{Literal, NamedNode, Term, Triple, vocab::xsd};
use oxsdatatypes::{Boolean, Date, DateTime, Decimal, Duration, GYear, GYearMonth, Integer, TimezoneOffset};
use std::str::FromStr;

/// A triple by its values.
///
/// Stores may keep the value of a literal and not its lexical form (RDF 1.1 Concepts, section 3.3). The case of a language
/// tag has no meaning.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Comparable {
    subject: String,
    predicate: String,
    object: String,
}

impl From<&Triple> for Comparable {
    fn from(triple: &Triple) -> Self {
        let object = match &triple.object {
            Term::Literal(literal) => literal_key(literal),
            Term::NamedNode(node) => node.to_string(),
            Term::BlankNode(node) => node.to_string(),
        };
        Self { subject: triple.subject.to_string(), predicate: triple.predicate.to_string(), object }
    }
}

/// Returns the same string for literals of the same value.
fn literal_key(literal: &Literal) -> String {
    let text = literal.value();
    if let Some(language) = literal.language() {
        return format!("{text:?}@{}", language.to_ascii_lowercase());
    }
    let datatype = literal.datatype();
    if datatype.as_str() == geosparql::WKT_LITERAL.as_str() || datatype.as_str() == VIRTUOSO_GEOMETRY {
        return wkt_key(text);
    }
    let value = match Value::of(literal) {
        Value::Canonical(value) => value,
        Value::IllTyped | Value::Unknown => text.to_owned(),
    };
    // Some stores have a single type of integers.
    let datatype = if datatype == xsd::NON_NEGATIVE_INTEGER { xsd::INTEGER } else { datatype };
    format!("{value:?}^^{}", NamedNode::from(datatype))
}

/// Datatype with which Virtuoso returns Well-Known Text.
const VIRTUOSO_GEOMETRY: &str = "http://www.openlinksw.com/schemas/virtrdf#Geometry";

/// Returns the same string for the same geometry as Well-Known Text: Virtuoso keeps points in single precision.
fn wkt_key(text: &str) -> String {
    let is_end = |c: char| matches!(c, '(' | ')' | ',' | ' ');
    let part = |part: &str| {
        let number = part.trim_end_matches(is_end);
        match number.parse::<f32>() {
            Ok(value) => format!("{value}{}", &part[number.len()..]),
            Err(_) => part.to_owned(),
        }
    };
    text.split_inclusive(is_end).map(part).collect()
}

/// Returns whether a literal's text is invalid for its datatype: a sign that a store has altered it.
pub(crate) fn is_ill_typed(literal: &Literal) -> bool {
    matches!(Value::of(literal), Value::IllTyped)
}

/// The value of a literal.
enum Value {
    /// Its canonical lexical form.
    Canonical(String),
    /// The text is invalid for the datatype.
    IllTyped,
    /// We do not know the datatype.
    Unknown,
}

impl Value {
    fn of(literal: &Literal) -> Self {
        let (text, datatype) = (literal.value(), literal.datatype());
        let value = if datatype == xsd::DECIMAL {
            canonical::<Decimal>(text)
        } else if datatype == xsd::INTEGER || datatype == xsd::NON_NEGATIVE_INTEGER {
            canonical::<Integer>(text)
        } else if datatype == xsd::BOOLEAN {
            canonical::<Boolean>(text)
        } else if datatype == xsd::DATE_TIME {
            instant(text)
        } else if datatype == xsd::DATE {
            canonical::<Date>(text)
        } else if datatype == xsd::G_YEAR {
            canonical::<GYear>(text)
        } else if datatype == xsd::G_YEAR_MONTH {
            canonical::<GYearMonth>(text)
        } else if datatype == xsd::DURATION {
            canonical::<Duration>(text)
        } else {
            return Self::Unknown;
        };
        value.map_or(Self::IllTyped, Self::Canonical)
    }
}

fn canonical<T: FromStr + ToString>(text: &str) -> Option<String> {
    text.trim().parse::<T>().ok().map(|value| value.to_string())
}

/// Returns a date-time in UTC: a store may keep the instant and not the offset.
fn instant(text: &str) -> Option<String> {
    let instant: DateTime = text.trim().parse().ok()?;
    let utc = instant.timezone_offset().and_then(|_| instant.adjust(Some(TimezoneOffset::UTC)));
    Some(utc.unwrap_or(instant).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lexical_forms_of_a_value_are_equal() {
        let value = |text: &str, datatype| literal_key(&Literal::new_typed_literal(text, datatype));
        for (a, b, datatype) in [
            ("60.0", "60", xsd::DECIMAL),
            ("007", "7", xsd::INTEGER),
            ("1", "true", xsd::BOOLEAN),
            ("P1Y6M", "P18M", xsd::DURATION),
            ("2021-05-18T10:00:00+02:00", "2021-05-18T08:00:00.000Z", xsd::DATE_TIME),
        ] {
            assert_eq!(value(a, datatype), value(b, datatype), "{a}");
        }
        assert_ne!(value("60.0", xsd::DECIMAL), value("60.1", xsd::DECIMAL));
        assert_ne!(value("60.0", xsd::DECIMAL), value("60.0", xsd::STRING));
        assert_ne!(value("2021-05-18T10:00:00", xsd::DATE_TIME), value("2021-05-18T10:00:00Z", xsd::DATE_TIME));
    }

    #[test]
    fn a_geometry_of_virtuoso_is_the_one_that_was_loaded() {
        let key = |text: &str, datatype: &str| {
            literal_key(&Literal::new_typed_literal(text, NamedNode::new(datatype).unwrap()))
        };
        let loaded = |text: &str| key(text, geosparql::WKT_LITERAL.as_str());
        let returned = key("POINT(14.89999961853 58.640296936035)", VIRTUOSO_GEOMETRY);
        assert_eq!(returned, loaded("POINT(14.9 58.640297)"));
        assert_ne!(returned, loaded("POINT(14.91 58.640297)"));
        assert_ne!(returned, loaded("POINT(58.640297 14.9)"));
        assert_eq!(
            key("POLYGON((15 58.64,15 58.6,15 58.64))", VIRTUOSO_GEOMETRY),
            loaded("POLYGON((15 58.64,15 58.6,15 58.64))")
        );
    }

    #[test]
    fn ill_typed_literals_are_recognised() {
        let is_ill_typed = |text: &str, datatype| is_ill_typed(&Literal::new_typed_literal(text, datatype));
        assert!(is_ill_typed("6", xsd::DURATION) && is_ill_typed("", xsd::DATE));
        assert!(!is_ill_typed("P6M", xsd::DURATION) && !is_ill_typed("6", xsd::STRING));
    }
}
