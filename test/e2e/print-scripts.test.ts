/** Paper in scripts that run from right to left, signs that no font holds, and where pages break. Needs an Electron. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrintableDocument, RoleDocument } from '../../shared/api/document.ts';
import { printedFieldsOf, runningTextsOf } from '../../shared/domain/paper/printed-fields.ts';
import { readBackPdf } from '../../src-main/export/read-back.ts';
import { createTerminalHost } from '../../src-main/terminal/terminal-host.ts';
import { longResume, type ResumeWords, smallResume } from '../export/small-resumes.ts';
import { launchOptions } from '../helpers/window.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-print-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function print(document: PrintableDocument): Promise<Uint8Array> {
  const { executablePath, args } = launchOptions(join(folder, 'profile'));
  const host = createTerminalHost({ version: '0.0.0', electron: async () => ({ path: executablePath, args }) });
  return host.print(document);
}

const readBack = (pdf: Uint8Array, document: PrintableDocument) =>
  readBackPdf(pdf, printedFieldsOf(document), runningTextsOf(document));

/** The texts of the first page with their places: x of their left and right end, and their baseline. */
async function placesOn(pdf: Uint8Array) {
  const opening = getDocument({ data: pdf.slice(), verbosity: 0 });
  const page = await (await opening.promise).getPage(1);
  const { items } = await page.getTextContent({ disableNormalization: true });
  const places = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [left, y] = [Number(item.transform[4]), Number(item.transform[5])];
    return [{ text: item.str, left, right: left + item.width, y }];
  });
  await opening.destroy();
  return places;
}

const hebrew: ResumeWords = {
  name: 'נועה לוי',
  headline: 'מהנדסת תוכנה בכירה (DevOps)',
  place: 'תל אביב, ישראל',
  summary:
    'מהנדסת תוכנה עם 12 שנות ניסיון במערכות מבוזרות, בנתה צוותים של עד 8 אנשים והובילה מעבר ל-Kubernetes בשלושה אתרים שונים ברחבי הארץ ובחוץ לארץ.',
  employer: 'חברת הענן',
  about: 'שירותי ענן (B2B)',
  title: 'ראשת צוות, Platform 2',
  school: 'הטכניון',
  degree: 'תואר ראשון במדעי המחשב',
  bullets: [
    'הפחיתה את זמן התגובה ב-38% (מ-480 ל-145 ms) עבור 3 לקוחות.',
    'Kubernetes ו-Terraform 1.5 הוטמעו בשלושה אתרים.',
    'בנתה ספריית "Drift" בקוד פתוח; 2,100 כוכבים, ועוד שורה ארוכה מאוד כדי שהטקסט ישבר לשתי שורות על הדף המודפס שלנו היום.',
  ],
};

function hebrewRole(): RoleDocument {
  const runs = (text: string) => [{ text, mark: null, href: null }];
  const item = (text: string, marker = '') => ({ marker, runs: runs(text), items: [] });
  const cell = (text: string) => ({ text, level: null, notes: [] });
  return {
    kind: 'role',
    title: 'ראש צוות',
    language: 'en',
    paper: 'a4',
    roleTitle: 'ראש צוות פלטפורמה',
    tagline: 'מוביל את צוות Platform',
    facts: [{ label: 'Family', value: 'הנדסה' }],
    sections: [
      {
        id: 'responsibilities',
        heading: 'אחריות',
        blocks: [
          { kind: 'paragraph', style: 'body', runs: runs('אחראי על 3 צוותים (Platform).') },
          { kind: 'list', items: [item('מוביל את צוות התשתיות ב-38% יותר.'), item('Kubernetes ו-Terraform ועוד.')] },
          { kind: 'list', items: [item('ראשון', '1.'), item('שני', '2.')] },
          {
            kind: 'table',
            columns: [
              { head: 'שם', kind: 'lead', share: 30 },
              { head: 'מה', kind: 'text', share: 60 },
            ],
            groups: [{ heading: 'קבוצה', rows: [[cell('זמינות'), cell('יותר מ-99% (SLO)')]] }],
          },
        ],
      },
    ],
    credits: [],
    date: '21 November 2026',
  };
}

