// Whether a run keeps implementations in.

/** Not, where the system offers it, or only where it does; otherwise the run fails. */
export type Contain = 'off' | 'auto' | 'required';
