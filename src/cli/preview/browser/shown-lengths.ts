import type { PartLength } from '../../../lint/lengths.ts';
import type { Messages } from '../../messages/messages.ts';
import type { ShownLengths } from './state.ts';

const VERDICTS = { ok: '', short: 'too short', long: 'too long' } as const;

/** Returns the lengths of a story as a page shows them. Undefined for a story without parts. */
export function shownLengths(lengths: readonly PartLength[], { text, semicolon }: Messages): ShownLengths | undefined {
  if (lengths.length === 0) return undefined;
  const texts = lengths.filter(({ isText }) => isText);
  const sum = texts.reduce((total, length) => total + length.count, 0);
  const unit = texts.find((length) => (length.count === 1) === (sum === 1))?.unit ?? 'words';
  const outside = lengths.filter((length) => verdictOf(length) !== 'ok').length;
  const result =
    outside === 0
      ? 'all lengths in the range of the house'
      : `${outside} of ${lengths.length} lengths outside the range of the house`;
  const rows = lengths.map((length) => {
    const { part, count, unit: what, wanted } = length;
    const verdict = verdictOf(length);
    const band = !wanted ? '' : wanted.min === wanted.max ? String(wanted.max) : `${wanted.min} to ${wanted.max}`;
    return {
      part: text(part),
      length: text(`${count} ${what}`),
      wanted: text(band),
      verdict,
      result: text(VERDICTS[verdict]),
    };
  });
  return { summary: text(`${sum.toLocaleString('en')} ${unit}`) + semicolon + text(result), rows };
}

function verdictOf({ count, wanted }: PartLength): keyof typeof VERDICTS {
  if (!wanted) return 'ok';
  return count < wanted.min ? 'short' : count > wanted.max ? 'long' : 'ok';
}
