// What the board's store has of a gathering, untouched: of each thing its name, and whether all that it says is kept is there.
const [gathering] = arguments;
const NAME = "directive-assessment-board/1022-CV/TU";
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
if (!(await indexedDB.databases()).some(({ name }) => name === NAME)) return [];
const database = await answer(indexedDB.open(NAME));
const store = database.transaction("records").objectStore("records");
const below = (kind) => IDBKeyRange.bound(`${gathering}/${kind}/`, `${gathering}/${kind}0`, false, true);
const [keys, files, things] = await Promise.all([
  answer(store.getAllKeys(below("file"))),
  answer(store.getAll(below("file"))),
  answer(store.getAll(below("thing"))),
]);
database.close();
const sizes = new Map(keys.map((key, index) => [key, files[index].byteLength]));
return things.map((bytes) => {
  const { id, lines } = JSON.parse(new TextDecoder().decode(bytes));
  const isThere = ({ kept, size }, at) => !kept || sizes.get(`${gathering}/file/${id}/${at.toString(16).padStart(8, "0")}`) === size;
  return [lines[0].name, lines.every(isThere)];
});
