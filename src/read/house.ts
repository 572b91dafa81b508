import { houses as builtIn } from 'copydesk:houses';
import type { Diagnostic } from '../model/diagnostic.ts';
import {
  type Counts,
  type House,
  type HouseSection,
  type InsightRole,
  type Labels,
  PARTS,
  type SectionName,
  type Template,
  type Typography,
} from '../model/house.ts';
import { didYouMean } from '../model/nearest.ts';
import { type Source, type Span, span } from '../text/index.ts';
import { FRONT_MATTER_LIMITS, readYaml } from './front-matter/index.ts';
import { Report } from './report.ts';
import { type Plain, type Shape, shaped } from './shape.ts';

/** What a `house.yaml` says, before what it extends is put under it. */
export interface HouseData {
  readonly extends?: string;
  readonly [key: string]: Plain | undefined;
}

const word = (what: string, pattern?: RegExp): Shape => ({ kind: 'text', what, ...(pattern ? { pattern } : {}) });
const address = word('a web address, with https://', /^https?:\/\/\S+$/i);
const record = (keys: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape => ({
  kind: 'record',
  keys,
  required,
});
const list = (of: Shape): Shape => ({ kind: 'list', of });
const aText = word('a text');
const count = record({ min: { kind: 'number' }, max: { kind: 'number' } });
const sectionName = record({ heading: aText, aliases: list(aText) });

/** Everything that a `house.yaml` may say. */
export const HOUSE_SHAPE: Shape = record({
  extends: word('the name of a house, or a folder'),
  lang: word('a language tag, such as en or zh-Hant', /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i),
  translations: { kind: 'table', of: word('the name of a house') },
  publisher: record({ name: aText, url: address, logo: address }),
  labels: record({
    ...Object.fromEntries(
      [
        'source',
        'insight',
        'laws',
        'correction',
        'image',
        'credit',
        'updated',
        'colon',
        'semicolon',
        'comma',
        'open',
        'close',
      ].map((key) => [key, aText]),
    ),
    insight_by: record({ human: aText, ai: aText, mixed: aText }),
  }),
  headings: record({ insight: sectionName, laws: sectionName, notes: sectionName }),
  sections: list(record({ id: aText, heading: aText, label: aText, aliases: list(aText) }, ['id', 'heading'])),
  insight: list(record({ id: aText, names: list(aText) }, ['id', 'names'])),
  order: list(aText),
  required: list(aText),
  counts: record({ headline: count, body: count, insight: count, laws: count }),
  typography: record({
    quotes: { kind: 'choice', values: ['straight', 'curly', 'keep'] },
    dashes: { kind: 'choice', values: ['em', 'spaced-en', 'keep'] },
    ellipsis: { kind: 'choice', values: ['character', 'dots', 'keep'] },
    dots: { kind: 'choice', values: ['middle', 'keep'] },
    spaces: { kind: 'choice', values: ['single', 'keep'] },
    han: { kind: 'choice', values: ['full-width', 'keep'] },
  }),
});

/** Reads a `house.yaml`. Faults are fatal diagnostics with their place. */
export function readHouse(source: Source): { data?: HouseData; diagnostics: readonly Diagnostic[] } {
  const { data, diagnostics } = readConfiguration(source, HOUSE_SHAPE, 'the house');
  return { diagnostics, ...(data ? { data: data as HouseData } : {}) };
}

/** Reads a YAML file of a known shape. */
export function readConfiguration(source: Source, shape: Shape, name: string) {
  const report = new Report(source);
  const yaml = readYaml(source.text, 0, FRONT_MATTER_LIMITS);
  if ('problem' in yaml) {
    report.add('fatal', yaml.problem);
    return { diagnostics: report.diagnostics };
  }
  const data = shaped(yaml.mapping, shape, name, report);
  return report.failed ? { diagnostics: report.diagnostics } : { data, diagnostics: report.diagnostics };
}

/** Puts a house over the one that it extends: keys are joined, lists and words replaced; translations are a house's own. */
export function extendHouse(base: HouseData, over: HouseData): HouseData {
  const { translations: _, ...inherited } = base;
  return merge(inherited as { readonly [key: string]: Plain }, over as { readonly [key: string]: Plain }) as HouseData;
}

function merge(base: Plain | undefined, over: Plain): Plain {
  if (!isRecord(base) || !isRecord(over)) return over;
  const merged: Record<string, Plain> = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = merge(base[key], value);
  return merged;
}

function isRecord(value: Plain | undefined): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && !Array.isArray(value);
}

