use crate::{Digest, chain_fault::ChainFault};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Line of the history: the notices that are up in a publication.
///
/// It ends with the SHA-256 of all that stands before `,"sha256"`, and names that of the line before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HistoryLine {
    /// Day whose state is published.
    pub(crate) as_of: Date,
    /// SHA-256 of `manifest.json` of the publication.
    pub(crate) manifest: Digest,
    /// SHA-256 of `manifest.json` of the publication that it replaces; `None` if the target was empty.
    pub(crate) replaces: Option<Digest>,
    /// Notices that are up, in the order of their digests.
    pub(crate) notices: Vec<PostedNotice>,
    /// Digest of the line before; `None` in the first line.
    pub(crate) previous: Option<Digest>,
    /// Digest of this line.
    #[serde(skip_serializing)]
    pub(crate) sha256: Digest,
}

/// Notice that is up. Only its salt tells which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PostedNotice {
    /// SHA-256 of the salt and the id.
    pub(crate) notice: Digest,
    /// SHA-256 of the salt and the digest of the text.
    pub(crate) text: Digest,
}

/// Text between the content of a line and its digest.
const BEFORE_DIGEST: &str = r#","sha256":""#;

/// End of a line, after its digest.
const AFTER_DIGEST: &str = r#""}"#;

/// Number of bytes of a digest.
const DIGEST_LEN: usize = 64;

impl HistoryLine {
    /// Returns the bytes of the line, with its digest and the character that ends it.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec(self).expect("all keys are texts");
        bytes.pop();
        let digest = Digest::of(&bytes);
        bytes.extend(format!("{BEFORE_DIGEST}{digest}{AFTER_DIGEST}\n").bytes());
        bytes
    }

    /// Parses a line without the character that ends it.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, ChainFault> {
        let line: Self = serde_json::from_slice(bytes).map_err(|_| ChainFault::Unreadable)?;
        let end = BEFORE_DIGEST.len() + DIGEST_LEN + AFTER_DIGEST.len();
        let content = bytes.len().checked_sub(end).map(|len| &bytes[..len]).ok_or(ChainFault::Unreadable)?;
        let expected = format!("{BEFORE_DIGEST}{}{AFTER_DIGEST}", Digest::of(content));
        if bytes[content.len()..] == *expected.as_bytes() { Ok(line) } else { Err(ChainFault::Changed) }
    }
}
