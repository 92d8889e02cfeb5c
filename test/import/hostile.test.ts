/** Documents that mean harm, and documents that were damaged: plain data or an AppError, and soon. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/api/errors.ts';
import type { Draft } from '../../shared/api/import.ts';
import { RoleContent } from '../../shared/api/role-content.ts';
import { readDrafts } from '../../src-main/import/read.ts';
import { propertyRuns } from '../helpers/property-runs.ts';
import { bytesOf, fixtureText, messagesOf, postOf, roleDraft, roleOfPost } from './read-text.ts';

/** Every string of a value, keys aside. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function hrefsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'href' ? [inner] : hrefsIn(inner)));
}

/** Reads, or is refused in words; anything else fails the test. The roles it gives can be stored as they are. */
function readOrRefuse(name: string, text: string): Draft[] {
  try {
    const drafts = readDrafts(name, bytesOf(text));
    for (const draft of drafts) {
      if (draft.kind !== 'role') continue;
      const parsed = RoleContent.safeParse(draft.role);
      expect(parsed.error?.issues ?? []).toEqual([]);
      const rows = [
        draft.role.requirements,
        draft.role.responsibilities,
        draft.role.kpis,
        draft.role.tools,
        draft.role.milestones,
        draft.role.items,
        draft.role.scorecard,
        draft.role.faqs,
        draft.role.links,
      ].flat();
      for (const row of rows) {
        expect(draft.sourceLines[(row.line ?? 0) - 1]).toBeDefined();
        expect(draft.role.sections[row.section ?? -1]).toBeDefined();
      }
      for (const notice of draft.notices)
        if (notice.line !== undefined) expect(draft.sourceLines[notice.line - 1]).toBeDefined();
    }
    return drafts;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(['FILE_EMPTY', 'FILE_TOO_LARGE', 'FILE_UNREADABLE', 'FORMAT_UNKNOWN']).toContain(error.code);
    expect(error.message.length).toBeGreaterThan(20);
    return [];
  }
}

describe('HTML with more than text in it', () => {
  it('leaves scripts, styles, frames, forms and pictures out, and says so', () => {
    const draft = roleDraft(
      postOf(
        '<h2 onclick="steal()">Mission</h2><p>Bring <b onmouseover="steal()">ships</b> in.</p><script>steal()</script><style>p{color:red}</style>' +
          '<iframe src="https://track.example/f">frame</iframe><img src="https://track.example/p.png" alt="pixel"><form><input value="v"><button>Send</button></form>' +
          '<svg onload="steal()"><text>drawn</text></svg><p style="display: none">unseen words</p><object data="x">contraption</object><noscript>no script</noscript><template>mould</template>',
      ),
    );
    expect(draft.role.mission).toBe('Bring ships in.');
    const all = stringsIn(draft).join('\n');
    for (const gone of ['steal', 'color:red', 'track.example', 'Send', 'drawn', 'unseen', 'contraption', 'mould', '<'])
      expect(all).not.toContain(gone);
    expect(messagesOf(draft, 'LEFT_OUT').join('\n')).toMatch(/picture.*script|script.*picture/s);
  });

  it('keeps addresses of http, https and mailto alone', () => {
    const addresses = [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,<script>1</script>',
      'vbscript:x',
      'file:///etc/passwd',
      'smb://host/share',
      'ms-word:ofe|u|x',
      '//host/x',
      '/relative',
      '#anchor',
      'https://user:secret@example.org/',
      'https://example.org/a?b=c',
      'http://example.org',
      'mailto:a@example.org',
    ];
    const role = roleOfPost(
      `<h2>Links</h2>${addresses.map((href) => `<p><a href="${href.replaceAll('"', '&quot;')}">words</a></p>`).join('')}`,
    );
    expect(hrefsIn(role)).toEqual(['https://example.org/a?b=c', 'http://example.org/', 'mailto:a@example.org']);
    expect(role.sections[0]?.blocks).toHaveLength(addresses.length);
  });

  it('treats markup in text as text', () => {
    const role = roleOfPost(
      '<h2>Tools</h2><table><tr><th>Category</th><th>Tool</th></tr><tr><td>Web</td><td>&lt;img src=x onerror=alert(1)&gt;</td></tr></table>',
    );
    expect(role.tools[0]?.name).toBe('<img src=x onerror=alert(1)>');
  });

  it('refuses a page nested without end, soon', () => {
    for (const tag of ['div', 'ul><li', 'blockquote', 'b', 'table><tr><td', 'span']) {
      const began = performance.now();
      readOrRefuse('deep.html', `<html><body>text ${`<${tag}>`.repeat(3_000)}deep`);
      expect(performance.now() - began).toBeLessThan(5_000);
    }
  });
});

