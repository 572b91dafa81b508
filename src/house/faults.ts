import type { Diagnostic, Problem } from '../model/diagnostic.ts';
import { type House, type HouseRule, PARTS } from '../model/house.ts';
import { didYouMean } from '../model/nearest.ts';
import { DiagnosticCollector } from '../read/diagnostics.ts';
import type { Span } from '../text/index.ts';
import { BUILT_IN_HOUSES } from './create.ts';
import { patternFault } from './pattern.ts';
import type { ValuePositions } from './positions.ts';
import { swapFaults } from './substitution-faults.ts';

/** Values that are each valid but contradict each other. */
export function contradictions(house: House, positions: ValuePositions): readonly Diagnostic[] {
  const collector = new DiagnosticCollector(positions.source);
  for (const check of [inSections, inOrder, inCounts, inDates, inTranslations])
    for (const fault of check(house, positions)) collector.add('fatal', fault);
  return collector.diagnostics;
}

function partsOf({ sections }: House): readonly string[] {
  return [...PARTS, ...sections.map(({ id }) => id)];
}

function* inSections(house: House, positions: ValuePositions): Generator<Problem> {
  const known = partsOf(house);
  for (const [index, { id }] of house.sections.entries()) {
    if (known.indexOf(id) === PARTS.length + index) continue;
    const message = `duplicate section id '${id}'`;
    yield invalid(message, positions.of('sections', index, 'id'), 'Use an id that no other part of the post has.');
  }
}

function* inOrder(house: House, positions: ValuePositions): Generator<Problem> {
  const known = partsOf(house);
  if (house.order.length === 0)
    yield invalid(
      'order is empty, so the house prints nothing',
      positions.ofKey('order'),
      'List the parts of the post.',
    );
  for (const key of ['order', 'required'] as const) {
    for (const [index, part] of house[key].entries()) {
      const place = positions.of(key, index);
      if (house[key].indexOf(part) !== index)
        yield invalid(`duplicate '${part}' in ${key}`, place, 'Keep one of them.');
      if (known.includes(part)) continue;
      const message = `unknown part '${part}' in ${key}`;
      yield invalid(message, place, didYouMean(part, known, `Use one of ${known.join(', ')}.`));
    }
  }
}

function* inDates({ dates: { months } }: House, positions: ValuePositions): Generator<Problem> {
  if (months.length !== 12)
    yield invalid(
      `months lists ${months.length} names, not 12`,
      positions.ofKey('dates', 'months'),
      'List all twelve months.',
    );
}

function* inCounts({ counts }: House, positions: ValuePositions): Generator<Problem> {
  for (const [part, { min, max }] of Object.entries(counts)) {
    if (min <= max) continue;
    const side = positions.has('counts', part, 'min') ? 'min' : 'max';
    const message = `counts for ${part} have a min of ${min} and a max of ${max}`;
    yield invalid(message, positions.of('counts', part, side), 'Lower min, or raise max.');
  }
}

function* inTranslations({ translations }: House, positions: ValuePositions): Generator<Problem> {
  for (const [lang, translation] of translations) {
    if (BUILT_IN_HOUSES.includes(translation)) continue;
    const message = `unknown built-in house '${translation}' in translations`;
    const advice = didYouMean(translation, BUILT_IN_HOUSES, `Use one of ${BUILT_IN_HOUSES.join(', ')}.`);
    yield invalid(message, positions.of('translations', lang), advice);
  }
}

/**
 * The faults of the rules, preferred words and severities that the file of a house sets. Inherited ones were checked in
 * the file that sets them. `known` are the ids of the built-in rules.
 */
export function ruleFaults(house: House, positions: ValuePositions, known: readonly string[]): readonly Diagnostic[] {
  const collector = new DiagnosticCollector(positions.source);
  if (positions.has('rules')) {
    for (const [index, rule] of house.rules.entries()) {
      const at = positions.under('rules', index);
      const isTwice = house.rules.findIndex(({ id }) => id === rule.id) !== index;
      for (const fault of nameFaults(rule, at, known, isTwice)) collector.add('fatal', fault);
      for (const fault of contentFaults(rule, at)) collector.add('fatal', fault);
    }
  }
  for (const fault of [...swapFaults(house, positions), ...repeatedWords(house, positions)])
    collector.add('fatal', fault);
  const all = [...known, ...house.rules.map(({ id }) => id)];
  for (const name of house.severities.keys()) {
    if (all.includes(name) || !positions.has('severities', name)) continue;
    const message = `unknown rule '${name}'`;
    const advice = didYouMean(name, all, 'Run `copydesk explain` to list the rules.');
    collector.add('fatal', { rule: 'unknown-rule', message, advice, span: positions.ofKey('severities', name) });
  }
  return collector.diagnostics;
}

/** A word that a list of correct words has twice. */
function* repeatedWords({ words }: House, positions: ValuePositions): Generator<Problem> {
  for (const key of ['known', 'brands', 'acronyms'] as const) {
    const seen = new Set<string>();
    for (const [index, word] of words[key].entries()) {
      const plain = word.toLowerCase();
      if (seen.has(plain) && positions.has('words', key))
        yield invalid(`duplicate word '${word}' in ${key}`, positions.of('words', key, index), 'Keep one of them.');
      seen.add(plain);
    }
  }
}

function* nameFaults(
  { id }: HouseRule,
  at: ValuePositions,
  known: readonly string[],
  isTwice: boolean,
): Generator<Problem> {
  if (known.includes(id)) {
    const advice = 'Use another id, or change the built-in rule under severities.';
    yield invalid(`'${id}' is the name of a built-in rule`, at.of('id'), advice);
  }
  if (isTwice) yield invalid(`duplicate rule '${id}'`, at.of('id'), 'Use another id.');
}

function contentFaults(rule: HouseRule, at: ValuePositions): readonly Problem[] {
  const { id, kind } = rule;
  const faults: Problem[] = [];
  for (const key of ['words', 'exceptions', 'swap'] as const) if (isEmpty(rule, key)) faults.push(empty(id, key, at));
  if (kind !== 'existence' && kind !== 'occurrence') return faults;
  if (rule.words === undefined && rule.pattern === undefined) {
    const message = `rule '${id}' has no words and no pattern`;
    faults.push(invalid(message, at.of('id'), 'Add words or a pattern.'));
  }
  if (rule.pattern !== undefined) {
    const fault = patternFault(id, rule.pattern);
    if (fault) faults.push(invalid(fault.message, at.of('pattern'), fault.advice));
  }
  return faults;
}

function isEmpty(rule: HouseRule, key: 'words' | 'exceptions' | 'swap'): boolean {
  const value: unknown = key in rule ? Reflect.get(rule, key) : undefined;
  if (value instanceof Map) return value.size === 0 || [...value.keys()].some(isBlank);
  return Array.isArray(value) && ((key === 'words' && value.length === 0) || value.some(isBlank));
}

function isBlank(word: unknown): boolean {
  return typeof word === 'string' && word.trim() === '';
}

function empty(id: string, key: string, at: ValuePositions): Problem {
  return invalid(
    `rule '${id}' has an empty list or word under '${key}'`,
    at.of(key),
    'List at least one word, and remove empty ones.',
  );
}

function invalid(message: string, span: Span, advice?: string): Problem {
  return { rule: 'invalid-configuration', message, span, ...(advice === undefined ? {} : { advice }) };
}