/** The data and the templates of a house that comes with the program, with all that it extends; undefined for an unknown name. */
export function builtInHouse(name: string): { data: HouseData; templates: ReadonlyMap<string, Template> } | undefined {
  const own = Object.hasOwn(builtIn, name) ? builtIn[name] : undefined;
  if (!own) return undefined;
  const data = own.data as HouseData;
  const templates = Object.entries(own.templates).map(([file, spec]): [string, Template] => [
    file,
    { kind: 'precompiled', name: file, spec },
  ]);
  if (data.extends === undefined) return { data, templates: new Map(templates) };
  const base = builtInHouse(data.extends);
  if (!base) throw new Error(`the house ${name} extends ${data.extends}, which does not exist`);
  return { data: extendHouse(base.data, data), templates: new Map([...base.templates, ...templates]) };
}

/** The names of the houses that come with the program. */
export const BUILT_IN_HOUSES: readonly string[] = Object.keys(builtIn);

/** A House from complete data, that is, over what it extends. What contradicts itself is a fatal diagnostic. */
export function createHouse(name: string, data: HouseData, templates: ReadonlyMap<string, Template>, source?: Source) {
  const parts = data as unknown as CompleteHouse;
  const sections = (parts.sections ?? []).map((section) => ({
    aliases: [],
    label: section.heading,
    ...section,
    required: parts.required.includes(section.id),
  }));
  const house: House = {
    ...parts,
    name,
    sections,
    translations: new Map(Object.entries(parts.translations ?? {})),
    templates,
  };
  const known = [...PARTS, ...sections.map(({ id }) => id)];
  const report = source && new Report(source);
  for (const [index, { id }] of sections.entries()) {
    if (known.indexOf(id) === PARTS.length + index) continue;
    const message = `the section '${id}' has the name of another, or of a part of every post`;
    report?.add('fatal', { rule: 'invalid-configuration', message, span: wordIn(source, 'sections', id) });
  }
  if (house.order.length === 0) {
    const message = 'the house prints nothing: its order is empty';
    report?.add('fatal', { rule: 'invalid-configuration', message, span: wordIn(source, 'order', 'order') });
  }
  for (const key of ['order', 'required'] as const) {
    for (const [index, part] of house[key].entries()) {
      if (house[key].indexOf(part) !== index) {
        const message = `'${part}' stands twice in ${key}`;
        report?.add('fatal', { rule: 'invalid-configuration', message, span: wordIn(source, key, part) });
      }
      if (known.includes(part)) continue;
      const message = `'${part}' in ${key} is no part of a post and no section of the house`;
      const advice = didYouMean(part, known, `There are ${known.join(', ')}.`);
      report?.add('fatal', { rule: 'invalid-configuration', message, advice, span: wordIn(source, key, part) });
    }
  }
  for (const [lang, translation] of house.translations) {
    if (BUILT_IN_HOUSES.includes(translation)) continue;
    const message = `'${translation}', the house for ${lang} in translations, does not come with copydesk`;
    const advice = didYouMean(translation, BUILT_IN_HOUSES, `There are ${BUILT_IN_HOUSES.join(', ')}.`);
    report?.add('fatal', {
      rule: 'invalid-configuration',
      message,
      advice,
      span: wordIn(source, 'translations', translation),
    });
  }
  return { house, diagnostics: report?.diagnostics ?? [] };
}

/** Where a word stands after a key: data that was put over a house's no longer knows its place. */
function wordIn(source: Source | undefined, key: string, word: string): Span {
  const at = source?.text.indexOf(word, Math.max(0, source.text.indexOf(`${key}:`))) ?? -1;
  return at === -1 ? span(0, 0) : span(at, at + word.length);
}

interface CompleteHouse {
  readonly lang: string;
  readonly translations?: Readonly<Record<string, string>>;
  readonly publisher: House['publisher'];
  readonly labels: Labels;
  readonly headings: { readonly insight: SectionName; readonly laws: SectionName; readonly notes: SectionName };
  readonly sections?: readonly (Omit<HouseSection, 'required' | 'aliases' | 'label'> & Partial<HouseSection>)[];
  readonly insight: readonly InsightRole[];
  readonly order: readonly string[];
  readonly required: readonly string[];
  readonly counts: Counts;
  readonly typography: Typography;
}
