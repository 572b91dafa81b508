/*
 * Words that sound alike, or nearly so. A line has the wrong word, the right one (with `+` for a space) and what is beside the
 * wrong word, `_`; ` / ` separates two contexts. `pairs.ts` explains the names in capitals.
 */
export const HOMOPHONES = `
aloud allowed (BE|not) _ (to|in|on|into|near)
allowed aloud (read|reads|reading|think|thinking|thought|wondered|wonders|wondering) _(END| (to|the|from|about|by|if|whether|what|how))
alter altar _ (boys?|servers?) / (at|before|on) the( high)? _END / the high _
altar alter (AUX|significantly|dramatically) _ (the|its|his|her|their|our|any|how|plans|course)
arc ark Noah's _
aural oral _ (sex|arguments?|hygiene|surgery)
bail bale _ of (hay|cotton|straw) / (hay|straw|cotton) _
bails bales _ of (hay|cotton|straw) / (hay|straw|cotton) _
baited bated with _ breath
bazaar bizarre _ (incident|twist|behaviou?r|case|story|turn|scene|episode|attack|claim|coincidence)
bare bear (AUX|we|they|you|who|cannot) _ (the|a|some|any|its|his|her|their|this|that|all|much|most|no)( \\w+){0,2} (cost|costs|brunt|burden|weight|responsibility|pain|blame|risk|risks|loss|losses|consequences|name|expense|stigma|heat|sight|thought|idea) / (to|AUX|please) _ (witness|fruit|with (us|me|him|her|them)|in mind|children|arms|responsibility)
bares bears _ (the (brunt|burden|cost|responsibility|blame|scars|name|risk|hallmarks|marks?)|witness|fruit|responsibility|little|no (resemblance|relation|responsibility)|(a|some|little) resemblance)
baring bearing _ (the (brunt|burden|cost|costs|responsibility|blame|scars|name|risk|weight)|witness|fruit|down on|in mind|arms)
bear bare the _ (minimum|necessities|essentials|bones|facts) / (his|her|their|its|my|with) _ (hands|feet|chest|knuckles|hand|arms)
berth birth (gave|give|gives|giving) _ / _ (certificate|control|rates?|place|weight|parents|mother|defects?)
birth berth (wide|playoff|tournament|final|Olympic|World Cup|semi-?final) _
boarder border _ (crossings?|controls?|patrols?|guards?|security|wall|town|dispute|fence|agents?|checks?|region|police|collie) / (cross|crosses|crossed|crossing|across|near|along|over|at) the( \\w+){0,2} _
bored board _ of (directors|education|trustees|governors|supervisors|elections|appeals|inquiry|regents|commissioners) / across the _END / on _ the (ship|train|plane|boat|ferry|bus|aircraft|vessel)
born borne (cost|costs|burden|risk|loss|losses|expense|expenses) (BE|will be|must be|should be) _ by / (BE|been) _ out by / HAVE _ the (brunt|burden|cost|costs|weight)
borne born was _ (on|in) (January|February|March|April|May|June|July|August|September|October|November|December|\\d)[a-z\\d]*
break brake _ (pads?|fluid|lights?|pedals?|discs?|shoes|callipers?|failure) / (hand|emergency|parking|air) _
breaks brakes (hit|hits|slammed on|slams on|slam on|slamming on|applied|apply|applies|applying|put|pump|pumped|pumping|the car's|faulty|failed) the _ / the _ failed
brake break (AUX) _ (the (law|silence|news|record|deadlock|ice|bank|rules|story|mould|mold|cycle)|a (record|promise|leg|strike)|up|down|into|even|out|away|ground|free)
breech breach _ of (the (?!gun|rifle|cannon)\\w+|contract|security|trust|privacy|confidence|duty|peace|data|protocol|conduct|a|its|his|her|their) / (security|data|contract|privacy|the) _END
breeches breaches _ of / (security|data|contract|privacy) _
bread bred (was|were|born and|been|pure) _ (in|by|for|to)(?! and)
canvas canvass (AUX|and) _ (voters|support|opinions?|residents|the (area|neighbou?rhood|district|street|voters|public|scene)|neighbou?rs|for (votes|support))
canvased canvassed _
canvasing canvassing _
canvass canvas (oil|acrylic|oils) on _ / _ (bags?|shoes|tents?|sheets?)
cannon canon _ (law|lawyer)
canon cannon (water|loose) _ / _ (fire|balls?|fodder)
canons cannons (water|loose) _
capital capitol stormed the U\\.S\\. _ / the U\\.S\\. _ (building|police|attack|riot|dome|rotunda|grounds)
capitol capital _ (punishment|gains|markets?|investments?|expenditures?|murder|letters?|letter|offen[cs]e|flows?|controls?|costs|spending|projects?|ratios?) / (venture|human|working|political|share|raise|raised|raising|nation's|country's|the Chinese|the French) _
cereal serial _ (killers?|killings?|numbers?|offender|rapist|entrepreneur|monogamist|murderer|novel)
serial cereal (breakfast|box of|bowl of) _
chord cord (umbilical|spinal|telephone|bungee|extension|power) _
chords cords (vocal|umbilical|spinal|power|extension) _
cord chord (struck|strike|strikes|striking) a( \\w+)? _
cite site (the|a|its|this|that|new|building|construction|burial|web|camp|test|crash|landfill|on|launch|historic|former) _ (of (the|a|an|its|former)|is|was|were|near|where|for|in|has|will|floods|by|and|on)
cites sites (historic|tourist|building|construction|burial|web|test|landfill|heritage|toxic|nuclear|these|those|two|three|several|many) _
sited cited BE _ (for|as saying|by|in) (speeding|the|contempt|reckless|driving|failing|a|violating|careless|police|officials|sources)
coarse course (of|off) _END / (in due|main|golf|race|crash|training|obstacle|change|changed|stay the|on) _(END| (and|for|in|of)) / _ of (action|events|treatment|the (day|year|war|trial|investigation|campaign|season|night|week))
course coarse _ (sand|hair|language|salt|grained|fish|texture)
complement compliment (paid|pay|pays|paying) (\\w+ ){0,2}a( \\w+)? _ / (take|took|takes) (it|that|this) as a _ / (back-?handed|left-?handed) _
complements compliments (won|win|wins|received|receive|receives|drew|draw|draws|earned|earn|earns|paid|pay|pays|with the|their|his|her|fishing for|showered with|full of|many) _(END| (for|on|from|to|about|of the (chef|season)))
complemented complimented _ (him|her|them|me|us|the (staff|team|mayor|organi[sz]ers|police|players|crew|officers|coach)) (on|for)
compliment complement (perfect|ideal|full|natural|useful|good|welcome|nice|fine|excellent) _ (to|of|for) / a _ of \\d+ / (AUX|that|which|they) _ (each other|one another|existing|the (existing|work|new|other))
complimentary complementary _ (medicine|medicines|therap(y|ies)|skills|colou?rs|strengths|roles|technolog(y|ies)|assets|angles|DNA|proteins?) / (mutually|highly) _
complementary complimentary _ (tickets?|breakfast|drinks?|cop(y|ies)|wi-?fi|shuttle|parking|snacks?|coffee|wine|champagne|upgrades?|meals?|passes|toiletries|admission|remarks)
core corps (marine|press|diplomatic|drum|officer|Peace|Marine) _(END| (of|in|was|were|is|and|have|has))
corp corps (marine|press|diplomatic|Peace|Marine|Air) _(?!\\.)
council counsel (general|legal|defen[cs]e|outside|lead) _ (for|to) (the (company|bank|firm|agency|president|defendant|university|committee|plaintiff|victim)|plaintiffs?|defendants?)
counsel council (city|town|village|parish|borough|student|security|tribal) _ (members?|meetings?|seats?|elections?|voted|votes|leaders?|tax|estates?|houses?|chambers?|chairman|approved|resolution)
counsellor councillor (city|town|borough|parish|county|Labour|Tory|Conservative|Green) _
creak creek (up the|a dry|the dry) _
cue queue (stood|stand|standing|waited|waiting|wait|join|joined|jump|jumped|jumping) (in )?(a|the)( long)? _ / long _ (at|outside|for|of)
cues queues (long|endless|longer|huge) _ (at|outside|for|of|form|formed|forming)
queue cue (on|right on|took (his|her|their|its|a)|take (his|her|their|its|a)|taking (his|her|their|its|a)) _(END| from)
currant current _ (account|affairs|events|president|government|law|system|situation|state|season|rules|year|value|prices?)
descent dissent (silence|silencing|silenced|crush|crushing|crushed|stifle|stifling|stifled|suppress|suppressing|quash|political|express|expressed|voice|voiced|brook no|tolerate|public|internal|any) _(END| (and|in|from|within|among|on|against|at|or)) / (booked|cautioned|(a|the|second) (yellow|red|yellow card|red card|booking)|carded|sent off|dismissed|suspended|penali[sz]ed) for _
dissent descent of( \\w+)? (Irish|African|German|Italian|Indian|Chinese|Japanese|Jewish|Mexican|Asian|Polish|Turkish|European|Arab|Hispanic|Pakistani|Scottish|Russian|Korean|French|Spanish|Cuban|Greek) _
desert dessert _ (wines?|menus?|spoons?|forks?|trolley|recipes?|course) / for _END / (favou?rite|chocolate|delicious|sweet|frozen) _(?! (island|storm|fox|sands?))
desserts deserts (just|just got (his|her|their)) _
die dye hair _
died dyed (had|has|have|she|he|who) _ (his|her|their) hair
dual duel (fought|fight|fighting|won|lost) a( \\w+)? _ / a _ (between|with|to the death|at dawn)
duel dual _ (carriageways?|citizenship|citizens?|roles?|purpose|nationality|nationals|nationality|use|mandate|language|income|core|camera|screen|fuel|status|degree|enrollment|control|controls|monarchy)
eek eke AUX _ out
eeked eked _ out
eeking eking _ out
eeks ekes _ out
elicit illicit _ (drugs?|trade|affairs?|substances?|activit(y|ies)|funds?|goods|weapons|relationship|alcohol|gains|tobacco|arms|sex|trafficking|market|money|liquor|proceeds)
illicit elicit AUX _ (an?|any|the|sympathy|responses?|information|laughs|more|support|confessions?)
alluded eluded _ (police|capture|arrest|officers|authorities|investigators|detection|justice|him|her|them|detectives|the (police|authorities|law)|customs|his|her)
eluded alluded _ to (the|a|an|his|her|this|that|it|in|by|possible)
eminent imminent _ (danger|threats?|collapse|attack|arrival|release|risk|closure|departure|arrest|strike|invasion|retirement|harm) / (in|an|no|an equally) _ (danger|threat) / (BE|is) _[.,]
imminent eminent _ (scientists?|professors?|scholars?|lawyers?|historians?|domain|surgeons?|physicists?|economists?|doctors?|jurists?|writer|architect)
insure ensure (AUX|and) _ (that (the|an?|no|all|every|its|their|his|her|our|he|she|they|we|it|nobody|nothing|none|those|people|more|only|any|there|each|both)|the (safety|success|survival|accuracy|quality|security|integrity|fairness)|a (fair|smooth|safe|stable|speedy)|compliance|success|fairness|accuracy|there|no|all)(?!( \\w+){0,6} (policy|policies|premiums?|coverage))
insures ensures _ (that (the|an?|no|all|every|its|their|his|her|our|he|she|they|we|it|nobody|nothing|none|those|people|more|only|any|there|each|both)|the (safety|success|survival|accuracy|quality|security|integrity|fairness)|a (fair|smooth|safe|stable)|compliance)
insured ensured (which|HAVE|and|he|she|it|they) _ that (the|an?|no|all|every|its|their|his|her|our|he|she|they|we|it|nobody|nothing|none|those|people|more|only|any|there|each|both)
insuring ensuring _ that (the|an?|no|all|every|its|their|his|her|our|he|she|they|we|it|nobody|nothing|none|those|people|more|only|any|there|each|both)
ensure insure AUX _ (the |their |his |her |its |your |a )?(car|cars|house|home|homes|vehicle|vehicles|jewel(le)?ry|property) against
ascent assent (give|gave|gives|given|giving|withheld|withhold|grant|granted|royal|nodded) (its |his |her |their |royal )?_ to / royal _(?! (of|to the (top|summit|throne)))
except accept (AUX|refused to|agreed to|willing to|had to|ready to|forced to|hard to|decided to|please) _ (the|a|an|his|her|its|their|any|that|this|it|responsibility|defeat|payment|payments|donations|applications|blame|bribes|refugees|new|more|less|no|such|calls|patients|cash|advertising)
excepted accepted HAVE (already |also |not |reluctantly |finally )?_ (the|a|an|his|her|its|their|that|responsibility|an offer) / (he|she|they|it|who|board|union|company) _ (the|a|an|his|her|its|their|responsibility)( \\w+){0,2} (offer|award|prize|invitation|apology|plan|proposal|deal|job|post|bribe|resignation|terms|decision|verdict|role|nomination|blame|charge|gift|money|responsibility)
accept except (everyone|everybody|everything|nothing|nobody|no one|anything|anyone|anywhere|every day|none|all of them|always open) _
exercise exorcise AUX _ (the |its |his |their )?(demons?|ghosts?|evil)
faint feint _ (to the (left|right))
feat feet (on|to|at|by) (its|his|her|their|my) _END
feet feat (no (mean|small|easy)|remarkable|impressive|rare|incredible|amazing|difficult|engineering|astonishing|extraordinary) _
faze phase _ (one|two|three|of|\\d|in (the|of)|out (of|the))
phase faze (AUX|did not|does not) _ (him|her|them|me|us|the (team|players?|pilot|coach|mayor|crowd))
phased fazed (BE|not|un|hardly|barely|seemed|seem|seems|looked|look) _ by / (not|hardly|barely) (even )?_
flair flare (solar|bell|a|safety) _ gun / solar _ / (tempers|tensions|fires?|violence|symptoms|AUX) _ (up|again)
flaired flared (tempers|tensions|violence|fighting|nostrils|trousers|anger|clashes|protests|have|has|had) _
flairs flares (solar|police|lit|threw|fired|emergency) _
flare flair (a|his|her|their|some|with|no|great|attacking|creative|natural|dramatic) _ for (design|the (dramatic|theatrical)|drama|language|languages|fashion|words|business|cooking|publicity|showmanship|storytelling|music|invention)
flaunt flout AUX (openly |routinely )?_ (the |its |their |his |her |these |those |any )?(\\w+ ){0,2}(rules?|laws?|regulations?|restrictions|orders?|bans?|conventions?|guidelines|norms|courts?|authority|constitution|sanctions|embargo|ceasefire|lockdown|curfew|treaty)
flaunted flouted _ (the |its |their |his |her |these |those |any )?(\\w+ ){0,2}(rules?|laws?|regulations?|restrictions|orders?|bans?|conventions?|guidelines|norms|courts?|authority|constitution|sanctions|embargo|ceasefire|lockdown|curfew|treaty)
flaunting flouting _ (the |its |their |his |her |these |those |any )?(\\w+ ){0,2}(rules?|laws?|regulations?|restrictions|orders?|bans?|conventions?|guidelines|norms|courts?|authority|constitution|sanctions|embargo|ceasefire|lockdown|curfew|treaty)
flaunts flouts _ (the |its |their |his |her |these |those |any )?(\\w+ ){0,2}(rules?|laws?|regulations?|restrictions|orders?|bans?|conventions?|guidelines|norms|courts?|authority|constitution|sanctions|embargo|ceasefire|lockdown|curfew|treaty)
flew flu (bird|swine|avian|stomach|the seasonal) _ / the _ (season|vaccine|shot|virus|jab|pandemic)
flu flew (who|he|she|they|it|planes?|jets?|aircraft|drones?) _ (to|from|over|into|out|home|back|across|past)
foreword forward (look|looks|looking|looked|move|moves|moving|moved|going|step|steps|stepped|put|came|come|way|leap|straight|brought) _
forward foreword (a|the|wrote a|wrote the|his|her) _ (to (the|a|his|her) (book|report|memoir|volume|study|edition|catalogue|novel))
forth fourth (the|a|its|their|his|her|third or|for the) _ (quarter|time|place|year|day|game|period|floor|largest|biggest|straight|consecutive|inning|month|grade|term|season|person|round|week|minute|goal|victim|child|man|woman|member|attempt|wave|amendment|edition|of July|session|set|test|title|win|loss)
fourth forth back and _ / and so _
freeze frieze (marble|stone|plaster|carved) _
frieze freeze (hiring|pay|wage|deep|price|asset) _
friar fryer (air|deep fat|deep-fat) _
gorilla guerrilla _ (war|warfare|fighters?|tactics|marketing|groups?|army|campaign|movement|attacks?|leader|insurgency)
grizzly grisly _ (murders?|deaths?|scenes?|crimes?|discover(y|ies)|details?|killings?|finds?|attack|end|tale|task|images|remains|toll|evidence|accident)
grisly grizzly _ bears?
hail hale _ and hearty
hale hail _ (storm|stones?|of (bullets|gunfire|stones|arrows))
hair hare _( |-)brained / as mad as a March _
hangar hanger (coat|clothes) _
hanger hangar (aircraft|airplane|plane|the airport|air force|helicopter|airline) _ / _ (doors|bay)
hangers hangars (aircraft|airplane|plane|helicopter) _
heal heel Achilles['’]? _ / (bring|brought|bringing|come|came) to _
heals heels (hot on the|on the|head over|dug in (its|his|her|their)|dig in (its|his|her|their)|digging in (its|his|her|their)|high|cooling (his|her|their)|kick (his|her|their)|on its|at (his|her|their|its)) _
heel heal (time|to|will|help|helps|AUX) _ (the (wounds?|nation|country|rift|divisions?|planet|party|sick|scars)|old wounds|wounds|divisions|rifts?)
heard herd (a|the|his|her|their|its|dairy|cattle) _ of (cattle|cows|sheep|elephants|goats|buffalo|deer|horses|bison|reindeer|pigs|antelope|wildebeest|yaks|camels) / _ (immunity|mentality|instinct)
herd heard (HAVE|AUX be|BE|never|also|he|she|they|we|jury|court|judge|witnesses|been) _ (that|from|the (news|case|evidence|shots|explosion|sound|testimony)|gunshots|shots|screams|nothing|about|testimony|evidence|arguments|an? (explosion|bang|noise|scream|shot))
here hear (AUX|cannot|could not|glad to|want to|wants to|like to|happy to|sorry to|surprised to|hoping to|going to|waiting to) _ (from (the|him|her|them|you|us|more|people|witnesses|experts|lawyers|those|his|her|their|both|a|an|as|all)|about (the|it|this|that|his|her|their)|that|what|how (the|they|he|she|it)|arguments|evidence|testimony|appeals|cases|the (case|appeal|evidence|sound|voices?|news|results?|arguments|matter|words?)|it|him|her|them|you|more about|screams|gunfire|shots)
hoard horde _ of (fans|people|tourists|reporters|journalists|photographers|protesters|visitors|shoppers|zombies|barbarians|supporters|children|invaders|attackers|students|followers|young|customers|cameramen|villagers)
hoards hordes _ of (fans|people|tourists|reporters|journalists|photographers|protesters|visitors|shoppers|zombies|barbarians|supporters|children|invaders|attackers|students|followers|young|customers|cameramen|villagers)
horde hoard _ of (gold|coins|cash|treasure|weapons|silver|jewels|jewel(le)?ry|food|documents|Roman coins|money|ammunition)
hoarded herded BE _ (into|onto|through|together|out|away|toward|towards|back|aboard)
hole whole (a|the) _ (new|lot|host|world|thing|country|family|team|year|day|week|town|city|nation|story|point|truth|range|process|idea|world's)(?!-)
whole hole a _ in (the (wall|roof|ground|ozone|ice|fence|floor|hull|budget|boat|road|side|net|ceiling|fuselage)|its (side|hull)|his|her) / (black|bullet|drilled a|dug a|dig a|punched a) _
holy wholly (AUX|not|almost|entirely|which is|BE) _ (owned|inadequate|unacceptable|dependent|inappropriate|unjustified|new|different|responsible|unfounded|unnecessary|independent)
idle idol (teen|pop|pop music|matinee|childhood|rock|sporting) _
idol idle (stood|stand|stands|standing|sat|sit|sits|sitting|lay|lie|lies|lying|lain|stay|stayed|remained|remain|lies) _
incite insight _ into (the|how|what|his|her|their|its|why|a|this|these)
insight incite (AUX|conspired to|conspiring to) _ (violence|riots?|hatred|unrest|others|a (riot|crowd|rebellion|mob)|the (crowd|mob)|rebellion|terrorism|racial)
jive jibe (AUX|not) _ with

accept except (, |all day|all days|alike|week|year|nothing|open|closed|one|day) ?_ (on|for|in|when|during|at|that|those|one) (?!(the )?(terms|offer|condition))\\w+
air heir _ to (the|his|her|a) (throne|fortune|estate|family|crown|company|kingdom|title) / (rightful|sole|male|presumptive) _
bale bail _ (hearings?|conditions|application|money|bond|jumper) / (granted|released on|denied|posted|set|on|jumped|refused|sought) _(END| (of \\$|on|in|after|by|at|for|with|and|until))(?! of (hay|cotton|straw))
fowl foul _ (smells?|play|mood|language|weather|odou?rs?|tip|air|line|shot|stench|trouble)
foul fowl (water|wild|domestic|guinea) _
hung hanged BE _ (for (murder|treason|the|his|her|killing|spying|espionage|war)|at dawn|in public|by the neck)
insighting inciting _ (fear|violence|hatred|riots?|others|a|the)
`;