const arabic: ResumeWords = {
  name: 'ليلى حداد',
  headline: 'مهندسة برمجيات أولى',
  place: 'عمّان، الأردن',
  summary:
    'مهندسة برمجيات بخبرة 12 سنة في الأنظمة الموزعة، قادت الانتقال إلى Kubernetes في ثلاثة مواقع مختلفة وبنت فرقًا من 8 أشخاص في المنطقة.',
  employer: 'شركة السحابة',
  about: 'خدمات سحابية',
  title: 'قائدة فريق',
  school: 'الجامعة الأردنية',
  degree: 'بكالوريوس علوم الحاسوب',
  bullets: ['خفضت زمن الاستجابة بنسبة 38% (من 480 إلى 145 ms).', 'أسست فريقًا من 8 مهندسين في ٢٠٢٤.'],
};

const english: ResumeWords = {
  name: 'Bo Lind',
  headline: 'Keeper of lamps',
  place: 'Porto',
  summary: 'Keeps lamps.',
  employer: 'Lamps AB',
  about: 'Light for harbours',
  title: 'Keeper',
  school: 'Aldermoor',
  degree: 'BSc',
  bullets: ['Lit three lamps.', 'Saved oil.'],
};

describe.skipIf(!process.env.CAIRN_ELECTRON)('scripts on paper', () => {
  test.each([
    ['Hebrew', hebrew],
    ['Arabic', arabic],
  ])('a resume in %s: right-aligned, with its marks, and read back whole and in order', async (_, words) => {
    const document = smallResume(words);
    const pdf = await print(document);
    const back = await readBack(pdf, document);
    expect(back).toMatchObject({ missing: [], outOfOrder: [], found: back.total });
    const places = await placesOn(pdf);
    const edge = Math.max(...places.map((place) => place.right));
    const marks = places.filter((place) => place.text.includes('•'));
    expect(marks).toHaveLength(words.bullets.length);
    for (const mark of marks) {
      const line = places.filter((place) => Math.abs(place.y - mark.y) < 3 && place !== mark);
      // the mark stands at the right edge and the first word of its line beside it
      expect(edge - mark.right).toBeLessThan(12);
      expect(mark.left - Math.max(...line.map((place) => place.right))).toBeLessThan(12);
    }
  });

  test('a role in Hebrew: its text, lists and tables begin at the right edge, and are read back whole', async () => {
    const document = hebrewRole();
    const pdf = await print(document);
    const back = await readBack(pdf, document);
    expect(back).toMatchObject({ missing: [], outOfOrder: [], found: back.total });
    const places = await placesOn(pdf);
    const edge = Math.max(...places.map((place) => place.right));
    for (const start of ['אחריות', 'ראשון', 'קבוצה', 'זמינות', '•']) {
      const place = places.find(({ text }) => text.includes(start));
      expect(edge - (place?.right ?? 0), start).toBeLessThan(30);
    }
  });

  test('a resume in English with words of other directions is read back whole and in order', async () => {
    const document = smallResume({
      ...english,
      name: 'Noa Levi נועה לוי',
      about: 'Light for harbours (תאורה לנמלים), 3 sites',
      bullets: [
        'Translated “שלום עולם” into 3 languages, with the team of ليلى حداد.',
        ...english.bullets,
        'כולל 2 שורות.',
      ],
    });
    const back = await readBack(await print(document), document);
    expect(back).toMatchObject({ missing: [], outOfOrder: [], found: back.total });
  });

  test('signs that no font holds are all named, as whole characters', async () => {
    const document = smallResume({
      ...english,
      name: 'Bo Lind 🇸🇪',
      headline: 'Ships 🚀 with 👩‍💻 and 👍🏽',
      bullets: ['Launched 🚀 twice.', 'Reached 1️⃣.'],
    });
    const { problems, pages } = await readBack(await print(document), document);
    expect(problems).toEqual(['No font holds these signs, and they print as empty boxes: 🇸🇪, 🚀, 👩‍💻, 👍🏽, 1️⃣']);
    expect(pages.flat().join('')).not.toContain('\0');
  });
});

describe.skipIf(!process.env.CAIRN_ELECTRON)('where pages break', () => {
  test.each([
    [4, [27, 29, 31, 33, 35, 37, 39]],
    [1, [31, 33, 35, 37]],
  ])('a job of %i lines has one of them on the page of its head', async (count, lengths) => {
    for (const lines of lengths) {
      const document = longResume(lines, count);
      const { pages, missing } = await readBack(await print(document), document);
      expect(missing).toEqual([]);
      const page = pages.find((texts) => texts.some((text) => text.startsWith('second AB')));
      expect(
        page?.some((text) => text.includes('of the second job')),
        `${lines} lines before it`,
      ).toBe(true);
    }
  });
});
