use crate::{Page, Rendered, atom, json, rss};
use anslag_core::{Format, Publication};
use std::io::{self, Write};

/// The forms of a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// RSS 2.0.
    Rss,
    /// Atom 1.0 (RFC 4287).
    Atom,
    /// JSON Feed 1.1.
    JsonFeed,
}

impl Form {
    /// Every form there is.
    pub const ALL: [Self; 3] = [Self::Rss, Self::Atom, Self::JsonFeed];

    /// The form among those of a publication, with its media type and extension.
    #[must_use]
    pub const fn format(self) -> Format {
        match self {
            Self::Rss => Format::Rss,
            Self::Atom => Format::Atom,
            Self::JsonFeed => Format::JsonFeed,
        }
    }

    /// The forms that a publication's feeds are written in.
    pub fn of(publication: &Publication) -> impl Iterator<Item = Self> + use<'_> {
        Self::ALL.into_iter().filter(|form| publication.forms.has(form.format()))
    }

    /// The form to offer where only one is: Atom, which alone says what is gone, else RSS; none where no feed is written.
    #[must_use]
    pub fn preferred(publication: &Publication) -> Option<Self> {
        [Self::Atom, Self::Rss, Self::JsonFeed].into_iter().find(|form| publication.forms.has(form.format()))
    }

    /// What stands between two entries.
    const fn separator(self) -> &'static [u8] {
        match self {
            Self::Rss | Self::Atom => b"",
            Self::JsonFeed => b",",
        }
    }

    /// Writes a page that holds these entries, and hands the writer back.
    ///
    /// A page is a prologue, its entries in their order, and an epilogue; an entry has the same bytes in every page.
    pub fn write<W: Write>(self, page: &Page<'_>, entries: &[Rendered], out: W) -> io::Result<W> {
        let mut out = match self {
            Self::Rss => rss::prologue(page, out)?,
            Self::Atom => atom::prologue(page, out)?,
            Self::JsonFeed => json::prologue(page, out)?,
        };
        for (at, entry) in entries.iter().enumerate() {
            if at > 0 {
                out.write_all(self.separator())?;
            }
            out.write_all(entry.in_form(self))?;
        }
        out.write_all(match self {
            Self::Rss => rss::EPILOGUE,
            Self::Atom => atom::EPILOGUE,
            Self::JsonFeed => json::EPILOGUE,
        })?;
        Ok(out)
    }
}
