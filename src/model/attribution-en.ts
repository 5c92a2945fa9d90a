import { toWordSet as set, type AttributionWords } from './attribution-words.ts';

/** How English tells who said something. */
export const en: AttributionWords = {
  mind: set(
    `said told asked mentioned thinks thought wants wanted believes believed hopes hoped fears feared doubts doubted trusts feels felt finds found
      sees sighed refuses refused dared dares pointed remarked defended complained complains shouted admitted admits
      insisted insists worries worried wishes wished prefers preferred regrets regretted suspects expected expects
      understands understood denied denies laughed cried whispered nodded notices noticed recognised considers`,
  ),
  speech: set(
    `says say tells asks mentions calls called put puts notes noted reports reported want
      think feel stated states`,
  ),
  cues: set('according to as with'),
  concerns: set('concerned'),
  verbs: set(
    `is was were are be been has had have can could may must will would stays stayed goes went comes came sits stands
      did does do gave gives made makes`,
  ),
  prepositions: set(
    'in on at to for by about than from of with through against between under behind per without into',
  ),
  small: set(
    `as or and but that this who what not also too yet so it a an the his her their our my who whom which in on at to for
      by about than from of through against between under behind per without into`,
  ),
  ideas: set(
    `idea ideas proposal proposals plan question questions worry worries wish view opinion words remark point story fear
      reproach objection no preference feeling experience`,
  ),
  articles: set('the our my your his her their this that'),
  titles: set('mr mrs ms miss dr prof sir madam'),
  heOrShe: set('he she'),
  nobody: set(
    `i we you they he she it everyone everybody nobody someone somebody people who what that this there many some all
      both most others those these the a an one none here then now today tomorrow yesterday tonight often sometimes nothing
      something everything only but and or if when where why how beforehand afterwards together short yes no note tip
      monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
      october november december two three four five six seven eight nine ten deep
      democracy lewis excel word teams outlook sharepoint god dutch english anyone
      whoever whatever each such put other`,
  ),
  subjects: set('i we you they he she everyone everybody nobody someone people it there'),
  places: set('in at from since until near via on'),
  unique: set('oldest youngest only newest longest smallest new newcomer'),
  somebody: set('someone somebody man woman lady gentleman boy girl colleague person guy'),
  everywhere: set('us you outside inside far nearby all everyone both here there within the'),
  of: set('of from'),
  roles:
    /(?:\p{L}{2,}(?:er|or|ist|ian|eer|ess)|(?:[\p{L}-]*(?:man|woman|lady|gentleman|boss|chief|head|lawyer|accountant|consultant|assistant|attendant|agent|architect|chair|chairperson|clerk|client|customer|coach|intern|trainee|secretary|treasurer|ceo|cfo|cto|colleague|nurse|president|representative|executive|advocate|student|guest|friend|brother|sister|mother|father|official|apprentice|newcomer|volunteer)))$/u,
  things: set(
    `other another number matter order paper letter water summer winter corner chapter offer answer member
      computer river never power quarter roster folder counter poster center centre after under over either neither rather
      whether together better later longer further faster slower higher lower greater smaller bigger former latter easier
      harder stronger clearer lighter heavier finer wiser newer older younger deeper floor door for or nor error mirror
      sector factor major minor color labor floor list exist twist checklist resist career business process success
      progress less unless happiness weakness fairness awareness openness readiness access address mess stress ever
      however december november october september barrier layer tower flower border cover remainder
      reminder disorder user laser dinner lunch inner outer upper proper super cluster register filter server buffer
      her per her meter gender tender wonder shoulder trigger anger danger hunger finger manner banner
      merger browser handover server prior interior exterior senior junior motor monitor humor behavior behaviour
      favour flavour labour colour honour hour four our your tour`,
  ),
  outside:
    /(?:facilitator|moderator|writer|reader|author|participant|speaker|listener|observer|opponent|supporter|narrator|outsider)$/u,
};
