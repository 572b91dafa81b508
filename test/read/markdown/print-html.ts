import type { Block, Inline } from '../../../src/model/article.ts';

/** The tests' own printer: blocks as CommonMark's reference implementation prints them, raw HTML aside. */
export function printHtml(blocks: readonly Block[]): string {
  return blocks.map((block) => printBlock(block, false)).join('\n');
}

function printBlock(block: Block, tight: boolean): string {
  switch (block.type) {
    case 'paragraph':
      return tight ? printInlines(block.tokens) : `<p>${printInlines(block.tokens)}</p>`;
    case 'heading':
      return `<h${block.depth}>${printInlines(block.tokens)}</h${block.depth}>`;
    case 'blockquote':
      return `<blockquote>\n${printHtml(block.tokens)}\n</blockquote>`;
    case 'hr':
      return '<hr />';
    case 'code': {
      const lang = block.lang ? ` class="language-${escapeHtml(block.lang)}"` : '';
      return `<pre><code${lang}>${escapeHtml(block.text)}${block.text === '' ? '' : '\n'}</code></pre>`;
    }
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const start = block.ordered && block.start !== 1 ? ` start="${block.start}"` : '';
      const items = block.items.map((item) => {
        const inner = item.tokens.map((inner) => printBlock(inner, !block.loose)).join('\n');
        return `<li>${inner}</li>`;
      });
      return `<${tag}${start}>\n${items.join('\n')}\n</${tag}>`;
    }
    case 'table':
      return `<table>${[block.header, ...block.rows]
        .map((row) => `<tr>${row.map((cell) => `<td>${printInlines(cell.tokens)}</td>`).join('')}</tr>`)
        .join('')}</table>`;
  }
}

function printInlines(inlines: readonly Inline[]): string {
  return inlines.map(printInline).join('');
}

function printInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return escapeHtml(inline.text);
    case 'codespan':
      return `<code>${escapeHtml(inline.text)}</code>`;
    case 'br':
      return '<br />\n';
    case 'link':
      return `<a href="${address(inline.href)}"${title(inline.title)}>${printInlines(inline.tokens)}</a>`;
    case 'image':
      return `<img src="${address(inline.href)}" alt="${escapeHtml(inline.text)}"${title(inline.title)} />`;
    case 'footnote':
      return `[^${inline.label}]`;
    default:
      return `<${inline.type}>${printInlines(inline.tokens)}</${inline.type}>`;
  }
}

function title(text: string | undefined): string {
  return text === undefined ? '' : ` title="${escapeHtml(text)}"`;
}

function address(href: string): string {
  return escapeHtml(
    encodeURI(href)
      .replaceAll(/%25(?=[0-9A-Fa-f]{2})/g, '%')
      .replaceAll('%5B', '[')
      .replaceAll('%5D', ']'),
  );
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Line ends outside `<pre>` are spaces or nothing, as in a browser. */
export function normalise(html: string): string {
  return html
    .split(/(<pre>[\s\S]*?<\/pre>)/)
    .map((part) =>
      part.startsWith('<pre>')
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(/ ?(<\/?(?:p|h[1-6]|ul|ol|li|blockquote|hr|table|br|pre)\b[^>]*>) ?/g, '$1'),
    )
    .join('')
    .replaceAll('%5B', '[')
    .replaceAll('%5D', ']')
    .trim();
}
