import type { Inline } from '../../model/article.ts';

/**
 * Inlines without what editors leave behind: spaces and breaks at the edges of bold text and links, elements without text, and
 * an element for each half of a word.
 */
export function tidied(inlines: readonly Inline[]): readonly Inline[] {
  const tidy: Inline[] = [];
  for (const inline of inlines.flatMap(withSpaceOutside)) {
    const before = tidy.at(-1);
    const joined = before && join(before, inline);
    if (joined) tidy[tidy.length - 1] = joined;
    else tidy.push(inline);
  }
  return tidy;
}

/** Two neighbours as one: texts, and emphasis of one kind. */
function join(before: Inline, inline: Inline): Inline | undefined {
  if (before.type === 'text' && inline.type === 'text') return { type: 'text', text: before.text + inline.text };
  if (!('tokens' in before && 'tokens' in inline) || before.type !== inline.type || before.type === 'link')
    return undefined;
  return { ...before, tokens: tidied([...before.tokens, ...inline.tokens]) };
}

function withSpaceOutside(inline: Inline): readonly Inline[] {
  if (!('tokens' in inline)) return [inline];
  const tokens = tidied(inline.tokens);
  const before = takeSpace(tokens, /^\s+/);
  const after = takeSpace([...before.rest].reverse(), /\s+$/);
  const rest = [...after.rest].reverse();
  return [...before.space, ...(rest.length === 0 ? [] : [{ ...inline, tokens: rest }]), ...after.space.reverse()];
}

/** The spaces and breaks at the start of inlines, and the rest. `edge` matches the spaces of a text at that side. */
function takeSpace(tokens: readonly Inline[], edge: RegExp): { space: Inline[]; rest: readonly Inline[] } {
  const space: Inline[] = [];
  for (const [index, token] of tokens.entries()) {
    const [spaces = ''] = (token.type === 'text' && edge.exec(token.text)) || [];
    if (token.type === 'br' || (token.type === 'text' && spaces === token.text)) {
      space.push(token);
      continue;
    }
    const rest = tokens.slice(index);
    if (token.type !== 'text' || spaces === '') return { space, rest };
    space.push({ type: 'text', text: spaces });
    return { space, rest: [{ type: 'text', text: token.text.replace(edge, '') }, ...rest.slice(1)] };
  }
  return { space, rest: [] };
}
