/** A search finds words in any writing, and without the accents and letters that a keyboard lacks. */
import { expect, test } from 'vitest';
import { findDamage } from '../../../src-main/db/open.ts';
import { hitEnd, hitStart } from '../../../src-main/db/search/search.ts';
import { addedWords } from '../../../src-main/db/search/searched-words.ts';
import { renewTextForms } from '../../../src-main/store/text-forms.ts';
import { freshCairn } from '../../helpers/cairn.ts';

const found: readonly (readonly [string, string, string])[] = [
  ['two characters of Chinese in the middle', '负责数据迁移和平台监控', '数据'],
  ['two characters of Chinese at the end', '负责数据迁移和平台监控', '监控'],
  ['one character of Chinese', '负责数据迁移和平台监控', '据'],
  ['the last character alone', '负责数据迁移和平台监控', '控'],
  ['three characters of Chinese', '负责数据迁移和平台监控', '数据迁'],
  ['two words of Chinese', '负责数据迁移和平台监控', '平台 数据'],
  ['two characters of Japanese', '基幹システムの移行を完了', '移行'],
  ['a word of katakana', '基幹システムの移行を完了', 'システム'],
  ['two kana', '基幹システムの移行を完了', 'ステ'],
  ['katakana of half width', 'データベースを更新', 'ﾃﾞｰﾀ'],
  ['a Latin word between characters', '用React开发平台', 'react'],
  ['Latin and Chinese in one word', '用React开发平台', 'React开发'],
  ['a word of Thai', 'ย้ายข้อมูลลูกค้าทั้งหมด', 'ข้อมูล'],
  ['a word of Lao', 'ພັດທະນາລະບົບ', 'ລະບົບ'],
  ['a word of Khmer', 'អភិវឌ្ឍប្រព័ន្ធ', 'ប្រព័ន្ធ'],
  ['a word of Hindi', 'हिन्दी में प्रशिक्षण', 'हिन्दी'],
  ['the start of a word of Hindi', 'हिन्दी में प्रशिक्षण', 'प्रशि'],
  ['a Korean word', '데이터 이전을 이끌었다', '데이터'],
  ['the start of a Korean word', '데이터 이전을 이끌었다', '이전'],
  ['Polish typed without its letters', 'Otworzyłem biuro Łódź', 'lodz'],
  ['Polish typed with them', 'Otworzyłem biuro Łódź', 'łódź'],
  ['Danish typed without its letters', 'Worked with Sørensen', 'sorensen'],
  ['a sharp s', 'Die Straße vermessen', 'strasse'],
  ['two s for a sharp s', 'Die Strasse vermessen', 'straße'],
  ['Greek without its tonos', 'Μετάβαση βάσης', 'μεταβαση'],
  ['Russian ё as е', 'Запустил учёт времени', 'учет'],
  ['Arabic with vowel points', 'تدريس عِلْم البيانات', 'علم'],
  ['French', 'Mené la réforme', 'reforme'],
  ['text with its accents apart', 'Mene\u0301 la re\u0301forme', 'réforme'],
];

const absent: readonly (readonly [string, string])[] = [
  ['characters that do not stand together', '数迁'],
  ['characters in another order', '据数'],
  ['another vowel', 'หิน'],
  ['another letter by its dots', 'ジステム'],
];

test('words in any writing are found, by everything and by the list, and others are not', async () => {
  const cairn = await freshCairn();
  for (const text of new Set(found.map(([, text]) => text))) await cairn.call('logAccomplishment', { text });
  const missed: string[] = [];
  for (const [what, text, words] of found) {
    const hits = await cairn.call('searchEverything', { text: words });
    const { rows } = await cairn.call('listAccomplishments', { text: words });
    for (const titles of [hits, rows].map((list) => list.map((row) => row.title.normalize('NFC'))))
      if (!titles.includes(text.normalize('NFC'))) missed.push(`${what}: ${words}`);
  }
  expect(missed).toEqual([]);
  for (const [what, words] of absent) expect(await cairn.call('searchEverything', { text: words }), what).toEqual([]);
});

test('a hit is shown in its own words, without those that only the index knows', async () => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('logAccomplishment', { text: 'Umzug' });
  await cairn.call('changeAccomplishment', {
    id,
    patch: { story: 'Wir haben die lange Straße in Łódź und 数据迁移 geplant.' },
  });
  for (const [words, shown] of [
    ['strasse', 'Straße'],
    ['lodz', 'Łódź'],
    ['数据', '数据'],
  ] as const) {
    const [hit] = await cairn.call('searchEverything', { text: words });
    expect(hit?.snippet).toContain(`${hitStart}${shown}${hitEnd}`);
    expect(hit?.snippet.replaceAll(hitStart, '').replaceAll(hitEnd, '')).toBe(
      'Wir haben die lange Straße in Łódź und 数据迁移 geplant.',
    );
  }
  expect(findDamage(cairn.session.profile?.sqlite ?? expect.fail())).toEqual([]);
});

test('text of Latin letters and typographic signs needs no further words', () => {
  expect(addedWords('“schön”, naïve – résumé… costs 5 €')).toBe('');
});

test('a record of an older rule has its names told apart and its texts found, once it is opened', async () => {
  const cairn = await freshCairn();
  const sqlite = cairn.session.profile?.sqlite ?? expect.fail('no profile is open');
  const { id } = await cairn.call('nameCompetency', { name: 'ハード' });
  const { id: city } = await cairn.call('nameCompetency', { name: 'Łódź' });
  await cairn.call('logAccomplishment', { text: '负责数据迁移' });
  await cairn.call('searchEverything', { text: '数据' });
  sqlite.exec(`UPDATE competencyName SET form = 'ハート' WHERE name = 'ハード'; UPDATE competencyName SET form = 'łodz' WHERE name = 'Łódź';
    UPDATE searchDoc SET body = ''; DELETE FROM setting WHERE key = 'textForms'`);
  sqlite.exec(`INSERT INTO searchWords(searchWords) VALUES ('rebuild')`);
  renewTextForms(sqlite);
  expect((await cairn.call('nameCompetency', { name: 'ハード' })).id).toBe(id);
  expect((await cairn.call('nameCompetency', { name: 'ハート' })).id).not.toBe(id);
  expect((await cairn.call('nameCompetency', { name: 'lodz' })).id).toBe(city);
  expect(await cairn.call('searchEverything', { text: '迁移' })).toHaveLength(1);
});

test('two competencies whose names differ by a mark that is a letter are two, and evidence lands on the right one', async () => {
  const cairn = await freshCairn();
  const { id: hard } = await cairn.call('nameCompetency', { name: 'ハード' });
  const { id: part } = await cairn.call('nameCompetency', { name: 'パート' });
  expect(hard).not.toBe(part);
  await cairn.call('logAccomplishment', { text: '設計を終えた +パート:3' });
  expect(await cairn.call('getCompetency', { id: part })).toMatchObject({ accomplishments: [{}] });
  expect(await cairn.call('getCompetency', { id: hard })).toMatchObject({ accomplishments: [] });
  const { id: resume } = await cairn.call('nameCompetency', { name: 'Résumé parsing' });
  expect((await cairn.call('nameCompetency', { name: 'resume parsing' })).id).toBe(resume);
});
