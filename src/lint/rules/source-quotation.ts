import { type Passage, sourceSpan } from '../../model/passage.ts';
import { hasHan, type Span } from '../../text/index.ts';
import { quotePairs } from '../../typography/index.ts';
import type { RuleContext } from '../context.ts';
import { quotations, saysWho } from '../prose/quotations.ts';
import type { Rule, Violation } from '../rule.ts';
import { standsIn } from '../source-text/quoted-words.ts';
import { languageOf, quoteSource, readSourceText, type SourceText, shortened } from '../source-text/source-text.ts';
import { type Token, tokensIn } from '../source-text/tokens.ts';
import { type Alignment, align } from '../source-text/word-diff.ts';

export const sourceQuotation: Rule = {
  id: 'source-quotation',
  group: 'source',
  what: 'A quotation that the source text does not have word for word.',
  why: 'The AP Stylebook says never to alter quotations. The rule compares each quotation with the text that `source_text` or `check --source` names. Typography, capitals, omissions with an ellipsis and words in square brackets do not count. Quotations in another language are not compared. One or two words in quotation marks are a suggestion unless somebody says them, because they may be a term.',
  severity: 'warning',
  bad: {
    body: 'The director said, "We sleep, and the lab never does."',
    sourceText: 'The director said: "We sleep, and the lab does not."',
  },
  good: {
    body: 'The director said, "We sleep ... the lab does not."',
    sourceText: 'The director said: "We sleep, and the lab does not."',
  },
  *check(context) {
    const { sourceText } = context;
    if (!sourceText) return;
    const source = readSourceText(sourceText);
    for (const passage of context.passages) {
      for (const span of quotedIn(passage, context)) yield* judge(passage, span, source, context);
    }
  },
};

/** The quotations of a passage without their marks. A headline has them in single marks. */
function quotedIn(passage: Passage, { headline }: RuleContext): readonly Span[] {
  const { text, isQuoted } = passage;
  if (isQuoted)
    return /^\s*[—–-]/.test(text) ? [] : [{ start: 0, end: text.replace(/\s*[—–]{1,2}[^—–]{1,80}$/, '').length }];
  const double = quotations(passage).map(({ start, end }) => ({
    start: start + 1,
    end: end - (isClosed(text, end) ? 1 : 0),
  }));
  if (passage !== headline) return double;
  const single = quotePairs(text, 'all').filter(
    (pair) => !pair.double && /\S\s\S/.test(text.slice(pair.open, pair.close)),
  );
  return [...double, ...single.map(({ open, close }) => ({ start: open + 1, end: close }))];
}

function isClosed(text: string, end: number): boolean {
  return /["”‟」』»]/.test(text.charAt(end - 1));
}

/** Before a word that is a name or a term: `the so-called "smart" lab`. */
const TERM =
  /\b(?:call(?:s|ed|ing)?|dubbed|named?|known as|terms?|termed|labell?ed|titled|entitled|word|phrase|codenamed)(?: \w+)?,? ["“]$/i;

function* judge(
  passage: Passage,
  span: Span,
  source: SourceText,
  context: RuleContext,
): Generator<Omit<Violation, 'rule'>> {
  const quotation = passage.text.slice(span.start, span.end);
  const tokens = tokensIn(quotation);
  if (tokens.length === 0 || languageOf(tokens) !== source.language) return;
  if (standsIn(quotation, source.words) || standsIn(quotation, source.quotedWords)) return;
  const isShort = tokens.length < (hasHan(quotation) ? 5 : 3);
  const isTerm = TERM.test(passage.text.slice(Math.max(0, span.start - 24), span.start));
  const isSaid = passage.isQuoted || (!isTerm && saysWho(passage.text, context.house));
  yield {
    ...described(quotation, tokens, source),
    span: sourceSpan(passage, span),
    ...(isShort && !isSaid ? { severity: 'information' } : {}),
  };
}

function described(
  quotation: string,
  tokens: readonly Token[],
  source: SourceText,
): Pick<Violation, 'message' | 'advice'> {
  const nearest = align(tokens, source.tokens);
  const [first, last] = [nearest?.matched[0], nearest?.matched.at(-1)];
  if (!nearest || !first || !last || nearest.common * 2 < tokens.length || nearest.differences.length === 0) {
    return {
      message: `quotation '${shortened(quotation, 40)}' is not in the source`,
      advice: 'Check it against the source.',
    };
  }
  return {
    message: `quotation differs from the source: ${difference(nearest, quotation, source)}`,
    advice: `Quote ${quoteSource(source, first.start, clauseEnd(source.source.text, last.end))}.`,
  };
}

/** The end of the clause, if it is near, because the quotation may lack its last words. */
function clauseEnd(text: string, from: number): number {
  return (
    from +
    (/^[^.,;:!?"”。，；：！？」\n]{0,30}(?=[.,;:!?"”。，；：！？」\n]|$)/.exec(text.slice(from, from + 31))?.[0]
      .length ?? 0)
  );
}

/** `'never does' for 'does not'`, `'now' added`, `'not' left out`, with the number of further differences. */
function difference({ differences }: Alignment, quotation: string, { source }: SourceText): string {
  const [first, ...more] = differences;
  const note = written(first?.note ?? [], quotation);
  const original = written(first?.source ?? [], source.text);
  const shown =
    note === '' ? `'${original}' left out` : original === '' ? `'${note}' added` : `'${note}' for '${original}'`;
  return more.length === 0 ? shown : `${shown} (+${more.length})`;
}

function written(tokens: readonly Token[], text: string): string {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first && last ? shortened(text.slice(first.start, last.end).replace(/\s+/g, ' '), 16) : '';
}
