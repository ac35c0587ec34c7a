use anslag_core::{AnnouncementType, LanguageTag};
use anslag_feed::{Feed, Subject, UsedKeys};
use anslag_source::{Corpus, IndexEntry};
use std::{collections::HashMap, sync::Arc};

/// Returns the feeds of a corpus: of everything, of each topic, type, language, publisher and notice board, then those of
/// the settings.
///
/// They do not depend on the day whose state is published. None goes as long as the register and the settings keep their
/// entries.
#[must_use]
pub fn feeds(corpus: &Corpus) -> Vec<Feed> {
    let organizations: Vec<_> = corpus.publication.register.organizations().collect();
    let key = |number: &u32| organizations[*number as usize].key.clone();
    let used = UsedKeys {
        languages: corpus.used.languages.clone(),
        organizations: corpus.used.organizations.iter().map(key).collect(),
    };
    anslag_feed::feeds(&corpus.publication, &used)
}

/// The feeds of a corpus, and which of them an announcement is in.
pub(crate) struct Membership<'a> {
    pub(crate) corpus: &'a Corpus,
    pub(crate) feeds: Vec<Feed>,
    /// The feed of everything, of each topic, type and language, of each organisation and of each board, in the order of the
    /// register.
    all: usize,
    topics: Vec<usize>,
    types: HashMap<AnnouncementType, usize>,
    languages: HashMap<LanguageTag, usize>,
    organizations: Vec<Option<usize>>,
    boards: Vec<usize>,
    /// The feeds of the settings, in their order.
    custom: Vec<usize>,
}

impl<'a> Membership<'a> {
    pub(crate) fn new(corpus: &'a Corpus) -> Self {
        let feeds = feeds(corpus);
        let publication = &corpus.publication;
        let register = &publication.register;
        let numbers: HashMap<&str, usize> = feeds.iter().map(Feed::name).zip(0..).collect();
        let find = |subject: Subject| numbers.get(subject.name().as_str()).copied();
        let there = |subject: Subject| find(subject).expect("it has a feed");
        let language = |tag: &LanguageTag| (tag.clone(), there(Subject::Language(tag.primary_tag())));
        Self {
            corpus,
            all: there(Subject::All),
            topics: register.topics().map(|topic| there(Subject::Topic(Arc::clone(topic)))).collect(),
            types: AnnouncementType::ALL.into_iter().map(|kind| (kind, there(Subject::Type(kind)))).collect(),
            languages: corpus.used.languages.iter().map(language).collect(),
            organizations: register
                .organizations()
                .map(|organization| find(Subject::Publisher(Arc::clone(organization))))
                .collect(),
            boards: register.boards().map(|board| there(Subject::Board(Arc::clone(board)))).collect(),
            custom: publication.output.feeds.iter().map(|custom| there(Subject::Custom(Arc::clone(custom)))).collect(),
            feeds,
        }
    }

    /// Returns the feed of a notice board, given its number in the register's order, as a number in `feeds`.
    pub(crate) fn board(&self, number: u32) -> usize {
        self.boards[number as usize]
    }

    /// Returns the feeds that an announcement is in, as numbers in `feeds`. What is only on a notice board is in the feed of
    /// the board.
    pub(crate) fn of(&self, IndexEntry { facets, is_board_only, .. }: &IndexEntry) -> impl Iterator<Item = usize> {
        let board = facets.board.map(|board| self.board(board));
        let organization = |number: u32| self.organizations[number as usize];
        let unit = Some(facets.unit).filter(|unit| *unit != facets.publisher);
        let others = || {
            [self.all, self.types[&facets.kind]]
                .into_iter()
                // Drafts, which a preview shows, may be in a language of their own.
                .chain(self.languages.get(&facets.language).copied())
                .chain(facets.topics.iter().map(|topic| self.topics[*topic as usize]))
                .chain(organization(facets.publisher))
                .chain(unit.and_then(organization))
                .chain(facets.custom_feeds.iter().map(|custom| self.custom[*custom as usize]))
        };
        (!is_board_only).then(others).into_iter().flatten().chain(board)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anslag_source::Report;
    use anslag_wording::Language;
    use std::{collections::BTreeSet, fs, path::Path};

    /// The index alone puts an announcement into the feeds that it says itself to be in.
    #[test]
    fn feeds_are_found_without_reading_an_announcement() {
        let folder = tempfile::tempdir().unwrap();
        for file in ["publication.toml", "register.toml"] {
            let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(file);
            fs::copy(from, folder.path().join(file)).unwrap();
        }
        let register = folder.path().join("register.toml");
        let boards = "[boards.torget]\nname = \"Torget\"\n\n[boards.byn]\nname = \"Byn\"\n";
        fs::write(&register, fs::read_to_string(&register).unwrap() + boards).unwrap();
        fs::create_dir(folder.path().join("announcements")).unwrap();
        let lines = concat!(
            r#"{"id":"2021-01-01-a","type":"news","title":"A","published":"2021-01-01"}"#,
            "\n",
            r#"{"id":"2021-01-02-b","type":"notice","title":"B","published":"2021-01-02","language":"en-GB","#,
            r#""topics":["oppna-data","digitalisering"],"unit":"avdelningen-for-hallbar-utveckling","notice":{"posted":"2021-01-02","board":"torget"}}"#,
            "\n",
            r#"{"id":"2021-01-03-c","type":"job","title":"C","published":"2021-01-03","language":"zh-Hant","#,
            r#""topics":["gron-hallbar-turism"],"publisher":"tartu"}"#,
            "\n",
            r#"{"id":"2021-01-03-e","type":"notice","title":"E","published":"2021-01-03","language":"lv","reuse":"board-only","#,
            r#""notice":{"posted":"2021-01-03","remove_after":"2021-01-04","board":"byn"}}"#,
            "\n",
            r#"{"id":"2021-01-04-d","type":"job","title":"D","published":"2021-01-04","language":"fi","draft":true}"#,
            "\n",
        );
        fs::write(folder.path().join("announcements/all.jsonl"), lines).unwrap();
        let mut report = Report::default();
        let corpus = Corpus::open(folder.path(), &mut report).unwrap();
        let corpus = corpus.unwrap_or_else(|| panic!("{}", report.render(Language::English, false)));
        let membership = Membership::new(&corpus);
        let mut counts = Vec::new();
        for entry in corpus.index().map(Result::unwrap).filter(|entry| !entry.is_draft) {
            let announcement = corpus.read(&entry).unwrap();
            let holding = membership.feeds.iter().filter(|feed| feed.holds(&announcement));
            let expected: BTreeSet<&str> = holding.map(Feed::name).collect();
            let found: BTreeSet<&str> = membership.of(&entry).map(|number| membership.feeds[number].name()).collect();
            assert_eq!(found, expected);
            counts.push(membership.of(&entry).count());
        }
        assert_eq!(counts, [4, 8, 5, 1]);
        for language in ["lang/fi", "lang/lv"] {
            assert!(
                !membership.feeds.iter().any(|feed| feed.name() == language),
                "drafts and boards are nobody's concern"
            );
        }
    }
}
