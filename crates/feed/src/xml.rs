//! Helpers around the XML writer that the XML formats share.

use quick_xml::{
    Writer,
    escape::partial_escape,
    events::{BytesDecl, BytesStart, BytesText, Event},
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

/// Writes a link of Atom; `name` is the element's qualified name in the document.
pub(crate) fn write_link<W: Write>(
    xml: &mut Writer<W>,
    name: &str,
    rel: &str,
    media_type: Option<&str>,
    href: &str,
) -> io::Result<()> {
    let media_type = media_type.map(|media_type| ("type", media_type));
    xml.create_element(name)
        .with_attribute(("rel", rel))
        .with_attributes(media_type)
        .with_attribute(("href", href))
        .write_empty()?;
    Ok(())
}

/// Returns what `write` writes inside the open elements, indented accordingly, without the tags of these elements.
pub(crate) fn inside(open: &[&str], write: impl FnOnce(&mut Writer<Vec<u8>>) -> io::Result<()>) -> Vec<u8> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    for name in open {
        xml.write_event(Event::Start(BytesStart::new(*name))).expect("memory takes all bytes");
    }
    let start = xml.get_ref().len();
    write(&mut xml).expect("memory takes all bytes");
    let mut bytes = xml.into_inner();
    bytes.drain(..start);
    bytes
}
