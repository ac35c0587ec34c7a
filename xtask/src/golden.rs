use crate::steps::cargo;

/// Runs the tests in the mode in which they write their golden files.
pub(crate) fn run() -> anyhow::Result<()> {
    cargo(&["test", "--workspace", "--locked"], &[("ANSLAG_GOLDEN", "update")])
}
