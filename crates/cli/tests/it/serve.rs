//! The server, asked without a socket, and once over one.

use crate::{announcement, anslag, edit, export, files, publication, stderr};
use anslag_fixtures::{MUNICIPALITY_AS_OF, municipality};
use anslag_serve::{Dist, Edition, Host, app};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
    response::Response,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::Stdio,
    sync::Arc,
};
use tower::ServiceExt;

/// A publication and what answers from it.
struct Served {
    folder: tempfile::TempDir,
    app: Router,
}

impl Served {
    /// Publishes the municipality.
    fn municipality(more: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut command = anslag();
        command.arg("export").arg("--data").arg(municipality()).arg("--out").arg(folder.path().join("dist"));
        let output =
            command.args(["--as-of", MUNICIPALITY_AS_OF, "--no-sync", "--no-history"]).args(more).output().unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
        Self::new(folder)
    }

    fn new(folder: tempfile::TempDir) -> Self {
        let app = app(Arc::new(Dist::open(folder.path().join("dist")).unwrap()), None);
        Self { folder, app }
    }

    fn dist(&self) -> std::path::PathBuf {
        self.folder.path().join("dist")
    }

    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).unwrap();
        runtime().block_on(async {
            let response: Response = self.app.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
            Answer { status: parts.status, headers: parts.headers, body }
        })
    }

    fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask("GET", path, headers)
    }
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: impl header::AsHeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap()
}

/// A request of the list, and what `serve` answers.
#[derive(Default)]
struct Case<'t> {
    request: Vec<&'t str>,
    headers: Vec<(&'t str, &'t str)>,
    statuses: Vec<&'t str>,
    expected: Vec<(&'t str, &'t str)>,
}

/// Reads the list of requests. The other servers are asked by `ci/hosting`.
fn cases(list: &str) -> Vec<Case<'_>> {
    let (mut cases, mut is_ours) = (Vec::<Case>::new(), false);
    for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(field) = line.strip_prefix("  ") {
            let field = field.split_once(": ").unwrap();
            let case = cases.last_mut().unwrap();
            match case.statuses.is_empty() && !is_ours {
                true => case.headers.push(field),
                false if is_ours => case.expected.push(field),
                false => {}
            }
        } else if let Some((servers, status)) = line.split_once(": ").filter(|(servers, _)| !servers.contains('/')) {
            is_ours = servers.split(' ').any(|server| server == "serve");
            let case = cases.last_mut().unwrap();
            case.statuses.extend(is_ours.then_some(status));
        } else {
            is_ours = false;
            cases.push(Case { request: line.split(' ').collect(), ..Case::default() });
        }
    }
    cases
}

#[test]
fn the_list_of_requests_is_answered() {
    let served = Served::municipality(&[]);
    let list = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../serve/tests/requests.txt")).unwrap();
    let cases = cases(&list);
    assert!(cases.len() > 50 && cases.iter().all(|case| !case.statuses.is_empty()), "{}", cases.len());
    for case in &cases {
        let answer = served.ask(case.request[0], case.request[1], &case.headers);
        let about = format!("{:?} {:?}: {} {:?}", case.request, case.headers, answer.status, answer.headers);
        assert!(case.statuses.iter().all(|status| *status == answer.status.as_str()), "{about}");
        for (name, expected) in &case.expected {
            let found = answer.header(*name);
            let is_right = match expected.split_at(1) {
                ("~", part) => found.contains(part),
                ("!", _) => found.is_empty(),
                _ => found == *expected,
            };
            assert!(is_right, "{name}: {expected}: {about}");
        }
        let body = String::from_utf8_lossy(&answer.body);
        assert!(!body.contains(served.folder.path().to_str().unwrap()), "{about}");
        assert!(case.request[0] != "HEAD" || answer.body.is_empty(), "{about}");
    }
}

