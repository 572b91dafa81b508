import { momentFault } from '../read/dates.ts';
import { UsageError } from './exit.ts';

/** The moment that an option gives: ISO 8601 with an offset. @throws {UsageError} */
export function exactMoment(option: string, given: string): string {
  const line = given.trim();
  const fault = momentFault(`'${option}'`, line);
  if (fault) throw new UsageError(fault.message, fault.advice);
  return line;
}
