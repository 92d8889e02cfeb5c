/** The labelled lines of a requirement: Description, Typical use, Why it matters, and others. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { RequirementContent } from '../../../shared/api/role-content.ts';
import { AddEntry } from './add-entry.tsx';
import { EditText } from './edit-text.tsx';
import classes from './role-editor.module.css';

type Details = RequirementContent['details'];

interface DetailsEditorProps {
  readonly asked: Pick<RequirementContent, 'competency' | 'details'>;
  /** Changes what the lines are by then, which may be more than what was drawn. */
  readonly onSave: (make: (now: Details) => Details) => Promise<void>;
}

export function DetailsEditor({ asked, onSave }: DetailsEditorProps) {
  const { details } = asked;
  const change = (place: number, patch: Partial<Details[number]>) =>
    onSave((now) => now.map((detail, index) => (index === place ? { ...detail, ...patch } : detail)));
  return (
    <div className={classes.details}>
      <div className="cn-small cn-quiet cn-strong">Labelled lines</div>
      {details.map((detail, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <div key={index} className={classes.detail}>
          <EditText
            label="Label"
            owner={asked.competency}
            value={detail.label}
            isRequired
            onSave={(label) => change(index, { label })}
          />
          <EditText
            label="Text"
            owner={detail.label}
            value={detail.text}
            isLong
            onSave={(text) => change(index, { text })}
          />
          <Tooltip label="Take out">
            <ActionIcon
              aria-label={`Take out ${detail.label} of ${asked.competency}`}
              onClick={() => void onSave((now) => now.filter((_, at) => at !== index)).catch(() => undefined)}
            >
              <IconX size={14} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      {details.length < 20 && (
        <AddEntry
          noun="labelled line"
          onAdd={(label) => void onSave((now) => [...now, { label, text: '' }]).catch(() => undefined)}
        />
      )}
    </div>
  );
}
