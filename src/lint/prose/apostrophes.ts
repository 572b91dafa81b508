import type { Rewrite } from './rewrites.ts';

const A = "['’]";
const TWO = `(?:${'two three four five six seven eight nine ten eleven twelve several both many few these those'.replace(/\b[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`).replaceAll(' ', '|')})`;
const TIMES = 'days|weeks|months|years|hours|minutes';
/** Groups and people of whom several own one thing: `the two companies' boards`. */
const OWNERS =
  'company|country|city|party|university|agency|ministry|family|team|bank|firm|club|union|state|government|minister|nation|region|school|hospital|airline|group|side|leader|president|' +
  'candidate|owner|airport|town|village|council|brother|sister|victim|suspect|defendant|lawyer|judge|officer|soldier|senator|lawmaker|' +
  'day|week|month|year|hour|minute';
/** Words with an apostrophe that are no plurals. */
const NO_PLURAL =
  "(?!(?:people|children|women|men|police|who|that|it|he|she|what|there|here|where|how|let|one|other|everyone|somebody|someone|else|today|yesterday|bachelor|master)['’])";
/** What follows a noun that owns nothing. */
const NO_NOUN =
  '(?= (?:in|at|on|from|to|and|with|for|that|who|were|are|have|had|will|would|can|could|went|said|by|near|after|before|because|or)\\b|[.;!?](?:\\s|$)|$)';
