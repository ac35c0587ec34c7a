"""Subscribes with feedparser and newsboat to a publication on the loopback interface, over five exports: something new,
something edited, something withdrawn, something renamed, nothing changed. Whoever comes late reads the archives. Then reads
what is hard on feeds, and looks into the calendar with icalendar.

usage: ci/subscribe.py ANSLAG
"""
import hashlib, json, os, shutil, sqlite3, subprocess, sys, tempfile, threading, urllib.request
import xml.etree.ElementTree as ET
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import feedparser
import icalendar

ROOT = Path(__file__).resolve().parent.parent
ANSLAG = sys.argv[1]
FORMS = ("atom", "rss", "json")
TYPES = {".atom": "application/atom+xml", ".rss": "application/rss+xml", ".json": "application/feed+json", ".ics": "text/calendar"}
FH = "{http://purl.org/syndication/history/1.0}"
ATOM = "{http://www.w3.org/2005/Atom}"
AT = "{http://purl.org/atompub/tombstones/1.0}"


class Server:
    """A file server with ETags, as a static host is one; `requests` are the paths and the statuses."""

    def __init__(self, folder):
        requests = self.requests = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                file = folder / self.path.lstrip("/")
                data = file.read_bytes() if file.is_file() else None
                etag = '"' + hashlib.sha256(data or b"").hexdigest() + '"'
                status = 404 if data is None else 304 if self.headers.get("If-None-Match") == etag else 200
                requests.append((self.path, status))
                self.send_response(status)
                self.send_header("ETag", etag)
                self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
                body = data if status == 200 else b""
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        self.base = f"http://127.0.0.1:{self.http.server_port}/"