/// Every file is answered whole, is known again, and is told apart from its compressed form.
#[test]
fn every_file_of_the_manifest_is_served() {
    let served = Served::municipality(&[]);
    let mut tags = BTreeMap::new();
    for (name, bytes) in files(&served.dist()) {
        let path = format!("/{name}");
        let whole = served.get(&path, &[]);
        if whole.status == StatusCode::GONE || whole.status == StatusCode::PERMANENT_REDIRECT {
            continue;
        }
        assert_eq!((whole.status, &whole.body), (StatusCode::OK, &bytes), "{name}");
        let tag = whole.header(header::ETAG).to_owned();
        if let Some(other) = tags.insert(tag.clone(), bytes.clone()) {
            assert_eq!(other, bytes, "{name}: two files have the tag {tag}");
        }
        for tags in [tag.as_str(), &format!("\"other\", W/{tag}"), "*"] {
            let known = served.get(&path, &[("if-none-match", tags)]);
            assert_eq!((known.status, known.body.len()), (StatusCode::NOT_MODIFIED, 0), "{name}: {tags}");
            assert_eq!(known.header(header::ETAG), tag, "{name}");
        }
        let packed = served.get(&path, &[("accept-encoding", "gzip"), ("if-none-match", &tag)]);
        if !packed.header(header::CONTENT_ENCODING).is_empty() {
            let mut unpacked = Vec::new();
            flate2::read::GzDecoder::new(&*packed.body).read_to_end(&mut unpacked).unwrap();
            assert!(unpacked == bytes && packed.header(header::ETAG) != tag, "{name}");
        }
        let is_hashed = ["style/", "script/", "file/", "theme/"].iter().any(|folder| name.starts_with(folder));
        assert_eq!(whole.header(header::CACHE_CONTROL).contains("immutable"), is_hashed, "{name}");
    }
}

#[test]
fn a_tag_is_a_condition_and_a_date_is_none() {
    let served = Served::municipality(&[]);
    let path = "/data/announcement/2026-01-02-snostorm.ttl";
    let whole = served.get(path, &[]);
    let modified = whole.header(header::LAST_MODIFIED);
    let status = |headers: &[(&str, &str)]| served.get(path, headers).status.as_u16();
    // A feed that an announcement is withdrawn from keeps its date.
    for date in [modified, "Fri, 01 Jan 2100 00:00:00 GMT", "yesterday"] {
        assert_eq!(status(&[("if-modified-since", date)]), 200, "{date}");
        assert_eq!(status(&[("if-range", date), ("range", "bytes=5-8")]), 200, "{date}");
    }
    let tag = whole.header(header::ETAG);
    assert_eq!(status(&[("if-modified-since", "yesterday"), ("if-none-match", tag)]), 304);
    let part = served.get(path, &[("range", "bytes=5-8"), ("if-range", tag)]);
    assert_eq!((part.status.as_u16(), &*part.body), (206, &whole.body[5..=8]));
    assert_eq!(served.get(path, &[("range", "bytes=-3")]).body, whole.body[whole.body.len() - 3..]);
    for ignored in ["bytes=1-2,5-6", "bytes=x", "lines=1-2", "bytes=5-1"] {
        assert_eq!(status(&[("range", ignored)]), 200, "{ignored}");
    }
    assert_eq!(status(&[("range", "bytes=5-8"), ("if-range", "\"other\"")]), 200);
}

/// The compressed copies beside the dumps are what a compressed answer is.
#[test]
fn compressed_copies_are_served() {
    let data = publication(&[(
        "2021-05-18-a.md",
        "+++\ntitle = \"Nyhet\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\nText.\n",
    )]);
    let toml = data.path().join("publication.toml");
    let text = fs::read_to_string(&toml).unwrap();
    fs::write(&toml, text + "\n[output]\ncompress = [\"gz\", \"zst\"]\ncompress_from = 0\n").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let output = export(data.path(), &folder.path().join("dist"), &[]);
    assert!(output.status.success(), "{}", stderr(&output));
    let served = Served::new(folder);
    let written = files(&served.dist());
    for (accepted, coding, extension) in
        [("gzip, zstd", "zstd", "zst"), ("gzip, zstd;q=0.5", "gzip", "gz"), ("br", "", "")]
    {
        let answer = served.get("/data/announcements.nt", &[("accept-encoding", accepted)]);
        assert_eq!(answer.header(header::CONTENT_ENCODING), coding);
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/n-triples");
        let copy = format!("data/announcements.nt.{extension}");
        assert_eq!(answer.body, written[copy.trim_end_matches('.')], "{accepted}");
    }
}

