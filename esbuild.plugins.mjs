// Plugins of esbuild and of vite that change modules for the build and the tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import Handlebars from 'handlebars';
import { parse } from 'yaml';
import { cardVitePlugin } from './esbuild.card.mjs';
import { englishText } from './esbuild.english.mjs';
import { catalogueVitePlugin } from './esbuild.messages.mjs';
import { previewVitePlugin } from './esbuild.preview.mjs';

const root = import.meta.dirname;

/** The houses in templates/ as a module. YAML is parsed and templates are compiled now, so that no run has to. A run makes only
 * the templates that it prints. */
export function housesModule() {
  const houses = readdirSync(join(root, 'templates')).map((name) => {
    const folder = join(root, 'templates', name);
    const data = parse(readFileSync(join(folder, 'house.yaml'), 'utf8'));
    const templates = readdirSync(folder)
      .filter((file) => file.endsWith('.hbs'))
      .map((file) => `${JSON.stringify(file)}: () => (${precompile(file, readFileSync(join(folder, file), 'utf8'))})`);
    return `${JSON.stringify(name)}: { data: ${JSON.stringify(data)}, templates: { ${templates.join(', ')} } }`;
  });
  return `export const houses = { ${houses.join(', ')} };`;
}

/** As `compileTemplate` does. */
function precompile(file, text) {
  return Handlebars.precompile(text, {
    noEscape: !/\.(?:html|svg)\.hbs$/.test(file),
    strict: true,
    preventIndent: true,
    knownHelpersOnly: true,
  });
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

/**
 * The word lists, which only some checks need: the words of English, and those of Chinese with the characters that are typed
 * for theirs. Each is a text beside the program, in this encoding: read as Latin-1 it costs a quarter of the same text in a
 * module.
 */
export const WORD_LISTS = {
  english: { encoding: 'latin1', text: englishText },
  chinese: {
    encoding: 'utf8',
    text: () => readFileSync(join(root, 'src/lint/spelling/han-words.txt'), 'utf8').replace(/^#.*\n/gm, ''),
  },
};
const WORD_LIST = /^copydesk:(english|chinese)$/;

/** The module of a word list. */
export function wordListModule(name, text = WORD_LISTS[name].text()) {
  return `export const ${name} = ${JSON.stringify(text)};\n`;
}

/** @type {import('esbuild').Plugin} */
export const wordListFilePlugin = {
  name: 'word lists',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: WORD_LIST }, ({ path }) => ({ path: path.replace(WORD_LIST, '$1'), namespace: 'words' }));
    onLoad({ filter: /.*/, namespace: 'words' }, ({ path }) => ({
      contents: `import { readFileSync } from 'node:fs';
        import { join, relative, sep } from 'node:path';
        export const ${path} = readFileSync(join(__dirname, '${path}.txt'), '${WORD_LISTS[path].encoding}');`,
      loader: 'js',
    }));
  },
};

/**
 * In the library, which reads no files, a word list is a module beside it that is imported when a check needs it.
 * @type {import('esbuild').Plugin}
 */
export const wordListModulePlugin = {
  name: 'word lists',
  setup({ onResolve }) {
    onResolve({ filter: WORD_LIST }, ({ path }) => ({ path: path.replace(WORD_LIST, './$1.js'), external: true }));
  },
};

/** For vitest. */
const wordListVitePlugin = {
  name: 'word lists',
  resolveId: (id) => (WORD_LIST.test(id) ? `\0${id}` : undefined),
  load: (id) =>
    id.startsWith('\0copydesk:') && WORD_LIST.test(id.slice(1)) ? wordListModule(id.slice(10)) : undefined,
};

/** For vitest. */
const housesVitePlugin = {
  name: 'houses',
  resolveId: (id) => (id === HOUSES ? `\0${HOUSES}` : undefined),
  load: (id) => (id === `\0${HOUSES}` ? housesModule() : undefined),
};

/**
 * Leaves out modules that are loaded but never called. commander loads `child_process` for subcommands that are separate
 * programs. gray-matter loads js-yaml, although it gets an engine of our own, and `fs` for reading files.
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

/** Packages and own modules that take long to load and that few runs need, with the exports that the program uses. */
const LAZY = {
  './src/cli/messages/chinese.ts': ['CHINESE'],
  './src/write/channels/writers.ts': ['WRITERS', 'fieldWarnings'],
  './src/write/ninjs/news-item.ts': ['newsItem'],
  '@noble/hashes/sha2.js': ['sha256'],
  re2js: ['RE2JS', 'RE2JSSyntaxException'],
  'character-entities': ['characterEntities'],
  'image-size': ['imageSize'],
  parse5: ['defaultTreeAdapter', 'parse', 'parseFragment', 'serialize'],
};

/**
 * Loads a module of LAZY when one of its exports is first read.
 * @type {import('esbuild').Plugin}
 */
