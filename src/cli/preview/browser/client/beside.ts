import type { FindingGroup } from '../state.ts';

/** The width from which findings are beside the post: as in style.css. */
const WIDE = window.matchMedia('(min-width: 68rem)');

/** Moves each group of findings down to its paragraph, as far as the groups above leave room. */
export function alignBeside(
  app: HTMLElement,
  frame: HTMLIFrameElement | null,
  groups: readonly FindingGroup[],
  places: ReadonlyMap<FindingGroup, Element>,
): void {
  const views = [...app.querySelectorAll<HTMLElement>('.group')];
  for (const view of views) view.style.marginTop = '';
  if (!WIDE.matches || !frame || places.size === 0) return;
  const top = frame.getBoundingClientRect().top;
  const natural = views.map((view) => view.getBoundingClientRect().top);
  let moved = 0;
  for (const [index, view] of views.entries()) {
    const group = groups[index];
    const place = group && places.get(group);
    if (!place) continue;
    const wanted = top + place.getBoundingClientRect().top;
    const now = (natural[index] ?? 0) + moved;
    if (wanted <= now) continue;
    view.style.marginTop = `${wanted - now}px`;
    moved += wanted - now;
  }
}