/// Follows every link of every page and of every `Link` header.
#[test]
fn no_link_is_dead() {
    let served = Served::municipality(&[]);
    let base = "https://data.exempelas.example/";
    let (mut open, mut seen) = (vec!["/".to_owned(), "/feeds.opml".to_owned()], BTreeSet::new());
    // An announcement of the fixture leads to it in its text, to show a relative link.
    seen.insert("/kontakt".to_owned());
    while let Some(path) = open.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let answer = served.get(&path, &[]);
        let is_alive =
            answer.status.is_success() || answer.status.is_redirection() || answer.status == StatusCode::GONE;
        assert!(is_alive, "{path}: {}", answer.status);
        let mut links: Vec<String> = answer
            .header(header::LINK)
            .split('<')
            .filter_map(|rest| Some(rest.split_once('>')?.0.to_owned()))
            .collect();
        links.push(answer.header(header::LOCATION).to_owned());
        links.push(answer.header(header::CONTENT_LOCATION).to_owned());
        if answer.header(header::CONTENT_TYPE).starts_with("text/html") {
            let html = String::from_utf8(answer.body).unwrap();
            for start in ["href=\"", "src=\"", "action=\"", "data=\""] {
                links.extend(
                    html.split(start).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.replace("&amp;", "&"))),
                );
            }
        }
        for link in links {
            let own = link
                .strip_prefix(base)
                .map(|rest| format!("/{rest}"))
                .or_else(|| link.starts_with('/').then_some(link));
            open.extend(own.and_then(|link| Some(link.split(['#', '?']).next()?.to_owned())));
        }
    }
    assert!(seen.len() > 500, "{}", seen.len());
}

