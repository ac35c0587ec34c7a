use crate::bench::{
    corpus,
    process::{Cost, run},
    writer::Writer,
};
use anyhow::Context;
use serde::Serialize;
use std::{
    cell::{Cell, RefCell},
    fs,
    io::{BufRead, BufReader, BufWriter, Write},
    path::{Path, PathBuf},
    process::Command,
};

/// The forms that are measured, together and each by itself.
pub(crate) const FORMS: [&str; 5] = ["turtle", "n-quads", "rss", "atom", "csv"];

/// Something that was measured.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Figure {
    pub(crate) name: String,
    #[serde(flatten)]
    pub(crate) cost: Cost,
    /// Bytes read or written, whichever the figure is about.
    pub(crate) bytes: u64,
    /// Cost with the program to compare with, if there is one and it can do the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) against: Option<Cost>,
}

impl Figure {
    /// Millions of bytes for each second of CPU time.
    #[expect(clippy::cast_precision_loss, reason = "three digits are shown")]
    pub(crate) fn megabytes_per_second(&self) -> f64 {
        self.bytes as f64 / 1e6 / self.cost.cpu()
    }
}

/// The figures of a corpus.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Measured {
    /// Reading and checking alone; the bytes are those of the source.
    pub(crate) check: Figure,
    /// The five formats, on one thread; not of the largest corpora.
    pub(crate) one_thread: Option<Figure>,
    /// The same on two threads.
    pub(crate) two_threads: Figure,
    /// Each form by itself, on one thread.
    pub(crate) each: Vec<Figure>,
    /// Every form there is, with documents; of small corpora only.
    pub(crate) everything: Option<Figure>,
    /// A copy of what the five formats write, where the disk is large enough.
    pub(crate) copy: Option<Figure>,
    /// The SHA-256 of what the five formats write.
    pub(crate) hash: Option<Figure>,
    /// Bytes of dumps, without the pages of feeds.
    pub(crate) dumps: u64,
    /// The five formats once more, of a corpus in which nothing is changed.
    pub(crate) unchanged: Option<Figure>,
    /// The five formats once more, of a corpus in which one announcement is changed.
    pub(crate) one_changed: Option<Figure>,
    /// Share that was rendered again after the change.
    pub(crate) rerendered: Option<Rerendered>,
    /// N-Quads by our writer and by oxttl's; of small corpora only.
    pub(crate) writers: Option<[Figure; 2]>,
}

/// Numbers of chunks and pages that were rendered again, each with its total.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Rerendered {
    pub(crate) chunks: (u64, u64),
    pub(crate) pages: (u64, u64),
}

impl Rerendered {
    /// Takes it from what an export says of itself.
    fn from_words(said: &str) -> anyhow::Result<Self> {
        let line = said.lines().find(|line| line.starts_with("rendered ")).context("nothing was taken over")?;
        let numbers: Vec<u64> =
            line.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse().ok()).collect();
        let [chunks, of_chunks, pages, of_pages, ..] = numbers[..] else {
            anyhow::bail!("{line:?} is not what an export says of itself");
        };
        Ok(Self { chunks: (chunks, of_chunks), pages: (pages, of_pages) })
    }
}

/// Times of programs that have little to do: the median of several runs, in seconds.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StartUp {
    pub(crate) help: f64,
    pub(crate) seed_export: f64,
}

/// Corpora of more announcements are too large for every export of them.
const SMALL: u64 = 20_000;
const MEDIUM: u64 = 200_000;

/// The programs that are measured.
pub(crate) struct Programs {
    /// The program.
    pub(crate) own: PathBuf,
    /// Another one to compare it with; they run by turns.
    pub(crate) against: Option<PathBuf>,
    /// The runner, which writes quads.
    pub(crate) runner: PathBuf,
}

/// Measures what a corpus costs, in a folder that holds it as `data`.
pub(crate) fn size(programs: &Programs, folder: &Path, count: u64, runs: u32) -> anyhow::Result<Measured> {
    let (data, out, copy) = (folder.join("data"), folder.join("out"), folder.join("copy"));
    let words = RefCell::new(String::new());
    let export = |name: &str, formats: &[&str], threads: u32, again: bool| {
        compare(name, if again { 1 } else { runs }, programs, &|program| {
            let is_own = program == programs.own;
            let out = if is_own { out.clone() } else { folder.join("against") };
            if !again {
                crate::steps::remove(&out)?;
            }
            let mut command = Command::new(program);
            command.args(["export", "--as-of", corpus::AS_OF, "--threads", &threads.to_string(), "--data"]);
            command.arg(&data).arg("--out").arg(&out);
            if !formats.is_empty() {
                command.args(["--no-documents", "--format", &formats.join(",")]);
            }
            let (cost, said) = run(&mut command)?;
            if again && is_own {
                words.replace(said);
            }
            Ok((cost, bytes_below(&out)?))
        })
    };

    let source = bytes_below(&data)?;
    let check = compare("check", runs, programs, &|program| {
        Ok((run(Command::new(program).args(["check", "--quiet", "--data"]).arg(&data))?.0, source))
    })?;
    let everything = if count <= SMALL { Some(export("everything", &[], 2, false)?) } else { None };
    let writers = if count <= SMALL { Some(writers(&programs.runner, &data, runs)?) } else { None };
    let two_threads = export("five forms, 2 threads", &FORMS, 2, false)?;
    let mut measured = Measured {
        check,
        dumps: bytes_below(&out.join("data"))?,
        two_threads,
        everything,
        writers,
        one_thread: None,
        each: Vec::new(),
        copy: None,
        hash: None,
        unchanged: None,
        one_changed: None,
        rerendered: None,
    };
    if count > MEDIUM {
        return Ok(measured);
    }
    measured.each = FORMS.iter().map(|form| export(form, &[*form], 1, false)).collect::<anyhow::Result<_>>()?;
    // The workbook is made of the CSV tables.
    measured.each.push(export("xlsx, with csv", &["csv", "xlsx"], 1, false)?);
    let one_thread = export("five forms, 1 thread", &FORMS, 1, false)?;
    let files = files_below(&out)?;
    let bytes = one_thread.bytes;
    measured.one_thread = Some(one_thread);
    measured.hash = Some(measure("sha256sum", runs, &|| Ok((run(Command::new("sha256sum").args(&files))?.0, bytes)))?);
    measured.copy = Some(measure("copy", runs, &|| {
        crate::steps::remove(&copy)?;
        Ok((run(Command::new("cp").args(["--recursive", "--reflink=never"]).arg(&out).arg(&copy))?.0, bytes))
    })?);
    crate::steps::remove(&copy)?;
    measured.unchanged = Some(export("nothing changed", &FORMS, 1, true)?);
    change_one(&data.join("announcements/all.jsonl"), count / 2)?;
    measured.one_changed = Some(export("one changed", &FORMS, 1, true)?);
    measured.rerendered = Some(Rerendered::from_words(&words.borrow())?);
    Ok(measured)
}

