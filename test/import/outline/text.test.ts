/** Text of no known format, and in any encoding: a draft of readable prose with notices, never an error. */
import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../../src-main/import/read.ts';
import { bytesOf, messagesOf, roleDraft } from '../read-text.ts';
import { recallOf } from '../visible-words.ts';

describe('plain text', () => {
  it('becomes prose under the title of its first line, and says so', () => {
    const draft = roleDraft('Lighthouse keeper\n\nThe lamp is lit at dusk.\nIt is put out at dawn.\n');
    expect(draft).toMatchObject({ format: 'text', title: 'Lighthouse keeper' });
    expect(messagesOf(draft, 'INTERPRETED')).toEqual(['The first line is read as the title.']);
    expect(messagesOf(draft, 'KEPT').join()).toContain('nothing that a match can count');
    expect(draft.role.sections[0]?.blocks).toEqual([
      { kind: 'paragraph', inlines: [{ text: 'The lamp is lit at dusk.\nIt is put out at dawn.' }] },
    ]);
  });

  it('without a line for a title takes the name of its file, and says so', () => {
    const draft = roleDraft('it was a long night, and nobody came.', 'night watch.txt');
    expect(draft.title).toBe('night watch');
    expect(messagesOf(draft, 'INTERPRETED').join()).toContain('“night watch”');
  });

  it('is split at numbered headings', () => {
    const { sections } = roleDraft(
      'Keeper\n\n1) Role summary\n\nLight the lamp.\n\n2) Role mission\n\nNo ship aground.\n\nDaily activities\n\n• Trim\n• Clean\n',
    ).role;
    expect(sections.map((section) => [section.depth, section.number, section.heading])).toEqual([
      [1, undefined, 'Keeper'],
      [1, '1', 'Role summary'],
      [1, '2', 'Role mission'],
      [2, undefined, 'Daily activities'],
    ]);
  });

  it('takes a numbered list for a list, not for headings', () => {
    const { sections } = roleDraft('Keeper\n\n1. Trim\n\n2. Clean\n\n3. Light\n').role;
    expect(sections).toHaveLength(1);
    expect(sections[0]?.blocks).toMatchObject([{ kind: 'list', isOrdered: true, items: [{}, {}, {}] }]);
  });

  it('in Markdown gives typed rows under known headings', () => {
    const { role } = roleDraft(
      '# Keeper\n\n## Responsibilities\n\n### At night\n\n1. **Light** the lamp\n2. **Log** the ships\n\n## Technical skills\n\n- **Optics** (lenses)\n  Importance: Critical\n\n## KPIs\n\n| Metric | Target |\n|---|---|\n| Dark hours | 0 |\n',
    );
    expect(role.responsibilities).toMatchObject([
      { group: 'At night', number: 1, lead: 'Light', text: 'the lamp' },
      { number: 2, lead: 'Log' },
    ]);
    expect(role.requirements).toMatchObject([{ competency: 'Optics', importance: 'critical', kind: 'skill' }]);
    expect(role.kpis).toMatchObject([{ name: 'Dark hours', target: '0' }]);
  });

  it('keeps a table copied from a page as a table', () => {
    const { role } = roleDraft(
      'Keeper\n\nTools\n\nCategory\tTool\tPrimary use\nLight\tLamp\tTo be seen\nFog\tHorn\tTo be heard\n',
    );
    expect(role.tools.map(({ category, name, use }) => [category, name, use])).toEqual([
      ['Light', 'Lamp', 'To be seen'],
      ['Fog', 'Horn', 'To be heard'],
    ]);
  });

  it('shows every word, whatever its marks', () => {
    const text =
      'A\n=\n\n> quoted\n> twice\n\n* one\n  * two\n    three\n+ four\n\n| a | b |\n| c | d |\n\n***\n\n**bold** and * star\n\n12) twelve\n   more\n';
    expect(recallOf(text, roleDraft(text).role.sections).missing).toEqual([]);
  });
});

