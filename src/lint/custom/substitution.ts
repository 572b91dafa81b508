import type { House, HouseRule } from '../../model/house.ts';
import { spacedWord } from '../../model/words.ts';
import { rightIn } from '../prose/replacements.ts';
import { WordList } from '../prose/word-list.ts';
import type { Rule } from '../rule.ts';
import { ownRule, said } from './rule.ts';
import { lookFor } from './search.ts';

/**
 * Replaces words, except where the text is already what the house writes. The house decides whether the fix is safe,
 * because most words have two meanings.
 */
export function substitution(rule: Extract<HouseRule, { kind: 'substitution' }>, house: House): Rule {
  const { swap, ignore_case, safe: isSafe = false } = rule;
  const list = new WordList([...swap.keys()], { ignoreCase: ignore_case });
  const look = lookFor((text) => list.find(text), rule);
  const what = 'A word that the house replaces with another.';
  return ownRule(
    rule,
    what,
    function* (passage) {
      const found = look(passage);
      if (found.length === 0) return;
      const isRight = rightIn(passage.text, house);
      for (const { span, found: text, word: listedAs } of found) {
        const word = swap.has(text) ? text : listedAs;
        const use = swap.get(word);
        if (use === undefined || isRight(span)) continue;
        const instead = SENTENCE_END.test(passage.text.slice(Math.max(0, span.start - 3), span.start))
          ? capitalized(inCaseOf(text, word, use))
          : inCaseOf(text, word, use);
        if ([use, instead].includes(spacedWord(text))) continue;
        const otherwise = { message: `the house does not use '${text}'`, advice: `Write '${instead}'.` };
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
