// What the build and the tests do to modules on the way in, as plugins of esbuild and of vite.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { parse } from 'yaml';

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
const housesVitePlugin = {
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

/**
 * re2js takes several milliseconds to load, and only a house with a pattern needs it. This module loads it when one of
 * its exports is first read.
 * @type {import('esbuild').Plugin}
 */
const lazyPlugin = {
  name: 'lazy',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^re2js$/ }, ({ path, kind, namespace }) =>
      kind === 'entry-point' || namespace === 'lazy' ? undefined : { path, namespace: 'lazy' },
    );
    const getter = (name) => `get ${name}() { return require('re2js').${name}; }`;
    onLoad({ filter: /.*/, namespace: 'lazy' }, () => ({
      contents: `module.exports = { ${['RE2JS', 'RE2JSSyntaxException'].map(getter).join(', ')} };`,
      resolveDir: root,
    }));
  },
};

/** Packages that most runs do not need are files beside the program: the formatter's second parser, and RE2. */
export const APART = { commonmark: 'commonmark.cjs', re2js: 're2js.cjs' };

/** @type {import('esbuild').Plugin} */
export const apartPlugin = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /^(?:commonmark|re2js)$/ }, ({ path, namespace }) =>
      path === 're2js' && namespace !== 'lazy' ? undefined : { path: `./${APART[path]}`, external: true },
    );
  },
};

const MARKED = /[\\/]marked[\\/]lib[\\/]marked\.esm\.js$/;
const BUILT = /getRegex:\(\)=>new RegExp\((\w+),(\w+)\)/g;

/**
 * A stand-in for a regular expression that marked puts together when it is loaded: it has all that marked asks of
 * one, and builds it when it is first used. Of the 46, a note needs about ten, and the ones for emphasis take nearly
 * a millisecond each to build, and six to run for the first time: because they ask for all of Unicode's punctuation
 * and symbols. A text of ASCII and common typography knows few of either, so it gets the same expression with those alone,
 * which means the same for it.
 */
const LAZY = `
const SIMPLE = /^[\\x00-\\x7f\\u00b7\\u2013\\u2014\\u2018\\u2019\\u201c\\u201d\\u2026]*$/;
const NARROW = '!-/:-@\\\\[-\`{-~\\u00b7\\u2013\\u2014\\u2018\\u2019\\u201c\\u201d\\u2026';
class LazyRegExp {
  #pattern; #flags; #wide; #whole; #narrow; #text; #simple = false;
  lastIndex = 0;
  constructor(pattern, flags) {
    this.#pattern = pattern;
    this.#flags = flags;
    this.#wide = flags.includes('u') && pattern.includes('\\\\p{P}\\\\p{S}');
  }
  get #real() { return this.#whole ??= new RegExp(this.#pattern, this.#flags); }
  get source() { return this.#pattern; }
  get flags() { return this.#real.flags; }
  #fit(text) {
    // A long text is not worth the look, which comes again at every mark.
    if (!this.#wide || text.length > 4096) return this.#real;
    if (text !== this.#text) { this.#text = text; this.#simple = SIMPLE.test(text); }
    if (!this.#simple) return this.#real;
    return this.#narrow ??= new RegExp(this.#pattern.replaceAll('\\\\p{P}\\\\p{S}', NARROW), this.#flags.replace('u', ''));
  }
  exec(text) {
    const regex = this.#fit(text);
    regex.lastIndex = this.lastIndex;
    const found = regex.exec(text);
    this.lastIndex = regex.lastIndex;
    return found;
  }
  test(text) { return this.exec(text) !== null; }
  [Symbol.match](text) { return this.#real[Symbol.match](text); }
  [Symbol.matchAll](text) { return this.#real[Symbol.matchAll](text); }
  [Symbol.replace](text, by) { return this.#real[Symbol.replace](text, by); }
  [Symbol.search](text) { return this.#real[Symbol.search](text); }
  [Symbol.split](text, limit) { return this.#real[Symbol.split](text, limit); }
}
`;

/**
 * The source of `marked.esm.js` with its regular expressions built on first use.
 * @throws {Error} when the place to change is not there exactly once: another marked needs another look.
 */
export function lazyMarked(code) {
  const found = [...code.matchAll(BUILT)];
  if (found.length !== 1) throw new Error(`marked.esm.js: expected one getRegex to make lazy, found ${found.length}`);
  return LAZY + code.replace(BUILT, 'getRegex:()=>new LazyRegExp($1,$2)');
}

/** For esbuild. Fails the build when marked was bundled without having been changed. */
export function markedPlugin() {
  return {
    name: 'lazy-marked',
    setup(build) {
      build.onLoad({ filter: MARKED }, ({ path }) => ({
        contents: lazyMarked(readFileSync(path, 'utf8')),
        loader: 'js',
      }));
    },
  };
}

/** The same for vite and vitest. */
function markedVitePlugin() {
  return {
    name: 'lazy-marked',
    enforce: 'pre',
    transform(code, id) {
      return MARKED.test(id) ? { code: lazyMarked(code), map: null } : undefined;
    },
  };
}

/** For esbuild. */
export const plugins = [housesPlugin, unusedPlugin, lazyPlugin, markedPlugin()];

/** For vite and vitest. */
export const vitePlugins = [housesVitePlugin, markedVitePlugin()];
