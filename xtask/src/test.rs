use crate::steps::{cargo, cargo_program, output_of};

/// Runs all that must pass before a change lands.
pub(crate) fn run() -> anyhow::Result<()> {
    cargo(&["fmt", "--all", "--check"], &[])?;
    cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "--deny", "warnings"], &[])?;
    cargo(&["test", "--workspace", "--locked"], &[])?;
    cargo(&["doc", "--workspace", "--no-deps", "--locked"], &[("RUSTDOCFLAGS", "--deny warnings")])?;
    check_dependencies()
}

/// Checks the dependencies against `deny.toml`, if cargo-deny is installed.
fn check_dependencies() -> anyhow::Result<()> {
    if output_of(&cargo_program(), &["deny", "--version"]).is_err() {
        anstream::eprintln!("skipped `cargo deny`: not installed; help: run `cargo install --locked cargo-deny`");
        return Ok(());
    }
    cargo(&["deny", "--locked", "check", "--deny", "unmatched-skip", "licenses", "bans", "sources"], &[])
}
