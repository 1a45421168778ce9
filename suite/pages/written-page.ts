// The prose of a page, as reports show it.

/** A page without its rules and cases. */
export interface WrittenPage {
  readonly id: string;
  readonly file: string;
  /** Its path below the folder of pages, with forward slashes. */
  readonly place: string;
  readonly title: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly prose: PageProse;
}

/** A piece of a page, as it is written there. */
export interface Passage {
  /** Its first line in the file of the page. */
  readonly line: number;
  readonly markdown: string;
}

export interface Section extends Passage {
  readonly title: string;
}

export interface PageProse {
  /** Between the title and the first section. */
  readonly opening: Passage;
  /** What is below the heading of each section, up to the next rule. */
  readonly sections: readonly Section[];
  /** By the id of a rule: what follows its properties, where anything does. */
  readonly notes: ReadonlyMap<string, Passage>;
  /** By the id of a case: the paragraphs between its files, tables and properties. */
  readonly remarks: ReadonlyMap<string, readonly Passage[]>;
  /** By the id of a case: the whole case, with its heading. */
  readonly cases: ReadonlyMap<string, Passage>;
  /** The definitions of links, for all passages. */
  readonly links: Readonly<LinkTargets>;
}

/** The targets of links such as `[text][name]`, by name; their definitions may be anywhere on a page. */
export type LinkTargets = Record<string, { readonly href: string; readonly title: string }>;
