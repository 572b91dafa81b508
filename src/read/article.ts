import type { Article, Attribution, Prose } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { House } from '../model/house.ts';
import { KEYS, type Key, type KeyType } from '../model/keys.ts';
import type { Field, Note } from '../model/note.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { DiagnosticCollector } from './diagnostic-collector.ts';
import { insightParts, lawsOf, otherSections, section } from './parts.ts';
import * as records from './records.ts';
import { reportMissing, reportUnprinted } from './requirements.ts';
import * as values from './values.ts';

/** The story as meant, unless an error keeps it from being one; and all that was found on the way. */
export interface ArticleResult {
  readonly article?: Article;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes the Article of a note. What the house requires and the note lacks is an error with its place. */
export function toArticle(note: Note, house: House, vocabulary: Vocabulary): ArticleResult {
  const { article, diagnostics } = toDraft(note, house, vocabulary);
  const isPost = diagnostics.every(({ severity }) => severity !== 'fatal' && severity !== 'error');
  return { ...(isPost ? { article } : {}), diagnostics };
}

/** The same for rules: the story as far as the note tells it, even where an error keeps it from being printed. */
export function toDraft(note: Note, house: House, vocabulary: Vocabulary): Required<ArticleResult> {
  const collector = new DiagnosticCollector(note.source);
  const article = draftArticle(note, house, vocabulary, collector);
  reportMissing(article, note, house, vocabulary, collector);
  reportUnprinted(article, note, house, collector);
  return { article, diagnostics: collector.diagnostics };
}

/** The story as far as a note tells it, whatever is missing or wrong. */
export function draftArticle(
  note: Note,
  house: House,
  vocabulary: Vocabulary,
  collector: DiagnosticCollector,
): Article {
  const fields = readFields(note.fields, collector);
  const headline = headlineOf(note, fields.get('headline') as string | undefined, collector);
  const source = sourceOf(note, fields.get('source') as readonly Attribution[] | undefined, collector);
  const body = bodyOf(note, source?.fromLine === true);
  const insight = section(note, 'insight', collector);
  const laws = section(note, 'laws', collector);
  return {
    headline: headline ?? '',
    source: source?.attributions ?? [],
    lang: house.lang,
    ...Object.fromEntries([...fields].filter(([key]) => key !== 'headline' && key !== 'source' && key !== 'ednote')),
    body,
    insight: insight ? insightParts(insight, vocabulary) : [],
    laws: laws ? lawsOf(laws) : [],
    sections: otherSections(note, house),
  };
}

const READERS: Readonly<Record<KeyType, values.Read<unknown>>> = {
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
  corrections: records.corrections,
  'insight-author': values.insightAuthor,
};

/** The values of the known keys, in the canonical order. */
function readFields(fields: readonly Field[], collector: DiagnosticCollector): Map<Key, unknown> {
  const first = new Map<Key, Field>();
  for (const field of fields) {
    if (field.key === undefined) continue;
    const other = first.get(field.key);
    if (!other) {
      first.set(field.key, field);
      continue;
    }
    const message = `${other.name} and ${field.name} both give the ${field.key}`;
    collector.add('error', {
      rule: 'duplicate-key',
      message,
      advice: `Keep one, as ${field.key}.`,
      span: field.nameSpan,
    });
  }
  const found = new Map<Key, unknown>();
  for (const key of Object.keys(KEYS) as Key[]) {
    const field = first.get(key);
    const value = field && READERS[KEYS[key].type](field.value, field.name, collector);
    if (value !== undefined) found.set(key, value);
  }
  return found;
}

/** Front matter wins; a heading that says something else is reported. */
function headlineOf({ headline }: Note, given: string | undefined, collector: DiagnosticCollector): string | undefined {
  if (!headline) return given;
  if (given === undefined) return headline.text === '' ? undefined : headline.text;
  if (headline.text !== given) {
    const message = "the heading at the top differs from the front matter's headline, which is the one printed";
    collector.add('warning', { rule: 'two-headlines', message, advice: 'Keep one of them.', span: headline.span });
  }
  return given;
}

/** Front matter wins; a last line that says something else stays text of the body. */
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
    const message = "the last line differs from the front matter's source: it is printed as text";
    collector.add('warning', { rule: 'two-sources', message, advice: 'Keep one of them.', span: block.span });
  }
  return { attributions: given, fromLine: same };
}

function bodyOf({ sections, sourceLine }: Note, takeSourceLine: boolean): Prose {
  const blocks = sections[0]?.kind === 'body' ? sections[0].blocks : [];
  return blocks.filter((noteBlock) => !(takeSourceLine && noteBlock === sourceLine?.block)).map(({ block }) => block);
}
