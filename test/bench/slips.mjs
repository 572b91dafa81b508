/*
 * Counts how many of the slips in test/lint/slips other tools find, and writes test/lint/slips/peers.json.
 *
 * The tools are no dependencies of this project. Install them into an empty folder and name it:
 *   npm install --prefix FOLDER harper.js write-good nspell dictionary-en autocorrect-node zhlint
 *   node test/bench/slips.mjs FOLDER
 *
 * A tool finds a slip if it reports something in the wrong sentence that it does not report in the right one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const peers = resolve(process.argv[2] ?? '.');
const folder = join(import.meta.dirname, '../lint/slips');
const require = createRequire(join(peers, 'index.js'));
const file = (name) => join(peers, 'node_modules', name);
const load = (name) => import(pathToFileURL(file(name)).href);
const versionOf = (name) => JSON.parse(readFileSync(join(file(name), 'package.json'), 'utf8')).version;

/** The slips of a file, as test/lint/slips/slips.ts reads them; a headline is a paragraph of its own. */
function slipsIn(name) {
  let kind = '';
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  return lines.slice(lines.indexOf('')).flatMap((line) => {
    if (line.startsWith('# ')) kind = line.slice(2);
    if (line === '' || line.startsWith('# ')) return [];
    const side = (number) => line.replace(/\{([^{|}]*)\|([^{|}]*)\}/g, number).replace(' // ', '\n\n');
    return [{ kind, wrong: side('$1'), right: side('$2') }];
  });
}

/** Whether one list of findings has more of something than the other. */
function hasMore(wrong, right) {
  const left = [...right];
  return wrong.some((one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** Whether a corrector turns the wrong sentence into the right one, or changes only the wrong one. */
const corrects = (correct, { wrong, right }) => {
  const [made, kept] = [correct(wrong), correct(right)];
  return made !== wrong && (made === kept || kept === right);
};

async function harper() {
  const { LocalLinter, Dialect } = await load('harper.js/dist/index.js');
  const { binaryInlined: binary } = await load('harper.js/dist/binaryInlined.js');
  const linter = new LocalLinter({ binary, dialect: Dialect.American });
  await linter.setup();
  const lints = async (text) =>
    (await linter.lint(text, { language: 'markdown' })).map((lint) => `${lint.lint_kind()} ${lint.get_problem_text()}`);
  return async ({ wrong, right }) => hasMore(await lints(wrong), await lints(right));
}

function createWriteGood() {
  const writeGood = require('write-good');
  const reasons = (text) => writeGood(text).map(({ reason }) => reason);
  return ({ wrong, right }) => hasMore(reasons(wrong), reasons(right));
}

async function nspell() {
  const { default: create } = await load('nspell/lib/index.js');
  const [aff, dic] = ['index.aff', 'index.dic'].map((name) => readFileSync(join(file('dictionary-en'), name)));
  const spell = create({ aff, dic });
  const misspelt = (text) => (text.match(/[\p{L}]+(?:['’]\p{L}+)*/gu) ?? []).filter((word) => !spell.correct(word));
  return ({ wrong, right }) => hasMore(misspelt(wrong), misspelt(right));
}

async function autocorrect() {
  const { format } = require('autocorrect-node');
  return (slip) => corrects((text) => format(text), slip);
}

async function zhlint() {
  const { run } = await load('zhlint/lib/index.js');
  const options = { rules: { preset: 'default' }, logger: { log() {}, info() {}, warn() {}, error() {} } };
  return (slip) => corrects((text) => run(text, options).result, slip);
}

const TOOLS = [
  { name: 'Harper', package: 'harper.js', create: harper, reads: 'en' },
  { name: 'write-good', package: 'write-good', create: createWriteGood, reads: 'en' },
  { name: 'nspell', package: 'nspell', create: nspell, reads: 'en' },
  { name: 'autocorrect', package: 'autocorrect-node', create: autocorrect, reads: 'zh' },
  { name: 'zhlint', package: 'zhlint', create: zhlint, reads: 'zh' },
];

const slips = ['kinds-en', 'kinds-zh', 'desks-en', 'desks-zh', 'more-en', 'more-zh', 'unseen-en', 'unseen-zh']
  .map((name) => `${name}.txt`)
  .flatMap(slipsIn);
const found = Object.fromEntries(slips.map(({ kind }) => [kind, TOOLS.map(() => null)]));
for (const [at, { name, create, reads }] of TOOLS.entries()) {
  const finds = await create();
  for (const slip of slips) {
    if ((slip.kind.startsWith('zh') ? 'zh' : 'en') !== reads) continue;
    found[slip.kind][at] = (found[slip.kind][at] ?? 0) + ((await finds(slip)) ? 1 : 0);
  }
  console.log(`${name}: ${Object.values(found).reduce((sum, counts) => sum + (counts[at] ?? 0), 0)}`);
}
const tools = TOOLS.map((tool) => ({ name: tool.name, version: versionOf(tool.package) }));
const lines = Object.entries(found).map(([kind, counts]) => `    ${JSON.stringify(kind)}: ${JSON.stringify(counts)}`);
const text = `{\n  "tools": ${JSON.stringify(tools)},\n  "found": {\n${lines.join(',\n')}\n  }\n}\n`;
writeFileSync(join(folder, 'peers.json'), text);
