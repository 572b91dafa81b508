import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/read/markdown/index.ts';
import examples from './commonmark-0.31.2.json' with { type: 'json' };
import { normalise, printHtml } from './print-html.ts';

/** GFM links bare addresses, which CommonMark alone does not. */
const EXTENDED_AUTOLINKS = new Set([602, 608, 611, 612]);

/** Raw HTML is text for us, and an HTML comment nothing: these are compared by the characters that a reader sees. */
const RAW_HTML = new Set([
  21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169,
  170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 201,
  308, 309, 344, 475, 476, 477, 491, 494, 524, 536, 613, 614, 615, 616, 617, 623, 625, 626, 627, 628, 629, 630, 631,
  642, 643,
]);

/** Links to addresses that no post links to are their words. */
const UNSAFE_LINKS = new Set([500, 596, 598, 599, 601]);

/** A link without a text shows its URL. */
const EMPTY_LINKS = new Set([484]);

function render(markdown: string): string {
  const { items } = parseMarkdown(markdown);
  return printHtml(items.flatMap((item) => (item.kind === 'block' ? [item.block] : [])));
}

function visible(html: string): string {
  return html
    .replace(/<!-->|<!--->|<!--[\s\S]*?-->/g, '')
    .replace(/<\/?p>|<br \/>|\s/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

describe('the examples of the CommonMark specification', () => {
  it('are all there', () => {
    expect(examples).toHaveLength(652);
  });

  for (const { example, section, markdown, html } of examples) {
    const rendered = () => render(markdown);
    if (EXTENDED_AUTOLINKS.has(example)) {
      it(`${example} ${section}: with GFM's bare addresses`, () => {
        expect(visible(rendered().replace(/<\/?a\b[^>]*>/g, ''))).toBe(visible(html));
      });
    } else if (RAW_HTML.has(example)) {
      it(`${example} ${section}: HTML as text`, () => expect(visible(rendered())).toBe(visible(html)));
    } else if (UNSAFE_LINKS.has(example)) {
      it(`${example} ${section}: its words`, () => {
        expect(normalise(rendered())).toBe(normalise(html.replace(/<\/?a\b[^>]*>/g, '')));
      });
    } else if (EMPTY_LINKS.has(example)) {
      it(`${example} ${section}: its URL`, () => {
        expect(normalise(rendered())).toBe(normalise(html.replace(/<a href="(.*?)"><\/a>/g, '<a href="$1">$1</a>')));
      });
    } else {
      it(`${example} ${section}`, () => expect(normalise(rendered())).toBe(normalise(html)));
    }
  }
});
