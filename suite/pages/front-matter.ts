// The YAML front matter that opens a page.

import YAML from 'yaml';
import * as z from 'zod';
import { UsageError } from '../../model/usage-error.ts';

/** Names of sources that have a register, or names with their titles. */
export const sourcesSchema = z.union([
  z.array(z.string()).transform(withoutTitles),
  z.record(z.string(), z.string()),
]);

const frontMatterSchema = z.strictObject({
  title: z.string().min(1),
  sources: sourcesSchema.default({}),
  editions: z.string().default('locked, node'),
  informative: z.boolean().default(false),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;

function withoutTitles(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

/**
 * Splits a page into its front matter and the Markdown below, which keeps its line numbers.
 * @throws {UsageError} naming file and line when there is none or it is not what a page opens with.
 */
export function readFrontMatter(file: string, text: string): { frontMatter: FrontMatter; markdown: string } {
  const match = /^---\r?\n(.*?)^---\r?\n/ms.exec(text);
  if (match?.index !== 0) {
    throw new UsageError(
      'a page opens with YAML front matter between two --- lines, giving at least its title',
      {
        file,
        line: 1,
      },
    );
  }
  const markdown = match[0].replace(/[^\n]/g, '') + text.slice(match[0].length);
  return { frontMatter: checkFrontMatter(file, match[1] ?? ''), markdown };
}

function checkFrontMatter(file: string, yaml: string): FrontMatter {
  const parsed = frontMatterSchema.safeParse(parseYaml(file, yaml));
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues.map(
    (issue) => `${issue.path.join('.') || 'front matter'}: ${issue.message}`,
  );
  throw new UsageError(`front matter is not valid: ${problem.join('; ')}`, { file, line: 2 });
}

function parseYaml(file: string, yaml: string): unknown {
  try {
    return YAML.parse(yaml);
  } catch (error) {
    const line = error instanceof YAML.YAMLParseError ? (error.linePos?.[0].line ?? 1) : 1;
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new UsageError(`front matter is not YAML: ${reason}`, { file, line: line + 1 });
  }
}
