use crate::publication::Publication;
use anslag_store::Embedded;
use oxigraph::{
    io::{RdfFormat, RdfParser},
    store::Store,
};
use std::{
    fs::File,
    io::BufReader,
    time::{Duration, Instant},
};

/// A dump loads as fast as by the library alone, apart from the checksum; the best of three runs counts.
#[test]
#[ignore = "a measurement, for `--release`"]
fn a_dump_is_loaded_as_fast_as_the_library_can() {
    let published = Publication::new(100_000).publish();
    let best = |load: &dyn Fn()| {
        let time = |_| {
            let started = Instant::now();
            load();
            started.elapsed()
        };
        (0..3).map(time).min().unwrap_or(Duration::MAX)
    };
    let ours = best(&|| drop(Embedded::in_memory(&published.dump).unwrap()));
    let library = best(&|| {
        let store = Store::new().unwrap();
        let file = BufReader::new(File::open(&published.dump.quads.path).unwrap());
        let mut loader = store.bulk_loader();
        loader.load_from_reader(RdfParser::from_format(RdfFormat::NQuads), file).unwrap();
        loader.commit().unwrap();
    });
    let rate = |time: Duration| 400_000.0 / time.as_secs_f64();
    assert!(ours <= library.mul_f64(1.1), "{:.0} quads/s, and the library {:.0}", rate(ours), rate(library));
}
