import type { House, HouseRule } from '../../model/house.ts';
import { plainWord, spacedWord } from '../../model/words.ts';
import { rightIn } from '../prose/replacements.ts';
import type { Rule } from '../rule.ts';
import { ownRule, said } from './rule.ts';
import { lookFor } from './search.ts';
import { wordSearch } from './words.ts';

/**
 * Replaces words, except where the text is already what the house writes. The house decides whether the fix is safe,
 * because most words have two meanings.
 */
export function substitution(rule: Extract<HouseRule, { kind: 'substitution' }>, house: House): Rule {
  const { swap, ignore_case, safe: isSafe = false } = rule;
  const look = lookFor([wordSearch([...swap.keys()], ignore_case)], rule);
  const caseless = new Map([...swap].map(([word, use]) => [plainWord(word), { word, use }]));
  const what = 'A word that the house replaces with another.';
  return ownRule(
    rule,
    what,
    function* (passage) {
      const found = look(passage);
      if (found.length === 0) return;
      const isRight = rightIn(passage.text, house);
      for (const { start, end, text } of found) {
        const known = caseless.get(plainWord(text));
        const [word, use] = swap.has(text) ? [text, swap.get(text)] : [known?.word, known?.use];
        if (word === undefined || use === undefined || isRight({ start, end })) continue;
        const instead = SENTENCE_END.test(passage.text.slice(Math.max(0, start - 3), start))
          ? capitalized(inCaseOf(text, word, use))
          : inCaseOf(text, word, use);
        if ([use, instead].includes(spacedWord(text))) continue;
        const otherwise = { message: `the house does not use '${text}'`, advice: `Write '${instead}'.` };
        const span = { start, end };
        yield { ...said(rule, text, otherwise), span, edits: [{ span, text: instead }], isSafe };
      }
    },
    isSafe ? 'safe' : 'unsafe',
  );
}

const SENTENCE_END = /^$|[.!?]["'”’]?\s$/;

/** `Utilize` becomes `Use` and `UTILIZE` becomes `USE`. A replacement with capitals keeps them. */
function inCaseOf(found: string, word: string, use: string): string {
  if (use !== use.toLowerCase() || found === word) return use;
  if (found.length > 1 && found === found.toUpperCase() && found !== found.toLowerCase()) return use.toUpperCase();
  const [first = ''] = found;
  return first === first.toLowerCase() ? use : capitalized(use);
}

function capitalized(text: string): string {
  // `iPhone` keeps its first letter at the start of a sentence.
  return text === text.toLowerCase() ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
