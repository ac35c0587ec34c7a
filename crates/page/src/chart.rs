//! Bar charts as inline SVG. The stylesheet gives them the colours and the font of the page.

use plotters::{
    prelude::*,
    style::text_anchor::{HPos, Pos, VPos},
};
use std::ops::Range;

/// Month of the calendar, counted from that of year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Month(i32);

/// A bar with its label and its value in words.
pub(crate) struct Bar<'a> {
    pub(crate) label: &'a str,
    pub(crate) value: f64,
    pub(crate) words: String,
}

/// Width of a chart, in units of its own. At 320 pixels, a pixel is about 3.5 of them.
const WIDTH: u32 = 1000;

/// Height of the chart of months.
const HEIGHT: u32 = 600;

/// Height of a bar with the label above it.
const ROW: u32 = 110;

/// Height of a line of text.
const LINE: u32 = 56;

/// Width of a character of a value, on average and in a wide font: 0.62 of the height.
const CHARACTER: usize = 27;

/// Space between a bar and its value.
const GAP: u32 = 16;

/// Number of characters of a label for which there is room.
const LABEL: usize = 38;

/// Least number of months that a chart shows, so that a bar is not as wide as the chart.
const LEAST_MONTHS: i32 = 12;

/// Most labels below the months.
const MOST_LABELS: usize = 6;

/// Colour of everything where there is no stylesheet: legible on white and on black.
const INK: RGBColor = RGBColor(0x76, 0x76, 0x76);

/// Attributes that plotters writes for each shape although they say what holds without them.
const DEFAULTS: [&str; 4] = [" opacity=\"1\"", " stroke=\"none\"", " stroke-width=\"1\"", " text-anchor=\"start\""];

/// Attributes that plotters writes for each text or shape, and that all of them inherit from the whole chart.
const INHERITED: [&str; 3] = [" font-family=\"sans-serif\"", " font-size=\"43.54838709677419\"", " fill=\"#767676\""];

/// Reason why drawing does not fail.
const IN_MEMORY: &str = "writing into memory does not fail";

impl Month {
    pub(crate) fn new(year: i16, month: i8) -> Self {
        Self(i32::from(year) * 12 + i32::from(month) - 1)
    }

    /// Returns the month that is so many months earlier.
    pub(crate) fn before(self, months: i32) -> Self {
        Self(self.0 - months)
    }

    fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    fn is_first(self) -> bool {
        self.0.rem_euclid(12) == 0
    }

    /// Returns the month as `2026-05`.
    fn written(self) -> String {
        format!("{:04}-{:02}", self.year(), self.0.rem_euclid(12) + 1)
    }
}

/// Draws a column for each month that has a number. Months are in their order.
pub(crate) fn columns(months: &[(Month, u64)]) -> String {
    let (Some((first, _)), Some((last, _))) = (months.first(), months.last()) else { return String::new() };
    let range = first.0.min(last.0 + 1 - LEAST_MONTHS)..last.0 + 1;
    let most = months.iter().map(|(_, count)| *count).max().unwrap_or_default();
    let (labels, write) = month_labels(&range);
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, (WIDTH, HEIGHT)).into_drawing_area();
        let mut chart = ChartBuilder::on(&area)
            .margin_top(LINE / 2)
            .margin_right(LINE)
            .x_label_area_size(LINE + 30)
            .y_label_area_size(110)
            .build_cartesian_2d(range.with_key_points(labels), 0..most.max(1))
            .expect(IN_MEMORY);
        chart
            .configure_mesh()
            .disable_x_mesh()
            .light_line_style(TRANSPARENT)
            .bold_line_style(INK)
            .axis_style(INK)
            .x_labels(MOST_LABELS)
            .y_labels(5)
            .x_label_formatter(&|month| write(Month(*month)))
            .label_style(text())
            .set_tick_mark_size(LabelAreaPosition::Bottom, 20)
            .draw()
            .expect(IN_MEMORY);
        // Columns that touch are one shape, which takes a quarter of the bytes.
        for run in months.chunk_by(|(one, _), (other, _)| one.0 + 1 == other.0) {
            let top = |(month, count): &(Month, u64)| [(month.0, *count), (month.0 + 1, *count)];
            let ends = [(run[run.len() - 1].0.0 + 1, 0), (run[0].0.0, 0)];
            let outline: Vec<_> = run.iter().flat_map(top).chain(ends).collect();
            chart.draw_series([Polygon::new(outline, INK)]).expect(IN_MEMORY);
        }
        area.present().expect(IN_MEMORY);
    }
    shorten(&svg)
}

