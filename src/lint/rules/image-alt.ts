import type { Data } from '../../model/data.ts';
import { OBJECT } from '../../text/index.ts';
import { inAllPassages } from '../passages.ts';
import type { Rule, Violation } from '../rule.ts';

const HAS_IMAGE = new RegExp(OBJECT);

export const imageAlt: Rule = {
  id: 'image-alt',
  group: 'markup',
  what: 'An image without alt text.',
  why: 'Screen readers read the alt text aloud (WCAG 2.2, 1.1.1), and the text format prints it in place of the image. Describe in one sentence what the image shows. markdownlint (MD045) reports the same.',
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

const MESSAGE = 'image has no alt text';
const ADVICE = 'Describe the image between ![ and ].';

function* inValue(value: Data): Generator<Violation> {
  if (value.kind !== 'mapping') return;
  const entry = (name: string) => value.entries.find((one) => one.name === name);
  const [url, alt] = [entry('url'), entry('alt')];
  if (!url || (alt && !(alt.value.kind === 'scalar' && (alt.value.value ?? '').trim() === ''))) return;
  yield { message: MESSAGE, advice: "Describe the image in the key 'alt'.", span: (alt ?? url).nameSpan };
}
