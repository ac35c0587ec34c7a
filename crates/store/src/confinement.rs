use std::io;

/// Binds the life of this process to that of its parent: when that ends, however it ends, this one is killed.
///
/// On systems other than Linux, this process lives on until it is done.
pub fn end_with_parent() -> io::Result<()> {
    #[cfg(target_os = "linux")]
    rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))?;
    Ok(())
}

/// Limits the memory of this process to what it uses now and so many MiB more.
///
/// A process that needs more ends at once: a query that may do so belongs into a process of its own. On systems other than
/// Linux, nothing is limited.
pub fn limit_memory(mib: u64) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::{
            param::page_size,
            process::{Resource, Rlimit, getrlimit, setrlimit},
        };
        let pages = std::fs::read_to_string("/proc/self/statm")?;
        let pages = pages.split(' ').next().and_then(|pages| pages.parse::<u64>().ok());
        let used = pages.ok_or(io::ErrorKind::InvalidData)?.saturating_mul(page_size() as u64);
        let wanted = used.saturating_add(mib.saturating_mul(1 << 20));
        // What others have limited stays.
        let Rlimit { maximum, .. } = getrlimit(Resource::As);
        let limit = Some(maximum.map_or(wanted, |maximum| maximum.min(wanted)));
        setrlimit(Resource::As, Rlimit { current: limit, maximum })?;
    }
    #[cfg(not(target_os = "linux"))]
    let _ = mib;
    Ok(())
}

/// Lets other processes go first, such as the server whose queries this one answers. On systems other than Linux, nothing
/// changes.
pub fn lower_priority() {
    #[cfg(target_os = "linux")]
    {
        // A process that may not do so answers all the same.
        let _ = rustix::process::nice(10);
    }
}
