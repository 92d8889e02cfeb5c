/** Texts as they print. */
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { oneLine, plainText, printedAddress } from '../../../shared/domain/paper/printed-text.ts';
import { verbatimPieces } from '../../../shared/domain/paper/verbatim.ts';

describe('plain text', () => {
  test.each([
    ['**Bold** and *italic* and _slanted_', 'Bold and italic and slanted'],
    ['See [the paper](https://x.example/a_b).', 'See the paper.'],
    ['- one\n- two', 'one two'],
    ['1. first\n2. second', 'first second'],
    ['3. Platz beim Wettbewerb', '3. Platz beim Wettbewerb'],
    ['snake_case_name and 2*3*4', 'snake_case_name and 2*3*4'],
    ['46\u00A0% of\u202F1\u00A0000', '46 % of 1 000'],
    ['a \\*star\\*', 'a *star*'],
    ['***Both*** and **_nested_ words**, *Done.* “**quoted**”', 'Both and nested words, Done. “quoted”'],
    ['这是**粗体**文字', '这是粗体文字'],
    ['[**Bold** link](https://x.example/a_(b)) and [page](www.x.example)', 'Bold link and page'],
    ['**Scrum**/**Kanban** and **30 %**', 'Scrum/Kanban and 30 %'],
    ['• one\n• two', 'one two'],
    ['1. first\n1. second', 'first second'],
    ['\\- no item', '- no item'],
    ['- 5 engineers hired\n- built a team', '5 engineers hired built a team'],
  ])('%j prints as %j', (markdown, text) => expect(plainText(markdown)).toBe(text));

  test.each([
    'Refactored __init__ and __main__',
    'Replaced module.__version__, __DEV__ and __proto__ by one flag',
    '`*.csv`',
    'Read `*.csv` and `*.json`, `__x y__` and ``a`*b*`` alike',
    'Read *.csv and *.json, *.csv,*.tsv and (*.a|*.b)',
    'C:\\_archive',
    'Moved C:\\_archive\\_old and D:\\*.* to \\\\share\\_new_\\*',
    '+ 30 %',
    '- 5 %',
    '- €5m of cost',
    '+ EUR 3 million',
    '+ 30 % revenue',
    '− 5 % and – 3 %',
    'f(*args, **kwargs) and 2**3**4',
    'SELECT COUNT(*), SUM(*) FROM t',
    'src/**/*.ts and src/*/test/*',
    '*/5 * * * * and 0 */2 * * *',
    '/*comment*/ and a*x + b*y',
    'A* search, D* Lite and int *p, *q',
    'https://x.example/_a_/b_c_d?q=*x*',
    'handlers[name](event) and [1](2)',
    'obj._private_ and @_handle_ and #_tag_',
    'snake_case_, _id and trailing_name',
    'a * b * c and a _ b _ c',
    'regex \\d+\\.\\d+ and \\* alone',
    '#1 in sales, > 50 % and 1) first',
    '1999 * 2',
    'Wrote C*',
  ])('%s prints as typed', (typed) => expect(plainText(typed)).toBe(typed));

  test('signs before figures stay in every line', () =>
    expect(plainText('+ 30 % revenue\n- 5 % cost')).toBe('+ 30 % revenue - 5 % cost'));

  test('ordinals that do not count up stay', () =>
    expect(plainText('1. Platz in Bonn\n3. Platz in Köln')).toBe('1. Platz in Bonn 3. Platz in Köln'));

  test('keeps every letter, figure and sign but those of marks', () => {
    const word = fc.stringMatching(/^[a-z0-9*_`\\+#.:()-]{1,8}$/);
    const isSign = /[*_\\[\]()+-]/;
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const rest = (text: string) => [...text].filter((sign) => !isSign.test(sign) && sign !== ' ').join('');
        expect(rest(plainText(words.join(' ')))).toBe(rest(words.join(' ')));
      }),
    );
  });

  test('keeps every piece that must print as typed, whatever stands around it', () => {
    const piece = fc.constantFrom(
      '__init__',
      'a_b',
      '*.csv',
      'C:\\_x',
      '`a *b*`',
      '+ 30 %',
      '- 5',
      '**b**',
      '_c_',
      '*',
      '\n',
      '[x](https://a_b.example/c_d)',
      '.',
      'word',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom(' ', '\n- '), (pieces, between) => {
        const typed = pieces.join(between);
        const plain = plainText(typed);
        for (const kept of verbatimPieces(typed)) expect(plain).toContain(oneLine(kept));
      }),
      { numRuns: 1_000 },
    );
  });

  test('takes away no sign that CommonMark would print', () => {
    const reader = new MarkdownIt('zero', { html: false }).enable(['list', 'emphasis', 'link', 'escape', 'backticks']);
    const printedBy = (text: string): string =>
      reader
        .parse(text, {})
        .flatMap((block) => block.children ?? [])
        .map((inline) => `${inline.markup.startsWith('`') ? inline.markup.repeat(2) : ''}${inline.content}`)
        .join('');
    const signs = (text: string) => [...text].filter((sign) => sign === '*' || sign === '_').length;
    const word = fc.stringMatching(/^[*_]{0,2}[ab]{1,3}(?:[._][ab]{1,2})?[*_]{0,2}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const text = `x ${words.join(' ')}`;
        expect(signs(plainText(text))).toBeGreaterThanOrEqual(signs(printedBy(text)));
      }),
      { numRuns: 1_000 },
    );
  });

  test('never has two spaces, a line break or a special space, and stays as it is when taken again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = plainText(text);
        expect(plain).not.toMatch(/\s\s|[\n\u00A0]/u);
        expect(plain).toBe(plain.trim());
      }),
    );
  });

  test('takes no longer for hostile text', () => {
    const started = performance.now();
    for (const piece of ['*', '_', '[', '**a', '[a](', '\\', '- ']) plainText(piece.repeat(10_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('an address', () => {
  test.each([
    ['https://kovarik.example/', 'kovarik.example', 'https://kovarik.example/'],
    ['kovarik.example/talks', 'kovarik.example/talks', 'https://kovarik.example/talks'],
    ['http://old.example', 'old.example', null],
    ['javascript:alert(1)', 'javascript:alert(1)', null],
    ['file:///etc/passwd', 'file:///etc/passwd', null],
    ['localhost:8080/x', 'localhost:8080/x', 'https://localhost:8080/x'],
  ])('%s prints as %s and leads to %s', (url, text, href) => expect(printedAddress(url)).toEqual({ text, href }));

  test('over 60 characters prints its host, and its link leads to the whole', () => {
    const url = `https://code.example/${'very-long-path/'.repeat(5)}end`;
    expect(printedAddress(url)).toEqual({ text: 'code.example/…', href: url });
  });

  test('that is empty is none', () => expect(printedAddress('  ')).toBeNull());
});
