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

/// The outcomes of two jobs, once both have ended.
pub(crate) async fn both<A, B>(one: impl Future<Output = A>, other: impl Future<Output = B>) -> (A, B) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut first, mut second) = (None, None);
    poll_fn(|context| {
        if first.is_none()
            && let Poll::Ready(outcome) = one.as_mut().poll(context)
        {
            first = Some(outcome);
        }
        if second.is_none()
            && let Poll::Ready(outcome) = other.as_mut().poll(context)
        {
            second = Some(outcome);
        }
        match (first.take(), second.take()) {
            (Some(one), Some(other)) => Poll::Ready((one, other)),
            (one, other) => {
                (first, second) = (one, other);
                Poll::Pending
            }
        }
    })
    .await
}
