import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import AjvDraft4 from 'ajv-draft-04';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { copydesk, file, folder } from '../program.ts';
import { faulty, sound } from './notes.ts';

const schemas = join(import.meta.dirname, 'schemas');
const read = (path: string) => readFileSync(path, 'utf8');
const json = (path: string) => JSON.parse(read(path));

async function report(name: string, text: string | Uint8Array, more: readonly string[] = []) {
  return copydesk(['check', '-', '--report', name, ...more], { stdin: text });
}

/** A note, and a whole run over files: one with findings, a clean one, one that cannot be read, and a strange name. */
async function archive(): Promise<string> {
  const root = folder();
  file(root, 'a.md', await faulty());
  file(root, 'b.md', await sound());
  file(root, 'c <&"%\u0001 é.md', '---\nheadline: a: b\nsource: c\n---\n\nText.\n');
  file(root, 'd.md', (await faulty()).replaceAll('\n', '\r\n'));
  return root;
}

async function archived(name: string): Promise<string> {
  const { stdout, code } = await copydesk(['check', await archive(), '--report', name]);
  expect(code).toBe(2);
  return stdout;
}

describe('json', () => {
  const validate = new Ajv2020({ strict: false }).compile(json(resolve('docs/check.schema.json')));

  test('has its published schema, and every note', async () => {
    const found = JSON.parse(await archived('json'));
    validate(found);
    expect(validate.errors).toBeNull();
    expect(found.files).toHaveLength(4);
    expect(found.summary).toMatchObject({ notes: 4, fatal: 1, skipped: 0 });
  });

  test.each(['\n', '\r\n'])(
    'places are those of the file, with its own line ends (%j) and its byte order mark',
    async (eol) => {
      const text = `\ufeff${(await faulty()).replaceAll('\n', eol)}`;
      const { stdout } = await report('json', text);
      const [{ findings }] = JSON.parse(stdout).files;
      const marks = findings.find(({ rule }: { rule: string }) => rule === 'quote-marks');
      expect(marks.places.map(({ start, end }: { start: number; end: number }) => text.slice(start, end))).toEqual([
        '‘',
        '’',
      ]);
      for (const { start, line, column } of marks.places) {
        expect(text.slice(0, start).split('\n')).toHaveLength(line);
        expect(start - text.lastIndexOf('\n', start - 1)).toBe(column);
      }
      let fixed = text;
      for (const { start, end, text: by } of [...marks.fix.edits].reverse())
        fixed = fixed.slice(0, start) + by + fixed.slice(end);
      expect(fixed).toBe(text.replace('‘', "'").replace('’', "'"));
    },
  );

  test('a run over nothing is a report all the same', async () => {
    const { stdout } = await copydesk(['check', folder(), '--report', 'json']);
    validate(JSON.parse(stdout));
    expect(validate.errors).toBeNull();
  });
});

