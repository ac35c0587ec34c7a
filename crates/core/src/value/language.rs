use crate::{
    AuthorityCode, AuthorityTable, Line,
    value::{string::string_type, subtag::SubtagKind},
};
use anslag_wording::wording;
use serde::Serialize;
use std::collections::BTreeMap;
use thiserror::Error;

/// Language tag (BCP 47) in its canonical case: `sv`, `en-GB`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(Box<str>);

string_type!(LanguageTag, LanguageError);

impl LanguageTag {
    /// Parses a tag of registered subtags, and writes it in its canonical case (RFC 5646, section 2.1.1).
    ///
    /// ```
    /// use anslag_core::LanguageTag;
    ///
    /// assert_eq!(LanguageTag::new("EN-gb")?.as_str(), "en-GB");
    /// assert!(LanguageTag::new("svenska").is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(value: &str) -> Result<Self, LanguageError> {
        let parsed = oxilangtag::LanguageTag::parse_and_normalize(value).map_err(|_| LanguageError::Syntax)?;
        match unregistered(&parsed) {
            Some(subtag) => Err(LanguageError::Unregistered { subtag: subtag.to_owned() }),
            None => Ok(Self(parsed.as_str().into())),
        }
    }

    /// Returns the language without script and region: `en` of `en-GB`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// Returns the tag of the language without script and region. Returns the whole tag if that is none.
    #[must_use]
    pub fn primary_tag(&self) -> Self {
        Self::new(self.primary()).unwrap_or_else(|_| self.clone())
    }

    /// Returns the code of the language in the EU's authority table, such as `SWE`; `None` if our table has none.
    #[must_use]
    pub fn eu_code(&self) -> Option<&'static str> {
        let found = EU_LANGUAGES.binary_search_by_key(&self.primary(), |(subtag, _)| subtag).ok()?;
        Some(EU_LANGUAGES[found].1)
    }

    /// Returns the language that a word stands for: its code of three letters, or its name in Swedish or English.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        let is_it =
            |entry: &AuthorityCode| [entry.code, entry.sv, entry.en].iter().any(|name| name.to_lowercase() == word);
        let code = AuthorityTable::Language.codes().find(is_it)?.code;
        let (subtag, _) = EU_LANGUAGES.iter().find(|(_, known)| *known == code)?;
        Self::new(subtag).ok()
    }

    /// Returns the codes of all languages of our table, sorted.
    #[cfg(test)]
    pub(crate) fn eu_codes() -> Vec<&'static str> {
        let mut codes: Vec<_> = EU_LANGUAGES.iter().map(|(_, code)| *code).collect();
        codes.sort_unstable();
        codes
    }
}

/// Returns the first subtag that is not registered. Whole tags that are registered, and those for private use, have none.
fn unregistered<'t>(tag: &'t oxilangtag::LanguageTag<String>) -> Option<&'t str> {
    let language = tag.primary_language();
    if language.contains('-') {
        return None;
    }
    let of_kind = |kind: SubtagKind, subtags: Vec<&'t str>| subtags.into_iter().find(|subtag| !kind.has(subtag));
    of_kind(SubtagKind::Language, vec![language])
        .or_else(|| of_kind(SubtagKind::ExtendedLanguage, tag.extended_language_subtags().collect()))
        .or_else(|| of_kind(SubtagKind::Script, tag.script().into_iter().collect()))
        .or_else(|| of_kind(SubtagKind::Region, tag.region().into_iter().collect()))
        .or_else(|| of_kind(SubtagKind::Variant, tag.variant_subtags().collect()))
        // Two extensions are registered (RFC 6067, RFC 6497).
        .or_else(|| {
            tag.extension_subtags()
                .map(|(singleton, _)| singleton)
                .find(|singleton| !matches!(singleton, 't' | 'u'))
                .map(|_| tag.extension().unwrap_or_default())
        })
}

/// Name or text in one or more languages. It is never empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Localized(BTreeMap<LanguageTag, Line>);

impl Localized {
    /// Makes a text in one language.
    #[must_use]
    pub fn one(language: LanguageTag, text: Line) -> Self {
        Self(BTreeMap::from([(language, text)]))
    }

    /// Makes a text from its languages; `None` if there are none.
    #[must_use]
    pub fn new(texts: BTreeMap<LanguageTag, Line>) -> Option<Self> {
        (!texts.is_empty()).then_some(Self(texts))
    }

    /// Returns each language with its text, in the order of the tags.
    pub fn iter(&self) -> impl Iterator<Item = (&LanguageTag, &Line)> {
        self.0.iter()
    }

    /// Returns the text for a reader of `wanted`, with its language.
    ///
    /// It is the text in that language, or else in one with the same primary language. If there is neither, the same
    /// holds for `fallback`, and then for the first tag.
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
    /// Reason why a string is no language tag.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum LanguageError {
        /// A subtag that is not registered.
        Unregistered {
            /// First such subtag.
            subtag: String,
        }
            en("unknown language tag: `{subtag}` is not registered")
            sv("okänd språktagg: `{subtag}` är inte registrerat"),
        /// No well-formed tag.
        Syntax
            en("invalid language tag: subtags are at most eight letters or digits, with hyphens between them")
            sv("ogiltig språktagg: delarna är högst åtta bokstäver eller siffror, med bindestreck mellan"),
    }
}

/// Primary language subtags and the codes of <http://publications.europa.eu/resource/authority/language>.
///
/// They are the languages of the EU and the Nordic countries, Sweden's minority languages, and others in which a
/// municipality informs.
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
    fn tags_have_registered_subtags() {
        for tag in [
            "sv",
            "SV-fi",
            "en-GB",
            "fit",
            "zh-Hant-TW",
            "sl-rozaj-biske",
            "de-CH-1901",
            "x-foo",
            "i-klingon",
            "qaa",
            "sv-u-co-trad",
        ] {
            assert!(LanguageTag::new(tag).is_ok(), "{tag}");
        }
        for (tag, subtag) in [
            ("svenska", "svenska"),
            ("swe", "swe"),
            ("xx", "xx"),
            ("en-UK", "UK"),
            ("sv-Abcd", "Abcd"),
            ("sv-abcde", "abcde"),
            ("zh-abc", "abc"),
        ] {
            assert_eq!(LanguageTag::new(tag), Err(LanguageError::Unregistered { subtag: subtag.to_owned() }));
        }
        assert!(matches!(LanguageTag::new("sv_SE"), Err(LanguageError::Syntax)));
    }

    #[test]
    fn words_stand_for_languages() {
        for (word, tag) in [("svenska", "sv"), ("Swedish", "sv"), ("SWE", "sv"), ("estniska", "et"), ("engelska", "en")]
        {
            assert_eq!(LanguageTag::named(word).unwrap().as_str(), tag);
        }
        assert_eq!(LanguageTag::named("klingonska"), None);
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
