use super::table::{compressible, document_formats, extensions, quote, see_others, shared_links};
use crate::{
    Edition,
    answer::{HASHED_FOLDERS, IMMUTABLE, REVALIDATED},
    app::{EVERYWHERE, METHODS},
    media::{TYPES_BY_PATH, has_charset},
};
use anslag_core::Format;
use std::fmt::Write;

/// Returns a `.htaccess`, which may also be put into the `<Directory>` of the published directory.
pub(super) fn configuration(edition: &Edition) -> String {
    let mut out =
        "# Save it as `static/.htaccess` of the data directory, or in the `<Directory>` of the published directory.\n"
            .to_owned();
    out += "# It needs the modules headers, rewrite, setenvif, deflate and filter.\n\n";
    out += "Options -Indexes -MultiViews\nDirectoryIndex index.html\nDirectorySlash Off\n\n";
    types(&mut out);
    headers(edition, &mut out);
    rewrites(edition, &mut out);
    out
}

/// Writes media types and compression.
fn types(out: &mut String) {
    for (media_type, extensions) in extensions() {
        let extensions = extensions.iter().map(|extension| format!(".{extension}")).collect::<Vec<_>>().join(" ");
        let _ = writeln!(out, "AddType {media_type} {extensions}");
        if has_charset(media_type) {
            let _ = writeln!(out, "AddCharset utf-8 {extensions}");
        }
    }
    // A compressed dump is a file of its own, and no coding of another.
    *out += "RemoveEncoding .gz .zst\n";
    for (start, end, media_type) in TYPES_BY_PATH {
        let charset = if has_charset(media_type) { "; charset=utf-8" } else { "" };
        let _ = writeln!(
            out,
            "<If \"%{{REQUEST_URI}} =~ m#/{}.*{}$#\">\n    ForceType \"{media_type}{charset}\"\n</If>",
            quote(start),
            quote(end)
        );
    }
    let _ = writeln!(out, "AddOutputFilterByType DEFLATE {}\n", compressible().join(" "));
}

/// Writes the headers of every answer.
fn headers(edition: &Edition, out: &mut String) {
    // In values, `%` begins a variable.
    let literal = |value: &str| value.replace('%', "%%");
    let escape = |value: &str| value.replace('"', "\\\"");
    let (root, base) = (edition.root(), edition.base().iri().uri());
    // Apache compares decoded paths.
    let decoded = quote(&edition.decoded_root());
    for (name, value) in
        EVERYWHERE.into_iter().chain([("access-control-allow-methods", METHODS), ("access-control-allow-headers", "*")])
    {
        let _ = writeln!(out, "Header always set {name} \"{value}\"");
    }
    let _ = writeln!(out, "Header set cache-control \"{REVALIDATED}\"");
    let _ = writeln!(
        out,
        "<If \"%{{REQUEST_URI}} =~ m#^{}({})/(.*[/.-])?[0-9a-f]{{16,}}\\.[^/]*$#\">\n    Header set cache-control \"{IMMUTABLE}\"\n</If>",
        decoded,
        HASHED_FOLDERS.join("|")
    );
    let negotiated: Vec<_> = see_others(edition).iter().map(|(prefix, ..)| quote(prefix)).collect();
    let _ = writeln!(
        out,
        "<If \"%{{THE_REQUEST}} =~ m#^[A-Z]+ {}(announcement/|data/announcement/[^/. ?]+[ ?]|{})#\">\n    Header always merge vary Accept\n</If>",
        quote(root),
        negotiated.join("|")
    );
    let mut alternates = String::new();
    for (media_type, extension) in document_formats(edition) {
        let _ = write!(
            alternates,
            ", <{}data/announcement/%{{ANSLAG_PAGE}}e.{extension}>; rel=\"alternate\"; type=\"{media_type}\"",
            literal(root)
        );
    }
    let shared = literal(&shared_links(edition));
    let _ = writeln!(out, "Header set link \"{}\"", escape(&shared));
    let _ = writeln!(out, "SetEnvIf Request_URI \"^{decoded}announcement/([^/]+)/(index\\.html)?$\" ANSLAG_PAGE=$1");
    let base = literal(&base);
    let page = format!("<{base}announcement/%{{ANSLAG_PAGE}}e>; rel=\"canonical\"{alternates}, {shared}");
    let _ = writeln!(out, "Header set link \"{}\" env=ANSLAG_PAGE\n", escape(&page));
}

