import type { Passage } from '../../model/passage.ts';
import { spacedWord } from '../../model/words.ts';
import { hasHan, indexEndingBehind, type Span } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { listedWords } from '../passages.ts';
import { sentences } from '../prose/sentences.ts';
import { wordIndexOf } from '../prose/word-index.ts';
import { type FoundWord, listed } from '../prose/word-list.ts';
import type { Rule } from '../rule.ts';

/** Somebody is accused. */
const ACCUSED =
  /\b(?:charged with(?! (?:keep|ensur|manag|protect|mak|oversee|help|lead|find|provid|develop|implement|maintain|runn|enforc|tak|review)ing)|(?:is|are|was|were|been|stands?) charged|accused of|indicted|arraigned|on trial|awaiting trial|stands? trial|faces? trial|to trial|pleaded not guilty|pleads not guilty|denies the charges?|denied the charges?|arrested|suspected of|[Pp]rosecutors (?:say|said|allege))\b|涉嫌|被指控|被起诉|被捕|受审|刑事拘留|犯罪嫌疑人|被告/;
/** A court has decided, or the accused has confessed. */
const CONVICTED =
  /\b(?:convicted|conviction|found guilty|pleaded guilty|pleads guilty|sentenced|guilty verdict|jailed for|admitted (?:to )?(?:the )?(?:murder|killing|theft|fraud|rape|attack|charges?))\b|定罪|判处|认罪|被判|判决有罪|罪名成立/;
/** The same clause calls a person by the crime, and says that no court has decided: `the killer is on trial`. */
const IS_ACCUSED =
  /^(?:,? who|,| and)?(?: (?:is|was|has|has been|had|had been|were|are|have|have been|will|will be|reportedly|now|still|also|goes|went|stands?|faces?)){0,3} (?:charged with|charged (?:on|in|over)|accused of|arrested|indicted|arraigned|on trial|awaiting trial|pleaded not guilty|pleads not guilty|pleading not guilty|trial|denies (?:the|it|all|any|that)|denied the charges?|suspected of)\b/;
/** The sentence is about an allegation, or about no particular person. */
const HEDGED =
  /(?:\b(?:alleged|suspected|accused|supposed|would-be|convicted|of being an?|as an?|like an?|no|not an?|any|every|serial|an unknown|unidentified|hunt for (?:the|an?)) |涉嫌|疑似|所谓|被指|称为|是否为?)$/i;

export const crimeNoun: Rule = {
  id: 'crime-noun',
  group: 'words',
  what: 'A word such as *murderer* for a person who is accused and not convicted in the note.',
  why: 'Everybody is innocent until a court decides otherwise, but the noun implies a conviction. The AP Stylebook asks for *the accused* or *the suspect*, and for *alleged* with the source. The rule looks at notes with a charge or a trial and without a conviction. It is a warning where the same clause has both: *the killer is on trial*. Quotations are left alone.',
  severity: 'information',
  options: ['words.crimes'],
  bad: {
    body: 'A man is on trial for the fire at the lab. The arsonist denies it.\n\nHis lawyer said, "He was not there."',
  },
  good: {
    body: 'A man is on trial for the fire at the lab. The accused denies it.\n\nHis lawyer said, "He was not there."',
  },
  *check(context) {
    const { crimes } = context.house.words;
    if (crimes.length === 0 || !ACCUSED.test(context.prose) || CONVICTED.test(context.prose)) return;
    yield* listedWords(context, crimes, ({ text }) => ({ span, found }) => {
      if (HEDGED.test(text.slice(Math.max(0, span.start - 20), span.start))) return undefined;
      return {
        message: `'${spacedWord(found)}' for a person without a conviction`,
        advice: "Write 'the accused' or 'the suspect', or name the conviction.",
        ...(IS_ACCUSED.test(text.slice(span.end, span.end + 80)) ? { severity: 'warning' as const } : {}),
      };
    });
  },
};

/** The reason for which a newsroom grants anonymity. */
const REASON =
  /\b(?:because|since|as (?:they|he|she) (?:was|were|is|are)|not authori[sz]ed|fear(?:s|ed|ing)?|for fear|retaliation|to speak (?:freely|publicly))\b|因为|由于|担心|未获授权|无权/;

