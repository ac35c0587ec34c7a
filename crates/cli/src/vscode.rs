use anslag_core::Publication;
use anslag_schema::JsonSchema;
use serde_json::json;
use std::path::Path;

/// Returns a workspace of VS Code: the schemas of the two TOML files, as the publication serves them, and tasks that check
/// while somebody writes, preview and format.
pub(crate) fn workspace(publication: &Publication, data: &Path) -> String {
    let data = data.to_string_lossy();
    let schema = |schema: JsonSchema| publication.file(&schema.path()).as_str().to_owned();
    let task = |label: &str, arguments: &[&str]| {
        let arguments = [arguments, &["--data", &*data]].concat();
        json!({
            "label": label,
            "type": "process",
            "command": "anslag",
            "args": arguments,
            "problemMatcher": [],
        })
    };
    let mut check = task("anslag: check while writing", &["check", "--watch"]);
    check["isBackground"] = true.into();
    check["runOptions"] = json!({ "runOn": "folderOpen" });
    // The messages are read in English, which is the default.
    check["problemMatcher"] = json!({
        "owner": "anslag",
        "fileLocation": ["autoDetect", "${workspaceFolder}"],
        "pattern": [
            { "regexp": r"^(error|warning|note)(?:\[(.+)\])?: (.+)$", "severity": 1, "code": 2, "message": 3 },
            { "regexp": r"^\s*--> (.+):(\d+):(\d+)$", "file": 1, "line": 2, "column": 3 },
        ],
        "background": {
            "activeOnStart": true,
            "beginsPattern": "^checking .+ after every change",
            "endsPattern": r"^(\d+ announcements? in |error: \d+ error)",
        },
    });
    let mut preview = task("anslag: preview", &["preview"]);
    preview["isBackground"] = true.into();
    let workspace = json!({
        "folders": [{ "path": "." }],
        "extensions": { "recommendations": ["tamasfe.even-better-toml"] },
        "settings": {
            "evenBetterToml.schema.enabled": true,
            "evenBetterToml.schema.associations": {
                r"^.*/publication\.toml$": schema(JsonSchema::Publication),
                r"^.*/register\.toml$": schema(JsonSchema::Register),
            },
            "files.associations": { "*.jsonl": "jsonl" },
        },
        "tasks": { "version": "2.0.0", "tasks": [check, preview, task("anslag: format", &["fmt"])] },
    });
    serde_json::to_string_pretty(&workspace).expect("texts can be written as JSON")
}
