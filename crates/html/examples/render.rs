//! Renders Markdown from standard input as sanitised HTML:
//!
//! ```sh
//! echo 'See [more](page.html).<script>alert(1)</script>' | cargo run -p anslag-html --example render https://example.org/
//! ```

use anslag_core::Body;
use anslag_html::{BaseUrl, Sanitizer};
use std::{
    error::Error,
    io::{self, Read, Write},
};

fn main() -> Result<(), Box<dyn Error>> {
    let base = std::env::args().nth(1);
    let mut markdown = String::new();
    io::stdin().read_to_string(&mut markdown)?;
    let body = Body::new(&markdown)?;
    let html = Sanitizer::new().render(&body, base.as_deref().and_then(BaseUrl::parse).as_ref());
    io::stdout().write_all(html.as_bytes())?;
    Ok(())
}
