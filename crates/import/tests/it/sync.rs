use crate::{
    fetch::options,
    site::{Reply, Site},
};
use anslag_import::{
    Doubt, Drafts, FetchFault, FetchHelp, FetchOptions, Fetcher, Finding, Folder, Profiles, Writing, read_address,
};
use anslag_source::{Report, open_publication};
use serde_json::{Value, json};
use std::{collections::BTreeMap, fs, path::Path};
use tempfile::TempDir;

/// Data folder of a publication without announcements.
fn data() -> TempDir {
    let data = tempfile::tempdir().unwrap();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    for file in ["publication.toml", "register.toml"] {
        fs::copy(own.join(file), data.path().join(file)).unwrap();
    }
    data
}

/// Reads an address into a data folder. Returns the findings by file name, and the number of files that were written.
fn run(data: &Path, address: &str, profiles: &str, writing: Writing) -> Result<(Vec<(String, Doubt)>, usize), Finding> {
    let mut report = Report::default();
    let publication = open_publication(data, &mut report).unwrap().unwrap();
    let profile = Profiles::parse("import.toml", profiles).unwrap().of(address);
    let mut folder = Folder::open(data, &publication, writing)?;
    let mut findings = Vec::new();
    folder.begin(address);
    let known = folder.pages();
    let cache = data.join(".anslag/import/cache");
    let mut fetcher = Fetcher::new(FetchOptions { cache: Some(cache), ..options() });
    let mut write = |draft, findings: &mut Vec<Finding>| folder.write(draft, &profile, findings);
    let mut drafts = Drafts::new(publication.country, &mut write, &mut findings);
    let listing = read_address(address, &profile, &known, &mut fetcher, &mut drafts)?;
    folder.end(&listing, &mut findings);
    let name = |finding: &Finding| finding.source.rsplit('/').next().unwrap().to_owned();
    Ok((findings.iter().map(|finding| (name(finding), finding.doubt.clone())).collect(), folder.written().len()))
}

/// Returns the files of a data folder with their texts.
fn files(data: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(data.join("announcements")).unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    entries.map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect()
}

fn changed(key: &str, before: &str, after: &str) -> Doubt {
    Doubt::Changed { key: key.to_owned(), before: before.to_owned(), after: after.to_owned() }
}

/// Item of a list of WordPress.
fn item(site: &Site, id: u32, slug: &str, title: &str, content: &str) -> Value {
    json!({
        "id": id,
        "guid": { "rendered": site.at(&format!("/?p={id}")) },
        "link": site.at(&format!("/{slug}/")),
        "date": "2026-03-01T10:00:00", "date_gmt": "2026-03-01T09:00:00",
        "modified": "2026-03-01T10:00:00", "modified_gmt": "2026-03-01T09:00:00",
        "title": { "rendered": title },
        "excerpt": { "rendered": "<p>Början [&hellip;]</p>", "protected": false },
        "content": { "rendered": content, "protected": false },
        "acf": { "organ": "kommunfullmäktige", "sekreterare": "" },
    })
}

/// Publishes pages of a list of WordPress.
fn put(site: &Site, pages: &[&[Value]]) {
    for (number, items) in pages.iter().enumerate() {
        let path = format!("/wp-json/wp/v2/anslag?per_page=100&orderby=id&order=asc&page={}", number + 1);
        let reply = Reply::new(Value::from(*items).to_string()).with("X-WP-TotalPages", pages.len().to_string());
        site.put(&path, [reply]);
    }
}

#[test]
fn a_list_of_wordpress_is_kept_in_step() {
    let (site, data) = (Site::new(), data());
    let data = data.path();
    let address = site.at("/wp-json/wp/v2/anslag");
    let profiles = "[defaults]\ntype = \"kungörelse\"\n[[sources]]\nfrom = \"http://\"\n\
        columns = { \"notice.body\" = \"acf.organ\", \"notice.secretary\" = \"acf.sekreterare\" }\n";
    let sync = |writing| run(data, &address, profiles, writing).unwrap();
    let one = |title| item(&site, 1, "ett", title, "<p>Ett &amp; annat.</p>");
    let two = item(&site, 2, "tva", "Två", "<p>Två.</p>");
    let three = |slug, content| item(&site, 3, slug, "Tre", content);
    put(&site, &[&[one("Ett &#8211; nytt"), two.clone()], &[three("tre", "<p>A.</p><p>B.</p>")]]);
    assert_eq!(sync(Writing::New), (Vec::new(), 3));
    let first = files(data);
    let names: Vec<_> = first.keys().map(String::as_str).collect();
    assert_eq!(names, ["2026-03-01-ett-nytt.md", "2026-03-01-tre.md", "2026-03-01-tva.md"]);
    assert_eq!(
        first[names[0]],
        format!(
            "+++\ntitle = \"Ett – nytt\"\npublished = 2026-03-01T09:00:00Z\nsource = \"{}\"\ntype = \"kungörelse\"\n\n\
             [notice]\nbody = \"kommunfullmäktige\"\n+++\n\nEtt & annat.\n",
            site.at("/ett/")
        )
    );
    assert_eq!(sync(Writing::Sync), (Vec::new(), 0));

    // An editor changes a title and a paragraph; the website renames a page, changes two, adds one and loses one.
    let path = |name: &str| data.join("announcements").join(name);
    fs::write(path(names[0]), first[names[0]].replace("Ett – nytt", "Vårt")).unwrap();
    fs::write(path(names[1]), first[names[1]].replace("B.", "Vårt.")).unwrap();
    put(
        &site,
        &[&[one("Ett nytt"), three("ny-adress", "<p>Nytt.</p><p>B.</p>"), item(&site, 4, "fyra", "Fyra", "<p>4.</p>")]],
    );
    let edited = files(data);
    let expected = |new: Option<Doubt>| {
        let kept =
            Doubt::Kept { key: "title".to_owned(), before: "\"Vårt\"".to_owned(), after: "\"Ett nytt\"".to_owned() };
        let link = |slug: &str| format!("\"{}\"", site.at(slug));
        let mut expected = vec![
            (names[0].to_owned(), kept),
            (names[1].to_owned(), changed("source", &link("/tre/"), &link("/ny-adress/"))),
            (names[1].to_owned(), changed("body", "A.", "Nytt.")),
        ];
        expected.extend(new.map(|new| ("2026-03-01-fyra.md".to_owned(), new)));
        expected.push((names[2].to_owned(), Doubt::Vanished { id: "2026-03-01-tva".to_owned() }));
        expected
    };
    assert_eq!(sync(Writing::DryRun), (expected(Some(Doubt::New)), 2));
    assert_eq!(files(data), edited);
    assert_eq!(sync(Writing::Sync), (expected(None), 2));
    let synced = files(data);
    assert_eq!(synced[names[0]], edited[names[0]]);
    assert!(synced[names[1]].ends_with("+++\n\nNytt.\n\nVårt.\n"), "{}", synced[names[1]]);
    assert!(synced[names[1]].contains("/ny-adress/"));
    assert!(synced.contains_key("2026-03-01-fyra.md"));

    // The next run has nothing to do, and asks again about what is gone until somebody withdraws it.
    let gone = (names[2].to_owned(), Doubt::Vanished { id: "2026-03-01-tva".to_owned() });
    assert_eq!(sync(Writing::Sync), (vec![gone], 0));
    fs::write(path(names[2]), first[names[2]].replace("type", "withdrawn = 2026-04-01\ntype")).unwrap();
    assert_eq!(sync(Writing::Sync), (Vec::new(), 0));
    assert_eq!(files(data).len(), 4);
}

