use super::select::{attribute, first};
use scraper::Html;

/// Places on a page, as CSS selectors. The first one that matches counts.
#[derive(Debug)]
pub(super) struct System {
    /// Beginning of `<meta name="generator">`, in lower case.
    generator: &'static str,
    /// Element that only pages of the system have.
    sign: &'static str,
    pub(super) title: &'static [&'static str],
    pub(super) published: &'static [&'static str],
    pub(super) updated: &'static [&'static str],
    pub(super) lead: &'static [&'static str],
    pub(super) content: &'static [&'static str],
    pub(super) contacts: &'static [&'static str],
    pub(super) log: &'static [&'static str],
}

/// Systems that are recognised by their pages.
const SYSTEMS: [System; 3] = [
    System {
        generator: "sitevision",
        sign: ".sv-text-portlet, .sv-layout",
        title: &["main h1", "h1"],
        published: &[".publish-date", ".published", "time.published", "[class*=publicerad]"],
        updated: &[".updated-date", ".updated", "time.updated"],
        lead: &["main .preamble", "main .ingress", "main .lead", "main .intro"],
        content: &["main", "[role=main]", "#Mittkolumn", "#Innehall"],
        contacts: &[".contact-card", ".contact", ".kontakt", ".kontaktkort", ".vcard"],
        log: &[".update-log", ".updates", ".uppdateringar"],
    },
    System {
        generator: "wordpress",
        sign: "link[href*='/wp-content/'], .entry-content",
        title: &["h1.entry-title", "article h1", "h1"],
        published: &["time.published", "time.entry-date", ".posted-on time", ".posted-on", ".entry-date"],
        updated: &["time.updated", ".modified time", ".modified"],
        lead: &["article .lead", "article .preamble", "article .ingress", "article .entry-summary"],
        content: &[".entry-content", "article", "main"],
        contacts: &[".contact-card", ".contact", ".kontakt", ".vcard"],
        log: &[".update-log", ".updates", ".uppdateringar"],
    },
    System {
        generator: "drupal",
        sign: "[data-drupal-selector], .node__content",
        title: &["h1.page-title", "h1"],
        published: &[
            ".field--name-field-date time",
            ".node__submitted time",
            ".field--name-created time",
            ".node__submitted",
        ],
        updated: &[".field--name-changed time", ".node__changed time", ".node__changed"],
        lead: &[".field--name-field-lead", ".field--name-field-ingress", ".field--name-field-preamble"],
        content: &[".node__content", "article.node", "main"],
        contacts: &[".field--name-field-contact", ".field--name-field-contacts", ".contact", ".vcard"],
        log: &[".field--name-field-updates", ".update-log", ".updates"],
    },
];

/// Places on a page of an unknown system that says what is its main part.
const UNKNOWN: System = System {
    generator: "",
    sign: "",
    title: &["main h1", "article h1", "h1"],
    published: &["time[pubdate]", "time.published", ".published"],
    updated: &["time.updated", ".updated"],
    lead: &["main .lead", "main .preamble", "main .ingress", "article .lead", "article .ingress"],
    content: &["main article", "main", "[role=main]", "article"],
    contacts: &[".contact", ".kontakt", ".vcard"],
    log: &[".update-log", ".updates"],
};

/// Elements that are no part of an announcement, on the pages of any system.
pub(super) const REMOVED: &str = "header nav, nav, footer, aside, [class*=cookie], [id*=cookie], [class*=consent], [role=alert], \
     [role=alertdialog], [role=dialog], [class*=alert-banner], [class*=crisis], [class*=krisinformation], [class*=breadcrumb], \
     [class*=readspeaker], [class*=share], [class*=social], .skip-link, .visually-hidden, .sr-only, .screen-reader-text, \
     [hidden], .sv-hide-sr-only, .sv-visually-hidden, .tags-links, .jp-relatedposts, .related, .comments-area, .pager";

impl System {
    /// Returns the system that a page comes from, by its generator or its elements.
    pub(super) fn of(html: &Html) -> &'static Self {
        let generator = attribute(html, "meta[name=generator]", "content").unwrap_or_default().to_lowercase();
        let by_name = SYSTEMS.iter().find(|system| generator.starts_with(system.generator));
        by_name.or_else(|| SYSTEMS.iter().find(|system| first(html, &[system.sign]).is_some())).unwrap_or(&UNKNOWN)
    }
}
