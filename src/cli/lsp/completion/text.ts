import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node';
import { type HouseContext, houseInLanguage, primary, resolveHouse } from '../../../house/resolve.ts';
import { rulesById } from '../../../lint/run-rules.ts';
import type { House } from '../../../model/house.ts';
import { normalizeName } from '../../../model/vocabulary.ts';
import { peekFrontMatter } from '../../../read/front-matter/index.ts';
import { span } from '../../../text/index.ts';
import { type CompletionContext, items, lineEnd, type Offer } from './items.ts';

/** The rules in a comment that ignores some: `<!-- copydesk-ignore repeated-word, `. */
const IGNORED = /(?:<!--|^[ \t]*#)\s*copydesk-ignore\s+(?:[^\s,:]+\s*,\s*)*([^\s,:]*)$/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*)$/;
const LAW = /^ {0,3}(?:[-*+]|\d+[.)])[ \t]+(.*)$/;

/** Completes the names of rules in a comment. Undefined outside of one. */
export function completeComment(context: CompletionContext): CompletionItem[] | undefined {
  const { at, project } = context;
  const typed = IGNORED.exec(before(context))?.[1];
  if (typed === undefined) return undefined;
  const rules = [...rulesById(resolveHouse(project?.house)).values()];
  const offers = rules.map(({ id, what }) => ({ label: id, about: what, kind: CompletionItemKind.Constant }));
  return items(context, span(at - typed.length, at), offers);
}

/** Completes headings, laws and the source line in the text of a note. */
export async function completeText(context: CompletionContext): Promise<CompletionItem[]> {
  const { source, at, project, seen } = context;
  const start = at - before(context).length;
  const line = source.text.slice(start, lineEnd(source, at));
  const houseContext = resolveHouse(project?.house);
  const replaced = (typed: string) => span(start + line.length - typed.length, start + line.length);
  const isAfter = (typed: string) => at >= start + line.length - typed.length;
  const [, , heading] = HEADING.exec(line) ?? [];
  if (heading !== undefined && isAfter(heading)) {
    return items(context, replaced(heading), headingOffers(context, houseContext));
  }
  const [, law] = LAW.exec(line) ?? [];
  if (law !== undefined && isAfter(law) && sectionBefore(context, houseContext) === 'laws') {
    return items(context, replaced(law), named(await seen.laws(houseContext)));
  }
  const label = [...houseContext.vocabulary.sourceLabels.keys()].find((one) => /^\s*[:：]/.test(afterLabel(line, one)));
  if (label === undefined) return [];
  const value = afterLabel(line, label).replace(/^\s*[:：]\s*/, '');
  return isAfter(value) ? items(context, replaced(value), named(await seen.of('source', houseContext))) : [];
}

/** The line up to the cursor. */
function before({ source: { text }, at }: CompletionContext): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}

function afterLabel(line: string, label: string): string {
  return line.toLowerCase().startsWith(label.toLowerCase()) ? line.slice(label.length) : '';
}

function named(values: readonly string[]): Offer[] {
  return values.map((label) => ({ label }));
}

/** The headings that the note does not have yet. */
function headingOffers({ source, at }: CompletionContext, houseContext: HouseContext): Offer[] {
  const { text } = source;
  const current = text.lastIndexOf('\n', at - 1) + 1;
  const others = [...text.matchAll(/^ {0,3}#{1,6}[ \t]+(.*)$/gm)].filter(({ index }) => index !== current);
  const used = new Set(others.map(([, name = '']) => normalizeName(name)));
  const house = houseInLanguage(languageOf(source.path, text, houseContext.house), houseContext);
  const kind = CompletionItemKind.Module;
  const sections = [...Object.values(house.headings), ...house.sections].map(({ heading }) => ({
    label: heading,
    about: 'A section of the note.',
    kind,
  }));
  const parts = house.insight.flatMap(({ names: [label] }) =>
    label === undefined ? [] : [{ label, about: 'A part of the insight. The heading is not printed.', kind }],
  );
  return [...sections, ...parts].filter(({ label }) => !used.has(normalizeName(label)));
}

/** The primary language of a note. */
function languageOf(path: string, text: string, house: House): string {
  const entries = peekFrontMatter({ path, text, bom: false, eol: '\n' }) ?? [];
  const value = entries.find(({ name }) => name === 'lang')?.value;
  return primary(value?.kind === 'scalar' && value.value ? value.value : house.lang);
}

/** The kind of the section that the cursor is in. */
function sectionBefore({ source: { text }, at }: CompletionContext, { vocabulary }: HouseContext): string {
  const headings = text.slice(0, at).match(/^ {0,3}#{1,6}[ \t]+.*$/gm) ?? [];
  for (const heading of headings.toReversed()) {
    const found = vocabulary.sections.get(normalizeName(heading.replace(/^[ \t]*#+[ \t]+|[ \t]+#*[ \t]*$/g, '')));
    if (found) return found.kind;
  }
  return 'body';
}
