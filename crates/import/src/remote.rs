//! Sources at addresses: lists with their pages, and whatever a reader reads.

use crate::{Answer, Doubt, Draft, Drafts, FetchError, Fetcher, Finding, Kind, Profile, Source, kind_of, read};
use url::Url;

/// Maximum number of pages of a list, and of articles that a feed lists.
const MAX_PAGES: u32 = 1000;

/// Part of each address of the REST API of WordPress.
const WORDPRESS: &str = "/wp-json/";

/// Contents of an address, beside its drafts.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// `true` if the address lists all that there is, so that what it does not list is gone.
    pub is_complete: bool,
    /// Identities whose pages are gone.
    pub gone: Vec<String>,
}

/// Reads what is at an address.
///
/// Lists of WordPress are read with all their pages. If the profile says `pages = true`, the articles of a feed are read from
/// their pages on the same host. `known` names articles of earlier imports, each with its identity and its address: those that
/// the feed no longer lists are read too.
pub fn read_address(
    address: &str,
    profile: &Profile,
    known: &[(String, String)],
    fetcher: &mut Fetcher,
    drafts: &mut Drafts<'_>,
) -> Result<Listing, Finding> {
    if address.contains(WORDPRESS) {
        let has_all_pages = read_wordpress(address, profile, fetcher, drafts)?;
        return Ok(Listing { is_complete: has_all_pages && drafts.is_whole(), gone: Vec::new() });
    }
    let source = source(fetch(address, fetcher, drafts)?)?;
    if profile.pages {
        return read_articles(&source, profile, known, fetcher, drafts);
    }
    read(&source, profile, drafts)?;
    let is_complete = kind_of(&source, profile).is_some_and(Kind::is_complete) && drafts.is_whole();
    Ok(Listing { is_complete, gone: Vec::new() })
}

/// Reads a list of WordPress page by page, and returns whether it has no others.
///
/// In the order of their numbers, new items change no page but the last.
fn read_wordpress(
    address: &str,
    profile: &Profile,
    fetcher: &mut Fetcher,
    drafts: &mut Drafts<'_>,
) -> Result<bool, Finding> {
    let profile = Profile { kind: Some(profile.kind.unwrap_or(Kind::WordPress)), ..profile.clone() };
    let is_part = is_part(address);
    for page in 1..=MAX_PAGES {
        let address = page_of(address, page);
        let (answer, _) = fetcher.get_json(&address).map_err(|error| unfetched(&error, &address))?;
        let pages = answer.pages;
        read(&source(answer)?, &profile, drafts)?;
        if is_part || page >= pages.unwrap_or(1) {
            // A server that does not state the number of pages may have more.
            return Ok(!is_part && pages.is_some());
        }
    }
    drafts.leave_out(Finding::new(address, Doubt::TooMany { limit: MAX_PAGES }));
    Ok(false)
}

/// Returns whether an address of WordPress chooses a part of a list.
fn is_part(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| url.query_pairs().any(|(key, _)| key == "page" || key == "offset"))
}

/// Returns the address of a page of a list, with the parameters that are not chosen yet.
fn page_of(address: &str, page: u32) -> String {
    let Ok(mut url) = Url::parse(address) else { return address.to_owned() };
    let chosen: Vec<String> = url.query_pairs().map(|(key, _)| key.into_owned()).collect();
    for (key, value) in [("per_page", "100"), ("orderby", "id"), ("order", "asc"), ("page", &page.to_string())] {
        if !chosen.iter().any(|known| known == key) {
            url.query_pairs_mut().append_pair(key, value);
        }
    }
    url.into()
}