test('jsonl is a line for each finding, with its path', async () => {
  const lines = (await archived('jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(new Set(lines.map(({ path }) => path)).size).toBe(3);
  expect(lines.map(({ rule }) => rule)).toContain('quote-marks');
});

test('sarif has the standard’s own schema, its rules and its fixes', async () => {
  const validate = new (AjvDraft4 as unknown as typeof AjvDraft4.default)({
    strict: false,
    validateFormats: false,
  }).compile(json(join(schemas, 'sarif-2.1.0.schema.json')));
  const found = JSON.parse(await archived('sarif'));
  validate(found);
  expect(validate.errors).toBeNull();
  const [{ tool, results }] = found.runs;
  expect(new URL(tool.driver.informationUri).protocol).toBe('https:');
  for (const { ruleId, ruleIndex } of results)
    if (ruleIndex !== undefined) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
  expect(results.some(({ fixes }: { fixes?: unknown }) => fixes)).toBe(true);
  const uris = results.map(
    ({ locations: [at] }: { locations: readonly { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
      at?.physicalLocation.artifactLocation.uri,
  );
  expect(uris.some((uri: string) => uri.endsWith('/c%20%3C&%22%25%01%20%C3%A9.md'))).toBe(true);
});

test('machines get a path from here, whatever it was called, and a place that no byte order mark moves', async () => {
  const home = process.cwd();
  const root = folder();
  const path = file(root, 'desk/a b.md', `\ufeff${await faulty()}`);
  file(root, 'other/a.md', await faulty());
  process.chdir(join(root, 'desk'));
  try {
    const given = [path, '../other/a.md'];
    const sarif = JSON.parse((await copydesk(['check', ...given, '--report', 'sarif'])).stdout);
    const places: { artifactLocation: { uri: string }; region: object }[] = sarif.runs[0].results.map(
      (result: { locations: [{ physicalLocation: object }] }) => result.locations[0].physicalLocation,
    );
    const [first] = places;
    expect(first).toMatchObject({ artifactLocation: { uri: 'a%20b.md', uriBaseId: '%SRCROOT%' } });
    expect(places.at(-1)?.artifactLocation.uri).toMatch(/^file:\/\/\/.*\/other\/a\.md$/);
    expect(places.slice(places.length / 2).map(({ region }) => region)).toEqual(
      places.slice(0, places.length / 2).map(({ region }) => region),
    );
    const gitlab = JSON.parse((await copydesk(['check', path, '--report', 'gitlab'])).stdout);
    expect(gitlab[0].location.path).toBe('a b.md');
    expect((await copydesk(['check', path, '--report', 'github'])).stdout).toMatch(/^::\w+ file=a b\.md,/);
  } finally {
    process.chdir(home);
  }
});

test('in a folder of a repository machines get a path from its top, and a person one from here', async () => {
  const home = process.cwd();
  const root = folder();
  mkdirSync(join(root, '.git'));
  file(root, 'desk/late/a b.md', await faulty());
  const at = async (under: string, given: string, report: string) => {
    process.chdir(join(root, under));
    try {
      return (await copydesk(['check', given, '--report', report])).stdout;
    } finally {
      process.chdir(home);
    }
  };
  const resultsAt = async (under: string, given: string) =>
    JSON.parse(await at(under, given, 'sarif')).runs[0].results.map(
      (result: { locations: unknown; partialFingerprints: unknown }) => [result.locations, result.partialFingerprints],
    );
  const fromTop = await resultsAt('.', 'desk/late/a b.md');
  expect(JSON.stringify(fromTop)).toContain('{"uri":"desk/late/a%20b.md","uriBaseId":"%SRCROOT%"}');
  expect(await resultsAt('desk', 'late/a b.md')).toEqual(fromTop);
  expect(await at('desk', 'late/a b.md', 'github')).toMatch(/^::\w+ file=desk\/late\/a b\.md,/);
  expect(JSON.parse(await at('desk/late', '.', 'gitlab'))[0].location.path).toBe('desk/late/a b.md');
  expect(await at('desk', 'late/a b.md', 'pretty')).toMatch(/^late\/a b\.md:/);
  expect(JSON.parse(await at('desk', 'late/a b.md', 'json')).files[0].path).toBe('late/a b.md');
});

test('gitlab has what GitLab asks for, and no fingerprint twice', async () => {
  const validate = new Ajv2020().compile(json(join(schemas, 'gitlab-code-quality.schema.json')));
  const found = JSON.parse(await archived('gitlab'));
  validate(found);
  expect(validate.errors).toBeNull();
  const prints = found.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  expect(new Set(prints).size).toBe(prints.length);
});

test.each(['junit-10.xsd', 'JUnit.xsd'])('junit is valid by %s', async (name) => {
  const clean = await report('junit', await sound('The lab opened at night.'));
  const schema = [read(join(schemas, name))];
  for (const contents of [await archived('junit'), clean.stdout]) {
    const { valid, errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents }], schema });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
    expect(contents).toContain('<testcase classname=');
  }
});

test('junit has the findings that do not fail the run as output', async () => {
  const { stdout } = await report('junit', await faulty());
  expect(stdout).toMatch(/<system-out>&lt;stdin&gt;:8:5: warning: repeated word/);
});

test('github escapes what its commands are made of', async () => {
  const lines = (await archived('github')).trimEnd().split('\n');
  for (const line of lines)
    expect(line).toMatch(
      /^::(?:error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+,col=\d+(?:,endColumn=\d+)?,title=[^,:]+::./,
    );
  expect(lines.join('\n')).toContain('c <&"%25');
});

describe('pretty', () => {
  test('says where, what, why and how', async () => {
    const { stdout, stderr, code } = await report('pretty', await faulty());
    expect(code).toBe(0);
    expect(stdout).toContain("<stdin>:8:5: warning: repeated word 'lab' [repeated-word]");
    expect(stdout).toContain('  2 times on this line.');
    expect(stdout).toContain("+ The lab lab opened a 'night' shift.");
    expect(stderr).toContain('1 note checked: 2 warnings');
    expect(stderr).toContain('1 fixable with --fix, 1 more with --unsafe-fixes');
  });

  test('colours by the stream that it goes to', async () => {
    const { stdout } = await copydesk(['check', '-', '--color'], { stdin: await faulty() });
    expect(stdout).toContain('\u001b[');
    expect((await report('pretty', await faulty())).stdout).not.toContain('\u001b[');
  });

  test('shows a long line around its fault, whole characters alone', async () => {
    const crowd = '👩‍🔬'.repeat(40);
    const { stdout } = await report('pretty', await sound(`${crowd} called it ‘night’ science ${crowd}.`));
    expect(stdout).toMatch(/^ {2}- ….*called it ‘night’ science.*…$/m);
    expect(stdout).toMatch(/^ {2}\+ ….*called it 'night' science.*…$/m);
    expect(stdout).not.toContain('\\u{');
  });

  test('is safe for a terminal', async () => {
    const { stdout } = await report('pretty', await sound('The lab lab \u202e\u001b[31m opened.'));
    expect(stdout).not.toMatch(/[\u202e\u001b]/);
  });
});
