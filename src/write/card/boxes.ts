import { TemplateError } from '../template/run.ts';
import type { Room } from './fit.ts';

/** A `<text>` of a card's template: a box that copydesk fills with the outlines of a text. */
export interface Box extends Room {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly families: readonly string[];
  readonly anchor: 'start' | 'middle' | 'end';
  readonly align: 'top' | 'middle' | 'bottom';
  readonly direction: 'ltr' | 'rtl';
  /** Added after each character, in em. */
  readonly spacing: number;
  /** The attributes of the outlines: those of the element that do not place it. */
  readonly attributes: string;
}

const ELEMENT = /<text\b((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>([\s\S]*?)<\/text\s*>)/g;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAMES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' } as const;

/**
 * An SVG with each `<text>` replaced.
 * @param name the template, for messages.
 * @throws {TemplateError} for a `<text>` without a place, or with elements inside.
 */
export function replaceTexts(svg: string, name: string, outlines: (box: Box) => string): string {
  return svg.replace(ELEMENT, (_, written: string, content = '') => {
    const text = textOf(content, name);
    return text === '' ? '' : outlines(boxOf(text, written, name));
  });
}

function textOf(content: string, name: string): string {
  if (content.includes('<'))
    throw new TemplateError(`${name}: a <text> has elements inside`, 'Put only text between <text …> and </text>.');
  return normalized(decode(content));
}

/** A text as a card draws it: on one line, with spaces that every font has, and composed letters. */
export function normalized(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/g, (space) => (/^[\u00a0\u2000-\u200a\u202f\u205f\u3000]+$/.test(space) ? space : ' '))
    .replace(/[\u2000-\u200a\u202f\u205f]/g, '\u00a0')
    .replaceAll('\u2011', '\u2010')
    .trim()
    .normalize();
}

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|lt|gt|quot|apos|amp);/gi, (whole, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    return NAMES[whole.toLowerCase() as keyof typeof NAMES] ?? whole;
  });
}

/** The attributes that place a text. */
const PLACING = [
  'x',
  'y',
  'width',
  'height',
  'font-family',
  'font-size',
  'min-font-size',
  'line-height',
  'letter-spacing',
  'text-anchor',
  'vertical-align',
  'direction',
] as const;

function boxOf(text: string, written: string, name: string): Box {
  const all = Array.from(written.matchAll(ATTRIBUTE), ({ 0: whole, 1: key = '', 2: double, 3: single = '' }) => ({
    whole,
    key,
    value: decode(double ?? single),
  }));
  const value = (key: (typeof PLACING)[number]): string | undefined => all.find((one) => one.key === key)?.value;
  const number = (key: (typeof PLACING)[number], fallback?: number): number => {
    const given = value(key);
    const found = given === undefined ? fallback : Number(given);
    if (found !== undefined && Number.isFinite(found) && (found > 0 || key === 'x' || key === 'y')) return found;
    throw new TemplateError(`${name}: a <text> needs a number as its '${key}'`, `Write ${key}="40", without a unit.`);
  };
  const size = number('font-size');
  const choice = <Value extends string>(
    key: 'text-anchor' | 'vertical-align' | 'direction',
    values: readonly Value[],
  ) => values.find((one) => one === value(key)) ?? (values[0] as Value);
  return {
    text,
    x: number('x'),
    y: number('y'),
    width: number('width'),
    height: number('height'),
    size,
    minSize: Math.min(size, number('min-font-size', size)),
    lineHeight: number('line-height', 1.2),
    spacing: value('letter-spacing') === undefined ? 0 : number('letter-spacing') / size,
    families: (value('font-family') ?? '').split(',').map(unquoted).filter(Boolean),
    anchor: choice('text-anchor', ['start', 'middle', 'end']),
    align: choice('vertical-align', ['top', 'middle', 'bottom']),
    direction: choice('direction', ['ltr', 'rtl']),
    attributes: all
      .filter(({ key }) => !PLACING.some((one) => one === key))
      .map(({ whole }) => ` ${whole}`)
      .join(''),
  };
}

function unquoted(family: string): string {
  return family.replace(/['"]/g, '').trim().toLowerCase();
}
