import type { Passage } from '../../model/passage.ts';
import { matches, outsideQuotations, type TextMatch } from '../passages.ts';
import { REACH, SENTENCE } from '../prose/slips.ts';
import type { Rule } from '../rule.ts';

/** A main clause, an adverb between commas, and a second main clause. */
const SPLICE =
  /\b[A-Z][^.!?,;:\n“”"()]{6,160}, (?<slip>(?:however|therefore|nevertheless|nonetheless|consequently|furthermore|moreover|thus)(?:,? (?:it|he|she|they|we|there|this|the [a-z]+) (?:is|was|has|had|will|would|can|could|did|does|are|were|have|may|[a-z]+ed)))\b/g;
/** With one of these, the first clause depends on the second: `When the lab opened, however, it was late.` */
const DEPENDENT =
  /\b(?:when|while|if|after|before|although|though|because|since|as|once|until|unless|whether|where|whenever|with|without|despite|unlike|like|given|even|during|in|for|at|on|by|to|under|among|from|what|who|that|which)\b/i;

export const commaSplice: Rule = {
  id: 'comma-splice',
  group: 'punctuation',
  what: "Two sentences that only a comma and an adverb such as 'however' join.",
  why: 'An adverb is no conjunction: a full stop or a semicolon comes before it (Chicago Manual of Style). Readers take the adverb for a part of the first clause. The rule is a suggestion, because good writers join short clauses with a comma.',
  severity: 'information',
  bad: { body: 'The laboratory opened a week late, however, it was full.' },
  good: { body: 'The laboratory opened a week late; however, it was full.' },
  *check(context) {
    if (context.language === 'en')
      yield* outsideQuotations(
        context,
        splices,
        /, (?:however|therefore|nevertheless|nonetheless|consequently|furthermore|moreover|thus)\b/,
      );
  },
};

function* splices({ text }: Passage): Generator<TextMatch> {
  for (const { span, found } of matches(text, SPLICE)) {
    const { slip = '' } = found.groups ?? {};
    const first = found[0].slice(0, -slip.length);
    if (DEPENDENT.test(first) || !SENTENCE.test(text.slice(Math.max(0, span.start - REACH), span.start))) continue;
    const start = span.end - slip.length;
    const word = slip.split(/[ ,]/, 1)[0] ?? '';
    yield {
      message: `comma splice before '${word}'`,
      advice: 'Start a new sentence, or use a semicolon.',
      span: { start, end: start + word.length },
    };
  }
}
