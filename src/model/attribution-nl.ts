import { toWordSet as set, type AttributionWords } from './attribution-words.ts';

/** How Dutch tells who said something. */
export const nl: AttributionWords = {
  mind: set(
    `zei zeiden vertelde vroeg meldde vindt vond vinden vonden wil wilde willen wilden denkt dacht denken dachten hoopt hoopte vreest vreesde
      twijfelt twijfelde vertrouwt meent meende gelooft geloofde snapt snapte begrijpt begreep durft durfde weigert
      weigerde gaf geeft merkte verdedigt verdedigde rekent zucht zuchtte schrikt schrok baalt baalde ergert ergerde
      schaamt riep roept klaagt klaagde bromt bromde fluisterde lachte huilde knikte bekende bekent benadrukt benadrukte
      herkent herkende verwacht verwachtte verlangt verlangde twijfelen hopen vrezen wenst wenste betwijfelt ontkent
      ontkende mopperde moppert voelde voelt ziet zag`,
  ),
  speech: set(
    `zegt zeggen vertelt vertellen vraagt vragen noemt noemde noemen meldt merkt stelt stelde`,
  ),
  cues: set('volgens aldus zoals bij'),
  concerns: set('betreft'),
  verbs: set(
    `is was waren zijn wordt werd heeft had kan kon mag moet zal blijft bleef gaat ging komt kwam zit staat ligt loopt`,
  ),
  prepositions: set(
    'in op te aan met voor door om over naar tot na uit van via tegen tussen onder achter per zonder',
  ),
  small: set(
    `dan als of en maar die dat dit wie wat er niet ook nog al zo toch weer zich ons hem haar hun het een de in op te aan
      met voor door om over naar tot na uit van via tegen tussen onder achter per zonder`,
  ),
  ideas: set(
    `idee ideeën voorstel voorstellen plan vraag vragen zorg zorgen wens mening woorden opmerking punt inbreng verhaal
      angst verwijt standpunt bezwaar nee voorkeur gevoel ervaring`,
  ),
  articles: set('de onze mijn jouw je zijn haar hun die deze dezelfde uw'),
  titles: set('mevrouw meneer mevr mw dhr mr dr drs ir ing prof heer'),
  heOrShe: set('hij zij ze'),
  nobody: set(
    `ik wij we je jij jullie u iedereen niemand iemand men wie wat dat dit er soms velen sommigen allen beide beiden
      anderen mensen hij zij ze het een de hier daar dan toen nu vandaag gisteren morgen vaak alles niets iets alleen maar
      en of want als toch ook nog al zo hoe waar wanneer waarom vooraf achteraf samen samengevat kortom kort ja nee let tip
      maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
      september oktober november december een twee drie vier vijf zes zeven acht negen tien deep democracy
      lewis excel word teams outlook sharepoint god nederland`,
  ),
  subjects: set('ik je jij we wij u jullie ze zij hij iedereen niemand iemand men mensen er'),
  places: set('in te uit naar sinds tot vanaf rond via per op uit'),
  unique: set('oudste jongste enige nieuwste langste kleinste hoogste nieuweling nieuwe'),
  somebody: set('iemand man vrouw dame heer jongen meisje collega persoon'),
  everywhere: set(
    'ons jullie u buiten binnen ver dichtbij vlees alle alles iedereen beide mening plan goede',
  ),
  of: set('van uit'),
  roles:
    /(?:\p{L}{2,}(?:er|aar|eur|tor|ist|ant|aris|loog|graaf|ster|esse|trice)|(?:[\p{L}-]*(?:man|vrouw|dame|heer|baas|chef|hoofd|leid(?:st)?er|arts|collega|jurist|advocaat|architect|stagiaire?|agent|klant|leverancier|docent|assistent|consulent|president|leidinggevende|ambtenaar|medewerk(?:st)er|adviseuse|coach|manager|auteur|cliënt|patiënt|student|leerling|gast|vriend|broer|zus|moeder|vader|ceo|cfo|cto)))$/u,
  things: set(
    `ander andere rooster kader cijfer nummer winter zomer water kamer letter meter vinger cluster filter poster klaver
      duur deur natuur cultuur structuur temperatuur uur kuur muur koor spoor voor door hoor kantoor score waar jaar paar
      gevaar maar daar klaar haar elkaar krant kant want constant afstand restaurant variant elegant lijst kist lust rust
      dienst wereldwinter werker nader later eerder verder minder beter meer onder over zonder ieder keer weer sfeer leer
      eer heer oever ladder fluister november december september oktober tijger moeilijker makkelijker       papier manier plezier vier hier dier hout vooroor register leger honger donker wakker zeker lekker kanker offer
      koffer buffer server computer cursor sector factor motor monitor humeur geur kleur voorkeur keur beurt scheur
      overkant browser webserver checklist tegenover eronder erover ervoor hierover daarover waarover ongeveer groter kleiner
      lichter zwaarder sneller langzamer hoger lager ruimer smaller zuster munster venster meester kwartier middag partner
      aanvoer vervoer weervoer vloer toer broer rekening`,
  ),
  outside:
    /(?:begeleider|facilitator|gespreksleider|moderator|schrijver|lezer|opdrachtgever|deelnemer|spreker|luisteraar|waarnemer|tegenstander|voorstander|verteller|buitenstaander|toehoorder)$/u,
};
