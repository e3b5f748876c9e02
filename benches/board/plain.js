// What somebody writes in an afternoon: the page reads each file, hands its bytes to a worker, and shows the numbers that come back.
// It keeps nothing, checks nothing, and knows no archives.
const worker = new Worker("plain-worker.js");
const field = document.querySelector("input");

field.addEventListener("change", async () => {
  for (const file of field.files) {
    const bytes = await file.arrayBuffer();
    worker.postMessage(bytes, [bytes]);
  }
  worker.postMessage(null);
});

worker.onmessage = ({ data }) => {
  document.querySelector("output").textContent = JSON.stringify(data).length + " bytes of numbers";
};
