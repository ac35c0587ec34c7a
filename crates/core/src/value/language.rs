use crate::{Line, value::string::string_type};
use anslag_wording::wording;
use serde::Serialize;
use std::collections::BTreeMap;
use thiserror::Error;

/// A language tag (BCP 47), in its canonical case: `sv`, `en-GB`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(Box<str>);

string_type!(LanguageTag, LanguageError);

impl LanguageTag {
    /// Takes a well-formed tag and writes it in its canonical case (RFC 5646, section 2.1.1).
    pub fn new(value: &str) -> Result<Self, LanguageError> {
        let parsed = oxilangtag::LanguageTag::parse_and_normalize(value)
            .map_err(|error| LanguageError::Syntax { reason: error.to_string() })?;
        Ok(Self(parsed.as_str().into()))
    }

    /// The language without script and region: `en` of `en-GB`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The language without script and region, as a tag of its own; the whole tag where that is none.
    #[must_use]
    pub fn primary_tag(&self) -> Self {
        Self::new(self.primary()).unwrap_or_else(|_| self.clone())
    }

    /// The code of the language in the EU's authority table, such as `SWE`; none where this table of ours has none.
    #[must_use]
    pub fn eu_code(&self) -> Option<&'static str> {
        let found = EU_LANGUAGES.binary_search_by_key(&self.primary(), |(subtag, _)| subtag).ok()?;
        Some(EU_LANGUAGES[found].1)
    }

    /// The codes of all languages of our table, sorted.
    #[cfg(test)]
    pub(crate) fn eu_codes() -> Vec<&'static str> {
        let mut codes: Vec<_> = EU_LANGUAGES.iter().map(|(_, code)| *code).collect();
        codes.sort_unstable();
        codes
    }
}

/// A name or a text in one or more languages; never empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Localized(BTreeMap<LanguageTag, Line>);

impl Localized {
    /// One text in one language.
    #[must_use]
    pub fn one(language: LanguageTag, text: Line) -> Self {
        Self(BTreeMap::from([(language, text)]))
    }

    /// The texts by language; `None` where there is none.
    #[must_use]
    pub fn new(texts: BTreeMap<LanguageTag, Line>) -> Option<Self> {
        (!texts.is_empty()).then_some(Self(texts))
    }

    /// Each language with its text, in the order of the tags.
    pub fn iter(&self) -> impl Iterator<Item = (&LanguageTag, &Line)> {
        self.0.iter()
    }

    /// The text for a reader of `wanted`: in that language, else in one with the same primary language, else in the
    /// same way for `fallback`, else in the first of the tags.
    #[must_use]
    pub fn get<'a>(&'a self, wanted: &LanguageTag, fallback: &LanguageTag) -> (&'a LanguageTag, &'a Line) {
        let nearest = |tag: &LanguageTag| {
            let same_primary = || self.0.iter().find(|(own, _)| own.primary() == tag.primary());
            self.0.get_key_value(tag).or_else(same_primary)
        };
        nearest(wanted)
            .or_else(|| nearest(fallback))
            .or_else(|| self.0.first_key_value())
            .expect("a localized text is never empty")
    }
}

wording! {
    /// Why a string is no language tag.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum LanguageError {
        /// It is not well-formed.
        Syntax {
            /// The parser's words.
            reason: String,
        }
            en("this is no language tag: {reason}")
            sv("det här är ingen språktagg: {reason}"),
    }
}

/// Primary language subtags and the codes of <http://publications.europa.eu/resource/authority/language>: the
/// languages of the EU and the Nordic countries, Sweden's minorities, and those a Swedish municipality informs in.
const EU_LANGUAGES: [(&str, &str); 56] = [
    ("ar", "ARA"),
    ("be", "BEL"),
    ("bg", "BUL"),
    ("bs", "BOS"),
    ("cs", "CES"),
    ("da", "DAN"),
    ("de", "DEU"),
    ("el", "ELL"),
    ("en", "ENG"),
    ("es", "SPA"),
    ("et", "EST"),
    ("fa", "FAS"),
    ("fi", "FIN"),
    ("fit", "FIT"),
    ("fo", "FAO"),
    ("fr", "FRA"),
    ("ga", "GLE"),
    ("hr", "HRV"),
    ("hu", "HUN"),
    ("is", "ISL"),
    ("it", "ITA"),
    ("kl", "KAL"),
    ("ku", "KUR"),
    ("lt", "LIT"),
    ("lv", "LAV"),
    ("mk", "MKD"),
    ("mt", "MLT"),
    ("nb", "NOB"),
    ("nl", "NLD"),
    ("nn", "NNO"),
    ("no", "NOR"),
    ("pl", "POL"),
    ("prs", "PRS"),
    ("ps", "PUS"),
    ("pt", "POR"),
    ("ro", "RON"),
    ("rom", "ROM"),
    ("ru", "RUS"),
    ("se", "SME"),
    ("sk", "SLK"),
    ("sl", "SLV"),
    ("sma", "SMA"),
    ("smj", "SMJ"),
    ("so", "SOM"),
    ("sq", "SQI"),
    ("sr", "SRP"),
    ("sv", "SWE"),
    ("th", "THA"),
    ("ti", "TIR"),
    ("tr", "TUR"),
    ("uk", "UKR"),
    ("ur", "URD"),
    ("vi", "VIE"),
    ("yi", "YID"),
    ("zh", "ZHO"),
    ("zu", "ZUL"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_languages_is_sorted_for_its_search() {
        assert!(EU_LANGUAGES.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn a_reader_gets_the_nearest_language() {
        let tag = |value: &str| LanguageTag::new(value).unwrap();
        let texts = [("sv", "Sverige"), ("en", "Sweden")];
        let name = Localized::new(texts.iter().map(|(l, t)| (tag(l), Line::new(t).unwrap())).collect()).unwrap();
        let get = |wanted: &str| name.get(&tag(wanted), &tag("sv")).1.as_str();
        assert_eq!(get("en-GB"), "Sweden");
        assert_eq!(get("et"), "Sverige");
    }
}
