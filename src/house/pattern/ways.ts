/** The index of a place, and in how many ways it is reached. */
export type Ways = ReadonlyMap<number, number>;

export function times(ways: Ways, factor: number): Ways {
  return factor === 1 ? ways : new Map([...ways].map(([place, count]) => [place, count * factor]));
}

export function sum(all: readonly Ways[]): Ways {
  const [only] = all;
  if (only && all.length === 1) return only;
  const total = new Map<number, number>();
  for (const ways of all) for (const [place, count] of ways) total.set(place, (total.get(place) ?? 0) + count);
  return total;
}
