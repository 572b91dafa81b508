import { format } from '../../src/format.ts';
import type { Unformatted } from '../../src/index.ts';
import { differences, isReadable, wrongShape } from './oracle.ts';

/** What became of a note, and all that is wrong with it: one line each, none when all is well. */
export interface Judged {
  /** Absent when the note was refused. */
  readonly text?: string;
  readonly unformatted: readonly Unformatted[];
  /** The messages of what was refused. */
  readonly messages: readonly string[];
  readonly faults: readonly string[];
}

/** Formats a note twice and looks at it from outside. Throws only what `format` throws. */
export async function judge(note: string, path = 'note.md'): Promise<Judged> {
  const { text, diagnostics, unformatted } = await format(note, { path });
  const messages = diagnostics.map(({ message }) => message);
  if (text === undefined) {
    const fatal = diagnostics.length > 0 && diagnostics.every(({ severity }) => severity === 'fatal');
    const faults = [
      ...(fatal ? [] : ['refused without a word']),
      ...(isReadable(note) ? ['refused, but it can be read'] : []),
    ];
    return { unformatted, messages, faults };
  }
  const again = await format(text, { path });
  const outside = unformatted.filter(({ span: { start, end } }) => start < 0 || end < start || end > note.length);
  const faults = [
    ...(diagnostics.length > 0 ? [`formatted and refused: ${messages.join('; ')}`] : []),
    ...(again.text === text ? [] : [`not stable: ${JSON.stringify(text)} → ${JSON.stringify(again.text)}`]),
    ...outside.map(({ reason }) => `left outside the text: ${reason}`),
    ...wrongShape(note, text, unformatted.length),
    ...(text === note ? [] : differences(note, text)),
  ];
  return { text, unformatted, messages, faults };
}
