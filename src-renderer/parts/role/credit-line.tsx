/** Whose words a role is in and under which licence: below the page, wherever one reads. */
import type { RoleSpec } from '../../../shared/api/role.ts';
import classes from './credit-line.module.css';

/** The role's own credit, else its pack's attribution, else pack, author and licence; empty for one's own. */
export function creditText(role: Pick<RoleSpec, 'credit' | 'pack'>): string {
  const { pack } = role;
  const own = role.credit?.trim() ?? '';
  const ofPack = pack === null ? '' : pack.attribution.trim() || `“${pack.name}” by ${pack.author}, ${pack.licence}.`;
  if (own === '' || ofPack === '') return own || ofPack;
  return ofPack.includes(own) ? ofPack : own.includes(ofPack) ? own : `${own} ${ofPack}`;
}

export function CreditLine({ role }: { readonly role: Pick<RoleSpec, 'credit' | 'pack'> }) {
  const text = creditText(role);
  return text === '' ? null : <footer className={classes.credit}>{text}</footer>;
}
