// Escapes and elements of XML.

/** Escapes for text and attributes, and replaces characters that XML does not allow. */
export function escapeXml(text: string): string {
  return text
    .replace(forbidden, '�')
    .replace(/[&<>"'\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Escapes for text of HTML, in which line breaks stay: pages with many lines are smaller. */
export function escapeText(text: string): string {
  return text.replace(forbidden, '�').replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** An element with its attributes, without undefined ones; the content is already XML. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly string[] = [],
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const open = `<${name}${written.join('')}`;
  return content.length === 0 ? `${open}/>` : `${open}>${content.join('')}</${name}>`;
}
