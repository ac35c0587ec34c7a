use crate::{
    ACCESSIBILITY, Site,
    accessibility_words::AccessibilityWords,
    frame::Frame,
    site::{nearest, render},
    words::Words,
};
use anslag_core::{Accessibility, AssessmentMethod, Compliance, Day, ShortcomingGround};
use anslag_schema::date;
use askama::Template;

/// Address at which Digg is notified of poor accessibility.
const SUPERVISOR: &str = "https://www.digg.se/tdosanmalan";

#[derive(Template)]
#[template(path = "accessibility.html")]
struct AccessibilityPage<'a> {
    frame: Frame<'a>,
    words: AccessibilityWords,
    compliance: String,
    groups: Vec<Group<'a>>,
    email: (&'a str, String),
    phone: Option<(&'a str, String)>,
    /// Address of the authority; `None` abroad.
    supervisor: Option<&'static str>,
    facts: [(&'static str, String); 4],
}

/// Shortcomings on the same ground.
struct Group<'a> {
    heading: &'static str,
    rows: Vec<Row<'a>>,
}

/// Shortcoming: its texts, each with its `lang` attribute.
struct Row<'a> {
    what: (&'a str, String),
    why: (&'a str, String),
}

impl Site<'_> {
    /// Renders the accessibility statement in a language; `None` if the publication has none.
    #[must_use]
    pub fn accessibility(&self, language: &'static str) -> Option<String> {
        let publication = self.publication;
        let statement = publication.accessibility.as_ref()?;
        let (words, own) = (Words::new(language), AccessibilityWords::new(language));
        let address = |language: &str| self.address(ACCESSIBILITY, language);
        let frame = Frame::new(self, &words, language, words.accessibility, &address(language));
        let is_swedish = publication.country.code() == "SE";
        let sentence = match statement.complies {
            Compliance::Full => own.full,
            Compliance::Partial => own.partial,
            Compliance::None => own.none,
        };
        let method = match statement.method {
            AssessmentMethod::SelfAssessment => own.own,
            AssessmentMethod::External => own.external,
        };
        let day = |day: Day| date::day(day.date(), language);
        let email = statement.email.as_ref().unwrap_or(&publication.contact.email);
        let phone = publication.contact.phone.as_ref();
        let page = AccessibilityPage {
            frame: Frame {
                description: own.lead.to_owned(),
                languages: self.language_links(address, language),
                ..frame
            },
            compliance: sentence.replace("{}", if is_swedish { own.law } else { own.directive }),
            groups: self.groups(statement, &own),
            email: (email.as_str(), email.iri().uri().into_owned()),
            phone: phone.map(|phone| (phone.written(), phone.iri().uri().into_owned())),
            supervisor: is_swedish.then_some(SUPERVISOR),
            facts: [
                (own.method, method.to_owned()),
                (own.assessed, day(statement.assessed)),
                (own.published, day(statement.published)),
                (own.reviewed, day(statement.reviewed)),
            ],
            words: own,
        };
        Some(render(&page))
    }

    fn groups<'s>(&'s self, statement: &'s Accessibility, words: &AccessibilityWords) -> Vec<Group<'s>> {
        let text = |text| nearest(text, words.language, self.publication, words.language);
        let group = |ground| {
            let shortcomings = statement.shortcomings.iter().filter(|shortcoming| shortcoming.ground == ground);
            let heading = match ground {
                ShortcomingGround::Breach => words.breach,
                ShortcomingGround::Burden => words.burden,
                ShortcomingGround::Exempt => words.exempt,
            };
            let rows = shortcomings.map(|own| Row { what: text(&own.what), why: text(&own.why) });
            Group { heading, rows: rows.collect() }
        };
        ShortcomingGround::ALL.map(group).into_iter().filter(|group| !group.rows.is_empty()).collect()
    }
}
