/* Set phrases with a wrong word. As in `homophones.ts`. */
export const IDIOMS = `
adieu ado without (any )?(further|more|much) _
apart a+part _ of (the|a|an|his|her|their|our|its|history|my|something|that|this)(?! (way|same))
awhile a+while (for|in|after|once in|quite|take|takes|took) _(?! (back|ago|longer|later))
beckon beck+and (at (his|her|their|your|its)) _ call
biting biding _ (his|her|their|its|my|our) time
beat beet _ red
concerned concerted _ efforts?
depreciating deprecating (self|self-) ?_ (humou?r|wit|joke|manner|style)
do due _ diligence
due do (make|makes|made|making) _(END| (with|without))
escape scape _ goats?
extract exact _ (revenge|vengeance|retribution)
feeble fetal (in the|in a) _ position
flush flesh AUX _ out (the|his|her|their|its|a|details|ideas)(?! (enemy|militants|rebels|fighters|gunmen|insurgents|terrorists|toilet|system|pipes?|toxins))
granite granted (take|takes|taken|took|taking) (\\w+ ){0,2}for _
heart-rendering heart-rending _
rendering rending heart _
hone home _ in on
honed homed _ in on
hones homes _ in on
honing homing _ in on
irregardless regardless _
intensive intents+and for all _ purposes
leap leaps by _ and bounds
mustard muster (pass|passed|passes|cut) _(?<=(pass|passed|passes) mustard)
mute moot a _ point
nerve-wrecking nerve-racking _
wrecking racking nerve _
premadonna prima+donna _
pre-madonna prima+donna _
say se per _(END| (the|a|but|and|is|was|it))(?<!(has|have|final|a|to) per say)
shoe-in shoo-in _
shoe-ins shoo-ins _
scott scot _( |-)free
sort sought (much|highly|most|long|eagerly)( |-)_( |-)after / _( |-)after (by|in|for|as)
sort-after sought-after _
squid squib damp _
straightjacket straitjacket _
tender-hooks tenterhooks _
tenderhooks tenterhooks _
tender tenter on _( |-)hooks
tow toe _ the (party )?line
road row (tough|hard|long) _ to hoe
unphased unfazed _
vise vice _ (versa|president|chairman|squad|admiral|principal)
wise wives['’] old _ tales?
butt bud (nip|nips|nipped|nipping) (\\w+ ){1,2}in the _
mends ends make _ meet
deep-seeded deep-seated _
seeded seated deep _
well-healed well-heeled _
healed heeled well _
curb curve flatten the _
cut-and-dry cut-and-dried _
everyone every+one _ of (the|them|us|you|these|those|his|her|its|their|our|my)
anyone any+one _ of (the|them|us|these|those|several|his|her|its|their|our|a)(?! (families|neighbo))
regards regard in _ to
maybe may+be (it|this|there|he|she|they|which|who) _ (a|an|the|no|more|too|able|possible|due|some|hard|difficult|necessary|time|worth|better|easier|used|required|needed|subject|that|forced|impossible|because|years|months|weeks|only|seen|found|so|unable|available)
everyday every+day (?<!(the|of|its|their|our|his|her|an|and|or|for|to|with|in|more|into|from|about|these|some|most|how|on|as|by|not|through|than|all|many|such|that|are|is|at) everyday)_ (at|since|until|between|that|to|from|when|because|without|by|we|they|he|she|after|before)(?! (day|life|items?|people))
into in+to (turned|turn|turning|turns|gave|give|handed|hand) (himself|herself|themselves|itself|it|him|her) _ (the )?(police|authorities|detectives|officers|prosecutors|sheriff|deputies|FBI|police headquarters)
has as _ (well|soon|long|far|many|much) as(?! (it|he|she|they|we|you) (can|could))(?<!(he|she|it|who|which|that|and|,|company|city|country|team) has (well|soon|long|far|many|much) as)
it its (of|in|on|for|with|by|to|at|under|from|has|had|within) _ own
you your (of|in|on|for|with|by|to|at|from|choose|bring|build|create) _ own
they their (of|in|on|for|with|by|to|at|under|from|have|had|within|made|built|use) _ own(?! (the|a|all|no|more|most|and|it|shares|or|\\d))
he his (of|in|on|for|with|by|to|at|under|from|had) _ own
here her (of|with|and|to|by|from|for|told|at|met|left|married|lost|when) _ (husband|mother|father|son|daughter|children|family|own|lawyer|sister|brother|parents|boyfriend|car|home|job|career)(?! (is|was|are|were))
are our (of|in|for|with|to|on|at|by|from|about) _ (own|country|children|community|communities|company|customers|school|city|team|members|readers|users|website|products|services|lives|work|family|families|history|nation|society|future|streets|best|new)(?! (are|is|is|not))
then than (easier|sooner|quicker) said _ done
`;
