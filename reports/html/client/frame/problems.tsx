// The problems of the runs, above every view.

import { whyIncomplete } from '../../../parts/why-incomplete.ts';
import type { RunData } from '../../data/report-data.ts';
import type { Model } from '../../model/model.ts';
import { plural } from '../parts/titles.ts';

interface ProblemsProps {
  readonly model: Model;
  /** The id of a case that the address names and the report does not contain; empty if there is none. */
  readonly missingCase: string;
}

export function Problems({ model, missingCase }: ProblemsProps) {
  return (
    <>
      {model.data.runs.map((run, index) => (
        <RunProblems key={index} run={run} />
      ))}
      {missingCase !== '' && (
        <p class="problem" role="alert">
          There is no case <code>{missingCase}</code> in this report.{whyRetired(model, missingCase)}
        </p>
      )}
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
