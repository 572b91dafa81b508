import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One thing to measure.
 * @typedef {{
 *   name: string,
 *   command: string[] | (() => string[]),
 *   environment?: Record<string, string>,
 *   missing?: boolean,
 *   runs?: number,
 *   exits?: readonly number[],
 *   cwd?: string | (() => string),
 * }} Case a `command` that is a function is asked before each run; a `missing` program is not run; `exits` are the exit
 *   codes that are no failure, else 0 alone; `cwd` is where it runs, asked after the command, else the temporary folder.
 *
 * @typedef {{ wall: number, cpu?: number, memory?: number, status: number }} Figures seconds, seconds, MiB: medians, and the
 *   exit code of the last run
 */

/**
 * Runs every case once to warm up, then all of them in turn, `runs` times, so that a drift of the machine hits all alike.
 * CPU time and memory come from the warm-up alone, unless `watched`: the watch is a process more, a millisecond that the
 * wall time of a short run should not hold.
 * @param {readonly Case[]} cases
 * @param {{ runs: number, watched?: boolean, temporary: string, progress: (text: string) => void }} options
 * @returns {Map<Case, Figures>} without those that are missing.
 * @throws {Error} for a child that fails: the time of a failure says nothing.
 */
export function measure(cases, { runs, watched = false, temporary, progress }) {
  const present = cases.filter(({ missing }) => !missing);
  const watch = hasWatch();
  const taken = new Map(present.map((one) => [one, []]));
  const warm = new Map();
  for (let run = 0; run <= runs; run++) {
    for (const one of present) {
      if (run > (one.runs ?? runs)) continue;
      progress(`${run === 0 ? 'warm-up' : `run ${run} of ${runs}`}: ${one.name}`);
      const figures = take(one, temporary, watch && (watched || run === 0));
      if (run === 0) warm.set(one, figures);
      else taken.get(one).push(figures);
    }
  }
  const middle = (figures, key) => median(figures.map((each) => each[key]).filter((value) => value !== undefined));
  return new Map(
    present.map((one) => {
      const figures = taken.get(one);
      const usage = watched ? figures : [warm.get(one)];
      const { status } = figures.at(-1) ?? warm.get(one);
      const medians = { cpu: middle(usage, 'cpu'), memory: middle(usage, 'memory') };
      return [one, { wall: middle(figures, 'wall'), ...medians, status }];
    }),
  );
}

/** The middle one, or the mean of the two in the middle; undefined of none. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length === 0 || sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const GNU_TIME = '/usr/bin/time';

/** Has this system a `time` that tells the peak memory? */
function hasWatch() {
  return spawnSync(GNU_TIME, ['-f', '%M', process.execPath, '-e', '0']).status === 0;
}

/** What a child sees of the environment: one stray NODE_EXTRA_CA_CERTS makes Node start 2.8 times slower. */
export function childEnvironment(temporary) {
  return { PATH: process.env.PATH, HOME: join(temporary, 'home') };
}

function take(one, temporary, watched) {
  const { name, environment, exits = [0], cwd = temporary } = one;
  const usage = join(temporary, 'usage');
  const own = typeof one.command === 'function' ? one.command() : one.command;
  const command = watched ? [GNU_TIME, '-o', usage, '-f', '%M %U %S', ...own] : own;
  const output = openSync(join(temporary, 'stdout'), 'w');
  const options = {
    cwd: typeof cwd === 'function' ? cwd() : cwd,
    env: { ...childEnvironment(temporary), ...environment },
    stdio: ['ignore', output, 'pipe'],
    encoding: 'utf8',
  };
  const start = process.hrtime.bigint();
  const { status, signal, error, stderr } = spawnSync(command[0], command.slice(1), options);
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  closeSync(output);
  if (!exits.includes(status)) {
    throw new Error(`${name} failed (${error?.message ?? signal ?? status}): ${command.join(' ')}\n${stderr ?? ''}`);
  }
  if (!watched) return { wall, status };
  // GNU time says above its figures that a program exited with another code than 0.
  const figures = readFileSync(usage, 'utf8').trim().split('\n').at(-1) ?? '';
  const [memory, user, system] = figures.split(' ').map(Number);
  return { wall, status, cpu: user + system, memory: memory / 1024 };
}
