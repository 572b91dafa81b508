import type { Data } from '../../model/data.ts';
import type { Passage } from '../../model/passage.ts';
import type { Span } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { urlProblem } from '../prose/urls.ts';
import type { Rule, Violation } from '../rule.ts';
import { fromReader } from './reader-rules.ts';

export const malformedUrl: Rule = {
  id: 'malformed-url',
  group: 'source',
  what: 'A malformed URL in a source or a link.',
  why: 'A link with a malformed URL leads nowhere. A web URL is `https://`, a host with a dot and a path (RFC 3986, RFC 1123); copydesk does not open it. A front matter `url` without `https://`, or with a space, is an error because it cannot be printed.',
  severity: 'warning',
  bad: { body: 'A chipmaker opened a [laboratory](https:/lab.example/night).' },
  good: { body: 'A chipmaker opened a [laboratory](https://lab.example/night).' },
  *check(context) {
    yield* fromReader(context, 'malformed-url');
    for (const { key, value } of context.note.fields) {
      if (key === 'source') yield* inSources(value);
      else if (key === 'url') yield* inValue(value);
    }
    for (const passage of linkingPassages(context)) yield* inLinks(passage);
  },
};

/** The passages in which readers see links: the printed ones and the source line, which is not prose. */
export function linkingPassages({ passages, note: { sourceLine } }: RuleContext): readonly Passage[] {
  const line = sourceLine?.block.passages ?? [];
  return [...passages, ...line.filter((passage) => !passages.includes(passage))];
}

function* inSources(value: Data): Generator<Violation> {
  if (value.kind === 'sequence') for (const item of value.items) yield* inSources(item);
  else if (value.kind === 'mapping')
    for (const entry of value.entries) if (entry.name === 'url') yield* inValue(entry.value);
}

function* inValue(value: Data): Generator<Violation> {
  // The reader has already reported other values.
  if (value.kind === 'scalar' && value.value !== null && IS_URL.test(value.value))
    yield* problemIn(value.value, value.span);
}

const IS_URL = /^https?:\/\/[^\s/<>"]/i;

function* inLinks({ marks }: Passage): Generator<Violation> {
  for (const mark of marks) if (mark.type === 'link') yield* problemIn(mark.href, mark.span);
}

function* problemIn(url: string, span: Span): Generator<Violation> {
  const message = urlProblem(url);
  if (message) yield { message, advice: 'Copy the URL again from your browser.', span };
}

export const bareUrl: Rule = {
  id: 'bare-url',
  group: 'markup',
  what: 'A bare URL in prose.',
  why: 'CommonMark links a URL only between `<` and `>`. Other programs guess, and disagree on where the URL ends. markdownlint (MD034) also asks for `<https://…>`.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'A chipmaker opened a laboratory, as https://lab.example/night tells.' },
  good: { body: 'A chipmaker opened a laboratory, as <https://lab.example/night> tells.' },
  *check(context) {
    for (const { marks } of context.passages) {
      for (const mark of marks) {
        if (mark.type === 'link' && mark.isBare && !mark.href.startsWith('mailto:') && !isInCode(mark.span, context))
          yield violationAt(mark.span, context);
      }
    }
  },
};

/** In an attribute, in a template's tag or in a link that a space breaks: `src="https://…`, `{{ … }}`, `](https://…`. */
const IN_CODE = /=["']$|\]\(<?$|\{[{%](?:(?!\}\}|%\}).)*$/;

function isInCode({ start, end }: Span, { source: { text } }: RuleContext): boolean {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return IN_CODE.test(text.slice(Math.max(line, start - 500), start)) || /^\{[{%]/.test(text.slice(end, end + 2));
}

/** URLs that are also valid between < and >: not `www.` ones, nor ones with Chinese characters, whose end is uncertain. */
const WHOLE = /^https?:\/\/[!-~]+$/i;
/** Between < and > a backslash escapes nothing. */
const ESCAPE = /\\(?=[!-/:-@[-`{-~])/g;

function violationAt({ start, end }: Span, { source }: RuleContext): Violation {
  const violation = { message: 'bare URL', span: { start, end } };
  const url = source.text.slice(start, end);
  if (!WHOLE.test(url)) return { ...violation, advice: 'Write [text](https://…), or the whole URL between < and >.' };
  const escapes = [...url.matchAll(ESCAPE)].map(({ index }) => ({
    span: { start: start + index, end: start + index + 1 },
    text: '',
  }));
  const edits = [{ span: { start, end: start }, text: '<' }, ...escapes, { span: { start: end, end }, text: '>' }];
  return { ...violation, advice: 'Put the URL between < and >.', fix: { edits, isSafe: true } };
}
