/**
 * The index of the first item that a test accepts, if it accepts all items after that one too: a binary search. Returns the
 * number of items if it accepts none.
 */
export function firstIndex<T>(items: readonly T[], test: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
