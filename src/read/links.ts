import type { Block, Inline } from '../model/article.ts';
import type { NoteBlock } from '../model/note.ts';
import { safeUrl } from '../model/url.ts';
import { type Source, span } from '../text/index.ts';
import type { Report } from './report.ts';

/** Reports every address that a post may not link to: its text is printed without it. */
export function reportUnsafeLinks(blocks: readonly NoteBlock[], source: Source, report: Report): void {
  for (const { block, span: place } of blocks) {
    for (const href of addressesIn(block)) {
      if (safeUrl(href) !== undefined) continue;
      const found = source.text.slice(place.start, place.end).indexOf(href);
      const at = place.start + Math.max(0, found);
      report.add('warning', {
        rule: 'unsafe-link',
        message: `a post links to no address such as ${href.slice(0, 40)}: the words are printed without it`,
        advice: 'Link to http, https or mailto, or to a path beside the post.',
        span: found === -1 ? place : span(at, at + href.length),
      });
    }
  }
}

function addressesIn(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return addressesOf(block.tokens);
    case 'blockquote':
      return block.tokens.flatMap(addressesIn);
    case 'list':
      return block.items.flatMap(({ tokens }) => tokens.flatMap(addressesIn));
    case 'table':
      return [block.header, ...block.rows].flatMap((row) => row.flatMap(({ tokens }) => addressesOf(tokens)));
    case 'code':
    case 'hr':
      return [];
  }
}

function addressesOf(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap((inline) => {
    const own = 'href' in inline ? [inline.href] : [];
    return 'tokens' in inline ? [...own, ...addressesOf(inline.tokens)] : own;
  });
}
