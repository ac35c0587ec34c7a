use crate::{
    PublishError, Work,
    cache::NewCache,
    entries::Entries,
    error::Attempt,
    export::Export,
    feed_pages::write_feed_page,
    membership::Membership,
    page_plan::{Member, PagePlan, page_plans},
};
use anslag_core::{Fingerprint, Format, Moment, Publication};
use anslag_feed::{FeedFormat, Page, RenderedEntry, Renderer, list, write_page};
use anslag_pipeline::in_order;
use std::io::Write;

/// The feeds that are being written, page by page.
pub(crate) struct FeedWriter<'a> {
    pub(crate) membership: &'a Membership<'a>,
    pub(crate) export: &'a Export<'a>,
    pub(crate) entries: &'a Entries<'a, RenderedEntry>,
}

/// A page that is written: its path without an extension, and what it was made from.
struct WrittenPage {
    path: String,
    fingerprint: Fingerprint,
    is_kept: bool,
    /// Path of the page about the feed in the main language, and what it was made from.
    about: Option<(String, Fingerprint)>,
}

impl FeedWriter<'_> {
    /// Writes every page of every feed, and the lists of them.
    pub(crate) fn write(&self, cache: &mut NewCache, work: &mut Work) -> Result<(), PublishError> {
        if FeedFormat::preferred(self.publication()).is_none() {
            return Ok(());
        }
        let mut pages = page_plans(self.membership, self.export.plan);
        let note = |page: WrittenPage| {
            *if page.is_kept { &mut work.pages_kept } else { &mut work.pages_rendered } += 1;
            if let Some((path, fingerprint)) = &page.about {
                cache.made_from(path, *fingerprint)?;
            }
            cache.made_from(&page.path, page.fingerprint)
        };
        in_order(self.export.threads, || pages.next().transpose(), |page| self.write_page(&page), note)?;
        let (publication, feeds) = (self.publication(), &self.membership.feeds);
        if publication.output.has(Format::Rss) || publication.output.has(Format::Atom) {
            let stylesheet = anslag_feed::stylesheet(publication);
            let path = anslag_feed::stylesheet_path(publication);
            self.export.staging.write(&path, |out| out.write_all(stylesheet.as_bytes()))?;
        }
        self.export.staging.write(list::OPML, |out| list::opml(publication, feeds, out).map(drop))?;
        self.export.staging.write(list::JSON, |out| list::json(publication, feeds, out).map(drop))?;
        Ok(())
    }

    /// Writes a page in every format, unless it is unchanged. In memory are its entries and no others.
    fn write_page(&self, plan: &PagePlan) -> Result<WrittenPage, PublishError> {
        let feed = &self.membership.feeds[plan.feed];
        let ended = feed.retired().filter(|own| own.date.date() <= self.export.plan.day && plan.archive.is_none());
        let page = Page {
            publication: self.publication(),
            feed,
            archive: plan.archive,
            previous: plan.previous,
            next: plan.next,
            updated: match ended {
                Some(retired) => Moment::Date(retired.date).instant(&self.publication().zone),
                None => {
                    let newest = plan.entries.first().map(|(_, entry)| entry.updated_at);
                    newest.max(plan.gone.last).unwrap_or(self.export.plan.beginning)
                }
            },
            has_ended: ended.is_some(),
            tombstones: &plan.gone.tombstones,
        };
        let about = match self.export.site.filter(|_| plan.archive.is_none() && ended.is_none()) {
            Some(site) => Some(write_feed_page(self.export, site, feed, plan)?),
            None => None,
        };
        let last_entry = ended.map(|retired| Renderer::new(self.publication()).render_retirement(feed, retired));
        let fingerprint = self.fingerprint(&page, plan, last_entry.as_slice())?;
        let path = page.name();
        if self.export.cache.is_made_from(&path, fingerprint) && self.keep_page(&page)? {
            return Ok(WrittenPage { path, fingerprint, is_kept: true, about });
        }
        let entries: Vec<RenderedEntry> = match last_entry {
            Some(entry) => vec![entry],
            None => {
                let read = |(number, entry): &Member| self.entries.get(*number, entry);
                plan.entries.iter().map(read).collect::<Result<_, _>>()?
            }
        };
        for format in FeedFormat::of(self.publication()) {
            self.export.staging.write(&page.path(format), |out| write_page(&page, &entries, format, out).map(drop))?;
        }
        Ok(WrittenPage { path, fingerprint, is_kept: false, about })
    }

    /// Returns the fingerprint of everything around the entries of a page, and of the inputs of these.
    fn fingerprint(
        &self,
        page: &Page<'_>,
        plan: &PagePlan,
        last_entry: &[RenderedEntry],
    ) -> Result<Fingerprint, PublishError> {
        let empty = |format| write_page(page, last_entry, format, Vec::new());
        let around = FeedFormat::of(self.publication()).map(empty).collect::<Result<Vec<_>, _>>();
        let around = around.map_err(PublishError::io(Attempt::Render, page.name()))?;
        let entries: Vec<Fingerprint> =
            plan.entries.iter().map(|(_, entry)| self.export.plan.fingerprint(entry)).collect();
        Ok(Fingerprint::of(&(around, self.publication().fingerprint(), entries)))
    }

    /// Copies a page in every format from the previous publication. Returns `false` if one is missing.
    fn keep_page(&self, page: &Page<'_>) -> Result<bool, PublishError> {
        let paths: Vec<String> = FeedFormat::of(self.publication()).map(|format| page.path(format)).collect();
        let is_there = paths.iter().all(|path| self.export.staging.previous().entry(path).is_some());
        if is_there {
            paths.iter().try_for_each(|path| self.export.staging.keep(path).map(drop))?;
        }
        Ok(is_there)
    }

    fn publication(&self) -> &Publication {
        &self.membership.corpus.publication
    }
}
