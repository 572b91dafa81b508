import type { Article, Block, Inline, Prose } from '../../../src/model/article.ts';

/** What breaks out of text, of either kind of quotes, of a comment, of a script, and what runs where an address stands. */
export const ATTACKS: readonly string[] = [
  '<script>window.ran=1</script>',
  '</script><script>window.ran=1</script>',
  '"><img src=x onerror="window.ran=1">',
  "' onmouseover='window.ran=1",
  '</title></style><svg onload=window.ran=1>',
  '<!--><script>window.ran=1</script>',
  '&lt;script&gt;window.ran=1&lt;/script&gt;',
  'javascript:window.ran=1',
  'java\tscript:window.ran=1',
  '&#106;avascript:window.ran=1',
  'data:text/html,<script>window.ran=1</script>',
  '{{constructor}} {{{this}}}',
];

/** A story that says `attack` wherever a writer can say anything. */
export function hostileStory(attack: string): Article {
  const text: Inline = { type: 'text', text: attack };
  const tokens: readonly Inline[] = [
    text,
    { type: 'em', tokens: [text] },
    { type: 'codespan', text: attack },
    { type: 'link', href: attack, title: attack, tokens: [text] },
    { type: 'image', href: attack, title: attack, text: attack },
    { type: 'image', href: '/a.png', title: attack, text: attack },
  ];
  const blocks: readonly Block[] = [
    { type: 'paragraph', tokens },
    { type: 'paragraph', tokens: [{ type: 'image', href: `/${attack}`, title: attack, text: attack }] },
    { type: 'heading', depth: 2, tokens },
    { type: 'code', lang: attack, text: attack },
    { type: 'table', align: ['right'], header: [{ tokens }], rows: [[{ tokens }]] },
  ];
  const prose: Prose = [
    ...blocks,
    { type: 'list', ordered: false, loose: false, items: [{ checked: true, tokens: blocks }] },
    { type: 'blockquote', tokens: blocks },
  ];
  return {
    headline: attack,
    source: [
      { name: attack, url: attack, date: attack },
      { name: attack, tokens },
    ],
    slug: attack,
    id: attack,
    url: attack,
    lang: attack,
    dek: attack,
    byline: [attack],
    dateline: attack,
    date: attack,
    updated: attack,
    expires: attack,
    section: attack,
    topics: [attack],
    image: { url: attack, alt: attack, credit: attack, caption: attack },
    corrections: [{ date: attack, text: attack }],
    insight_by: 'ai',
    body: prose,
    insight: [{ prose }],
    laws: [prose],
    sections: [{ heading: attack, prose }],
  };
}
