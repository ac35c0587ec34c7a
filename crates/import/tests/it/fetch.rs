use crate::site::{Reply, Site};
use anslag_http::{ProxyUse, Reach, Retry};
use anslag_import::{Answer, FetchError, FetchFault, FetchHelp, FetchOptions, Fetcher};
use anslag_wording::{Language, Wording};
use flate2::{Compression, write::GzEncoder};
use std::{
    io::{Read, Write},
    net::TcpListener,
    thread,
    time::{Duration, Instant},
};

/// Options for sites on the loopback interface.
pub(crate) fn options() -> FetchOptions {
    FetchOptions {
        timeout: Duration::from_secs(2),
        interval: Duration::ZERO,
        reach: Reach::Anywhere,
        proxies: ProxyUse::Never,
        retry: Retry { attempts: 2.try_into().unwrap(), first_delay: Duration::ZERO, ..Retry::default() },
        mebibytes: 1,
        ..FetchOptions::default()
    }
}

fn get(site: &Site, path: &str) -> Result<Answer, FetchError> {
    Fetcher::new(options()).get(&site.at(path))
}

/// Checks why an address is not fetched, and what helps.
#[track_caller]
fn refused(result: Result<Answer, FetchError>, expected: &FetchFault, help: Option<&FetchHelp>) {
    let error = result.unwrap_err();
    assert_eq!((error.fault(), error.help().as_ref()), (expected, help));
    let swedish = error.in_language(Language::Swedish).to_string();
    assert!(swedish.starts_with("det går inte att hämta http"), "{swedish}");
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn an_answer_is_cached_and_asked_for_again() {
    let site = Site::new();
    let folder = tempfile::tempdir().unwrap();
    let fetch = |path: &str| {
        let options = FetchOptions { cache: Some(folder.path().to_path_buf()), ..options() };
        Fetcher::new(options).get(&site.at(path)).unwrap()
    };
    site.put("/tag", [Reply::new("one").with("ETag", "\"1\"").with("Content-Type", "text/html")]);
    site.put("/day", [Reply::new("two").with("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT")]);
    site.put("/none", [Reply::new("three")]);
    for path in ["/tag", "/day", "/none"] {
        let first = fetch(path);
        let again = fetch(path);
        assert!(!first.is_unchanged);
        assert_eq!(again, Answer { is_unchanged: true, ..first }, "{path}");
    }
    let requests = site.requests();
    let of_paths: Vec<_> = requests.iter().filter(|path| !path.starts_with("/robots")).collect();
    let expected =
        ["/tag", "/tag if \"1\"", "/day", "/day if Sun, 06 Nov 1994 08:49:37 GMT", "/none", "/none"].map(str::to_owned);
    assert_eq!(of_paths, expected.iter().collect::<Vec<_>>());
    site.put("/tag", [Reply::new("new").with("ETag", "\"2\"")]);
    let changed = fetch("/tag");
    assert_eq!((&*changed.body, changed.is_unchanged), (&b"new"[..], false));
}

#[test]
fn robots_txt_is_honoured() {
    let site = Site::new();
    let robots = "User-agent: *\nDisallow: /*?sv*\nDisallow: /private\n\nUser-agent: anslagd\nDisallow: /\n";
    site.put("/robots.txt", [Reply::new(robots)]);
    site.put("/a", [Reply::new("a")]);
    assert_eq!(get(&site, "/a").unwrap().body, b"a");
    let ask = FetchHelp::AskOwner { host: "127.0.0.1".to_owned() };
    let forbidden = |rule: &str| FetchFault::Forbidden { rule: rule.to_owned() };
    refused(get(&site, "/4.1/12.1.portlet?sv.contenttype=text/xml"), &forbidden("/*?sv*"), Some(&ask));
    refused(get(&site, "/private/a"), &forbidden("/private"), Some(&ask));
    // A redirect leads to nothing that is forbidden.
    site.put("/b", [Reply::redirect("/private/a")]);
    refused(get(&site, "/b"), &forbidden("/private"), Some(&ask));
    assert!(!site.requests().iter().any(|path| path.contains("private")));
    // The owner may allow us alone.
    site.put("/robots.txt", [Reply::new(format!("{robots}\nUser-agent: Anslag\nAllow: /\n"))]);
    site.put("/private/a", [Reply::new("b")]);
    assert_eq!(get(&site, "/b").unwrap().body, b"b");
}

#[test]
fn robots_txt_may_be_missing_but_not_broken() {
    let site = Site::new();
    site.put("/a", [Reply::new("a")]);
    for reply in [Reply::status(404), Reply::status(403), Reply::new(""), Reply::new("<!doctype html><p>Disallow: /")] {
        site.put("/robots.txt", [reply]);
        assert!(get(&site, "/a").is_ok());
    }
    site.put("/robots.txt", [Reply::status(503)]);
    let fault = FetchFault::NoRobots { fault: Box::new(FetchFault::Status { status: 503 }) };
    refused(get(&site, "/a"), &fault, Some(&FetchHelp::FetchLater));
}

#[test]
fn robots_txt_may_ask_for_a_slower_rate() {
    let site = Site::new();
    site.put("/robots.txt", [Reply::new("User-agent: *\nCrawl-delay: 0.3\n")]);
    site.put("/a", [Reply::new("a")]);
    let mut fetcher = Fetcher::new(options());
    let start = Instant::now();
    for _ in 0..3 {
        fetcher.get(&site.at("/a")).unwrap();
    }
    assert!(start.elapsed() >= Duration::from_millis(600));
}

#[test]
fn redirects_are_told_and_end() {
    let (site, other) = (Site::new(), Site::new());
    other.put("/there", [Reply::new("there")]);
    site.put("/here", [Reply::redirect("next")]);
    site.put("/next", [Reply::redirect(other.at("/there#part"))]);
    assert_eq!(get(&site, "/here").unwrap().address, other.at("/there"));
    site.put("/loop", [Reply::redirect("/loop")]);
    refused(get(&site, "/loop"), &FetchFault::TooManyRedirects { limit: 5 }, Some(&FetchHelp::CheckAddress));
    for target in ["", "ftp://a.se/", "file:///etc/passwd", "http://user:secret@a.se/", "http://"] {
        site.put("/bad", [Reply::redirect(target)]);
        if target.is_empty() {
            // An empty reference is the address itself.
            refused(get(&site, "/bad"), &FetchFault::TooManyRedirects { limit: 5 }, Some(&FetchHelp::CheckAddress));
            continue;
        }
        let fault = FetchFault::InvalidRedirect { target: target.to_owned() };
        refused(get(&site, "/bad"), &fault, Some(&FetchHelp::CheckAddress));
    }
}

#[test]
fn private_addresses_want_a_permission() {
    let site = Site::new();
    site.put("/a", [Reply::new("a")]);
    let mut fetcher = Fetcher::new(FetchOptions { reach: Reach::Internet, ..options() });
    let port = site.base.rsplit(':').next().unwrap();
    // A name that stands for this machine is refused by its address, as a name whose address changes is.
    for host in ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254"] {
        let error = fetcher.get(&format!("http://{host}:{port}/a")).unwrap_err();
        assert_eq!(error.help(), Some(FetchHelp::AllowPrivate), "{host}: {error}");
    }
    assert_eq!(site.requests(), Vec::<String>::new());
}

