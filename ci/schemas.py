"""Validates sources with the JSON Schemas that `anslag schema` prints.

usage: python ci/schemas.py ANSLAG PUBLICATION...

Every valid source of the repository, and `data/announcements.jsonl` of each published folder, is valid for its schema. So are
announcements with unusual values that `anslag check` accepts (UNUSUAL). Of the fixtures in crates/source/tests/invalid, the
schemas refuse all but those in UNREFUSED. `data/places.geojson` of each published folder is GeoJSON (RFC 7946). Prints a line for each failure; exit 1 if there is one.
"""
import json, re, shutil, subprocess, sys, tempfile, tomllib
from datetime import date, datetime, time
from pathlib import Path

import yaml
from geojson_pydantic import FeatureCollection
from jsonschema import Draft202012Validator

ANSLAG = sys.argv[1]
PUBLICATIONS = [Path(name) for name in sys.argv[2:]]
HERE = Path(__file__).resolve().parent.parent
INVALID = HERE / "crates/source/tests/invalid"
DATA = ["data", "crates/fixtures/data", "crates/cli/tests/feeds/data", "crates/source/tests/data"]

# A reason that the outside parsers confirm: they refuse the syntax, and there is nothing to validate.
SYNTAX = "a syntax error"
# The fixtures that no schema refuses, each with its reason.
UNREFUSED = {
    "appeal-ends-before-it-begins.md": "the order of days",
    "board-only-without-board.md": "a key that another one needs",
    "bad-phone.md": "words beside a telephone number",
    "alert-out-of-order.md": "the order of days",
    "consultation-out-of-order.md": "the order of days",
    "control-character-by-reference.md": "the text below the front matter",
    "control-character.md": "the text below the front matter",
    "disruption-out-of-order.md": "the order of days",
    "duplicate-key.md": SYNTAX,
    "empty.md": SYNTAX,
    "event-ends-before-it-begins.md": "the order of days",
    "front-matter-never-ends.md": SYNTAX,
    "impossible-toml-date.md": SYNTAX,
    "invalid-utf-8.md": SYNTAX,
    "lines/key-twice.jsonl": "a key twice, which the outside parser lets through",
    "lines/syntax.jsonl": SYNTAX,
    "modified-before-published.md": "the order of days",
    "nested/key-at-top-level-and-in-params.md": "a key in two tables",
    "nested/key-in-extra-and-in-taxonomies.md": "a key in two tables",
    "no-front-matter.md": SYNTAX,
    "notice-out-of-order.md": "the order of days",
    "publication/accessibility.toml": SYNTAX,
    "publication/compliance-contradicts.toml": "two keys that contradict each other",
    "publication/compliance-without-shortcoming.toml": "a key that another one needs",
    "publication/no-english.toml": "the main language",
    "publication/publisher-by-name-as-contact.toml": "a word of the register",
    "publication/unknown-publisher.toml": "a word of the register",
    "quote-in-other-case.md": "the text below the front matter",
    "quote-in-two-places.md": "the text below the front matter",
    "quote-inside-a-word.md": "the text below the front matter",
    "quote-not-found.md": "the text below the front matter",
    "quote-of-the-same-words.md": "the text below the front matter",
    "quote-over-paragraphs.md": "the text below the front matter",
    "quote-without-an-end.md": "the text below the front matter",
    "refers-to-itself.md": "the name of the file",
    "register/board-of-nobody.toml": "entries that refer to each other",
    "register/circle.toml": "entries that refer to each other",
    "register/publisher-without-kind.toml": "the publisher stands in another file",
    "register/references.toml": "entries that refer to each other",
    "register/retired.toml": "entries that refer to each other",
    "register/word-twice.toml": "one word of two entries",
    "shares-over-hundred.md": "a sum",
    "skipped-hour.md": "the clocks of a time zone",
    "terminal-escape.md": SYNTAX,
    "toml-mistakes.md": SYNTAX,
    "toml-syntax.md": SYNTAX,
    "two-announcements-in-one-file.md": "the text below the front matter",
    "unclosed-comment.md": "the text below the front matter",
    "unknown-publisher.md": "a word of the register",
    "unknown-topic.md": "a word of the register",
    "withdrawn-before-published.md": "the order of days",
    "withdrawn-draft.md": "two keys that contradict each other",
    "yaml/at-sign.md": SYNTAX,
    "yaml/colon-in-text.md": SYNTAX,
    "yaml/dots-as-end.md": SYNTAX,
    "yaml/duplicate-key.md": "a key twice, which the outside parser lets through",
    "yaml/indentation.md": SYNTAX,
    "yaml/key-that-is-no-text.md": SYNTAX,
    "yaml/never-ends.md": SYNTAX,
    "yaml/nul.md": SYNTAX,
    "yaml/quotation-mark-in-text.md": SYNTAX,
    "yaml/tab.md": SYNTAX,
    "yaml/tag-of-a-prefix.md": SYNTAX,
    "yaml/tags-of-yaml.md": SYNTAX,
    "yaml/two-announcements-in-one-file.md": "the text below the front matter",
    "yaml/two-documents.md": SYNTAX,
    "yaml/unclosed-list.md": SYNTAX,
    "yaml/unclosed-quotation-mark.md": SYNTAX,
    "yaml/unknown-alias.md": SYNTAX,
}
# Values that are read, and that a pattern could easily refuse: functions from a value to the keys that hold it.
UNUSUAL = [
    (lambda moment: {"modified": moment}, [
        "2021-05-18T10", "2021-05-18 1000", "2021-05-18T100000z", "2021-05-18t10:00:00,5+0200", "2021-05-18T10:00:00Z[u-ca=iso8601]",
        "2021-05-18T10:00:00.123456789-02", "2021-05-18T10:00:00+02:00:00", "2021-05-18T23:59:60Z", "9998-12-31", "2024-02-29",
    ]),
    (lambda title: {"title": title}, ["\ufeffa", "a\u2028b", "a\u007fb", "a\u200b", "\u180ea", "\U0001f600", " a\n", "\u00a0a\u2029"]),
    (lambda lead: {"lead": lead}, ["a\n\tb", "å", "\ta\n\n"]),
    (lambda tag: {"lang": tag}, ["SV", " sv", "x-foo", "i-klingon", "en-GB-oed", "zh-Hant-TW", "de-CH-1901", "sl-rozaj-biske"]),
    (lambda address: {"source": address}, [
        "https://a", "https://a?b", "https://a#b", "https://a:80", "https://[::1]/", "https://å.se/", "https://a/b@c",
        "https://a/\u200d", "https://a/a'b", " https://a/\n",
    ]),
    (lambda email: {"contacts": [{"name": "a", "email": email}]}, ["å@å.se", "a.b+c@d.se", "a'b@c.se", "a{b@c.se", "a@b.se "]),
    (lambda phone: {"contacts": [{"name": "a", "phone": phone}]}, [
        "+46 (0)521 72 23 93", "0046521722393", "(0521) 72.23/93", "0521\u00a0722393", "0521\u2013722393", "0521722393\n", "112", "0521-72 10 00 (växel)", "0521-72 10 00 eller 0521-72 23 93",
    ]),
    (lambda duration: {"project": {"name": "a", "duration": duration}}, ["PT1.5H", "P1Y2M3DT4H5M6.7S", "P00001Y"]),
    (lambda date: {"events": [{"name": "a", "when": date}]}, [
        "2021-23", "Y170000002", "../2021", "2021?/..", "-2021", "2021/", "2021-XX", "201X", "2021-05~", "2021%",
        "2021-05-18T10:00:00Z", "2021-05-18T10:00:00+02:00",
    ]),
    (lambda price: {"events": [{"name": "a", **price}]}, [
        {"price": 0, "currency": "SEK"}, {"price": 1e-5, "currency": "SEK"}, {"price": {"amount": 1, "currency": "SEK"}},
    ]),
    (lambda word: {"type": word}, ["NYHET", "Nyhet", "Ziņa", "PRESS release", " nyhet"]),
    (lambda file: {"attachments": [{"title": "a", "url": "https://a/", **file}]}, [
        {"media_type": "image/svg+xml", "size": 0}, {"media_type": "1/2", "size": 18446744073709551615}, {"media_type": "a/b ", "size": 1000.0},
    ]),
    (lambda keys: keys, [{"draft": True}, {"tags": []}, {"body": ""}, {"description": "a", "date": "2021-05-18"}]),
]


