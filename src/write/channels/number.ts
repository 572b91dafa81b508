import type { RichText } from './rich-text.ts';
import { type Fits, split } from './split.ts';

/** Splits a text as `split` does, into parts that fit with their numbers: `2/7`. A text that is one part has no number. */
export function splitNumbered(rich: RichText, fits: Fits): readonly RichText[] {
  const { length } = split(rich, fits);
  if (length < 2) return split(rich, fits);
  // The numbers take space, so that there can be more parts, with longer numbers.
  for (let digits = String(length).length; ; digits++) {
    const widest = '9'.repeat(digits);
    const parts = split(rich, (part) => fits(withNumber(part, widest, widest)));
    const total = String(parts.length);
    if (total.length <= digits) return parts.map((part, index) => withNumber(part, String(index + 1), total));
  }
}

function withNumber({ text, marks }: RichText, number: string, total: string): RichText {
  return { text: `${text}\n\n${number}/${total}`, marks };
}

/** A part without the number that `splitNumbered` gave it. */
export function withoutNumber({ text, marks }: RichText): RichText {
  return { text: text.replace(/\n\n\d+\/\d+$/, ''), marks };
}
