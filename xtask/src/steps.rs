use anyhow::{Context, bail};
use std::{ffi::OsStr, fs, io, path::Path, process::Command};

/// Runs a command of cargo, with these environment variables, and fails where it does.
pub(crate) fn cargo(arguments: &[&str], environment: &[(&str, &str)]) -> anyhow::Result<()> {
    run(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()), arguments, environment)
}

/// Runs a program, with these environment variables, and fails where it does.
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

/// Runs a command of cargo and gives what it prints.
pub(crate) fn cargo_output(arguments: &[&str]) -> anyhow::Result<String> {
    output_of(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()), arguments)
}

/// Runs a program and gives what it prints.
pub(crate) fn output_of(program: &str, arguments: &[&str]) -> anyhow::Result<String> {
    let shown = format!("{program} {}", arguments.join(" "));
    let output = Command::new(program).args(arguments).output().with_context(|| format!("cannot run `{shown}`"))?;
    if !output.status.success() {
        bail!("`{shown}` failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{shown}` printed something else than text"))
}

/// Deletes a folder; none there is as good.
pub(crate) fn remove(folder: &Path) -> anyhow::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot delete {}", folder.display()))
        }
        _ => Ok(()),
    }
}
