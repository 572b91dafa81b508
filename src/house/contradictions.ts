import type { Problem } from '../model/diagnostic.ts';
import { type House, PARTS } from '../model/house.ts';
import { didYouMean } from '../model/nearest.ts';
import { BUILT_IN_HOUSES } from './merge.ts';
import type { ValuePositions } from './positions.ts';

/** Contradictions between values that are each valid on their own. */
export function* contradictions(house: House, positions: ValuePositions): Generator<Problem> {
  yield* inSections(house, positions);
  yield* inOrder(house, positions);
  yield* inCounts(house, positions);
  for (const [lang, translation] of house.translations) {
    if (BUILT_IN_HOUSES.includes(translation)) continue;
    const message = `'${translation}', the house for ${lang} in translations, is not a built-in house`;
    const advice = didYouMean(translation, BUILT_IN_HOUSES, `Use one of ${BUILT_IN_HOUSES.join(', ')}.`);
    yield fault(message, positions.of('translations', lang), advice);
  }
}

function fault(message: string, span: Problem['span'], advice?: string): Problem {
  return { rule: 'invalid-configuration', message, span, ...(advice === undefined ? {} : { advice }) };
}

function partsOf({ sections }: House): readonly string[] {
  return [...PARTS, ...sections.map(({ id }) => id)];
}

function* inSections(house: House, positions: ValuePositions): Generator<Problem> {
  const known = partsOf(house);
  for (const [index, { id }] of house.sections.entries()) {
    if (known.indexOf(id) === PARTS.length + index) continue;
    const message = `duplicate section id '${id}'`;
    yield fault(message, positions.of('sections', index, 'id'), 'Use an id that no other part of the post has.');
  }
}

function* inOrder(house: House, positions: ValuePositions): Generator<Problem> {
  const known = partsOf(house);
  if (house.order.length === 0)
    yield fault('order is empty, so the house prints nothing', positions.ofKey('order'), 'List the parts of the post.');
  for (const key of ['order', 'required'] as const) {
    for (const [index, part] of house[key].entries()) {
      const place = positions.of(key, index);
      if (house[key].indexOf(part) !== index) yield fault(`duplicate '${part}' in ${key}`, place, 'Keep one of them.');
      if (known.includes(part)) continue;
      const message = `unknown part '${part}' in ${key}`;
      yield fault(message, place, didYouMean(part, known, `Use one of ${known.join(', ')}.`));
    }
  }
}

function* inCounts({ counts }: House, positions: ValuePositions): Generator<Problem> {
  for (const [part, { min, max }] of Object.entries(counts)) {
    if (min <= max) continue;
    const side = positions.has('counts', part, 'min') ? 'min' : 'max';
    const message = `the minimum of ${part}, ${min}, is greater than its maximum, ${max}`;
    yield fault(message, positions.of('counts', part, side), 'Set min to max or less.');
  }
}
