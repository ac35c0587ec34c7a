use anslag_core::LanguageTag;

/// Codes of countries that are taken for languages, each with the language, and wrong codes of countries.
const CODES: [(&str, &str); 10] = [
    ("dk", "da"),
    ("cz", "cs"),
    ("gr", "el"),
    ("jp", "ja"),
    ("cn", "zh"),
    ("ua", "uk"),
    ("kr", "ko"),
    ("uk", "GB"),
    ("eng", "en"),
    ("ger", "de"),
];

/// Returns language tags that a text may mean: by the name of a language, or with another code in place of a wrong one.
pub(super) fn corrections(text: &str) -> Vec<String> {
    let named = |word: &str| LanguageTag::named(word).map(|tag| tag.to_string());
    let with_hyphens = text.replace(['_', ' '], "-");
    let (first, rest) = match with_hyphens.split_once('-') {
        Some((first, rest)) => (first, Some(rest)),
        None => (with_hyphens.as_str(), None),
    };
    let other = |word: &str| {
        CODES.iter().find(|(code, _)| word.eq_ignore_ascii_case(code)).map(|(_, meant)| (*meant).to_owned())
    };
    let language = named(first).or_else(|| other(first)).unwrap_or_else(|| first.to_owned());
    let Some(rest) = rest else { return vec![with_hyphens.clone(), language] };
    let region = other(rest).unwrap_or_else(|| rest.to_owned());
    vec![with_hyphens.clone(), format!("{first}-{region}"), format!("{language}-{region}"), language]
}
