// The platforms whose paths and names of files an implementation may follow.

/** `posix` is any system with such paths. On `darwin`, macOS, a name is found by other spellings, too. */
export const platforms = ['posix', 'win32', 'darwin'] as const;
export type Platform = (typeof platforms)[number];
