/** Names of exported files: readable in any script, and taken by any disk. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileNameOf } from '../../src-main/files/file-name.ts';

test.each([
  [['Nadia Okafor', 'Platform / roles'], 'Nadia-Okafor-Platform-roles.pdf'],
  [['अनिरुद्ध शर्मा', 'हिन्दी'], 'अनिरुद्ध-शर्मा-हिन्दी.pdf'],
  [['สมชาย ใจดี', 'งานที่ดี'], 'สมชาย-ใจดี-งานที่ดี.pdf'],
  [['தமிழ்ச்செல்வி'], 'தமிழ்ச்செல்வி.pdf'],
  [['বাংলা', 'မြန်မာ', 'ខ្មែរ'], 'বাংলা-မြန်မာ-ខ្មែរ.pdf'],
  [['נוֹעָה', 'مُحَمَّد'], 'נוֹעָה-مُحَمَّد.pdf'],
  [['Z\u030Cofie'], 'Žofie.pdf'],
  [['می\u200Cخواهم'], 'می\u200Cخواهم.pdf'],
  [['❤️ Bo 🇸🇪', '1️⃣'], 'Bo-1.pdf'],
  [['../../etc/passwd', 'a:b*c?"<>|'], 'etc-passwd-a-b-c.pdf'],
  [['', ' ', '…'], 'Cairn.pdf'],
  [['CON'], 'CON-Cairn.pdf'],
  [['Nul.'], 'Nul-Cairn.pdf'],
  [['com1'], 'com1-Cairn.pdf'],
  [['LPT³'], 'LPT³-Cairn.pdf'],
  [['Aux', 'roles'], 'Aux-roles.pdf'],
])('%j is called %s', (parts, name) => expect(fileNameOf(parts, 'pdf')).toBe(name));

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

test.each([
  ['of Chinese', '漢字'.repeat(120)],
  ['of Thai', 'กำ่'.repeat(120)],
  ['of Devanagari', 'क्षि'.repeat(120)],
  ['of Latin', 'Donaudampfschifffahrt'.repeat(20)],
  ['of marks upon marks', `a${'\u0323'.repeat(300)}b`.repeat(3)],
])('a long name %s is cut between characters, keeps its other parts, and stays its own', (_, long) => {
  const name = fileNameOf([long, 'Resume', '2026-11-21'], 'rolepack.json');
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  expect(name).toMatch(/Resume-2026-11-21-[0-9a-f]{6}\.rolepack\.json$/);
  const [start = ''] = name.split('-Resume');
  const whole = new Set(Array.from(characters.segment(long), ({ segment }) => segment));
  for (const { segment } of characters.segment(start)) expect(whole).toContain(segment);
  expect(fileNameOf([`${long}x`, 'Resume', '2026-11-21'], 'rolepack.json')).not.toBe(name);
});

test('whatever the names are, a file is called something that any disk takes', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 4 }), (parts) => {
      const name = fileNameOf(parts, 'json');
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}-]*\.json$/u);
      expect(name).not.toMatch(/\p{Cs}/u);
    }),
  );
});
