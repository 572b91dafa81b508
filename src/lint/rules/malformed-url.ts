import type { Data } from '../../model/data.ts';
import type { Passage } from '../../model/passage.ts';
import type { Span } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { addressFault } from '../prose/urls.ts';
import { read } from '../reading.ts';
import type { Rule, Violation } from '../rule.ts';

export const malformedUrl: Rule = {
  id: 'malformed-url',
  group: 'source',
  what: 'The address of a source or of a link cannot be one.',
  why: 'A reader who wants to see the source ends nowhere. An address of the web is `https://`, a host with a dot in it, and a path (RFC 3986, RFC 1123); whether somebody answers there is not asked. A `url` of the front matter that is no address at first sight, without `https://` or with a blank, is an error whatever the severity of the rest, unless the house sets one: nothing could be printed of it.',
  severity: 'warning',
  bad: { body: 'A chipmaker opened a [laboratory](https:/lab.example/night).' },
  good: { body: 'A chipmaker opened a [laboratory](https://lab.example/night).' },
  *check(context) {
    yield* read(context, 'malformed-url');
    for (const { key, value } of context.note.fields) {
      if (key === 'source') yield* inSources(value);
      else if (key === 'url') yield* inValue(value);
    }
    for (const passage of passagesOf(context)) yield* inLinks(passage);
  },
};

/** All that is printed, and the source line, which is no prose. */
function passagesOf({ passages, note: { sourceLine } }: RuleContext): readonly Passage[] {
  const line = sourceLine?.block.passages ?? [];
  return [...passages, ...line.filter((passage) => !passages.includes(passage))];
}

function* inSources(value: Data): Generator<Violation> {
  if (value.kind === 'sequence') for (const item of value.items) yield* inSources(item);
  else if (value.kind === 'mapping')
    for (const entry of value.entries) if (entry.name === 'url') yield* inValue(entry.value);
}

function* inValue(value: Data): Generator<Violation> {
  // What is no address at first sight, the reader has reported and left out.
  if (value.kind === 'scalar' && value.value !== null && IS_ADDRESS.test(value.value))
    yield* fault(value.value, value.span);
}

const IS_ADDRESS = /^https?:\/\/[^\s/<>"]/i;

function* inLinks({ marks }: Passage): Generator<Violation> {
  for (const mark of marks) if (mark.type === 'link') yield* fault(mark.href, mark.span);
}

function* fault(address: string, span: Span): Generator<Violation> {
  const message = addressFault(address);
  if (message) yield { message, advice: 'Copy the address again from where it leads.', span };
}
