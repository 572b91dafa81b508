import { expect, test } from 'vitest';
import { CHINESE } from '../../../src/cli/messages/chinese.ts';
import { type Entry, entries } from './catalogue.ts';
import { englishIn } from './english.ts';
import { countedTexts, sourceTexts, sourceWords } from './sources.ts';

/* The catalogue has every text of the sources, and no other. A new text belongs into the file of its area, as `en` and `zh`. */

test('the catalogue has every text that the sources print', () => {
  const known = new Set(entries().map(({ en }) => plain(en)));
  const missing = new Map(sourceTexts().map(({ text, file, line }) => [text, `${file}:${line}`]));
  for (const text of known) missing.delete(text);
  // As entries, to copy and translate.
  expect([...missing].map(([text, place]) => `- en: ${JSON.stringify(text)}\n  zh: # src/${place}`)).toEqual([]);
});

test('the catalogue has the counts of the summaries', () => {
  const known = new Set(entries().map(({ en }) => plain(en)));
  const missing = countedTexts().filter((text) => !known.has(text));
  expect(missing.map((text) => `- en: '${text.replace('{0}', '{0:number}')}'\n  zh:`)).toEqual([]);
});

test('the catalogue has no text that the sources no longer print', () => {
  const printed = new Set(sourceTexts().map(({ text }) => text));
  const stale = entries().filter(({ file, en }) => file !== WORDS && !printed.has(plain(en)));
  expect(stale.map(named)).toEqual([]);
});

/** Words, and sentences of several texts. */
const WORDS = 'words.yaml';
/** What commander says. */
const COMMANDER = /^(?:Usage|Arguments|Options|Commands):$|^invalid value/;

test('the sources have every word of what they put together', () => {
  const words = sourceWords();
  const isKnown = (word: string): boolean => words.has(word) || words.has(word.replace(/s$/, ''));
  const unknown = entries().filter(
    ({ file, en }) =>
      file === WORDS &&
      !COMMANDER.test(en) &&
      !words.has(en) &&
      !(en.replace(/\{\d+(?::\w+)?\}/g, '').match(/[A-Za-z][\w-]*/g) ?? []).every(isKnown),
  );
  expect(unknown.map(named)).toEqual([]);
});

test('no text has two translations', () => {
  const seen = new Set<string>();
  expect(
    entries()
      .filter(({ en }) => seen.size === seen.add(en).size)
      .map(named),
  ).toEqual([]);
});

test('a translation has the placeholders of its text, except for endings', () => {
  const unknown = entries().filter(({ en, zh }) =>
    (zh.match(/(?<!\{)\{\d+/g) ?? []).some((placeholder) => !plain(en).includes(`${placeholder}}`)),
  );
  expect(unknown.map(named)).toEqual([]);
});

test('a sentence that is not in the catalogue is never half translated', () => {
  const added = 'something unheard of';
  const half = entries()
    .filter(({ en }) => !en.includes('{') && en.split(' ').length > 2)
    .flatMap(({ en }) => {
      const words = en.split(' ');
      return words.map((_, at) => words.toSpliced(at, 0, added).join(' '));
    })
    .filter((english) => {
      const translation = CHINESE.text(english);
      return translation !== english && englishIn(translation).length > 0;
    });
  expect(half.map((english) => `${english} => ${CHINESE.text(english)}`)).toEqual([]);
});

test('a translation keeps code, options and names of files', () => {
  const code = (text: string): string[] =>
    (text.match(/`[^`]*`|--[a-z][a-z-]+/g) ?? []).map((one) => one.trim()).sort();
  const changed = entries().filter(({ en, zh }) => {
    const kept = new Set(code(zh));
    return code(en).some((one) => !kept.has(one) && !TRANSLATED_CODE.test(one));
  });
  expect(changed.map(named)).toEqual([]);
});

/** Code with words for the reader to replace. */
const TRANSLATED_CODE = /^`(?:\[label\]|\[link text\]|\| City|# Heading)/;

test('Chinese typography: full-width marks, curly quotes, and a space beside Latin words', () => {
  const han = '\\p{Script=Han}';
  const wrong = new RegExp(
    `${han}[,;!?()]|[,;!?()]${han}|${han}[A-Za-z0-9]|[A-Za-z0-9]${han}|[，。：；？！（）] | [，。：；？！（）]`,
    'u',
  );
  const text = (zh: string): string =>
    zh
      .replaceAll('**', '')
      .replace(/`[^`]*`|\*[^*]+\*|\[[^\]]*\]/g, 'x')
      .replace(/“[^”]*”/g, '“”')
      .replace(/\{\w+(?::\w+)?\}/g, '·');
  expect(
    entries()
      .filter(({ zh }) => wrong.test(text(zh)))
      .map(named),
  ).toEqual([]);
});

/** Without what its placeholders match. */
function plain(english: string): string {
  return english.replace(/:(?:number|word|path)\}/g, '}');
}

function named({ file, en }: Entry): string {
  return `src/cli/messages/zh/${file}: ${en}`;
}
