//! What holds of a reader whatever bytes it is given.

use anslag_core::{Announcement, Publication};
use anslag_source::{Report, read_json_line};
use anslag_wording::Language;
use std::sync::LazyLock;

/// The publication that is read with.
pub static PUBLICATION: LazyLock<Publication> = LazyLock::new(anslag_fixtures::publication);

/// Holds what was read against what was said of it: there is an announcement or an error, nothing that is said can steer a
/// terminal, and an announcement is read back from JSON Lines as it is.
pub fn check(read: Option<&Announcement>, report: &Report) {
    assert_eq!(read.is_none(), report.errors() > 0, "{report:?}");
    for language in Language::ALL {
        let said = report.render(language, false);
        assert!(!said.contains(|c: char| c.is_control() && c != '\n'), "{said:?}");
    }
    if let Some(read) = read {
        let line = serde_json::to_vec(read).expect("an announcement can be written as JSON");
        let mut report = Report::default();
        let again = read_json_line("a.jsonl", 1, &line, &PUBLICATION, &mut report);
        // A telephone number comes back in its international form, and so in other words than the source's.
        let again = again.map(|again| serde_json::to_vec(&again).expect("an announcement can be written as JSON"));
        assert_eq!(again.as_ref(), Some(&line), "{}", report.render(Language::English, false));
    }
}
