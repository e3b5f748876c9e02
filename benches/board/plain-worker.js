// `JSON.parse`, and the numbers of the board: for each requirement and group, which units say what.
const newest = new Map();
let refused = 0;

onmessage = ({ data }) => {
  if (data === null) return postMessage({ refused, cells: summary() });
  try {
    const file = JSON.parse(new TextDecoder().decode(data));
    for (const assessment of file.assessments) take(assessment);
  } catch {
    refused++;
  }
};

/** Of several files of a unit the one with the most edits counts. */
function take({ unit, revision, answers = {}, proposals = [] }) {
  const id = unit.id ?? `${unit.group} ${unit.name}`;
  if (!(newest.get(id)?.revision >= revision)) newest.set(id, { revision, group: unit.group, answers, proposals });
}

function summary() {
  const cells = {};
  for (const [unit, { group, answers, proposals }] of newest) {
    for (const [requirement, answer] of Object.entries(answers)) {
      const cell = ((cells[requirement] ??= {})[group] ??= { limitations: [], objective: [], subjective: [], steps: { done: 0, overdue: 0, open: 0 } });
      (cell[answer.status ?? "unanswered"] ??= []).push(unit);
      if (answer.limitations) cell.limitations.push(unit);
      if (answer.causes?.objective) cell.objective.push(unit);
      if (answer.causes?.subjective) cell.subjective.push(unit);
      for (const { due, doneAt } of answer.nextSteps ?? []) cell.steps[doneAt ? "done" : due < "2024-07-31" ? "overdue" : "open"]++;
    }
    for (const { to } of proposals) ((cells.proposals ??= {})[to ?? "open"] ??= []).push(unit);
  }
  return cells;
}
