import type { CstInline, CstMark } from '../../model/cst.ts';
import { hasAsteriskInUrl, isInUrl } from '../../read/markdown/cst-inline.ts';
import { applyEdits, type Edit, type Span, span } from '../../text/index.ts';
import type { FormatLevel } from './print-plan.ts';

/** Inline text on one line, apart from hard breaks and HTML, with emphasis by asterisks. Nothing else changes. */
export function inlineText({ text, marks }: CstInline, level: FormatLevel): string {
  if (marks.length === 0) return trim(text);
  const nesting = new Nesting(marks, text);
  return trim(
    applyEdits(
      text,
      marks.flatMap((mark) => edits(mark, text, level, nesting)),
    ),
  );
}

/** Not `String.trim`, which also removes no-break spaces, and not a regular expression, which tries every space of the text. */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return text.slice(start, end);
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09;
}

function edits(mark: CstMark, text: string, level: FormatLevel, nesting: Nesting): Edit[] {
  switch (mark.type) {
    case 'soft':
      return [{ span: mark.span, text: level === 'minimal' && mark.isTight && mark.glue === '' ? '\n' : mark.glue }];
    case 'kept':
      return [{ span: mark.span, text: mark.text }];
    case 'hard':
      return [{ span: mark.span, text: '\\\n' }];
    case 'underscores':
      return level === 'minimal' || mustStay(mark, text, nesting) ? [] : stars(mark);
  }
}

type Underscores = Extract<CstMark, { type: 'underscores' }>;

function stars({ span: { start, end }, width }: Underscores): Edit[] {
  const text = '*'.repeat(width);
  return [
    { span: span(start, start + width), text },
    { span: span(end - width, end), text },
  ];
}

/** Finds marks that touch: `___so___` is two, of which one fills the other. */
class Nesting {
  readonly #bySpan = new Map<string, Underscores>();
  readonly #byInner = new Map<string, Underscores>();

  /** Whether a URL may have an asterisk, so that parsers disagree about the emphasis after it. */
  readonly isUncertain: boolean;

  constructor(marks: readonly CstMark[], text: string) {
    this.isUncertain = hasAsteriskInUrl(text);
    for (const mark of marks) {
      if (mark.type !== 'underscores') continue;
      this.#bySpan.set(key(mark.span), mark);
      this.#byInner.set(key(inner(mark)), mark);
    }
  }

  /** The span of the outermost mark that this mark fills. */
  outside(mark: Underscores): Span {
    const around = this.#byInner.get(key(mark.span));
    return around ? this.outside(around) : mark.span;
  }

  /** The content of the innermost mark that fills this mark. */
  inside(mark: Underscores): Span {
    const within = this.#bySpan.get(key(inner(mark)));
    return within ? this.inside(within) : inner(mark);
  }
}

function inner({ span: { start, end }, width }: Underscores): Span {
  return span(start + width, end - width);
}

function key({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** Whether asterisks instead of the underscores would mean something else to some parser. */
function mustStay(mark: Underscores, text: string, nesting: Nesting): boolean {
  // The outer pair of `*a _so_ b*` may end elsewhere where a definition counts that does not count here.
  if (mark.isNested) return true;
  const { start, end } = nesting.outside(mark);
  const inside = nesting.inside(mark);
  // An asterisk can be part of a URL where an underscore ends it, and an underscore part of an email address.
  if (isInUrl(text, inside.start) || isInUrl(text, inside.end) || nesting.isUncertain) return true;
  // Asterisks that touch others would become one run. Marks of one run may touch: `___so___`.
  return [
    beyondTildes(text, start - 1, -1),
    beyondTildes(text, end, 1),
    beyondTildes(text, inside.start, 1),
    beyondTildes(text, inside.end - 1, -1),
  ].some((character) => '*_'.includes(character || ' '));
}

/** The next character that is not a tilde. In `*~~_so_~~*`, other parsers would pair the asterisks around the tildes. */
function beyondTildes(text: string, from: number, step: 1 | -1): string {
  let at = from;
  while (text.charAt(at) === '~') at += step;
  return text.charAt(at);
}
