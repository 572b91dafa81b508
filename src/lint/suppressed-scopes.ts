import { firstIndex, type Span } from '../text/index.ts';

/** The scopes in which one rule is ignored. A note has thousands, so a finding looks only at those that can contain it. */
export class SuppressedScopes {
  readonly #scopes: Span[] = [];
  /** The end of each scope, or of an earlier one that ends later. Empty until the scopes are sorted. */
  #ends: number[] = [];
  readonly #used = new Set<string>();

  add(scope: Span): void {
    this.#scopes.push(scope);
  }

  /** Whether a scope contains all locations. Each such scope counts as used. */
  suppresses(locations: readonly Span[]): boolean {
    this.#sort();
    const start = locations.reduce((least, location) => Math.min(least, location.start), Number.POSITIVE_INFINITY);
    const end = locations.reduce((most, location) => Math.max(most, location.end), 0);
    let isFound = false;
    for (let at = firstIndex(this.#scopes, (scope) => scope.start > start) - 1; (this.#ends[at] ?? -1) >= end; at--) {
      const scope = this.#scopes[at];
      if (!scope || scope.end < end) continue;
      this.#used.add(keyOf(scope));
      isFound = true;
    }
    return isFound;
  }

  isUsed(scope: Span): boolean {
    return this.#used.has(keyOf(scope));
  }

  #sort(): void {
    if (this.#ends.length > 0) return;
    const sorted = [...new Map(this.#scopes.map((scope) => [keyOf(scope), scope])).values()];
    this.#scopes.splice(0, this.#scopes.length, ...sorted.sort((a, b) => a.start - b.start));
    let end = -1;
    this.#ends = this.#scopes.map((scope) => {
      end = Math.max(end, scope.end);
      return end;
    });
  }
}

function keyOf({ start, end }: Span): string {
  return `${start} ${end}`;
}
