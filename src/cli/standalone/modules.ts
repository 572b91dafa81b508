import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, Script } from 'node:vm';
import { assetOf } from './assets.ts';

const loaded = new Map<string, { exports: unknown }>();

/** As Node's `require`, for modules of Node and for files in the executable. */
export function requireFrom(folder: string): (id: string) => unknown {
  const require = (id: string): unknown => (id.startsWith('.') ? load(join(folder, id)) : process.getBuiltinModule(id));
  // The build calls it in place of `import()`, with which Node finds only real files.
  return Object.assign(require, { esModule: (id: string) => importUrl(moduleUrl(join(folder, id))) });
}

function load(path: string): unknown {
  const known = loaded.get(path);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(path, module);
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${assetOf(path).toString()}\n})`;
  const folder = dirname(path);
  new Script(wrapped, { filename: path }).runInThisContext()(module.exports, requireFrom(folder), module, path, folder);
  return module.exports;
}

/** The text of an ES module, which may read files beside it, as a URL that Node imports without a file. */
function moduleUrl(path: string): string {
  const here = JSON.stringify(pathToFileURL(path).href);
  const text = assetOf(path).toString().replaceAll('import.meta.url', here);
  return `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`;
}

function importUrl(url: string): Promise<unknown> {
  const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  const { emitWarning } = process;
  // Node 20 warns that this is experimental. A writer can do nothing about that.
  process.emitWarning = () => {};
  try {
    return new Script('(url) => import(url)', { importModuleDynamically }).runInThisContext()(url);
  } finally {
    process.emitWarning = emitWarning;
  }
}
