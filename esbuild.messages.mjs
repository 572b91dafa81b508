// The Chinese messages of src/cli/messages/zh/ as one JSON text beside the program.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const folder = join(import.meta.dirname, 'src/cli/messages/zh');

/** The file in dist/. */
export const CATALOGUE = 'zh.json';

/** The files of the catalogue by name, each a list of `{ en, zh }`. */
export function catalogueFiles() {
  const names = readdirSync(folder).sort();
  return new Map(names.map((name) => [name, parse(readFileSync(join(folder, name), 'utf8')) ?? []]));
}

/** The catalogue as JSON: English texts and their translations. */
export function catalogueText() {
  const entries = [...catalogueFiles().values()].flat();
  return JSON.stringify(Object.fromEntries(entries.map(({ en, zh }) => [en, zh])));
}

const ZH = /^copydesk:zh$/;

/** For the program. @type {import('esbuild').Plugin} */
export const cataloguePlugin = {
  name: 'catalogue',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: ZH }, ({ path }) => ({ path, namespace: 'catalogue' }));
    onLoad({ filter: /.*/, namespace: 'catalogue' }, () => ({
      contents: `import { readFileSync } from 'node:fs';
        import { join } from 'node:path';
        export const zh = readFileSync(join(__dirname, '${CATALOGUE}'), 'utf8');`,
      loader: 'js',
    }));
  },
};

/** For vitest. */
export const catalogueVitePlugin = {
  name: 'catalogue',
  resolveId: (id) => (ZH.test(id) ? `\0${id}` : undefined),
  load: (id) => (id === '\0copydesk:zh' ? `export const zh = ${JSON.stringify(catalogueText())};\n` : undefined),
};
