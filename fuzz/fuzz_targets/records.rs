//! Any bytes as a file of the cache, and a bit of a right one flipped: a record is what was written at its place, or an error.

#![no_main]

use anslag_spool::{Binding, Records, Spool};
use std::{
    fs::File,
    io::{Read, Seek, Write},
};

const BINDING: Binding = [0; 16];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = read(bytes);

    // The first bytes choose the bit; the others are records of different lengths.
    let Some((bit, content)) = bytes.split_first_chunk() else { return };
    let written: Vec<&[u8]> = content.split(|byte| *byte == b'\n').collect();
    let mut file = write(&written);
    let mut damaged = Vec::new();
    file.rewind().and_then(|()| file.read_to_end(&mut damaged)).expect("what was written can be read");
    assert_eq!(read(&damaged), (written.iter().map(|record| record.to_vec()).collect(), true));
    let bit = u32::from_le_bytes(*bit) as usize % (8 * damaged.len());
    damaged[bit / 8] ^= 1 << (bit % 8);
    let (found, is_whole) = read(&damaged);
    assert!(!is_whole, "bit {bit} is not missed");
    assert!(found.iter().zip(&written).all(|(found, written)| found == written));
});

/// Writes records into a file.
fn write(records: &[&[u8]]) -> File {
    let file = tempfile::tempfile().expect("there is room");
    let mut spool = Spool::into_file(file.try_clone().expect("a file has two names"), BINDING);
    for record in records {
        spool.push_bytes(record).expect("there is room");
    }
    spool.flush().expect("there is room");
    file
}

/// Reads records until the first error, and returns whether there was none. Both ways of reading give the same.
fn read(bytes: &[u8]) -> (Vec<Vec<u8>>, bool) {
    let mut file = tempfile::tempfile().expect("there is room");
    file.write_all(bytes).expect("there is room");
    let records = Records::new(file, bytes.len() as u64, BINDING);
    let mut found = Vec::new();
    for record in &records {
        let Ok((offset, record)) = record else { return (found, false) };
        assert_eq!(records.read_bytes(offset).expect("it was read before"), record);
        found.push(record);
    }
    (found, true)
}
