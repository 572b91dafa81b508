// Builds the script and the style sheet that the preview in a browser sends to its pages.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, buildSync } from 'esbuild';

const CLIENT = join(import.meta.dirname, 'src/cli/preview/browser/client');

/** The folder of the preview in dist/. */
const FOLDER = 'preview';

const FILES = { script: 'main.ts', style: 'style.css' };
const OUTPUTS = { script: 'client.js', style: 'style.css' };

const OPTIONS = {
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2022', 'chrome120', 'firefox121', 'safari17'],
  legalComments: 'none',
};

/** Builds the folder. @returns the results of esbuild. */
export function buildPreview(out) {
  const folder = join(out, FOLDER);
  mkdirSync(folder, { recursive: true });
  return Promise.all(
    Object.entries(FILES).map(([name, file]) =>
      build({ ...OPTIONS, entryPoints: [join(CLIENT, file)], outfile: join(folder, OUTPUTS[name]), metafile: true }),
    ),
  );
}

const MODULE = /^copydesk:preview$/;

/** For the program, which reads the files when a preview starts. @type {import('esbuild').Plugin} */
export const previewPlugin = {
  name: 'preview',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: MODULE }, ({ path }) => ({ path, namespace: 'preview' }));
    onLoad({ filter: /.*/, namespace: 'preview' }, () => ({
      contents: `import { readFileSync } from 'node:fs';
        import { join } from 'node:path';
        const read = (name) => readFileSync(join(__dirname, '${FOLDER}', name), 'utf8');
        export const client = { script: read('${OUTPUTS.script}'), style: read('${OUTPUTS.style}') };`,
      loader: 'js',
    }));
  },
};

/** For vitest, which builds them from the source. */
export const previewVitePlugin = {
  name: 'preview',
  resolveId: (id) => (MODULE.test(id) ? `\0${id}` : undefined),
  load: (id) => {
    if (!id.startsWith('\0') || !MODULE.test(id.slice(1))) return undefined;
    const texts = Object.entries(FILES).map(([name, file]) => {
      const { outputFiles } = buildSync({ ...OPTIONS, entryPoints: [join(CLIENT, file)], write: false });
      return [name, outputFiles[0].text];
    });
    return `export const client = ${JSON.stringify(Object.fromEntries(texts))};`;
  },
};
