use crate::state::State;

/// Returns what the head of every page of a preview has: its look, and the script that reloads it.
pub(crate) fn head(state: &State) -> String {
    let version = &state.version;
    format!(
        "<meta name=\"robots\" content=\"noindex\">\n<link rel=\"stylesheet\" href=\"/.preview/preview.css\">\n\
         <script src=\"/.preview/reload.js\" data-version=\"{version}\" defer></script>\n"
    )
}
