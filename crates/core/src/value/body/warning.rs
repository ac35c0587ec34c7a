use crate::UnseenCharacters;
use anslag_wording::wording;
use std::ops::Range;

wording! {
    /// Something in a body that is not published as it is written.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum BodyWarning {
        /// Characters that nobody sees, which were removed.
        Unseen {
            /// The characters.
            characters: UnseenCharacters,
        }
            en("removed what nobody sees: {characters}")
            sv("tog bort tecken som inte syns: {characters}"),
        /// Characters that change the direction of the text, which were removed.
        Direction {
            /// The characters.
            characters: UnseenCharacters,
        }
            en("removed what changes the direction of the text: {characters}")
            sv("tog bort tecken som ändrar skrivriktningen: {characters}"),
        /// HTML that Markdown has other words for.
        Html
            en("HTML in Markdown: plain text has only its words")
            sv("HTML i Markdown: i ren text finns bara dess ord"),
        /// A link or a picture whose address is complete only with a scheme.
        IncompleteAddress {
            /// The address as it is written.
            written: String,
            /// The address that is published.
            address: String,
        }
            en("incomplete address `{written}`")
            sv("ofullständig adress `{written}`"),
        /// A link or a picture without an address.
        NoAddress
            en("this link leads nowhere, and only its text is published")
            sv("den här länken leder ingenstans, och bara dess text publiceras"),
        /// A link or a picture whose scheme is not published.
        UnsafeAddress {
            /// The scheme.
            scheme: String,
        }
            en("addresses that begin with `{scheme}:` are not published, only the text of the link")
            sv("adresser som börjar med `{scheme}:` publiceras inte, bara länkens text"),
        /// A link or a picture that Markdown does not read as one.
        SpaceInAddress {
            /// The address without spaces.
            address: String,
        }
            en("this is no link, since its address has a space")
            sv("det här är ingen länk, eftersom adressen har ett mellanslag"),
        /// A definition of a link that no link uses.
        UnusedDefinition {
            /// The definition.
            line: String,
        }
            en("unused link definition, which is not published")
            sv("oanvänd länkdefinition, som inte publiceras"),
        /// A footnote that no text refers to.
        UnusedFootnote {
            /// Its label.
            label: String,
        }
            en("no text refers to footnote `{label}`")
            sv("ingen text hänvisar till fotnot `{label}`"),
        /// Cells of a table in columns that the header does not have.
        ExtraCells
            en("more cells than the header has, which are not published")
            sv("fler celler än rubrikraden har, som inte publiceras"),
        /// A letter beside the asterisks of emphasis, which other programs then show.
        NoSpaceBesideEmphasis {
            /// The text with a space.
            text: String,
        }
            en("other programs show these asterisks, since a letter is next to them")
            sv("andra program visar de här asteriskerna, eftersom en bokstav står intill dem"),
        /// An item of a list that gets another number than it is written with.
        OtherNumber {
            /// The number in the Markdown, with the character after it.
            written: String,
            /// The number that a page shows.
            shown: u64,
        }
            en("this item gets the number {shown}, not `{written}`")
            sv("den här punkten får nummer {shown}, inte `{written}`"),
    }
}

/// Warnings about a body, each with the bytes of its Markdown that it is about.
pub type BodyWarnings = Vec<(Range<usize>, BodyWarning)>;
