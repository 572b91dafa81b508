import { COLLECTIVES } from '../number.ts';

/* What the slips of agreement share. The texts are sources of regular expressions. */

export const OF = '(?:the|its|his|her|their|our|my|these|those|all)';
/** Verbs in the form after a plural, which are no nouns and no participles. */
export const BASES =
  'carry|know|want|make|give|go|see|think|believe|own|contain|include|require|provide|receive|remain|seem|appear|lose|earn|employ|produce|serve|sell|buy|keep|bring|follow|hold|speak|write|pay|say|agree|expect|understand|belong|depend|consist|refuse|deny|accept|lie|stand|sit|grow';
export const BASE = `(?:${BASES})`;
export const FORM = 'Make the verb agree with its subject.';
/** Nouns without an -s that stand for several. */
export const MANY =
  /^(?:people|men|women|children|police|media|data|criteria|staff|cattle|feet|teeth|mice|rest|others|majority)$/;
/** Nouns for a group. */
export const GROUP = new RegExp(`^(?:${COLLECTIVES})$`);
/** `The lab in Oslo`. */
export const PLACE = '(?: (?:in|at|near|from) (?:the )?[A-Z][a-z]+)?';
export const PLURAL_VERB = "(?:have|are|were|haven['’]t|aren['’]t|weren['’]t|don['’]t|do not)";
/** One of its words, which ends at the apostrophe. */
export const PLURAL_VERBS = 'have|are|were|haven|aren|weren|don|do';
/** Verbs that are no nouns, in the form after a singular and in the form after a plural. */
export const THIRD =
  'says|wants|thinks|believes|knows|seems|appears|becomes|includes|requires|provides|contains|denies|agrees|refuses|expects|employs|belongs|consists|depends|happens|exists';
export const LEXICAL =
  'say|want|think|believe|know|seem|appear|become|include|require|provide|contain|deny|agree|refuse|expect|employ|belong|consist|depend|happen|exist';
