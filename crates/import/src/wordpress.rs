//! Lists of the REST API of WordPress (<https://developer.wordpress.org/rest-api/reference/posts/>).

use crate::{Doubt, Draft, Drafts, Finding, Profile, Source, html::parse_fragment, markdown, table};
use anslag_core::limit::Limit;
use anslag_html::BaseUrl;
use serde_json::Value;

/// End of an excerpt that WordPress has made of the text.
const CUT: [&str; 3] = ["[…]", "…", "[...]"];

/// Returns whether a text is a list of WordPress, by its beginning.
pub(crate) fn is_wordpress(head: &str) -> bool {
    head.starts_with('[') && head.contains("\"date_gmt\"") && head.contains("\"rendered\"")
}

/// Reads a list of posts, or of another type.
///
/// `columns` of the profile names further fields, such as `notice.body = "acf.organ"`.
pub(crate) fn read(source: &Source, profile: &Profile, drafts: &mut Drafts<'_>) -> Result<(), Finding> {
    let text = source.text(drafts);
    for item in &table::list(source, &text, profile)? {
        if item["content"]["protected"] == true {
            drafts.leave_out(Finding::new(&source.name, Doubt::Protected).about(text_at(item, "/link")));
            continue;
        }
        match draft(item, profile) {
            Ok((draft, doubts)) => {
                for doubt in doubts {
                    drafts.find(Finding::new(&source.name, doubt).about(text_at(item, "/link")));
                }
                drafts.push(draft)?;
            }
            Err(limit) => {
                let doubt = Doubt::Beyond { limit };
                drafts.leave_out(Finding::new(&source.name, doubt).about(text_at(item, "/link")));
            }
        }
    }
    Ok(())
}

fn draft(item: &Value, profile: &Profile) -> Result<(Draft, Vec<Doubt>), &'static Limit> {
    let link = text_at(item, "/link");
    // A guid stays when the link changes, and is the guid of the feed too.
    let guid = text_at(item, "/guid/rendered");
    let mut draft = Draft::new(if guid.is_empty() { link } else { guid });
    draft.state("title", words(text_at(item, "/title/rendered"))?);
    let published = instant(item, "date");
    let modified = instant(item, "modified").filter(|modified| published.as_ref() != Some(modified));
    for (key, value) in [("published", published), ("modified", modified)] {
        if let Some(value) = value {
            draft.state_json(key, &value.into());
        }
    }
    let lead = words(text_at(item, "/excerpt/rendered"))?;
    let base = BaseUrl::parse(link);
    draft.body = markdown(text_at(item, "/content/rendered"), base.as_ref())?;
    if !lead.is_empty() && !CUT.iter().any(|end| lead.ends_with(end)) && !draft.body.starts_with(&lead) {
        draft.state("lead", lead);
    }
    if !link.is_empty() {
        draft.state("source", link);
    }
    let doubts = table::add_columns(&mut draft, profile, |path| table::at(item, path).cloned());
    Ok((draft, doubts))
}

/// Returns the time of a field; without the one in UTC, the day.
fn instant(item: &Value, field: &str) -> Option<String> {
    // A draft has the year 0.
    let is_known = |time: &&str| !time.is_empty() && !time.starts_with("0000");
    let utc = Some(text_at(item, &format!("/{field}_gmt"))).filter(is_known);
    let local = || Some(text_at(item, &format!("/{field}"))).filter(is_known);
    utc.map(|utc| format!("{utc}Z")).or_else(|| local()?.get(..10).map(str::to_owned))
}

fn text_at<'i>(item: &'i Value, pointer: &str) -> &'i str {
    item.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

/// Returns the words of HTML on one line.
fn words(html: &str) -> Result<String, &'static Limit> {
    let text: String = parse_fragment(html)?.root_element().text().collect();
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}
