import type { CstList } from '../../model/cst.ts';
import { blocksText } from './blocks.ts';
import type { FormatLevel } from './print-plan.ts';

/** The largest number that starts an item. */
const LARGEST = 999_999_999;

/** The marker of a list next to lists with the `taken` markers: `-` or `*`, `.` or `)`. */
export function markFor({ start }: CstList, ...taken: readonly (string | undefined)[]): string {
  const marks = start === undefined ? ['-', '*', '+'] : ['.', ')'];
  return marks.find((mark) => !taken.includes(mark)) ?? marks[0] ?? '-';
}

export function listText({ start, isLoose, items }: CstList, level: FormatLevel, mark: string): string {
  const isOverflowing = start !== undefined && start + items.length - 1 > LARGEST;
  const texts = items.map(({ box, blocks }, index) => {
    const label = start === undefined ? mark : `${isOverflowing ? start : start + index}${mark}`;
    const text = blocksText(blocks, { level, firstIn: mark, isInItem: true }, isLoose ? '\n\n' : '\n');
    const task = box === undefined ? '' : `[${box}] `;
    return text === '' ? (label + task).trimEnd() : `${label} ${task}${indented(text, label.length + 1)}`;
  });
  return texts.join(isLoose ? '\n\n' : '\n');
}

/** Every line but the first. */
function indented(text: string, width: number): string {
  return text.replace(/\n(?!\n|$)/g, `\n${' '.repeat(width)}`);
}
