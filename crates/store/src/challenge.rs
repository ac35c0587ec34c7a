use crate::graph::hex;
use md5::Md5;
use sha2::{Digest as _, Sha256};

/// Authentication that a server asks for (RFC 9110, section 11.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Challenge {
    /// User and password in clear text (RFC 7617).
    Basic,
    /// Digest of them (RFC 7616).
    Digest(Digest),
    /// Unsupported.
    Other,
}

/// A digest challenge with a supported quality (`qop`) and algorithm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Digest {
    pub(crate) realm: String,
    pub(crate) nonce: String,
    pub(crate) opaque: Option<String>,
    pub(crate) algorithm: Algorithm,
    /// `true` if each answer has a number and a nonce of the client (`qop="auth"`); if not, RFC 2069 applies.
    pub(crate) has_quality: bool,
    /// `true` if the previous answer was wrong only because the nonce had expired.
    pub(crate) is_stale: bool,
}

/// Hash function of a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Algorithm {
    /// MD5, which servers still use.
    Md5,
    /// SHA-256.
    Sha256,
}

impl Algorithm {
    const fn name(self) -> &'static str {
        match self {
            Self::Md5 => "MD5",
            Self::Sha256 => "SHA-256",
        }
    }

    fn hash(self, text: &str) -> String {
        match self {
            Self::Md5 => hex(&Md5::digest(text)),
            Self::Sha256 => hex(&Sha256::digest(text)),
        }
    }
}

impl Challenge {
    /// Parses a `WWW-Authenticate` field, which can have several challenges.
    pub(crate) fn parse(header: &str) -> Vec<Self> {
        let mut challenges: Vec<(String, Vec<(String, String)>)> = Vec::new();
        let mut rest = header;
        loop {
            rest = rest.trim_start_matches([' ', '\t', ',']);
            let word = &rest[..rest.find([' ', '\t', ',', '=']).unwrap_or(rest.len())];
            if word.is_empty() {
                break;
            }
            let after = rest[word.len()..].trim_start_matches([' ', '\t']);
            match after.strip_prefix('=') {
                Some(value) => {
                    let (value, next) = parameter(value.trim_start_matches([' ', '\t']));
                    if let Some((_, parameters)) = challenges.last_mut() {
                        parameters.push((word.to_ascii_lowercase(), value));
                    }
                    rest = next;
                }
                None => {
                    challenges.push((word.to_ascii_lowercase(), Vec::new()));
                    rest = after;
                }
            }
        }
        challenges.iter().map(|(scheme, parameters)| Self::new(scheme, parameters)).collect()
    }

    fn new(scheme: &str, parameters: &[(String, String)]) -> Self {
        let get = |name: &str| parameters.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let algorithm = match get("algorithm").map(str::to_ascii_uppercase).as_deref() {
            None | Some("MD5") => Some(Algorithm::Md5),
            Some("SHA-256") => Some(Algorithm::Sha256),
            Some(_) => None,
        };
        let has_quality = get("qop").map(|qop| qop.split(',').any(|each| each.trim().eq_ignore_ascii_case("auth")));
        match (scheme, get("nonce"), algorithm, has_quality) {
            ("basic", ..) => Self::Basic,
            ("digest", Some(nonce), Some(algorithm), None | Some(true)) => Self::Digest(Digest {
                realm: get("realm").unwrap_or_default().to_owned(),
                nonce: nonce.to_owned(),
                opaque: get("opaque").map(str::to_owned),
                algorithm,
                has_quality: has_quality.is_some(),
                is_stale: get("stale").is_some_and(|stale| stale.eq_ignore_ascii_case("true")),
            }),
            _ => Self::Other,
        }
    }
}

/// Splits off a token or a quoted string.
fn parameter(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([' ', '\t', ',']).unwrap_or(text.len());
        return (text[..end].to_owned(), &text[end..]);
    };
    let mut value = String::new();
    let mut characters = quoted.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return (value, &quoted[at + 1..]),
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            other => value.push(other),
        }
    }
    (value, "")
}

impl Digest {
    /// Returns the value of `Authorization` (RFC 7616, section 3.4).
    ///
    /// `count` is the number of answers to the nonce, this one included; `own` is the nonce of the client.
    pub(crate) fn answer(&self, user: &str, password: &str, method: &str, uri: &str, count: u32, own: &str) -> String {
        let Self { realm, nonce, opaque, algorithm, .. } = self;
        let who = algorithm.hash(&format!("{user}:{realm}:{password}"));
        let what = algorithm.hash(&format!("{method}:{uri}"));
        let (response, quality) = if self.has_quality {
            let response = algorithm.hash(&format!("{who}:{nonce}:{count:08x}:{own}:auth:{what}"));
            (response, format!(", qop=auth, nc={count:08x}, cnonce=\"{own}\""))
        } else {
            (algorithm.hash(&format!("{who}:{nonce}:{what}")), String::new())
        };
        let quote = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
        let opaque = opaque.as_deref().map(|opaque| format!(", opaque=\"{}\"", quote(opaque))).unwrap_or_default();
        format!(
            "Digest username=\"{}\", realm=\"{}\", nonce=\"{}\", uri=\"{uri}\", algorithm={}, response=\"{response}\"{quality}{opaque}",
            quote(user),
            quote(realm),
            quote(nonce),
            algorithm.name(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of RFC 7616, section 3.9.1.
    #[test]
    fn digests_match_the_standard() {
        let header = "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=SHA-256, \
                      nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
        let answer = |header: &str| match Challenge::parse(header).as_slice() {
            [Challenge::Digest(digest)] => {
                let own = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
                digest.answer("Mufasa", "Circle of Life", "GET", "/dir/index.html", 1, own)
            }
            other => panic!("{other:?}"),
        };
        let sha = answer(header);
        assert!(sha.contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\""), "{sha}");
        assert!(sha.ends_with("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""), "{sha}");
        let md5 = answer(&header.replace("SHA-256", "MD5"));
        assert!(md5.contains("response=\"8ca523f5e9506fed4657c9700eebdbec\""), "{md5}");
    }

    #[test]
    fn a_field_has_several_challenges() {
        let kinds = |header: &str| -> String {
            let kind = |challenge: &Challenge| match challenge {
                Challenge::Basic => 'b',
                Challenge::Digest(_) => 'd',
                Challenge::Other => 'o',
            };
            Challenge::parse(header).iter().map(kind).collect()
        };
        for (header, expected) in [
            ("Basic realm=\"a, Digest nonce=\\\"1\\\"\"", "b"),
            ("Negotiate, Basic realm=x, digest nonce=\"1\"", "obd"),
            ("Digest nonce=\"1\", algorithm=SHA-512-256", "o"),
            ("Digest nonce=\"1\", qop=\"auth-int\"", "o"),
            ("Bearer", "o"),
            ("", ""),
            (",,=,\"", ""),
        ] {
            assert_eq!(kinds(header), expected, "{header}");
        }
    }
}
