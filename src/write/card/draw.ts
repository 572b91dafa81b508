import { loadEngine, readCardFile } from 'copydesk:card';
import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import type { Key } from '../../model/keys.ts';
import { hasHan } from '../../text/index.ts';
import { graphemes } from '../../typography/index.ts';
import { runTemplate, TemplateError } from '../template/run.ts';
import { UnprintableError } from '../unprintable.ts';
import { type Box, normalized, replaceTexts } from './boxes.ts';
import { breakWide, piecesOf } from './breaks.ts';
import { createCardContext } from './context.ts';
import { fitText } from './fit.ts';
import { Fonts } from './fonts.ts';
import type { CardOptions, DrawCard } from './formats.ts';
import { outline } from './outline.ts';
import { ShapedText } from './shape.ts';

/** The libraries that only cards need. */
export type Engine = Awaited<ReturnType<typeof loadEngine>>;

const TEMPLATE = 'post.svg.hbs';

/** Loads what draws a card as SVG: every text is outlines, so that it looks the same without the fonts. */
export async function loadSvg(): Promise<(...story: Parameters<DrawCard>) => string> {
  const engine = await loadEngine();
  return (article, house, options) => drawSvg(article, house, options, engine);
}

let rasteriser: Promise<void> | undefined;

/** Loads what draws a card as PNG. */
export async function loadPng(): Promise<(...story: Parameters<DrawCard>) => Uint8Array> {
  const [engine, drawCard] = await Promise.all([loadEngine(), loadSvg()]);
  rasteriser ??= engine.initWasm(readCardFile('resvg.wasm'));
  await rasteriser;
  return (article, house, options) => toPng(drawCard(article, house, options), house, engine);
}

function drawSvg(article: Article, house: House, options: CardOptions, engine: Engine): string {
  const fonts = new Fonts(engine, options.fonts);
  const template = house.templates.get(TEMPLATE)?.name ?? TEMPLATE;
  const context = createCardContext(article, house, options.law);
  const svg = runTemplate(house, TEMPLATE, context);
  const { number, text = '' } = context.law as { readonly number?: number; readonly text?: string };
  const shown = { article, house, law: { number, text: normalized(text) } };
  const card = replaceTexts(svg, template, (box) => {
    const unknown = box.families.find((name) => !fonts.names.includes(name));
    if (unknown !== undefined)
      throw new TemplateError(`${template}: unknown font '${unknown}'`, `Use one of ${fonts.names.join(', ')}.`);
    return pathOf(box, shown, fonts, engine);
  });
  return `${card.trim()}\n`;
}

/** No text of this length has room on a card. */
const LONGEST = 5000;

/** What a card shows. */
interface Shown {
  readonly article: Article;
  readonly house: House;
  readonly law: { readonly number: number | undefined; readonly text: string };
}

function pathOf(box: Box, shown: Shown, fonts: Fonts, engine: Engine): string {
  const { lang } = shown.article;
  const key = KEYS.find((one) => normalized(shown.article[one] ?? '') === box.text);
  const text = box.text.slice(0, LONGEST);
  const shaped = new ShapedText(text, { ...box, lang, key }, fonts, engine);
  const measure = (start: number, end: number) => shaped.line(start, end).width;
  const isWide = (start: number, end: number) => measure(start, end) * box.minSize > box.width;
  const whole = piecesOf(text, wordsOf(text), new Set(shown.house.words.small));
  const pieces = breakWide(whole, text, isWide);
  const found = text === box.text ? fitText(pieces, measure, box) : undefined;
  if (found) return `<path${box.attributes} d="${outline(shaped, found, box)}"/>`;
  const rest = pieces.find((_, index) => !fitText(pieces.slice(0, index + 1), measure, { ...box, size: box.minSize }));
  throw lengthError(box, shown, key, box.text.slice(rest?.start ?? LONGEST));
}

/** The words of Chinese and Japanese, which have no spaces between them; none for any other text. */
function wordsOf(text: string): readonly string[] {
  if (!hasHan(text)) return [];
  return Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(text), ({ segment }) => segment);
}

/** @param rest what does not fit. */
function lengthError(box: Box, { law }: Shown, key: Key | undefined, rest: string): UnprintableError {
  const count = graphemes(rest).length;
  const [name, advice] = key
    ? [key, `Shorten the ${key}.`]
    : box.text === law.text
      ? [`law ${law.number}`, 'Shorten the law.']
      : [`'${box.text}'`, `Shorten it, or change ${TEMPLATE}.`];
  return new UnprintableError({
    rule: 'does-not-fit',
    message: `card: ${name} is ${count} ${count === 1 ? 'character' : 'characters'} too long`,
    advice,
    ...(key ? { key } : {}),
  });
}

const KEYS = ['headline', 'dek', 'section', 'dateline'] as const satisfies readonly Key[];

function toPng(svg: string, house: House, { Resvg }: Engine): Uint8Array {
  try {
    const resvg = new Resvg(svg, { font: { loadSystemFonts: false } });
    const image = resvg.render();
    const png = image.asPng();
    image.free();
    resvg.free();
    return png;
  } catch (error) {
    const name = house.templates.get(TEMPLATE)?.name ?? TEMPLATE;
    const reason = String(error).replace(/^.* cause /, '');
    throw new TemplateError(`${name}: the template does not print an SVG`, `Correct it: ${reason}.`);
  }
}
