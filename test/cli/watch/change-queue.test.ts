import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  ChangeQueue,
  type FileChange,
  GRACE_MS,
  LONGEST_MS,
  type Look,
  QUIET_MS,
} from '../../../src/cli/watch/change-queue.ts';

let disk: Map<string, Look>;
let batches: string[];
let wait: Promise<void>;
let queue: ChangeQueue;

beforeEach(() => {
  vi.useFakeTimers();
  disk = new Map<string, Look>([['a', 'file']]);
  batches = [];
  wait = Promise.resolve();
  const onChanges = (changes: readonly FileChange[]) => {
    batches.push(changes.map(({ path, kind }) => `${path} ${kind}`).join(', '));
    return wait;
  };
  queue = new ChangeQueue({ look: (path) => disk.get(path) ?? 'missing', onChanges });
  queue.know('a');
});
afterEach(() => vi.useRealTimers());

/** Something happens to a path, after which it looks like this. */
function happens(path: string, look: Look): void {
  disk.set(path, look);
  queue.add(path);
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test('a hundred saves in a burst are one change', async () => {
  for (let save = 0; save < 100; save++) {
    happens('a', 'file');
    await pass(1);
  }
  await pass(QUIET_MS);
  expect(batches).toEqual(['a changed']);
});

test('a burst that does not end is passed on in between', async () => {
  for (let passed = 0; passed < 3 * LONGEST_MS; passed += 10) {
    happens('a', 'file');
    await pass(10);
  }
  await pass(QUIET_MS);
  expect(batches).toEqual(['a changed', 'a changed', 'a changed']);
});

test('the files of a burst are one batch', async () => {
  happens('a', 'file');
  happens('b', 'file');
  await pass(QUIET_MS);
  expect(batches).toEqual(['a changed, b changed']);
});

test.each<[string, () => Promise<void>]>([
  [
    'removes the file and creates it',
    async () => {
      happens('a', 'missing');
      await pass(GRACE_MS - 20);
      happens('a', 'file');
    },
  ],
  [
    'empties the file and fills it',
    async () => {
      happens('a', 'empty');
      await pass(GRACE_MS - 20);
      happens('a', 'file');
    },
  ],
  [
    'renames a temporary file',
    async () => {
      happens('4913', 'file');
      happens('4913', 'missing');
      happens('a~', 'file');
      happens('a', 'missing');
      happens('a', 'file');
      happens('a~', 'missing');
    },
  ],
])('an editor that %s has saved once', async (_, save) => {
  await save();
  await pass(GRACE_MS);
  expect(batches).toEqual(['a changed']);
});

test('a file that stays missing is removed, and a new one after that has changed', async () => {
  happens('a', 'missing');
  await pass(GRACE_MS + QUIET_MS);
  expect(batches).toEqual(['a removed']);
  happens('a', 'file');
  await pass(QUIET_MS);
  expect(batches).toEqual(['a removed', 'a changed']);
});

test('a file that stays empty has changed', async () => {
  happens('a', 'empty');
  await pass(GRACE_MS + QUIET_MS);
  expect(batches).toEqual(['a changed']);
});

test('a renamed file is one batch', async () => {
  happens('a', 'missing');
  happens('b', 'file');
  await pass(GRACE_MS + QUIET_MS);
  expect(batches).toEqual(['a removed, b changed']);
});

test('a file that was there only during a burst is nothing', async () => {
  happens('b', 'missing');
  await pass(LONGEST_MS);
  expect(batches).toEqual([]);
});

test('what happens while a batch is worked on is the next batch', async () => {
  let done = (): void => {};
  wait = new Promise((resolve) => {
    done = resolve;
  });
  happens('a', 'file');
  await pass(QUIET_MS);
  happens('a', 'file');
  happens('b', 'file');
  await pass(10 * LONGEST_MS);
  expect(batches).toEqual(['a changed']);
  done();
  await pass(QUIET_MS);
  expect(batches).toEqual(['a changed', 'a changed, b changed']);
});

test('a closed queue passes on nothing', async () => {
  happens('a', 'file');
  await queue.close();
  happens('a', 'file');
  await pass(LONGEST_MS);
  expect(batches).toEqual([]);
});
