use std::{
    collections::BTreeMap,
    num::NonZeroUsize,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    thread,
};

/// Maximum number of items per thread between the source and the sink.
const IN_FLIGHT: usize = 4;

/// Returns the number of threads that this machine can run in parallel.
#[must_use]
pub fn cores() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// Takes items from `source` until it returns `None`, maps them by `work` on several threads, and passes the results to
/// `sink` in the order of the source.
///
/// At most four items per thread are in flight: a slow sink makes the source wait. With one thread, no other one is started.
/// Makes do with fewer threads if the system allows no more; the caller's is always one of them.
/// The first error in the order of the source ends the work and is returned.
pub fn in_order<T: Send, R: Send, E: Send>(
    threads: NonZeroUsize,
    mut source: impl FnMut() -> Result<Option<T>, E> + Send,
    work: impl Fn(T) -> Result<R, E> + Sync,
    mut sink: impl FnMut(R) -> Result<(), E> + Send,
) -> Result<(), E> {
    if threads == NonZeroUsize::MIN {
        while let Some(item) = source()? {
            sink(work(item)?)?;
        }
        return Ok(());
    }
    let pipeline = Pipeline {
        state: Mutex::new(State { taken: 0, done: 0, waiting: BTreeMap::new(), sink: Some(sink), end: None }),
        changed: Condvar::new(),
        in_flight: IN_FLIGHT * threads.get(),
    };
    let source = Mutex::new(Some(source));
    let run = || {
        let _end_on_panic = EndOnPanic(&pipeline);
        while let Some((number, item)) = pipeline.take(&source) {
            let result = item.and_then(&work);
            pipeline.deliver(number, result);
        }
    };
    thread::scope(|scope| {
        let start = |_| thread::Builder::new().spawn_scoped(scope, run);
        let started = (1..threads.get()).map(start).take_while(Result::is_ok);
        started.for_each(drop);
        run();
    });
    match pipeline.state.into_inner().unwrap_or_else(PoisonError::into_inner).end {
        Some(Err(error)) => Err(error),
        Some(Ok(())) | None => Ok(()),
    }
}

/// State shared by the threads.
struct Pipeline<R, E, K> {
    state: Mutex<State<R, E, K>>,
    /// Signals that an item has passed the sink, or the end.
    changed: Condvar,
    in_flight: usize,
}

struct State<R, E, K> {
    /// Number of items taken from the source.
    taken: usize,
    /// Number of items that have passed the sink.
    done: usize,
    /// Results that wait for an earlier one, by their numbers.
    waiting: BTreeMap<usize, Result<R, E>>,
    /// The sink; `None` while a thread uses it.
    sink: Option<K>,
    /// The outcome, once the source is empty or there was an error.
    end: Option<Result<(), E>>,
}

