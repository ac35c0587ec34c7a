use axum::http::{HeaderMap, HeaderName, header};
use mediatype::{MediaType, MediaTypeList, Name, ReadParams, names};

/// Maximum number of members of a header that are looked at. Browsers send fewer than ten.
const MAX_MEMBERS: usize = 64;

/// Weight of what is wanted most, in thousandths.
pub(crate) const WANTED: u16 = 1000;

/// Returns the value of a header; its lines are joined if it has several. `None` if it is missing or no text.
pub(crate) fn text(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    let mut lines = headers.get_all(name).iter().map(|line| line.to_str());
    let first = lines.next()?.ok()?.to_owned();
    lines.try_fold(first, |joined, line| Some(joined + "," + line.ok()?))
}

/// Media types that a request accepts (RFC 9110, section 12.5.1), with their weights.
#[derive(Debug)]
pub(crate) struct Accept(Option<String>);

impl Accept {
    /// Reads the header of a request.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        Self(text(headers, header::ACCEPT).filter(|value| !value.trim().is_empty()))
    }

    /// Returns the weight of a media type. The most specific range decides; without the header, all types are wanted.
    pub(crate) fn weight(&self, media_type: &str) -> u16 {
        let (Some(accept), Ok(wanted)) = (&self.0, MediaType::parse(media_type)) else { return WANTED };
        let ranges = MediaTypeList::new(accept).take(MAX_MEMBERS).filter_map(Result::ok);
        let matches = ranges.filter_map(|range| {
            let specificity = specificity(&range, &wanted)?;
            Some((specificity, weight_of(&range)))
        });
        matches.max().map_or(0, |(_, weight)| weight)
    }
}

/// Returns how exactly a range names a media type; `None` if it is another one.
fn specificity(range: &MediaType<'_>, wanted: &MediaType<'_>) -> Option<u8> {
    let is_any = |name: Name<'_>| name == names::_STAR;
    match (is_any(range.ty), is_any(range.subty)) {
        (true, true) => Some(0),
        (false, true) if range.ty == wanted.ty => Some(1),
        (false, false) => (range.essence() == wanted.essence()).then_some(2),
        _ => None,
    }
}

fn weight_of(range: &MediaType<'_>) -> u16 {
    let weight = range.get_param(names::Q);
    weight.map_or(WANTED, |weight| thousandths(&weight.unquoted_str()))
}

/// Returns the weight of a `q` parameter in thousandths; nothing is wanted that has an invalid one.
fn thousandths(weight: &str) -> u16 {
    let weight = weight.trim().parse::<f32>().ok().filter(|weight| (0.0..=1.0).contains(weight));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between 0 and 1000")]
    weight.map_or(0, |weight| (weight * f32::from(WANTED)).round() as u16)
}

/// Values of a header such as `Accept-Encoding` or `Accept-Language`, with their weights.
#[derive(Debug)]
pub(crate) struct Weighted(Vec<(String, u16)>);

impl Weighted {
    /// Reads a header of a request.
    pub(crate) fn of(headers: &HeaderMap, name: HeaderName) -> Self {
        let value = text(headers, name).unwrap_or_default();
        let members = value.split(',').take(MAX_MEMBERS).filter_map(|member| {
            let mut parts = member.split(';');
            let name = parts.next()?.trim().to_ascii_lowercase();
            let weight = parts.find_map(|part| part.trim().strip_prefix("q=").map(thousandths));
            (!name.is_empty()).then_some((name, weight.unwrap_or(WANTED)))
        });
        Self(members.collect())
    }

    /// Returns the weight of a content coding; one that is not named is not wanted.
    pub(crate) fn coding(&self, name: &str) -> u16 {
        self.weight(|own| own == name).or_else(|| self.weight(|own| own == "*")).unwrap_or(0)
    }

    /// Returns the weight of a language: `en-GB` also wants `en` (RFC 4647, section 3.4).
    pub(crate) fn language(&self, tag: &str) -> u16 {
        let is_wanted = |own: &str| own == tag || own.split('-').next() == Some(tag);
        self.weight(is_wanted).or_else(|| self.weight(|own| own == "*")).unwrap_or(0)
    }

    fn weight(&self, is_named: impl Fn(&str) -> bool) -> Option<u16> {
        self.0.iter().filter(|(own, _)| is_named(own)).map(|(_, weight)| *weight).max()
    }
}

/// Returns the language that a request wants most; the fallback if it wants none of them.
pub(crate) fn language(headers: &HeaderMap, languages: &[&'static str], fallback: &'static str) -> &'static str {
    let wanted = Weighted::of(headers, header::ACCEPT_LANGUAGE);
    // Of equal weights, the first counts.
    let best = languages.iter().rev().max_by_key(|language| wanted.language(language));
    best.filter(|language| wanted.language(language) > 0).copied().unwrap_or(fallback)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn headers(name: HeaderName, value: &str) -> HeaderMap {
        [(name, HeaderValue::from_str(value).unwrap())].into_iter().collect()
    }

    #[track_caller]
    fn check_accept(accept: &str, media_type: &str, expected: u16) {
        assert_eq!(Accept::of(&headers(header::ACCEPT, accept)).weight(media_type), expected, "{accept}");
    }

    #[test]
    fn the_most_specific_range_decides() {
        check_accept("text/turtle", "text/turtle", 1000);
        check_accept("TEXT/Turtle;q=0.25", "text/turtle", 250);
        check_accept("text/html, */*;q=0.1", "text/turtle", 100);
        check_accept("text/*;q=0.5, text/turtle;q=0", "text/turtle", 0);
        check_accept("text/*;q=0.5, */*", "text/turtle", 500);
        check_accept(
            "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\"",
            "application/ld+json",
            1000,
        );
        check_accept("image/*", "text/turtle", 0);
        check_accept("nonsense, text/turtle", "text/turtle", 1000);
        check_accept("text/turtle;q=nan", "text/turtle", 0);
        check_accept("text/turtle;q=7", "text/turtle", 0);
        check_accept("", "text/turtle", 1000);
    }

    #[test]
    fn a_huge_header_is_cut() {
        check_accept(&("image/png,".repeat(5000) + "text/turtle"), "text/turtle", 0);
    }

    #[test]
    fn codings_and_languages_have_weights() {
        let codings =
            Weighted::of(&headers(header::ACCEPT_ENCODING, "gzip;q=0.5, zstd, br;q=0"), header::ACCEPT_ENCODING);
        assert_eq!(["gzip", "zstd", "br", "deflate"].map(|name| codings.coding(name)), [500, 1000, 0, 0]);
        let languages =
            Weighted::of(&headers(header::ACCEPT_LANGUAGE, "en-GB, sv;q=0.8, *;q=0.1"), header::ACCEPT_LANGUAGE);
        assert_eq!(["en", "sv", "lv"].map(|tag| languages.language(tag)), [1000, 800, 100]);
    }
}
