import type { Article, Attribution, Prose } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { House } from '../model/house.ts';
import { type Fields, type Key, type KeyType, type KeyTypes, keyEntries } from '../model/keys.ts';
import type { Field, Note } from '../model/note.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { DiagnosticCollector } from './diagnostics.ts';
import { footnotesOf, reportFootnotes } from './footnotes.ts';
import { insightParts, lawsOf, otherSections, section } from './parts.ts';
import * as records from './records.ts';
import { reportMissing, reportUnprinted } from './requirements.ts';
import * as values from './values.ts';

/** The Article, absent if an error prevents one, and the diagnostics. */
export interface ArticleResult {
  readonly article?: Article;
  readonly diagnostics: readonly Diagnostic[];
}

/** The Article of a note. A part that the house requires and the note lacks is an error. */
export function toArticle(note: Note, house: House, vocabulary: Vocabulary): ArticleResult {
  const { article, diagnostics } = toDraft(note, house, vocabulary);
  const isPost = diagnostics.every(({ severity }) => severity !== 'fatal' && severity !== 'error');
  return { ...(isPost ? { article } : {}), diagnostics };
}

/** The same for rules, which check a note that cannot be printed as well: an Article with the parts that the note has. */
export function toDraft(note: Note, house: House, vocabulary: Vocabulary): Required<ArticleResult> {
  const collector = new DiagnosticCollector(note.source);
  const article = draftArticle(note, house, vocabulary, collector);
  reportMissing(article, note, house, vocabulary, collector);
  reportUnprinted(article, note, house, collector);
  reportFootnotes(article, note, collector);
  return { article, diagnostics: collector.diagnostics };
}

/** An Article with the parts that a note has. Missing and wrong values are left out. */
export function draftArticle(
  note: Note,
  house: House,
  vocabulary: Vocabulary,
  collector: DiagnosticCollector,
): Article {
  const { headline: givenHeadline, source: givenSource, ...fields } = readFields(note.fields, collector);
  const headline = headlineOf(note, givenHeadline, collector);
  const source = sourceOf(note, givenSource, collector);
  const body = bodyOf(note, source?.fromLine === true);
  const insight = section(note, 'insight', collector);
  const laws = section(note, 'laws', collector);
  const article: Article = {
    headline: headline ?? '',
    source: source?.attributions ?? [],
    lang: house.lang,
    ...fields,
    body,
    insight: insight ? insightParts(insight, vocabulary) : [],
    laws: laws ? lawsOf(laws) : [],
    sections: otherSections(note, house),
  };
  const footnotes = footnotesOf(article, note);
  return footnotes.length === 0 ? article : { ...article, footnotes };
}

const READERS: { readonly [T in KeyType]: values.Read<KeyTypes[T]> } = {
  text: values.text,
  slug: values.slug,
  uri: values.uri,
  url: values.url,
  language: values.language,
  names: values.names,
  instant: values.instant,
  embargo: values.embargo,
  source: records.source,
  image: records.image,
  status: values.status,
  approval: records.approval,
  corrections: records.corrections,
  'insight-author': values.insightAuthor,
};

/** The values of the known keys, in the canonical order. */
function readFields(fields: readonly Field[], collector: DiagnosticCollector): Fields {
  const byKey = firstByKey(fields, collector);
  const found: Partial<Record<Key, KeyTypes[KeyType]>> = {};
  for (const [key, { type, isPrinted }] of keyEntries()) {
    const field = byKey.get(key);
    const value = field && READERS[type](field.value, field.name, collector);
    if (value !== undefined && isPrinted !== false) found[key] = value;
  }
  // The reader of a type returns the value of that type. TypeScript cannot follow that from a key in a loop.
  return found as Fields;
}

/** The first field of each key. Later ones are reported. */
function firstByKey(fields: readonly Field[], collector: DiagnosticCollector): ReadonlyMap<Key, Field> {
  const first = new Map<Key, Field>();
  for (const field of fields) {
    const { key, name, nameSpan: span } = field;
    if (key === undefined) continue;
    const other = first.get(key);
    if (!other) first.set(key, field);
    else {
      const message =
        name === other.name ? `duplicate key '${name}'` : `'${other.name}' and '${name}' are the same key`;
      collector.add('error', { rule: 'duplicate-key', message, advice: `Keep one of them, named '${key}'.`, span });
    }
  }
  return first;
}

/** The headline of the front matter, or else the heading. Reports a heading that differs. */
function headlineOf({ headline }: Note, given: string | undefined, collector: DiagnosticCollector): string | undefined {
  if (!headline) return given;
  if (given === undefined) return headline.text === '' ? undefined : headline.text;
  if (headline.text !== given) {
    const message = 'heading differs from the headline in the front matter and is not printed';
    collector.add('warning', { rule: 'two-headlines', message, advice: 'Keep one of them.', span: headline.span });
  }
  return given;
}

/** The source of the front matter, or else the source line. A source line that differs is reported and printed as text. */
function sourceOf(
  { sourceLine }: Note,
  given: readonly Attribution[] | undefined,
  collector: DiagnosticCollector,
): { attributions: readonly Attribution[]; fromLine: boolean } | undefined {
  if (!sourceLine) return given && { attributions: given, fromLine: false };
  const { attributions, block } = sourceLine;
  if (!given) return attributions.length === 0 ? undefined : { attributions, fromLine: true };
  const names = (sources: readonly Attribution[]) => sources.map(({ name }) => name).join('; ');
  const same = names(given) === names(attributions);
  if (!same) {
    const message = 'source line differs from the front matter and is printed as text';
    collector.add('warning', { rule: 'two-sources', message, advice: 'Keep one of them.', span: block.span });
  }
  return { attributions: given, fromLine: same };
}

function bodyOf({ sections, sourceLine }: Note, dropSourceLine: boolean): Prose {
  const blocks = sections[0]?.kind === 'body' ? sections[0].blocks : [];
  return blocks.filter((noteBlock) => !(dropSourceLine && noteBlock === sourceLine?.block)).map(({ block }) => block);
}