#[test]
fn addresses_are_those_of_the_web() {
    for address in ["", "a.se", "file:///etc/passwd", "ftp://a.se/", "http://", "http://user:secret@a.se/"] {
        let error = Fetcher::new(options()).get(address).unwrap_err();
        assert!(error.to_string().ends_with("invalid address"), "{error}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}

#[test]
fn an_empty_answer_is_asked_for_once_more() {
    let site = Site::new();
    site.put("/a", [Reply::new(""), Reply::new("a")]);
    site.put("/b", [Reply::new("")]);
    assert_eq!(get(&site, "/a").unwrap().body, b"a");
    site.requests();
    refused(get(&site, "/b"), &FetchFault::Empty, Some(&FetchHelp::FetchLater));
    assert_eq!(site.requests(), ["/robots.txt", "/b", "/b"]);
}

#[test]
fn a_busy_server_is_asked_again() {
    let site = Site::new();
    site.put("/a", [Reply::status(503).with("Retry-After", "0"), Reply::new("a")]);
    site.put("/b", [Reply::status(503)]);
    assert_eq!(get(&site, "/a").unwrap().body, b"a");
    refused(get(&site, "/b"), &FetchFault::Status { status: 503 }, Some(&FetchHelp::FetchLater));
    refused(get(&site, "/c"), &FetchFault::Status { status: 404 }, Some(&FetchHelp::CheckAddress));
}

#[test]
fn json_is_not_html() {
    let site = Site::new();
    let json = |path: &str| Fetcher::new(options()).get_json(&site.at(path)).map(|(answer, _)| answer);
    site.put("/json", [Reply::new("[1]").with("X-WP-TotalPages", "7")]);
    site.put("/html", [Reply::new("\n<!doctype html>")]);
    site.put("/half", [Reply::new("[1,\n 2")]);
    assert_eq!(json("/json").unwrap().pages, Some(7));
    refused(json("/html"), &FetchFault::HtmlForJson, Some(&FetchHelp::CheckApi));
    refused(json("/half"), &FetchFault::NotJson { line: 2, column: 2 }, Some(&FetchHelp::CheckApi));
}

#[test]
fn size_and_time_are_bounded() {
    let site = Site::new();
    site.put("/gzip", [Reply::new(gzip(b"text")).with("Content-Encoding", "gzip")]);
    site.put("/bomb", [Reply::new(gzip(&vec![0; 9 << 20])).with("Content-Encoding", "gzip")]);
    site.put("/broken", [Reply::new(&gzip(b"text")[..9]).with("Content-Encoding", "gzip")]);
    site.put("/large", [Reply::new(vec![b' '; (1 << 20) + 1])]);
    assert_eq!(get(&site, "/gzip").unwrap().body, b"text");
    refused(get(&site, "/bomb"), &FetchFault::TooLarge { mebibytes: 1 }, None);
    refused(get(&site, "/broken"), &FetchFault::Damaged, Some(&FetchHelp::FetchLater));
    let large = get(&site, "/large").unwrap_err().to_string();
    assert!(large.ends_with("the answer is larger than 1 MiB"), "{large}");
}

#[test]
fn a_server_that_drips_is_cut() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            thread::spawn(move || {
                let _ = stream.read(&mut [0; 1024]);
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                while stream.write_all(b" ").is_ok() {
                    thread::sleep(Duration::from_millis(50));
                }
            });
        }
    });
    let start = Instant::now();
    let options = FetchOptions { timeout: Duration::from_secs(1), ..options() };
    let error = Fetcher::new(options).get(&address).unwrap_err().to_string();
    assert!(error.contains("no complete answer within 1 s"), "{error}");
    assert!(start.elapsed() < Duration::from_secs(5));
}
