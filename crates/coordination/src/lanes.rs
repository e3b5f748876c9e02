//! Runs several jobs within one task, by turns, without threads or an executor.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::Poll;

/// Something that goes on.
pub(crate) type Lane<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// Ends when all have ended.
pub(crate) async fn all(mut lanes: Vec<Lane<'_>>) {
    poll_fn(|context| {
        lanes.retain_mut(|lane| lane.as_mut().poll(context).is_pending());
        if lanes.is_empty() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

/// The outcome of `work`, unless `other` ends before it; then nothing, and `work` is given up.
pub(crate) async fn unless<T>(other: impl Future<Output = ()>, work: impl Future<Output = T>) -> Option<T> {
    let (mut work, mut other) = (pin!(work), pin!(other));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(outcome) => Poll::Ready(Some(outcome)),
        Poll::Pending => other.as_mut().poll(context).map(|()| None),
    })
    .await
}
