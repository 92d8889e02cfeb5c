/** Valid documents, damaged at will: a draft that can be stored or a refusal in words, soon and in bounded memory. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/api/errors.ts';
import { RoleContent } from '../../shared/api/role-content.ts';
import { readDrafts } from '../../src-main/import/read.ts';
import { propertyRuns } from '../helpers/property-runs.ts';
import { bytesOf, fixtureText, postOf } from './read-text.ts';
import { asHtml, asMarkdown, asPageText, otherTitles, plainTitles } from './roles/invented-blueprint.ts';

const html = asHtml({ titles: plainTitles, top: 2, isNumbered: true });
const sources: Readonly<Record<string, string>> = {
  post: html,
  page: `<!doctype html><html><body><nav>Home</nav><main>${asHtml({ titles: otherTitles, top: 3, hasFakeLists: true })}</main></body></html>`,
  markdown: asMarkdown(otherTitles),
  'page text': asPageText(plainTitles, ' '),
  'copied text': asPageText(plainTitles, '\t'),
  'competency page': fixtureText('competency-page.txt'),
  advert:
    'Baker at Ofenwerk\nGraz · Full-time\n\nResponsibilities\n- Bake\n- Sweep\n\nRequirements\n- 3 years of ovens\n- Sourdough, Python and CI/CD\n\nNice to have: Kafka.\n\nBenefits\n- Bread\n',
};

const hostile = [
  '<script>x()</script>',
  '<img src=x onerror=x()>',
  '</div></table></ul>',
  '<table><tr><td colspan=99999 rowspan=99999>',
  '<ul>'.repeat(60),
  '&amp;lt;b&amp;gt;',
  '\u202e\u200b\u0000\ufeff',
  'Category Tool Primary use Adoption',
  'Metric name What it measures Why it matters Target Frequency',
  '|'.repeat(80),
  '\t\t\t\t',
  '**'.repeat(60),
  ': – : – : – ',
  '('.repeat(200),
  '1) 2) 3) 4)',
  'âââ€€€ÃÃÃ',
  '# ## ### ####',
  'Requirements: '.repeat(20),
];

const change = fc.record({
  kind: fc.constantFrom('drop', 'double', 'move', 'cut', 'hostile', 'truncate', 'join', 'letters', 'reencode'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  to: fc.double({ min: 0, max: 0.999, noNaN: true }),
});
type Change = { readonly kind: string; readonly at: number; readonly to: number };

function reencoded(text: string): string {
  return new TextDecoder('windows-1252').decode(bytesOf(text));
}

function damaged(text: string, changes: readonly Change[]): string {
  let lines = text.split('\n');
  for (const { kind, at, to } of changes) {
    const place = Math.floor(at * lines.length);
    const target = Math.floor(to * lines.length);
    const line = lines[place] ?? '';
    if (kind === 'drop') lines = lines.toSpliced(place, 1 + Math.floor(to * 5));
    else if (kind === 'double')
      lines = lines.toSpliced(place, 0, ...lines.slice(place, place + 1 + Math.floor(to * 10)));
    else if (kind === 'move') lines = lines.toSpliced(place, 1).toSpliced(target, 0, line);
    else if (kind === 'cut') lines[place] = line.slice(0, Math.floor(line.length * to));
    else if (kind === 'hostile')
      lines[place] =
        `${line.slice(0, Math.floor(line.length * to))}${hostile[Math.floor(to * hostile.length)]}${line.slice(Math.floor(line.length * to))}`;
    else if (kind === 'truncate' && to > 0.7) lines = lines.slice(0, place + 1);
    else if (kind === 'join') lines = lines.toSpliced(place, 2, `${line} ${lines[place + 1] ?? ''}`);
    else if (kind === 'letters') lines[place] = line.replaceAll(' ', to > 0.5 ? '  ' : '\u00a0');
    else if (kind === 'reencode' && to > 0.8) lines = reencoded(lines.join('\n')).split('\n');
  }
  return lines.join('\n');
}

function check(name: string, text: string): void {
  // Time of this thread alone: what else runs on the machine does not count.
  const began = process.threadCpuUsage();
  try {
    for (const draft of readDrafts(name, bytesOf(text))) {
      if (draft.kind !== 'role') continue;
      expect(RoleContent.safeParse(draft.role).error?.issues ?? []).toEqual([]);
      const { role } = draft;
      const rows = [role.requirements, role.responsibilities, role.kpis, role.tools, role.milestones, role.items];
      for (const row of [...rows, role.scorecard, role.faqs, role.links, role.gapPairs].flat()) {
        expect(role.sections[row.section ?? -1]).toBeDefined();
        expect(draft.sourceLines[(row.line ?? 0) - 1]).toBeDefined();
      }
      for (const notice of draft.notices)
        if (notice.line !== undefined) expect(draft.sourceLines[notice.line - 1]).toBeDefined();
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.message.length).toBeGreaterThan(20);
  }
  const { user, system } = process.threadCpuUsage(began);
  expect((user + system) / 1_000).toBeLessThan(2_000);
}

describe('a document that was damaged', () => {
  it.each(Object.keys(sources))(
    'is read or refused: the %s',
    (name) => {
      const source = sources[name] ?? '';
      const before = process.memoryUsage().heapUsed;
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 25 }), (changes) => {
          const text = damaged(source, changes);
          check(name, name === 'post' ? postOf(text) : text);
        }),
        { numRuns: propertyRuns(60) },
      );
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(400 * 1024 * 1024);
    },
    120_000,
  );

  it('of twenty times its size is read in time', () => {
    for (const name of ['page text', 'markdown', 'copied text', 'advert', 'competency page'])
      check(name, `${sources[name]}\n`.repeat(20));
    check('post', postOf((sources.post ?? '').repeat(20)));
  }, 60_000);
});

describe('lines made to take time', () => {
  it.each([
    ['headers without end', `Title\n\n${'Metric name What it measures Target Frequency '.repeat(4_000)}\nrow`],
    [
      'rows of a table without borders',
      `Title\n\nMetric name What it measures Why it matters Target Frequency\n${'A Ba Ca Da Weekly\n'.repeat(12_000)}`,
    ],
    ['one row of many words', `Title\n\nCategory Tool Primary use Adoption\n${'Common ('.repeat(20_000)}`],
    [
      'many tables without borders',
      `Title\n\n${'Category Tool Primary use Adoption\nDesign Pen Drawing Common\n'.repeat(4_000)}`,
    ],
    ['dashes behind colons', `Title\n\nPlans: – ${'One. – '.repeat(40_000)}`],
    ['labels of adverts', `Title\n\nBenefits: x\n\n${'Requirements: Go. '.repeat(10_000)}`],
    ['broken encoding', 'â€'.repeat(200_000)],
    ['broken encoding of another page', 'โ€ร'.repeat(100_000)],
    [
      'classes of elements',
      `<html><body>${'<div class="ad-x has-ads comments-open">'.repeat(150)}${'<p class="ads">x</p>'.repeat(40_000)}</body></html>`,
    ],
    ['questions', `Title\n\nFAQ\n\n${'Why? '.repeat(50_000)}`],
  ])('%s', (_name, text) => {
    check('slow', text);
  });
});
