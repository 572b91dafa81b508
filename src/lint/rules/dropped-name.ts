import { inAllPassages, matches } from '../passages.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import type { Rule } from '../rule.ts';

export const droppedName: Rule = {
  id: 'dropped-name',
  group: 'words',
  what: 'A series, a family or a line is spoken of without its name.',
  why: '*Demonstrated by OpenAI in its series* stands in the reference post itself, where the series once had a name: whoever cut it left its possessive behind. A reader cannot know which is meant. As the reference is what the house prints, this is information and no more.',
  severity: 'information',
  bad: { body: 'Robots were shown by Acme in its series and by others.\n\nThey run at night.' },
  good: { body: "Robots were shown by Acme in its 'Night' series and by others.\n\nThey run at night." },
  *check(context) {
    if (context.language !== 'en') return;
    yield* inAllPassages(
      context,
      function* (passage) {
        const { text } = passage;
        for (const { span, found } of matches(text, NAMELESS)) {
          if (isQuotedAt(passage, span)) continue;
          const [, possessive = '', thing = ''] = found;
          const message = `'${possessive} ${thing}' has no name`;
          const advice = `Say which ${thing} it is.`;
          yield { message, advice, span: { start: span.end - possessive.length - 1 - thing.length, end: span.end } };
        }
      },
      SERIES,
    );
  },
};

const SERIES = /\b(?:its|their) (?:series|lineup|line-up|family|line)\b/;
/** Behind a name, with nothing that says which: `Acme in its series and`, but `its series of trials`, `its series A`. */
const NAMELESS =
  /(?<=\b[A-Z][\w&’'.-]* (?:in|with|through|across|from|for|within|via) )(its|their) (series|lineup|line-up|family|line)(?=[.,;:)]|\s+(?:and|or|as|at|by|while|when|last|early|is|was|are|were|has|have|had|to)\b|$)/g;
