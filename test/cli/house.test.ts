import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInHouse, createHouse, extendHouse } from '../../src/house/create.ts';
import { contradictions } from '../../src/house/faults.ts';
import { readHouse } from '../../src/house/read.ts';
import { resolveHouse } from '../../src/house/resolve.ts';
import { createSource } from '../../src/text/index.ts';
import { copydesk, file, folder, note, type Result } from './program.ts';

const templates = resolve(import.meta.dirname, '../../templates');
const briefing = resolve(import.meta.dirname, '../../examples/briefing');

/** Renders a note beside a house in a folder of its own. */
async function inHouse(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Result> {
  const dir = folder();
  for (const [name, text] of Object.entries(files)) file(dir, name, text);
  const path = file(dir, 'note.md', note());
  return copydesk(['render', path, '--to', 'text', ...args.map((arg) => arg.replace('DIR', dir))]);
}

describe('a house is a folder', () => {
  test('the example: other labels, another order, a section more and one less, a partial', async () => {
    const result = await copydesk(['render', join(briefing, 'quiet-ports.md'), '--to', 'text']);
    expect(result.stderr).toBe('');
    expect(result.stdout).toBe(readFileSync(join(briefing, 'quiet-ports.txt'), 'utf8'));
  });
  test('labels and order are data', async () => {
    const result = await inHouse(
      { 'mine/house.yaml': 'labels:\n  laws: Rules\norder: [laws, headline, source]\n' },
      '--house',
      'DIR/mine',
    );
    expect(result).toMatchObject({ code: 0, stdout: 'Rules\nNot this, but that.\nLab Opens\nSource: The Lab\n' });
  });
  test('a house extends a house', async () => {
    const files = {
      'a/house.yaml': 'extends: ../b\nlabels: { colon: " = " }\n',
      'b/house.yaml': 'extends: abab\nlabels: { source: From }\norder: [source]\n',
    };
    expect((await inHouse(files, '--house', 'DIR/a')).stdout).toBe('From = The Lab\n');
  });
  test('the nearest copydesk.yaml above a note chooses, --config overrides, --house overrides both', async () => {
    const files = {
      'copydesk.yaml': 'house: ./mine\n',
      'mine/house.yaml': 'order: [headline]\n',
      'other.yaml': 'house:\n  extends: abab\n  order: [source]\n',
    };
    expect((await inHouse(files)).stdout).toBe('Lab Opens\n');
    expect((await inHouse(files, '--config', 'DIR/other.yaml')).stdout).toBe('Source: The Lab\n');
    expect((await inHouse(files, '--house', 'abab')).stdout).toContain('Cognitive Laws');
  });
});

describe('the houses that come with copydesk', () => {
  test.each([
    ['abab', ['Source: The Lab', 'ABAB AI Insight', 'ABAB News · Cognitive Laws']],
    ['ap', ['Source: The Lab', 'Analysis', 'Cognitive Laws']],
  ])('%s prints its labels, and the post is a note', async (name, labels) => {
    const post = await inHouse({}, '--house', name);
    expect(post).toMatchObject({ code: 0, stderr: '' });
    for (const label of labels) expect(post.stdout.split('\n')).toContain(label);
    const path = file(folder(), 'note.md', note());
    const markdown = await copydesk(['render', path, '--house', name, '--to', 'markdown']);
    const again = await copydesk(['render', '-', '--house', name, '--to', 'text'], { stdin: markdown.stdout });
    expect(again).toEqual(post);
  });

  test('every choice of ap is in its house.yaml, and a house extends it', async () => {
    const ap = resolveHouse('ap').house;
    expect(ap.usage).toEqual({
      headline_case: 'keep',
      headline_quotes: 'single',
      percent: 'sign',
      serial_comma: 'never',
      quoted_period: 'inside',
      small_numbers: 'words',
      thousands: 'comma',
      money: 'sign',
      collective_nouns: 'singular',
      english: 'american',
    });
    expect(readdirSync(join(templates, 'ap'))).toEqual(['house.yaml']);
    const files = { 'mine/house.yaml': 'extends: ap\nlabels: { source: From }\n' };
    const { stdout } = await inHouse(files, '--house', 'DIR/mine');
    expect(stdout).toContain('From: The Lab\nAnalysis\n');
  });

  test.each(readdirSync(templates))('%s says nothing that a house may not say', (name) => {
    const path = join(templates, name, 'house.yaml');
    const { data, diagnostics, positions } = readHouse(createSource(path, readFileSync(path, 'utf8')));
    expect(diagnostics).toEqual([]);
    const whole = extendHouse(builtInHouse('abab')?.data ?? {}, data ?? {});
    expect(contradictions(createHouse(name, whole, new Map()), positions)).toEqual([]);
  });
});

describe('faults of a house have a place', () => {
  test.each([
    [
      'an unknown key',
      'lables:\n  source: x\n',
      /house\.yaml:1:1: error: unknown key 'lables' in the house.*\n(?:.*\n)*.*Did you mean 'labels'\?/,
    ],
    [
      'a wrong value',
      'typography: { quotes: curvy }\n',
      /house\.yaml:1:23: error: quotes must be one of straight, curly, keep.*\n(?:.*\n)*.*Did you mean 'curly'\?/,
    ],
    ['a wrong type', 'order: headline\n', /house\.yaml:1:8: error: order must be a list/],
    ['bad YAML', 'labels:\n  source: a: b\n', /house\.yaml:2:11: error: .*colon/],
    ['an unknown part', 'order: [headlin]\n', /unknown part 'headlin' in order/],
    [
      'an unknown translation',
      'translations: { zh: abab-zn }\n',
      /house\.yaml:1:21: error: unknown built-in house 'abab-zn' in translations.*\n(?:.*\n)*.*Did you mean 'abab-zh'\?/,
    ],
    [
      'a house that is not there',
      'extends: abba\n',
      /house\.yaml:1:10: error: unknown house 'abba'.*\n(?:.*\n)*.*Did you mean 'abab'\?/,
    ],
    ['a part twice', 'order: [headline, headline]\n', /house\.yaml:1:19: error: duplicate 'headline' in order/],
    [
      'a section with the name of a part',
      'sections: [{ id: laws, heading: Foo }]\n',
      /house\.yaml:1:18: error: duplicate section id 'laws'/,
    ],
    ['no part', 'order: []\n', /house\.yaml:1:1: error: order is empty, so the house prints nothing/],
    [
      'eleven months',
      `dates: { months: [${'m, '.repeat(10)}m] }\n`,
      /house\.yaml:1:10: error: months lists 11 names, not 12/,
    ],
    [
      'a label with a line break',
      'labels: { credit: "a  \\n<script>" }\n',
      /house\.yaml:1:19: error: credit must be a text on one line/,
    ],
    ['a language that is none', 'lang: in English\n', /house\.yaml:1:7: error: lang must be a language tag/],
    ['an address that is none', "publisher: { url: 'javascript:x' }\n", /house\.yaml:1:19: error: url must be a URL/],
    ['a house that extends itself', 'extends: .\n', /house 'mine' extends itself/],
  ])('%s', async (_, yaml, message) => {
    const result = await inHouse({ 'mine/house.yaml': yaml }, '--house', 'DIR/mine');
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(message);
  });
  test.each([
    [
      'that want more than they allow',
      'counts:\n  body: { min: 9, max: 3 }\n',
      /house\.yaml:2:16: error: counts for body have a min of 9 and a max of 3/,
    ],
    [
      'that want more than abab allows',
      'counts:\n  laws: { min: 9 }\n',
      /house\.yaml:2:16: error: counts for laws have a min of 9 and a max of 3/,
    ],
    [
      'that allow less than abab wants',
      'counts:\n  law: { max: 3 }\n',
      /house\.yaml:2:15: error: counts for law have a min of 8 and a max of 3/,
    ],
  ])('counts %s', async (_, yaml, message) => {
    const result = await inHouse({ 'mine/house.yaml': yaml }, '--house', 'DIR/mine');
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(message);
  });
  test('a house that copydesk.yaml names and nobody has', async () => {
    const result = await inHouse({ 'copydesk.yaml': '# ours\nhouse: 5\n' });
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/copydesk\.yaml:2:8: error: unknown house '5'/);
  });
  test('an unknown key of copydesk.yaml', async () => {
    const result = await inHouse({ 'copydesk.yaml': 'hause: abab\n' });
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(
      /copydesk\.yaml:1:1: error: unknown key 'hause' in the configuration.*\n(?:.*\n)*.*Did you mean 'house'\?/,
    );
  });
  test('houses that extend each other', async () => {
    const files = { 'a/house.yaml': 'extends: ../b\n', 'b/house.yaml': 'extends: ../a\n' };
    const result = await inHouse(files, '--house', 'DIR/a');
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/house 'a' extends itself: a → b → a/);
  });
});

