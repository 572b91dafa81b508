import { isBlank, isIdeograph, isLatin } from './marks.ts';

const ENDING = unitsOf('。！？…\n');
const OPENING = unitsOf('([{（【《「『“‘"');

function unitsOf(marks: string): ReadonlySet<number> {
  return new Set(Array.from(marks, (mark) => mark.charCodeAt(0)));
}

/** Every form of an ellipsis ends a sentence, so that the order of the passes does not matter. */
function endsSentence(codePoint: number, next: number): boolean {
  if (ENDING.has(codePoint)) return true;
  if (codePoint === 0x2e) return isBlank(next) || next === 0x2e;
  return (codePoint === 0x21 || codePoint === 0x3f) && isBlank(next);
}

/**
 * Counts Han characters and Latin words of a sentence while it is read. They decide whether its full stop is 。 or `.`.
 * Counting back from every mark would take quadratic time.
 */
export class Sentence {
  #ideographs = 0;
  #words = 0;
  #ideographsInside = 0;
  #wordsInside = 0;
  #inWord = false;

  /** Reads a character; `next` is the one after it. A full stop, newline or opening mark resets the counts. */
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

  /** At least as many Han characters as Latin words since the last full stop. */
  isHan(): boolean {
    return this.#ideographs > 0 && this.#ideographs >= this.#words;
  }

  /** The same since the last opening mark. */
  isHanInside(): boolean {
    return this.#ideographsInside > 0 && this.#ideographsInside >= this.#wordsInside;
  }
}