impl<R, E, K: FnMut(R) -> Result<(), E>> Pipeline<R, E, K> {
    /// Takes the next item with its number, once fewer than the maximum are in flight. Returns `None` at the end.
    ///
    /// An error of the source is numbered too, so that it comes after the items before it. It is the last item:
    /// `source` is `None` from then on.
    fn take<T>(&self, source: &Mutex<Option<impl FnMut() -> Result<Option<T>, E>>>) -> Option<(usize, Result<T, E>)> {
        let mut source = source.lock().unwrap_or_else(PoisonError::into_inner);
        let read = source.as_mut()?;
        let mut state = self.lock();
        while state.end.is_none() && state.taken - state.done >= self.in_flight {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        if state.end.is_some() {
            return None;
        }
        drop(state);
        let item = read().transpose();
        if matches!(item, Some(Err(_))) {
            *source = None;
        }
        let mut state = self.lock();
        match item {
            Some(item) => {
                state.taken += 1;
                Some((state.taken - 1, item))
            }
            None => {
                state.end.get_or_insert(Ok(()));
                self.changed.notify_all();
                None
            }
        }
    }

    /// Passes a result to the sink if it is its turn, with those that waited for it; otherwise lets it wait.
    fn deliver(&self, number: usize, result: Result<R, E>) {
        let mut state = self.lock();
        state.waiting.insert(number, result);
        let Some(mut sink) = state.sink.take() else { return };
        loop {
            let next = state.done;
            let Some(result) = state.waiting.remove(&next) else { break };
            if matches!(state.end, Some(Err(_))) {
                break;
            }
            drop(state);
            let outcome = result.and_then(&mut sink);
            state = self.lock();
            state.done += 1;
            if let Err(error) = outcome {
                state.end = Some(Err(error));
                state.waiting.clear();
            }
            self.changed.notify_all();
        }
        state.sink = Some(sink);
    }
}

impl<R, E, K> Pipeline<R, E, K> {
    fn lock(&self) -> MutexGuard<'_, State<R, E, K>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ends the work if its thread panics, so that the others do not wait forever.
struct EndOnPanic<'a, R, E, K>(&'a Pipeline<R, E, K>);

impl<R, E, K> Drop for EndOnPanic<'_, R, E, K> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.lock().end.get_or_insert(Ok(()));
            self.0.changed.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        sync::atomic::{AtomicUsize, Ordering},
        time::Duration,
    };

    fn threads(count: usize) -> NonZeroUsize {
        NonZeroUsize::new(count).unwrap()
    }

    fn numbers(to: usize) -> impl FnMut() -> Result<Option<usize>, usize> {
        let mut numbers = 0..to;
        move || Ok(numbers.next())
    }

    #[test]
    fn the_order_is_that_of_the_source() {
        for count in [1, 2, 7] {
            let mut out = Vec::new();
            let slow_first = |number: usize| {
                thread::sleep(Duration::from_micros(if number.is_multiple_of(7) { 900 } else { 10 }));
                Ok(number * 2)
            };
            in_order(threads(count), numbers(300), slow_first, |made| {
                out.push(made);
                Ok(())
            })
            .unwrap();
            assert_eq!(out, (0..300).map(|number| number * 2).collect::<Vec<_>>(), "{count} threads");
        }
    }

    #[test]
    fn the_source_waits_for_the_sink() {
        let (taken, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let most = AtomicUsize::new(0);
        let mut next = numbers(200);
        let source = || {
            let in_flight = taken.fetch_add(1, Ordering::SeqCst) - done.load(Ordering::SeqCst);
            most.fetch_max(in_flight, Ordering::SeqCst);
            next()
        };
        let sink = |_| {
            thread::sleep(Duration::from_micros(100));
            done.fetch_add(1, Ordering::SeqCst);
            Ok(())
        };
        in_order(threads(3), source, Ok, sink).unwrap();
        assert_eq!(done.load(Ordering::SeqCst), 200);
        assert!(most.load(Ordering::SeqCst) <= IN_FLIGHT * 3, "{most:?} at once");
    }

    #[test]
    fn the_first_error_is_returned_and_nothing_follows_it() {
        for count in [1, 2, 5] {
            let mut out = Vec::new();
            let work = |number| if number >= 20 { Err(number) } else { Ok(number) };
            assert_eq!(
                in_order(threads(count), numbers(100), work, |made| {
                    out.push(made);
                    Ok(())
                }),
                Err(20)
            );
            assert_eq!(out, (0..20).collect::<Vec<_>>());
            let full = |made| if made == 10 { Err(1000) } else { Ok(()) };
            assert_eq!(in_order(threads(count), numbers(100), Ok, full), Err(1000));
        }
    }

    #[test]
    fn a_source_is_not_read_after_its_error() {
        for count in [1, 2, 5] {
            let mut read = 0;
            let broken = || {
                read += 1;
                if read == 5 { Err(7) } else { Ok(Some(read)) }
            };
            let slow = |number| {
                thread::sleep(Duration::from_millis(5));
                Ok(number)
            };
            assert_eq!(in_order(threads(count), broken, slow, |_: usize| Ok(())), Err(7));
            assert_eq!(read, 5, "{count} threads");
        }
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_does_not_block_the_others() {
        let caller = thread::current().id();
        let work = |number| {
            assert!(number <= 20 || thread::current().id() == caller, "on another thread");
            thread::sleep(Duration::from_micros(50));
            Ok(number)
        };
        let _ = in_order(threads(4), numbers(10_000), work, |_| Ok(()));
    }
}
