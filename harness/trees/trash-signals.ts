// The signals between the thread that fills the trash and the one that empties it, in memory that they share.
export type Signals = Int32Array<SharedArrayBuffer>;

const full = 0;
const stopped = 1;
const busy = 2;

/** How long to wait for a thread that is removing a tree, in case it has died meanwhile. */
const patienceMs = 500;

export function makeSignals(): Signals {
  return new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
}

/** Signals that another bag is full. */
export function tellFull(signals: Signals): void {
  Atomics.add(signals, full, 1);
  Atomics.notify(signals, full);
}

/** Stops the removal; returns when nothing is being removed any more. */
export function stopEmptying(signals: Signals): void {
  Atomics.store(signals, stopped, 1);
  tellFull(signals);
  Atomics.wait(signals, busy, 1, patienceMs);
}

/** Waits until more bags are full than this number. */
export function awaitFull(signals: Signals, emptied: number): void {
  Atomics.wait(signals, full, emptied);
}

/** Does one step unless it has to stop; returns whether it did the step. */
export function unlessStopped(signals: Signals, step: () => void): boolean {
  Atomics.store(signals, busy, 1);
  const goesOn = Atomics.load(signals, stopped) === 0;
  if (goesOn) step();
  Atomics.store(signals, busy, 0);
  Atomics.notify(signals, busy);
  return goesOn;
}
