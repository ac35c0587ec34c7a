use crate::{
    chars_beginning_with,
    value::body::{
        parser::Events,
        warning::{BodyWarning, BodyWarnings},
    },
};
use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// Top-level domains that an address without a scheme is known by: a file seldom ends in one.
const DOMAINS: [&str; 15] =
    ["ax", "com", "de", "dk", "ee", "eu", "fi", "gov", "info", "lv", "net", "no", "nu", "org", "se"];

/// The longest link in bytes that is looked at for spaces in its address.
const LONGEST_LINK: usize = 500;

/// Decides where links and pictures lead: what has no scheme gets one, what is not safe is its text, and bare web and
/// e-mail addresses become links. Warns of each address that was not published as it is written.
pub(super) fn link<'a>(
    markdown: &str,
    events: impl Iterator<Item = (Event<'a>, Range<usize>)>,
    warnings: &mut BodyWarnings,
) -> Events<'a> {
    let mut linked = Vec::new();
    // For each link and picture that is open, whether it stays one.
    let mut open: Vec<bool> = Vec::new();
    let mut in_code = false;
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    for (event, range) in events {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let destination = match link_type {
                    LinkType::Email => Some(dest_url),
                    _ => destination(dest_url, Use::Link, &range, warnings),
                };
                open.push(destination.is_some());
                let start = destination.map(|dest_url| Tag::Link { link_type, dest_url, title, id });
                linked.extend(start.map(|tag| (Event::Start(tag), range)));
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let destination = destination(dest_url, Use::Image, &range, warnings);
                open.push(destination.is_some());
                let start = destination.map(|dest_url| Tag::Image { link_type, dest_url, title, id });
                linked.extend(start.map(|tag| (Event::Start(tag), range)));
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if open.pop().unwrap_or(true) {
                    linked.push((event, range));
                }
            }
            Event::Text(text) if !in_code && open.is_empty() => {
                warn_of_spaces(markdown, &range, warnings);
                push_linked(text, &range, &finder, &mut linked);
            }
            event => {
                match event {
                    Event::Start(Tag::CodeBlock(_)) => in_code = true,
                    Event::End(TagEnd::CodeBlock) => in_code = false,
                    _ => {}
                }
                linked.push((event, range));
            }
        }
    }
    linked
}

/// Returns whether an address is a path that begins where the page is, such as `bilder/bro.jpg`.
pub(super) fn is_relative_path(written: &str) -> bool {
    let is_path = !written.starts_with(['/', '#', '?', '\\']) && scheme(written).is_none();
    is_path && judge(written, Use::Link) == Address::AsWritten
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Link,
    Image,
}

/// Returns the address to publish; `None` if the link or the picture is its text alone.
fn destination<'a>(
    written: CowStr<'a>,
    used_as: Use,
    range: &Range<usize>,
    warnings: &mut BodyWarnings,
) -> Option<CowStr<'a>> {
    match judge(&written, used_as) {
        Address::AsWritten => Some(written),
        Address::Normalized(address) => Some(address.into()),
        Address::Corrected(address) => {
            let warning = BodyWarning::IncompleteAddress { written: written.to_string(), address: address.clone() };
            warnings.push((range.clone(), warning));
            Some(address.into())
        }
        Address::Nowhere => {
            warnings.push((range.clone(), BodyWarning::NoAddress));
            None
        }
        Address::Unsafe(scheme) => {
            warnings.push((range.clone(), BodyWarning::UnsafeAddress { scheme }));
            None
        }
    }
}

/// Result of checking an address.
#[derive(Debug, PartialEq, Eq)]
enum Address {
    AsWritten,
    /// The same address in the form of its scheme.
    Normalized(String),
    /// The address that was certainly meant.
    Corrected(String),
    Nowhere,
    /// An address with a scheme that no page may lead to.
    Unsafe(String),
}

fn judge(written: &str, used_as: Use) -> Address {
    let address = written.trim();
    if address.is_empty() {
        return Address::Nowhere;
    }
    if let Some(corrected) = without_scheme(address, used_as) {
        return Address::Corrected(corrected);
    }
    let Some((scheme, rest)) = scheme(address) else {
        return Address::AsWritten;
    };
    match scheme.to_ascii_lowercase().as_str() {
        "tel" | "mailto" if used_as == Use::Link => {
            let joined: String = rest.chars().filter(|c| !c.is_whitespace()).collect();
            match joined.as_str() {
                "" => Address::Nowhere,
                _ if joined == rest => Address::AsWritten,
                _ => Address::Normalized(format!("{scheme}:{joined}")),
            }
        }
        "http" | "https" => {
            let host = rest.trim_start_matches('/');
            match rest.strip_prefix("//") {
                _ if host.is_empty() => Address::Nowhere,
                Some(after) if after == host => Address::AsWritten,
                _ => Address::Corrected(format!("{scheme}://{host}")),
            }
        }
        scheme => Address::Unsafe(scheme.to_owned()),
    }
}

