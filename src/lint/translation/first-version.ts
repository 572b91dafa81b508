import type { HouseContext } from '../../house/resolve.ts';
import { sourceSpan } from '../../model/passage.ts';
import { createSource, firstIndex, positionAt, type Source } from '../../text/index.ts';
import { createRuleContext, type RuleContext, type RuleContextResult } from '../context.ts';
import { memoize } from '../memoize.ts';
import { readSourceText, type SourceText } from '../source-text/source-text.ts';
import { idOf } from './id.ts';
import { withSimplifiedNumbers } from './simplified.ts';

/** How a run of the linter gets the note that another one translates. */
export interface TranslationOptions {
  /** The text of the note that this one translates. Its numbers, dates, names and counts are compared with it. */
  readonly translationOf?: string;
  /**
   * Finds that note for one with an `id`, because only the command knows the other notes.
   * @param id the `id` of the note.
   * @param language the language of the note as a BCP 47 tag in lower case.
   */
  readonly findFirstVersion?: (id: string, language: string) => Source | undefined;
}

/** The note that another one translates, ready for comparisons. */
export interface FirstVersion {
  readonly context: RuleContext;
  /** Its printed text. */
  readonly text: SourceText;
}

/** Adds the first version to what the rules see, if the note has one in another language. */
export function withFirstVersion<Result extends RuleContextResult>(
  read: Result,
  options: TranslationOptions,
  houseContext: HouseContext,
): Result {
  const { context } = read;
  if (!context) return read;
  const first =
    options.translationOf === undefined
      ? otherLanguage(context, options, houseContext)
      : readFirst(createSource('<first version>', options.translationOf), houseContext);
  return first ? { ...read, context: { ...context, firstVersion: versionOf(first) } } : read;
}

function otherLanguage(
  context: RuleContext,
  { findFirstVersion }: TranslationOptions,
  houseContext: HouseContext,
): RuleContext | undefined {
  const id = findFirstVersion && idOf(context.note.fields);
  if (id === undefined) return undefined;
  const language = tagOf(context);
  const source = findFirstVersion?.(id, language);
  const first = source && readFirst(source, houseContext);
  return first && tagOf(first) !== language ? first : undefined;
}

/** The language as a whole tag: `zh-hant`, or `zh` if only the headings tell it. */
function tagOf({ note: { fields }, language }: RuleContext): string {
  const value = fields.find(({ key }) => key === 'lang')?.value;
  return (value?.kind === 'scalar' ? value.value?.trim() : undefined)?.toLowerCase() || language;
}

const contexts = new WeakMap<Source, RuleContextResult>();

/** Read once for all rounds of a fix, and for all its translations that follow. The clock does not matter. */
function readFirst(source: Source, houseContext: HouseContext): RuleContext | undefined {
  const known = contexts.get(source) ?? createRuleContext(source, houseContext, 0);
  contexts.set(source, known);
  return known.context;
}

const versionOf = memoize((context: RuleContext): FirstVersion => ({ context, text: printedText(context) }));

/** The printed text of a note, with its numbers and dates. Its offsets are those of `prose`. */
export const printedText = memoize(({ source, prose }: RuleContext) =>
  readSourceText(createSource(source.path, withSimplifiedNumbers(prose))),
);

/** The languages whose numbers, dates and names are read. */
const READ = ['en', 'zh'];

/** The first version of a note, if what both say can be compared, and not only how much they say. */
export function comparableVersion({ firstVersion, language }: RuleContext): FirstVersion | undefined {
  const languages = firstVersion ? [language, firstVersion.context.language] : [];
  return languages.every((one) => READ.includes(one)) ? firstVersion : undefined;
}

/** Where each passage starts in `prose`. */
const passageStarts = memoize(({ passages }: RuleContext): readonly number[] => {
  let next = 0;
  return passages.map(({ text }) => {
    const start = next;
    next += text.length + '\n\n'.length;
    return start;
  });
});

/** The position in the note of a place in its printed text: `story.md:7:36`. */
export function placeOf(context: RuleContext, offset: number): string {
  const starts = passageStarts(context);
  const at = Math.max(0, firstIndex(starts, (one) => one > offset) - 1);
  const passage = context.passages[at];
  const within = offset - (starts[at] ?? 0);
  const span = passage ? sourceSpan(passage, { start: within, end: within + 1 }) : { start: 0 };
  return placeIn(context.source, span.start);
}

/** `story.md:7:36` for an offset in the source. */
export function placeIn(source: Source, offset: number): string {
  const { line, column } = positionAt(source, offset);
  return `${source.path}:${line}:${column}`;
}
