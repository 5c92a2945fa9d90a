/** What lists to tick off say, in Dutch. Braces are filled in by the browser. */
export const ticksNl = {
  progress: '{n} van {total} gedaan',
  reset: 'Zet alles weer open',
  undo: 'Zet de vinkjes terug',
  print: 'Print met vinkjes',
  full: 'De opslag van deze browser is vol. Deze vinkjes gaan weg als je de pagina sluit.',
  blocked: 'Deze browser bewaart niets voor deze site. Je vinkjes gaan weg als je de pagina sluit.',
  asideTitle: 'Eerdere vinkjes waren niet te lezen.',
  asideWhy: 'Ze zijn apart gezet en niet weggegooid. Sla ze op als bestand als je ze wilt houden.',
  asideSave: 'Sla de oude vinkjes op',
  asideForget: 'Gooi ze weg',
  outcome: 'Uitkomst van deze vraag',
  needed: 'Er is iets nodig',
  nothing: 'Gevraagd, niets nodig',
  prepare: 'Zet klaar',
} as const;
