use super::{Site, failed, state};
use std::{
    fs::{self, File},
    io::{Seek, SeekFrom, Write},
    path::Path,
};

/// What somebody does to a file.
type Change = fn(&Path);

/// The data are read to see what there is, and again to be written; in between somebody changes them. A file that is deleted
/// in between does not count: it is open, and says what it said.
#[test]
fn input_that_is_changed_while_it_is_read() {
    let changes: [(Change, &str); 3] = [
        // In the place of the last announcement there is another one.
        (
            |file| {
                let mut open = File::options().write(true).open(file).unwrap();
                open.seek(SeekFrom::End(-20)).unwrap();
                open.write_all(b"another").unwrap();
            },
            "/all.jsonl was changed while it was being published; publish again\n",
        ),
        (
            |file| File::options().write(true).open(file).unwrap().set_len(100).unwrap(),
            "/all.jsonl was changed while it was being published; publish again\n",
        ),
        (
            |file| fs::write(file, super::lines("Nyast", 500)).unwrap(),
            "/all.jsonl was changed while it was being published; publish again\n",
        ),
    ];
    for (change, words) in changes {
        let site = Site::new(400);
        let before = state(&site.out());
        let stopped = site.stopped_while_it_writes(site.export(site.new.path()));
        change(&site.new.path().join("announcements/all.jsonl"));
        failed(&stopped.go_on(), 3, words);
        assert_eq!((state(&site.out()), site.beside()), (before, vec![]));
    }
}
