import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { BUILT_IN_HOUSES } from '../../../src/house/create.ts';
import { render } from '../../../src/render.ts';
import { copydesk, file, folder } from '../program.ts';

const home = process.cwd();
let dir = '';

beforeEach(() => {
  dir = realpathSync(folder());
  process.chdir(dir);
});

afterEach(() => process.chdir(home));

function text(name: string): string {
  return readFileSync(join(dir, name), 'utf8');
}

test('writes a formatted note with every required part, and prints its path', async () => {
  const { code, stdout, stderr } = await copydesk(['new', 'Lab Opens at Night']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'lab-opens-at-night.md\n' });
  expect(stderr).toContain('copydesk check lab-opens-at-night.md');
  expect((await copydesk(['format', '--check', 'lab-opens-at-night.md'])).code).toBe(0);
  expect(text('lab-opens-at-night.md')).toMatch(
    /^---\nheadline: Lab Opens at Night\n# .+\nsource:\n---\n\n<!-- Body: 2 to 5 /,
  );
  expect(text('lab-opens-at-night.md')).toMatch(/## Insight\n\n### Background\n\n<!-- .+ -->\n\n### Capital\n/);
  expect(text('lab-opens-at-night.md')).toMatch(/## Laws\n\n<!-- Laws: 3 laws as a list, 8 to 28 words in each\. /);
});

test.each(BUILT_IN_HOUSES)(
  'a new note for %s is formatted, and check reports only what is left to write',
  async (house) => {
    await copydesk(['new', 'Lab Opens at Night', 'lab.md', '--house', house]);
    const { findings } = await check(text('lab.md'), { path: 'lab.md', house });
    expect(
      findings
        .map(({ rule }) => rule)
        .filter((rule) => rule !== 'mixed-language')
        .sort(),
    ).toEqual(['missing-body', 'missing-insight', 'missing-laws', 'missing-source']);
    expect((await copydesk(['format', '--check', '--house', house, 'lab.md'])).code).toBe(0);
  },
);

test('a note whose parts are written is rendered without its hints', async () => {
  await copydesk(['new', 'Lab Opens at Night']);
  const written = text('lab-opens-at-night.md')
    .replace('source:', 'source: The Lab')
    .replace('\n## Insight', 'A lab opened.\n\n## Insight')
    .replace('\n### Capital', 'It sleeps.\n\n### Capital')
    .concat('\n- Not this, but that.\n');
  const { text: post } = render(written, { to: 'text' });
  expect(post).toBe(
    'Lab Opens at Night\nA lab opened.\nSource: The Lab\nABAB AI Insight\nIt sleeps.\nABAB News · Cognitive Laws\nNot this, but that.\n',
  );
});

test('never changes an existing file, nor follows a link in place of one', async () => {
  file(dir, 'lab-opens.md', 'mine\n');
  expect((await copydesk(['new', 'Lab Opens'])).code).toBe(2);
  expect(text('lab-opens.md')).toBe('mine\n');
  symlinkSync(join(dir, 'elsewhere.md'), join(dir, 'link.md'));
  const { code, stderr } = await copydesk(['new', 'Lab Opens', 'link.md']);
  expect({ code, exists: existsSync('elsewhere.md') }).toEqual({ code: 2, exists: false });
  expect(stderr).toContain("'link.md' already exists");
});

test('of two that run at the same time, one writes the note', async () => {
  const codes = await Promise.all([1, 2, 3].map(async () => (await copydesk(['new', 'Lab Opens'])).code));
  expect(codes.sort()).toEqual([0, 2, 2]);
});

describe('the place of a note', () => {
  test('is a folder after the headline, or that of --out-dir', async () => {
    mkdirSync('stories');
    expect((await copydesk(['new', 'A Lab', 'stories'])).stdout).toBe('stories/a-lab.md\n');
    expect((await copydesk(['new', 'B Lab', 'new/'])).stdout).toBe('new/b-lab.md\n');
    expect((await copydesk(['new', 'C Lab', '--out-dir', 'made'])).stdout).toBe('made/c-lab.md\n');
  });

  test('is a file after the headline', async () => {
    expect((await copydesk(['new', 'A Lab', 'stories/mine.md'])).stdout).toBe('stories/mine.md\n');
  });

  test.each([
    [['new', 'Lab', 'Opens'], 'quotation marks'],
    [['new', 'Lab', 'lab.yaml'], 'ends in .md'],
    [['new', 'Lab', 'x/', '--out-dir', 'y'], "'--out-dir' cannot be used"],
    [['new', 'Lab', 'there/'], "'there/' is a file"],
  ])('%j is a usage error', async (args, message) => {
    file(dir, 'there', '');
    const { code, stderr } = await copydesk(args);
    expect({ code, files: readdirSync(dir) }).toEqual({ code: 2, files: ['there'] });
    expect(stderr).toContain(message);
  });

  test('outside of notes: is pointed out', async () => {
    file(dir, 'copydesk.yaml', 'notes: [stories/**]\n');
    expect((await copydesk(['new', 'A Lab'])).stderr).toContain("'notes' in copydesk.yaml does not match a-lab.md");
    expect((await copydesk(['new', 'A Lab', 'stories/'])).stderr).not.toContain("'notes'");
  });
});

test.each([
  [['new'], 'no headline given'],
  [['new', ''], 'the headline is empty'],
  [['new', '   '], 'the headline is empty'],
  [['new', 'Lab\u0007'], 'control character U+0007'],
  [['new', 'Lab', '--lang', 'no language'], 'not a language tag'],
  [['new', 'Lab', '--date', 'May 7'], "'--date'"],
  [['new', 'Lab', '--house', 'abap'], "unknown house 'abap'"],
  [['new', 'Lab', '--from', 'missing.txt'], "no such file 'missing.txt'"],
])('%j is an error', async (args, message) => {
  const { code, stderr } = await copydesk(args);
  expect({ code, files: readdirSync(dir) }).toEqual({ code: 2, files: [] });
  expect(stderr).toContain(message);
});

test('a Chinese headline gets Chinese parts and hints', async () => {
  expect((await copydesk(['new', '实验室夜间开放'])).stdout).toBe('实验室夜间开放.md\n');
  const note = text('实验室夜间开放.md');
  expect(note).toContain('lang: zh\n');
  expect(note).toContain('## 洞察\n\n### 背景\n\n<!-- 一段。');
  expect((await copydesk(['format', '--check', '实验室夜间开放.md'])).code).toBe(0);
});

test('the language and the date are written', async () => {
  await copydesk(['new', 'Lab Opens', '--lang', 'en-GB', '--date', '2026-05-07T09:00:00Z']);
  expect(text('lab-opens.md')).toContain('lang: en-GB\ndate: 2026-05-07T09:00:00Z\n---');
});

test('a house decides the parts, their counts and the file name', async () => {
  const own = {
    order: '[headline, dek, body, insight, source, watch]',
    required: '[headline, dek, source, body, watch]',
  };
  file(
    dir,
    'house/house.yaml',
    `extends: abab\nslug: latin\nsections:\n  - { id: watch, heading: What to Watch }\norder: ${own.order}\nrequired: ${own.required}\ncounts: { body: { min: 3, max: 3 } }\n`,
  );
  file(dir, 'copydesk.yaml', 'house: house\nend_of_line: crlf\n');
  expect((await copydesk(['new', '银行 Opens'])).stdout).toBe('yin-hang-opens.md\n');
  const note = text('yin-hang-opens.md');
  expect(note).toMatch(/# The line under the headline\.\r\ndek:\r\n/);
  expect(note).toMatch(/<!-- Body: 3 paragraphs,/);
  expect(note).toMatch(/\r\n\r\n## What to Watch\r\n\r\n<!-- .+ -->\r\n$/);
  expect(note).not.toContain('Insight');
  expect((await copydesk(['format', '--check', 'yin-hang-opens.md'])).code).toBe(0);
});

test('a house names the files of every language', async () => {
  file(dir, 'copydesk.yaml', 'house:\n  slug: latin\n  translations: { zh: abab-zh }\n');
  expect((await copydesk(['new', '实验室夜间开放'])).stdout).toBe('shi-yan-shi-ye-jian-kai-fang.md\n');
  expect(text('shi-yan-shi-ye-jian-kai-fang.md')).toContain('## 洞察');
});

describe('the text of a source', () => {
  const WIRE = 'PORTHAVEN (Newswire) - Acme opened a lab with 40 robots.\n\n* It is 1. of its kind <b> & [so] on.\n';

  test('in the folder of the note is used as it is', async () => {
    file(dir, 'wire.txt', WIRE);
    await copydesk(['new', 'Lab Opens', '--from', 'wire.txt']);
    expect(text('lab-opens.md')).toContain('source_text: wire.txt\n');
    expect(readdirSync(dir).sort()).toEqual(['lab-opens.md', 'wire.txt']);
    const { text: post } = render(text('lab-opens.md').replace('source:', 'source: Newswire'), {
      to: 'json',
      force: true,
    });
    expect(post).toBeUndefined();
    expect((await copydesk(['preview', 'lab-opens.md'])).stdout).toContain('* It is 1. of its kind <b> & [so] on.');
    expect((await copydesk(['format', '--check', 'lab-opens.md'])).code).toBe(0);
  });

  test('from stdin or from elsewhere is copied', async () => {
    expect((await copydesk(['new', 'Lab Opens', 'notes/', '--from', '-'], { stdin: WIRE })).code).toBe(0);
    expect(text('notes/sources/lab-opens.txt')).toBe(WIRE);
    expect(text('notes/lab-opens.md')).toContain('source_text: sources/lab-opens.txt\n');
    file(dir, 'wire.txt', WIRE);
    expect((await copydesk(['new', 'Lab Closes', 'notes/', '--from', 'wire.txt'])).code).toBe(0);
    expect(text('notes/sources/lab-closes.txt')).toBe(WIRE);
  });

  test('as HTML is converted, and kept as text', async () => {
    file(
      dir,
      'page.html',
      '<h2>Night &amp; day</h2><p>A <b>lab</b> <a href="https://a.example/">opened</a>.<script>x()</script></p>',
    );
    await copydesk(['new', 'Lab Opens', '--from', 'page.html']);
    expect(text('lab-opens.md')).toContain(
      '\n\n**Night & day**\n\nA **lab** [opened](https://a.example/).\n\n## Insight',
    );
    expect(text('sources/lab-opens.txt')).toBe('Night & day\n\nA lab opened (https://a.example/).\n');
  });

  const MARKDOWN =
    '---\ntitle: Wire\n---\n\n## Night\n\nA **lab** [opened](https://a.example/)[^1]. See [it][b].\n\n- One\n- Two\n\n[^1]: A *note*.\n\n[b]: https://b.example/\n';

  test.each(['wire.md', 'WIRE.MARKDOWN'])('in %s is Markdown, and kept as text', async (name) => {
    file(dir, name, MARKDOWN.replaceAll('\n', '\r\n'));
    await copydesk(['new', 'Lab Opens', '--from', name]);
    expect(text('lab-opens.md')).toContain(
      '\n\n**Night**\n\nA **lab** [opened](https://a.example/)[^1]. See [it](https://b.example/).\n\n- One\n- Two\n\n[^1]: A *note*.\n\n## Insight',
    );
    expect(text('lab-opens.md')).not.toContain('title');
    expect(text('lab-opens.md')).toContain('\nsource_text: sources/lab-opens.txt\n');
    expect(text('sources/lab-opens.txt')).toBe(
      'Night\n\nA lab opened (https://a.example/)[1]. See it (https://b.example/).\n\n- One\n- Two\n\nNotes\n\n[1] A note.\n',
    );
    expect((await copydesk(['format', '--check', 'lab-opens.md'])).code).toBe(0);
  });

  test('with Markdown is plain text under any other name', async () => {
    await copydesk(['new', 'Lab Opens', '--from', '-'], { stdin: 'A **lab** [opened](https://a.example/).\n' });
    expect((await copydesk(['preview', 'lab-opens.md'])).stdout).toContain('A **lab** [opened](https://a.example/).');
  });

  test('that is HTML under the name of Markdown is HTML', async () => {
    file(dir, 'page.md', '<!doctype html><title>x</title><p>A <b>lab</b> opened.</p>');
    await copydesk(['new', 'Lab Opens', '--from', 'page.md']);
    expect(text('lab-opens.md')).toContain('\n\nA **lab** opened.\n');
  });

  test('is not written over another, and not without its note', async () => {
    file(dir, 'sources/lab-opens.txt', 'mine\n');
    expect((await copydesk(['new', 'Lab Opens', '--from', '-'], { stdin: WIRE })).code).toBe(2);
    expect([text('sources/lab-opens.txt'), existsSync('lab-opens.md')]).toEqual(['mine\n', false]);
  });

  test.each([
    ['', 'contains no text'],
    [' \n\n', 'contains no text'],
    ['<script>x()</script><br>', 'contains no text'],
  ])('%j is an error', async (stdin, message) => {
    const { code, stderr } = await copydesk(['new', 'Lab Opens', '--from', '-'], { stdin });
    expect({ code, files: readdirSync(dir) }).toEqual({ code: 2, files: [] });
    expect(stderr).toContain(message);
  });

  test('that is not UTF-8 is an error', async () => {
    writeFileSync('wire.txt', new Uint8Array([0xff, 0xfe, 0x41, 0]));
    expect((await copydesk(['new', 'Lab Opens', '--from', 'wire.txt'])).code).toBe(2);
  });
});

test('a name that is taken suggests one that is free', async () => {
  for (const name of ['lab.md', 'lab-2.md']) file(dir, name, '');
  const { code, stderr } = await copydesk(['new', 'Lab']);
  expect(code).toBe(2);
  expect(stderr).toContain("'lab.md' already exists\n  Name another file after the headline, such as lab-3.md.");
});

test('a taken file of the source suggests another note', async () => {
  file(dir, 'sources/lab.txt', '');
  file(dir, 'wire.html', '<p>A lab opened.</p>');
  const { stderr } = await copydesk(['new', 'Lab', '--from', 'wire.html']);
  expect(stderr).toMatch(/'sources\/lab.txt' already exists\n.* such as lab-2.md\./);
});

test.each([
  [['story.md'], "'story.md' is a file, not a headline"],
  [['stories/'], "'stories/' is a folder, not a headline"],
  [['Lab', 'Opens', 'at', 'Night'], "too many arguments for 'new': got 4, expected at most 2"],
])('%j is a slip, and the message shows the right order', async (args, message) => {
  const { code, stderr } = await copydesk(['new', ...args]);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/"Lab Opens at Night" stor|quotation marks/);
  expect(readdirSync(dir)).toEqual([]);
});

test('a dumb terminal gets no questions', async () => {
  const { code, stderr } = await copydesk(['new'], { terminal: true, environment: { TERM: 'dumb' } });
  expect(code).toBe(2);
  expect(stderr).toContain('no headline given');
});

test('a last line with the source becomes the source, also without a blank line above it', async () => {
  file(dir, 'wire.txt', 'A lab opened.\n\nIt sleeps.\nSource: Newswire\n');
  file(dir, 'lines.txt', 'A lab opened.\nIt sleeps.\nSource: Newswire\n');
  for (const [index, name] of ['wire.txt', 'lines.txt'].entries()) {
    await copydesk(['new', `Lab ${index}`, '--from', name]);
    expect(text(`lab-${index}.md`)).toContain('\nsource: Newswire\n');
    expect(text(`lab-${index}.md`)).toContain('A lab opened.\n\nIt sleeps.\n\n## Insight');
  }
});
