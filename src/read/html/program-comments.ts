/** Comments that an editor program writes for itself. Nobody misses them. */
const OF_A_PROGRAM = /^\s*(?:\/?wp:|(?:Start|End)Fragment\b|\[(?:if|endif)\b|more\s*(?:$|-->))/;

/** Whether the text of a comment was written by a program and for a program. */
export function isOfProgram(comment: string): boolean {
  return OF_A_PROGRAM.test(comment);
}
