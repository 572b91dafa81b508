import type { Article, Prose } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import { Footnotes } from '../footnotes.ts';
import { anchor } from '../html/context.ts';
import { escapeHtml } from '../html/escape.ts';
import type { HtmlLayout } from '../html/printer.ts';
import { footnoteHtml, itemHtml, proseHtml } from '../html/prose.ts';
import { partsInOrder } from '../template/context.ts';
import { type Layout, VERBATIM } from '../text/layout.ts';
import { textPrinter } from '../text/printer.ts';
import type { Text } from './document.ts';

/** One part of the story: the lines of its plain text, and its HTML. */
interface Body {
  readonly role: string;
  readonly lines: readonly string[];
  readonly html: readonly string[];
}

/** The parts of the story that the house prints, in its order, each as plain text and as HTML. */
export function bodies(article: Article, house: House): readonly Text[] {
  const footnotes = new Footnotes(article, house);
  const layout = { labels: house.labels, footnotes, id: (name: string) => anchor(name, article.slug) };
  return partsInOrder(house, footnotes.list)
    .flatMap((part) => bodiesOf(part, article, house, layout))
    .flatMap(({ role, lines, html }): Text[] => {
      const text = lines.filter(Boolean).join('\n').replaceAll(VERBATIM, '');
      if (text === '') return [];
      return [
        { role, contentType: 'text/plain', value: text },
        { role, contentType: 'text/html', value: html.filter(Boolean).join('\n') },
      ];
    });
}

function bodiesOf(part: string, article: Article, house: House, layout: HtmlLayout): readonly Body[] {
  switch (part) {
    case 'body':
      return [body('main', [article.body], layout)];
    case 'insight':
      return [
        body(
          'insight',
          article.insight.map(({ prose }) => prose),
          layout,
        ),
      ];
    case 'laws':
      return [listed('laws', article.laws, layout)];
    case 'footnotes':
      return [footnotesBody(layout)];
    default:
      return sections(part, article, house, layout);
  }
}

function body(role: string, proses: readonly Prose[], layout: HtmlLayout): Body {
  return {
    role,
    lines: proses.map((prose) => plain(prose, layout)),
    html: proses.map((prose) => proseHtml(prose, 2, layout)),
  };
}

function listed(role: string, items: readonly Prose[], layout: HtmlLayout): Body {
  const html = items.map((item) => `<li>${itemHtml(item, 3, layout)}</li>`);
  return { role, lines: items.map((item) => plain(item, layout)), html: ['<ol>', ...html, '</ol>'] };
}

function footnotesBody(layout: HtmlLayout): Body {
  const { list } = layout.footnotes;
  const html = list.map(
    (footnote) => `<li id="${layout.id(`fn-${footnote.number}`)}">${footnoteHtml(footnote, layout)}</li>`,
  );
  return {
    role: 'footnotes',
    lines: list.map(({ number, prose }) => `[${number}] ${plain(prose, layout)}`),
    html: ['<ol>', ...html, '</ol>'],
  };
}

/** The other sections, each under its heading. `sections` stands for those that the house does not know. */
function sections(part: string, article: Article, house: House, layout: HtmlLayout): readonly Body[] {
  const own = house.sections.find(({ id }) => id === part);
  if (!own && part !== 'sections') return [];
  return article.sections
    .filter(({ id }) => id === own?.id)
    .map(({ heading, prose }) => {
      const label = own?.label ?? heading;
      return {
        role: own?.id ?? 'section',
        lines: [label, plain(prose, layout)],
        html: [`<h2>${escapeHtml(label)}</h2>`, proseHtml(prose, 3, layout)],
      };
    });
}

function plain(prose: Prose, layout: Layout): string {
  return textPrinter.blocks(prose, layout);
}
