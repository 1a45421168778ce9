// Where pages, rules and cases are shown, so that links of the specification lead there.

export interface Places {
  /** @param anchor the heading of a section; empty for the page as a whole */
  readonly page: (id: string, anchor: string) => string;
  readonly rule: (id: string) => string;
  readonly case: (id: string) => string;
}
