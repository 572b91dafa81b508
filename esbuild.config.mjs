// Builds the program and the library into dist/, or into another folder. `node esbuild.config.mjs [FOLDER]`
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { buildCard, cardPlugin } from './esbuild.card.mjs';
import { SOURCES } from './esbuild.english.mjs';
import { CATALOGUE, cataloguePlugin, catalogueText } from './esbuild.messages.mjs';
import {
  APART,
  apartPlugin,
  plugins,
  WORD_LISTS,
  withoutRulesPlugin,
  wordListFilePlugin,
  wordListModule,
  wordListModulePlugin,
} from './esbuild.plugins.mjs';

const root = import.meta.dirname;

/**
 * Escapes non-ASCII characters, because the program is read as Latin-1, which takes half the time. esbuild escapes them
 * in strings, but not in regular expressions.
 */
function toAscii(path) {
  const spelt = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(path, readFileSync(path, 'utf8').replace(/[^\0-\x7f]/g, spelt));
}

/** The whole program, and the one for `render` and `format`, which starts faster. */
const PROGRAMS = [['cli.cjs'], ['posts.cjs', withoutRulesPlugin]];

/** Whose word lists the list of Chinese words comes from, both under the MIT License. */
const MIT_LISTS = { jieba: '2013 Sun Junyi', 'pinyin-pro': '2021 zh-lx' };

/** The licenses of all packages in the bundles, and of word lists. */
function licenses(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = new Set([
    ...inputs.flatMap((path) => path.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []),
    ...SOURCES.map((name) => `node_modules/${name}`),
  ]);
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license, repository } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((one) => /^(?:licen[cs]e|copyright)/i.test(one));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(root, folder, file), 'utf8').trim() : (repository?.url ?? '')}\n`;
  });
  const mit = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  const lists = Object.entries(MIT_LISTS).map(
    ([name, holder]) => `word list of ${name} (MIT)\n\n${mit.replace(/(?<=Copyright \(c\) ).*/, holder)}\n`,
  );
  return [...texts, ...lists].join(`\n${'-'.repeat(80)}\n\n`);
}

if (process.argv[1] === import.meta.filename) {
  const out = resolve(process.argv[2] ?? join(root, 'dist'));
  const common = {
    bundle: true,
    platform: 'node',
    target: 'node20.20',
    // Else each `\p{L}` becomes `new RegExp`, which parses the pattern at every start.
    supported: { 'regexp-unicode-property-escapes': true },
    plugins,
    logLevel: 'warning',
    legalComments: 'none',
    metafile: true,
  };
  // A bundled ES module calls `createRequire(import.meta.url)`, which accepts a path as well.
  const small = { minify: true, keepNames: false, define: { 'import.meta.url': '__filename' } };
  const results = await Promise.all([
    // The library uses no module of Node. yaml has a build for browsers.
    build({
      ...common,
      entryPoints: ['src/index.ts'],
      outfile: join(out, 'index.js'),
      format: 'esm',
      platform: 'neutral',
      plugins: [wordListModulePlugin, ...plugins],
      mainFields: ['module', 'main'],
    }),
    ...['start', 'worker'].map((name) =>
      build({
        ...common,
        ...small,
        entryPoints: [`src/cli/${name}.ts`],
        outfile: join(out, `${name}.cjs`),
        format: 'cjs',
      }),
    ),
    ...PROGRAMS.map(([file, ...more]) =>
      build({
        ...common,
        ...small,
        plugins: [...more, apartPlugin, cardPlugin, cataloguePlugin, wordListFilePlugin, ...plugins],
        entryPoints: ['src/cli/main.ts'],
        outfile: join(out, file),
        format: 'cjs',
      }),
    ),
    buildCard(out, common),
    ...Object.entries(APART).map(([name, file]) =>
      build({ ...common, ...small, entryPoints: [name], outfile: join(out, file), format: 'cjs' }),
    ),
  ]);
  for (const [name, { encoding, text }] of Object.entries(WORD_LISTS)) {
    const list = text();
    writeFileSync(join(out, `${name}.txt`), list, encoding);
    writeFileSync(join(out, `${name}.js`), wordListModule(name, list));
  }
  writeFileSync(join(out, CATALOGUE), catalogueText());
  for (const [file] of PROGRAMS) toAscii(join(out, file));
  writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), licenses(results));
}
