// Errors of CommonJS modules that the host has linked. Node 20 reports such an error a second time, as a rejection that nobody
// handles, though the import was handled.

const reportsTwice = Number.parseInt(process.versions.node, 10) <= 20;

const reported = new WeakSet<object>();

/** From here on this Node does not report the error a second time. A program may have removed the listener. */
export function reportOnce(error: unknown): void {
  if (!reportsTwice || typeof error !== 'object' || error === null) return;
  reported.add(error);
  if (!process.listeners('unhandledRejection').includes(throwOthers))
    process.on('unhandledRejection', throwOthers);
}

function throwOthers(reason: unknown): void {
  const isSecond = typeof reason === 'object' && reason !== null && reported.delete(reason);
  if (!isSecond && process.listenerCount('unhandledRejection') === 1) throw reason;
}
