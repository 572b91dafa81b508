import { matches, outsideQuotations, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

export const droppedName: Rule = {
  id: 'dropped-name',
  group: 'words',
  what: 'A series, family or lineup without its name.',
  why: 'In *demonstrated by OpenAI in its series*, from the reference post, the name was cut and the possessive was left. Readers cannot know which series it is. Because the reference post has it, this is only a suggestion.',
  severity: 'information',
  bad: { body: 'Robots were shown by Acme in its series and by others.\n\nThey run at night.' },
  good: { body: "Robots were shown by Acme in its 'Night' series and by others.\n\nThey run at night." },
  isLocal: true,
  *check(context) {
    if (context.language !== 'en') return;
    yield* outsideQuotations(context, ({ text }) => nameless(text), SERIES);
  },
};

const SERIES = /\b(?:its|their) (?:series|lineup|line-up|family|line)\b/;
/** After a name, and without saying which series: `Acme in its series and`, but not `its series of trials` or `its series A`. */
const NAMELESS =
  /(?<=\b[A-Z][\w&’'.-]* (?:in|with|through|across|from|for|within|via) )(its|their) (series|lineup|line-up|family|line)(?=[.,;:)]|\s+(?:and|or|as|at|by|while|when|last|early|is|was|are|were|has|have|had|to)\b|$)/g;

function* nameless(text: string): Generator<TextMatch> {
  for (const { span, found } of matches(text, NAMELESS)) {
    const [series, , thing = ''] = found;
    yield { message: `'${series}' without a name`, advice: `Name the ${thing}.`, span };
  }
}
