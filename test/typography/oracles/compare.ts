/** One place where two programs print the same text differently: a mark, or the space between two characters. */
export interface Difference {
  /** What copydesk prints: a mark; or the spaces between `before` and `after`, which may be none. */
  readonly ours: string;
  /** What the other program prints. */
  readonly theirs: string;
  /** What the writer typed. */
  readonly written: string;
  /** The mark or character before it, as copydesk prints it. Empty at the start. */
  readonly before: string;
  /** The mark or character after it, as copydesk prints it. Empty at the end. */
  readonly after: string;
  /** The same as the other program prints them. */
  readonly theirBefore: string;
  readonly theirAfter: string;
  /** The last mark before it, as copydesk prints it. */
  readonly lastMark: string;
  /** The spaces that the other program prints before a mark. */
  readonly theirGap: string;
}

interface Token {
  /** One character, or a dash or an ellipsis of several. */
  readonly text: string;
  /** The spaces before it. */
  readonly gap: string;
}

const TOKEN = /([ \t]*)(……|…|\.{3,}|。{3,}|——|-{2,3}|[^ \t])/gu;

function tokens(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(([, gap = '', one = '']) => ({ text: one, gap }));
}

const FOLDED: ReadonlyMap<string, string> = new Map([
  ...[...'，。：；？！（）％'].map((mark, at) => [mark, ',.:;?!()%'.charAt(at)] as const),
  ...[...'“”「」'].map((mark) => [mark, '"'] as const),
  ...[...'‘’『』'].map((mark) => [mark, "'"] as const),
  ...[...'•・'].map((mark) => [mark, '·'] as const),
]);

const WORD = /^[\p{L}\p{N}]$/u;

/** The same for two marks that differ only in width or shape. */
function folded(text: string): string {
  if (/^(?:…+|\.{3,}|。{3,})$/.test(text)) return '...';
  if (/^(?:——|-{2,3})$/.test(text)) return '--';
  return FOLDED.get(text) ?? (/^[\uff10-\uff5a]$/.test(text) ? text.normalize('NFKC') : text);
}

/**
 * Returns where two prints of a text differ in spaces and in the shape of marks.
 * @throws {Error} if they differ in anything else, because no program may change a word.
 */
export function differences(written: string, ours: string, theirs: string): Difference[] {
  const [typed, own, other] = [tokens(written), tokens(ours), tokens(theirs)];
  const words = (all: readonly Token[]) => all.map(({ text }) => folded(text)).join('');
  const isSame = (all: readonly Token[]) => all.length === own.length && words(all) === words(own);
  if (![typed, other].every(isSame)) throw new Error(`not the same words: ${written} → ${ours} ≠ ${theirs}`);
  return own.flatMap((token, at): Difference[] => {
    const [wrote, their] = [typed[at] ?? token, other[at] ?? token];
    const [before, theirBefore] = [own[at - 1]?.text ?? '', other[at - 1]?.text ?? ''];
    const lastMark = own.slice(0, at).findLast(({ text }) => !WORD.test(text))?.text ?? '';
    const around = { lastMark, before, theirBefore, theirGap: their.gap };
    const [after, theirAfter] = [own[at + 1]?.text ?? '', other[at + 1]?.text ?? ''];
    const gap = {
      ...around,
      written: wrote.gap,
      ours: token.gap,
      theirs: their.gap,
      after: token.text,
      theirAfter: their.text,
    };
    const mark = {
      ...around,
      written: wrote.text,
      ours: token.text,
      theirs: their.text,
      after,
      theirAfter,
    };
    return [...(gap.ours === gap.theirs ? [] : [gap]), ...(mark.ours === mark.theirs ? [] : [mark])];
  });
}
