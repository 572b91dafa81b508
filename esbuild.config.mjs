// Builds the program and the library into dist/, or into another folder. `node esbuild.config.mjs [FOLDER]`
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { buildCard, cardPlugin } from './esbuild.card.mjs';
import { CATALOGUE, cataloguePlugin, catalogueText } from './esbuild.messages.mjs';
import { billOfMaterials, bundledPackages, licenses } from './esbuild.packages.mjs';
import {
  APART,
  apartPlugin,
  plugins,
  WORD_LISTS,
  withoutDeskPlugin,
  withoutRulesPlugin,
  wordListFilePlugin,
  wordListModule,
  wordListModulePlugin,
} from './esbuild.plugins.mjs';
import { buildPreview, previewPlugin } from './esbuild.preview.mjs';

const root = import.meta.dirname;

/**
 * Escapes non-ASCII characters, because the program is read as Latin-1, which takes half the time. esbuild escapes them
 * in strings, but not in regular expressions.
 */
function toAscii(path) {
  const spelt = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(path, readFileSync(path, 'utf8').replace(/[^\0-\x7f]/g, spelt));
}

/**
 * Options of packages with files of their own. `open` looks for a file beside itself, unless it has no place, and its default
 * export is what Node's modules take for the default of a CommonJS file.
 */
const OWN = {
  open: { define: { 'import.meta.url': '""' }, footer: { js: 'module.exports = module.exports.default;' } },
};

/** The whole program, the one for `check`, and the one for `render` and `format`: a smaller program starts faster. */
const PROGRAMS = [['cli.cjs'], ['check.cjs', withoutDeskPlugin], ['posts.cjs', withoutDeskPlugin, withoutRulesPlugin]];

/** A program imports the default of a file as all that the file exports, as Node does. So a package with only a default is that. */
const DEFAULT = { js: "if (Object.keys(module.exports) == 'default') module.exports = module.exports.default;" };

/**
 * Builds the program and the library.
 * @returns the packages that they hold.
 */
export async function buildAll(out) {
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
  const small = {
    minify: true,
    keepNames: false,
    define: { 'import.meta.url': '__filename' },
    // A program that V8's code cache has loaded cannot call `import()`, so files beside it are required.
    supported: { ...common.supported, 'dynamic-import': false },
  };
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
        plugins: [...more, apartPlugin, cardPlugin, cataloguePlugin, previewPlugin, wordListFilePlugin, ...plugins],
        entryPoints: ['src/cli/main.ts'],
        outfile: join(out, file),
        format: 'cjs',
      }),
    ),
    buildCard(out, common),
    ...(await buildPreview(out)),
    ...Object.entries(APART).map(([name, file]) =>
      build({
        ...common,
        ...small,
        footer: DEFAULT,
        ...(OWN[name] ?? {}),
        entryPoints: [name],
        outfile: join(out, file),
        format: 'cjs',
      }),
    ),
  ]);
  for (const [name, { encoding, text }] of Object.entries(WORD_LISTS)) {
    const list = text();
    writeFileSync(join(out, `${name}.txt`), list, encoding);
    writeFileSync(join(out, `${name}.js`), wordListModule(name, list));
  }
  writeFileSync(join(out, CATALOGUE), catalogueText());
  for (const [file] of PROGRAMS) toAscii(join(out, file));
  const packages = bundledPackages(results);
  writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), licenses(packages));
  writeFileSync(join(out, 'sbom.cdx.json'), billOfMaterials(packages));
  return packages;
}

/** Removes what earlier builds left, so that the package holds only files of this one. The types are written after it. */
function removeOlder(out, start) {
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    // The clock of a file system may be late.
    if (entry.isFile() && statSync(path).mtimeMs < start - 1000) rmSync(path);
  }
}

if (process.argv[1] === import.meta.filename) {
  const out = resolve(process.argv[2] ?? join(root, 'dist'));
  const start = Date.now();
  await buildAll(out);
  if (process.argv[2] === undefined) removeOlder(out, start);
}
