//! The preview, as an editor uses it: files are edited, and the browser shows them.

use crate::{announcement, anslag, edit, files, publication};
use rustix::process::{Pid, Signal, kill_process};
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Stdio},
    time::Duration,
};
use tempfile::TempDir;

/// Longest time that a step may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running preview of a data folder.
struct Running {
    data: PathBuf,
    process: Child,
    address: String,
    events: BufReader<TcpStream>,
    /// Folder for temporary files.
    temporary: TempDir,
}

impl Running {
    fn start(data: &Path) -> Self {
        let temporary = tempfile::tempdir().unwrap();
        let mut command = anslag();
        command.args(["preview", "--listen", "127.0.0.1:0", "--data"]).arg(data).env("TMPDIR", temporary.path());
        let mut process = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines();
        let line = lines.next().unwrap().unwrap();
        let (_, rest) = line.split_once("http://").unwrap_or_else(|| panic!("{line}"));
        let address = rest.split('/').next().unwrap().to_owned();
        // Nobody may wait for the messages to be read.
        std::thread::spawn(move || lines.for_each(drop));
        let events = BufReader::new(ask(&address, "/.preview/events"));
        Self { data: data.to_path_buf(), process, address, events, temporary }
    }

    /// Waits for states until a page is as it should be, and returns it.
    #[track_caller]
    fn until(&mut self, path: &str, is_right: impl Fn(&str) -> bool) -> String {
        let mut last = String::new();
        loop {
            let mut line = String::new();
            let read = self.events.read_line(&mut line);
            assert!(matches!(read, Ok(1..)), "{read:?} {path}: {last}");
            if line.starts_with("data: ") {
                last = self.get(path);
                if is_right(&last) {
                    return last;
                }
            }
        }
    }

    #[track_caller]
    fn shows(&mut self, path: &str, text: &str) -> String {
        self.until(path, |page| page.contains(text))
    }

    /// Returns the answer to a request, with its head.
    fn get(&self, path: &str) -> String {
        let mut answer = String::new();
        ask(&self.address, path).read_to_string(&mut answer).unwrap();
        answer
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.data.join("announcements").join(name), text).unwrap();
    }

    /// Ends the preview as Ctrl-C does, and checks that nothing is left of it.
    fn end(mut self) {
        kill_process(Pid::from_child(&self.process), Signal::INT).unwrap();
        let status = self.process.wait().unwrap();
        assert_eq!(status.code(), Some(130));
        assert_eq!(fs::read_dir(self.temporary.path()).unwrap().count(), 0);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Sends a request whose answer ends with the connection.
fn ask(address: &str, path: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {address}\r\nAccept: text/html\r\n\r\n").unwrap();
    stream
}

/// A site with a draft, an announcement of the far future, and one that is published.
fn site() -> TempDir {
    publication(&[
        ("2021-05-18-a.md", &announcement("2021-05-18", "")),
        ("2021-05-19-utkast.md", &announcement("2021-05-19", "draft = true\n")),
        ("2998-12-05-senare.md", &announcement("2998-12-05", "")),
    ])
}

#[test]
fn an_edit_is_shown_and_nothing_else_is_written() {
    let data = site();
    let out = data.path().join("dist");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("mine.txt"), "x").unwrap();
    let mut running = Running::start(data.path());
    let page = running.shows("/announcement/2021-05-18-a/", "<p>Text.</p>");
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">") && !page.contains("<aside class=\"preview\""));
    assert!(page.contains("<script src=\"/.preview/reload.js\" data-version=") && page.contains("script-src 'self';"));
    running.write("2021-05-18-a.md", &announcement("2021-05-18", "").replace("Text.", "Bron är öppen igen."));
    running.shows("/announcement/2021-05-18-a/", "<p>Bron är öppen igen.</p>");
    // A new file has a page, and a deleted one has none.
    running.write("2021-05-20-ny.md", &announcement("2021-05-20", "lead = \"Helt ny.\"\n"));
    running.shows("/", "Helt ny.");
    fs::remove_file(data.path().join("announcements/2021-05-20-ny.md")).unwrap();
    running.until("/", |page| !page.contains("Helt ny."));
    assert!(running.get("/announcement/2021-05-20-ny/").starts_with("HTTP/1.0 404"));
    // The files are those that were written here, and no others.
    let names: Vec<_> = files(data.path()).into_keys().collect();
    let announcements = ["2021-05-18-a", "2021-05-19-utkast", "2998-12-05-senare"];
    let mut expected = announcements.map(|id| format!("announcements/{id}.md")).to_vec();
    expected.extend(["dist/mine.txt", "publication.toml", "register.toml"].map(str::to_owned));
    assert_eq!(names, expected);
    running.end();
}

