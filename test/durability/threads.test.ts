import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { note } from '../cli/program.ts';
import { Place } from './program.ts';

/* A run in two threads does what one in one thread does, whatever happens to it. */

let place: Place;

beforeAll(() => {
  place = new Place();
});
afterAll(() => place.remove());

const SENTENCES = [
  'The lab opened a second hall for its *sorting* machines.',
  'Ada Whitlock, who runs it, said, "We sort what others crush."',
  'The hall cost $4.2 million, a tenth of what a new mill costs.',
  'The the ministry will look at the figures in June.',
  'It is 30 kilometers from [the mine](https://example.org/mine).',
  'Whitlok joined in 2019.',
  '新的实验室在三月开放，占地约 4,000 平方米。',
];

function story(at: number): string {
  const body = [0, 1, 2].map((line) => SENTENCES[(at * 3 + line * 5) % SENTENCES.length]).join('\n\n');
  return note({ front: `headline: Hall ${at} Opens\nsource: The Lab`, body });
}

/** A story and its translation, which has another figure. */
function version(at: number, language: 'en' | 'zh', price: string): string {
  return note({ front: `headline: Hall ${at} Opens\nsource: The Lab\nid: hall-${at}\nlang: ${language}`, body: price });
}

/** What a note in forty may have. */
const FAULTS: Readonly<Record<number, (text: string, at: number) => string | Uint8Array>> = {
  3: (text) => text.replace('\n\n', '\n\n\n').replaceAll('*', '_'),
  5: (_, at) => version(at, 'en', 'The hall cost $4.2 million.'),
  6: (_, at) => version(at - 1, 'zh', '展厅耗资 430 万美元。'),
  9: (text) => text.replace(/^headline: /m, 'hedline: '),
  15: (text) => text.replace('---\n', '---\n  : {\n'),
  21: (text) => Buffer.from(text, 'utf16le'),
  27: () => '# Shopping\n\n- eggs\n',
  33: (text) => text.replace('\n\n', '\n\n![A map](map.png)\n\n'),
};

function writeNotes(folder: string, count: number): void {
  mkdirSync(join(place.dir, folder), { recursive: true });
  for (let at = 0; at < count; at++) {
    const text = story(at);
    writeFileSync(
      join(place.dir, folder, `note-${String(at).padStart(5, '0')}.md`),
      FAULTS[at % 40]?.(text, at) ?? text,
    );
  }
}

/** A folder whose configuration cannot be read, which concerns each of its notes. */
function writeBroken(folder: string): void {
  mkdirSync(join(place.dir, folder), { recursive: true });
  writeFileSync(join(place.dir, folder, 'copydesk.yaml'), 'hous: abab\n');
  for (let at = 0; at < 100; at++) writeFileSync(join(place.dir, folder, `${at}.md`), story(at));
}

/** The output of a command and its exit code, and every file of a folder. */
async function outcome(args: readonly string[], folder?: string) {
  const { code, stdout, stderr } = await place.run(args).ended;
  return { code, stdout, stderr, files: folder === undefined ? [] : filesOf(folder) };
}

/** Every file of a folder with its content, but for the record of its posts, which has their times. */
function filesOf(folder: string): readonly (readonly [string, string])[] {
  const path = join(place.dir, folder);
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.copydesk.json')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file.slice(path.length), readFileSync(file, 'latin1')] as const);
}

