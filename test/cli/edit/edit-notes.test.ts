import { chmodSync, linkSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { copydesk, file, folder, note } from '../program.ts';

const AT = ['--at', '2026-05-07T09:00:00Z'];
const BY = ['--by', 'Ada Okafor', ...AT];
const read = (path: string): string => readFileSync(path, 'utf8');
const LATER = '2026-05-08T09:00:00Z';

let root = '';
let path = '';

beforeEach(() => {
  root = folder();
  path = file(root, 'a.md', note());
});

describe('approve', () => {
  test('writes the approval, and check and render report a change after it', async () => {
    expect(await copydesk(['approve', path, ...BY])).toEqual({
      code: 0,
      stdout: `${path}\n`,
      stderr: '1 note: 1 approved\n',
    });
    expect((await copydesk(['check', path])).stdout).not.toContain('approv');
    file(root, 'a.md', read(path).replace('A lab opened', 'A factory opened'));
    const message = "4:1: warning: wording changed after 'Ada Okafor' approved it on 2026-05-07T09:00:00Z";
    const advice = '\n  Check what changed, and run `copydesk approve` again.\n';
    const checked = await copydesk(['check', path]);
    expect(checked.code).toBe(0);
    expect(checked.stdout).toContain(`${path}:${message} [void-approval]\n`);
    expect(checked.stdout).toContain(advice);
    const rendered = await copydesk(['render', path, '--to', 'text']);
    expect(rendered.code).toBe(0);
    expect(rendered.stdout).toContain('A factory opened');
    expect(rendered.stderr).toContain(`${path}:${message}`);
    await copydesk(['approve', path, '--by', 'Bo', '--at', LATER]);
    expect(read(path)).toContain(`approved:\n  by: Bo\n  at: ${LATER}\n`);
    expect((await copydesk(['render', path])).stderr).toBe('');
  });

  test('visits every note, and exits with the worst code', async () => {
    const good = file(root, 'b.md', note());
    const bad = file(root, 'c.md', note({ front: 'headline: Lab' }));
    const other = file(root, 'README.md', 'Read me.\n');
    const result = await copydesk(['approve', bad, other, join(root, 'none.md'), path, good, ...BY]);
    expect(result).toMatchObject({ code: 2, stdout: `${path}\n${good}\n` });
    expect(result.stderr).toContain(`${bad}:1:1: error: missing source`);
    expect(result.stderr).toMatch(/4 notes: 2 approved, 2 failed; 1 file skipped \(not a note\)\n$/);
    expect(read(bad)).toBe(note({ front: 'headline: Lab' }));
    expect(read(other)).toBe('Read me.\n');
  });

  test('approves the notes of a folder, and skips ignored ones', async () => {
    file(root, 'drafts/b.md', note());
    file(root, '.copydeskignore', 'drafts/\n');
    file(root, 'README.md', 'Read me.\n');
    expect(await copydesk(['approve', root, ...BY])).toMatchObject({ code: 0, stdout: `${path}\n` });
  });

  test('changes nothing if the note has this approval', async () => {
    await copydesk(['approve', path, ...BY]);
    expect(await copydesk(['approve', path, ...BY])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '1 note: 1 unchanged\n',
    });
  });

  test('uses the house of the project', async () => {
    file(root, 'copydesk.yaml', 'house: { required: [headline] }\n');
    const short = file(root, 'b.md', '---\nheadline: Lab\n---\n');
    expect((await copydesk(['approve', short, ...BY])).code).toBe(0);
    expect((await copydesk(['approve', short, '--by', 'Bo', '--house', 'abab'])).code).toBe(1);
  });

  describe('without --at', () => {
    beforeEach(() => {
      vi.useFakeTimers({ now: Date.UTC(2026, 4, 9, 10, 20, 30, 400), toFake: ['Date'] });
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    test('takes the time of the clock, for all notes', async () => {
      const other = file(root, 'b.md', note());
      await copydesk(['approve', path, other, '--by', 'Ada Okafor']);
      for (const one of [path, other]) expect(read(one)).toContain('  at: 2026-05-09T10:20:30Z\n');
    });
  });
});

describe('correct', () => {
  test('adds a correction that posts print, and reports the approval that it voids', async () => {
    await copydesk(['approve', path, ...BY]);
    const result = await copydesk(['correct', path, 'It was "1999".', '--at', LATER]);
    expect(result).toMatchObject({ code: 0, stdout: `${path}\n` });
    expect(result.stderr).toBe(
      `${path}: the approval by 'Ada Okafor' on 2026-05-07T09:00:00Z is void: run \`copydesk approve\` again\n1 note: 1 corrected\n`,
    );
    expect(read(path)).toContain(`updated: ${LATER}\n`);
    for (const to of ['text', 'markdown', 'html']) {
      const { stdout } = await copydesk(['render', path, '--to', to]);
      expect(stdout.replaceAll('&quot;', '"').replaceAll('&#34;', '"')).toContain('It was "1999".');
    }
    expect((await copydesk(['correct', path, 'One more.', '--at', LATER])).code).toBe(0);
    expect(read(path).match(/text:/g)).toHaveLength(2);
  });

  test.each([
    [['correct'], /'correct' needs a note and a text/],
    [['correct', 'a.md', 'It', 'was', '1999.'], /the correction is not in quotation marks\n {2}Run it as/],
    [['correct', 'a.md'], /'correct' needs a note and a text/],
    [
      ['correct', 'a.md', ' \n'],
      /'text' is empty or has a control character\n {2}Write the correction in quotation marks/,
    ],
    [['correct', 'a.md', 'a\u0007'], /'text' is empty or has a control character/],
    [['approve', '--by', 'A'], /'approve' needs a note/],
    [['approve', 'a.md'], /'approve' needs '--by'/],
    [['approve', 'a.md', '--by', '  '], /'--by' is empty or has a control character/],
    [['withdraw'], /'withdraw' needs a note/],
    [['withdraw', '-'], /'withdraw' edits files, not stdin\n {2}Name the file/],
    [['approve', '-', '--by', 'A'], /'approve' edits files, not stdin/],
    [
      ['withdraw', 'a.md', '--at', 'noon'],
      /'--at' is not an ISO 8601 time with a UTC offset: 'noon'\n {2}Write a date/,
    ],
    [['withdraw', 'a.md', '--at', '2026-05-07'], /a UTC offset: '2026-05-07'\n {2}Add the time and the UTC offset/],
    [['withdraw', 'a.md', '--at', '2026-05-07T09:00'], /a UTC offset: '2026-05-07T09:00'\n {2}Add the UTC offset/],
    [['withdraw', 'a.md', '--at', '2026-02-30T09:00:00Z'], /no such day '2026-02-30T09:00:00Z'/],
    [['withdraw', 'a.md', '--at', '7 May 2026 09:00 UTC'], /'7 May 2026 09:00 UTC'\n {2}Write 2026-05-07T09:00:00Z/],
  ])('%j is refused', async (args, message) => {
    const result = await copydesk(args);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(message);
  });

  test('concerns one note', async () => {
    file(root, 'b.md', note());
    const result = await copydesk(['correct', root, 'Wrong.', ...AT]);
    expect(result).toMatchObject({ code: 2, stderr: 'error: cannot correct 2 notes together\n  Name one note.\n' });
  });

  test('is refused in front matter that cannot be edited', async () => {
    const front = 'headline: &h Lab\nsource: *h\nupdated: &u 2026-05-01T09:00:00Z\nexpires: *u';
    const odd = file(root, 'b.md', note({ front }));
    const result = await copydesk(['correct', odd, 'Wrong.', ...AT]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(`error: cannot edit the front matter of '${odd}'\n  Write each key on a line`);
    expect(read(odd)).toBe(note({ front }));
  });
});

test('withdraw sets the status, and render refuses the note', async () => {
  expect(await copydesk(['withdraw', path, '--at', LATER])).toEqual({
    code: 0,
    stdout: `${path}\n`,
    stderr: '1 note: 1 withdrawn\n',
  });
  expect(read(path)).toBe(
    note({ front: `headline: Lab Opens\nsource: The Lab\nupdated: ${LATER}\nstatus: withdrawn` }),
  );
  expect((await copydesk(['render', path])).code).toBe(1);
  expect(await copydesk(['withdraw', path])).toMatchObject({ code: 0, stdout: '', stderr: '1 note: 1 unchanged\n' });
});

test('withdraw reports the approval that it voids', async () => {
  await copydesk(['approve', path, ...BY]);
  const { stderr } = await copydesk(['withdraw', path, '--at', LATER]);
  expect(stderr).toBe(
    `${path}: the approval by 'Ada Okafor' on 2026-05-07T09:00:00Z is void: run \`copydesk approve\` again\n1 note: 1 withdrawn\n`,
  );
});

test('a fix of the wording reports the approval that it voids', async () => {
  const odd = file(root, 'b.md', note({ body: 'A lab lab opened.' }));
  await copydesk(['approve', odd, ...BY]);
  const { stdout, stderr } = await copydesk(['check', odd, '--fix', '--unsafe-fixes', '--report', 'json']);
  expect(read(odd)).toContain('\nA lab opened.\n');
  expect(stdout + stderr).toMatch(/void-approval/);
});

test('a note is replaced as a whole or not at all', async () => {
  linkSync(path, join(root, 'b.md'));
  const result = await copydesk(['withdraw', path]);
  expect(result.code).toBe(2);
  expect(result.stderr).toContain('has 2 hard links');
  expect(read(path)).toBe(note());
});

test('a read-only note is left alone', async () => {
  chmodSync(path, 0o444);
  expect((await copydesk(['withdraw', path])).stderr).toContain('is read-only');
  expect(read(path)).toBe(note());
});

test('a note that cannot be read or decoded fails with its reason', async () => {
  const latin = file(root, 'b.md', Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0xe9]));
  const broken = file(root, 'c.md', '---\nheadline: [\n---\n');
  const result = await copydesk(['withdraw', latin, broken, path, ...AT]);
  expect(result).toMatchObject({ code: 2, stdout: `${path}\n` });
  expect(result.stderr).toContain('invalid UTF-8 byte 0xE9');
  expect(result.stderr).toMatch(/3 notes: 1 withdrawn, 2 failed\n$/);
});
