import type { Copy } from '../../model/copy.ts';
import type { HouseRule, Scope } from '../../model/house.ts';
import type { Passage } from '../../model/passage.ts';

/** The passages that a rule looks at, each once. */
export function passagesIn(copy: Copy, { scope = ['text'] }: Pick<HouseRule, 'scope'>): Iterable<Passage> {
  const [only] = scope;
  return only && scope.length === 1 ? within(copy, only) : new Set(scope.flatMap((one) => within(copy, one)));
}

function within(copy: Copy, scope: Scope): readonly Passage[] {
  switch (scope) {
    case 'text':
      return copy.passages;
    case 'headline':
      return copy.headline ? [copy.headline] : [];
    case 'body':
      return copy.bodyBlocks.flatMap(({ passages = [] }) => passages);
    case 'insight':
      return copy.parts.flatMap(({ passages }) => passages);
    case 'laws':
      return copy.lawPassages.flat();
    case 'heading':
      return copy.passages.filter(({ kind }) => kind === 'heading');
  }
}
