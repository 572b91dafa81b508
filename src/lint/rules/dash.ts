import type { Typography } from '../../model/house.ts';
import type { Passage } from '../../model/passage.ts';
import { hasHan } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { inAllPassages, matches, type TextMatch } from '../passages.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import type { Rule } from '../rule.ts';
import { passEdits, passMatches } from '../typography.ts';

const TYPED = /--| - /;
/** A place line of a news wire: `LONDON--(BUSINESS WIRE)--`. */
const WIRE = /^[A-Z .,]+--\(/;
/** A dash as printed, in either of its two kinds: — and a spaced –. */
const PRINTED = /—|(?<!\d) – | – (?!\d)/g;

export const dash: Rule = {
  id: 'dash',
  group: 'punctuation',
  what: 'A dash is typed as hyphens, or is not the one that the rest of the note has.',
  why: 'A hyphen joins and a dash parts: typewriters had one key for both, and print has not (Chicago Manual of Style). A house may say which dash it prints, `typography.dashes` in `house.yaml`; one that leaves it to the writer still wants one kind in a post. Where the house says it, the fix is safe.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { body: 'The lab opened--at night.' },
  good: { body: 'The lab opened—at night.' },
  *check(context) {
    const { typography } = context.house;
    const message = 'hyphens stand for a dash';
    if (typography.dashes !== 'keep') return yield* passMatches(context, 'dashes', { message });
    const kinds = kindsOf(context);
    yield* inAllPassages(context, function* (passage) {
      yield* typed(passage, typography, kinds, message);
      yield* odd(passage, kinds);
    });
  },
};

/** How many of either kind the writer has printed in own words. */
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

/** Han text has a dash and a rule of its own. Two hyphens anywhere; one with spaces only where the note has real dashes elsewhere, since much is typed so in lists. */
function* typed(passage: Passage, typography: Typography, { em, en }: Kinds, message: string): Generator<TextMatch> {
  const { text, kind, item } = passage;
  if (!TYPED.test(text) || hasHan(text) || WIRE.test(text)) return;
  const isProse = kind === 'paragraph' && item === undefined;
  for (const edit of passEdits({ ...typography, dashes: en > em ? 'spaced-en' : 'em' }, 'dashes', text)) {
    const isSingle = edit.span.end - edit.span.start === 1;
    if (isSingle && !(isProse && em + en > 0)) continue;
    const severity = isSingle ? ('information' as const) : undefined;
    yield {
      message,
      advice: 'Type the dash itself.',
      span: edit.span,
      edits: [edit],
      isSafe: false,
      ...(severity ? { severity } : {}),
    };
  }
}

/** The kind of which there are fewer. */
function* odd(passage: Passage, { em, en }: Kinds): Generator<TextMatch> {
  if (em === 0 || en === 0) return;
  const fewer = em < en ? 'em' : 'en';
  const message = fewer === 'em' ? 'this dash is —, others here are –' : 'this dash is –, others here are —';
  for (const { span, kind } of printed(passage)) {
    if (kind === fewer) yield { message, advice: 'Print one kind throughout.', span };
  }
}