/** A possessive without its noun, which most notes do not have. */
const ALONE = new RegExp(`${A}s${NO_NOUN}`, 'm');
const OF_INITIALS = /[A-Z]['’]s /;
const INITIALS = "(?!(?:US|UK|EU|UN|UAE|NASA|NATO|BBC|FBI|CIA|AI)['’])[A-Z]{2,6}";
const POSSESSIONS =
  'office|spokesman|spokeswoman|spokesperson|statement|decision|wife|husband|son|daughter|brother|sister|mother|father|death|resignation|lawyers?|residence|speech|arrival|refusal|signature|successor|' +
  'predecessor|denial|deputy|advisers?|advisors?|chief of staff|desk|house|party|government|nominee|veto|agenda|inauguration|daughters|sons|children|family|captain|coach|manager|owner|wages|salary|widow|lawyer';
const HOLDERS =
  'ministers|presidents|mayors|governors|chancellors|chairmans|premiers|queens|popes|prosecutors|senators|ambassadors|directors|generals|commissioners|teams|governments|clubs|players|victims|coachs|captains|pilots|drivers|singers|actors|authors|painters|owners|airlines|dogs|secretarys|bishops|judges|sheriffs|candidates|suspects|defendants';

const PLACES =
  'Britain|France|Germany|China|Russia|Japan|India|America|Canada|Australia|Italy|Spain|London|Ukraine|Iran|Israel|Turkey|Brazil|Mexico|Poland|Ireland|Scotland|Europe|Africa|Pakistan|Egypt|Greece|Portugal|Sweden|Norway|Denmark|Finland|Austria|Switzerland|Belgium|Hungary|Argentina|Chile|Colombia|Venezuela|Nigeria|Kenya|Ethiopia|Indonesia|Vietnam|Thailand|Malaysia|Singapore|Taiwan|Korea|Asia|California|Florida|Chicago|Boston';

const plural = (noun: string): string => (/[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`);
const bare = (slip: string): string => slip.replace(/['’]s?$/, '');
/** The mark that the writer uses. */
const markOf = (slip: string): string => (slip.includes('’') ? '’' : "'");
const possessive = (slip: string): string => `${slip.replace(/['’]?s['’]?$/, '')}${markOf(slip)}s`;

/** Apostrophes that are wrong or missing. */
export const APOSTROPHES: readonly Rewrite[] = [
  {
    // In the 1990's. Not: one of 1990's best films.
    pattern: `(?<slip>(?:1[4-9]\\d0|20\\d0|[2-9]0)${A}s)(?![\\w-])`,
    needs: ['s'],
    after: /\b(?:the|early|mid|late|his|her|their|low|high|upper|lower)[ -]$/i,
    right: (slip) => `${bare(slip)}s`,
  },
  {
    pattern: `\\b(?<slip>(?:children|women|men|policemen|policewomen|firemen)s${A})(?= [a-z])`,
    needs: ['childrens|womens|mens|policemens|policewomens|firemens'],
    right: possessive,
  },
  {
    pattern: '\\b(?<slip>(?:children|women|men)s)(?= (?!rea\\b)[a-z])',
    needs: ['childrens|womens|mens'],
    right: possessive,
  },
  {
    // Not: indigenous peoples' rights.
    pattern: `\\b(?<slip>[Pp]eoples${A})(?= (?:court|republic|party|choice|vote|bank|army|congress|homes|lives|house|assembly|council|minds|jobs|money|trust|needs|opinions|faces)\\b)`,
    needs: ['peoples'],
    right: possessive,
    notAfter: /\b(?:indigenous|native|these|those|all|other|first|both|two|many|their|of|different|world['’]s) $/i,
  },
  {
    pattern:
      '\\b(?<slip>[Pp]eoples)(?= (?:homes|lives|money|jobs|privacy|attention|minds|expectations|trust|needs|houses)\\b)',
    needs: ['peoples'],
    right: possessive,
    notAfter: /\b(?:indigenous|native|these|those|all|other|first|both|two|many|their|of|different) $/i,
  },
  {
    // Several MP's. Not: the MP's vote.
    pattern: `\\b(?:${TWO}|[Ss]ome|[Mm]ost|[Aa]ll|\\d{1,3}) (?:new |old |local |other )?(?<slip>${INITIALS}${A}s)${NO_NOUN}`,
    needs: ['s'],
    sign: ALONE,
    right: (slip) => `${bare(slip)}s`,
  },
  {
    pattern: `\\b[Tt]he (?<slip>${INITIALS}${A}s)(?= (?:are|were|have|do|met|left|[a-z]{3,}ed) (?:the|a|an|in|on|at|to|by|with|from|late|early|after|before|for|against|that|along|over|their|his|its|no|more|not|been)\\b)`,
    needs: ['s'],
    sign: OF_INITIALS,
    right: (slip) => `${bare(slip)}s`,
  },
  {
    // All the taxi's in the city.
    pattern: `\\b(?:[Aa]ll (?:of )?the|${TWO}|[Dd]ozens of|[Hh]undreds of|[Tt]housands of|[Mm]illions of|\\d{1,3}) (?:[a-z]{3,}[^s\\W] )?${NO_PLURAL}(?<slip>[a-z]{3,}${A}s)${NO_NOUN}`,
    needs: ['s'],
    sign: ALONE,
    right: (slip) => plural(bare(slip)),
    notAfter: /\b(?:of|number|no\.|phase|category|in) $/i,
  },
  {
    // Both player's shirts. Not: both men's and women's.
    pattern: `\\b[Bb]oth ${NO_PLURAL}(?<slip>[a-z]{3,}${A}s)(?= (?!and\\b|or\\b)[a-z]+(?! and)\\b)`,
    needs: ['both', 's'],
    right: (slip) => `${plural(bare(slip))}${markOf(slip)}`,
  },
  {
    // Farmer's say.
    pattern: `(?:^|[.!?] )(?<slip>[A-Z][a-z]+(?:er|or|ist|ian|ent|ant)${A}s)(?= (?:say|want|are|have|were|need|fear|hope|believe|know|think|told|warn|expect|across|around) )`,
    needs: ['s', 'say|want|are|have|were|need|fear|hope|believe|know|think|told|warn|expect|across|around'],
    sign: /[rtn]['’]s (?:say|want|are|have|were|need|fear|hope|believe|know|think|told|warn|expect|across|around) /,
    right: (slip) => `${bare(slip)}s`,
  },
  {
    // The companys shares.
    pattern:
      "\\b(?<slip>[Cc]ompanys|[Cc]itys|[Cc]ountrys|[Pp]artys|[Ff]amilys|[Aa]gencys|[Cc]ountys|[Uu]niversitys|[Mm]inistrys|[Tt]odays|[Yy]esterdays|[Tt]omorrows|[Ee]veryones|[Ss]omeones|[Aa]nyones|[Nn]obodys)(?![\\w’'-])",
    needs: [
      'companys|citys|countrys|partys|familys|agencys|countys|universitys|ministrys|todays|yesterdays|tomorrows|everyones|someones|anyones|nobodys',
    ],
    right: possessive,
  },
  {
    // Britains economy.
    pattern: `\\b(?<slip>(?:${PLACES})s)(?= (?:economy|capital|prime minister|president|government|parliament|largest|biggest|oldest|highest|central bank|foreign minister|finance minister|army|navy|population|royal family|mayor|borders?|airports?|first|second|only|top|war|unemployment|inflation|housing)\\b)`,
    needs: [`${PLACES.toLowerCase().replaceAll('|', 's|')}s`],
    right: possessive,
  },
  {
    // He did'nt vote.
    pattern: "\\b(?<slip>(?:did|does|do|is|was|were|would|could|should|has|have|had|are)['’]nt)\\b",
    needs: ['nt'],
    right: (slip) => slip.replace(/['’]nt$/, `n${markOf(slip)}t`),
  },
  {
    // The driver's were late.
    pattern: `\\b[Tt]he ${NO_PLURAL}(?<slip>[a-z]{3,}${A}s)(?= (?:were|are|have) )`,
    needs: ['s', 'were|are|have'],
    right: (slip) => plural(bare(slip)),
  },
  {
    // The two company's boards.
    pattern: `\\b${TWO} (?<slip>(?:${OWNERS})${A}s)(?= [a-z])`,
    needs: ['s', OWNERS],
    right: (slip) => `${plural(bare(slip))}${markOf(slip)}`,
    notAfter: /\b(?:of|number|no\.|phase|category|in|top|big) $/i,
  },
  {
    // Two weeks notice.
    pattern: `\\b(?:${TWO}|\\d{1,3}|a few) (?<slip>${TIMES})(?= (?:notice|pay|imprisonment|jail|leave|vacation|probation|wages|salary|rent)(?:[.,;]|$| (?:for|in|to|and|of|from|before|after|at)\\b))`,
    needs: [TIMES, 'notice|pay|imprisonment|jail|leave|vacation|probation|wages|salary|rent'],
    right: (slip) => `${slip}'`,
  },
  {
    // In two years time.
    pattern: `\\bin (?:${TWO}|\\d{1,3}|a few) (?<slip>${TIMES})(?= time(?:[.,;]|$| (?:the|to|when|and|he|she|it|they|for|at)\\b))`,
    needs: [TIMES, 'time'],
    right: (slip) => `${slip}'`,
  },
  {
    // Last nights game.
    pattern: `\\b(?:[Ll]ast|[Nn]ext|[Tt]his) (?<slip>(?:night|year|week|month)s)(?= (?:game|match|vote|debate|election|budget|meeting|race|attack|storm|crash|events?|conference|festival|report|show|win|loss|defeat|victory|primary|deadline|summit|tour|hearing|edition|championship|tournament|figures|results|protests?)\\b)`,
    needs: ['nights|years|weeks|months'],
    right: possessive,
  },
  {
    // The ministers office.
    pattern: `\\b(?:[Tt]he|[Tt]his|[Tt]hat|[Pp]rime|[Vv]ice|[Dd]eputy|[Ff]ormer|[Aa]) (?<slip>${HOLDERS})(?= (?:${POSSESSIONS})\\b(?!['’]s))`,
    needs: [HOLDERS],
    right: possessive,
  },
  {
    // The worlds largest.
    pattern:
      '\\b(?:[Tt]he|[Oo]ur|[Tt]his) (?<slip>worlds|nations|countrys|citys|companys)(?= (?:largest|biggest|oldest|richest|poorest|tallest|highest|longest|first|only|leading|busiest|top|fastest|capital|economy|population)\\b)',
    needs: ['worlds|nations|countrys|citys|companys'],
    right: possessive,
  },
  {
    pattern: `\\b(?<slip>(?:[Yy]our|[Hh]er|[Oo]ur|[Tt]heir)${A}s)(?![\\w-])`,
    needs: ['s', 'your|her|our|their'],
    right: (slip) => `${bare(slip)}s`,
    notAfter: /[\w@]$/,
  },
  {
    // The Smith's live there.
    pattern: `\\b[Tt]he (?<slip>[A-Z][a-z]+[^sxz\\W]${A}s)(?= (?:are|were|have|live|lived|moved) )`,
    needs: ['s', 'are|were|have|live|lived|moved'],
    right: (slip) => `${bare(slip)}s`,
  },
  {
    // He wont go.
    pattern:
      '\\b(?:I|[Hh]e|[Ss]he|[Ii]t|[Ww]e|[Tt]hey|[Yy]ou|[Tt]hat|[Tt]here|[Ww]ho|voters|people|officials|police) (?<slip>wont|cant)(?= [a-z])',
    needs: ['wont|cant'],
    right: (slip) => (slip === 'wont' ? "won't" : "can't"),
  },
  {
    pattern: '(?<slip>\\bLets)(?= (?:go|get|be|see|hope|not|take|face|look|all|keep|try|say|talk|wait)\\b)',
    needs: ['lets'],
    right: () => "Let's",
  },
];
