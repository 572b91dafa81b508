import { decodeHTMLStrict } from 'entities';
import { cut, surplus } from './cut.ts';
import { wordsOf } from './facts.ts';
import { saidBy } from './front-matter.ts';
import { readable, TABLE, type TopBlock, topBlocks } from './html.ts';

/** The words before the colon of a source line, as read and as written. */
const SOURCE = /^(?:sources?|来源)\s*[:：]\s*/i;
const LABEL = /^\W*(?:sources?|来源)/i;

/** Link definitions, which may begin a paragraph or an underlined heading, and are no part of what it says. */
const DEFINITIONS =
  /^(?: {0,3}\[(?:[^[\]\\]|\\.)+\]:\s*(?:<[^<>\n]*>|[^\s<]\S*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*\n)+/;

/** What differs between the texts of two notes, and the lines that moved from the text to the front matter. */
export interface TextDifference {
  readonly faults: readonly string[];
  readonly moved: readonly string[];
}

/** Whole sections may change their order, a headline and a source line may become keys of the front matter; nothing else may. */
export function differentText(before: string, after: string): TextDifference {
  const now = cut(after);
  const was = topBlocks(cut(before).body);
  const is = topBlocks(now.body);
  const moved = [...movedHeadline(was, is), ...movedSource(was, is)];
  const said = saidBy(now.yaml ?? '') ?? new Map<string, readonly string[]>();
  const front = [now.yaml ?? '', ...['headline', 'source'].flatMap((key) => said.get(key) ?? [])].flatMap(wordsOf);
  const comments = (blocks: readonly TopBlock[]) =>
    blocks.filter(({ kind }) => kind === 'comment').map(({ html }) => html);
  const faults = [
    ...moved.flatMap((line) => surplus(wordsOf(withoutNames(line)), front)).map((word) => `lost on the way: ${word}`),
    ...surplus(comments(was), comments(is))
      .filter((html) => !isBesideItem(html, is))
      .map((html) => `lost comment: ${html}`),
    ...surplus(comments(is), comments(was))
      .filter((html) => !isBesideItem(html, was))
      .map((html) => `new comment: ${html}`),
    ...differentRuns(runs(was), runs(is)),
  ];
  return { faults: faults.map(readable), moved };
}

/**
 * Whether a comment of a list is in a list with an item more, which nobody sees either: the second parser takes an empty item
 * below a table for a part of the table.
 */
function isBesideItem(comment: string, blocks: readonly TopBlock[]): boolean {
  const bare = comment.replace(/<\/?(?:ol|ul|li|blockquote)\b[^>]*>/g, '').trim();
  return bare !== comment && blocks.some(({ html }) => html.replace(/<li><\/li>\s*/, '').includes(`<li>${bare}`));
}

function withoutDefinitions(source: string): string {
  return source.replace(DEFINITIONS, '');
}

/** Without the label, and with characters in place of their names. */
function withoutNames(line: string): string {
  return decodeHTMLStrict(line.replace(LABEL, ''));
}

/**
 * A heading with all that follows it up to the next: as a whole it may have moved, inside it nothing may. What holds bars
 * may be a table, which the second parser does not know: the story, as marked reads it, has been compared for that.
 */
function runs(blocks: readonly TopBlock[]): string[] {
  const found: string[] = [''];
  for (const { kind, html, source } of blocks) {
    if (kind === 'comment') continue;
    // The last row of a table and a line below it look like a heading to the second parser.
    if (kind === 'other' || mayBeTable({ html, source })) found.push((found.pop() ?? '') + html);
    else found.push(html);
  }
  return found.filter((run) => run !== '');
}

/**
 * Where one text has more runs with bars than the other, or where they stand in a quote or a list, the edge of a table is
 * seen in different places: nothing can be said.
 */
function differentRuns(was: readonly string[], is: readonly string[]): string[] {
  const [before, after] = [was.filter(isPlain), is.filter(isPlain)];
  const isNested = (run: string): boolean => !isPlain(run) && /<(?:blockquote|li)>/.test(run);
  if (was.length - before.length !== is.length - after.length || [...was, ...is].some(isNested)) return [];
  return [
    ...surplus(before, after)
      .filter((run) => !isWithin(run, is))
      .map((html) => `lost text: ${html}`),
    ...surplus(after, before)
      .filter((run) => !isWithin(run, was))
      .map((html) => `new text: ${html}`),
  ];
}

/** Is it a part of a run with bars? */
function isWithin(run: string, runs: readonly string[]): boolean {
  const bare = (html: string): string => html.replace(/<[^>]*>|\s/g, '');
  return runs.some((other) => !isPlain(other) && bare(other).includes(bare(run)));
}

function isPlain(run: string): boolean {
  return !run.includes('|') && !run.includes(TABLE);
}

/** A heading of several lines with bars in it. */
function mayBeTable({ html, source }: Pick<TopBlock, 'html' | 'source'>): boolean {
  return html.includes('|') && source.trimEnd().split('\n').length > 2;
}

/** Takes a `# Headline` off the old text that the new one has not; its source. */
function movedHeadline(was: TopBlock[], is: readonly TopBlock[]): string[] {
  const at = was.findIndex(({ kind }) => kind !== 'comment');
  const first = was[at];
  const same = is.find(({ kind }) => kind !== 'comment');
  if (first?.kind !== 'heading' || first.level !== 1 || mayBeTable(first)) return [];
  // Another heading of the same words may have come first when it moved.
  const count = (blocks: readonly TopBlock[]) => blocks.filter(({ html }) => html === first.html).length;
  if (first.html === same?.html && count(is) >= count(was)) return [];
  was.splice(at, 1);
  return [withoutDefinitions(first.source)];
}

/** Likewise the last line of the body, where it is a source line. */
function movedSource(was: TopBlock[], is: readonly TopBlock[]): string[] {
  const next = was.findIndex(({ kind }) => kind === 'section');
  const body = next === -1 ? was : was.slice(0, next);
  const at = body.findLastIndex(({ kind }) => kind !== 'comment');
  const last = was[at];
  if (last === undefined || !SOURCE.test(last.text) || is.some(({ html }) => html === last.html)) return [];
  was.splice(at, 1);
  return [withoutDefinitions(last.source)];
}
