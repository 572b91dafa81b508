import { HtmlRenderer, Parser } from 'commonmark';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { joinsWithNothing } from '../../../src/text/index.ts';
import { cut, sectionOf, surplus } from './cut.ts';

/**
 * One tilde is text to copydesk, as in `3~5`. And micromark lets `*` and `_` beside a tilde open and close what they cannot by the
 * rules of CommonMark, because strikethrough makes the tilde one of its attention markers.
 */
const SYNTAX = { ...gfm({ singleTilde: false }), attentionMarkers: {} };

const HTML = gfmHtml();

const KEPT_LINES: typeof HTML = {
  // Behind a definition micromark drops the line ends of raw HTML and code.
  enter: {
    codeFencedFence() {
      this.setData('slurpAllLineEndings');
    },
    codeFlowValue() {
      this.setData('slurpAllLineEndings');
    },
    htmlFlowData() {
      this.setData('slurpAllLineEndings');
      this.setData('slurpOneLineEnding');
    },
  },
  exit: {
    // Behind a footnote it drops the next line end of the text, wherever that is.
    gfmFootnoteDefinition(token) {
      HTML.exit?.gfmFootnoteDefinition?.call(this, token);
      this.setData('slurpOneLineEnding');
    },
  },
};
const OPTIONS = { extensions: [SYNTAX], htmlExtensions: [HTML, KEPT_LINES] };

/** Tags whose blanks inside and outside nobody sees. */
const EDGE = '</?(?:p|h[1-6]|ul|ol|li|blockquote|hr|br|table|thead|tbody|tr|th|td|section|input|pre)\\b[^>]*>';
const BEFORE_EDGE = new RegExp(`^[\\s\\S]*${EDGE}`);
const BEHIND_EDGE = new RegExp(`${EDGE}[\\s\\S]*$`);
const BESIDE_EDGE = new RegExp(`[ \\t\\n]*(${EDGE})[ \\t\\n]*`, 'g');
/** Comments may move, and nobody sees them. */
const COMMENT = /&lt;!--(?:-?&gt;|(?:(?!--&gt;)[^<])*--&gt;)[ \t\n]*/g;
/** micromark links `www.` before a blank that ends the text, which cmark-gfm has dropped by then. */
const WWW = '<a href="http://www">www</a>.';
/** Blanks beside a `<br>` of the writer are at the end and the start of a line. */
const BREAK = /[ \t\n]*(&lt;br[ \t]*\/?&gt;)[ \t\n]*/gi;
/** micromark tears the first line of indented code right behind a list from the rest, with the blank lines between them. */
const BEHIND_LIST = /(<\/[ou]l>)((?:<pre><code>(?:(?!<\/code>)[\s\S])*<\/code><\/pre>){1,2})/g;
const TORN = '</code></pre><pre><code>';
/** Blank lines at the end of code that no fence closes. Those of other code commonmark.js judges. */
const LAST_BLANKS = /(?<=<code(?: [^>]*)?>)\n+(?=<\/code>)|(?<=\n)(?:[ \t]*\n)+(?=<\/code><\/pre>)/g;
const CODE = /(<pre>[\s\S]*?<\/pre>)/;

const parser = new Parser();
const renderer = new HtmlRenderer();

/** Whether micromark and commonmark.js read a text alike when neither knows GFM. Where they do not, micromark is no judge. */
function isAgreed(markdown: string): boolean {
  const raw = { allowDangerousHtml: true, allowDangerousProtocol: true };
  return inOneLine(micromark(markdown, raw)) === inOneLine(renderer.render(parser.parse(markdown)));
}

/** HTML with its prose in one line. */
function inOneLine(html: string, join = ''): string {
  return html
    .replaceAll(WWW, 'www.')
    .replace(LAST_BLANKS, '')
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? part : folded(part, join)))
    .join('')
    .replace(/<blockquote><\/blockquote>/g, '')
    .replace(/(<\/pre>) +| +(?=<pre>)/g, '$1')
    .replace(BEHIND_LIST, (_, list: string, code: string) => list + code.replace(TORN, '').replace(/\n+/g, '\n'))
    .trim();
}