/// Returns the scheme of an address (RFC 3986, section 3.1) and what follows its colon.
fn scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then_some((scheme, rest))
}

/// Returns the whole address where a host, an e-mail address or a telephone number stands without its scheme.
fn without_scheme(address: &str, used_as: Use) -> Option<String> {
    let host = address.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let lower = address.to_ascii_lowercase();
    for scheme in ["https", "http"] {
        let rest = lower.strip_prefix(scheme).and_then(|rest| rest.strip_prefix("//"));
        if rest.is_some_and(|rest| !rest.is_empty()) {
            return Some(format!("{scheme}://{}", &address[scheme.len() + "//".len()..]));
        }
    }
    if used_as == Use::Link && host.contains('@') {
        let (name, domain) = host.split_once('@')?;
        return (!name.is_empty() && is_domain(domain)).then(|| format!("mailto:{address}"));
    }
    let labels = || host.split('.');
    let has_known_domain =
        labels().next_back().is_some_and(|last| DOMAINS.contains(&last.to_ascii_lowercase().as_str()));
    if is_domain(host) && (lower.starts_with("www.") || has_known_domain) {
        return Some(format!("https://{address}"));
    }
    let is_number =
        address.starts_with(['0', '+']) && address.chars().all(|c| c.is_ascii_digit() || " -+()".contains(c));
    let digits: String = address.chars().filter(|c| !" ()".contains(*c)).collect();
    (used_as == Use::Link && is_number && digits.len() >= 6).then(|| format!("tel:{digits}"))
}

/// Returns whether the name is labels of letters, digits and hyphens with dots between them.
fn is_domain(name: &str) -> bool {
    let is_label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    name.contains('.') && name.split('.').all(is_label)
}

/// Adds a text in which bare addresses are links: `https://a.se`, `www.a.se` and `a@b.se`.
fn push_linked<'a>(text: CowStr<'a>, range: &Range<usize>, finder: &LinkFinder, linked: &mut Events<'a>) {
    let mut end = 0;
    let mut push = |event: Event<'a>| linked.push((event, range.clone()));
    // Every bare address has one of these, and few texts do.
    let may_link = chars_beginning_with(&text, |byte| matches!(byte, b'@' | b'/' | b'w' | b'W')).next().is_some();
    for link in finder.links(if may_link { &text } else { "" }) {
        let Some((link_type, address)) = bare(link.as_str(), link.kind()) else { continue };
        // A link that Markdown does not read as one: `[a](https://a.se/b c)`.
        if text[..link.start()].ends_with("](") {
            continue;
        }
        if link.start() > end {
            push(Event::Text(text[end..link.start()].to_owned().into()));
        }
        end = link.end();
        push(Event::Start(Tag::Link { link_type, dest_url: address.into(), title: "".into(), id: "".into() }));
        push(Event::Text(link.as_str().to_owned().into()));
        push(Event::End(TagEnd::Link));
    }
    if end == 0 {
        push(Event::Text(text));
    } else if end < text.len() {
        push(Event::Text(text[end..].to_owned().into()));
    }
}

/// Returns the address that a bare one leads to. A host without `www.` may be the name of a file.
fn bare(written: &str, kind: &LinkKind) -> Option<(LinkType, String)> {
    let lower = written.to_ascii_lowercase();
    match kind {
        LinkKind::Email => Some((LinkType::Email, written.to_owned())),
        _ if lower.starts_with("http://") || lower.starts_with("https://") => {
            Some((LinkType::Autolink, written.to_owned()))
        }
        _ if lower.starts_with("www.") => Some((LinkType::Autolink, format!("https://{written}"))),
        _ => None,
    }
}

