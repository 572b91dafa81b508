import type { FindingGroup } from '../state.ts';

/** What a paragraph of a post can be. */
const BLOCKS = 'h1,h2,h3,h4,h5,h6,p,li,td,th,figcaption,cite,pre';
/** What stands for code and for an image in the text of a finding. */
const MASKS = /[\ufdd0\ufffc]+/;
/** A shorter text could be anywhere. */
const SHORTEST = 3;

/**
 * Finds the paragraphs of a post that findings are about, by their letters and digits: the typography of the house changes
 * everything else.
 */
export function findPlaces(post: Document, groups: readonly FindingGroup[]): ReadonlyMap<FindingGroup, Element> {
  const found = new Map<FindingGroup, Element>();
  const blocks = [...post.querySelectorAll(BLOCKS)].map((element) => ({
    element,
    letters: lettersOf(element.textContent ?? ''),
  }));
  let last = -1;
  for (const group of groups) {
    const parts = group.text
      .split(MASKS)
      .map(lettersOf)
      .filter((part) => part !== '');
    if (parts.join('').length < SHORTEST) continue;
    const holding = blocks
      .map(({ letters, element }, index) => ({ letters, element, index }))
      .filter(({ letters }) => parts.every((part) => letters.includes(part)));
    const least = Math.min(...holding.map(({ letters }) => letters.length));
    const best = holding.filter(({ letters }) => letters.length === least);
    // Of equal paragraphs, the one after the last that was found.
    const chosen = best.find(({ index }) => index > last) ?? best[0];
    if (!chosen) continue;
    last = chosen.index;
    found.set(group, chosen.element);
  }
  return found;
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
