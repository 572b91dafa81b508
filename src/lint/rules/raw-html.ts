import { convertHtml } from '../../format/html/convert-html.ts';
import { convertTags } from '../../format/html/convert-tags.ts';
import type { NoteBlock } from '../../model/note.ts';
import type { Passage } from '../../model/passage.ts';
import { WARNINGS } from '../../read/markdown/warnings.ts';
import { type Edit, indexEndingBehind, type Span } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { memoize } from '../memoize.ts';
import type { Rule } from '../rule.ts';
import { fromReader } from './reader-rules.ts';

export const rawHtml: Rule = {
  id: 'raw-html',
  group: 'markup',
  what: 'Raw HTML in the text, other than `<br>`, `<sub>` and `<sup>`.',
  why: 'A post has several formats, and HTML belongs to only one of them, so it is printed as text. Markdown means the same in every format. markdownlint (MD033) reports HTML for the same reason.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { body: '<p>A chipmaker opened a <b>laboratory</b>.</p>' },
  good: { body: 'A chipmaker opened a **laboratory**.' },
  *check(context) {
    const found = fromReader(context, 'raw-html');
    if (found.length === 0) return;
    const converter = new Converter(context);
    for (const violation of found) {
      const mayConvert = !context.note.data && violation.message === WARNINGS['raw-html'].message;
      const edits = mayConvert ? converter.editsFor(violation.span) : [];
      yield edits.length > 0
        ? { ...violation, advice: ADVICE, fix: { edits, isSafe: false, isConversion: true } }
        : violation;
    }
  },
};

/** In place of the reader's advice, where the rule can do it. */
const ADVICE = 'Convert it to Markdown with `check --fix --unsafe-fixes`, or put the HTML in backticks.';

const passageSpans = memoize(({ passages }: NoteBlock) => passages.map(({ span }) => span));

class Converter {
  readonly #text: string;
  readonly #blocks: readonly NoteBlock[];
  readonly #spans: readonly Span[];
  readonly #converted = new Set<Passage>();

  constructor({ source, note: { headline, sections } }: RuleContext) {
    this.#text = source.text;
    this.#blocks = [...(headline ? [headline.block] : []), ...sections.flatMap(({ blocks }) => blocks)];
    this.#spans = this.#blocks.map(({ span }) => span);
  }

  /** The edits for a finding: for a whole run of HTML, or for all tags of a paragraph, with its first finding. */
  editsFor(span: Span): readonly Edit[] {
    const from = indexEndingBehind(this.#spans, span.start);
    let to = from;
    while ((this.#spans[to]?.start ?? span.end) < span.end) to++;
    const spans = this.#spans.slice(from, to);
    const block = this.#blocks[from];
    const [first] = spans;
    if (!block || !first) return [];
    if (this.#isRun(span, spans))
      return runEdits({ start: Math.min(span.start, first.start), end: span.end }, this.#text);
    const passage = block.passages[indexEndingBehind(passageSpans(block), span.start)];
    if (!passage || passage.span.start > span.start || this.#converted.has(passage)) return [];
    this.#converted.add(passage);
    return tagEdits(passage, this.#text);
  }

  /** Whether a finding is about whole blocks of HTML, and not about tags in a paragraph. */
  #isRun({ start, end }: Span, spans: readonly Span[]): boolean {
    const first = spans[0]?.start ?? start;
    const last = spans.at(-1)?.end ?? end;
    return this.#text.slice(first, start).trim() === '' && this.#text.slice(end, last).trim() === '';
  }
}

/** A run of HTML starts and ends with a blank line. Text may follow some HTML directly. */
function runEdits(span: Span, text: string): readonly Edit[] {
  const converted = convertHtml(text.slice(span.start, span.end));
  if (converted === undefined) return [];
  const lead = /(?:^|\n[ \t]*\n)$/.test(text.slice(Math.max(0, span.start - 200), span.start)) ? '' : '\n';
  const trail = /^[ \t]*(?:\n[ \t]*)?(?:\n|$)/.test(text.slice(span.end, span.end + 200)) ? '' : '\n';
  return [{ span, text: lead + converted + trail }];
}

/** Where the reader has not found one of the tags, none can be converted. */
function tagEdits({ span: { start: from, end: to }, tags = [], kind }: Passage, text: string): readonly Edit[] {
  if (!tags.every(({ start, end }) => /^<[^<]*>$/.test(text.slice(start, end)))) return [];
  const own = tags.map(({ start, end }) => ({ start: start - from, end: end - from }));
  return convertTags(text.slice(from, to), own, kind === 'cell').map(({ span, text: words }) => ({
    span: { start: from + span.start, end: from + span.end },
    text: words,
  }));
}
