use crate::{
    Edition,
    link::{href, links},
    media::{content_type, is_compressible, media_type},
    negotiation::{Accept, Weighted, text},
    resolution::Variant,
    rule::{ANNOUNCEMENTS, DOCUMENTS},
};
use anslag_core::{Compression, Format};
use anslag_publish::{Digest, FileEntry};
use anslag_rdf::document_from_turtle;
use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::Response,
};
use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom, Write},
    ops::RangeInclusive,
    time::SystemTime,
};
use tokio_util::io::ReaderStream;

/// Maximum length of a file that is read at once. A longer one is sent as it is read.
const MAX_WHOLE: u64 = 64 << 10;

/// Length up to which a file is compressed where no compressed copy is beside it.
const MAX_COMPRESSED: u64 = 1 << 20;

/// Length from which on a file is compressed: a shorter one fits into a packet.
const MIN_COMPRESSED: u64 = 1024;

/// Time after which nothing asks for a file that can never change, in a header.
pub(crate) const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// A cached copy is used after the server has been asked.
pub(crate) const REVALIDATED: &str = "no-cache";

/// Media type of any XML.
const XML: &str = "application/xml";

/// Folders of files whose names are made from the content.
pub(crate) const HASHED_FOLDERS: [&str; 4] = ["file", "script", "style", "theme"];

/// Minimum number of hexadecimal digits in a name that is made from the content.
const HASH_LEN: usize = 16;

/// Coding of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Coding {
    Identity,
    /// The bytes of the compressed copy beside the file.
    Copied(Compression),
    /// Compressed while it is sent.
    Compressed,
}

impl Coding {
    /// Returns the name in `Content-Encoding`.
    const fn name(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Copied(Compression::Zstandard) => Some("zstd"),
            Self::Copied(Compression::Gzip) | Self::Compressed => Some("gzip"),
        }
    }

    /// Returns the end of the entity tag, since each coding has its own.
    const fn tag(self) -> &'static str {
        match self {
            Self::Identity => "",
            Self::Copied(Compression::Zstandard) => "-zst",
            Self::Copied(Compression::Gzip) => "-gz",
            Self::Compressed => "-deflated",
        }
    }
}

/// Request for a variant.
pub(crate) struct Asked<'r> {
    pub(crate) method: &'r Method,
    pub(crate) headers: &'r HeaderMap,
    /// Status of a whole answer.
    pub(crate) status: StatusCode,
    /// `true` if the variant was chosen among others.
    pub(crate) is_negotiated: bool,
}

/// Answers with a variant. Fails with `NotFound` if its file is gone, since an export has exchanged the directory.
pub(crate) fn answer(edition: &Edition, variant: &Variant, asked: &Asked<'_>) -> io::Result<Response> {
    let entry = *edition.entry(variant.source()).ok_or(io::ErrorKind::NotFound)?;
    let media_type = media_type(&variant.path);
    let may_compress = is_compressible(media_type);
    let is_whole = !asked.headers.contains_key(header::RANGE);
    let coding =
        if may_compress && is_whole { coding(edition, variant, entry, asked.headers) } else { Coding::Identity };
    let etag = etag(variant, entry, coding);
    let mut headers = HeaderMap::new();
    insert(&mut headers, header::ETAG, &etag);
    insert(&mut headers, header::CACHE_CONTROL, if is_hashed(&variant.path) { IMMUTABLE } else { REVALIDATED });
    insert(&mut headers, header::LAST_MODIFIED, &httpdate::fmt_http_date(modified(edition, variant)));
    let is_feed = [Format::Rss, Format::Atom].iter().any(|format| format.spec().media_type == media_type);
    let vary = match (asked.is_negotiated, is_feed) {
        (true, _) => "Accept, Accept-Language, Accept-Encoding",
        (false, true) => "Accept, Accept-Encoding",
        (false, false) => "Accept-Encoding",
    };
    if asked.is_negotiated || may_compress {
        insert(&mut headers, header::VARY, vary);
    }
    if asked.is_negotiated {
        insert(&mut headers, header::CONTENT_LOCATION, &href(edition, variant.address()));
    }
    if asked.status == StatusCode::OK && is_unchanged(asked.headers, &etag) {
        return Ok(respond(StatusCode::NOT_MODIFIED, headers, Body::empty()));
    }
    let is_xml = is_feed && is_wanted_as_xml(media_type, asked.headers);
    insert(&mut headers, header::CONTENT_TYPE, &content_type(if is_xml { XML } else { media_type }));
    insert(&mut headers, header::LINK, &links(edition, variant));
    insert(&mut headers, header::ACCEPT_RANGES, "bytes");
    if let Some(name) = coding.name() {
        insert(&mut headers, header::CONTENT_ENCODING, name);
    }
    if let Some(language) = &variant.language {
        insert(&mut headers, header::CONTENT_LANGUAGE, language);
    }
    let bytes = Bytes::open(edition, variant, coding)?;
    let len = bytes.len();
    let range = match range(asked, &etag, len) {
        Ok(range) => range,
        Err(Unsatisfiable) => {
            insert(&mut headers, header::CONTENT_RANGE, &format!("bytes */{len}"));
            return Ok(respond(StatusCode::RANGE_NOT_SATISFIABLE, headers, Body::empty()));
        }
    };
    let (status, first, count) = match range {
        None => (asked.status, 0, len),
        Some(range) => {
            insert(&mut headers, header::CONTENT_RANGE, &format!("bytes {}-{}/{len}", range.start(), range.end()));
            (StatusCode::PARTIAL_CONTENT, *range.start(), range.end() - range.start() + 1)
        }
    };
    insert(&mut headers, header::CONTENT_LENGTH, &count.to_string());
    let body = if asked.method == Method::HEAD { Body::empty() } else { bytes.body(first, count)? };
    Ok(respond(status, headers, body))
}

