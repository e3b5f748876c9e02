// Every record of the stores, untouched: [store, id, text]. Nothing is made where there is no journal.
const records = [];
for (let index = 0; index < localStorage.length; index += 1) {
  const key = localStorage.key(index);
  const id = /^directive-assessment\/.*\/draft\/(.*)$/.exec(key)?.[1];
  if (id) records.push(["mirror", id, localStorage.getItem(key)]);
}
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const names = (await indexedDB.databases()).map(({ name }) => name);
if (names.includes("directive-assessment/1022-CV/TU")) {
  const database = await answer(indexedDB.open("directive-assessment/1022-CV/TU"));
  const stored = await answer(database.transaction("drafts").objectStore("drafts").getAll());
  for (const { id, text } of stored) records.push(["journal", id, text]);
  database.close();
}
return records;
