//! Time and randomness in the browser.

use browser::database::sleep;
use coordination::msg::Clock;
use coordination::ports;
use domain::date::Moment;
use js_sys::{Date, Math};
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

/// The browser's clock.
#[derive(Clone, Copy)]
pub(super) struct Time;

impl ports::Time for Time {
    fn now(&self) -> Moment {
        clock().now
    }

    async fn sleep(&self, milliseconds: u32) {
        sleep(milliseconds).await;
    }

    fn chance(&self) -> u64 {
        chance()
    }
}

/// The clock on the wall.
#[allow(clippy::cast_possible_truncation, reason = "milliseconds and minutes of a clock; the cast saturates")]
pub(super) fn clock() -> Clock {
    let now = Date::new_0();
    Clock { now: Moment(now.get_time() as i64), offset_minutes: -(now.get_timezone_offset() as i32) }
}

/// A number that no other window and no other machine comes to.
pub(super) fn chance() -> u64 {
    let mut bytes = [0; 8];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    if crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok()) {
        return u64::from_le_bytes(bytes);
    }
    // Without it (an old frame's policy) the page's own chance is better than none.
    Math::random().to_bits()
}

/// The outcome of `work`, if it comes within so many milliseconds.
pub(super) async fn within<T>(milliseconds: u32, work: impl Future<Output = T>) -> Option<T> {
    let (mut work, mut over) = (pin!(work), pin!(sleep(milliseconds)));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(outcome) => Poll::Ready(Some(outcome)),
        Poll::Pending => over.as_mut().poll(context).map(|()| None),
    })
    .await
}
