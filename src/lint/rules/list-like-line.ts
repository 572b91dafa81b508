import type { NoteBlock } from '../../model/note.ts';
import type { Passage } from '../../model/passage.ts';
import type { Edit, Span } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import type { Rule, Violation } from '../rule.ts';

const ADVICE = 'Add a backslash after the number, or join the line to the one before.';
/** A year may have this number; a list item does not. */
const LEAST_YEAR = 1000;
const YEAR = /^[ \t]*\d{4,9}(?=[.)])/;
/** A line that starts with a number and a full stop after a line that ends in a word. Some parsers start a list there. */
const LINE = /\n(?<=[A-Za-z\d,’'"”][ \t]*\n)[ \t>]*\d{1,9}(?=[.)][ \t])/g;
const HAS_LINE = new RegExp(LINE.source);
/** An unfinished sentence. */
const BROKEN_OFF = /[A-Za-z\d\u3400-\u9fff,，’'"”]$/;

export const listLikeLine: Rule = {
  id: 'list-like-line',
  group: 'numbers',
  what: 'A line of a sentence, or a signed number, that Markdown reads as a list item.',
  why: 'A line that starts with `2028. ` or `- ` starts a list wherever CommonMark allows one (section 5.3), and the sentence is printed as an item. A backslash keeps it as text: `2028\\. `. In `+ 3 percent`, the sign is a list marker, and posts print every marker alike.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: '2028. That is the year in which the lab closes.' },
  good: { body: '2028\\. That is the year in which the lab closes.' },
  *check(context) {
    for (const { kind, blocks } of context.note.sections) {
      if (kind === 'notes') continue;
      for (const [index, block] of blocks.entries()) {
        yield* inBlock(context, block, blocks[index - 1]);
        yield* signedItem(context, block, [blocks[index - 1], blocks[index + 1]]);
      }
    }
  },
};

function* inBlock(context: RuleContext, written: NoteBlock, before: NoteBlock | undefined): Generator<Violation> {
  const { block, span, passages = [] } = written;
  if (context.note.data) return;
  if (block.type === 'list' && block.items.length === 1) {
    const text = context.source.text.slice(span.start, span.end);
    const year = block.ordered && (block.start ?? 1) >= LEAST_YEAR ? YEAR.exec(text)?.[0] : undefined;
    if (year !== undefined) {
      const end = span.start + year.length;
      const edit = { span: { start: end, end }, text: '\\' };
      yield numbered(
        'sentence starting with a number is read as a list',
        { start: end - year.trim().length, end },
        edit,
      );
    } else if (continuesSentence(context, written, before)) {
      const [mark = ''] = /^[ \t]*\S+/.exec(text) ?? [];
      const at = span.start + mark.length;
      const message = 'continued sentence is read as a list';
      yield {
        message,
        advice: 'Add a backslash before the marker, or join the line to the one before.',
        span: { start: at - mark.trim().length, end: at },
      };
    }
  }
  for (const passage of passages) yield* onLines(context, passage);
}

/** The sign of a list whose items start with it and a number. */
const SIGNED = /^[ \t]*([-+])[ \t]+[$€£¥]?\d/;

/** Finds a plus before a number, and a minus in a list next to such a list: posts print both as the same bullet. */
function* signedItem(
  { source, note }: RuleContext,
  { span, type }: NoteBlock,
  others: readonly (NoteBlock | undefined)[],
): Generator<Violation> {
  if (type !== 'list' || note.data) return;
  const signOf = ({ start, end }: Span) => SIGNED.exec(source.text.slice(start, Math.min(end, start + 80)))?.[1];
  const sign = signOf(span);
  const isSigned =
    sign === '+' || (sign === '-' && others.some((one) => one?.type === 'list' && signOf(one.span) === '+'));
  if (!isSigned) return;
  const start = span.start + source.text.slice(span.start).search(/[-+]/);
  const message = `sign '${sign}' before a number is read as a list marker`;
  yield { message, advice: `Write the sign beside the number: '- ${sign}3'.`, span: { start, end: start + 1 } };
}

/** Returns a violation at the number, with the edit that makes it text. */
function numbered(message: string, { start, end }: Span, edit: Edit): Violation {
  return { message, advice: ADVICE, span: { start, end: end + 1 }, fix: { edits: [edit], isSafe: true } };
}

/** Whether a list item continues the sentence of the paragraph right above it: `… until\n- and here`. */
function continuesSentence(
  { source }: RuleContext,
  { block, span, passages = [] }: NoteBlock,
  before: NoteBlock | undefined,
): boolean {
  if (before?.block.type !== 'paragraph' || block.type !== 'list') return false;
  if (/\n[ \t]*\n/.test(source.text.slice(before.span.end - 1, span.start + 1))) return false;
  const said = before.passages?.at(-1)?.text ?? '';
  const [first] = passages;
  return BROKEN_OFF.test(said) && first !== undefined && (block.ordered || /^[a-z]/.test(first.text));
}

function* onLines({ source }: RuleContext, { kind, span, marks }: Passage): Generator<Violation> {
  if (kind !== 'paragraph') return;
  const text = source.text.slice(span.start, span.end);
  if (!HAS_LINE.test(text)) return;
  for (const { 0: found, index } of text.matchAll(LINE)) {
    const at = span.start + index;
    const isCode = marks.some((mark) => mark.type === 'codespan' && at >= mark.span.start && at < mark.span.end);
    if (isCode) continue;
    const end = at + found.length;
    const start = end - found.trim().length;
    // Join the lines, unless trailing spaces break the line on purpose.
    const joins = /\S/.test(text.charAt(index - 1));
    const edit = joins ? { span: { start: at, end: start }, text: ' ' } : { span: { start: end, end }, text: '\\' };
    yield numbered('line starting with a number looks like a list item', { start, end }, edit);
  }
}
