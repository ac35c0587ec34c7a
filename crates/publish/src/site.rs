use crate::{
    Plan, PublishError,
    cache::{Cache, NewCache},
    membership::Membership,
    neighbours::{Neighbour, Neighbours},
};
use anslag_core::{Announcement, DocumentFormat, Fingerprint, Publication};
use anslag_feed::FeedFormat;
use anslag_page::{Context, Feed, Picture, Renderer, Site};
use anslag_source::IndexEntry;
use std::path::Path;

/// The pages for people that are being written.
pub(crate) struct OpenSite<'a> {
    membership: &'a Membership<'a>,
    site: Site<'a>,
    /// The position of each feed of the membership among those of the site; `None` for one that is retired.
    feeds: Vec<Option<usize>>,
    fingerprint: Fingerprint,
    neighbours: Neighbours,
    /// `true` if the content that pages share is the same as in the previous publication.
    is_same: bool,
}

/// Renders the pages of announcements.
pub(crate) struct PageRenderer<'a> {
    open: &'a OpenSite<'a>,
    renderer: Renderer<'a>,
}

/// The name under which the cache knows what all pages share. No file has it.
const SHARED: &str = "announcement/";

impl<'a> OpenSite<'a> {
    /// Prepares to write the pages of a publication.
    pub(crate) fn new(
        membership: &'a Membership<'a>,
        plan: &Plan,
        cache: &Cache,
        folder: &Path,
    ) -> Result<Self, PublishError> {
        let publication = &membership.corpus.publication;
        let (mut feeds, mut positions) = (Vec::new(), Vec::new());
        for feed in &membership.feeds {
            let is_offered = feed.retired().is_none() && FeedFormat::preferred(publication).is_some();
            positions.push(is_offered.then_some(feeds.len()));
            if is_offered {
                feeds.push(offer(publication, feed));
            }
        }
        let documents = publication.output.document_formats().into_iter().map(DocumentFormat::format).collect();
        let site = Site::new(publication, feeds, documents);
        // Their conditions decide on which pages they are offered.
        let fingerprint = Fingerprint::of(&(site.fingerprint(), &publication.output.feeds));
        let is_same = cache.is_made_from(SHARED, fingerprint);
        let neighbours = Neighbours::new(membership.corpus, plan, folder)?;
        Ok(Self { membership, site, feeds: positions, fingerprint, neighbours, is_same })
    }

    /// Returns whether the page of an announcement that is the same is the same too. `number` is its number among those that
    /// are published.
    pub(crate) fn is_same_page(&self, cache: &Cache, number: u32, entry: &IndexEntry) -> Result<bool, PublishError> {
        let is_same = |near| cache.is_made_from(&Publication::page_path(&entry.id), near);
        Ok(self.is_same && is_same(self.neighbours.fingerprint(number)?))
    }

    /// Returns a renderer for pages of announcements.
    pub(crate) fn renderer(&'a self) -> PageRenderer<'a> {
        PageRenderer { open: self, renderer: Renderer::new(&self.site) }
    }

    /// Notes what all pages share, and what each says of its neighbours, for the next export.
    pub(crate) fn note(&self, plan: &Plan, cache: &mut NewCache) -> Result<(), PublishError> {
        for (number, entry) in (0..).zip(plan.entries(self.membership.corpus)) {
            cache.made_from(&Publication::page_path(&entry?.id), self.neighbours.fingerprint(number)?)?;
        }
        cache.made_from(SHARED, self.fingerprint)
    }

    /// Returns the feeds of the publication.
    pub(crate) fn feeds(&self) -> &[anslag_feed::Feed] {
        &self.membership.feeds
    }

    /// Returns the fingerprint of what all pages share.
    pub(crate) fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// Returns the feed of a notice board, given its number in the register's order; `None` if it is not offered.
    pub(crate) fn board_feed(&self, number: u32) -> Option<&Feed> {
        self.feed(self.membership.board(number))
    }

    /// Returns a feed, given its number among those of the membership; `None` if it is not offered.
    pub(crate) fn feed(&self, number: usize) -> Option<&Feed> {
        Some(&self.site.feeds[self.feeds[number]?])
    }

    /// Returns what all pages share.
    pub(crate) fn shared(&self) -> &Site<'a> {
        &self.site
    }
}

impl PageRenderer<'_> {
    /// Returns the neighbours of an announcement, given its number among those that are published.
    pub(crate) fn neighbours(&self, number: u32) -> Result<[Option<Neighbour>; 2], PublishError> {
        self.open.neighbours.of(number)
    }

    /// Renders the page of an announcement, given the document about it as JSON-LD and its neighbours.
    pub(crate) fn page(
        &mut self,
        plan: &Plan,
        entry: &IndexEntry,
        announcement: &Announcement,
        json_ld: &[u8],
        [earlier, later]: &[Option<Neighbour>; 2],
    ) -> String {
        let OpenSite { membership, site, feeds, .. } = self.open;
        let feeds: Vec<&Feed> = membership.of(entry).filter_map(|number| Some(&site.feeds[feeds[number]?])).collect();
        let context = Context {
            json_ld,
            pictures: &pictures(entry).collect::<Vec<_>>(),
            feeds: &feeds,
            versions: &plan.versions(&entry.id),
            earlier: earlier.as_ref(),
            later: later.as_ref(),
        };
        self.renderer.render(announcement, &context)
    }
}

/// Returns the pictures beside the source of an announcement.
pub(crate) fn pictures(entry: &IndexEntry) -> impl Iterator<Item = Picture<'_>> {
    entry.files.iter().filter_map(|file| {
        let (width, height) = file.sides?;
        Some(Picture { path: &file.name, width, height })
    })
}

/// Returns the folder of the page of a feed in the published layout. Its address, without the slash, is the identity of the feed.
pub(crate) fn page_folder(feed: &anslag_feed::Feed) -> String {
    format!("feed/{}/", feed.name())
}

/// Returns a feed as pages offer it.
pub(crate) fn offer(publication: &Publication, feed: &anslag_feed::Feed) -> Feed {
    let preferred = FeedFormat::preferred(publication);
    let others = FeedFormat::of(publication).filter(|format| Some(*format) != preferred);
    let address = |format: FeedFormat| (format.format(), publication.file(&anslag_feed::path(feed.name(), format)));
    Feed {
        kind: feed.subject.kind(),
        title: feed.title.clone(),
        label: feed.subject.label(),
        folder: page_folder(feed),
        addresses: preferred.into_iter().chain(others).map(address).collect(),
    }
}
