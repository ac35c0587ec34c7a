use crate::{Body, LanguageTag};

/// Look of the pages, as the publisher has chosen it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Theme {
    /// Rules that follow those of the stylesheet; empty if there are none.
    pub css: String,
    /// Logo in the header.
    pub logo: Option<Logo>,
    /// Texts of the footer; the one without a language is for the languages that have none of their own.
    pub footers: Vec<(Option<LanguageTag>, Body)>,
}

/// Logo of a publisher: a picture in one of [`Logo::EXTENSIONS`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Logo {
    /// Extension of its file.
    pub extension: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Logo {
    /// Extensions of the formats that a logo may have.
    pub const EXTENSIONS: [&'static str; 3] = ["svg", "png", "webp"];

    /// Returns the logo of a file with this extension; `None` if its bytes are those of another format.
    #[must_use]
    pub fn new(extension: &str, bytes: Vec<u8>) -> Option<Self> {
        let extension = Self::EXTENSIONS.into_iter().find(|own| *own == extension)?;
        let is_right = match extension {
            "png" => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
            "webp" => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"),
            _ => str::from_utf8(&bytes).is_ok_and(|text| text.contains("<svg")),
        };
        is_right.then_some(Self { extension, bytes })
    }
}

impl Theme {
    /// The accent and the ground of the stylesheet, in light and in dark.
    pub const DEFAULT_COLORS: [[&'static str; 2]; 2] = [["#0a4570", "#fff"], ["#9bd0f7", "#14171a"]];
}