class CoreLoader(yaml.SafeLoader):
    """Loads YAML by the core schema of YAML 1.2.2 (section 10.3.2), which has no dates and for which `NO` is text."""

    yaml_implicit_resolvers = {}


def construct_int(loader, node):
    return int(node.value, {"0o": 8, "0x": 16}.get(node.value[:2], 10))


def construct_float(loader, node):
    return float(node.value.lower().replace(".inf", "inf").replace(".nan", "nan"))


for tag, pattern, first in [
    ("null", r"|~|null|Null|NULL", ["", "~", "n", "N"]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", list("-+.0123456789")),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)
CoreLoader.add_constructor("tag:yaml.org,2002:int", construct_int)
CoreLoader.add_constructor("tag:yaml.org,2002:float", construct_float)


def plain(value):
    """Returns a value of TOML as JSON has it: days and times are text."""
    match value:
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case list():
            return [plain(item) for item in value]
        case date() | datetime() | time():
            return value.isoformat()
    return value


def read_toml(text):
    return plain(tomllib.loads(text))


def read_yaml(text):
    value = yaml.load(text, CoreLoader)
    return {} if value is None else value


def read_front_matter(text):
    """Returns the front matter of a Markdown file, which stands between two lines of `+++` or `---`."""
    lines = text.split("\n")
    fence = lines[0].rstrip()
    if fence not in ("+++", "---"):
        raise ValueError("no front matter")
    ends = [number for number, line in enumerate(lines) if number > 0 and line.rstrip() == fence]
    if not ends:
        raise ValueError("the front matter never ends")
    between = "\n".join(lines[1 : ends[0]]) + "\n"
    return read_toml(between) if fence == "+++" else read_yaml(between)


def instances(path):
    """Returns the name of the schema of a source file and what it validates there; invalid syntax raises an error."""
    text = path.read_text(encoding="utf-8-sig")
    match path.suffix:
        case ".md":
            return "front-matter", [read_front_matter(text)]
        case ".jsonl":
            return "json-lines", [json.loads(line) for line in text.split("\n") if line.strip()]
    name = path.parent.name if path.parent.name in schemas else path.stem
    return name, [read_toml(text)]


def errors(path):
    """Returns what the schema refuses in a source file, a line for each error."""
    name, values = instances(path)
    found = [error for value in values for error in schemas[name].iter_errors(value)]
    return [f"{error.json_path}: {error.message[:200]}" for error in found]


def fail(path, reason):
    failures.append(path)
    print(f"{path.relative_to(HERE) if path.is_relative_to(HERE) else path}: {reason}", flush=True)


def validator(text):
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


failures = []
schemas = {}
for name in ["front-matter", "json-lines", "publication", "register"]:
    schemas[name] = validator(subprocess.run([ANSLAG, "schema", name], check=True, capture_output=True).stdout)

valid = [path for folder in DATA for path in (HERE / folder).rglob("*") if path.suffix in (".md", ".jsonl", ".toml")]
valid = [path for path in valid if path.name != "README.md"] + list((INVALID / "odd").glob("*.md"))
for publication in PUBLICATIONS:
    valid.append(publication / "data/announcements.jsonl")
    for name, schema in schemas.items():
        published = validator((publication / f"schema/{name}.json").read_bytes()).schema
        if {**published, "$id": None} != {**schema.schema, "$id": None}:
            fail(publication / f"schema/{name}.json", "differs from what `anslag schema` prints")
for path in sorted(valid):
    try:
        for error in errors(path):
            fail(path, error)
    except (ValueError, yaml.YAMLError) as error:
        fail(path, f"cannot be read: {error}")

features = 0
for publication in PUBLICATIONS:
    path = publication / "data/places.geojson"
    try:
        collection = FeatureCollection.model_validate_json(path.read_bytes())
        features += len(collection.features)
        if any(feature.geometry is None or not feature.properties["id"] for feature in collection.features):
            fail(path, "a feature is nowhere or of nothing")
    except ValueError as error:
        fail(path, error)

unusual = [keys_of(value) for keys_of, values in UNUSUAL for value in values]
lines = []
for number, keys in enumerate(unusual):
    line = {"id": f"2021-05-18-{number}", "type": "nyhet", "title": "a", "published": "2021-05-17", **keys}
    if "date" in line:
        del line["published"]
    lines.append(json.dumps(line))
    for error in schemas["json-lines"].iter_errors(line):
        fail(Path(lines[-1]), f"{error.json_path}: {error.message[:200]}")
with tempfile.TemporaryDirectory() as scratch:
    for name in ["publication.toml", "register.toml"]:
        shutil.copy(HERE / "crates/source/tests/data" / name, scratch)
    (Path(scratch) / "announcements").mkdir()
    (Path(scratch) / "announcements/unusual.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    checked = subprocess.run([ANSLAG, "check", "--data", scratch], capture_output=True, text=True)
    if checked.returncode != 0:
        fail(Path("unusual.jsonl"), "`anslag check` refuses it\n" + checked.stdout + checked.stderr)

invalid = [path for path in INVALID.rglob("*") if path.suffix in (".md", ".jsonl", ".toml")]
invalid = [path for path in invalid if path.name != "README.md" and path.parent.name != "odd"]
refused = 0
for path in sorted(invalid):
    reason = UNREFUSED.pop(str(path.relative_to(INVALID)), None)
    try:
        is_syntax, is_refused = False, bool(errors(path))
    except (ValueError, yaml.YAMLError):
        is_syntax, is_refused = True, False
    refused += is_refused
    if is_refused and reason:
        fail(path, f"is refused after all: delete it from UNREFUSED ({reason})")
    elif not is_refused and not reason:
        fail(path, "has a syntax error that is not listed" if is_syntax else "is accepted")
    elif not is_refused and is_syntax != (reason == SYNTAX):
        fail(path, f"the reason is another: {reason}")
for name in UNREFUSED:
    fail(INVALID / name, "is listed, but not there")

print(f"{len(valid)} valid files and {len(lines)} unusual announcements accepted; of {len(invalid)} invalid files {refused} refused")
print(f"{features} features read by geojson-pydantic")
sys.exit(1 if failures or not valid or not refused or not features else 0)
