/*
 * Misspellings that the distance to the right word does not show: short ones, two words in one, and those that could be
 * words formed of others (`untill`, `publically`).
 */
const PAIRS = `
adn and, alot a lot, amature amateur, basicly basically, foreward foreword, hypocrit hypocrite, professer professor, similer similar,
tounge tongue, vehical vehicle, visable visible, commitee committee, commitees committees, witheld withheld, amoung among, aquire acquire, aquired acquired, atleast at least, aswell as well, dieing dying,
doesnt doesn't, dont don't, didnt didn't, isnt isn't, wasnt wasn't, wouldnt wouldn't, couldnt couldn't, shouldnt shouldn't,
hasnt hasn't, havent haven't, arent aren't, werent weren't, theyre they're, youre you're, eachother each other,
everytime every time, eigth eighth, fourty forty, hte the, infact in fact, incase in case, inspite in spite, knwo know,
liason liaison, momento memento, ninty ninety, noone no one, ofcourse of course, persue pursue, persued pursued,
publically publicly, theres there's, reciept receipt, rythm rhythm, supercede supersede, superceded superseded, supercedes supersedes, superceding superseding, licenced licensed, licencing licensing, taht that, teh the,
thier their, thsi this, tihs this, truely truly, untill until, wich which, wierd weird, wiht with, wholely wholly,
targetted targeted, targetting targeting, maintainance maintenance, accidently accidentally, reknowned renowned,
restauranteur restaurateur, dependance dependence, tommorrow tomorrow, supress suppress, supressed suppressed
`;

/** The right words by the misspelt one. */
export const MISSPELLINGS: ReadonlyMap<string, string> = new Map(
  PAIRS.trim()
    .split(/,\s+/)
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)]),
);
