/** What a pack brings: who made it, and each of its roles with how much it holds. */
import type { RolePack } from '../../../shared/api/role-content.ts';
import classes from './pack-contents.module.css';
import { counted } from './reading-counts.ts';

export function PackContents({ pack }: { readonly pack: RolePack }) {
  return (
    <div className={classes.frame}>
      <p className={classes.about}>
        {`${pack.name} ${pack.version} by ${pack.author}, ${pack.licence}. ${counted(pack.competencies.length, 'competency', 'competencies')}, ${counted(pack.scales.length, 'scale', 'scales')}.`}
      </p>
      {pack.description !== undefined && <p className={classes.about}>{pack.description}</p>}
      {pack.attribution !== undefined && <p className={classes.about}>{pack.attribution}</p>}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Level</th>
            <th scope="col" className={classes.number}>
              Requirements
            </th>
            <th scope="col" className={classes.number}>
              Responsibilities
            </th>
            <th scope="col" className={classes.number}>
              KPIs
            </th>
            <th scope="col" className={classes.number}>
              Tools
            </th>
          </tr>
        </thead>
        <tbody>
          {pack.roles.map((role) => (
            <tr key={`${role.family ?? ''} ${role.levelCode ?? ''} ${role.title}`}>
              <th scope="row">
                {role.title}
                {role.family !== undefined && <span className={classes.family}>{role.family}</span>}
              </th>
              <td>{role.levelCode ?? '–'}</td>
              <td className={classes.number}>{role.requirements.length}</td>
              <td className={classes.number}>{role.responsibilities.length}</td>
              <td className={classes.number}>{role.kpis.length}</td>
              <td className={classes.number}>{role.tools.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
