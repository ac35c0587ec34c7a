//! Values that are written otherwise than they are published: what is read of them, and what is said.

use crate::publication;
use anslag_core::Status;
use anslag_source::{Report, read_json_line, read_markdown};
use anslag_wording::Language;
use serde_json::{Value, json};

/// Returns an announcement with some more keys of TOML, as JSON, and the codes of what is said of it.
pub(crate) fn read_toml(keys: &str, body: &str) -> (Value, Vec<&'static str>, String) {
    let title = if keys.starts_with("title") { "" } else { "title = \"Vattnet\"\n" };
    let kind = if keys.starts_with("type") { "" } else { "type = \"nyhet\"\n" };
    let text = format!("+++\n{title}date = 2021-05-18\n{kind}{keys}\n+++\n\n{body}\n");
    let mut report = Report::default();
    let read = read_markdown("2021-05-18-a.md", text.as_bytes(), &publication(), &mut report);
    let said = report.render(Language::English, false);
    let codes = report.diagnostics().into_iter().map(|diagnostic| diagnostic.code().name).collect();
    (read.map_or(Value::Null, |read| serde_json::to_value(read).unwrap()), codes, said)
}

/// Checks what is read of a key, and the codes of what is said.
#[track_caller]
fn check(keys: &str, pointer: &str, expected: impl Into<Value>, codes: &[&str]) {
    let (read, said, shown) = read_toml(keys, "Text.");
    assert_eq!((read.pointer(pointer), &said[..]), (Some(&expected.into()), codes), "{keys}\n{shown}");
}

/// Checks that a value is refused, and what the help says.
#[track_caller]
fn refused(keys: &str, code: &str, help: &str) {
    let (_, codes, shown) = read_toml(keys, "Text.");
    assert!(codes == [code] && shown.contains(help), "{keys}\n{shown}");
}

#[test]
fn white_space_around_a_value_is_none_of_it() {
    check("title = \" Vattnet\\n\"", "/title", "Vattnet", &[]);
    check("lead = \"\"\"\nEtt\ntvå\n\"\"\"", "/lead", "Ett\ntvå", &[]);
    check("title = \"\\u00A0Vattnet\\u00A0\"", "/title", "Vattnet", &[]);
    check("source = \" https://example.org/a\\n\"", "/source", "https://example.org/a", &[]);
    check("lang = \"sv \"", "/language", "sv", &[]);
    check("id = \" 2021-05-18-b\"", "/id", "2021-05-18-b", &[]);
    check("expires = \"2021-06-18 \"", "/expires", "2021-06-18", &[]);
    check("themes = [\" GOVE\"]", "/themes", json!(["GOVE"]), &[]);
    check("topics = [\"digitalisering \"]", "/topics", json!(["digitalisering"]), &[]);
    check("places = [\" Vänersborg \"]", "/places", json!([{ "name": "Vänersborg" }]), &[]);
    check(
        "contacts = [{ name = \" Åsa\", email = \"asa@example.org \", phone = \" 0521-72 00 00 \" }]",
        "/contacts",
        json!([{ "name": "Åsa", "email": "asa@example.org", "phone": "+46521720000" }]),
        &[],
    );
}

#[test]
fn what_nobody_sees_is_removed_from_texts() {
    let note = &["invisible-character"];
    check("title = \"Väg\\u00ADarbete\\u200B\"", "/title", "Vägarbete", note);
    check("title = \"Ett\\u2028två\\u2029tre\"", "/title", "Ett två tre", note);
    check("title = \"10\\u00A0000\\u202Fkr\"", "/title", "10\u{a0}000\u{202f}kr", &[]);
    check("title = \"👨\\u200D👩\"", "/title", "👨\u{200d}👩", &[]);
    check("title = \"Beslut \\u202Efdp.exe\"", "/title", "Beslut fdp.exe", &["writing-direction"]);
    check("title = \"\\u2066Väg\\u00AD\\u2069\"", "/title", "Väg", &["invisible-character", "writing-direction"]);
    check("topics = [\"digital\\u00ADisering\"]", "/topics/0", "digitalisering", note);
    check(
        "images = [{ url = \"https://example.org/a.png\", alt = \"En\\u200B bro\", caption = \"\\u202AX\" }]",
        "/images/0",
        json!({ "url": "https://example.org/a.png", "alt": "En bro", "caption": "X" }),
        &["invisible-character", "writing-direction"],
    );
    check("contacts = [{ name = \"Å\\u2060sa\" }]", "/contacts/0/name", "Åsa", note);
}