describe('two threads print and write what one does', () => {
  beforeAll(() => {
    writeNotes('many', 10_000);
    writeBroken('many/below');
    writeNotes('thousands', 800);
    writeBroken('thousands/below');
    writeNotes('some', 120);
    writeFileSync(join(place.dir, 'some/map.png'), 'a map');
  });

  test.each([
    ['format', '--check', '--no-cache', 'many'],
    ['format', '--diff', 'some'],
    ['check', '--no-cache', 'some'],
    ['check', '--no-cache', '--report', 'json', 'some'],
    ['check', '--no-cache', '--report', 'junit', '--verbose', 'some'],
    ['check', '--no-cache', '--diff', 'some'],
    ['check', '--audit', 'some'],
    ['render', '--to', 'json', 'some'],
  ])('%s %s %s %s', async (...args) => {
    const one = await outcome([...args, '--jobs', '1']);
    expect(await outcome([...args, '--jobs', '2'])).toEqual(one);
    expect(one.stdout.length).toBeGreaterThan(1000);
    if (args[0] === 'check' && !args.includes('--diff')) expect(one.stdout).toContain('translation-number');
  });

  test.each([
    ['check', '--report', 'json', 'some'],
    ['check', '--diff', 'some'],
  ])('%s %s %s, with what the other has found', async (...args) => {
    const fresh = await outcome([...args, '--no-cache', '--jobs', '2']);
    for (const jobs of ['2', '1', '2']) expect(await outcome([...args, '--jobs', jobs])).toEqual(fresh);
    rmSync(join(place.dir, 'cache'), { recursive: true });
    for (const jobs of ['1', '2']) expect(await outcome([...args, '--jobs', jobs])).toEqual(fresh);
    const both = await Promise.all(['1', '2'].map((jobs) => outcome([...args, '--jobs', jobs])));
    expect(both).toEqual([fresh, fresh]);
  });

  test.each([
    ['thousands', ['markdown']],
    ['some', ['html', 'text', 'json']],
  ])('render %s as %s', async (folder, formats) => {
    const args = ['render', folder, ...formats.flatMap((name) => ['--to', name]), '--out-dir', 'posts'];
    const [one, two] = [await outcome([...args, '--jobs', '1'], 'posts'), await again(args)];
    expect(two).toEqual(one);
    expect(one.files.length).toBeGreaterThan(100);
  });

  test('render and check every channel', async () => {
    writeNotes('published', 100);
    writeFileSync(
      join(place.dir, 'published/copydesk.yaml'),
      'channels: { text: , x: { parts: [headline, laws], number: true }, telegram: { link: true }, linkedin: }\n',
    );
    const args = ['render', 'published', '--to', 'all', '--out-dir', 'posts'];
    const [one, two] = [await outcome([...args, '--jobs', '1'], 'posts'), await again(args)];
    expect(two).toEqual(one);
    expect(one.files.some(([name]) => name.endsWith('.x.json'))).toBe(true);
    expect(one.stderr).toContain('[does-not-fit]');
    const check = ['check', '--no-cache', '--rule', 'does-not-fit', 'published'];
    const found = await outcome([...check, '--jobs', '1']);
    expect(await outcome([...check, '--jobs', '2'])).toEqual(found);
    expect(found.stdout).toContain('telegram: a post that ends with a link');
  });

  test('render as feeds', async () => {
    mkdirSync(join(place.dir, 'dated'));
    for (let at = 0; at < 150; at++) {
      const status = at % 7 === 0 ? 'draft' : 'published';
      const date = `2026-05-0${(at % 9) + 1}T09:00:00Z`;
      const front = `headline: Hall ${at}\nsource: The Lab\nurl: https://lab.example/${at % 100}\ndate: ${date}\nstatus: ${status}`;
      writeFileSync(join(place.dir, `dated/${at}.md`), note({ front, body: SENTENCES[at % SENTENCES.length] ?? '' }));
    }
    const args = ['render', 'dated', '--to', 'html', '--to', 'atom', '--to', 'jsonfeed', '--out-dir', 'posts'];
    const [one, two] = [await outcome([...args, '--jobs', '1'], 'posts'), await again(args)];
    expect(two).toEqual(one);
    expect(one.stderr).toMatch(/150 notes: \d+ written, \d+ in atom, \d+ in jsonfeed, \d+ left out of the feed/);
  });

  async function again(args: readonly string[]) {
    rmSync(join(place.dir, 'posts'), { recursive: true });
    const two = await outcome([...args, '--jobs', '2'], 'posts');
    rmSync(join(place.dir, 'posts'), { recursive: true });
    return two;
  }

  test.each([
    ['format', '--write'],
    ['check', '--fix', '--no-cache'],
  ])('%s %s', async (...args) => {
    const outcomes = [];
    for (const jobs of ['1', '2']) {
      writeNotes('written', 120);
      outcomes.push(await outcome([...args, 'written', '--jobs', jobs], 'written'));
      rmSync(join(place.dir, 'written'), { recursive: true });
    }
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[0]?.stderr).toMatch(/\d+ (?:formatted|fixed)/);
  });

  test.each(['0', '-1', '1.5', 'two', '65'])('--jobs %s is refused', async (jobs) => {
    expect(await outcome(['check', 'some', `--jobs=${jobs}`])).toMatchObject({
      code: 2,
      stderr: `error: '--jobs' needs a number from 1 to 64, not '${jobs}'\n  Give it a number such as 2.\n`,
    });
  });
});

/** The posts that a render of these notes writes. */
async function posts(): Promise<ReadonlyMap<string, string>> {
  await place.run(['render', 'killed', '--to', 'html', '--out-dir', 'whole']).ended;
  return new Map(filesOf('whole'));
}

describe('a run in two threads that is stopped', () => {
  beforeAll(() => writeNotes('killed', 300));

  test('killed 12 times, it leaves only whole posts', async () => {
    const whole = await posts();
    const from = performance.now();
    const args = ['render', 'killed', '--to', 'html', '--out-dir', 'torn', '--jobs', '2'];
    await place.run(args).ended;
    const length = performance.now() - from;
    let between = 0;
    for (let run = 0; run < 12; run++) {
      rmSync(join(place.dir, 'torn'), { recursive: true, force: true });
      const { child, ended } = place.run(args);
      await Promise.race([ended, wait(length * Math.random())]);
      child.kill('SIGKILL');
      await ended;
      mkdirSync(join(place.dir, 'torn'), { recursive: true });
      const files = filesOf('torn').filter(([name]) => !/^\/(?:.*\/)?\.copydesk-\d+-[0-9a-f]+\.tmp$/.test(name));
      for (const [name, text] of files) expect(text, name).toBe(whole.get(name));
      if (files.length > 0 && files.length < whole.size) between++;
    }
    // Else the kills came too early or too late to say anything.
    expect(between).toBeGreaterThan(0);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s leaves whole posts and no temporary files', async (signal, code) => {
    const whole = await posts();
    const args = ['render', 'killed', '--to', 'html', '--out-dir', 'stopped', '--jobs', '2'];
    let stopped = 0;
    for (let run = 0; run < 5; run++) {
      rmSync(join(place.dir, 'stopped'), { recursive: true, force: true });
      const { child, ended } = place.run(args);
      await Promise.race([ended, untilThere('stopped', 5 + 20 * run)]);
      child.kill(signal);
      if ((await ended).code === code) stopped++;
      for (const [name, text] of filesOf('stopped')) expect(text, name).toBe(whole.get(name));
    }
    expect(stopped).toBeGreaterThan(1);
  });

  /** Waits until a folder has so many files. */
  async function untilThere(folder: string, count: number): Promise<void> {
    for (;;) {
      await wait(1);
      try {
        if (readdirSync(join(place.dir, folder)).length >= count) return;
      } catch {}
    }
  }
});
