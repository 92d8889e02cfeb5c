/** The fields of one row of a role, whichever list it is of; each saves itself. */
import type { RequirementContent } from '../../../shared/api/role-content.ts';
import type { Scale } from '../../../shared/api/values.ts';
import type { RoleList, ValueShape } from '../../../shared/vocabulary/role-shape.ts';
import type { AnyRow } from './edit-content.ts';
import { EditFigure } from './edit-figure.tsx';
import { editFields, labelOf } from './edit-lists.ts';
import { EditText } from './edit-text.tsx';
import { RequirementFields } from './requirement-fields.tsx';
import classes from './role-editor.module.css';

interface RowFieldsProps {
  readonly list: Exclude<RoleList, 'sections'>;
  readonly row: AnyRow;
  /** The scales a level can be on. */
  readonly scales: readonly Scale[];
  /** Names of competencies that are here already. */
  readonly known: readonly string[];
  /** Changes what the row is by then, which may be more than what was drawn. */
  readonly onSave: (make: (now: AnyRow) => object) => Promise<void>;
}

export function RowFields({ list, row, scales, known, onSave }: RowFieldsProps) {
  if (list === 'requirements') {
    return (
      <RequirementFields
        asked={row as RequirementContent}
        scales={scales}
        known={known}
        onSave={(patch) => onSave(() => patch)}
        onDetails={(make) => onSave((now) => ({ details: make((now as RequirementContent).details) }))}
      />
    );
  }
  return (
    <div className={classes.grid}>
      {editFields(list).map(([key, shape]) => (
        <RowField
          key={key}
          shape={shape}
          value={(row as Readonly<Record<string, unknown>>)[key]}
          save={(value) => onSave(() => ({ [key]: value }))}
        />
      ))}
    </div>
  );
}

interface RowFieldProps {
  readonly shape: ValueShape;
  readonly value: unknown;
  readonly save: (value: unknown) => Promise<void>;
}

function RowField({ shape, value, save }: RowFieldProps) {
  const label = labelOf(shape);
  if (shape.kind === 'number') {
    return (
      <EditFigure
        label={label}
        value={typeof value === 'number' ? value : null}
        {...shape.range}
        onSave={(figure) => void save(figure ?? undefined).catch(() => undefined)}
      />
    );
  }
  return (
    <EditText
      label={label}
      value={typeof value === 'string' ? value : ''}
      isLong={shape.kind === 'prose'}
      isRequired={shape.isRequired === true}
      {...(shape.suggestion === undefined ? {} : { placeholder: shape.suggestion })}
      onSave={(text) => save(text === '' && !shape.isKept ? undefined : text)}
    />
  );
}
