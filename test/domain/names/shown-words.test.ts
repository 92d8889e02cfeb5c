/** Which words stand for a competency, by who gave it which names. */
import { describe, expect, it } from 'vitest';
import { commonNameHint, namesOf, shownWords, wordsToStore } from '../../../shared/domain/names/shown-words.ts';

describe('the words that are shown', () => {
  it.each([
    // whose words, names of each accomplishment, names of the role, what is shown
    ['mine', [['Docker']], [], ['Docker']],
    ['mine', [['Docker']], ['OCI images'], ['Docker']],
    ['mine', [[]], ['OCI images'], ['Containers']],
    ['mine', [], ['OCI images'], ['Containers']],
    ['mine', [['Docker'], ['Kubernetes'], ['Kubernetes']], [], ['Kubernetes', 'Docker']],
    ['mine', [['Docker', 'Kubernetes'], []], [], ['Docker', 'Kubernetes', 'Containers']],
    ['mine', [['Docker'], ['docker']], [], ['Docker']],
    ['role', [['Docker']], ['OCI images'], ['OCI images']],
    ['role', [['Docker']], ['OCI images', 'Docker', 'docker'], ['OCI images', 'Docker']],
    ['role', [['Docker']], [], ['Docker']],
    ['role', [[]], [], ['Containers']],
    ['common', [['Docker']], ['OCI images'], ['Containers']],
  ] as const)('%s words of %j, asked for as %j, are %j', (choice, mine, role, shown) => {
    expect(shownWords(choice, { mine, role, commonName: 'Containers' })).toEqual(shown);
  });
});

describe('the names of one use', () => {
  it('are the common one where none was given', () => {
    expect(namesOf([], 'Containers')).toEqual(['Containers']);
    expect(namesOf(['Docker'], 'Containers')).toEqual(['Docker']);
  });

  it.each([
    [['Containers'], []],
    [['  Docker  ', 'docker'], ['Docker']],
    [
      ['Docker', 'Containers'],
      ['Docker', 'Containers'],
    ],
    // another spelling is a word that was written
    [['containers'], ['containers']],
    [['   '], []],
    [['+'], ['+']],
  ])('%j are stored as %j', (names, stored) => {
    expect(wordsToStore(names, 'Containers')).toEqual(stored);
  });

  it.each([
    ['Docker', 'Containers', 'Containers'],
    ['containers', 'Containers', null],
    [['Docker', 'Containers'], 'Containers', null],
    ['CI/CD', 'CI CD', null],
    ['Docker', '', null],
  ])('%j beside the common name %j hint at %j', (shown, common, hint) => {
    expect(commonNameHint(shown, common)).toBe(hint);
  });
});
