// Begins a worker of the board.

/** Milliseconds after which a worker that has not begun counts as none. */
const PATIENCE = 10000;

/** A worker that is ready; none where a policy, another origin or a missing file is in the way, or it takes too long. */
export async function begin(start: (() => Promise<Worker>) | undefined): Promise<Worker | undefined> {
  const worker = await start?.().catch(console.warn);
  if (!worker) return undefined;
  try {
    await new Promise((ready, failed) => {
      worker.onmessage = ready;
      worker.onerror = failed;
      setTimeout(failed, PATIENCE);
    });
    return worker;
  } catch (error) {
    // It may be about to begin.
    worker.terminate();
    console.warn(error);
    return undefined;
  }
}