/// Reads the articles that a feed lists, each from its page.
fn read_articles(
    feed: &Source,
    profile: &Profile,
    known: &[(String, String)],
    fetcher: &mut Fetcher,
    drafts: &mut Drafts<'_>,
) -> Result<Listing, Finding> {
    let mut listed = Vec::new();
    let mut take = |draft: Draft, _: &mut Vec<Finding>| {
        listed.push(draft);
        Ok(())
    };
    let country = drafts.country;
    read(feed, profile, &mut Drafts::new(country, &mut take, drafts.findings()))?;
    let is_listed = |origin: &str| listed.iter().any(|draft| draft.origin == origin);
    let older: Vec<_> = known.iter().filter(|(origin, _)| !is_listed(origin)).collect();
    let older = older.into_iter().map(|(origin, address)| (Draft::new(origin), address.clone()));
    let address_of =
        |draft: &Draft| draft.get("source").and_then(|source| source.as_str()).unwrap_or_default().to_owned();
    let listed: Vec<_> = listed.into_iter().map(|draft| (address_of(&draft), draft)).collect();
    let newer = listed.into_iter().map(|(address, draft)| (draft, address));
    let profile = Profile { kind: None, pages: false, ..profile.clone() };
    let mut gone = Vec::new();
    let mut articles = newer.chain(older);
    for (draft, address) in articles.by_ref().take(MAX_PAGES as usize) {
        if !is_same_host(&feed.name, &address) {
            drafts.find(Finding::new(&feed.name, Doubt::OtherHost).about(address));
            continue;
        }
        let origin = draft.origin.clone();
        match fetcher.get(&address) {
            Ok(answer) => read_article(draft, &source(answer)?, &profile, drafts)?,
            Err(error) if error.fault().is_gone() => gone.push(origin),
            Err(error) => drafts.find(unfetched(&error, &address)),
        }
    }
    if articles.next().is_some() {
        drafts.leave_out(Finding::new(&feed.name, Doubt::TooMany { limit: MAX_PAGES }));
    }
    Ok(Listing { is_complete: false, gone })
}

/// Reads the page of an article, and adds what only the feed states.
fn read_article(listed: Draft, page: &Source, profile: &Profile, drafts: &mut Drafts<'_>) -> Result<(), Finding> {
    let mut article = None;
    let mut take = |draft: Draft, _: &mut Vec<Finding>| {
        article.get_or_insert(draft);
        Ok(())
    };
    let country = drafts.country;
    let result = read(page, profile, &mut Drafts::new(country, &mut take, drafts.findings()));
    if let Err(finding) = result {
        drafts.find(finding);
    }
    match article {
        Some(article) => drafts.push(article.with(listed)),
        None => Ok(()),
    }
}

/// Fetches an address, and tells of a redirect.
fn fetch(address: &str, fetcher: &mut Fetcher, drafts: &mut Drafts<'_>) -> Result<Answer, Finding> {
    let answer = fetcher.get(address).map_err(|error| unfetched(&error, address))?;
    let is_redirected = Url::parse(address).is_ok_and(|url| url.as_str() != answer.address);
    if is_redirected {
        drafts.find(Finding::new(address, Doubt::Redirected { target: answer.address.clone() }));
    }
    Ok(answer)
}

/// Returns an answer as a source.
fn source(answer: Answer) -> Result<Source, Finding> {
    let charset = answer.content_type.as_deref().and_then(charset);
    Source::new(answer.address, answer.body, charset)
}

/// Returns the charset that a media type names.
fn charset(content_type: &str) -> Option<String> {
    let mut parameters = content_type.split(';').filter_map(|parameter| parameter.split_once('='));
    let (_, charset) = parameters.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
    Some(charset.trim().trim_matches('"').to_owned())
}

fn unfetched(error: &FetchError, address: &str) -> Finding {
    Finding::new(address, Doubt::Unfetched { fault: error.fault().clone(), help: error.help() })
}

fn is_same_host(first: &str, second: &str) -> bool {
    let origin = |address: &str| {
        let url = Url::parse(address).ok()?;
        let host = url.host_str()?.trim_start_matches("www.").to_owned();
        Some((host, url.port()))
    };
    origin(first).is_some_and(|first| Some(first) == origin(second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_pages() {
        for (address, expected) in [
            ("https://a.se/wp-json/wp/v2/posts", "?per_page=100&orderby=id&order=asc&page=2"),
            (
                "https://a.se/wp-json/wp/v2/posts?per_page=10&lang=sv",
                "?per_page=10&lang=sv&orderby=id&order=asc&page=2",
            ),
        ] {
            let path = address.split('?').next().unwrap_or_default();
            assert_eq!(page_of(address, 2), format!("{path}{expected}"));
        }
    }

    #[test]
    fn articles_are_on_the_host_of_their_feed() {
        for (second, is_expected) in [
            ("https://a.se/1", true),
            ("http://www.a.se/1", true),
            ("https://b.a.se/1", false),
            ("https://a.se.b.se/1", false),
            ("https://a.se:8443/1", false),
            ("/1", false),
        ] {
            assert_eq!(is_same_host("https://www.a.se/feed", second), is_expected, "{second}");
        }
    }

    #[test]
    fn a_media_type_names_the_charset() {
        let expected = Some("windows-1252".to_owned());
        assert_eq!(charset("text/html; boundary=x; Charset=\"windows-1252\""), expected);
        assert_eq!(charset("text/html"), None);
    }
}