/// DIGG's rules for persistent identifiers, as far as HTTP shows them.
#[test]
fn every_identifier_is_answered() {
    let served = Served::municipality(&[]);
    let base = "https://data.exempelas.example/";
    let quads = fs::read_to_string(served.dist().join("data/announcements.nt")).unwrap();
    let subjects: BTreeSet<&str> = quads.lines().filter_map(|line| line.strip_prefix('<')?.split('>').next()).collect();
    let (mut things, mut documents) = (0, 0);
    for path in subjects.iter().filter_map(|iri| iri.strip_prefix(base)) {
        // No port, query or fragment.
        assert!(!path.contains(['#', '?', ':']), "{path}");
        let answer = served.get(&format!("/{path}"), &[("accept", "text/turtle")]);
        assert_eq!(answer.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*", "{path}");
        let document = match answer.status.as_u16() {
            200 => {
                documents += 1;
                answer.header(header::CONTENT_LOCATION).to_owned()
            }
            303 => {
                things += 1;
                answer.header(header::LOCATION).to_owned()
            }
            // The address of a picture or another file that the publication names.
            404 if path.starts_with("file/") => continue,
            status => panic!("{path}: {status}"),
        };
        let turtle = served.get(&document, &[]);
        assert_eq!(turtle.header(header::CONTENT_TYPE), "text/turtle; charset=utf-8", "{path}");
        let links = turtle.header(header::LINK);
        for rel in ["canonical", "describedby", "license"] {
            assert!(links.contains(&format!("rel=\"{rel}\"")), "{path}: {links}");
        }
    }
    assert!(things > 500 && documents > 100, "{things} {documents}");
}

#[test]
fn the_stylesheet_of_pages_is_told_from_that_of_feeds() {
    let served = Served::municipality(&[]);
    let edition = Edition::open(&served.dist()).unwrap();
    let start = String::from_utf8(served.get("/", &[]).body).unwrap();
    let link = format!("<link rel=\"stylesheet\" href=\"/{}\">", edition.stylesheet().unwrap());
    assert!(start.contains(&link), "{link}");
}

#[test]
fn a_file_without_extension_has_no_other_formats() {
    let served = Served::municipality(&[]);
    let void = served.get("/.well-known/void", &[]);
    assert_eq!(void.status, StatusCode::OK);
    assert!(!void.header(header::LINK).contains("alternate"), "{}", void.header(header::LINK));
}

/// The base may have a path, with characters that a client may also encode.
#[test]
fn a_base_may_have_a_path() {
    let data = publication(&[("2021-05-18-a.md", &announcement("2021-05-18", ""))]);
    let text = fs::read_to_string(data.path().join("publication.toml")).unwrap();
    let base = text.lines().find(|line| line.starts_with("base = ")).unwrap();
    edit(data.path(), "publication.toml", base, "base = \"https://x.example/n%C3%B6je/:a/\"");
    let folder = tempfile::tempdir().unwrap();
    let output = export(data.path(), &folder.path().join("dist"), &[]);
    assert!(output.status.success(), "{}", stderr(&output));
    let served = Served::new(folder);
    for root in ["/n%C3%B6je/:a/", "/n%c3%b6je/%3Aa/"] {
        assert_eq!(served.get(root, &[]).status, StatusCode::OK, "{root}");
        let turtle = served.get(&format!("{root}announcement/2021-05-18-a"), &[("accept", "text/turtle")]);
        assert_eq!(turtle.status, StatusCode::OK, "{root}");
        let document = "/n%C3%B6je/:a/data/announcement/2021-05-18-a.ttl";
        assert_eq!(turtle.header(header::CONTENT_LOCATION), document, "{root}");
    }
    for outside in ["/", "/n%C3%B6je/:a"] {
        let answer = served.get(outside, &[]);
        assert_eq!(answer.status, StatusCode::TEMPORARY_REDIRECT, "{outside}");
        assert_eq!(answer.header(header::LOCATION), "/n%C3%B6je/:a/", "{outside}");
    }
    for missing in ["/announcement/2021-05-18-a", "/n%C3%B6je", "/n%C3%B6je/:ab"] {
        assert_eq!(served.get(missing, &[]).status, StatusCode::NOT_FOUND, "{missing}");
    }
    let nginx = Host::Nginx.configuration(&Edition::open(&served.dist()).unwrap());
    assert!(nginx.contains("rewrite ^/n\\öje/\\:a/(.*)$ /$1;"), "{nginx}");
}

/// A publication that could not be read at the first look is served as soon as it can be.
#[cfg(unix)]
#[test]
fn a_publication_is_looked_at_until_it_can_be_read() {
    let data = publication(&[("2021-05-18-a.md", &announcement("2021-05-18", ""))]);
    let folder = tempfile::tempdir().unwrap();
    let next = folder.path().join("next");
    assert!(export(data.path(), &folder.path().join("dist"), &[]).status.success());
    let served = Served::new(folder);
    edit(data.path(), "announcements/2021-05-18-a.md", "Text.", "Bron är öppen.");
    assert!(export(data.path(), &next, &[]).status.success());
    let shows = |text: &str| {
        let page = String::from_utf8(served.get("/announcement/2021-05-18-a", &[]).body).unwrap();
        page.contains(&format!("<p>{text}</p>"))
    };
    let (record, away) = (served.dist().join("published.tsv"), next.with_extension("away"));
    fs::rename(served.dist(), next.with_extension("former")).unwrap();
    fs::rename(next.join("published.tsv"), &away).unwrap();
    fs::rename(&next, served.dist()).unwrap();
    assert!(shows("Text."));
    fs::rename(&away, &record).unwrap();
    assert!(shows("Bron är öppen."));
}

/// Requests that run while exports exchange the directory all have an answer of one publication or another.
#[test]
fn no_request_is_lost_when_the_directory_is_exchanged() {
    let announcement =
        |title: &str| format!("+++\ntitle = \"{title}\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\nText.\n");
    let data = publication(&[("2021-05-18-a.md", &announcement("Nyhet 0"))]);
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    assert!(export(data.path(), &dist, &[]).status.success());
    let served = Served::new(folder);
    let is_over = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        let asking = scope.spawn(|| {
            let mut count = 0;
            while !is_over.load(std::sync::atomic::Ordering::SeqCst) {
                for path in ["/announcement/2021-05-18-a", "/feed/all.atom", "/data/announcements.nt"] {
                    let answer = served.get(path, &[]);
                    assert_eq!(answer.status, StatusCode::OK, "{path}");
                    assert_eq!(answer.header(header::CONTENT_LENGTH), answer.body.len().to_string());
                    count += 1;
                }
            }
            count
        });
        for number in 1..6 {
            fs::write(data.path().join("announcements/2021-05-18-a.md"), announcement(&format!("Nyhet {number}")))
                .unwrap();
            assert!(export(data.path(), &served.dist(), &[]).status.success());
            let page = String::from_utf8(served.get("/announcement/2021-05-18-a", &[]).body).unwrap();
            assert!(page.contains(&format!("Nyhet {number}")));
        }
        is_over.store(true, std::sync::atomic::Ordering::SeqCst);
        assert!(asking.join().unwrap() > 20);
    });
}