describe('a saved page', () => {
  const page = (body: string) =>
    `<!DOCTYPE html><html><head><title>Keeper: Role Blueprint and Skills | Harbour</title></head><body>${body}</body></html>`;

  it('loses nothing to names of classes that only sound like boilerplate', () => {
    const draft = roleDraft(
      page(
        '<main><div class="elementor-widget elementor-widget-text-editor"><h2>Mission</h2><p>No ship aground.</p></div><section class="promo" id="related-roles"><h2>Responsibilities</h2><ul><li>Light the lamp</li></ul></section><div class="has-ads comments-open"><h2>Tools</h2><ul><li>Lamp</li></ul></div><div class="widget"><p>Ten best lamps</p></div></main>',
      ),
    );
    expect(draft.role.mission).toBe('No ship aground.');
    expect(draft.role.responsibilities.map((responsibility) => responsibility.text)).toEqual(['Light the lamp']);
    expect(draft.role.tools.map((tool) => tool.name)).toEqual(['Lamp']);
    expect(JSON.stringify(draft.role)).not.toContain('Ten best lamps');
  });

  it('is read from its article, without the frame of the website', () => {
    const draft = roleDraft(
      page(
        '<nav><a href="/">Home</a></nav><article><h1>Keeper: Role Blueprint and Skills</h1><h2>1) Role Mission</h2><p>No ship aground.</p><h2>2) Core Responsibilities</h2><ol><li><b>Light</b> the lamp</li></ol></article><footer>Subscribe</footer>',
      ),
    );
    expect(draft).toMatchObject({ format: 'text', title: 'Keeper' });
    expect(draft.role).toMatchObject({ mission: 'No ship aground.', responsibilities: [{ lead: 'Light', number: 1 }] });
    expect(draft.role.sections.map((section) => section.depth)).toEqual([1, 1, 1]);
    expect(draft.sourceLines.join()).not.toMatch(/Home|Subscribe/);
  });

  it('takes the title of the page when no heading stands on top', () => {
    expect(roleDraft(page('<p>The lamp is lit at dusk.</p>')).title).toBe('Keeper');
  });
});

describe('encodings', () => {
  const text = 'Fjörður keeper\n\nNaïve – “quoted” … façade';
  const utf16 = (littleEndian: boolean): Uint8Array => {
    const bytes = new Uint8Array(2 * (text.length + 1));
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 0xfeff, littleEndian);
    for (const [index, letter] of [...text].entries())
      view.setUint16(2 * index + 2, letter.charCodeAt(0), littleEndian);
    return bytes;
  };

  it.each([
    ['UTF-8', bytesOf(text)],
    ['UTF-8 with a mark', bytesOf(`\ufeff${text}`)],
    ['UTF-16, small end first', utf16(true)],
    ['UTF-16, big end first', utf16(false)],
    ['decomposed letters', bytesOf(text.normalize('NFD'))],
  ])('read the same from %s', (_name, bytes) => {
    const [draft] = readDrafts('x.txt', bytes);
    expect(draft?.sourceLines).toEqual(text.split('\n'));
    expect(draft?.notices.some((notice) => notice.message.includes('Windows-1252'))).toBe(false);
  });

  it('fall back to Windows-1252 with a notice', () => {
    const bytes = Uint8Array.from([
      ...bytesOf('Keeper\n\nna'),
      0xef,
      ...bytesOf('ve '),
      0x93,
      ...bytesOf('lamp'),
      0x94,
    ]);
    const [draft] = readDrafts('x.txt', bytes);
    expect(draft?.sourceLines[2]).toBe('naïve “lamp”');
    expect(draft?.notices[0]).toMatchObject({
      code: 'INTERPRETED',
      message: 'The file is not UTF-8; it is read as Windows-1252.',
    });
  });

  it('lose what hides or turns text around', () => {
    const draft = roleDraft(`Ke\u202eeper\u0000 \u2066of\u2069 the\u200b lamp\n\nl\u00adit z${'\u0301'.repeat(40)}`);
    expect(draft.sourceLines[0]).toBe('Keeper of the lamp');
    expect(draft.sourceLines[2]?.length).toBeLessThan(15);
  });
});
