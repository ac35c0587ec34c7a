use axum::body::{Body, Bytes};
use hyper::body::{Body as HttpBody, Frame, SizeHint};
use std::{
    pin::Pin,
    task::{Context, Poll},
};

/// Observer of a body. It lives until the body is sent, or until the client is gone.
pub(crate) trait Observer: Unpin {
    /// Notes that so many bytes more are sent.
    fn on_sent(&mut self, _bytes: usize) {}
}

/// Body with its observer.
#[derive(Debug)]
pub(crate) struct ObservedBody<O> {
    body: Body,
    observer: O,
}

impl<O: Observer> ObservedBody<O> {
    pub(crate) fn new(body: Body, observer: O) -> Self {
        Self { body, observer }
    }
}

impl<O: Observer> HttpBody for ObservedBody<O> {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let polled = Pin::new(&mut self.body).poll_frame(context);
        if let Poll::Ready(Some(Ok(frame))) = &polled {
            self.observer.on_sent(frame.data_ref().map_or(0, Bytes::len));
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
