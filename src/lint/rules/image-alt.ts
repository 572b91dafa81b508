import type { Data } from '../../model/data.ts';
import { OBJECT } from '../../text/index.ts';
import { inAllPassages } from '../passages.ts';
import type { Rule, Violation } from '../rule.ts';

const HAS_IMAGE = new RegExp(OBJECT);

export const imageAlt: Rule = {
  id: 'image-alt',
  group: 'markup',
  what: 'An image has no alternative text.',
  why: 'Whoever cannot see the image hears that text, or nothing (WCAG 2.2, 1.1.1); the text format of a post prints it in place of the image. It says what is to be seen, in one sentence.',
  severity: 'warning',
  bad: { body: '![](https://lab.example/arm.png)\n\nA chipmaker opened a laboratory.' },
  good: {
    body: '![A robot arm over a tray of glass vials](https://lab.example/arm.png)\n\nA chipmaker opened a laboratory.',
  },
  *check(context) {
    for (const { key, value } of context.note.fields) if (key === 'image') yield* inValue(value);
    yield* inAllPassages(
      context,
      function* ({ marks }) {
        for (const mark of marks) {
          if (mark.type === 'image' && mark.alt.trim() === '')
            yield { message: MESSAGE, advice: ADVICE, span: mark.text };
        }
      },
      HAS_IMAGE,
    );
  },
};

const MESSAGE = 'the image has no alternative text';
const ADVICE = 'Write what is to be seen between ![ and ].';

function* inValue(value: Data): Generator<Violation> {
  if (value.kind !== 'mapping') return;
  const entry = (name: string) => value.entries.find((one) => one.name === name);
  const [url, alt] = [entry('url'), entry('alt')];
  if (!url || (alt && !(alt.value.kind === 'scalar' && (alt.value.value ?? '').trim() === ''))) return;
  yield { message: MESSAGE, advice: 'Write what is to be seen under alt:.', span: (alt ?? url).nameSpan };
}
