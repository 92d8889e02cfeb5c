/** What of a record cannot stand in an export as it is, in sentences: said before it is exported, and with the file. */
import type { Background } from '../../shared/api/record.ts';
import { itemsOf, textOf } from '../../shared/domain/record/record-items.ts';
import { recordKindNames, recordKinds } from '../../shared/vocabulary/record-kinds.ts';
import { mailAddress, webAddress } from './addresses.ts';

/** A record without a name prints nobody's paper. */
export function nameNotices(name: string): readonly string[] {
  return name.trim() === ''
    ? ['Your profile has no name, so that nobody’s name is printed. Add it in the profile.']
    : [];
}

/** Everything that is to be known before a resume of this record is exported. */
export function recordNotices(background: Background): readonly string[] {
  const { profile } = background;
  return [
    ...nameNotices(profile.name),
    ...(profile.email.trim() === '' || mailAddress(profile.email) !== null
      ? []
      : [`“${profile.email.trim()}” is no e-mail address that programs can read. JSON Resume has it as a note only.`]),
    ...addressesOf(background)
      .filter(({ address }) => address.trim() !== '' && webAddress(address) === null)
      .map(
        ({ of, address }) =>
          `“${address.trim()}”, ${of}, is no address that programs can open. It is printed as typed, without a link.`,
      ),
  ];
}

function addressesOf(background: Background): readonly { readonly of: string; readonly address: string }[] {
  const { profile } = background;
  return [
    { of: 'the website of your profile', address: profile.website },
    ...profile.links.map((link) => ({ of: 'a link of your profile', address: link.url })),
    ...recordKindNames.flatMap((kind) => {
      const { fields, title, word } = recordKinds[kind];
      const names = Object.keys(fields).filter((name) => fields[name]?.kind === 'address');
      return itemsOf(background, kind).flatMap((item) =>
        names.map((name) => ({
          of: `the address of the ${word.toLowerCase()} ${textOf(item, title)}`.trim(),
          address: textOf(item, name),
        })),
      );
    }),
  ];
}
