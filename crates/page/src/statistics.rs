use crate::{
    STATISTICS, Site,
    chart::{self, Bar, Month},
    frame::Frame,
    list_words::ListWords,
    site::{nearest, render},
    words::{Words, words},
};
use anslag_core::AnnouncementType;
use anslag_schema::{Choice, date, number};
use askama::Template;
use jiff::civil::Date;
use std::{borrow::Cow, cmp::Reverse, collections::BTreeMap};

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

/// Number of months in their chart: one announcement from long ago would leave no room for the others.
const MOST_MONTHS: i32 = 60;

/// Number of bars in the chart of topics.
const MOST_BARS: usize = 15;

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
        "Diagrammet visar de senaste fem åren, tabellen alla.",
        "The chart shows the last five years, the table all of them.",
        "Diagramm näitab viimast viit aastat, tabel kõiki.",
        "Diagrammā ir pēdējie pieci gadi, tabulā – visi.",
    ],
    topics_note: [
        "Ett tillkännagivande kan ha flera ämnen.",
        "An announcement may have several topics.",
        "Teatel võib olla mitu teemat.",
        "Paziņojumam var būt vairākas tēmas.",
    ],
    first_topics: [
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
    sections: Vec<ChartSection<'a>>,
}

/// A chart and its table.
struct ChartSection<'a> {
    /// Id of the section.
    id: &'static str,
    title: &'static str,
    /// Accessible name of the chart.
    name: String,
    svg: String,
    notes: Vec<&'static str>,
    /// Heading of the first column.
    column: &'static str,
    rows: Vec<ChartRow<'a>>,
}

struct ChartRow<'a> {
    label: Cow<'a, str>,
    /// `lang` attribute of the label.
    lang: String,
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
        let sections = [month_section(counts, &own), type_section(counts, &own), self.topic_section(counts, &own)];
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

    /// Returns the chart of topics, the most frequent first.
    fn topic_section<'s>(&'s self, counts: &Counts, words: &StatisticsWords) -> ChartSection<'s> {
        let language = words.language;
        let topics: Vec<_> = self.publication.register.topics().collect();
        let mut numbers: Vec<(u32, u64)> = counts.topics.iter().map(|(topic, count)| (*topic, *count)).collect();
        numbers.sort_by_key(|(topic, count)| (Reverse(*count), *topic));
        let named = |(topic, count): &(u32, u64)| {
            let (name, lang) = nearest(&topics[*topic as usize].name, language, self.publication, language);
            (name, lang, *count)
        };
        let named: Vec<_> = numbers.iter().map(named).collect();
        let shown = &named[..named.len().min(MOST_BARS)];
        let mut notes = vec![words.topics_note];
        if shown.len() < named.len() {
            notes.push(words.first_topics);
        }
        ChartSection {
            id: "per-topic",
            title: words.per_topic,
            name: words.chart.replace("{}", words.per_topic),
            svg: chart::bars(&shown.iter().map(|(name, _, count)| bar(name, *count, language)).collect::<Vec<_>>()),
            notes,
            column: ListWords::new(language).topic,
            rows: named.into_iter().map(|(name, lang, count)| row(name, lang, count, language)).collect(),
        }
    }
}

/// Returns the chart of months. Its table begins with the last one.
fn month_section(counts: &Counts, words: &StatisticsWords) -> ChartSection<'static> {
    let month = |(day, count): (&Date, &u64)| (Month::new(day.year(), day.month()), *count);
    let months: Vec<_> = counts.months.iter().map(month).collect();
    let first = months.last().map(|(last, _)| last.before(MOST_MONTHS - 1));
    let shown = &months[months.partition_point(|(month, _)| Some(*month) < first)..];
    let mut notes = vec![words.months_note];
    if shown.len() < months.len() {
        notes.push(words.last_months);
    }
    let row =
        |(day, count): (&Date, &u64)| row(date::month(*day, words.language), String::new(), *count, words.language);
    ChartSection {
        id: "per-month",
        title: words.per_month,
        name: words.chart.replace("{}", words.per_month),
        svg: chart::columns(shown),
        notes,
        column: ListWords::new(words.language).month,
        rows: counts.months.iter().rev().map(row).collect(),
    }
}

/// Returns the chart of types, the most frequent first.
fn type_section(counts: &Counts, words: &StatisticsWords) -> ChartSection<'static> {
    let language = words.language;
    let mut types: Vec<_> = counts.types.iter().map(|(kind, count)| (*kind, *count)).collect();
    types.sort_by_key(|(kind, count)| (Reverse(*count), *kind));
    let label = |kind: AnnouncementType| Choice::from(kind).label_in(language);
    let bars: Vec<Bar<'_>> = types.iter().map(|(kind, count)| bar(label(*kind), *count, language)).collect();
    ChartSection {
        id: "per-type",
        title: words.per_type,
        name: words.chart.replace("{}", words.per_type),
        svg: chart::bars(&bars),
        notes: Vec::new(),
        column: ListWords::new(language).kind,
        rows: types.iter().map(|(kind, count)| row(label(*kind), String::new(), *count, language)).collect(),
    }
}

fn bar<'a>(label: &'a str, count: u64, language: &str) -> Bar<'a> {
    #[allow(clippy::cast_precision_loss, reason = "only the length of a bar depends on it")]
    let value = count as f64;
    Bar { label, value, words: number::count(count, language) }
}

fn row<'a>(label: impl Into<Cow<'a, str>>, lang: String, count: u64, language: &str) -> ChartRow<'a> {
    ChartRow { label: label.into(), lang, number: number::count(count, language) }
}
