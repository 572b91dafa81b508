import type { AvoidedWords } from '../../model/house.ts';
import { inAllPassages } from '../passages.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import { beginsSentence } from '../prose/sentences.ts';
import { anyOf, listed } from '../prose/word-list.ts';
import type { Rule } from '../rule.ts';

export const avoidedWord: Rule = {
  id: 'avoided-word',
  group: 'words',
  what: 'A word stands in the text that the house does without.',
  why: 'Praise that a press release brings along is the writer’s as soon as it is printed. `words.avoid` in `house.yaml` has the words, and the reason of each; whether one is right for once is for an editor to say, so this is information. What somebody said is left alone, and so is a name.',
  severity: 'information',
  bad: { body: 'The lab has a groundbreaking robot.\n\nIts director said, "We sleep, and the lab does not."' },
  good: { body: 'The lab has a robot that mends itself.\n\nIts director said, "It is a groundbreaking robot."' },
  *check(context) {
    const { all, reasons } = tableOf(context.house.words.avoid);
    yield* inAllPassages(
      context,
      function* (passage) {
        const { text } = passage;
        const isTitled = passage === context.headline || passage.kind === 'heading';
        for (const { span, found, word } of listed(text, all)) {
          const isName =
            !isTitled && /^[A-Z]/.test(found) && word === word.toLowerCase() && !beginsSentence(text, span.start);
          if (isName || CEREMONY.test(text.slice(span.start, span.end + 12)) || isQuotedAt(passage, span)) continue;
          const message = `the house does without '${word}'`;
          const because = reasons.get(word);
          const advice = because
            ? `Leave it out, or say what it does: ${because}.`
            : 'Leave it out, or say what is meant.';
          yield { message, advice, span };
        }
      },
      anyOf(all),
    );
  },
};

/** The one that is done with a spade. */
const CEREMONY = /^groundbreaking ceremon/i;

interface Table {
  readonly all: readonly string[];
  readonly reasons: ReadonlyMap<string, string | undefined>;
}

const known = new WeakMap<readonly AvoidedWords[], Table>();

function tableOf(avoid: readonly AvoidedWords[]): Table {
  const found = known.get(avoid);
  if (found) return found;
  const reasons = new Map(avoid.flatMap(({ words, because }) => words.map((word) => [word, because] as const)));
  const made = { all: [...reasons.keys()], reasons };
  known.set(avoid, made);
  return made;
}
