//! Stacked bars in a fixed order: done, in progress, not started, unanswered. Each part has a pattern of its own, so that they can
//! be told apart in grey too: full, half, two lines, dots. The numbers are always written beside them.

use super::context::Context;
use coordination::views::overview::Numbers;
use domain::assessment::Status;
use ui::view;
use yew::prelude::*;

/// The statuses in the order of the bars.
pub(super) const STATUSES: [Option<Status>; 4] =
    [Some(Status::Done), Some(Status::InProgress), Some(Status::NotStarted), None];

/// A bar; what it shows stands in numbers beside it, so it is not heard. Of nothing there is none.
pub(super) fn bar(numbers: &Numbers) -> Html {
    let all = numbers.in_scope();
    if all == 0 {
        return Html::default();
    }
    let mut before = 0;
    let part = |(status, count): (Option<Status>, u32)| {
        let from = before;
        before += count;
        (count > 0).then(|| piece(status, &share(from, all), &share(count, all), from > 0))
    };
    let parts: Vec<Option<Html>> = STATUSES.into_iter().zip(numbers.in_order()).map(part).collect();
    view! { <svg class="stacked" width="100%" height="10" aria-hidden="true" focusable="false">{ for parts }</svg> }
}

/// Which form stands for which status.
pub(super) fn key(ctx: &Context) -> Html {
    let one = |status: Option<Status>| {
        view! {
            <li>
                <svg class="stacked" width="18" height="10" aria-hidden="true" focusable="false">
                    { piece(status, "0", "100%", false) }
                </svg>
                { (ctx.texts().names.status)(status) }
            </li>
        }
    };
    view! { <ul class="bar-key" aria-label={ctx.texts().overview.key} role="list">{ for STATUSES.into_iter().map(one) }</ul> }
}

fn piece(status: Option<Status>, from: &str, width: &str, has_gap: bool) -> Html {
    let class = match status {
        Some(Status::Done) => "done",
        Some(Status::InProgress) => "in-progress",
        Some(Status::NotStarted) => "not-started",
        Some(Status::OutOfScope) | None => "none",
    };
    let rect = |y: &'static str, height: &'static str| view! { <rect x="0" y={y} width="100%" height={height} /> };
    let form = match status {
        Some(Status::Done) => rect("0", "10"),
        Some(Status::InProgress) => view! { <>{ rect("0", "1") }{ rect("5", "5") }</> },
        Some(Status::NotStarted) => {
            view! { <>{ rect("0", "2") }{ rect("8", "2") }<rect x="0" y="0" width="2" height="10" /></> }
        }
        Some(Status::OutOfScope) | None => view! { <line x1="0" x2="100%" y1="5" y2="5" /> },
    };
    view! {
        <svg class={class} x={from.to_owned()} width={width.to_owned()} height="10">
            { form }
            if has_gap {
                <rect class="gap" x="0" y="0" width="1.5" height="10" />
            }
        </svg>
    }
}

/// A share in percent, with two decimals.
fn share(part: u32, whole: u32) -> String {
    let hundredths = u64::from(part) * 10_000 / u64::from(whole.max(1));
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn shares_are_written_for_programs() {
        assert_eq!((share(1, 3), share(3, 3), share(0, 7)), ("33.33%".into(), "100.00%".into(), "0.00%".into()));
        assert_eq!(share(u32::MAX, u32::MAX), "100.00%");
    }
}
