use oxigraph::model::{Literal, NamedNode, Term, Triple, vocab::xsd};
use oxsdatatypes::{Boolean, Date, DateTime, Decimal, Duration, GYear, GYearMonth, Integer, TimezoneOffset};
use std::str::FromStr;

/// A triple, as far as stores keep it: they may store the value of a literal and not how it was written (RDF 1.1 Concepts,
/// section 3.3), and the case of a language tag has no meaning.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Comparable {
    subject: String,
    predicate: String,
    object: String,
}

/// The comparable form of a triple.
pub(crate) fn comparable(triple: &Triple) -> Comparable {
    let object = match &triple.object {
        Term::Literal(literal) => value(literal),
        Term::NamedNode(node) => node.to_string(),
        Term::BlankNode(node) => node.to_string(),
    };
    Comparable { subject: triple.subject.to_string(), predicate: triple.predicate.to_string(), object }
}

fn value(literal: &Literal) -> String {
    let text = literal.value();
    if let Some(language) = literal.language() {
        return format!("{text:?}@{}", language.to_ascii_lowercase());
    }
    let value = match known(literal) {
        Known::Value(value) => value,
        Known::IllTyped | Known::Other => text.to_owned(),
    };
    let datatype = literal.datatype();
    // Some stores have but one type of whole numbers.
    let datatype = if datatype == xsd::NON_NEGATIVE_INTEGER { xsd::INTEGER } else { datatype };
    format!("{value:?}^^{}", NamedNode::from(datatype))
}

/// Whether a literal's text is none of its datatype, which says that a store could not keep it.
pub(crate) fn is_ill_typed(literal: &Literal) -> bool {
    matches!(known(literal), Known::IllTyped)
}

/// The value of a literal.
enum Known {
    Value(String),
    IllTyped,
    /// Of a datatype that we do not know.
    Other,
}

fn known(literal: &Literal) -> Known {
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
        return Known::Other;
    };
    value.map_or(Known::IllTyped, Known::Value)
}

fn canonical<T: FromStr + ToString>(text: &str) -> Option<String> {
    text.trim().parse::<T>().ok().map(|value| value.to_string())
}

/// A moment in UTC: a store may keep the moment and not the zone.
fn instant(text: &str) -> Option<String> {
    let moment: DateTime = text.trim().parse().ok()?;
    let utc = moment.timezone_offset().and_then(|_| moment.adjust(Some(TimezoneOffset::UTC)));
    Some(utc.unwrap_or(moment).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_the_same_however_it_is_written() {
        let value = |text: &str, datatype| value(&Literal::new_typed_literal(text, datatype));
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
    fn a_text_may_be_none_of_its_datatype() {
        let is_ill_typed = |text: &str, datatype| is_ill_typed(&Literal::new_typed_literal(text, datatype));
        assert!(is_ill_typed("6", xsd::DURATION) && is_ill_typed("", xsd::DATE));
        assert!(!is_ill_typed("P6M", xsd::DURATION) && !is_ill_typed("6", xsd::STRING));
    }
}
