use anyhow::{Context, bail};
use serde_json::Value;
use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

/// Runs cargo with additional environment variables; returns `Err` if it fails.
pub(crate) fn cargo(arguments: &[&str], environment: &[(&str, &str)]) -> anyhow::Result<()> {
    run(&cargo_program(), arguments, environment)
}

/// Runs a program with additional environment variables; returns `Err` if it fails.
pub(crate) fn run(program: &str, arguments: &[&str], environment: &[(&str, &str)]) -> anyhow::Result<()> {
    let name = Path::new(program).file_stem().and_then(OsStr::to_str).unwrap_or(program);
    let shown = format!("{name} {}", arguments.join(" "));
    anstream::eprintln!("> {shown}");
    let status = Command::new(program)
        .args(arguments)
        .envs(environment.iter().copied())
        .status()
        .with_context(|| format!("cannot run `{shown}`"))?;
    if !status.success() {
        bail!("`{shown}` failed");
    }
    Ok(())
}

/// Runs a program and returns its standard output; standard error is shown only if the program fails.
pub(crate) fn output_of(program: &str, arguments: &[&str]) -> anyhow::Result<String> {
    let shown = format!("{program} {}", arguments.join(" "));
    let output = Command::new(program).args(arguments).output().with_context(|| format!("cannot run `{shown}`"))?;
    if !output.status.success() {
        bail!("`{shown}` failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{shown}` printed something else than text"))
}

/// Builds a package as people install it, fully optimised, and returns the path of its program.
pub(crate) fn build_release(package: &str) -> anyhow::Result<PathBuf> {
    cargo(&["build", "--release", "--package", package, "--locked"], &[])?;
    // Once more without any work, for the path.
    let json = ["build", "--release", "--package", package, "--locked", "--message-format", "json"];
    let messages = output_of(&cargo_program(), &json)?;
    let executable = |line: &str| {
        let message: Value = serde_json::from_str(line).ok()?;
        Some(PathBuf::from(message["executable"].as_str()?))
    };
    messages.lines().find_map(executable).with_context(|| format!("{package} has no program"))
}

/// Returns the cargo that runs this.
pub(crate) fn cargo_program() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

/// Deletes a folder, if there is one.
pub(crate) fn remove(folder: &Path) -> anyhow::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot delete {}", folder.display()))
        }
        _ => Ok(()),
    }
}
