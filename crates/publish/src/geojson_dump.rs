use crate::dump::{Chunk, Dump, Note};
use anslag_catalog::Content;
use anslag_core::{FormatSpec, Publication};
use anslag_feed::geojson;
use anslag_rdf::Graph;
use std::{io, ops::Range};

/// The announcements at their places as GeoJSON.
pub(crate) struct GeoJsonDump;

impl Dump for GeoJsonDump {
    fn spec(&self) -> &'static FormatSpec {
        geojson::FORMAT.spec()
    }

    fn path(&self) -> String {
        geojson::PATH.to_owned()
    }

    fn distribution(&self) -> Option<(&'static str, Content)> {
        Some((self.spec().extension, Content::Places))
    }

    fn separator(&self) -> &'static [u8] {
        geojson::SEPARATOR
    }

    fn prologue(&self, _: &Publication, _: &Graph) -> io::Result<Vec<u8>> {
        Ok(geojson::PROLOGUE.to_vec())
    }

    fn chunk(&self, publication: &Publication, chunk: &Chunk) -> io::Result<(Vec<u8>, Note)> {
        Ok((geojson::chunk(publication, &chunk.announcements, Vec::new())?, Note::new()))
    }

    fn epilogue(&self, _: &[(Range<u64>, Note)]) -> io::Result<Vec<u8>> {
        Ok(geojson::EPILOGUE.to_vec())
    }
}
