use super::{Site, note, state, succeeded};
use fastrand::Rng;
use std::{
    env,
    path::Path,
    process::Stdio,
    thread,
    time::{Duration, Instant},
};

/// After so many kills a run comes to its end.
const WHOLE_RUN_EVERY: usize = 8;

/// How many runs are killed: `ANSLAG_KILLS`, else 200.
pub(super) fn kills() -> usize {
    env::var("ANSLAG_KILLS").map_or(200, |count| count.parse().expect("ANSLAG_KILLS is a number"))
}

/// How many kills have left the old publication and how many the new one, and how many of them something beside it.
#[derive(Clone, Copy, Debug, Default)]
struct Met {
    old: usize,
    old_and_left: usize,
    new: usize,
    new_and_left: usize,
}

/// Runs are killed at random moments, each of which would put one of two corpora in the place of the other. What is
/// published then is the one or the other, whole, and the next run succeeds and cleans up.
///
/// A quarter of them publish on a disk, where most of the time is spent on having everything put there, the others in memory
/// where there is such a file system.
#[test]
fn a_kill_at_any_moment_leaves_a_whole_publication() {
    let memory = Some(Path::new("/dev/shm")).filter(|folder| tempfile::tempdir_in(folder).is_ok());
    let memory = memory.map_or_else(env::temp_dir, Path::to_path_buf);
    let on_disk = kills() / 4;
    let met: Vec<Met> = thread::scope(|scope| {
        let disk = scope.spawn(|| kill(&env::temp_dir(), on_disk, 1));
        let memory = scope.spawn(|| kill(&memory, kills() - on_disk, 2));
        [disk, memory].map(|worker| worker.join().unwrap()).to_vec()
    });
    let sum = |count: fn(&Met) -> usize| met.iter().map(count).sum::<usize>();
    note(&format!("kills have met: {met:?}"));
    assert!(sum(|met| met.old_and_left) > 0, "no kill has come while something was written");
    assert!(sum(|met| met.old) > 0 && sum(|met| met.new) > 0, "all kills have come too early, or all too late");
}

fn kill(parent: &Path, count: usize, seed: u64) -> Met {
    let mut rng = Rng::with_seed(seed);
    let site = Site::below(parent, 12);
    let out = site.out();
    let old = state(&out);
    let whole_run = |data: &Path| {
        let started = Instant::now();
        succeeded(&site.export(data).output().unwrap());
        started.elapsed().as_secs_f64()
    };
    let mut duration = whole_run(site.new.path());
    let new = state(&out);
    let corpora = [(site.old.path(), old), (site.new.path(), new.clone())];

    let mut met = Met::default();
    let mut published = new;
    for number in 1..=count {
        let (data, other) = corpora.iter().find(|(_, state)| *state != published).expect("there are two");
        let mut child = site.export(data).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(Duration::from_secs_f64(duration * rng.f64()));
        child.kill().unwrap();
        child.wait().unwrap();

        let found = state(&out);
        assert!(found == published || found == *other, "kill {number}: what is published is neither old nor new");
        let beside = site.beside();
        // A lock, a staging folder and a cache that is not whole yet.
        assert!(beside.len() <= 3, "kill {number} has left what others have left before: {beside:?}");
        let is_left = beside.iter().any(|name| name.ends_with(".staging"));
        let is_old = found == published;
        met.old += usize::from(is_old);
        met.old_and_left += usize::from(is_old && is_left);
        met.new += usize::from(!is_old);
        met.new_and_left += usize::from(!is_old && is_left);
        published = found;

        if number % WHOLE_RUN_EVERY == 0 || number == count {
            duration = whole_run(data);
            assert_eq!((&state(&out), site.beside()), (other, vec![]), "after kill {number}");
            published.clone_from(other);
        }
    }
    met
}
