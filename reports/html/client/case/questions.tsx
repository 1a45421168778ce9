// The questions of a case, and the expectations of each edition.

import type { ExpectationData, QuestionData } from '../../data/report-data.ts';
import type { CaseItem } from '../../model/model.ts';
import { editionWords, questionText, visible } from '../../model/question-text.ts';
import type { Shared } from '../parts/shared.ts';
import { TextBlock } from '../parts/text-block.tsx';

export function Questions({ shared, item }: { readonly shared: Shared; readonly item: CaseItem }) {
  const resolutions = item.questions.filter((question) => question.kind === 'resolve');
  const programs = item.questions.filter((question) => question.kind !== 'resolve');
  return (
    <>
      {resolutions.length > 0 && <Resolutions shared={shared} questions={resolutions} />}
      {programs.map((question, index) => (
        <Program key={index} shared={shared} question={question} />
      ))}
    </>
  );
}

type Resolution = Extract<QuestionData, { kind: 'resolve' }>;

function Resolutions({
  shared,
  questions,
}: {
  readonly shared: Shared;
  readonly questions: readonly Resolution[];
}) {
  const ways = questions.some(({ by }) => by !== undefined);
  return (
    <table class="expected">
      <thead>
        <tr>
          <th scope="col">from</th>
          {ways && <th scope="col">by</th>}
          <th scope="col">specifier</th>
          <th scope="col">resolves to</th>
        </tr>
      </thead>
      <tbody>
        {questions.map(({ from, by = 'require', specifier, expect }, index) => (
          <tr key={index}>
            <td>
              <code>{from}</code>
            </td>
            {ways && <td>{by}</td>}
            <td>
              <code>{visible(specifier)}</code>
            </td>
            <td>
              {expect.map((expected) => (
                <div key={expected.on}>
                  <code>{expected.words}</code>{' '}
                  <Editions shared={shared} expect={expect} expected={expected} />
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ProgramQuestion = Exclude<QuestionData, { kind: 'resolve' }>;

function Program({ shared, question }: { readonly shared: Shared; readonly question: ProgramQuestion }) {
  const expect: readonly ExpectationData[] = question.expect;
  return (
    <>
      {expect.map((expected) => (
        <figure key={expected.on} class="file output">
          <figcaption>
            <code>{questionText(question)}</code> shows{' '}
            <Editions shared={shared} expect={expect} expected={expected} />
          </figcaption>
          <TextBlock class="code">{expected.words === '' ? '(nothing)' : expected.words}</TextBlock>
        </figure>
      ))}
    </>
  );
}

interface EditionsProps {
  readonly shared: Shared;
  readonly expect: readonly ExpectationData[];
  readonly expected: ExpectationData;
}

function Editions({ shared: { model }, expect, expected }: EditionsProps) {
  const words = editionWords(model.data, expect, expected);
  return words === '' ? null : <span class="editions">{words}</span>;
}
