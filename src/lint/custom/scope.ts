import type { HouseRule, Scope } from '../../model/house.ts';
import type { Passage } from '../../model/passage.ts';
import type { RuleContext } from '../context.ts';

/** The passages in the scope of a rule, each once. */
export function passagesIn(context: RuleContext, { scope = ['text'] }: Pick<HouseRule, 'scope'>): Iterable<Passage> {
  const [only] = scope;
  return only && scope.length === 1 ? within(context, only) : new Set(scope.flatMap((one) => within(context, one)));
}

function within(context: RuleContext, scope: Scope): readonly Passage[] {
  switch (scope) {
    case 'text':
      return context.passages;
    case 'headline':
      return context.headline ? [context.headline] : [];
    case 'body':
      return context.bodyBlocks.flatMap(({ passages = [] }) => passages);
    case 'insight':
      return context.parts.flatMap(({ passages }) => passages);
    case 'laws':
      return context.lawPassages.flat();
    case 'heading':
      return context.passages.filter(({ kind }) => kind === 'heading');
  }
}
