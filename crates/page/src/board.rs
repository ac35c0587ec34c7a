use crate::{
    Feed, Site,
    announcement::{FactList, Figure, body},
    frame::{Alternate, Frame, Link},
    picture::Picture,
    site::{lang_attribute, nearest, render},
    words::Words,
};
use anslag_core::{Announcement, Board, Day, Deadline, Format, Iri, Notice};
use anslag_html::Sanitizer;
use anslag_schema::{ATTACHMENT, Choice, DOCUMENT, Facts, NOTICE, Names, date, label_in};
use askama::Template;
use jiff::civil::Date;

/// Content of the page of a notice board.
#[derive(Clone, Copy, Debug)]
pub struct NoticeBoard<'a> {
    /// The board.
    pub board: &'a Board,
    /// The language of the page's words: one of [`Site::languages`].
    pub language: &'static str,
    /// The day whose state is published.
    pub as_of: Date,
    /// The feed of the board; `None` if it has ended, or if there are no feeds.
    pub feed: Option<&'a Feed>,
    /// The path of the calendar of the board; `None` if there is none.
    pub calendar: Option<&'a str>,
    /// The announcements whose notices are posted on the day.
    pub announcements: &'a [&'a Announcement],
    /// The pictures beside their sources.
    pub pictures: &'a [Picture<'a>],
}

#[derive(Template)]
#[template(path = "board.html")]
struct BoardPage<'a> {
    frame: Frame<'a>,
    name_lang: String,
    operator: Option<(&'a str, String)>,
    place: Option<(&'a str, String)>,
    page: Option<String>,
    email: Option<Link>,
    caption: String,
    headings: Headings,
    rows: Vec<Row<'a>>,
    /// `true` if one of the notices has a last day to appeal.
    can_be_appealed: bool,
    /// The announcements that are on this page only.
    posts: Vec<Post<'a>>,
    formats: Vec<Link>,
    as_of: String,
}

/// The headings of the columns, and the names of facts below the last day to appeal.
struct Headings {
    notice: String,
    body: String,
    posted: String,
    removal: String,
    appeal: String,
    documents: String,
    appeal_to: String,
    instructions: String,
}

/// A notice that is up.
struct Row<'a> {
    href: String,
    title: &'a str,
    kind: Option<&'static str>,
    /// `lang` attribute of what the announcement says.
    lang: String,
    body: Option<&'a str>,
    posted: BoardDay,
    removal: Option<BoardDay>,
    appeal: Option<BoardDay>,
    days_left: Option<String>,
    appeal_to: Option<&'a str>,
    instructions: Option<String>,
    documents: Vec<Link>,
}

/// An announcement that is on this page only.
struct Post<'a> {
    announcement: &'a Announcement,
    /// `lang` attribute of the announcement.
    lang: String,
    /// `lang` attribute of our words in it.
    words: String,
    body: String,
    images: Vec<Figure<'a>>,
    facts: Vec<FactList>,
}

/// A day in words, and as machines read it.
struct BoardDay {
    words: String,
    machine: Date,
    /// Mark of a day that follows from a rule.
    mark: Option<&'static str>,
}

impl Site<'_> {
    /// Returns the path of the page of a board in a language, in the published layout.
    #[must_use]
    pub fn board_path(&self, board: &Board, language: &str) -> String {
        format!("{}board/{}/index.html", self.start_folder(language), board.key)
    }

    /// Mints the address of the page of a board in a language; of the main one if there is none.
    pub(crate) fn board_address(&self, board: &Board, language: &str) -> Iri {
        match self.start_folder(language) {
            folder if folder.is_empty() => self.publication.board_page(board),
            folder => self.publication.file(&format!("{folder}board/{}/", board.key)),
        }
    }

    /// Renders the page of a notice board in a language.
    #[must_use]
    pub fn board(&self, content: &NoticeBoard<'_>) -> String {
        let NoticeBoard { board, language, as_of, feed, calendar, announcements, pictures } = *content;
        let (publication, words) = (self.publication, Words::new(language));
        let register = &publication.register;
        let name = nearest(&board.name, language, publication, language);
        let frame = Frame::new(self, &words, language, name.0, &self.board_address(board, language));
        let alternates = feed.iter().flat_map(|feed| feed.addresses.iter().map(|own| Alternate::feed(self, feed, own)));
        let day = date::day(as_of, language);
        let caption = words.board_day.replace("{}", &day);
        let operator = board.operator.as_ref().and_then(|key| register.organization(key));
        let place = board.place.as_ref().and_then(|key| register.place(key));
        let mut announcements: Vec<_> =
            announcements.iter().filter_map(|own| Some((*own, own.notice.as_ref()?))).collect();
        announcements.sort_by_key(|(own, notice)| {
            let last = |deadline: Option<Deadline>| deadline.map_or(Date::MAX, |deadline| deadline.day.date());
            (last(notice.appeal()), last(notice.removal()), notice.posted, &own.id)
        });
        let format =
            |(format, address): &(Format, Iri)| Link { text: format.spec().label.to_owned(), href: self.href(address) };
        let calendar =
            calendar.map(|path| Link { text: Format::ICalendar.spec().label.to_owned(), href: self.file_href(path) });
        let only_here = announcements.iter().map(|(own, _)| *own).filter(|own| own.only_board().is_some());
        let mut sanitizer = None;
        let posts: Vec<_> = only_here
            .map(|own| {
                // Its headings stand below that of the announcement, which stands below that of the page.
                let sanitizer = sanitizer.get_or_insert_with(Sanitizer::new);
                Post::new(self, own, language, body(self, sanitizer, own, pictures, 3))
            })
            .collect();
        let page = BoardPage {
            name_lang: name.1,
            operator: operator.map(|own| nearest(&own.name, language, publication, language)),
            place: place.map(|own| nearest(&own.name, language, publication, language)),
            page: board.page.as_ref().map(|page| self.href(page)),
            email: board
                .email
                .as_ref()
                .map(|email| Link { text: email.to_string(), href: email.iri().uri().into_owned() }),
            headings: Headings::new(language),
            can_be_appealed: announcements.iter().any(|(_, notice)| notice.appeal().is_some()),
            rows: announcements.iter().map(|(own, notice)| Row::new(self, own, notice, as_of, &words)).collect(),
            formats: feed.iter().flat_map(|feed| feed.addresses.iter().map(format)).chain(calendar).collect(),
            as_of: words.as_of.replace("{}", &day),
            frame: Frame {
                description: caption.clone(),
                is_listed: posts.is_empty(),
                alternates: alternates.collect(),
                languages: self.language_links(|own| self.board_address(board, own), language),
                ..frame
            },
            caption,
            posts,
        };
        render(&page)
    }
}