/// A running `anslag serve`.
#[cfg(target_os = "linux")]
struct Running {
    _served: Served,
    child: std::process::Child,
    address: String,
}

#[cfg(target_os = "linux")]
impl Running {
    fn new() -> Self {
        let served = Served::municipality(&["--format", "html,turtle"]);
        let mut command = anslag();
        command.arg("serve").arg("--out").arg(served.dist()).args(["--listen", "127.0.0.1:0", "--no-sparql"]);
        let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stderr.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next());
        let address = address.unwrap_or_else(|| panic!("{line}")).to_owned();
        Self { _served: served, child, address }
    }

    fn connect(&self) -> TcpStream {
        TcpStream::connect(&self.address).unwrap()
    }

    /// Sends bytes, and returns what comes back until the server closes the connection.
    fn send(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect();
        stream.set_read_timeout(Some(std::time::Duration::from_secs(5))).unwrap();
        // A server that has seen enough may close before all is sent.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn interrupt(mut self) {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
        assert_eq!(self.child.wait().unwrap().code(), Some(130));
    }
}

#[cfg(target_os = "linux")]
impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(target_os = "linux")]
const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

/// The command listens on the loopback, says where, and ends by a signal.
#[cfg(target_os = "linux")]
#[test]
fn the_command_serves_until_it_is_interrupted() {
    let running = Running::new();
    assert!(running.address.starts_with("127.0.0.1:"));
    assert!(running.send(REQUEST).starts_with("HTTP/1.1 200 OK\r\n"));
    running.interrupt();
}

/// More slow connections than the server keeps do not keep others out.
#[cfg(target_os = "linux")]
#[test]
fn slow_connections_keep_nobody_out() {
    let running = Running::new();
    let slow: Vec<TcpStream> = (0..600)
        .map(|_| {
            let mut stream = running.connect();
            let _ = stream.write_all(b"GET / HTTP/1.1\r\nHost: ");
            stream
        })
        .collect();
    let begun = std::time::Instant::now();
    assert!(running.send(REQUEST).starts_with("HTTP/1.1 200 OK\r\n"));
    assert!(begun.elapsed() < std::time::Duration::from_secs(2), "{:?}", begun.elapsed());
    drop(slow);
    running.interrupt();
}

#[cfg(target_os = "linux")]
#[test]
fn a_request_that_is_too_large_is_refused() {
    let running = Running::new();
    let large = [b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ".as_slice(), &vec![b'x'; 100_000], b"\r\n\r\n"].concat();
    let answer = running.send(&large);
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431 "), "{answer}");
    assert!(running.send(b"nonsense\r\n\r\n").starts_with("HTTP/1.1 400 "));
    assert!(running.send(REQUEST).starts_with("HTTP/1.1 200 OK\r\n"));
    running.interrupt();
}

#[test]
fn a_directory_without_publication_is_not_served() {
    let folder = tempfile::tempdir().unwrap();
    let output = anslag().args(["serve", "--listen", "127.0.0.1:0", "--out"]).arg(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).starts_with("error[missing-publication]: no publication in "), "{}", stderr(&output));
}
