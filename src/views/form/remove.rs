//! "Xuất và xóa khỏi máy này", for a machine that several people share.

use super::part::part;
use super::pieces::Form;
use app::msg::RemovalMsg;
use app::removal::{REMOVE_BUTTON, REMOVE_TITLE, Stage};
use app::{Draft, Model, Msg};
use ui::view;
use yew::prelude::*;

/// The removal, or the step that it has come to.
pub(super) fn remove(draft: &AttrValue) -> Html {
    part("remove", draft, |model, draft| Some((stage(model, draft), !draft.report.is_empty())), draw)
}

fn stage(model: &Model, draft: &Draft) -> Option<Stage> {
    model.removal.as_ref().filter(|removal| removal.draft == draft.id).map(|removal| removal.stage.clone())
}

fn draw(form: &Form, (stage, has_report): &(Option<Stage>, bool)) -> Html {
    let texts = &form.ctx.texts().history;
    let step = match stage {
        None => {
            let begin = Msg::Removal(RemovalMsg::Begin(form.draft.to_string()));
            view! {
                <div class="actions">
                    <button type="button" class="btn" id={REMOVE_BUTTON} onclick={form.ctx.click(begin)}>
                        { texts.export_and_remove }
                    </button>
                </div>
            }
        }
        Some(Stage::Asking { file, again, .. }) => ask(form, file, *again, *has_report),
        Some(_) => view! { <p>{ texts.wait }</p> },
    };
    view! {
        <section class="sheet-part" aria-labelledby="shared-title">
            <h2 id="shared-title">{ texts.shared }</h2>
            <p>{ texts.shared_about }</p>
            { step }
        </section>
    }
}

/// Asks the person to look for the file before anything is removed.
fn ask(form: &Form, file: &str, again: bool, has_report: bool) -> Html {
    let texts = &form.ctx.texts().history;
    let button = |class: &'static str, text: &'static str, msg: RemovalMsg| {
        view! { <button type="button" {class} onclick={form.ctx.click(Msg::Removal(msg))}>{ text }</button> }
    };
    let begin = RemovalMsg::Begin(form.draft.to_string());
    view! {
        <div class="ask" role="group" aria-labelledby={REMOVE_TITLE}>
            <h3 id={REMOVE_TITLE} tabindex="-1">{ texts.is_it_there }</h3>
            if again {
                <p><strong>{ texts.exported_again }</strong></p>
            }
            <p>{ texts.look_for }{ " " }<code>{ file.to_owned() }</code>{ ". " }{ texts.no_way_back }</p>
            if has_report {
                <p><strong>{ texts.report_goes }</strong></p>
            }
            <div class="actions">
                { button("btn main", texts.remove, RemovalMsg::Confirm) }
                { button("btn", texts.export_again, begin) }
                { button("btn", texts.keep, RemovalMsg::Cancel) }
            </div>
        </div>
    }
}
