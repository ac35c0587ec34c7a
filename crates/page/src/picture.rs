use crate::Site;
use std::{fmt::Write, num::NonZeroU32};

/// Picture beside a source, as it is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture<'a> {
    /// Path in the published layout.
    pub path: &'a str,
    /// Width in pixels.
    pub width: NonZeroU32,
    /// Height in pixels.
    pub height: NonZeroU32,
}

/// Adds the sizes of the publication's own pictures to sanitised HTML, so that the text does not jump when they appear.
/// Pictures whose size the HTML states keep it.
pub(crate) fn with_sizes(html: String, pictures: &[Picture<'_>], site: &Site<'_>) -> String {
    pictures.iter().fold(html, |html, Picture { path, width, height }| {
        let start = format!("<img src=\"{}\"", site.file_href(path));
        let mut parts = html.split(&start);
        let mut sized = parts.next().unwrap_or_default().to_owned();
        for rest in parts {
            sized += &start;
            let attributes = rest.split('>').next().unwrap_or_default();
            if !attributes.contains(" width=") && !attributes.contains(" height=") {
                let _ = write!(sized, " width=\"{width}\" height=\"{height}\"");
            }
            sized += rest;
        }
        sized
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_its_size_once() {
        let publication = anslag_fixtures::publication();
        let site = Site::new(&publication, Vec::new(), Vec::new());
        let side = |pixels| NonZeroU32::new(pixels).unwrap();
        let picture = Picture { path: "file/bro-0.jpg", width: side(640), height: side(480) };
        let start = format!("<img src=\"{}\"", site.file_href(picture.path));
        let html = format!("<p>{start} alt=\"A\"> {start} width=\"9\"> <img src=\"https://a.example/b.jpg\"></p>");
        let expected = format!(
            "<p>{start} width=\"640\" height=\"480\" alt=\"A\"> {start} width=\"9\"> <img src=\"https://a.example/b.jpg\"></p>"
        );
        assert_eq!(with_sizes(html, &[picture], &site), expected);
    }
}
