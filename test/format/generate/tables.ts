import fc from 'fast-check';
import { phrase, weighted } from './inlines.ts';

const CELLS = [
  'a',
  'b c',
  '12%',
  '中文',
  '한국어',
  '😀',
  '*em*',
  '`x\\|y`',
  '\\|',
  'x \\| y',
  '[l](/u)',
  '<b>',
  '',
  '',
  '**b**',
  'é',
];

const cell = weighted([5, fc.constantFrom(...CELLS)], [2, phrase.map((text) => text.replace(/\\*\|/g, '\\|'))]);
const DASHES = ['---', '-', ':--', '--:', ':-:', ' --- ', ':----------:', '--'];

/** A row: with bars at both ends, at one, or only between the cells; with blanks around a cell or without. */
function row(cells: readonly string[], bars: string, pad: string): string {
  const inner = cells.map((text) => pad + text + pad).join('|');
  return (bars.startsWith('|') ? '|' : '') + inner + (bars.endsWith('|') ? '|' : '');
}

interface Row {
  readonly cells: readonly string[];
  readonly bars: string;
  readonly pad: string;
}

const layout = { bars: fc.constantFrom('||', '||', '||', '', '| ', ' |'), pad: fc.constantFrom(' ', ' ', '', '  ') };

/**
 * Tables of GFM: ragged, aligned, with Han, code and escaped bars in cells. A delimiter row without bars around it has no
 * blanks before its first dash: `- | -` is a list for one parser and a table for the other.
 */
export const table: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(cell, fc.constantFrom(...DASHES)), { minLength: 1, maxLength: 4 }),
    fc.record(layout),
    fc.array(fc.record<Row>({ ...layout, cells: fc.array(cell, { minLength: 1, maxLength: 5 }) }), { maxLength: 4 }),
  )
  .map(([columns, { bars, pad }, rows]) => {
    const outer = columns.length === 1 ? '||' : bars;
    const dashes = columns.map(([, dash]) => dash);
    const head = row(
      columns.map(([text]) => text),
      outer,
      pad,
    );
    const rule =
      outer === '||'
        ? row(dashes, outer, pad)
        : row(
            dashes.map((dash) => dash.trim()),
            outer,
            '',
          );
    return [head, rule, ...rows.map((one) => row(one.cells, one.bars, one.pad))].join('\n');
  });