function folded(html: string, join: string): string {
  const bare = html.replace(COMMENT, '').replace(BREAK, '$1').replace(BESIDE_EDGE, '$1');
  const lines = bare.replace(/[ \t]*\n[ \t\n]*/g, (found, at: number) => {
    const before = bare.slice(Math.max(0, at - 200), at);
    const after = bare.slice(at + found.length, at + found.length + 200);
    // The words of the block before or after do not count.
    const seen = (part: string) => part.replace(/<img\b[^>]*>|<code>[ \t]*<\/code>/g, '\ufffc').replace(/<[^>]*>/g, '');
    return joinsWithNothing(
      seen(before.replace(BEFORE_EDGE, '')).replace(/[ \t\n]+$/, ''),
      seen(after.replace(BEHIND_EDGE, '')).replace(/^[ \t\n]+/, ''),
    )
      ? join
      : ' ';
  });
  return lines.replace(/[ \t]+/g, ' ');
}

/** A footnote in a quote. Around one, micromark makes tight lists loose and loose ones tight; commonmark.js judges that. */
const QUOTED_FOOTNOTE = />[^\n]*\[\^[^\]\s]+\]:/;

function withoutParagraphs(html: string): string {
  return html.replaceAll('</p><p>', ' ').replace(/<\/?p>/g, '');
}

/** The numbers of footnotes follow the order of the sections. */
const FOOTNOTE_NUMBERS = /(?<= aria-describedby="footnote-label">)\d+| aria-label="Back to reference [^"]*"/g;

/** The parts of a text, each from one heading to the next, with the name of a section in place of its heading. */
function runsOf(markdown: string, isQuoted: boolean): string[] {
  const html = inOneLine(micromark(markdown, OPTIONS), JOIN);
  return (isQuoted ? withoutParagraphs(html) : html)
    .replace(FOOTNOTE_NUMBERS, '')
    .replace(/<\/ol><\/section>$/, '')
    .split(/(?=<h[1-6]>|<section data-footnotes|<li id="user-content-fn-)/)
    .map((run) => {
      const [, heading = '', rest = ''] = /^<h[1-6]>([\s\S]*?)<\/h[1-6]>([\s\S]*)$/.exec(run) ?? [];
      const section = sectionOf(heading.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&'));
      return section === undefined ? run.replace(/(<\/?h)[1-6]>/g, '$1>') : `<section ${section}>${rest}`;
    })
    .map((run) => run.trim())
    .filter((run) => run !== '');
}

/** A line end of Chinese, which becomes nothing. */
const JOIN = '\u0001';

/**
 * Whether a run may have become another one. Where the first parser sees a delimiter beside a line end of Chinese that this
 * one does not see, the line end becomes a space, which is what browsers make of it.
 */
function mayBe(was: string, is: string): boolean {
  return new RegExp(`^${was.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(JOIN, `[ ${JOIN}]?`)}$`).test(is);
}

function shown(run: string): string {
  return run.replaceAll(JOIN, '');
}

/** What a GFM parser sees in one note and not in the other. `moved` are the lines that became keys of the front matter. */
export function differentGfm(before: string, after: string, moved: readonly string[]): string[] {
  const [old, now] = [withoutMoved(cut(before).body, moved), cut(after).body];
  if (old === now) return [];
  const isQuoted = QUOTED_FOOTNOTE.test(old) || QUOTED_FOOTNOTE.test(now);
  const [was, is] = [runsOf(old, isQuoted), runsOf(now, isQuoted)];
  const added = surplus(is, was);
  const lost = surplus(was, is).filter((run) => {
    const same = added.findIndex((other) => mayBe(run, other));
    if (same !== -1) added.splice(same, 1);
    return same === -1;
  });
  const faults = [
    ...lost.map((html) => `lost in GFM: ${shown(html)}`),
    ...added.map((html) => `new in GFM: ${shown(html)}`),
  ];
  return faults.length === 0 || (isAgreed(old) && isAgreed(now)) ? faults : [];
}

function withoutMoved(body: string, moved: readonly string[]): string {
  return moved.reduce((text, line) => text.replace(line.trim(), ''), body);
}
