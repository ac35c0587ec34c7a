use axum::http::{HeaderMap, HeaderName, header};

/// Returns how much a client prefers a media type, from 0 to 1000 (RFC 9110, section 12.5.1).
///
/// The most specific range of `Accept` counts. Without `Accept`, the client takes everything.
pub(crate) fn quality(headers: &HeaderMap, media_type: &str) -> u16 {
    let kind = media_type.split('/').next().unwrap_or_default();
    let specificity = |range: &str| match range.split_once('/') {
        Some(("*", "*")) => Some(0),
        Some((own, "*")) => own.eq_ignore_ascii_case(kind).then_some(1),
        Some(_) | None => range.eq_ignore_ascii_case(media_type).then_some(2),
    };
    weight(headers, &header::ACCEPT, specificity).unwrap_or(1000)
}

/// Returns the language that a client prefers among some; the fallback if it names none of them (RFC 9110, section 12.5.4).
pub(crate) fn language(headers: &HeaderMap, languages: &[&'static str], fallback: &'static str) -> &'static str {
    let quality = |language: &str| {
        let specificity = |range: &str| {
            range.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case(language)).then_some(0)
        };
        weight(headers, &header::ACCEPT_LANGUAGE, specificity).unwrap_or_default()
    };
    // Of equal ones, the first counts.
    let preferred = languages.iter().rev().max_by_key(|language| quality(language));
    preferred.filter(|language| quality(language) > 0).copied().unwrap_or(fallback)
}

/// Returns the weight of the most specific range that matches, in thousandths: 0 if none does, `None` without ranges.
fn weight(headers: &HeaderMap, name: &HeaderName, specificity: impl Fn(&str) -> Option<u8>) -> Option<u16> {
    let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    let mut best = None;
    let mut has_ranges = false;
    for range in values.flat_map(|value| value.split(',')) {
        let mut parts = range.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        has_ranges |= !name.is_empty();
        let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        let own = specificity(name).map(|specificity| (specificity, weight.map_or(1000, thousandths)));
        best = best.max(own);
    }
    has_ranges.then(|| best.map_or(0, |(_, weight)| weight))
}

/// Parses a weight such as `0.75`; returns 0 for what is none.
fn thousandths(text: &str) -> u16 {
    let number: f64 = text.parse().unwrap_or_default();
    // NaN becomes 0, and all else is in range.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let thousandths = (number.clamp(0.0, 1.0) * 1000.0).round() as u16;
    thousandths
}
