import type { CodeLens } from 'vscode-languageserver/node';
import type { RuleContext } from '../../lint/context.ts';
import { lengthOf } from '../../lint/prose/words.ts';
import { bodyParagraphs } from '../../lint/rules/length-rules.ts';
import type { Count } from '../../model/house.ts';
import type { Passage } from '../../model/passage.ts';
import { graphemes } from '../../typography/index.ts';
import type { Messages } from '../messages/messages.ts';
import { count } from '../run/summary.ts';
import type { Analysis } from './analysis.ts';
import { channelCounts } from './channel-counts.ts';

/** The length of each part with the range of the house, above the part, and the lengths in the channels above the headline. */
export function lenses({ linted, project, places, messages }: Analysis): CodeLens[] {
  const context = linted?.context;
  if (!context || !project) return [];
  const lens = (offset: number, title: string): CodeLens => {
    const start = places.position(offset);
    return { range: { start, end: start }, command: { title, command: '' } };
  };
  const top = context.headline?.span.start ?? 0;
  const channels = project.channels ? channelCounts(context.article, context.house, project.channels, messages) : [];
  return [
    ...[...partCounts(context, messages)].map(({ offset, title }) => lens(offset, title)),
    ...(channels.length > 0 ? [lens(top, channels.join(' · '))] : []),
  ];
}

interface PartCount {
  readonly offset: number;
  readonly title: string;
}

function* partCounts(context: RuleContext, { text, comma }: Messages): Generator<PartCount> {
  const { headline, body, bodyBlocks, insight, parts, laws, lawPassages, house, isForeign } = context;
  const { counts } = house;
  const title = (number: number, unit: string, wanted: Count, words: string) =>
    text(isForeign ? count(number, unit) : `${count(number, unit)} (house: ${shown(wanted)})`) + comma + words;
  const words = (passages: readonly Passage[]) => {
    const lengths = passages.map(({ text }) => lengthOf(context, text));
    const total = lengths.reduce((sum, { count: one }) => sum + one, 0);
    return text(count(total, lengths[0]?.unit ?? 'word'));
  };
  if (headline) {
    const characters = graphemes(headline.text).length;
    yield { offset: headline.span.start, title: title(characters, 'character', counts.headline, words([headline])) };
  }
  const [first] = bodyBlocks;
  if (body && first) {
    const passages = bodyBlocks.flatMap((block) => block.passages);
    const { length } = bodyParagraphs(context);
    yield { offset: first.span.start, title: title(length, 'paragraph', counts.body, words(passages)) };
  }
  if (insight) {
    const passages = parts.flatMap((part) => part.passages);
    const { start } = insight.heading?.span ?? insight.span;
    yield { offset: start, title: title(parts.length, 'paragraph', counts.insight, words(passages)) };
  }
  if (laws) {
    const { start } = laws.heading?.span ?? laws.span;
    yield { offset: start, title: title(lawPassages.length, 'law', counts.laws, words(lawPassages.flat())) };
  }
}

function shown({ min, max }: Count): string {
  return min === max ? String(max) : `${min} to ${max}`;
}
