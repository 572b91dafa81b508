import type { House, HouseRule, HouseSection, Template } from '../model/house.ts';
import { DiagnosticCollector } from '../read/diagnostics.ts';
import { contradictions } from './contradictions.ts';
import type { ValuePositions } from './positions.ts';
import type { HouseData } from './read.ts';

/** A House from data that includes what it extends. Given the positions of a file, reports contradictions as fatal. */
export function createHouse(
  name: string,
  data: HouseData,
  templates: ReadonlyMap<string, Template>,
  positions?: ValuePositions,
) {
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
    severities: new Map(Object.entries(parts.severities ?? {})),
    rules: (parts.rules ?? []).map(ruleOf),
    templates,
  };
  const collector = positions && new DiagnosticCollector(positions.source);
  if (collector) for (const fault of contradictions(house, positions)) collector.add('fatal', fault);
  return { house, diagnostics: collector?.diagnostics ?? [] };
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
