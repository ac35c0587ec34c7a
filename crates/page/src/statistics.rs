use crate::{
    LISTS, List, STATISTICS, Site,
    chart::{self, Bar, Month},
    frame::{Frame, Link, NamedLink},
    list_words::ListWords,
    site::{nearest, render},
    words::{Words, words},
};
use anslag_core::{AnnouncementType, Topic};
use anslag_schema::{Choice, date, number};
use askama::Template;
use jiff::civil::Date;
use std::{cmp::Reverse, collections::BTreeMap};

/// Numbers of announcements, for the page of statistics.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Counts {
    all: u64,
    /// Numbers by the first day of the month.
    months: BTreeMap<Date, u64>,
    types: BTreeMap<AnnouncementType, u64>,
    /// Numbers by the number of the topic in the register's order.
    topics: BTreeMap<u32, u64>,
}

/// Number of months in their chart and table: one announcement from long ago would leave no room for the others.
const MOST_MONTHS: i32 = 60;

/// Number of bars in the chart of topics.
const MOST_BARS: usize = 15;

/// Number of topics in their table, so that the page stays short.
const MOST_TOPICS: usize = 50;

words! {
    /// The words of the page of statistics in one language.
    StatisticsWords;
    title: ["Statistik", "Statistics", "Statistika", "Statistika"],
    intro: [
        "Så här många tillkännagivanden är publicerade. En översättning räknas för sig.",
        "This is how many announcements are published. A translation counts by itself.",
        "Nii palju teateid on avaldatud. Tõlge loetakse eraldi.",
        "Tik daudz paziņojumu ir publicēts. Tulkojums tiek skaitīts atsevišķi.",
    ],
    all: ["Totalt: {}.", "Total: {}.", "Kokku: {}.", "Kopā: {}."],
    per_month: [
        "Tillkännagivanden per månad",
        "Announcements per month",
        "Teated kuude kaupa",
        "Paziņojumi pa mēnešiem",
    ],
    per_type: ["Tillkännagivanden per typ", "Announcements per type", "Teated liikide kaupa", "Paziņojumi pa veidiem"],
    per_topic: [
        "Tillkännagivanden per ämne",
        "Announcements per topic",
        "Teated teemade kaupa",
        "Paziņojumi pa tēmām",
    ],
    number: ["Antal", "Number", "Arv", "Skaits"],
    months_note: [
        "Månader utan tillkännagivanden är utelämnade i tabellen.",
        "The table leaves out months without announcements.",
        "Tabelis ei ole teadeteta kuid.",
        "Tabulā nav mēnešu bez paziņojumiem.",
    ],
    last_months: [
        "Här är de senaste fem åren.",
        "These are the last five years.",
        "Siin on viimased viis aastat.",
        "Šeit ir pēdējie pieci gadi.",
    ],
    topics_note: [
        "Ett tillkännagivande kan ha flera ämnen.",
        "An announcement may have several topics.",
        "Teatel võib olla mitu teemat.",
        "Paziņojumam var būt vairākas tēmas.",
    ],
    first_topics: [
        "Diagrammet och tabellen visar de vanligaste ämnena.",
        "The chart and the table show the most frequent topics.",
        "Diagramm ja tabel näitavad sagedasemaid teemasid.",
        "Diagrammā un tabulā ir biežākās tēmas.",
    ],
    chart_of_first_topics: [
        "Diagrammet visar de vanligaste ämnena, tabellen alla.",
        "The chart shows the most frequent topics, the table all of them.",
        "Diagramm näitab sagedasemaid teemasid, tabel kõiki.",
        "Diagrammā ir biežākās tēmas, tabulā – visas.",
    ],
    chart: [
        "Stapeldiagram: {}. Tabellen har samma siffror.",
        "Bar chart: {}. The table has the same numbers.",
        "Tulpdiagramm: {}. Tabelis on samad arvud.",
        "Stabiņu diagramma: {}. Tabulā ir tie paši skaitļi.",
    ],
}

#[derive(Template)]
#[template(path = "statistics.html")]
struct StatisticsPage<'a> {
    frame: Frame<'a>,
    words: &'a StatisticsWords,
    all: String,
    sections: Vec<ChartSection>,
}

/// A chart and its table.
struct ChartSection {
    /// Id of the section.
    id: &'static str,
    title: &'static str,
    /// Accessible name of the chart.
    name: String,
    svg: String,
    notes: Vec<&'static str>,
    /// Heading of the first column.
    column: &'static str,
    rows: Vec<ChartRow>,
    /// Link to all lists where the table leaves out some.
    more: Option<Link>,
}

struct ChartRow {
    /// Link to the list whose announcements are counted.
    list: NamedLink,
    number: String,
}

impl Counts {
    /// Counts an announcement, given its day, its type, and the numbers of its topics in the register's order.
    pub fn add(&mut self, day: Date, kind: AnnouncementType, topics: &[u32]) {
        self.all += 1;
        *self.months.entry(day.first_of_month()).or_default() += 1;
        *self.types.entry(kind).or_default() += 1;
        for topic in topics {
            *self.topics.entry(*topic).or_default() += 1;
        }
    }
}

