// Flags: things that editions do differently, each with what is done since which line.

/** What editions do, by the first that does it. Those after it do the same until the next one that is named. */
export type History<Id extends string, First extends Id> = Readonly<
  Record<First, Does> & Partial<Record<Id, Does>>
>;

/** A predicate whose subject is the name of the flag, or a list of names. */
type Does = string | readonly string[];

/** Flags by name. */
export type Flags = Readonly<Record<string, Readonly<Record<string, Does>>>>;

/** What one edition does, by name of the flag. */
export type Values<Table extends Flags> = {
  readonly [Name in keyof Table]: Listed<Table[Name][keyof Table[Name]]>;
};

type Listed<Value> = [Value] extends [readonly unknown[]] ? readonly Value[number][] : Value;

/** What each flag says in the first of these columns that it has; every flag has the last. */
export function readColumns<Table extends Flags>(table: Table, columns: readonly string[]): Values<Table> {
  const entries = Object.entries(table).map(([name, history]) => {
    const column = columns.find((id) => Object.hasOwn(history, id)) ?? '';
    return [name, history[column]];
  });
  return Object.fromEntries(entries);
}
