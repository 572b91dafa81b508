import type { Typography } from '../../model/house.ts';
import type { Passage } from '../../model/passage.ts';
import { type Edit, hasHan } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { inAllPassages, matches, passEdits, passMatches, type TextMatch } from '../passages.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import type { Rule } from '../rule.ts';

const TYPED_DASH = 'hyphen used as a dash';
const TYPED = /--| - /;
/** A wire dateline: `LONDON--(BUSINESS WIRE)--`. */
const WIRE = /^[A-Z .,]+--\(/;
/** A real dash of either kind: — or a spaced –. */
const PRINTED = /—|(?<!\d) – | – (?!\d)/g;

export const dash: Rule = {
  id: 'dash',
  group: 'punctuation',
  what: 'Hyphens used as a dash, or two kinds of dashes in one note.',
  why: 'A hyphen joins words and a dash separates them (Chicago Manual of Style). A post needs one kind of dash, even if the house leaves the choice to the writer. The fix is safe if the house sets the kind.',
  severity: 'warning',
  fix: 'unsafe',
  options: ['typography.dashes'],
  bad: { body: 'The lab opened--at night.' },
  good: { body: 'The lab opened—at night.' },
  *check(context) {
    const { typography } = context.house;
    if (typography.dashes !== 'keep') return yield* passMatches(context, 'dashes', TYPED_DASH);
    const kinds = kindsOf(context);
    yield* inAllPassages(context, function* (passage) {
      yield* typed(passage, typography, kinds);
      yield* odd(passage, kinds);
    });
  },
};

/** The number of dashes of each kind outside quotations. */
interface Kinds {
  readonly em: number;
  readonly en: number;
}

function kindsOf({ passages }: RuleContext): Kinds {
  let em = 0;
  let en = 0;
  for (const passage of passages) {
    for (const found of printed(passage)) found.kind === 'em' ? em++ : en++;
  }
  return { em, en };
}

function* printed(passage: Passage) {
  if (passage.kind !== 'paragraph' || !/[—–]/.test(passage.text) || hasHan(passage.text)) return;
  for (const { span, found } of matches(passage.text, PRINTED)) {
    if (!isQuotedAt(passage, span)) yield { span, kind: found[0] === '—' ? ('em' as const) : ('en' as const) };
  }
}

/**
 * Finds two hyphens anywhere. Finds a spaced hyphen only if the note has real dashes or if two of them enclose words, because
 * lists often use spaced hyphens. Chinese text has a dash and a rule of its own.
 */
function* typed(passage: Passage, typography: Typography, { em, en }: Kinds): Generator<TextMatch> {
  const { text, kind, item } = passage;
  if (!TYPED.test(text) || hasHan(text) || WIRE.test(text)) return;
  const isProse = kind === 'paragraph' && item === undefined;
  const edits = passEdits({ ...typography, dashes: en > em ? 'spaced-en' : 'em' }, 'dashes', text);
  const isShown = isProse && (em + en > 0 || enclose(text, edits.filter(isHyphen)));
  for (const edit of edits) {
    const isSingle = isHyphen(edit);
    if (isSingle && !isShown) continue;
    const match = { message: TYPED_DASH, advice: 'Type a dash.', span: edit.span, edits: [edit], isSafe: false };
    yield isSingle ? { ...match, severity: 'information' } : match;
  }
}

function isHyphen({ span }: Edit): boolean {
  return span.end - span.start === 1;
}

/** Whether the hyphens are two inside one sentence: `rose in May - the best since 2019 - and fell`. */
function enclose(text: string, hyphens: readonly Edit[]): boolean {
  const [first, last, ...more] = hyphens;
  if (!first || !last || more.length > 0) return false;
  const isInside = ({ span }: Edit) => /^ ?[a-z]/.test(text.slice(span.end));
  return isInside(first) && isInside(last) && !/[.!?;:]["'”’]?\s/.test(text.slice(first.span.end, last.span.start));
}

/** Finds dashes of the kind that the note uses less often. */
function* odd(passage: Passage, { em, en }: Kinds): Generator<TextMatch> {
  if (em === 0 || en === 0) return;
  const fewer = em < en ? 'em' : 'en';
  const message =
    fewer === 'em' ? "dash '—' in a note that mostly uses '–'" : "dash '–' in a note that mostly uses '—'";
  for (const { span, kind } of printed(passage)) {
    if (kind === fewer) yield { message, advice: 'Use one kind of dash.', span };
  }
}