def export(data, dist, as_of="2021-06-01", *more):
    run = subprocess.run([ANSLAG, "export", "--quiet", "--data", data, "--out", dist, "--as-of", as_of, *more], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def names(items):
    return [i.rsplit("/", 1)[-1] for i in items]


class Subscriber:
    """Reads a current feed again and again with feedparser, and keeps what it was told."""

    def __init__(self, url):
        self.url, self.etag, self.held, self.seen = url, None, {}, []

    def reload(self):
        d = feedparser.parse(self.url, etag=self.etag)
        assert not d.bozo, (self.url, d.bozo_exception)
        assert d.status in (200, 304), d.status
        if d.status == 304:
            return 0
        self.etag = d.etag
        ids = [e.id for e in d.entries]
        assert len(ids) == len(set(ids)), f"{self.url}: an id twice"
        news = 0
        for e in d.entries:
            told = (e.title, e.updated, e.content[0].value)
            news += self.held.get(e.id) != told
            self.held[e.id] = told
        # feedparser knows no tombstones (RFC 6721): its user looks for them.
        if self.url.endswith(".atom"):
            root = ET.fromstring(urllib.request.urlopen(self.url).read())
            for gone in root.iter(f"{AT}deleted-entry"):
                self.held.pop(gone.get("ref"), None)
        return news


class Newsboat:
    """newsboat with a cache of its own. Its exit code is always 0: what it holds is what its cache says."""

    def __init__(self, folder, url):
        self.folder, self.url = folder, url
        folder.mkdir()
        (folder / "urls").write_text(url + "\n")
        (folder / "config").write_text("max-items 0\nkeep-articles-days 0\n")

    def reload(self):
        command = ["newsboat", "-u", self.folder / "urls", "-c", self.folder / "cache.db", "-C", self.folder / "config", "-x", "reload"]
        subprocess.run(command, capture_output=True, env={**os.environ, "HOME": str(self.folder)}, timeout=60)
        with sqlite3.connect(self.folder / "cache.db") as db:
            rows = db.execute("select guid, title, content from rss_item where deleted = 0").fetchall()
        guids = [guid for guid, _, _ in rows]
        assert len(guids) == len(set(guids)), f"newsboat holds something twice: {guids}"
        return {guid: (title, content) for guid, title, content in rows}


def archive(url, fetch):
    """All of history, as somebody reads it who comes late: from the current page back, and each id once."""
    held, pages = {}, 0
    while url:
        data = fetch(url)
        if url.endswith(".json"):
            page = json.loads(data)
            found, url = [(i["id"], i["title"]) for i in page["items"]], page.get("next_url")
        else:
            root = ET.fromstring(data)
            assert (root.find(f".//{FH}archive") is not None) == ("/archive/" in url), url
            d = feedparser.parse(data)
            assert not d.bozo, (url, d.bozo_exception)
            found = [(e.id, e.title) for e in d.entries]
            links = [link for link in root.iter(f"{ATOM}link") if link.get("rel") == "prev-archive"]
            url = links[0].get("href") if links else None
        for i, title in found:
            held.setdefault(i, title)
        pages += 1
        assert pages < 1000, "the archive goes round in a circle"
    return held, pages


def announcement(title, date, more="", text="Text."):
    return f'+++\ntitle = "{title}"\ndate = {date}\ntype = "nyhet"\ntags = ["digitalisering"]\n{more}+++\n\n{text}\n'


def five_exports(folder):
    data, dist = folder / "data", folder / "www"
    server = Server(dist)
    shutil.copytree(ROOT / "data", data)
    publication = (data / "publication.toml").read_text()
    publication = publication.replace("https://data.vanersborg.se/", server.base).replace("feed_size = 50", "feed_size = 4")
    (data / "publication.toml").write_text(publication)
    source = data / "announcements"
    for file in source.iterdir():
        file.unlink()

    def write(name, *facts, **more):
        (source / f"{name}.md").write_text(announcement(*facts, **more))

    for day in range(1, 10):
        write(f"2021-0{day % 3 + 1}-0{day}-nyhet", f"Nyhet {day}", f"2021-0{day % 3 + 1}-0{day}")
    ids = {file.stem for file in source.iterdir()}
    export(data, dist)

    readers = {form: Subscriber(f"{server.base}feed/all.{form}") for form in ("atom", "rss")}
    boats = {}
    if shutil.which("newsboat"):
        boats = {form: Newsboat(folder / form, f"{server.base}feed/all.{form}") for form in ("atom", "rss")}
    for reader in readers.values():
        assert reader.reload() == 4
    known = {form: boat.reload() for form, boat in boats.items()}
    assert all(len(held) == 4 for held in known.values()), known

    def step(what, expected_news, gone=()):
        """Exports, lets everybody reload, and holds what they have against what they should have."""
        nonlocal ids
        before = {f: f.read_bytes() for f in sorted(dist.rglob("*")) if f.is_file() and "feed" in str(f.relative_to(dist))}
        export(data, dist)
        after = {f: f.read_bytes() for f in sorted(dist.rglob("*")) if f.is_file() and "feed" in str(f.relative_to(dist))}
        changed = [str(f.relative_to(dist)) for f in sorted({*before, *after}) if before.get(f) != after.get(f)]
        ids = {i["id"].rsplit("/", 1)[-1] for i in map(json.loads, (dist / "data/announcements.jsonl").read_text().splitlines())}
        for form, reader in readers.items():
            held_before = set(reader.held)
            server.requests.clear()
            news = reader.reload()
            assert news == expected_news, f"{what}: {form} told {news}, not {expected_news}"
            lost = held_before - set(reader.held)
            assert names(lost) == (list(gone) if form == "atom" else []), f"{what}: {form} lost {lost}"
            if not changed:
                assert [status for path, status in server.requests if path.endswith(form)][0] == 304
        current = feedparser.parse((dist / "feed/all.atom").read_bytes()).entries
        for form, boat in boats.items():
            held = boat.reload()
            # newsboat keeps what it once had, and knows of no withdrawal.
            assert set(held) == set(known[form]) | {e.id for e in current}, f"{what}: newsboat ({form}) holds {names(held)}"
            for e in current:
                title, content = held[e.id]
                assert title == e.title, f"{what}: newsboat ({form}) calls {e.id} {title!r}"
                assert content.strip() == e.content[0].value.strip(), f"{what}: newsboat ({form}) has an old text of {e.id}"
            known[form] = held
        for form in FORMS:
            held, pages = archive(f"{server.base}feed/all.{form}", lambda url: (dist / url[len(server.base):]).read_bytes())
            assert set(names(held)) == ids and len(held) == len(ids), f"{what}: the archive ({form}) holds {sorted(names(held))}"
        print(f"ok    {what}: {len(ids)} announcements, {len(changed)} files of feeds changed, {pages} pages of history")
        return changed

    write("2021-05-30-ny", "Ny", "2021-05-30")
    step("new", 1)
    edited = "2021-02-01-nyhet"
    write(edited, "Nyhet 1", "2021-02-01", "modified = 2021-05-31\nupdates = [{ at = 2021-05-31, text = \"Rättat.\" }]\n", text="Rättad text.")
    changed = step("edited", 1)
    assert not [f for f in changed if "/archive/" in f and "2021-02" not in f], changed
    first = feedparser.parse((dist / "feed/all.atom").read_bytes()).entries[0]
    assert first.id.endswith(edited) and first.published.startswith("2021-02-01"), first.id
    text = (source / "2021-05-30-ny.md").read_text()
    (source / "2021-05-30-ny.md").write_text(text.replace("+++\n\n", "withdrawn = 2021-06-01\n+++\n\n"))
    # The one that moves up into the current page is one that everybody has.
    step("withdrawn", 0, gone=["2021-05-30-ny"])
    text = (source / f"{edited}.md").read_text().replace('title = "Nyhet 1"', f'id = "{edited}"\ntitle = "Ett annat namn"').replace("modified = 2021-05-31", "modified = 2021-06-01")
    (source / f"{edited}.md").unlink()
    (source / "2021-06-01-ett-annat-namn.md").write_text(text)
    step("renamed", 1)
    assert step("nothing changed", 0) == []
    # In a topic's feed are the same announcements; who subscribes to both has each once.
    if boats:
        both = Newsboat(folder / "both", f"{server.base}feed/all.atom\n{server.base}feed/topic/digitalisering.atom")
        assert set(both.reload()) == {e.id for e in feedparser.parse((dist / "feed/all.atom").read_bytes()).entries}
    print(f"{len(readers)} feedparsers and {len(boats)} newsboats hold what they should, and nothing twice")


def hard_ones(folder):
    """What is hard on feeds, ten thousand of one date, and five thousand topics: every page is read."""
    export(ROOT / "crates/cli/tests/feeds/data", folder / "hard")
    many = folder / "many"
    shutil.copytree(ROOT / "data", many)
    for file in (many / "announcements").iterdir():
        file.unlink()
    lines = [json.dumps({"id": f"2021-02-03-nyhet-{n:05}", "type": "news", "title": f"N {n}", "published": "2021-02-03", "topics": [f"amne-{n % 5000}"]}) for n in range(10_000)]
    (many / "announcements/all.jsonl").write_text("\n".join(lines) + "\n")
    with (many / "register.toml").open("a") as register:
        register.writelines(f'\n[topics.amne-{n}]\nname = "Ämne <{n}> & ]]>"\n' for n in range(5000))
    export(many, folder / "large", "2021-06-01", "--no-documents", "--format", "atom,rss,json-feed,icalendar,json-lines,n-triples,csv")
    for name in ("hard", "large"):
        dist, count = folder / name, 0
        files = sorted((dist / "feed").rglob("*.atom")) + sorted((dist / "feed").rglob("*.rss"))
        files = files if name == "hard" else [f for f in files if "topic" not in str(f)] + files[::500]
        for file in files:
            d = feedparser.parse(str(file))
            assert not d.bozo, (file, d.bozo_exception)
            ids = [e.id for e in d.entries]
            assert len(ids) == len(set(ids)), file
            order = [(e.updated_parsed, e.id) for e in d.entries]
            assert order == sorted(order, reverse=True), file
            count += 1
        for form in FORMS:
            base = json.loads((dist / "manifest.json").read_text())["base"]
            held, pages = archive(f"{base}feed/all.{form}", lambda url: (dist / url[len(base):]).read_bytes())
            published = {json.loads(line)["id"] for line in (dist / "data/announcements.jsonl").read_text().splitlines()}
            assert set(names(held)) == published, f"{name}: {form}"
        outlines = [o.get("xmlUrl") for o in ET.parse(dist / "feeds.opml").iter("outline") if o.get("xmlUrl")]
        listed = json.loads((dist / "feeds.json").read_text())["feeds"]
        for url in outlines + [feed[form] for feed in listed for form in FORMS]:
            assert (dist / url[len(base):]).is_file(), url
        print(f"ok    {name}: {len(published)} announcements, {len(listed)} feeds, {pages} pages of history, {count} pages read by feedparser")

    calendar = icalendar.Calendar.from_ical((folder / "hard/feed/events.ics").read_bytes())
    events = calendar.walk("VEVENT")
    assert not calendar.errors and not any(e.errors for e in events), calendar.errors
    uids = [str(e["UID"]) for e in events]
    assert len(uids) == len(set(uids)) == 6, uids
    by_name = {str(e["SUMMARY"]): e for e in events}
    party = by_name["Öppet hus; kom, alla"]
    assert str(party["LOCATION"]) == "Hamnen, kaj 1, Bion" and party["SUMMARY"].params["LANGUAGE"] == "sv"
    assert party.decoded("DTSTART").isoformat() == "2021-06-06T16:00:00+00:00"
    appeal = by_name["Överklagas senast (beräknat): Plan för hamnen"]
    assert str(appeal.decoded("DTSTART")) == "2021-05-27" and str(appeal.decoded("DTEND")) == "2021-05-28"
    assert icalendar.Calendar.from_ical((folder / "large/feed/events.ics").read_bytes()).walk("VEVENT") == []
    print(f"ok    calendar: {len(events)} events and deadlines read by icalendar")


with tempfile.TemporaryDirectory() as folder:
    five_exports(Path(folder))
    hard_ones(Path(folder))
