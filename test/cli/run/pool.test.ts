import { afterEach, describe, expect, test } from 'vitest';
import { processHost } from '../../../src/cli/host.ts';
import type { NoteFile } from '../../../src/cli/run/pipeline.ts';
import { Pool } from '../../../src/cli/run/pool.ts';
import type { Worked } from '../../../src/cli/run/worked.ts';
import { Console } from '../../../src/cli/terminal/console.ts';
import { file, folder } from '../program.ts';

/** A worker that answers with the length of each note, and does what a note tells it. */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const said = { messages: [], exit: 0 };
const DOES = {
  throw: () => { throw new Error('it broke'); },
  exit: () => process.exit(0),
  hang: () => { for (;;) {} },
};
parentPort.on('message', (order) => {
  if (order === 'end') {
    parentPort.postMessage(said);
    parentPort.close();
    return;
  }
  const report = order.map(({ name, bytes }, at) => {
    Atomics.store(workerData.at, 0, at);
    DOES[name]?.();
    return { kind: 'done', result: bytes.length, said };
  });
  Atomics.store(workerData.at, 0, -1);
  parentPort.postMessage(report);
});`;

const script = file(folder(), 'worker.cjs', WORKER);
let pool: Pool<number> | undefined;

async function start(size: number): Promise<Pool<number>> {
  const console = await Console.create({ ...processHost, isTerminal: () => false }, false);
  pool = new Pool<number>(size, { args: [], columns: undefined, console, script, deadline: 200 });
  return pool;
}

afterEach(async () => {
  await pool?.end();
});

function note(name: string, length = 3): NoteFile {
  return {
    input: { kind: 'file', path: name },
    name,
    bytes: new Uint8Array(length),
    isFile: true,
    isNamed: true,
  };
}

/** What became of each note, in short. */
function kinds(all: readonly Worked<number>[] | undefined): readonly unknown[] | undefined {
  return all?.map((worked) =>
    worked.kind === 'done'
      ? worked.result
      : worked.kind === 'back'
        ? 'back'
        : worked.said.messages.map(({ text }) => text).join('\n'),
  );
}

test('works on notes, and answers in their order', async () => {
  const { send } = bound(await start(2));
  const answers = await Promise.all([send(note('a', 1), note('b', 2)), send(note('c', 3)), send(note('d', 4))]);
  expect(answers.map(kinds)).toEqual([[1, 2], [3], [4]]);
});

test('takes two batches for each worker', async () => {
  const { send } = bound(await start(1));
  const [first, second, third] = [send(note('a')), send(note('b')), send(note('c'))];
  expect([first, second].map((one) => one !== undefined)).toEqual([true, true]);
  expect(third).toBeUndefined();
  await Promise.all([first, second]);
  expect(kinds(await send(note('d')))).toEqual([3]);
});

describe('a worker that stops', () => {
  test.each([
    ['throw', 'it broke'],
    ['exit', 'its thread has stopped'],
    ['hang', 'it took too long'],
  ])('at a note that makes it %s loses that note only', async (name, why) => {
    const { send } = bound(await start(1));
    const [first, second] = [send(note('a'), note(name), note('b')), send(note('c'))];
    const lost = `error: internal error in '${name}': ${why}\n  Report this bug in copydesk, with the note if you can.\n`;
    expect(kinds(await first)).toEqual(['back', lost.trimEnd(), 'back']);
    expect(kinds(await second)).toEqual(['back']);
    expect(send(note('d'))).toBeUndefined();
  });

  test('leaves the others at work', async () => {
    const { send } = bound(await start(2));
    const [first, second, third] = [send(note('throw')), send(note('a')), send(note('b'))];
    await first;
    expect(kinds(await second)?.length).toBe(1);
    expect(kinds(await third)?.length).toBe(1);
    expect(kinds(await send(note('c', 5)))).toEqual([5]);
  });
});

function bound(started: Pool<number>) {
  return { send: (...notes: readonly NoteFile[]) => started.send(notes) };
}
