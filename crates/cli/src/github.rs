use anslag_source::{Severity, Worded};
use std::fmt::Write;

/// Writes a message as a workflow command of GitHub Actions, without a line break at its end.
///
/// GitHub shows it as an annotation, beside the line of the file if there is one. See "Workflow commands for GitHub Actions"
/// in its documentation; the escapes are those of its toolkit (`packages/core/src/command.ts`).
pub(crate) fn workflow_command(message: &Worded<'_>) -> String {
    let mut properties = Vec::new();
    if let Some(path) = message.path {
        properties.push(format!("file={}", escape_property(path)));
    }
    if let Some(position) = message.position {
        properties.push(format!("line={}", position.line));
        properties.push(format!("col={}", position.column));
        properties.push(format!("endColumn={}", position.end_column));
    }
    if let Some(code) = message.code {
        properties.push(format!("title={code}"));
    }
    let mut command = format!("::{}", command_name(message.severity));
    if !properties.is_empty() {
        write!(command, " {}", properties.join(",")).expect("a String takes all text");
    }
    let lines = [Some(message.message.clone()), message.label.clone(), message.titled_help()];
    let text = lines.into_iter().flatten().collect::<Vec<_>>().join("\n");
    write!(command, "::{}", escape(&text)).expect("a String takes all text");
    command
}

const fn command_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use anslag_source::Position;
    use anslag_wording::Language;

    #[track_caller]
    fn check(message: &Worded<'_>, expected: &str) {
        assert_eq!(workflow_command(message), expected);
    }

    #[test]
    fn a_message_is_a_workflow_command() {
        let plain = Worded::new(Severity::Warning, &"100 % of it: a, b".to_owned(), Language::English);
        check(&plain, "::warning::100 %25 of it: a, b");
        let coded = Worded { code: Some("some-code"), ..plain.clone() };
        check(&coded, "::warning title=some-code::100 %25 of it: a, b");
        let filed = Worded { path: Some("a,b:50%\r\n.md"), ..plain.clone() };
        check(&filed, "::warning file=a%2Cb%3A50%25%0D%0A.md::100 %25 of it: a, b");
        let position = Position::new("tags = [\"å\", \"ö\"]", 3, 13..17);
        let whole = Worded {
            severity: Severity::Error,
            code: Some("unknown-topic"),
            path: Some("data/a.md"),
            position: Some(&position),
            label: Some("not in the register".to_owned()),
            help: Some("did you mean `o`?".to_owned()),
            ..plain
        };
        let expected = "::error file=data/a.md,line=3,col=13,endColumn=16,title=unknown-topic::\
                        100 %25 of it: a, b%0Anot in the register%0Ahelp: did you mean `o`?";
        check(&whole, expected);
    }
}
