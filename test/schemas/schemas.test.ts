import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CONFIGURATION_SCHEMA, ConfigResolver } from '../../src/cli/config/config-resolver.ts';
import { Invalid } from '../../src/cli/exit.ts';
import { configurationText } from '../../src/cli/init/files.ts';
import { readConfiguration } from '../../src/house/read.ts';
import { HOUSE_SCHEMA } from '../../src/house/schema.ts';
import { RULES } from '../../src/lint/rules/index.ts';
import { createSource } from '../../src/text/index.ts';
import { file, folder } from '../cli/program.ts';
import { articleSchema } from './article.ts';
import { noteSchema } from './note.ts';
import { type JsonSchema, type Override, patternOf, schemaOf } from './shape.ts';

/*
 * The published JSON Schemas are made of the shapes by which the program itself reads: `UPDATE=1 npx vitest run
 * test/schemas` writes them anew.
 */
const root = resolve(import.meta.dirname, '../..');

/** The rules that may be named: an editor offers them, with what they find; a house's own are not known here. */
const withRules: Override = (path, schema) =>
  path.endsWith('/severities')
    ? {
        ...schema,
        properties: Object.fromEntries(
          RULES.map(({ id, what }) => [id, { description: what, ...(schema.additionalProperties as JsonSchema) }]),
        ),
      }
    : schema;

const published = (name: string, title: string, schema: JsonSchema): JsonSchema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: `urn:copydesk:schema:${name}`,
  title,
  ...schema,
});

const SCHEMAS = {
  copydesk: published('copydesk', 'copydesk.yaml', schemaOf(CONFIGURATION_SCHEMA, withRules)),
  house: published('house', 'house.yaml', schemaOf(HOUSE_SCHEMA, withRules)),
  note: published('note', 'The front matter of a note', noteSchema()),
};

/** The newest draft: programs read this one, not YAML editors. */
const ARTICLE = {
  ...published('article', 'Article', articleSchema()),
  $schema: 'https://json-schema.org/draft/2020-12/schema',
};

const validators = Object.fromEntries(
  Object.entries(SCHEMAS).map(([name, schema]) => [
    name,
    new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema),
  ]),
);

