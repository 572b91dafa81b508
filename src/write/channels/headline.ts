import { type RichText, sliceRich } from './rich-text.ts';

/** The headline of a story for channels that show it apart, and the story without it. */
interface Headed {
  /** Absent if the story does not start with one. */
  readonly headline?: string;
  readonly rest: RichText;
}

/** A headline is the first paragraph, if it is one line in bold and nothing else. */
export function takeHeadline(rich: RichText): Headed {
  const { text, marks } = rich;
  const found = text.indexOf('\n\n');
  const end = found === -1 ? text.length : found;
  const [mark, ...more] = marks.filter(({ start }) => start < end);
  const isBold = mark?.kind === 'bold' && mark.start === 0 && mark.end === end && more.length === 0;
  if (!isBold || text.slice(0, end).includes('\n')) return { rest: rich };
  return { headline: text.slice(0, end), rest: sliceRich(rich, Math.min(end + 2, text.length), text.length) };
}
