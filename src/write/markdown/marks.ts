import type { Inline } from '../../model/article.ts';
import type { Emphasis } from '../visitor.ts';

export const DELIMITERS = { em: '*', strong: '**', del: '~~' } as const;

/** Emphasis inside emphasis of its kind adds nothing, and neighbours of one kind become one. */
export function mergeMarks(inlines: readonly Inline[], inside: ReadonlySet<string>): readonly Inline[] {
  const merged: Inline[] = [];
  // A copy of the last mark's tokens once it takes in those of a neighbour, because the originals belong to the article.
  let taken: Inline[] | undefined;
  const add = (inline: Inline): void => {
    if (isMark(inline) && inside.has(inline.type)) {
      inline.tokens.forEach(add);
      return;
    }
    const last = merged.at(-1);
    if (isMark(inline) && last?.type === inline.type) {
      if (!taken) {
        taken = [...(last as Emphasis).tokens];
        merged[merged.length - 1] = { type: inline.type, tokens: taken };
      }
      for (const token of inline.tokens) taken.push(token);
      return;
    }
    if (inline.type === 'text' && last?.type === 'text') {
      merged[merged.length - 1] = { type: 'text', text: last.text + inline.text };
      return;
    }
    merged.push(inline);
    taken = undefined;
  };
  inlines.forEach(add);
  return merged;
}

export function isMark(inline: Inline): inline is Emphasis {
  return inline.type === 'em' || inline.type === 'strong' || inline.type === 'del';
}
