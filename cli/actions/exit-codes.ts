// The exit codes of the commands.

export const exitCodes = { asExpected: 0, notAsExpected: 1, usage: 2, broken: 3 } as const;

/** How a command sets its exit code; a command that does not call it ends with 0. */
export type Done = (exitCode: number) => void;