describe('text made to take time', () => {
  it.each([
    ['spaces', `Title\n\n${' '.repeat(200_000)}x`],
    ['open brackets', `Title\n\n${'('.repeat(200_000)}`],
    ['angle brackets', `<p>${'<'.repeat(200_000)}`],
    ['stars', `Title\n\n${'**'.repeat(100_000)}x`],
    ['bullets in a line', `Title\n\n${' • '.repeat(60_000)}`],
    ['dashes', `Title\n\n${'- '.repeat(100_000)}`],
    ['tabs', `Title\n\n${'\t'.repeat(100_000)}\n${'\t'.repeat(100_000)}`],
    ['bars', `Title\n\n${'|'.repeat(200_000)}`],
    ['entities', postOf('&amp;'.repeat(100_000))],
    ['lines', `Title\n\n${'line\n'.repeat(100_000)}`],
    ['items', `Title\n\n${'- item\n'.repeat(60_000)}`],
    [
      'nested items',
      `Title\n\n${Array.from({ length: 400 }, (_, index) => `${' '.repeat(index * 2)}- item`).join('\n')}`,
    ],
    ['hashes', `${'#'.repeat(200_000)} x\n\ntext`],
    ['colons', `Mission\n\nx\n\nTour of Duty\n\nx\n\nCompetencies\n\n${'a: '.repeat(60_000)}`],
    ['figures', `Mission\n\nx\n\nTour of Duty\n\nx\n\nCompetencies\n\n${'1 '.repeat(60_000)}`],
    ['arrows', `Mission\n\nx\n\nTour of Duty\n\nx\n\nYour journey\n\nThe gap is about X: ${'• a → b '.repeat(20_000)}`],
    ['combining marks', `Title\n\n${'\u0301'.repeat(200_000)}`],
  ])('reads %s in time', (_name, text) => {
    const began = performance.now();
    readOrRefuse('slow.txt', text);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('nineteen million characters', () => {
  it.each([
    ['short lines', '- a\n'],
    ['a table', 'a,b,c\n'],
    ['headings', '# a\n'],
    ['bars', '| a | b |\n'],
    ['items of a page', '<li>a'],
    ['boxes of a page', '<div>a'],
    ['words that were saved in a wrong encoding', 'â€” naÃ¯ve '],
  ])('of %s are refused before they are worked on', (_name, piece) => {
    const bytes = bytesOf(piece.repeat(19_000_000 / bytesOf(piece).length));
    const began = performance.now();
    expect(() => readDrafts('long.txt', bytes)).toThrow(/(?:million characters|lines); the limit is/);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('documents that were damaged', () => {
  const sources = {
    post: fixtureText('blueprint-post.json'),
    page: fixtureText('competency-page.txt'),
    pack: fixtureText('small.rolepack.json'),
    html: (JSON.parse(fixtureText('blueprint-post.json')) as { content: { rendered: string } }).content.rendered,
  };
  const change = fc.record({
    kind: fc.constantFrom('drop', 'double', 'swap', 'cut', 'insert'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    words: fc.string({ maxLength: 12 }),
  });

  function damaged(text: string, changes: readonly { kind: string; at: number; words: string }[]): string {
    let lines = text.split('\n');
    for (const { kind, at, words } of changes) {
      const place = Math.min(lines.length - 1, Math.floor(at * lines.length));
      const line = lines[place] ?? '';
      if (kind === 'drop') lines = lines.toSpliced(place, 1);
      else if (kind === 'double') lines = lines.toSpliced(place, 0, line);
      else if (kind === 'swap') lines = lines.toSpliced(place, 2, lines[place + 1] ?? '', line);
      else if (kind === 'cut') lines[place] = line.slice(0, Math.floor(line.length * at));
      else lines.splice(place, 0, words);
    }
    return lines.join('\n');
  }

  it.each(['page', 'pack', 'html'] as const)(
    'are read or refused: the %s',
    (name) => {
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 30 }), (changes) => {
          readOrRefuse(name, damaged(sources[name], changes));
        }),
        { numRuns: propertyRuns(name === 'html' ? 40 : 150) },
      );
    },
    60_000,
  );

  it('are read or refused: the HTML inside a post', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 30 }), (changes) => {
        readOrRefuse('post.json', postOf(damaged(sources.html, changes)));
      }),
      { numRuns: propertyRuns(40) },
    );
  }, 60_000);

  it('are read or refused when bytes of them are changed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(sources.page, sources.pack),
        fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { maxLength: 20 }),
        (text, changes) => {
          const bytes = bytesOf(text);
          for (const [at, byte] of changes) bytes[Math.floor(at * bytes.length)] = byte;
          try {
            readDrafts('x', bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
          }
        },
      ),
      { numRuns: propertyRuns(200) },
    );
  }, 60_000);

  it('are read or refused when they are any JSON at all', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        readOrRefuse('x.json', text);
      }),
      { numRuns: propertyRuns(300) },
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('of any text at all are plain data that survives being sent and stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const draft of readOrRefuse('x', text)) {
          expect(structuredClone(draft)).toEqual(draft);
          expect(JSON.parse(JSON.stringify(draft))).toEqual(draft);
        }
      }),
      { numRuns: propertyRuns(300) },
    );
  });
});
