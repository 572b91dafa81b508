import type { HouseRule } from '../../model/house.ts';
import type { Rule } from '../rule.ts';
import { ownRule, said } from './rule.ts';
import { wordSearch } from './words.ts';

type Capitalization = Extract<HouseRule, { kind: 'capitalization' }>;

const WORD = /\p{L}[\p{L}\p{N}'’-]*/gu;
const LOWER = /^\p{Ll}/u;
const CAPITAL = /^\p{Lu}/u;
/** `iPhone`, `AI`, `NASA-led`: a word with capitals of its own says nothing of the others. */
const OWN_CAPITALS = /\p{Ll}\p{Lu}|^\p{Lu}{2}/u;

const WANTED: Readonly<Record<Capitalization['match'], string>> = {
  title: 'a capital for every word of weight',
  sentence: 'a capital for the first word and for names alone',
  lower: 'small letters alone',
  upper: 'capitals alone',
};

/** How a passage is capitalized. Names are for `exceptions`, and a passage is found once. */
export function capitalization(rule: Capitalization): Rule {
  const { exceptions = [], match, scope = ['heading'] } = rule;
  const excepted = exceptions.length > 0 ? wordSearch(exceptions) : undefined;
  const message = `the house wants ${WANTED[match]} here`;
  return ownRule({ ...rule, scope }, `Capitals are not as the house has them: ${WANTED[match]}.`, function* (passage) {
    const { text } = passage;
    const right = excepted ? [...excepted(text)] : [];
    const words = [...text.matchAll(WORD)]
      .filter(({ 0: word, index }) => !right.some(({ start, end }) => start <= index && end >= index + word.length))
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
      // Editors differ on `with` and `from`; nobody writes a longer word small.
      return words.every(
        ({ word, isFirst }) => !LOWER.test(word) || OWN_CAPITALS.test(word) || (!isFirst && word.length < 6),
      );
    case 'sentence': {
      const first = words.find(({ isFirst }) => isFirst)?.word ?? '';
      if (LOWER.test(first) && !OWN_CAPITALS.test(first)) return false;
      // Names have capitals, too: only where most words have one was it meant as a title.
      const later = words.filter(({ word, isFirst }) => !isFirst && word.length > 3 && !OWN_CAPITALS.test(word));
      return later.filter(({ word }) => CAPITAL.test(word)).length * 2 <= later.length || later.length < 2;
    }
  }
}
