import { test } from 'tap';
import { defaultJobs } from '../../harness/run/default-jobs.ts';

const whole = { cases: 1700, isolate: false };

test('a processor each, up to where the harness itself is the bottleneck', async (t) => {
  t.equal(defaultJobs({ ...whole, cores: 1 }), 1);
  t.equal(defaultJobs({ ...whole, cores: 2 }), 2);
  t.equal(defaultJobs({ ...whole, cores: 64 }), 6);
});

test('more where every case takes a process', async (t) => {
  t.equal(defaultJobs({ cores: 2, cases: 1700, isolate: true }), 2);
  t.equal(defaultJobs({ cores: 64, cases: 1700, isolate: true }), 12);
  t.equal(defaultJobs({ cores: 64, cases: 3, isolate: true }), 3);
});

test('no host for a handful of cases', async (t) => {
  t.equal(defaultJobs({ cores: 64, cases: 20, isolate: false }), 1);
  t.equal(defaultJobs({ cores: 64, cases: 60, isolate: false }), 3);
  t.equal(defaultJobs({ cores: 64, cases: 0, isolate: false }), 1);
});
