/** The time limit of a case, in milliseconds, unless somebody names another. */
export const defaultTimeoutMs = 5000;
