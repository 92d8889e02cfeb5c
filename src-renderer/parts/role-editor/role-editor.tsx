/** A whole role document to edit: its head, every list, its prose, each a chapter that can be gone to. */
import type { ReactNode } from 'react';
import type { RequirementContent, RoleContent } from '../../../shared/api/role-content.ts';
import type { Scale } from '../../../shared/api/values.ts';
import { EDIT_LISTS } from './edit-lists.ts';
import { HeadEditor } from './head-editor.tsx';
import { ListEditor } from './list-editor.tsx';
import { RequirementEditor } from './requirement-editor.tsx';
import classes from './role-editor.module.css';
import type { AnyRow } from './role-rows.ts';
import { SectionEditor } from './section-editor.tsx';

const REQUIREMENTS: readonly {
  readonly kind: RequirementContent['kind'];
  readonly title: string;
  readonly one: string;
}[] = [
  { kind: 'competency', title: 'Competencies', one: 'competency' },
  { kind: 'skill', title: 'Skills', one: 'skill' },
  { kind: 'softSkill', title: 'Soft skills', one: 'soft skill' },
];

export interface EditorChapter {
  readonly id: string;
  readonly title: string;
  /** How many rows it has; null of the head, which has fields instead. */
  readonly count: number | null;
}

/** The chapters of the editor in their order. */
export function editorChapters(role: RoleContent): readonly EditorChapter[] {
  return [
    { id: 'head', title: 'Head', count: null },
    ...REQUIREMENTS.map(({ kind, title }) => ({
      id: kind,
      title,
      count: role.requirements.filter((asked) => asked.kind === kind).length,
    })),
    ...EDIT_LISTS.map((edit) => ({
      id: edit.id,
      title: edit.title,
      count: (role[edit.list] as readonly AnyRow[]).filter(edit.holds).length,
    })),
    { id: 'sections', title: 'Prose', count: role.sections.length },
  ];
}

interface RoleEditorProps {
  readonly role: RoleContent;
  /** The scales a level can be on. */
  readonly scales: readonly Scale[];
  /** Names of competencies that are here already. */
  readonly known: readonly string[];
  /** Settles when the change is kept, and rejects when it was refused. */
  readonly onChange: (make: (role: RoleContent) => RoleContent) => Promise<void>;
}

export function RoleEditor({ role, scales, known, onChange }: RoleEditorProps) {
  const bodies: Readonly<Record<string, ReactNode>> = {
    head: <HeadEditor role={role} onChange={onChange} />,
    sections: <SectionEditor role={role} onChange={onChange} />,
    ...Object.fromEntries(
      REQUIREMENTS.map(({ kind, title, one }) => [
        kind,
        <RequirementEditor
          key={kind}
          role={role}
          kind={kind}
          title={title}
          one={one}
          scales={scales}
          known={known}
          onChange={onChange}
        />,
      ]),
    ),
    ...Object.fromEntries(
      EDIT_LISTS.map((edit) => [edit.id, <ListEditor key={edit.id} role={role} edit={edit} onChange={onChange} />]),
    ),
  };
  return (
    <div className={classes.editor}>
      {editorChapters(role).map((chapter) => (
        <section
          key={chapter.id}
          className={classes.chapter}
          data-chapter={chapter.id}
          aria-labelledby={`edit-${chapter.id}`}
        >
          <h2 id={`edit-${chapter.id}`} className={classes.title} tabIndex={-1}>
            {chapter.title}
            {chapter.count !== null && chapter.count > 0 && <span className={classes.count}>{chapter.count}</span>}
          </h2>
          {bodies[chapter.id]}
        </section>
      ))}
    </div>
  );
}
