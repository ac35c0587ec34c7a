use anslag_core::Fingerprint;

/// The stylesheet of all pages.
pub const STYLESHEET: &str = include_str!("style.css");

/// Returns the path of the stylesheet in the published layout. It names the content, so that caches may keep it for ever.
pub(crate) fn path() -> String {
    let hash = Fingerprint::of_bytes(STYLESHEET.as_bytes()).to_string();
    format!("style/{}.css", &hash[..16])
}
