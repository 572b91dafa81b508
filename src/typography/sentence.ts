import { isBlank, isIdeograph, isLatin } from './marks.ts';

const ENDING = unitsOf('。！？…\n');
const OPENING = unitsOf('([{（【《「『“‘"');

function unitsOf(marks: string): ReadonlySet<number> {
  return new Set(Array.from(marks, (mark) => mark.charCodeAt(0)));
}

/** An ellipsis ends a sentence however it is written, so that it does not matter when it is set right. */
function endsSentence(codePoint: number, next: number): boolean {
  if (ENDING.has(codePoint)) return true;
  if (codePoint === 0x2e) return isBlank(next) || next === 0x2e;
  return (codePoint === 0x21 || codePoint === 0x3f) && isBlank(next);
}

/**
 * How much Han and how much Latin a sentence has up to now, read one character after another: whether its full stop
 * is 。 or `.` depends on it, and counting back from every mark would cost quadratic time.
 */
export class Sentence {
  #ideographs = 0;
  #words = 0;
  #ideographsInside = 0;
  #wordsInside = 0;
  #inWord = false;

  /** Takes in a character; `next` is the one after it. A full stop, newline or opening mark starts afresh. */
  read(codePoint: number, next: number): void {
    const latin = isLatin(codePoint);
    if (isIdeograph(codePoint)) {
      this.#ideographs++;
      this.#ideographsInside++;
    } else if (latin) {
      if (!this.#inWord) {
        this.#words++;
        this.#wordsInside++;
      }
    } else {
      const ends = endsSentence(codePoint, next);
      if (ends) this.#ideographs = this.#words = 0;
      if (ends || OPENING.has(codePoint)) this.#ideographsInside = this.#wordsInside = 0;
    }
    this.#inWord = latin;
  }

  /** More Han characters than Latin words since the last full stop, or as many. */
  isHan(): boolean {
    return this.#ideographs > 0 && this.#ideographs >= this.#words;
  }

  /** The same since the last opening mark. */
  isHanInside(): boolean {
    return this.#ideographsInside > 0 && this.#ideographsInside >= this.#wordsInside;
  }
}
