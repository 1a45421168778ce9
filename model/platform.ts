// The platforms whose rules of paths an implementation may follow.

export const platforms = ['posix', 'win32'] as const;
export type Platform = (typeof platforms)[number];
