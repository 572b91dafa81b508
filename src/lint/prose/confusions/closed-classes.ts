/* The words of the small classes, which never grow. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const POSSESSIVES = set('my your his her its our their');
export const DETERMINERS = set(
  'the a an this these those that my your his her its our their any some each every no all both half',
);
export const PRONOUNS = set('i you he she it we they him her us them me everyone everybody nobody someone anyone who');
export const PREPOSITIONS = set(
  'of with for about from into against down up off out over under behind on in at by to through between among during within without across toward towards upon onto beside near',
);
/** Words that follow a finished noun phrase and begin none. */
export const NOUN_PHRASE_END = set(
  'of with for about from into against down up off out over under behind on in at by to through between among during within without across toward towards upon onto ' +
    'and or but because when while after before since until unless as than if so that which who where yesterday today tomorrow again away back together',
);
export const FINITE = set(
  'is are was were has have had will would can could may might must should do does did isn’t aren’t wasn’t weren’t',
);
/** Verbs that a clause can follow without a comma: `said it's late`. */
export const CLAUSE_VERBS = set(
  'say says said saying think thinks thought thinking believe believes believed believing know knows knew known knowing hope hopes hoped hoping feel feels felt feeling fear fears ' +
    'feared fearing claim claims claimed claiming insist insists insisted argue argues argued arguing mean means meant suggest suggests suggested show shows showed shown showing prove ' +
    'proves proved ensure ensures ensured see sees saw seen seeing hear hears heard hearing find finds found finding learn learned learnt realize realise realized realised ' +
    'decide decided agree agreed admit admits admitted assume assumed suppose supposed imagine pretend remember forget guess bet notice noticed understand understood doubt doubted wish ' +
    'told tell tells telling warn warned reply replied add added adds announce announced confirm confirmed conclude concluded deny denied estimate estimated expect expected explain ' +
    'explained indicate indicated note noted promise promised report reported state stated stress stressed sure glad sorry happy afraid worried certain confident aware convinced acknowledge acknowledged ' +
    'declare declared recall recalled predict predicted maintain maintained swear swore figure figured reckon reckons prefer recommend realizing deciding',
);
/** Words that begin a clause. */
export const CLAUSE_STARTS = set(
  'because if when while although though until unless whether once and but so since where that before after',
);
/** Verbs that describe where somebody is or goes, before `there`. */
export const PLACE_VERBS = set(
  'live lived living lives stay stayed staying work worked working arrive arrived move moved moving travel traveled travelled return returned go went going gone come came be been being is ' +
    'are was were remain remained wait waited sit sat stand stood sleep slept die died born meet met buried grew grow play played killed found find discovered discover saw see seen held hold opened open built build ' +
    'made make took take take get got getting put send sent placed train trained',
);
/** Nouns of time, which need no preposition: `stayed there weekends`. */
export const TIMES = set(
  'days nights weeks months years hours minutes weekends mornings evenings afternoons summers winters times mondays tuesdays wednesdays thursdays fridays saturdays sundays home people things',
);