/// Measures two writers of N-Quads, each in a process of its own, less what it costs to come to the quads.
fn writers(runner: &Path, data: &Path, runs: u32) -> anyhow::Result<[Figure; 2]> {
    let cost = |writer: Writer| {
        measure(writer.name(), runs, &|| {
            let (cost, said) = run(Command::new(runner).args(["bench", "--writer", writer.name()]).arg(data))?;
            Ok((cost, said.trim().parse().context("a writer says how many bytes it has written")?))
        })
    };
    let nothing = cost(Writer::None)?;
    let less = |figure: Figure| {
        let cost = Cost {
            user: figure.cost.user - nothing.cost.user,
            system: figure.cost.system - nothing.cost.system,
            wall: figure.cost.wall - nothing.cost.wall,
            ..figure.cost
        };
        Figure { name: format!("N-Quads by {}", figure.name), cost, ..figure }
    };
    Ok([less(cost(Writer::Own)?), less(cost(Writer::Oxttl)?)])
}

/// Measures how long it takes to say what the program can do, and to publish one announcement.
pub(crate) fn start_up(program: &Path, out: &Path) -> anyhow::Result<StartUp> {
    let median = |command: &dyn Fn() -> Command| -> anyhow::Result<f64> {
        let mut times = (0..15).map(|_| Ok(run(&mut command())?.0.wall)).collect::<anyhow::Result<Vec<f64>>>()?;
        times.sort_by(f64::total_cmp);
        Ok(times[times.len() / 2])
    };
    let help = median(&|| {
        let mut command = Command::new(program);
        command.arg("--help");
        command
    })?;
    let seed_export = median(&|| {
        let mut command = Command::new(program);
        command.args(["export", "--quiet", "--data", "data", "--out"]).arg(out);
        command
    })?;
    crate::steps::remove(out)?;
    Ok(StartUp { help, seed_export })
}

/// Runs something several times, by turns with the program to compare with, which may be too old to do it.
fn compare(
    name: &str,
    runs: u32,
    programs: &Programs,
    once: &dyn Fn(&Path) -> anyhow::Result<(Cost, u64)>,
) -> anyhow::Result<Figure> {
    let against = Cell::new(None);
    let figure = measure(name, runs, &|| {
        if let Some(Ok((cost, _))) = programs.against.as_deref().map(once) {
            against.set(Some(cost.cheaper(against.get())));
        }
        once(&programs.own)
    })?;
    Ok(Figure { against: against.get(), ..figure })
}

/// Runs something several times; the run with the least CPU time counts, since others share the machine.
fn measure(name: &str, runs: u32, once: &dyn Fn() -> anyhow::Result<(Cost, u64)>) -> anyhow::Result<Figure> {
    let (mut cost, bytes) = once()?;
    for _ in 1..runs {
        cost = once()?.0.cheaper(Some(cost));
    }
    Ok(Figure { name: name.to_owned(), cost, bytes, against: None })
}

/// Changes the title of the n-th announcement of a file.
fn change_one(path: &Path, n: u64) -> anyhow::Result<()> {
    let attempt = || format!("cannot change {}", path.display());
    let changed = path.with_extension("changed");
    let mut out = BufWriter::new(fs::File::create(&changed).with_context(attempt)?);
    for (at, line) in (0..).zip(BufReader::new(fs::File::open(path).with_context(attempt)?).lines()) {
        let line = line.with_context(attempt)?;
        let line = if at == n { line.replacen("\"title\":\"", "\"title\":\"Rättelse: ", 1) } else { line };
        writeln!(out, "{line}").with_context(attempt)?;
    }
    out.flush().with_context(attempt)?;
    fs::rename(&changed, path).with_context(attempt)
}

fn bytes_below(folder: &Path) -> anyhow::Result<u64> {
    let sizes = files_below(folder)?.into_iter().map(|path| Ok(fs::metadata(path)?.len()));
    sizes.collect::<anyhow::Result<Vec<u64>>>().map(|sizes| sizes.into_iter().sum())
}

fn files_below(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(now) = folders.pop() {
        for entry in fs::read_dir(&now).with_context(|| format!("cannot read {}", now.display()))? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}
