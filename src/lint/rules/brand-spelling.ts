import { beginsSentence } from '../../text/sentences.ts';
import { memoize } from '../memoize.ts';
import { inAllPassages, matches, type TextMatch } from '../passages.ts';
import { wordIndexOf } from '../prose/word-index.ts';
import type { Rule } from '../rule.ts';

export const brandSpelling: Rule = {
  id: 'brand-spelling',
  group: 'words',
  what: 'The name of a brand in the wrong case.',
  why: 'Each company decides how to write its name, and readers notice a mistake. The AP Stylebook and the Guardian follow the company. User names, file names, packages, URLs and code are left alone.',
  severity: 'warning',
  fix: 'unsafe',
  options: ['words.brands'],
  bad: { body: 'The code is on Github.\n\nIts director said, "We sleep, and the lab does not."' },
  good: { body: 'The code is on GitHub, at github.com/lab.\n\nIts director said, "We sleep, and the lab does not."' },
  isLocal: true,
  *check(context) {
    const { first, all, names, spellings } = brandsOf(context.house.words.brands);
    if (wordIndexOf(context).has(spellings))
      yield* inAllPassages(context, ({ text }) => misspelt(text, all, names), first);
  },
};

function* misspelt(text: string, pattern: RegExp, names: ReadonlyMap<string, string>): Generator<TextMatch> {
  for (const { span, found } of matches(text, pattern)) {
    const [word = ''] = found;
    const name = names.get(plain(word));
    if (name === undefined || word === name || isOtherwiseRight(text, span.start, word, name)) continue;
    const message = `'${word}' instead of '${name}'`;
    yield { message, advice: `Write '${name}'.`, span, edits: [{ span, text: name }], isSafe: false };
  }
}

/** A command that installs a package, or code that imports one: both name it in lower case. */
const PACKAGE =
  /(?:\b(?:install|import|require|add|npm|npx|pip|apt|brew|gem|crate|cargo|module|package|library|repo)|\$|\w:) $/i;

const QUOTE = /^["'“”‘’]/;

/** Whether the spelling is that of a package, of a line in capitals, or of a name at the start of a sentence. */
function isOtherwiseRight(text: string, at: number, word: string, name: string): boolean {
  const end = at + word.length;
  if (word === word.toUpperCase()) return !/[a-z]/.test(text) || word.length <= 4;
  // `Iphone` stays wrong: a sentence only raises the first letter.
  if (word.slice(1) === name.slice(1)) return beginsSentence(text, at);
  if (word !== word.toLowerCase()) return false;
  const [before, after] = [text.slice(Math.max(0, at - 12), at), text.slice(end, end + 4)];
  return (
    PACKAGE.test(before) || /^(?:-[a-z\d]| v?\d+\.)/.test(after) || (QUOTE.test(before.slice(-1)) && QUOTE.test(after))
  );
}

/** The search for all names in any case, with and without hyphens, and the names by their plain spelling. */
const brandsOf = memoize((brands: readonly string[]) => {
  const names = new Map(brands.map((name) => [plain(name), name]));
  const any = [...brands]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll('-', '-?'))
    .join('|');
  // A mark and a letter beside a name make it part of a path, a host, a user name, a MIME type or a flag.
  const source = `(?<![\\w@#/\\\\.:+=~-])(?:${any})(?![\\w@/\\\\=]|[.:+]\\w|\\(\\))`;
  return {
    names,
    spellings: [...brands, ...names.keys()],
    first: new RegExp(source, 'i'),
    all: new RegExp(source, 'gi'),
  };
});

function plain(name: string): string {
  return name.toLowerCase().replaceAll('-', '');
}
