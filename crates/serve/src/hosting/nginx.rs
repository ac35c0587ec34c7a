use super::table::{compressible, document_formats, extensions, quote, see_others, shared_links, with_charset};
use crate::{
    Edition,
    answer::{HASHED_FOLDERS, IMMUTABLE, REVALIDATED},
    app::{EVERYWHERE, METHODS},
    media::TYPES_BY_PATH,
};
use anslag_core::Format;
use std::fmt::Write;

/// Returns a file for the folder of sites: maps, and one server.
pub(super) fn configuration(edition: &Edition) -> String {
    let mut out =
        "# Set `root` to the published directory, and put the file where nginx reads its sites.\n\n".to_owned();
    maps(edition, &mut out);
    out += "server {\n    listen 80;\n    listen [::]:80;\n    root /srv/www/dist;\n    index index.html;\n";
    out += "    absolute_redirect off;\n    server_tokens off;\n\n";
    types(&mut out);
    headers(&mut out);
    locations(edition, &mut out);
    out += "}\n";
    out
}

/// Writes the variables that depend on the request.
fn maps(edition: &Edition, out: &mut String) {
    let (root, base) = (edition.root(), edition.base().iri().uri());
    let formats = document_formats(edition);
    let map = |out: &mut String, of: &str, name: &str, rows: &[(String, String)]| {
        let _ = writeln!(out, "map {of} ${name} {{");
        for (key, value) in rows {
            let _ = writeln!(out, "    {key} {value};");
        }
        out.push_str("}\n");
    };
    let row = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    let accepted = |media_type: &str| format!("\"~*{}\"", quote(media_type));
    let documents = formats.iter().map(|(media_type, extension)| (accepted(media_type), (*extension).to_owned()));
    let any =
        |extension: &str| [row("\"\"", extension), row(r#""~\*/\*""#, extension), row(r#""~text/\*""#, extension)];

    *out += "# Extension of the format that a request accepts: of an announcement, and where there is no page.\n";
    let html = Format::Html.spec();
    let page = [row("default", "none"), (accepted(html.media_type), html.extension.to_owned())];
    let rows: Vec<_> = page.into_iter().chain(documents.clone()).chain(any(html.extension)).collect();
    map(out, "$http_accept", "anslag_format", &rows);
    let first = formats.first().map_or("none", |(_, extension)| extension);
    let rows: Vec<_> = [row("default", "none")].into_iter().chain(documents).chain(any(first)).collect();
    map(out, "$http_accept", "anslag_data", &rows);

    *out += "# The file that answers for an announcement, and the address that its parts lead to.\n";
    map(
        out,
        "$anslag_format",
        "anslag_variant",
        &[
            row("default", "/data/announcement/$anslag_id.$anslag_format"),
            row(html.extension, "/announcement/$anslag_id/index.html"),
        ],
    );
    map(
        out,
        "$anslag_format",
        "anslag_document",
        &[
            row("default", &format!("{root}data/announcement/$anslag_id.$anslag_format")),
            row(html.extension, &format!("{root}announcement/$anslag_id/")),
        ],
    );

    *out += "# New addresses of announcements that have moved.\n";
    let moved = edition.manifest().moved.iter().map(|(old, new)| {
        let key = format!("\"~^/announcement/{}(?<anslag_rest>/.*)?$\"", quote(old));
        (key, format!("{root}announcement/{new}$anslag_rest"))
    });
    let rows: Vec<_> = [row("default", "\"\"")].into_iter().chain(moved).collect();
    map(out, "$uri", "anslag_moved", &rows);

    *out += "# Headers.\n";
    map(
        out,
        "$uri",
        "anslag_cache",
        &[
            row("default", &format!("\"{REVALIDATED}\"")),
            (
                format!(r#""~^/({})/(.*[/.-])?[0-9a-f]{{16,}}\.[^/]*$""#, HASHED_FOLDERS.join("|")),
                format!("\"{IMMUTABLE}\""),
            ),
        ],
    );
    let negotiated: Vec<_> = see_others(edition).iter().map(|(prefix, ..)| quote(prefix)).collect();
    let negotiated =
        format!("\"~^{}(announcement/|data/announcement/[^/.?]+(\\?|$)|{})\"", quote(root), negotiated.join("|"));
    map(out, "$request_uri", "anslag_vary", &[row("default", "\"\""), (negotiated, "Accept".to_owned())]);
    map(out, "$status", "anslag_allow", &[row("default", "\"\""), row("405", &format!("\"{METHODS}\""))]);
    map(
        out,
        "$uri",
        "anslag_address",
        &[
            row("default", &format!("{root}$anslag_path")),
            row(r#""~^/(?<anslag_folder>(.*/)?)index\.html$""#, &format!("{root}$anslag_folder")),
        ],
    );
    map(out, "$uri", "anslag_path", &[row(r#""~^/(?<anslag_rest_of_path>.*)$""#, "$anslag_rest_of_path")]);
    map(out, "$status$anslag_vary", "anslag_location", &[row("default", "\"\""), row("200Accept", "$anslag_address")]);
    let mut alternates = String::new();
    for (media_type, extension) in &formats {
        let _ = write!(
            alternates,
            ", <{root}data/announcement/$anslag_page.{extension}>; rel=\"alternate\"; type=\"{media_type}\""
        );
    }
    let shared = shared_links(edition);
    map(
        out,
        "$uri",
        "anslag_link",
        &[
            row("default", &format!("'{shared}'")),
            (
                r#""~^/announcement/(?<anslag_page>[^/]+)/index\.html$""#.to_owned(),
                format!("'<{base}announcement/$anslag_page>; rel=\"canonical\"{alternates}, {shared}'"),
            ),
        ],
    );
    out.push('\n');
}

/// Writes media types and compression.
fn types(out: &mut String) {
    *out += "    types {\n";
    for (media_type, extensions) in extensions() {
        let _ = writeln!(out, "        {media_type} {};", extensions.join(" "));
    }
    *out += "    }\n    default_type application/octet-stream;\n    charset utf-8;\n";
    let without = |media_types: Vec<&'static str>| {
        // nginx has this one always.
        media_types.into_iter().filter(|media_type| *media_type != "text/html").collect::<Vec<_>>().join(" ")
    };
    let _ = writeln!(out, "    charset_types {};", without(with_charset()));
    *out += "    gzip on;\n    gzip_static on;\n    gzip_vary on;\n    gzip_proxied any;\n";
    let _ = writeln!(out, "    gzip_types {};\n", without(compressible()));
}

/// Writes the headers of every answer.
fn headers(out: &mut String) {
    for (name, value) in EVERYWHERE {
        let _ = writeln!(out, "    add_header {name} \"{value}\" always;");
    }
    for (name, value) in [
        ("access-control-allow-methods", format!("\"{METHODS}\" always")),
        ("access-control-allow-headers", "\"*\" always".to_owned()),
        ("allow", "$anslag_allow always".to_owned()),
        ("cache-control", "$anslag_cache".to_owned()),
        ("content-location", "$anslag_location".to_owned()),
        ("link", "$anslag_link".to_owned()),
        ("vary", "$anslag_vary always".to_owned()),
    ] {
        let _ = writeln!(out, "    add_header {name} {value};");
    }
    *out += "    if ($request_method = OPTIONS) { return 204; }\n";
    *out += "    if ($request_method !~ ^(GET|HEAD)$) { return 405; }\n\n";
}

/// Writes which addresses are answered with what.
fn locations(edition: &Edition, out: &mut String) {
    let root = edition.root();
    if root != "/" {
        // nginx compares decoded paths.
        let _ = writeln!(out, "    rewrite ^{}(.*)$ /$1;", quote(&edition.decoded_root()));
    }
    *out += "    # The address of a page ends with a slash.\n";
    let _ = write!(
        out,
        "    location / {{\n        if (-f $request_filename/index.html) {{ rewrite ^(.*)$ {}$1/ permanent; }}\n        \
         try_files $uri =404;\n    }}\n",
        root.trim_end_matches('/')
    );
    for (start, end, media_type) in TYPES_BY_PATH {
        let _ = writeln!(
            out,
            "    location ~ ^/{}.*{}$ {{ types {{ }} default_type {media_type}; }}",
            quote(start),
            quote(end)
        );
    }
    let moved = "        if ($anslag_moved) { return 308 $anslag_moved; }\n";
    let turtle = Format::Turtle.spec().extension;
    let has_turtle = document_formats(edition).iter().any(|(_, extension)| *extension == turtle);
    let document = format!("!-f $document_root/data/announcement/$anslag_id.{turtle}");
    let gone = if has_turtle {
        format!(
            "        if (!-f $document_root/announcement/$anslag_id/index.html) {{ return 404; }}\n        \
             # Withdrawn or expired: only the page is left, which says so.\n        \
             if ({document}) {{ return 410; }}\n        error_page 410 /announcement/$anslag_id/index.html;\n"
        )
    } else {
        "        if (!-f $document_root/announcement/$anslag_id/index.html) { return 404; }\n".to_owned()
    };
    *out += "    location ~ /index\\.html$ { }\n";
    let _ = write!(
        out,
        "    location ~ ^/announcement/(?<anslag_id>[^/]+)$ {{\n{moved}{gone}        try_files $anslag_variant =406;\n    }}\n    \
         location ~ ^/announcement/(?<anslag_id>[^/]+)/$ {{\n{moved}{gone}        try_files /announcement/$anslag_id/index.html =404;\n    }}\n"
    );
    if has_turtle {
        let _ = write!(
            out,
            "    location ~ ^/announcement/(?<anslag_id>[^/]+)/.+ {{ try_files $uri @anslag_part; }}\n    \
             location @anslag_part {{\n{moved}        if ({document}) {{ return 404; }}\n        \
             if ($anslag_format = none) {{ return 406; }}\n        return 303 $anslag_document;\n    }}\n    \
             location ~ ^/data/announcement/(?<anslag_id>[^/.]+)$ {{\n        \
             if ({document}) {{ return 404; }}\n        try_files $uri.$anslag_data =406;\n    }}\n"
        );
    }
    // A directory without a page is no address. The module `index` would answer 403.
    *out += "    location ~ /$ { try_files ${uri}index.html =404; }\n";
    for (prefix, stem, is_file) in see_others(edition) {
        let target = if is_file { stem } else { format!("{stem}.$anslag_data") };
        let more = if prefix.ends_with('/') { ".*[^/]$" } else { "(/.*[^/])?$" };
        let _ = write!(
            out,
            "    location ~ ^/{}{more} {{\n        set $anslag_page_of \"\";\n        \
             if (-f $document_root$uri/index.html) {{ set $anslag_page_of $anslag_format; }}\n        \
             if ($anslag_page_of = html) {{ return 303 {}$uri/; }}\n        \
             if ($anslag_data = none) {{ return 406; }}\n        return 303 {root}{target};\n    }}\n",
            quote(prefix),
            root.trim_end_matches('/'),
        );
    }
}
