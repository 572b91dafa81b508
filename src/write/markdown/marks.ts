import type { Inline } from '../../model/article.ts';
import type { Emphasis } from '../visitor.ts';

/** The delimiter of emphasis: asterisks, or underscores where asterisks would be one run with those that it touches. */
export function delimiterOf({ type }: Emphasis, touched: string): string {
  if (type === 'del') return '~~';
  const mark = touched === '*' ? '_' : '*';
  return type === 'em' ? mark : mark.repeat(2);
}

export function isMark(inline: Inline): inline is Emphasis {
  return inline.type === 'em' || inline.type === 'strong' || inline.type === 'del';
}

/**
 * Inlines without emphasis inside emphasis of its kind, which adds nothing. Neighbouring texts are one, because what is
 * escaped may depend on both.
 */
export function simplified(inlines: readonly Inline[], inside: readonly string[]): readonly Inline[] {
  const simple: Inline[] = [];
  const add = (inline: Inline): void => {
    const before = simple.at(-1);
    if (isMark(inline) && inside.includes(inline.type)) inline.tokens.forEach(add);
    else if (inline.type === 'text' && before?.type === 'text')
      simple[simple.length - 1] = { type: 'text', text: before.text + inline.text };
    else simple.push(inline);
  };
  inlines.forEach(add);
  return simple;
}
