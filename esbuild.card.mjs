// Puts what draws cards into a folder beside the program: libraries with their WebAssembly, and fonts.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = import.meta.dirname;
const packages = join(root, 'node_modules');

/** The folder of the cards in dist/. */
const FOLDER = 'card';

/** The shipped fonts. */
const faces = () => JSON.parse(readFileSync(join(root, 'src/write/card/faces.json'), 'utf8'));

/** The files of the shipped fonts, as their packages have them. */
function fontFiles() {
  return faces().flatMap(({ font, weight }) => {
    const folder = join(packages, '@fontsource', font);
    const subsets = Object.keys(JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')));
    return subsets.map((subset) => {
      const name = `${font}-${subset.replace(/[[\]]/g, '')}-${weight}-normal.woff`;
      return [name, join(folder, 'files', name)];
    });
  });
}

/** Where each file that a card reads is in the packages. */
export const cardFiles = () =>
  new Map([['resvg.wasm', join(packages, '@resvg/resvg-wasm/index_bg.wasm')], ...fontFiles()]);

/**
 * Builds the folder. The libraries are an ES module, because HarfBuzz loads asynchronously; the program, which a script of
 * Node's module `vm` is, can import it only from a module of its own.
 * @returns the result of esbuild.
 */
export async function buildCard(out, options) {
  const folder = join(out, FOLDER);
  mkdirSync(folder, { recursive: true });
  for (const [name, path] of cardFiles()) copyFileSync(path, join(folder, name));
  copyFileSync(join(packages, 'harfbuzzjs/dist/harfbuzz.wasm'), join(folder, 'harfbuzz.wasm'));
  for (const { font } of faces()) {
    copyFileSync(join(packages, '@fontsource', font, 'LICENSE'), join(folder, `OFL-${font}.txt`));
  }
  writeFileSync(join(folder, 'load.cjs'), "exports.load = () => import('./engine.mjs');\n");
  return build({
    ...options,
    entryPoints: [join(root, 'src/write/card/engine.ts')],
    outfile: join(folder, 'engine.mjs'),
    format: 'esm',
    minify: true,
  });
}

const CARD = /^copydesk:card$/;

/** For the program. @type {import('esbuild').Plugin} */
export const cardPlugin = {
  name: 'card',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: CARD }, ({ path }) => ({ path, namespace: 'card' }));
    onResolve({ filter: /^\.\/card\/load\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace: 'card' }, () => ({
      contents: `import { readFileSync } from 'node:fs';
        import { join } from 'node:path';
        export const loadEngine = () => require('./${FOLDER}/load.cjs').load();
        export const readCardFile = (name) => readFileSync(join(__dirname, '${FOLDER}', name));`,
      loader: 'js',
    }));
  },
};

/** For vitest, which takes the files from their packages. */
export const cardVitePlugin = {
  name: 'card',
  resolveId: (id) => (CARD.test(id) ? `\0${id}` : undefined),
  load: (id) =>
    id.startsWith('\0') && CARD.test(id.slice(1))
      ? `import { readFileSync } from 'node:fs';
        const files = new Map(${JSON.stringify([...cardFiles()])});
        export const loadEngine = () => import(${JSON.stringify(join(root, 'src/write/card/engine.ts'))});
        export const readCardFile = (name) => readFileSync(files.get(name));`
      : undefined,
};
