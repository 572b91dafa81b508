/** The moment of a run. Remembers whether something depends on it, because a later run may then find something else. */
export class Clock {
  readonly #now: number;
  #isUsed = false;

  /** @param now in milliseconds since 1970. */
  constructor(now: number = Date.now()) {
    this.#now = now;
  }

  get now(): number {
    this.#isUsed = true;
    return this.#now;
  }

  get isUsed(): boolean {
    return this.#isUsed;
  }
}
