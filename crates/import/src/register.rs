use crate::slug::slug;
use anslag_edit::replace_file;
use std::{fs, io, path::Path};
use toml_edit::{DocumentMut, Value};

/// Adds an organisation to a register at its end, and returns the key. All that was there stays as it is.
pub(crate) fn add_organization(path: &Path, name: &str) -> io::Result<String> {
    let text = fs::read_to_string(path)?;
    let document: DocumentMut = text.parse().map_err(|_| io::ErrorKind::InvalidData)?;
    let known = document.get("organizations");
    let is_free = |key: &String| known.and_then(|known| known.get(key)).is_none();
    let stem = slug(name).unwrap_or_else(|| "organisation".to_owned());
    let keys = [stem.clone()].into_iter().chain((2..).map(|number| format!("{stem}-{number}")));
    let key = keys.into_iter().find(is_free).unwrap_or(stem);
    let line = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let break_ = if text.is_empty() || text.ends_with('\n') { "" } else { line };
    let entry = format!("{break_}{line}[organizations.{key}]{line}name = {}{line}", Value::from(name));
    replace_file(path, (text + &entry).as_bytes())?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_register_keeps_its_comments() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.toml");
        fs::write(&path, "# Ours\r\n[organizations.va]\r\nname = 'VA' # water").unwrap();
        assert_eq!(add_organization(&path, "VA").unwrap(), "va-2");
        assert_eq!(add_organization(&path, "Bygg & \"Miljö\"").unwrap(), "bygg-miljo");
        assert_eq!(
            fs::read_to_string(&path).unwrap(),
            "# Ours\r\n[organizations.va]\r\nname = 'VA' # water\r\n\r\n[organizations.va-2]\r\nname = \"VA\"\r\n\
             \r\n[organizations.bygg-miljo]\r\nname = 'Bygg & \"Miljö\"'\r\n"
        );
    }
}
