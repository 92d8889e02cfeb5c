/** The head of a resume: its name, who may read what it prints, how it is set, and which role it speaks to. */
import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import {
  IconBuilding,
  IconCheck,
  IconCopy,
  IconDots,
  IconEyeOff,
  IconLock,
  IconTargetArrow,
  IconTrash,
  IconWorld,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ResumeBuilder } from '../../../shared/api/resume.ts';
import type { Confidentiality } from '../../../shared/api/values.ts';
import { skillWordChoices, skillWords } from '../../../shared/vocabulary/skill-words.ts';
import { useCommand } from '../../api.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { EditableText } from '../../parts/text/editable-text.tsx';
import { CairnBadge } from '../../ui/badges.tsx';
import { ChangeRoleDialog } from './change-resume-dialogs.tsx';
import classes from './resume-head.module.css';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

const clearances = [
  { value: 'public', word: 'Public', note: 'Prints what anyone may read', icon: IconWorld },
  { value: 'employer', word: 'Employer', note: 'Also what employers may read', icon: IconBuilding },
  { value: 'confidential', word: 'Confidential', note: 'Also what is confidential', icon: IconEyeOff },
  { value: 'private', word: 'Private', note: 'Everything, for you alone', icon: IconLock },
] as const;

export function ResumeHead({ builder }: { readonly builder: ResumeBuilder }) {
  const { resume, role } = builder;
  const [, navigate] = useLocation();
  const [isChoosingRole, setChoosingRole] = useState(false);
  const change = useCommand('changeResume');
  const duplicate = useCommand('duplicateResume');
  const bin = useCommand('binResume');
  const error = change.error ?? duplicate.error ?? bin.error;
  const set = (patch: Parameters<typeof change.mutate>[0]['patch']) => change.mutate({ id: resume.id, patch });
  return (
    <header className={classes.head}>
      <div className={classes.line}>
        <h1 className={classes.name}>
          <EditableText
            label="Name of the resume"
            value={resume.name}
            placeholder="Name of the resume"
            onSave={(name) => (name.trim() === '' ? undefined : change.mutateAsync({ id: resume.id, patch: { name } }))}
          />
        </h1>
        <ClearanceMenu value={resume.clearance} onChoose={(clearance) => set({ clearance })} />
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <ActionIcon aria-label="More for this resume">
              <IconDots size={18} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Paper</Menu.Label>
            <Choice isChosen={resume.paper === 'a4'} onClick={() => set({ paper: 'a4' })}>
              A4
            </Choice>
            <Choice isChosen={resume.paper === 'letter'} onClick={() => set({ paper: 'letter' })}>
              Letter
            </Choice>
            <Menu.Label>Spacing</Menu.Label>
            <Choice isChosen={resume.density === 'comfortable'} onClick={() => set({ density: 'comfortable' })}>
              Comfortable
            </Choice>
            <Choice isChosen={resume.density === 'compact'} onClick={() => set({ density: 'compact' })}>
              Compact, more on a page
            </Choice>
            <Menu.Label>Skills in</Menu.Label>
            {skillWords.map((whose) => (
              <Choice key={whose} isChosen={resume.skillWords === whose} onClick={() => set({ skillWords: whose })}>
                {skillWordChoices[whose].label}
                <div className="cn-quiet cn-meta">{skillWordChoices[whose].note}</div>
              </Choice>
            ))}
            <Menu.Divider />
            <Menu.Item leftSection={<IconTargetArrow {...icon} />} onClick={() => setChoosingRole(true)}>
              {role === null ? 'Choose a role' : 'Change the role'}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconCopy {...icon} />}
              onClick={() => duplicate.mutate({ id: resume.id }, { onSuccess: ({ id }) => navigate(`/resumes/${id}`) })}
            >
              Duplicate
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash {...icon} />}
              onClick={() => bin.mutate({ id: resume.id }, { onSuccess: () => navigate('/resumes') })}
            >
              Move to the bin
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <p className={classes.role}>
        {role === null ? (
          <>
            {'For no role. '}
            <UnstyledButton className={classes.act} onClick={() => setChoosingRole(true)}>
              Choose one
            </UnstyledButton>
            {' to see first what speaks to it.'}
          </>
        ) : (
          <>
            {'For '}
            <Link to={`/match/${role.id}`} className="cn-link">
              {role.title}
            </Link>
            {`; speaks to ${role.spokenTo} of ${role.requirementCount} ${role.requirementCount === 1 ? 'requirement' : 'requirements'}.`}
          </>
        )}
      </p>
      {error === null ? null : <ErrorBox error={error} />}
      {isChoosingRole ? (
        <ChangeRoleDialog resume={{ id: resume.id, roleId: role?.id ?? null }} onClose={() => setChoosingRole(false)} />
      ) : null}
    </header>
  );
}

interface ChoiceProps {
  readonly isChosen: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Choice({ isChosen, onClick, children }: ChoiceProps) {
  return (
    <Menu.Item
      onClick={onClick}
      rightSection={isChosen ? <IconCheck size={16} stroke={1.6} aria-label="chosen" /> : null}
    >
      {children}
    </Menu.Item>
  );
}

interface ClearanceMenuProps {
  readonly value: Confidentiality;
  readonly onChoose: (value: Confidentiality) => void;
}

function ClearanceMenu({ value, onChoose }: ClearanceMenuProps) {
  const current = clearances.find((clearance) => clearance.value === value) ?? clearances[1];
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton className={classes.badge}>
          <CairnBadge icon={current.icon}>{`Clearance: ${current.word.toLowerCase()}`}</CairnBadge>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {clearances.map((clearance) => (
          <Choice key={clearance.value} isChosen={clearance.value === value} onClick={() => onChoose(clearance.value)}>
            {clearance.word}
            <div className="cn-quiet cn-meta">{clearance.note}</div>
          </Choice>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
