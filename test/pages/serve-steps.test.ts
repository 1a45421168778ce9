import { test } from 'tap';
import type { Question } from '../../model/case.ts';
import { parsePage } from '../../suite/pages/parse-page.ts';

const head = `---
title: T
sources:
  doc: A document
editions: deployd-locked, deployd
---

# T

## S

### \`a-rule\` A rule

It says something.

- Requirement: MUST
- Source: doc, "S", 1

#### \`a-case\` A case

\`node_modules/a.js\`

\`\`\`js
console.log('a');
\`\`\`

`;

type ServeQuestion = Extract<Question, { kind: 'serve' }>;

function parse(body: string): ServeQuestion {
  const [item] = parsePage('spec/t.md', head + body).cases;
  const [question] = item?.questions ?? [];
  if (item?.level !== 'deployd' || question?.kind !== 'serve') throw new TypeError('no server case');
  return question;
}

/** A step and what stands below it. */
function step(number: number, sentence: string, ...below: string[]): string {
  return [
    `${number}. ${sentence}`,
    ...below.flatMap((part) => part.split('\n')).map((line) => `   ${line}`),
    '',
  ].join('\n');
}

function fence(info: string, text: string): string {
  return `\n\`\`\`${info}\n${text}\n\`\`\`\n`;
}

test('every kind of step is read', async (t) => {
  const { steps } = parse(
    [
      step(1, 'Start in development', fence('stdout', 'a')),
      step(2, 'Request `POST /hits?x=1`', '- Status: 404', fence('body', '{}'), fence('stdout', 'b')),
      step(3, 'Write `node_modules/b.js`:', fence('js', 'b();')),
      step(4, 'Delete `node_modules/a.js`'),
      step(5, 'Stop'),
      step(6, 'Start in staging'),
      step(7, 'Wait until it ends.', '- Exit code: 3'),
    ].join('\n'),
  );
  t.strictSame(steps, [
    { kind: 'start', environment: 'development' },
    { kind: 'request', method: 'POST', path: '/hits?x=1' },
    { kind: 'write', path: 'node_modules/b.js', text: 'b();\n' },
    { kind: 'delete', path: 'node_modules/a.js' },
    { kind: 'stop' },
    { kind: 'start', environment: 'staging' },
    { kind: 'end' },
  ]);
});

test('each step that shows something says what, and nothing printed is the default', async (t) => {
  const { expect } = parse(
    [
      step(1, 'Start in development', fence('stdout', 'a')),
      step(2, 'Request `GET /`', '- Status: none'),
      step(3, 'Wait until it ends', '- Exit code: 1'),
    ].join('\n'),
  );
  t.equal(expect.length, 1);
  t.strictSame(expect[0]?.shows, [
    { kind: 'listens', stdout: 'a\n', step: 1 },
    { kind: 'no response', stdout: '', step: 2 },
    { kind: 'ends', exitCode: 1, stdout: '', step: 3 },
  ]);
});

test('editions differ by bullet and by fence, and a server that is gone is asked nothing', async (t) => {
  const { expect } = parse(
    [
      '- Silent: deployd-locked\n',
      step(
        1,
        'Start in development',
        '- Then (deployd 0.6): ends with exit code 1',
        '- Then (deployd 0.8): stalls',
        fence('stdout', 'a'),
      ),
      step(
        2,
        'Request `GET /`',
        '- Status: 200',
        '- Status (deployd 1.1): 404',
        fence('body deployd 1', 'x'),
      ),
    ].join('\n'),
  );
  const of = (edition: string) => expect.find(({ editions }) => editions.includes(edition))?.shows;
  t.strictSame(of('deployd-locked'), undefined);
  t.strictSame(of('deployd-0.6'), [{ kind: 'ends', exitCode: 1, stdout: 'a\n', step: 1 }]);
  t.strictSame(of('deployd-0.8'), [{ kind: 'stalls', stdout: 'a\n', step: 1 }]);
  t.match(of('deployd-0.8.9')?.[1], { kind: 'responds', status: 200 });
  t.equal(JSON.stringify(of('deployd-0.8.9')).includes('body'), false);
  t.match(of('deployd-1')?.[1], { kind: 'responds', status: 200, body: 'x\n' });
  t.match(of('deployd-1.1')?.[1], { kind: 'responds', status: 404 });
});

test('a server that ended is asked again once it is started again', async (t) => {
  const { expect } = parse(
    [
      step(1, 'Start in development', '- Then: ends with exit code 1'),
      step(2, 'Request `GET /`', '- Status: 200'),
      step(3, 'Stop'),
      step(4, 'Start in development'),
      step(5, 'Request `GET /`', '- Status: 200'),
    ].join('\n'),
  );
  t.strictSame(
    expect[0]?.shows.map((shown) => shown.step),
    [1, 4, 5],
  );
});

const start = step(1, 'Start in development');

const faults: readonly (readonly [string, string, RegExp, number])[] = [
  [
    'a sentence that is no step',
    step(1, 'Open the door'),
    /a step is 'Start in development'.*found 'Open the door'/,
    27,
  ],
  ['a first step that is no start', step(1, 'Stop'), /the first step is/, 27],
  ['a second start', start + step(2, 'Start in development'), /only after 'Stop'/, 28],
  [
    'a request without a status',
    start + step(2, 'Request `GET /`'),
    /nothing says what this step shows in deployd-locked/,
    28,
  ],
  ['an end without a code', start + step(2, 'Wait until it ends'), /nothing says what this step shows/, 28],
  ['a wrong outcome', step(1, 'Start in development', '- Then: dies'), /'listens', 'stalls' or/, 28],
  ['a wrong status', start + step(2, 'Request `GET /`', '- Status: fine'), /whole number, found 'fine'/, 29],
  ['an unknown bullet', step(1, 'Start in development', '- Status: 200'), /unknown property 'Status'/, 28],
  ['a body of a start', step(1, 'Start in development', fence('body', 'x')), /this step shows no body/, 29],
  ['stdout of a stop', start + step(2, 'Stop', fence('stdout', 'x')), /this step shows no stdout/, 30],
  ['a write without a text', start + step(2, 'Write `a.js`'), /one fence with the text/, 28],
  ['a write out of the app', start + step(2, 'Write `../a.js`', fence('js', 'x')), /path without .\.\../, 28],
  ['a text for a delete', start + step(2, 'Delete `a.js`', fence('js', 'x')), /this fence means nothing/, 30],
  [
    'two expectations for one edition',
    step(1, 'Start in development', '- Then: listens', '- Then: stalls'),
    /only one can hold/,
    29,
  ],
  ['a second list', `${start}\ntext\n\n${step(1, 'Stop')}`, /one list of them/, 31],
  ['a program beside', `${start}\n\`\`\`stdout\n\`\`\`\n`, /no table or stdout fence beside/, 29],
  ['a property of programs', `- Entry: \`a.js\`\n\n${start}`, /speaks of a program/, 27],
  [
    'an edition unknown',
    step(1, 'Start in development', '- Then (deployd 2): stalls'),
    /N and M are of 0\.6 0\.8 0\.8\.9 1 1\.1/,
    28,
  ],
];

for (const [name, body, message, line] of faults) {
  test(`${name} is refused at its line`, async (t) => {
    t.throws(() => parse(body), { message });
    t.throws(() => parse(body), { message: new RegExp(`t\\.md:${line}:`) });
  });
}