/// Returns whether a request accepts a feed rather as XML, as browsers do: only then do they show it by its stylesheet.
fn is_wanted_as_xml(media_type: &str, headers: &HeaderMap) -> bool {
    let accept = Accept::of(headers);
    accept.weight(XML) > accept.weight(media_type)
}

/// Puts a response together.
pub(crate) fn respond(status: StatusCode, headers: HeaderMap, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

/// Answers a browser that asks whether it may ask with these methods.
pub(crate) fn preflight(methods: &str) -> Response {
    let mut headers = HeaderMap::new();
    insert(&mut headers, header::ALLOW, methods);
    insert(&mut headers, header::ACCESS_CONTROL_ALLOW_METHODS, methods);
    insert(&mut headers, header::ACCESS_CONTROL_ALLOW_HEADERS, "*");
    insert(&mut headers, header::ACCESS_CONTROL_MAX_AGE, "86400");
    respond(StatusCode::NO_CONTENT, headers, Body::empty())
}

/// Sets a header. A value that no header can hold is left out: paths and addresses are encoded before.
pub(crate) fn insert(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

/// Chooses the coding that a request wants most: a compressed copy beside the file, else compression.
fn coding(edition: &Edition, variant: &Variant, entry: FileEntry, headers: &HeaderMap) -> Coding {
    let wanted = Weighted::of(headers, header::ACCEPT_ENCODING);
    let copied = |compression: Compression| {
        let is_there = variant.made.is_none() && edition.entry(&copy(&variant.path, compression)).is_some();
        is_there.then_some(Coding::Copied(compression))
    };
    let copies = [Compression::Zstandard, Compression::Gzip].into_iter().filter_map(copied);
    let is_short = (MIN_COMPRESSED..=MAX_COMPRESSED).contains(&entry.size);
    let codings = copies.chain(is_short.then_some(Coding::Compressed));
    let weighted = codings.map(|coding| (coding.name().map_or(0, |name| wanted.coding(name)), coding));
    // Of equal weights, the first counts.
    let best =
        weighted.filter(|(weight, _)| *weight > 0).reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map_or(Coding::Identity, |(_, coding)| coding)
}

/// Returns the path of the compressed copy of a file.
fn copy(path: &str, compression: Compression) -> String {
    format!("{path}.{}", compression.extension())
}

/// Returns the entity tag: the digest of the file, and what was made of it.
fn etag(variant: &Variant, entry: FileEntry, coding: Coding) -> String {
    let Digest(digest) = entry.sha256;
    let digest = Digest(digest).to_string();
    let made =
        variant.made.as_ref().map_or_else(String::new, |(_, format)| format!("-{}", format.format().spec().extension));
    format!("\"{}{made}{}\"", &digest[..32], coding.tag())
}

/// Returns the moment of the last change: the announcement's, or else that of the newest one or the day of the publication.
/// It is never in the future (RFC 9110, section 8.8.2.1), and no condition: a file may change without it.
fn modified(edition: &Edition, variant: &Variant) -> SystemTime {
    let path = variant.source();
    let page = path.strip_prefix(ANNOUNCEMENTS).and_then(|rest| rest.strip_suffix("/index.html"));
    let document = || path.strip_prefix(DOCUMENTS)?.rsplit_once('.').map(|(id, _)| id);
    let own = page.or_else(document).and_then(|id| edition.published(id));
    own.unwrap_or_else(|| edition.modified()).min(edition.opened())
}

/// Returns whether a name is made from the content of its file, as `style/af92ab6668d1fdb6.css`.
fn is_hashed(path: &str) -> bool {
    let Some((folder, rest)) = path.split_once('/') else { return false };
    let name = rest.rsplit('/').next().unwrap_or(rest);
    let mut parts = name.split(['.', '-']);
    HASHED_FOLDERS.contains(&folder)
        && parts.any(|part| {
            part.len() >= HASH_LEN && part.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'))
        })
}

/// Returns whether the client has this very variant (RFC 9110, section 13.2.2). Only its tag tells: a feed that an announcement
/// is withdrawn from keeps its date.
fn is_unchanged(headers: &HeaderMap, etag: &str) -> bool {
    text(headers, header::IF_NONE_MATCH).is_some_and(|tags| {
        tags.split(',').map(str::trim).any(|tag| tag == "*" || tag.trim_start_matches("W/") == etag)
    })
}

/// A range that a file has no byte of.
struct Unsatisfiable;

/// Returns the range that a request asks for. All is sent if there is none, several, an invalid one, or one of another state.
fn range(asked: &Asked<'_>, etag: &str, len: u64) -> Result<Option<RangeInclusive<u64>>, Unsatisfiable> {
    let range = asked.headers.get(header::RANGE).and_then(|range| range.to_str().ok());
    let Some(range) = range.filter(|_| asked.method == Method::GET && asked.status == StatusCode::OK) else {
        return Ok(None);
    };
    let is_current = asked.headers.get(header::IF_RANGE).is_none_or(|condition| condition == etag);
    let Ok(ranges) = http_range_header::parse_range_header(range) else { return Ok(None) };
    if !is_current || ranges.len() != 1 {
        return Ok(None);
    }
    let ranges = ranges.validate(len).map_err(|_| Unsatisfiable)?;
    Ok(ranges.into_iter().next())
}

/// Bytes of an answer.
enum Bytes {
    Whole(Vec<u8>),
    Streamed(File, u64),
}

impl Bytes {
    fn open(edition: &Edition, variant: &Variant, coding: Coding) -> io::Result<Self> {
        if let Some((source, format)) = &variant.made {
            let document = document_from_turtle(&read(edition, source)?, *format, Vec::new())?;
            let document = document.ok_or(io::ErrorKind::InvalidData)?;
            return Ok(Self::Whole(if coding == Coding::Compressed { compress(&document)? } else { document }));
        }
        let path = match coding {
            Coding::Copied(compression) => copy(&variant.path, compression),
            Coding::Compressed => return Ok(Self::Whole(compress(&read(edition, &variant.path)?)?)),
            Coding::Identity => variant.path.clone(),
        };
        let len = edition.entry(&path).map_or(0, |entry| entry.size);
        if len <= MAX_WHOLE {
            return read(edition, &path).map(Self::Whole);
        }
        Ok(Self::Streamed(edition.open_file(&path)?, len))
    }

    fn len(&self) -> u64 {
        match self {
            Self::Whole(bytes) => bytes.len() as u64,
            Self::Streamed(_, len) => *len,
        }
    }

    /// Returns the body of some bytes.
    fn body(self, first: u64, count: u64) -> io::Result<Body> {
        match self {
            Self::Whole(bytes) => {
                let bytes = axum::body::Bytes::from(bytes);
                let index = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).min(bytes.len());
                Ok(Body::from(bytes.slice(index(first)..index(first.saturating_add(count)))))
            }
            Self::Streamed(mut file, _) => {
                file.seek(SeekFrom::Start(first))?;
                let reader = tokio::io::AsyncReadExt::take(tokio::fs::File::from_std(file), count);
                Ok(Body::from_stream(ReaderStream::with_capacity(reader, 64 << 10)))
            }
        }
    }
}

fn read(edition: &Edition, path: &str) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    edition.open_file(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Compresses bytes, quickly rather than well.
fn compress(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::GzBuilder::new().write(Vec::with_capacity(bytes.len() / 3), flate2::Compression::new(4));
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_made_from_content_are_immutable() {
        let hashed =
            ["style/af92ab6668d1fdb6.css", "style/feed-af92ab6668d1fdb6.css", "file/karta-0123456789abcdef0123.pdf"];
        assert!(hashed.iter().all(|path| is_hashed(path)));
        let others = [
            "index.html",
            "feed/all.atom",
            "announcement/2026-05-20-facade/index.html",
            "data/announcement/2026-05-20-0123456789abcdef.ttl",
            "0123456789abcdef.pdf",
            "files/0123456789abcdef.pdf",
            "search/0123456789abcdef.json",
            "style/facade.css",
        ];
        assert!(others.iter().all(|path| !is_hashed(path)));
    }
}
