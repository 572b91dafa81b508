/** Why a file is passed over, and no fault. */
export type Skipped = 'no note' | 'structured' | 'ignored';

/** Counts what a run passes over, and puts it into words. */
export class Skips {
  readonly #counts: Record<Skipped, number> = { 'no note': 0, structured: 0, ignored: 0 };

  add(why: Skipped, number = 1): void {
    this.#counts[why] += number;
  }

  get total(): number {
    const { 'no note': others, structured, ignored } = this.#counts;
    return others + structured + ignored;
  }

  /** For the end of a summary. */
  get parts(): string[] {
    const { ignored } = this.#counts;
    const others = this.total - ignored;
    return [
      ...(others > 0 ? [`${others} skipped that are no notes`] : []),
      ...(ignored > 0 ? [`${ignored} ignored`] : []),
    ];
  }

  /** Where not one file is a note: why. @param verb what the command does to notes. */
  nothing(verb: 'format' | 'check'): string {
    const { ignored, structured } = this.#counts;
    const files = count(this.total, 'file');
    if (ignored === this.total) return `nothing to ${verb}: ${files} ignored`;
    const rest = ignored > 0 ? `, ${ignored} of them ignored` : '';
    if (ignored + structured === this.total)
      return `nothing to ${verb} among ${files}${rest}: YAML and JSON stay as they are`;
    const advice = `a note has front matter with a headline or a source; --force ${verb}s any file`;
    return `no notes among ${files}${rest}: ${advice}`;
  }
}

/** `1 note`, `2 notes`. */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
