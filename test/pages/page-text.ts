// Small pages as text, for tests that need one.

/** A page with one rule and what is given below it. The rule's heading is line 11; the text below starts at line 18. */
export function pageText(below: string, { source = 'doc, "S", 1', frontMatter = 'title: T' } = {}): string {
  return `---
${frontMatter}
sources:
  doc: A document
---

# T

## S

### \`a-rule\` A rule

It says something.

- Requirement: MUST
- Source: ${source}

${below}`;
}

/**
 * A case with `a.js` in which `specifier` must resolve to it.
 * @param property a line with a property of the case, if it has one
 */
export function caseText(id: string, specifier = './a', property = ''): string {
  return `#### \`${id}\` A case

${property}\`\`\`tree
a.js
\`\`\`

| from | specifier | resolves to |
| --- | --- | --- |
| \`main.js\` | \`${specifier}\` | \`a.js\` |

`;
}
