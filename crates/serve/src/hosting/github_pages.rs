use crate::Edition;

/// Returns a workflow that publishes the directory.
pub(super) fn configuration(edition: &Edition) -> String {
    let host = edition.base().iri().uri();
    let host = host.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let domain =
        if host.ends_with(".github.io") { String::new() } else { format!("      - run: echo {host} > dist/CNAME\n") };
    let moved = edition.manifest().moved.len();
    format!(
            "# Save it as `.github/workflows/pages.yml`.
#
# GitHub Pages serves files by path, with their media types and `Access-Control-Allow-Origin: *`, compresses texts, and leads
# from a page without its slash to the one with it. It chooses no format by `Accept`, answers 404 for the parts of an
# announcement, and 200 for the pages of withdrawn announcements. It cannot redirect the moved ids ({moved} now).
name: pages
on:
  push:
    branches: [main]
  schedule:
    - cron: \"5 * * * *\"
permissions:
  contents: read
  id-token: write
  pages: write
concurrency: pages
jobs:
  publish:
    runs-on: ubuntu-latest
    environment: github-pages
    steps:
      - uses: actions/checkout@v4
      - run: cargo xtask export
      # Files whose names begin with a dot are published too.
      - run: touch dist/.nojekyll
{domain}      - uses: actions/upload-pages-artifact@v4
        with:
          path: dist
          include-hidden-files: true
      - uses: actions/deploy-pages@v4
"
        )
}
