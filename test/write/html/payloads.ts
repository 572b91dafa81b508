import { ATTACKS } from './hostile.ts';

/*
 * What runs `window.ran=1` if a page does not escape it, as the cheat sheets of OWASP and PortSwigger list it: every way out of
 * a context with every element that runs, every spelling of a URL that runs, and Markdown that makes either.
 */

const RUN = 'window.ran=1';

/** Ways out of text, attributes, comments, raw text elements and templates. */
const EXITS = [
  '',
  '">',
  "'>",
  '" ',
  '-->',
  ']]>',
  '</title>',
  '</style>',
  '</script>',
  '</textarea>',
  '</article></main>',
  '&quot;>',
  '\u0000',
  '\n\n',
  '<!--',
  '<![CDATA[',
];

/** Elements that run as soon as a page has them, when it is looked at, or when it is used. */
const ELEMENTS = [
  `<script>${RUN}</script>`,
  `<ScRiPt >${RUN}</sCrIpT >`,
  `<script/x>${RUN}</script/>`,
  `<scr\u0000ipt>${RUN}</script>`,
  `<script src="data:text/javascript,${RUN}"></script>`,
  `<script type=module>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<img/src=x/onerror=${RUN}>`,
  `<img src=x onerror="${RUN}"//`,
  `<img src="x" onerror='${RUN}'`,
  `<image src=x onerror=${RUN}>`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y=20>x</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' onload='${RUN}'/>#x"/></svg>`,
  `<math href="javascript:${RUN}">x</math>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${RUN}&gt;">`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<iframe src="javascript:parent.ran=1"></iframe>`,
  `<iframe onload=${RUN}></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<video><source onerror=${RUN}></video>`,
  `<audio src=x onerror=${RUN}></audio>`,
  `<video poster=x src=x onerror=${RUN}></video>`,
  `<details open ontoggle=${RUN}>x</details>`,
  `<input autofocus onfocus=${RUN}>`,
  `<select autofocus onfocus=${RUN}></select>`,
  `<body onload=${RUN}>`,
  `<body onpageshow=${RUN}>`,
  `<marquee onstart=${RUN}>x</marquee>`,
  `<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart=${RUN}>x</b>`,
  `<b style="transition:1s" ontransitionrun=${RUN} tabindex=1>x</b>`,
  `<b onmouseover=${RUN} onclick=${RUN} onfocus=${RUN} tabindex=0>x</b>`,
  `<form action="javascript:${RUN}"><button>x</button></form>`,
  `<form><button formaction="javascript:${RUN}">x</button></form>`,
  `<a href="javascript:${RUN}">x</a>`,
  `<base href="javascript:/${RUN}//"><a href=".">x</a>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<link rel="stylesheet" href="data:text/css,x" onload=${RUN}>`,
  `<template shadowrootmode=open><script>${RUN}</script></template>`,
  `<xss id=x onbeforematch=${RUN} hidden=until-found>x</xss>`,
];

/** URLs that run, or that open a document that does. */
const CODE = ['javascript:window.ran=1', 'vbscript:window.ran=1', 'data:text/html,<script>parent.ran=1</script>'];
const SPELLINGS: readonly ((url: string) => string)[] = [
  (url) => url,
  (url) => url.toUpperCase().replace('WINDOW.RAN', 'window.ran'),
  (url) => ` ${url}`,
  (url) => `\u0001${url}`,
  (url) => `\u00a0${url}`,
  (url) => `\ufeff${url}`,
  (url) => url.replace(/^(..)/, '$1\t'),
  (url) => url.replace(/^(..)/, '$1\n'),
  (url) => url.replace(/^(..)/, '$1\u0000'),
  (url) => url.replace(/^(..)/, '$1\u00ad'),
  (url) => url.replace(/^(..)/, '$1\u200b'),
  (url) => url.replace(':', '&colon;'),
  (url) => url.replace(':', '&#58;'),
  (url) => url.replace(':', '%3A'),
  (url) => url.replace(/^(..)/, '$1&Tab;'),
  (url) => url.replace(/^(..)/, '$1&NewLine;'),
  (url) => url.replace(/^./, (first) => `&#${first.charCodeAt(0)};`),
  (url) => url.replace(/^./, (first) => `&#x${first.charCodeAt(0).toString(16)}`),
  (url) => url.replace(/^./, (first) => `\\u00${first.charCodeAt(0).toString(16)}`),
  (url) => `view-source:${url}`,
  (url) => `feed:${url}`,
  (url) => `blob:${url}`,
  (url) => `//x/%0a${url}`,
  (url) => `x" href="${url}`,
];
const URLS = CODE.flatMap((code) => SPELLINGS.map((spell) => spell(code)));

/** Markdown around a URL that runs, and around an element. */
const MARKDOWN: readonly ((code: string) => string)[] = [
  (code) => `[x](${code})`,
  (code) => `[x](<${code}>)`,
  (code) => `![x](${code})`,
  (code) => `[![x](x)](${code})`,
  (code) => `<${code}>`,
  (code) => `[x]\n\n[x]: ${code}`,
  (code) => `[x](https://a.example "${code}")`,
  (code) => `![${code}](https://a.example/x.png '${code}')`,
  (code) => `[^1]\n\n[^1]: ${code}`,
  (code) => `\`\`\`${code}\n${code}\n\`\`\``,
  (code) => `| ${code} |\n| --- |\n| ${code} |`,
  (code) => `> [!NOTE]\n> ${code}`,
  (code) => `\\${code}`,
  (code) => `*${code}**`,
  (code) => `${code}\n===`,
];

export const PAYLOADS: readonly string[] = [
  ...new Set([
    ...ATTACKS,
    ...EXITS.flatMap((exit) => ELEMENTS.map((element) => exit + element)),
    ...URLS,
    ...MARKDOWN.flatMap((wrap) => [...CODE, ...ELEMENTS.slice(0, 12)].map(wrap)),
  ]),
];
