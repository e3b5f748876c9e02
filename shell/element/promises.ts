// Promises that nobody has to wait for, and promises that are settled from outside.

/** A promise that nobody need wait for. */
export function quiet<Waited extends Promise<unknown>>(promise: Waited): Waited {
  promise.catch(() => {});
  return promise;
}

/** A promise with what settles it. */
export interface Later<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value | PromiseLike<Value>) => void;
  readonly reject: (error: unknown) => void;
}

/** A promise that is settled from outside; whoever waits for the one before waits for this one. */
export function later<Value>(before?: Later<Value>): Later<Value> {
  const settle = {} as { -readonly [Name in keyof Later<Value>]: Later<Value>[Name] };
  settle.promise = quiet(new Promise((resolve, reject) => Object.assign(settle, { resolve, reject })));
  before?.resolve(settle.promise);
  return settle;
}
