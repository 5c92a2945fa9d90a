/** What a book adds to the styles of the site: a title page, contents, and something above and below every sheet. */
export const bookStyle = `
/* A picture repeated behind a bar becomes a bitmap of the whole page in a PDF; the number of the step stands beside it. */
:root { --pat-1: none; --pat-2: none; --pat-3: none; --pat-4: none; --pat-5: none; }
@page {
  size: 210mm 297mm;
  margin: 20mm 18mm 22mm;
  @top-left { font: 8.5pt 'Atkinson Hyperlegible Next'; color: #333; vertical-align: bottom; padding-bottom: 4mm; }
  @bottom-right { content: counter(page); font: 9pt 'Atkinson Hyperlegible Next'; vertical-align: top; padding-top: 5mm; }
}
@page titelblad { margin: 30mm 22mm; @bottom-right { content: none } }

.titelblad { page: titelblad; height: 230mm; display: flex; flex-direction: column; break-after: page; }
.titelblad .reeks { font: 600 11pt var(--ui); min-height: 1.5em; margin-bottom: 45mm; }
.titelblad h1 { font-size: 32pt; line-height: 1.08; text-wrap: balance; border-top: 2.5pt solid #000; padding-top: 6mm; }
.titelblad .aanloop { font-size: 14pt; margin-top: 6mm; max-width: 34em; }
.titelblad .colofon { margin-top: auto; font-size: 9.5pt; }
.titelblad .colofon p + p { margin-top: 1mm; }

.inhoudsopgave { break-after: page; }
.inhoudsopgave h1 { font-size: 24pt; margin-bottom: 6mm; }
.inhoudsopgave .deelkop { font-size: 12.5pt; margin: 4.5mm 0 1mm; }
.inhoudsopgave ol { list-style: none; padding: 0; margin: 0; }
.inhoudsopgave li { break-inside: avoid; }
.inhoudsopgave li a { display: flex; align-items: baseline; gap: 2mm; padding: 0.55mm 0; text-decoration: none; color: #000; font-size: 10pt; line-height: 1.3; }
.inhoudsopgave .in-stuk > a { font-weight: 600; }
.inhoudsopgave .in-kop > a { padding-left: 6mm; }
.inhoudsopgave .stippen { flex: 1; min-width: 6mm; border-bottom: 0.8pt dotted #555; }
.inhoudsopgave .nummer { width: 2.6em; text-align: right; font-variant-numeric: tabular-nums; }

.hoofdstuk { break-before: page; }
/* The browser forgets the place of a heading that hangs out of its page, however little. */
.hoofdstuk :is(h1, h2, h3) { margin-left: 0; }
.hoofdstuk :is(h2, h3) + p { break-after: avoid; }
.hoofdstuk > .wrap:first-child, .hoofdstuk .kop { padding-top: 0; }
`;
