import { UnprintableError } from '../unprintable.ts';
import { DOES_NOT_FIT } from './channel.ts';

/** Says by how much a story is too long for a channel. @param template the template that could leave out a part. */
export function lengthError(
  name: string,
  unit: 'byte' | 'character',
  over: number,
  max: number,
  template: string,
): UnprintableError {
  return new UnprintableError({
    rule: DOES_NOT_FIT,
    message: `${name}: ${grouped(over)} ${over === 1 ? unit : `${unit}s`} over ${grouped(max)}`,
    advice: `Shorten the story, or leave out a part in the house's template ${template}.`,
  });
}

/** 3000 as `3,000`. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
