// The problems of the runs, above every view.

import { groupBy } from '../../../../model/group-by.ts';
import { plural } from '../../../parts/titles.ts';
import { whichCases } from '../../../parts/which-cases.ts';
import { whyIncomplete } from '../../../parts/why-incomplete.ts';
import type { RunData } from '../../data/report-data.ts';
import type { Model } from '../../model/model.ts';

interface ProblemsProps {
  readonly model: Model;
  /** What the address names and the report does not contain. */
  readonly missing: Missing | undefined;
}

export interface Missing {
  readonly kind: 'case' | 'rule' | 'page';
  readonly id: string;
}

export function Problems({ model, missing }: ProblemsProps) {
  const { runs } = model.data;
  return (
    <>
      <SelectedCases runs={runs} />
      {runs.map((run, index) => (
        <RunProblems key={index} run={run} />
      ))}
      {missing && (
        <p class="problem" role="alert">
          There is no {missing.kind} <code>{missing.id}</code> in this report.{whyRetired(model, missing.id)}
        </p>
      )}
    </>
  );
}

/** Runs that asked the same number of the same cases share a line. */
function SelectedCases({ runs }: { readonly runs: readonly RunData[] }) {
  const words = runs.map(({ cases, available }) =>
    cases === undefined || available === undefined ? undefined : whichCases(cases, available),
  );
  return (
    <>
      {[...groupBy(words, (word) => word)].map(
        ([word, own]) =>
          word !== undefined && (
            <p key={word} class="problem note-of-run" role="note">
              <strong>
                {own.length === runs.length
                  ? 'Some of the cases.'
                  : `Some of the cases, in ${plural(own.length, 'run')}.`}
              </strong>{' '}
              {word}
              {own.length === 1 && <Command of={runs[words.indexOf(word)]} />}
            </p>
          ),
      )}
    </>
  );
}

function Command({ of }: { readonly of: RunData | undefined }) {
  if (of?.command === undefined) return null;
  return (
    <>
      {' '}
      The command was{' '}
      <code>
        <bdi>{of.command}</bdi>
      </code>
      .
    </>
  );
}

function whyRetired({ data: { former = {} } }: Model, id: string): string {
  const fate = Object.hasOwn(former, id) ? former[id] : undefined;
  return fate && 'retired' in fate ? ` It was retired: ${fate.retired}` : '';
}

function RunProblems({ run }: { readonly run: RunData }) {
  const { startedAt, shard, baseline } = run;
  const why = whyIncomplete(run);
  return (
    <>
      {why !== undefined && (
        <p class="problem" role="alert">
          <strong>Incomplete run of {startedAt}.</strong> {why}
        </p>
      )}
      {shard && (
        <p class="problem" role="alert">
          <strong>
            Shard {shard.index} of {shard.count}.
          </strong>{' '}
          The run of {startedAt} asked only some of the cases. <code>modspec merge</code> joins the shards of
          a run.
        </p>
      )}
      {baseline && <BaselineProblems baseline={baseline} />}
    </>
  );
}

function BaselineProblems({ baseline: { file, complaints } }: Required<Pick<RunData, 'baseline'>>) {
  return (
    <div class="problem" role="alert">
      <strong>The baseline differs from the run</strong> in {plural(complaints.length, 'place')}:{' '}
      <bdi>{file}</bdi>
      <details>
        <summary>Show</summary>
        <ul>
          {complaints.map(({ kind, line, text, mend, implementation, cases }) => (
            <li key={`${implementation} ${kind} ${cases.join()}`}>
              {kind}
              {line !== undefined && `, line ${line}`}: <bdi class="untrusted">{text}</bdi>
              <br />
              <code>{mend}</code>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
