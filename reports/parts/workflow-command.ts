// A workflow command of GitHub Actions, as GitHub documents it: properties escape `:` and `,` too.

export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly message: string;
}

/** One line without its end. */
export function workflowCommand({ level, title, file, line, message }: Annotation): string {
  const properties = Object.entries({ file, line, title }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  );
  return `::${level} ${properties.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
