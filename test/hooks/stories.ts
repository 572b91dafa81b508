import { format } from '../../src/format.ts';
import { note } from '../cli/program.ts';

/** A note that is not in shape at its top, and is below. */
export function story(headline = 'Lab Opens'): string {
  return note({ front: `headline: ${headline}\nsource: The Lab`, body: `A lab opened.  \n\n\n\n${PARAGRAPHS}` });
}

const PARAGRAPHS = Array.from({ length: 8 }, (_, at) => `Paragraph ${at + 1} says what happened next.`).join('\n\n');

/** What a writer has not finished, at the end of the last section. */
export const UNFINISHED = '- A law that is not finished.\n';

/** The shape that the tests expect of a note. */
export async function shaped(text: string): Promise<string> {
  const { text: result } = await format(text);
  if (result === undefined || result === text) throw new Error('the note of a test is in shape, or cannot be read');
  return result;
}

/** A note that cannot be read: its bytes are no UTF-8. */
export const UNREADABLE = Buffer.concat([Buffer.from(story()), Buffer.from([0xff, 0x0a])]);

/** As Windows writes it. */
export function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}
