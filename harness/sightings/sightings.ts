// The answers of the reference and of real Nodes to a case in every edition, whatever its page expects.

import type { Case, Expectation, Question } from '../../model/case.ts';
import { platformHere } from '../../model/case-platform.ts';
import { releasedEditions } from '../../model/editions.ts';
import type { RanImplementation, Verdict } from '../../model/run.ts';
import type { Sighting } from '../../suite/authoring/sighting.ts';
import type { Adapter } from '../adapters/adapter.ts';
import { type MakeRunOptions, makeRun } from '../run/make-run.ts';

/** Why an implementation gave no answer. */
export interface Unseen {
  readonly edition: string;
  readonly reason: string;
}

/** By case id: the sightings of each question in order, and those that are missing. */
export interface Sightings {
  readonly answers: ReadonlyMap<string, readonly (readonly Sighting[])[]>;
  readonly unseen: ReadonlyMap<string, readonly Unseen[]>;
}

export interface Askable {
  readonly reference: Adapter;
  readonly nodes: readonly Adapter[];
}

/**
 * Asks the reference in every edition, by the platform that each case needs, and each Node in its own, with `jobs` hosts at the
 * same time.
 */
export async function gatherSightings(
  cases: readonly Case[],
  { reference, nodes }: Askable,
  options: Omit<MakeRunOptions, 'edition' | 'onStart' | 'onVerdict'>,
): Promise<Sightings> {
  const settings = { ...options, onStart: () => undefined, onVerdict: () => undefined };
  const asked = cases.map(openToAll);
  const answers = new Map(cases.map(({ id, questions }) => [id, questions.map((): Sighting[] => [])]));
  const unseen = new Map(cases.map(({ id }) => [id, [] as Unseen[]]));
  const collect = (verdict: Verdict, ran: RanImplementation | undefined) => {
    const isReference = verdict.implementation === 'reference';
    const by = isReference ? ('reference' as const) : { node: ran?.version ?? '' };
    const edition = ran?.edition ?? '';
    if (verdict.questions.every(({ checks }) => checks.length === 0))
      unseen.get(verdict.case)?.push({ edition, reason: `${verdict.verdict}: ${verdict.reason}` });
    for (const [index, { checks }] of verdict.questions.entries()) {
      const sightings = checks.map(({ observed, holds }): Sighting => ({ edition, by, observed, holds }));
      answers.get(verdict.case)?.[index]?.push(...sightings);
    }
  };
  const platforms = [...new Set(asked.map(platformHere))];
  const byReference = allEditions.flatMap((edition) =>
    platforms.map((platform) => {
      return {
        adapter: reference,
        edition,
        platform,
        cases: asked.filter((item) => platformHere(item) === platform),
      };
    }),
  );
  const byNodes = nodes.map((adapter) => ({
    adapter,
    edition: undefined,
    platform: undefined,
    cases: asked,
  }));
  const askings = [...byReference, ...byNodes].values();
  const work = async () => {
    for (const { adapter, edition, platform, cases: some } of askings) {
      // What a run leaves behind is ended by its home, and two runs go on at the same time.
      const workspace = await options.workspace.withOwnHome();
      const run = await makeRun([adapter], some, { ...settings, workspace, jobs: 1, edition, platform });
      for (const verdict of run.verdicts) collect(verdict, run.header.implementations[0]);
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, work));
  return { answers, unseen };
}

const allEditions = ['locked', ...releasedEditions('node').map(({ id }) => id)];

/** The case with an expectation in every edition, so that every edition is asked each question. */
function openToAll(item: Case): Case {
  return { ...item, questions: item.questions.map(openQuestion) };
}

function openQuestion(question: Question): Question {
  const said = new Set((question.expect as Expectation[]).flatMap(({ editions }) => editions));
  const editions = allEditions.filter((edition) => !said.has(edition));
  const [first] = question.expect;
  if (editions.length === 0 || !first) return question;
  return { ...question, expect: [...question.expect, { ...first, editions }] } as Question;
}
