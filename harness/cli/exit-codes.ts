// What a command's exit code means.

export const exitCodes = { asExpected: 0, notAsExpected: 1, usage: 2, broken: 3 } as const;

/** How a command hands over its exit code; without it, all was as expected. */
export type Done = (exitCode: number) => void;
