/** Text that was read in a wrong encoding comes back as it was; good text of any language is left alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePages } from '../../../src-main/import/files/code-pages.ts';
import { decode } from '../../../src-main/import/files/decode.ts';
import { repairText } from '../../../src-main/import/files/encoding-repair.ts';

const sampleSentences = [
  'Grüße aus München: „Spaß“ ist groß – daß… Maß»',
  'Ça va, à côté de l’été… «É» DÉJÀ VU café…» bébé…”',
  'VÝŠKA KNÍŽE TÝŽ příliš žluťoučký kůň',
  'Її «РФ» С–Т СССР—це Ви ві Відповідь Рівень',
  'Съешь ещё этих мягких французских булок, «ВТБ»… Её',
  'ภาษาไทย มรกต รก โกก โลก โครงการ เรื่อง “คำ”',
  'Zażółć gęślą jaźń ŁÓDŹ”',
  'Limba română: „ROMÂNĂ” MÂINE”, știință și țară',
  'Ελληνικά «ΑΒ» και πράξη',
  'עברית “שלום” לכולם',
  'العربية لغة جميلة',
  '日本語の文章「テスト」です',
  '한국어 문장입니다',
  'São Paulo IRMÔ você…” MAÇô, ação',
  'Türkçe ĞÜŞİÖÇ ışık',
  'SPÅ” PÅ” TÄMÄ” é…» å ä ö',
  'Љубав Ђорђе Ћирилица ЊУ',
  '¿Qué? ¡Sí! ESPAÑOLA” mañana',
  'Più città… perché…» è così',
  'Plain words — with “quotes”, an arrow → and ≥ 3 of 5',
];

/** The text as a program shows it that takes its UTF-8 for the page. Null where the page has no sign for a byte. */
function misread(text: string, pageName: string): string | null {
  const page = codePages.find((page) => page.name === pageName);
  const letters = new Map<number, string>();
  for (const [letter, byte] of page?.byteOf ?? []) if (!letters.has(byte)) letters.set(byte, letter);
  const read = [...new TextEncoder().encode(text)].map((byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : (letters.get(byte) ?? null),
  );
  return read.includes(null) ? null : read.join('');
}

const pageNames = codePages.map((page) => page.name);

describe('text in a wrong encoding', () => {
  it.each(sampleSentences)('is not seen in good text: %s', (sentence) => {
    expect(repairText(sentence)).toBeNull();
  });

  it.each(pageNames)('comes back as it was when its UTF-8 was read as %s', (page) => {
    for (const sentence of sampleSentences) {
      const damaged = misread(sentence, page);
      expect(repairText(damaged ?? '')?.text, sentence).toBe(sentence);
    }
  });

  it('comes back whatever sentences stand together, and is never seen where none is damaged', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...sampleSentences), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...pageNames),
        (sentences, page) => {
          const text = sentences.join('\n');
          expect(repairText(text)).toBeNull();
          expect(repairText(misread(text, page) ?? '')?.text).toBe(text);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is repaired where it stands between good text', () => {
    const result = repairText('Gutes Büro, größer – „Spaß“.\nSchlechtes BÃ¼ro, grÃ¶ÃŸer.\nStraße”');
    expect(result?.text).toBe('Gutes Büro, größer – „Spaß“.\nSchlechtes Büro, größer.\nStraße”');
    expect(result?.repair).toMatchObject({ isApplied: true, places: 3, left: 0 });
    expect(result?.repair.samples).toEqual([
      { line: 2, before: 'Schlechtes BÃ¼ro, grÃ¶ÃŸer.', after: 'Schlechtes Büro, größer.' },
    ]);
  });

  it('comes back after two wrong turns', () => {
    const twice = misread(misread('naïve café’s', 'Windows-1252') ?? '', 'Windows-1252') ?? '';
    expect(repairText(twice)?.text).toBe('naïve café’s');
  });

  it('stands as it is where a byte was lost and may have been any, and is counted', () => {
    const result = repairText('โ€œGood enoughโ€And โ€” that โ€ โ€s is all');
    expect(result?.text).toBe('“Good enoughโ€And — that โ€ โ€s is all');
    expect(result?.repair).toMatchObject({ places: 5, left: 3 });
  });

  it.each([
    ['โ€œGood enough.โ€ And โ€” that โ€œsโ€ is all', '“Good enough.” And — that “s” is all'],
    ['He said â€œyesâ€, then â€œnoâ€. And â€œwhy?â€', 'He said “yes”, then “no”. And “why?”'],
    ['(â€œquotedâ€) and â€œwroteâ€; â€œ5â€: all', '(“quoted”) and “wrote”; “5”: all'],
    ['â€œLostâ€\ufffd signs', '“Lost” signs'],
    ['â€œEnd of a lineâ€\nand on', '“End of a line”\nand on'],
  ])('has a closing quote put back that lost its last byte before a space or a stop: %s', (damaged, good) => {
    const result = repairText(damaged);
    expect(result?.text).toBe(good);
    expect(result?.repair.left).toBe(0);
    expect(repairText(good)).toBeNull();
  });

  it('keeps the bytes that would not outlive cleaning', () => {
    const file = new TextEncoder().encode('voilÃ\u00a0 une idÃ©e, dÃ\u00adas, itâ\u0080\u0099s');
    expect(repairText(decode('page.txt', file).text)?.text).toBe('voilà une idée, días, it’s');
  });

  it('never throws and keeps every line, whatever it is given', () => {
    const letters = [...'aÃÂâ€™œ”รโ…вЂ“ГјßÉ \n“¼'];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 300 }), (text) => {
        const result = repairText(text);
        if (result !== null) expect(result.text.split('\n')).toHaveLength(text.split('\n').length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is looked for in 100 KB within a moment', () => {
    const text = `${sampleSentences.join('\n')}\n`.repeat(120);
    const started = performance.now();
    repairText(text);
    repairText(misread(text, 'Windows-1252') ?? '');
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