/// Writes which addresses are answered with what.
fn rewrites(edition: &Edition, out: &mut String) {
    // It compares decoded paths, and encodes those that it redirects to.
    let root = edition.decoded_root();
    let rule = |out: &mut String, conditions: &[&str], pattern: &str, target: &str, flags: &str| {
        for condition in conditions {
            let _ = writeln!(out, "RewriteCond {condition}");
        }
        let _ = writeln!(out, "RewriteRule {pattern} {target} [{flags}]");
    };
    let _ = writeln!(out, "RewriteEngine On\nRewriteBase {root}");
    rule(out, &["%{REQUEST_METHOD} =OPTIONS"], "^", "-", "R=204,L");
    rule(out, &["%{REQUEST_METHOD} !^(GET|HEAD)$"], "^", "-", "R=405,L");
    for (old, new) in &edition.manifest().moved {
        rule(
            out,
            &[],
            &format!("^announcement/{}(/.*)?$", quote(old)),
            &format!("{root}announcement/{new}$1"),
            "R=308,L",
        );
    }
    let formats = document_formats(edition);
    let first = formats.first().map_or("none", |(_, extension)| extension);
    *out += "# Extension of the format that a request accepts: of an announcement, and where there is no page. The last counts.\n";
    rule(out, &[], "^", "-", "E=ANSLAG_FORMAT:none,E=ANSLAG_DATA:none");
    rule(out, &[r"%{HTTP_ACCEPT} ^$|\*/\*|text/\*"], "^", "-", &format!("E=ANSLAG_FORMAT:html,E=ANSLAG_DATA:{first}"));
    for (media_type, extension) in formats.iter().rev() {
        let accepts = format!("%{{HTTP_ACCEPT}} {} [NC]", quote(media_type));
        rule(out, &[&accepts], "^", "-", &format!("E=ANSLAG_FORMAT:{extension},E=ANSLAG_DATA:{extension}"));
    }
    let html = Format::Html.spec();
    rule(
        out,
        &[&format!("%{{HTTP_ACCEPT}} {} [NC]", quote(html.media_type))],
        "^",
        "-",
        &format!("E=ANSLAG_FORMAT:{}", html.extension),
    );

    let turtle = Format::Turtle.spec().extension;
    let page = format!("%{{DOCUMENT_ROOT}}{root}announcement/$1/index.html -f");
    let document = format!("%{{DOCUMENT_ROOT}}{root}data/announcement/$1.{turtle}");
    let (is_there, is_gone) = (format!("{document} -f"), format!("{document} !-f"));
    let is_html = format!("%{{ENV:ANSLAG_FORMAT}} ={}", html.extension);
    let has_turtle = formats.iter().any(|(_, extension)| *extension == turtle);
    if has_turtle {
        *out += "# Withdrawn or expired: only the page is left, which says so.\n";
        let _ = writeln!(out, "ErrorDocument 410 {root}announcement/%{{reqenv:ANSLAG_GONE}}/index.html");
        let is_first = "%{ENV:REDIRECT_STATUS} ^$";
        rule(out, &[is_first, &page, &is_gone], "^announcement/([^/]+)/?$", "-", "E=ANSLAG_GONE:$1,R=410,L");
    }
    rule(out, &[&is_html, &page], "^announcement/([^/]+)$", "announcement/$1/index.html", "L");
    let variant = |name: &str| format!("%{{DOCUMENT_ROOT}}{root}data/announcement/$1.%{{ENV:{name}}} -f");
    rule(out, &[&variant("ANSLAG_FORMAT")], "^announcement/([^/]+)$", "data/announcement/$1.%{ENV:ANSLAG_FORMAT}", "L");
    rule(out, &[&page], "^announcement/([^/]+)$", "-", "R=406,L");
    if has_turtle {
        rule(
            out,
            &[&variant("ANSLAG_DATA")],
            "^data/announcement/([^/.]+)$",
            "data/announcement/$1.%{ENV:ANSLAG_DATA}",
            "L",
        );
        rule(out, &[&is_there], "^data/announcement/([^/.]+)$", "-", "R=406,L");
        let is_part = ["%{REQUEST_FILENAME} !-f", &is_there];
        let part = "^announcement/([^/]+)/.+$";
        rule(out, &[is_part[0], is_part[1], &is_html], part, &format!("{root}announcement/$1/"), "R=303,L");
        rule(out, &[is_part[0], is_part[1], "%{ENV:ANSLAG_FORMAT} =none"], part, "-", "R=406,L");
        rule(out, &is_part, part, &format!("{root}data/announcement/$1.%{{ENV:ANSLAG_FORMAT}}"), "R=303,L");
    }
    // `DirectoryIndex` leads from a folder to its page.
    rule(out, &["%{REQUEST_FILENAME} -f"], r"/index\.html$", "-", "L");
    for (prefix, stem, is_file) in see_others(edition) {
        let more = if prefix.ends_with('/') { ".*[^/]$" } else { "(/.*[^/])?$" };
        let pattern = format!("^{}{more}", quote(prefix));
        rule(
            out,
            &[&is_html, "%{REQUEST_FILENAME}/index.html -f"],
            &format!("({pattern})"),
            &format!("{root}$1/"),
            "R=303,L",
        );
        rule(out, &["%{ENV:ANSLAG_DATA} =none"], &pattern, "-", "R=406,L");
        let target = if is_file { stem } else { format!("{stem}.%{{ENV:ANSLAG_DATA}}") };
        rule(out, &[], &pattern, &format!("{root}{target}"), "R=303,L");
    }
    *out += "# A directory without a page is no address.\n";
    rule(out, &["%{REQUEST_FILENAME} -d", "%{REQUEST_FILENAME}/index.html !-f"], "^", "-", "R=404,L");
    *out += "# The address of a page ends with a slash.\n";
    rule(out, &["%{REQUEST_FILENAME} -d"], "^(.+[^/])$", &format!("{root}$1/"), "R=301,L");
}
