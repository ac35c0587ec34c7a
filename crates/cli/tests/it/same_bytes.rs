use crate::{announcement, anslag, data, export, files, publication, stderr};
use std::fs;

/// Same input, same bytes: whatever the folder, the language, the time zone and the number of threads.
#[test]
fn nothing_around_it_reaches_the_output() {
    let folder = tempfile::tempdir().unwrap();
    let reference = folder.path().join("reference");
    assert!(export(&data(), &reference, &[]).status.success());
    let reference = files(&reference);

    // From another folder, with the data beside it, in another language and time zone.
    let elsewhere = tempfile::tempdir().unwrap();
    let copy = elsewhere.path().join("data");
    for (name, bytes) in files(&data()) {
        let path = copy.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    for (threads, locale, zone) in [("1", "tr_TR.UTF-8", "Pacific/Kiritimati"), ("2", "C", "America/Los_Angeles")] {
        let out = elsewhere.path().join(format!("out-{threads}"));
        let output = anslag()
            .current_dir(elsewhere.path())
            .args(["export", "--as-of", "2021-06-01", "--threads", threads, "--out"])
            .arg(&out)
            .envs([("LC_ALL", locale), ("LANG", locale), ("TZ", zone)])
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
        assert_eq!(files(&out), reference);
    }
}

/// Of a publication in which nothing changes, a later day reaches only what names the day.
#[test]
fn a_later_day_changes_only_what_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let [before, after] = ["2021-06-01", "2021-06-20"].map(|day| {
        let out = folder.path().join(day);
        let output = anslag().args(["export", "--as-of", day, "--data"]).arg(data()).arg("--out").arg(&out).output();
        let output = output.unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
        files(&out)
    });
    assert!(before.contains_key("data/announcements.xlsx") && before.keys().eq(after.keys()));
    let changed: Vec<_> = before.keys().filter(|name| before[*name] != after[*name]).collect();
    assert_eq!(
        changed,
        ["en/index.html", "en/open-data/index.html", "index.html", "manifest.json", "open-data/index.html"]
    );
}

/// Many chunks, rendered by one thread and by several.
#[test]
fn the_number_of_threads_does_not_matter_to_many_chunks() {
    let lines: String = (0..1500)
        .map(|n| {
            let day = 1 + n % 28;
            format!(
                "{{\"id\":\"2021-02-{day:02}-nyhet-{n}\",\"type\":\"news\",\"title\":\"Nyhet {n}\",\
                 \"published\":\"2021-02-{day:02}\",\"body\":\"Text {n}.\"}}\n"
            )
        })
        .collect();
    let data = publication(&[("all.jsonl", &lines), ("2021-03-01-a.md", &announcement("2021-03-01", ""))]);
    let out = tempfile::tempdir().unwrap();
    let mut published = ["1", "2", "5"].map(|threads| {
        let dist = out.path().join(threads);
        let output = export(data.path(), &dist, &["--threads", threads]);
        assert!(output.status.success(), "{}", stderr(&output));
        files(&dist)
    });
    let documents = published[0].keys().filter(|name| name.starts_with("data/announcement/")).count();
    assert_eq!(documents, 1501);
    let [first, others @ ..] = &mut published;
    for other in others {
        assert!(first == other, "the bytes depend on the number of threads");
    }
}
