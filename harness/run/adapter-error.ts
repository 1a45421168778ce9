// The machinery or an adapter broke: neither the loader's fault nor the user's. Ends the command with exit code 3.

export class AdapterError extends Error {
  override readonly name = 'AdapterError';
}
