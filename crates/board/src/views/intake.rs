//! Taking things in: the buttons for files and folders, the progress, what can be read again, and undo.

use super::context::Context;
use coordination::msg::Msg;
use coordination::views::frame::{Frame, Progress};
use ui::view;
use yew::prelude::*;

/// The buttons, and how it goes on.
pub(super) fn intake(ctx: &Context, frame: &Frame) -> Html {
    let texts = &ctx.texts().frame;
    view! {
        <div class="intake no-print">
            if frame.is_read {
                <div class="actions">
                    <label class="btn main take">
                        { texts.add_files }
                        <input class="spoken" id="take-files" type="file" multiple=true data-take="files" />
                    </label>
                    <label class="btn take">
                        { texts.add_folder }
                        <input class="spoken" id="take-folder" type="file" multiple=true webkitdirectory=true data-take="folder" />
                    </label>
                    if frame.unread > 0 && frame.progress.is_none() {
                        <button type="button" class="btn" onclick={ctx.click(Msg::ReadAgain)}>
                            { (texts.read_again)(frame.unread) }
                        </button>
                    }
                    if frame.can_undo {
                        <button type="button" class="btn" onclick={ctx.click(Msg::Undo)}>{ texts.undo }</button>
                    }
                    <span class="hint">{ texts.drop_hint }</span>
                </div>
            }
            if frame.unread > 0 && frame.progress.is_none() {
                <p class="advice">{ texts.unread }</p>
            }
            { frame.progress.map(|progress| going_on(ctx, progress)) }
        </div>
    }
}

fn going_on(ctx: &Context, progress: Progress) -> Html {
    let texts = &ctx.texts().frame;
    let left = progress.seconds_left.map(|seconds| [" · ", &(texts.seconds_left)(seconds)].concat());
    view! {
        <div class="progress">
            <progress max="100" value={progress.hundredths.to_string()} aria-label={texts.taking} />
            <p>{ (texts.taken)(progress.kept, progress.chosen) }{ left }</p>
            <button type="button" class="btn" onclick={ctx.click(Msg::CancelIntake)}>{ texts.stop }</button>
            <p class="hint">{ texts.stop_hint }</p>
        </div>
    }
}
