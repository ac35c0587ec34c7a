//! Helpers around the XML writer that Atom and OPML share.

use quick_xml::{
    Writer,
    escape::partial_escape,
    events::{BytesDecl, BytesText, Event},
};
use std::io::{self, Write};

/// Returns a writer that indents by two spaces and has written the XML declaration.
pub(crate) fn document<W: Write>(out: W) -> io::Result<Writer<W>> {
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    Ok(xml)
}

/// Writes an element that holds only text.
pub(crate) fn write_text<W: Write>(xml: &mut Writer<W>, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(escape_text(text))?;
    Ok(())
}

/// Escapes `<`, `>` and `&`; quotation marks mean nothing in the text of an element.
pub(crate) fn escape_text(text: &str) -> BytesText<'_> {
    BytesText::from_escaped(partial_escape(text))
}