const lazyPlugin = {
  name: 'lazy',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ path, kind, namespace, resolveDir }) => {
      if (kind === 'entry-point' || namespace === 'lazy') return undefined;
      const own = path.startsWith('.') ? `./${relative(root, join(resolveDir, path)).replaceAll(sep, '/')}` : path;
      return own in LAZY ? { path: own, namespace: 'lazy' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => {
      // In the library, each call of `require` would copy all exports of the package.
      const load = `let loaded; const load = () => (loaded ??= require('${path}'));`;
      const getters = LAZY[path].map((name) => `get ${name}() { return load().${name}; }`);
      return { contents: `${load} module.exports = { ${getters.join(', ')} };`, resolveDir: root };
    });
  },
};

/**
 * Packages that most runs do not need are files beside the program: the formatter's second parser, the compiler of templates,
 * RE2, HTML, the sizes of images, watching files, questions, other scripts in Latin letters, what a terminal can show, opening
 * a browser, and the protocol of editors.
 */
export const APART = {
  '@clack/prompts': 'clack.cjs',
  'any-ascii': 'any-ascii.cjs',
  chokidar: 'chokidar.cjs',
  commonmark: 'commonmark.cjs',
  handlebars: 'handlebars.cjs',
  'image-size': 'image-size.cjs',
  open: 'open.cjs',
  parse5: 'parse5.cjs',
  'pinyin-pro': 'pinyin-pro.cjs',
  re2js: 're2js.cjs',
  'supports-hyperlinks': 'supports-hyperlinks.cjs',
  'vscode-languageserver/node': 'languageserver.cjs',
};

const APART_NAMES = new RegExp(`^(?:${Object.keys(APART).join('|')})$`);

/** @type {import('esbuild').Plugin} */
export const apartPlugin = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: APART_NAMES }, ({ path, namespace }) =>
      path in LAZY && namespace !== 'lazy' ? undefined : { path: `./${APART[path]}`, external: true },
    );
  },
};

/** Leaves out what a program loads on demand and never needs. */
function withoutPlugin(name, filter) {
  return {
    name,
    setup({ onResolve, onLoad }) {
      onResolve({ filter }, ({ path, kind }) => (kind === 'dynamic-import' ? { path, namespace: name } : undefined));
      onLoad({ filter: /.*/, namespace: name }, ({ path }) => ({
        contents: `throw new Error("unreachable: ${path}");`,
      }));
    },
  };
}

/** For a program that only renders, formats or checks notes. */
export const withoutDeskPlugin = withoutPlugin(
  'without desk',
  /\/(?:completion\/|doctor\/|explain-rules\.ts|watch-notes\.ts|init\/run\.ts|new\/new-note\.ts|preview\/(?:terminal|browser)\/|lsp\/server\.ts)/,
);

/** For a program that only renders or formats notes. */
export const withoutRulesPlugin = withoutPlugin('without rules', /\/(?:lint\/|check-notes\.ts)/);

const MARKED = /[\\/]marked[\\/]lib[\\/]marked\.esm\.js$/;
const BUILT = /getRegex:\(\)=>new RegExp\((\w+),(\w+)\)/g;

/**
 * The source of `marked.esm.js` with each regular expression built on first use, which saves a fifth of a start.
 * @throws {Error} unless the code to change occurs exactly once. Review this after an upgrade of marked.
 */
export function lazyMarked(code) {
  const found = [...code.matchAll(BUILT)];
  if (found.length !== 1) throw new Error(`marked.esm.js: expected one getRegex to make lazy, found ${found.length}`);
  const lazy = JSON.stringify(join(root, 'src/read/markdown/lazy-regexp.ts'));
  return `import { LazyRegExp } from ${lazy};\n${code.replace(BUILT, 'getRegex:()=>new LazyRegExp($1,$2)')}`;
}

/** For esbuild. */
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

/** For vite and vitest. */
function markedVitePlugin() {
  return {
    name: 'lazy-marked',
    enforce: 'pre',
    transform(code, id) {
      return MARKED.test(id) ? { code: lazyMarked(code), map: null } : undefined;
    },
  };
}

/**
 * The program uses two values of package.json. Each start would read the others as well.
 * @type {import('esbuild').Plugin}
 */
const manifestPlugin = {
  name: 'manifest',
  setup({ onLoad }) {
    onLoad({ filter: /package\.json$/ }, ({ path }) => {
      if (path !== join(root, 'package.json')) return undefined;
      const { name, version } = JSON.parse(readFileSync(path, 'utf8'));
      return { contents: JSON.stringify({ name, version }), loader: 'json' };
    });
  },
};

/** For esbuild. */
export const plugins = [housesPlugin, unusedPlugin, lazyPlugin, manifestPlugin, markedPlugin()];

/** For vite and vitest. */
export const vitePlugins = [
  housesVitePlugin,
  wordListVitePlugin,
  catalogueVitePlugin,
  cardVitePlugin,
  previewVitePlugin,
  markedVitePlugin(),
];
