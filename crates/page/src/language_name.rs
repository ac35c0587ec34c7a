use anslag_core::LanguageTag;

/// Names of languages in these languages themselves, sorted by tag.
const NAMES: [(&str, &str); 34] = [
    ("ar", "العربية"),
    ("bs", "Bosanski"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fit", "Meänkieli"),
    ("fr", "Français"),
    ("hr", "Hrvatski"),
    ("is", "Íslenska"),
    ("it", "Italiano"),
    ("ku", "Kurdî"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("nb", "Norsk bokmål"),
    ("nn", "Norsk nynorsk"),
    ("no", "Norsk"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("se", "Davvisámegiella"),
    ("sma", "Åarjelsaemien"),
    ("smj", "Julevsámegiella"),
    ("so", "Soomaali"),
    ("sr", "Српски"),
    ("sv", "Svenska"),
    ("ti", "ትግርኛ"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("zh", "中文"),
];

/// Returns the name of a language in the language itself; its tag if we have no name.
pub(crate) fn language_name(language: &LanguageTag) -> &str {
    let found = NAMES.binary_search_by_key(&language.primary(), |(tag, _)| tag);
    found.map_or(language.as_str(), |found| NAMES[found].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_by_valid_tags() {
        assert!(NAMES.is_sorted_by_key(|(tag, _)| tag));
        for (tag, name) in NAMES {
            assert_eq!(language_name(&LanguageTag::new(tag).unwrap()), name);
        }
        assert_eq!(language_name(&LanguageTag::new("en-GB").unwrap()), "English");
        assert_eq!(language_name(&LanguageTag::new("gd").unwrap()), "gd");
    }
}
