//! Dots joined by a line: for each requirement the earlier share as a ring, the later one as a full dot, told apart in grey too. The numbers
//! stand beside them; the table below has the same, so the picture is not heard.

use gathering::comparison::{Row, Share};
use ui::view;
use yew::prelude::*;

/// So many pixels a line is high.
const HEIGHT: &str = "24";
const MIDDLE: &str = "12";

/// Which form stands for which gathering: the earlier, the later.
pub(super) fn key(names: &[String; 2]) -> Html {
    let [earlier, later] = names;
    let one = |is_later: bool, name: &str| {
        view! {
            <li>
                <svg class="dots" width="16" height={HEIGHT} aria-hidden="true" focusable="false">{ dot("8", is_later) }</svg>
                <bdi>{ name.to_owned() }</bdi>
            </li>
        }
    };
    view! { <ul class="dots-key" role="list">{ one(false, earlier) }{ one(true, later) }</ul> }
}

/// A line for each requirement, beneath a scale.
pub(super) fn dots(rows: &[Row]) -> Html {
    let row = |row: &Row| {
        let (earlier, later) = (position(row.earlier), position(row.later));
        let numbers = |share: Share| [&share.done.to_string(), "/", &share.in_scope.to_string()].concat();
        let line = earlier.clone().zip(later.clone()).map(|(from, to)| {
            view! { <line class="between" x1={from} x2={to} y1={MIDDLE} y2={MIDDLE} /> }
        });
        view! {
            <li>
                <p lang="vi"><b>{ &row.requirement }</b>{ " " }{ &row.title }</p>
                <span class="number">{ numbers(row.earlier) }</span>
                <svg class="dots" width="100%" height={HEIGHT} focusable="false">
                    { for SCALE.into_iter().map(|at| view! { <line class="scale" x1={at} x2={at} y1="0" y2={HEIGHT} /> }) }
                    { line }
                    { earlier.map(|at| dot(&at, false)) }
                    { later.map(|at| dot(&at, true)) }
                </svg>
                <span class="number later">{ numbers(row.later) }</span>
            </li>
        }
    };
    let scale = SCALE.map(|at| view! { <span>{ at.replace('%', "\u{a0}%") }</span> });
    view! {
        <ul class="dots-rows" role="list" aria-hidden="true">
            <li class="scale-row"><p /><span class="number" /><div class="scale-words">{ for scale }</div><span class="number" /></li>
            { for rows.iter().map(row) }
        </ul>
    }
}

const SCALE: [&str; 5] = ["0%", "25%", "50%", "75%", "100%"];

/// A ring for the earlier one, wide enough for the full dot of the later one to lie in it.
fn dot(at: &str, is_later: bool) -> Html {
    let (class, r) = if is_later { ("later", "5") } else { ("earlier", "8") };
    view! { <circle {class} cx={at.to_owned()} cy={MIDDLE} {r} /> }
}

/// Where a share stands between nobody and all; nowhere where it is in nobody's scope.
fn position(share: Share) -> Option<String> {
    let hundredths = share.rate()?.0;
    Some(format!("{}.{:02}%", hundredths / 100, hundredths % 100))
}

#[cfg(test)]
mod tests {
    use super::{Share, position};

    #[test]
    fn a_share_stands_where_its_numbers_say_and_of_nobody_nowhere() {
        let at = |done, in_scope| position(Share { done, in_scope });
        assert_eq!((at(1, 3).as_deref(), at(5, 5).as_deref()), (Some("33.33%"), Some("100.00%")));
        assert_eq!((at(0, 7).as_deref(), at(0, 0)), (Some("0.00%"), None));
    }
}