#[test]
fn a_list_that_breaks_off_loses_nothing() {
    let (site, data) = (Site::new(), data());
    let address = site.at("/wp-json/wp/v2/anslag");
    let run = |writing| run(data.path(), &address, "", writing);
    put(&site, &[&[item(&site, 1, "ett", "Ett", "")], &[item(&site, 2, "tva", "Två", "")]]);
    run(Writing::New).unwrap();
    let page = "/wp-json/wp/v2/anslag?per_page=100&orderby=id&order=asc&page=2";
    site.put(page, [Reply::new("<!doctype html><p>Logga in")]);
    let finding = run(Writing::Sync).unwrap_err();
    let doubt = Doubt::Unfetched { fault: FetchFault::HtmlForJson, help: Some(FetchHelp::CheckApi) };
    assert_eq!((finding.source, finding.doubt), (site.at(page), doubt));
    assert_eq!(files(data.path()).len(), 2);
}

#[test]
fn a_list_that_was_not_read_whole_loses_nothing() {
    let (site, data) = (Site::new(), data());
    let address = site.at("/wp-json/wp/v2/anslag");
    let sync = |address: &str| run(data.path(), address, "", Writing::Sync).unwrap().0;
    let doubts = |findings: Vec<(String, Doubt)>| findings.into_iter().map(|(_, doubt)| doubt).collect::<Vec<_>>();
    let [one, mut two] = [(1, "ett"), (2, "tva")].map(|(id, slug)| item(&site, id, slug, "Titel", ""));
    put(&site, &[&[one.clone(), two.clone()]]);
    run(data.path(), &address, "", Writing::New).unwrap();
    let page = "/wp-json/wp/v2/anslag?per_page=100&orderby=id&order=asc&page=1";
    let first = || Reply::new(Value::from(&[one.clone()][..]).to_string());

    // The server does not state the number of pages.
    site.put(page, [first()]);
    assert_eq!(doubts(sync(&address)), []);
    // An item wants a password.
    two["content"]["protected"] = true.into();
    put(&site, &[&[one.clone(), two.clone()]]);
    assert_eq!(doubts(sync(&address)), [Doubt::Protected]);
    // There are too many pages.
    for number in 1..=1000 {
        let path = page.replace("&page=1", &format!("&page={number}"));
        site.put(&path, [Reply::new("[]").with("X-WP-TotalPages", "1001")]);
    }
    assert_eq!(doubts(sync(&address)), [Doubt::TooMany { limit: 1000 }]);
    // The whole list lacks it.
    site.put(page, [first().with("X-WP-TotalPages", "1")]);
    assert!(matches!(doubts(sync(&address))[..], [Doubt::Vanished { .. }]));
    site.put(page, [Reply::new("[]").with("X-WP-TotalPages", "0")]);
    assert!(matches!(doubts(sync(&address))[..], [Doubt::Vanished { .. }, Doubt::Vanished { .. }]));
}

#[test]
fn an_address_may_choose_a_page_of_a_list() {
    let (site, data) = (Site::new(), data());
    let path = "/wp-json/wp/v2/anslag?page=2";
    let asked = format!("{path}&per_page=100&orderby=id&order=asc");
    let reply = |items: &[Value]| Reply::new(Value::from(items).to_string()).with("X-WP-TotalPages", "3");
    site.put(&asked, [reply(&[item(&site, 1, "ett", "Ett", "")])]);
    let run = |writing| run(data.path(), &site.at(path), "[defaults]\ntype = \"nyhet\"\n", writing).unwrap();
    assert_eq!(run(Writing::New), (Vec::new(), 1));
    site.put(&asked, [reply(&[item(&site, 2, "tva", "Två", "")])]);
    assert_eq!(run(Writing::Sync), (Vec::new(), 1));
    assert_eq!(site.requests().iter().filter(|request| request.contains("wp-json")).count(), 2);
}
