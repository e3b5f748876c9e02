// One word through a simulated input method, for the engines whose drivers cannot do it: the events that the engine
// would fire, in its order, while the field's value changes step by step.
window.__e2e.compose = async (field, steps, webkit) => {
  const start = field.selectionStart;
  let end = field.selectionEnd;
  let left = field.value;
  const fire = (Kind, type, init) => field.dispatchEvent(new Kind(type, { bubbles: true, composed: true, ...init }));
  const key = (type) => fire(KeyboardEvent, type, { key: "Process", keyCode: 229, isComposing: true, cancelable: true });
  const undisturbed = () => {
    if (field.value !== left) throw new Error(`the page changed the field during a composition: ${field.value} (was ${left})`);
    if (field.getRootNode().activeElement !== field) throw new Error("the field lost the focus during a composition");
  };

  fire(CompositionEvent, "compositionstart", { data: "" });
  for (const data of steps) {
    const change = { inputType: "insertCompositionText", data, isComposing: true };
    key("keydown");
    fire(InputEvent, "beforeinput", change);
    fire(CompositionEvent, "compositionupdate", { data });
    undisturbed();
    field.setRangeText(data, start, end, "end");
    end = start + data.length;
    left = field.value;
    fire(InputEvent, "input", change);
    key("keyup");
    await new Promise((resolve) => setTimeout(resolve));
    undisturbed();
  }

  // The trap for a product that saves on `input`: Firefox fires the last one after the composition, WebKit within it.
  const data = steps.at(-1);
  if (webkit) fire(InputEvent, "input", { inputType: "insertFromComposition", data, isComposing: true });
  fire(CompositionEvent, "compositionend", { data });
  if (!webkit) fire(InputEvent, "input", { inputType: "insertCompositionText", data, isComposing: false });
};
