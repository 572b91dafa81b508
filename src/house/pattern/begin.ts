import type { AST } from '@eslint-community/regexpp';

/** Where in a text a match may begin. */
export type Begin = 'anywhere' | 'at a word' | 'at the beginning';

const BEGINS: readonly Begin[] = ['at the beginning', 'at a word', 'anywhere'];

/** Where all of the alternatives may begin, by what they begin with. */
export function beginOf(alternatives: readonly AST.Alternative[]): Begin {
  const each = alternatives.map(({ elements: [element] }): Begin => {
    if (element?.type === 'Group' || element?.type === 'CapturingGroup') return beginOf(element.alternatives);
    if (element?.type !== 'Assertion') return 'anywhere';
    if (element.kind === 'start') return 'at the beginning';
    return element.kind === 'word' && !element.negate ? 'at a word' : 'anywhere';
  });
  return BEGINS[Math.max(...each.map((begin) => BEGINS.indexOf(begin)))] ?? 'anywhere';
}