#[test]
fn what_is_not_published_yet_is_marked_on_its_page_and_in_lists() {
    let data = site();
    let mut running = Running::start(data.path());
    let start = running.shows("/", "<h1>");
    let mark = |id: &str, word: &str| format!("/{id}\">Nyhet</a> <strong class=\"preview-mark\">{word}</strong>");
    assert!(start.contains(&mark("2021-05-19-utkast", "Utkast")), "{start}");
    assert!(start.contains(&mark("2998-12-05-senare", "Inte publicerat än")), "{start}");
    assert!(start.contains("/2021-05-18-a\">Nyhet</a></h3>"), "{start}");
    assert!(running.get("/en/").contains("<strong class=\"preview-mark\">Draft</strong>"));
    let draft = running.get("/announcement/2021-05-19-utkast/");
    assert!(draft.contains("<p class=\"mark\"><strong>Utkast.</strong>") && draft.contains("<p>Text.</p>"), "{draft}");
    let later = running.get("/announcement/2998-12-05-senare/");
    assert!(later.contains("<strong>Inte publicerat än.</strong> Publiceras 5 december 2998."), "{later}");
    // A draft may be in a language that nothing published is in.
    running.write("2021-05-21-suomi.md", &announcement("2021-05-21", "draft = true\nlanguage = \"fi\"\n"));
    running.shows("/announcement/2021-05-21-suomi/", "<p>Text.</p>");
    running.end();
}

#[test]
fn lists_have_drafts_and_name_each_announcement_by_its_title() {
    let data = site();
    let later = announcement("2021-05-20", "").replace("Nyhet", "Bron");
    fs::write(data.path().join("announcements/2021-05-20-bron.md"), later).unwrap();
    let mut running = Running::start(data.path());
    let list = running.shows("/latest/", "<h1");
    for link in ["2021-05-19-utkast\">Nyhet", "2021-05-20-bron\">Bron", "2998-12-05-senare\">Nyhet"] {
        assert!(list.contains(&format!("/announcement/{link}</a>")), "{link}: {list}");
    }
    assert!(running.get("/month/2998-12/").contains("/2998-12-05-senare\">"));
    assert!(running.get("/search/entries/0.json").contains("utkast"));
    // A draft may be of an organisation that has published nothing.
    running.write("2021-05-21-tartu.md", &announcement("2021-05-21", "draft = true\nunit = \"tartu\"\n"));
    running.shows("/announcement/2021-05-21-tartu/", "href=\"/def/organization/tartu/\"");
    assert!(running.get("/def/organization/tartu/").contains("/2021-05-21-tartu\">"));
    running.end();
}

#[test]
fn problems_are_shown_at_their_place_and_the_last_good_pages_stay() {
    let data = site();
    let mut running = Running::start(data.path());
    let path = "/announcement/2021-05-18-a/";
    running.shows(path, "<p>Text.</p>");
    let wrong = announcement("2021-05-18", "topics = [\"<digitaliserin>\", \"digitalisring\"]\n");
    running.write("2021-05-18-a.md", &wrong);
    let page = running.shows(path, "<code>unknown-topic</code>");
    assert!(page.contains("<p>Text.</p>") && page.contains("Sidorna visar den senaste versionen utan fel."), "{page}");
    assert!(page.contains("2021-05-18-a.md:5:30") && page.contains("<mark>&#34;digitalisring&#34;</mark>"), "{page}");
    assert!(page.contains("menade du <code>digitalisering</code>?") && !page.contains("<digitaliserin>"), "{page}");
    // Other pages are told of it, and lead to all problems.
    let other = running.get("/announcement/2021-05-19-utkast/");
    assert!(other.contains("<a href=\"/.preview/\">Alla problem</a>") && !other.contains("unknown-topic"), "{other}");
    let all = running.get("/.preview/");
    assert!(all.contains("<a href=\"/announcement/2021-05-18-a/\">") && all.contains("unknown-topic"), "{all}");
    assert!(running.get("/").contains("unknown-topic"));
    // A warning is no reason for an old page.
    let text = "Skriv till 19121212-1212.";
    running.write("2021-05-18-a.md", &announcement("2021-05-18", "").replace("Text.", text));
    let page = running.shows(path, text);
    assert!(page.contains("<li class=\"warning\">") && page.contains("2021-05-18-a.md:7:12"), "{page}");
    assert!(!page.contains("Sidorna visar"), "{page}");
    running.end();
}

