use serde_json::Value;

/// Returns a value as YAML 1.2, a line for each key and item; texts are in quotation marks.
pub(crate) fn write(value: &Value) -> String {
    let mut out = String::new();
    block(value, 0, &mut out);
    out
}

/// Writes a table or a list that is not empty from the current place on, with its further lines indented.
fn block(value: &Value, indent: usize, out: &mut String) {
    let margin = " ".repeat(indent);
    let begin = |at: usize, out: &mut String| {
        if at > 0 {
            out.push_str(&margin);
        }
    };
    match value {
        Value::Object(table) => {
            for (at, (key, value)) in table.iter().enumerate() {
                begin(at, out);
                out.push_str(key);
                out.push(':');
                if is_block(value) {
                    out.push('\n');
                    out.push_str(&margin);
                    out.push_str("  ");
                    block(value, indent + 2, out);
                } else {
                    out.push(' ');
                    line(value, out);
                }
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                begin(at, out);
                out.push_str("- ");
                if is_block(item) { block(item, indent + 2, out) } else { line(item, out) }
            }
        }
        _ => line(value, out),
    }
}

/// Writes a value as JSON, which is YAML too.
fn line(value: &Value, out: &mut String) {
    out.push_str(&value.to_string());
    out.push('\n');
}

fn is_block(value: &Value) -> bool {
    match value {
        Value::Object(table) => !table.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => false,
    }
}
