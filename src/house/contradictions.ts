import type { Problem } from '../model/diagnostic.ts';
import { type House, PARTS } from '../model/house.ts';
import { didYouMean } from '../model/nearest.ts';
import { BUILT_IN_HOUSES } from './merge.ts';
import type { ValuePositions } from './positions.ts';

/** What cannot be meant, of a house whose every value has its shape. */
export function* contradictions(house: House, positions: ValuePositions): Generator<Problem> {
  yield* inSections(house, positions);
  yield* inOrder(house, positions);
  yield* inCounts(house, positions);
  for (const [lang, translation] of house.translations) {
    if (BUILT_IN_HOUSES.includes(translation)) continue;
    const message = `'${translation}', the house for ${lang} in translations, does not come with copydesk`;
    const advice = didYouMean(translation, BUILT_IN_HOUSES, `There are ${BUILT_IN_HOUSES.join(', ')}.`);
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
    const message = `the section '${id}' has the name of another, or of a part of every post`;
    yield fault(message, positions.of('sections', index, 'id'));
  }
}

function* inOrder(house: House, positions: ValuePositions): Generator<Problem> {
  const known = partsOf(house);
  if (house.order.length === 0)
    yield fault('the house prints nothing: its order is empty', positions.ofKey('order'), 'Name the parts of a post.');
  for (const key of ['order', 'required'] as const) {
    for (const [index, part] of house[key].entries()) {
      const place = positions.of(key, index);
      if (house[key].indexOf(part) !== index) yield fault(`'${part}' stands twice in ${key}`, place);
      if (known.includes(part)) continue;
      const message = `'${part}' in ${key} is no part of a post and no section of the house`;
      yield fault(message, place, didYouMean(part, known, `There are ${known.join(', ')}.`));
    }
  }
}

function* inCounts({ counts }: House, positions: ValuePositions): Generator<Problem> {
  for (const [part, { min, max }] of Object.entries(counts)) {
    if (min <= max) continue;
    const side = positions.has('counts', part, 'min') ? 'min' : 'max';
    const message = `counts of ${part} want at least ${min} and at most ${max}`;
    yield fault(message, positions.of('counts', part, side), 'Let min be no more than max.');
  }
}