export const unnamedSource: Rule = {
  id: 'unnamed-source',
  group: 'words',
  what: 'A source without a name, and without the reason why it has none.',
  why: 'Readers cannot judge what an unnamed source says. The AP Stylebook allows one only for information that is vital, with the reason for the anonymity. The rule accepts a sentence that gives the reason. Quotations are left alone.',
  severity: 'information',
  options: ['words.unnamed_sources'],
  bad: { body: 'People familiar with the matter expect a sale.\n\nThe director said, "We sleep."' },
  good: {
    body: 'People familiar with the matter, who are not authorized to speak, expect a sale.\n\nThe director said, "We sleep."',
  },
  isLocal: true,
  *check(context) {
    const { unnamed_sources: sources, claims } = context.house.words;
    yield* listedWords(context, sources, (passage) => ({ span, found }) => {
      const isClaim = listed(passage.text, claims).some(
        (claim) => claim.span.start <= span.start && claim.span.end >= span.end,
      );
      if (isClaim || REASON.test(sentenceAt(passage, span))) return undefined;
      return {
        message: `unnamed source '${spacedWord(found)}'`,
        advice: 'Name the source, or give the reason why it has no name.',
      };
    });
  },
};

function sentenceAt(passage: Passage, { start }: Span): string {
  const all = sentences(passage);
  const sentence = all[indexEndingBehind(all, start)];
  return sentence ? passage.text.slice(sentence.start, sentence.end) : passage.text;
}

/** A person with two names right before a verb. */
const PERSON =
  /(?:^|[^\w])(?:[A-Z][a-z\u00c0-\u024f]+|[A-Z]\.)(?:[ -](?:[A-Z]\.|[A-Z][a-z\u00c0-\u024f’'-]+)){1,3},? (?:had |has |have |also |then |once |later |repeatedly )?$/;
const COMPANY =
  /\b(?:Inc|Corp|Ltd|Bank|Group|University|Party|Council|Union|United|City|Motors|Energy|Labs?|Street|House|Department)\.?,? (?:\w+ )?$/;
/** The sentence says who says it, or that a court does. */
const SOURCED =
  /\b(?:said|says|told|wrote|according to|alleg\w*|accus\w*|charg\w*|convict\w*|sentenced|court|judge|jury|police|prosecutors?|indictment|lawsuit|complaint|report(?:s|ed)?|claim(?:s|ed)?|found|ruled|investigat\w*|inquiry|admitted|confessed|denie[sd]|if|whether|would|never|not)\b/i;
const IDIOM =
  /^ (?:the (?:show|spotlight|scene|headlines|limelight|lead|ball)|a (?:march|glance|base|kiss|look)|death|\w+ thunder|in bed)\b/;

export const accusation: Rule = {
  id: 'accusation',
  group: 'words',
  what: 'A claim of a crime against a named person, in a sentence without a source.',
  why: 'A newsroom that states a crime as a fact can be sued for it. The AP Stylebook asks for the source: the indictment, the police, a court. The rule reports a name before a verb such as *embezzled*, unless the sentence names a source or the note a conviction.',
  severity: 'information',
  options: ['words.accusations'],
  bad: { body: 'Ada Whitlock embezzled funds of the lab.\n\nShe said, "We sleep, and the lab does not."' },
  good: {
    body: 'Ada Whitlock embezzled funds of the lab, according to the indictment.\n\nShe said, "We sleep, and the lab does not."',
  },
  *check(context) {
    const { accusations } = context.house.words;
    if (!wordIndexOf(context).has(accusations) || CONVICTED.test(context.prose)) return;
    yield* listedWords(context, accusations, (passage) => (word) => judge(context, passage, word));
  },
};

function judge({ lawPassages }: RuleContext, passage: Passage, { span, found }: FoundWord) {
  const { text, marks } = passage;
  const before = text.slice(Math.max(0, span.start - 60), span.start);
  if (hasHan(found) || !PERSON.test(before) || COMPANY.test(before) || IDIOM.test(text.slice(span.end, span.end + 20)))
    return undefined;
  const isLinked = marks.some((mark) => mark.type === 'link');
  if (isLinked || lawPassages.some((law) => law.includes(passage)) || SOURCED.test(sentenceAt(passage, span)))
    return undefined;
  return {
    message: `claim '${found}' about a named person without a source`,
    advice: 'Name the source in the sentence.',
  };
}
