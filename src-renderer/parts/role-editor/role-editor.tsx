/** A whole role document to edit: its head, every list, its prose, each a chapter that can be gone to. */
import type { ReactNode } from 'react';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import type { Scale } from '../../../shared/api/values.ts';
import { type RoleGroupId, roleGroupIds, roleGroups } from '../../../shared/vocabulary/role-shape.ts';
import { rowsOfGroup } from './edit-lists.ts';
import { HeadEditor } from './head-editor.tsx';
import { ListEditor } from './list-editor.tsx';
import classes from './role-editor.module.css';
import { SectionEditor } from './section-editor.tsx';

export interface EditorChapter {
  readonly id: RoleGroupId | 'head';
  readonly title: string;
  /** How many rows it has; null of the head, which has fields instead. */
  readonly count: number | null;
}

/** The chapters of the editor in their order. */
export function editorChapters(role: RoleContent): readonly EditorChapter[] {
  return [
    { id: 'head', title: 'Head', count: null },
    ...roleGroupIds.map((id) => ({
      id,
      title: roleGroups[id].title,
      count: rowsOfGroup<object>(id, role[roleGroups[id].list]).length,
    })),
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
  const body = (id: EditorChapter['id']): ReactNode => {
    if (id === 'head') return <HeadEditor role={role} onChange={onChange} />;
    if (id === 'sections') return <SectionEditor role={role} onChange={onChange} />;
    return <ListEditor role={role} group={id} scales={scales} known={known} onChange={onChange} />;
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
          {body(chapter.id)}
        </section>
      ))}
    </div>
  );
}
