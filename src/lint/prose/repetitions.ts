/* Words that grammar sometimes allows twice, and the contexts in which it does not. */

/** Verbs with a particle of their own, as in `came in in time`. */
const PHRASAL_VERB =
  /\b(?:log|sign|c[ao]m|go|went|mov|turn|switch|check|br[eo][ai]?k|br(?:ing|ought)|g[ia]v|hand|fill|kick|set|get|got|tak|took|put|call|carr|h[eo]ld|ke[ep]|liv|pass|stay|drag|wear|wor[en]|rel[iy]|depend|buil[dt]|s[ai]t|step|cash|clos|f[ae]ll|plug|phone|dial|cav|chip|drop|rop|stand|stood|st[iu]ck|opt|tun|tie|join|lock|zoom|settl|clock|cut|fl[iye]|fit|hook|let|lean|left|leav|mix|pour|pull|push|r[ua]n|roll|rush|s[ia]nk|squeez|trad|tr[yi]|usher|walk|wad|work|add|catch|caught|lead|pick|play|press|read|send|sent|show|start|tack|throw|touch|wait|driv|drov|interest|believ|invest|engag|light|ph[ao]s|clamp|crack|home|zero|focus|end|barg|tap|trick|pitch|weigh|book|breath|buy|bought|count|deliver|draw|drew|dug|dig|factor|feed|fed|grow|grew|hang|hung|hit|jump|latch|log|look|pil|power|sleep|slept|snow|sw[ai]m|swear|tear|us|wr[io]t)\w*/i;
/** Words that leave a preposition behind, as in `the town that they lived in in May`, and adverbs and verbs before one. */
const STRANDING =
  /\b(?:who|whom|which|what|that|where|when|how|it|us|him|her|them|you|me|i|we|they|he|she|later|early|earlier|further|farther|from|is|are|was|were|be|been|being)\b/i;

/** Verbs before a clause, and what shows that a clause follows: `said that that the`, `ruled that that tenants may`. */
const REPORTED =
  /\b(?:sa(?:id|ys?|ying)|rul(?:ed|es|ing)|told \w+|argu(?:ed|es)|believ(?:ed?|es)|claim(?:ed|s)?|insist(?:ed|s)?|warn(?:ed|s)?|add(?:ed|s)|announced?|know|knows|knew|hopes?|hoped|fear(?:ed|s)?|found|shows?|showed|confirm(?:ed|s)?|denie[ds]|think|thinks|thought|conclude[ds]?|wrote|so|agreed?|reported|suggest(?:ed|s)?|decide[ds]?|testified|promised?|demand(?:ed|s)?|mean[st]?|is|was|evidence|sure|fact)\s+$/i;
const CLAUSE =
  /^\s+(?:(?:the|an?|these|those|this|its|his|her|their|our|my|he|she|they|we|I|it|there|people|nobody)\b|[a-z]+[^su\W]s\s+(?:may|can|will|would|are|were|have|had|must|should|could|do|did)\b)/;

/** A subject that starts a sentence or a clause and is not more than that, as in `The quay was was`. */
const SUBJECT =
  /(?:^|[.!?;:,]\s+|\b(?:and|but)\s+)(?:(?:the|an?|its|their|our|his|my|this)(?:\s+[a-z]+){1,3}|it|he|she|there|this)\s+$/i;
const RELATIVE = /\b(?:what|all|how|who|whom|whose|which|that|where|when|why|way|as|than|if|whether|one|only)\b/i;

/**
 * Whether `in in`, `on on`, `was was`, `is is`, `that that` or `he he` is a slip. False for other words, and where it can be right.
 * @param before the text before the two words, and `after` the text after them
 */
export function isSlip(word: string, before: string, after: string): boolean {
  const sentence = before.slice(Math.max(before.search(/[^.!?。\n]*$/), before.length - 300)).trimStart();
  if (word === 'in' || word === 'on')
    return sentence !== '' && !PHRASAL_VERB.test(sentence) && !STRANDING.test(sentence);
  if (word === 'that') return REPORTED.test(sentence) && CLAUSE.test(after);
  if (word === 'is' || word === 'was') return SUBJECT.test(sentence) && !RELATIVE.test(sentence);
  // `he he` is also a laugh.
  return word === 'he' && /^ (?!h[aeo]\b)[a-z]/.test(after) && !RELATIVE.test(sentence);
}
