use crate::{
    PublishError, Work,
    cache::NewCache,
    entries::Entries,
    export::Export,
    list_plan::{ListPlan, ListSizes, list_plans},
    lists::Lists,
    site::OpenSite,
    start::is_for,
};
use anslag_core::Fingerprint;
use anslag_page::{LISTS, ListOverview, ListPage, Listed, ListedText};
use anslag_pipeline::in_order;
use std::io::Write;

/// The lists of announcements that are being written, page by page.
pub(crate) struct ListWriter<'a> {
    export: &'a Export<'a>,
    site: &'a OpenSite<'a>,
    items: &'a Entries<'a, ListedText>,
}

/// A page that is written: its path, and what it was made from.
struct WrittenPage {
    path: String,
    fingerprint: Fingerprint,
    is_kept: bool,
}

impl<'a> ListWriter<'a> {
    /// Prepares to write lists of these items.
    pub(crate) fn new(export: &'a Export<'a>, site: &'a OpenSite<'a>, items: &'a Entries<'a, ListedText>) -> Self {
        Self { export, site, items }
    }

    /// Writes every page of every list in each language, and the overview of the lists.
    pub(crate) fn write(&self, cache: &mut NewCache, work: &mut Work) -> Result<(), PublishError> {
        let Export { corpus, plan, .. } = *self.export;
        let lists = Lists::new(corpus, plan, self.site.feeds())?;
        let sizes = ListSizes::new(&lists, corpus, plan, &self.site.shared().languages())?;
        let mut pages = list_plans(&lists, &sizes, corpus, plan);
        let note = |pages: Vec<WrittenPage>| {
            pages.into_iter().try_for_each(|page| {
                *if page.is_kept { &mut work.lists_kept } else { &mut work.lists_rendered } += 1;
                cache.made_from(&page.path, page.fingerprint)
            })
        };
        let write = |page: ListPlan| self.write_page(&lists, &sizes, &page);
        in_order(self.export.threads, || pages.next().transpose(), write, note)?;
        self.write_overview(&lists, &sizes)
    }

    /// Writes a page in each language, unless it is unchanged. In memory are its items and no others.
    fn write_page(
        &self,
        lists: &Lists<'_>,
        sizes: &ListSizes,
        plan: &ListPlan,
    ) -> Result<Vec<WrittenPage>, PublishError> {
        let Export { staging, cache, .. } = *self.export;
        let (site, list) = (self.site.shared(), lists.all[plan.list]);
        let shared = (self.site.fingerprint(), self.export.publication().fingerprint());
        let mut texts: Option<Vec<ListedText>> = None;
        let mut written = Vec::new();
        for language in site.languages() {
            let is_listed = |own: &usize| {
                let entry = &plan.members[*own].1;
                is_for(self.export.plan, &entry.id, &entry.facets.language, language)
            };
            let listed: Vec<usize> = (0..plan.members.len()).filter(is_listed).collect();
            let around = ListPage {
                list,
                language,
                number: plan.number,
                newer: plan.newer,
                older: plan.older,
                count: plan.number.is_none().then(|| sizes.count(plan.list, language)),
                feed: lists.feeds[plan.list].and_then(|feed| self.site.feed(feed)),
                announcements: &[],
            };
            let path = site.list_path(list, language, plan.number);
            let members: Vec<Fingerprint> =
                listed.iter().map(|own| self.export.plan.fingerprint(&plan.members[*own].1)).collect();
            let fingerprint = Fingerprint::of(&(shared, site.list_title(list, language), around.place(), members));
            let is_kept = cache.is_made_from(&path, fingerprint) && staging.keep(&path)?.is_some();
            if !is_kept {
                let texts = match &mut texts {
                    Some(texts) => texts,
                    None => texts.insert(self.texts(plan)?),
                };
                let announcement = |own: &usize| {
                    let (entry, text) = (&plan.members[*own].1, &texts[*own]);
                    let listed = Listed {
                        id: &entry.id,
                        kind: entry.facets.kind,
                        language: &entry.facets.language,
                        published: entry.published,
                        title: text.title(),
                        lead: text.lead(),
                    };
                    (entry.published_date, listed)
                };
                let announcements: Vec<_> = listed.iter().map(announcement).collect();
                let page = site.list(&ListPage { announcements: &announcements, ..around });
                staging.write(&path, |out| out.write_all(page.as_bytes()))?;
            }
            written.push(WrittenPage { path, fingerprint, is_kept });
        }
        Ok(written)
    }

    /// Reads the texts of the announcements of a page.
    fn texts(&self, plan: &ListPlan) -> Result<Vec<ListedText>, PublishError> {
        plan.members.iter().map(|(number, entry)| self.items.get(*number, entry)).collect()
    }

    /// Writes the overview of the lists that are not empty, in each language.
    fn write_overview(&self, lists: &Lists<'_>, sizes: &ListSizes) -> Result<(), PublishError> {
        let site = self.site.shared();
        for language in site.languages() {
            let count = |(number, list)| Some((list, sizes.count(number, language))).filter(|(_, count)| *count > 0);
            let counted: Vec<_> = (0..).zip(lists.all.iter().copied()).filter_map(count).collect();
            let page = site.lists(&ListOverview { language, lists: &counted });
            self.export.staging.write(&site.path(LISTS, language), |out| out.write_all(page.as_bytes()))?;
        }
        Ok(())
    }
}