impl Headings {
    fn new(language: &str) -> Self {
        let field = |key| NOTICE.field(key).and_then(|field| field.spec.heading(language));
        let heading = |key| field(key).expect("what people are told has a label");
        Self {
            notice: NOTICE.spec.heading(language),
            body: heading("body"),
            posted: heading("posted"),
            removal: heading("remove_after"),
            appeal: heading("appeal_until"),
            documents: DOCUMENT.spec.heading(language),
            appeal_to: heading("appeal_to"),
            instructions: heading("appeal_instructions"),
        }
    }
}

impl<'a> Row<'a> {
    fn new(site: &Site<'a>, own: &'a Announcement, notice: &'a Notice, as_of: Date, words: &Words) -> Self {
        let publication = site.publication;
        let names = Names { publication, announcement: own };
        let appeal = notice.appeal();
        let sections = Facts::of(publication, own).sections.into_iter();
        let files = sections.filter(|section| [DOCUMENT.spec.key, ATTACHMENT.spec.key].contains(&section.key));
        let facts = files.flat_map(|section| section.facts);
        let derived = |deadline: Deadline| BoardDay::new(deadline.day, deadline.is_derived, words.language);
        Self {
            href: match own.only_board() {
                Some(_) => format!("#{}", own.id),
                None => site.href(&publication.announcement(&own.id)),
            },
            title: own.title.as_str(),
            kind: notice.kind.map(|kind| Choice::from(kind).label_in(words.language)),
            lang: lang_attribute(own.language.as_str(), words.language),
            body: notice.body.as_ref().map(|body| names.party(body)),
            posted: BoardDay::new(notice.posted, false, words.language),
            removal: notice.removal().map(derived),
            days_left: appeal.map(|deadline| days_left(as_of, deadline.day.date(), words)),
            appeal: appeal.map(derived),
            appeal_to: notice.appeal_to.as_ref().map(|party| names.party(party)),
            instructions: notice.appeal_instructions.as_ref().map(|address| site.href(address)),
            documents: facts.filter_map(|fact| Some(Link { href: site.href(&fact.link?), text: fact.value })).collect(),
        }
    }
}

impl<'a> Post<'a> {
    fn new(site: &Site<'_>, announcement: &'a Announcement, language: &str, body: String) -> Self {
        let facts = Facts::of(site.publication, announcement);
        let own = announcement.language.primary();
        Self {
            announcement,
            lang: lang_attribute(announcement.language.as_str(), language),
            words: lang_attribute(facts.language, own),
            body,
            images: announcement.images.iter().map(|image| Figure::new(image, site)).collect(),
            facts: facts
                .sections
                .into_iter()
                .map(|section| FactList::new(section, site, facts.language, announcement))
                .collect(),
        }
    }
}

impl BoardDay {
    fn new(day: Day, is_derived: bool, language: &str) -> Self {
        let mark = NOTICE.field("derived").and_then(|field| field.spec.labels).filter(|_| is_derived);
        let mark = mark.map(|labels| label_in(labels, language));
        Self { words: date::day(day.date(), language), machine: day.date(), mark }
    }
}

/// Returns the number of days until a last day, in words.
fn days_left(today: Date, last: Date, words: &Words) -> String {
    let days = today.until(last).map_or(0, |span| span.get_days());
    let is_one = match words.language {
        // In Latvian, 21 days are in the singular, and 11 are not.
        "lv" => days % 10 == 1 && days % 100 != 11,
        _ => days == 1,
    };
    match days {
        ..0 => words.too_late.to_owned(),
        0 => words.last_day.to_owned(),
        _ if is_one => words.day_left.replace("{}", &days.to_string()),
        _ => words.days_left.replace("{}", &days.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_counted_in_words() {
        let check = |language, last, expected| {
            assert_eq!(days_left(date(2026, 6, 1), last, &Words::new(language)), expected);
        };
        check("sv", date(2026, 5, 31), "tiden har gått ut");
        check("sv", date(2026, 6, 1), "sista dagen är i dag");
        check("sv", date(2026, 6, 2), "1 dag kvar");
        check("sv", date(2026, 6, 22), "21 dagar kvar");
        check("en", date(2027, 6, 1), "365 days left");
        check("et", date(2026, 6, 4), "veel 3 päeva");
        check("lv", date(2026, 6, 12), "vēl 11 dienas");
        check("lv", date(2026, 6, 22), "vēl 21 diena");
    }
}