/// Warns of links and pictures that Markdown leaves as text because of a space in their address.
fn warn_of_spaces(markdown: &str, range: &Range<usize>, warnings: &mut BodyWarnings) {
    for (at, _) in markdown[range.clone()].match_indices(']') {
        let at = range.start + at;
        if !markdown[at..].starts_with("](") {
            continue;
        }
        let before = &markdown[markdown.floor_char_boundary(at.saturating_sub(LONGEST_LINK))..at];
        let after = &markdown[at + "](".len()..markdown.floor_char_boundary(at + LONGEST_LINK)];
        let text = before.rsplit('\n').next().unwrap_or(before);
        let line = after.split('\n').next().unwrap_or(after);
        let (Some(bracket), Some(address)) = (text.rfind('['), in_parentheses(line)) else { continue };
        let start = at - text.len() + bracket;
        let is_escaped = markdown[..at].ends_with('\\') || markdown[..start].ends_with('\\');
        // A title stands in quotation marks after the address.
        let written = address.split(" \"").next().unwrap_or(address).trim();
        if is_escaped || !written.contains(char::is_whitespace) {
            continue;
        }
        let is_image = markdown[..start].ends_with('!');
        let used_as = if is_image { Use::Image } else { Use::Link };
        let is_number = |address: &str| address.starts_with("tel:");
        let joined =
            if is_number(written) || without_scheme(written, used_as).is_some_and(|address| is_number(&address)) {
                written.split_whitespace().collect()
            } else {
                written.split_whitespace().collect::<Vec<_>>().join("%20")
            };
        let whole = match judge(&joined, used_as) {
            Address::Corrected(address) | Address::Normalized(address) => address,
            Address::AsWritten | Address::Nowhere | Address::Unsafe(_) => joined,
        };
        let place = start - usize::from(is_image)..at + "](".len() + address.len() + ")".len();
        warnings.push((place, BodyWarning::SpaceInAddress { address: whole }));
    }
}

/// Returns what stands before the parenthesis that closes an open one.
fn in_parentheses(text: &str) -> Option<&str> {
    let mut open = 1;
    for (at, c) in text.char_indices() {
        match c {
            '(' => open += 1,
            ')' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return Some(&text[..at]);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, expected: &Address) {
        assert_eq!(judge(written, Use::Link), *expected, "{written}");
    }

    #[test]
    fn addresses_that_lead_somewhere_stay() {
        for written in
            ["https://a.se/b c", "http://a.se", "/b", "b.html", "#c", "?d=e", "../f", "//a.se", "MAILTO:a@b.se"]
        {
            check(written, &Address::AsWritten);
        }
        for written in ["bilaga.pdf", "karta.png", "sida.html", "a.b", "./www.a.se", "2021", "1177"] {
            check(written, &Address::AsWritten);
        }
    }

    #[test]
    fn missing_schemes_are_known() {
        let corrected = |address: &str| Address::Corrected(address.to_owned());
        check("www.a.se", &corrected("https://www.a.se"));
        check("www.vänersborg.se/å?b#c", &corrected("https://www.vänersborg.se/å?b#c"));
        check("WWW.a.example:8080/b", &corrected("https://WWW.a.example:8080/b"));
        check("vanersborg.se/anmalan", &corrected("https://vanersborg.se/anmalan"));
        check("a.b@c.se", &corrected("mailto:a.b@c.se"));
        check("a@b.se?subject=c", &corrected("mailto:a@b.se?subject=c"));
        check("0521-72 10 00", &corrected("tel:0521-721000"));
        check("+46521721000", &corrected("tel:+46521721000"));
        check("http:/a.se", &corrected("http://a.se"));
        check("https//a.se", &corrected("https://a.se"));
        check("https:///a.se", &corrected("https://a.se"));
    }

    #[test]
    fn what_no_page_may_lead_to_is_no_link() {
        let unsafe_scheme = |scheme: &str| Address::Unsafe(scheme.to_owned());
        check("javascript:alert(1)", &unsafe_scheme("javascript"));
        check("JaVaScRiPt:x", &unsafe_scheme("javascript"));
        check("data:text/html,x", &unsafe_scheme("data"));
        check("C:\\a", &unsafe_scheme("c"));
        for written in ["", " ", "tel:", "https://", "mailto: "] {
            check(written, &Address::Nowhere);
        }
        assert_eq!(judge("mailto:a@b.se", Use::Image), unsafe_scheme("mailto"));
    }

    #[test]
    fn numbers_lose_their_spaces() {
        check("tel:0521 72 10 00", &Address::Normalized("tel:0521721000".to_owned()));
    }
}
