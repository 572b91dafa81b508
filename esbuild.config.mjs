// Builds the program and the library into dist/. `node esbuild.config.mjs`
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import Handlebars from 'handlebars';
import { parse } from 'yaml';
import { markedPlugin } from './marked-plugin.mjs';

const root = import.meta.dirname;

/** The houses in templates/ as a module: `house.yaml` as data, the templates precompiled, so that no start pays for either. */
export function housesModule() {
  const houses = readdirSync(join(root, 'templates')).map((name) => {
    const folder = join(root, 'templates', name);
    const data = parse(readFileSync(join(folder, 'house.yaml'), 'utf8'));
    const templates = readdirSync(folder)
      .filter((file) => file.endsWith('.hbs'))
      .map((file) => `${JSON.stringify(file)}: ${precompile(file, readFileSync(join(folder, file), 'utf8'))}`);
    return `${JSON.stringify(name)}: { data: ${JSON.stringify(data)}, templates: { ${templates.join(', ')} } }`;
  });
  return `export const houses = { ${houses.join(', ')} };`;
}

/** Only a template that prints HTML escapes for HTML: elsewhere it would turn `R&D` into `R&amp;D`. */
function precompile(file, text) {
  return Handlebars.precompile(text, { noEscape: !file.endsWith('.html.hbs'), strict: true, preventIndent: true });
}

const HOUSES = 'copydesk:houses';

/** @type {import('esbuild').Plugin} */
const housesPlugin = {
  name: 'houses',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^copydesk:houses$/ }, () => ({ path: HOUSES, namespace: 'houses' }));
    onLoad({ filter: /.*/, namespace: 'houses' }, () => ({ contents: housesModule(), loader: 'js' }));
  },
};

/** The same module for vitest. */
export const housesVitePlugin = {
  name: 'houses',
  resolveId: (id) => (id === HOUSES ? `\0${HOUSES}` : undefined),
  load: (id) => (id === `\0${HOUSES}` ? housesModule() : undefined),
};

/**
 * commander loads `child_process`, and the network with it, for commands that are other programs: ours are not.
 * gray-matter loads js-yaml at once and only ever calls the engine that it is given, and `fs` for a function that is
 * never called: both are left out.
 * @type {import('esbuild').Plugin}
 */
const unusedPlugin = {
  name: 'unused',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(js-yaml|fs|node:child_process)$/ }, ({ path, importer }) =>
      /node_modules.(?:gray-matter|commander)./.test(importer) && path !== 'node:fs'
        ? { path, namespace: 'unused' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
      contents:
        'const never = () => { throw new Error("unreachable"); }; module.exports = { safeLoad: never, safeDump: never };',
    }));
  },
};

export const plugins = [housesPlugin, unusedPlugin, markedPlugin()];

/**
 * The program is read as Latin-1, in half the time. esbuild spells out what is not ASCII in strings, but not in regular
 * expressions.
 */
function toAscii(path) {
  const spelt = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(path, readFileSync(path, 'utf8').replace(/[^\0-\x7f]/g, spelt));
}

/** The licences of everything that the bundles hold, as their authors ask. */
function licenses(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = new Set(inputs.flatMap((path) => path.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((one) => /^licen[cs]e/i.test(one));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(root, folder, file), 'utf8').trim() : ''}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

if (process.argv[1] === import.meta.filename) {
  const common = {
    bundle: true,
    platform: 'node',
    target: 'node20.20',
    plugins,
    logLevel: 'warning',
    legalComments: 'none',
    metafile: true,
  };
  // `createRequire(import.meta.url)` stands in an ES module that we bundle; a path will do.
  const small = { minifySyntax: true, minifyWhitespace: true, define: { 'import.meta.url': '__filename' } };
  const results = await Promise.all([
    // Without anything of Node's: yaml has a build for it.
    build({
      ...common,
      entryPoints: ['src/index.ts'],
      outfile: 'dist/index.js',
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
    }),
    build({ ...common, ...small, entryPoints: ['src/cli/start.ts'], outfile: 'dist/start.cjs', format: 'cjs' }),
    build({ ...common, ...small, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.cjs', format: 'cjs' }),
  ]);
  toAscii(join(root, 'dist/cli.cjs'));
  writeFileSync(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), licenses(results));
}
