import { readFile } from 'node:fs/promises';

const MARKED = /[\\/]marked[\\/]lib[\\/]marked\.esm\.js$/;
const BUILT = /getRegex:\(\)=>new RegExp\((\w+),(\w+)\)/g;

/**
 * A stand-in for a regular expression that marked puts together when it is loaded: it has all that marked asks of
 * one, and builds it when it is first used. Of the 46, a note needs about ten, and the ones for emphasis take nearly
 * a millisecond each to build.
 */
const LAZY = `
class LazyRegExp {
  #pattern; #flags; #built;
  constructor(pattern, flags) { this.#pattern = pattern; this.#flags = flags; }
  get #real() { return this.#built ??= new RegExp(this.#pattern, this.#flags); }
  get source() { return this.#pattern; }
  get flags() { return this.#real.flags; }
  get lastIndex() { return this.#built === undefined ? 0 : this.#built.lastIndex; }
  set lastIndex(at) { if (at !== 0 || this.#built !== undefined) this.#real.lastIndex = at; }
  exec(text) { return this.#real.exec(text); }
  test(text) { return this.#real.test(text); }
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
      build.onLoad({ filter: MARKED }, async ({ path }) => ({
        contents: lazyMarked(await readFile(path, 'utf8')),
        loader: 'js',
      }));
    },
  };
}

/** The same for vite and vitest. */
export function markedVitePlugin() {
  return {
    name: 'lazy-marked',
    enforce: 'pre',
    transform(code, id) {
      return MARKED.test(id) ? { code: lazyMarked(code), map: null } : undefined;
    },
  };
}
