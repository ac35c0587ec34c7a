use crate::{
    entry::Sample, fields::Fields, finding::Findings, help::Help, keys, message::Message, noun::Noun, tree::Node,
    value, word,
};
use anslag_core::{Accessibility, Compliance, LanguageTag, Shortcoming, ShortcomingGround};

/// Reads the table `[accessibility]` of `publication.toml`; `main` is the language of texts without one.
pub(crate) fn read(node: &Node<'_>, main: &LanguageTag, findings: &Findings) -> Option<Accessibility> {
    let fields = Fields::of(node, &keys::ACCESSIBILITY, findings)?;
    let day = |key| fields.required(key, Help::add(key, Sample::Date("2026-11-24")), |node| value::day(node, findings));
    let choice = |key, word| Help::add(key, Sample::Text(word));
    let complies = fields
        .required("complies", choice("complies", "delvis"), |node| word::closed(node, Noun::Compliance, findings));
    let method = fields.required("method", choice("method", "självskattning"), |node| {
        word::closed(node, Noun::AssessmentMethod, findings)
    });
    let (assessed, published, reviewed) = (day("assessed"), day("published"), day("reviewed"));
    let email = fields.optional("email", |node| value::email(node, findings));
    let given = fields.get("shortcomings").and_then(Node::items).map_or(0, <[_]>::len);
    let shortcomings = fields.list("shortcomings", |node| shortcoming(node, main, findings));
    // Of a shortcoming with a problem, nothing is known.
    let is_whole = shortcomings.len() == given;
    let statement = Accessibility {
        complies: complies?,
        method: method?,
        assessed: assessed?,
        published: published?,
        reviewed: reviewed?,
        email,
        shortcomings,
    };
    if is_whole && !statement.is_consistent() {
        contradiction(&statement, &fields, findings);
    }
    Some(statement)
}

fn shortcoming(node: &Node<'_>, main: &LanguageTag, findings: &Findings) -> Option<Shortcoming> {
    let fields = Fields::of(node, &keys::SHORTCOMING, findings)?;
    let text =
        |key| fields.required(key, Help::add(key, Sample::Text("…")), |node| value::localized(node, main, findings));
    let (what, why) = (text("what"), text("why"));
    let ground = match fields.get("ground") {
        Some(node) => word::closed(node, Noun::ShortcomingGround, findings),
        None => Some(ShortcomingGround::Breach),
    };
    Some(Shortcoming { what: what?, why: why?, ground: ground? })
}

/// Reports that the degree of compliance is not that of the shortcomings.
fn contradiction(statement: &Accessibility, fields: &Fields<'_, '_>, findings: &Findings) {
    let (message, help) = if statement.complies == Compliance::Full {
        (Message::CompliesInSpite, Help::PartialCompliance)
    } else {
        (Message::NoShortcoming { complies: word::swedish(statement.complies) }, Help::AddShortcoming)
    };
    findings.add(fields.span("complies"), message, None, Some(help));
}
