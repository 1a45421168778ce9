// An error of modspec or of an adapter, not of the loader or the user. Ends the command with exit code 3.

export class AdapterError extends Error {
  override readonly name = 'AdapterError';
}
