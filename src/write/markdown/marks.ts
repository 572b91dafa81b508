import type { Inline } from '../../model/article.ts';

export type Marked = Extract<Inline, { type: 'em' | 'strong' | 'del' }>;

export const DELIMITERS = { em: '*', strong: '**', del: '~~' } as const;

/** A mark inside its like adds nothing that a reader sees, and two neighbours of one kind are one. */
export function mergeMarks(inlines: readonly Inline[], inside: ReadonlySet<string>): readonly Inline[] {
  const merged: Inline[] = [];
  // The tokens of the last mark, once it has taken in a neighbour's: its own belong to the article.
  let taken: Inline[] | undefined;
  const add = (inline: Inline): void => {
    if (isMark(inline) && inside.has(inline.type)) {
      inline.tokens.forEach(add);
      return;
    }
    const last = merged.at(-1);
    if (isMark(inline) && last?.type === inline.type) {
      if (!taken) {
        taken = [...(last as Marked).tokens];
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

export function isMark(inline: Inline): inline is Marked {
  return inline.type === 'em' || inline.type === 'strong' || inline.type === 'del';
}