#[test]
fn a_text_that_shows_nothing_is_refused() {
    for title in ["", " ", "\\u200B", "\\u200D", "\\u00AD\\u2060", "\\u3164", "\\u2800", "\\u00A0"] {
        let (read, codes, shown) = read_toml(&format!("title = \"{title}\""), "Text.");
        assert!(read.is_null() && codes.contains(&"empty-text"), "{title}\n{shown}");
    }
    refused("title = \"a\\u0008\"", "invalid-character", "help: write `\"a\"`");
}

#[test]
fn what_nobody_sees_is_refused_in_addresses() {
    let source = |address: &str, right: &str| {
        let help = format!("help: write `\"{right}\"`");
        refused(&format!("source = \"{address}\""), "invalid-address", &help);
        refused(&format!("links = [{{ title = \"a\", url = \"{address}\" }}]"), "invalid-address", &help);
    };
    source("https://example.org/a\\u200B", "https://example.org/a");
    source("\\uFEFFhttps://example.org/", "https://example.org/");
    source("https://example.org/väg\\u00ADarbete", "https://example.org/vägarbete");
    source("https://example.org/a\\u00A0b", "https://example.org/a%20b");
    source("https://example.org/a\\u00A0", "https://example.org/a");
    source("https://example.org/\\u2028a", "https://example.org/%20a");
    source("https://example.org/\\u202Ea\\u202C", "https://example.org/a");
    let email = |address: &str, right: &str| {
        let keys = format!("contacts = [{{ name = \"a\", email = \"{address}\" }}]");
        refused(&keys, "invalid-email", &format!("help: write `\"{right}\"`"));
    };
    email("asa@example.org\\u200B", "asa@example.org");
    email("asa@exa\\u00ADmple.org", "asa@example.org");
    email("\\u00A0asa@example.org", "asa@example.org");
    email("\\u202Aasa@example.org\\u202C", "asa@example.org");
}

#[test]
fn what_nobody_sees_is_removed_from_bodies() {
    #[track_caller]
    fn check(body: &str, markdown: &str, codes: &[&str]) {
        let (read, said, shown) = read_toml("", body);
        assert_eq!((read["body"].as_str(), &said[..]), (Some(markdown), codes), "{shown}");
    }
    check("Väg\u{ad}arbete\u{200b}.", "Vägarbete.", &["invisible-character"]);
    check("Ett\u{2028}två", "Ett två", &["invisible-character"]);
    check("Beslut \u{202e}fdp.exe", "Beslut fdp.exe", &["writing-direction"]);
    check("[a](https://example.org/\u{200b}a)", "[a](https://example.org/a)", &["invisible-character"]);
    check("10\u{a0}000 kr 👨\u{200d}👩", "10\u{a0}000 kr 👨\u{200d}👩", &[]);
    // What a reference names is seen in the source, and in no text.
    check("Väg&shy;arbete", "Väg&shy;arbete", &["invisible-character"]);
    check("Beslut &#x202E;fdp.exe", "Beslut &#x202E;fdp.exe", &["writing-direction"]);
}

/// The place is that in the source, though other characters were removed before it.
#[test]
fn places_in_bodies_are_those_of_the_source() {
    let (_, codes, shown) = read_toml("", "å\u{ad}b <!-- c --> d\u{ad} [e]()");
    assert_eq!(codes, ["invisible-character", "unpublished-link"]);
    assert!(shown.contains(":8:2\n") && shown.contains(":8:19\n"), "{shown}");
}

