// Where people find modspec: messages name these addresses, because the npm package does not contain every document.

export const homepage = 'https://github.com/modspec/modspec';

/** The address of a guide in `docs/`. */
export function guide(name: string): string {
  return `${homepage}/blob/main/docs/${name}.md`;
}
