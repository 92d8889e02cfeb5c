/** Which letters are one letter to a reader, and which are two. */
import { describe, expect, test } from 'vitest';
import { comparedForm } from '../../../shared/domain/names/compared-form.ts';
import { findFolded, foldSearch } from '../../../shared/domain/names/fold.ts';

const one: readonly (readonly [string, string, string])[] = [
  ['French accents', 'résumé', 'resume'],
  ['an accent written apart', 're\u0301sume\u0301', 'résumé'],
  ['German umlauts', 'Führung', 'fuhrung'],
  ['a sharp s', 'Straße', 'Strasse'],
  ['a capital sharp s', 'STRAẞE', 'strasse'],
  ['Polish', 'Łódź', 'lodz'],
  ['Danish', 'Sørensen', 'sorensen'],
  ['ligatures', 'Œuvre', 'oeuvre'],
  ['Icelandic', 'Þórður', 'thordur'],
  ['Serbian', 'Đorđe', 'Dorde'],
  ['Turkish', 'Işık İzmir', 'isik izmir'],
  ['Vietnamese', 'Tiếng Việt', 'tieng viet'],
  ['Greek', 'Άνθρωπος', 'ανθρωποσ'],
  ['Cyrillic ё', 'учёт', 'учет'],
  ['a stress mark', 'за\u0301мок', 'замок'],
  ['kana of half width', 'ﾊﾟｰﾄ', 'パート'],
  ['kana with its dots apart', 'ハ\u3099ート', 'バート'],
  ['Hangul written apart', '한국'.normalize('NFD'), '한국'],
  ['letters of full width', 'ＡＩ', 'ai'],
  ['a sign with its variation', '⭐\ufe0f Python', 'Python'],
];

const two: readonly (readonly [string, string, string])[] = [
  ['kana with dots', 'ハード', 'ハート'],
  ['kana with dots and with a ring', 'バス', 'パス'],
  ['kana with a ring', 'パート', 'ハート'],
  ['hiragana', 'かき', 'かぎ'],
  ['tones of Thai', 'ป่า', 'ปา'],
  ['vowels of Thai', 'กิน', 'กัน'],
  ['vowels of Devanagari', 'दिन', 'दान'],
  ['the nukta of Devanagari', 'ज़रा', 'जरा'],
  ['vowels of Tamil', 'கால்', 'கல்'],
  ['vowels of Bengali', 'দিন', 'দান'],
  ['the hamza of Arabic', 'سأل', 'سال'],
  ['the madda of Arabic', 'آن', 'ان'],
  ['Hangul', '하다', '한다'],
  ['the short i of Russian', 'мой', 'мои'],
  ['the yi of Ukrainian', 'їжа', 'іжа'],
  ['vowels of Burmese', 'မာ', 'မိ'],
  ['vowels of Khmer', 'កា', 'កិ'],
  ['C and C++', 'C', 'C++'],
];

test.each(one)('%s: “%s” and “%s” are one name', (_, a, b) => {
  expect(comparedForm(a)).toBe(comparedForm(b));
  expect(foldSearch(a.replace('⭐\ufe0f ', ''))).toBe(foldSearch(b));
});

test.each(two)('%s: “%s” and “%s” are two names', (_, a, b) => {
  expect(comparedForm(a)).not.toBe(comparedForm(b));
});

test.each([
  ['Arabic', 'عِلْم', 'علم'],
  ['Hebrew', 'סֵפֶר', 'ספר'],
])('a search finds %s with its vowel points', (_, written, sought) => {
  expect(foldSearch(written)).toBe(foldSearch(sought));
  expect(comparedForm(written)).not.toBe(comparedForm(sought));
});

describe('places of folded words', () => {
  test.each([
    ['Die Straße ist lang', 'strasse', 'Straße'],
    ['in Łódź gebaut', 'lodz', 'Łódź'],
    ['Œuvre complète', 'complete', 'complète'],
    ['für re\u0301sume\u0301s', 'resume', 're\u0301sume\u0301'],
    ['负责数据迁移', '数据', '数据'],
    ['Cut cost', 'COST', 'cost'],
  ])('“%s” holds “%s” as “%s”', (text, words, found) => {
    const places = findFolded(text, words);
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual([found]);
  });

  test('are found up to a limit and never overlap', () => {
    expect(findFolded('aaaa', 'aa')).toHaveLength(2);
    expect(findFolded('ééé', 'e', 2)).toHaveLength(2);
    expect(findFolded('some', ' ')).toEqual([]);
  });
});