/// Draws bars below each other, each with its label above it and its value at its end.
pub(crate) fn bars(bars: &[Bar<'_>]) -> String {
    let most = bars.iter().map(|bar| bar.value).fold(0.0, f64::max);
    let rows = u32::try_from(bars.len()).expect("a chart has few bars");
    let room = f64::from(room(bars));
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, (WIDTH, ROW * rows)).into_drawing_area();
        for (bar, row) in bars.iter().zip(area.split_evenly((bars.len(), 1))) {
            let line = LINE.cast_signed();
            #[allow(clippy::cast_possible_truncation, reason = "it is between 0 and 1000")]
            let end = if most > 0.0 { (bar.value / most * room).max(4.0) as i32 } else { 0 };
            let label = Text::new(shortened(bar.label), (0, line / 2), text());
            row.draw(&label).expect(IN_MEMORY);
            row.draw(&Rectangle::new([(0, line), (end, line + 40)], INK.filled())).expect(IN_MEMORY);
            row.draw(&Text::new(bar.words.clone(), (end + GAP.cast_signed(), line + 20), text())).expect(IN_MEMORY);
        }
        area.present().expect(IN_MEMORY);
    }
    shorten(&svg)
}

/// Leaves out what a chart says of each shape and may say once. In an attribute or a text, quotes are escaped.
fn shorten(svg: &str) -> String {
    let repeated = DEFAULTS.iter().chain(&INHERITED);
    let shapes = repeated.fold(svg.replace('\n', ""), |svg, attribute| svg.replace(attribute, ""));
    shapes.replacen("<svg", &format!("<svg{}", INHERITED.concat()), 1) + "\n"
}

/// Returns the length of the longest bar, which leaves room for the widest value at its end.
fn room(bars: &[Bar<'_>]) -> u32 {
    let characters = bars.iter().map(|bar| bar.words.chars().count()).max().unwrap_or_default();
    let value = u32::try_from(characters * CHARACTER).unwrap_or(WIDTH);
    WIDTH.saturating_sub(GAP + value).clamp(100, 720)
}

/// Returns the months that have a label, and how it is written: years, or else the first and the last month.
fn month_labels(range: &Range<i32>) -> (Vec<i32>, fn(Month) -> String) {
    let years: Vec<i32> = range.clone().filter(|month| Month(*month).is_first()).collect();
    if years.len() < 2 {
        return (vec![range.start, range.end - 1], Month::written);
    }
    let step = years.len().div_ceil(MOST_LABELS);
    (years.into_iter().rev().step_by(step).collect(), |month| month.year().to_string())
}

/// Returns a label for which there is room.
fn shortened(label: &str) -> String {
    if label.chars().count() <= LABEL {
        return label.to_owned();
    }
    let start: String = label.chars().take(LABEL - 1).collect();
    format!("{}…", start.trim_end())
}

fn text() -> TextStyle<'static> {
    // plotters divides the size by 1.24.
    TextStyle::from(("sans-serif", 54).into_font()).color(&INK).pos(Pos::new(HPos::Left, VPos::Center))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(svg: &str, tag: &str) -> usize {
        svg.matches(&format!("<{tag} ")).count()
    }

    #[test]
    fn a_month_without_a_number_has_no_column() {
        let month = |year, month| Month::new(year, month);
        let svg = columns(&[(month(2024, 11), 3), (month(2026, 2), 1)]);
        assert_eq!(count(&svg, "polygon"), 2, "{svg}");
        for year in [">2025<", ">2026<"] {
            assert!(svg.contains(year), "{svg}");
        }
        assert!(!svg.contains("2024"), "its January is not shown: {svg}");
        let short = columns(&[(month(2026, 2), 1)]);
        assert!(short.contains("2025-03") && short.contains("2026-02"), "{short}");
        assert_eq!(columns(&[]), "");
    }

    #[test]
    fn many_years_have_few_labels() {
        let months: Vec<_> = (1900..2026).map(|year| (Month::new(year, 1), 1)).collect();
        let svg = columns(&months);
        assert!(count(&svg, "text") <= MOST_LABELS + 6, "{svg}");
        assert!(svg.contains("2025"), "{svg}");
    }

    #[test]
    fn labels_are_escaped_and_cut() {
        let bar = |label, value| Bar { label, value, words: value.to_string() };
        let long = "Avdelningen för hållbar utveckling och strategisk planering";
        let svg = bars(&[bar("<script>\"&'", 2.0), bar(long, 1.0), bar("Ingen", 0.0)]);
        assert!(svg.contains("&lt;script&gt;&quot;&amp;"), "{svg}");
        assert!(svg.contains("Avdelningen för hållbar utveckling oc…"), "{svg}");
        assert!(!svg.contains("style="), "the content security policy forbids it: {svg}");
        assert_eq!(count(&svg, "rect"), 3);
        for attribute in INHERITED {
            assert_eq!(svg.matches(attribute).count(), 1, "{attribute}: {svg}");
        }
    }

    #[test]
    fn a_long_value_ends_within_the_chart() {
        let check = |words: &str, longest: u32| {
            let svg = bars(&[Bar { label: "A", value: 1.0, words: words.to_owned() }]);
            assert!(svg.contains(&format!(" width=\"{longest}\"")), "{words}: {svg}");
        };
        check("12", 720);
        check("1 250 000,50 kr", 579);
        check("1 234 567 890 123,00 EUR", 336);
    }

    #[test]
    fn bars_of_nothing_are_no_division_by_zero() {
        let svg = bars(&[Bar { label: "A", value: 0.0, words: "0".to_owned() }]);
        assert!(svg.contains("width=\"0\""), "{svg}");
    }
}
