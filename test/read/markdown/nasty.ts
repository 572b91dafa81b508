import fc from 'fast-check';

const ATOMS =
  'a|b|word | |  |    |\t|*|**|_|__|~|~~|`|``|```|~~~|[|](|](/u)|][a]|]|![|(|)|<|>|<b>|</b>|<!--|-->|<!-- x -->|<?|?>|' +
  '<![CDATA[|]]>|<!D x>|<a href="x">|</a>|<div>|<pre>|</pre>|\\|\\*|\\[|\\`|&amp;|&#65;|&|#|# |## |> |>|- |* |+ |-|1. |' +
  '1) |2. |- [ ] |- [x] |---|===|=|***|___|http://|https://a.b|www.|www.a.bc|ftp://|HTTP|a@b.c|@|.|?|!|:|;|mailto:|' +
  'mailto:a@b.c|xmpp:a@b.c/d|(http://a.b/c_(d)&amp;)|[a]|[a][]|[^1]|"|\'|“|—|中|，|é|\u00a0|\u2028|😀|x_y|2|http|&lt;.|...';
const LINES = [
  '\n',
  '\n\n',
  '  \n',
  '<p>\n',
  '|',
  'a|b',
  '|-|-|\n',
  '-|-\n',
  ':-:',
  '\n|---|\n',
  '|a|b|\n',
  '[a]: /u\n',
  '[a]: <b> "t"\n',
  '[^1]: n\n',
];

/** Documents out of what has a meaning in Markdown, many of them out of a few such pieces only. */
export const nastyMarkdown: fc.Arbitrary<string> = fc
  .uniqueArray(fc.constantFrom(...ATOMS.split('|'), ...LINES, ...LINES), { minLength: 3, maxLength: 14 })
  .chain((atoms) => fc.array(fc.constantFrom(...atoms), { minLength: 1, maxLength: 30 }))
  .map((pieces) => pieces.join(''));