#[test]
fn a_quote_is_found_whatever_nobody_sees() {
    let quotes = "quotes = [{ match = \"Väg\\u00ADarbetet … klart\", speakers = [{ name = \"Åsa\" }] }]";
    let (read, codes, shown) = read_toml(quotes, "Vägarbe\u{ad}tet är\u{a0}snart\u{200b} klart, säger Åsa.");
    assert_eq!(read["quotes"][0]["text"], "Vägarbetet är\u{a0}snart klart", "{shown}");
    assert_eq!(codes, ["invisible-character", "invisible-character"]);
    // A line that is read back is the same.
    let mut report = Report::default();
    let again = read_json_line("a.jsonl", 1, read.to_string().as_bytes(), &publication(), &mut report).unwrap();
    assert_eq!((serde_json::to_value(again).unwrap(), report.diagnostics().len()), (read, 0));
}

#[test]
fn telephone_numbers_are_short_or_several() {
    let phone = |number: &str| {
        format!("contacts = [{{ name = \"A\", role = \"B\", email = \"a@example.org\", phone = \"{number}\" }}]")
    };
    for (number, published) in
        [("112", "112"), ("113 13", "11313"), ("114 14", "11414"), ("1177", "1177"), ("116 117", "116117")]
    {
        check(&phone(number), "/contacts/0/phone", published, &[]);
    }
    check(&phone("0521-72 10 00 (växel)"), "/contacts/0/phone", "+46521721000", &[]);
    for several in ["0521-72 10 00, 0521-72 23 93", "0521-72 10 00 eller 0521-72 23 93"] {
        let second = json!({ "name": "A", "role": "B", "phone": "+46521722393" });
        check(&phone(several), "/contacts/1", second, &[]);
    }
    refused(&phone("72 23 93"), "invalid-phone", "area code");
}

#[test]
fn languages_are_registered() {
    check("lang = \"EN-gb\"", "/language", "en-GB", &[]);
    for (tag, right) in
        [("svenska", "sv"), ("swe", "sv"), ("Engelska", "en"), ("sv_SE", "sv-SE"), ("en-UK", "en-GB"), ("dk", "da")]
    {
        refused(&format!("lang = \"{tag}\""), "invalid-language", &format!("help: write `\"{right}\"`"));
    }
    refused("lang = \"xx\"", "invalid-language", "`sv`, `en`");
}

#[test]
fn the_type_and_the_parts_agree() {
    #[track_caller]
    fn said(kind: &str, keys: &str, expected: &str) {
        let text = format!("+++\ntitle = \"A\"\ndate = 2021-05-19\ntype = \"{kind}\"\n{keys}\n+++\n\nText.\n");
        let mut report = Report::default();
        let read = read_markdown("2021-05-18-a.md", text.as_bytes(), &publication(), &mut report);
        let shown = report.render(Language::English, false);
        let codes: Vec<_> = report.diagnostics().into_iter().map(|diagnostic| diagnostic.code().name).collect();
        let is_silent = expected.is_empty() && codes.is_empty();
        assert!(
            read.is_some() && (is_silent || codes == ["type-without-part"] && shown.contains(expected)),
            "{kind} {keys}\n{shown}"
        );
    }
    let (notice, disruption) =
        ("notice = { posted = 2021-05-18 }", "disruption = { service = \"it\", starts = 2021-05-18 }");
    said("anslag", "", "help: add `notice = { posted = 2021-05-19 }`, with the values and days that are right");
    said("driftstörning", "", "help: add `disruption = { service = ");
    said("samråd", "", "help: add `consultation = { closes = 2021-05-19 }`");
    said("VMA", "", "help: add `alert = { sender = ");
    said("platsannons", "", "help: add `job = { title = ");
    said("evenemang", "", "help: add `events = [{ name = ");
    said("nyhet", disruption, "help: write `\"driftstörning\"`");
    said("pressmeddelande", notice, "help: write `\"kungörelse\"`");
    said("evenemang", notice, "help: write `\"kungörelse\"`");
    said("nyhet", "", "");
    said("nyhet", "events = [{ name = \"Marknad\" }]", "");
    said("anslag", notice, "");
    said("anslag", &format!("{notice}\nconsultation = {{ closes = 2021-06-18 }}"), "");
}

