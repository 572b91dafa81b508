/* As in `homophones.ts`, from K to Z. */
export const MORE_HOMOPHONES = `
knew new (a|the|its|their|his|her|brand|brand-|any|some|no|two|three|many|several) _ (law|laws|rules?|plan|plans|head|chief|president|director|government|record|deal|contract|study|report|road|bridge|school|hospital|home|homes|house|job|jobs|team|season|line|model|system|program(me)?|year|york|stadium|building|version|policy|tax|trial|generation|owner|owners)
new knew (he|she|they|we|you|I|who|nobody|everyone|everybody|one) _ (that|it|him|her|them|what|how|who|why|nothing|about|little|where|the (man|victim|risks?|truth|answer|victims|family|suspect|driver))
lay lie AUX _ (down(?= (and|on|in|for|when|at|to)|[.,;])|in wait|low|ahead|dormant|awake)
laying lying (BE|found|left|saw|seen|been|remained|him|her|it|them|body|bodies|man|woman) _ (on (the|a|his|her|their|top|my)|in (the (street|road|gutter|snow|grass|mud|middle|hospital|water|bed|dark|sun|path)|a (pool|ditch|bed|coma|hospital|field|puddle)|bed|wait|hospital|state)|there|awake|face|dead|motionless|unconscious|dormant|around|in bed|low)
leak leek _ (soup|and potato)
lead led BE (also |now |then |still |once |first |initially |jointly |currently |being )?_ (by(?! example)|astray|away|to|into|off|out|through|down|from|up|past|around|around|back|on|onto) / HAVE been _ (by|astray|away|to|into|off|out|through|down) / which _ (police|investigators|officers|detectives) to
lead led (two|three|four|five|several|the|these|a series of|mechanical|human|communication|safety) (errors|failures|mistakes|faults|lapses|flaws|problems|leaks|blunders|delays) _ to the (crash|collapse|sinking|blast|explosion|fire|accident|disaster|outage|derailment|shooting|spill|leak) / _ by (one|two|three|four|five|six|seven|eight|nine|ten|\\d+|a) (goals?|points?|runs?|strokes?|seats?|votes?|percent|shots?)( at (halftime|half-time|the break|the interval|the turn))? (and|but|before|until) (\\w+ )?(lost|won|went|drew|fell|were|was|let|collapsed|conceded|gave)
led lead AUX _ (the|a|an|to|by|its|his|her|their|our|his|others|in|efforts|on)
lessen lesson (a|the|valuable|important|object|history|hard|harsh|painful|first|driving|piano|every) _ (in|for|of|from|is|was|that|to|plan|here|about)
lessens lessons _ (learned|learnt|from|of|in) / (the|valuable|important|piano|driving|history|some|many|swimming) _ (of|in|from|learned|learnt|for|that|are|were)
lesson lessen (AUX|helps?|helped|not) _ (the (impact|burden|blow|risk|load|pain|chance|likelihood|severity|effects?|damage|need|tension|pressure)|its (impact|dependence|reliance|effects?)|their (dependence|impact|reliance)|tensions?|dependence)
lessoned lessened HAVE _ / _ the (impact|burden|blow|risk|pressure|tension)
lead lede (bury|buried|burying|buries) the _
liable libel (sued|sue|suing|suit|lawsuit|case|trial|charges?|damages) for _ / _ (suits?|laws|lawsuits?|case)
lightening lightning _ (strikes?|storms?|bolts?|struck|rods?|speed|fast|quick|flash|flashes|round) / (struck|hit|killed|caused|started|sparked) by _ / (thunder|thunderstorms|rain|hail|winds?|wind) and _
load lode mother _
loan lone _ (wolf|gunman|gunmen|survivor|attacker|star state|voice|dissenter|parents?|shooter|ranger|exception|striker)
lone loan (bank|student|home|car|auto|mortgage|bridging|personal|business|a|the) _ (of|from|from the|repayments?|agreement|to the|scheme|applications?|guarantee)
loose lose (will|would|could|may|might|shall|should|can|cannot|must|n['’]t|going to|afford to|want to|wants to|wanted to|likely to|set to|stand to|stands to|stood to|about to|have to|has to|had to|hate to|hated to|refuse to|refused to|ready to|able to|continue to|continued to|began to|begun to|begin to|starting to|start to|started to|expected to|expect to|nothing to|much to|lot to|lots to|more to|not to|never to|everything to|prepared to|willing to|risk to|used to|how to|cause (it|him|her|them|people|patients) to) _(?! (ends?|cannons?|change|tobacco|threads?|soil|gravel|leaf|fit))
looser loser (sore|bad|the biggest|a|the big|the only|real) _ (of|in|is|was|who|at|on|and|from)
losses loses (it|he|she|who|company|team|bank|club|country|city|state|party) _ (its|his|her|their|a|the|money|about|more|\\$)
loosing losing (the|a|an|POS|money|weight|jobs?|control|customers|votes|seats|ground|power|out|track|sight|faith|touch|BE|after|by|without|of|from|for|before|kept|keeps|keep|avoid|risk|been|not|started|in|to) _(?! (arrows?|an arrow|the (dogs|hounds|arrow|bolt)))(END| (the|a|an|its|his|her|their|our|my|your|out|to|in|by|money|weight|jobs?|ground|control|power|\\$?\\d|streak|side|team|votes|seats|customers|patience|sight|track|interest|hope|faith|more|some|at|on|trust|touch|millions|billions|battle|bidder|business|support|momentum|blood|sleep))
maize maze (a|the) _ of (streets|corridors|rules|regulations|tunnels|alleys|pipes|rooms|laws)
manor manner in (a|an|the same|this|such a|like|a timely) ((\\w+ ){0,2})_(END| (that|as|of|which|to|and|consistent)) / (timely|orderly|professional|similar|same|bedside) _
manner manor _ houses? / (lord|lady) of the _
mantel mantle (take|takes|took|taking|taken|pick|picked|pass|passed|passing|inherit|inherited|assume|assumed|claim) (up |on |over )?the _
marital martial _ (arts?|law)
martial marital _ (status|problems|home|rape|counsel(l)?ing|bliss|troubles|relations|affair|infidelity|difficulties)
marshal martial court _
court-marshal court-martial _
marshall marshal (the|a|fire|air|field|federal|deputy|US|U\\.S\\.|parade|police|an|and|every|sky|chief|grand|race|track) _(?! (islands?|plan))(END| (led|who|said|says|in|of|for|and|was|is|has|had|to|on|at|will|from|with|told|ruled|found|arrested|ordered))
marshalls marshals (the|fire|air|federal|deputy|US|U\\.S\\.|sky|race|track|two|three|four|and) _ (arrested|who|said|in|of|and|were|have|are|had|to|on|at|will|from|service|office|found|told|escorted|took)
meddle medal (gold|silver|bronze|won a|won the|Olympic|Nobel) _
medal meddle (AUX|tried to|trying to|not) _ (in|with) (the|its|our|their|other|another|foreign|elections?|politics|affairs|people['’]s)
meet mete (AUX|to) _ out
metal medal (gold|silver|bronze) _ (in|at|winner|winners|for|match|game|contender|position|hopes|favou?rite|performance|ceremony|on)(?! prices) / won (a |the |his |her |their )?(\\w+ )?(gold|silver|bronze) _ / (tested|test|testing|tests|prove|proved|proving|showed|show) (his|her|their|its) _
metals medals (gold|silver|bronze) _ (in|at|from|and|won|for) / (two|three|four|five|six|seven|eight|nine|\\d+) (gold|silver|bronze) _
mettle metal (scrap|sheet|heavy|precious) _ / _ (detectors?|workers?|industry|pipes?|fence)
miner minor _ (injur(y|ies)|changes?|damage|offen[cs]es?|leagues?|problems?|issues?|details?|role|party|parties|traffic|crimes?|accident|surgery|repairs|incidents?|adjustments?|updates?|setbacks?|errors?|differences|delays)
minor miner (coal|gold|diamond|retired|former coal|trapped|crypto|bitcoin) _(?! (league|injur|damage|offen))
minors miners (coal|gold|diamond|trapped|copper|striking|crypto|bitcoin|silver|tin|lithium|iron ore) _
moral morale (low|staff|team|employee|troop|troops['’]?|workers['’]?|worker|police|squad|army|company|civilian|boosts?|boosted|boosting|lifted|raised|improved?|hurt|hurts|sapped|undermined?|damaged|dented|restored?|the|its|his|their|player|players['’]?|teachers['’]?|nurses['’]?|public|\\w+['’]s) _ (is|was|has been|had been|were|remains|remained|fell|dropped|sank|plummeted|improved|suffered|among|at (an?|its|the)|took|hits?|in the (ranks|team|squad|army|force|office|company|newsroom|camp|department)) (low|high|lower|higher|poor|bad|good|great|at|falling|down|still|rock|very|so|the|staff|workers|troops|police|teachers|nurses|players|employees|soldiers|to|since|after|since|all|its|as|up|because|when|here|[a-z]+s) / (boosts?|boosted|boosting|lift|lifted|raise|raised|raising|improve|improved|sap|sapped|damage|damaged|dent|dented|undermined?|restored?|staff|troop|employee|team|workers['’]?|low|lower) _(END| (among|of|in the|at the|and))
morale moral _ (obligations?|duty|compass|authority|high ground|values|support|victory|standards?|grounds|majority|dilemmas?|panic|codes?|outrage|fib(er|re)|responsibility|imperative|courage|judg(e)?ments?|bankruptcy|hazard|philosophy|question)
morning mourning (period|days|three days|national day|week|month) of _ / (official|public|national|still in) _(END| (for|after|period))
mourning morning (this|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|tomorrow|early|next|every|good|the following|in the|early in the) _
naval navel _( |-)gazing / _ oranges?
navel naval _ (bases?|ships?|battles?|officers?|forces?|vessels?|exercises?|academy|blockade|power|aviation|operations?|commander|yard|fleet|station|warfare|history)
oar ore iron _
once one at _ point
one won (he|she|they|who|it|has|have|had|team|party|club) _ (gold|silver|bronze|an Oscar|a (gold|silver|bronze|prize|medal|seat|contract|second|third|Pulitzer|Nobel|Grammy)|the (race|election|match|game|title|prize|award|vote|case|contract|seat|war|battle|cup|championship|lottery|tournament|final|toss|bid|tender|nomination|presidency|primary|league))
ordinance ordnance unexploded _ / explosive _ (disposal|teams?)
ordnance ordinance (city|zoning|town|county|noise|local|municipal|leash|tax) _
our hour (an|per|half an|half-an|rush|every) _(END| (later|after|before|ago|long|and|of|to|north|south|east|west|drive|for|in|on|from))
palate palette (colou?r|pastel|muted|neutral|warm) _
palette palate (cleanse|cleanses|cleansed|cleansing|cleansed) (the |your |his |her )_
pallet palette (colou?r|artist['’]s|painter['’]s) _
palettes pallets (wooden|stacked|shipping|of|on|two|three|loaded) _ (of|were|and|on|in)
passed past (the|this|these|those) _ (year|week|month|decade|few|two|three|four|five|six|ten|several|century|couple)(?! (a|the|its|an)) / (walked|drove|went|ran|moved|sailed|flew|marched|rode|swept|slipped|got|raced|sped|walking|driving|running|walks|drives|drive|walk|strolled|rushed|get) _ (the|a|an|his|her|their|him|her|them|it|us|security|guards|police) / (in|from|of) the _(END| (and|but|to the present)) / (half|quarter|ten|twenty|five) _ (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight)
past passed (HAVE|he|she|they|it|who|which|been|legislators|lawmakers|senators|bill (BE)|law (BE)|measure (BE)|motion (BE)|BE) (also |already |never |unanimously |overwhelmingly |narrowly |just |recently |since )?_ (the (bill|law|house|senate|test|exam|measure|ball|file|buck|torch|budget|legislation|resolution|message|baton|act|information|money|documents|word|motion|road test|amendment)|a (bill|law|resolution|measure|motion|test|budget|drug test|note|ban|lie detector)|away|by (the|a|Congress|parliament|lawmakers|\\d|voters|legislators|both)|legislation|laws|its|on (the|to|his|her)|through|into law|along|an? |out)(?! (deadline|point|years?))
patients patience (lose|loses|losing|lost|run out of|runs out of|running out of|ran out of|need|needs|requires?|required|takes?|took|infinite|enough|trying|tests?|tested|try) _(END| (and|to|is|for|as|while)) / (his|her|our|its|their|my|the public['’]s|strategic|with) _ (is|was|has|had|ran|wore|wearing|running|with (the|his|her)|wears) (out|thin|worn|limits?|run|running|wearing|been|government|process|talks|the|a|at|rewarded)
patience patients _ (were|are|who|waiting|treated|admitted|suffering|undergoing|diagnosed) / (cancer|hospital|heart|diabetes|elderly|treat|treated|treating|treats|transplant|dementia|covid) _
peace piece _ of (cake|legislation|equipment|advice|evidence|land|art|paper|wood|furniture|music|property|the (puzzle|pie|action|cake)|history|work|metal|glass|writing|software|news|information|fabric|string|meat|bread|cheese|string|research|clothing|luggage|debris|machinery|technology)
piece peace _ (talks|treaty|treaties|agreement|process|accords?|plan|prize|keepers?|negotiations?|envoy|movement|activists?|conference|summit|offer|deal|march|rally) / (at|in|make|made|making|war and|lasting|world|justice of the|disturbing the|keep the) _(END| (and|with|in|between|for|after|for the|at last))
peak pique AUX _ (POS|the) (interest|curiosity|attention)
peaks piques _ (POS|the) (interest|curiosity|attention)
peaking piquing _ (POS|the) (interest|curiosity|attention)
peaked piqued _ (POS|the)( \\w+)? (interest|curiosity|attention) / fit of _
peek peak _ (seasons?|demand|hours?|performance|flow|time|times|power|traffic|load|levels?|condition|fitness|oil|rate|summer) / (at|past|reached|reach|reaches|hit) (its|their|his|her|the) _
peak peek (sneak|quick|brief|rare|first|behind-the-scenes) _(?! district)(END| (at|inside|into|behind|of|in|for|ahead|under)) / (take|takes|took|taking|taken|get|gets|got|getting|have|had|gave|gives|give) a _(END| (at|inside|into|behind|through|under)) / (AUX|and|they) _ (behind|inside|into|through|under|underneath|out from|over|around|out (of|from)) (the|a|his|her|their|its|an|every)
peaked peeked _ (behind|inside|through|under|underneath|out from|around|out of|over the) (the|a|his|her|their|its|an|curtain|fence|wall|shoulder)
peaking peeking _ (behind|inside|through|under|underneath|out from|around|out of|over the) (the|a|his|her|their|its|an|curtain|fence|wall|shoulder)
pedal peddle (AUX|who|they) _ (drugs|influence|lies|misinformation|disinformation|conspiracy|conspiracies|false|fake|stolen|goods|myths|theories|falsehoods)
pedaling peddling _ (drugs|influence|lies|misinformation|disinformation|conspiracy|false|fake|stolen|goods|myths|falsehoods)
pedalling peddling _ (drugs|influence|lies|misinformation|disinformation|conspiracy|false|fake|stolen|goods|myths|falsehoods)
peddle pedal (bike|bicycle|brake|gas|clutch|accelerator|foot|soft|back|the gas) _
peddling pedaling (soft|back) _
plain plane _ crash / (the|a|an|their) _ (crashed|landed|took off|was carrying|carrying|crash)
plane plain (in|hidden in|hiding in|hide in) _ (sight|view|English) / in _ (language|terms|clothes)
pole poll (opinion|exit|straw|Gallup|online|national|recent|latest|new) _ (showed|shows|found|finds|conducted|of|by|published|suggests|released|taken|numbers|results) / (a|the|opinion|exit|straw) _ (showed|shows|of (voters|\\d)|conducted by|published)
poles polls (the) _ (opened|opens|open|closed|close|show|showed|suggest) / (go|goes|going|went|gone|head|heads|headed|heading|return|returned|lead in|leads in|leading in|ahead in|behind in|slump in|at|opinion|exit|latest) (to )?(the )?_(?= (on|in|to elect|at|this|next|and|show|show|for|after|with)|[.,;])
populace populous (most|more|least|densely|less) _ (country|state|city|region|nation|province|county|of|island|than|area)
populous populace (the|its|their|general|whole|angry|entire|local) _(END| (is|was|has|will|who|that|and|to|in|as|at|of))
pray prey (fall|falls|fell|fallen|falling|birds?) (of |to )?_(END| (to|and|on|that|in|by)) / (who|that|to|they|scammers|criminals|thieves|predators|fraudsters) _ (on|upon) (the|vulnerable|elderly|older|young|people|their|our|children|women|fears|those|victims|innocent|lonely|desperate|small|poor|immigrants|families)
prayed preyed (who|that|he|she|they|scammers|criminals|HAVE) _ (on|upon) (the (vulnerable|elderly|weak|poor|fears)|vulnerable|elderly|older|young|people|their|children|women|victims|girls|boys|lonely|desperate)
praying preying _ (on|upon) (the (vulnerable|elderly|weak|poor|fears)|vulnerable|elderly|older|young|people|children|women|victims|girls|boys|lonely|desperate|their)
premier premiere (world|its|film['’]s|show['’]s|European|gala|movie|red carpet|the film['’]s|North American) _ (of|at|on|in|screening|for|took)(?! league)
principal principle (in|on|a matter of|against (his|her|our|their|its)|stick to (his|her|its|their)|guiding|basic|fundamental|general|same|key|important|the legal|founding|the very|first|moral|precautionary|agreed in|agree in|agreement in) _(END| (that|of (the )?(equality|democracy|free|fairness|justice|law|non|self|one|universal|separation|solidarity|accountability)|behind|is that|was that|for which|has been))
principals principles (founding|guiding|basic|fundamental|core|democratic|moral|ethical|legal|same|key|set of|accounting|these|first|design|constitutional|religious|of) _(END| (of|that|and|for|behind|in|to|on|are|is|as))
principle principal _ (reasons?|causes?|dancers?|investigators?|author|architect|engineer|aim|goal|concern|residence|conductor|source|sources|opponent|objective|cast|photography|shareholders?|actors?|characters?|ingredient|deputy|private|suspect|witness|beneficiary|beneficiaries|adviser|advisor|city|cities|rival|export|exports|secretary|analyst|economist|owner|partner|role|purpose|consultant|scientist|researcher|member|payments?|balance|amount|crop|means) / (school|vice|assistant|deputy|the school['’]s|high school|college|former) _(?! (of|that|is)) / (interest and|loan|unpaid|the) _ (and interest|payments?|balance|amount)
profit prophet (the|biblical|false|Old Testament) _ (Muhammad|Mohammed|Isaiah|Elijah|of (doom|God))
profits prophets (false|biblical|Old Testament) _
prophesy prophecy (a|the|this|that|self-fulfilling|biblical|ancient|her|his) _(END| (that|of|is|was|about|has|in|came|and))
quite quiet (a|the|very|too|so|more|relatively|unusually|fairly|keep|keeps|kept|stay|stays|stayed|remained|fell|unusually|eerily|been|his|her|this|and) _(END| (streets?|town|night|village|neighbou?rhood|place|life|moment|revolution|word|diplomacy|week|morning|corner|suburb|about|on the|for|since|man|confidence|country|season|start|evening|area|day|period|until|but|after|when|while|ceremony|voice|spot|road|residential|achiever|determination|and peaceful))
quiet quite BE(n['’]t| not)? _ (a|an|the|different|likely|clear|sure|possible|well|often|simply|literally|frankly|rare|common|right|good|big|small|high|low|large|expensive|difficult|easy|similar|happy|ready|as|so|enough)
rack wreak (AUX|and|they|that) _ (havoc|vengeance|destruction|chaos|revenge)
rain reign _ of (terror|error|King|Queen|Emperor) / (the|his|her|their|long|short|during the|years of|end of the|end the) _ as (champion|king|queen|champions)
raining reigning (the|defending|and) _ (champions?|world|king|queen|monarch|Olympic|champion's)
raised razed (BE|be|been) _ to the ground / _ the (village|town|building|city|block) to the ground
reek wreak (AUX|and) _ (havoc|vengeance|destruction|chaos)
reeked wreaked _ (havoc|vengeance|destruction|chaos)
reeking wreaking _ (havoc|vengeance|destruction|chaos)
wreck wreak _ (havoc|vengeance|chaos)
wrecked wreaked _ havoc
wrecking wreaking _ havoc
wrecks wreaks _ havoc
rapped wrapped (BE|been) _ (in|around|up) / _ up (the|in|its|his|her|their|on)
reign rein free _ / AUX _ (in (costs?|spending|inflation|prices|budgets?|deficits?|debts?|big|its|their|the|his|her|this|on|public|government|rogue)|it in|them in|him in) / (tight|tighter|short) _ on
reigned reined _ (in (costs?|spending|inflation|prices|(its|their|the|his|her) (spending|costs?|deficits?|debts?|power|budget|borrowing|growth|forces|troops|militias|temper))|it in|them in)
reigning reining _ in (costs?|spending|inflation|prices|budgets?|public spending|government|(its|their|the|his|her) (spending|costs?|deficits?|debts?|power|budget|borrowing|growth))
reigns reins (take|took|taken|taking|hand(ed|ing)? over|hold(ing)?|held|at|takes|hands|loosen|loosened|tighten|tightened) (over )?the _(?! of (the )?(king|queen|emperor|james|charles|george|henry|edward|john|louis))
rein reign _ of (terror|error) / (his|her|their|the|long|year|years) _ (as (king|queen|champion|champions|head|president|chairman|the)|of (King|Queen|Emperor|the (king|queen)))
reining reigning (the|defending|and|two-time) _ (champions?|world|king|queen|monarch|Olympic)
residence residents (local|area|nearby|some|many|most|angry|concerned|city|town|elderly|village|the|for|longtime|of|all|other|and) _ (are|were|have|said|say|who|complained|voted|fled|told|want|can|gathered|reported|living|had|feel|woke|near|face|need|must)
riffle rifle _ (fire|shots?|range|butts?|association|club) / (assault|hunting|sniper|air|automatic|high-powered|bolt-action|military-style) _
rights rites (last|funeral|burial|religious|initiation|fertility) _(?! (issue|group|act|case|of (women|man)))(?= (of|for|and|were|to|by|performed|in|before|was)|[.,;]|$) / _ of passage(?! (through|for (ships|vessels)))
ringing wringing _ (his|her|their|its|our) hands
ring wring AUX _ (his|her|their|its|our) hands / AUX _ out
road rode (he|she|they|who|we|protesters|soldiers|passengers) _ (a|the|his|her|their|in|on|off|out|to|around|through|horses|bikes)
rode road _ (works?|side|block|map|rage|safety|trip|closures?|users?|network|accidents?|crash) / (the|a|main|dirt|country|busy|ring|toll) _ (to|was|is|from|in|and|near|through|between|that|leading|closed)
role roll _ (calls?|of (the )?(dice|tape|paper|film)) / (drum|egg|sausage|honor|honour|bread|toilet|electoral|on a) _(END| (and|for|at|with|since))
roll role (a|the|his|her|their|its|key|leading|lead|major|supporting|starring|minor|important|active|central|vital|crucial|pivotal|big|significant|new|that|any|no|prominent|critical|title|whose|what) _ (in (the|a|an|his|her|its|this|that|shaping|helping|bringing|history|any|how)|as (a|the|an|his|her|prime|chief|head)|models?|of (the )?(government|women|media|religion|president|chairman|police|technology|money|prime|chief|head|lead|king|villain|mediator|peacemaker)|played|that (the|he|she|they)) / (play|plays|played|playing) (a|an|the|no|its|his|her|their)( \\w+){0,2} _
rolls roles (their|leading|key|supporting|gender|lead|different|other|respective|traditional|starring|minor|major|new|these) _ (in|as|of|and|for|that|were|are)(?! royce)
root route (en|bus|train|escape|trade|supply|main|migration|smuggling|evacuation|direct|shipping|the usual|scenic|flight|shortest|alternative|parade|same) _(?! (cause|vegetable))(END| (to|from|for|through|that|between|of|into|across|was|is|along|and|in|out|home))
roots routes (bus|train|escape|trade|supply|migration|smuggling|evacuation|shipping|flight|alternative) _
route root _ causes? / (AUX|take|takes|took|taking) _ out / (square|took|take|takes) _(?= in the (community|country|region|culture|minds?))
sail sale (for|on|up for|garage|bake|a fire|home|house|land|asset|point of|put up for|each) _(END| (at|by|in|of|this|next|for \\$|to the|from|price|prices|on (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)))
sale sail (set|sets|setting) _(END| (from|for|on|in|to|with|and|at|again)) / _ (boats?|maker)
scene seen (HAVE|be|been|BE|never|ever|n['’]t|rarely|often|last) (also |already |ever |never |not |widely |last |often )?_ (by|a|the|as|in|on|that|it|him|her|them|leaving|since|before|at|with|any|walking|more|many|running|some|such)(?! (of|stealer))
seen scene (the|a|crime|murder|music|opening|first|final|art|crash|political|local|death|fight|love|behind the) _ (of|was|is|in which|where|when|at|and|investigators?|in the (film|movie|play|house|street|book))
seems seams (at the|the|coal|bursting at the|come apart at the|from the) _(END| (of|and|with))
seams seems (it|that|he|she|there|which|this|everyone|nobody|nothing|what|everything) _ (that|to|like|as|the|a|an|so|more|likely|clear|unlikely|certain|too|possible|increasingly)
shear sheer (by|the|a|and|this|out of|through) _ (volume|number|size|scale|luck|weight|will|numbers|determination|joy|magnitude|amount|willpower|chance|drop|power|coincidence|variety|brutality|panic|terror|incompetence|madness|audacity|cost|speed|quantity|complexity|cliff)
sheer shear (wind|sheep|metal) _
sight site (construction|building|burial|landfill|web|test|launch|nesting|camp|job|heritage|excavation|archaeological|industrial|crash|hazardous waste|nuclear|work|dump|camping|drilling) _(END| (in|near|of|for|where|was|were|is|by|at|on|and|will|after|that|to|manager|workers?))
sights sites (construction|building|burial|landfill|web|launch|nesting|camp|job|heritage|excavation|archaeological|industrial|hazardous waste|nuclear|dump|drilling) _
site sight (lose|loses|lost|losing|lost all|lose all|catch|catches|caught|catching|lost sight and) _ of / (in plain|first|love at first|out of|nowhere in|end in|on) _(?<=(in plain|at first|out of|nowhere in|end in) site)END / a _ (to behold|for sore eyes|to see)
slay sleigh _ (bells?|rides?)
slight sleight _ of hand
soar sore _ (throats?|losers?|spots?|thumb|point|eyes|loser|muscles|back|arm|knee|feet)
sore soar (prices|sales|temperatures|costs|shares|AUX|profits|rents|numbers) _ (to|by|in|above|past|over|as|\\d|again|over the)
sole soul _( |-)(searching|music|singers?|mates?|food)(?! proprietor)
soul sole _ (sources?|owners?|survivors?|providers?|purpose|heir|responsibility|aim|remaining|authority|proprietor|candidate|bidder|beneficiary|exception|superpower|reason|shareholder|witness|occupant)
staid stayed (HAVE|he|she|they|who|it|we|has|prices|rates) _ (in|at|on|with|home|out|there|away|for|behind|up|put|open|until|late|the)
stake steak _ (dinner|house|knife|knives|sandwich|and (chips|fries|ale|kidney))
steak stake at _END / (a|its|their|his|her|majority|minority|controlling|percent|per cent|%|remaining|ownership) _ in (the (company|firm|bank|group|business|club|project)|a|its|his|her|one|[a-z]+ (inc|corp|group|motors|energy|ltd))
steaks stakes (high|higher|raise the|raised the|raises the|raising the|the|lower the) _ (are|were|is|in|for|of|high|higher|could)(?= )
stair stare (blank|icy|cold|they|we) _ (at|into)
stationary stationery _ (shops?|stores?|suppl(y|ies)|cupboard|suppliers?|retailers?|company|brand|sets?) / (headed|office|personali[sz]ed|letterhead|official|hotel|school) _(?! (bikes?|cars?|front|object))
stationery stationary (BE|remained|remain|remains|stayed|almost|nearly|virtually|a|the|hit a|into a) _(END| (for|at|when|in|on|cars?|vehicles?|bikes?|trains?|bus|buses|traffic|lorry|truck|front|target|objects?|while|bicycle|phase))
steal steel _ (mills?|plants?|workers?|works|beams?|industry|makers?|factory|factories|bars?|production|pipes?|girders?|cables?|company|tariffs?|exports?|imports?|prices|producers?|frames?|structure|bridge|door|doors|sheets?|tubes?|rods?|towers?|wire|containers?|products?|manufacturers?|tycoon) / (stainless|carbon|structural|tons of|tonnes of|galvani[sz]ed|nerves of|concrete and|iron and) _
steel steal (AUX|tried to|trying to|conspired to|attempted to|used to) _ (the (show|money|car|cars|election|data|vote|secrets|identities|jewels)|from|a (car|base|march|look|kiss|vehicle|bus|million)|\\$\\d|money|cars|data|information|jobs|secrets|food|votes|personal|hundreds|thousands|millions|his|her|their|our)
steeling stealing _ (from|money|cars|the (car|show|money|data)|a|data|information|\\$|food|more|millions|thousands)
straight strait _( |-)(jacket|laced) / (the|a|Bering|Taiwan|Cook|Bass|Torres|Magellan|Malacca|narrow) _ (of|between|that separates)
straights straits (dire|desperate|financial|the turkish|the) _(END| (of|after|when|and|by|since|because|as))
strait straight (went|go|goes|going|come|came|for|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|two|three|four|five|six|seven|eight|nine|ten|keep a|a) _ (to|from|into|home|away|year|day|week|month|games?|wins?|losses|days|weeks|months|years|season|game|quarter|time|sets|defeats?|victory|victories|face|line|answer|A's)
suite suit (follow|follows|followed|following) _ / (law|space|wet|bathing|class-action|business|dark|libel|civil|birthday|pin-striped|jump|swim) _ / (file|filed|files|filing|brought|drop|dropped|settle|settled|lost|won) (a|the|its|his|her)( \\w+)? _
suites suits (law|space|wet|bathing|business|dark|class-action) _
suit suite (hotel|presidential|penthouse|executive|honeymoon|en|honeymooners'|bridal|software|maternity|operating|three-piece bathroom) _ (of (rooms|offices|products|tools|services|software|apps)|at|in|with|on)
tact tack (a|the|change|changed|changes|changing|new|another|different|same|opposite|that|this|try a|tried a|switch|switched|switching) (different |new |another |similar |tougher |softer |harder )?(?<=(different|new|another|same|opposite|change|changed|changes|changing|similar|tougher|softer|harder|switch|switched|switching|diplomatic) )_
tail tale (fairy|cautionary|tall|folk|morality|sorry|old wives['’]) _ (of|about|is|was|for|that|in|and|to|ending)?
tails tales (fairy|cautionary|tall|folk|old wives['’]|Canterbury) _
tale tail (whale|dragon|nose to|sting in the|the plane['’]s|dog['’]s|the cat['’]s|end) _(END| (fin|wing|section|lights?|end|between|wind|winds|gate|feathers))
tales tails (heads or|coat|top hat and) _
taught taut (pulled|stretched|pulls|stretch|drawn|went|go|goes|kept|skin|rope|wire|line) _(END| (across|between|over|by|as|and|again|around))
tax tacks brass _
teaming teeming _ with (life|fish|wildlife|bacteria|insects|tourists|people|rats|rain|birds|animals|shoppers|activity|energy|microbes)
tenant tenet (basic|core|central|key|fundamental|main|first|religious|sacred|a|the|important|essential) _ (of (the )?(democracy|faith|islam|christianity|liberalism|journalism|capitalism|religion|law|policy|free|economic|party|constitution|conservatism|socialism|science|medicine))
tenants tenets (basic|core|central|key|fundamental|main|religious|the|its|their) _ of (the )?(democracy|faith|islam|christianity|liberalism|journalism|capitalism|religion|law|policy|free|economic|party|constitution|conservatism|socialism|science|medicine|church|christian|our)
throws throes in the _ of(?! (dice|a (dice|coin))) / (death|birth|final|last|dying) _
throne thrown (BE|been|be|HAVE|get|got|getting) _ (out|into|from|off|in|at|by|away|overboard|under|to|open|down|up|together|back|over)
thrown throne heir to the _ / (ascend the|ascended the|ascending the|on the|line to the|succession to the|the Spanish|the English|claim to the|abdicated the|to the|game of|claimed the|British) _(?! (out|into|by|from|in|at|away))(END| (in|of|and|after|at|speech|when|on|for|since|as|room))
threw through (went|goes|go|gone|going|walked|drove|came|broke|made it|ran|running|passed|passing|passes|swept|tore|crashed|smashed|flew|climbed|looked|got|get|getting|fell|travel(l)?ed|sailed|pushed|burst|break|came|coming|run|sneaked|way|right|halfway|follow|followed|following) _ (the|a|an|his|her|their|its|it|this|that|to|with|both|all|customs|security|on|town|more)
through threw (he|she|they|who|protesters|suspect|gunman|man|fans|pitcher|rioters|demonstrators|attackers|soldiers|quarterback|and) _ (a (punch|party|ball|stone|rock|bottle|bomb|grenade|pass|touchdown|chair|brick|tantrum|complete|shutout)|the (ball|first|book|switch|stone|bottle|bomb|grenade|weapon|gun)|stones|rocks|bottles|himself|herself|themselves|it (away|out|at|into|in)|him|her out|them|out the|for \\d|objects|petrol|eggs|bricks|punches|his|her (body|arms)|tear gas|away|fuel)
thorough through (go|went|gone|goes|going|came|pass|passed|passing|run|ran|walk|walked|drove|get|got|all) _ (the|a|an|his|her|their|its|to|it|this|that|customs|security|these|those)
through thorough (a|more|very|less|most|and|conduct|conducted|for|fair and) _ (investigations?|reviews?|searche?s?|examinations?|cleaning|analysis|inspections?|checks?|understanding|overhaul|probe|look|job|audit|report|study)
tide tied _ (for|with|up|to) (the (lead|game|series|score|record|first)|first|second|third|fourth|a|in|his|her) / (are|hands|was|were|score) _(END| (for|at|with|to|up|after|\\d))
toe tow (in|children in|kids in|under) _(?<=(children|kids|family|wife|husband|son|daughter|dog|cameras|crew|reporters|friends|parents|entourage|mother) in toe)
tow toe _ the (party )?line
trader traitor _ to (his|her|the|their|our|its) (country|nation|cause|people|party)
troop troupe (dance|theat(er|re)|acting|circus|ballet|comedy|drama|theatrical|opera|touring) _
troops troupes (dance|theat(er|re)|acting|circus|ballet|comedy|drama|theatrical|opera) _
troupes troops _ (were deployed|withdrew|entered|on the ground|advanced|fired|opened fire|killed|crossed|stationed|from (the )?(border|front))
vain vein (the|a|this|that|in (the same|a similar|this|that|a|a lighter|another)|jugular|varicose|similar|same|rich|lighter|serious) (\\w+ )?(?<=(same|similar|this|that|jugular|varicose|rich|lighter|serious|pulmonary|another) )_(END| (of|in|and|the|as|he|she|to))
vein vain in _(END| (for|to|as|that|attempt|hope|when))(?<!(the|same|a|any|each|every|another|this|that) in vein)
veins vanes (weather|wind) _
vein vane (weather|wind) _
vain vane (weather|wind) _
vale veil (bridal|wedding|face|full-face|wear a|wore a|wearing a|a) _ (of (secrecy|silence)|over)
vary very _ (good|important|much|little|few|difficult|high|hard|likely|different|large|small|long|short|strong|well|happy|close|early|late|big|clear|bad|serious|proud|rare|expensive|special|popular|young)
very vary (prices|costs|sizes|AUX|rules|estimates|laws|opinions|rates|they|results|practices|times|fees|views|reactions|levels) _ (from|by|widely|depending|greatly|considerably|according to|with (the|age)|between|across)
verses versus (us|good|men|man|David|supply|risk|nature) _ (them|evil|women|machine|Goliath|demand|reward|nurture)
viscous vicious _ (attacks?|dogs?|cycles?|circles?|assaults?|rumou?rs?|beating|crime|fight|campaign|murder)
waist waste (a|total|complete|toxic|nuclear|food|go to|goes to|went to|going to|hazardous|solid|household|radioactive|plastic|medical|what a) _(END| (of (time|money|resources|taxpayers?|space|public|energy|food)|disposal|dump|site|management|water|collection|in|and|from))
waste waist _( |-)(deep|high|length) / (around|above|below) (his|her|their|the) _(END| (and|with|in))(?! (site|dump|bins?|plant))
waits weights (lift|lifting|lifted|lifts) _
wait weight (lose|loses|losing|lost|gain|gains|gaining|gained|put on|putting on|body|excess|carry|carries|carried|shed) _(END| (loss|gain|of|and|to|in|by|on|since|after|with|for))(?! (for|to (see|hear|know)))
wave waive (AUX|agreed to|agree to|agrees to|decided to|refused to|temporarily|and) _ (the |its |his |her |their |all |any |some )?(\\w+ )?(fees?|rights?|requirements?|charges|immunity|privilege|tuition|rules?|penalties|taxes|jury|extradition|hearing|interest|deadline|rent|tariffs|restrictions|confidentiality)
waved waived (HAVE|he|she|they|it|who|BE|been|company|city|judge|defendant) _ (the |its |his |her |their |all |any |some )?(\\w+ )?(fees?|rights?|requirements?|charges|immunity|privilege|tuition|penalties|jury|extradition|hearing|interest|deadline|rent|tariffs|preliminary)
waived waved _ (a |the |his |her |their |its |as )?(\\w+ )?(flags?|hands?|goodbye|placards?|banners?|signs?|posters?|arms|guns?|to the (crowd|cameras?|fans))
waver waiver (a|the|visa|fee|liability|sign|signed|signs|signing|seek|seeking|granted|grant|tariff|tax|regulatory) (\\w+ )?(?<=(a|the|visa|fee|liability|tariff|tax|regulatory|special|patent) )_(END| (to|from|for|of|on|that|by|program(me)?))
waiver waver (AUX|not|never) _(?! (of|from|for|to))(END| (in (his|her|its|their)|on|over|as|when))
waivered wavered (HAVE|never|not|has never|have never|had never|he|she|they|who|support|and) _
waivering wavering _(END| (support|in|on|over|voters|senators))
ware wear _ and tear / (AUX|who|that|they|must|not) _ (masks?|a|the|helmets?|uniforms?|protective|gloves|black|it|them|seat)
wear ware (hard|soft|silver|dinner|glass|stone) _
wear where (know|knows|knew|see|saw|ask|asked|from|to|that['’]s|is|was|of|the (place|house|town|city|street|hospital|school)) _ (the (bodies|fire|body|money|suspect|shooting|crash|attack|river|man|woman|city|police|war|company|problem)|he (was|is|had|lived|lives|works|worked|went)|she (was|is|had|lived|lives|works|worked)|they (are|were|live|lived|went|work)|it (is|was|came))
weary wary (be|is|was|are|were|grown|remain|remained|remains|investors|voters|officials|long been) _ of (the (risks?|dangers?|potential|impact|consequences|threat|plan|deal)|scams|strangers|giving|making|taking|being seen|any|such|foreign|outsiders|getting|a (possible|potential|repeat)|letting|relying|sharing|upsetting|buying|investing|offending|spending|trusting|China|Russia)
weather whether (decide|decides|decided|deciding|know|knows|knew|unclear|question(ed|s)?|determine|determines|consider(ed|ing)?|wonder(ed|s|ing)?|doubt(s|ed)?|regardless of|unsure|asked|asks|ask|see|debate|debating|on|about|of|say|said|uncertain|over) _ (to|the|it|he|she|they|a|this|that|his|her|we|you|or not|there|an|any|their|its|it['’]s|people|such) / _ or not
weight wait (AUX|can['’]t|cannot|long|hours?) _ (for|until|to (see|hear|know|find|get|be)|and see|in line|times?(?! ))(?<!(the|of|their|its|his|her|add|body|added) weight (for|to \\w+))
wet whet _ (POS |the |public )?appetites?
where were (they|we|you) _ (killed|arrested|injured|not|going|told|being|found|also|all|able|born|taken|unable|forced|driving|trying|married|given|charged|asked|still|now|just|released|sent|attacked|shot|made|working|looking|in the|at the|on the|afraid|supposed|late|the first|sentenced|convicted|planning|expecting) / there _ (no|some|many|few|several|only|about|more|also|two|three|four|five|six|seven|eight|nine|ten|\\d|reports|signs|fears|concerns|nearly|at least|people|hundreds|thousands|dozens|other|still)(?! (is|are|was|were))
were where (the|a|an|this|that|his|her|their|its|one) ((\\w+) )?(place|city|town|area|country|house|hospital|school|region|village|district|hotel|park|street|building|bar|prison|jail|camp|site|spot|neighbou?rhood|island|state|factory|office|room|court|station|apartment|home|restaurant|church|stadium|road|store|shop|university|situation|point|stage) _ (he|she|they|I|the (crash|attack|fire|shooting|accident|body|bodies|couple|man|woman|two|victims?|suspects?|family|incident|explosion|murder|president|bomb|company|men|team)|people|police) / (know|knows|knew|sure|wonder|wondered|ask|asked|learn|unclear|see|saw) _ (he|she|they|it|the|his|her|we|I) / (no matter|matter) _
whether weather _ (forecasts?|forecasters?|conditions|station|service|satellite|balloon|vane|reports?|patterns?|warning|bureau|events?|permitting) / (bad|severe|wet|hot|cold|extreme|stormy|dry|poor|good|warm|warmer|winter|freezing|cooler|inclement|rough|weekend|colder|wintry|mild) _(END| (is|was|has|will|and|in|on|at|this|conditions|for|that|across))(?! (the|a|to|he|she|they|it|or))
witch which (,|in|of|for|on|at|by|with|from|to|through|during|under|after|decide|know|asked|see) _ (is|are|was|were|has|have|had|will|would|could|can|may|he|she|they|it|the|we|a|an|his|her|its|their|one|of|way|country|company|countries|companies|party|case|includes?)
which witch a _ hunt
wonder wander (AUX|would|not|seen) _ (around|aimlessly|off|the (streets|halls|corridors|aisles|city|hills)|through the|into the|away)
wondered wandered _ (around|aimlessly|off|the (streets|halls|corridors|hills|desert)|through the|into the|away from)
wondering wandering _ (around|aimlessly|off|the (streets|halls|corridors|hills|desert)|through the|into the|away from)
wander wonder _ (if|why|whether) / (he|she|I|they|we|people|some|residents|you|AUX|experts|critics) _ (if|why|whether|how|what)
wandered wondered _ (if|why|whether) / (he|she|I|they|we|people|some|residents|who|HAVE) (also |aloud )?_ (if|why|whether|how|what|aloud)
wandering wondering _ (if|why|whether) / (BE|people|residents|left|many|been) _ (if|why|whether|how|what)
wood would (he|she|it|they|we|that|which|who|this|there|I|you|deal|plan|bill|law|government|company) _ (be|have|not|like|also|never|make|take|give|cost|mean|need|allow|only|help|cut|go|lead|rather|become|seek|do|put|leave)
wrap rap (bum|bad) _ / _ (sheets?|music|album|artists?|star|star's|battle)
rap wrap (gift|bubble|plastic|shrink|cling) _ / AUX _ up (the|its|his|her|their|by|on|in|talks|work|a)
wreathe wreath (a|the|laid a|lay a|laurel|Christmas|floral) _(END| (at|on|of|in|laying|for|and|to))
wrote rote (by|learn by|learned by|learning by) _ / _ (learning|memori[sz]ation)
yoke yolk egg _
yokes yolks egg _
yolk yoke _ of (oppression|colonialism|slavery|tyranny|debt|the|communism|empire|Soviet|foreign)
lead led HAVE _ (nowhere|police|officers|investigators|into|people|voters|many|scientists|efforts|protests|calls|up|away|from|others|critics|researchers|doctors|companies|some|more|thousands|millions|banks|firms|several|every|all|most)(?! (singers?|authors?|pipes?|paint|roles?))
lead led (the|these|those|its|his|her|their|our)? ?(findings|errors|mistakes|talks|protests|attacks|reports|results|rules|changes|cuts|clues|tips|rumou?rs|delays|complaints|losses|floods|fires|storms) _ (?=[^.,;:!?]{3,60}(?:last (?:year|week|month|night)|yesterday|in (?:19|20)\\d\\d)\\b)\\w+
lead led (he|she|it|who) (also |then |later )?_ (by|in|for|from|with|at|off|into|police|officers|all|most|two|three|calls)(?<!\\b(let|help|helped|make|made|see|saw|that|should|would|may|might|did|does|if|watch|have) (he|she|it|who) lead \\w+)(?! singer)
loose lose _ [$€£]?\\d[\\d,.]*(%| percent| points| million| billion| seats| games?| votes| jobs| years?| pounds| kilos?|END)? / (they|we|you) _(?= (by|to|again|at|on|this|in)\\b|[.,;]) / (people|patients|shares|stocks) _(?! (end|change|fit|cannon))
loosing losing (BE|been|by|without|after|before|of|from|for|kept|keeps|keep|avoid|risk|not|started) _(?! (arrows?|an arrow|the (dogs|hounds|arrow|bolt|horses)|hounds|dogs|bolts|volleys?))
lose loose on the _(?! (side|column))
mane main _ (reasons?|causes?|roads?|streets?|events?|issues?|goals?|attraction|problems?|source|target|characters?|stage|entrance|rivals?|suspect|aim|topic|course|opposition)
meat meet (will|would|to|may|could|might|should|must) _ (in|on|with|at|the|again|next|his|her|their|him|her|for|this|every|face)
passed past (rose|climbed|fell|soared|jumped|surged|slipped|edged|rocketed|swept|moved|went|drove|ran|sailed|got|crept|raced|shot|flew) _ (the|a|an|his|her|their|this|[$€£]?\\d)
plead pleaded (he|she|who|has|have|had|both|man|woman|officer|driver|trader|mayor|senator|gang|defendant|teenager|banker|executive|company|firm|[a-z]+er|[a-z]+or) _ (guilty|not guilty|no contest|innocent) (?=(on|in|to|last|at|and|after|before|yesterday)\\b)\\w+(?<!\\b(will|would|to|did|not|may|could|or|whether|if) \\w+ plead [a-z ]+)
poll pole _ (position|vault|vaulter|vaulting|dancers?|dancing) / (flag|goal|telegraph|telephone|light|lamp|utility|fishing|tent|totem|ski) _(?! (tax|said|found))
premiers premieres (film|movie|show|series|play|it|which|album|documentary|musical|opera|season|drama) _ (on|in|at|next|this|tonight|worldwide)
roll role (leading|lead|starring|supporting|title|key|pivotal|active|crucial|central|vital|cameo|advisory|leadership) _(END| (in|as|for|and|with|on|at|by|from|to))
threw through (searched|leafed|sifted|looked|rummaged|combed|walk|slept|lasted|worked|cut|rode|climb|smashed|shot|wandered|marched|paraded|fled|all) _ (the|a|an|his|her|their|it|its)(?! (ball|towel|book))
whose who's _ (in charge|behind|to blame|responsible|next|at fault|in (power|control|the|there)|on (the|top|board|trial)|at (the|risk|home|work)|with (him|her|us|them|me)|out there|coming|winning|right|wrong|paying|running|leading)(?! (by|into))
who whom (some|many|most|all|both|one|two|three|four|five|several|few|none|half|each|neither|either|others) of _ / (?<=^|[.!?] )(to|for|with|from|by|against) _ (should|did|do|does|was|were|is|are|will|would|can|could)
`;
