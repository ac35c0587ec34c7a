use anslag_core::Fingerprint;

/// The stylesheet of all pages.
pub const STYLESHEET: &str = include_str!("style.css");

/// Returns the path of a file in the published layout. It names the content, so that caches may keep it for ever.
pub(crate) fn path_of(folder: &str, extension: &str, bytes: &[u8]) -> String {
    let hash = Fingerprint::of_bytes(bytes).to_string();
    format!("{folder}/{}.{extension}", &hash[..16])
}