function faults(name: keyof typeof SCHEMAS, text: string): readonly string[] {
  const validate = validators[name];
  return validate?.(parse(text) ?? {})
    ? []
    : (validate?.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

test.each(Object.entries({ ...SCHEMAS, article: ARTICLE }))('docs/%s.schema.json is up to date', (name, schema) => {
  const path = join(root, 'docs', `${name}.schema.json`);
  const text = `${JSON.stringify(schema, undefined, 2)}\n`;
  if (process.env.UPDATE) writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('every key says what it is', () => {
  const silent: string[] = [];
  const look = (schema: JsonSchema, path: string): void => {
    for (const [key, inner] of Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>)) {
      if (inner.description === undefined) silent.push(`${path}/${key}`);
      look(inner, `${path}/${key}`);
    }
    if (schema.items) look(schema.items as JsonSchema, `${path}/*`);
  };
  for (const [name, schema] of Object.entries(SCHEMAS)) look(schema, name);
  expect(silent.filter((path) => !/^note\/(?:source|image|approved|corrections)\//.test(path))).toEqual([]);
});

describe('what is right by the program is right by the schema', () => {
  const examples = join(root, 'examples');
  test.each(readdirSync(examples).filter((name) => /\.(?:md|yaml)$/.test(name)))('examples/%s', (name) => {
    const text = readFileSync(join(examples, name), 'utf8');
    const yaml = name.endsWith('.yaml') ? text : (/^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? '');
    expect(faults('note', yaml)).toEqual([]);
  });
  test.each([
    ...readdirSync(join(root, 'templates')).map((name) => `templates/${name}/house.yaml`),
    'examples/briefing/house.yaml',
  ])('%s', (path) => {
    expect(faults('house', readFileSync(join(root, path), 'utf8'))).toEqual([]);
  });
  const documented = readFileSync(join(root, 'docs/houses.md'), 'utf8').matchAll(/^```yaml\n(.*?)^```$/gms);
  test.each([...documented].map(([, yaml = '']) => yaml))('docs/houses.md: %j', (yaml) => {
    const isConfiguration = /^house:/m.test(yaml);
    expect(faults(isConfiguration ? 'copydesk' : 'house', yaml)).toEqual([]);
    const schema = isConfiguration ? CONFIGURATION_SCHEMA : HOUSE_SCHEMA;
    expect(readConfiguration(createSource('it.yaml', yaml), schema, 'it').diagnostics).toEqual([]);
  });
  test('the configuration that init writes, as it is and with every choice made', () => {
    expect(faults('copydesk', configurationText([]))).toEqual([]);
    expect(faults('copydesk', configurationText([]).replace(/^# (?=\w+:)/gm, ''))).toEqual([]);
    expect(faults('copydesk', readFileSync(join(root, 'copydesk.yaml'), 'utf8'))).toEqual([]);
  });
});

/** Of a `copydesk.yaml`: both say whether it is right. */
describe('program and schema agree', () => {
  const inHouse = (...lines: readonly string[]) => `house:\n${lines.map((line) => `  ${line}\n`).join('')}`;
  test.each([
    [true, 'house: ap\n'],
    [true, 'notes: [stories/**]\nend_of_line: crlf\nbom: remove\n'],
    [false, 'hause: ap\n'],
    [false, 'notes: stories\n'],
    [false, 'exclude: ["!x"]\n'],
    [false, 'end_of_line: cr\n'],
    [true, inHouse('lang: zh-Hant', 'publisher: { url: HTTPS://a.example }')],
    [false, inHouse('lang: in English')],
    [false, inHouse('publisher: { url: ftp://a.example }')],
    [false, inHouse('counts: { body: { min: many } }')],
    [false, inHouse('sections: [{ id: x }]')],
    [true, inHouse('severities: { repeated-word: off }')],
    [false, inHouse('severities: { repeated-word: of }')],
    [true, inHouse('rules: [{ id: x, kind: existence, words: [y], ignore_case: true }]')],
    [true, inHouse('rules: [{ id: x, kind: occurrence, pattern: y, max: 1 }]')],
    [true, inHouse('rules: [{ id: x, kind: substitution, swap: { y: z }, safe: true }]')],
    [true, inHouse('rules: [{ id: x, kind: capitalization, match: title, scope: [heading] }]')],
    [false, inHouse('rules: [{ id: x, kind: existance, words: [y] }]')],
    [false, inHouse('rules: [{ id: x, words: [y] }]')],
    [false, inHouse('rules: [{ id: x, kind: substitution }]')],
    [false, inHouse('rules: [{ id: x, kind: existence, words: [y], max: 2 }]')],
    [false, inHouse('rules: [{ id: X y, kind: existence, words: [y] }]')],
    [false, 'house: 5\n'],
    [false, inHouse('order: []')],
    [false, inHouse('order: [headline, body, headline]')],
    [true, inHouse('order: [headline, body]', 'required: []')],
    [false, inHouse('required: [headline, headline]')],
    [false, inHouse('rules: [{ id: x, kind: existence }]')],
    [false, inHouse('rules: [{ id: x, kind: existence, words: [] }]')],
    [false, inHouse('rules: [{ id: x, kind: existence, words: [" "], pattern: y }]')],
    [false, inHouse('rules: [{ id: x, kind: occurrence, max: 1 }]')],
    [true, inHouse('rules: [{ id: x, kind: occurrence, max: 1, words: [y], exceptions: [] }]')],
    [false, inHouse('rules: [{ id: x, kind: occurrence, max: 1, words: [y], exceptions: [""] }]')],
    [false, inHouse('rules: [{ id: x, kind: substitution, swap: {} }]')],
    [false, inHouse('rules: [{ id: x, kind: substitution, swap: { y: "" } }]')],
    [false, inHouse('rules: [{ id: x, kind: substitution, swap: { "": y } }]')],
    [false, inHouse('rules: [{ id: x, kind: substitution, swap: { x: y, z: } }]')],
    [false, inHouse('severities: { repeated-word: }')],
    [false, inHouse('translations: { zh: }')],
    [false, inHouse('words: { prefer: [{ use: "", not: [y] }] }')],
    [true, 'channels: [html, x, atom]\n'],
    [true, 'channels:\n  x:\n  linkedin: {}\n  atom:\n'],
    [true, 'channels: { x: { parts: [headline, laws], link: true, hashtags: [AI], number: true, premium: false } }\n'],
    [true, 'channels: { mastodon: { limit: 100, hashtags: true } }\n'],
    [false, 'channels: x\n'],
    [false, 'channels: [twitter]\n'],
    [false, 'channels: [all]\n'],
    [false, 'channels: { twitter: }\n'],
    [false, 'channels: [{ x: { link: true } }]\n'],
    [false, 'channels: { x: true }\n'],
    [false, 'channels: { x: { limit: 500 } }\n'],
    [false, 'channels: { linkedin: { number: true } }\n'],
    [false, 'channels: { html: { link: true } }\n'],
    [false, 'channels: { atom: { parts: [headline] } }\n'],
    [false, 'channels: { x: { parts: headline } }\n'],
    [false, 'channels: { x: { parts: [corrections] } }\n'],
    [false, 'channels: { x: { parts: [] } }\n'],
    [true, 'channels: { x: { hashtags: [人工智能, G20, supply_chain] } }\n'],
    [false, 'channels: { x: { hashtags: [two words] } }\n'],
    [false, 'channels: { x: { hashtags: [C++] } }\n'],
    [false, 'channels: { x: { hashtags: ["2026"] } }\n'],
    [false, 'channels: { mastodon: { limit: 99 } }\n'],
  ])('%s: %j', async (isRight, text) => {
    const dir = folder();
    file(dir, 'copydesk.yaml', text);
    const project = new ConfigResolver({}).of(join(dir, 'note.md'));
    if (isRight) await project;
    else await expect(project).rejects.toThrow(Invalid);
    expect(faults('copydesk', text).length === 0).toBe(isRight);
  });
});

test.each([
  ['slug: Not a slug', 1],
  ['status: finished', 1],
  ['embargo: 2026-05-07', 1],
  ['date: 2026-05-07\nheadline: 2026', 0],
  ['source: [{ name: A, url: "https://a.example" }, B]', 0],
  ['image: { alt: x }', 1],
  ['another: key', 0],
])('the front matter %j', (yaml, count) => {
  expect(Math.min(1, faults('note', yaml).length)).toBe(count);
});

test('a pattern without regard to case is one without flags', () => {
  expect(patternOf(/^https?:\/\/[a-z0-9]\S+$/i)).toBe(String.raw`^[Hh][Tt][Tt][Pp][Ss]?:\/\/[A-Za-z0-9]\S+$`);
});
