use crate::{
    entry::Sample,
    fields::Fields,
    finding::Findings,
    help::{Help, Hint},
    keys,
    message::Message,
    reference,
    tree::Node,
    value,
};
use anslag_core::{Funding, Money, NamedProgramme, Programme, Project, Register};

/// Reads a project.
pub(crate) fn read(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Project> {
    let fields = Fields::of(node, &keys::PROJECT, findings)?;
    let party = |node| reference::party(node, register, findings);
    Some(Project {
        name: fields.optional("name", |name| value::line(name, findings)),
        programme: programme(&fields, register, findings),
        duration: fields.optional("duration", |duration| value::duration(duration, findings)),
        start: fields.optional("start", |start| value::edtf(start, findings)),
        end: fields.optional("end", |end| value::edtf(end, findings)),
        partners: fields.list("partners", party),
        participants: fields.list("participants", party),
        focus: fields.list("focus", |topic| reference::topic(topic, register, findings)),
        funding: fields.list("funding", |entry| funding(entry, register, findings)),
    })
}

/// Reads the programme, with the other spellings (`programme_aka`) of one that is not registered.
fn programme(fields: &Fields<'_, '_>, register: &Register, findings: &Findings) -> Option<Programme> {
    let programme = fields.optional("programme", |node| reference::programme(node, register, findings));
    let spellings = fields.list("programme_aka", |name| value::line(name, findings));
    if fields.get("programme_aka").is_none() {
        return programme;
    }
    match programme {
        Some(Programme::Named(NamedProgramme { name, alternate_names })) if alternate_names.is_empty() => {
            Some(Programme::Named(NamedProgramme { name, alternate_names: spellings }))
        }
        Some(Programme::Registered(entry)) => {
            let message = Message::ProgrammeRegistered { key: entry.key.clone() };
            findings.add(fields.span("programme_aka"), message, None, Some(Help::AlternateNames));
            None
        }
        Some(Programme::Named(_)) => {
            let (second, first) = ("programme_aka".to_owned(), "alternate_names".to_owned());
            let message = Message::TwoNames { second, first };
            findings.add(fields.span("programme_aka"), message, None, Some(Help::LeaveOneOut));
            None
        }
        None => {
            let help = Help::add("programme", Sample::Text("…"));
            findings.add(
                fields.span("programme_aka"),
                Message::Without { key: "programme_aka", other: "programme" },
                None,
                Some(help),
            );
            None
        }
    }
}

fn funding(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Funding> {
    let fields = Fields::of(node, &keys::FUNDING, findings)?;
    let funder = fields.required("funder", Help::add_with("funder", Sample::Text("…"), Hint::KeyOrName), |funder| {
        reference::party(funder, register, findings)
    });
    let percent = fields.optional("percent", |percent| value::percent(percent, findings));
    let amount = money(&fields, "amount", findings);
    Some(Funding { funder: funder?, percent, amount })
}

/// Reads an amount of money: the value of `key` and its `currency`, both or neither.
pub(crate) fn money(fields: &Fields<'_, '_>, key: &'static str, findings: &Findings) -> Option<Money> {
    let amount = fields.optional(key, |amount| value::decimal(amount, findings));
    let currency = fields.optional("currency", |currency| value::currency(currency, findings));
    match (fields.get(key), fields.get("currency")) {
        (Some(amount), None) => {
            let help = Help::add("currency", Sample::Text("SEK"));
            findings.add(amount.span.clone(), Message::Without { key, other: "currency" }, None, Some(help));
        }
        (None, Some(currency)) => {
            let help = Help::add(key, Sample::Number("1000"));
            findings.add(currency.span.clone(), Message::Without { key: "currency", other: key }, None, Some(help));
        }
        (Some(_), Some(_)) | (None, None) => {}
    }
    Some(Money { amount: amount?, currency: currency? })
}
