import { assert, property, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUANTIFIED } from '../../../src/lint/prose/agreement/quantified.ts';
import { COLLECTIVE, SIMPLE } from '../../../src/lint/prose/agreement/simple.ts';
import { APOSTROPHES } from '../../../src/lint/prose/apostrophes.ts';
import { MISSING_PREPOSITIONS } from '../../../src/lint/prose/missing-prepositions.ts';
import { MISSING_VERBS } from '../../../src/lint/prose/missing-verbs.ts';
import { MISSING_WORDS } from '../../../src/lint/prose/missing-words.ts';
import { pleonasms } from '../../../src/lint/prose/pleonasms.ts';
import { wordIndexOf } from '../../../src/lint/prose/word-index.ts';
import { MISSING, VERB_FORMS } from '../../../src/lint/rules/verb-rules.ts';

/** Returns the text of a note with these passages that has a word of each list. */
const textWith = (texts: readonly string[], lists: readonly string[]): string =>
  wordIndexOf({ passages: texts.map((text) => ({ text })) }).textWith(lists);

describe('the words of a note', () => {
  it.each<[name: string, texts: string[], lists: string[], expected: string]>([
    [
      'finds a passage with a word of each list',
      ['The lab is open.', 'Labs are old.'],
      ['is|are', 'lab'],
      'The lab is open.',
    ],
    ['finds several passages', ['It is.', 'No.', 'They are.'], ['is|are'], 'It is.\n\nThey are.'],
    ['ignores case', ['Labs ARE old.'], ['are'], 'Labs ARE old.'],
    ['takes no part of a word', ['This island.'], ['is'], ''],
    ['ends a word at an apostrophe', ["It isn't."], ['isn', 't'], "It isn't."],
    ['needs each word of a phrase', ['He made it up.', 'He is up.'], ['made up'], 'He made it up.'],
    ['looks for all words in one passage', ['It is.', 'A lab.'], ['is', 'lab'], ''],
    ['may find more in a long note', [...Array(40).fill('It is.'), 'A lab is.'], ['lab'], 'It is.\n\nA lab is.'],
  ])('%s', (_, texts, lists, expected) => {
    expect(textWith(texts, lists)).toBe(expected);
  });

  it('have a phrase if one passage has all of its words', () => {
    const index = wordIndexOf({ passages: [{ text: 'Experts say no.' }, { text: 'It is said.' }] });
    expect(index.has(['experts say', 'critics say'])).toBe(true);
    expect(index.has(['experts said'])).toBe(false);
    // It has no words of letters, so that only a search can tell.
    expect(index.has(['据悉'])).toBe(true);
  });
});

/** A pattern without `\b` and without what is before or after a match, neither of which can be generated. */
function withoutAssertions(source: string): string {
  let kept = '';
  let rest = source.replaceAll('\\b', '').replace(/\(\?<\w+>/g, '(?:');
  for (let start = rest.search(/\(\?<?[=!]/); start !== -1; start = rest.search(/\(\?<?[=!]/)) {
    kept += rest.slice(0, start);
    rest = rest.slice(endOfGroup(rest, start));
  }
  return kept + rest;
}

function endOfGroup(source: string, start: number): number {
  let depth = 0;
  for (const { 0: token, index } of source.slice(start).matchAll(/\\.|\[(?:\\.|[^\]])*\]|[()]/g)) {
    if (token === '(') depth++;
    if (token === ')' && --depth === 0) return start + index + 1;
  }
  return source.length;
}

const SLIPS = [SIMPLE, COLLECTIVE, QUANTIFIED, MISSING, MISSING_WORDS, MISSING_VERBS, MISSING_PREPOSITIONS, VERB_FORMS];
const NEEDS = [...SLIPS.flat(), ...APOSTROPHES, ...pleonasms()].map(
  ({ pattern, needs }): [string, readonly string[]] => [typeof pattern === 'string' ? pattern : pattern.source, needs],
);

describe('the words that a pattern needs', () => {
  it.each(NEEDS)('are in each text that %s matches', (source, needs) => {
    const pattern = new RegExp(source);
    assert(
      property(stringMatching(new RegExp(`^${withoutAssertions(source)}$`)), (text) => {
        for (const one of [text, `${text}.`, `${text} the lab.`])
          if (pattern.test(one)) expect(textWith([one], needs)).toBe(one);
      }),
    );
  });
});
