import { houses as builtIn } from 'copydesk:houses';
import type { House, HouseRule, HouseSection, Template } from '../model/house.ts';
import type { HouseData, Plain } from './read.ts';

/** The House of data that includes what the house extends. */
export function createHouse(name: string, data: HouseData, templates: ReadonlyMap<string, Template>): House {
  // The schema has checked the data, and every house extends a complete one.
  const parts = data as unknown as CompleteHouse;
  const sections = (parts.sections ?? []).map((section) => ({
    aliases: [],
    label: section.heading,
    ...section,
    required: parts.required.includes(section.id),
  }));
  return {
    ...parts,
    name,
    sections,
    translations: new Map(Object.entries(parts.translations ?? {})),
    severities: new Map(Object.entries(parts.severities ?? {})),
    rules: (parts.rules ?? []).map(ruleOf),
    templates,
  };
}

function ruleOf(rule: RuleData): HouseRule {
  return rule.kind === 'substitution' ? { ...rule, swap: new Map(Object.entries(rule.swap)) } : rule;
}

type Substitution = Extract<HouseRule, { kind: 'substitution' }>;

/** A rule as written in `house.yaml`. */
type RuleData =
  | Exclude<HouseRule, Substitution>
  | (Omit<Substitution, 'swap'> & { readonly swap: Readonly<Record<string, string>> });

/** The data of a house: optional keys, and tables where a House has maps. */
interface CompleteHouse
  extends Omit<House, 'name' | 'templates' | 'translations' | 'sections' | 'rules' | 'severities'> {
  readonly translations?: Readonly<Record<string, string>>;
  readonly sections?: readonly (Omit<HouseSection, 'required' | 'aliases' | 'label'> & Partial<HouseSection>)[];
  readonly rules?: readonly RuleData[];
  readonly severities?: Readonly<Record<string, 'error' | 'warning' | 'information' | 'off'>>;
}

/** The names of the built-in houses. */
export const BUILT_IN_HOUSES: readonly string[] = Object.keys(builtIn);

/** Merges a house into the one that it extends. Lists and texts are replaced, and translations are not inherited. */
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

/** The data and templates of a built-in house, including what it extends; undefined for an unknown name. */
export function builtInHouse(name: string): { data: HouseData; templates: ReadonlyMap<string, Template> } | undefined {
  const own = Object.hasOwn(builtIn, name) ? builtIn[name] : undefined;
  if (!own) return undefined;
  const data = own.data as HouseData;
  const templates = Object.entries(own.templates).map(([file, makeSpec]): [string, Template] => [
    file,
    { kind: 'precompiled', name: file, makeSpec },
  ]);
  if (data.extends === undefined) return { data, templates: new Map(templates) };
  const base = builtInHouse(data.extends);
  if (!base) throw new Error(`the house ${name} extends ${data.extends}, which does not exist`);
  return { data: extendHouse(base.data, data), templates: new Map([...base.templates, ...templates]) };
}