impl Site<'_> {
    /// Renders the page of statistics in a language.
    #[must_use]
    pub fn statistics(&self, language: &'static str, counts: &Counts) -> String {
        let (words, own) = (Words::new(language), StatisticsWords::new(language));
        let frame = Frame::new(self, &words, language, own.title, &self.address(STATISTICS, language));
        let sections =
            [self.month_section(counts, &own), self.type_section(counts, &own), self.topic_section(counts, &own)];
        let page = StatisticsPage {
            frame: Frame {
                description: own.intro.to_owned(),
                languages: self.language_links(|other| self.address(STATISTICS, other), language),
                ..frame
            },
            words: &own,
            all: own.all.replace("{}", &number::count(counts.all, language)),
            sections: sections.into_iter().filter(|section| !section.rows.is_empty()).collect(),
        };
        render(&page)
    }

    /// Returns the chart of months. Its table begins with the last one.
    fn month_section(&self, counts: &Counts, words: &StatisticsWords) -> ChartSection {
        let month = |day: &Date| Month::new(day.year(), day.month());
        let last = counts.months.keys().next_back().map(month);
        let first = last.map(|last| last.before(MOST_MONTHS - 1));
        let shown: Vec<(&Date, u64)> = counts
            .months
            .iter()
            .map(|(day, count)| (day, *count))
            .filter(|(day, _)| first.is_none_or(|first| month(day) >= first))
            .collect();
        let is_cut = shown.len() < counts.months.len();
        let row = |(day, count): &(&Date, u64)| {
            self.row(List::Month(**day), date::month(**day, words.language), String::new(), *count, words.language)
        };
        let columns: Vec<_> = shown.iter().map(|(day, count)| (month(day), *count)).collect();
        ChartSection {
            id: "per-month",
            title: words.per_month,
            name: words.chart.replace("{}", words.per_month),
            svg: chart::columns(&columns),
            notes: [words.months_note].into_iter().chain(is_cut.then_some(words.last_months)).collect(),
            column: ListWords::new(words.language).month,
            rows: shown.iter().rev().map(row).collect(),
            more: is_cut.then(|| self.all_lists(words.language)),
        }
    }

    /// Returns the chart of types, the most frequent first.
    fn type_section(&self, counts: &Counts, words: &StatisticsWords) -> ChartSection {
        let language = words.language;
        let mut types: Vec<_> = counts.types.iter().map(|(kind, count)| (*kind, *count)).collect();
        types.sort_by_key(|(kind, count)| (Reverse(*count), *kind));
        let label = |kind: AnnouncementType| Choice::from(kind).label_in(language);
        let bars: Vec<Bar<'_>> = types.iter().map(|(kind, count)| bar(label(*kind), *count, language)).collect();
        let row = |(kind, count): &(AnnouncementType, u64)| {
            self.row(List::Type(*kind), label(*kind).to_owned(), String::new(), *count, language)
        };
        ChartSection {
            id: "per-type",
            title: words.per_type,
            name: words.chart.replace("{}", words.per_type),
            svg: chart::bars(&bars),
            notes: Vec::new(),
            column: ListWords::new(language).kind,
            rows: types.iter().map(row).collect(),
            more: None,
        }
    }

    /// Returns the chart of topics, the most frequent first.
    fn topic_section(&self, counts: &Counts, words: &StatisticsWords) -> ChartSection {
        let language = words.language;
        let topics: Vec<&Topic> = self.publication.register.topics().map(AsRef::as_ref).collect();
        let mut numbers: Vec<(u32, u64)> = counts.topics.iter().map(|(topic, count)| (*topic, *count)).collect();
        numbers.sort_by_key(|(topic, count)| (Reverse(*count), *topic));
        let is_cut = numbers.len() > MOST_TOPICS;
        let is_all_in_chart = numbers.len() <= MOST_BARS;
        numbers.truncate(MOST_TOPICS);
        let named = |(topic, count): &(u32, u64)| {
            let topic = topics[*topic as usize];
            (topic, nearest(&topic.name, language, self.publication, language), *count)
        };
        let named: Vec<_> = numbers.iter().map(named).collect();
        let bars: Vec<Bar<'_>> =
            named.iter().take(MOST_BARS).map(|(_, (name, _), count)| bar(name, *count, language)).collect();
        let row = |(topic, (name, lang), count): &(&Topic, (&str, String), u64)| {
            self.row(List::Topic(topic), (*name).to_owned(), lang.clone(), *count, language)
        };
        let cut = match (is_all_in_chart, is_cut) {
            (true, _) => None,
            (false, false) => Some(words.chart_of_first_topics),
            (false, true) => Some(words.first_topics),
        };
        ChartSection {
            id: "per-topic",
            title: words.per_topic,
            name: words.chart.replace("{}", words.per_topic),
            svg: chart::bars(&bars),
            notes: [words.topics_note].into_iter().chain(cut).collect(),
            column: ListWords::new(language).topic,
            rows: named.iter().map(row).collect(),
            more: is_cut.then(|| self.all_lists(language)),
        }
    }

    fn all_lists(&self, language: &'static str) -> Link {
        Link { text: ListWords::new(language).lists.to_owned(), href: self.href(&self.address(LISTS, language)) }
    }

    fn row(&self, list: List<'_>, name: String, lang: String, count: u64, language: &str) -> ChartRow {
        let list = NamedLink { name, lang, href: self.list_href(list, language) };
        ChartRow { list, number: number::count(count, language) }
    }
}

fn bar<'a>(label: &'a str, count: u64, language: &str) -> Bar<'a> {
    #[allow(clippy::cast_precision_loss, reason = "only the length of a bar depends on it")]
    let value = count as f64;
    Bar { label, value, words: number::count(count, language) }
}
