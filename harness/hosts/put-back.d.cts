// The types of put-back.cjs, for those who ask in their own process.

/** Sets variables. Returns the function that restores those from before. */
export function setVariables(environment: Readonly<Record<string, string>>): () => void;