test('reports a part that the house does not print', async () => {
  const dir = folder();
  file(dir, 'mine/house.yaml', 'order: [headline, body]\nrequired: [headline]\n');
  const text = `${note()}\n## More\n\nMore.\n`;
  const result = await copydesk(['render', file(dir, 'n.md', text), '--to', 'text', '--house', join(dir, 'mine')]);
  expect(result).toMatchObject({ code: 0, stdout: 'Lab Opens\nA lab opened.\n' });
  for (const part of ['the source', 'the insight', 'the laws', "'More'"]) {
    expect(result.stderr).toMatch(new RegExp(`does not print ${part}`));
  }
});

describe('templates', () => {
  async function templated(template: string, to = 'text', text = note()): Promise<Result> {
    const dir = folder();
    return copydesk(['render', file(dir, 'n.md', text), '--to', to, '--template', file(dir, 'mine.hbs', template)]);
  }
  test('see the names of the JSON format', async () => {
    const template =
      '{{headline}}|{{lang}}|{{#each source}}{{name}}{{/each}}|{{laws.length}}|{{#each insight}}{{prose}}{{/each}}|{{body}}|{{labels.source}}\n';
    expect((await templated(template)).stdout).toBe('Lab Opens|en|The Lab|1|It turns.|A lab opened.|Source\n');
  });
  test('an absent field is empty, and no error', async () => {
    expect((await templated('{{dek}}{{#if dek}}x{{/if}}{{#each topics}}x{{/each}}.\n')).stdout).toBe('.\n');
  });
  // The strict mode of Handlebars sees a misspelt name only where it is printed.
  test.each([
    '{{headlne}}',
    '{{#if headlne}}x{{/if}}',
    '{{#each headlne}}x{{/each}}',
    '{{#with headlne}}x{{/with}}',
    '\n  {{lookup . headlne}}',
    '\n  {{lookup . "headlne"}}',
    '{{#*inline "a"}}{{headlne}}{{/inline}}',
    '{{#each laws as |law|}}{{law.headlne}}{{/each}}',
  ])('%j: a misspelt name has a position and a suggestion', async (template) => {
    const result = await templated(template);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(
      /mine\.hbs:\d+:\d+: error: unknown name 'headlne'.*\n(?:.*\n)*.*Did you mean 'headline'\?/,
    );
  });
  test.each([
    '{{toString}}',
    '{{constructor}}',
    '{{labels.constructor}}',
    '{{#with this}}{{__proto__}}{{/with}}',
    '{{lookup this "constructor"}}',
    '{{lookup this "toString"}}',
    '{{lookup this (lookup labels "constructor")}}',
  ])('%s: a template cannot reach a prototype', async (template) => {
    const result = await templated(template);
    expect(result).toMatchObject({ code: 2, stdout: '' });
  });
  test('a name that the template computes cannot reach a prototype either', async () => {
    const result = await templated('{{#with "constructor"}}[{{lookup @root this}}]{{/with}}\n');
    expect(result).toMatchObject({ code: 0, stdout: '[]\n' });
  });
  test('a missing partial has a position', async () => {
    const dir = folder();
    const args = ['--to', 'text', '--template', file(dir, 'mine.hbs', 'a\n  {{> bylime}}\n')];
    const result = await copydesk(['render', file(dir, 'n.md', note()), ...args]);
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/mine\.hbs:2:7: error: unknown partial 'bylime'/);
  });
  test('post.css is the style sheet of the page, whatever it has in braces', async () => {
    const css = '.body{color:red}\n.a::before{content:"{{headline}}"}';
    const files = { 'mine/house.yaml': '', 'mine/post.css': css, 'mine/index.css': '.story{color:red}' };
    const dir = folder();
    for (const [name, text] of Object.entries(files)) file(dir, name, text);
    const run = ['render', file(dir, 'n.md', note()), '--house', join(dir, 'mine'), '--to'];
    expect((await copydesk([...run, 'html'])).stdout).toContain(`<style>\n${css}\n</style>`);
    expect(await copydesk([...run, 'html', '--to', 'index', '-d', join(dir, 'out')])).toMatchObject({ code: 0 });
    const index = readFileSync(join(dir, 'out/index.html'), 'utf8');
    expect(index).toContain(`<style>\n${css}\n.story{color:red}\n</style>`);
  });
  test('a style sheet that would end its element is an error', async () => {
    const files = { 'mine/house.yaml': '', 'mine/post.css': 'a{}\n b{} </STYLE><script>' };
    const result = await inHouse(files, '--house', 'DIR/mine');
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(
      /mine\/post\.css:2:6: error: '<\/style' ends the style sheet in a page \[invalid-template\]/,
    );
  });
  test('a partial of the house that fails says what, without a stack', async () => {
    const files = { 'mine/house.yaml': '', 'mine/style.html.hbs': '\n{{time}}' };
    const result = await inHouse(files, '--house', 'DIR/mine', '--to', 'html', '--out-dir', 'DIR/out');
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/mine\/style\.html\.hbs:2:3: unknown name 'time'/);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });
  test.each([
    [
      '{{source}}',
      '1:3',
      /'source' is a list and[\s\S]*\{\{#each source\}\}\{\{name\}\}\{\{\/each\}\}, or \{\{attribution\}\}/,
    ],
    [
      '{{#if laws}}\n{{laws}}{{/if}}',
      '2:3',
      /'laws' is a list and cannot be printed[\s\S]*\{\{#each laws\}\}\{\{this\}\}/,
    ],
    ['{{#each laws}}{{@root.insight}}{{/each}}', '1:17', /'@root\.insight' is a list/],
    ['{{#each source}}{{this}}{{/each}}', '1:19', /'this' is an object[\s\S]*\{\{this\.name\}\}/],
    ['{{image}}', '1:3', /'image' is an object[\s\S]*\{\{image\.url\}\}/],
    ['{{labels.insight_by}}', '1:3', /'labels\.insight_by' is an object[\s\S]*\{\{labels\.insight_by\.human\}\}/],
    ['{{name}}', '1:3', /unknown name 'name'[\s\S]*Use a name from the JSON format\./],
    ['{{labels.sorce}}', '1:3', /'labels' has no 'sorce'[\s\S]*Did you mean 'source'\?/],
    ['{{#each source}}\n{{prose}}{{/each}}', '2:3', /'this' has no 'prose'[\s\S]*Use one of name, url, date\./],
    ['{{#each source}}{{headline}}{{/each}}', '1:19', /'this' has no 'headline'[\s\S]*Write \{\{@root\.headline\}\}\./],
    ['{{headline.length}}', '1:3', /'headline' is text and has no 'length'[\s\S]*Write \{\{headline\}\}/],
    ['{{@root.headline.length}}', '1:3', /'@root\.headline' is text and has no 'length'/],
    ['{{#each laws}}{{part}}{{/each}}', '1:17', /'this' is text and has no 'part'[\s\S]*Write \{\{this\}\}/],
    [
      '{{#each laws}}{{headline}}{{/each}}',
      '1:17',
      /'this' is text and has no 'headline'[\s\S]*\{\{@root\.headline\}\}/,
    ],
    ['{{laws.headline}}', '1:3', /'laws' is a list and has no 'headline'[\s\S]*\{\{#each laws\}\}\{\{this\}\}/],
    ['{{log headline}}', '1:3', /unknown helper 'log'[\s\S]*Use one of if, unless, each, with, lookup\./],
    ['{{#eech laws}}{{/eech}}', '1:4', /unknown helper 'eech'[\s\S]*Did you mean 'each'\?/],
    ['a\n{{if headline}}', '2:3', /'if' needs a block[\s\S]*\{\{#if …\}\}…\{\{\/if\}\}/],
    ['{{lookup . (unless dek)}}', '1:13', /'unless' needs a block/],
    ['{{each}}', '1:3', /'each' needs a block/],
    ['{{#if}}x{{/if}}', '1:4', /'if' takes 1 argument, not 0/],
    ['{{#each laws topics}}x{{/each}}', '1:4', /'each' takes 1 argument, not 2/],
    ['{{lookup laws}}', '1:3', /'lookup' takes 2 arguments, not 1[\s\S]*lookup \. "part"/],
    ['{{> (lookup this)}}', '1:6', /'lookup' takes 2 arguments/],
    [
      '{{#each parts}}\n{{> (lookup . "prat") scope}}{{/each}}',
      '2:15',
      /unknown name 'prat'[\s\S]*Did you mean 'part'/,
    ],
    ['{{#*inline}}x{{/inline}}', '1:5', /inline partial without a name[\s\S]*\{\{#\*inline "headline"\}\}/],
    ['a\n{{#if dek}}x', '2:13', /unclosed tag or block[\s\S]*Close \{\{#if\}\} with \{\{\/if\}\}/],
    ['{{#each laws}}x{{/if}}', '1:4', /'\{\{#each\}\}' is closed by '\{\{\/if\}\}'/],
    ['x\n{{/if}}', '2:1', /syntax error near '\{\{\/if\}\}'/],
    ['x {{headline', '1:5', /syntax error near 'headline'/],
    ['{{headline}\n{{dek}}', '1:11', /syntax error near '\}'/],
    ['a\n {{!-- x', '2:2', /syntax error near '\{\{!-- x'/],
    ['{{else}}', '1:1', /syntax error near '\{\{else\}\}'/],
    ['{{#if dek}}{{else}}\n{{else}}{{/if}}', '2:1', /syntax error near '\{\{else\}\}/],
    ['{{headline}}\n{{headline =}}', '2:12', /syntax error near '=\}\}'[\s\S]*Write a name/],
    ['{{#if (dek}}x{{/if}}', '1:11', /syntax error near/],
    ['ok\n{{headline}} {{laws.0}}', '2:21', /syntax error near '0\}\}'[\s\S]*square brackets: laws\.\[0\]/],
    ['{{labels/../dek}}', '1:3', /invalid path/],
    ['{{#if dek}}'.repeat(3000) + '{{/if}}'.repeat(3000), '1:1', /blocks are nested too deeply/],
    // Handlebars takes minutes to parse these.
    ['{{#if dek}}'.repeat(100_000) + '{{/if}}'.repeat(100_000), '1:1', /blocks are nested too deeply/],
    ['{{~^dek}}'.repeat(100_000) + '{{/dek}}'.repeat(100_000), '1:1', /blocks are nested too deeply/],
    ['{{#> a}}'.repeat(100_000) + '{{/a}}'.repeat(100_000), '1:1', /blocks are nested too deeply/],
  ])('%.60j is an error with a position and advice', async (template, position, message) => {
    const result = await templated(template);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain(`mine.hbs:${position}: error: `);
    expect(result.stderr).toMatch(message);
    expect(result.stderr).not.toMatch(/OPEN_|Expecting|\n\s+at /);
  });
  test.each([
    ['{{> part}}', /part\.hbs:2:4: unknown name 'prose'\n {2}Write \{\{@root\.prose\}\} if it belongs/],
    ['{{#each laws}}{{> part .}}{{/each}}', /part\.hbs: text has no names\n {2}Write \{\{this\}\}\./],
    ['{{@foo}}', /mine\.hbs:1:3: unknown name 'foo'/],
    [
      '{{#each parts}}\n{{> (lookup . "part") scope}}{{/each}}',
      /mine\.hbs: unknown partial 'headline'\n {2}Define it above with \{\{#\*inline "headline"/,
    ],
    ['{{#each parts}}\n{{> (lookup . "dek")}}{{/each}}', /mine\.hbs: partial without a name\n {2}Look up its name/],
    ['{{#if dek}}{{#*inline "a"}}{{/inline}}{{/if}}\n{{> a}}', /mine\.hbs: unknown partial 'a'/],
    ['x\n{{> loop}}', /loop\.hbs: a partial calls itself endlessly\n {2}Remove the call/],
    ['{{> ping}}', /p[io]ng\.hbs: a partial calls itself endlessly/],
    [
      '{{#*inline "a"}}x{{#if headline}}\n{{> a}}{{> a}}{{/if}}{{/inline}}{{> a}}',
      /mine\.hbs: a partial calls itself endlessly/,
    ],
  ])('%j fails with its file and advice', async (template, message) => {
    const dir = folder();
    file(dir, 'part.hbs', '\n {{prose}}');
    file(dir, 'loop.hbs', '.{{> loop}}');
    file(dir, 'ping.hbs', '{{> pong}}');
    file(dir, 'pong.hbs', '{{#if headline}}\n{{> ping}}{{/if}}');
    const path = file(dir, 'mine.hbs', template);
    const result = await copydesk(['render', file(dir, 'n.md', note()), '--to', 'text', '--template', path]);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(message);
    expect(result.stderr).toMatch(/ This happened while rendering '.*n\.md'\.\n$/);
  });
  test('a partial that calls itself comes to an end, and may be called again', async () => {
    const template =
      '{{#*inline "a"}}x{{#each .}}{{> a}}{{/each}}{{/inline}}{{> a byline}}{{> a laws}}{{#each laws}}{{> a .}}{{/each}}\n';
    expect(await templated(template)).toMatchObject({ code: 0, stdout: 'xxxx\n' });
  });
  test.each([
    ['{{image.url}}{{#if image}}x{{/if}}{{#with image}}x{{else}}none{{/with}}\n', 'none\n'],
    ['{{#if corrections.length}}x{{/if}}{{corrections.length}}{{#if byline}}x{{/if}}\n', '0\n'],
    ['{{#with labels}}{{source}} {{laws}}{{/with}}\n', 'Source ABAB News · Cognitive Laws\n'],
  ])('%j: what is absent is nothing, and what is text in its place is printed', async (template, printed) => {
    expect(await templated(template)).toMatchObject({ code: 0, stdout: printed });
  });
  test('text is not escaped for HTML, HTML is', async () => {
    const text = note({ front: 'headline: R&D <b>\nsource: x' });
    expect((await templated('{{headline}}\n', 'text', text)).stdout).toBe('R&D <b>\n');
    expect((await templated('{{headline}}{{{headline}}}\n', 'html', text)).stdout).toBe(
      'R&amp;D &lt;b&gt;R&amp;D &lt;b&gt;\n',
    );
  });
  test('an address that runs is no address, and a quotation mark ends no attribute', async () => {
    const front = `headline: 'x" onclick="y'\nsource: { name: n, url: https://a.example }\nimage: { url: 'a.png', alt: '"><script>' }`;
    const result = await templated(
      '<a href="{{url}}" title="{{headline}}"><img src="{{image.url}}" alt="{{image.alt}}">\n',
      'html',
      note({ front }),
    );
    expect(result.stdout).toBe(
      '<a href="" title="x&quot; onclick=&quot;y"><img src="a.png" alt="&quot;&gt;&lt;script&gt;">\n',
    );
  });
  test('partials beside the template, and an indented one that leaves code alone', async () => {
    const dir = folder();
    file(dir, 'part.hbs', '{{body}}\n');
    const path = file(dir, 'n.md', note({ body: '```\na\n  b\n```' }));
    const result = await copydesk([
      'render',
      path,
      '--to',
      'html',
      '--template',
      file(dir, 'mine.hbs', '<div>\n  {{> part}}\n</div>\n'),
    ]);
    expect(result.stdout).toContain('a\n  b\n</code>');
  });
});
