import type { Span } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import type { Rule, Violation } from '../rule.ts';

export const bareUrl: Rule = {
  id: 'bare-url',
  group: 'markup',
  what: 'An address stands in the prose as it is.',
  why: 'CommonMark links an address between `<` and `>` and no other; some programs also guess, and disagree on where it ends. The posts of the house print `<https://…>`, and markdownlint (MD034) asks for the same.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'A chipmaker opened a laboratory, as https://lab.example/night tells.' },
  good: { body: 'A chipmaker opened a laboratory, as <https://lab.example/night> tells.' },
  *check(context) {
    for (const { marks } of context.passages) {
      for (const mark of marks) {
        if (mark.type === 'link' && mark.isBare && !mark.href.startsWith('mailto:')) yield hitOf(mark.span, context);
      }
    }
  },
};

/** What is an address between < and > as well: `www.` is none, and behind Han letters it is uncertain where one ends. */
const WHOLE = /^https?:\/\/[!-~]+$/i;

const MESSAGE = 'the address stands in the text as it is';
const ADVICE = 'Put it between < and >.';

function hitOf({ start, end }: Span, { source }: RuleContext): Violation {
  const hit = { message: MESSAGE, span: { start, end } };
  if (!WHOLE.test(source.text.slice(start, end)))
    return { ...hit, advice: 'Write [the words](https://…), or the whole address between < and >.' };
  const edits = [
    { span: { start, end: start }, text: '<' },
    { span: { start: end, end }, text: '>' },
  ];
  return { ...hit, advice: ADVICE, fix: { edits, isSafe: true } };
}
