/** Where the first sentence of a note ends, and where a full stop ends nothing. */
import { expect, test } from 'vitest';
import { sentenceEnd } from '../../../shared/domain/capture/sentence-end.ts';

test.each([
  'Am 3. März die Migration abgeschlossen.',
  'Budget um 1,2 Mio. gesenkt',
  'Budget um 1,2 Mio. Euro gesenkt.',
  'Umsatz von 3 Mrd. Euro verantwortet',
  'Cited on p. 4',
  'Cited on pp. 4 and 7',
  'Closed ticket No. 412 for good',
  'See Fig. 3 and Sec. 2',
  'Im 3. Quartal die Kosten halbiert',
  'Zum 1. Mal ohne Ausfall geliefert',
  'Der 2. Release lief ohne Fehler',
  '1. Preis beim Hackathon gewonnen',
  'Den 14. Sprint geleitet',
  'Bis zum 31. Dezember alles migriert',
  'Worked with Dr. Meyer and Prof. Lin',
  'Presented to J. Smith and A. B. Jones',
  'Moved U.S. Army records',
  'Led it, e.g. Berlin and Paris',
  'Teams, d.h. Berlin und Paris, geführt',
  'Systeme, z. B. Oracle, abgelöst',
  'Systeme, z.B. Oracle, abgelöst',
  'Joined St. Gallen as lead',
  'Released v2.0 of Node.js and ASP.NET',
  'Upgraded to version 3.11 without outage',
  'Migré env. 300 clients vers M. Dupont',
  'Rencontré Mme. Durand',
  'Reduje aprox. 300 horas con la Sra. Pérez',
  'Shipped iOS app. it works',
  'Met on Jan. 5 with all',
  'Lieferung bzw. Abnahme geklärt',
  'Vertrag gem. Abs. 3 geprüft',
  'Kosten inkl. MwSt. berechnet',
  'Smith et al. Reviewed it',
  'Worked for Acme Inc. Berlin',
  'Answered approx. 200 calls',
  'Am 3.3. März geplant',
])('“%s” is one sentence', (line) => {
  expect(line.slice(0, sentenceEnd(line))).toBe(line);
});

test.each([
  ['Led the team. Then left.', 'Led the team.'],
  ['Cut latency to 96 ms. Nobody noticed.', 'Cut latency to 96 ms.'],
  ['Cut it to 9 s. Nobody noticed.', 'Cut it to 9 s.'],
  ['It takes 5 min. Before it took 50.', 'It takes 5 min.'],
  ['Cut costs by 3. Then went home.', 'Cut costs by 3.'],
  ['Learned SQL. Then CSS.', 'Learned SQL.'],
  ['They said no. We went on.', 'They said no.'],
  ['Went live in 2024. All was well.', 'Went live in 2024.'],
  ['We left at 9 p.m. Everybody slept.', 'We left at 9 p.m.'],
  ['Really? Yes.', 'Really?'],
  ['“It works.” They said so.', '“It works.”'],
  ['Moved to React.js. Then to Vue.', 'Moved to React.js.'],
  ['Did so. Then that.', 'Did so.'],
  ['Built an app. Sold it.', 'Built an app.'],
  ['移行を完了した。次は監視。', '移行を完了した。'],
  ['काम पूरा किया। फिर छुट्टी।', 'काम पूरा किया।'],
  ['Kosten gesenkt. Danach gefeiert.', 'Kosten gesenkt.'],
  ['Ran 42 km. Then slept.', 'Ran 42 km.'],
])('“%s” ends its first sentence at “%s”', (line, first) => {
  expect(line.slice(0, sentenceEnd(line))).toBe(first);
});
