// The findings of the linter as lines for people, as annotations for GitHub, and as JSON for other programs.

import path from 'node:path';
import { formatPlace } from '../../model/usage-error.ts';
import type { Finding } from '../../suite/lint/subject/finding.ts';
import { workflowCommand } from '../parts/workflow-command.ts';

export const findingFormats = ['text', 'github', 'json'] as const;
export type FindingFormat = (typeof findingFormats)[number];

/** Lines that end with a newline; empty if nothing was found, except in JSON. */
export function renderFindings(findings: readonly Finding[], format: FindingFormat): string {
  switch (format) {
    case 'text':
      return findings.map((finding) => `${toLine(finding)}\n`).join('');
    case 'github':
      return findings.map((finding) => `${toAnnotation(finding)}\n`).join('');
    case 'json':
      return `${JSON.stringify(findings.map(toRecord), null, 2)}\n`;
  }
}

function toLine({ rule, file, line, message }: Finding): string {
  return `${formatPlace({ file: path.normalize(file), line })}: ${rule}: ${message}`;
}

function toAnnotation({ rule, file, line, message }: Finding): string {
  return workflowCommand({ level: 'error', file: path.normalize(file), line, title: rule, message });
}

function toRecord({ rule, file, line, message, edit }: Finding): object {
  return { rule, file: path.normalize(file), line, message, fixable: edit !== undefined };
}