#[test]
fn days_that_belong_together_are_in_order() {
    #[track_caller]
    fn said(keys: &str, code: &str, help: &str) {
        let text = format!("+++\ntitle = \"A\"\ndate = 2026-11-10\n{keys}\n+++\n\nText.\n");
        let mut report = Report::default();
        read_markdown("2026-11-10-a.md", text.as_bytes(), &publication(), &mut report);
        let shown = report.render(Language::English, false);
        let codes: Vec<_> = report.diagnostics().into_iter().map(|diagnostic| diagnostic.code().name).collect();
        let is_right = if code.is_empty() { codes.is_empty() } else { codes == [code] && shown.contains(help) };
        assert!(is_right, "{keys}\n{shown}");
    }
    let notice =
        |days: &str| format!("type = \"anslag\"\n[notice]\nposted = 2026-11-10\nadjusted = 2026-11-10\n{days}");
    let (wrong, odd) = ("dates-out-of-order", "doubtful-date");
    said(&notice("appeal_until = 2026-12-01\nremove_after = 2026-11-20"), wrong, "`posted`");
    said(&notice("meeting = 2027-01-07"), wrong, "`posted`");
    said(&notice("remove_after = 2026-12-01"), odd, "help: write `2026-12-02`");
    said(&notice("appeal_until = 2026-12-01\nremove_after = 2026-12-01"), odd, "help: write `2026-12-02`");
    said(&notice("appeal_until = 2026-11-12"), odd, "help: write `2026-12-01`");
    said(&notice("meeting = 2026-11-09\nappeal_until = 2026-12-01\nremove_after = 2026-12-02"), "", "");
    said("type = \"anslag\"\n[notice]\nposted = 2026-11-10\nmeeting = 2026-11-20", "", "");
    said("type = \"nyhet\"\nexpires = 2026-11-10", odd, "help: write `2026-11-11`");
    said("type = \"nyhet\"\nexpires = 2026-11-11", "", "");
    let disruption = |keys: &str| format!("type = \"driftstörning\"\n[disruption]\nservice = \"it\"\n{keys}");
    said(
        &disruption("starts = 2026-11-10\nended = 2026-11-10\nstatus = \"pågående\""),
        odd,
        "help: write `\"åtgärdad\"`",
    );
    said(&disruption("starts = 2026-11-09\nstatus = \"väntad\""), odd, "help: write `\"pågående\"`");
    said(&disruption("starts = 2026-11-10\nstatus = \"väntad\""), "", "");
}

/// Jekyll's flag stands where a date may stand here.
#[test]
fn a_page_of_jekyll_that_is_not_published_is_a_draft() {
    #[track_caller]
    fn check(keys: &str, is_draft: bool) {
        let text = format!("---\ntitle: Vattnet\ndate: 2021-05-18\ntype: nyhet\n{keys}\n---\n\nText.\n");
        let mut report = Report::default();
        let read = read_markdown("2021-05-18-a.md", text.as_bytes(), &publication(), &mut report);
        let shown = report.render(Language::English, false);
        let read = read.unwrap_or_else(|| panic!("{shown}"));
        assert_eq!((read.status == Status::Draft, report.diagnostics().len()), (is_draft, 0), "{keys}\n{shown}");
    }
    check("published: false", true);
    check("published: true", false);
    check("published: true\ndraft: true", true);
    check("published: false\ndraft: false", true);
}

#[test]
fn a_whole_number_may_have_decimals_of_zero() {
    let attachment = |size: &str| {
        format!(
            "attachments = [{{ title = \"a\", url = \"https://example.org/a.pdf\", media_type = \"application/pdf\", size = {size} }}]"
        )
    };
    for size in ["1000", "1000.0", "1e3", "1_000.00", "10.0e2"] {
        check(&attachment(size), "/attachments/0/size", 1000, &[]);
    }
    refused(&attachment("1000.5"), "invalid-number", "the number of bytes");
    check("type = \"platsannons\"\njob = { title = \"Lärare\", positions = 2.0 }", "/job/positions", 2, &[]);
    refused("job = { title = \"Lärare\", positions = 0.0 }", "invalid-number", "a whole number from 1");
}
