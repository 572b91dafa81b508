/** The time of a run. Records whether a result depends on it, because a later run may then have another result. */
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
