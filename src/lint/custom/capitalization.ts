import type { HouseRule } from '../../model/house.ts';
import { WordList } from '../prose/word-list.ts';
import type { Rule } from '../rule.ts';
import { ownRule, said } from './rule.ts';

type Capitalization = Extract<HouseRule, { kind: 'capitalization' }>;

const WORD = /\p{L}[\p{L}\p{N}'’-]*/gu;
const LOWER = /^\p{Ll}/u;
const CAPITAL = /^\p{Lu}/u;
/** `iPhone`, `AI`, `NASA-led`: words with capitals of their own are ignored. */
const OWN_CAPITALS = /\p{Ll}\p{Lu}|^\p{Lu}{2}/u;

const WANTED: Readonly<Record<Capitalization['match'], string>> = {
  title: 'title case',
  sentence: 'sentence case',
  lower: 'lower case',
  upper: 'upper case',
};

/** Reports a passage once if its capitalization differs. Names belong in `exceptions`. */
export function capitalization(rule: Capitalization): Rule {
  const { exceptions = [], match, scope = ['heading'] } = rule;
  const excepted = new WordList(exceptions);
  const message = `the house uses ${WANTED[match]} here`;
  return ownRule({ ...rule, scope }, `Text that is not in ${WANTED[match]}.`, function* (passage) {
    const { text } = passage;
    const right = excepted.find(text);
    const words = [...text.matchAll(WORD)]
      .filter(
        ({ 0: word, index }) => !right.some(({ span: { start, end } }) => start <= index && end >= index + word.length),
      )
      .map(({ 0: word, index }) => ({ word, isFirst: text.slice(0, index).trim() === '' }));
    if (words.length === 0 || isAs(match, words)) return;
    yield { ...said(rule, text, { message }), span: { start: 0, end: text.length } };
  });
}

interface Word {
  readonly word: string;
  readonly isFirst: boolean;
}

function isAs(match: Capitalization['match'], words: readonly Word[]): boolean {
  switch (match) {
    case 'lower':
      return words.every(({ word }) => word === word.toLowerCase());
    case 'upper':
      return words.every(({ word }) => word === word.toUpperCase());
    case 'title':
      // Stylebooks differ on `with` and `from`, but all capitalize longer words.
      return words.every(
        ({ word, isFirst }) => !LOWER.test(word) || OWN_CAPITALS.test(word) || (!isFirst && word.length < 6),
      );
    case 'sentence': {
      const first = words.find(({ isFirst }) => isFirst)?.word ?? '';
      if (LOWER.test(first) && !OWN_CAPITALS.test(first)) return false;
      // Names have capitals too, so only a heading in which most words have one is in title case.
      const later = words.filter(({ word, isFirst }) => !isFirst && word.length > 3 && !OWN_CAPITALS.test(word));
      return later.filter(({ word }) => CAPITAL.test(word)).length * 2 <= later.length || later.length < 2;
    }
  }
}