#[test]
fn a_preview_begins_with_errors_and_without_data() {
    let data = site();
    let text = fs::read_to_string(data.path().join("publication.toml")).unwrap();
    fs::write(data.path().join("publication.toml"), "base = [").unwrap();
    let mut running = Running::start(data.path());
    let page = running.shows("/anything", "publication.toml:1:");
    assert!(page.starts_with("HTTP/1.0 503") && page.contains("<h1>"), "{page}");
    fs::remove_file(data.path().join("publication.toml")).unwrap();
    running.until("/", |page| page.contains("publication.toml") && !page.contains("publication.toml:1:"));
    fs::write(data.path().join("publication.toml"), text).unwrap();
    running.shows("/announcement/2021-05-18-a/", "<p>Text.</p>");
    running.end();
}

/// The last good state stays, whatever happens to the files, and the next one follows.
#[test]
fn a_preview_survives_what_happens_to_files() {
    let data = site();
    let mut running = Running::start(data.path());
    let path = "/announcement/2021-05-18-a/";
    running.shows(path, "<p>Text.</p>");
    // Half a file, and no text at all.
    let whole = announcement("2021-05-18", "").replace("Text.", "Hela texten.");
    running.write("2021-05-18-a.md", &whole[..20]);
    assert!(running.shows(path, "<li class=\"error\">").contains("<p>Text.</p>"));
    fs::write(data.path().join("announcements/2021-05-18-a.md"), b"+++\ntitle = \"\xff\xfe").unwrap();
    running.shows(path, "<p>Text.</p>");
    running.write("2021-05-18-a.md", &whole);
    running.shows(path, "<p>Hela texten.</p>");
    // The folder is replaced, as a checkout of another branch does it, and goes on being watched.
    let (folder, away) = (data.path().join("announcements"), data.path().join(".away"));
    fs::rename(&folder, &away).unwrap();
    fs::create_dir(&folder).unwrap();
    running.write("2021-05-18-a.md", &whole.replace("Hela", "Andra"));
    running.shows(path, "<p>Andra texten.</p>");
    fs::create_dir_all(folder.join("a/b")).unwrap();
    running.write("a/b/2021-05-22-djup.md", &announcement("2021-05-22", ""));
    running.shows("/announcement/2021-05-22-djup/", "<p>Text.</p>");
    running.write("a/b/2021-05-22-djup.md", &announcement("2021-05-22", "").replace("Text.", "Djupare."));
    running.shows("/announcement/2021-05-22-djup/", "<p>Djupare.</p>");
    // Thousands of events at once.
    for number in 0..2000 {
        running.write("2021-05-18-a.md", &whole.replace("Hela", &format!("{number}")));
        if number % 2 == 0 {
            running.write("2021-05-23-kort.md", &announcement("2021-05-23", ""));
        } else {
            fs::remove_file(folder.join("2021-05-23-kort.md")).unwrap();
        }
    }
    running.shows(path, "<p>1999 texten.</p>");
    // The data folder itself is replaced.
    let moved = data.path().with_extension("moved");
    fs::rename(data.path(), &moved).unwrap();
    running.until(path, |page| page.contains("<p>1999 texten.</p>") && page.contains("class=\"stale\""));
    fs::rename(&moved, data.path()).unwrap();
    running.until(path, |page| page.contains("<p>1999 texten.</p>") && !page.contains("class=\"stale\""));
    edit(data.path(), "announcements/2021-05-18-a.md", "1999", "Sista");
    running.shows(path, "<p>Sista texten.</p>");
    running.end();
}

/// No website reads drafts: neither by a request across origins, nor by a name of its own that leads here.
#[test]
fn no_website_reads_the_preview() {
    let data = site();
    let mut running = Running::start(data.path());
    running.shows("/announcement/2021-05-19-utkast/", "<p>Text.</p>");
    let answer = |path: &str, host: &str| {
        let mut stream = TcpStream::connect(&running.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "GET {path} HTTP/1.0\r\nHost: {host}\r\nOrigin: https://a.example\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.to_lowercase()
    };
    for path in ["/", "/announcement/2021-05-19-utkast", "/manifest.json", "/.preview/"] {
        let own = answer(path, "localhost:8000");
        assert!(own.starts_with("http/1.0 200") && !own.contains("access-control-"), "{path}: {own}");
        for host in ["a.example", "localhost.a.example:80", "127.0.0.1.a.example", ""] {
            let other = answer(path, host);
            assert!(other.starts_with("http/1.0 421") && !other.contains("utkast"), "{path} {host}: {other}");
        }
    }
    for host in ["LOCALHOST", "127.0.0.1", "192.0.2.1:8000", "[::1]:8000"] {
        assert!(answer("/", host).starts_with("http/1.0 200"), "{host}");
    }
    running.end();
}
